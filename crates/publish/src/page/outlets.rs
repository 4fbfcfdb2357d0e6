//! The outlets that are watched.

use askama::Template;
use news::{Alarm, Halt, Outlet, Timestamp};

use super::frame::Frame;
use crate::part::{When, render};
use crate::{Site, link, words};

/// An outlet in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct OutletLine {
    /// The outlet.
    pub outlet: Outlet,
    /// Its feeds that are watched.
    pub feeds: usize,
    /// Its articles.
    pub articles: usize,
    /// Changes of its articles.
    pub changes: usize,
    /// When one of them was looked at last.
    pub last_look: Option<Timestamp>,
    /// Its alarms.
    pub alarms: Vec<Alarm>,
    /// Why nothing is asked of it; who decided so is not for the public.
    pub halt: Option<Halt>,
}

#[derive(Template)]
#[template(path = "outlets.html")]
struct Page<'a> {
    frame: Frame,
    lines: Vec<Line<'a>>,
}

struct Line<'a> {
    name: &'a str,
    domain: &'a str,
    href: String,
    articles_href: String,
    feeds: String,
    articles: String,
    changes: String,
    last_look: Option<String>,
    alarms: Vec<(String, Option<When>)>,
    halt: Option<String>,
}

/// The outlets as a page.
pub fn outlets(site: &Site, outlets: &[OutletLine], now: Timestamp) -> String {
    let mut lines: Vec<&OutletLine> = outlets.iter().collect();
    lines.sort_by_cached_key(|line| words::sorting(&line.outlet.name));
    let lines = lines.into_iter().map(|line| Line::of(line, now)).collect();
    render(&Page { frame: Frame::new(site, "Outlets").at("outlets"), lines })
}

impl<'a> Line<'a> {
    fn of(line: &'a OutletLine, now: Timestamp) -> Self {
        let in_short = |alarm| {
            let (what, at) = words::alarm_in_short(alarm);
            (what, at.map(When::at))
        };
        Self {
            name: &line.outlet.name,
            domain: &line.outlet.domain,
            href: link::outlet(line.outlet.id),
            articles_href: link::articles_of(line.outlet.id),
            feeds: words::grouped(line.feeds),
            articles: words::grouped(line.articles),
            changes: words::grouped(line.changes),
            last_look: line.last_look.map(|at| words::ago(at, now)),
            alarms: line.alarms.iter().map(in_short).collect(),
            halt: line.halt.as_ref().map(words::halted),
        }
    }
}
