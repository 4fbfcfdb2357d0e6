//! A database made again of archive and ledger: what was decided holds, and ids are those that were given.

use std::path::Path;
use std::sync::{Arc, Mutex};

use archive::{Archive, Config, Ledger, Record};
use jiff::Timestamp;
use news::{
    Act, Answer, ArticleId, Capture, CaptureId, Deed, Exchange, FeedId, OutletId, SourceKind, Subject, Timeline,
};
use store::{Location, NewArticle, Store, StoreError};
use watch::{Rebuilt, Stages, rebuild};

fn at(minute: i64) -> Timestamp {
    Timestamp::from_second(1_780_000_000 + 60 * minute).unwrap()
}

fn id(number: u32) -> ArticleId {
    ArticleId::new(OutletId(3), number)
}

/// What a look at article `number` brought at `minute`: a page that says how often the ferry sails.
fn capture(number: u32, look: u32, minute: i64, times: u32) -> Capture {
    let says = format!("<p>The ferry to the island sails {times} times a day, said the harbour master on Monday.</p>");
    let more = "<p>It took 40 people across on its first day, and a dog that would not sit down at all.</p>".repeat(3);
    let page = format!(
        "<!DOCTYPE html><html lang=en><title>The ferry</title><article><h1>The ferry</h1>{says}{more}</article>"
    );
    let last = Answer {
        url: format!("https://www.ledger.example/ferry-{number}"),
        peer: None,
        request_head: b"GET / HTTP/1.1\r\n\r\n".to_vec(),
        head: format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {}\r\n\r\n", page.len())
            .into_bytes(),
        wire_body: page.into_bytes(),
        status: 200,
        protocols: Vec::new(),
        headers: Vec::new(),
        body: Vec::new(),
    };
    let id = CaptureId { article: id(number), look };
    Capture {
        id,
        exchange: Exchange {
            at: at(minute),
            duration_ms: 9,
            hops: Vec::new(),
            last,
            more: Vec::new(),
            vantage: "here".into(),
        },
    }
}

struct Lost {
    folder: tempfile::TempDir,
}

impl Lost {
    /// A folder with an archive and a ledger, and without a database.
    fn new(captures: &[Capture], deeds: &[(i64, Act)]) -> Self {
        let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
        let (mut archive, _) = Archive::open(&folder.path().join("archive"), Config::default()).unwrap();
        for capture in captures {
            archive.append(&[Record { capture, same_as: None }]).unwrap();
        }
        let deeds: Vec<Deed> =
            deeds.iter().map(|(minute, act)| Deed { at: at(*minute), by: "ann".into(), act: act.clone() }).collect();
        drop(ledger(folder.path()).append(&deeds).unwrap());
        Self { folder }
    }

    fn location(&self) -> Location {
        Location::folder(self.folder.path())
    }

    fn rebuild(&self) -> (Store, Rebuilt) {
        let store = Store::open_to_rebuild(self.location()).unwrap();
        let (archive, _) = Archive::open(&self.folder.path().join("archive"), Config::default()).unwrap();
        let stages = Stages {
            fetcher: fetch::Fetcher::new(fetch::Config::default()),
            reader: archive.reader(),
            archive: Arc::new(Mutex::new(archive)),
            ledger: ledger(self.folder.path()),
            store: store.clone(),
        };
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        let rebuilt = runtime.block_on(rebuild(&stages, |_, _| {})).unwrap();
        (store, rebuilt)
    }
}

fn ledger(folder: &Path) -> Ledger {
    Ledger::new(folder.join("archive"), "replate/0.1.0")
}

fn timeline(store: &Store, number: u32) -> Option<Timeline> {
    store.read_blocking(move |tx| store::timelines::timeline_of(tx, id(number))).unwrap()
}

fn outlet() -> Act {
    let homepage = Some("https://www.ledger.example/".to_owned());
    Act::OutletAdded { id: OutletId(3), name: "The Ledger".into(), domain: "ledger.example".into(), homepage }
}

fn feed() -> Act {
    Act::FeedAdded {
        id: FeedId::new(OutletId(3), 2),
        kind: SourceKind::Feed,
        url: "https://www.ledger.example/feed".into(),
        title: Some("The Ledger".into()),
        include: vec!["/ferry".into()],
        exclude: vec![],
    }
}

fn withdrawn(number: u32, look: Option<u32>) -> Act {
    let version = look.map(|look| CaptureId { article: id(number), look });
    Act::Withdrawn { article: id(number), version, reason: "names a child".into(), legal: false }
}

