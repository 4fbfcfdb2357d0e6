//! The proof of a change.

use news::{Change, Reading};

/// Returns the later canonical text: the earlier one with every hunk's `before` replaced by its
/// `after`.
///
/// `change` must have been made from `before` (by [`crate::compare`], perhaps stored since);
/// with the change of another reading the text is wrong, but nothing panics.
pub fn apply(before: &Reading, change: &Change) -> String {
    let old = before.canonical_text();
    let mut rest = old.chars();
    let mut at = 0; // scalars of `old` consumed
    let mut text = String::with_capacity(old.len());
    for hunk in &change.hunks {
        text.extend(rest.by_ref().take(hunk.before_start.saturating_sub(at)));
        text.push_str(&hunk.after);
        let length = hunk.before_end.saturating_sub(hunk.before_start);
        rest.by_ref().take(length).for_each(drop);
        at = at.max(hunk.before_start) + length;
    }
    text.push_str(rest.as_str());
    text
}
