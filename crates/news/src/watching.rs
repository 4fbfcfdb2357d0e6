//! How outlets are watched: their sources and how polls of them go, and what they ask us not to look at.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use crate::{Article, Feed};

/// A feed, and how its polls go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Polled {
    /// The feed.
    pub feed: Feed,
    /// When it was asked last.
    pub polled_at: Option<Timestamp>,
    /// When it is asked next.
    pub next: Timestamp,
    /// The time between two polls as planned; `None` before the first.
    pub interval: Option<SignedDuration>,
    /// Polls in a row that brought nothing.
    pub failures: u32,
}

/// What robots.txt refused, as a look was told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refused {
    /// The host and path: the article's own, or where its redirects led.
    pub address: String,
    /// The line that decided, such as `Disallow: /private`.
    pub rule: String,
}

/// An article that we may not look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// The article.
    pub article: Article,
    /// What was refused.
    #[serde(flatten)]
    pub refused: Refused,
    /// The first look of those in a row that were refused.
    pub since: Timestamp,
    /// The last.
    pub at: Timestamp,
    /// How many they are.
    pub looks: u32,
}
