//! What happens in a script: edits, and windows of time in which an outlet behaves in some way.

use news::BlockKind;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::when::When;

/// Something that happens to an article, or to all articles of an outlet.
///
/// Those with `at` last until something else happens; those with `from` end at `to`, or with the
/// day where `to` is absent. Every event may say `why`, for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// The newsroom edits the article.
    Edit {
        /// When.
        at: When,
        /// For people.
        #[serde(default)]
        why: String,
        /// The new headline.
        #[serde(default)]
        headline: Option<String>,
        /// The new standfirst; an empty one takes it away.
        #[serde(default)]
        standfirst: Option<String>,
        /// The new names of the authors.
        #[serde(default)]
        bylines: Option<Vec<String>>,
        /// What happens to the body, in this order.
        #[serde(default)]
        body: Vec<BodyEdit>,
        /// Where a new headline, standfirst or byline shows.
        #[serde(default)]
        shows: Shows,
        /// Whether the claimed time of the last change moves.
        #[serde(default = "yes")]
        updated: bool,
    },
    /// The article is set back to what it was.
    Revert {
        /// When.
        at: When,
        /// For people.
        #[serde(default)]
        why: String,
        /// The time whose text and surfaces return.
        to: When,
        /// Whether the claimed time of the last change moves (forward).
        #[serde(default = "yes")]
        updated: bool,
    },
    /// The article moves to another path; the old one redirects there for the rest of the day.
    Move {
        /// When.
        at: When,
        /// For people.
        #[serde(default)]
        why: String,
        /// The new path on the same host.
        path: String,
        /// The status of the redirect: 301, 302, 303, 307 or 308.
        #[serde(default = "moved_permanently")]
        status: u16,
    },
    /// Another template of the outlet takes over.
    Template {
        /// When.
        at: When,
        /// For people.
        #[serde(default)]
        why: String,
        /// Its name in the outlet's `templates`.
        template: String,
    },
    /// An A/B test: the page shows one of several headlines, another one at most loads.
    AbHeadline {
        /// When it begins.
        from: When,
        /// When it ends.
        #[serde(default)]
        to: Option<When>,
        /// For people.
        #[serde(default)]
        why: String,
        /// The headlines; two or more.
        headlines: Vec<String>,
        /// How many minutes one of them stays before the next takes its turn.
        #[serde(default = "twenty")]
        every_minutes: u32,
    },
    /// An edge of the outlet's delivery network serves an old copy, with its old times.
    StaleCopy {
        /// When it begins.
        from: When,
        /// When it ends.
        #[serde(default)]
        to: Option<When>,
        /// For people.
        #[serde(default)]
        why: String,
        /// The time whose page is served.
        as_of: When,
    },
    /// Only the beginning shows, in front of a paywall.
    Paywall {
        /// When it begins.
        from: When,
        /// When it ends.
        #[serde(default)]
        to: Option<When>,
        /// For people.
        #[serde(default)]
        why: String,
        /// How many blocks of the body show; 1 or more.
        #[serde(default = "two")]
        blocks: usize,
    },
    /// The article is not there, and the status says so.
    Gone {
        /// When it begins.
        from: When,
        /// When it ends and the article is back.
        #[serde(default)]
        to: Option<When>,
        /// For people.
        #[serde(default)]
        why: String,
        /// 404, 410 or 451.
        #[serde(default = "gone")]
        status: u16,
    },
    /// The article is not there, and only the page says so: status 200.
    #[serde(rename = "soft_404")]
    Soft404 {
        /// When it begins.
        from: When,
        /// When it ends.
        #[serde(default)]
        to: Option<When>,
        /// For people.
        #[serde(default)]
        why: String,
    },
    /// A bot check stands in the article's place.
    BotWall {
        /// When it begins.
        from: When,
        /// When it ends.
        #[serde(default)]
        to: Option<When>,
        /// For people.
        #[serde(default)]
        why: String,
        /// 403, or 200.
        #[serde(default = "forbidden")]
        status: u16,
    },
    /// A consent dialog stands in the article's place; status 200.
    ConsentWall {
        /// When it begins.
        from: When,
        /// When it ends.
        #[serde(default)]
        to: Option<When>,
        /// For people.
        #[serde(default)]
        why: String,
    },
    /// The outlet asks for a pause.
    Throttle {
        /// When it begins.
        from: When,
        /// When it ends.
        #[serde(default)]
        to: Option<When>,
        /// For people.
        #[serde(default)]
        why: String,
        /// 429, or 503.
        #[serde(default = "too_many")]
        status: u16,
        /// `Retry-After`, in seconds.
        retry_after: u32,
    },
    /// The server fails.
    ServerError {
        /// When it begins.
        from: When,
        /// When it ends.
        #[serde(default)]
        to: Option<When>,
        /// For people.
        #[serde(default)]
        why: String,
        /// 500 to 599.
        #[serde(default = "internal_error")]
        status: u16,
    },
    /// The answer begins and then nothing more comes, until the other side closes.
    Stall {
        /// When it begins.
        from: When,
        /// When it ends.
        #[serde(default)]
        to: Option<When>,
        /// For people.
        #[serde(default)]
        why: String,
    },
    /// The body ends before its announced end.
    CutShort {
        /// When it begins.
        from: When,
        /// When it ends.
        #[serde(default)]
        to: Option<When>,
        /// For people.
        #[serde(default)]
        why: String,
        /// How much of the body is sent, in percent, 0 to 99.
        #[serde(default = "fifty")]
        percent: u8,
    },
    /// The connection closes without an answer.
    HangUp {
        /// When it begins.
        from: When,
        /// When it ends.
        #[serde(default)]
        to: Option<When>,
        /// For people.
        #[serde(default)]
        why: String,
    },
}

