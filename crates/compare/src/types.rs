//! What a difference inside a block means: numbers, days, names, sources, doubt, and else words.
//!
//! Both texts of the block are read once ([`Reader`]): each thing that has a type of its own (a number, a name) is found
//! where it stands on both sides. Things that words in common tie together, or that stand in one difference, are held
//! against each other ([`crate::pairing`]); what remains are words.

mod dates;
mod doubt;
mod names;
mod numbers;
mod renamed;
mod swaps;
mod titles;
mod voices;
mod wording;

use std::ops::Range;

use news::{ChangeKind, Fact};
use text::{Cue, Language, Moment, Number, Passage, Role, TokenKind, cues, marked, moments, numbers as numbers_of};

use crate::context::Context;
use crate::pairing::Ground;
use crate::words::Span;
use names::Name;
pub(crate) use renamed::is_misspelt;
pub(crate) use titles::share_stem;

/// What one difference is found to be.
#[derive(Debug, Clone, Default)]
pub(crate) struct Typed {
    pub kinds: Vec<ChangeKind>,
    pub facts: Vec<Fact>,
}

/// One side of a block with everything in it that has a type of its own.
pub(crate) struct Reader<'a> {
    pub passage: Passage<'a>,
    pub cues: Vec<Cue>,
    pub numbers: Vec<Number>,
    pub moments: Vec<Moment>,
    pub names: Vec<Name>,
    /// Words between quotation marks.
    pub quoted: Vec<Range<usize>>,
    /// For each word, the number of its sentence.
    pub sentence: Vec<usize>,
    pub language: Language,
}

impl<'a> Reader<'a> {
    fn of(text: &'a str, context: &Context<'_>) -> Self {
        let passage = Passage::of(text);
        let cues = cues(&passage, context.language);
        let moments = moments(&passage, context.language);
        let mut numbers = numbers_of(&passage, context.language);
        let counts = list_marker(&passage);
        numbers.retain(|n| !moments.iter().any(|m| overlap(&m.words, &n.words)) && !overlap(&counts, &n.words));
        let quoted: Vec<Range<usize>> = marked(text, 0..text.len()).iter().map(|m| passage.touched(&m.whole)).collect();
        let names = names::names(&passage, &moments, &cues, context);
        let sentence = sentence_numbers(&passage);
        Self { passage, cues, numbers, moments, names, quoted, sentence, language: context.language }
    }

    /// Whether word `i` stands between quotation marks.
    pub fn is_quoted(&self, i: usize) -> bool {
        let next = self.quoted.partition_point(|q| q.end <= i);
        self.quoted.get(next).is_some_and(|q| q.contains(&i))
    }

    /// The cues of some roles that stand outside quotations.
    fn told(&self, roles: &'static [Role]) -> impl Iterator<Item = &Cue> {
        self.cues.iter().filter(move |c| roles.contains(&c.role) && !self.is_quoted(c.words.start))
    }
}

/// The "3." or "b)" that a paragraph of a list begins with: it counts no things.
pub(crate) fn list_marker(passage: &Passage<'_>) -> Range<usize> {
    let is_counter = |i: usize| {
        let word = passage.lower(i);
        passage.kind(i) == TokenKind::Number && word.len() <= 2 || word.len() == 1 || is_roman(word)
    };
    let is_one = passage.len() > 2
        && is_counter(0)
        && matches!(passage.lower(1), "." | ")")
        && !passage.is_spaced(1)
        && passage.is_spaced(2);
    0..if is_one { 2 } else { 0 }
}

fn is_roman(lower: &str) -> bool {
    lower.len() <= 5 && lower.chars().all(|c| matches!(c, 'i' | 'v' | 'x'))
}

/// Words whose stop ends no sentence, beside single letters and those of two with a capital.
const ABBREVIATIONS: &[&str] = &[
    "Prof", "Mrs", "Sen", "Rep", "Gov", "Gen", "Col", "Capt", "Sgt", "Rev", "Maj", "Sept", "Jan", "Feb", "Aug", "Oct",
    "Nov", "Dec", "bzw", "Mio", "Mrd", "тыс", "млн", "млрд", "Mme", "Mlle", "Sra", "Dott", "Sig", "Lt", "Hon", "Supt",
    "vs", "ca", "cf", "al", "pp", "св", "ул", "им", "гг", "bl", "sr", "st",
];

/// Sentences by the marks that end them: enough to tell which words stand together.
fn sentence_numbers(passage: &Passage<'_>) -> Vec<usize> {
    let mut number = 0;
    let mut found = Vec::with_capacity(passage.len());
    for i in 0..passage.len() {
        found.push(number);
        let ends = match passage.word(i) {
            "!" | "?" | "。" | "！" | "？" | "؟" | "।" | "…" => true,
            "." => {
                let before = i.checked_sub(1).map_or("", |k| passage.word(k));
                // "Dr.", "J.", "z. B.", not "us."
                let is_letter = before.chars().count() == 1 && before.starts_with(char::is_alphabetic);
                let is_title = before.chars().count() == 2 && before.starts_with(char::is_uppercase);
                let is_short = is_letter || is_title || ABBREVIATIONS.contains(&before);
                let next = passage.tokens.get(i + 1).map(|t| t.of(passage.text));
                !is_short && next.is_none_or(|w| !w.chars().next().is_some_and(char::is_lowercase))
            }
            _ => false,
        };
        number += usize::from(ends);
    }
    found
}

