use jiff::SignedDuration;
use news::{ArticleId, FeedId, Halt, NextLook, OutletId, Sighting, Subject, Validators};
use store::agenda::{self, lease_due};
use store::feeds::{add_feed, due_feeds, record_poll};
use store::halts::{bring_back, find_halt, halt, halt_over, list_halts, resume};
use store::{Poll, Store, StoreError};

use crate::stage::*;

fn stop(store: &Store, subject: Subject, removed: bool) {
    write(store, move |tx| halt(tx, subject, &Halt { removed, at: at(3), by: "ann".into() }));
}

fn due(store: &Store, minute: i64) -> Vec<ArticleId> {
    let leased = write(store, move |tx| lease_due(tx, BOOT, at(minute), at(minute + 10), 9));
    write(store, |tx| agenda::release(tx, BOOT));
    leased.iter().map(|due| due.article.id).collect()
}

fn polled(store: &Store, minute: i64) -> Vec<FeedId> {
    read(store, move |tx| due_feeds(tx, at(minute), 9)).iter().map(|due| due.feed.id).collect()
}

fn feed(store: &Store, outlet: OutletId, url: &'static str) -> FeedId {
    write(store, move |tx| add_feed(tx, outlet, url, None, &[], &[], at(2)))
}

pub fn a_paused_article_is_never_due_and_its_plan_stays(store: &Store) {
    let ledger = outlet(store, "ledger.example");
    let one = article(store, ledger, "https://ledger.example/1", 5);
    let two = article(store, ledger, "https://ledger.example/2", 6);
    stop(store, Subject::Article(one), false);
    assert_eq!(due(store, 60), [two]);
    assert_eq!(read(store, agenda::next_due), Some(at(6)));
    write(store, move |tx| agenda::make_due(tx, one, at(1)));
    assert_eq!(due(store, 60), [two], "asking for it changes nothing");
    let timeline = read(store, move |tx| store::timelines::timeline_of(tx, one)).unwrap();
    assert_eq!(timeline.next, NextLook::At(at(5)), "the plan stays");
    assert_eq!(timeline.halted, Some(Halt { removed: false, at: at(3), by: "ann".into() }));
    for _ in 0..2 {
        write(store, move |tx| resume(tx, Subject::Article(one)));
        assert_eq!(due(store, 60), [one, two]);
    }
}

pub fn a_lease_in_flight_ends_as_leases_do_and_then_the_halt_holds(store: &Store) {
    let ledger = outlet(store, "ledger.example");
    let ids: Vec<_> = (1..=3).map(|i| article(store, ledger, &format!("https://ledger.example/{i}"), 0)).collect();
    let leased = write(store, |tx| lease_due(tx, BOOT, at(1), at(11), 9));
    assert_eq!(leased.len(), 3);
    stop(store, Subject::Outlet(ledger), false);
    let (one, two) = (ids[0], ids[1]);
    assert_eq!(record(store, vec![visit(one, 1, 2, Sighting::Error, None)]).recorded, 1, "the look counts");
    write(store, move |tx| agenda::postpone(tx, BOOT, two, at(40)));
    write(store, |tx| agenda::release(tx, BOOT));
    assert!(due(store, 90).is_empty());
    assert_eq!(read(store, agenda::next_due), None);
    write(store, move |tx| resume(tx, Subject::Outlet(ledger)));
    assert_eq!(due(store, 90), [ids[2], two, one], "each as it was planned, first looks first");
}

pub fn a_paused_outlet_takes_its_feeds_and_all_its_articles_along(store: &Store) {
    let ledger = outlet(store, "ledger.example");
    let tribune = outlet(store, "tribune.example");
    let (own, others) =
        (feed(store, ledger, "https://ledger.example/f"), feed(store, tribune, "https://tribune.example/f"));
    let one = article(store, ledger, "https://ledger.example/1", 0);
    let other = article(store, tribune, "https://tribune.example/1", 0);
    stop(store, Subject::Article(one), false);
    stop(store, Subject::Outlet(ledger), false);
    let new = article(store, ledger, "https://ledger.example/2", 0);
    let later = feed(store, ledger, "https://ledger.example/g");
    assert_eq!((due(store, 9), polled(store, 9)), (vec![other], vec![others]));
    let poll = Poll {
        feed: own,
        at: at(4),
        next: at(5),
        interval: SignedDuration::from_mins(15),
        validators: Validators::default(),
        title: None,
        failures: 0,
        state: news::FeedState::default(),
    };
    write(store, move |tx| record_poll(tx, &poll));
    assert_eq!(polled(store, 9), [others], "a poll that was under way changes nothing");
    let halts = read(store, list_halts);
    assert_eq!(halts.iter().map(|(s, _)| *s).collect::<Vec<_>>(), [Subject::Article(one), Subject::Outlet(ledger)]);

    write(store, move |tx| resume(tx, Subject::Outlet(ledger)));
    assert_eq!(due(store, 9), [new, other], "what was paused by itself stays so");
    assert_eq!(polled(store, 9), [later, others, own]);
}

