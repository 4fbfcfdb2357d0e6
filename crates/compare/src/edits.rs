//! Which words of two texts differ, in bounded time.

use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};
use text::WordMap;

use crate::chain::{Candidate, heaviest_chain};
use crate::choice::{Line, choose};
use crate::sentences::{Pieces, pieces};

/// A run that differs, by index in both sequences. Between two edits everything is equal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    pub before: Range<usize>,
    pub after: Range<usize>,
    /// Whether it is one sentence or several that came or went: a difference of its own.
    pub whole: bool,
}

impl Edit {
    pub fn of(before: Range<usize>, after: Range<usize>) -> Self {
        Self { before, after, whole: false }
    }
}

/// Items of both sides together that Myers may search at once: some 10 ms at worst, and more
/// words than any paragraph of a newspaper has. Longer sequences are first cut at anchors.
const SEARCHED_MAX: usize = 4_000;
/// And at least, in whatever long sequences.
const SEARCHED_LEAST: usize = 100;
/// Steps that all searches in two sequences may take at worst.
const STEPS: usize = 10_000_000;
/// Items in a row that must stand on both sides exactly once to be an anchor.
const ANCHOR_ITEMS: usize = 4;
/// Pairs of words that are weighed without a search that parts them first.
const WEIGHED_AT_ONCE: usize = 2_000;
/// Pairs of words that are weighed at most; where more differ in one place, the shortest script stands.
const WEIGHED_MAX: usize = 16_000;
/// Pairs of words that are weighed in two sequences together; what comes behind stands as the shortest script has it.
const WEIGHED_IN_ALL: usize = 4_000_000;
/// What holding one sentence against another costs, in pairs of words.
const SENTENCE_COST: usize = 100;
/// Words of a passage that may be told to be another one altogether.
const REWRITTEN_WORDS: usize = 6;
/// Of so many words of the shorter side one must stay for a passage to be the same in other words.
const STAYS: usize = 4;
/// Equal words in a row that no better script would give up.
const FIRM: usize = 8;
/// Equal words around a difference that are weighed with it.
const AROUND: usize = FIRM / 2;

/// Returns the runs that differ, in order: the script that people would choose where few words differ in one place, the
/// shortest for up to [`SEARCHED_MAX`] words, and else an exact one, at worst "all of it".
pub(crate) fn edits(old: &Line, new: &Line) -> Vec<Edit> {
    let mut search = Search { old, new, found: Vec::new(), left: WEIGHED_IN_ALL };
    let (before, after) = search.trimmed(0..old.ids.len(), 0..new.ids.len());
    if before.is_empty() || after.is_empty() {
        search.push(before, after);
    } else if before.len() * after.len() <= WEIGHED_AT_ONCE {
        search.weigh(&before, &after, &(0..old.ids.len()), &(0..new.ids.len()));
    } else {
        let shortest = shortest(&old.ids, &new.ids, before, after);
        search.refine(&shortest);
    }
    search.found
}

struct Search<'a> {
    old: &'a Line,
    new: &'a Line,
    found: Vec<Edit>,
    /// Pairs of words that may still be weighed.
    left: usize,
}

