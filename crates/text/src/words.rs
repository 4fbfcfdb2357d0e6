//! Loose keys of words: they pair texts that may belong together, and never conclude anything.

use crate::token::{TokenKind, tokens};

/// Returns a number for each word and number of a text, in order: equal for words that are equal
/// in lower case. Marks and spaces have none.
///
/// The numbers are the same in every run and on every machine (64-bit FNV-1a).
pub fn word_keys(text: &str) -> Vec<u64> {
    let is_word = |kind| matches!(kind, TokenKind::Word | TokenKind::Number);
    tokens(text).iter().filter(|t| is_word(t.kind)).map(|t| lower_hash(t.of(text))).collect()
}

/// The FNV-1a hash of a word in lower case, curly apostrophes made straight.
fn lower_hash(word: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    let mut feed = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    if word.is_ascii() {
        word.bytes().for_each(|b| feed(b.to_ascii_lowercase()));
        return hash;
    }
    let has_case = |c: char| !matches!(c, '\u{e00}'..='\u{eff}' | '\u{3041}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}');
    if !word.chars().any(has_case) {
        word.bytes().for_each(feed);
        return hash;
    }
    for c in word.chars().flat_map(char::to_lowercase) {
        let c = if c == '\u{2019}' { '\'' } else { c };
        c.encode_utf8(&mut [0; 4]).bytes().for_each(&mut feed);
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_forget_case_and_marks_but_not_words() {
        assert_eq!(word_keys("The DON’T, “Über”!"), word_keys("the don't über"));
        assert_ne!(word_keys("10"), word_keys("10²"));
        assert_eq!(word_keys("— … !"), Vec::<u64>::new());
        assert_eq!(word_keys("Ｇ20 กำ 橋Ａ"), word_keys("ｇ20 กำ 橋ａ"));
    }
}
