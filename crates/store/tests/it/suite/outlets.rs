use jiff::SignedDuration;
use news::{FeedId, FeedState, FormerAddress, OutletId, SourceKind, Validators};
use store::feeds::{
    add_feed, all_feeds, due_feeds, find_feed, list_feeds, make_feed_due, move_feed, record_poll, set_filters,
    set_kind, set_state,
};
use store::outlets::{find_outlet, list_outlets, load_outlet, rename_outlet};
use store::{Poll, Store, StoreError};

use crate::stage::*;

pub fn a_domain_names_one_outlet(store: &Store) {
    let ledger = outlet(store, "ledger.example");
    assert_eq!(outlet(store, "ledger.example"), ledger);
    let tribune = outlet(store, "tribune.example");
    assert_eq!((ledger, tribune), (OutletId(1), OutletId(2)));
    write(store, move |tx| rename_outlet(tx, tribune, "The Upland Tribune"));
    assert_eq!(read(store, move |tx| load_outlet(tx, tribune)).name, "The Upland Tribune");
    assert_eq!(read(store, |tx| find_outlet(tx, "tribune.example")).map(|o| o.id), Some(tribune));
    assert_eq!(read(store, list_outlets).len(), 2);
    let missing = store.read_blocking(|tx| load_outlet(tx, OutletId(9)));
    assert!(matches!(missing, Err(StoreError::NoSuchOutlet(OutletId(9)))));
}

pub fn feeds_are_polled_when_due(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    let add = |url: &'static str, due| {
        let include = ["/harbour/".to_owned(), r#"a "quoted" \d+"#.to_owned()];
        write(store, move |tx| add_feed(tx, outlet, url, None, &include, &[], at(due)))
    };
    let late = add("https://ledger.example/late.xml", 50);
    let soon = add("https://ledger.example/soon.xml", 5);
    assert_eq!(add("https://ledger.example/soon.xml", 0), soon);
    assert_eq!(soon, FeedId::new(outlet, 2));

    assert!(read(store, |tx| due_feeds(tx, at(4), 9)).is_empty());
    let due = read(store, |tx| due_feeds(tx, at(60), 9));
    assert_eq!(due.iter().map(|due| due.feed.id).collect::<Vec<_>>(), [soon, late]);
    assert_eq!((due[0].interval, due[0].failures), (None, 0));
    assert_eq!(due[0].feed.include[1], r#"a "quoted" \d+"#);
    assert_eq!(read(store, store::agenda::next_due), Some(at(5)));

    let validators = Validators { etag: Some("W/\"7\"".into()), last_modified: None };
    let interval = SignedDuration::from_mins(15);
    let poll = Poll {
        feed: soon,
        at: at(60),
        next: at(75),
        interval,
        validators: validators.clone(),
        title: Some("Harbour Ledger: all stories".into()),
        failures: 2,
        state: FeedState {
            unchanged_in_row: 3,
            trouble: Some("it answered with status 500".into()),
            ..FeedState::default()
        },
    };
    let state = poll.state.clone();
    let untitled = Poll { title: None, ..poll.clone() };
    write(store, move |tx| record_poll(tx, &poll));
    write(store, move |tx| record_poll(tx, &untitled));
    let due = read(store, |tx| due_feeds(tx, at(75), 9));
    assert_eq!(due[1].feed.title.as_deref(), Some("Harbour Ledger: all stories"));
    assert_eq!((due[1].interval, due[1].failures, &due[1].validators), (Some(interval), 2, &validators));
    assert_eq!((&due[1].feed.state, &due[0].feed.state), (&state, &FeedState::default()));

    write(store, move |tx| make_feed_due(tx, soon, at(1)));
    assert_eq!(read(store, store::agenda::next_due), Some(at(1)));
    assert_eq!(read(store, move |tx| list_feeds(tx, outlet)).len(), 2);
    write(store, move |tx| set_filters(tx, soon, &["/news/".into()], &["/sport/".into(), "/ads/".into()]));
    let changed = read(store, move |tx| list_feeds(tx, outlet)).into_iter().find(|feed| feed.id == soon);
    let filters = changed.map(|feed| (feed.include, feed.exclude));
    assert_eq!(filters, Some((vec!["/news/".into()], vec!["/sport/".into(), "/ads/".into()])));
    let refused = store.write_blocking(move |tx| set_filters(tx, FeedId::new(outlet, 9), &[], &[]));
    assert!(matches!(refused, Err(StoreError::NoSuchFeed(_))));
    for kind in SourceKind::ALL {
        write(store, move |tx| set_kind(tx, soon, kind));
        let kinds: Vec<_> = read(store, move |tx| list_feeds(tx, outlet)).iter().map(|feed| feed.kind).collect();
        assert_eq!(kinds, [SourceKind::Feed, kind]);
        assert_eq!(read(store, |tx| due_feeds(tx, at(1), 9))[0].feed.kind, kind);
    }
    let nothing = Poll { feed: FeedId::new(outlet, 9), ..missing_poll() };
    let refused = store.write_blocking(move |tx| record_poll(tx, &nothing));
    assert!(matches!(refused, Err(StoreError::NoSuchFeed(_))));
}

pub fn a_feed_moves_to_an_address_that_no_other_has(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    let add = |url: &'static str| write(store, move |tx| add_feed(tx, outlet, url, None, &[], &[], at(0)));
    let (one, two) = (add("https://ledger.example/one.xml"), add("https://ledger.example/two.xml"));
    let moved = |to: &'static str| write(store, move |tx| move_feed(tx, one, to));
    assert_eq!(moved("https://ledger.example/two.xml"), Some(two));
    assert_eq!(moved("https://ledger.example/three.xml"), None);
    assert_eq!(moved("https://ledger.example/three.xml"), None, "again");
    let left = FormerAddress { url: "https://ledger.example/one.xml".into(), left: at(5) };
    let state = FeedState { former: vec![left], in_place_of: Some(two), ..FeedState::default() };
    let kept = state.clone();
    write(store, move |tx| set_state(tx, one, &kept));
    let all = read(store, all_feeds);
    assert_eq!(all.iter().map(|feed| feed.id).collect::<Vec<_>>(), [one, two]);
    assert_eq!((all[0].url.as_str(), &all[0].state), ("https://ledger.example/three.xml", &state));
    let found = |url: &'static str| read(store, move |tx| find_feed(tx, url));
    assert_eq!((found("https://ledger.example/three.xml"), found("https://ledger.example/one.xml")), (Some(one), None));
}

fn missing_poll() -> Poll {
    Poll {
        feed: FeedId::new(OutletId(1), 1),
        at: at(0),
        next: at(15),
        interval: SignedDuration::from_mins(15),
        validators: Validators::default(),
        title: None,
        failures: 0,
        state: FeedState::default(),
    }
}
