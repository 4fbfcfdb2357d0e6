//! A store with a day in it, and a server over it.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::num::NonZeroU32;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use news::{
    ArticleId, Block, BlockKind, CaptureId, Digest, Failure, Look, NextLook, Place, Reading, Refused, Sighting,
    Validators, Version,
};
use publish::Site;
use store::{CaptureRow, NewArticle, NewChange, Store, Visit};
use tokio::sync::oneshot;

pub fn at(minutes: i64) -> Timestamp {
    "2026-03-02T06:00:00Z".parse::<Timestamp>().expect("a time") + SignedDuration::from_mins(minutes)
}

pub fn reading(headline: &str, paragraphs: &[&str]) -> Reading {
    let block = |text: &&str| Block { kind: BlockKind::Paragraph, text: (*text).to_owned() };
    Reading {
        headline: Some(headline.into()),
        body: paragraphs.iter().map(block).collect(),
        language: Some("en".into()),
        reader: "replate-1".into(),
        ..Reading::default()
    }
}

const LINES: [&str; 5] = [
    "The night ferry will leave the old quay at ten.",
    "It takes 40 passengers and costs £1.50.",
    "The harbour office had asked for it since the bridge was closed.",
    "Bicycles are carried free of charge.",
    "The first boat leaves on Friday.",
];

fn versions() -> [Reading; 3] {
    let more = LINES[1].replace("40", "400");
    let second = reading("Ferry to run at night", &[LINES[0], &more, LINES[2], LINES[3], LINES[4]]);
    let third = reading("Ferry to run all night", &[LINES[0], &more, LINES[2], LINES[3]]);
    [reading("Ferry to run at night", &LINES), second, third]
}

fn visit(article: ArticleId, i: u32, before: Option<&Reading>, reading: &Reading) -> Visit {
    let id = CaptureId { article, look: i };
    let number = NonZeroU32::new(i).expect("from 1");
    let seen = at(i64::from(i) * 60);
    let version = Version::read(number, id, seen, reading);
    let place = Place { segment: 1, offset: u64::from(i) * 1000, length: 900 };
    let url = "https://ledger.example/ferry".to_owned();
    let body_digest = Digest::of(id.to_string());
    let capture = CaptureRow { id, place, at: seen, status: 200, url, body_digest, body_bytes: 900, revisit: false };
    let change = |before| NewChange {
        from: NonZeroU32::new(i - 1).expect("from 1"),
        change: compare::compare(before, reading, &compare::Circumstances::default()),
        alike: Vec::new(),
        tells: Vec::new(),
    };
    Visit {
        article,
        look: Look { number: i, at: seen, sighting: Sighting::Article, failure: None, shows: Some(number) },
        moved_to: None,
        capture: Some(capture),
        reading: Some(reading.clone()),
        version: Some(version),
        change: before.map(change),
        refused: None,
        validators: Validators::default(),
        next: NextLook::At(at(i64::from(i) * 60 + 30)),
        gap: SignedDuration::from_mins(30),
        failures_in_row: 0,
        gone_in_row: 0,
    }
}

/// A store with one outlet, an article of three versions, one that was never looked at, one that was
/// withdrawn and one that robots.txt refuses.
pub fn store(dir: &std::path::Path) -> Store {
    let store = Store::open(dir).expect("a new store");
    let fill = |tx: &mut store::Tx<'_>| {
        let outlet = store::outlets::add_outlet(tx, "The Harbour Ledger", "ledger.example", None)?;
        let feed = "https://ledger.example/feed";
        store::feeds::add_feed(tx, outlet, feed, Some("Ledger"), &[], &[], at(0))?;
        let mut ids = Vec::new();
        for path in ["ferry", "quay", "secret", "private/<b>"] {
            let url = format!("https://ledger.example/{path}");
            let key = discover::address::key(&url).expect("an address");
            let new = NewArticle { key, url, title: Some("Ferry".into()), published_at: None, feed: None };
            ids.push(store::articles::add_article(tx, outlet, &new, at(0), at(0))?.0);
        }
        let read = versions();
        let mut visits = Vec::new();
        for (i, reading) in read.iter().enumerate() {
            let before = i.checked_sub(1).map(|b| &read[b]);
            visits.push(visit(ids[0], i as u32 + 1, before, reading));
        }
        let mut refused = visit(ids[3], 1, None, &read[0]);
        refused.look =
            Look { sighting: Sighting::Error, failure: Some(Failure::Disallowed), shows: None, ..refused.look };
        (refused.capture, refused.reading, refused.version) = (None, None, None);
        let (address, rule) = ("ledger.example/private/<b>".to_owned(), "Disallow: /private".to_owned());
        refused.refused = Some(Refused { address, rule });
        visits.push(refused);
        store::visits::record_visits(tx, "boot-1", &visits, None)?;
        let withdrawn = store::Withdrawal {
            article: ids[2],
            version: None,
            at: at(200),
            reason: "A court asked us to.".into(),
            legal: false,
            by: None,
            restored: None,
        };
        store::withdrawals::withdraw(tx, &withdrawn)?;
        Ok(())
    };
    store.write_blocking(fill).expect("the store can be filled");
    store
}

/// A fourth version of the ferry's article is seen.
pub fn change(store: &Store) {
    let read = versions();
    let article = ArticleId::new(news::OutletId(1), 1);
    let fourth = visit(article, 4, Some(&read[2]), &reading("Ferry to run at noon", &LINES));
    let record = move |tx: &mut store::Tx<'_>| store::visits::record_visits(tx, "boot-1", &[fourth], None);
    store.write_blocking(record).expect("the store can be written");
}

/// A running site; it stops when dropped.
pub struct Running {
    pub address: SocketAddr,
    pub store: Store,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<std::thread::JoinHandle<()>>,
    _dir: tempfile::TempDir,
}

impl Running {
    pub fn start(public: bool) -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let store = store(dir.path());
        let (shown, archive) = (store.clone(), dir.path().join("archive"));
        let (stop, stopped) = oneshot::channel();
        let (tell, told) = std::sync::mpsc::channel();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
            runtime.expect("a runtime").block_on(async move {
                let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
                tell.send(listener.local_addr().expect("an address")).expect("the test waits");
                let site = Site { name: "Replate".into(), base: "http://replate.example".into(), public };
                let state = web::State::new(shown, archive::Reader::new(archive), site, || at(240));
                let shutdown = async {
                    stopped.await.ok();
                };
                web::serve(listener, state, shutdown).await.expect("serves");
            });
        });
        let address = told.recv().expect("the server starts");
        Self { address, store, stop: Some(stop), thread: Some(thread), _dir: dir }
    }

    /// Sends bytes, reads until the server closes.
    pub fn send(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(self.address).expect("it listens");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a timeout");
        // The server may refuse and close before all is sent.
        let _ = stream.write_all(request.as_bytes());
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Tells the server to stop and waits until it has.
    pub fn stop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            thread.join().expect("the server ends without a panic");
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop();
    }
}
