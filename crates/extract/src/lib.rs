//! A page's bytes become a [`Reading`]: what the page says, and what kind of page it is.
//!
//! Before this crate: `fetch` brought the bytes (transfer and content codings removed). After it: `compare` holds two
//! readings against each other. The steps, one module each, in order:
//! `charset` (bytes to text) - `guard` (bounds before the tree) - `tree` - `json_ld`, `meta`, `times`, `names` (what
//! the page's surfaces say) - `leaf` (the page as a row of text blocks: `unseen` is no part of it, `embeds` says whose posts it shows) - `furniture`, `filler`, `wording` (what is no part of
//! the article, and why) - `body` (where the body stands) - `headline` - `blocks` (the body's blocks) - `page_kind` -
//! `stamps`, `datelines`, `own_entry` (when it was published and changed) - `next_page` (where the article
//! goes on). Plain text goes through `plain` instead; `live` makes entries of a live blog's blocks, `script_body` reads
//! a body that only scripts hold, and `pages` joins an article that stands on several.
//!
//! What readers see wins over what machines are told: the surfaces help to choose, and are kept beside it.
//! Every block that is left out is left out whole, with a reason ([`explain`]); nothing that readers see inside a kept
//! block is filtered, so that a change of one digit is never lost. Struck words are seen and stay, apart from what stands in
//! their place: `<del>4</del><ins>5</ins> million` is "4 5 million".
//!
//! A page can be read with its outlet's [`Memory`] (`memory`, `learner`): what stands under many of its articles, or
//! is another at every look. A reader without one is whole; it knows one page alone.
//!
//! Absent on purpose: no clock (relative times are never resolved), no network.

mod authors;
mod blocks;
mod body;
mod boxes;
mod calendars;
mod charset;
mod credits;
mod datelines;
mod embeds;
mod explain;
mod filler;
mod furniture;
mod guard;
mod headline;
mod json_ld;
mod kind_words;
mod language;
mod leaf;
mod learner;
mod links;
mod live;
mod memory;
mod meta;
mod months;
mod names;
mod next_page;
mod outlet;
mod own_entry;
mod page;
mod page_address;
mod page_kind;
mod pages;
mod plain;
mod rules;
mod script_body;
mod section;
mod stamps;
mod times;
mod tree;
mod unseen;
mod wording;
mod written;
mod zones;

pub use explain::{Explained, KeptAs, explain};
pub use learner::{Learner, Lesson};
pub use memory::{Memory, NoMemory};
use news::Reading;
pub use pages::{Pages, may_go_on};
pub use rules::{NoSelector, Rules, Selector};

/// The reader and its version. Readings of different readers are never compared with each other.
pub const READER: &str = "replate-5";

/// A page as it was served.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// The body, transfer and content codings removed.
    pub body: &'a [u8],
    /// The `Content-Type` field, if any.
    pub content_type: Option<&'a str>,
    /// The address that it was served at.
    pub url: &'a str,
}

/// Reads a page. Never fails: what cannot be read is a reading of another kind than article. An article that goes
/// on at another page is read as far as this one goes, and partial; [`Pages`] joins them, and reads with a memory.
pub fn extract(page: &Page<'_>) -> Reading {
    Pages::of(page, &Memory::none()).reading()
}
