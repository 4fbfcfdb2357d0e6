//! Instants on pages.

use askama::Template;
use askama::filters::HtmlSafe;
use news::Timestamp;

use crate::words;

/// An instant: in UTC to the minute for people, exact for machines. The script shows it in the
/// reader's zone.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(source = r#"<time datetime="{{ exact }}">{{ text }}</time>"#, ext = "html")]
pub struct When {
    exact: String,
    text: String,
}

impl HtmlSafe for When {}

impl When {
    /// The instant.
    pub fn at(at: Timestamp) -> Self {
        Self { exact: at.to_string(), text: words::date_time(at) }
    }

    /// A time as an outlet gave it: an instant, a bare day, or whatever else it wrote.
    pub fn claimed(given: &str) -> Claimed {
        match given.parse() {
            Ok(at) => Claimed::Instant(Self::at(at)),
            Err(_) => Claimed::AsGiven(given.to_owned()),
        }
    }
}

/// A time as an outlet gave it.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(
    source = "{% match self %}{% when Self::Instant(at) %}{{ at }}{% when Self::AsGiven(given) %}{{ given }}{% endmatch %}",
    ext = "html"
)]
pub enum Claimed {
    /// An instant.
    Instant(When),
    /// Something else: a bare day, mostly.
    AsGiven(String),
}

impl HtmlSafe for Claimed {}
