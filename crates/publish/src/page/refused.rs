//! What robots.txt keeps us from looking at.

use askama::Template;
use news::{Outlet, Refusal};

use super::frame::Frame;
use crate::feed::Of;
use crate::part::{Tongue, When, render};
use crate::{Site, link, words};

/// What the page of an outlet's refusals shows.
#[derive(Debug, Clone, Copy)]
pub struct RefusedPage<'a> {
    /// The outlet.
    pub outlet: &'a Outlet,
    /// Articles that we may not look at; may be empty.
    pub refusals: &'a [Refusal],
    /// How many there are in all.
    pub all: u32,
    /// The address of the next page of the list, if there is one.
    pub older: Option<&'a str>,
}

#[derive(Template)]
#[template(path = "refused.html")]
struct Page<'a> {
    frame: Frame,
    outlet: &'a str,
    outlet_href: String,
    json: String,
    all: String,
    lines: Vec<Line<'a>>,
    older: Option<&'a str>,
}

struct Line<'a> {
    href: String,
    title: &'a str,
    tongue: Tongue,
    address: &'a str,
    rule: &'a str,
    since: When,
    at: When,
    looks: String,
}

/// An outlet's articles that robots.txt keeps us from looking at, as a page.
pub fn refused(site: &Site, page: &RefusedPage<'_>) -> String {
    let outlet = page.outlet;
    render(&Page {
        frame: Frame::new(site, format!("Refused by robots.txt: {}", outlet.name))
            .at("outlets")
            .with_feeds(Of::Outlet(outlet)),
        outlet: &outlet.name,
        outlet_href: link::outlet(outlet.id),
        json: format!("{}.json", link::refused(outlet.id)),
        all: words::count(page.all as usize, "article", "articles"),
        lines: page.refusals.iter().map(Line::of).collect(),
        older: page.older,
    })
}

impl<'a> Line<'a> {
    fn of(refusal: &'a Refusal) -> Self {
        let article = &refusal.article;
        let title = article.headline.as_deref().unwrap_or(&article.url);
        Self {
            href: link::article(article.id),
            tongue: Tongue::of(article.language.as_deref(), title),
            title,
            address: &refusal.refused.address,
            rule: &refusal.refused.rule,
            since: When::at(refusal.since),
            at: When::at(refusal.at),
            looks: words::count(refusal.looks as usize, "look", "looks"),
        }
    }
}