impl Search<'_> {
    fn push(&mut self, before: Range<usize>, after: Range<usize>) {
        if !(before.is_empty() && after.is_empty()) {
            self.found.push(Edit::of(before, after));
        }
    }

    /// Two ranges without the words that are equal at both their ends.
    fn trimmed(&self, mut before: Range<usize>, mut after: Range<usize>) -> (Range<usize>, Range<usize>) {
        let (old, new) = (&self.old.ids, &self.new.ids);
        while !before.is_empty() && !after.is_empty() && old[before.start] == new[after.start] {
            (before.start, after.start) = (before.start + 1, after.start + 1);
        }
        while !before.is_empty() && !after.is_empty() && old[before.end - 1] == new[after.end - 1] {
            (before.end, after.end) = (before.end - 1, after.end - 1);
        }
        (before, after)
    }

    /// Weighs anew what stands between firm runs of a script.
    fn refine(&mut self, script: &[Edit]) {
        let mut rest = script;
        let mut from = (0, 0);
        while !rest.is_empty() {
            let is_firm = |pair: &[Edit]| pair[1].before.start - pair[0].before.end >= FIRM;
            let count = rest.windows(2).position(is_firm).map_or(rest.len(), |i| i + 1);
            let (cluster, others) = rest.split_at(count);
            let (first, last) = (&cluster[0], &cluster[count - 1]);
            let (before, after) = (first.before.start..last.before.end, first.after.start..last.after.end);
            let to = match others.first() {
                Some(next) => (next.before.start - AROUND, next.after.start - AROUND),
                None => (self.old.ids.len(), self.new.ids.len()),
            };
            let cost = before.len() * after.len();
            if cost == 0 || cost > WEIGHED_MAX.min(self.left) {
                self.found.extend_from_slice(cluster);
            } else {
                self.weigh(&before, &after, &(from.0..to.0), &(from.1..to.1));
            }
            from = (last.before.end + AROUND, last.after.end + AROUND);
            rest = others;
        }
    }

    /// Finds the differences of two ranges that are not equal at their ends, looking around within bounds.
    fn weigh(
        &mut self,
        before: &Range<usize>,
        after: &Range<usize>,
        old_bounds: &Range<usize>,
        new_bounds: &Range<usize>,
    ) {
        let room_before = (before.start - old_bounds.start).min(after.start - new_bounds.start);
        let room_after = (old_bounds.end - before.end).min(new_bounds.end - after.end);
        if let Some(pieces) = pieces(self.old, self.new, before, after, room_before, room_after) {
            self.left = self.left.saturating_sub(pieces.held * SENTENCE_COST);
            self.by_sentences(&pieces);
            return;
        }
        let (left, right) = (room_before.min(AROUND), room_after.min(AROUND));
        let (before, after) = (before.start - left..before.end + right, after.start - left..after.end + right);
        self.left = self.left.saturating_sub(before.len() * after.len());
        let first = self.found.len();
        choose(self.old, self.new, &before, &after, &mut self.found);
        self.join_rewritten(first);
    }

    /// Makes one of the differences from `first` on where next to nothing stays between them.
    fn join_rewritten(&mut self, first: usize) {
        let [start, .., end] = &self.found[first..] else { return };
        let (before, after) = (start.before.start..end.before.end, start.after.start..end.after.end);
        let words = |line: &Line, range: Range<usize>| line.is_word[range].iter().filter(|&&is_word| is_word).count();
        let (old, new) = (words(self.old, before.clone()), words(self.new, after.clone()));
        let gone: usize = self.found[first..].iter().map(|e| words(self.old, e.before.clone())).sum();
        if old.min(new) >= REWRITTEN_WORDS && (old - gone) * STAYS < old.min(new) {
            self.found.truncate(first);
            self.found.push(Edit::of(before, after));
        }
    }

    fn by_sentences(&mut self, pieces: &Pieces) {
        for (before, after, is_linked) in pieces.steps() {
            if is_linked {
                let (before, after) = self.trimmed(before, after);
                let cost = before.len() * after.len();
                if cost == 0 || cost > WEIGHED_MAX.min(self.left) {
                    self.push(before, after);
                } else {
                    self.left -= cost;
                    choose(self.old, self.new, &before, &after, &mut self.found);
                }
            } else if !(before.is_empty() && after.is_empty()) {
                let whole = before.is_empty() || after.is_empty();
                self.found.push(Edit { before, after, whole });
            }
        }
    }
}

/// The shortest script between two ranges, or an exact one where they are too long to search.
fn shortest(old: &[u32], new: &[u32], before: Range<usize>, after: Range<usize>) -> Vec<Edit> {
    let items = before.len() + after.len();
    let longest = (2 * STEPS / items.max(1)).clamp(SEARCHED_LEAST, SEARCHED_MAX);
    let mut found = Vec::new();
    search(old, new, before, after, longest, DEPTH, &mut found);
    found
}

