//! The same lists for programs.

use news::{ListedChange, Timeline};
use serde::Serialize;

use crate::page::Problem;
use crate::{Site, link, words};

/// A change in a list: everything recorded of it, with its name, its address and its summary.
#[derive(Serialize)]
struct Change<'a> {
    id: String,
    url: String,
    summary: String,
    remarks: Vec<String>,
    #[serde(flatten)]
    listed: &'a ListedChange,
}

impl<'a> Change<'a> {
    fn of(site: &Site, listed: &'a ListedChange) -> Self {
        let ListedChange { article, recorded, .. } = listed;
        Self {
            id: recorded.guid(),
            url: site.absolute(&link::change(article.id, recorded.from.number, recorded.to.number)),
            summary: words::summary(&recorded.change),
            remarks: words::remarks(recorded),
            listed,
        }
    }
}

#[derive(Serialize)]
struct Changes<'a> {
    changes: Vec<Change<'a>>,
    /// The address of the next older page of the list.
    older: Option<String>,
}

/// The newest changes: `{"changes": [{"id", "url", "summary", "remarks", "outlet", "article",
/// "recorded"}], "older"}`, newest first, addresses absolute.
pub fn changes(site: &Site, changes: &[ListedChange], older: Option<&str>) -> String {
    let list = Changes {
        changes: changes.iter().map(|listed| Change::of(site, listed)).collect(),
        older: older.map(|path| site.absolute(path)),
    };
    written(&list)
}

/// Everything recorded of an article, as `news::Timeline` is serialised.
pub fn timeline(timeline: &Timeline) -> String {
    written(timeline)
}

/// A problem as RFC 9457 has it: `{"status", "title", "detail"}`, `type` being `about:blank`.
pub fn problem(problem: &Problem) -> String {
    written(problem)
}

fn written(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("these values have string keys only and always serialise")
}
