//! Which pieces of two sequences belong together.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

use crate::candidates::{Bag, bag, candidates, dice_of, similar_pairs, widest};
use crate::chain::{Candidate, heaviest_chain};

/// Pieces that belong together. One range has one piece; the other one or more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    pub before: Range<usize>,
    pub after: Range<usize>,
    /// Whether it crosses other links: a moved piece.
    pub moved: bool,
}

impl Link {
    fn pair(before: usize, after: usize) -> Self {
        Self { before: before..before + 1, after: after..after + 1, moved: false }
    }
}

/// Equal texts of fewer bytes ("***", "Read more") hold nothing in place by themselves.
const ANCHOR_BYTES: usize = 20;
/// Dice at which two pieces in another order are one that was moved and edited. ANALYSIS 3.1.
const MOVED: f64 = 0.7;
/// Dice at which two pieces are one with other words where each is the only one between the same neighbours.
const LONE: f64 = 0.25;
/// Two pieces of so few words between the same neighbours are one with other words.
const SHORT_WORDS: usize = 5;

/// Aligns two sequences of texts.
///
/// Returns links sorted by `before.start`; those that are not `moved` run in the same order on
/// both sides. A text in no link was removed or added. `fixed` are pairs that must be linked,
/// in order on both sides.
pub(crate) fn align(before: &[&str], after: &[&str], fixed: &[(usize, usize)]) -> Vec<Link> {
    let bytes = before.iter().chain(after).map(|text| text.len()).sum();
    let mut alignment =
        Alignment { before: Texts::of(before), after: Texts::of(after), links: Vec::new(), widest: widest(bytes) };
    let mut from = (0, 0);
    for &(b, a) in fixed {
        alignment.region(from.0..b, from.1..a);
        alignment.links.push(Link::pair(b, a));
        from = (b + 1, a + 1);
    }
    alignment.region(from.0..before.len(), from.1..after.len());
    alignment.moves();
    alignment.links.sort_by_key(|link| link.before.start);
    alignment.links
}

struct Texts<'a> {
    texts: &'a [&'a str],
    bags: Vec<OnceCell<Bag>>,
}

impl<'a> Texts<'a> {
    fn of(texts: &'a [&'a str]) -> Self {
        Self { texts, bags: vec![OnceCell::new(); texts.len()] }
    }

    fn with_bag(&self, i: usize) -> (&'a str, &Bag) {
        (self.texts[i], self.bags[i].get_or_init(|| bag(self.texts[i])))
    }
}

struct Alignment<'a> {
    before: Texts<'a>,
    after: Texts<'a>,
    links: Vec<Link>,
    widest: usize,
}

