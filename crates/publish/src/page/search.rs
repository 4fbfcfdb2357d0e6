//! What was searched for and found.

use askama::Template;
use news::{Hit, Timestamp};
use text::search::{LONGEST_QUERY, Query};

use super::frame::{FeedLink, Frame};
use crate::excerpt::Excerpts;
use crate::feed::Of;
use crate::part::{Lit, Tongue, When, render};
use crate::{Site, link, words};

/// A search and a page of what it found.
#[derive(Debug, Clone, Copy)]
pub struct Results<'a> {
    /// What was asked; `None`: nothing yet.
    pub query: Option<&'a Query>,
    /// What was found, newest first.
    pub hits: &'a [Hit],
    /// Where older ones are, or may be.
    pub older: Option<&'a str>,
    /// Where the newest are, on every page but the first.
    pub newest: Option<&'a str>,
    /// The time ran out: only what was first seen at this time or later has been searched.
    pub stopped_at: Option<Timestamp>,
    /// Older versions are still being made searchable.
    pub filling: bool,
    /// Why nothing was searched.
    pub note: Option<&'a str>,
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
    let title = if text.is_empty() { "Search".to_owned() } else { format!("Search: {text}") };
    let mut frame = Frame { find: None, ..Frame::of_texts(site, title) }.at("search");
    let mut feeds = Vec::new();
    if results.query.is_some() {
        frame = frame.with_feeds(Of::Search(text));
        feeds = FeedLink::all(Of::Search(text));
    }
    let lines = results.query.map(|query| results.hits.iter().map(|hit| Line::of(hit, query, now)).collect());
    render(&Page {
        frame,
        text,
        longest: LONGEST_QUERY,
        results,
        feeds,
        lines: lines.unwrap_or_default(),
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
