//! The canonical form: what two texts must share to be called the same.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Returns the canonical form of a text of one paragraph.
///
/// NFC; every run of white space (no-break spaces and line breaks too) becomes one space, none at
/// the ends; characters that nobody sees go: soft hyphens, U+200B, U+2060, U+FEFF, and the joiners
/// U+200C and U+200D where they stand between letters that do not join (Latin, Greek, Cyrillic).
///
/// Nothing else changes: no compatibility forms ("10²" is not "102"), no case, no punctuation,
/// no bidirectional controls, no joiners in Persian, Indic scripts or emoji. Idempotent.
pub fn canonical(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let visible = visible(text);
    let mut out = String::with_capacity(visible.len());
    for word in visible.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Like [`canonical`], line by line: a run of line breaks becomes one line feed.
///
/// For lists and tables, whose items stand on lines of their own. Lines without text are left
/// out, so that a blank line in a reading's canonical text always parts two blocks.
pub fn canonical_lines(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let visible = visible(text);
    let mut out = String::with_capacity(visible.len());
    for line in visible.split(is_line_break) {
        let mut glue = if out.is_empty() { "" } else { "\n" };
        for word in line.split_whitespace() {
            out.push_str(glue);
            out.push_str(word);
            glue = " ";
        }
    }
    out
}

/// Whether `c` ends a line: LF, CR, NEL, line or paragraph separator, vertical tab, form feed.
fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// ASCII without control characters, each space between two other characters: already canonical.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut last = b' ';
    for &b in bytes {
        if !(b' '..0x7f).contains(&b) || (b == b' ' && last == b' ') {
            return false;
        }
        last = b;
    }
    bytes.is_empty() || last != b' '
}

/// NFC without the characters that nobody sees.
fn visible(text: &str) -> String {
    let composed = compose(text);
    if !composed.chars().any(|c| is_unseen(c) || is_joiner(c)) {
        return composed;
    }
    // Taking a character out can bring a letter and its accent together: compose once more.
    compose(&without_unseen(&composed))
}

fn compose(text: &str) -> String {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text.to_owned(),
        _ => text.nfc().collect(),
    }
}

fn without_unseen(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut base = None; // the last character kept that is no accent
    let mut joiners = Vec::new(); // those since then, kept unless both neighbours never join
    for c in text.chars().filter(|&c| !is_unseen(c)) {
        if is_joiner(c) {
            joiners.push(c);
            continue;
        }
        if !(base.is_some_and(never_joins) && never_joins(c)) {
            out.extend(&joiners);
        }
        joiners.clear();
        if !is_accent(c) {
            base = Some(c);
        }
        out.push(c);
    }
    out.extend(joiners);
    out
}

fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Letters of Latin, Greek and Cyrillic: a joiner between two of them shows nothing.
fn never_joins(c: char) -> bool {
    c.is_alphabetic() && matches!(c, 'A'..='z' | '\u{aa}'..='\u{24f}' | '\u{370}'..='\u{52f}' | '\u{1e00}'..='\u{1fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_form_and_unseen_characters_fold_and_nothing_else() {
        let cases = [
            ("", ""),
            ("plain words.", "plain words."),
            (" two\u{a0}\u{2009} words\t\r\n", "two words"),
            ("line\nline", "line line"),
            ("cafe\u{301}", "café"),
            ("hy\u{ad}phen", "hyphen"),
            ("e\u{ad}\u{301}t", "ét"),
            ("zero\u{200b}width\u{feff}\u{2060}", "zerowidth"),
            ("Auf\u{200c}lage", "Auflage"),
            ("e\u{301}\u{200d}\u{200c}e", "ée"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("क्\u{200d}ष", "क्\u{200d}ष"),
            ("👩\u{200d}👩\u{200d}👧", "👩\u{200d}👩\u{200d}👧"),
            ("\u{200f}abc\u{202a}", "\u{200f}abc\u{202a}"),
            ("10² ½ ﬁ ① Ａ", "10² ½ ﬁ ① Ａ"),
            ("\u{212b}", "\u{c5}"),
        ];
        for (text, want) in cases {
            assert_eq!(canonical(text), want, "{text:?}");
        }
    }

    #[test]
    fn lists_keep_their_lines_but_no_empty_ones() {
        let cases = [
            ("one\ntwo", "one\ntwo"),
            (" one \r\n\r\n two  three\n", "one\ntwo three"),
            ("a\u{2028}b", "a\nb"),
            ("\n", ""),
        ];
        for (text, want) in cases {
            assert_eq!(canonical_lines(text), want, "{text:?}");
        }
    }
}
