//! Deeds across a crash: what the ledger has takes effect, in whatever store opens it next.

use archive::Ledger;
use jiff::Timestamp;
use news::{Act, ArticleId, Deed, FeedId, OutletId, SourceKind, Subject};
use store::{Store, StoreError};
use watch::DeedError;
use watch::deeds::{CaughtUp, Desk, catch_up};

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_780_000_000 + second).expect("a time in 2026")
}

struct Stage {
    dir: tempfile::TempDir,
    desk: Desk,
}

impl Stage {
    fn new() -> Self {
        let dir = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder");
        let store = Store::open(dir.path()).expect("a store");
        let ledger = Ledger::new(dir.path().join("archive"), "replate/0.1.0");
        Self { dir, desk: Desk { store, ledger, by: "ann".into() } }
    }

    /// Adds an outlet with a feed and an article, as `add` does.
    fn filled(self) -> (Self, ArticleId) {
        let outlet = OutletId(1);
        let id = ArticleId::new(outlet, 1);
        let name = "The Harbour Ledger".to_owned();
        let url = "https://ledger.example/ferry".to_owned();
        let feed = "https://ledger.example/feed".to_owned();
        let acts = vec![
            Act::OutletAdded { id: outlet, name, domain: "ledger.example".into(), homepage: None },
            Act::FeedAdded {
                id: FeedId::new(outlet, 1),
                kind: SourceKind::Feed,
                url: feed,
                title: None,
                include: vec![],
                exclude: vec![],
            },
            Act::ArticleAdded { id, url, title: Some("Ferry to run at night".into()) },
        ];
        self.carry_out(0, acts);
        (self, id)
    }

    fn carry_out(&self, second: i64, acts: Vec<Act>) {
        self.desk.decide_blocking(at(second), move |_| Ok(((), acts))).expect("it is decided");
    }

    /// Articles that lists show, and all that is decided, in the order of the ledger.
    fn picture(&self) -> (usize, Vec<Deed>) {
        let listed = self.desk.store.read_blocking(|tx| store::articles::list_articles(tx, None, None, 9));
        let records = self.desk.ledger.read().expect("read").into_iter();
        let deeds = records.map(|r| if let archive::Kept::Deed(deed) = r.kept { deed } else { panic!("{r:?}") });
        (listed.expect("listed").len(), deeds.collect())
    }
}

fn withdrawn(article: ArticleId) -> Act {
    Act::Withdrawn { article, version: None, reason: "names a child".into(), legal: false }
}

fn reinstated(article: ArticleId) -> Act {
    Act::Reinstated { article, version: None, reason: "it did not".into() }
}

fn merged(article: ArticleId, into: ArticleId) -> Act {
    let url = |id: ArticleId| format!("https://ledger.example/{id}");
    Act::Merged { article, url: url(article), into, into_url: url(into), reason: None }
}

#[test]
fn a_crash_between_ledger_and_store_is_healed_at_the_next_opening() {
    let (stage, id) = Stage::new().filled();
    // As far as the crash let it come: the ledger has the deed, the transaction is lost.
    let deed = Deed { at: at(9), by: "ann".into(), act: withdrawn(id) };
    drop(stage.desk.ledger.append(std::slice::from_ref(&deed)).expect("durable"));
    assert_eq!(stage.picture().0, 1);
    let healed = CaughtUp { done: 1, ..CaughtUp::default() };
    assert_eq!(catch_up(&stage.desk.store, &stage.desk.ledger).expect("it catches up"), healed);
    assert_eq!(stage.picture().0, 0);
    assert_eq!(catch_up(&stage.desk.store, &stage.desk.ledger).expect("nothing to do"), CaughtUp::default());
    let told = stage.desk.store.read_blocking(move |tx| store::withdrawals::withdrawals_of(tx, id)).expect("read");
    assert_eq!((told.len(), told[0].at, told[0].by.as_deref()), (1, at(9), Some("ann")));
}

#[test]
fn the_next_decision_heals_it_too_and_comes_after_it() {
    let (stage, id) = Stage::new().filled();
    drop(stage.desk.ledger.append(&[Deed { at: at(900), by: "ann".into(), act: withdrawn(id) }]).expect("durable"));
    // A clock that was set back makes no deed come before another.
    stage.carry_out(5, vec![reinstated(id)]);
    let (shown, deeds) = stage.picture();
    assert_eq!(shown, 1);
    assert!(deeds.windows(2).all(|pair| pair[0].at <= pair[1].at), "{deeds:?}");
    assert!(deeds[4].at > at(900));
}

