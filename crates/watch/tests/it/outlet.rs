//! An outlet on a socket of this machine that answers as a test says, and a watcher that looks at it.

use std::collections::HashMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use store::Store;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use watch::{Desk, Event, Settings, Stages, Watcher, Wish};

/// The hosts that lead to the outlet's socket.
const HOSTS: [&str; 3] = ["ledger.example", "www.ledger.example", "tribune.example"];

/// `minutes` after the tests' day begins.
pub fn at(minutes: i64) -> Timestamp {
    "2026-03-02T06:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_mins(minutes)
}

/// An answer: status, header fields, body.
#[derive(Debug, Clone, Default)]
pub struct Said {
    status: u16,
    fields: String,
    body: Vec<u8>,
}

impl Said {
    pub fn new(status: u16, media_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, fields: format!("Content-Type: {media_type}\r\n"), body: body.into() }
    }

    pub fn page(body: impl Into<Vec<u8>>) -> Self {
        Self::new(200, "text/html; charset=utf-8", body)
    }

    pub fn feed(entries: &[&str]) -> Self {
        let item = |path: &&str| {
            format!(
                "<item><title>About {path}</title><link>http://ledger.example/{path}</link><guid>{path}</guid></item>"
            )
        };
        let items: String = entries.iter().map(item).collect();
        let feed = format!("<rss version=\"2.0\"><channel><title>The Harbour Ledger</title>{items}</channel></rss>");
        Self::new(200, "application/rss+xml", feed)
    }

    pub fn moved(status: u16, to: &str) -> Self {
        Self::new(status, "text/html", "moved").with("Location", to)
    }

    /// Writes something else in the body.
    pub fn replace(&mut self, what: &str, with: &str) {
        self.body = String::from_utf8_lossy(&self.body).replace(what, with).into_bytes();
    }

    /// With more at the end of its body.
    pub fn with_end(mut self, more: &str) -> Self {
        self.body.extend_from_slice(more.as_bytes());
        self
    }

    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.push_str(&format!("{name}: {value}\r\n"));
        self
    }
}

/// A request as it came: the address without its scheme, and its head.
#[derive(Debug, Clone)]
pub struct Asked {
    pub address: String,
    pub head: String,
}

impl Asked {
    pub fn is_conditional(&self) -> bool {
        let head = self.head.to_ascii_lowercase();
        head.contains("if-none-match") || head.contains("if-modified-since")
    }
}

type Answers = Arc<Mutex<HashMap<String, Said>>>;

/// An outlet that answers 404 to what it was not told.
pub struct Outlet {
    socket: SocketAddr,
    answers: Answers,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Outlet {
    pub async fn open() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let outlet = Self { socket: listener.local_addr().unwrap(), answers: Arc::default(), asked: Arc::default() };
        let (answers, asked) = (outlet.answers.clone(), outlet.asked.clone());
        tokio::spawn(async move {
            while let Ok((connection, _)) = listener.accept().await {
                tokio::spawn(converse(connection, answers.clone(), asked.clone()));
            }
        });
        outlet
    }

    /// What stands at an address (`ledger.example/feed.xml`) from now on.
    pub fn says(&self, address: &str, said: Said) {
        self.answers.lock().unwrap().insert(address.to_owned(), said);
    }

    /// What was asked for so far at an address, oldest first.
    pub fn asked_for(&self, address: &str) -> Vec<Asked> {
        self.asked.lock().unwrap().iter().filter(|asked| asked.address == address).cloned().collect()
    }

    pub fn fetcher(&self) -> fetch::Fetcher {
        fetch::Fetcher::new(fetch::Config {
            contact: "tests@replate.example".into(),
            pace: Duration::ZERO,
            dial: HOSTS.iter().map(|host| ((*host).to_owned(), self.socket)).collect(),
            ..fetch::Config::default()
        })
    }

    pub fn stages(&self, dir: &Path) -> Stages {
        self.stages_in_segments(dir, archive::Config::default().segment_bytes)
    }

    /// Stages whose archive begins a new segment when one has so many bytes.
    pub fn stages_in_segments(&self, dir: &Path, segment_bytes: u64) -> Stages {
        self.stages_over(Store::open(dir).unwrap(), dir, segment_bytes)
    }

    fn stages_over(&self, store: Store, dir: &Path, segment_bytes: u64) -> Stages {
        let recorded = store.read_blocking(store::visits::archive_end).unwrap();
        let config = archive::Config { recorded, segment_bytes, ..archive::Config::default() };
        let (archive, _) = archive::Archive::open(&dir.join("archive"), config).unwrap();
        let reader = archive.reader();
        let ledger = archive::Ledger::new(dir.join("archive"), "replate/0.1.0");
        Stages { fetcher: self.fetcher(), archive: Arc::new(Mutex::new(archive)), ledger, reader, store }
    }
}