/// Where an edit of headline, standfirst or byline shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Shows {
    /// Everywhere.
    #[default]
    Everywhere,
    /// Only where readers see it.
    Page,
    /// Only in JSON-LD, Open Graph and the like.
    Surfaces,
}

/// An edit of the body. Blocks count from 1, each edit sees the body as the one before left it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "op", rename_all = "snake_case", deny_unknown_fields)]
pub enum BodyEdit {
    /// Replaces a passage of a block.
    Replace {
        /// Which block.
        block: usize,
        /// The passage; stands in the block exactly once.
        find: String,
        /// What stands there afterwards.
        with: String,
    },
    /// Gives a block another text.
    Set {
        /// Which block.
        block: usize,
        /// The text.
        text: String,
    },
    /// Puts a block in.
    Insert {
        /// The number that it gets; without one it comes last.
        #[serde(default)]
        block: Option<usize>,
        /// What it is.
        #[serde(default = "paragraph")]
        kind: BlockKind,
        /// Its text.
        text: String,
    },
    /// Takes a block out.
    Remove {
        /// Which block.
        block: usize,
    },
    /// Puts a block in another place.
    Move {
        /// Which block.
        block: usize,
        /// The number that it has afterwards.
        to: usize,
    },
    /// Makes two blocks of one.
    Split {
        /// Which block.
        block: usize,
        /// How the second half begins; stands in the block exactly once.
        at: String,
    },
    /// Joins a block with the next one, with a space between.
    Merge {
        /// Which block.
        block: usize,
    },
}

fn yes() -> bool {
    true
}
fn moved_permanently() -> u16 {
    301
}
fn gone() -> u16 {
    410
}
fn forbidden() -> u16 {
    403
}
fn too_many() -> u16 {
    429
}
fn internal_error() -> u16 {
    500
}
fn two() -> usize {
    2
}
fn twenty() -> u32 {
    20
}
fn fifty() -> u8 {
    50
}
fn paragraph() -> BlockKind {
    BlockKind::Paragraph
}
