//! Entries of what a search found: one id per version, what was found inside the entry.

use askama::Template;
use news::Hit;
use serde::Serialize;
use text::search::Query;

use super::{Entry, Shown};
use crate::excerpt::Excerpts;
use crate::part::{Lit, Tongue, render};
use crate::{Site, link, words};

/// What programs are told of a hit: everything but the whole text.
#[derive(Serialize)]
pub(crate) struct Told<'a> {
    outlet: &'a news::Outlet,
    article: &'a news::Article,
    version: &'a news::Version,
    is_new: bool,
    last: std::num::NonZeroU32,
    left_at: Option<news::Timestamp>,
    is_current: bool,
    #[serde(flatten)]
    excerpts: Excerpts,
}

impl<'a> Told<'a> {
    pub(crate) fn of(hit: &'a Hit, query: &Query) -> Self {
        let Hit { outlet, article, version, is_new, last, left_at, is_current, .. } = hit;
        let excerpts = Excerpts::of(hit, query);
        Self {
            outlet,
            article,
            version,
            is_new: *is_new,
            last: *last,
            left_at: *left_at,
            is_current: *is_current,
            excerpts,
        }
    }
}

#[derive(Template)]
#[template(path = "hit.html")]
struct Content<'a> {
    story: &'a str,
    outlet: &'a str,
    seen: String,
    tongue: Tongue,
    headline: Lit,
    passages: Vec<Lit>,
    href: &'a str,
    article: String,
    original: Option<String>,
}

pub(super) fn entry<'a>(site: &Site, hit: &'a Hit, query: &Query) -> Entry<'a> {
    let href = site.absolute(&link::version(hit.article.id, hit.version.number));
    let summary = words::hit(hit);
    let excerpts = Excerpts::of(hit, query);
    let content = render(&Content {
        story: &summary,
        outlet: &hit.outlet.name,
        seen: format!("Version {}, {}", hit.version.number, words::date_time(hit.version.first_seen)),
        tongue: Tongue::of_reading(&hit.reading),
        headline: Lit::bare(excerpts.headline.clone()),
        passages: excerpts.passages.iter().cloned().map(Lit::bare).collect(),
        href: &href,
        article: site.absolute(&link::article(hit.article.id)),
        original: link::outward(&hit.article.url),
    });
    Entry {
        id: format!("urn:replate:version:{}", hit.version.capture),
        title: excerpts.headline.text,
        updated: hit.version.first_seen,
        published: hit.version.first_seen,
        author: &hit.outlet.name,
        content,
        summary,
        href,
        shown: Shown::Hit(Box::new(Told::of(hit, query)), hit),
    }
}
