use jiff::SignedDuration;
use news::{Alarm, Failure, FeedState, Field, OutletId, Reading, Refused, Share, Sighting};
use store::alarms::{alarms_of, all_alarms};
use store::feeds::{add_feed, polled_of, postpone_feed, record_poll};
use store::look_hours::{hours_of, hours_of_all};
use store::refusals::{count_refusals, list_refusals, refusal_of};
use store::withdrawals::withdraw;
use store::{Poll, Store, Visit};

use crate::stage::*;

fn refused(article: news::ArticleId, number: u32, minute: i64, rule: &str) -> Visit {
    let mut visit = visit(article, number, minute, Sighting::Error, None);
    visit.look.failure = Some(Failure::Disallowed);
    visit.refused = Some(Refused { address: "ledger.example/private/a".into(), rule: rule.into() });
    visit
}

pub fn what_robots_txt_refuses_is_kept_until_a_look_is_made(store: &Store) {
    let (ledger, other) = (outlet(store, "ledger.example"), outlet(store, "tribune.example"));
    let ids: Vec<_> =
        ["a", "b", "c"].map(|p| article(store, ledger, &format!("https://ledger.example/private/{p}"), 0)).into();
    let elsewhere = article(store, other, "https://tribune.example/x", 0);
    record(store, ids.iter().map(|id| refused(*id, 1, 10, "Disallow: /private")).collect());
    record(store, vec![refused(elsewhere, 1, 10, "Disallow: /"), refused(ids[0], 2, 70, "Disallow: /priv")]);

    let (a, c) = (ids[0], ids[2]);
    let first = read(store, move |tx| refusal_of(tx, a)).expect("refused");
    assert_eq!((first.since, first.at, first.looks), (at(10), at(70), 2));
    assert_eq!(
        (first.refused.rule.as_str(), first.refused.address.as_str()),
        ("Disallow: /priv", "ledger.example/private/a")
    );
    let list = |before, limit| {
        let all = read(store, move |tx| list_refusals(tx, ledger, before, limit));
        all.into_iter().map(|r| r.article.id).collect::<Vec<_>>()
    };
    assert_eq!(list(None, 9), [ids[2], ids[1], ids[0]]);
    assert_eq!(list(Some(ids[2]), 1), [ids[1]]);
    assert_eq!(read(store, move |tx| count_refusals(tx, ledger)), 3);

    record(store, vec![visit(ids[1], 2, 80, Sighting::Unchanged, None)]);
    write(store, move |tx| withdraw(tx, &withdrawal(c, None, 90)));
    assert_eq!(list(None, 9), [ids[0]], "one was looked at, one is withdrawn");
    assert_eq!(read(store, move |tx| refusal_of(tx, c)), None);
    assert_eq!(read(store, move |tx| count_refusals(tx, ledger)), 1);
}

pub fn looks_are_counted_by_hour_for_three_days(store: &Store) {
    let (ledger, id) = {
        let ledger = outlet(store, "ledger.example");
        (ledger, article(store, ledger, "https://ledger.example/ferry", 0))
    };
    record(
        store,
        vec![first_sight(id, 1, 5, (1, "one"), None, None), first_sight(id, 2, 20, (2, "two"), Some(1), None)],
    );
    record(store, vec![visit(id, 3, 50, Sighting::Unchanged, Some(2)), visit(id, 4, 70, Sighting::Unchanged, Some(2))]);
    record(store, vec![visit(id, 4, 70, Sighting::Unchanged, Some(2))]);
    let hours = read(store, move |tx| hours_of(tx, ledger, at(100)));
    let told: Vec<_> = hours.iter().map(|h| (h.hour, h.sighting, h.looks, h.changes)).collect();
    let want =
        [(at(0), Sighting::Article, 2, 1), (at(0), Sighting::Unchanged, 1, 0), (at(60), Sighting::Unchanged, 1, 0)];
    assert_eq!(told, want, "a first version is no change, a repeated visit no look");
    assert_eq!(read(store, |tx| hours_of_all(tx, at(100))).into_iter().collect::<Vec<_>>(), [(ledger, hours)]);

    let later = 100 * 60;
    record(store, vec![visit(id, 5, later, Sighting::Gone, None)]);
    let left = read(store, move |tx| hours_of(tx, ledger, at(100)));
    assert_eq!(left.len(), 1, "what is older than three days is forgotten");
}

