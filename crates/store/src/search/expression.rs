//! Expressions: what the index is asked, in the words of each database.

use news::OutletId;
use text::search::{Phrase, Query, Sought};

use super::document::{LONG, language_field, outlet_field, window_field};
use crate::dialect::Dialect;

/// A query for the index, without its times.
pub(super) struct Expression {
    dialect: Dialect,
    text: String,
    /// Every reading must be asked: the beginning of a character is not the character.
    pub(super) is_loose: bool,
    /// A reading that is long must be asked: there are phrases.
    pub(super) has_phrases: bool,
}

impl Expression {
    pub(super) fn of(dialect: Dialect, query: &Query, outlets: &[OutletId]) -> Self {
        let begins = |phrase: &Phrase| phrase.tokens().iter().any(|sought| matches!(sought, Sought::Begins(_)));
        let words = Words(dialect);
        let mut all = Vec::new();
        all.extend(words.any(outlets.iter().map(|outlet| quoted(dialect, &outlet_field(*outlet)))));
        all.extend(words.any(query.languages.iter().map(|tag| quoted(dialect, &language_field(tag)))));
        all.extend(query.phrases.iter().map(|phrase| words.phrase(phrase)));
        // What must not occur is left to the reading where the index would leave out too much.
        let excluded: Vec<String> =
            query.excluded.iter().filter(|phrase| !begins(phrase)).map(|phrase| words.phrase(phrase)).collect();
        let both = || query.phrases.iter().chain(&query.excluded);
        Self {
            dialect,
            text: words.without(words.all(&all), &excluded),
            is_loose: both().any(begins),
            has_phrases: both().any(|phrase| phrase.tokens().len() > 1),
        }
    }

    /// In all of the index.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// In the window of that level that document `doc` is in. SQLite's index is in order and needs none.
    pub(super) fn within(&self, level: usize, doc: i64) -> String {
        match self.dialect {
            Dialect::Sqlite => self.text.clone(),
            Dialect::Postgres => {
                format!("{} & ({})", quoted(self.dialect, &window_field(level, doc)), self.text)
            }
        }
    }
}

/// A token as a literal. Tokens hold neither quotation marks nor backslashes.
fn quoted(dialect: Dialect, token: &str) -> String {
    match dialect {
        Dialect::Sqlite => format!("\"{token}\""),
        Dialect::Postgres => format!("'{token}'"),
    }
}

/// The operators of a database's search.
#[derive(Clone, Copy)]
struct Words(Dialect);

impl Words {
    fn all(self, parts: &[String]) -> String {
        match self.0 {
            Dialect::Sqlite => parts.join(" AND "),
            Dialect::Postgres => parts.join(" & "),
        }
    }

    /// One of these; nothing if there are none.
    fn any(self, parts: impl Iterator<Item = String>) -> Option<String> {
        let parts: Vec<String> = parts.collect();
        let or = if self.0 == Dialect::Sqlite { " OR " } else { " | " };
        (!parts.is_empty()).then(|| format!("({})", parts.join(or)))
    }

    fn without(self, text: String, excluded: &[String]) -> String {
        match (self.any(excluded.iter().cloned()), self.0) {
            (None, _) => text,
            (Some(excluded), Dialect::Sqlite) => format!("({text}) NOT {excluded}"),
            (Some(excluded), Dialect::Postgres) => format!("({text}) & !{excluded}"),
        }
    }

    fn phrase(self, phrase: &Phrase) -> String {
        let texts: Vec<&str> = phrase.tokens().iter().map(text_of).collect();
        let open = matches!(phrase.tokens().last(), Some(Sought::Begins(_)));
        match self.0 {
            Dialect::Sqlite => format!("{}{}", quoted(self.0, &texts.join(" ")), if open { " *" } else { "" }),
            Dialect::Postgres => {
                let mut each: Vec<String> = texts.iter().map(|text| quoted(self.0, text)).collect();
                if let Some(last) = each.last_mut().filter(|_| open) {
                    last.push_str(":*");
                }
                match each.len() {
                    1 => each.concat(),
                    // Of a long text the index knows that it has the words, not where.
                    _ => format!("({} | ({} & {}))", each.join(" <-> "), quoted(self.0, LONG), each.join(" & ")),
                }
            }
        }
    }
}

fn text_of(sought: &Sought) -> &str {
    match sought {
        Sought::Token(text) | Sought::Begins(text) => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_are_written_in_both_dialects() {
        let cases = [
            ("bridge", "\"bridge\"", "'bridge'"),
            (
                "bridge \"toll road\"",
                "\"bridge\" AND \"toll road\"",
                "'bridge' & ('toll' <-> 'road' | ('\u{e003}' & 'toll' & 'road'))",
            ),
            ("bridge -tunnel -road", "(\"bridge\") NOT (\"tunnel\" OR \"road\")", "('bridge') & !('tunnel' | 'road')"),
            ("京", "\"京\" *", "'京':*"),
            ("a -京", "\"a\"", "'a'"),
            ("language:en", "(\"\u{e001}en\")", "('\u{e001}en')"),
        ];
        for (text, sqlite, postgres) in cases {
            let query: Query = text.parse().unwrap();
            assert_eq!(Expression::of(Dialect::Sqlite, &query, &[]).text(), sqlite, "{text}");
            assert_eq!(Expression::of(Dialect::Postgres, &query, &[]).text(), postgres, "{text}");
        }
        let query: Query = "a".parse().unwrap();
        let outlets = [OutletId(1), OutletId(2)];
        let text = Expression::of(Dialect::Postgres, &query, &outlets).within(0, 64 << 12);
        assert_eq!(text, "'\u{e002}0\u{e00f}1' & (('\u{e000}1' | '\u{e000}2') & 'a')");
    }
}
