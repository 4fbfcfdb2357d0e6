//! Text in which what was found is marked.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::excerpt::Excerpt;

/// An excerpt as running text. What was found is a `mark`, and whoever listens hears it named.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(
    source = r#"{% for (found, run) in excerpt.runs() %}{% if found %}<mark>{% if !bare %}<span class="vh">found: </span>{% endif %}{{ run }}</mark>{% else %}{{ run }}{% endif %}{% endfor %}"#,
    ext = "html"
)]
pub struct Lit {
    excerpt: Excerpt,
    /// Whether to leave the hidden words out: feed readers strip the class that hides them.
    bare: bool,
}

impl HtmlSafe for Lit {}

impl Lit {
    /// The excerpt on a page of ours.
    pub fn of(excerpt: Excerpt) -> Self {
        Self { excerpt, bare: false }
    }

    /// The excerpt in a feed.
    pub fn bare(excerpt: Excerpt) -> Self {
        Self { excerpt, bare: true }
    }
}
