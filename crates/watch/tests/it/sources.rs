//! Sources over days: validators that lie, feeds that move, vanish and are found again, and what they ask for.

use news::{Act, FeedId, OutletId, Subject};
use tempfile::TempDir;
use watch::{Only, Stages, Watcher, Wish};

use crate::outlet::*;

const FEED: &str = "ledger.example/feed.xml";

/// An outlet with a feed that is watched.
async fn watched(first: Said) -> (Outlet, Stages, Watcher, TempDir) {
    let outlet = Outlet::open().await;
    outlet.says(FEED, first);
    let dir = tempfile::tempdir().unwrap();
    let stages = outlet.stages(dir.path());
    watch::add(&stages.fetcher, &desk(&stages), &wish("http://ledger.example/feed.xml"), at(0), |_| ()).await.unwrap();
    let (watcher, _) = watcher(&stages);
    (outlet, stages, watcher, dir)
}

async fn has(stages: &Stages, path: &str) -> bool {
    articles(stages).await.contains(&format!("http://ledger.example/{path}"))
}

#[tokio::test]
async fn an_etag_that_lies_is_found_out_within_six_hours_and_not_believed_again() {
    let lying = |entries: &[&str]| Said::feed(entries).with("ETag", "\"for-ever\"");
    let (outlet, stages, watcher, _dir) = watched(lying(&["a"])).await;
    play(&watcher, &stages, 0, 10).await;
    outlet.says(FEED, lying(&["a", "b"]));
    let mut found = None;
    for minute in (20..=600).step_by(5) {
        play(&watcher, &stages, minute, minute + 5).await;
        if has(&stages, "b").await {
            found = Some(minute);
            break;
        }
    }
    let minute = found.expect("it is found");
    assert!(minute <= 6 * 60 + 60, "found after {minute} minutes");
    let asked = outlet.asked_for(FEED);
    let conditional = asked.iter().filter(|asked| asked.is_conditional()).count();
    assert!((1..=11).contains(&conditional), "{conditional} polls were conditional");
    let state = &feeds(&stages).await[0].state;
    assert!(state.etag_lies && !state.last_modified_lies);

    outlet.says(FEED, lying(&["a", "b", "c"]));
    play(&watcher, &stages, minute + 5, minute + 70).await;
    assert!(has(&stages, "c").await, "the next poll sees it");
    let later: Vec<_> = outlet.asked_for(FEED).into_iter().skip(asked.len()).collect();
    assert!(!later.is_empty() && !later.iter().any(Asked::is_conditional), "{later:?}");
}

#[tokio::test]
async fn an_honest_etag_is_believed_and_a_time_of_writing_is_no_news() {
    let written = |tag: &str, at: &str| {
        let mut said = Said::feed(&["a"]).with("ETag", tag);
        said.replace("<channel>", &format!("<channel><lastBuildDate>{at}</lastBuildDate>"));
        said
    };
    let (outlet, stages, watcher, _dir) = watched(written("\"1\"", "Mon, 02 Mar 2026 06:00:00 GMT")).await;
    play(&watcher, &stages, 0, 60).await;
    outlet.says(FEED, written("\"1\"", "Mon, 02 Mar 2026 08:00:00 GMT"));
    play(&watcher, &stages, 61, 24 * 60).await;
    assert!(!feeds(&stages).await[0].state.etag_lies);
    let asked = outlet.asked_for(FEED);
    let whole = asked.iter().filter(|asked| !asked.is_conditional()).count();
    assert!((4..=6).contains(&whole), "{whole} of {} polls had no condition", asked.len());
}

#[tokio::test]
async fn a_feed_that_moves_within_its_outlet_is_followed_after_two_polls() {
    let new = "http://www.ledger.example/rss";
    let says_so = {
        let mut said = Said::feed(&["a"]);
        said.replace("<channel>", &format!("<channel><itunes:new-feed-url>{new}</itunes:new-feed-url>"));
        said
    };
    let page = Said::page(format!(
        "<!doctype html><html><head><meta http-equiv=refresh content=\"0; url={new}\"></head></html>"
    ));
    for (name, said) in [
        ("301", Said::moved(301, new)),
        ("308", Said::moved(308, new)),
        ("new-feed-url", says_so),
        ("a page that leads on", page),
    ] {
        let (outlet, stages, watcher, dir) = watched(Said::feed(&["a"])).await;
        outlet.says("www.ledger.example/rss", Said::feed(&["a", "b"]));
        play(&watcher, &stages, 0, 1).await;
        outlet.says(FEED, said);
        stages
            .store
            .write(|tx| store::feeds::make_feed_due(tx, news::FeedId::new(news::OutletId(1), 1), at(10)))
            .await
            .unwrap();
        watcher.pass(at(10)).await.unwrap();
        let once = &feeds(&stages).await[0];
        assert_eq!(
            (once.url.as_str(), once.state.moving_to.as_deref()),
            ("http://ledger.example/feed.xml", Some(new)),
            "{name}"
        );
        play(&watcher, &stages, 11, 120).await;
        let feed = &feeds(&stages).await[0];
        assert_eq!(feed.url, new, "{name}");
        let former: Vec<_> = feed.state.former.iter().map(|former| former.url.as_str()).collect();
        assert_eq!((former, feed.state.trouble.as_deref()), (vec!["http://ledger.example/feed.xml"], None), "{name}");
        assert!(has(&stages, "b").await, "{name}");
        let again = &feeds_rebuilt(&outlet, dir.path()).await[0];
        let former: Vec<_> = again.state.former.iter().map(|former| former.url.as_str()).collect();
        assert_eq!((again.url.as_str(), former), (new, vec!["http://ledger.example/feed.xml"]), "{name}: made again");
        let asked = outlet.asked_for(FEED).len();
        play(&watcher, &stages, 121, 300).await;
        assert_eq!(outlet.asked_for(FEED).len(), asked, "{name}: the old address is left alone");
    }
}

