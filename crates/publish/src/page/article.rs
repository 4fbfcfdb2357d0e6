//! An article: what became of it, sentence by sentence, picture by picture.

use askama::Template;
use news::{
    ChangeState, NextLook, ReadVersion, RecordedChange, Refusal, Sighting, Timeline, Timestamp, Version, VersionKind,
};

use super::change::{ChangePage, Pair};
use super::frame::{FeedLink, Frame};
use super::looks::{self, LookRun};
use super::version::Text;
use super::versions::{CompareForm, VersionList};
use crate::feed::Of;
use crate::part::{Merged, Record, Tongue, View, When, render};
use crate::svg::{self, Scale, TimelineChart};
use crate::{Site, link, words};

/// What the article page shows.
#[derive(Debug, Clone, Copy)]
pub struct ArticlePage<'a> {
    /// Everything recorded of it.
    pub timeline: &'a Timeline,
    /// The newest change with both its versions, if there is a change.
    pub newest: Option<(&'a RecordedChange, &'a ReadVersion, &'a ReadVersion)>,
    /// The version that readers see as far as we know, if there is one.
    pub latest: Option<&'a ReadVersion>,
    /// How time runs along the timeline.
    pub scale: Scale,
    /// What robots.txt has refused, if that is why we do not look.
    pub refusal: Option<&'a Refusal>,
}

#[derive(Template)]
#[template(path = "article.html")]
struct Page {
    frame: Frame,
    title: String,
    tongue: Tongue,
    outlet: String,
    outlet_href: String,
    first: When,
    first_seen: When,
    claimed: Option<crate::part::Claimed>,
    /// What it says now, if that is another time.
    claimed_now: Option<crate::part::Claimed>,
    changed: String,
    changed_at: Option<When>,
    merged: Option<Merged>,
    records: Vec<Record>,
    next: Option<When>,
    /// The schedule has ended.
    ended: bool,
    /// The next look should have come by now: nothing watches.
    overdue: bool,
    /// That readers see an older version than the newest.
    again: Option<String>,
    no_article: Option<String>,
    missing: Option<Missing>,
    /// Versions that are not shown, and why, a sentence each.
    not_shown: Vec<String>,
    /// Why it is not looked at, if somebody decided so.
    halted: Option<String>,
    /// The address that robots.txt refuses, the line that does, and since when.
    refused: Option<(String, String, When)>,
    address: String,
    source: Option<String>,
    former: Vec<String>,
    times: String,
    feeds: Vec<FeedLink>,
    json: String,
    csv: String,
    newest: Option<Newest>,
    chart: TimelineChart,
    log: bool,
    scale_href: String,
    looks: Vec<LookRun>,
    /// How many rows of them are not on the page.
    looks_left_out: Option<String>,
    compare: Option<CompareForm>,
    versions: VersionList,
    versions_href: String,
    blame_href: String,
    live: String,
    latest: Option<Text>,
    public: bool,
}

struct Newest {
    pair: Pair,
    href: String,
    previous: Option<String>,
}

/// The article was gone, or something else stood in its place, at the newest look that told us.
struct Missing {
    at: When,
    saw: &'static str,
}

/// An article as a page.
pub fn article(site: &Site, page: &ArticlePage<'_>, now: Timestamp) -> String {
    let timeline = page.timeline;
    let (article, outlet) = (&timeline.article, &timeline.outlet);
    let shown = page.latest.and_then(|l| l.version.headline.clone());
    let title = shown.or_else(|| article.headline.clone()).unwrap_or_else(|| article.url.clone());
    let language = page.latest.and_then(|l| l.reading.language.as_deref()).or(article.language.as_deref());
    let log = page.scale == Scale::Log;
    let here = link::article(article.id);
    let last = last_change(timeline);
    let (looks, left_out) = looks::newest_runs(timeline, now);
    render(&Page {
        frame: Frame::of_texts(site, title.clone()).with_feeds(Of::Article(article)),
        tongue: Tongue::of(language, &title),
        title,
        outlet: outlet.name.clone(),
        outlet_href: link::outlet(outlet.id),
        first: When::at(first_known(timeline)),
        first_seen: When::at(article.first_seen),
        claimed: article.published_at.as_deref().map(When::claimed),
        claimed_now: claimed_now(page).map(When::claimed),
        changed: last.map_or(String::new(), |v| words::days_ago(v.first_seen, now)),
        changed_at: last.map(|v| When::at(v.first_seen)),
        merged: Merged::of(timeline),
        records: timeline.also_recorded.iter().map(Record::of).collect(),
        next: timeline.awaited().map(When::at),
        ended: timeline.next == NextLook::Never && timeline.halted.is_none() && timeline.merged.is_none(),
        overdue: timeline.awaited().is_some_and(|at| at < now),
        again: again(timeline),
        no_article: words::no_article(timeline),
        missing: missing(timeline),
        not_shown: timeline.hidden.iter().map(words::not_shown).collect(),
        halted: timeline.halted.as_ref().map(words::halted),
        refused: page.refusal.map(|r| (r.refused.address.clone(), r.refused.rule.clone(), When::at(r.since))),
        address: article.url.clone(),
        source: link::outward(&article.url),
        former: timeline.former_addresses.clone(),
        times: times(timeline),
        feeds: FeedLink::all(Of::Article(article)),
        json: link::article_json(article.id),
        csv: link::article_csv(article.id),
        newest: page.newest.map(|newest| Newest::of(site, timeline, newest)),
        chart: svg::timeline(timeline, now, page.scale),
        log,
        scale_href: if log { here } else { format!("{here}?scale=log") },
        looks,
        looks_left_out: (left_out > 0).then(|| words::count(left_out, "earlier row is", "earlier rows are")),
        compare: CompareForm::of(timeline),
        versions: VersionList::newest(timeline),
        versions_href: link::versions(article.id),
        blame_href: link::blame(article.id, None),
        live: link::live(
            &format!("article={}", article.id),
            timeline.changes.iter().rfind(|c| c.state != ChangeState::ReaderOnly).map(RecordedChange::guid).as_deref(),
        ),
        latest: page.latest.filter(|_| !site.public).map(|l| Text::of(&l.reading)),
        public: site.public,
    })
}

