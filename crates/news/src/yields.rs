//! Yields: what readings of an outlet's pages found lately, and before. When a redesign defeats the
//! reader, this is where it shows.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use crate::{ArticleId, PageKind, Reading};

/// Readings that say how it is now, one an article.
pub const RECENT: usize = 30;
/// Readings that say how it was.
pub const BEFORE: usize = 60;
/// Between two readings whose lengths are compared: so the last thirty reach back five days, and a weekend of
/// short flashes is the smaller part of them, however many an outlet publishes.
pub const LENGTHS_APART: SignedDuration = SignedDuration::from_hours(4);
/// What has been so for this long is how it is.
pub const ACCEPTED: SignedDuration = SignedDuration::from_hours(30 * 24);

/// A field of a reading that most outlets fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Field {
    /// The headline.
    Headline = 0,
    /// The names of the authors.
    Byline = 1,
    /// The time of publication.
    PublishedAt = 2,
    /// The line under the headline.
    Standfirst = 3,
}

impl Field {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 4] = [Self::Headline, Self::Byline, Self::PublishedAt, Self::Standfirst];
}

/// What one reading of an article found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Yield {
    /// The article.
    pub article: ArticleId,
    /// When it was looked at.
    pub at: Timestamp,
    /// Words of its canonical text.
    pub words: u32,
    /// The fields that it found: bit *n* for the field of number *n*.
    pub fields: u8,
}

impl Yield {
    /// What a reading found; `None` for a page that is no article, or only part of one.
    pub fn of(article: ArticleId, at: Timestamp, reading: &Reading) -> Option<Self> {
        if reading.page != PageKind::Article || reading.partial {
            return None;
        }
        let found = |field| match field {
            Field::Headline => reading.headline.is_some(),
            Field::Byline => !reading.bylines.is_empty(),
            Field::PublishedAt => reading.published_at.is_some(),
            Field::Standfirst => reading.standfirst.is_some(),
        };
        let fields = Field::ALL.into_iter().filter(|f| found(*f)).fold(0, |bits, f| bits | 1 << f as u8);
        Some(Self { article, at, words: reading.word_count(), fields })
    }

    /// Whether the reading found a field.
    pub const fn has(&self, field: Field) -> bool {
        self.fields & (1 << field as u8) != 0
    }
}

/// Readings lately, and readings before them: both oldest first, each article once on each side.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Window {
    /// At most [`RECENT`].
    pub recent: Vec<Yield>,
    /// At most [`BEFORE`].
    pub before: Vec<Yield>,
}

impl Window {
    /// Adds a reading. While `rings` says that lately is unlike before, what falls out of the recent ones does not
    /// become the measure: an alarm does not end by lasting. After [`ACCEPTED`] it does, and the measure is taken
    /// anew.
    fn push(&mut self, new: Yield, rings: impl Fn(&Self) -> bool) {
        self.recent.retain(|known| known.article != new.article);
        self.recent.push(new);
        if self.recent.len() <= RECENT {
            return;
        }
        let oldest = self.recent.remove(0);
        if rings(self) {
            let since = self.before.last().map_or(oldest.at, |last| last.at);
            if new.at.duration_since(since) < ACCEPTED {
                return;
            }
            self.before.clear();
        }
        self.before.retain(|known| known.article != oldest.article);
        self.before.push(oldest);
        if self.before.len() > BEFORE {
            self.before.remove(0);
        }
    }
}

/// What the readings of an outlet found: all of them, and some hours apart for their lengths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Yields {
    /// Every reading.
    pub every: Window,
    /// Readings at least [`LENGTHS_APART`] apart.
    pub apart: Window,
}

impl Yields {
    /// Adds a reading; they come in the order of time, more or less.
    pub fn push(&mut self, new: Yield) {
        self.every.push(new, |window| crate::alarm::fields(window).next().is_some());
        let last = self.apart.recent.last().map(|last| last.at);
        if last.is_none_or(|last| new.at.duration_since(last) >= LENGTHS_APART) {
            self.apart.push(new, |window| crate::alarm::length(window).is_some());
        }
    }
}
