//! The heaviest chain of pairs that run in the same order on both sides.

use std::ops::Range;

/// Pieces of both sides that may belong together, and how much speaks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub before: Range<usize>,
    pub after: Range<usize>,
    pub weight: u64,
}

/// Returns the candidates of the heaviest chain, in order: each begins where the one before has
/// ended or later, on both sides. Among chains of one weight the earliest found stays.
///
/// O(n log n) in the number of candidates.
pub(crate) fn heaviest_chain(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_by_key(|c| (c.before.start, c.after.start, c.before.end, c.after.end));
    let mut by_end: Vec<usize> = (0..candidates.len()).collect();
    by_end.sort_by_key(|&i| candidates[i].before.end);
    let mut ended = by_end.into_iter().peekable();

    // Places count from the first, so that a short chain far inside a long text costs no more than one at its start.
    let base = candidates.iter().map(|c| c.after.start).min().unwrap_or(0);
    let width = candidates.iter().map(|c| c.after.end).max().unwrap_or(0) + 1 - base;
    let mut best_up_to = PrefixMax::new(width);
    let mut total = vec![0; candidates.len()];
    let mut previous = vec![None; candidates.len()];
    for (i, candidate) in candidates.iter().enumerate() {
        // A candidate that has ended on the earlier side lies before this one in sort order, so
        // its total is known.
        while let Some(done) = ended.next_if(|&d| candidates[d].before.end <= candidate.before.start) {
            best_up_to.raise(candidates[done].after.end - base, total[done], done);
        }
        let (weight, link) = best_up_to.get(candidate.after.start - base);
        total[i] = weight + candidate.weight;
        previous[i] = link;
    }

    let last = (0..candidates.len()).max_by_key(|&i| (total[i], std::cmp::Reverse(i)));
    let mut chain: Vec<Candidate> =
        std::iter::successors(last, |&i| previous[i]).map(|i| candidates[i].clone()).collect();
    chain.reverse();
    chain
}

/// A Fenwick tree: the greatest weight at or below a place, with its owner.
struct PrefixMax {
    nodes: Vec<(u64, Option<usize>)>,
}

impl PrefixMax {
    fn new(width: usize) -> Self {
        Self { nodes: vec![(0, None); width + 1] }
    }

    fn raise(&mut self, place: usize, weight: u64, owner: usize) {
        let mut i = place + 1;
        while i < self.nodes.len() {
            if weight > self.nodes[i].0 {
                self.nodes[i] = (weight, Some(owner));
            }
            i += i & i.wrapping_neg();
        }
    }

    fn get(&self, place: usize) -> (u64, Option<usize>) {
        let mut best = (0, None);
        let mut i = place + 1;
        while i > 0 {
            if self.nodes[i].0 > best.0 {
                best = self.nodes[i];
            }
            i -= i & i.wrapping_neg();
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heavier_of_two_crossing_pairs_stays() {
        let pair = |b, a, weight| Candidate { before: b..b + 1, after: a..a + 1, weight };
        let cases = [
            (vec![pair(0, 1, 5), pair(1, 0, 9)], vec![(1, 0)]),
            (vec![pair(0, 0, 1), pair(1, 2, 1), pair(2, 1, 1), pair(3, 3, 1)], vec![(0, 0), (1, 2), (3, 3)]),
            (vec![pair(0, 2, 9), pair(1, 0, 5), pair(2, 1, 5)], vec![(1, 0), (2, 1)]),
            (vec![], vec![]),
        ];
        for (candidates, want) in cases {
            let got: Vec<_> = heaviest_chain(candidates).iter().map(|c| (c.before.start, c.after.start)).collect();
            assert_eq!(got, want);
        }
    }

    #[test]
    fn ranges_take_their_whole_width() {
        let split = Candidate { before: 0..1, after: 0..2, weight: 8 };
        let first = Candidate { before: 0..1, after: 0..1, weight: 5 };
        let second = Candidate { before: 1..2, after: 1..2, weight: 5 };
        assert_eq!(heaviest_chain(vec![split.clone(), first.clone()]), std::slice::from_ref(&split));
        assert_eq!(heaviest_chain(vec![split, first.clone(), second.clone()]), [first, second]);
    }
}
