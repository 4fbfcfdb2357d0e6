//! Wrapping of marked text at a terminal's width.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A run of text between two marks.
pub struct Piece {
    /// The text.
    pub text: String,
    /// What stands before it; again at the start of each line if it is a code.
    pub open: &'static str,
    /// What stands after it; also at the end of each line if it is a code.
    pub close: &'static str,
    /// Whether the marks are codes of the terminal: they take no column and end with the line.
    pub coded: bool,
}

/// The lines of the pieces set one after another. Lines end at white space, between ideographs,
/// and inside a word only if it is wider than a line. Line feeds in the text end a line.
pub fn wrap(pieces: &[Piece], width: usize) -> Vec<String> {
    let mut page = Page { lines: vec![String::new()], column: 0, width, open: None, word: Vec::new() };
    for piece in pieces {
        page.word.push(Bit::Open(piece));
        for token in piece.text.split_word_bounds() {
            match token.contains('\n') {
                true => token.matches('\n').for_each(|_| page.end_line()),
                false if token.trim().is_empty() => page.space(token),
                false => page.bit(token),
            }
        }
        page.word.push(Bit::Close(piece));
    }
    page.set_word();
    page.lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

/// A part of a word: marks stand inside words too.
#[derive(Clone, Copy)]
enum Bit<'a> {
    Open(&'a Piece),
    Close(&'a Piece),
    Text(&'a str),
}

impl Bit<'_> {
    fn width(&self) -> usize {
        match self {
            Self::Open(piece) | Self::Close(piece) if piece.coded => 0,
            Self::Open(piece) => piece.open.width(),
            Self::Close(piece) => piece.close.width(),
            Self::Text(text) => text.width(),
        }
    }
}

struct Page<'a> {
    lines: Vec<String>,
    column: usize,
    width: usize,
    /// The piece whose mark is open where the text stands now.
    open: Option<&'a Piece>,
    /// The word that is being gathered; not on a line yet.
    word: Vec<Bit<'a>>,
}

impl<'a> Page<'a> {
    fn push(&mut self, text: &str) {
        if let Some(line) = self.lines.last_mut() {
            line.push_str(text);
        }
        self.column += text.width();
    }

    /// Codes take no column.
    fn push_code(&mut self, code: &str) {
        if let Some(line) = self.lines.last_mut() {
            line.push_str(code);
        }
    }

    /// Ends the line; the codes of an open mark end with it and begin again on the next.
    fn feed(&mut self) {
        let coded = self.open.filter(|piece| piece.coded);
        if let Some(piece) = coded {
            self.push_code(piece.close);
        }
        self.lines.push(String::new());
        self.column = 0;
        if let Some(piece) = coded {
            self.push_code(piece.open);
        }
    }

    fn end_line(&mut self) {
        self.set_word();
        self.feed();
    }

    fn space(&mut self, space: &str) {
        self.set_word();
        if self.column > 0 && self.column < self.width {
            self.push(space);
        }
    }

    fn bit(&mut self, token: &'a str) {
        let is_ideograph =
            |text: &str| text.chars().next().is_some_and(|c| c.is_alphabetic()) && text.width() > text.chars().count();
        let after_ideograph = matches!(self.word.last(), Some(Bit::Text(last)) if is_ideograph(last));
        if after_ideograph && is_ideograph(token) {
            self.set_word();
        }
        self.word.push(Bit::Text(token));
    }

    fn set_word(&mut self) {
        let word = std::mem::take(&mut self.word);
        let wide: usize = word.iter().map(Bit::width).sum();
        if self.column + wide > self.width && self.column > 0 && wide > 0 {
            self.feed();
        }
        for bit in word {
            match bit {
                Bit::Open(piece) => self.mark(piece, piece.open, Some(piece)),
                Bit::Close(piece) => self.mark(piece, piece.close, None),
                Bit::Text(text) if self.column + text.width() <= self.width => self.push(text),
                Bit::Text(text) => text.graphemes(true).for_each(|letter| self.letter(letter)),
            }
        }
    }

    fn mark(&mut self, piece: &Piece, mark: &str, open: Option<&'a Piece>) {
        if piece.coded {
            self.push_code(mark);
        } else {
            self.push(mark);
        }
        self.open = open;
    }

    fn letter(&mut self, letter: &str) {
        if self.column + letter.width() > self.width && self.column > 0 {
            self.feed();
        }
        self.push(letter);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn piece(text: &str) -> Piece {
        Piece { text: text.into(), open: "", close: "", coded: false }
    }

    #[test]
    fn lines_break_between_words() {
        assert_eq!(wrap(&[piece("one two three")], 8), ["one two", "three"]);
        assert_eq!(wrap(&[piece("a\n\nb")], 8), ["a", "", "b"]);
        assert_eq!(wrap(&[piece("abcdefghij")], 4), ["abcd", "efgh", "ij"]);
        assert_eq!(wrap(&[piece("大阪で開かれた会議")], 6), ["大阪で", "開かれ", "た会議"]);
    }

    #[test]
    fn marks_and_punctuation_stay_with_their_word() {
        let marked = |text: &str| Piece { text: text.into(), open: "{+", close: "+}", coded: false };
        assert_eq!(wrap(&[piece("one "), marked("two"), piece(", three.")], 10), ["one", "{+two+},", "three."]);
        assert_eq!(wrap(&[piece("one two.")], 7), ["one", "two."]);
    }

    #[test]
    fn codes_end_with_the_line_and_begin_again() {
        let coded = Piece { text: "one two three".into(), open: "<", close: ">", coded: true };
        assert_eq!(wrap(&[coded], 8), ["<one two >", "<three>"]);
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_the_page(text in "[a-zA-Zäß大 \\n.,-]{0,200}", width in 20usize..60) {
            for line in wrap(&[piece(&text)], width) {
                prop_assert!(line.width() <= width);
            }
        }
    }
}
