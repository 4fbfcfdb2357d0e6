//! What kind of page a body is, with the reason.

use news::PageKind;

/// A kind, and why, in words.
pub(crate) struct Told {
    pub kind: PageKind,
    pub reason: Option<String>,
    pub partial: bool,
}

/// An article, as long as nothing says otherwise.
pub(crate) fn article() -> Told {
    Told { kind: PageKind::Article, reason: None, partial: false }
}
