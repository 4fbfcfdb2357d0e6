//! A stretch of text as a row of words, each also as word lists have it.

use std::borrow::Cow;
use std::ops::Range;

use crate::token::{Token, TokenKind, tokens};

/// A text cut into words, numbers and marks; white space is left out.
#[derive(Debug, Clone)]
pub struct Passage<'a> {
    /// The text.
    pub text: &'a str,
    /// Its tokens without white space.
    pub tokens: Vec<Token>,
    lower: Vec<Cow<'a, str>>,
}

impl<'a> Passage<'a> {
    /// Cuts a text.
    pub fn of(text: &'a str) -> Self {
        let mut tokens = tokens(text);
        tokens.retain(|t| t.kind != TokenKind::Space);
        let lower = tokens.iter().map(|t| lowered(t.of(text))).collect();
        Self { text, tokens, lower }
    }

    /// How many words, numbers and marks it has.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Word `i` as it stands.
    pub fn word(&self, i: usize) -> &'a str {
        self.tokens[i].of(self.text)
    }

    /// Word `i` in lower case with straight apostrophes; empty beyond the end.
    pub fn lower(&self, i: usize) -> &str {
        self.lower.get(i).map_or("", |word| word)
    }

    /// What kind of token `i` is.
    pub fn kind(&self, i: usize) -> TokenKind {
        self.tokens[i].kind
    }

    /// Whether white space stands before word `i`.
    pub fn is_spaced(&self, i: usize) -> bool {
        i == 0 || self.tokens.get(i).is_none_or(|t| self.tokens[i - 1].end < t.start)
    }

    /// The text of some words, with what stands between them.
    pub fn slice(&self, words: &Range<usize>) -> &'a str {
        if words.is_empty() { "" } else { &self.text[self.tokens[words.start].start..self.tokens[words.end - 1].end] }
    }

    /// The words that a stretch of bytes touches.
    pub fn touched(&self, bytes: &Range<usize>) -> Range<usize> {
        let start = self.tokens.partition_point(|t| t.end <= bytes.start);
        let end = self.tokens.partition_point(|t| t.start < bytes.end);
        start..end.max(start)
    }
}

fn lowered(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(
        word.chars().flat_map(char::to_lowercase).map(|c| if matches!(c, '’' | 'ʼ') { '\'' } else { c }).collect(),
    )
}
