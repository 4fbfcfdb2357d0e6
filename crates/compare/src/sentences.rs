//! Sentences inside a changed paragraph: which stayed, which came, which went.

use std::ops::Range;

use crate::chain::{Candidate, heaviest_chain};
use crate::choice::Line;

/// A border of this much or more ends a sentence.
const ENDS: u8 = 3;
/// Words that are looked through for the border of a sentence.
const LONGEST: usize = 80;
/// Sentences of both sides together that are held against each other; more only stand in texts without paragraphs.
const MOST: usize = 40;
/// Words of the shortest sentence; what is shorter goes with the next ("No.", "Mr.").
const FEWEST: usize = 4;
/// Dice at which two sentences in the same order are one with other words.
const SAME: f64 = 0.4;
/// Share of the shorter sentence's words in the longer at which one has grown out of the other.
const GROWN: f64 = 0.7;
/// Dice of one sentence and two joined, at which it was cut in two or they were joined.
const SPLIT: f64 = 0.7;
/// Dice below which what stands between two sentences that stayed was replaced as a whole.
const RELATED: f64 = 0.4;

/// The sentences of two ranges, and which belong together, in order.
pub(crate) struct Pieces {
    links: Vec<(Range<usize>, Range<usize>)>,
    before: Range<usize>,
    after: Range<usize>,
    related: Vec<bool>,
    /// How many pairs of sentences were held against each other.
    pub held: usize,
}

impl Pieces {
    /// The ranges of words to look at, in order; the last of three tells whether they belong together. Those that do
    /// not came or went, or took each other's place.
    pub fn steps(&self) -> Vec<(Range<usize>, Range<usize>, bool)> {
        let mut steps = Vec::with_capacity(2 * self.links.len() + 1);
        let mut from = (self.before.start, self.after.start);
        for (i, (before, after)) in self.links.iter().enumerate() {
            steps.push((from.0..before.start, from.1..after.start, self.related[i]));
            steps.push((before.clone(), after.clone(), true));
            from = (before.end, after.end);
        }
        steps.push((from.0..self.before.end, from.1..self.after.end, self.related[self.links.len()]));
        steps
    }
}

/// Holds the sentences of two ranges against each other, or returns `None` where each lies in one sentence. The ranges
/// grow to the borders of their first and last sentences, as far as there is room on both sides.
pub(crate) fn pieces(
    old: &Line,
    new: &Line,
    before: &Range<usize>,
    after: &Range<usize>,
    room_before: usize,
    room_after: usize,
) -> Option<Pieces> {
    let has_border = |line: &Line, range: &Range<usize>| {
        range.len() > 1 && line.borders[range.start + 1..range.end].iter().any(|&b| b >= ENDS)
    };
    if !has_border(old, before) && !has_border(new, after) {
        return None;
    }
    let left = (0..=room_before.min(LONGEST)).find(|k| old.borders[before.start - k] >= ENDS).unwrap_or(0);
    let right = (0..=room_after.min(LONGEST)).find(|k| old.borders[before.end + k] >= ENDS).unwrap_or(0);
    let (before, after) = (before.start - left..before.end + right, after.start - left..after.end + right);
    let (olds, news) = (Sentence::all(old, &before), Sentence::all(new, &after));
    if olds.len() + news.len() > MOST {
        return None;
    }
    let links = linked(&olds, &news);
    let mut pieces = Pieces { links: Vec::new(), before, after, related: Vec::new(), held: olds.len() * news.len() };
    let mut from = (0, 0);
    for link in links.iter() {
        pieces.related.push(related(&olds[from.0..link.before.start], &news[from.1..link.after.start]));
        let span = |all: &[Sentence], range: &Range<usize>| all[range.start].words.start..all[range.end - 1].words.end;
        pieces.links.push((span(&olds, &link.before), span(&news, &link.after)));
        from = (link.before.end, link.after.end);
    }
    pieces.related.push(related(&olds[from.0..], &news[from.1..]));
    Some(pieces)
}

struct Sentence {
    words: Range<usize>,
    /// The numbers of its words, sorted.
    bag: Vec<u32>,
}

impl Sentence {
    fn all(line: &Line, range: &Range<usize>) -> Vec<Self> {
        let mut found = Vec::new();
        let mut start = range.start;
        for end in range.start + 1..=range.end {
            let words = (start..end).filter(|&i| line.is_word[i]).count();
            if end == range.end || (line.borders[end] >= ENDS && words >= FEWEST) {
                let mut bag: Vec<u32> = (start..end).filter(|&i| line.is_word[i]).map(|i| line.ids[i]).collect();
                bag.sort_unstable();
                found.push(Self { words: start..end, bag });
                start = end;
            }
        }
        found
    }
}

fn linked(olds: &[Sentence], news: &[Sentence]) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    let mut consider = |before: Range<usize>, after: Range<usize>, words: usize, old: usize, new: usize, least: f64| {
        let dice = dice(words, old, new);
        let shorter = old.min(new);
        let is_grown = before.len() + after.len() == 2 && shorter >= FEWEST && words as f64 >= GROWN * shorter as f64;
        if words > 0 && (dice >= least || is_grown) {
            candidates.push(Candidate { before, after, weight: (words as f64 * dice * 1_000.0) as u64 + 1 });
        }
    };
    let shared: Vec<Vec<usize>> =
        olds.iter().map(|old| news.iter().map(|new| in_both(&old.bag, &new.bag)).collect()).collect();
    for (b, old) in olds.iter().enumerate() {
        for (a, new) in news.iter().enumerate() {
            let (words, old_len, new_len) = (shared[b][a], old.bag.len(), new.bag.len());
            consider(b..b + 1, a..a + 1, words, old_len, new_len, SAME);
            // One sentence that two have in common: at most what each of the two has with it.
            if let Some(next) = news.get(a + 1) {
                let length = new_len + next.bag.len();
                if dice(words + shared[b][a + 1], old_len, length) >= SPLIT {
                    let words = in_both(&old.bag, &joined(&news[a..a + 2]));
                    consider(b..b + 1, a..a + 2, words, old_len, length, SPLIT);
                }
            }
            if let Some(next) = olds.get(b + 1) {
                let length = old_len + next.bag.len();
                if dice(words + shared[b + 1][a], length, new_len) >= SPLIT {
                    let words = in_both(&joined(&olds[b..b + 2]), &new.bag);
                    consider(b..b + 2, a..a + 1, words, length, new_len, SPLIT);
                }
            }
        }
    }
    heaviest_chain(candidates)
}

fn related(olds: &[Sentence], news: &[Sentence]) -> bool {
    if olds.is_empty() || news.is_empty() {
        return false;
    }
    let (old, new) = (joined(olds), joined(news));
    (olds.len() == 1 && news.len() == 1) || dice(in_both(&old, &new), old.len(), new.len()) >= RELATED
}

fn joined(sentences: &[Sentence]) -> Vec<u32> {
    let mut all: Vec<u32> = sentences.iter().flat_map(|s| s.bag.iter().copied()).collect();
    all.sort_unstable();
    all
}

fn dice(words: usize, old: usize, new: usize) -> f64 {
    2.0 * words as f64 / (old + new).max(1) as f64
}

/// How many numbers two sorted bags have in common.
fn in_both(old: &[u32], new: &[u32]) -> usize {
    let (mut i, mut j, mut both) = (0, 0, 0);
    while i < old.len() && j < new.len() {
        match old[i].cmp(&new[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, both) = (i + 1, j + 1, both + 1),
        }
    }
    both
}
