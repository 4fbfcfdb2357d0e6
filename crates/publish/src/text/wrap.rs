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

/// The lines of the pieces set one after another. Words are broken only if one is wider than a
/// line. Line feeds in the text end a line.
pub fn wrap(pieces: &[Piece], width: usize) -> Vec<String> {
    let mut page = Page { lines: vec![String::new()], column: 0, width };
    for piece in pieces {
        page.mark(piece.open, piece.coded);
        for word in piece.text.split_word_bounds() {
            page.word(word, piece);
        }
        page.mark(piece.close, piece.coded);
    }
    page.lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

struct Page {
    lines: Vec<String>,
    column: usize,
    width: usize,
}

impl Page {
    fn push(&mut self, text: &str) {
        if let Some(line) = self.lines.last_mut() {
            line.push_str(text);
        }
    }

    fn mark(&mut self, mark: &str, coded: bool) {
        self.push(mark);
        if !coded {
            self.column += mark.width();
        }
    }

    fn feed(&mut self, piece: &Piece) {
        if piece.coded {
            self.push(piece.close);
        }
        self.lines.push(String::new());
        self.column = 0;
        if piece.coded {
            self.push(piece.open);
        }
    }

    fn word(&mut self, word: &str, piece: &Piece) {
        if word.contains('\n') {
            word.matches('\n').for_each(|_| self.feed(piece));
            return;
        }
        let wide = word.width();
        if self.column + wide > self.width && self.column > 0 {
            self.feed(piece);
        }
        if self.column == 0 && word.trim().is_empty() {
            return;
        }
        if wide <= self.width {
            self.push(word);
            self.column += wide;
            return;
        }
        for letter in word.graphemes(true) {
            if self.column + letter.width() > self.width && self.column > 0 {
                self.feed(piece);
            }
            self.push(letter);
            self.column += letter.width();
        }
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
