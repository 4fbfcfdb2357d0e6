//! Stores that are older than search, and those whose index differs from their versions.

use std::time::Duration;

use store::soundness::{self, Range};
use store::{Filled, Location, Store};

use crate::stage::*;

/// Takes a store back to before there was search, and takes along what came after it. The views that a later migration
/// replaces need only be there.
const BACK: &str = "DROP TABLE search_docs; DROP TABLE search_index; DROP VIEW listed_articles; \
    DROP VIEW shown_articles; DROP VIEW shown_versions; DROP VIEW shown_changes; DROP VIEW hidden_versions; \
    DROP VIEW withdrawn_elsewhere; DROP TABLE merges; DROP TABLE memories; DROP TABLE epochs; \
    DROP TABLE change_tokens; DROP INDEX changes_untyped; ALTER TABLE changes DROP COLUMN comparer; \
    ALTER TABLE changes DROP COLUMN stealth; ALTER TABLE changes DROP COLUMN told_look; ALTER TABLE articles ADD COLUMN alias_of INTEGER; \
    CREATE VIEW shown_articles AS SELECT 1 AS one; CREATE VIEW shown_versions AS SELECT 1 AS one; \
    CREATE VIEW shown_changes AS SELECT 1 AS one; CREATE VIEW hidden_versions AS SELECT 1 AS one; \
    DELETE FROM migrations WHERE number >= (SELECT number FROM migrations WHERE name = 'search')";

fn found(store: &Store) -> (usize, bool) {
    let query = "ferry".parse().unwrap();
    let found = read(store, move |tx| store::search::search(tx, &query, None, 99, Duration::from_secs(9)));
    (found.hits.len(), found.filling)
}

fn fill(store: &Store, limit: u32) -> Filled {
    write(store, move |tx| store::search::fill(tx, limit))
}

fn an_older_store_becomes_searchable(location: &Location, back: impl FnOnce()) {
    let store = Store::open(location).unwrap();
    assert_eq!((fill(&store, 9), found(&store)), (Filled::Done, (0, false)), "a new store has nothing to fill");
    let outlet = outlet(&store, "ledger.example");
    let ids: Vec<_> = (0..7).map(|i| article(&store, outlet, &format!("https://ledger.example/{i}"), i)).collect();
    record(&store, ids.iter().map(|id| first_sight(*id, 1, id.number.into(), (1, "a"), None, None)).collect());
    assert_eq!(found(&store), (7, false));
    drop(store);
    back();

    let store = Store::open(location).unwrap();
    assert_eq!(found(&store), (0, true), "it says that it is not all");
    record(&store, vec![first_sight(ids[6], 2, 50, (2, "b"), Some(1), None)]);
    assert_eq!(found(&store), (1, true), "what comes in meanwhile is found at once");
    assert_eq!(fill(&store, 3), Filled::Added(3));
    drop(store);
    let store = Store::open(location).unwrap();
    assert_eq!(found(&store), (4, true), "a restart goes on where it was");
    while fill(&store, 3) != Filled::Done {}
    assert_eq!(found(&store), (7, false), "the seventh is one hit with its second version");
}

#[test]
fn an_older_store_becomes_searchable_on_sqlite() {
    let dir = tempfile::tempdir().unwrap();
    an_older_store_becomes_searchable(&Location::folder(dir.path()), || {
        let connection = rusqlite::Connection::open(dir.path().join("replate.db")).unwrap();
        connection.execute_batch(BACK).unwrap();
    });
}

#[test]
fn an_older_store_becomes_searchable_on_postgres() {
    let Some(schema) = Schema::new() else { return };
    an_older_store_becomes_searchable(&schema.location, || schema.client().batch_execute(BACK).unwrap());
}

/// Each breaks the index of a store with seven versions; what is found of it then, in the order of the articles.
const BREAKS: [(&str, &[&str]); 3] = [
    ("SELECT 1", &[]),
    (
        "DELETE FROM search_docs WHERE article_id IN (SELECT min(article_id) FROM search_docs)",
        &["a version that the index of search does not know"],
    ),
    (
        "UPDATE search_docs SET number = 77 WHERE article_id IN (SELECT min(article_id) FROM search_docs)",
        &["a version that the index of search does not know", "an entry of the index of search that is of no version"],
    ),
];

fn a_broken_index_is_found_out_and_made_again(store: &Store, mut run: impl FnMut(&str)) {
    let outlet = outlet(store, "ledger.example");
    let ids: Vec<_> = (0..7).map(|i| article(store, outlet, &format!("https://ledger.example/{i}"), i)).collect();
    record(store, ids.iter().map(|id| first_sight(*id, 1, id.number.into(), (1, "a"), None, None)).collect());
    let astray = || {
        let all = read(store, |tx| Range::START.next(tx, 99)).expect("a range");
        let astray = read(store, move |tx| soundness::search_astray(tx, all));
        astray.into_iter().map(|row| (row.what, row.article)).collect::<Vec<_>>()
    };
    for (breaks, want) in BREAKS {
        run(breaks);
        let want: Vec<_> = want.iter().map(|what| (*what, ids[0])).collect();
        assert_eq!(astray(), want, "{breaks}");
        write(store, store::search::empty);
        assert_eq!((found(store), astray().len()), ((0, true), 7), "{breaks}: emptied, and it says so");
        while fill(store, 3) != Filled::Done {}
        assert_eq!((found(store), astray()), ((7, false), vec![]), "{breaks}: made again");
    }
}

#[test]
fn a_broken_index_is_found_out_and_made_again_on_sqlite() {
    let dir = tempfile::tempdir().unwrap();
    let store = open(dir.path());
    let connection = rusqlite::Connection::open(dir.path().join("replate.db")).unwrap();
    a_broken_index_is_found_out_and_made_again(&store, |text| connection.execute_batch(text).unwrap());
}

#[test]
fn a_broken_index_is_found_out_and_made_again_on_postgres() {
    let Some(schema) = Schema::new() else { return };
    let mut client = schema.client();
    a_broken_index_is_found_out_and_made_again(&schema.open(), |text| client.batch_execute(text).unwrap());
}

/// A table whose values are long has few pages of its own, and the server would rather read it: that takes it twenty times
/// as long.
#[test]
fn a_search_goes_by_the_index_of_a_table_that_has_few_pages() {
    let Some(schema) = Schema::new() else { return };
    let store = schema.open();
    let outlet = outlet(&store, "ledger.example");
    let id = article(&store, outlet, "https://ledger.example/1", 0);
    record(&store, vec![first_sight(id, 1, 1, (1, "a"), None, None)]);
    let mut client = schema.client();
    client.batch_execute("ANALYZE search_index").unwrap();
    assert_eq!(found(&store), (1, false));
    drop(store);
    // What a session did is counted when it ends.
    let times = "SELECT coalesce(idx_scan, 0) FROM pg_stat_user_indexes \
        WHERE indexrelname = 'search_index_tokens' AND schemaname = current_schema()";
    let used = (0..50).any(|_| {
        std::thread::sleep(Duration::from_millis(100));
        client.query_one(times, &[]).unwrap().get::<_, i64>(0) > 0
    });
    assert!(used, "the search read the table");
}