impl Alignment<'_> {
    /// Links the pieces of two ranges whose neighbours on both sides are linked already.
    fn region(&mut self, before: Range<usize>, after: Range<usize>) {
        let (before, after) = self.trim(before, after);
        if before.is_empty() || after.is_empty() {
            return;
        }
        let mut from = (before.start, after.start);
        for anchor in heaviest_chain(self.unique_equals(before.clone(), after.clone())) {
            self.gap(from.0..anchor.before.start, from.1..anchor.after.start);
            self.links.push(Link::pair(anchor.before.start, anchor.after.start));
            from = (anchor.before.end, anchor.after.end);
        }
        self.gap(from.0..before.end, from.1..after.end);
    }

    /// Links equal pieces at both ends and returns what lies between.
    fn trim(&mut self, mut before: Range<usize>, mut after: Range<usize>) -> (Range<usize>, Range<usize>) {
        let (old, new) = (self.before.texts, self.after.texts);
        while !before.is_empty() && !after.is_empty() && old[before.start] == new[after.start] {
            self.links.push(Link::pair(before.start, after.start));
            (before.start, after.start) = (before.start + 1, after.start + 1);
        }
        while !before.is_empty() && !after.is_empty() && old[before.end - 1] == new[after.end - 1] {
            (before.end, after.end) = (before.end - 1, after.end - 1);
            self.links.push(Link::pair(before.end, after.end));
        }
        (before, after)
    }

    /// Texts that both ranges have exactly once.
    fn unique_equals(&self, before: Range<usize>, after: Range<usize>) -> Vec<Candidate> {
        let mut seen: HashMap<&str, (Vec<usize>, Vec<usize>)> = HashMap::new();
        for b in before {
            seen.entry(self.before.texts[b]).or_default().0.push(b);
        }
        for a in after {
            if let Some(places) = seen.get_mut(self.after.texts[a]) {
                places.1.push(a);
            }
        }
        let unique = seen.iter().filter_map(|(text, places)| match (places.0.as_slice(), places.1.as_slice()) {
            (&[b], &[a]) if text.len() >= ANCHOR_BYTES => {
                Some(Candidate { before: b..b + 1, after: a..a + 1, weight: text.len() as u64 })
            }
            _ => None,
        });
        unique.collect()
    }

    /// Links what remains between anchors by the words that pieces share.
    fn gap(&mut self, before: Range<usize>, after: Range<usize>) {
        let (before, after) = self.trim(before, after);
        if before.is_empty() || after.is_empty() {
            return;
        }
        let old: Vec<_> = before.clone().map(|b| self.before.with_bag(b)).collect();
        let new: Vec<_> = after.clone().map(|a| self.after.with_bag(a)).collect();
        let mut chain = heaviest_chain(candidates(&old, &new, self.widest));
        if let ([(_, b)], [(_, a)]) = (&old[..], &new[..])
            && chain.is_empty()
            && (b.len().max(a.len()) <= SHORT_WORDS || dice_of(b, a) >= LONE)
        {
            chain.push(Candidate { before: 0..1, after: 0..1, weight: 1 });
        }
        self.links.extend(chain.into_iter().map(|c| Link {
            before: before.start + c.before.start..before.start + c.before.end,
            after: after.start + c.after.start..after.start + c.after.end,
            moved: false,
        }));
    }

    /// Links pieces that remain on both sides and are the same, or nearly: they were moved.
    fn moves(&mut self) {
        let mut old = unlinked(self.before.texts.len(), self.links.iter().map(|l| &l.before));
        let mut new = unlinked(self.after.texts.len(), self.links.iter().map(|l| &l.after));
        if old.is_empty() || new.is_empty() {
            return;
        }
        let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
        for &a in new.iter().rev() {
            places.entry(self.after.texts[a]).or_default().push(a);
        }
        let mut found: Vec<(usize, usize)> = Vec::new();
        old.retain(|&b| match places.get_mut(self.before.texts[b]).and_then(Vec::pop) {
            Some(a) => {
                found.push((b, a));
                false
            }
            None => true,
        });
        let mut taken = vec![false; self.after.texts.len()];
        found.iter().for_each(|&(_, a)| taken[a] = true);
        new.retain(|&a| !taken[a]);

        let old_bags: Vec<_> = old.iter().map(|&b| self.before.with_bag(b)).collect();
        let new_bags: Vec<_> = new.iter().map(|&a| self.after.with_bag(a)).collect();
        let (mut old_taken, mut new_taken) = (vec![false; old.len()], vec![false; new.len()]);
        for (b, a) in similar_pairs(&old_bags, &new_bags, MOVED, self.widest) {
            if !old_taken[b] && !new_taken[a] {
                (old_taken[b], new_taken[a]) = (true, true);
                found.push((old[b], new[a]));
            }
        }
        self.links.extend(found.into_iter().map(|(b, a)| Link { moved: true, ..Link::pair(b, a) }));
    }
}

/// The indexes below `length` that no range covers.
pub(crate) fn unlinked<'a>(length: usize, linked: impl Iterator<Item = &'a Range<usize>>) -> Vec<usize> {
    let mut free = vec![true; length];
    linked.for_each(|range| free[range.clone()].fill(false));
    (0..length).filter(|&i| free[i]).collect()
}
