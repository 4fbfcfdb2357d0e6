//! Which things of two texts are the same thing, or stand where the other stood.

use std::ops::Range;

use text::Passage;

use crate::words::Span;

/// Where two passages differ, by words.
pub(crate) struct Ground {
    /// The words of each difference on the earlier side.
    pub before: Vec<Range<usize>>,
    /// The words of each difference on the later side.
    pub after: Vec<Range<usize>>,
    /// The difference that each earlier word stands in.
    pub before_hunk: Vec<Option<usize>>,
    /// The difference that each later word stands in.
    pub after_hunk: Vec<Option<usize>>,
    /// For each earlier word that stayed: its place on the later side.
    stays: Vec<Option<usize>>,
    /// Earlier words whose type is told.
    pub before_told: Vec<bool>,
    /// Later words whose type is told.
    pub after_told: Vec<bool>,
    closed: Vec<bool>,
}

/// Something that stands in some words, and what it is compared by.
#[derive(Debug, Clone)]
pub(crate) struct Thing {
    pub words: Range<usize>,
    pub key: String,
}

/// Two things that belong together, or one that has no other; `hunk` is the difference that they are told in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Match {
    pub before: Option<usize>,
    pub after: Option<usize>,
    pub hunk: usize,
}

/// The matches, parted in two where `by_chance` says that two things only stand in one difference.
pub(crate) fn parted(matches: Vec<Match>, by_chance: impl Fn(&Match) -> bool) -> Vec<Match> {
    let part = |found: Match| match by_chance(&found) {
        true => vec![Match { after: None, ..found }, Match { before: None, ..found }],
        false => vec![found],
    };
    matches.into_iter().flat_map(part).collect()
}

impl Ground {
    pub fn of(before: &Passage<'_>, after: &Passage<'_>, spans: &[Span]) -> Self {
        let old: Vec<Range<usize>> = spans.iter().map(|s| before.touched(&s.before)).collect();
        let new: Vec<Range<usize>> = spans.iter().map(|s| after.touched(&s.after)).collect();
        let of_words = |ranges: &[Range<usize>], length: usize| {
            let mut hunks = vec![None; length];
            for (hunk, range) in ranges.iter().enumerate() {
                hunks[range.clone()].fill(Some(hunk));
            }
            hunks
        };
        let (before_hunk, after_hunk) = (of_words(&old, before.len()), of_words(&new, after.len()));
        let mut later = (0..after.len()).filter(|&i| after_hunk[i].is_none());
        let stays = before_hunk.iter().map(|hunk| if hunk.is_none() { later.next() } else { None }).collect();
        Self {
            before_told: vec![false; before.len()],
            after_told: vec![false; after.len()],
            closed: vec![false; spans.len()],
            before: old,
            after: new,
            before_hunk,
            after_hunk,
            stays,
        }
    }

    /// Nothing more is told of a difference.
    pub fn close(&mut self, hunk: usize) {
        self.closed[hunk] = true;
        self.before_told[self.before[hunk].clone()].fill(true);
        self.after_told[self.after[hunk].clone()].fill(true);
    }

    pub fn is_closed(&self, hunk: usize) -> bool {
        self.closed[hunk]
    }

    /// Marks the words of a match as told.
    pub fn tell(&mut self, before: Option<&Range<usize>>, after: Option<&Range<usize>>) {
        before.into_iter().for_each(|words| self.before_told[words.clone()].fill(true));
        after.into_iter().for_each(|words| self.after_told[words.clone()].fill(true));
    }

