use news::{ArticleId, NextLook, Sighting, VersionKind};
use store::changes::list_changes;
use store::{ChangeFilter, Position, Store, Visit};

use crate::stage::*;

/// An article with `changes` changes, `step` minutes apart.
fn changing(store: &Store, domain: &str, name: &str, changes: u32, step: i64) -> ArticleId {
    let outlet = outlet(store, domain);
    let id = article(store, outlet, &format!("https://{domain}/{name}"), 0);
    let text = |i| format!("{name} {i}");
    let visits = (1..=changes + 1).map(|i| {
        let from = Some(i - 1).filter(|from| *from > 0);
        first_sight(id, i, i64::from(i) * step, (i, &text(i)), from, None)
    });
    record(store, visits.collect());
    id
}

pub fn changes_page_newest_first_without_repeats_or_holes(store: &Store) {
    let ferry = changing(store, "ledger.example", "ferry", 7, 10);
    changing(store, "ledger.example", "bridge", 9, 10);
    changing(store, "tribune.example", "harbour", 5, 10);
    let outlet = ferry.outlet;
    let filters = [
        (ChangeFilter::default(), 21),
        (ChangeFilter { outlet: Some(outlet), ..ChangeFilter::default() }, 16),
        (ChangeFilter { article: Some(ferry), ..ChangeFilter::default() }, 7),
    ];
    for (mut filter, want) in filters {
        let mut seen = Vec::new();
        loop {
            let asked = filter.clone();
            let page = read(store, move |tx| list_changes(tx, &asked, 4));
            let Some(last) = page.last() else { break };
            let place = Position::of(&last.recorded);
            assert_eq!(place.to_string().parse(), Ok(place), "a place survives an address");
            filter.before = Some(place);
            assert!(page.iter().all(|c| filter.article.is_none_or(|id| c.article.id == id)));
            assert!(page.iter().all(|c| filter.outlet.is_none_or(|id| c.outlet.id == id)));
            seen.extend(page.iter().map(|c| Position::of(&c.recorded)));
            // What comes in meanwhile does not move what is already listed.
            if seen.len() == 4 && filter.article.is_none() {
                changing(store, "ledger.example", &format!("late-{want}"), 1, 500);
            }
        }
        assert_eq!(seen.len(), want, "{filter:?}");
        assert!(seen.is_sorted_by(|a, b| a > b), "{filter:?}");
        // Take the late article out of the next filter's count.
        let late = read(store, move |tx| store::articles::find_article(tx, &format!("ledger.example/late-{want}")));
        if let Some(id) = late {
            write(store, move |tx| store::withdrawals::withdraw(tx, &withdrawal(id, None, 900)));
        }
    }
    for bad in ["", "1", "1.2-3.4", "1.2-3.4.5.6", "x.2-3.4.5", "1.2.4.5"] {
        assert!(bad.parse::<Position>().is_err(), "{bad}");
    }
}

pub fn articles_page_newest_first(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    let ids: Vec<_> = (0..5).map(|i| article(store, outlet, &format!("https://ledger.example/{i}"), i / 2)).collect();
    for of in [None, Some(outlet)] {
        let mut got = Vec::new();
        loop {
            let before = got.last().copied();
            let page = read(store, move |tx| store::articles::list_articles(tx, of, before, 2));
            if page.is_empty() {
                break;
            }
            got.extend(page.iter().map(|article| article.id));
        }
        assert!(got.iter().rev().eq(&ids));
    }
}

pub fn what_was_never_an_article_is_not_listed(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    let ids: Vec<_> = (0..4).map(|i| article(store, outlet, &format!("https://ledger.example/{i}"), i)).collect();
    let ended = |visit: Visit| Visit { next: NextLook::Never, ..visit };
    record(
        store,
        vec![
            ended(visit(ids[0], 1, 1, Sighting::Index, None)),
            visit(ids[1], 1, 1, Sighting::Index, None),
            ended(first_sight(ids[2], 1, 1, (1, "a"), None, None)),
        ],
    );
    for of in [None, Some(outlet)] {
        let listed = read(store, move |tx| store::articles::list_articles(tx, of, None, 9));
        assert_eq!(listed.iter().map(|a| a.id).collect::<Vec<_>>(), [ids[3], ids[2], ids[1]]);
    }
    let dropped = ids[0];
    let timeline = read(store, move |tx| store::timelines::timeline_of(tx, dropped)).unwrap();
    assert_eq!(timeline.looks.len(), 1, "its timeline lives");
}

pub fn what_only_the_reader_made_is_not_listed(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    let id = article(store, outlet, "https://ledger.example/ferry", 0);
    let mut of_reader = first_sight(id, 2, 2, (2, "b"), Some(1), None);
    if let Some(version) = &mut of_reader.version {
        version.kind = VersionKind::ReaderOnly;
    }
    record(store, vec![first_sight(id, 1, 1, (1, "a"), None, None), of_reader]);
    assert!(read(store, |tx| list_changes(tx, &ChangeFilter::default(), 9)).is_empty());
    let timeline = read(store, move |tx| store::timelines::timeline_of(tx, id)).unwrap();
    assert_eq!((timeline.versions.len(), timeline.changes.len()), (2, 1), "its address lives");
    assert_eq!(timeline.changed_times().changes, 0);
    let total = read(store, |tx| store::status::status(tx, at(3))).total;
    assert_eq!((total.versions, total.changes), (1, 0));
}

pub fn status_counts_everything(store: &Store) {
    changing(store, "ledger.example", "ferry", 2, 10);
    changing(store, "tribune.example", "bridge", 1, 10);
    let id = store.read_blocking(|tx| store::outlets::find_outlet(tx, "tribune.example")).unwrap().unwrap().id;
    article(store, id, "https://tribune.example/new", 0);
    article(store, id, "https://tribune.example/newer", 0);
    write(store, |tx| store::agenda::lease_due(tx, BOOT, at(1), at(500), 1));
    let status = read(store, |tx| store::status::status(tx, at(51)));
    assert_eq!((status.outlets, status.feeds, status.leased), (2, 0, 1));
    assert_eq!(status.due, 2, "the other new one, and the bridge's next look at minute 50");
    assert_eq!(status.next_due, Some(at(0)));
    let total = status.total;
    assert_eq!((total.articles, total.looks, total.captures), (4, 5, 5));
    assert_eq!((total.versions, total.changes, total.archived_bytes), (5, 3, 5 * 900));
    assert_eq!(total.last_look, Some(at(30)));
    assert_eq!(status.tallies.len(), 2);
    assert_eq!(status.tallies[1].tally.looks, 2);
    assert_eq!(status.tallies[1].year, 2026);
    assert!(status.database_bytes > 4096);
}
