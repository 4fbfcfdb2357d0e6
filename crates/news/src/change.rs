//! A change: what differs between two readings, complete and exact.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};

use crate::{ChangeKind, Class};

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

/// Which part of an article a difference stands in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Region {
    /// The headline.
    Headline,
    /// The line under the headline.
    Standfirst,
    /// The first three paragraphs.
    Lead,
    /// What comes after them.
    #[default]
    Body,
    /// A line that says when the text was changed.
    Stamp,
}

/// What the quantities of a number fact are worth.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Amount {
    /// The value before; absent if there was no number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<f64>,
    /// The value after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<f64>,
    /// What is counted or measured: `%`, `€`, `people`; of people who were hurt what befell them, `died`. That of the later
    /// side where both have one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// `after` through `before`; absent unless both are known and not zero.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratio: Option<f64>,
    /// Whether dead, injured or missing people are counted.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub casualty: bool,
}

/// The days or times that a date fact tells of, as far as they are known: `2021-05-03`, `05-03`, `2021-05`, `2021`,
/// `14:30`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Days {
    /// The day or time before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// The day or time after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// What one type of a hunk is about: the words on both sides, and what they come to.
///
/// The words are whole ("Ada Weber" where only "Weber" differs) and as they stand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Fact {
    /// Which of the hunk's types it tells of.
    pub kind: ChangeKind,
    /// The number, date, name, title, hedge, verb or source before; absent if it was not there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// The same after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// For numbers: what they are worth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// For dates: which days they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<Days>,
}

/// A run of characters that differs.
///
/// Offsets count Unicode scalars in the canonical text of each side, end exclusive. Replacing
/// every hunk's `before` by its `after` turns the earlier canonical text into the later one.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Hunk {
    /// What kinds of difference it is, sorted, each once.
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
    /// Which part of the article it stands in; for what went, where it stood.
    pub place: Region,
    /// What its types are about, in the order of the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Fact>,
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
    /// The hunks that it explains, by index: those with a name, number or word that it mentions, itself apart.
    #[serde(default)]
    pub explains: Vec<usize>,
}

/// A weight in thousandths: as a wider number it would show more figures than it has.
fn rounded<S: Serializer>(weight: &Option<f32>, serializer: S) -> Result<S::Ok, S::Error> {
    weight.map(|weight| (f64::from(weight) * 1000.0).round() / 1000.0).serialize(serializer)
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
    /// How much of substance changed, 0 to 1, whether or not a notice tells of it; `None` in old rows.
    #[serde(serialize_with = "rounded")]
    pub substance: Option<f32>,
    /// How much of substance changed without a notice that we could see, 0 to 1: `substance`, less what is
    /// disclosed. From .5 it is a stealth edit. `None` in old rows.
    #[serde(serialize_with = "rounded")]
    pub stealth: Option<f32>,
    /// What happened in a few words, the weightiest first, fit to be joined by " · ".
    pub reasons: Vec<String>,
    /// Notices that came, went or changed.
    pub notices: Vec<Notice>,
    /// The alignment, in the order of the later reading; removed blocks stand where they stood.
    pub paragraphs: Vec<Aligned>,
    /// Every difference of the canonical texts, in order.
    pub hunks: Vec<Hunk>,
    /// Every difference of the parts and surfaces.
    pub parts: Vec<PartChange>,
    /// Who compared it, with its version; empty in rows from before types of meaning were told.
    pub comparer: String,
}

impl Change {
    /// Whether what is said, or how it is said, is otherwise: any type beyond housekeeping and notices.
    pub fn has_substance(&self) -> bool {
        self.kinds.iter().any(|kind| matches!(kind.class(), Class::Factual | Class::Framing))
    }
}
