//! JSON Feed 1.1 (jsonfeed.org), with everything recorded of a change under `_replate`.

use news::{ListedChange, Timestamp};
use serde::Serialize;

use super::{Entry, Feed};
use crate::{link, words};

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_url: Option<&'a str>,
    language: &'static str,
    authors: [Author<'a>; 1],
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    url: &'a str,
    /// The article at its outlet.
    #[serde(skip_serializing_if = "Option::is_none")]
    external_url: Option<String>,
    title: &'a str,
    summary: &'a str,
    content_html: &'a str,
    date_published: Timestamp,
    date_modified: Timestamp,
    authors: [Author<'a>; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    _replate: Recorded<'a>,
}

/// Everything recorded of a change.
#[derive(Serialize)]
struct Recorded<'a> {
    /// What happened to it since.
    remarks: Vec<String>,
    #[serde(flatten)]
    listed: &'a ListedChange,
}

pub fn write(feed: &Feed<'_>) -> String {
    let written = serde_json::to_string(&JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        home_page_url: &feed.home,
        feed_url: &feed.own,
        next_url: feed.older.as_deref(),
        language: "en",
        authors: [Author { name: feed.site }],
        items: feed.entries.iter().map(item).collect(),
    });
    written.expect("these values have string keys only and always serialise")
}

fn item<'a>(entry: &'a Entry<'a>) -> Item<'a> {
    let listed = &entry.shown.listed;
    Item {
        id: &entry.id,
        url: &entry.href,
        external_url: link::outward(&listed.article.url),
        title: &entry.title,
        summary: &entry.summary,
        content_html: &entry.content,
        date_published: entry.published,
        date_modified: entry.updated,
        authors: [Author { name: entry.author }],
        language: entry.shown.after.language.as_deref(),
        _replate: Recorded { remarks: words::remarks(&listed.recorded), listed },
    }
}