pub fn what_is_removed_is_brought_back_by_adding_alone(store: &Store) {
    let ledger = outlet(store, "ledger.example");
    let (first, second) =
        (feed(store, ledger, "https://ledger.example/f"), feed(store, ledger, "https://ledger.example/g"));
    let one = article(store, ledger, "https://ledger.example/1", 0);
    let outlet = Subject::Outlet(ledger);
    stop(store, outlet, true);
    stop(store, outlet, false);
    assert!(read(store, move |tx| find_halt(tx, outlet)).is_some_and(|halt| halt.removed), "no pause weakens it");
    write(store, move |tx| resume(tx, outlet));
    assert!(due(store, 9).is_empty() && polled(store, 9).is_empty());
    assert!(read(store, move |tx| halt_over(tx, Subject::Feed(first))).is_some_and(|halt| halt.removed));
    assert!(read(store, move |tx| store::timelines::timeline_of(tx, one)).is_some(), "what was recorded is shown");

    write(store, move |tx| bring_back(tx, outlet));
    write(store, move |tx| bring_back(tx, Subject::Feed(first)));
    assert_eq!((due(store, 9), polled(store, 9)), (vec![one], vec![first]), "the feed that was meant, and no other");
    assert!(read(store, move |tx| halt_over(tx, Subject::Feed(second))).is_some_and(|halt| halt.removed));
    let missing = store.write_blocking(move |tx| {
        halt(tx, Subject::Feed(FeedId::new(ledger, 9)), &Halt { removed: true, at: at(3), by: "ann".into() })
    });
    assert!(matches!(missing, Err(StoreError::NoSuchFeed(_))));
}

pub fn ids_given_before_are_given_again_and_never_to_others(store: &Store) {
    let given = news::Outlet { id: OutletId(7), name: "L".into(), domain: "ledger.example".into(), homepage: None };
    let put = given.clone();
    for _ in 0..2 {
        let again = put.clone();
        assert_eq!(write(store, move |tx| store::outlets::put_outlet(tx, &again)), OutletId(7));
    }
    let taken = news::Outlet { domain: "other.example".into(), ..given };
    let refused = store.write_blocking(move |tx| store::outlets::put_outlet(tx, &taken));
    assert!(matches!(refused, Err(StoreError::OtherId { .. })));
    assert_eq!(outlet(store, "tribune.example"), OutletId(8));

    let feed = |number: u32, url: &str| news::Feed {
        id: FeedId::new(OutletId(7), number),
        kind: news::SourceKind::Sitemap,
        url: url.into(),
        title: None,
        include: vec!["/news/".into()],
        exclude: vec![],
        state: news::FeedState::default(),
    };
    let put = feed(3, "https://ledger.example/f");
    let kept = put.clone();
    write(store, move |tx| store::feeds::put_feed(tx, &put, at(0)));
    assert_eq!(read(store, move |tx| store::feeds::load_feed(tx, kept.id)), kept);
    // A feed moves to g and back; what was decided before may be done again.
    for (url, minute, want) in
        [("g", 2, "g"), ("f", 0, "g"), ("g", 2, "g"), ("f", 5, "f"), ("f", 0, "f"), ("g", 2, "f")]
    {
        let put = feed(3, &format!("https://ledger.example/{url}"));
        write(store, move |tx| store::feeds::put_feed(tx, &put, at(minute)));
        let now = read(store, move |tx| store::feeds::load_feed(tx, FeedId::new(OutletId(7), 3)));
        assert_eq!(now.url, format!("https://ledger.example/{want}"), "{url} at {minute}");
    }
    let next = write(store, |tx| add_feed(tx, OutletId(7), "https://ledger.example/h", None, &[], &[], at(0)));
    assert_eq!(next.number, 4);

    let (id, new) = (ArticleId::new(OutletId(7), 5), new_article("https://ledger.example/5"));
    assert_eq!(write(store, move |tx| store::articles::put_article(tx, id, &new, at(0), at(0))), id);
    let taken = new_article("https://ledger.example/6");
    assert!(store.write_blocking(move |tx| store::articles::put_article(tx, id, &taken, at(0), at(0))).is_err());
    assert_eq!(article(store, OutletId(7), "https://ledger.example/6", 0).number, 6);
}

pub fn the_ledgers_mark_is_kept(store: &Store) {
    assert_eq!(read(store, store::deeds::ledger_mark), None);
    for bytes in [712, 9_000_000_000] {
        let mark = store::LedgerMark { bytes, at: at(9) };
        write(store, move |tx| store::deeds::set_ledger_mark(tx, mark));
        assert_eq!(read(store, store::deeds::ledger_mark), Some(mark));
    }
}
