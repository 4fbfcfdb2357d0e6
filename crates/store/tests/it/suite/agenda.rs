use std::collections::BTreeMap;

use jiff::SignedDuration;
use news::{ArticleId, NextLook, Sighting};
use store::agenda::{self, HOST_IN_FLIGHT};
use store::{Due, Store};

use crate::stage::*;

/// Leases for `boot` at `minute`, for ten minutes.
fn lease(store: &Store, boot: &'static str, minute: i64, limit: u32) -> Vec<Due> {
    write(store, move |tx| agenda::lease_due(tx, boot, at(minute), at(minute + 10), limit))
}

fn ids(due: &[Due]) -> Vec<ArticleId> {
    due.iter().map(|due| due.article.id).collect()
}

/// An article that has been looked at once, at minute 0, and is due again at `due`.
fn looked_at(store: &Store, url: &str, due: i64) -> ArticleId {
    let outlet = outlet(store, "ledger.example");
    let id = article(store, outlet, url, 0);
    let mut visit = visit(id, 1, 0, Sighting::Error, None);
    visit.next = NextLook::At(at(due));
    record(store, vec![visit]);
    id
}

pub fn articles_never_looked_at_come_before_overdue_ones(store: &Store) {
    let old = looked_at(store, "https://ledger.example/old", 1);
    let outlet = outlet(store, "ledger.example");
    let new = article(store, outlet, "https://ledger.example/new", 90);
    assert_eq!(ids(&lease(store, BOOT, 60, 8)), [old]);
    write(store, |tx| agenda::release(tx, BOOT));
    assert_eq!(ids(&lease(store, BOOT, 100, 1)), [new]);
    assert_eq!(ids(&lease(store, BOOT, 100, 8)), [old]);
}

pub fn hosts_take_turns(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    let mut want = BTreeMap::new();
    for (host, articles) in [("a", 9), ("b", 2), ("c", 1)] {
        for i in 0..articles {
            let id = article(store, outlet, &format!("https://{host}.ledger.example/{i}"), i);
            want.insert((i, host), id);
        }
    }
    // Turn by turn, in each turn the most overdue host first.
    let got = ids(&lease(store, BOOT, 60, 10));
    assert_eq!(got, want.values().copied().take(10).collect::<Vec<_>>());
}

pub fn a_host_has_a_limit_in_flight(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    for i in 0..HOST_IN_FLIGHT + 5 {
        article(store, outlet, &format!("https://ledger.example/{i}"), 0);
    }
    let first = lease(store, BOOT, 1, 100);
    assert_eq!(first.len(), HOST_IN_FLIGHT as usize);
    assert!(lease(store, BOOT, 2, 100).is_empty());
    record(store, vec![visit(first[3].article.id, 1, 3, Sighting::Error, None)]);
    assert_eq!(lease(store, BOOT, 3, 100).len(), 1);
    // Whoever had the lease has died: after its end the host is open again.
    assert_eq!(lease(store, "boot-2", 30, 100).len(), HOST_IN_FLIGHT as usize);
}

pub fn a_flood_of_new_articles_leaves_room_for_looks_again(store: &Store) {
    let old: Vec<_> = (0..4).map(|i| looked_at(store, &format!("https://h{i}.ledger.example/old"), 1)).collect();
    let outlet = outlet(store, "ledger.example");
    for i in 0..40 {
        article(store, outlet, &format!("https://h{i}.ledger.example/new"), 0);
    }
    let got = ids(&lease(store, BOOT, 60, 8));
    assert_eq!(got.len(), 8);
    assert_eq!(got[6..], old[..2], "the last quarter is for articles that wait for another look");
}

pub fn a_leased_article_is_nobody_elses_until_the_lease_ends(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    let one = article(store, outlet, "https://ledger.example/1", 0);
    let two = article(store, outlet, "https://ledger.example/2", 5);
    assert_eq!(ids(&lease(store, "boot-1", 1, 8)), [one]);
    assert!(lease(store, "boot-1", 2, 8).is_empty(), "one look at a time");
    assert!(lease(store, "boot-2", 6, 8).is_empty(), "the whole host is held");
    assert_eq!(ids(&lease(store, "boot-1", 6, 8)), [two], "by this boot");
    assert_eq!(ids(&lease(store, "boot-2", 16, 8)), [one, two], "until the last lease ends");
    let next = read(store, agenda::next_due);
    assert_eq!(next, Some(at(26)));
}

pub fn released_articles_are_due_as_planned(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    let one = article(store, outlet, "https://ledger.example/1", 0);
    article(store, outlet, "https://ledger.example/2", 0);
    assert_eq!(lease(store, BOOT, 1, 8).len(), 2);
    write(store, move |tx| agenda::release_article(tx, BOOT, one));
    assert_eq!(read(store, agenda::next_due), Some(at(0)));
    assert_eq!(ids(&lease(store, BOOT, 1, 8)), [one]);
    write(store, |tx| agenda::release(tx, BOOT));
    assert_eq!(lease(store, "boot-2", 1, 8).len(), 2);
}

pub fn an_article_asked_for_is_due_now_even_after_the_end(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    let id = article(store, outlet, "https://ledger.example/1", 0);
    let mut last = visit(id, 1, 1, Sighting::Error, None);
    last.next = NextLook::Never;
    record(store, vec![last]);
    assert_eq!(read(store, agenda::next_due), None);
    let timeline = read(store, move |tx| store::timelines::timeline_of(tx, id)).unwrap();
    assert_eq!(timeline.next, NextLook::Never);
    write(store, move |tx| agenda::make_due(tx, id, at(50)));
    assert_eq!(read(store, agenda::next_due), Some(at(50)));
    assert_eq!(ids(&lease(store, BOOT, 50, 8)), [id]);
    let missing = ArticleId::new(outlet, 99);
    assert!(store.write_blocking(move |tx| agenda::make_due(tx, missing, at(50))).is_err());
}

pub fn due_carries_what_a_visit_needs(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    let id = article(store, outlet, "https://ledger.example/ferry", 0);
    let fresh = lease(store, BOOT, 1, 8).remove(0);
    assert_eq!((fresh.look_number, fresh.gap, fresh.showing), (1, None, None));
    assert!(fresh.payload.is_none() && fresh.versions.is_empty() && fresh.last_looks.is_empty());

    let first = first_sight(id, 1, 1, (1, "a"), None, None);
    let stored = first.capture.clone();
    let mut again = visit(id, 2, 31, Sighting::Unchanged, Some(1));
    again.capture = stored.clone().map(|mut c| {
        (c.id.look, c.revisit) = (2, true);
        c
    });
    (again.failures_in_row, again.gone_in_row) = (3, 2);
    record(store, vec![first, again.clone()]);

    let due = lease(store, BOOT, 61, 8).remove(0);
    assert_eq!(due.look_number, 3);
    assert_eq!(due.validators, again.validators);
    assert_eq!(due.payload, stored, "a revisit refers to the record that holds the body");
    assert_eq!(due.versions[0].last_seen, at(31));
    assert_eq!(due.showing, Some(n(1)));
    assert_eq!(due.last_looks.iter().map(|look| look.number).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(due.gap, Some(SignedDuration::from_mins(30)));
    assert_eq!((due.failures_in_row, due.gone_in_row), (3, 2));
    assert_eq!(due.outlet.domain, "ledger.example");
}
