//! A canonical text, cut into sentences and words.

use std::ops::Range;

use news::{BlockKind, Reading};
use text::{Token, TokenKind};

/// A canonical text, cut up. Places count Unicode scalars in it, as those of hunks do.
pub struct Sheet {
    pub blocks: Vec<Block>,
    pub sentences: Vec<Sentence>,
    pub words: Vec<Word>,
}

pub struct Block {
    /// As rows of a change name it.
    pub index: usize,
    pub text: String,
    pub at: Range<usize>,
    /// Which of the words are its own.
    pub words: Range<usize>,
}

#[derive(Clone)]
pub struct Sentence {
    pub block: usize,
    pub kind: Option<BlockKind>,
    pub text: String,
    pub at: Range<usize>,
    /// Which of the words are its own: one at least.
    pub words: Range<usize>,
}

/// A word or number; a sentence without any is one word as a whole.
pub struct Word {
    pub at: Range<usize>,
    /// Equal for words that are equal but for case and the form of their apostrophe.
    pub key: u64,
    pub sentence: usize,
}

impl Sheet {
    pub fn of(reading: &Reading) -> Self {
        let mut sheet = Self { blocks: Vec::new(), sentences: Vec::new(), words: Vec::new() };
        let mut start = 0;
        for (index, text) in reading.text_pieces() {
            let kind = index.checked_sub(2).map(|i| reading.body[i].kind);
            let first = sheet.words.len();
            sheet.cut(index, kind, text, start, reading.language.as_deref());
            let end = start + text.chars().count();
            let words = first..sheet.words.len();
            sheet.blocks.push(Block { index, text: text.to_owned(), at: start..end, words });
            start = end + 2; // the blank line between two pieces
        }
        sheet
    }

    fn cut(&mut self, block: usize, kind: Option<BlockKind>, text: &str, start: usize, language: Option<&str>) {
        let is_word = |t: &Token| matches!(t.kind, TokenKind::Word | TokenKind::Number);
        let words: Vec<Token> = text::tokens(text).into_iter().filter(is_word).collect();
        let mut words = words.into_iter().zip(text::word_keys(text)).peekable();
        let (mut sentence_place, mut word_place) = (Count::from(text, start), Count::from(text, start));
        for range in text::sentences(text, language) {
            let at = sentence_place.of(range.clone());
            let (sentence, first) = (self.sentences.len(), self.words.len());
            while let Some((word, key)) = words.next_if(|(word, _)| word.start < range.end) {
                self.words.push(Word { at: word_place.of(word.start..word.end), key, sentence });
            }
            let text = text[range].to_owned();
            if first == self.words.len() {
                self.words.push(Word { at: at.clone(), key: 0, sentence });
            }
            self.sentences.push(Sentence { block, kind, text, at, words: first..self.words.len() });
        }
    }
}

/// Counts scalars up to places that only move on.
struct Count<'a> {
    text: &'a str,
    byte: usize,
    scalars: usize,
}

impl<'a> Count<'a> {
    fn from(text: &'a str, scalars: usize) -> Self {
        Self { text, byte: 0, scalars }
    }

    fn up_to(&mut self, byte: usize) -> usize {
        self.scalars += self.text[self.byte..byte].chars().count();
        self.byte = byte;
        self.scalars
    }

    fn of(&mut self, bytes: Range<usize>) -> Range<usize> {
        self.up_to(bytes.start)..self.up_to(bytes.end)
    }
}
