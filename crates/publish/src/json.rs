//! What is recorded, for programs. Lists of changes are feeds ([`crate::feed`]).

use ::text::search::Query;
use news::{Article, ArticleId, Hit, ListedChange, Outlet, RecordedChange, Refusal, Timeline, Timestamp};
use serde::Serialize;

use crate::feed::Told;
use crate::page::Problem;
use crate::{link, words};

/// Everything recorded of an article, as `news::Timeline` is serialised.
pub fn timeline(timeline: &Timeline) -> String {
    written(timeline)
}

/// What a search found: everything recorded of the version but its text, and the passages that say it.
pub fn hit(hit: &Hit, query: &Query) -> String {
    written(&Told::of(hit, query))
}

/// A change of a list: `{"outlet", "article", "guid", "summary", "recorded"}`, the last as in a timeline.
pub fn listed(change: &ListedChange) -> String {
    #[derive(Serialize)]
    struct Listed<'a> {
        outlet: &'a Outlet,
        article: &'a Article,
        guid: String,
        summary: String,
        recorded: &'a RecordedChange,
    }
    let ListedChange { outlet, article, recorded } = change;
    written(&Listed { outlet, article, guid: recorded.guid(), summary: words::line(recorded), recorded })
}

/// What robots.txt keeps us from looking at, of an outlet: `{"outlet", "refused", "next"}`, the last the address of the
/// next page of the list, or null.
pub fn refusals(outlet: &Outlet, refused: &[Refusal], next: Option<&str>) -> String {
    #[derive(Serialize)]
    struct Refusals<'a> {
        outlet: &'a Outlet,
        refused: &'a [Refusal],
        next: Option<&'a str>,
    }
    written(&Refusals { outlet, refused, next })
}

/// A change as pages that listen are told of it: what, where, and when it was seen.
pub fn event(change: &ListedChange) -> String {
    #[derive(Serialize)]
    struct Event<'a> {
        outlet: &'a str,
        article: ArticleId,
        headline: Option<&'a str>,
        href: String,
        seen_at: Timestamp,
    }
    let (article, recorded) = (&change.article, &change.recorded);
    written(&Event {
        outlet: &change.outlet.name,
        article: article.id,
        headline: article.headline.as_deref(),
        href: link::change(article.id, recorded.from.number, recorded.to.number),
        seen_at: recorded.to.first_seen,
    })
}

/// A problem as RFC 9457 has it: `{"status", "title", "detail"}`, `type` being `about:blank`.
pub fn problem(problem: &Problem) -> String {
    written(problem)
}

fn written(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("these values have string keys only and always serialise")
}
