//! A script as it is written: one JSON document. `docs/newsroom-script.md` explains every key.

use std::collections::BTreeMap;

use jiff::Timestamp;
use news::{BlockKind, Direction};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::event::Event;
use crate::when::When;

/// A day of outlets, as written in a script file.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Day {
    /// Where the JSON Schema of this file is, for editors; not read.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// What the day is about, for people.
    #[serde(default)]
    pub title: String,
    /// When the day starts (RFC 3339). Script time begins here.
    #[schemars(with = "String")]
    pub start: Timestamp,
    /// How many hours the day has, 1 to 99.
    #[serde(default = "day_hours")]
    pub hours: u32,
    /// Turns the wheel of all furniture; another seed gives other counters and adverts.
    #[serde(default)]
    pub seed: u64,
    /// The outlets; at least one.
    pub outlets: Vec<OutletPlan>,
    /// Their articles.
    pub articles: Vec<ArticlePlan>,
}

fn day_hours() -> u32 {
    24
}

/// An outlet: a host with a template, a feed and habits.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OutletPlan {
    /// Its host name, lower case, without port; best on `.example` (RFC 2606).
    pub host: String,
    /// Its name.
    pub name: String,
    /// The language of its pages, BCP 47.
    pub language: String,
    /// The direction of its script.
    #[serde(default)]
    pub direction: Direction,
    /// The template of its article pages.
    pub template: Text,
    /// Further templates of article pages by name, for `template` events.
    #[serde(default)]
    pub templates: BTreeMap<String, Text>,
    /// Templates of its other pages; each has a plain one where none is given.
    #[serde(default)]
    pub pages: Pages,
    /// Its feed.
    #[serde(default)]
    pub feed: FeedPlan,
    /// What makes its answers conditional.
    #[serde(default)]
    pub validators: ValidatorKind,
    /// The content codings that it can send, best first; it sends the first that the request accepts.
    #[serde(default)]
    pub codings: Vec<Coding>,
    /// Whether it sends its pages in chunks instead of with a length.
    #[serde(default)]
    pub chunked: bool,
    /// Its robots.txt; without one the address answers 404.
    #[serde(default)]
    pub robots: Option<Text>,
    /// Lists of texts by name that templates show in another order at every load.
    #[serde(default)]
    pub furniture: BTreeMap<String, Vec<String>>,
    /// What happens to all its articles at once.
    #[serde(default)]
    pub events: Vec<Event>,
}

/// Templates of the pages that stand in an article's place, and of the front page.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Pages {
    /// The front page at `/`.
    pub front: Option<Text>,
    /// 404, 410 and 451.
    pub gone: Option<Text>,
    /// "Not found" with status 200.
    pub soft_404: Option<Text>,
    /// The bot check.
    pub bot_wall: Option<Text>,
    /// The consent dialog.
    pub consent_wall: Option<Text>,
    /// 5xx and 429.
    pub error: Option<Text>,
}

/// An outlet's feed.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct FeedPlan {
    /// Its format.
    pub kind: FeedKind,
    /// Its path.
    pub path: String,
    /// Which headline its entries show.
    pub headline: FeedHeadline,
    /// Which summary its entries show.
    pub summary: FeedSummary,
    /// How many entries it shows, newest first.
    pub limit: usize,
}

impl Default for FeedPlan {
    fn default() -> Self {
        Self {
            kind: FeedKind::default(),
            path: "/feed.xml".into(),
            headline: FeedHeadline::default(),
            summary: FeedSummary::default(),
            limit: 50,
        }
    }
}

/// The format of a feed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FeedKind {
    /// RSS 2.0.
    #[default]
    Rss,
    /// Atom.
    Atom,
    /// JSON Feed 1.1.
    Json,
}

/// Which headline a feed shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FeedHeadline {
    /// The one of the time.
    #[default]
    Current,
    /// The one at publication, for ever.
    First,
}

/// Which summary a feed shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FeedSummary {
    /// The standfirst.
    #[default]
    Standfirst,
    /// The first paragraph.
    FirstParagraph,
    /// None.
    None,
}

/// What an outlet sends to make the next request conditional.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ValidatorKind {
    /// Neither; every answer is whole.
    #[default]
    None,
    /// `ETag`.
    Etag,
    /// `Last-Modified`.
    LastModified,
    /// Both.
    Both,
}

/// A content coding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Coding {
    /// gzip.
    Gzip,
    /// Brotli.
    Br,
    /// Zstandard.
    Zstd,
}

/// An article as it is first published, and what happens to it.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ArticlePlan {
    /// Its name in this script; unique.
    pub id: String,
    /// The host of its outlet.
    pub outlet: String,
    /// Its path on that host; unique there.
    pub path: String,
    /// When it appears, on its page and in the feed. A time before the day's start is allowed.
    pub published: When,
    /// Its headline.
    pub headline: String,
    /// The line under the headline; without one there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standfirst: Option<String>,
    /// Names of its authors, one each.
    #[serde(default)]
    pub bylines: Vec<String>,
    /// Its language where it is not the outlet's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Its body: paragraphs as strings, other blocks as `{kind, text}`.
    pub body: Vec<BlockPlan>,
    /// How many pages it stands on, 1 to 10; the second is at `?page=2`.
    #[serde(default = "one_page")]
    pub pages: usize,
    /// The `id` of the article whose text it carries; for people and later measures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy_of: Option<String>,
    /// What happens to it.
    #[serde(default)]
    pub events: Vec<Event>,
}

fn one_page() -> usize {
    1
}

/// A block of a body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "a paragraph as a string, or a block {\"kind\": …, \"text\": …}")]
pub enum BlockPlan {
    /// A paragraph.
    Paragraph(String),
    /// A block of another kind.
    Block(KindAndText),
}

/// A block with its kind. Items of a list and rows of a table are lines; cells are separated by tabs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KindAndText {
    /// What it is.
    pub kind: BlockKind,
    /// Its text.
    pub text: String,
}

impl From<&BlockPlan> for news::Block {
    fn from(plan: &BlockPlan) -> Self {
        match plan {
            BlockPlan::Paragraph(text) => Self { kind: BlockKind::Paragraph, text: text.clone() },
            BlockPlan::Block(KindAndText { kind, text }) => Self { kind: *kind, text: text.clone() },
        }
    }
}

/// A long text: a string, or an array of lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "a text as a string or as an array of lines")]
pub enum Text {
    /// The whole.
    Whole(String),
    /// Its lines.
    Lines(Vec<String>),
}

impl Text {
    /// The text, lines joined by line feeds.
    pub fn joined(&self) -> String {
        match self {
            Self::Whole(text) => text.clone(),
            Self::Lines(lines) => lines.join("\n"),
        }
    }
}
