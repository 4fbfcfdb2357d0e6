//! A store that moves from one database to another, and back.

use std::path::Path;

use news::{ArticleId, Hit, Sighting, Timeline};
use store::{DatabaseAddress, Location, Progress, Status, Store, StoreError};

use crate::stage::*;

/// A store with something in every table.
fn fill(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    write(store, move |tx| {
        store::feeds::add_feed(tx, outlet, "https://ledger.example/feed.xml", None, &["ferry".into()], &[], at(0))
    });
    for index in 0..700 {
        article(store, outlet, &format!("https://h{}.ledger.example/ø-{index}", index % 7), index);
    }
    let id = ArticleId::new(outlet, 1);
    let texts = ["a", "b", "a", "c"];
    let visits = (0u32..4).map(|i| {
        let from = (i > 0).then_some(i);
        first_sight(id, i + 1, i64::from(i), (i + 1, texts[i as usize]), from, (i == 2).then_some(1))
    });
    record(store, visits.collect());
    record(store, (5..170).map(|i| visit(id, i, i64::from(i), Sighting::Unchanged, Some(4))).collect());
    let moved = store::Address { url: "https://ledger.example/new".into(), key: "ledger.example/new".into() };
    record(store, vec![store::Visit { moved_to: Some(moved), ..visit(id, 170, 170, Sighting::Moved, None) }]);
    let version = news::CaptureId { article: id, look: 2 };
    write(store, move |tx| store::withdrawals::withdraw(tx, &withdrawal(id, Some(version), 200)));
    let place = news::Place { segment: 1, offset: 9, length: 9 };
    write(store, move |tx| store::visits::record_visits(tx, BOOT, &[], Some(place)));
}

/// Everything that a store shows.
fn shown(location: &Location) -> (Vec<Option<Timeline>>, Status, Vec<Hit>) {
    let store = Store::open_reader(location).unwrap();
    let timelines = read(&store, |tx| {
        let mut all = Vec::new();
        for article in store::articles::list_articles(tx, None, None, 1_000)? {
            all.push(store::timelines::timeline_of(tx, article.id)?);
        }
        Ok(all)
    });
    let status = Status { database_bytes: 0, ..read(&store, |tx| store::status::status(tx, at(999))) };
    let query = "\"ferry has crossed\"".parse().unwrap();
    let found = read(&store, move |tx| store::search::search(tx, &query, None, 99, std::time::Duration::from_secs(9)));
    assert_eq!((found.hits.len(), found.older), (1, None), "three versions in a row that say it, and one is withdrawn");
    (timelines, status, found.hits)
}

fn moves(from: &Location, to: &Location) -> u64 {
    let mut told: Vec<Progress> = Vec::new();
    let copied = store::move_to(from, to, &mut |progress| told.push(progress)).unwrap();
    assert!(told.iter().is_sorted_by_key(|progress| progress.done));
    let end = told.last().unwrap();
    assert!(end.verifying && end.done == end.total, "{end:?}");
    assert!(copied.kept_as.contains("moved"), "{}", copied.kept_as);
    copied.rows
}

