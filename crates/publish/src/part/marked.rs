//! Text with insertions and deletions marked.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::proof::{Mark, Segment};

/// Segments as running text. Marks do not rely on colour: `ins` and `del` survive copy and
/// paste, and screen readers hear where a mark begins and ends.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "part/marked.html")]
pub struct Marked {
    segments: Vec<Segment>,
    /// Whether to leave the hidden words out: feed readers strip the class that hides them.
    bare: bool,
}

impl HtmlSafe for Marked {}

impl Marked {
    /// Both sides in one text.
    pub fn both(segments: &[Segment]) -> Self {
        Self { segments: segments.to_vec(), bare: false }
    }

    /// The text before, removals marked.
    pub fn before(segments: &[Segment]) -> Self {
        Self::without(segments, Mark::Added)
    }

    /// The text after, additions marked.
    pub fn after(segments: &[Segment]) -> Self {
        Self::without(segments, Mark::Removed)
    }

    /// A text without marks.
    pub fn plain(text: String) -> Self {
        Self { segments: vec![Segment { mark: Mark::Same, text }], bare: false }
    }

    /// The same with `ins` and `del` alone.
    pub fn bare(self) -> Self {
        Self { bare: true, ..self }
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.segments.is_empty()
    }

    fn without(segments: &[Segment], other: Mark) -> Self {
        let kept = segments.iter().filter(|s| s.mark != other);
        Self { segments: kept.cloned().collect(), bare: false }
    }
}
