//! JSON Feed 1.1 (jsonfeed.org), with everything recorded of a change, or of what was found, under `_replate`.

use news::{ListedChange, Timestamp};
use serde::Serialize;

use super::{Entry, Feed, Shown, Told};
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
    _replate: Detail<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Detail<'a> {
    Change(Recorded<'a>),
    Hit(&'a Told<'a>),
}

/// Everything recorded of a change.
#[derive(Serialize)]
struct Recorded<'a> {
    /// Whether readers were told; `null` where nothing changed of which a notice would tell.
    told: Option<String>,
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
    let (url, language, detail) = match &entry.shown {
        Shown::Change(shown) => {
            let listed = &shown.listed;
            let recorded = &listed.recorded;
            let told = words::Telling::of_recorded(recorded).map(|telling| telling.line(&recorded.change));
            let recorded = Recorded { told, remarks: words::remarks(recorded), listed };
            (&listed.article.url, shown.after.language.as_deref(), Detail::Change(recorded))
        }
        Shown::Hit(told, hit) => (&hit.article.url, hit.reading.language.as_deref(), Detail::Hit(told)),
    };
    Item {
        id: &entry.id,
        url: &entry.href,
        external_url: link::outward(url),
        title: &entry.title,
        summary: &entry.summary,
        content_html: &entry.content,
        date_published: entry.published,
        date_modified: entry.updated,
        authors: [Author { name: entry.author }],
        language,
        _replate: detail,
    }
}
