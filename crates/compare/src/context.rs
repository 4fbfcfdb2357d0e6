//! What typing needs to know of both texts as a whole.

use std::cell::OnceCell;

use jiff::civil::Date;
use news::Reading;
use text::{Language, WordSet};

use crate::side::Side;

/// Language, days and words of the two texts.
pub(crate) struct Context<'a> {
    pub language: Language,
    /// The day on which each text was published, as far as the readings say.
    pub written: [Option<Date>; 2],
    texts: [&'a str; 2],
    vocabulary: OnceCell<Vocabulary<'a>>,
}

/// The words of both texts by how they are written.
pub(crate) struct Vocabulary<'a> {
    /// Those in small letters, of each text.
    small: [WordSet<&'a str>; 2],
    /// Those with a capital where no sentence begins, of each text.
    capital: [WordSet<&'a str>; 2],
}

/// Bytes of each text that the vocabulary is taken from: more than any article has.
const LOOKED_AT: usize = 200_000;

impl<'a> Context<'a> {
    pub fn of(before: &Reading, after: &Reading, old: &'a Side<'_>, new: &'a Side<'_>) -> Self {
        let tag = after.language.as_deref().or(before.language.as_deref()).filter(|tag| !tag.is_empty());
        let language = tag.map_or_else(|| language_of(&old.text, &new.text), Language::of_tag);
        let [b, a] = [before, after].map(|r| r.published_at.as_deref().and_then(day));
        let texts = [&old.text[..], &new.text[..]];
        Self { language, written: [b.or(a), a.or(b)], texts, vocabulary: OnceCell::new() }
    }

    /// Whether both texts use a word, in small letters: then it is no slip of the one that was mended in the other.
    pub fn stands_in_both(&self, lower: &str) -> bool {
        self.vocabulary().small.iter().all(|side| side.contains(lower))
    }

    pub fn vocabulary(&self) -> &Vocabulary<'a> {
        self.vocabulary.get_or_init(|| Vocabulary::of(self.texts))
    }
}

/// The language of two texts of one article: of a line or two both tell.
fn language_of(old: &str, new: &str) -> Language {
    const SHORT: usize = 400;
    if new.len() < SHORT {
        Language::of_text(&format!("{new} {}", old.get(..SHORT).unwrap_or(old)))
    } else {
        Language::of_text(new)
    }
}

fn day(time: &str) -> Option<Date> {
    time.get(..10)?.parse().ok()
}

impl<'a> Vocabulary<'a> {
    fn of(texts: [&'a str; 2]) -> Self {
        let room = texts[0].len().max(texts[1].len()).min(LOOKED_AT) / 16;
        let small = || WordSet::with_capacity_and_hasher(room, Default::default());
        let mut all = Self { small: [small(), small()], capital: Default::default() };
        for (side, text) in texts.into_iter().enumerate() {
            let end = (0..=LOOKED_AT.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
            all.add(side, &text[..end]);
        }
        all
    }

    fn add(&mut self, side: usize, text: &'a str) {
        // The headline may write every word with a capital.
        let body = text.split_once("\n\n").map_or(text, |(_, body)| body);
        for paragraph in body.split('\n') {
            let mut begins = true;
            for piece in paragraph.split_whitespace() {
                let word = bared(piece);
                let opens = || piece.starts_with(['"', '“', '„', '«', '‘', '\'', '(', '-', '–', '—', '•', '*']);
                match word.chars().next() {
                    Some(c) if c.is_lowercase() => {
                        self.small[side].insert(word);
                    }
                    Some(c) if c.is_uppercase() && !begins && !opens() => {
                        self.capital[side].insert(bare(word));
                    }
                    _ => {}
                }
                let last = piece.as_bytes()[piece.len() - 1];
                begins = !last.is_ascii_alphanumeric()
                    && (piece.ends_with(['.', '!', '?', ':', '…']) || piece.ends_with(".”") || piece.ends_with(".\""));
            }
        }
    }

    /// Whether a word stands in small letters somewhere.
    pub fn has_small(&self, lower: &str) -> bool {
        self.small.iter().any(|side| side.contains(lower))
    }

    /// Whether a word stands with a capital where no sentence begins.
    pub fn has_capital(&self, word: &str) -> bool {
        self.capital.iter().any(|side| side.contains(bare(word)))
    }

    /// Whether one of the texts, 0 the earlier one, writes a word so where no sentence begins.
    pub fn writes_capital(&self, side: usize, word: &str) -> bool {
        self.capital[side].contains(bare(word))
    }
}

/// A word without the marks around it.
fn bared(piece: &str) -> &str {
    let is_plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    match is_plain(piece.as_bytes().first()) && is_plain(piece.as_bytes().last()) {
        true => piece,
        false => piece.trim_matches(|c: char| !c.is_alphanumeric()),
    }
}

/// A name without what marks whose something is ("Weber's"), or its case ("Norwick'te").
pub(crate) fn bare(word: &str) -> &str {
    match word.find(['\'', '’']) {
        Some(at) if at > 2 => &word[..at],
        _ => word,
    }
}
