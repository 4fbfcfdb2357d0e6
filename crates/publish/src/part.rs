//! Pieces that pages are set from. Each is a template of its own; as such, and only as such, it
//! goes into other templates unescaped.

mod change_entry;
mod gist;
mod lit;
mod marked;
mod records;
mod texts;
mod tongue;
mod when;

pub use change_entry::ChangeEntry;
pub use gist::Gist;
pub use lit::Lit;
pub use marked::Marked;
pub use records::{Merged, Record};
pub use texts::{Texts, View};
pub use tongue::Tongue;
pub use when::{Claimed, When};

use askama::Template;

/// Renders a template.
///
/// Templates fail only where a filter of ours fails, and there is none that can.
pub fn render(template: &impl Template) -> String {
    template.render().expect("templates write to a string, which cannot fail")
}
