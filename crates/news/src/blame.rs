//! Blame: which version brought every sentence of a version, and which changed it since.

use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use crate::{BlockKind, ReadVersion, Reading};

/// What is known of the sentences of one version. A conclusion: it is made anew of readings and changes whenever it is asked
/// for, and never stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blame {
    /// The version whose sentences these are.
    pub version: NonZeroU32,
    /// The versions that were followed, in order; the last is `version`. Of the first one nothing before is known here.
    pub versions: Vec<NonZeroU32>,
    /// The sentences of headline, standfirst and text blocks, in order, each once.
    pub sentences: Vec<Sentence>,
    /// Sentences of earlier versions of which nothing is left, in the order in which they went.
    pub gone: Vec<GoneSentence>,
}

/// A sentence of a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// The block that it stands in: 0 the headline, 1 the standfirst, body from 2.
    pub block: usize,
    /// What kind of block; `None` for headline and standfirst.
    pub kind: Option<BlockKind>,
    /// Its text, as a part of the block's.
    pub text: String,
    /// The version that brought the oldest of its words that are still in it.
    pub brought: NonZeroU32,
    /// Whether `brought` is a later version than the first that was followed.
    pub is_new: bool,
    /// The versions since then in which its words or marks changed.
    pub changed: Vec<NonZeroU32>,
    /// The versions since then in which its typesetting changed and nothing else (`text::cosmetic`).
    pub cosmetic: Vec<NonZeroU32>,
    /// When it was away since then. `brought` says when it first stood there all the same.
    pub away: Vec<Away>,
}

/// A sentence was not there for a time, in these words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Away {
    /// The first version without it.
    pub left: NonZeroU32,
    /// The version that brought it back.
    pub back: NonZeroU32,
}

/// A sentence that is no longer said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoneSentence {
    /// What kind of block it stood in; `None` for headline and standfirst.
    pub kind: Option<BlockKind>,
    /// Its text, as it was said last.
    pub text: String,
    /// The version that brought the oldest of its words.
    pub brought: NonZeroU32,
    /// The versions since then in which its words or marks changed.
    pub changed: Vec<NonZeroU32>,
    /// The version that no longer said it.
    pub removed: NonZeroU32,
}

impl Sentence {
    /// Whether it says something else, or says it otherwise, than when it came.
    pub fn is_changed(&self) -> bool {
        !self.changed.is_empty()
    }

    /// Whether two sentences have the same history.
    pub fn is_alike(&self, other: &Self) -> bool {
        let history = |s: &Self| (s.brought, s.changed.clone(), s.cosmetic.clone(), s.away.clone());
        history(self) == history(other)
    }
}

/// A version with what the one before it said, read as it was itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadAfter {
    /// The version and what it said.
    pub read: ReadVersion,
    /// What the one before said; `None` for the first.
    pub before: Option<Reading>,
}
