//! What this site is and does, and how it stands.

use askama::Template;
use news::Timestamp;

use super::frame::Frame;
use crate::part::{When, render};
use crate::{Site, words};

/// How the site stands, in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// Outlets watched.
    pub outlets: u64,
    /// Feeds watched.
    pub feeds: u64,
    /// Articles known.
    pub articles: u64,
    /// Looks taken.
    pub looks: u64,
    /// Versions kept.
    pub versions: u64,
    /// Changes shown.
    pub changes: u64,
    /// The next look at a feed or an article, if one is planned.
    pub next_look: Option<Timestamp>,
}

#[derive(Template)]
#[template(path = "about.html")]
struct Page {
    frame: Frame,
    site: String,
    figures: Vec<(&'static str, String)>,
    next_look: Option<When>,
    /// It should have come by now: nothing watches.
    overdue: bool,
    public: bool,
}

/// The site about itself, at `now`.
pub fn about(site: &Site, figures: &Figures, now: Timestamp) -> String {
    let lines = [
        ("outlets", figures.outlets),
        ("feeds", figures.feeds),
        ("articles", figures.articles),
        ("looks", figures.looks),
        ("versions", figures.versions),
        ("changes", figures.changes),
    ];
    render(&Page {
        frame: Frame::new(site, "About").at("about"),
        site: site.name.clone(),
        figures: lines.map(|(name, n)| (name, words::grouped(n as usize))).to_vec(),
        next_look: figures.next_look.map(When::at),
        overdue: figures.next_look.is_some_and(|at| at < now),
        public: site.public,
    })
}
