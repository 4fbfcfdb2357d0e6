//! Who is named in an article: the table of full names, and who was meant last.

use std::collections::HashMap;
use std::ops::Range;

use crate::cues::{Cue, Language, Small, is_title};
use crate::line::{Kind, Line, Token};

/// Somebody who speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Speaker {
    /// By the fullest name; `None`: a mention that nothing resolves.
    pub name: Option<String>,
    /// Where it is mentioned, in bytes.
    pub at: Range<usize>,
    /// Whether it is a person by name, or one meant by a pronoun.
    pub person: bool,
}

/// Names and titles of one article.
#[derive(Debug, Default)]
pub(crate) struct Persons {
    /// Last word of a name, in small letters -> the full name that came first.
    full: HashMap<String, String>,
    /// "spokesman" -> who was named with it last.
    titled: HashMap<String, String>,
    /// Whom "he" and "she" mean, and the paragraph of the mention.
    pub last: Option<(String, usize)>,
}

impl Persons {
    /// Gathers the full names of all paragraphs.
    pub fn of(lines: &[Line<'_>], text: &str, language: &Language) -> Self {
        let mut persons = Self::default();
        for line in lines {
            for run in runs(&line.tokens, 0..line.tokens.len(), language) {
                persons.enter(&line.tokens, run, text);
            }
        }
        persons
    }

    fn enter(&mut self, tokens: &[Token<'_>], run: Range<usize>, text: &str) {
        let named = without_titles(tokens, run);
        if !(2..=4).contains(&named.len()) {
            return;
        }
        let last = bare(&tokens[named.end - 1].low).to_owned();
        let name = name_of(tokens, named.clone(), text);
        let before = named.start.checked_sub(1).map(|b| &tokens[b]).filter(|t| t.is_word() && is_title(&t.low));
        if let Some(title) = before {
            self.titled.entry(bare(&title.low).to_owned()).or_insert_with(|| name.clone());
        }
        self.full.entry(last).or_insert(name);
    }

    /// The fullest name that the article has for `name`.
    pub fn fullest(&self, name: &str) -> String {
        if name.contains(' ') {
            return name.to_owned();
        }
        self.full.get(&*name.to_lowercase()).cloned().unwrap_or_else(|| name.to_owned())
    }

    /// Notes that somebody was named with a title.
    pub fn note_titles<'a>(&mut self, titles: impl Iterator<Item = &'a Token<'a>>, name: &str) {
        for title in titles.filter(|t| t.is_word() && is_title(&t.low)) {
            self.titled.insert(bare(&title.low).to_owned(), name.to_owned());
        }
    }

    /// Who was named last as "the spokesman".
    pub fn by_title(&self, title: &str) -> Option<&String> {
        self.titled.get(title)
    }
}

/// Runs of words with capital letters that may name somebody, inside `range`.
pub(crate) fn runs(tokens: &[Token<'_>], range: Range<usize>, language: &Language) -> Vec<Range<usize>> {
    let (mut found, mut i) = (Vec::new(), range.start);
    while i < range.end {
        if !is_name_word(&tokens[i]) && !is_first_name(tokens, i, range.end) {
            i += 1;
            continue;
        }
        let mut end = i + 1;
        while end < range.end && !is_possessive(&tokens[end - 1]) {
            if is_name_word(&tokens[end]) && is_near(&tokens[end - 1], &tokens[end]) {
                end += 1;
            } else if let Some(next) = joined(tokens, end, range.end, language) {
                end = next;
            } else {
                break;
            }
        }
        // "One said", "Another said": nobody by name.
        if end > i + 1 || !NOBODY.contains(&&*tokens[i].low) {
            found.push(i..end);
        }
        i = end;
    }
    found
}

/// Words that stand for somebody without a name.
pub(crate) const NOBODY: &[&str] =
    &["one", "another", "some", "others", "many", "several", "both", "two", "three", "all", "none"];

/// "J. Weber", "Ludwig van Norwick": where the run goes on behind a stop or a small word of names.
fn joined(tokens: &[Token<'_>], at: usize, end: usize, language: &Language) -> Option<usize> {
    let next = tokens.get(at + 1).filter(|_| at + 1 < end)?;
    let last = &tokens[at - 1];
    let stop = tokens[at].is(".") && tokens[at].start == last.end && (last.low.chars().count() <= 3);
    let particle = tokens[at].low.len() <= 3
        && PARTICLES.contains(&&*tokens[at].low)
        && !(language.verb_second && matches!(&*tokens[at].low, "der" | "den"));
    let is_particle = |token: &Token<'_>| PARTICLES.contains(&&*token.low);
    // "Ursula von der Leyen"
    let behind = tokens.get(at + 2).filter(|_| at + 2 < end && is_particle(&tokens[at]) && is_particle(next));
    if behind.is_some_and(is_name_word) {
        return Some(at + 3);
    }
    ((stop || particle) && is_name_word(next)).then_some(at + 2)
}

/// "Will Smith", "Per Berg": a small word with a capital, inside a sentence, before a name.
fn is_first_name(tokens: &[Token<'_>], i: usize, end: usize) -> bool {
    let is_inside = |before: &Token<'_>| before.kind == Kind::Word;
    tokens[i].kind == Kind::Word
        && tokens[i].capital
        && tokens[i].cue.is_none()
        && i.checked_sub(1).is_some_and(|before| is_inside(&tokens[before]))
        && i + 1 < end
        && is_name_word(&tokens[i + 1])
        && is_near(&tokens[i], &tokens[i + 1])
}

fn is_near(a: &Token<'_>, b: &Token<'_>) -> bool {
    b.start - a.end <= 2
}

fn is_name_word(token: &Token<'_>) -> bool {
    token.kind == Kind::Word
        && token.capital
        && (token.small.is_none() || token.low == "today")
        && token.cue.is_none_or(|cue| cue == Cue::Near)
}

fn is_possessive(token: &Token<'_>) -> bool {
    token.low.ends_with("'s") || token.low.ends_with('\'')
}

/// A word without its possessive.
pub(crate) fn bare(word: &str) -> &str {
    word.strip_suffix("'s").unwrap_or(word)
}

/// A run without the titles that it begins with.
pub(crate) fn without_titles(tokens: &[Token<'_>], run: Range<usize>) -> Range<usize> {
    let mut start = run.start;
    for i in run.clone() {
        if i + 1 < run.end && tokens[i].is_word() && is_title(&tokens[i].low) {
            start = i + 1;
            if tokens[start].is(".") && start + 1 < run.end {
                start += 1;
            }
        }
    }
    start..run.end
}

/// A run as a name: spaces single, possessive off.
pub(crate) fn name_of(tokens: &[Token<'_>], run: Range<usize>, text: &str) -> String {
    let Some(last) = tokens.get(run.end.wrapping_sub(1)) else { return String::new() };
    let whole = &text[tokens[run.start].start..last.end];
    let name = whole.split_whitespace().collect::<Vec<_>>().join(" ");
    name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).map(str::to_owned).unwrap_or(name)
}

/// Whether a word is "he" or "she" rather than "it", "they" or "I".
pub(crate) fn means_person(word: &str) -> bool {
    matches!(
        word,
        "he" | "she"
            | "er"
            | "sie"
            | "il"
            | "elle"
            | "él"
            | "ella"
            | "ele"
            | "ela"
            | "hij"
            | "zij"
            | "он"
            | "она"
            | "lui"
            | "lei"
            | "він"
            | "вона"
            | "on"
            | "ona"
    )
}

/// Whether a range of tokens is a pronoun alone.
pub(crate) fn is_pronoun(tokens: &[Token<'_>], range: &Range<usize>) -> bool {
    range.len() == 1 && (tokens[range.start].small == Some(Small::Pronoun) || means_person(&tokens[range.start].low))
}

/// Small words inside of names.
const PARTICLES: &[&str] =
    &["van", "von", "de", "der", "den", "al", "bin", "ibn", "du", "da", "di", "del", "el", "la", "dos", "ter", "zu"];
