//! Tokens: the smallest pieces that a difference may cut a text into.

use unicode_normalization::char::is_combining_mark;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A word with its inner apostrophes and hyphens; of [`tokens`], one character in scripts without spaces.
    Word,
    /// A number with sign, currency, separators, superscripts and what is attached to it: "-£1.5m".
    Number,
    /// A punctuation mark, a symbol, an emoji.
    Mark,
    /// A run of white space.
    Space,
}

/// A token of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Its first byte in the text.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// What it is.
    pub kind: TokenKind,
}

impl Token {
    /// The token's text. `text` is the text that was given to [`tokens`].
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        &text[self.start..self.end]
    }
}

/// Cuts a text into tokens, in order and without gaps: joined again they give the text.
///
/// Words and numbers are never cut inside, nor is a character and its accents, nor an emoji
/// sequence. In Chinese, Japanese (katakana apart), Thai, Lao, Khmer and Burmese every character
/// is a word of its own: [`words`](crate::words()) joins them.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::with_capacity(text.len() / 3);
    let mut start = 0;
    let mut after_word = false;
    while let Some(c) = text[start..].chars().next() {
        let rest = &text[start..];
        let (length, kind) = match class(c) {
            Class::Space => (rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len()), TokenKind::Space),
            Class::Lone => (cluster(rest), TokenKind::Word),
            Class::Letter | Class::Katakana => (word(rest), TokenKind::Word),
            Class::Digit => (number(rest, 0), TokenKind::Number),
            Class::Mark => match number_prefix(rest, after_word) {
                Some(prefix) => (number(rest, prefix), TokenKind::Number),
                None => (mark(rest), TokenKind::Mark),
            },
        };
        found.push(Token { start, end: start + length, kind });
        start += length;
        // "は－３度": between words that no space parts, a sign may follow one.
        after_word = kind == TokenKind::Number || kind == TokenKind::Word && class(c) != Class::Lone;
    }
    found
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Digit,
    Letter,
    Katakana,
    Lone,
    Mark,
}

fn class(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' => Class::Letter,
        '0'..='9' => Class::Digit,
        '\0'..='\x7f' if !c.is_whitespace() => Class::Mark,
        _ if is_plain_letter(c) => Class::Letter,
        _ if is_plain_lone(c) => Class::Lone,
        '\u{30a1}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9f}' => Class::Katakana,
        _ if c.is_whitespace() => Class::Space,
        _ if is_lone(c) => Class::Lone,
        _ if c.is_numeric() => Class::Digit,
        _ if c.is_alphabetic() => Class::Letter,
        _ => Class::Mark,
    }
}

/// Letters of Latin, Cyrillic, Arabic, Hindi and Korean: what most texts are made of needs no table.
fn is_plain_letter(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{24f}' | '\u{400}'..='\u{481}'
        | '\u{48a}'..='\u{52f}' | '\u{620}'..='\u{64a}' | '\u{904}'..='\u{939}' | '\u{ac00}'..='\u{d7a3}')
}

/// Letters of Chinese, Japanese and Thai, likewise.
fn is_plain_lone(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{3096}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{e01}'..='\u{e30}'
        | '\u{e32}'..='\u{e33}' | '\u{e40}'..='\u{e46}')
}

/// Letters of scripts that put no spaces between words.
pub(crate) fn is_lone(c: char) -> bool {
    is_plain_lone(c)
        || matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{2fdf}'
        | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{3096}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
            && c.is_alphabetic()
}

/// Bytes of the first character with everything that hangs on it: accents, variation selectors,
/// skin tones, and what joiners tie to it; two letters of a flag.
fn cluster(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    let Some((_, first)) = chars.next() else { return 0 };
    if is_flag_letter(first) {
        chars.next_if(|&(_, c)| is_flag_letter(c));
    }
    let mut tied = false;
    for (at, c) in chars {
        let hangs = is_extension(c) || tied;
        if !hangs {
            return at;
        }
        tied = c == '\u{200d}';
    }
    text.len()
}

fn is_flag_letter(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

fn is_extension(c: char) -> bool {
    c >= '\u{300}'
        && !is_plain_letter(c)
        && !is_plain_lone(c)
        && (matches!(c, '\u{200c}' | '\u{200d}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}')
            || is_combining_mark(c))
}

/// Bytes of a word: letters, digits and accents, tied by apostrophes, hyphens and inner stops.
fn word(text: &str) -> usize {
    let mut end = 0;
    let mut since_tie = 0; // characters since the last tie: initials ("U.S") tie by stops
    let katakana = text.chars().next().map(class) == Some(Class::Katakana);
    while let Some(c) = text[end..].chars().next() {
        if !katakana && c.is_ascii_alphanumeric() {
            let run = text.as_bytes()[end..].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
            (end, since_tie) = (end + run, since_tie + run);
            continue;
        }
        let same_word = match class(c) {
            Class::Letter | Class::Digit => !katakana,
            Class::Katakana => katakana,
            _ => is_extension(c),
        };
        if same_word {
            end += c.len_utf8();
            since_tie += 1;
            continue;
        }
        let next = text[end + c.len_utf8()..].chars().next();
        if katakana || !next.is_some_and(|next| ties(c, next, since_tie)) {
            break;
        }
        end += c.len_utf8();
        since_tie = 0;
    }
    end
}

fn ties(c: char, next: char, since_tie: usize) -> bool {
    let next = (class(next), next);
    match c {
        '\'' | '\u{2019}' | '\u{2bc}' | '·' | '&' => next.0 == Class::Letter,
        '-' | '\u{2010}' | '\u{2011}' | '_' => matches!(next.0, Class::Letter | Class::Digit),
        '.' => next.0 == Class::Letter && (since_tie == 1 || next.1.is_lowercase()),
        _ => false,
    }
}

/// Bytes of the sign and currency in front of a number's first digit, or `None`.
fn number_prefix(text: &str, after_word: bool) -> Option<usize> {
    let mut length = 0;
    let (mut signed, mut priced) = (false, false);
    for c in text.chars() {
        match c {
            '+' | '-' | '−' | '－' | '±' if !signed && (length > 0 || !after_word) => signed = true,
            _ if !priced && is_currency(c) => priced = true,
            '.' if length > 0 || !after_word => {
                let digit = text[length + 1..].chars().next().is_some_and(|c| c.is_ascii_digit());
                return digit.then_some(length + 1);
            }
            _ => return (length > 0 && class(c) == Class::Digit).then_some(length),
        }
        length += c.len_utf8();
    }
    None
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '¢'..='¥' | '֏' | '؋' | '৳' | '฿' | '៛' | '\u{20a0}'..='\u{20cf}' | '﷼' | '＄' | '￡' | '￥')
}

