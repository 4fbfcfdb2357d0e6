//! Hits: what a search finds.

use std::num::NonZeroU32;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Article, Outlet, Reading, Version};

/// The first of consecutive versions of an article that all say what is asked for. The others are the same hit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    /// The outlet.
    pub outlet: Outlet,
    /// The article.
    pub article: Article,
    /// The version.
    pub version: Version,
    /// Whether it brought that into the article. If not, an earlier version said it too, from before the times that
    /// were asked for.
    pub is_new: bool,
    /// The last version in a row that says it.
    pub last: NonZeroU32,
    /// When the next version was first seen, which does not say it any more.
    pub left_at: Option<Timestamp>,
    /// Whether what readers see now, as far as we know, is one of these versions.
    pub is_current: bool,
    /// What the version says.
    pub reading: Reading,
}
