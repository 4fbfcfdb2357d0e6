//! Who says so, and with which verb.

use std::ops::Range;

use news::ChangeKind;
use text::{Cue, Language, Role, TokenKind, is_function_word};

use super::{Reader, Work, words_fact};
use crate::pairing::Thing;

/// Words that carry meaning in a source that comes or goes with its verb, at most.
const SOURCE_WORDS: usize = 7;
/// Words between two differences in one source ("of the"), at most.
const PHRASE_WORDS: usize = 3;
/// Words and marks of a quotation, at least: fewer are a term.
const QUOTED_WORDS: usize = 5;
/// What may stand between a source and its verb of saying.
const BETWEEN: &[&str] =
    &["has", "have", "had", "also", "later", "then", "was", "is", "hat", "haben", "a", "ont", "ha", "han", "have"];

impl Work<'_, '_> {
    pub(super) fn voices(&mut self) {
        self.verbs();
        self.sources();
    }

    fn verbs(&mut self) {
        let all = |side: &Reader<'_>| -> Vec<Cue> {
            let cues = side.told(&[Role::Says, Role::SaysColoured, Role::Source]);
            cues.filter(|c| !is_noun(side, c)).cloned().collect()
        };
        let things = |cues: &[Cue]| -> Vec<Thing> {
            cues.iter().map(|c| Thing { words: c.words.clone(), key: c.verb.to_string() }).collect()
        };
        let (old, new) = (all(&self.before), all(&self.after));
        for found in self.ground.matches(&things(&old), &things(&new)) {
            let (before, after) = (found.before.map(|i| &old[i]), found.after.map(|i| &new[i]));
            let Some(kind) = kind_of(before, after) else { continue };
            let is_lone = before.is_none() != after.is_none();
            if is_lone && !self.is_attribution(found.hunk) {
                continue;
            }
            let words = |side: &Reader<'_>, cue: Option<&Cue>| cue.map(|c| side.passage.slice(&c.words).to_owned());
            let (b, a) = (words(&self.before, before), words(&self.after, after));
            self.say(found.hunk, kind, words_fact(kind, b.as_deref(), a.as_deref()));
            let (old, new) = (self.ground.before[found.hunk].clone(), self.ground.after[found.hunk].clone());
            match is_lone {
                true => {
                    // The function of who says so came or went with it.
                    let is_title = |kind: ChangeKind| kind == ChangeKind::TitleChanged;
                    self.typed[found.hunk].kinds.retain(|kind| !is_title(*kind));
                    self.typed[found.hunk].facts.retain(|fact| !is_title(fact.kind));
                    self.ground.tell(Some(&old), Some(&new));
                }
                false => self.ground.tell(before.map(|c| &c.words), after.map(|c| &c.words)),
            }
        }
    }

    /// Whether a difference in which one side alone has a verb of saying is a source with its verb: few words, behind what
    /// it says or before it. What follows a colon is no source.
    fn is_attribution(&self, hunk: usize) -> bool {
        let begins_with_colon =
            |side: &Reader<'_>, words: &Range<usize>| !words.is_empty() && side.passage.word(words.start) == ":";
        !self.typed[hunk].kinds.contains(&ChangeKind::NegationFlip)
            && !begins_with_colon(&self.before, &self.ground.before[hunk])
            && !begins_with_colon(&self.after, &self.ground.after[hunk])
            && self.content(hunk) <= SOURCE_WORDS
    }

    /// Words of a difference that carry meaning, on the side that has more.
    fn content(&self, hunk: usize) -> usize {
        let count = |side: &Reader<'_>, words: &Range<usize>, told: &[bool]| {
            let is_content = |i: &usize| {
                side.passage.kind(*i) != TokenKind::Mark
                    && !is_function_word(side.passage.lower(*i), self.context.language)
                    && !told[*i]
            };
            words.clone().filter(is_content).count()
        };
        let before = count(&self.before, &self.ground.before[hunk], &self.ground.before_told);
        before.max(count(&self.after, &self.ground.after[hunk], &self.ground.after_told))
    }

    /// In languages in which nobody looks for who speaks: other words beside the verb of a quotation are another speaker.
    pub(super) fn speakers(&mut self) {
        if !matches!(self.context.language, Language::English | Language::German | Language::Other) {
            self.sources_if(|kind| kind == ChangeKind::QuoteSpeakerChanged);
        }
    }

    fn sources(&mut self) {
        self.sources_if(|_| true);
    }

    /// "police said" became "officials said": the verb stays, the words beside it are others.
    fn sources_if(&mut self, wanted: impl Fn(ChangeKind) -> bool) {
        for hunk in 0..self.typed.len() {
            let (old, new) = (self.ground.before[hunk].clone(), self.ground.after[hunk].clone());
            let told_before = old.clone().all(|i| self.ground.before_told[i]);
            let told_after = new.clone().all(|i| self.ground.after_told[i]);
            let is_shut =
                old.is_empty() || new.is_empty() || (told_before && told_after) || self.ground.is_closed(hunk);
            if is_shut || self.content(hunk) == 0 || self.content(hunk) > SOURCE_WORDS {
                continue;
            }
            let says_before = beside_verb(&self.before, &old);
            let says_after = beside_verb(&self.after, &new);
            let (Some(b), Some(a)) = (says_before, says_after) else { continue };
            // "chief Weber" became "director Weber": who says so is named behind it, and stays.
            let is_named = |side: &Reader<'_>, at: usize| {
                side.names.iter().any(|name| name.words.start <= at && at < name.words.end)
            };
            let (next_old, next_new) = (old.end, new.end);
            let keeps_name = self.ground.stays(next_old) == Some(next_new)
                && is_named(&self.before, next_old)
                && is_named(&self.after, next_new);
            if keeps_name
                || self.ground.stays(b) != Some(a)
                || self.is_misspelt(&untold(&old, &self.ground.before_told), &untold(&new, &self.ground.after_told))
            {
                continue;
            }
            let is_quote = is_beside_quotation(&self.before, b) && is_beside_quotation(&self.after, a);
            let kind = if is_quote { ChangeKind::QuoteSpeakerChanged } else { ChangeKind::AttribChanged };
            if !wanted(kind) {
                continue;
            }
            let fact = words_fact(kind, Some(self.before.passage.slice(&old)), Some(self.after.passage.slice(&new)));
            self.say(hunk, kind, fact);
            self.ground.tell(Some(&old), Some(&new));
            self.rest_of_source(hunk, kind);
        }
    }

    /// "a lawyer of the family" became "a doctor of the clinic": what differs behind the head of a source belongs to it.
    fn rest_of_source(&mut self, hunk: usize, kind: ChangeKind) {
        for next in hunk + 1..self.typed.len() {
            let between = self.ground.before[next - 1].end..self.ground.before[next].start;
            let is_phrase = |i: usize| self.before.passage.kind(i) != TokenKind::Mark && !self.is_verb(i);
            let (old, new) = (self.ground.before[next].clone(), self.ground.after[next].clone());
            if between.len() > PHRASE_WORDS
                || old.is_empty()
                || new.is_empty()
                || self.ground.is_closed(next)
                || !between.clone().chain(old.clone()).all(is_phrase)
                || new.clone().any(|i| self.after.passage.kind(i) == TokenKind::Mark)
            {
                return;
            }
            self.say(next, kind, None);
            self.ground.tell(Some(&old), Some(&new));
        }
    }

    /// Whether an earlier word is one of saying.
    fn is_verb(&self, i: usize) -> bool {
        self.before.told(&[Role::Says, Role::SaysColoured, Role::Source]).any(|c| c.words.contains(&i))
    }
}