#[test]
fn a_store_moves_to_another_folder() {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (from, to) = (Location::folder(one.path()), Location::folder(two.path().join("new")));
    let nothing = store::move_to(&from, &to, &mut |_| {}).unwrap_err();
    assert!(matches!(nothing, StoreError::NoStore { .. }), "{nothing}");
    let store = open(one.path());
    fill(&store);
    let before = shown(&from);
    let same = store::move_to(&from, &from, &mut |_| {}).unwrap_err();
    assert!(matches!(same, StoreError::SamePlace { .. }), "{same}");
    let reads = Store::open_reader(&from).unwrap();
    let held = store::move_to(&from, &to, &mut |_| {}).unwrap_err();
    assert!(matches!(held, StoreError::Held { .. }), "{held}");
    drop(store);
    let held = store::move_to(&from, &to, &mut |_| {}).unwrap_err();
    assert!(matches!(held, StoreError::Held { .. }), "somebody reads it: {held}");
    drop(reads);
    let other = Store::open(&to).unwrap();
    let held = store::move_to(&from, &to, &mut |_| {}).unwrap_err();
    assert!(matches!(held, StoreError::Held { .. }), "{held}");
    drop(other);
    let full = store::move_to(&from, &to, &mut |_| {}).unwrap_err();
    assert!(matches!(full, StoreError::NotEmpty { .. }), "{full}");
    std::fs::remove_file(to.dir.join("replate.db")).unwrap();
    // Left by an attempt that was killed.
    std::fs::write(to.dir.join("replate.db.incoming"), "half of it").unwrap();
    assert!(moves(&from, &to) > 1_400);
    assert!(shown(&to) == before);
    for opened in [Store::open_reader(&from), Store::open(&from)] {
        let moved = opened.err().expect("nobody goes on in the old one by mistake");
        assert!(matches!(moved, StoreError::Moved { .. }), "{moved}");
    }
    assert_eq!(names(&to.dir), ["replate.db", "replate.lock"]);
    assert_eq!(names(&from.dir), ["replate.db.moved", "replate.lock"]);
}

fn names(dir: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(dir).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    // Readers of a test may have left theirs.
    names.retain(|name| !name.ends_with("-shm") && !name.ends_with("-wal"));
    names.sort();
    names
}

#[test]
fn a_store_moves_to_postgres_and_back_and_shows_the_same() {
    let Some(schema) = Schema::new() else { return };
    let dir = tempfile::tempdir().unwrap();
    let file = Location::folder(dir.path());
    // The folder with the archive stays where it is.
    let server = Location { dir: dir.path().to_owned(), server: schema.location.server.clone() };
    fill(&open(dir.path()));
    let before = shown(&file);

    let mut client = schema.client();
    let name = schema.address.schema();
    // Left by an attempt that was killed.
    client.batch_execute(&format!("CREATE SCHEMA {name}_incoming; CREATE TABLE {name}_incoming.meta (x INT)")).unwrap();
    let there = moves(&file, &server);
    assert!(shown(&server) == before);
    assert!(Store::open_reader(&file).is_err());
    // Work goes on there as it would have here.
    let next = write(&Store::open(&server).unwrap(), |tx| store::outlets::add_outlet(tx, "x", "x.example", None));
    assert_eq!(next.0, 2);
    let before = shown(&server);

    let back = moves(&server, &file);
    assert_eq!(back, there + 1);
    assert!(shown(&file) == before);
    let gone = Store::open_reader(&server).err().unwrap();
    assert!(matches!(gone, StoreError::NoStore { .. }), "{gone}");

    let again = moves(&file, &server);
    assert_eq!(again, back);
    let full = store::move_to(&server, &server, &mut |_| {}).unwrap_err();
    assert!(matches!(full, StoreError::SamePlace { .. }), "{full}");
    client.batch_execute(&format!("DROP SCHEMA {name}_moved CASCADE")).unwrap();
}

#[test]
fn a_postgres_place_that_is_held_or_not_empty_is_refused() {
    let Some(schema) = Schema::new() else { return };
    let dir = tempfile::tempdir().unwrap();
    let file = Location::folder(dir.path());
    outlet(&open(dir.path()), "ledger.example");
    let holder = schema.open();
    let held = store::move_to(&file, &schema.location, &mut |_| {}).unwrap_err();
    assert!(matches!(held, StoreError::Held { .. }), "{held}");
    drop(holder);
    let full = store::move_to(&file, &schema.location, &mut |_| {}).unwrap_err();
    assert!(matches!(full, StoreError::NotEmpty { .. }), "{full}");
    assert!(Store::open_reader(&file).is_ok(), "the old one stays as it is");
    let nowhere: DatabaseAddress = "postgres://replate@127.0.0.1:9/x".parse().unwrap();
    let nowhere = Location { dir: schema.location.dir.clone(), server: Some(nowhere) };
    let error = store::move_to(&file, &nowhere, &mut |_| {}).unwrap_err();
    assert!(matches!(error, StoreError::Unreachable { .. }), "{error}");
}
