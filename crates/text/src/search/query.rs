//! Queries: what somebody asks for, in words.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;

use super::Phrase;
use super::changed::{CLASSES, InChanges};
use super::when::span;
use crate::canonical;

/// Characters of a query at most: a long sentence, copied whole.
pub const LONGEST_QUERY: usize = 400;
/// Words and phrases at most, those that must not occur included.
pub const MOST_PHRASES: usize = 16;

/// What is asked for: versions that say something, or changes in which something came or went.
///
/// Written as people write into search boxes: words, phrases in quotation marks, `-word` for what must not occur,
/// and filters, `key:value`. A filter that only a change can meet makes it a search of changes; words without a filter
/// are then words that came or went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// As it was written.
    pub text: String,
    /// Words and phrases that must occur.
    pub phrases: Vec<Phrase>,
    /// Words and phrases that must not.
    pub excluded: Vec<Phrase>,
    /// Domains of outlets or parts of their names: of any of these; empty: of all.
    pub outlets: Vec<String>,
    /// Language tags in lower case: in any of these; empty: in all.
    pub languages: Vec<String>,
    /// First seen at this time or later.
    pub from: Option<Timestamp>,
    /// First seen before this time.
    pub until: Option<Timestamp>,
    /// What else a change must be; `None`: versions are asked for.
    pub changes: Option<InChanges>,
}

/// Why something is no query. Its words say what is understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryError {
    /// It asks for nothing.
    Empty,
    /// It is longer than [`LONGEST_QUERY`].
    TooLong,
    /// It has more than [`MOST_PHRASES`].
    TooMany,
    /// It only says what must not occur, or when.
    NothingSought,
    /// No filter is called so.
    UnknownKey(String),
    /// A filter without a value.
    NoValue(String),
    /// A filter that is to be left out.
    Excluded(String),
    /// What a filter of times names is none.
    BadTime(String, String),
    /// No language tag.
    BadLanguage(String),
    /// No type of change, nor a class or group of types.
    BadType(String),
    /// Nothing that a change can be said to be.
    BadIs(String),
    /// There is no word in what is to have come or gone.
    NoWord(String),
}

impl FromStr for Query {
    type Err = QueryError;

    fn from_str(text: &str) -> Result<Self, QueryError> {
        if text.chars().count() > LONGEST_QUERY {
            return Err(QueryError::TooLong);
        }
        let text = canonical(text);
        let mut query = Self {
            phrases: Vec::new(),
            excluded: Vec::new(),
            outlets: Vec::new(),
            languages: Vec::new(),
            from: None,
            until: None,
            changes: None,
            text: text.clone(),
        };
        let mut rest = text.as_str();
        while let Some(item) = item(&mut rest) {
            query.take(&item)?;
        }
        let in_changes = query.changes.as_ref().map_or(0, InChanges::len);
        if query.phrases.len() + query.excluded.len() + in_changes > MOST_PHRASES {
            return Err(QueryError::TooMany);
        }
        let filtered = !query.outlets.is_empty() || !query.languages.is_empty() || query.changes.is_some();
        let dated = query.from.is_some() || query.until.is_some();
        match query.phrases.is_empty() && !filtered {
            true if dated || !query.excluded.is_empty() => Err(QueryError::NothingSought),
            true => Err(QueryError::Empty),
            false => Ok(query),
        }
    }
}

impl Query {
    fn take(&mut self, item: &Item<'_>) -> Result<(), QueryError> {
        let Some(key) = item.key else {
            let phrases = if item.excluded { &mut self.excluded } else { &mut self.phrases };
            phrases.extend(Phrase::of(item.value));
            return Ok(());
        };
        let key = key.to_ascii_lowercase();
        let value = item.value.trim();
        let of_changes = matches!(key.as_str(), "removed" | "added" | "type" | "person" | "is");
        if !of_changes && !matches!(key.as_str(), "outlet" | "language" | "before" | "after" | "on") {
            return Err(QueryError::UnknownKey(key));
        }
        if value.is_empty() {
            return Err(QueryError::NoValue(key));
        }
        if item.excluded {
            return Err(QueryError::Excluded(key));
        }
        if of_changes {
            return self.changes.get_or_insert_default().take(&key, value);
        }
        let (from, until) = match key.as_str() {
            "outlet" => {
                self.outlets.push(value.to_owned());
                return Ok(());
            }
            "language" => {
                self.languages.push(language(value).ok_or_else(|| QueryError::BadLanguage(value.to_owned()))?);
                return Ok(());
            }
            _ => match (key.as_str(), span(value)) {
                ("after", Some((_, end))) => (Some(end), None),
                ("before", Some((begin, _))) => (None, Some(begin)),
                ("on", Some((begin, end))) if begin < end => (Some(begin), Some(end)),
                _ => return Err(QueryError::BadTime(key, value.to_owned())),
            },
        };
        self.from = self.from.max(from);
        self.until = [self.until, until].into_iter().flatten().min();
        Ok(())
    }
}

