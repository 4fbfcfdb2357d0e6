//! Index tokens: what a text is found by.
//!
//! Words are letters and the digits that follow them, without the marks between: "don't", "re-sign" and "U.S." are two
//! words each, one after the other. Numbers are one token with their separators ("1,000" is 1000, "1.5" and "1,5" are
//! the same); what is attached to one comes after it ("£1.5m" is £, 1.5, m). Scripts that put no spaces between words
//! (Chinese, Japanese, Korean, Thai, Lao, Khmer, Burmese) give one token for each character, which holds the next one
//! too: 東京都 is 東京, 京都, 都. So two characters are looked up as one token, and one character as the beginning of one.
//!
//! Cutting never looks across white space: the tokens of some words in a row are, wherever those words stand, the same.

use unicode_normalization::char::is_combining_mark;

use super::fold::{digit, fold, is_unseen};

/// Bytes of a token at most; what is longer is told apart by its beginning. The longest German words have 80.
const LONGEST: usize = 120;

/// A token of a text, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexToken {
    /// Folded. Letters, digits and signs beyond ASCII; of ASCII nothing but small letters and digits.
    pub text: String,
    /// Its first byte in the text that was given.
    pub start: usize,
    /// The byte after its last; for a token of two characters, after the second.
    pub end: usize,
    /// The first of two characters: bytes of `text`, and the byte after it in the text that was given.
    pub first: Option<(usize, usize)>,
}

/// What stands at one place of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sought {
    /// This token.
    Token(String),
    /// A character of a script without spaces, whatever comes after it.
    Begins(String),
}

/// Tokens that follow one another; at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase(pub(super) Vec<Sought>);

impl Phrase {
    /// The phrase that a text is; `None` if there is no word in it.
    pub fn of(text: &str) -> Option<Self> {
        let tokens = index_tokens(text);
        let last = tokens.len().checked_sub(1)?;
        let mut sought = Vec::with_capacity(tokens.len());
        for (at, token) in tokens.iter().enumerate() {
            let lone = at == last && token.first.is_some_and(|(bytes, _)| bytes == token.text.len());
            let in_the_one_before = at > 0 && tokens[at - 1].first.is_some() && tokens[at - 1].end == token.end;
            match (lone, in_the_one_before) {
                (true, true) => {}
                (true, false) => sought.push(Sought::Begins(token.text.clone())),
                (false, _) => sought.push(Sought::Token(token.text.clone())),
            }
        }
        Some(Self(sought))
    }

    /// Its tokens in order.
    pub fn tokens(&self) -> &[Sought] {
        &self.0
    }
}

/// The tokens of a text, in order.
pub fn index_tokens(text: &str) -> Vec<IndexToken> {
    let mut found = Vec::with_capacity(text.len() / 6);
    let mut start = 0;
    while let Some(c) = text[start..].chars().next() {
        let rest = &text[start..];
        start += match class(c) {
            Class::Other | Class::Mark => c.len_utf8(),
            Class::Sign => push(&mut found, start, c.len_utf8(), sign(c).to_string()),
            Class::Digit => {
                let length = number_length(rest);
                push(&mut found, start, length, number(&rest[..length]))
            }
            Class::Letter => {
                let ends = |c| !matches!(class(c), Class::Letter | Class::Digit | Class::Mark);
                let length = rest.find(ends).unwrap_or(rest.len());
                push(&mut found, start, length, fold(&rest[..length]))
            }
            Class::Unit => units(&mut found, start, rest),
        };
    }
    found
}

fn push(found: &mut Vec<IndexToken>, start: usize, length: usize, mut text: String) -> usize {
    cut(&mut text, LONGEST);
    if !text.is_empty() {
        found.push(IndexToken { text, start, end: start + length, first: None });
    }
    length
}

/// Cuts a token that is longer than that, between characters.
fn cut(text: &mut String, longest: usize) {
    if text.len() > longest {
        let end = (0..=longest).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        text.truncate(end);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    /// A letter of a script without spaces.
    Unit,
    Digit,
    /// A sign that is a token of its own.
    Sign,
    /// What hangs on the letter before it.
    Mark,
    Other,
}

fn class(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' => Class::Letter,
        '0'..='9' => Class::Digit,
        '$' | '%' => Class::Sign,
        '\0'..='\x7f' => Class::Other,
        _ if digit(c).is_some() => Class::Digit,
        _ if is_unseen(c) || is_combining_mark(c) => Class::Mark,
        _ if c.is_alphabetic() => {
            if is_unit(c) {
                Class::Unit
            } else {
                Class::Letter
            }
        }
        // superscripts, fractions, figures in circles
        _ if c.is_numeric() => Class::Sign,
        '¢'..='¥'
        | '؋'
        | '฿'
        | '៛'
        | '\u{20a0}'..='\u{20cf}'
        | '﷼'
        | '＄'
        | '％'
        | '￠'..='￡'
        | '￥'
        | '￦'
        | '‰'
        | '٪' => Class::Sign,
        _ => Class::Other,
    }
}

/// A sign as a token: one for all its widths, and none in ASCII, where a database takes signs for separators.
const fn sign(c: char) -> char {
    match c {
        '$' => '＄',
        '%' | '٪' => '％',
        '￠' => '¢',
        '￡' => '£',
        '￥' => '¥',
        '￦' => '₩',
        c => c,
    }
}

/// Letters of scripts that put no spaces between words, and of Korean, which puts few.
const fn is_unit(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3031}'..='\u{303c}' | '\u{3041}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ffdc}' | '\u{20000}'..='\u{3ffff}')
}

