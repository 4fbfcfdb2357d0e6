//! How an outlet is watched: its sources, when we look, what looks came to lately.

use std::collections::BTreeMap;

use askama::Template;
use askama::filters::HtmlSafe;
use jiff::SignedDuration;
use news::alarm::{DAY, HourOfLooks};
use news::{Alarm, ChangeCounts, Look, Outlet, Polled, Timestamp};

use crate::part::When;
use crate::{link, words};

/// What is known of how an outlet is watched.
#[derive(Debug, Clone, Copy)]
pub struct Watching<'a> {
    /// Its sources.
    pub sources: &'a [Polled],
    /// Its alarms.
    pub alarms: &'a [Alarm],
    /// Its looks of the last days.
    pub hours: &'a [HourOfLooks],
    /// Its articles.
    pub articles: u64,
    /// Versions that were seen of them.
    pub versions: u64,
    /// Changes that were seen of them.
    pub changes: u64,
    /// Looks at them.
    pub looks: u64,
    /// The last of these.
    pub last_look: Option<Timestamp>,
    /// When the next look is due.
    pub next_look: Option<Timestamp>,
    /// The least time between two requests to one host.
    pub pace: Option<SignedDuration>,
    /// Articles that robots.txt keeps us from looking at, up to 10,000.
    pub refused: u32,
    /// How many of its changes are of which sort.
    pub counts: ChangeCounts,
}

#[derive(Template)]
#[template(path = "part/watched.html")]
pub(super) struct Watched {
    figures: String,
    last: Option<(When, String)>,
    next: Option<When>,
    overdue: bool,
    pace: Option<String>,
    refused: Option<(String, String)>,
    sources: Vec<Source>,
    looks: Vec<(String, String)>,
    rate: Option<String>,
    stealth_href: String,
}

impl HtmlSafe for Watched {}

struct Source {
    name: String,
    /// Its address, where the name is something else.
    address: Option<String>,
    href: Option<String>,
    kind: String,
    every: Option<String>,
    last: Option<When>,
    next: When,
    /// What its operator should know.
    remarks: Vec<String>,
}

impl Watched {
    pub(super) fn of(outlet: &Outlet, watching: &Watching<'_>, now: Timestamp) -> Self {
        let n = |n: u64, one, many| words::count(usize::try_from(n).unwrap_or(usize::MAX), one, many);
        let figures = format!(
            "We know {}, and have seen {} and {} of them at {}.",
            n(watching.articles, "article", "articles"),
            n(watching.versions, "version", "versions"),
            n(watching.changes, "change", "changes"),
            n(watching.looks, "look", "looks"),
        );
        let refused = words::count(watching.refused as usize, "article", "articles");
        Self {
            figures,
            last: watching.last_look.map(|at| (When::at(at), words::ago(at, now))),
            next: watching.next_look.map(When::at),
            overdue: watching.next_look.is_some_and(|at| at < now),
            pace: watching.pace.map(|pace| words::every(pace).replacen("every", "once every", 1)),
            refused: (watching.refused > 0).then(|| (link::refused(outlet.id), refused)),
            sources: watching.sources.iter().map(Source::of).collect(),
            looks: of_the_day(watching.hours, now),
            rate: words::stealth_rate(&watching.counts),
            stealth_href: link::stealth(Some(outlet)),
        }
    }
}

impl Source {
    fn of(polled: &Polled) -> Self {
        let feed = &polled.feed;
        let sentence = |remark: &String| format!("{}.", words::capitalised(remark.trim_end_matches('.')));
        Self {
            name: feed.title.clone().unwrap_or_else(|| feed.url.clone()),
            address: feed.title.is_some().then(|| feed.url.clone()),
            href: link::outward(&feed.url),
            kind: words::capitalised(words::source(feed.kind)),
            every: polled.interval.map(words::every),
            last: polled.polled_at.map(When::at),
            next: When::at(polled.next),
            remarks: words::source_remarks(feed).iter().map(sentence).collect(),
        }
    }
}

/// What the looks of the last day came to, in words, the most first.
fn of_the_day(hours: &[HourOfLooks], now: Timestamp) -> Vec<(String, String)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for hour in hours.iter().filter(|hour| now.duration_since(hour.hour) < DAY) {
        let look = Look { number: 0, at: hour.hour, sighting: hour.sighting, failure: hour.failure, shows: None };
        *counts.entry(words::capitalised(&words::found(&look))).or_default() += hour.looks as usize;
    }
    let mut all: Vec<(String, usize)> = counts.into_iter().collect();
    all.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    all.into_iter().map(|(what, n)| (what, words::grouped(n))).collect()
}
