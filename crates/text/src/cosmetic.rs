//! The cosmetic key: what two texts share when they differ in their typesetting only.

use crate::canonical_lines;

/// Returns the key under which two texts are cosmetically equal.
///
/// Keys are equal exactly when the texts differ in nothing but
/// - what [`canonical_lines`] folds: the kind and amount of white space, NFC form, soft hyphens;
/// - the curly or straight form of the same mark: `“ ” „ ‟ "` are one mark, `‘ ’ ‚ ‛ '` (and the
///   letter apostrophe `ʼ` after a letter) another; `‐ ‑ -` inside a word are one hyphen;
/// - the width of a dash between words, with or without spaces around it: `— – ―`, `--`, and a
///   hyphen with a space on both sides;
/// - marks of direction (U+200E, U+200F, U+061C), which are not seen.
///
/// Everything that can carry meaning stays apart: `'x'` and `"x"`; guillemets and `"x"` (they are
/// marks of their own, with a straight form of neither); primes; a hyphen and a dash
/// ("man-eating", "man – eating"); any dash before a number, where it may be a sign or a range;
/// `−5` and `-5`; `100 %` and `100%` (white space that is there is not white space that is not).
/// A key is for comparing, never for showing.
pub fn cosmetic(text: &str) -> String {
    let text = match text.contains(is_direction) {
        true => canonical_lines(&text.replace(is_direction, "")),
        false => canonical_lines(text),
    };
    let mut key = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if !is_dash(c) {
            // A hyphen before a dash is no hyphen inside a word.
            let last = key.chars().next_back().filter(|_| !rest.clone().next().is_some_and(is_dash));
            key.push(straight(c, last));
            continue;
        }
        let run = 1 + rest.clone().take_while(|&d| is_dash(d)).count();
        let spaced = key.ends_with(' ');
        let mut after = rest.clone();
        let widest = after.by_ref().take(run - 1).fold(c, |w, d| if d == '-' { w } else { d });
        let spaced_after = after.as_str().starts_with(' ');
        let next = after.as_str().trim_start_matches(' ').chars().next();
        let last = key.trim_end_matches(' ').chars().next_back();
        let is_wide = widest != '-' || run > 1 || (spaced && spaced_after);
        if is_wide && last.is_some_and(ends_word) && next.is_some_and(begins_word) {
            key.truncate(key.trim_end_matches(' ').len());
            key.push_str(" — ");
            rest = after;
            if spaced_after {
                rest.next();
            }
        } else {
            key.push(c);
            key.extend(rest.by_ref().take(run - 1));
        }
    }
    key
}

/// Marks of direction are not seen.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}')
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2012}'..='\u{2015}')
}

/// The straight form of a mark that follows `last`.
fn straight(c: char, last: Option<char>) -> char {
    match c {
        '\u{201c}'..='\u{201f}' => '"',
        '\u{2018}'..='\u{201b}' => '\'',
        '\u{2bc}' if last.is_some_and(char::is_alphabetic) => '\'',
        '\u{2010}' | '\u{2011}' if last.is_some_and(char::is_alphabetic) => '-',
        _ => c,
    }
}

/// Whether a dash after `c` can be a dash between words.
fn ends_word(c: char) -> bool {
    c != '\n' && !is_operator(c)
}

/// Whether a dash before `c` can be a dash between words: not before digits, signs, currencies.
fn begins_word(c: char) -> bool {
    c.is_alphabetic()
        || matches!(c, '"' | '\'' | '(' | '[' | '¿' | '¡' | '«' | '»' | '‹' | '›' | '「' | '『')
        || matches!(c, '\u{2018}'..='\u{201f}')
}

fn is_operator(c: char) -> bool {
    matches!(c, '+' | '=' | '<' | '>' | '*' | '/' | '×' | '÷' | '±' | '−')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typesetting_alone_is_cosmetic() {
        let cases = [
            ("don’t", "don't"),
            ("“yes”", "\"yes\""),
            ("„ja“", "\"ja\""),
            ("‘so-called’", "'so-called'"),
            ("a\u{a0}b", "a b"),
            ("a  b", "a b"),
            ("cafe\u{301}", "café"),
            ("co\u{ad}operate", "cooperate"),
            ("Rome — and Paris", "Rome – and Paris"),
            ("Rome—and Paris", "Rome – and Paris"),
            ("Rome–and Paris", "Rome—and Paris"),
            ("Rome - and Paris", "Rome – and Paris"),
            ("Rome -- and Paris", "Rome — and Paris"),
            ("“Yes” – he said", "\"Yes\" — he said"),
            ("in 2016 — the year", "in 2016 – the year"),
            ("Он — врач", "Он – врач"),
            ("well‑known", "well-known"),
            ("п’ять", "пʼять"),
        ];
        for (a, b) in cases {
            assert_eq!(cosmetic(a), cosmetic(b), "{a:?} {b:?}");
        }
    }

    #[test]
    fn whatever_can_carry_meaning_is_not_cosmetic() {
        let cases = [
            ("£1.5m", "£15m"),
            ("-3", "3"),
            ("−5", "5"),
            ("−5", "-5"),
            ("minus –5", "minus -5"),
            ("a ‘moderate’ man", "a moderate man"),
            ("\"moderate\"", "moderate"),
            ("'single'", "\"single\""),
            ("‘single’", "“single”"),
            ("«x»", "\"x\""),
            ("5′", "5'"),
            ("It is over.", "It is over?"),
            ("10²", "102"),
            ("1,000", "1.000"),
            ("1 000", "1000"),
            ("re-sign", "resign"),
            ("US", "us"),
            ("½", "1/2"),
            ("can't", "cant"),
            ("3–4", "34"),
            ("3–4", "3-4"),
            ("3 – 4", "3 - 4"),
            ("€5", "$5"),
            ("No, he said", "No he said"),
            ("٣", "3"),
            ("100%", "100 %"),
            ("man-eating", "man – eating"),
            ("man-eating", "man—eating"),
            ("pre- and post-war", "pre – and post-war"),
            ("wait…", "wait..."),
            ("fell —5", "fell - 5"),
            ("one\ntwo", "one two"),
            ("the rapist", "therapist"),
            ("ﬁve", "five"),
        ];
        for (a, b) in cases {
            assert_ne!(cosmetic(a), cosmetic(b), "{a:?} {b:?}");
        }
    }
}
