//! Documents: what the index is given for a version.
//!
//! The tokens of its canonical text, in their order, and fields: tokens that no text has, because they begin with a
//! character for private use. The outlet and the language are fields, so that a filter is one more list to intersect.
//! PostgreSQL, whose index has no order, also gets the windows of time in which the version was first seen.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;

use news::{OutletId, Reading};
use text::search::index_tokens;

use super::IN_A_SECOND;

/// PostgreSQL keeps this many positions of one lexeme, and positions up to this one.
const MOST_POSITIONS: usize = 255;
const LAST_POSITION: usize = 16_383;

/// Bytes of different tokens: PostgreSQL refuses a document with a megabyte. A text of more than some 100,000
/// different words is found by its beginning.
const MOST_BYTES: usize = 800_000;

/// The seconds of a window, as powers of two: from a minute to two years, each 16 times the one before.
pub(super) const WINDOWS: [u32; 6] = [6, 10, 14, 18, 22, 26];

/// A version's tokens.
pub(super) struct Document {
    tokens: Vec<String>,
    fields: Vec<String>,
    /// The index does not know where everything stands.
    pub(super) long: bool,
}

impl Document {
    pub(super) fn of(outlet: OutletId, reading: &Reading) -> Self {
        let mut fields = vec![outlet_field(outlet)];
        if let Some(language) = &reading.language {
            let tag = language.to_ascii_lowercase().replace('_', "-");
            let primary = tag.split('-').next().unwrap_or_default();
            fields.push(language_field(primary));
            if primary != tag {
                fields.push(language_field(&tag));
            }
        }
        let mut tokens: Vec<String> = index_tokens(&reading.canonical_text()).into_iter().map(|t| t.text).collect();
        let mut different = HashSet::new();
        let mut bytes = 0;
        let mut fitting = 0;
        for token in &tokens {
            bytes += if different.insert(token.as_str()) { token.len() + 4 } else { 0 };
            if bytes > MOST_BYTES {
                break;
            }
            fitting += 1;
        }
        let long = fitting < tokens.len() || fitting > LAST_POSITION || has_frequent(&tokens);
        tokens.truncate(fitting);
        if long {
            fields.push(LONG.to_owned());
        }
        Self { tokens, fields, long }
    }

    /// As FTS5 takes it.
    pub(super) fn for_sqlite(&self) -> String {
        let mut text = self.tokens.join(" ");
        for field in &self.fields {
            text.push(' ');
            text.push_str(field);
        }
        text
    }

    /// As a `tsvector` is written; `doc` is its number.
    pub(super) fn for_postgres(&self, doc: i64) -> String {
        let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, token) in self.tokens.iter().enumerate() {
            let places = places.entry(token).or_default();
            if at < LAST_POSITION && places.len() < MOST_POSITIONS {
                places.push(at + 1);
            }
        }
        let mut text = String::new();
        for (token, places) in places {
            let places: Vec<String> = places.iter().map(usize::to_string).collect();
            let colon = if places.is_empty() { "" } else { ":" };
            let _ = write!(text, "'{token}'{colon}{} ", places.join(","));
        }
        let windows = (0..WINDOWS.len()).map(|level| window_field(level, doc));
        for field in self.fields.iter().cloned().chain(windows) {
            let _ = write!(text, "'{field}' ");
        }
        text
    }
}

fn has_frequent(tokens: &[String]) -> bool {
    let mut counts: std::collections::HashMap<&str, usize> = std::collections::HashMap::new();
    tokens.len() > MOST_POSITIONS
        && tokens.iter().any(|token| {
            let count = counts.entry(token).or_default();
            *count += 1;
            *count > MOST_POSITIONS
        })
}

/// The field of a document whose positions are not all in the index.
pub(super) const LONG: &str = "\u{e003}";

pub(super) fn outlet_field(outlet: OutletId) -> String {
    format!("\u{e000}{outlet}")
}

/// FTS5 would part a tag at its hyphens.
pub(super) fn language_field(tag: &str) -> String {
    let part = |c: char| if c.is_ascii_alphanumeric() { c } else { '\u{e00f}' };
    format!("\u{e001}{}", tag.chars().map(part).take(40).collect::<String>())
}

/// The window of a document: of its second, at one of the [`WINDOWS`].
pub(super) fn window_field(level: usize, doc: i64) -> String {
    format!("\u{e002}{level}\u{e00f}{}", (doc / IN_A_SECOND) >> WINDOWS[level])
}

/// The first document of that window.
pub(super) fn window_begin(level: usize, doc: i64) -> i64 {
    (((doc / IN_A_SECOND) >> WINDOWS[level]) << WINDOWS[level]) * IN_A_SECOND
}

#[cfg(test)]
mod tests {
    use super::*;
    use news::{Block, BlockKind};

    fn document(text: &str) -> Document {
        let body = vec![Block { kind: BlockKind::Paragraph, text: text.to_owned() }];
        Document::of(OutletId(3), &Reading { body, language: Some("pt-BR".into()), ..Reading::default() })
    }

    #[test]
    fn a_document_says_the_same_to_both() {
        let document = document("The bridge, the £1.5m bridge");
        assert!(!document.long);
        let fields = "\u{e000}3 \u{e001}pt \u{e001}pt\u{e00f}br";
        assert_eq!(document.for_sqlite(), format!("the bridge the £ 1·5 m bridge {fields}"));
        let doc = 1_772_438_400 * IN_A_SECOND + 1;
        let written = document.for_postgres(doc);
        assert!(written.starts_with("'1·5':5 'bridge':2,7 'm':6 'the':1,3 '£':4 '\u{e000}3' "), "{written}");
        assert!(written.contains(&format!("'{}'", window_field(5, doc))));
        assert!(window_begin(0, doc) <= doc && doc < window_begin(0, doc) + 64 * IN_A_SECOND);
    }

    #[test]
    fn what_no_index_can_hold_is_marked() {
        assert!(document(&"the ".repeat(MOST_POSITIONS + 1)).long);
        assert!(!document(&"the ".repeat(MOST_POSITIONS)).long);
        let different = |count: usize| (0..count).map(|i| format!("w{i} ")).collect::<String>();
        assert!(document(&different(LAST_POSITION + 1)).long);
        assert!(!document(&different(LAST_POSITION)).long);
        let huge = document(&different(150_000));
        assert!(huge.long && huge.for_postgres(1).len() < 4_000_000 && huge.tokens.len() < 150_000);
    }
}
