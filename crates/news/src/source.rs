//! Sources: what tells of an outlet's articles, and how its polls go.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Digest, FeedId};

/// What kind of source tells of an outlet's articles.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum SourceKind {
    /// RSS, Atom or JSON Feed.
    #[default]
    Feed = 0,
    /// A sitemap, or an index of sitemaps.
    Sitemap = 1,
    /// A page that links to articles: the front page, or that of a section.
    FrontPage = 2,
}

impl SourceKind {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 3] = [Self::Feed, Self::Sitemap, Self::FrontPage];
}

/// A source of an outlet that we poll: most are feeds, and so all are called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feed {
    /// Its id.
    pub id: FeedId,
    /// What kind of source it is.
    #[serde(default)]
    pub kind: SourceKind,
    /// Its address.
    pub url: String,
    /// Its title, if it has told one.
    pub title: Option<String>,
    /// Only entries whose address or title match one of these are watched; empty: all.
    pub include: Vec<String>,
    /// Entries whose address or title match one of these are not watched.
    pub exclude: Vec<String>,
    /// How its polls go.
    #[serde(default)]
    pub state: FeedState,
}

/// How the polls of a source go: what the next one must know, and what its operator should.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FeedState {
    /// Polls that were answered: they name what the archive keeps of them.
    pub polls: u32,
    /// Polls of which the archive was given something, and how many bytes.
    pub archived: u32,
    /// See `archived`.
    pub archived_bytes: u64,
    /// The digest of the answer that was archived last.
    pub body_digest: Option<Digest>,
    /// The same of the sitemaps that an index led to.
    pub sitemaps_digest: Option<Digest>,
    /// Polls in a row that were answered with "not modified" (304).
    pub unchanged_in_row: u32,
    /// When it last sent a body.
    pub sent_at: Option<Timestamp>,
    /// The digest of the entries that this body listed.
    pub entries_digest: Option<Digest>,
    /// Whether it has sent one `ETag` for different entries, and said that nothing had changed: it is not
    /// sent back any more.
    pub etag_lies: bool,
    /// The same of its `Last-Modified`.
    pub last_modified_lies: bool,
    /// Seconds between two polls that it asks for itself.
    pub asks_seconds: Option<u64>,
    /// Hours of the day (UTC) in which it asks not to be polled.
    pub skip_hours: Vec<u8>,
    /// Days of the week (0: Monday, UTC) on which it asks not to be polled.
    pub skip_days: Vec<u8>,
    /// When more than half of its entries were new at once, so that some may have been missed before.
    pub crowded_at: Option<Timestamp>,
    /// Since when its polls bring nothing.
    pub failing_since: Option<Timestamp>,
    /// Since when it is taken for gone: it is polled once a day.
    pub gone_since: Option<Timestamp>,
    /// What the last poll met that its operator should know.
    pub trouble: Option<String>,
    /// Where the last poll says it stands now; if the next one says the same, it moves there.
    pub moving_to: Option<String>,
    /// Where it stood before, oldest first.
    pub former: Vec<FormerAddress>,
    /// The feed in whose place the outlet's page named this one.
    pub in_place_of: Option<FeedId>,
}

/// An address that a source has left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormerAddress {
    /// The address.
    pub url: String,
    /// When it was left.
    pub left: Timestamp,
}
