//! A front page as a source: its links become articles, and what is none is left alone in time.

use news::{NextLook, Sighting};
use watch::{Only, Wish};

use crate::outlet::*;

#[tokio::test]
async fn links_become_articles_and_what_is_none_is_dropped() {
    let outlet = Outlet::open().await;
    let ferry = ("2026/03/02/ferry-runs-at-night", "The ferry will run at night from April on");
    let list = ("2026/03/02/all-about-the-storm", "All that we know about the storm of last week");
    outlet.says("ledger.example/", front(&[ferry, list]));
    outlet.says("ledger.example/2026/03/02/ferry-runs-at-night", article("Ferry to run at night"));
    outlet.says("ledger.example/2026/03/02/all-about-the-storm", front(&[ferry; 12]));
    let dir = tempfile::tempdir().unwrap();
    let stages = outlet.stages(dir.path());
    let page = Wish { only: Some(Only::FrontPage), ..wish("http://ledger.example/") };
    watch::add(&stages.fetcher, &desk(&stages), &page, at(0), |_| ()).await.unwrap();

    let (watcher, _) = watcher(&stages);
    watcher.pass(at(0)).await.unwrap();
    let listed = || stages.store.read(|tx| store::articles::list_articles(tx, None, None, 9));
    let known = listed().await.unwrap();
    let mut titles: Vec<_> = known.iter().filter_map(|article| article.headline.as_deref()).collect();
    titles.sort_unstable();
    assert_eq!(titles, [list.1, ferry.1], "a link's text is the title until the first look");

    // A day later the list has been looked at four times, and stands in no list of articles.
    let mut now = at(1);
    while now < at(24 * 60) {
        watcher.pass(now).await.unwrap();
        now = stages.store.read(store::agenda::next_due).await.unwrap().unwrap().max(now);
    }
    let left = listed().await.unwrap();
    assert_eq!(left.iter().map(|a| a.headline.as_deref()).collect::<Vec<_>>(), [Some("Ferry to run at night")]);
    let dropped = known.iter().find(|article| article.headline.as_deref() == Some(list.1)).unwrap().id;
    let timeline = stages.store.read(move |tx| store::timelines::timeline_of(tx, dropped)).await.unwrap().unwrap();
    assert_eq!(timeline.next, NextLook::Never);
    let sightings: Vec<Sighting> = timeline.looks.iter().map(|look| look.sighting).collect();
    assert_eq!(sightings, [Sighting::Index; schedule::OTHER_PAGES as usize]);
    assert!(outlet.asked_for("ledger.example/").len() > 20, "the page itself is polled like a feed");
}

#[tokio::test]
async fn a_page_of_the_same_links_brings_nothing_and_a_new_link_one_article() {
    let outlet = Outlet::open().await;
    let links = [
        ("2026/03/02/ferry-runs-at-night", "The ferry will run at night from April on"),
        ("2026/03/02/bridge-closed", "The old bridge is closed for a week of repairs"),
        ("2026/03/02/frogs-are-back", "Frogs are back at the mill pond, a week early"),
    ];
    let dir = tempfile::tempdir().unwrap();
    let stages = outlet.stages(dir.path());
    let (watcher, told) = watcher(&stages);
    for (minute, shown, want) in
        [(0, &links[..2], 2), (60, &links[..2], 0), (120, &links[..], 1), (180, &links[2..], 0)]
    {
        outlet.says("ledger.example/", front(shown).with("ETag", &format!("\"{}\"", shown.len())));
        if minute == 0 {
            let page = Wish { only: Some(Only::FrontPage), ..wish("http://ledger.example/") };
            watch::add(&stages.fetcher, &desk(&stages), &page, at(0), |_| ()).await.unwrap();
        }
        watcher.pass(at(minute)).await.unwrap();
        let polled = told.lock().unwrap().drain(..).find_map(|event| match event {
            watch::Event::Polled { new_articles, .. } => Some(new_articles),
            _ => None,
        });
        assert_eq!(polled, Some(Some(want)), "at minute {minute}");
    }
    let conditional: Vec<bool> = outlet.asked_for("ledger.example/").iter().map(Asked::is_conditional).collect();
    assert_eq!(conditional, [false, false, true, true, true], "when it is added, and at four polls");
}