    /// Whether a difference touches any of some stretches of words.
    pub fn touches<'r>(
        &self,
        mut before: impl Iterator<Item = &'r Range<usize>>,
        mut after: impl Iterator<Item = &'r Range<usize>>,
    ) -> bool {
        let in_hunk = |words: &Range<usize>, hunks: &[Option<usize>]| hunks[words.clone()].iter().any(Option::is_some);
        before.any(|words| in_hunk(words, &self.before_hunk)) || after.any(|words| in_hunk(words, &self.after_hunk))
    }

    /// Where an earlier word stands on the later side, if it stayed.
    pub fn stays(&self, word: usize) -> Option<usize> {
        self.stays.get(word).copied().flatten()
    }

    /// Holds the things of both sides against each other. Left out is what no difference touches.
    pub fn matches(&self, before: &[Thing], after: &[Thing]) -> Vec<Match> {
        self.matches_by(before, after, &|_, _| false)
    }

    /// The same, of things that are also one where `are_forms` says so of their keys.
    pub fn matches_by(&self, before: &[Thing], after: &[Thing], are_forms: &dyn Fn(&str, &str) -> bool) -> Vec<Match> {
        let mut found = Vec::new();
        let (mut old_done, mut new_done) = (vec![false; before.len()], vec![false; after.len()]);
        self.tied(before, after, &mut old_done, &mut new_done, &mut found);

        let touched = |words: &Range<usize>, hunks: &[Option<usize>]| {
            words.clone().find_map(|i| hunks[i]).filter(|&hunk| !self.closed[hunk])
        };
        let free = |things: &[Thing], done: &[bool], hunks: &[Option<usize>]| -> Vec<(usize, usize)> {
            let open = things.iter().enumerate().filter(|(i, _)| !done[*i]);
            open.filter_map(|(i, thing)| touched(&thing.words, hunks).map(|hunk| (i, hunk))).collect()
        };
        let mut old = free(before, &old_done, &self.before_hunk);
        let mut new = free(after, &new_done, &self.after_hunk);
        for (same_hunk, same_key) in [(true, true), (false, true), (true, false), (false, false)] {
            old.retain(|&(b, hunk)| {
                let is_one = |a: &str, b: &str| if same_key { a == b } else { are_forms(a, b) };
                let is_same = |&(a, other): &(usize, usize)| {
                    (hunk == other || !same_hunk) && is_one(&before[b].key, &after[a].key)
                };
                let Some(place) = new.iter().position(is_same) else { return true };
                let (a, _) = new.remove(place);
                found.push(Match { before: Some(b), after: Some(a), hunk });
                false
            });
        }
        for (b, hunk) in old {
            let place = new.iter().position(|&(_, other)| other == hunk);
            let a = place.map(|place| new.remove(place).0);
            found.push(Match { before: Some(b), after: a, hunk });
        }
        found.extend(new.into_iter().map(|(a, hunk)| Match { before: None, after: Some(a), hunk }));
        found.sort_by_key(|m| m.hunk);
        found
    }

    /// Matches things that have words in common which stayed ("Weber", "Ada Weber").
    fn tied(
        &self,
        before: &[Thing],
        after: &[Thing],
        old_done: &mut [bool],
        new_done: &mut [bool],
        found: &mut Vec<Match>,
    ) {
        let mut from = 0;
        for (b, thing) in before.iter().enumerate() {
            let places = || thing.words.clone().filter_map(|i| self.stays(i));
            let Some(first) = places().next() else { continue };
            while after.get(from).is_some_and(|other| other.words.end <= first) {
                from += 1;
            }
            let Some(other) = after.get(from).filter(|other| places().any(|i| other.words.contains(&i))) else {
                continue;
            };
            if new_done[from] {
                continue;
            }
            (old_done[b], new_done[from]) = (true, true);
            let is_same = thing.words.clone().all(|i| self.stays(i).is_some_and(|i| other.words.contains(&i)))
                && thing.words.len() == other.words.len();
            let hunk = self.hunk_near(&thing.words, &other.words).filter(|&hunk| !is_same && !self.closed[hunk]);
            found.extend(hunk.map(|hunk| Match { before: Some(b), after: Some(from), hunk }));
        }
    }

    /// The difference in two things that have words in common.
    fn hunk_near(&self, before: &Range<usize>, after: &Range<usize>) -> Option<usize> {
        let inside = before.clone().find_map(|i| self.before_hunk[i]);
        inside.or_else(|| after.clone().find_map(|i| self.after_hunk[i])).or_else(|| {
            (0..self.before.len()).find(|&h| {
                let at = self.before[h].start;
                self.before[h].is_empty() && before.start < at && at < before.end
            })
        })
    }
}