#[test]
fn captures_and_decisions_come_back_under_their_names() {
    let looks = [capture(17, 1, 10, 4), capture(18, 1, 11, 7), capture(17, 3, 20, 5), capture(19, 1, 21, 9)];
    let reinstated = Act::Reinstated { article: id(19), version: None, reason: "it did not".into() };
    let paused = Act::Paused { subject: Subject::Article(id(19)) };
    let deeds = [
        (1, outlet()),
        (2, feed()),
        // Before anything was archived of them, and of one that never was.
        (3, withdrawn(18, None)),
        (4, withdrawn(19, None)),
        (5, withdrawn(40, None)),
        (6, paused),
        (30, withdrawn(17, Some(1))),
        (31, reinstated),
    ];
    let lost = Lost::new(&looks, &deeds);
    let (store, rebuilt) = lost.rebuild();
    assert_eq!((rebuilt.captures, rebuilt.deeds, rebuilt.unreadable), (4, 8, 0), "{rebuilt:?}");
    assert!(rebuilt.nameless.is_empty() && rebuilt.unplaced.is_empty());

    let seventeen = timeline(&store, 17).unwrap();
    assert_eq!(seventeen.outlet.name, "The Ledger");
    assert_eq!(seventeen.looks.iter().map(|l| l.number).collect::<Vec<_>>(), [1, 3], "numbers are not given anew");
    assert_eq!(seventeen.versions.iter().map(|v| (v.number.get(), v.capture.look)).collect::<Vec<_>>(), [(2, 3)]);
    assert_eq!(seventeen.hidden.len(), 1, "the first version stays withdrawn");
    assert!(timeline(&store, 18).is_none(), "and so does the article");
    assert!(timeline(&store, 19).unwrap().halted.is_some(), "it is paused, and shown");
    let feeds = store.read_blocking(|tx| store::feeds::list_feeds(tx, OutletId(3))).unwrap();
    assert_eq!((feeds[0].id, &feeds[0].include[..]), (FeedId::new(OutletId(3), 2), &["/ferry".to_owned()][..]));

    // What is found from now on gets ids that nobody had.
    let key = "ledger.example/new".to_owned();
    let new = NewArticle { key, url: "https://ledger.example/new".into(), title: None, published_at: None, feed: None };
    let added = store.write_blocking(move |tx| store::articles::add_article(tx, OutletId(3), &new, at(40), at(40)));
    assert_eq!(added.unwrap().0, id(41));
    let other = store.write_blocking(|tx| store::outlets::add_outlet(tx, "The Gazette", "gazette.example", None));
    assert_eq!(other.unwrap(), OutletId(4));
}

fn merged(number: u32, into: u32) -> Act {
    let url = |number| format!("https://www.ledger.example/ferry-{number}");
    let reason = Some("a redesign".to_owned());
    Act::Merged { article: id(number), url: url(number), into: id(into), into_url: url(into), reason }
}

/// Captures go to the ids that they carry, whatever an address leads to.
#[test]
fn merges_come_back_and_captures_stay_under_their_ids() {
    let looks = [
        capture(17, 1, 10, 4),
        capture(18, 1, 11, 7),
        // Of the merged one: a look that was under way.
        capture(17, 2, 31, 5),
        capture(19, 1, 32, 2),
        capture(20, 1, 33, 3),
        capture(18, 2, 50, 8),
    ];
    let deeds = [
        (1, outlet()),
        (30, merged(17, 18)),
        // Nothing was archived of 40, nor, until then, of 20.
        (31, merged(40, 20)),
        (34, merged(19, 20)),
        (35, Act::Unmerged { article: id(19) }),
    ];
    let (store, rebuilt) = Lost::new(&looks, &deeds).rebuild();
    assert_eq!((rebuilt.captures, rebuilt.deeds, rebuilt.deeds_left), (6, 5, 0), "{rebuilt:?}");
    assert!(rebuilt.unplaced.is_empty());
    let seen = |number| timeline(&store, number).unwrap().looks.iter().map(|l| l.number).collect::<Vec<_>>();
    assert_eq!((seen(17), seen(18), seen(19), seen(20), seen(40)), (vec![1, 2], vec![1, 2], vec![1], vec![1], vec![]));
    let into = |number| timeline(&store, number).unwrap().merged.map(|merge| (merge.into, merge.at, merge.by));
    assert_eq!(into(17), Some((id(18), at(30), "ann".to_owned())));
    assert_eq!((into(19), into(40).map(|(into, ..)| into)), (None, Some(id(20))));
    assert_eq!(timeline(&store, 18).unwrap().also_recorded[0].versions, 2);
    for (number, leads_to) in [(17, 18), (18, 18), (19, 19), (40, 20)] {
        let key = format!("ledger.example/ferry-{number}");
        let found = store.read_blocking(move |tx| store::articles::find_article(tx, &key)).unwrap();
        assert_eq!(found, Some(id(leads_to)), "{number}");
    }
    let due = store.write_blocking(|tx| store::agenda::lease_due(tx, "boot", at(99_999), at(100_009), 9)).unwrap();
    let mut due: Vec<_> = due.iter().map(|due| due.article.id.number).collect();
    due.sort_unstable();
    assert_eq!(due, [18, 19, 20]);
    let listed = store.read_blocking(|tx| store::status::status(tx, at(99))).unwrap();
    assert_eq!(listed.total.articles, 3);
}

