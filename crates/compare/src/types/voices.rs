//! Who says so, and with which verb.

use std::ops::Range;

use news::ChangeKind;
use text::{Cue, Role, TokenKind, is_function_word};

use super::{Reader, Work, words_fact};
use crate::pairing::Thing;

/// Words that carry meaning in a source that comes or goes with its verb, at most.
const SOURCE_WORDS: usize = 7;
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
            let is_denial = self.typed[found.hunk].kinds.contains(&ChangeKind::NegationFlip);
            if is_lone && (is_denial || self.content(found.hunk) > SOURCE_WORDS) {
                continue;
            }
            let words = |side: &Reader<'_>, cue: Option<&Cue>| cue.map(|c| side.passage.slice(&c.words).to_owned());
            let (b, a) = (words(&self.before, before), words(&self.after, after));
            self.say(found.hunk, kind, words_fact(kind, b.as_deref(), a.as_deref()));
            let (old, new) = (self.ground.before[found.hunk].clone(), self.ground.after[found.hunk].clone());
            match is_lone {
                true => self.ground.tell(Some(&old), Some(&new)),
                false => self.ground.tell(before.map(|c| &c.words), after.map(|c| &c.words)),
            }
        }
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

    /// "police said" became "officials said": the verb stays, the words beside it are others.
    fn sources(&mut self) {
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
            if self.ground.stays(b) != Some(a) {
                continue;
            }
            let kind = ChangeKind::AttribChanged;
            let fact = words_fact(kind, Some(self.before.passage.slice(&old)), Some(self.after.passage.slice(&new)));
            self.say(hunk, kind, fact);
            self.ground.tell(Some(&old), Some(&new));
        }
    }
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

/// Whether a form that may be a noun is one: "the claims", "their reports".
fn is_noun(side: &Reader<'_>, cue: &Cue) -> bool {
    let Some(before) = cue.words.start.checked_sub(1).map(|i| side.passage.lower(i)) else { return false };
    const BEFORE_NOUNS: &[&str] = &[
        "the", "a", "an", "his", "her", "their", "its", "our", "these", "those", "this", "that", "no", "any", "some",
        "of", "several", "many", "such", "false", "media", "news", "united", "in", "more", "two", "for", "other",
        "new", "gulf", "member", "to",
    ];
    cue.role != Role::Source && BEFORE_NOUNS.contains(&before)
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
