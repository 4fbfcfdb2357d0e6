//! Rows of a proof, from the alignment.

use news::{Aligned, BlockKind, Change, ChangeKind, Hunk, Op, Reading};

use super::segments::{Mark, Segment, Side, by_hunks, by_words, touches};
use super::{Place, Row};
use crate::words;

/// The rows of `change` over its texts.
pub fn lay_out(before: &Reading, after: &Reading, change: &Change) -> Vec<Row> {
    let (old, new) = (Sheet::of(before), Sheet::of(after));
    let whole: Vec<Aligned>;
    let aligned = if change.paragraphs.is_empty() {
        whole = untouched(&old, &new);
        &whole
    } else {
        &change.paragraphs
    };
    let laid = |row: &Aligned| Some((row.before.first().copied(), lay_row(&old, &new, row, &change.hunks)?));
    let mut rows = with_old_places(aligned.iter().filter_map(laid).collect());
    if let Some(at) = rows.iter().position(|r| r.place == Place::Headline) {
        rows[..=at].rotate_right(1);
    }
    rows
}

/// The rows, and at the old place of every moved one a row without a text of its own that says where it went. With each row
/// comes its first block before.
fn with_old_places(laid: Vec<(Option<usize>, Row)>) -> Vec<Row> {
    let mut left: Vec<(usize, Row)> =
        laid.iter().filter_map(|(before, row)| Some(((*before)?, left_behind(row)?))).collect();
    left.sort_by_key(|(before, _)| *before);
    let mut left = left.into_iter().peekable();
    let mut rows = Vec::with_capacity(laid.len());
    for (before, row) in laid {
        let stayed = before.filter(|_| row.op != Op::Moved);
        while let Some((_, mark)) = left.next_if(|(was, _)| stayed.is_some_and(|at| *was < at)) {
            rows.push(mark);
        }
        rows.push(row);
    }
    rows.extend(left.map(|(_, mark)| mark));
    rows
}

/// What stays at the old place of a moved row.
fn left_behind(moved: &Row) -> Option<Row> {
    match moved.place {
        Place::Body { before: Some(was), after: Some(now) } if moved.has_moved_in() => Some(Row {
            place: Place::Body { before: Some(was), after: None },
            notes: vec![format!("Moved to ¶ {now}")],
            segments: Vec::new(),
            left_here: moved.segments.clone(),
            kinds: moved.kinds.clone(),
            ..*moved
        }),
        _ => None,
    }
}

/// An alignment for a change that brings none: block by block if the texts are the same, else
/// everything removed and added.
fn untouched(old: &Sheet<'_>, new: &Sheet<'_>) -> Vec<Aligned> {
    let pieces = |sheet: &Sheet<'_>| sheet.pieces.iter().map(|p| p.block).collect::<Vec<_>>();
    let (before, after) = (pieces(old), pieces(new));
    if old.chars == new.chars && before.len() == after.len() {
        let pairs = before.into_iter().zip(after);
        return pairs.map(|(b, a)| Aligned { op: Op::Equal, before: vec![b], after: vec![a] }).collect();
    }
    let removed = before.into_iter().map(|b| Aligned { op: Op::Removed, before: vec![b], after: vec![] });
    let added = after.into_iter().map(|a| Aligned { op: Op::Added, before: vec![], after: vec![a] });
    removed.chain(added).collect()
}

/// A canonical text with the places of its pieces.
struct Sheet<'a> {
    reading: &'a Reading,
    chars: Vec<char>,
    pieces: Vec<Piece>,
}

struct Piece {
    block: usize,
    start: usize,
    end: usize,
}

impl<'a> Sheet<'a> {
    fn of(reading: &'a Reading) -> Self {
        let mut chars = Vec::new();
        let mut pieces = Vec::new();
        for (block, text) in reading.text_pieces() {
            if !chars.is_empty() {
                chars.extend(['\n', '\n']);
            }
            let start = chars.len();
            chars.extend(text.chars());
            pieces.push(Piece { block, start, end: chars.len() });
        }
        Self { reading, chars, pieces }
    }

