//! What remains: misspellings and other words.

use std::collections::HashMap;
use std::ops::Range;

use news::ChangeKind;
use text::{Language, TokenKind, is_dictionary_word, is_function_word, is_known_word, is_misspelling};

use super::{Reader, Work, overlap, words_fact};

/// Words that carry meaning from which on a passage says it in other words.
const REWORDED: usize = 4;

/// How often words stand somewhere.
type Count = HashMap<String, i32>;

impl Work<'_, '_> {
    /// A space that lacked between two words, or stood within one: what stands there without it is no word.
    pub(super) fn spaces(&mut self) {
        if self.context.language == Language::Other {
            return;
        }
        for hunk in 0..self.typed.len() {
            let (before, after) = (self.ground.before[hunk].clone(), self.ground.after[hunk].clone());
            if before.len() == after.len() || before.is_empty() || after.is_empty() {
                continue;
            }
            let joined = |side: &Reader<'_>, words: &Range<usize>| -> String {
                words.clone().map(|i| side.passage.lower(i)).collect()
            };
            let (old, new) = (joined(&self.before, &before), joined(&self.after, &after));
            let has_figure = || old.contains(char::is_numeric);
            // "everyday" and "every day" are words, "poi nting" is none.
            let (side, parts) = if before.len() > after.len() { (&self.before, before) } else { (&self.after, after) };
            let are_words = parts.clone().all(|i| is_dictionary_word(side.passage.lower(i), self.context.language));
            let is_word =
                || are_words && (is_known_word(&old, self.context.language) || self.context.stands_in_both(&old));
            if old == new && !has_figure() && !is_word() {
                self.say(hunk, ChangeKind::Cosmetic, None);
                self.ground.close(hunk);
            }
        }
    }

    /// Misspellings of ordinary words, before anything is made of what the words say.
    pub(super) fn slips(&mut self) {
        for hunk in 0..self.typed.len() {
            let (before, after) = (&self.ground.before[hunk], &self.ground.after[hunk]);
            let is_small = |side: &Reader<'_>, words: &Range<usize>| {
                let counts = |other: &Range<usize>| overlap(other, words);
                words.clone().all(|i| !side.passage.word(i).chars().next().is_some_and(char::is_uppercase))
                    && !side.numbers.iter().any(|n| counts(&n.words))
                    && !side.moments.iter().any(|m| counts(&m.words))
            };
            if is_small(&self.before, before) && is_small(&self.after, after) && !self.ground.is_closed(hunk) {
                self.typo(hunk);
            }
        }
    }

    /// Names what no other type tells. `words` says of each difference whether words differ in it.
    pub(super) fn wording(&mut self, words: &[bool]) {
        for hunk in (0..self.typed.len()).filter(|&h| words[h]) {
            if !self.ground.is_closed(hunk) {
                self.typo(hunk);
            }
        }
        let counts: Vec<[Count; 2]> = (0..self.typed.len()).map(|hunk| self.counts(hunk)).collect();
        let left: Vec<usize> = counts.iter().map(|[old, new]| more(old, new)).collect();
        self.follow(words, &left);
        // A word that only moved within its sentence is no other word.
        let in_words: Vec<usize> = (0..self.typed.len()).filter(|&h| words[h] && !self.ground.is_closed(h)).collect();
        let mut sentences: HashMap<usize, [Count; 2]> = HashMap::new();
        for &hunk in &in_words {
            let sum = sentences.entry(self.sentence_of(hunk)).or_default();
            for (sum, count) in sum.iter_mut().zip(&counts[hunk]) {
                count.iter().for_each(|(word, n)| *sum.entry(word.clone()).or_default() += n);
            }
        }
        let is_much = |this: &Self, hunk: usize| {
            let [old, new] = &sentences[&this.sentence_of(hunk)];
            more(old, new) >= REWORDED
        };
        for &hunk in &in_words {
            let (is_open, is_much) = (self.is_untold(hunk), is_much(self, hunk));
            // Beside other types, the words tell only where they are the most that is said in other words.
            let is_most = || {
                in_words
                    .iter()
                    .all(|&other| self.sentence_of(other) != self.sentence_of(hunk) || left[other] <= left[hunk])
            };
            if is_much && (is_open || is_most() && left[hunk] > 1) {
                self.typed[hunk].kinds.push(ChangeKind::Reworded);
            } else if is_open {
                self.typed[hunk].kinds.push(ChangeKind::MinorWording);
            }
        }
    }

    /// Where only small words differ beside something that is told, in one sentence, they belong to it: the "the" before a
    /// name, the comma of a list.
    fn follow(&mut self, words: &[bool], left: &[usize]) {
        let small: Vec<usize> =
            (0..self.typed.len()).filter(|&h| words[h] && left[h] == 0 && self.typed[h].kinds.is_empty()).collect();
        for hunk in small {
            let beside = |other: &usize| {
                self.sentence_of(*other) == self.sentence_of(hunk)
                    && words[*other]
                    && !self.is_untold(*other)
                    && !self.ground.is_closed(*other)
            };
            let nearest = (0..self.typed.len()).filter(beside).min_by_key(|other| other.abs_diff(hunk));
            if let Some(kind) = nearest.and_then(|other| self.typed[other].kinds.first().copied()) {
                self.typed[hunk].kinds.push(kind);
            }
        }
    }

    /// Whether no type of words stands at a difference yet.
    fn is_untold(&self, hunk: usize) -> bool {
        use ChangeKind::{Case, Merged, Punct, QuoteMarks, Split};
        let is_small = |k: &ChangeKind| matches!(k, Split | Merged | Case | Punct | QuoteMarks);
        self.typed[hunk].kinds.iter().all(is_small)
    }

    fn sentence_of(&self, hunk: usize) -> usize {
        let at = self.ground.after[hunk].start.min(self.after.sentence.len().saturating_sub(1));
        self.after.sentence.get(at).copied().unwrap_or(0)
    }

    /// Words of a difference that carry meaning and are not told, on each side.
    fn counts(&self, hunk: usize) -> [Count; 2] {
        let words = |side: &Reader<'_>, words: &Range<usize>, told: &[bool]| {
            let mut count = Count::new();
            for i in words.clone().filter(|&i| side.passage.kind(i) != TokenKind::Mark && !told[i]) {
                let word = side.passage.lower(i);
                if !is_function_word(word, self.context.language) {
                    *count.entry(word.to_owned()).or_default() += 1;
                }
            }
            count
        };
        [
            words(&self.before, &self.ground.before[hunk], &self.ground.before_told),
            words(&self.after, &self.ground.after[hunk], &self.ground.after_told),
        ]
    }

    /// Words in the same number, each the same or a misspelling of the other; or a word that stood there twice.
    fn typo(&mut self, hunk: usize) {
        let untold =
            |words: &Range<usize>, told: &[bool]| -> Vec<usize> { words.clone().filter(|&i| !told[i]).collect() };
        let old = untold(&self.ground.before[hunk], &self.ground.before_told);
        let new = untold(&self.ground.after[hunk], &self.ground.after_told);
        if !(self.is_doubled(hunk, &old, &new) || self.is_misspelt(&old, &new)) {
            return;
        }
        let (before, after) = (self.ground.before[hunk].clone(), self.ground.after[hunk].clone());
        let fact = words_fact(
            ChangeKind::Typo,
            Some(self.before.passage.slice(&before)),
            Some(self.after.passage.slice(&after)),
        );
        self.say(hunk, ChangeKind::Typo, fact.filter(|_| !before.is_empty() && !after.is_empty()));
        self.ground.tell(Some(&before), Some(&after));
    }

    pub(super) fn is_misspelt(&self, old: &[usize], new: &[usize]) -> bool {
        if old.len() != new.len() || old.is_empty() || old.len() > 8 {
            return false;
        }
        let mut wrong = 0;
        for (&b, &a) in old.iter().zip(new) {
            let (was, is) = (self.before.passage.word(b), self.after.passage.word(a));
            if was == is {
                continue;
            }
            let in_words =
                self.before.passage.kind(b) == TokenKind::Word && self.after.passage.kind(a) == TokenKind::Word;
            let elsewhere = |word: &str| self.context.stands_in_both(word);
            if !in_words || !is_misspelling(was, is, self.context.language, elsewhere) {
                return false;
            }
            wrong += 1;
        }
        wrong > 0
    }

    /// "the the bridge".
    fn is_doubled(&self, hunk: usize, old: &[usize], new: &[usize]) -> bool {
        let is_twice = |side: &Reader<'_>, i: usize| {
            let word = side.passage.lower(i);
            side.passage.kind(i) == TokenKind::Word
                && word.chars().count() >= 2
                && ((i > 0 && side.passage.lower(i - 1) == word) || side.passage.lower(i + 1) == word)
        };
        !self.ground.is_closed(hunk)
            && match (old, new) {
                ([i], []) => is_twice(&self.before, *i),
                ([], [i]) => is_twice(&self.after, *i),
                _ => false,
            }
    }
}

/// How many words are on one side only; the greater number of both sides.
fn more(old: &Count, new: &Count) -> usize {
    let more = |a: &Count, b: &Count| -> i32 { a.iter().map(|(word, n)| (n - b.get(word).unwrap_or(&0)).max(0)).sum() };
    usize::try_from(more(old, new).max(more(new, old))).unwrap_or(0)
}
