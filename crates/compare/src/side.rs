//! One side of a comparison: a canonical text and the pieces that it is made of.

use news::{BlockKind, Reading};

/// What parts two pieces of a canonical text.
pub(crate) const SEPARATOR: &str = "\n\n";

/// A piece of a canonical text: headline, standfirst or a text block.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece<'a> {
    /// Its block index: 0 the headline, 1 the standfirst, body from 2.
    pub block: usize,
    /// What kind of block it is; `None` for headline and standfirst.
    pub kind: Option<BlockKind>,
    /// Its text, never empty.
    pub text: &'a str,
    /// Its first byte in the canonical text.
    pub start: usize,
}

impl Piece<'_> {
    /// The byte after its last in the canonical text.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// A canonical text with its pieces, in order.
pub(crate) struct Side<'a> {
    pub text: String,
    pub pieces: Vec<Piece<'a>>,
}

impl<'a> Side<'a> {
    pub fn of(reading: &'a Reading) -> Self {
        let mut start = 0;
        let pieces = reading.text_pieces().map(|(block, text)| {
            let kind = block.checked_sub(2).map(|i| reading.body[i].kind);
            let piece = Piece { block, kind, text, start };
            start = piece.end() + SEPARATOR.len();
            piece
        });
        Self { pieces: pieces.collect(), text: reading.canonical_text() }
    }

    /// Pieces that are neither headline nor standfirst.
    pub fn body(&self) -> &[Piece<'a>] {
        let heads = self.pieces.iter().take_while(|p| p.kind.is_none()).count();
        &self.pieces[heads..]
    }

    /// The pieces as block index and text.
    pub fn blocks(&self) -> Vec<(usize, &'a str)> {
        self.pieces.iter().map(|p| (p.block, p.text)).collect()
    }

    pub fn texts(&self) -> Vec<&'a str> {
        self.pieces.iter().map(|p| p.text).collect()
    }

    /// Whether both sides have the same pieces but for their typesetting.
    pub fn is_cosmetically(&self, other: &Side<'_>) -> bool {
        let pairs = || self.pieces.iter().zip(&other.pieces);
        self.pieces.len() == other.pieces.len()
            && pairs().all(|(a, b)| a.text == b.text || text::cosmetic(a.text) == text::cosmetic(b.text))
    }

    fn position(&self, block: usize) -> Option<usize> {
        self.pieces.iter().take(2).position(|p| p.block == block)
    }
}

/// The pairs that belong together whatever they say: headline and headline, standfirst and
/// standfirst.
pub(crate) fn fixed_pairs(before: &Side<'_>, after: &Side<'_>) -> Vec<(usize, usize)> {
    [0, 1].into_iter().filter_map(|block| before.position(block).zip(after.position(block))).collect()
}
