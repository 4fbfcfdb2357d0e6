//! What an outlet repeats is learnt of older captures, and what it made of earlier looks is taken back by re-reading.

use std::time::Duration;

use news::{ChangeState, Timeline, VersionKind};
use store::ChangeFilter;
use text::search::Query;
use watch::Stages;

use crate::outlet::*;

const FEED: &str = "ledger.example/feed.xml";
const DAY: i64 = 24 * 60;

const SUBJECTS: [&str; 24] = [
    "bridge",
    "ferry",
    "school",
    "harbour",
    "mill",
    "council",
    "library",
    "market",
    "orchard",
    "railway",
    "theatre",
    "hospital",
    "quarry",
    "lighthouse",
    "brewery",
    "museum",
    "stadium",
    "cinema",
    "archive",
    "bakery",
    "chapel",
    "forest",
    "garden",
    "tannery",
];

/// An article about a subject; `weather` stands in it like a paragraph of its own, and none is.
fn page(subject: &str, weather: &str, last: &str) -> Said {
    Said::page(format!(
        "<!doctype html><html lang=en><head><title>The {subject} reopens</title></head><body><main><article>\
         <h1>The {subject} reopens after a winter of work</h1>\
         <p>The {subject} of Norwick reopened on Monday after a winter in which nobody could enter it at all.</p>\
         <p>{weather}</p>\
         <p>Work on the {subject} has cost the town about 400,000 crowns, the treasurer told this newspaper.</p>\
         <p>{last} The {subject} is open on Sundays.</p></article></main></body></html>"
    ))
}

const RAIN: &str = "In Norwick it rains until noon today, then the wind turns and the evening stays dry.";
const SUN: &str = "In Norwick the sun shines all day long, and only in the harbour some fog is left.";
const END: &str = "A feast is planned for the summer, when the last of the scaffolding will be gone.";

struct Town {
    outlet: Outlet,
    stages: Stages,
    _dir: tempfile::TempDir,
}

impl Town {
    async fn open() -> Self {
        let outlet = Outlet::open().await;
        let dir = tempfile::tempdir().unwrap();
        let stages = outlet.stages(dir.path());
        outlet.says(FEED, Said::feed(&[]));
        watch::add(&stages.fetcher, &desk(&stages), &wish(&format!("http://{FEED}")), at(0), |_| ()).await.unwrap();
        Self { outlet, stages, _dir: dir }
    }

    /// The outlet shows so many articles with a weather, and whatever is due is looked at.
    async fn pass(&self, articles: usize, weather: &str, minute: i64) {
        let entries = &SUBJECTS[..articles];
        entries.iter().for_each(|s| self.outlet.says(&format!("ledger.example/{s}"), page(s, weather, END)));
        self.outlet.says(FEED, Said::feed(entries));
        self.look(minute).await;
    }

    async fn look(&self, minute: i64) {
        let (watcher, _) = watcher(&self.stages);
        watcher.pass(at(minute)).await.unwrap();
        watcher.pass(at(minute + 1)).await.unwrap();
    }

    async fn timelines(&self) -> Vec<Timeline> {
        let load = |tx: &mut store::Tx<'_>| {
            let articles = store::articles::list_articles(tx, None, None, 99)?;
            articles.iter().map(|a| Ok(store::timelines::timeline_of(tx, a.id)?.unwrap())).collect()
        };
        self.stages.store.read(load).await.unwrap()
    }

    async fn of(&self, subject: &str) -> Timeline {
        let mut all = self.timelines().await;
        all.retain(|timeline| timeline.article.url.ends_with(subject));
        all.remove(0)
    }

    async fn hits(&self, words: &str) -> usize {
        let query: Query = words.parse().unwrap();
        let search = move |tx: &mut store::Tx<'_>| store::search::search(tx, &query, None, 99, Duration::from_secs(9));
        self.stages.store.read(search).await.unwrap().hits.len()
    }

    async fn listed(&self) -> usize {
        let list = |tx: &mut store::Tx<'_>| store::changes::list_changes(tx, &ChangeFilter::default(), 99);
        self.stages.store.read(list).await.unwrap().len()
    }

    fn reread(&self, minute: i64) -> watch::Rereading {
        watch::reread(&self.stages.store, &self.stages.reader, 2, at(minute), |_, _| ()).unwrap()
    }
}

