//! Publish: what is recorded becomes pages, feeds, JSON, pictures and terminal text.
//!
//! Comes after `compare` and `store`, before `web` and the commands. Pure: no clock, no network,
//! no database; times are arguments, and the same values give the same bytes for ever.
//!
//! Everything that shows a change starts from a [`Proof`]: the change laid over its two texts,
//! row by row. [`page`], [`feed`] and [`text`] only choose how to set it. Words for people are
//! made in [`words`], addresses in [`link`].
//!
//! Every text of an outlet's is escaped by the templates, carries its own `lang` and `dir`, and
//! no template marks a value as safe; the only values that go in unescaped are other templates.
//! Addresses of others become links only if they are `http` or `https`.
//!
//! Deliberately absent: themes, a template language for operators, inline styles and scripts
//! (the pages run under a policy that refuses them), translation of the interface.

pub mod assets;
mod blamed;
pub mod csv;
mod excerpt;
pub mod feed;
pub mod json;
pub mod link;
pub mod page;
mod part;
mod proof;
pub mod svg;
pub mod text;
pub mod words;

pub use excerpt::{Excerpt, Excerpts};
pub use proof::{Mark, Passage, Place, Proof, Row, Segment};

use news::{ListedChange, Reading};

/// What a site says about itself on every page and in every feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Its name, such as "Replate".
    pub name: String,
    /// Where it stands, absolute, without a slash at the end; feeds need absolute addresses.
    pub base: String,
    /// Whether strangers read it: passages with context instead of full texts, and `noindex`.
    pub public: bool,
}

impl Site {
    /// The absolute address of a path on this site.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }
}

/// A listed change with both its texts, so that passages can be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct ShownChange {
    /// The change, its article and its outlet.
    pub listed: ListedChange,
    /// What the version before said.
    pub before: Reading,
    /// What the version after said.
    pub after: Reading,
}

impl ShownChange {
    /// The change laid over its texts.
    pub fn proof(&self) -> Proof {
        Proof::of(&self.before, &self.after, &self.listed.recorded.change)
    }
}
