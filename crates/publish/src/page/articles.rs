//! The articles that are watched, changed or not.

use askama::Template;
use news::{Article, Outlet, OutletId, Timestamp};

use super::frame::Frame;
use crate::feed::Of;
use crate::part::{Tongue, When, render};
use crate::{Site, link, words};

/// An article in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct ArticleLine {
    /// The article.
    pub article: Article,
    /// Its versions that are shown.
    pub versions: usize,
}

/// What the list of articles shows.
#[derive(Debug, Clone, Copy)]
pub struct Articles<'a> {
    /// A page of articles, the newest first.
    pub lines: &'a [ArticleLine],
    /// The outlet whose they are; `None`: of all.
    pub outlet: Option<&'a Outlet>,
    /// All outlets.
    pub outlets: &'a [Outlet],
    /// Where older ones are.
    pub older: Option<&'a str>,
    /// Where the newest are, on every page but the first.
    pub newest: Option<&'a str>,
}

#[derive(Template)]
#[template(path = "articles.html")]
struct Page<'a> {
    frame: Frame,
    heading: String,
    changes_href: String,
    lines: Vec<Line<'a>>,
    older: Option<&'a str>,
    newest: Option<&'a str>,
}

struct Line<'a> {
    outlet: Option<(&'a str, String)>,
    when: When,
    ago: String,
    tongue: Tongue,
    headline: &'a str,
    href: String,
    versions: String,
}

/// Articles as a page.
pub fn articles(site: &Site, list: &Articles<'_>, now: Timestamp) -> String {
    let heading = list.outlet.map_or("Articles".to_owned(), |o| format!("Articles of {}", o.name));
    let frame = Frame::of_texts(site, heading.clone()).at("outlets");
    let name = |id: OutletId| list.outlets.iter().find(|o| o.id == id);
    let mut lines: Vec<Line<'_>> = list.lines.iter().map(|line| Line::of(line, now)).collect();
    if list.outlet.is_none() {
        for (shown, line) in lines.iter_mut().zip(list.lines) {
            shown.outlet = name(line.article.id.outlet).map(|o| (o.name.as_str(), link::outlet(o.id)));
        }
    }
    render(&Page {
        frame: match list.outlet {
            Some(outlet) => frame.with_feeds(Of::Outlet(outlet)).finding_in(outlet),
            None => frame,
        },
        heading,
        changes_href: list.outlet.map_or(link::FRONT.to_owned(), |o| link::outlet(o.id)),
        lines,
        older: list.older,
        newest: list.newest,
    })
}

impl<'a> Line<'a> {
    fn of(line: &'a ArticleLine, now: Timestamp) -> Self {
        let article = &line.article;
        let headline = article.headline.as_deref().unwrap_or(&article.url);
        Self {
            outlet: None,
            when: When::at(article.first_seen),
            ago: words::ago(article.first_seen, now),
            tongue: Tongue::of(article.language.as_deref(), headline),
            headline,
            href: link::article(article.id),
            versions: match line.versions {
                0 => "not read yet".to_owned(),
                1 => "has not changed".to_owned(),
                n => words::count(n, "version", "versions"),
            },
        }
    }
}