/// Bytes of a number whose first digit stands at `prefix`.
fn number(text: &str, prefix: usize) -> usize {
    let mut end = prefix;
    let mut group = 0; // digits since the last separator, for "10 000"
    let mut grouped = true;
    while let Some(c) = text[end..].chars().next() {
        let after = &text[end + c.len_utf8()..];
        let digits = after.chars().take(4).take_while(char::is_ascii_digit).count();
        let digit_follows = after.chars().next().is_some_and(|c| class(c) == Class::Digit);
        match c {
            _ if class(c) == Class::Digit => group += 1,
            _ if is_extension(c) => {}
            '.' | ',' | ':' | '/' | '\'' | '\u{2019}' | '⁄' | '٫' | '٬' if digit_follows => grouped = false,
            ' ' if grouped && (1..=3).contains(&group) && digits == 3 => group = 0,
            _ => break,
        }
        end += c.len_utf8();
    }
    end + attached(&text[end..])
}

/// Bytes of what is attached to a number's last digit: "%", "°C", "€", "m", "th", "-year-old".
fn attached(text: &str) -> usize {
    let sign = text.chars().next().filter(|&c| matches!(c, '%' | '‰' | '°' | '′' | '″' | '٪') || is_currency(c));
    let at = sign.map_or(0, char::len_utf8);
    let mut rest = text[at..].chars();
    match rest.next() {
        Some(c) if class(c) == Class::Letter => at + word(&text[at..]),
        Some(c @ ('-' | '\u{2010}' | '\u{2011}')) if rest.next().map(class) == Some(Class::Letter) => {
            at + c.len_utf8() + word(&text[at + c.len_utf8()..])
        }
        _ => at,
    }
}

/// Bytes of a mark; several stops or hyphens in a row are one.
fn mark(text: &str) -> usize {
    let first = cluster(text);
    match text.as_bytes()[0] {
        b @ (b'.' | b'-') if first == 1 => text.bytes().take_while(|&c| c == b).count(),
        _ => first,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        tokens(text).iter().filter(|t| t.kind != TokenKind::Space).map(|t| t.of(text)).collect()
    }

    #[test]
    fn letters_that_need_no_table_are_what_the_table_says() {
        for c in '\u{80}'..=char::MAX {
            let is_letter = c.is_alphabetic() && !c.is_numeric() && !is_combining_mark(c);
            assert!(!is_plain_letter(c) || is_letter && !is_lone(c), "{c:?}");
            assert!(!is_plain_lone(c) || is_letter, "{c:?}");
        }
    }

    #[test]
    fn words_and_numbers_stay_whole() {
        let cases: &[(&str, &[&str])] = &[
            ("It is over.", &["It", "is", "over", "."]),
            ("don't re-sign", &["don't", "re-sign"]),
            ("l’homme", &["l’homme"]),
            ("the U.S. and A.B.", &["the", "U.S", ".", "and", "A.B", "."]),
            ("end.The next", &["end", ".", "The", "next"]),
            ("£1.5m -3 10² 1,000 100% 5°C", &["£1.5m", "-3", "10²", "1,000", "100%", "5°C"]),
            ("10 000 and 11 000 000.", &["10 000", "and", "11 000 000", "."]),
            ("in 2016 100 people", &["in", "2016", "100", "people"]),
            ("3–4 or 34", &["3", "–", "4", "or", "34"]),
            ("a 19-year-old", &["a", "19-year-old"]),
            ("at 12:30, 5/6", &["at", "12:30", ",", "5/6"]),
            ("COVID-19 G20", &["COVID-19", "G20"]),
            ("-£5 £-5 US$5 5€", &["-£5", "£-5", "US", "$5", "5€"]),
            ("wait... “so”", &["wait", "...", "“", "so", "”"]),
            ("пять-шесть", &["пять-шесть"]),
            ("東京で2人", &["東", "京", "で", "2", "人"]),
            ("カタカナ語", &["カタカナ", "語"]),
            ("한국어 말", &["한국어", "말"]),
            ("👩\u{200d}👧!🇫🇷🇩🇪", &["👩\u{200d}👧", "!", "🇫🇷", "🇩🇪"]),
            ("می\u{200c}خواهم", &["می\u{200c}خواهم"]),
            (".5 and .", &[".5", "and", "."]),
        ];
        for (text, want) in cases {
            assert_eq!(cut(text), *want, "{text}");
        }
    }
}
