//! All versions of an article, in a list.

use askama::Template;
use askama::filters::HtmlSafe;
use news::{RecordedChange, Timeline, Version, VersionKind};

use super::frame::Frame;
use crate::feed::Of;
use crate::part::{Tongue, When, render};
use crate::{Site, link, words};

/// A list of versions.
#[derive(Template)]
#[template(path = "part/versions.html")]
pub struct VersionList {
    versions: Vec<VersionLine>,
}

impl HtmlSafe for VersionList {}

struct VersionLine {
    number: String,
    href: String,
    when: When,
    later: Option<String>,
    words: String,
    tongue: Tongue,
    headline: String,
    /// Address and summary of the change that brought it.
    change: Option<(String, String)>,
    remarks: Vec<String>,
}

#[derive(Template)]
#[template(path = "versions.html")]
struct Page {
    frame: Frame,
    title: String,
    tongue: Tongue,
    article_href: String,
    versions: VersionList,
}

/// All versions of an article as a page.
pub fn all_versions(site: &Site, timeline: &Timeline) -> String {
    let article = &timeline.article;
    let title = article.headline.clone().unwrap_or_else(|| article.url.clone());
    render(&Page {
        frame: Frame::of_texts(site, format!("All versions: {title}")).with_feeds(Of::Article(article)),
        tongue: Tongue::of(article.language.as_deref(), &title),
        title,
        article_href: link::article(article.id),
        versions: VersionList::of(timeline),
    })
}

impl VersionList {
    /// The versions of a timeline, newest first.
    pub fn of(timeline: &Timeline) -> Self {
        let before = std::iter::once(None).chain(timeline.versions.iter().map(Some));
        let pairs = before.zip(&timeline.versions);
        let mut versions: Vec<VersionLine> = pairs.map(|(before, version)| line(timeline, before, version)).collect();
        versions.reverse();
        Self { versions }
    }
}

fn line(timeline: &Timeline, before: Option<&Version>, version: &Version) -> VersionLine {
    let id = timeline.article.id;
    let change = timeline.changes.iter().find(|c| c.to.number == version.number);
    let linked = |c: &RecordedChange| (link::change(id, c.from.number, c.to.number), words::summary(&c.change));
    let mut remarks = change.map(words::remarks).unwrap_or_default();
    if version.kind == VersionKind::ReaderOnly && remarks.is_empty() {
        remarks.push("only our reader changed: the page reads the same".to_owned());
    }
    if version.partial {
        remarks.push("part of the text was behind a wall".to_owned());
    }
    let headline = version.headline.clone().unwrap_or_default();
    VersionLine {
        number: format!("Version {}", version.number),
        href: link::version(id, version.number),
        when: When::at(version.first_seen),
        later: before.map(|b| words::later(b.first_seen, version.first_seen)),
        words: words::count(version.words as usize, "word", "words"),
        tongue: Tongue::of(timeline.article.language.as_deref(), &headline),
        headline,
        change: change.map(linked),
        remarks,
    }
}