/// Tokens of a run of characters without spaces; returns its bytes.
fn units(found: &mut Vec<IndexToken>, start: usize, rest: &str) -> usize {
    let from = found.len();
    let mut length = 0;
    while let Some(c) = rest[length..].chars().next() {
        if class(c) != Class::Unit {
            break;
        }
        let after = &rest[length + c.len_utf8()..];
        let hangs = after.find(|c| class(c) != Class::Mark).unwrap_or(after.len());
        let end = length + c.len_utf8() + hangs;
        let mut text = fold(&rest[length..end]);
        cut(&mut text, LONGEST / 2);
        if let Some(before) = found[from..].last_mut() {
            before.text.push_str(&text);
            before.end = start + end;
        }
        let first = Some((text.len(), start + end));
        found.push(IndexToken { text, start: start + length, end: start + end, first });
        length = end;
    }
    length
}

const fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | '٫' | '٬')
}

/// Bytes of a number: digits, with single separators between them.
fn number_length(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let goes_on = digit(c).is_some()
            || (is_separator(c) && at > 0 && chars.peek().is_some_and(|(_, next)| digit(*next).is_some()));
        if !goes_on {
            return at;
        }
    }
    text.len()
}

/// A number without the separators of its thousands; a separator of decimals is a middle dot.
fn number(text: &str) -> String {
    let digits = |group: &str| group.chars().filter_map(digit).map(|d| char::from(b'0' + d)).collect::<String>();
    let groups: Vec<String> = text.split(is_separator).map(digits).collect();
    let kind = |c| if matches!(c, '.' | '٫') { '.' } else { ',' };
    let separators: Vec<char> = text.chars().filter(|c| is_separator(*c)).map(kind).collect();
    let thousands = |upto: usize| {
        let threes = groups[1..upto].iter().all(|group| group.len() == 3);
        threes
            && groups[0].len() <= 3
            && !groups[0].starts_with('0')
            && separators[..upto - 1].iter().all(|c| *c == separators[0])
    };
    let count = groups.len();
    match separators.as_slice() {
        [] => groups.concat(),
        [','] if thousands(2) => groups.concat(),
        [_] => groups.join("·"),
        _ if thousands(count) => groups.concat(),
        [first, .., last] if first != last && thousands(count - 1) => {
            format!("{}·{}", groups[..count - 1].concat(), groups[count - 1])
        }
        _ => groups.join("·"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_into_what_they_are_found_by() {
        let cases: &[(&str, &[&str])] = &[
            ("The Bridge re-opens.", &["the", "bridge", "re", "opens"]),
            ("don't l’homme Biden's", &["don", "t", "l", "homme", "biden", "s"]),
            ("U.S. AT&T G20 COVID-19 h5n1", &["u", "s", "at", "t", "g20", "covid", "19", "h5n1"]),
            ("£1.5m US$5 5€ 7%", &["£", "1·5", "m", "us", "＄", "5", "5", "€", "7", "％"]),
            ("1,000 10.000.000 1,5 1.234,56 1,234.56", &["1000", "10000000", "1·5", "1234·56", "1234·56"]),
            ("0,125 1.500 3,14 12:30 2026-03-02", &["0·125", "1·500", "3·14", "12", "30", "2026", "03", "02"]),
            ("10² ½ 19th 20km", &["10", "²", "½", "19", "th", "20", "km"]),
            ("Müller, Straße; ÉTÉ", &["muller", "strasse", "ete"]),
            ("Київ і Москва", &["київ", "і", "москва"]),
            ("वार्ता हिन्दी", &["वार्ता", "हिन्दी"]),
            ("١٬٢٣٤ خبر", &["1234", "خبر"]),
            ("東京都", &["東京", "京都", "都"]),
            ("東京、大阪", &["東京", "京", "大阪", "阪"]),
            ("カタカナ語", &["カタ", "タカ", "カナ", "ナ語", "語"]),
            ("iPhoneの2台", &["iphone", "の", "2", "台"]),
            ("한국어를 말", &["한국", "국어", "어를", "를", "말"]),
            ("กี่คน", &["กี่ค", "คน", "น"]),
            ("— … ! 👩", &[]),
            ("", &[]),
            ("x…y", &["x", "y"]),
            ("a_b #tag @you", &["a", "b", "tag", "you"]),
        ];
        for (text, want) in cases {
            let got: Vec<String> = index_tokens(text).into_iter().map(|token| token.text).collect();
            assert_eq!(got, *want, "{text}");
        }
    }

    #[test]
    fn a_phrase_asks_for_the_fewest_tokens_that_say_it() {
        let token = |text: &str| Sought::Token(text.into());
        let begins = |text: &str| Sought::Begins(text.into());
        let cases = [
            ("Bridge", vec![token("bridge")]),
            ("£1.5m", vec![token("£"), token("1·5"), token("m")]),
            ("東", vec![begins("東")]),
            ("東京", vec![token("東京")]),
            ("東京都", vec![token("東京"), token("京都")]),
            ("京、大", vec![token("京"), begins("大")]),
            ("京2", vec![token("京"), token("2")]),
        ];
        for (text, want) in cases {
            assert_eq!(Phrase::of(text), Some(Phrase(want)), "{text}");
        }
        assert_eq!(Phrase::of(" — "), None);
    }

    #[test]
    fn tokens_stand_where_they_were_written() {
        let text = "Die Straße in 東京都, £1.5m";
        let places: Vec<&str> = index_tokens(text).iter().map(|t| &text[t.start..t.end]).collect();
        assert_eq!(places, ["Die", "Straße", "in", "東京", "京都", "都", "£", "1.5", "m"]);
    }

    #[test]
    fn no_token_is_longer_than_the_longest() {
        let long = "ü".repeat(5_000);
        assert!(index_tokens(&long)[0].text.len() <= LONGEST);
        assert!(index_tokens(&"9".repeat(5_000))[0].text.len() <= LONGEST);
    }
}