/// A language tag in lower case, if it is one.
fn language(given: &str) -> Option<String> {
    let tag = given.replace('_', "-").to_ascii_lowercase();
    let mut subtags = tag.split('-');
    let primary =
        subtags.next().is_some_and(|s| (2..=3).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_lowercase()));
    let rest = subtags.all(|s| (2..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric()));
    (primary && rest && tag.len() <= 35).then_some(tag)
}

/// A word, a phrase or a filter.
struct Item<'q> {
    excluded: bool,
    key: Option<&'q str>,
    value: &'q str,
}

const QUOTES: [char; 6] = ['"', '“', '”', '„', '«', '»'];

/// Takes the next item off a query. A quotation mark that is not closed closes at the end.
fn item<'q>(rest: &mut &'q str) -> Option<Item<'q>> {
    let text = rest.trim_start();
    let first = text.chars().next()?;
    let (excluded, text) = match text.strip_prefix('-') {
        Some(after) if after.chars().next().is_some_and(|c| !c.is_whitespace() && c != '-') => (true, after),
        _ => (false, text),
    };
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let is_key = letters > 1 && text[letters..].starts_with(':') && !QUOTES.contains(&first);
    let (key, text) = if is_key { (Some(&text[..letters]), &text[letters + 1..]) } else { (None, text) };
    let (value, after) = match text.strip_prefix(QUOTES) {
        Some(quoted) => quoted.split_once(QUOTES).unwrap_or((quoted, "")),
        None => text.split_at(text.find(char::is_whitespace).unwrap_or(text.len())),
    };
    *rest = after;
    Some(Item { excluded, key, value })
}

/// The filters, as the words of errors name them.
const FILTERS: &str =
    "outlet:, language:, before:, after: and on:, and of changes removed:, added:, type:, person: and is:";

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("There is no word in it to search for."),
            Self::TooLong => write!(f, "It is longer than {LONGEST_QUERY} characters."),
            Self::TooMany => write!(f, "It asks for more than {MOST_PHRASES} words and phrases at once."),
            Self::NothingSought => f.write_str(
                "It says what to leave out or when, but not what to search for: add a word, outlet: or language:.",
            ),
            Self::UnknownKey(key) => write!(
                f,
                "“{key}:” is no filter. Filters are {FILTERS}. To search for words with a colon, put them in quotation marks."
            ),
            Self::NoValue(key) => {
                write!(
                    f,
                    "“{key}:” must be followed by a value, without a space between; a value with spaces stands in quotation marks."
                )
            }
            Self::Excluded(key) => write!(f, "“-{key}:” is not understood: only words and phrases can be left out."),
            Self::BadTime(key, value) => {
                let also = if key == "on" { "" } else { ", or a time as 2026-03-02T14:05Z" };
                write!(
                    f,
                    "“{value}” is no time that {key}: understands: write a day as 2026-03-02, a month as 2026-03, a year as 2026{also}."
                )
            }
            Self::BadLanguage(value) => {
                write!(f, "“{value}” is no language tag: write en, de, ja or pt-BR.")
            }
            Self::BadType(value) => write!(
                f,
                "“{value}” is no type of change: write one such as number_changed, a group such as number, quote or notice, or a class: {CLASSES}."
            ),
            Self::BadIs(value) => write!(f, "“{value}” is nothing that a change can be asked to be: write is:stealth."),
            Self::NoWord(key) => write!(f, "“{key}:” must be followed by a word or a phrase."),
        }
    }
}

impl std::error::Error for QueryError {}

#[cfg(test)]
mod tests {
    use super::*;

    /// The phrases and filters of a query in one line.
    fn said(text: &str) -> String {
        let query: Query = match text.parse() {
            Ok(query) => query,
            Err(error) => return format!("{error:?}"),
        };
        let phrase = |sign: &str, phrase: &Phrase| {
            let words = phrase.tokens().iter().map(|sought| match sought {
                super::super::Sought::Token(text) => text.clone(),
                super::super::Sought::Begins(text) => format!("{text}*"),
            });
            format!("{sign}{}", words.collect::<Vec<_>>().join("_"))
        };
        let mut all: Vec<String> = query.phrases.iter().map(|p| phrase("", p)).collect();
        all.extend(query.excluded.iter().map(|p| phrase("-", p)));
        all.extend(query.outlets.iter().map(|o| format!("outlet={o}")));
        all.extend(query.languages.iter().map(|l| format!("language={l}")));
        all.extend(query.from.map(|at| format!("from={at}")));
        all.extend(query.until.map(|at| format!("until={at}")));
        if let Some(InChanges { removed, added, types, persons, stealth }) = &query.changes {
            all.extend(removed.iter().map(|p| phrase("removed=", p)));
            all.extend(added.iter().map(|p| phrase("added=", p)));
            all.extend(types.iter().map(|t| format!("type={t}")));
            all.extend(persons.iter().map(|p| phrase("person=", p)));
            all.extend(stealth.then(|| "stealth".to_owned()));
        }
        all.join(" ")
    }

