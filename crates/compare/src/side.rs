//! One side of a comparison: a canonical text and the pieces that it is made of.

use news::{BlockKind, Reading, Region};

/// What parts two pieces of a canonical text.
pub(crate) const SEPARATOR: &str = "\n\n";

/// Paragraphs that lead an article.
const LEAD: usize = 3;

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

    /// Which part of the article a piece is.
    pub fn region(&self, piece: usize) -> Region {
        match self.pieces[piece].block {
            0 => Region::Headline,
            1 => Region::Standfirst,
            _ if text::is_stamp_line(self.pieces[piece].text) => Region::Stamp,
            _ => {
                let is_paragraph =
                    |p: &&Piece<'_>| p.kind.is_some_and(|k| !matches!(k, BlockKind::Subhead | BlockKind::Notice));
                let before = self.pieces[..piece].iter().filter(is_paragraph).take(LEAD).count();
                if before < LEAD { Region::Lead } else { Region::Body }
            }
        }
    }

    /// The piece that a byte of the canonical text stands in, or behind.
    pub fn piece_at(&self, byte: usize) -> usize {
        self.pieces.partition_point(|p| p.start <= byte).saturating_sub(1)
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

/// Counts the Unicode scalars of a text up to places that only move on.
pub(crate) struct Scalars<'a> {
    text: &'a str,
    byte: usize,
    scalars: usize,
}

impl<'a> Scalars<'a> {
    pub fn of(text: &'a str) -> Self {
        Self { text, byte: 0, scalars: 0 }
    }

    pub fn up_to(&mut self, byte: usize) -> usize {
        self.scalars += self.text[self.byte..byte].chars().count();
        self.byte = byte;
        self.scalars
    }
}

/// The bytes at which scalars of a text stand; those beyond its end stand at the end. The places may come in any order.
pub(crate) fn bytes_of(text: &str, scalars: &[usize]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..scalars.len()).collect();
    order.sort_unstable_by_key(|&i| scalars[i]);
    let mut bytes = vec![text.len(); scalars.len()];
    let mut chars = text.char_indices().map(|(at, _)| at);
    let (mut at, mut count) = (chars.next().unwrap_or(text.len()), 0);
    for i in order {
        while count < scalars[i] && at < text.len() {
            at = chars.next().unwrap_or(text.len());
            count += 1;
        }
        bytes[i] = at;
    }
    bytes
}
