//! Rows of the alignment, by block index.

use news::{Aligned, ChangeKind, Op};

use crate::align::{Link, unlinked};

/// The kinds that links tell by themselves.
pub(crate) fn kinds(links: &[Link]) -> Vec<ChangeKind> {
    let of = |link: &Link| match (link.moved, link.before.len(), link.after.len()) {
        (true, ..) => Some(ChangeKind::MovedPara),
        (_, 1, 1) => None,
        (_, 1, _) => Some(ChangeKind::Split),
        _ => Some(ChangeKind::Merged),
    };
    links.iter().filter_map(of).collect()
}

/// The rows of links and of what is in no link. Blocks are given as index and text.
pub(crate) fn aligned(links: &[Link], old: &[(usize, &str)], new: &[(usize, &str)]) -> Vec<Aligned> {
    let row = |link: &Link| Aligned {
        op: op(link, old, new),
        before: old[link.before.clone()].iter().map(|b| b.0).collect(),
        after: new[link.after.clone()].iter().map(|b| b.0).collect(),
    };
    let gone = unlinked(old.len(), links.iter().map(|l| &l.before));
    let come = unlinked(new.len(), links.iter().map(|l| &l.after));
    let gone = gone.into_iter().map(|i| Aligned { op: Op::Removed, before: vec![old[i].0], after: vec![] });
    let come = come.into_iter().map(|i| Aligned { op: Op::Added, before: vec![], after: vec![new[i].0] });
    links.iter().map(row).chain(gone).chain(come).collect()
}

fn op(link: &Link, old: &[(usize, &str)], new: &[(usize, &str)]) -> Op {
    match (link.before.len(), link.after.len()) {
        _ if link.moved => Op::Moved,
        (1, 1) if old[link.before.start].1 == new[link.after.start].1 => Op::Equal,
        (1, 1) => Op::Changed,
        (1, _) => Op::Split,
        _ => Op::Merged,
    }
}

/// Returns the rows of text blocks together with those of parts, in the order of the later
/// reading; a removed row stands after the block that it stood after.
pub(crate) fn in_order(texts: Vec<Aligned>, parts: Vec<Aligned>) -> Vec<Aligned> {
    let rows = texts.into_iter().chain(parts);
    let (mut removed, mut shown): (Vec<_>, Vec<_>) = rows.partition(|row| row.after.is_empty());
    removed.sort_by_key(|row| row.before[0]);
    shown.sort_by_key(|row| row.after[0]);

    // The shown row, by its number from 1, that a removed one stands after; 0: before all.
    let mut stays: Vec<(usize, usize)> = Vec::new();
    for (number, row) in (1..).zip(&shown) {
        if row.op != Op::Moved {
            stays.extend(row.before.iter().map(|&block| (block, number)));
        }
    }
    stays.sort_unstable();
    let place = |block| match stays.partition_point(|&(b, _)| b < block) {
        0 => 0,
        i => stays[i - 1].1,
    };
    let mut placed: Vec<(usize, usize, Aligned)> =
        removed.into_iter().map(|row| (place(row.before[0]), 1 + row.before[0], row)).collect();
    placed.extend((1..).zip(shown).map(|(number, row)| (number, 0, row)));
    placed.sort_by_key(|&(number, block, _)| (number, block));
    placed.into_iter().map(|(_, _, row)| row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn removed_blocks_stand_where_they_stood() {
        let row = |op, before: &[usize], after: &[usize]| Aligned { op, before: before.into(), after: after.into() };
        let texts = vec![
            row(Op::Removed, &[4], &[]),
            row(Op::Equal, &[0], &[0]),
            row(Op::Equal, &[3], &[2]),
            row(Op::Moved, &[2], &[4]),
            row(Op::Removed, &[1], &[]),
        ];
        let rows = in_order(texts, vec![row(Op::Equal, &[5], &[3])]);
        let order: Vec<_> = rows.iter().map(|r| (r.before.clone(), r.after.clone())).collect();
        let want: [(&[usize], &[usize]); 6] =
            [(&[0], &[0]), (&[1], &[]), (&[3], &[2]), (&[4], &[]), (&[5], &[3]), (&[2], &[4])];
        assert_eq!(order, want.map(|(b, a)| (b.to_vec(), a.to_vec())));
    }
}