/// How often a range that is too long is cut at anchors again.
const DEPTH: usize = 3;

fn search(
    old: &[u32],
    new: &[u32],
    before: Range<usize>,
    after: Range<usize>,
    longest: usize,
    depth: usize,
    found: &mut Vec<Edit>,
) {
    let (all_old, all_new) = (old, new);
    let (old, new) = (&old[before.clone()], &new[after.clone()]);
    let head = old.iter().zip(new).take_while(|(o, n)| o == n).count();
    let (old, new) = (&old[head..], &new[head..]);
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(|(o, n)| o == n).count();
    let (old, new) = (&old[..old.len() - tail], &new[..new.len() - tail]);
    let (b, a) = (before.start + head, after.start + head);
    if old.is_empty() && new.is_empty() {
        return;
    }
    let (before, after) = (b..b + old.len(), a..a + new.len());
    if old.is_empty() || new.is_empty() {
        found.push(Edit::of(before, after));
        return;
    }
    if old.len() + new.len() > longest {
        let chain = if depth > 0 { heaviest_chain(anchors(all_old, all_new, &before, &after)) } else { Vec::new() };
        if chain.is_empty() {
            found.push(Edit::of(before, after));
            return;
        }
        // Where most of a range lies between two anchors, it has no others.
        let items = before.len() + after.len();
        let depth_of = |b: &Range<usize>, a: &Range<usize>| if 2 * (b.len() + a.len()) > items { 0 } else { depth - 1 };
        let mut from = (before.start, after.start);
        for anchor in chain {
            let (b, a) = (from.0..anchor.before.start, from.1..anchor.after.start);
            let depth = depth_of(&b, &a);
            search(all_old, all_new, b, a, longest, depth, found);
            from = (anchor.before.end, anchor.after.end);
        }
        let (b, a) = (from.0..before.end, from.1..after.end);
        let depth = depth_of(&b, &a);
        search(all_old, all_new, b, a, longest, depth, found);
        return;
    }
    let shift = |range: Range<usize>, by: usize| range.start + by..range.end + by;
    let ops = capture_diff_slices(Algorithm::Myers, old, new);
    let changed = ops.iter().filter(|op| op.tag() != DiffTag::Equal);
    found.extend(changed.map(|op| Edit::of(shift(op.old_range(), b), shift(op.new_range(), a))));
}

/// Places where both ranges go through the same items, and nowhere else.
fn anchors(old: &[u32], new: &[u32], before: &Range<usize>, after: &Range<usize>) -> Vec<Candidate> {
    let key = |items: &[u32]| -> [u64; 2] {
        let pair = |i: usize| u64::from(items[i]) << 32 | u64::from(items[i + 1]);
        [pair(0), pair(2)]
    };
    let mut places: WordMap<[u64; 2], (Place, Place)> = WordMap::default();
    places.reserve(before.len());
    for (i, items) in old[before.clone()].windows(ANCHOR_ITEMS).enumerate() {
        places.entry(key(items)).or_default().0.add(i);
    }
    for (i, items) in new[after.clone()].windows(ANCHOR_ITEMS).enumerate() {
        if let Some(place) = places.get_mut(&key(items)) {
            place.1.add(i);
        }
    }
    let both = places.into_values().filter_map(|places| {
        let (b, a) = (before.start + places.0.once()?, after.start + places.1.once()?);
        Some(Candidate { before: b..b + 1, after: a..a + 1, weight: 1 })
    });
    both.collect()
}

/// Where something stands: 0 nowhere, the greatest number in more places than one, else one more than its place.
#[derive(Debug, Clone, Copy, Default)]
struct Place(u32);

impl Place {
    fn add(&mut self, at: usize) {
        self.0 = if self.0 == 0 { u32::try_from(at + 1).unwrap_or(u32::MAX) } else { u32::MAX };
    }

    fn once(self) -> Option<usize> {
        (self.0 != u32::MAX).then_some(self.0 as usize)?.checked_sub(1)
    }
}
