//! All versions of an article, in a list.

use std::collections::HashMap;
use std::num::NonZeroU32;

use askama::Template;
use askama::filters::HtmlSafe;
use news::{RecordedChange, Timeline, Version, VersionKind};

use super::frame::Frame;
use crate::feed::Of;
use crate::part::{Merged, Tongue, When, render};
use crate::{Site, link, words};

/// Versions on an article's page; their own page has all.
const NEWEST: usize = 20;

/// A list of versions.
#[derive(Template)]
#[template(path = "part/versions.html")]
pub struct VersionList {
    versions: Vec<VersionLine>,
    /// How many more there are on the page of all versions, and its address.
    more: Option<(String, String)>,
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
    /// Comparisons with other versions than the one before: address and words.
    others: Vec<(String, &'static str)>,
}

/// The form that asks for what differs between two versions.
#[derive(Template)]
#[template(path = "part/compare.html")]
pub struct CompareForm {
    action: String,
    from: Vec<Choice>,
    to: Vec<Choice>,
}

impl HtmlSafe for CompareForm {}

struct Choice {
    number: NonZeroU32,
    name: String,
    chosen: bool,
}

impl CompareForm {
    /// The form for the versions of a timeline, set to the first and the one that readers see now, as far as we know;
    /// `None` where there are no two.
    pub fn of(timeline: &Timeline) -> Option<Self> {
        let (first, newest) = (timeline.versions.first()?, timeline.versions.last()?);
        if first.number == newest.number {
            return None;
        }
        let now = now(timeline).filter(|n| *n != first.number).unwrap_or(newest.number);
        let choices = |chosen| {
            let choice = |v: &Version| Choice {
                number: v.number,
                name: format!("{}, {}", v.number, words::date_time(v.first_seen)),
                chosen: v.number == chosen,
            };
            timeline.versions.iter().map(choice).collect()
        };
        Some(Self { action: link::compare(timeline.article.id), from: choices(first.number), to: choices(now) })
    }
}

#[derive(Template)]
#[template(path = "versions.html")]
struct Page {
    frame: Frame,
    title: String,
    tongue: Tongue,
    article_href: String,
    blame_href: String,
    merged: Option<Merged>,
    compare: Option<CompareForm>,
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
        blame_href: link::blame(article.id, None),
        merged: Merged::of(timeline),
        compare: CompareForm::of(timeline),
        versions: VersionList::whole(timeline),
    })
}

impl VersionList {
    /// The newest versions of a timeline, newest first, and where the others are.
    pub fn newest(timeline: &Timeline) -> Self {
        let hidden = timeline.versions.len().saturating_sub(NEWEST);
        let more = words::count(hidden, "earlier version", "earlier versions");
        let more = (hidden > 0).then(|| (more, link::versions(timeline.article.id)));
        Self { versions: lines(timeline, NEWEST, false), more }
    }

    /// All versions of a timeline, newest first, each with what it may be compared with.
    pub fn whole(timeline: &Timeline) -> Self {
        Self { versions: lines(timeline, usize::MAX, true), more: None }
    }
}

fn lines(timeline: &Timeline, most: usize, whole: bool) -> Vec<VersionLine> {
    // The first change to a version is the one that brought it.
    let brought: HashMap<NonZeroU32, &RecordedChange> =
        timeline.changes.iter().rev().map(|c| (c.to.number, c)).collect();
    let before = std::iter::once(None).chain(timeline.versions.iter().map(Some));
    let pairs: Vec<_> = before.zip(&timeline.versions).collect();
    let newest = pairs.into_iter().rev().take(most);
    newest
        .map(|(before, version)| line(timeline, before, version, brought.get(&version.number).copied(), whole))
        .collect()
}

/// The version that readers see now as far as we know, if it is one that is shown.
fn now(timeline: &Timeline) -> Option<NonZeroU32> {
    timeline.showing().filter(|now| timeline.versions.iter().any(|v| v.number == *now))
}

/// The comparisons of a version with the first one and with what readers see now, where these are not what the change
/// that brought it shows already.
fn others(timeline: &Timeline, version: &Version, change: Option<&RecordedChange>) -> Vec<(String, &'static str)> {
    let id = timeline.article.id;
    let known = change.map(|c| (c.from.number, c.to.number));
    let first = timeline.versions.first().map(|first| (first.number, version.number));
    let now = now(timeline).map(|now| (version.number, now));
    let pairs = [(first, "Compare with the first"), (now, "Compare with what readers see now")];
    let wanted = pairs.into_iter().filter_map(|(pair, words)| pair.map(|pair| (pair, words)));
    let wanted = wanted.filter(|((from, to), _)| from != to && known != Some((*from, *to)));
    wanted.map(|((from, to), words)| (link::change(id, from, to), words)).collect()
}

fn line(
    timeline: &Timeline,
    before: Option<&Version>,
    version: &Version,
    change: Option<&RecordedChange>,
    whole: bool,
) -> VersionLine {
    let id = timeline.article.id;
    let linked = |c: &RecordedChange| (link::change(id, c.from.number, c.to.number), words::summary(&c.change));
    let telling = change.and_then(words::Telling::of_recorded).map(|telling| telling.words().to_lowercase());
    let mut remarks: Vec<String> = telling.into_iter().chain(change.map(words::remarks).unwrap_or_default()).collect();
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
        others: if whole { others(timeline, version, change) } else { Vec::new() },
        remarks,
    }
}
