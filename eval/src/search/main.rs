//! How long searches take, on SQLite, and on the PostgreSQL server of REPLATE_POSTGRES where there is one.
//!
//! usage: bench-search [--versions N] [--dir FOLDER]
//!
//! Builds a store of N versions (100,000) with the store's own verbs: made-up words that are as frequent as words are
//! (Zipf), in ten languages, of 300 outlets, over 30 days. Then asks. Prints the times to standard error, and to standard
//! output a JSON object of ratios for eval/floors.py: 1.0 is as fast as reading the same versions by their numbers, or, of
//! searches of changes, as listing as many newest ones.
//! With a folder, the SQLite store is kept there.

mod corpus;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use store::{ChangeFilter, Location, Store};
use text::search::Query;

/// Turns that each takes; the fastest counts, because noise only ever adds.
const TURNS: usize = 9;
/// Hits of a page.
const LIMIT: u32 = 30;

fn main() {
    let (mut versions, mut dir) = (100_000, None);
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let value = words.next().unwrap_or_default();
        match word.as_str() {
            "--versions" => versions = value.parse().expect("a number"),
            "--dir" => dir = Some(PathBuf::from(value)),
            _ => panic!("usage: bench-search [--versions N] [--dir FOLDER]"),
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = Location::folder(dir.unwrap_or_else(|| folder.path().join("sqlite")));
    let mut ratios = measure("sqlite", &file, versions);
    if let Ok(server) = std::env::var("REPLATE_POSTGRES") {
        let address: store::DatabaseAddress = server.parse().expect("an address");
        let address = address.with_schema("bench_search").expect("a name");
        let location = Location { dir: folder.path().join("postgres"), server: Some(address.clone()) };
        ratios.extend(measure("postgres", &location, versions));
        store::remove(&address).expect("the schema is removed");
    }
    println!("{}", serde_json::to_string(&ratios).expect("names and numbers"));
}

/// Builds a store, asks it, and returns the ratios by name.
fn measure(name: &str, location: &Location, versions: u32) -> BTreeMap<String, f64> {
    std::fs::create_dir_all(&location.dir).expect("a folder");
    let store = Store::open(location).expect("a store");
    let begun = Instant::now();
    corpus::write(&store, versions);
    let took = begun.elapsed().as_secs_f64();
    eprintln!("{name}: {versions} versions written in {took:.0} s, {:.2} ms each", 1e3 * took / f64::from(versions));
    let mut ratios = BTreeMap::new();
    for (what, query) in corpus::queries() {
        let (found, ours) = best(|| search(&store, &query));
        let named: Vec<_> = found.iter().map(|hit| (hit.article.id, hit.version.number)).collect();
        let (_, theirs) = best(|| {
            let named = named.clone();
            let read = move |tx: &mut store::Tx<'_>| {
                named
                    .iter()
                    .map(|(id, number)| store::versions::find_version(tx, *id, *number))
                    .collect::<Result<Vec<_>, _>>()
            };
            store.read_blocking(read).expect("versions")
        });
        let ratio = theirs.as_secs_f64() / ours.as_secs_f64();
        let (ms, bare) = (1e3 * ours.as_secs_f64(), 1e3 * theirs.as_secs_f64());
        eprintln!(
            "{name}: {ms:8.2} ms  {:3} hits, by number {bare:6.2} ms, ratio {ratio:.3}  {what}: {query}",
            found.len()
        );
        if !found.is_empty() {
            ratios.insert(format!("{name}_{what}"), ratio);
        }
    }
    let newest = || {
        let list = |tx: &mut store::Tx<'_>| store::changes::list_changes(tx, &ChangeFilter::default(), LIMIT);
        store.read_blocking(list).expect("changes").len()
    };
    let (_, theirs) = best(newest);
    for (what, query) in corpus::change_queries() {
        let (found, ours) = best(|| search_changes(&store, &query));
        let ratio = theirs.as_secs_f64() / ours.as_secs_f64();
        let (ms, bare) = (1e3 * ours.as_secs_f64(), 1e3 * theirs.as_secs_f64());
        eprintln!(
            "{name}: {ms:8.2} ms  {found:3} changes, the newest {bare:6.2} ms, ratio {ratio:.3}  {what}: {query}"
        );
        ratios.insert(format!("{name}_{what}"), ratio);
    }
    ratios
}

fn search_changes(store: &Store, query: &str) -> usize {
    let query: Query = query.parse().expect("a query");
    let patience = Duration::from_secs(60);
    let search = move |tx: &mut store::Tx<'_>| store::change_search::search(tx, &query, None, LIMIT, patience);
    store.read_blocking(search).expect("an answer").changes.len()
}

fn search(store: &Store, query: &str) -> Vec<news::Hit> {
    let query: Query = query.parse().expect("a query");
    let search = move |tx: &mut store::Tx<'_>| store::search::search(tx, &query, None, LIMIT, Duration::from_secs(60));
    store.read_blocking(search).expect("an answer").hits
}

fn best<T>(mut work: impl FnMut() -> T) -> (T, Duration) {
    let mut turns = (0..TURNS).map(|_| {
        let begun = Instant::now();
        let done = work();
        (done, begun.elapsed())
    });
    let first = turns.next().expect("a turn");
    turns.fold(first, |best, turn| if turn.1 < best.1 { turn } else { best })
}
