//! What says that an article is recorded under two ids.

use askama::Template;
use askama::filters::HtmlSafe;
use news::{OtherRecord, Timeline};

use super::When;
use crate::{link, words};

/// That this is another record of an article: on each of its pages, below the headline.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "part/merged.html")]
pub struct Merged {
    id: String,
    href: String,
    told: String,
}

impl HtmlSafe for Merged {}

impl Merged {
    /// `None`: the article is one by itself.
    pub fn of(timeline: &Timeline) -> Option<Self> {
        let merge = timeline.merged.as_ref()?;
        Some(Self { id: merge.into.to_string(), href: link::article(merge.into), told: words::merged(merge) })
    }
}

/// What is recorded of an article under another id.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "part/record.html")]
pub struct Record {
    id: String,
    href: String,
    from: When,
    to: When,
    versions: String,
    address: String,
}

impl HtmlSafe for Record {}

impl Record {
    /// As the page of the article names it.
    pub fn of(other: &OtherRecord) -> Self {
        Self {
            id: other.article.to_string(),
            href: link::article(other.article),
            from: When::at(other.from),
            to: When::at(other.to),
            versions: words::count(other.versions, "version", "versions"),
            address: other.url.clone(),
        }
    }
}
