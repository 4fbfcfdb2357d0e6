//! Which entries of a feed are watched.

use news::Entry;
use regex::{Regex, RegexBuilder};

/// Which entries of a feed an operator wants, by regular expressions on address and title.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    include: Vec<Regex>,
    exclude: Vec<Regex>,
}

/// A pattern that is no regular expression.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{pattern}` is not a pattern: {reason}")]
pub struct BadPattern {
    /// The pattern as given.
    pub pattern: String,
    /// What is wrong with it.
    pub reason: String,
}

/// Why an entry is not wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut<'f> {
    /// It has no address.
    NoAddress,
    /// No `include` pattern matches.
    NotIncluded,
    /// This `exclude` pattern matches.
    Excluded(&'f str),
}

/// A compiled pattern takes at most this much memory; the patterns of people take a few kilobytes.
const MAX_PATTERN_BYTES: usize = 1024 * 1024;

impl Filter {
    /// Compiles the patterns. No `include` pattern means that all entries are wanted.
    ///
    /// # Errors
    /// The first pattern that is no regular expression, or too large a one.
    pub fn new(include: &[String], exclude: &[String]) -> Result<Self, BadPattern> {
        let compile = |patterns: &[String]| patterns.iter().map(|p| pattern(p)).collect::<Result<Vec<_>, _>>();
        Ok(Self { include: compile(include)?, exclude: compile(exclude)? })
    }

    /// Whether the entry is wanted: nothing leaves it out ([`Self::leaves_out`]).
    pub fn keeps(&self, entry: &Entry) -> bool {
        self.leaves_out(entry).is_none()
    }

    /// Why the entry is not wanted, if it is not. It is if it has an address, some `include` pattern matches its
    /// address or title (or there is none), and no `exclude` pattern does.
    pub fn leaves_out(&self, entry: &Entry) -> Option<LeftOut<'_>> {
        let title = entry.title.as_deref().unwrap_or("");
        let matches = |pattern: &&Regex| pattern.is_match(&entry.address) || pattern.is_match(title);
        if entry.address.is_empty() {
            return Some(LeftOut::NoAddress);
        }
        if let Some(pattern) = self.exclude.iter().find(matches) {
            return Some(LeftOut::Excluded(pattern.as_str()));
        }
        let included = self.include.is_empty() || self.include.iter().any(|pattern| matches(&pattern));
        (!included).then_some(LeftOut::NotIncluded)
    }
}

/// Patterns in words, one for each, as the options that set them: `--exclude '/sport/'`. None: all entries are wanted.
pub fn filters_in_words(include: &[String], exclude: &[String]) -> Vec<String> {
    let options = |name: &'static str, patterns: &[String]| -> Vec<String> {
        patterns.iter().map(|pattern| format!("{name} '{}'", pattern.replace('\'', "'\\''"))).collect()
    };
    [options("--include", include), options("--exclude", exclude)].concat()
}

fn pattern(pattern: &str) -> Result<Regex, BadPattern> {
    RegexBuilder::new(pattern).size_limit(MAX_PATTERN_BYTES).build().map_err(|error| {
        // The last line of the message says what is wrong; those before it draw where.
        let reason = error.to_string().lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
        BadPattern { pattern: pattern.to_owned(), reason }
    })
}