fn kinds(timeline: &Timeline) -> Vec<VersionKind> {
    timeline.versions.iter().map(|version| version.kind).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_outlet_repeats_makes_no_versions_and_those_that_it_made_are_taken_back() {
    use VersionKind::{ReaderOnly, Text};
    let town = Town::open().await;
    // Before anything is known of the outlet its weather is a paragraph, and another weather an edit.
    town.pass(12, RAIN, 10).await;
    town.pass(12, SUN, DAY).await;
    assert_eq!(kinds(&town.of("bridge").await), [Text, Text]);
    // Those of the first batch: what they show alike is known to the next one.
    assert!(town.listed().await == 12 && town.hits("evening dry").await >= 6);

    // More articles have it; after a day it is known for what it is.
    town.pass(24, SUN, DAY + 60).await;
    town.pass(24, SUN, 3 * DAY).await;
    let weather = |timeline: &Timeline| timeline.versions.last().unwrap().epoch;
    town.outlet.says("ledger.example/bridge", page("bridge", RAIN, "A feast was held on Sunday, and 300 people came."));
    town.look(6 * DAY).await;
    let bridge = town.of("bridge").await;
    assert_eq!(kinds(&bridge), [Text, Text, Text], "an edit is one, and is compared with what was read alike");
    assert!(weather(&bridge).is_some());
    let change = &bridge.changes.last().unwrap().change;
    let of_weather = |hunk: &news::Hunk| hunk.before.contains("sun") || hunk.after.contains("rain");
    assert!(!change.hunks.is_empty() && !change.hunks.iter().any(of_weather), "{change:#?}");

    // Read again, the earlier ones are of the reader's making.
    let named = bridge.changes.iter().map(news::RecordedChange::guid).collect::<Vec<_>>();
    let done = town.reread(6 * DAY + 5);
    assert!(done.articles >= 12 && done.unreadable + done.withheld == 0, "{done:?}");
    assert_eq!((done.otherwise.reader_only, done.otherwise.counted), (12, 0), "{done:?}");
    let bridge = town.of("bridge").await;
    assert_eq!(kinds(&bridge), [Text, ReaderOnly, Text]);
    assert_eq!(bridge.changes.iter().map(news::RecordedChange::guid).collect::<Vec<_>>(), named);
    assert_eq!(bridge.changes[0].state, ChangeState::ReaderOnly);
    assert_eq!(bridge.changed_times().changes, 1);
    for timeline in town.timelines().await {
        let counted = timeline.versions.iter().rfind(|version| version.kind != ReaderOnly).unwrap();
        assert_eq!(timeline.showing(), Some(counted.number), "what readers see is no version of the reader's own");
        assert!(timeline.looks.iter().all(|look| {
            look.shows.is_none_or(|n| timeline.versions.iter().any(|v| v.number == n && v.kind != ReaderOnly))
        }));
    }
    assert_eq!((town.listed().await, town.hits("evening dry").await, town.hits("scaffolding").await), (1, 0, 24));
    let status = town.stages.store.read(|tx| store::status::status(tx, at(6 * DAY))).await.unwrap();
    assert_eq!((status.total.versions, status.total.changes), (25, 1));

    // There is nothing left to do, and looks go on from here.
    assert_eq!(town.reread(6 * DAY + 6), watch::Rereading::default());
    town.outlet.says("ledger.example/ferry", page("ferry", "In Norwick it snows, says the harbour master.", END));
    town.outlet.says("ledger.example/mill", page("mill", RAIN, END));
    town.look(9 * DAY).await;
    assert_eq!(kinds(&town.of("ferry").await), [Text, ReaderOnly, Text], "words that nobody has seen are news");
    assert_eq!(kinds(&town.of("mill").await), [Text, ReaderOnly]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_of_which_something_is_withdrawn_is_not_read_again() {
    let town = Town::open().await;
    town.pass(12, RAIN, 10).await;
    town.pass(24, SUN, DAY).await;
    town.pass(24, SUN, 3 * DAY).await;
    let bridge = town.of("bridge").await;
    let capture = bridge.versions[0].capture;
    let withdrawal = store::Withdrawal {
        article: capture.article,
        version: Some(capture),
        at: at(3 * DAY),
        reason: "a name".to_owned(),
        legal: false,
        by: None,
        restored: None,
    };
    town.stages.store.write(move |tx| store::withdrawals::withdraw(tx, &withdrawal)).await.unwrap();
    let done = town.reread(4 * DAY);
    assert!(done.articles > 0 && done.withheld == 1, "{done:?}");
    assert_eq!(town.of("bridge").await.versions.len(), bridge.versions.len() - 1);
}
