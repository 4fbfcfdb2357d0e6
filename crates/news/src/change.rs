//! A change: what differs between two readings, complete and exact.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What happened to a block, or to several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Op {
    /// The same canonical text on both sides, in order.
    Equal,
    /// The same block with other words.
    Changed,
    /// Only after.
    Added,
    /// Only before.
    Removed,
    /// The same text, or nearly, in another place.
    Moved,
    /// One block before, several after.
    Split,
    /// Several blocks before, one after.
    Merged,
}

/// A row of the alignment. Indexes: 0 the headline, 1 the standfirst even if absent, body from 2.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Aligned {
    /// What happened.
    pub op: Op,
    /// Blocks of the earlier reading.
    pub before: Vec<usize>,
    /// Blocks of the later reading.
    pub after: Vec<usize>,
}

/// The types of change that this version of Replate tells apart.
///
/// Types of meaning (numbers, names, quotes) come with a later version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// The headline differs in more than its cosmetic form.
    HeadlineChanged,
    /// The headline differs in its cosmetic form only.
    HeadlineCosmetic,
    /// The standfirst differs.
    StandfirstChanged,
    /// The names of the authors differ.
    BylineChanged,
    /// The agencies credited differ.
    CreditChanged,
    /// A paragraph came.
    AddPara,
    /// A paragraph went.
    RemPara,
    /// A paragraph stands in another place.
    MovedPara,
    /// A paragraph was split.
    Split,
    /// Paragraphs were merged.
    Merged,
    /// Words inside a block differ.
    Reworded,
    /// Only punctuation differs.
    Punct,
    /// Only quotation marks came, went or changed their kind.
    QuoteMarks,
    /// Only capital and small letters differ.
    Case,
    /// White space, NFC form, soft hyphens, curly or straight form of the same mark, dash width between words.
    Cosmetic,
    /// A caption, picture credit, table or embedded post differs.
    MediaOnly,
    /// Only a machine-readable surface differs (JSON-LD, Open Graph).
    SurfaceOnly,
    /// A notice of the outlet's own came.
    NoticeAdded,
    /// A notice of the outlet's own went.
    NoticeRemoved,
    /// A notice of the outlet's own differs.
    NoticeChanged,
}

/// A run of characters that differs.
///
/// Offsets count Unicode scalars in the canonical text of each side, end exclusive. Replacing
/// every hunk's `before` by its `after` turns the earlier canonical text into the later one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Hunk {
    /// What kind of difference it is.
    pub kinds: Vec<ChangeKind>,
    /// The text before.
    pub before: String,
    /// The text after.
    pub after: String,
    /// Where it begins before.
    pub before_start: usize,
    /// Where it ends before.
    pub before_end: usize,
    /// Where it begins after.
    pub after_start: usize,
    /// Where it ends after.
    pub after_end: usize,
    /// Whether it lies inside a quotation.
    pub quote: bool,
    /// Who is quoted, where known.
    pub speaker: Option<String>,
}

/// A difference in a part: byline, caption, table, embed, credit or surface.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PartChange {
    /// Which part, in words: `byline`, `caption`, `table`, `embed`, `credit`, `json_ld.headline`, …
    pub part: String,
    /// What it was; empty if it was not there.
    pub before: String,
    /// What it is; empty if it is gone.
    pub after: String,
}

/// A notice of the outlet's own that came, went or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Notice {
    /// What happened to it.
    pub kind: ChangeKind,
    /// Its text.
    pub text: String,
}

/// What differs between two readings of one article.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Change {
    /// Whether the canonical texts are equal.
    pub same: bool,
    /// Whether the canonical texts differ, but only cosmetically.
    pub cosmetic: bool,
    /// All kinds, sorted, each once.
    pub kinds: Vec<ChangeKind>,
    /// How likely a change of substance went without a notice, 0 to 1; `None` until it is measured.
    pub stealth: Option<f32>,
    /// Why, in words.
    pub reasons: Vec<String>,
    /// Notices that came, went or changed.
    pub notices: Vec<Notice>,
    /// The alignment, in the order of the later reading; removed blocks stand where they stood.
    pub paragraphs: Vec<Aligned>,
    /// Every difference of the canonical texts, in order.
    pub hunks: Vec<Hunk>,
    /// Every difference of the parts and surfaces.
    pub parts: Vec<PartChange>,
}