/// Words that are not told.
fn untold(words: &Range<usize>, told: &[bool]) -> Vec<usize> {
    words.clone().filter(|&i| !told[i]).collect()
}

/// Whether a quotation stands in the sentence of a word.
fn is_beside_quotation(side: &Reader<'_>, word: usize) -> bool {
    let sentence = side.sentence[word];
    let is_long = |q: &&Range<usize>| q.len() >= QUOTED_WORDS;
    let is_in = |i: usize| side.sentence[i] == sentence;
    // “It left.” Police said that it was late: the closing mark stands behind the stop, and a new sentence follows.
    let goes_on = |q: &Range<usize>| {
        let is_stopped = matches!(side.passage.word(q.end - 2), "." | "!" | "?" | "…");
        let next = side.passage.tokens.get(q.end).map(|t| t.of(side.passage.text));
        !is_stopped || next.is_some_and(|word| !word.starts_with(char::is_uppercase))
    };
    side.quoted.iter().filter(is_long).any(|q| is_in(q.start) || is_in(q.end - 1) && goes_on(q))
}

fn kind_of(before: Option<&Cue>, after: Option<&Cue>) -> Option<ChangeKind> {
    match (before, after) {
        (Some(before), Some(after)) if before.verb == after.verb => None,
        (Some(before), Some(after)) => {
            let is_coloured = before.role == Role::SaysColoured || after.role == Role::SaysColoured;
            Some(if is_coloured { ChangeKind::AttribTone } else { ChangeKind::AttribChanged })
        }
        (Some(_), None) => Some(ChangeKind::AttribRemoved),
        (None, Some(_)) => Some(ChangeKind::AttribAdded),
        (None, None) => None,
    }
}

