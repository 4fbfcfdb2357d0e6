//! Opening, locks, schema versions, transactions: what a folder with SQLite does.

use std::sync::mpsc;

use store::{SCHEMA_VERSION, Store, StoreError};

use crate::stage::*;

#[test]
fn one_process_holds_a_folder_and_others_read_beside_it() {
    let dir = tempfile::tempdir().unwrap();
    let missing = Store::open_reader(dir.path()).err().unwrap();
    assert!(
        matches!(&missing, StoreError::NoStore { location } if *location == dir.path().display().to_string()),
        "{missing}"
    );
    assert!(missing.to_string().contains("replate add"));

    let holder = open(dir.path());
    let held = Store::open(dir.path()).err().unwrap();
    assert!(matches!(held, StoreError::Held { pid: Some(pid), .. } if pid == std::process::id()), "{held}");
    assert!(held.is_transient());

    let reader = Store::open_reader(dir.path()).unwrap();
    let id = outlet(&holder, "ledger.example");
    assert_eq!(read(&reader, store::outlets::list_outlets)[0].id, id);
    let refused = reader.write_blocking(|tx| store::outlets::add_outlet(tx, "x", "x.example", None));
    assert!(matches!(refused, Err(StoreError::ReadOnly)));
    let refused = reader.read_blocking(|tx| store::outlets::add_outlet(tx, "x", "x.example", None));
    assert!(matches!(refused, Err(StoreError::ReadOnly)), "{refused:?}");

    let beside = Store::open_beside(dir.path()).unwrap();
    let other = outlet(&beside, "tribune.example");
    assert_eq!(read(&holder, store::outlets::list_outlets)[1].id, other);

    let clone = holder.clone();
    drop(holder);
    assert!(Store::open(dir.path()).is_err(), "a clone still holds it");
    drop(clone);
    open(dir.path());
}

#[test]
fn what_was_recorded_is_there_after_reopening() {
    let dir = tempfile::tempdir().unwrap();
    let store = open(dir.path());
    let outlet = outlet(&store, "ledger.example");
    let id = article(&store, outlet, "https://ledger.example/ferry", 0);
    record(&store, vec![first_sight(id, 1, 1, (1, "a"), None, None)]);
    let before = read(&store, move |tx| store::timelines::timeline_of(tx, id));
    drop(store);
    let store = open(dir.path());
    assert_eq!(read(&store, move |tx| store::timelines::timeline_of(tx, id)), before);
}

#[test]
fn a_closed_store_is_one_file_without_a_log() {
    let dir = tempfile::tempdir().unwrap();
    for round in 0..40 {
        let store = open(dir.path());
        outlet(&store, &format!("{round}.example"));
        drop(store);
        assert!(!dir.path().join("replate.db-wal").exists(), "after {round} rounds");
    }
}

#[test]
fn leases_of_a_process_that_died_are_freed() {
    let dir = tempfile::tempdir().unwrap();
    let store = open(dir.path());
    let outlet = outlet(&store, "ledger.example");
    article(&store, outlet, "https://ledger.example/ferry", 0);
    let lease = |store: &Store, boot: &'static str| {
        write(store, move |tx| store::agenda::lease_due(tx, boot, at(1), at(999), 8)).len()
    };
    assert_eq!(lease(&store, "boot-1"), 1);
    assert_eq!(lease(&store, "boot-2"), 0);
    drop(store);
    assert_eq!(lease(&open(dir.path()), "boot-2"), 1);
}

#[test]
fn databases_of_other_versions_are_told_apart() {
    let dir = tempfile::tempdir().unwrap();
    drop(open(dir.path()));
    let alter = |sql: &str| {
        let connection = rusqlite::Connection::open(dir.path().join("replate.db")).unwrap();
        connection.execute_batch(sql).unwrap();
    };
    let newer = SCHEMA_VERSION + 7;
    alter(&format!("INSERT INTO migrations VALUES ({newer}, 'later', X'00')"));
    for error in [Store::open(dir.path()).err().unwrap(), Store::open_reader(dir.path()).err().unwrap()] {
        let versions =
            matches!(error, StoreError::NewerSchema { found, known } if (found, known) == (newer, SCHEMA_VERSION));
        assert!(versions, "{error}");
        let words = error.to_string();
        assert!(words.contains(&newer.to_string()) && words.contains(&format!("up to {SCHEMA_VERSION}")), "{words}");
    }
    alter(&format!("DELETE FROM migrations WHERE number = {newer}; UPDATE migrations SET sha256 = X'00'"));
    let other = Store::open(dir.path()).err().unwrap();
    assert!(matches!(other, StoreError::OtherMigration { number: 1 }), "{other}");
    alter("DELETE FROM migrations");
    let older = Store::open_reader(dir.path()).err().unwrap();
    assert!(matches!(older, StoreError::OlderSchema { found: 0, known: SCHEMA_VERSION }), "{older}");
}

#[test]
fn a_file_that_is_no_database_is_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("replate.db");
    let letter = b"Dear editor, this is a letter and no database. ".repeat(40);
    std::fs::write(&path, &letter).unwrap();
    let damaged = Store::open(dir.path()).err().unwrap();
    assert!(matches!(damaged, StoreError::Damaged { .. }), "{damaged}");
    assert_eq!(std::fs::read(&path).unwrap(), letter);
    let folder_is_file = Store::open(path.as_path()).err().unwrap();
    assert!(matches!(folder_is_file, StoreError::Io { .. }), "{folder_is_file}");
}

#[test]
fn a_read_sees_the_store_as_it_was_when_it_began() {
    let dir = tempfile::tempdir().unwrap();
    let store = open(dir.path());
    let (begun, has_begun) = mpsc::channel();
    let (go_on, may_go_on) = mpsc::channel::<()>();
    let reader = store.clone();
    let counts = std::thread::spawn(move || {
        read(&reader, move |tx| {
            let before = store::outlets::list_outlets(tx)?.len();
            begun.send(()).unwrap();
            may_go_on.recv().unwrap();
            Ok((before, store::outlets::list_outlets(tx)?.len()))
        })
    });
    has_begun.recv().unwrap();
    outlet(&store, "ledger.example");
    go_on.send(()).unwrap();
    assert_eq!(counts.join().unwrap(), (0, 0));
    assert_eq!(read(&store, store::outlets::list_outlets).len(), 1);
}

#[test]
fn futures_answer_and_a_dropped_one_still_writes() {
    let dir = tempfile::tempdir().unwrap();
    let store = open(dir.path());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let id = store.write(|tx| store::outlets::add_outlet(tx, "A", "a.example", None)).await.unwrap();
        assert_eq!(store.read(move |tx| store::outlets::load_outlet(tx, id)).await.unwrap().name, "A");
        let mut dropped = Box::pin(store.write(|tx| store::outlets::add_outlet(tx, "B", "b.example", None)));
        let soon = std::time::Duration::ZERO;
        let _ = tokio::time::timeout(soon, &mut dropped).await;
        drop(dropped);
    });
    // The writer works in order, so this comes after the dropped one.
    write(&store, |_| Ok(()));
    assert_eq!(read(&store, store::outlets::list_outlets).len(), 2);
}
