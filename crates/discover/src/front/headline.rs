//! Whether a link's text is a headline.

use super::words;
use crate::date;

/// Longer texts are a whole teaser, not a headline.
const MAX_CHARS: usize = 220;

/// What a text measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Headline {
    /// Words; where a script has no blanks, two characters are one. 0: the text says nothing about
    /// where the link leads.
    pub(super) words: usize,
    /// How likely such a text is the headline by where it stands, 3 the likeliest.
    pub(super) rank: u8,
    is_long: bool,
}

impl Headline {
    /// How good a headline it is, whoever wrote it: 0 to 3.
    pub(super) fn worth(&self) -> u8 {
        match self.words {
            0 => 0,
            _ if self.is_long => 1,
            1 | 2 => 1,
            3 => 2,
            _ => 3,
        }
    }
}

/// Measures a canonical text.
pub(super) fn measure(text: &str, rank: u8) -> Headline {
    let is_long = text.chars().nth(MAX_CHARS).is_some();
    let words = if says_nothing(text) { 0 } else { count(text) };
    Headline { words, rank, is_long }
}

/// The text without a time of day in front: newstickers put one before each headline.
pub(super) fn without_clock(text: &str) -> &str {
    let Some((clock, rest)) = text.split_once(' ') else { return text };
    let is_clock = clock.split_once(':').is_some_and(|(hour, minute)| {
        let is_number = |part: &str| !part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
        is_number(hour) && minute.len() == 2 && is_number(minute)
    });
    if is_clock { rest.trim_start_matches(['|', '-', '–', ' ']) } else { text }
}

fn count(text: &str) -> usize {
    let mut words = 0;
    let mut unspaced = 0;
    let mut in_word = false;
    for c in text.chars() {
        if is_unspaced(c) {
            unspaced += 1;
            in_word = false;
        } else if c.is_alphanumeric() {
            words += usize::from(!in_word);
            in_word = true;
        } else if !is_inside_word(c) {
            in_word = false;
        }
    }
    words + unspaced / 2
}

/// Marks that join what stands on both sides, and vowel signs, which are no letters to Unicode.
fn is_inside_word(c: char) -> bool {
    matches!(c, '\'' | '’' | '-' | '.' | ',' | '\u{200c}' | '\u{200d}')
        || matches!(u32::from(c), 0x300..=0x36f | 0x5b0..=0x5c7 | 0x64b..=0x65f | 0x900..=0xdff)
}

/// Letters of scripts that are written without blanks between words.
fn is_unspaced(c: char) -> bool {
    matches!(u32::from(c), 0xe00..=0xeff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x3040..=0x30ff | 0x3400..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

/// Whether a text is a number, a time, or a call such as "read more".
fn says_nothing(text: &str) -> bool {
    if !text.chars().any(char::is_alphabetic) || date::parse(text).is_some() {
        return true;
    }
    let lower = text.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    // "12 comments", "read more about it", and nothing else.
    let bare = bare.trim_start_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
    words::CALLS.contains(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_in_every_script() {
        let cases = [
            ("Ferry stops after forty years", 5),
            ("It's a 3.5-metre tide, harbour says", 6),
            ("Politics", 1),
            ("Read more »", 0),
            ("12 Comments", 0),
            ("2 March 2026", 0),
            ("1,204", 0),
            ("Weiterlesen", 0),
            ("台風が関東に接近、交通に影響", 6),
            ("เรือข้ามฟากหยุดวิ่ง", 9),
            ("توقف العبارة بعد أربعين عاما", 5),
            ("Паром остановлен после сорока лет", 5),
            ("नदी में नाव सेवा बंद", 5),
            ("여객선 운항 중단 결정", 4),
        ];
        for (text, words) in cases {
            assert_eq!(measure(text, 0).words, words, "{text}");
        }
    }
}
