//! A quotation: words that somebody said, as an article gives them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How an article gives somebody's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum QuotationKind {
    /// All of what was said stands between quotation marks.
    Direct,
    /// Quotation marks around a part of a reported clause.
    Mixed,
    /// A reported clause without quotation marks.
    Indirect,
}

/// Words that somebody said, and who, where the text tells it.
///
/// All offsets count Unicode scalars in the text that was searched, end exclusive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Quotation {
    /// Where it begins; a direct one with its opening mark.
    pub start: usize,
    /// Where it ends; a direct one with its closing mark.
    pub end: usize,
    /// How it is given.
    pub kind: QuotationKind,
    /// Who said it, by the fullest name that the article gives; `None` where the text leaves it open.
    pub speaker: Option<String>,
    /// Where the speaker is named for this quotation ("he", "the minister", "Ada Weber").
    pub speaker_start: Option<usize>,
    /// The end of that.
    pub speaker_end: Option<usize>,
    /// Where the word of saying begins ("said", "according to").
    pub cue_start: Option<usize>,
    /// The end of that.
    pub cue_end: Option<usize>,
    /// The medium that the words were given to or are taken from, where it is another outlet.
    pub via: Option<String>,
}