#[tokio::test]
async fn a_feed_that_passes_to_another_outlet_or_for_a_while_is_not_moved() {
    let (outlet, stages, watcher, _dir) = watched(Said::feed(&["a"])).await;
    play(&watcher, &stages, 0, 1).await;
    let mut strange = Said::feed(&["casino"]);
    strange.replace("ledger.example", "tribune.example");
    outlet.says("tribune.example/feed.xml", strange);
    outlet.says(FEED, Said::moved(301, "http://tribune.example/feed.xml"));
    play(&watcher, &stages, 2, 600).await;
    let feed = &feeds(&stages).await[0];
    assert_eq!(feed.url, "http://ledger.example/feed.xml");
    let trouble = feed.state.trouble.as_deref().unwrap_or_default();
    assert!(trouble.contains("http://tribune.example/feed.xml") && trouble.contains("not followed"), "{trouble}");
    assert_eq!(articles(&stages).await, ["http://ledger.example/a"], "nothing of the other is taken");

    let (outlet, stages, watcher, _dir) = watched(Said::feed(&["a"])).await;
    outlet.says("www.ledger.example/edge.xml", Said::feed(&["a", "b"]));
    outlet.says(FEED, Said::moved(302, "http://www.ledger.example/edge.xml"));
    play(&watcher, &stages, 0, 600).await;
    assert_eq!(feeds(&stages).await[0].url, "http://ledger.example/feed.xml");
    assert!(has(&stages, "b").await);
}

#[tokio::test]
async fn a_feed_that_is_gone_is_asked_once_a_day_and_the_outlet_for_another() {
    let (outlet, stages, watcher, _dir) = watched(Said::feed(&["a"])).await;
    play(&watcher, &stages, 0, 1).await;
    outlet.says(FEED, Said::new(410, "text/html", "gone"));
    play(&watcher, &stages, 2, 100).await;
    let gone = feeds(&stages).await[0].clone();
    assert!(gone.state.gone_since.is_some());
    assert_eq!(gone.state.trouble.as_deref(), Some("it answered with status 410"));
    let asked = outlet.asked_for(FEED).len();

    let link = "<link rel=alternate type=application/rss+xml href=/new.xml>";
    outlet.says("ledger.example/", Said::page(format!("<!doctype html><html><head>{link}</head><body></body></html>")));
    outlet.says("ledger.example/new.xml", Said::feed(&["a", "b"]));
    play(&watcher, &stages, 101, 3 * 24 * 60).await;
    let asked = outlet.asked_for(FEED).len() - asked;
    assert!((2..=3).contains(&asked), "asked {asked} times in three days");
    let all = feeds(&stages).await;
    assert_eq!(
        all.iter().map(|feed| feed.url.as_str()).collect::<Vec<_>>(),
        ["http://ledger.example/feed.xml", "http://ledger.example/new.xml"]
    );
    assert_eq!(all[1].state.in_place_of, Some(gone.id));
    assert!(has(&stages, "b").await);

    outlet.says(FEED, Said::feed(&["a", "c"]));
    play(&watcher, &stages, 3 * 24 * 60 + 1, 5 * 24 * 60).await;
    assert_eq!(feeds(&stages).await[0].state.gone_since, None, "it came back");
    assert!(has(&stages, "c").await);
}

