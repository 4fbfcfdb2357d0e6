//! A paragraph as the rules see it: words, marks, and each quotation as one token, cut into sentences.

use std::borrow::Cow;
use std::ops::Range;

use text::{Marked, marked};

use crate::cues::{Cue, Language, Small};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    Mark,
    /// A quotation: its place in [`Line::quoted`].
    Quote(usize),
}

#[derive(Debug, Clone)]
pub(crate) struct Token<'a> {
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
    /// The word in small letters, its apostrophes straight; the mark as it is; empty for a quotation.
    pub low: Cow<'a, str>,
    /// Whether a word begins with a capital letter (or with one of a script that has none).
    pub capital: bool,
    /// What a word does as a word of saying, and what it is for if it names nobody.
    pub cue: Option<Cue>,
    pub small: Option<Small>,
}

impl Token<'_> {
    fn bare(at: Range<usize>, kind: Kind, low: &str) -> Token<'_> {
        Token { start: at.start, end: at.end, kind, low: Cow::Borrowed(low), capital: false, cue: None, small: None }
    }

    pub fn is(&self, low: &str) -> bool {
        self.low == low
    }

    pub fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    pub fn quote(&self) -> Option<usize> {
        match self.kind {
            Kind::Quote(i) => Some(i),
            _ => None,
        }
    }
}

/// A paragraph.
#[derive(Debug)]
pub(crate) struct Line<'a> {
    pub tokens: Vec<Token<'a>>,
    pub quoted: Vec<Marked>,
    /// Its sentences, as ranges of tokens.
    pub sentences: Vec<Range<usize>>,
}

/// The paragraphs of a text: its lines that are not blank.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.split('\n').filter_map(move |line| {
        let at = start;
        start += line.len() + 1;
        let lead = line.len() - line.trim_start().len();
        let kept = line.trim();
        (!kept.is_empty()).then(|| at + lead..at + lead + kept.len())
    })
}

impl<'a> Line<'a> {
    pub fn of(text: &'a str, range: Range<usize>, language: &Language) -> Self {
        let quoted = marked(text, range.clone());
        let mut tokens = Vec::with_capacity(range.len() / 5);
        let mut at = range.start;
        for (i, quote) in quoted.iter().enumerate() {
            cut(text, at..quote.whole.start, language, &mut tokens);
            let Range { start, end } = quote.whole;
            tokens.push(Token::bare(start..end, Kind::Quote(i), ""));
            at = end;
        }
        cut(text, at..range.end, language, &mut tokens);
        let sentences = sentences(text, &tokens, &quoted);
        Self { tokens, quoted, sentences }
    }
}

/// Cuts what stands outside of quotations into words and marks.
fn cut<'a>(text: &'a str, range: Range<usize>, language: &Language, tokens: &mut Vec<Token<'a>>) {
    let char_at = |at: usize| text[at..range.end].chars().next();
    let mut at = range.start;
    while let Some(c) = char_at(at) {
        let start = at;
        at += c.len_utf8();
        if c.is_alphanumeric() {
            let mut last = c;
            loop {
                let plain = text.as_bytes()[at..range.end].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
                if plain > 0 {
                    at += plain;
                    last = char::from(text.as_bytes()[at - 1]);
                }
                let Some(c) = char_at(at) else { break };
                let is_inside = c != ' '
                    && (c.is_alphanumeric()
                        || is_inner(c, last, char_at(at + c.len_utf8()).unwrap_or(' '))
                        || is_combining(c));
                if !is_inside {
                    break;
                }
                last = c;
                at += c.len_utf8();
            }
            tokens.push(word(&text[start..at], start, c, language));
        } else if !c.is_whitespace() {
            tokens.push(Token::bare(start..at, Kind::Mark, &text[start..at]));
        }
    }
}

/// A word that begins with `first` and stands at `start`.
fn word<'a>(word: &'a str, start: usize, first: char, language: &Language) -> Token<'a> {
    let low = lowered(word);
    let arab = low.starts_with("al-") && word.chars().nth(3).is_some_and(char::is_uppercase);
    let capital = arab || first.is_uppercase() || (first.is_alphabetic() && !first.is_lowercase());
    let (cue, small) = language.of(&low);
    Token { start, end: start + word.len(), kind: Kind::Word, low, capital, cue, small }
}

fn lowered(word: &str) -> Cow<'_, str> {
    if !word.is_ascii() {
        return Cow::Owned(word.to_lowercase().replace('’', "'"));
    }
    if word.bytes().any(|b| b.is_ascii_uppercase()) {
        Cow::Owned(word.to_ascii_lowercase())
    } else {
        Cow::Borrowed(word)
    }
}

fn is_inner(c: char, last: char, next: char) -> bool {
    next.is_alphanumeric()
        && last.is_alphanumeric()
        && match c {
            '\'' | '’' | '-' | '\u{2011}' | '\u{ad}' | '&' => true,
            '.' | ',' => {
                last.is_ascii_digit() && next.is_ascii_digit() || c == '.' && last.is_uppercase() && next.is_uppercase()
            }
            _ => false,
        }
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}')
}

/// Words after which a full stop ends nothing.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "lt", "col", "maj", "capt", "sgt", "rev", "hon", "st",
    "jr", "sr", "vs", "no", "bzw", "ca", "nr", "inc", "corp", "u.a", "z.b", "mme", "lic", "sra", "dept", "adm", "supt",
];

fn sentences(text: &str, tokens: &[Token<'_>], quoted: &[Marked]) -> Vec<Range<usize>> {
    let (mut found, mut start) = (Vec::new(), 0);
    for i in 0..tokens.len() {
        let ends = match tokens[i].kind {
            Kind::Mark if matches!(&*tokens[i].low, "。" | "！" | "？" | "|") => true,
            Kind::Mark if matches!(&*tokens[i].low, "." | "!" | "?" | "…" | "؟" | "۔") => {
                let before = i.checked_sub(1).map(|b| &tokens[b]);
                opens_sentence(tokens.get(i + 1))
                    && !(tokens[i].is(".") && before.is_some_and(|b| is_abbreviation(b, &tokens[i])))
            }
            Kind::Quote(q) => {
                let last = text[quoted[q].inner.clone()].trim_end().chars().next_back();
                match last {
                    Some('.' | '…' | '。') => opens_sentence(tokens.get(i + 1)),
                    Some('!' | '?') => tokens.get(i + 1).is_some_and(|next| next.quote().is_some()),
                    _ => false,
                }
            }
            _ => false,
        };
        if ends {
            found.push(start..i + 1);
            start = i + 1;
        }
    }
    if start < tokens.len() {
        found.push(start..tokens.len());
    }
    found
}

fn opens_sentence(next: Option<&Token<'_>>) -> bool {
    next.is_none_or(|next| match next.kind {
        Kind::Word => next.capital || next.low.starts_with(|c: char| c.is_numeric()),
        Kind::Quote(_) => true,
        Kind::Mark => matches!(&*next.low, "(" | "[" | "¿" | "¡" | "|" | "–" | "—" | "-"),
    })
}

/// "Dr." and "J." end nothing, and both touch the stop; "U.S." may.
fn is_abbreviation(word: &Token<'_>, stop: &Token<'_>) -> bool {
    word.is_word()
        && word.end == stop.start
        && (ABBREVIATIONS.contains(&&*word.low) || (word.capital && word.low.chars().count() == 1))
}
