//! How an outlet is watched, as its pages tell it.

use jiff::SignedDuration;
use news::alarm::HourOfLooks;
use news::{
    Alarm, Failure, Feed, FeedId, FeedState, Field, Outlet, Polled, Refusal, Refused, Share, Sighting, SourceKind,
    Trouble,
};
use publish::Site;
use publish::page::{self, ArticlePage, OutletLine, RefusedPage, Watching};
use publish::svg::Scale;

use crate::fixture::{self, Told, at, site};
use crate::pages::{now, outlet, words};

/// Two sources, one of which fails; their names are the article's headline.
pub fn sources(told: &Told) -> Vec<Polled> {
    let source = |number, title: Option<String>, failures, complaint: Option<&str>| Polled {
        feed: Feed {
            id: FeedId::new(told.timeline.outlet.id, number),
            kind: SourceKind::Sitemap,
            url: format!("{}/{number}.xml", told.timeline.article.url),
            title,
            include: vec![],
            exclude: vec![],
            state: FeedState {
                trouble: complaint.map(str::to_owned),
                failing_since: complaint.map(|_| at(3280)),
                ..FeedState::default()
            },
        },
        polled_at: Some(at(4490)),
        next: at(4505),
        interval: Some(SignedDuration::from_mins(15)),
        failures,
    };
    let hostile = "it answered with status 500 <script>alert(1)</script>";
    vec![source(1, told.timeline.article.headline.clone(), 0, None), source(2, None, 3, Some(hostile))]
}

pub fn hours() -> Vec<HourOfLooks> {
    let hour =
        |minute, sighting, failure, looks| HourOfLooks { hour: at(minute), sighting, failure, looks, changes: 0 };
    vec![
        hour(4400, Sighting::Unchanged, None, 12),
        hour(4440, Sighting::Unchanged, None, 30),
        hour(4440, Sighting::Error, Some(Failure::Timeout), 3),
        hour(4500 - 25 * 60, Sighting::Gone, None, 9),
    ]
}

pub fn alarms() -> Vec<Alarm> {
    let (before, since) = (Share { count: 57, of: 60 }, Share { count: 2, of: 30 });
    vec![
        Alarm::Field { field: Field::Byline, before, since, at: at(3000) },
        Alarm::Looks { trouble: Trouble::Blocks, before: None, since: before },
    ]
}

pub fn watching<'a>(sources: &'a [Polled], hours: &'a [HourOfLooks], alarms: &'a [Alarm]) -> Watching<'a> {
    Watching {
        sources,
        alarms,
        hours,
        articles: 1204,
        versions: 1950,
        changes: 746,
        looks: 12_345,
        last_look: Some(at(4495)),
        next_look: Some(at(4510)),
        pace: Some(SignedDuration::from_secs(1)),
        refused: 3,
        counts: news::ChangeCounts { all: 746, substance: 120, told: 9, stealth: 30 },
    }
}

pub fn line(outlet: Outlet) -> OutletLine {
    OutletLine {
        outlet,
        feeds: 1,
        articles: 12,
        changes: 1234,
        last_look: Some(at(4495)),
        alarms: alarms(),
        halt: None,
    }
}

pub fn refusal(told: &Told) -> Refusal {
    Refusal {
        article: told.timeline.article.clone(),
        refused: Refused { address: told.timeline.article.url.clone(), rule: "Disallow: /<b>private</b>".into() },
        since: at(4000),
        at: at(4400),
        looks: 4,
    }
}

pub fn refused(site: &Site, told: &Told) -> String {
    let refusals = [refusal(told)];
    let older = Some("/outlets/1/refused?before=1-7");
    page::refused(site, &RefusedPage { outlet: &told.timeline.outlet, refusals: &refusals, all: 120, older })
}

pub fn refused_article(site: &Site, told: &Told) -> String {
    let (timeline, refusal) = (&told.timeline, refusal(told));
    let page = ArticlePage { timeline, newest: None, latest: None, refusal: Some(&refusal), scale: Scale::Linear };
    page::article(site, &page, now())
}

