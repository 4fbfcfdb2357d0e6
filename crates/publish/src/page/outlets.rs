//! The outlets that are watched.

use askama::Template;
use news::Outlet;

use super::frame::Frame;
use crate::part::render;
use crate::{Site, link, words};

/// An outlet in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutletLine {
    /// The outlet.
    pub outlet: Outlet,
    /// Its feeds that are watched.
    pub feeds: usize,
    /// Its articles.
    pub articles: usize,
    /// Changes of its articles.
    pub changes: usize,
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
}

/// The outlets as a page.
pub fn outlets(site: &Site, outlets: &[OutletLine]) -> String {
    let mut lines: Vec<&OutletLine> = outlets.iter().collect();
    lines.sort_by_cached_key(|line| words::sorting(&line.outlet.name));
    let lines = lines.into_iter().map(Line::of).collect();
    render(&Page { frame: Frame::new(site, "Outlets").at("outlets"), lines })
}

impl<'a> Line<'a> {
    fn of(line: &'a OutletLine) -> Self {
        Self {
            name: &line.outlet.name,
            domain: &line.outlet.domain,
            href: link::outlet(line.outlet.id),
            articles_href: link::articles_of(line.outlet.id),
            feeds: words::grouped(line.feeds),
            articles: words::grouped(line.articles),
            changes: words::grouped(line.changes),
        }
    }
}