    #[test]
    fn queries_are_read_as_people_write_them() {
        let cases = [
            ("bridge", "bridge"),
            ("  Bridge   Closed ", "bridge closed"),
            ("\"bridge closed\" today", "bridge_closed today"),
            ("“bridge closed” „und auch so“", "bridge_closed und_auch_so"),
            ("«la mairie»", "la_mairie"),
            ("\"never closed", "never_closed"),
            ("£1.5m 1,000", "£_1·5_m 1000"),
            ("don't re-sign", "don_t re_sign"),
            ("bridge -tunnel -\"toll road\"", "bridge -tunnel -toll_road"),
            ("bridge - tunnel -- x", "bridge tunnel x"),
            ("outlet:ledger.example ferry", "ferry outlet=ledger.example"),
            ("outlet:\"The Harbour Ledger\"", "outlet=The Harbour Ledger"),
            ("OUTLET:a Language:pt_BR", "outlet=a language=pt-br"),
            ("a after:2026-03-02", "a from=2026-03-03T00:00:00Z"),
            ("a before:2026-03-02", "a until=2026-03-02T00:00:00Z"),
            ("a on:2026-03", "a from=2026-03-01T00:00:00Z until=2026-04-01T00:00:00Z"),
            (
                "a after:2025 after:2024 before:2027 before:2028",
                "a from=2026-01-01T00:00:00Z until=2027-01-01T00:00:00Z",
            ),
            ("a after:2026-03-02T14:05Z", "a from=2026-03-02T14:05:00Z"),
            ("\"outlet: the sea\"", "outlet_the_sea"),
            ("\"https://ledger.example\"", "https_ledger_example"),
            ("at 12:30", "at 12_30"),
            ("東京 京", "東京 京*"),
            ("— bridge —", "bridge"),
            ("removed:alleged", "removed=alleged"),
            ("toll Added:\"not guilty\" TYPE:Quote", "toll added=not_guilty type=quote"),
            ("person:\"Ada Weber\" is:stealth outlet:a", "outlet=a person=ada_weber stealth"),
            ("is:stealth after:2025", "from=2026-01-01T00:00:00Z stealth"),
            ("-removed:x", "Excluded(\"removed\")"),
            ("", "Empty"),
            ("— !", "Empty"),
            ("-tunnel", "NothingSought"),
            ("after:2026", "NothingSought"),
            ("site:ledger.example", "UnknownKey(\"site\")"),
            ("https://ledger.example", "UnknownKey(\"https\")"),
            ("outlet: ledger", "NoValue(\"outlet\")"),
            ("outlet:\"\"", "NoValue(\"outlet\")"),
            ("-outlet:a b", "Excluded(\"outlet\")"),
            ("a before:yesterday", "BadTime(\"before\", \"yesterday\")"),
            ("a on:2026-03-02T14:05Z", "BadTime(\"on\", \"2026-03-02T14:05Z\")"),
            ("language:english", "BadLanguage(\"english\")"),
        ];
        for (text, want) in cases {
            assert_eq!(said(text), want, "{text}");
        }
    }

    #[test]
    fn a_query_has_an_end() {
        assert_eq!("a".repeat(LONGEST_QUERY + 1).parse::<Query>(), Err(QueryError::TooLong));
        assert_eq!("a ".repeat(MOST_PHRASES + 1).parse::<Query>(), Err(QueryError::TooMany));
        assert!("a ".repeat(MOST_PHRASES).parse::<Query>().is_ok());
        assert!("é".repeat(LONGEST_QUERY).parse::<Query>().is_ok());
    }

    #[test]
    fn errors_say_what_is_understood() {
        let told = |text: &str| text.parse::<Query>().unwrap_err().to_string();
        assert!(told("site:x").contains("outlet:, language:, before:, after: and on:, and of changes removed:"));
        assert!(told("a before:x").contains("2026-03-02T14:05Z"));
        assert!(told("language:x").contains("pt-BR"));
    }
}
