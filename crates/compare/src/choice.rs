//! Which of many ways to turn one run of words into another a person would choose.

use std::ops::Range;

use crate::edits::Edit;

/// What each thing is worth. A kept word outweighs a difference more ([`APART`]), two marks do, and among ways of one
/// weight the one wins whose differences begin and end where sentences and clauses do. Found on the pairs of sentences
/// of `eval/changes/spans.py`, the half whose ids have an odd digest set aside.
const WORD: i32 = 100;
const MARK: i32 = 50;
const APART: i32 = 60;

/// One side: numbers for its words, which of them are words, and how well a difference may begin or end before each
/// (one more than there are words; 0 to 4).
pub(crate) struct Line {
    pub ids: Vec<u32>,
    pub is_word: Vec<bool>,
    pub borders: Vec<u8>,
}

const FROM_EDIT: u8 = 1; // the kept word stands right behind a difference
const STEP_BEFORE: u8 = 2; // the difference takes a word of the earlier side; else one of the later
const OPENED: u8 = 4; // and begins with it

/// Adds the runs that differ between two ranges, in order: those of the script of the greatest worth.
///
/// # Cost
/// Some ns for each pair of words: callers bound the ranges.
pub(crate) fn choose(old: &Line, new: &Line, before: &Range<usize>, after: &Range<usize>, found: &mut Vec<Edit>) {
    let (rows, columns) = (before.len(), after.len());
    let worst = i32::MIN / 2;
    let mut trail = vec![0u8; (rows + 1) * (columns + 1)];
    // The greatest worth up to a place, by whether what was last is kept or differs; of the row before, then of this one.
    let (mut kept, mut differs) = (vec![worst; columns + 1], vec![worst; columns + 1]);
    let new_borders = &new.borders[after.start..=after.end];
    for i in 0..=rows {
        let row = &mut trail[i * (columns + 1)..][..columns + 1];
        let border = i32::from(old.borders[before.start + i]);
        let border_above = if i == 0 { 0 } else { i32::from(old.borders[before.start + i - 1]) };
        let word = (i > 0).then(|| before.start + i - 1);
        let worth = word.map_or(0, |w| if old.is_word[w] { WORD } else { MARK });
        let id = word.map(|w| old.ids[w]);
        let (mut kept_above, mut differs_above) = (worst, worst); // of the place above and to the left
        let (mut kept_left, mut differs_left) = (worst, worst);
        for (j, step) in row.iter_mut().enumerate() {
            let here = border + i32::from(new_borders[j]);
            let (up_kept, up_differs) = (kept[j], differs[j]);
            let mut kept_here = if i == 0 && j == 0 { 0 } else { worst };
            if j > 0 && id == Some(new.ids[after.start + j - 1]) {
                let closed = differs_above + border_above + i32::from(new_borders[j - 1]);
                if closed > kept_above {
                    *step |= FROM_EDIT;
                }
                kept_here = closed.max(kept_above) + worth;
            }
            let mut best = worst;
            if i > 0 {
                let opened = up_kept - APART + border_above + i32::from(new_borders[j]);
                best = up_differs.max(opened);
                *step |= STEP_BEFORE | if opened > up_differs { OPENED } else { 0 };
            }
            if j > 0 {
                let opened = kept_left - APART + border + i32::from(new_borders[j - 1]);
                if differs_left.max(opened) > best {
                    best = differs_left.max(opened);
                    *step = *step & FROM_EDIT | if opened > differs_left { OPENED } else { 0 };
                }
            }
            if i == rows && j == columns && best + here > kept_here {
                kept_here = worst; // it ends in a difference
            }
            (kept_above, differs_above) = (up_kept, up_differs);
            (kept[j], differs[j]) = (kept_here, best);
            (kept_left, differs_left) = (kept_here, best);
        }
    }
    let is_kept = kept[columns] > worst;
    walk_back(&trail, before, after, is_kept, found);
}

fn walk_back(trail: &[u8], before: &Range<usize>, after: &Range<usize>, mut is_kept: bool, found: &mut Vec<Edit>) {
    let first = found.len();
    let (mut i, mut j) = (before.len(), after.len());
    let mut end = (i, j);
    while i > 0 || j > 0 {
        let step = trail[i * (after.len() + 1) + j];
        if is_kept {
            (i, j) = (i - 1, j - 1);
            is_kept = step & FROM_EDIT == 0;
            end = (i, j);
            continue;
        }
        if step & STEP_BEFORE != 0 {
            i -= 1
        } else {
            j -= 1
        }
        if step & OPENED != 0 {
            let from = (before.start + i, after.start + j);
            let edit = Edit::of(from.0..before.start + end.0, from.1..after.start + end.1);
            found.push(edit);
            is_kept = true;
        }
    }
    found[first..].reverse();
}
