//! What is known of two readings beside their texts.

use jiff::SignedDuration;
use news::Quotation;

/// What whoever compares knows, and the texts do not say. The default: nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Circumstances<'a> {
    /// The quotations of the earlier canonical text, in order. `None`: those between quotation marks are taken, of
    /// nobody.
    pub quotes_before: Option<&'a [Quotation]>,
    /// The quotations of the later canonical text.
    pub quotes_after: Option<&'a [Quotation]>,
    /// How old the story was when the later text was first seen. `None`: it counts as old.
    pub age: Option<SignedDuration>,
    /// Whether the article is a live blog, or is marked as a developing story.
    pub live: bool,
}

/// A story that is younger grows by itself. ANALYSIS 3.4.
const YOUNG: SignedDuration = SignedDuration::from_hours(6);

impl Circumstances<'_> {
    /// Whether the story is expected to grow: it is live, or young.
    pub fn is_growing(&self) -> bool {
        self.live || self.age.is_some_and(|age| age < YOUNG)
    }
}
