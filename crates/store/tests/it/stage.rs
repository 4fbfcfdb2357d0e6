//! What the tests' outlets publish: fictional names, a clock that is an argument.

use std::num::NonZeroU32;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

use jiff::{SignedDuration, Timestamp};
use news::{
    ArticleId, Block, BlockKind, CaptureId, Change, ChangeKind, Digest, Look, NextLook, OutletId, Place, Reading,
    Sighting, Validators, Version,
};
use store::withdrawals::Restored;
use store::{CaptureRow, DatabaseAddress, Location, NewArticle, NewChange, Store, StoreError, Tx, Visit, Withdrawal};

/// The boot of the one process in most tests.
pub const BOOT: &str = "boot-1";

/// `minutes` after the tests' day begins.
pub fn at(minutes: i64) -> Timestamp {
    "2026-03-02T06:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_mins(minutes)
}

pub fn n(number: u32) -> NonZeroU32 {
    NonZeroU32::new(number).unwrap()
}

pub fn open(dir: &Path) -> Store {
    Store::open(dir).unwrap()
}

/// A schema of its own on the server of REPLATE_POSTGRES, and a folder; both are removed at the end.
pub struct Schema {
    pub location: Location,
    pub address: DatabaseAddress,
    _dir: tempfile::TempDir,
}

impl Schema {
    /// `None`, and a word about it, without REPLATE_POSTGRES.
    pub fn new() -> Option<Self> {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let Ok(server) = std::env::var("REPLATE_POSTGRES") else {
            println!("skipped: REPLATE_POSTGRES");
            return None;
        };
        let name = format!("test_{}_{}", std::process::id(), MADE.fetch_add(1, Ordering::Relaxed));
        let address = server.parse::<DatabaseAddress>().unwrap().with_schema(&name).unwrap();
        let dir = tempfile::tempdir().unwrap();
        let location = Location { dir: dir.path().to_owned(), server: Some(address.clone()) };
        Some(Self { location, address, _dir: dir })
    }

    pub fn open(&self) -> Store {
        Store::open(&self.location).unwrap()
    }

    /// A connection of the test's own, in the schema.
    pub fn client(&self) -> postgres::Client {
        let server = std::env::var("REPLATE_POSTGRES").unwrap();
        let mut client = postgres::Client::connect(&server, postgres::NoTls).unwrap();
        client.batch_execute(&format!("SET search_path TO {}", self.address.schema())).unwrap();
        client
    }
}

impl Drop for Schema {
    fn drop(&mut self) {
        if let Err(error) = store::remove(&self.address) {
            println!("{} is left: {error}", self.address);
        }
    }
}

/// Runs a verb in a transaction of its own.
pub fn write<T: Send + 'static>(
    store: &Store,
    verb: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
) -> T {
    store.write_blocking(verb).unwrap()
}

pub fn read<T: Send + 'static>(
    store: &Store,
    verb: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
) -> T {
    store.read_blocking(verb).unwrap()
}

pub fn outlet(store: &Store, domain: &str) -> OutletId {
    let domain = domain.to_owned();
    write(store, move |tx| store::outlets::add_outlet(tx, "The Harbour Ledger", &domain, None))
}

pub fn new_article(url: &str) -> NewArticle {
    NewArticle {
        key: url.trim_start_matches("https://").to_owned(),
        url: url.to_owned(),
        title: Some("Ferry to run at night".into()),
        published_at: Some("2026-03-02T05:30:00Z".into()),
        feed: None,
    }
}

/// An article at `url`, heard of and due at minute `due`.
pub fn article(store: &Store, outlet: OutletId, url: &str, due: i64) -> ArticleId {
    let new = new_article(url);
    write(store, move |tx| store::articles::add_article(tx, outlet, &new, at(due), at(due))).0
}

pub fn reading(text: &str) -> Reading {
    let paragraph = |text: &str| Block { kind: BlockKind::Paragraph, text: text.to_owned() };
    Reading {
        headline: Some(format!("On {text}")),
        body: vec![paragraph("The ferry has crossed the bay since 1911."), paragraph(text)],
        language: Some("en".into()),
        reader: "replate-1".into(),
        ..Reading::default()
    }
}

pub fn version(id: CaptureId, number: u32, text: &str, returns_to: Option<u32>, seen: Timestamp) -> Version {
    let reading = reading(text);
    Version { returns_to: returns_to.map(n), ..Version::read(n(number), id, seen, &reading) }
}

pub fn capture(id: CaptureId, url: &str, seen: Timestamp) -> CaptureRow {
    let place = Place { segment: 1, offset: u64::from(id.look) * 1000, length: 900 };
    let body_digest = Digest::of(id.to_string());
    CaptureRow { id, place, at: seen, status: 200, url: url.into(), body_digest, body_bytes: 4_000, revisit: false }
}

/// A look at minute `minute` that was taken for `sighting` and showed version `shows`.
pub fn visit(article: ArticleId, number: u32, minute: i64, sighting: Sighting, shows: Option<u32>) -> Visit {
    Visit {
        article,
        look: Look { number, at: at(minute), sighting, failure: None, shows: shows.map(n) },
        moved_to: None,
        capture: None,
        reading: None,
        version: None,
        change: None,
        refused: None,
        validators: Validators { etag: Some(format!("\"{number}\"")), last_modified: None },
        next: NextLook::At(at(minute + 30)),
        gap: SignedDuration::from_mins(30),
        failures_in_row: 0,
        gone_in_row: 0,
    }
}

/// A look that is the first to show version `number` with `text`; `from` is the version before.
pub fn first_sight(
    article: ArticleId,
    look: u32,
    minute: i64,
    (number, text): (u32, &str),
    from: Option<u32>,
    returns_to: Option<u32>,
) -> Visit {
    let id = CaptureId { article, look };
    let change = Change { kinds: vec![ChangeKind::Reworded], ..Change::default() };
    Visit {
        capture: Some(capture(id, "https://ledger.example/ferry", at(minute))),
        reading: Some(reading(text)),
        version: Some(version(id, number, text, returns_to, at(minute))),
        change: from.map(|from| NewChange { from: n(from), change, alike: Vec::new(), tells: Vec::new() }),
        ..visit(article, look, minute, Sighting::Article, Some(number))
    }
}

/// A withdrawal of an article, or of one of its versions.
pub fn withdrawal(article: ArticleId, version: Option<CaptureId>, minute: i64) -> Withdrawal {
    let (reason, by) = ("names a child".to_owned(), Some("ann".to_owned()));
    Withdrawal { article, version, at: at(minute), reason, legal: false, by, restored: None }
}

/// The end of a withdrawal.
pub fn restored(minute: i64) -> Restored {
    Restored { at: at(minute), by: Some("bob".into()), reason: Some("it did not".into()) }
}

/// Records visits as the boot of most tests.
pub fn record(store: &Store, visits: Vec<Visit>) -> store::Recorded {
    write(store, move |tx| store::visits::record_visits(tx, BOOT, &visits, None))
}