/// Longer blocks are told by their words alone: no paragraph of a newspaper is as long, and time is bounded.
const TYPED_MAX: usize = 60_000;

/// Returns the types of the differences of a block, one entry for each span. `found` are the kinds that words and marks
/// alone tell; where they say no more than that words differ, what the words mean is found here.
pub(crate) fn types(
    old: &str,
    new: &str,
    spans: &[Span],
    found: Vec<Vec<ChangeKind>>,
    context: &Context<'_>,
) -> Vec<Typed> {
    let typed: Vec<Typed> = found.into_iter().map(|kinds| Typed { kinds, facts: Vec::new() }).collect();
    let in_words = |typed: &Typed| typed.kinds.contains(&ChangeKind::Reworded);
    if !typed.iter().any(in_words) || old.len() + new.len() > TYPED_MAX {
        return typed;
    }
    let words: Vec<bool> = typed.iter().map(in_words).collect();
    let (before, after) = (Reader::of(old, context), Reader::of(new, context));
    let mut work = Work { ground: Ground::of(&before.passage, &after.passage, spans), before, after, context, typed };
    work.typed.iter_mut().for_each(|t| t.kinds.retain(|k| *k != ChangeKind::Reworded));
    work.list_markers();
    work.leave_whole_sentences();
    work.spaces();
    work.slips();
    work.swaps();
    work.speakers();
    work.numbers();
    work.dates();
    work.names();
    work.doubt();
    work.titles();
    work.voices();
    work.wording(&words);
    for typed in &mut work.typed {
        typed.kinds.sort_unstable();
        typed.kinds.dedup();
    }
    work.typed
}

/// The typing of one block under way.
struct Work<'a, 'c> {
    before: Reader<'a>,
    after: Reader<'a>,
    ground: Ground,
    context: &'a Context<'c>,
    typed: Vec<Typed>,
}

impl Work<'_, '_> {
    fn say(&mut self, hunk: usize, kind: ChangeKind, fact: Option<Fact>) {
        self.typed[hunk].kinds.push(kind);
        self.typed[hunk].facts.extend(fact);
    }

    /// Says it of every difference in some words of both sides, and that these words are told.
    fn say_of(
        &mut self,
        hunk: usize,
        kind: ChangeKind,
        fact: Option<Fact>,
        [before, after]: [Option<&Range<usize>>; 2],
    ) {
        self.say(hunk, kind, fact);
        let before_hunks = before.into_iter().flat_map(|words| &self.ground.before_hunk[words.clone()]);
        let after_hunks = after.into_iter().flat_map(|words| &self.ground.after_hunk[words.clone()]);
        for other in before_hunks.chain(after_hunks).flatten() {
            if *other != hunk && !self.typed[*other].kinds.contains(&kind) {
                self.typed[*other].kinds.push(kind);
            }
        }
        self.ground.tell(before, after);
    }

    /// Whether a difference puts a passage into other words: with names and numbers left out, many differ.
    fn is_put_otherwise(&self, hunk: usize) -> bool {
        /// Words in small letters, on both sides together.
        const LEAST: usize = 4;
        let small = |side: &Reader<'_>, words: &Range<usize>| {
            words.clone().filter(|&i| side.passage.word(i).starts_with(char::is_lowercase)).count()
        };
        small(&self.before, &self.ground.before[hunk]) + small(&self.after, &self.ground.after[hunk]) >= LEAST
    }

    /// Items of a list that are counted otherwise.
    fn list_markers(&mut self) {
        let (old, new) = (list_marker(&self.before.passage), list_marker(&self.after.passage));
        for hunk in 0..self.typed.len() {
            let inside = |words: &Range<usize>, marker: &Range<usize>| words.end <= marker.end;
            let (before, after) = (&self.ground.before[hunk], &self.ground.after[hunk]);
            if inside(before, &old) && inside(after, &new) && before.len() + after.len() > 0 {
                self.typed[hunk].kinds.push(ChangeKind::Punct);
                self.ground.close(hunk);
            }
        }
    }

    /// A sentence that came or went as a whole is one change: nothing in it is told again.
    fn leave_whole_sentences(&mut self) {
        for hunk in 0..self.typed.len() {
            let (before, after) = (self.ground.before[hunk].clone(), self.ground.after[hunk].clone());
            let (words, side) = match (before.is_empty(), after.is_empty()) {
                (false, true) => (before, &self.before),
                (true, false) => (after, &self.after),
                _ => continue,
            };
            if is_whole(side, &words) {
                self.typed[hunk].kinds.push(ChangeKind::Reworded);
                self.ground.close(hunk);
            }
        }
    }
}

/// Whether some words are one sentence or several, from the first word to the last.
fn is_whole(side: &Reader<'_>, words: &Range<usize>) -> bool {
    const LEAST: usize = 4;
    let begins = words.start == 0 || side.sentence[words.start - 1] != side.sentence[words.start];
    let ends = words.end == side.passage.len() || side.sentence[words.end - 1] != side.sentence[words.end];
    let is_lead_in = !ends && side.passage.lower(words.end) == "." && begins;
    words.len() >= LEAST && begins && (ends || is_lead_in)
}

pub(crate) fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// A fact of words alone.
fn words_fact(kind: ChangeKind, before: Option<&str>, after: Option<&str>) -> Option<Fact> {
    let owned = |text: Option<&str>| text.map(str::to_owned);
    Some(Fact { kind, before: owned(before), after: owned(after), amount: None, days: None })
}