#[test]
fn what_cannot_be_done_is_not_decided() {
    let (stage, id) = Stage::new().filled();
    let before = stage.desk.ledger.bytes().expect("bytes");
    let missing = Subject::Article(ArticleId::new(OutletId(1), 9));
    let acts = vec![withdrawn(id), Act::Paused { subject: missing }];
    let refused = stage.desk.decide_blocking(at(9), move |_| Ok(((), acts)));
    assert!(matches!(refused, Err(DeedError::Store(StoreError::NoSuchArticle(_)))));
    assert_eq!((stage.desk.ledger.bytes().expect("bytes"), stage.picture().0), (before, 1));
    // A ledger that cannot be written decides nothing either.
    let file = stage.dir.path().join("archive/ledger.warc.gz");
    std::fs::rename(&file, file.with_extension("aside")).expect("renamed");
    std::fs::create_dir(&file).expect("a folder in its place");
    let refused = stage.desk.decide_blocking(at(9), move |_| Ok(((), vec![withdrawn(id)])));
    assert!(matches!(refused, Err(DeedError::Archive(_))), "{refused:?}");
    let listed = stage.desk.store.read_blocking(|tx| store::articles::list_articles(tx, None, None, 9));
    assert_eq!(listed.expect("listed").len(), 1);
}