/// Whether a form that may be a noun is one: "the claims", "with comments".
fn is_noun(side: &Reader<'_>, cue: &Cue) -> bool {
    let word = cue.words.start;
    let Some(before) = word.checked_sub(1).map(|i| side.passage.lower(i)).filter(|_| cue.role != Role::Source) else {
        return false;
    };
    const BEFORE_NOUNS: &[&str] = &[
        "the", "a", "an", "his", "her", "their", "its", "our", "these", "those", "this", "that", "no", "any", "some",
        "of", "several", "many", "such", "false", "media", "news", "united", "in", "more", "two", "for", "other",
        "new", "gulf", "member", "to",
    ];
    const BEFORE_PLURALS: &[&str] = &["with", "from", "on", "by", "about", "without", "despite", "amid"];
    const ARTICLES: &[&str] = &["un", "une", "una", "um", "uma", "een", "ce", "cette", "ces"];
    match side.language {
        Language::English => {
            let is_plural = side.passage.lower(word).ends_with('s');
            BEFORE_NOUNS.contains(&before) || (is_plural && BEFORE_PLURALS.contains(&before))
        }
        Language::German => {
            let begins = side.sentence[word - 1] != side.sentence[word];
            !begins && side.passage.word(word).starts_with(char::is_uppercase)
        }
        _ => ARTICLES.contains(&before),
    }
}

/// The verb of saying, or word of a source, that some words stand directly beside: a subject before its verb, one after it
/// at the end of a clause, what follows "according to".
pub(super) fn beside_verb(side: &Reader<'_>, words: &Range<usize>) -> Option<usize> {
    let cues: Vec<&Cue> = side.told(&[Role::Says, Role::SaysColoured, Role::Source]).collect();
    let skipped = (words.end..side.passage.len())
        .take_while(|&i| BETWEEN.contains(&side.passage.lower(i)) && i < words.end + 2)
        .count();
    let after =
        cues.iter().find(|c| c.words.start == words.end + skipped && c.role != Role::Source && !is_noun(side, c));
    let article = |i: usize| {
        i > 0
            && matches!(
                side.passage.lower(i - 1),
                "the" | "a" | "an" | "der" | "die" | "das" | "le" | "la" | "el" | "il" | "de" | "het" | "los" | "les"
            )
    };
    let from = words.start - usize::from(article(words.start));
    let is_closed_clause = |c: &Cue| {
        c.role == Role::Source
            || c.words
                .start
                .checked_sub(1)
                .is_some_and(|i| matches!(side.passage.word(i), "”" | "\"" | "," | "»" | "“" | "’" | "'" | "–" | "—"))
    };
    let before = cues.iter().find(|c| c.words.end == from && is_closed_clause(c));
    after.or(before).map(|c| c.words.start)
}