#[test]
fn an_outlets_page_says_how_it_is_watched() {
    let html = outlet(&site(), &fixture::bridge());
    let watched = words(&html, "section[aria-labelledby=watched]");
    for sentence in [
        "We know 1,204 articles, and have seen 1,950 versions and 746 changes of them at 12,345 looks.",
        "(5 minutes ago). The next is at",
        "A host is asked once every second at the most",
        "robots.txt keeps us from looking at 3 articles.",
        "Sitemap, asked every 15 minutes; last at",
        "Brings nothing since 24 November 2026, 20:42 UTC: it answered with status 500",
        "The article, unchanged42",
        "Nothing: the look failed (no answer in time)3",
    ] {
        assert!(watched.contains(sentence), "{sentence}\nin\n{watched}");
    }
    assert!(!watched.contains("gone"), "a look of 25 hours ago is not of the day: {watched}");
    let alarms = words(&html, ".alarms");
    assert!(alarms.contains("Bylines were found in 57 of 60 readings before"), "{alarms}");
}

#[test]
fn the_list_of_outlets_says_what_is_wrong_with_which() {
    let html = page::outlets(&site(), &[line(fixture::bridge().timeline.outlet)], now());
    let alarm = words(&html, "tbody .alarm");
    assert!(alarm.starts_with("Bylines hardly found since 24 November 2026"), "{alarm}");
    assert!(words(&html, "tbody").ends_with("5 minutes ago"), "{html}");
}

#[test]
fn what_is_refused_says_by_which_line() {
    let told = fixture::bridge();
    let html = refused(&site(), &told);
    assert_eq!(words(&html, "code"), "Disallow: /<b>private</b>");
    assert!(words(&html, "main").contains("It keeps us from looking at 120 articles here"), "{html}");
    let facts = words(&refused_article(&site(), &told), ".facts");
    assert!(
        facts.contains("We do not look: robots.txt asks programs not to ask for https://ledger.example"),
        "{facts}"
    );
}

/// 10,000 looks three hours apart, every tenth of which failed, and 300 versions.
#[test]
fn an_article_that_was_looked_at_ten_thousand_times_has_a_page_of_bounded_size() {
    let mut told = fixture::bridge();
    let (version, change) = (told.timeline.versions[0].clone(), told.timeline.changes[0].clone());
    let numbered =
        |n: u32| news::Version { number: fixture::number(n), first_seen: at(i64::from(n) * 6000), ..version.clone() };
    told.timeline.versions = (1..=300).map(numbered).collect();
    let to = |n: u32| news::RecordedChange { from: numbered(n - 1), to: numbered(n), ..change.clone() };
    told.timeline.changes = (2..=300).map(to).collect();
    let look = |n: u32| news::Look {
        number: n,
        at: at(i64::from(n) * 180),
        sighting: if n.is_multiple_of(10) { Sighting::Error } else { Sighting::Unchanged },
        failure: n.is_multiple_of(10).then_some(Failure::Timeout),
        shows: (!n.is_multiple_of(10)).then(|| fixture::number(1 + n / 34)),
    };
    told.timeline.looks = (1..=10_000).map(look).collect();
    let page =
        ArticlePage { timeline: &told.timeline, newest: None, latest: None, refusal: None, scale: Scale::Linear };
    let begun = std::time::Instant::now();
    let html = page::article(&site(), &page, at(10_001 * 180));
    let took = begun.elapsed();
    println!("{} bytes in {took:?}", html.len());
    assert!(html.len() < 450_000, "{} bytes", html.len());
    assert!(took.as_millis() < 2000, "{took:?} in a debug build");
    assert!(words(&html, ".looks").contains("earlier rows are not shown here"), "the CSV has them");
    assert!(words(&html, "section[aria-labelledby=versions]").contains("280 earlier versions"), "a link to the rest");
}