pub fn alarms_ring_for_the_outlet_whose_readings_lost_something(store: &Store) {
    let (ledger, other) = (outlet(store, "ledger.example"), outlet(store, "tribune.example"));
    let mut visits = Vec::new();
    for i in 0..120u32 {
        for (outlet, domain) in [(ledger, "ledger.example"), (other, "tribune.example")] {
            let id = article(store, outlet, &format!("https://{domain}/{i}"), 0);
            let mut visit = first_sight(id, 1, i64::from(i) * 60, (1, "text"), None, None);
            let lost = outlet == ledger && i >= 90;
            let bylines = if lost { vec![] } else { vec!["Ada Quill".to_owned()] };
            let words = "the ferry has crossed the bay again ".repeat(40);
            visit.reading = Some(Reading { bylines, ..reading(&words) });
            visits.push(visit);
        }
    }
    record(store, visits);
    let hours = read(store, move |tx| hours_of(tx, ledger, at(7200)));
    let alarms = read(store, move |tx| alarms_of(tx, ledger, &hours, at(7200)));
    let lost = Alarm::Field {
        field: Field::Byline,
        before: Share { count: 60, of: 60 },
        since: Share { count: 0, of: 30 },
        at: at(90 * 60),
    };
    assert_eq!(alarms, [lost]);
    assert_eq!(read(store, |tx| all_alarms(tx, at(7200))).into_iter().collect::<Vec<_>>(), [(ledger, vec![lost])]);
}

pub fn a_burst_counts_articles_and_not_their_changes(store: &Store) {
    let ledger = outlet(store, "ledger.example");
    let ids: Vec<_> = (0..12).map(|i| article(store, ledger, &format!("https://ledger.example/{i}"), 0)).collect();
    let mut visits = Vec::new();
    for (i, id) in ids.iter().enumerate() {
        let minute = i as i64;
        visits.push(first_sight(*id, 1, minute, (1, "one"), None, None));
        visits
            .extend((2..12).map(|look| visit(*id, look, i64::from(look) * 60 + minute, Sighting::Unchanged, Some(1))));
        visits.push(first_sight(*id, 12, 1200 + minute, (2, "two"), Some(1), None));
    }
    record(store, visits);
    let all = read(store, |tx| all_alarms(tx, at(1260)));
    assert!(matches!(all[&ledger][..], [Alarm::Burst { since: Share { count: 12, of: 12 }, .. }]), "{all:?}");
    assert!(read(store, |tx| all_alarms(tx, at(3 * 1440))).is_empty(), "a burst is told for a day");
    assert!(!all.contains_key(&OutletId(9)));
}

pub fn a_feed_says_how_its_polls_go(store: &Store) {
    let ledger = outlet(store, "ledger.example");
    let feed = write(store, move |tx| add_feed(tx, ledger, "https://ledger.example/f", None, &[], &[], at(0)));
    let poll = Poll {
        feed,
        at: at(0),
        next: at(15),
        interval: SignedDuration::from_mins(15),
        validators: news::Validators::default(),
        title: None,
        failures: 0,
        state: FeedState::default(),
    };
    let failed = Poll { at: at(15), failures: 1, ..poll.clone() };
    for poll in [poll, failed.clone(), failed] {
        write(store, move |tx| record_poll(tx, &poll));
    }
    write(store, move |tx| postpone_feed(tx, feed, at(99)));
    let polled = read(store, move |tx| polled_of(tx, ledger)).pop().expect("a feed");
    assert_eq!((polled.polled_at, polled.next, polled.failures), (Some(at(15)), at(99), 1));
    let status = read(store, |tx| store::status::status(tx, at(20)));
    assert_eq!((status.polls, status.failed_polls), (2, 1), "a poll recorded twice counts once");
}
