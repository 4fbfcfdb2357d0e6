use news::Sighting;
use store::articles::{add_alias, add_article, find_article, load_article};
use store::{Address, NewArticle, Store, StoreError};

use crate::stage::*;

pub fn a_key_names_one_article_for_ever(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    let id = article(store, outlet, "https://ledger.example/ferry", 0);
    assert_eq!(id.to_string(), "1-1");
    let mut again = new_article("https://ledger.example/ferry");
    again.url = "https://www.ledger.example/ferry?utm_source=feed".into();
    let known = write(store, move |tx| add_article(tx, outlet, &again, at(5), at(5)));
    assert_eq!(known, (id, false));
    assert_eq!(article(store, outlet, "https://ledger.example/bridge", 0).to_string(), "1-2");
    let (article, of) = read(store, move |tx| load_article(tx, id));
    assert_eq!(article.url, "https://ledger.example/ferry");
    assert_eq!(article.headline.as_deref(), Some("Ferry to run at night"));
    assert_eq!(of.id, outlet);
    assert_eq!(read(store, |tx| find_article(tx, "elsewhere.example/x")), None);
}

pub fn aliases_find_their_article_and_are_never_taken_from_another(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    let ferry = article(store, outlet, "https://ledger.example/ferry", 0);
    let bridge = article(store, outlet, "https://ledger.example/bridge", 0);
    let alias = |article, key: &'static str| {
        write(store, move |tx| add_alias(tx, article, key, "https://ledger.example/amp/ferry"))
    };
    assert!(alias(ferry, "ledger.example/amp/ferry"));
    assert!(alias(ferry, "ledger.example/amp/ferry"), "safe to repeat");
    assert!(!alias(bridge, "ledger.example/amp/ferry"));
    assert!(!alias(bridge, "ledger.example/ferry"));
    assert_eq!(read(store, |tx| find_article(tx, "ledger.example/amp/ferry")), Some(ferry));
}

pub fn a_moved_article_keeps_its_id_and_tells_where_it_stood(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    let id = article(store, outlet, "https://ledger.example/a", 0);
    let rival = article(store, outlet, "https://ledger.example/rival", 0);
    let stands = |number: u32, url: &'static str| {
        let mut visit = visit(id, number, i64::from(number), Sighting::Moved, None);
        visit.moved_to = Some(Address { url: url.into(), key: url.trim_start_matches("https://").into() });
        visit.capture = Some(capture(news::CaptureId { article: id, look: number }, url, at(number.into())));
        record(store, vec![visit]);
        let timeline = read(store, move |tx| store::timelines::timeline_of(tx, id)).unwrap();
        assert_eq!(timeline.article.url, url);
        timeline.former_addresses.join(" ").replace("https://ledger.example/", "")
    };
    assert_eq!(stands(1, "https://ledger.example/b"), "a");
    assert_eq!(
        stands(2, "https://other.example/c"),
        "a https://ledger.example/b".replace("https://ledger.example/", "")
    );
    assert_eq!(stands(3, "https://ledger.example/a"), "b https://other.example/c");
    assert_eq!(stands(4, "https://ledger.example/rival"), "b https://other.example/c a");

    let find = |key: &'static str| read(store, move |tx| find_article(tx, key));
    assert_eq!(find("ledger.example/a"), Some(id));
    assert_eq!(find("other.example/c"), Some(id));
    assert_eq!(find("ledger.example/rival"), Some(rival), "its own article keeps it");
    let url_of = |look| {
        let capture = news::CaptureId { article: id, look };
        read(store, move |tx| store::captures::find_capture(tx, capture)).unwrap().url
    };
    assert_eq!(url_of(1), "https://ledger.example/b", "captures keep the address that they were made at");
    assert_eq!(url_of(3), "https://ledger.example/a");
}

pub fn what_a_feed_told_of_its_newest_articles_is_known(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    let add = |i: i64| {
        store
            .write_blocking(move |tx| {
                let feed = store::feeds::add_feed(
                    tx,
                    outlet,
                    &format!("https://ledger.example/{}.xml", i % 2),
                    None,
                    &[],
                    &[],
                    at(0),
                )?;
                let new = new_article(&format!("https://ledger.example/{i}"));
                let new = NewArticle { feed: Some(feed), title: Some(format!("Told {i}")), ..new };
                add_article(tx, outlet, &new, at(i), at(i)).map(|_| feed)
            })
            .expect("added")
    };
    let feeds: Vec<_> = (0..7).map(add).collect();
    article(store, outlet, "https://ledger.example/by-hand", 9);
    let feed = feeds[0];
    let told = |limit| read(store, move |tx| store::articles::told_by(tx, feed, limit));
    let titles = |limit| told(limit).into_iter().filter_map(|entry| entry.title).collect::<Vec<_>>();
    assert_eq!(titles(3), ["Told 6", "Told 4", "Told 2"]);
    assert_eq!(titles(9).len(), 4);
    assert_eq!(told(1)[0].address, "https://ledger.example/6");
}

pub fn an_address_without_a_host_is_refused(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    for url in ["ferry", "mailto:desk@ledger.example", ""] {
        let new = new_article(url);
        let refused = store.write_blocking(move |tx| add_article(tx, outlet, &new, at(0), at(0)));
        assert!(matches!(refused, Err(StoreError::NotAnAddress(u)) if u == url), "{url}");
    }
    let new = new_article("https://ledger.example/ferry");
    let nobody = news::OutletId(99);
    let refused = store.write_blocking(move |tx| add_article(tx, nobody, &new, at(0), at(0)));
    assert!(matches!(refused, Err(StoreError::NoSuchOutlet(o)) if o == nobody));
}

pub fn the_longest_keys_and_addresses_are_kept_whole_and_apart(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    // Nothing in it repeats, so that no database makes it short by packing it.
    let words: String = (0..1_000u64).map(|i| format!("{:x}-", (i + 7).wrapping_mul(0x9e37_79b9_7f4a_7c15))).collect();
    let url = |end: &str| format!("https://ledger.example/{words}{end}");
    let one = article(store, outlet, &url("1"), 0);
    let two = article(store, outlet, &url("2"), 0);
    assert_ne!(one, two);
    assert_eq!(article(store, outlet, &url("1"), 0), one);
    assert_eq!(read(store, move |tx| load_article(tx, one)).0.url, url("1"));
    let name = format!("entry:{words}");
    assert!(write(store, {
        let name = name.clone();
        move |tx| add_alias(tx, two, &name, "https://ledger.example/2")
    }));
    assert_eq!(read(store, move |tx| find_article(tx, &name)), Some(two));
    let feed = url("feed");
    let add = |feed: String| write(store, move |tx| store::feeds::add_feed(tx, outlet, &feed, None, &[], &[], at(0)));
    assert_eq!(add(feed.clone()), add(feed));
}

pub fn text_that_no_database_keeps_is_kept_alike(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    let new = NewArticle { title: Some("Ferry\0to run\0".into()), ..new_article("https://ledger.example/nul") };
    let id = write(store, move |tx| add_article(tx, outlet, &new, at(0), at(0))).0;
    let headline = read(store, move |tx| load_article(tx, id)).0.headline;
    assert_eq!(headline.as_deref(), Some("Ferry\u{fffd}to run\u{fffd}"));
}
