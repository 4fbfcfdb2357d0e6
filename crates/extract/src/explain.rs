//! What became of each piece of a page, and why.

use news::BlockKind;

use crate::{Memory, Page, charset, page};

/// A piece of a page with what it was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// Its text in canonical form.
    pub text: String,
    /// What it is in the reading; `None` if it was left out.
    pub kept_as: Option<KeptAs>,
    /// Why, in words.
    pub reason: &'static str,
}

/// A place in a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeptAs {
    /// The headline.
    Headline,
    /// The standfirst.
    Standfirst,
    /// A line of authors.
    Byline,
    /// (Part of) a block of the body.
    Block(BlockKind),
}

/// What became of each piece of a page, read with a memory, in the page's order.
pub fn explain(page: &Page<'_>, memory: &Memory) -> Vec<Explained> {
    let text = charset::decode(page.body, page.content_type);
    page::read(page, &text, memory, None).explained
}
