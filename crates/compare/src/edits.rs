//! Which numbers of two sequences differ: Myers, in bounded time.

use std::collections::HashMap;
use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::chain::{Candidate, heaviest_chain};

/// A run that differs, by index in both sequences. Between two edits everything is equal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    pub before: Range<usize>,
    pub after: Range<usize>,
}

/// Items of both sides together that Myers may search at once: some 10 ms at worst, and more
/// words than any paragraph of a newspaper has. Longer sequences are first cut at anchors.
const SEARCHED_MAX: usize = 4_000;
/// Items in a row that must stand on both sides exactly once to be an anchor.
const ANCHOR_ITEMS: usize = 4;

/// Returns the runs that differ, in order. The shortest answer for sequences up to
/// [`SEARCHED_MAX`]; for longer ones an exact answer, at worst "all of it".
pub(crate) fn edits(old: &[u32], new: &[u32]) -> Vec<Edit> {
    let mut found = Vec::new();
    if old.len() + new.len() <= SEARCHED_MAX {
        search(old, new, 0..old.len(), 0..new.len(), &mut found);
        return found;
    }
    let mut from = (0, 0);
    for anchor in heaviest_chain(anchors(old, new)) {
        search(old, new, from.0..anchor.before.start, from.1..anchor.after.start, &mut found);
        from = (anchor.before.end, anchor.after.end);
    }
    search(old, new, from.0..old.len(), from.1..new.len(), &mut found);
    found
}

fn search(old: &[u32], new: &[u32], before: Range<usize>, after: Range<usize>, found: &mut Vec<Edit>) {
    let (old, new) = (&old[before.clone()], &new[after.clone()]);
    let head = old.iter().zip(new).take_while(|(o, n)| o == n).count();
    let (old, new) = (&old[head..], &new[head..]);
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(|(o, n)| o == n).count();
    let (old, new) = (&old[..old.len() - tail], &new[..new.len() - tail]);
    let (b, a) = (before.start + head, after.start + head);
    if old.is_empty() && new.is_empty() {
        return;
    }
    if old.len() + new.len() > SEARCHED_MAX || old.is_empty() || new.is_empty() {
        found.push(Edit { before: b..b + old.len(), after: a..a + new.len() });
        return;
    }
    let shift = |range: Range<usize>, by: usize| range.start + by..range.end + by;
    let ops = capture_diff_slices(Algorithm::Myers, old, new);
    let changed = ops.iter().filter(|op| op.tag() != DiffTag::Equal);
    found.extend(changed.map(|op| Edit { before: shift(op.old_range(), b), after: shift(op.new_range(), a) }));
}

/// Places where both sequences go through the same items, and nowhere else.
fn anchors(old: &[u32], new: &[u32]) -> Vec<Candidate> {
    let mut places: HashMap<&[u32], (Place, Place)> = HashMap::new();
    for (i, items) in old.windows(ANCHOR_ITEMS).enumerate() {
        places.entry(items).or_default().0.add(i);
    }
    for (i, items) in new.windows(ANCHOR_ITEMS).enumerate() {
        if let Some(place) = places.get_mut(items) {
            place.1.add(i);
        }
    }
    let both = places.into_values().filter_map(|places| match places {
        (Place::Once(b), Place::Once(a)) => Some(Candidate { before: b..b + 1, after: a..a + 1, weight: 1 }),
        _ => None,
    });
    both.collect()
}

#[derive(Debug, Clone, Copy, Default)]
enum Place {
    #[default]
    Nowhere,
    Once(usize),
    Often,
}

impl Place {
    fn add(&mut self, at: usize) {
        *self = if matches!(self, Self::Nowhere) { Self::Once(at) } else { Self::Often };
    }
}