/// An article may move to the address of another: in a store that is made again, both have the ids that they had.
#[test]
fn an_article_is_made_again_though_another_moved_to_its_address() {
    let mut moves = capture(17, 1, 10, 4);
    moves.exchange.hops = vec![Answer {
        url: "https://www.ledger.example/old".into(),
        status: 301,
        head: "HTTP/1.1 301 Moved\r\nLocation: /ferry-18\r\nContent-Length: 0\r\n\r\n".into(),
        wire_body: Vec::new(),
        ..moves.exchange.last.clone()
    }];
    moves.exchange.last.url = "https://www.ledger.example/ferry-18".into();
    let looks = [moves, capture(18, 1, 11, 4)];
    let merged = Act::Merged {
        article: id(17),
        url: "https://www.ledger.example/old".into(),
        into: id(18),
        into_url: "https://www.ledger.example/ferry-18".into(),
        reason: None,
    };
    let (store, rebuilt) = Lost::new(&looks, &[(1, outlet()), (30, merged)]).rebuild();
    assert_eq!((rebuilt.captures, rebuilt.deeds_left, rebuilt.unplaced.len()), (2, 0, 0), "{rebuilt:?}");
    assert_eq!(timeline(&store, 17).unwrap().article.url, "https://www.ledger.example/ferry-18");
    assert_eq!(timeline(&store, 18).unwrap().also_recorded.len(), 1);
}

#[test]
fn outlets_that_no_deed_names_are_called_by_their_domain() {
    let (store, rebuilt) = Lost::new(&[capture(17, 1, 10, 4)], &[]).rebuild();
    assert_eq!(rebuilt.nameless.into_iter().collect::<Vec<_>>(), [OutletId(3)]);
    let outlet = timeline(&store, 17).unwrap().outlet;
    assert_eq!((outlet.id, &*outlet.domain), (OutletId(3), "ledger.example"));
}

#[test]
fn half_a_store_is_nobodys_and_the_next_attempt_goes_on() {
    let lost = Lost::new(&[capture(17, 1, 10, 4), capture(17, 2, 20, 5)], &[(1, outlet()), (2, feed())]);
    let (store, first) = lost.rebuild();
    drop(store);
    let opened =
        [Store::open(lost.location()), Store::open_reader(lost.location()), Store::open_beside(lost.location())];
    for refused in opened {
        assert!(matches!(refused.err(), Some(StoreError::Unfinished { .. })));
    }
    let (store, second) = lost.rebuild();
    assert_eq!((first.captures, second.captures), (2, 0), "what was recorded is not recorded again");
    assert_eq!(timeline(&store, 17).unwrap().versions.len(), 2);
    drop(store);
    Store::rebuilt(&lost.location()).unwrap();
    assert!(Store::open(lost.location()).is_ok());
    let there = Store::open_to_rebuild(lost.location()).err();
    assert!(matches!(there, Some(StoreError::NotEmpty { .. })), "a database that is there is not made again");
}

/// A capture whose body the keep rule has dropped cannot be read again: its look is left out, and told.
#[test]
fn looks_whose_body_is_gone_are_counted() {
    let looks = [capture(17, 1, 10, 4), capture(17, 2, 20, 4)];
    let lost = Lost::new(&[], &[(1, outlet())]);
    let config = Config { segment_bytes: 1, ..Config::default() };
    let (mut archive, _) = Archive::open(&lost.folder.path().join("archive"), config).unwrap();
    for capture in looks.iter().chain([&capture(18, 1, 30, 8)]) {
        archive.append(&[Record { capture, same_as: None }]).unwrap();
    }
    let sweeper = archive.sweeper();
    while let Some(swept) = sweeper.sweep(archive::Keep::Versions, at(9_999), |id| id.look == 1).unwrap() {
        sweeper.finish(&swept).unwrap();
    }
    drop(archive);
    let (store, rebuilt) = lost.rebuild();
    assert_eq!((rebuilt.captures, rebuilt.dropped), (2, 1), "{rebuilt:?}");
    assert_eq!(timeline(&store, 17).unwrap().looks.len(), 1);
}