/// Makes the database refuse whoever notes how far the ledger has taken effect: at once, or at the commit.
fn refuse(stage: &Stage, at_commit: bool) {
    let database = rusqlite::Connection::open(stage.dir.path().join("replate.db")).expect("the database");
    let refusal = if at_commit { "INSERT INTO child VALUES (7)" } else { "SELECT RAISE(FAIL, 'no room')" };
    let text = format!(
        "CREATE TABLE parent (id INTEGER PRIMARY KEY);
         CREATE TABLE child (parent INTEGER REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
         CREATE TRIGGER refusing AFTER UPDATE ON meta WHEN new.name = 'ledger_mark' BEGIN {refusal}; END;"
    );
    database.execute_batch(&text).expect("a trigger");
}

#[test]
fn what_the_store_keeps_nothing_of_is_taken_back() {
    for at_commit in [false, true] {
        let (stage, id) = Stage::new().filled();
        let before = stage.desk.ledger.bytes().expect("bytes");
        refuse(&stage, at_commit);
        let refused = stage.desk.decide_blocking(at(9), move |_| Ok(((), vec![withdrawn(id)])));
        assert!(matches!(refused, Err(DeedError::Store(StoreError::Refused { .. }))), "{refused:?}");
        assert_eq!((stage.desk.ledger.bytes().expect("bytes"), stage.picture().0), (before, 1));
        assert_eq!(catch_up(&stage.desk.store, &stage.desk.ledger).expect("nothing"), CaughtUp::default());
    }
}

#[test]
fn what_is_committed_stays_decided_if_nobody_can_say_that_the_disk_has_it() {
    let (stage, id) = Stage::new().filled();
    let log = stage.dir.path().join("replate.db-wal");
    let refused = stage.desk.decide_blocking(at(9), move |_| {
        std::fs::rename(&log, log.with_extension("aside")).expect("renamed");
        Ok(((), vec![withdrawn(id)]))
    });
    let Err(error @ DeedError::Decided(StoreError::Io { .. })) = refused else { panic!("{refused:?}") };
    assert!(error.to_string().contains("it is decided"), "{error}");
    assert_eq!((stage.picture().0, stage.picture().1.len()), (0, 4));
}

#[test]
fn a_new_database_does_every_deed_again_under_the_same_ids() {
    let (stage, id) = Stage::new().filled();
    let subject = Subject::Feed(FeedId::new(OutletId(1), 1));
    let other = ArticleId::new(OutletId(1), 2);
    let feed = FeedId::new(OutletId(1), 1);
    for (second, act) in [
        (1, withdrawn(id)),
        (2, reinstated(id)),
        (3, Act::Paused { subject }),
        (4, withdrawn(id)),
        (5, Act::FiltersSet { feed, include: vec!["/news/".into()], exclude: vec![] }),
        (6, reinstated(id)),
        (7, merged(id, other)),
        (8, Act::Unmerged { article: id }),
        (9, merged(other, id)),
    ] {
        stage.carry_out(second, vec![act]);
    }
    let picture = |store: &Store| {
        store
            .read_blocking(move |tx| {
                let feed = store::feeds::load_feed(tx, feed)?;
                let withdrawn = store::withdrawals::withdrawals_of(tx, id)?;
                let merges = (store::merges::find_merge(tx, id)?, store::merges::find_merge(tx, other)?);
                Ok((feed, withdrawn, merges, store::halts::list_halts(tx)?, store::outlets::list_outlets(tx)?))
            })
            .expect("read")
    };
    let before = picture(&stage.desk.store);
    assert!(before.2.0.is_none() && before.2.1.as_ref().is_some_and(|merge| merge.into == id));
    let elsewhere = tempfile::tempdir().expect("a folder");
    let new = Store::open(elsewhere.path()).expect("a store");
    assert_eq!(catch_up(&new, &stage.desk.ledger).expect("caught up").done, 12);
    assert_eq!(picture(&new), before);
}

/// What is decided must not be lost because a file was: nothing is decided over it, and what the database knows can be
/// written again.
#[test]
fn a_ledger_that_lost_something_is_told_of_and_written_again() {
    type Loses = fn(&std::path::Path);
    let cases: [(&str, Loses); 4] = [
        ("lost", |path| std::fs::remove_file(path).expect("removed")),
        ("cut off", |path| {
            let bytes = std::fs::read(path).expect("read");
            std::fs::write(path, &bytes[..bytes.len() - 9]).expect("written");
        }),
        ("its last record damaged", |path| {
            let mut bytes = std::fs::read(path).expect("read");
            let at = bytes.len() - 30;
            bytes[at..at + 8].fill(0);
            std::fs::write(path, bytes).expect("written");
        }),
        ("another's", |path| {
            let (other, _) = Stage::new().filled();
            std::fs::copy(other.dir.path().join("archive/ledger.warc.gz"), path).map(drop).expect("copied");
        }),
    ];
    for (name, loses) in cases {
        let (stage, id) = Stage::new().filled();
        let other = ArticleId::new(OutletId(1), 2);
        stage.carry_out(
            3,
            vec![merged(other, id), Act::Removed { subject: Subject::Feed(FeedId::new(OutletId(1), 1)) }],
        );
        stage.carry_out(4, vec![withdrawn(id)]);
        let mark = || stage.desk.store.read_blocking(store::deeds::ledger_mark).expect("a mark");
        let before = mark();
        loses(&stage.dir.path().join("archive/ledger.warc.gz"));
        for _ in 0..2 {
            let refused = stage.desk.decide_blocking(at(9), move |_| Ok(((), vec![reinstated(id)])));
            assert!(matches!(refused, Err(DeedError::Astray)), "{name}: {refused:?}");
            catch_up(&stage.desk.store, &stage.desk.ledger).expect("it can be read");
            assert_eq!(
                (mark(), stage.desk.store.read_blocking(store::merges::all_merges).expect("read").len()),
                (before, 1),
                "{name}"
            );
        }
        let written = watch::rewrite_ledger(&stage.desk.store, &stage.desk.ledger, "bob", at(50)).expect("written");
        assert_eq!(written, 5, "{name}: outlet, feed, its removal, the merge, the withdrawal");
        let again = watch::rewrite_ledger(&stage.desk.store, &stage.desk.ledger, "bob", at(51)).expect("nothing to do");
        assert_eq!(again, 0, "{name}");
        // Whoever makes a database of it does not show what was withdrawn, and knows who withdrew it when.
        let elsewhere = tempfile::tempdir().expect("a folder");
        let new = Store::open(elsewhere.path()).expect("a store");
        catch_up(&new, &stage.desk.ledger).expect("caught up");
        let told = new.read_blocking(store::withdrawals::standing_withdrawals).expect("read");
        assert_eq!(told.len(), 1, "{name}");
        assert_eq!((told[0].article, told[0].by.as_deref(), told[0].at), (id, Some("ann"), at(4)), "{name}");
        stage.carry_out(60, vec![reinstated(id)]);
    }
}

#[test]
fn a_process_beside_the_holder_decides_too() {
    let (stage, id) = Stage::new().filled();
    let store = Store::open_beside(stage.dir.path()).expect("beside");
    let beside = Desk { store, by: "bob".into(), ..stage.desk.clone() };
    std::thread::scope(|scope| {
        for n in 0..8 {
            let desk = if n % 2 == 0 { &beside } else { &stage.desk };
            scope.spawn(move || desk.decide_blocking(at(9), move |_| Ok(((), vec![withdrawn(id)]))).expect("decided"));
        }
    });
    let (shown, deeds) = stage.picture();
    assert_eq!((shown, deeds.len()), (0, 11));
    assert!(deeds[2..].windows(2).all(|pair| pair[0].at < pair[1].at), "one after the other");
    assert_eq!(catch_up(&stage.desk.store, &stage.desk.ledger).expect("nothing"), CaughtUp::default());
}