#[tokio::test]
async fn a_source_that_is_asked_keeps_another_from_being_taken_up_and_what_is_taken_up_is_a_deed() {
    let subject = Subject::Feed(FeedId::new(OutletId(1), 2));
    let halts = |act: Option<Act>| act.into_iter().collect::<Vec<_>>();
    let cases = [
        ("no other", false, None, true),
        ("another", true, None, false),
        ("another that is paused", true, Some(Act::Paused { subject }), true),
        ("another that is removed", true, Some(Act::Removed { subject }), true),
    ];
    for (name, has_other, halt, is_taken_up) in cases {
        let (outlet, dir) = (Outlet::open().await, tempfile::tempdir().unwrap());
        let stages = outlet.stages(dir.path());
        outlet.says(FEED, Said::feed(&["a"]));
        outlet.says("ledger.example/sport.xml", Said::feed(&["s"]));
        let exclude = vec!["/weather/".to_owned()];
        let feed = Wish { exclude: exclude.clone(), only: Some(Only::Feed), ..wish("http://ledger.example/feed.xml") };
        watch::add(&stages.fetcher, &desk(&stages), &feed, at(0), |_| ()).await.unwrap();
        if has_other {
            let other = wish("http://ledger.example/sport.xml");
            watch::add(&stages.fetcher, &desk(&stages), &other, at(0), |_| ()).await.unwrap();
        }
        desk(&stages).decide(at(0), move |_| Ok(((), halts(halt)))).await.unwrap();
        outlet.says(FEED, Said::new(410, "text/html", "gone"));
        let link = "<link rel=alternate type=application/rss+xml href=/new.xml>";
        outlet.says("ledger.example/", Said::page(format!("<!doctype html><html><head>{link}</head></html>")));
        outlet.says("ledger.example/new.xml", Said::feed(&["b"]));
        play(&watcher(&stages).0, &stages, 0, 60).await;

        let new = |feeds: Vec<news::Feed>| feeds.into_iter().find(|feed| feed.url == "http://ledger.example/new.xml");
        let taken_up = new(feeds(&stages).await);
        assert_eq!(taken_up.is_some(), is_taken_up, "{name}");
        let Some(taken_up) = taken_up else { continue };
        let again = new(feeds_rebuilt(&outlet, dir.path()).await).unwrap_or_else(|| panic!("{name}: lost"));
        assert_eq!((again.id, &again.exclude), (taken_up.id, &exclude), "{name}: made again");
        let deeds: Vec<_> = stages.ledger.read().unwrap().into_iter().map(|record| record.kept).collect();
        let Some(archive::Kept::Deed(last)) = deeds.last() else { panic!("{name}: {deeds:?}") };
        assert_eq!(last.by, "replate", "{name}");
    }
}

#[tokio::test]
async fn a_page_in_the_place_of_a_feed_is_told_as_one() {
    let (outlet, stages, watcher, _dir) = watched(Said::feed(&["a"])).await;
    play(&watcher, &stages, 0, 1).await;
    outlet.says(FEED, article("Subscribe to our newsletter"));
    play(&watcher, &stages, 2, 200).await;
    let state = &feeds(&stages).await[0].state;
    assert_eq!(state.trouble.as_deref(), Some("a page stands in the place of the feed"));
    assert!(state.failing_since.is_some() && state.gone_since.is_none());
}

#[tokio::test]
async fn what_a_feed_asks_for_is_heeded_and_a_short_window_is_told() {
    let calm = |said: Said| async {
        let (outlet, stages, watcher, _dir) = watched(said).await;
        play(&watcher, &stages, 0, 24 * 60).await;
        outlet.asked_for(FEED).len()
    };
    let with = |element: &str| {
        let mut said = Said::feed(&["a"]);
        said.replace("<channel>", &format!("<channel>{element}"));
        said
    };
    let hourly = calm(Said::feed(&["a"])).await;
    assert!((24..=30).contains(&hourly), "{hourly}");
    let by_header = calm(Said::feed(&["a"]).with("Cache-Control", "public, max-age=10800")).await;
    let by_ttl = calm(with("<ttl>180</ttl>")).await;
    let by_period =
        calm(with("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>8</sy:updateFrequency>")).await;
    for (name, polls) in [("max-age", by_header), ("ttl", by_ttl), ("sy:updatePeriod", by_period)] {
        assert!((9..=11).contains(&polls), "{name}: {polls} polls in a day");
    }
    let hours: String = (0..24).filter(|hour| *hour != 12).map(|hour| format!("<hour>{hour}</hour>")).collect();
    let by_hour = calm(with(&format!("<skipHours>{hours}</skipHours>"))).await;
    assert!((3..=6).contains(&by_hour), "skipHours: {by_hour} polls");

    let (outlet, stages, watcher, _dir) = watched(Said::feed(&["a", "b", "c", "d"])).await;
    play(&watcher, &stages, 0, 600).await;
    assert_eq!(feeds(&stages).await[0].state.crowded_at, None);
    outlet.says(FEED, Said::feed(&["d", "e", "f", "g"]));
    play(&watcher, &stages, 601, 700).await;
    assert!(feeds(&stages).await[0].state.crowded_at.is_some());
}
