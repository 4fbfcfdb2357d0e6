//! A server that sends exactly the bytes it is told to, and remembers what it was asked.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use fetch::{Config, DialTable, FetchError, Fetcher, Limits};
use jiff::Timestamp;
use news::{Exchange, Validators};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpListener;

/// The names under which tests reach the server; nothing else is in the dial table.
pub const HOSTS: [&str; 4] = ["outlet.example", "www.outlet.example", "other.example", "third.example"];

/// What the server does after it has read a request; then it closes the connection.
#[derive(Debug, Clone)]
pub enum Step {
    /// Sends these bytes.
    Send(Vec<u8>),
    /// Sends these bytes one by one with this pause between them.
    Drip(Vec<u8>, Duration),
    /// Sends these bytes again and again until the other side is gone.
    Flood(Vec<u8>),
    /// Does nothing for that long.
    Stall(Duration),
}

/// Sends `text` and closes.
pub fn send(text: impl Into<Vec<u8>>) -> Vec<Step> {
    vec![Step::Send(text.into())]
}

/// A complete answer.
pub fn page(status: &str, fields: &str, body: &str) -> Vec<Step> {
    send(format!("HTTP/1.1 {status}\r\n{fields}Content-Length: {}\r\n\r\n{body}", body.len()))
}

pub struct Server {
    pub address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Answers with `reply(host, path, request head)`; an empty reply to `/robots.txt` becomes a 404.
    pub async fn new(reply: impl Fn(&str, &str, &str) -> Vec<Step> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("a bound socket has an address");
        let asked: Arc<Mutex<Vec<String>>> = Arc::default();
        let (log, reply) = (Arc::clone(&asked), Arc::new(reply));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (log, reply) = (Arc::clone(&log), Arc::clone(&reply));
                tokio::spawn(async move { converse(stream, &log, &*reply).await });
            }
        });
        Self { address, asked }
    }

    /// A server that gives one page at every path.
    pub async fn always(steps: Vec<Step>) -> Self {
        Self::new(move |_, path, _| if path == "/robots.txt" { vec![] } else { steps.clone() }).await
    }

    /// The request heads so far.
    pub fn heads(&self) -> Vec<String> {
        self.asked.lock().expect("no test panics while asking").clone()
    }

    /// `host path` of each request so far.
    pub fn asked(&self) -> Vec<String> {
        self.heads().iter().map(|head| format!("{} {}", field(head, "Host"), path(head))).collect()
    }

    /// The same without robots.txt.
    pub fn pages(&self) -> Vec<String> {
        self.asked().into_iter().filter(|line| !line.ends_with("/robots.txt")).collect()
    }

    /// Without pace, and with the usual limits.
    pub fn config(&self) -> Config {
        Config {
            dial: HOSTS.map(|host| (host.to_owned(), self.address)).into_iter().collect::<DialTable>(),
            pace: Duration::ZERO,
            ..Config::new("https://replate.example/about")
        }
    }

    /// The same with limits in milliseconds, for servers that stall.
    pub fn hasty(&self) -> Fetcher {
        let limits = Limits {
            head: Duration::from_millis(600),
            idle: Duration::from_millis(300),
            total: Duration::from_millis(1500),
            ..Limits::default()
        };
        Fetcher::new(Config { limits, ..self.config() })
    }

    pub fn fetcher(&self) -> Fetcher {
        Fetcher::new(self.config())
    }

    /// One look of a new fetcher.
    pub async fn look(&self, url: &str) -> Result<Exchange, FetchError> {
        self.fetcher().look(url, &Validators::default(), now()).await
    }
}

pub fn now() -> Timestamp {
    "2026-11-22T08:00:00Z".parse().expect("a time")
}

/// Reads one request, notes it, and plays the reply.
pub async fn converse<S: AsyncRead + AsyncWrite + Unpin>(
    mut stream: S,
    log: &Mutex<Vec<String>>,
    reply: &(dyn Fn(&str, &str, &str) -> Vec<Step> + Send + Sync),
) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        match stream.read_u8().await {
            Ok(byte) => head.push(byte),
            Err(_) => return,
        }
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    log.lock().expect("no test panics while asking").push(head.clone());
    let mut steps = reply(field(&head, "Host"), path(&head), &head);
    if steps.is_empty() && path(&head) == "/robots.txt" {
        steps = page("404 Not Found", "", "");
    }
    for step in steps {
        let _ = play(&mut stream, step).await; // the other side may hang up when it has had enough
    }
    let _ = stream.shutdown().await;
}

pub async fn play<S: AsyncWrite + Unpin>(stream: &mut S, step: Step) -> std::io::Result<()> {
    match step {
        Step::Send(bytes) => stream.write_all(&bytes).await?,
        Step::Stall(time) => tokio::time::sleep(time).await,
        Step::Drip(bytes, pause) => {
            for byte in bytes {
                stream.write_all(&[byte]).await?;
                stream.flush().await?;
                tokio::time::sleep(pause).await;
            }
        }
        Step::Flood(bytes) => loop {
            stream.write_all(&bytes).await?;
        },
    }
    stream.flush().await
}

/// The value of a field of a request head, or nothing.
pub fn field<'a>(head: &'a str, name: &str) -> &'a str {
    let lines = head.lines().filter_map(|line| line.split_once(": "));
    lines.filter(|(n, _)| *n == name).map(|(_, value)| value).next().unwrap_or_default()
}

fn path(head: &str) -> &str {
    head.split(' ').nth(1).unwrap_or_default()
}
