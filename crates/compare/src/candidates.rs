//! Which pieces may belong together: those that share words.

use std::collections::HashMap;
use std::ops::Range;

use text::WordMap;

use crate::chain::Candidate;

/// The word keys of a piece, sorted, so that two bags can be merged.
pub(crate) type Bag = Vec<u64>;

/// The bag of a text.
pub(crate) fn bag(text: &str) -> Bag {
    let mut keys = text::word_keys(text);
    keys.sort_unstable();
    keys
}

/// Sorensen-Dice at which two blocks in the same order are one block with other words; below it a
/// reader would call them two blocks. ANALYSIS 3.1.
const SAME_BLOCK: f64 = 0.45;
/// Share of the shorter block's words in the longer at which one has grown out of the other.
const GROWN: f64 = 0.8;
/// Shorter blocks than this are mostly inside any long one by chance.
const GROWN_WORDS: usize = 8;
/// Dice of one block and several joined, at which it was split or they were merged. ANALYSIS 3.1.
const SPLIT: f64 = 0.8;
/// Share of a block's words that its joined counterpart must hold to be tried as a piece of it.
const PIECE_OF_SPLIT: f64 = 0.6;
/// Blocks that one block may be split into; longer runs cost more than they have been seen.
const SPLIT_MAX: usize = 6;
/// Word meetings counted for two texts; at some ns each, below 30 ms.
const MEETINGS: usize = 2_000_000;
/// Pieces of the other side that a word is looked up in at least, however long the texts are.
const WIDEST_LEAST: usize = 16;
/// Pieces of the other side that a piece may be the same as: the heaviest are kept.
const SAME_MAX: usize = 16;
/// Bytes of a word with what parts it from the next, roughly.
const WORD_BYTES: usize = 6;

/// How many pieces a word may stand in for it to be looked up, in texts of so many bytes together.
///
/// Words that stand nearly everywhere say the least and cost the most: in long texts they are left out, so that the work
/// stays bounded over all gaps between pieces that are equal.
pub(crate) fn widest(bytes: usize) -> usize {
    (MEETINGS / (bytes / WORD_BYTES).max(1)).max(WIDEST_LEAST)
}

/// Returns candidates for the pieces of two sequences by the words they share.
///
/// Indexes count from 0 in the given slices. `texts` are the texts of the bags.
/// `widest` bounds the work: see [`widest`].
pub(crate) fn candidates(before: &[(&str, &Bag)], after: &[(&str, &Bag)], widest: usize) -> Vec<Candidate> {
    let shared = meetings(before, after, widest);
    let mut found = Vec::new();
    for (b, row) in shared.iter().enumerate() {
        let first = found.len();
        for &(a, words) in row {
            let dice = dice(words, before[b].1.len(), after[a].1.len());
            if dice >= SAME_BLOCK || is_grown(words, before[b].1.len(), after[a].1.len()) {
                found.push(candidate(b..b + 1, a..a + 1, words, dice, before[b].0 == after[a].0));
            }
        }
        if found.len() - first > SAME_MAX {
            found[first..].sort_by_key(|c| (std::cmp::Reverse(c.weight), c.after.start.abs_diff(b)));
            found.truncate(first + SAME_MAX);
        }
    }
    found.extend(splits(before, after, &shared));
    let turned = splits(after, before, &transposed(&shared, after.len()));
    found.extend(turned.into_iter().map(|c| Candidate { before: c.after, after: c.before, weight: c.weight }));
    found.extend(equals(before, after));
    found
}

/// Returns pairs of at least the given Dice, best first.
pub(crate) fn similar_pairs(
    before: &[(&str, &Bag)],
    after: &[(&str, &Bag)],
    least: f64,
    widest: usize,
) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (b, row) in meetings(before, after, widest).iter().enumerate() {
        for &(a, words) in row {
            let dice = dice(words, before[b].1.len(), after[a].1.len());
            if dice >= least {
                found.push((candidate(b..b + 1, a..a + 1, words, dice, false).weight, b, a));
            }
        }
    }
    found.sort_by_key(|&(weight, b, a)| (std::cmp::Reverse(weight), b.abs_diff(a), b, a));
    found.into_iter().map(|(_, b, a)| (b, a)).collect()
}

/// Weight grows with the words shared, so that a long block holds its place against a short one.
fn candidate(before: Range<usize>, after: Range<usize>, words: usize, dice: f64, equal: bool) -> Candidate {
    let weight = (words as f64 * dice * 1_000.0) as u64 + if equal { 500 } else { 0 } + 1;
    Candidate { before, after, weight }
}

/// Sorensen-Dice of two bags.
pub(crate) fn dice_of(before: &Bag, after: &Bag) -> f64 {
    dice(in_both(before, after), before.len(), after.len())
}

fn dice(words: usize, before: usize, after: usize) -> f64 {
    2.0 * words as f64 / (before + after).max(1) as f64
}

/// Whether the shorter block is nearly all inside the longer: a paragraph that grew or shrank.
fn is_grown(words: usize, before: usize, after: usize) -> bool {
    let shorter = before.min(after);
    shorter >= GROWN_WORDS && words as f64 >= GROWN * shorter as f64
}

