//! What is known of two readings beside their texts.

use jiff::SignedDuration;
use news::{Quotation, Reading};

/// Who knows the quotations of a reading: in the order of its canonical text, with places in it.
pub type Quoted<'a> = &'a dyn Fn(&Reading) -> Vec<Quotation>;

/// What whoever compares knows, and the texts do not say. The default: nothing.
#[derive(Clone, Copy, Default)]
pub struct Circumstances<'a> {
    /// Asked for both readings where what stands between quotation marks may differ. `None`: whatever stands between them
    /// is taken, of nobody.
    pub quotes: Option<Quoted<'a>>,
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