    /// The stretch of the canonical text that these blocks take, if they stand together and are
    /// part of it; an empty stretch for no blocks.
    fn stretch(&self, blocks: &[usize]) -> Option<Side<'_>> {
        let at = |block: usize| self.pieces.iter().position(|p| p.block == block);
        let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else {
            return Some(Side { chars: &[], start: 0 });
        };
        let (first, last) = (at(*first)?, at(*last)?);
        if last.checked_sub(first)? + 1 != blocks.len() {
            return None;
        }
        let (start, end) = (self.pieces[first].start, self.pieces[last].end);
        Some(Side { chars: &self.chars[start..end], start })
    }

    fn text(&self, block: usize) -> &str {
        match block {
            0 => self.reading.headline.as_deref().unwrap_or_default(),
            1 => self.reading.standfirst.as_deref().unwrap_or_default(),
            n => self.reading.body.get(n - 2).map(|b| b.text.as_str()).unwrap_or_default(),
        }
    }

    fn joined(&self, blocks: &[usize]) -> String {
        let texts = blocks.iter().map(|b| self.text(*b)).filter(|t| !t.is_empty());
        texts.collect::<Vec<_>>().join("\n\n")
    }

    fn kind(&self, block: usize) -> Option<BlockKind> {
        block.checked_sub(2).and_then(|n| self.reading.body.get(n)).map(|b| b.kind)
    }

    /// The number that people give a block of the body: blocks of text, from 1.
    fn number(&self, block: usize) -> Option<usize> {
        let last = block.checked_sub(2)?;
        let upto = self.reading.body.get(..=last)?;
        Some(upto.iter().filter(|b| b.kind.is_text()).count().max(1))
    }
}

fn lay_row(old: &Sheet<'_>, new: &Sheet<'_>, aligned: &Aligned, hunks: &[Hunk]) -> Option<Row> {
    let (before, after) = (old.joined(&aligned.before), new.joined(&aligned.after));
    if before.is_empty() && after.is_empty() {
        return None;
    }
    let op = match aligned.op {
        Op::Changed if before.is_empty() => Op::Added,
        Op::Changed if after.is_empty() => Op::Removed,
        op => op,
    };
    let sides = old.stretch(&aligned.before).zip(new.stretch(&aligned.after));
    let touching = |hunk: &&Hunk| sides.as_ref().is_some_and(|(b, a)| touches(hunk, b, a));
    let of_row: Vec<&Hunk> = hunks.iter().filter(touching).collect();
    let segments = match (&sides, op) {
        _ if before == after => Some(vec![Segment { mark: Mark::Same, text: after.clone() }]),
        (Some((b, a)), Op::Changed | Op::Split | Op::Merged) => by_hunks(b, a, of_row.iter().copied()),
        _ => None,
    }
    .unwrap_or_else(|| by_words(&before, &after));
    let block = aligned.after.first().map(|b| (new, *b)).or_else(|| aligned.before.first().map(|b| (old, *b)));
    let (sheet, block) = block?;
    let place = match block {
        0 => Place::Headline,
        1 => Place::Standfirst,
        _ => Place::Body {
            before: aligned.before.first().and_then(|b| old.number(*b)),
            after: aligned.after.first().and_then(|b| new.number(*b)),
        },
    };
    let op = if op == Op::Equal && before != after { Op::Changed } else { op };
    let mut kinds: Vec<ChangeKind> = of_row.iter().flat_map(|hunk| hunk.kinds.iter().copied()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let kind = sheet.kind(block);
    let mut row = Row { op, place, kind, notes: Vec::new(), kinds, segments, left_here: Vec::new() };
    row.notes = words::row_notes(&row, aligned);
    Some(row)
}
