//! What was searched for and found.

use askama::Template;
use news::{Hit, Timestamp};
use text::search::{LONGEST_QUERY, Query};

use super::frame::{FeedLink, Frame};
use crate::excerpt::Excerpts;
use crate::feed::Of;
use crate::part::{ChangeEntry, Lit, Tongue, When, render};
use crate::{ShownChange, Site, link, words};

/// A search and a page of what it found.
#[derive(Debug, Clone, Copy)]
pub struct Results<'a> {
    /// What was asked; `None`: nothing yet.
    pub query: Option<&'a Query>,
    /// What was found, newest first.
    pub found: Found<'a>,
    /// Where older ones are, or may be.
    pub older: Option<&'a str>,
    /// Where the newest are, on every page but the first.
    pub newest: Option<&'a str>,
    /// The time ran out: only what was first seen at this time or later has been searched.
    pub stopped_at: Option<Timestamp>,
    /// Some of what was recorded long ago cannot be found yet.
    pub filling: bool,
    /// Why nothing was searched.
    pub note: Option<&'a str>,
}

/// What a search found.
#[derive(Debug, Clone, Copy)]
pub enum Found<'a> {
    /// Versions that say something.
    Versions(&'a [Hit]),
    /// Changes in which something came or went.
    Changes(&'a [ShownChange]),
}

#[derive(Template)]
#[template(path = "search.html")]
struct Page<'a> {
    frame: Frame,
    text: &'a str,
    longest: usize,
    results: &'a Results<'a>,
    feeds: Vec<FeedLink>,
    lines: Vec<Line<'a>>,
    /// Changes are asked for.
    of_changes: bool,
    /// These are all changes without a notice.
    is_stealth: bool,
    entries: Vec<ChangeEntry<'a>>,
    stopped_at: Option<When>,
}

struct Line<'a> {
    outlet: &'a str,
    outlet_href: String,
    when: When,
    ago: String,
    tongue: Tongue,
    headline: Lit,
    href: String,
    story: String,
    passages: Vec<Lit>,
    article_href: String,
}

/// The page of a search, with what it found; without a query, how to ask.
pub fn search(site: &Site, results: &Results<'_>, now: Timestamp) -> String {
    let text = results.query.map_or("", |query| &query.text);
    let is_stealth = results.query.is_some_and(|query| link::search(&query.text, None) == link::stealth(None));
    let title = if text.is_empty() {
        "Search".to_owned()
    } else if is_stealth {
        "Without a notice".to_owned()
    } else {
        format!("Search: {text}")
    };
    let mut frame =
        Frame { find: None, ..Frame::of_texts(site, title) }.at(if is_stealth { "stealth" } else { "search" });
    let mut feeds = Vec::new();
    let of_changes = results.query.is_some_and(|query| query.changes.is_some());
    if let Some(query) = results.query {
        frame = frame.with_feeds(Of::Search(query));
        feeds = FeedLink::all(Of::Search(query));
    }
    let (lines, entries) = match (results.query, results.found) {
        (None, _) => (Vec::new(), Vec::new()),
        (Some(query), Found::Versions(hits)) => {
            (hits.iter().map(|hit| Line::of(hit, query, now)).collect(), Vec::new())
        }
        (Some(_), Found::Changes(changes)) => {
            (Vec::new(), changes.iter().map(|change| ChangeEntry::of(change, now)).collect())
        }
    };
    render(&Page {
        frame,
        text,
        longest: LONGEST_QUERY,
        results,
        feeds,
        lines,
        of_changes,
        is_stealth,
        entries,
        stopped_at: results.stopped_at.map(When::at),
    })
}

impl<'a> Line<'a> {
    fn of(hit: &'a Hit, query: &Query, now: Timestamp) -> Self {
        let Excerpts { headline, passages } = Excerpts::of(hit, query);
        Self {
            outlet: &hit.outlet.name,
            outlet_href: link::outlet(hit.outlet.id),
            when: When::at(hit.version.first_seen),
            ago: words::ago(hit.version.first_seen, now),
            tongue: Tongue::of_reading(&hit.reading),
            headline: Lit::of(headline),
            href: link::version(hit.article.id, hit.version.number),
            story: words::hit(hit),
            passages: passages.into_iter().map(Lit::of).collect(),
            article_href: link::article(hit.article.id),
        }
    }
}