/// For each piece of `before`: the pieces of `after` that share words with it, and how many
/// (repeated words count as often as both have them).
fn meetings(before: &[(&str, &Bag)], after: &[(&str, &Bag)], widest: usize) -> Vec<Vec<(usize, usize)>> {
    if let (&[(_, old)], &[(_, new)]) = (before, after) {
        let words = in_both(old, new);
        return vec![if words > 0 { vec![(0, words)] } else { Vec::new() }];
    }
    // Each word with how many pieces have it, and the last of them; each entry names the one before it.
    let mut places: WordMap<(u64, u32), (u32, u32)> = WordMap::default();
    let mut entries: Vec<(u32, u32)> = Vec::new();
    for (a, (_, bag)) in after.iter().enumerate() {
        for word in numbered(bag) {
            let (count, last) = places.entry(word).or_insert((0, 0));
            entries.push((a as u32, *last));
            (*count, *last) = (*count + 1, entries.len() as u32 - 1);
        }
    }
    let mut counts = vec![0; after.len()];
    let count_piece = |(_, bag): &(&str, &Bag)| {
        let mut met: Vec<usize> = Vec::new();
        for word in numbered(bag) {
            let Some(&(count, last)) = places.get(&word).filter(|place| place.0 as usize <= widest) else { continue };
            let mut at = last;
            for _ in 0..count {
                let (a, earlier) = entries[at as usize];
                if counts[a as usize] == 0 {
                    met.push(a as usize);
                }
                counts[a as usize] += 1;
                at = earlier;
            }
        }
        met.sort_unstable();
        met.into_iter().map(|a| (a, std::mem::take(&mut counts[a]))).collect()
    };
    before.iter().map(count_piece).collect()
}

/// The words of a bag, each with the number of its occurrence.
fn numbered(bag: &Bag) -> impl Iterator<Item = (u64, u32)> {
    let mut last = None;
    bag.iter().map(move |&key| {
        let n = match last {
            Some((k, n)) if k == key => n + 1,
            _ => 0,
        };
        last = Some((key, n));
        (key, n)
    })
}

fn transposed(shared: &[Vec<(usize, usize)>], width: usize) -> Vec<Vec<(usize, usize)>> {
    let mut turned = vec![Vec::new(); width];
    for (b, row) in shared.iter().enumerate() {
        for &(a, words) in row {
            turned[a].push((b, words));
        }
    }
    turned
}

/// One piece against runs of two and more: each of a run mostly inside the one, and all of them
/// together nearly the same.
fn splits(one: &[(&str, &Bag)], many: &[(&str, &Bag)], shared: &[Vec<(usize, usize)>]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (b, row) in shared.iter().enumerate() {
        let length = one[b].1.len();
        let is_inside = |&&(a, words): &&(usize, usize)| words as f64 >= PIECE_OF_SPLIT * many[a].1.len() as f64;
        let inside: Vec<(usize, usize)> = row.iter().filter(is_inside).copied().collect();
        for (i, &(first, words)) in inside.iter().enumerate() {
            // What the pieces have together is at most the sum of what each has.
            let (mut total, mut most) = (many[first].1.len(), words);
            for (count, &(a, words)) in (2..=SPLIT_MAX).zip(&inside[i + 1..]) {
                (total, most) = (total + many[a].1.len(), most + words);
                if a != first + count - 1 || total > 2 * length {
                    break;
                }
                if dice(most.min(length), length, total) < SPLIT {
                    continue;
                }
                let mut joined: Bag = many[first..=a].iter().flat_map(|(_, bag)| bag.iter().copied()).collect();
                joined.sort_unstable();
                let words = in_both(one[b].1, &joined);
                let dice = dice(words, length, total);
                if dice >= SPLIT {
                    // A piece that only grew weighs more with its own than as part of a split.
                    found.push(candidate(b..b + 1, first..a + 1, words, dice * dice, false));
                }
            }
        }
    }
    found
}

fn in_both(a: &Bag, b: &Bag) -> usize {
    let (mut i, mut j, mut both) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, both) = (i + 1, j + 1, both + 1),
        }
    }
    both
}

/// Equal texts, by the number of their occurrence from the start and from the end. Whatever
/// stands on both sides often ("***") has one partner or two, not as many as there are.
fn equals(before: &[(&str, &Bag)], after: &[(&str, &Bag)]) -> Vec<Candidate> {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (a, (text, _)) in after.iter().enumerate() {
        places.entry(text).or_default().push(a);
    }
    let mut totals: HashMap<&str, usize> = HashMap::new();
    for (text, _) in before {
        *totals.entry(text).or_default() += 1;
    }
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut found = Vec::new();
    for (b, (text, bag)) in before.iter().enumerate() {
        let Some(places) = places.get(text) else { continue };
        let number = seen.entry(text).or_default();
        let from_end = (places.len() + *number).checked_sub(totals[text]);
        for a in [places.get(*number), from_end.and_then(|n| places.get(n))].into_iter().flatten() {
            found.push(candidate(b..b + 1, *a..a + 1, bag.len(), 1.0, true));
        }
        *number += 1;
    }
    found
}
