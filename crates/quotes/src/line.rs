//! A paragraph as the rules see it: words, marks, and each quotation as one token, cut into sentences.

use std::ops::Range;

use crate::marks::{Marked, marked};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    Mark,
    /// A quotation: its place in [`Line::quoted`].
    Quote(usize),
}

#[derive(Debug, Clone)]
pub(crate) struct Token {
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
    /// The word in small letters, its apostrophes straight; the mark as it is; empty for a quotation.
    pub low: String,
    /// Whether a word begins with a capital letter (or with one of a script that has none).
    pub capital: bool,
}

impl Token {
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
pub(crate) struct Line {
    pub tokens: Vec<Token>,
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

impl Line {
    pub fn of(text: &str, range: Range<usize>) -> Self {
        let quoted = marked(text, range.clone());
        let mut tokens = Vec::new();
        let mut at = range.start;
        for (i, quote) in quoted.iter().enumerate() {
            cut(text, at..quote.whole.start, &mut tokens);
            let Range { start, end } = quote.whole;
            tokens.push(Token { start, end, kind: Kind::Quote(i), low: String::new(), capital: false });
            at = end;
        }
        cut(text, at..range.end, &mut tokens);
        let sentences = sentences(text, &tokens, &quoted);
        Self { tokens, quoted, sentences }
    }
}

/// Cuts what stands outside of quotations into words and marks.
pub(crate) fn cut(text: &str, range: Range<usize>, tokens: &mut Vec<Token>) {
    let mut chars = text[range.clone()].char_indices().map(|(at, c)| (range.start + at, c)).peekable();
    while let Some((start, c)) = chars.next() {
        let mut end = start + c.len_utf8();
        if c.is_alphanumeric() {
            let mut last = c;
            while let Some(&(at, c)) = chars.peek() {
                let next = text[at + c.len_utf8()..range.end].chars().next().unwrap_or(' ');
                if !(c.is_alphanumeric() || is_inner(c, last, next) || is_combining(c)) {
                    break;
                }
                last = c;
                end = at + c.len_utf8();
                chars.next();
            }
            let low = text[start..end].to_lowercase().replace('’', "'");
            let arab = low.starts_with("al-") && text[start..end].chars().nth(3).is_some_and(char::is_uppercase);
            let capital = arab || c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase());
            tokens.push(Token { start, end, kind: Kind::Word, low, capital });
        } else if !c.is_whitespace() {
            tokens.push(Token { start, end, kind: Kind::Mark, low: c.to_string(), capital: false });
        }
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

fn sentences(text: &str, tokens: &[Token], quoted: &[Marked]) -> Vec<Range<usize>> {
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

fn opens_sentence(next: Option<&Token>) -> bool {
    next.is_none_or(|next| match next.kind {
        Kind::Word => next.capital || next.low.starts_with(|c: char| c.is_numeric()),
        Kind::Quote(_) => true,
        Kind::Mark => matches!(&*next.low, "(" | "[" | "¿" | "¡" | "|" | "–" | "—" | "-"),
    })
}

/// "Dr." and "J." end nothing, and both touch the stop; "U.S." may.
fn is_abbreviation(word: &Token, stop: &Token) -> bool {
    word.is_word()
        && word.end == stop.start
        && (ABBREVIATIONS.contains(&&*word.low) || (word.capital && word.low.chars().count() == 1))
}