/// When it was published, if the outlet says so and it was before our first look; else when it
/// was first seen.
fn first_known(timeline: &Timeline) -> Timestamp {
    let published = timeline.article.published_at.as_deref().and_then(|t| t.parse::<Timestamp>().ok());
    published.map_or(timeline.article.first_seen, |at| at.min(timeline.article.first_seen))
}

/// The time of publication that the newest version gives, if it is not the one that was given first. Two instants of one
/// minute are the same, and so is a day with an instant in it.
fn claimed_now<'a>(page: &ArticlePage<'a>) -> Option<&'a str> {
    let first = page.timeline.article.published_at.as_deref()?;
    let now = page.latest?.reading.published_at.as_deref()?;
    let same = match (first.parse::<Timestamp>(), now.parse::<Timestamp>()) {
        (Ok(first), Ok(now)) => first.duration_since(now).abs().as_mins() < 1,
        _ => first.get(..10) == now.get(..10),
    };
    (!same).then_some(now)
}

/// The version that the newest change brought.
fn last_change(timeline: &Timeline) -> Option<&Version> {
    let counted = timeline.versions.iter().filter(|v| v.kind != VersionKind::ReaderOnly);
    counted.skip(1).max_by_key(|v| v.first_seen)
}

/// "The article has changed 4 times, once back to an earlier text."
fn times(timeline: &Timeline) -> String {
    let changed = timeline.changed_times();
    let times = |n: usize| match n {
        1 => "once".to_owned(),
        n => format!("{} times", words::grouped(n)),
    };
    match (changed.changes, changed.returns) {
        (0, _) => "The article has not changed since we first saw it.".to_owned(),
        (n, 0) => format!("The article has changed {}.", times(n)),
        (n, back) => format!("The article has changed {}, {} of these back to an earlier text.", times(n), back),
    }
}

/// "Our last looks showed version 3 again: the outlet serves more than one text by turns."
fn again(timeline: &Timeline) -> Option<String> {
    let newest = timeline.versions.iter().rfind(|v| v.kind != VersionKind::ReaderOnly)?;
    let showing = timeline.showing().filter(|n| *n != newest.number)?;
    let again = timeline.looks.iter().rev().filter(|l| l.shows.is_some());
    let since = again.take_while(|l| l.shows == Some(showing)).last()?.at;
    Some(format!(
        "Since {} we have seen version {showing} again: the outlet serves more than one text by turns.",
        words::date_time(since)
    ))
}

fn missing(timeline: &Timeline) -> Option<Missing> {
    let told = timeline.looks.iter().rfind(|l| l.sighting != Sighting::Error && l.sighting != Sighting::StaleCopy)?;
    let in_place = matches!(told.sighting, Sighting::Article | Sighting::Unchanged | Sighting::Moved);
    (!in_place).then(|| Missing { at: When::at(told.at), saw: words::sighting(told.sighting) })
}

impl Newest {
    fn of(site: &Site, timeline: &Timeline, newest: (&RecordedChange, &ReadVersion, &ReadVersion)) -> Self {
        let (recorded, from, to) = newest;
        let id = timeline.article.id;
        let page = ChangePage { timeline, from, to, change: &recorded.change, view: View::Side, only: None };
        let counted = timeline.changes.iter().filter(|c| c.state != ChangeState::ReaderOnly);
        let previous = counted.rev().find(|c| c.to.capture.look <= from.version.capture.look);
        Self {
            pair: Pair::of(site, &page),
            href: link::change(id, recorded.from.number, recorded.to.number),
            previous: previous.map(|c| link::change(id, c.from.number, c.to.number)),
        }
    }
}
