//! What this site is and does, and how it stands.

use askama::Template;
use news::{ChangeKind, Class, Timestamp};

use super::frame::Frame;
use crate::part::{When, render};
use crate::{Site, link, words};

/// What is not shown any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotShown {
    /// One version alone; else an article with all of them.
    pub version: bool,
    /// Since when.
    pub at: Timestamp,
    /// Why.
    pub reason: String,
    /// Whether the law asked for it.
    pub legal: bool,
}

/// How the site stands, in numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
    /// All that is not shown any more, oldest first.
    pub not_shown: Vec<NotShown>,
}

#[derive(Template)]
#[template(path = "about.html")]
struct Page {
    frame: Frame,
    site: String,
    figures: Vec<(&'static str, String)>,
    next_look: Option<When>,
    /// "2 articles and 1 version are not shown"
    not_shown: String,
    /// What, since when, and why.
    withdrawn: Vec<(&'static str, When, String)>,
    /// It should have come by now: nothing watches.
    overdue: bool,
    /// Types of change by class, each with the list of changes that have it.
    types: Vec<(&'static str, Vec<(&'static str, String)>)>,
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
        not_shown: count(&figures.not_shown),
        withdrawn: figures.not_shown.iter().map(line).collect(),
        overdue: figures.next_look.is_some_and(|at| at < now),
        types: types(),
        public: site.public,
    })
}

fn types() -> Vec<(&'static str, Vec<(&'static str, String)>)> {
    let of = |class: Class| {
        let kinds = ChangeKind::ALL.iter().filter(|kind| kind.class() == class);
        (words::class(class), kinds.map(|kind| (words::change_kind(*kind), link::of_type(*kind))).collect())
    };
    [Class::Factual, Class::Framing, Class::Disclosure, Class::Housekeeping].map(of).to_vec()
}

/// "2 articles and 1 version are not shown"
fn count(all: &[NotShown]) -> String {
    let versions = all.iter().filter(|one| one.version).count();
    let articles = words::count(all.len() - versions, "article", "articles");
    match (all.len() - versions, versions) {
        (0, 0) => "Nothing that we have recorded is kept from being shown.".to_owned(),
        (1, 0) => "1 article is not shown any more.".to_owned(),
        (_, 0) => format!("{articles} are not shown any more."),
        (0, 1) => "1 version is not shown any more.".to_owned(),
        (0, n) => format!("{} are not shown any more.", words::count(n, "version", "versions")),
        (_, n) => format!("{articles} and {} are not shown any more.", words::count(n, "version", "versions")),
    }
}

fn line(one: &NotShown) -> (&'static str, When, String) {
    let what = match (one.version, one.legal) {
        (false, false) => "An article",
        (false, true) => "An article, as the law asks",
        (true, false) => "A version of an article",
        (true, true) => "A version of an article, as the law asks",
    };
    (what, When::at(one.at), one.reason.clone())
}