async fn converse(mut connection: TcpStream, answers: Answers, asked: Arc<Mutex<Vec<Asked>>>) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        match connection.read_u8().await {
            Ok(byte) => head.push(byte),
            Err(_) => return,
        }
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let path = head.split(' ').nth(1).unwrap_or("/");
    let host = head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("host: ").map(str::to_owned));
    let asked_for = Asked { address: format!("{}{path}", host.unwrap_or_default()), head: head.clone() };
    let mut said =
        answers.lock().unwrap().get(&asked_for.address).cloned().unwrap_or(Said::new(404, "text/html", "no"));
    // Whoever knows the ETag is told that nothing changed, whether that is true or not.
    let tag = said.fields.lines().find_map(|line| line.strip_prefix("ETag: "));
    if said.status == 200 && tag.is_some_and(|tag| head.contains(tag)) {
        (said.status, said.body) = (304, Vec::new());
    }
    asked.lock().unwrap().push(asked_for);
    let head = format!(
        "HTTP/1.1 {} Said\r\n{}Content-Length: {}\r\nConnection: close\r\n\r\n",
        said.status,
        said.fields,
        said.body.len()
    );
    let _gone = connection.write_all(&[head.into_bytes(), said.body].concat()).await;
}

/// A watcher over stages, and what it told.
/// Where somebody adds what is watched.
pub fn desk(stages: &Stages) -> Desk {
    Desk { store: stages.store.clone(), ledger: stages.ledger.clone(), by: "ann".into() }
}

pub fn watcher(stages: &Stages) -> (Watcher, Arc<Mutex<Vec<Event>>>) {
    watcher_that_keeps(stages, archive::Keep::All, None)
}

pub fn watcher_that_keeps(
    stages: &Stages,
    keep: archive::Keep,
    budget: Option<store::DiskBudget>,
) -> (Watcher, Arc<Mutex<Vec<Event>>>) {
    let told: Arc<Mutex<Vec<Event>>> = Arc::default();
    let ears = told.clone();
    let settings = Settings { workers: 4, keep, budget, boot: "boot-1".into() };
    (Watcher::new(stages.clone(), settings, move |event| ears.lock().unwrap().push(event)), told)
}

pub fn wish(address: &str) -> Wish {
    Wish { address: address.to_owned(), ..Wish::default() }
}

/// A page with an article.
pub fn article(headline: &str) -> Said {
    let text = "The harbour board met on Monday and spoke for two hours about the ferry, its crew and its price. ";
    Said::page(format!(
        "<!doctype html><html lang=en><head><title>{headline}</title></head><body><article><h1>{headline}</h1>\
         <p>{}</p><p>{}</p><p>{}</p></article></body></html>",
        text.repeat(2),
        "Nobody was hurt, and the board will meet again in April to hear what the engineers have found. ".repeat(2),
        "A fare of three crowns was named, which is one crown more than in the year before the bridge. ".repeat(2),
    ))
}

/// A front page that links to articles.
pub fn front(links: &[(&str, &str)]) -> Said {
    let teaser = |(path, headline): &(&str, &str)| {
        format!("<article><h2><a href=\"/{path}\">{headline}</a></h2><p>More about it inside.</p></article>")
    };
    let teasers: String = links.iter().map(teaser).collect();
    Said::page(format!(
        "<!doctype html><html lang=en><head><title>The Harbour Ledger</title></head><body>\
         <nav><a href=\"/about\">About us</a> <a href=\"/contact\">Contact</a></nav><main>{teasers}</main></body></html>"
    ))
}

/// Does all that is due from minute `from` to minute `to`.
pub async fn play(watcher: &Watcher, stages: &Stages, from: i64, to: i64) {
    let mut now = at(from);
    while now <= at(to) {
        watcher.pass(now).await.unwrap();
        let Some(next) = stages.store.read(store::agenda::next_due).await.unwrap() else { return };
        now = next.max(now + SignedDuration::from_secs(1));
    }
}

/// All feeds that are watched.
pub async fn feeds(stages: &Stages) -> Vec<news::Feed> {
    stages.store.read(store::feeds::all_feeds).await.unwrap()
}

/// All feeds of a store that is made again of archive and ledger in `dir`.
pub async fn feeds_rebuilt(outlet: &Outlet, dir: &Path) -> Vec<news::Feed> {
    let copy = tempfile::tempdir().unwrap();
    let archive = copy.path().join("archive");
    std::fs::create_dir(&archive).unwrap();
    for file in std::fs::read_dir(dir.join("archive")).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), archive.join(file.file_name())).unwrap();
    }
    let store = Store::open_to_rebuild(store::Location::folder(copy.path())).unwrap();
    let stages = outlet.stages_over(store, copy.path(), archive::Config::default().segment_bytes);
    watch::rebuild(&stages, |_, _| ()).await.unwrap();
    feeds(&stages).await
}

/// The addresses of all articles, sorted.
pub async fn articles(stages: &Stages) -> Vec<String> {
    let all = stages.store.read(|tx| store::articles::list_articles(tx, None, None, 99)).await.unwrap();
    let mut all: Vec<String> = all.into_iter().map(|article| article.url).collect();
    all.sort();
    all
}
