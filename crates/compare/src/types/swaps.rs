//! Names or numbers that changed places: "Lund had paid Berg", "Berg had paid Lund".

use std::ops::Range;

use news::ChangeKind;

use super::{Reader, Work, words_fact};

/// Words that put things in a row, in which their order says little.
const IN_A_ROW: &[&str] = &[
    "and", "or", ",", "und", "oder", "et", "ou", "y", "o", "e", "en", "of", "и", "или", "і", "та", "i", "ve", "و", "&",
    "/",
];

/// The stretches of words that lie in another one.
fn inside<'r>(all: impl Iterator<Item = &'r Range<usize>>, stretch: &Range<usize>) -> Vec<Range<usize>> {
    all.filter(|words| stretch.start <= words.start && words.end <= stretch.end).cloned().collect()
}

impl Work<'_, '_> {
    /// Where the words around them are the same, things that stand in another order stand for one another.
    pub(super) fn swaps(&mut self) {
        let Some(stretch) = self.stretch() else { return };
        let names = |side: &Reader<'_>, stretch: &Range<usize>| inside(side.names.iter().map(|n| &n.words), stretch);
        let (old, new) = (names(&self.before, &stretch.0), names(&self.after, &stretch.1));
        self.swapped(ChangeKind::NameChanged, &stretch, &old, &new);
        let numbers =
            |side: &Reader<'_>, stretch: &Range<usize>| inside(side.numbers.iter().map(|n| &n.words), stretch);
        let (old, new) = (numbers(&self.before, &stretch.0), numbers(&self.after, &stretch.1));
        self.swapped(ChangeKind::NumberChanged, &stretch, &old, &new);
    }

    fn swapped(
        &mut self,
        kind: ChangeKind,
        (before, after): &(Range<usize>, Range<usize>),
        old: &[Range<usize>],
        new: &[Range<usize>],
    ) {
        if old.len() < 2 || old.len() != new.len() {
            return;
        }
        let key = |side: &Reader<'_>, words: &Range<usize>| side.passage.slice(words).to_lowercase();
        let was: Vec<String> = old.iter().map(|words| key(&self.before, words)).collect();
        let is: Vec<String> = new.iter().map(|words| key(&self.after, words)).collect();
        let sorted = |keys: &[String]| {
            let mut keys = keys.to_vec();
            keys.sort_unstable();
            keys
        };
        if was == is || sorted(&was) != sorted(&is) || !self.is_one_frame((before, old), (after, new)) {
            return;
        }
        for i in (0..was.len()).filter(|&i| was[i] != is[i]) {
            let hunk = old[i].clone().find_map(|word| self.ground.before_hunk[word]);
            let hunk = hunk.or_else(|| new[i].clone().find_map(|word| self.ground.after_hunk[word])).unwrap_or(0);
            let (b, a) = (self.before.passage.slice(&old[i]), self.after.passage.slice(&new[i]));
            let fact = words_fact(kind, Some(b), Some(a));
            self.say_of(hunk, kind, fact, [Some(&old[i]), Some(&new[i])]);
        }
    }

    /// From the first difference to the last, with a thing that stayed beside them.
    fn stretch(&self) -> Option<(Range<usize>, Range<usize>)> {
        /// Longer stretches are put into other words, not swapped in.
        const LONGEST: usize = 40;
        let (first, last) = (0, self.typed.len().checked_sub(1)?);
        let before = self.ground.before[first].start..self.ground.before[last].end;
        let after = self.ground.after[first].start..self.ground.after[last].end;
        (before.len() <= LONGEST && after.len() <= LONGEST).then_some((before, after))
    }

    /// Whether the words around some things are the same on both sides, but for one at most, and more than a row of them.
    fn is_one_frame(
        &self,
        (before, old): (&Range<usize>, &[Range<usize>]),
        (after, new): (&Range<usize>, &[Range<usize>]),
    ) -> bool {
        let frame = |side: &Reader<'_>, stretch: &Range<usize>, things: &[Range<usize>]| -> Vec<String> {
            let is_free = |i: &usize| !things.iter().any(|words| words.contains(i));
            stretch.clone().filter(is_free).map(|i| side.passage.lower(i).to_owned()).collect()
        };
        let (a, b) = (frame(&self.before, before, old), frame(&self.after, after, new));
        a.len() == b.len()
            && a.iter().zip(&b).filter(|(a, b)| a != b).count() <= 1
            && a.iter().any(|word| !IN_A_ROW.contains(&word.as_str()))
    }
}
