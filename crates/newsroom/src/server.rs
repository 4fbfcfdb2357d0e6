//! The process: a newsroom behind a socket. HTTP/1.1 by hand, one request a connection, so that
//! it can also answer as no HTTP library would: begin and stall, cut the body short, hang up.

use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::answer::Answer;
use crate::clock::Clock;
use crate::control;
use crate::replay::Replay;
use crate::request::Request;
use crate::script::Script;
use crate::shown::Delivery;

/// What a newsroom plays.
#[derive(Debug)]
pub enum Material {
    /// A scripted day.
    Script(Box<Script>),
    /// Recorded pages.
    Replay(Replay),
}

/// Outlets with a clock.
#[derive(Debug, Clone)]
pub struct Newsroom {
    material: Arc<Material>,
    clock: Arc<Clock>,
}

/// The largest request head that is read; browsers send about 1 KB.
const HEAD_LIMIT_BYTES: usize = 16 << 10;
/// The largest body of a request that steers; a time has 30 bytes.
const BODY_LIMIT_BYTES: usize = 4 << 10;
/// How long a client may take to send its request, and how long a stalled answer is held.
const PATIENCE: Duration = Duration::from_secs(600);
/// Chunks are small, so that a page has many.
const CHUNK_BYTES: usize = 1500;

impl Newsroom {
    /// A newsroom whose clock stands at the beginning until it is set.
    pub fn new(material: Material) -> Self {
        let clock = Clock::stepped(material.start());
        Self { material: Arc::new(material), clock: Arc::new(clock) }
    }

    /// A newsroom whose clock runs from the beginning, `speed` script seconds in a real one.
    pub fn running(material: Material, speed: f64) -> Self {
        let clock = Clock::running(material.start(), speed);
        Self { material: Arc::new(material), clock: Arc::new(clock) }
    }

    /// Its clock.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// What it plays.
    pub fn material(&self) -> &Material {
        &self.material
    }

    /// What it answers now.
    pub fn answer(&self, request: &Request) -> Answer {
        match &*self.material {
            Material::Script(script) => script.answer(request, self.clock.now()),
            Material::Replay(replay) => replay.answer(request, self.clock.now()),
        }
    }

    /// Answers connections for ever; dropping the future stops it.
    ///
    /// # Errors
    /// The listener fails for good.
    pub async fn serve(self, listener: TcpListener) -> std::io::Result<()> {
        loop {
            let (connection, _) = listener.accept().await?;
            let room = self.clone();
            tokio::spawn(async move {
                // A client that goes away in the middle is no concern of the newsroom's.
                let _gone = tokio::time::timeout(PATIENCE, room.converse(connection)).await;
            });
        }
    }

    async fn converse(&self, mut connection: TcpStream) -> std::io::Result<()> {
        let mut received = Vec::new();
        let head_end = loop {
            if let Some(at) = received.windows(4).position(|w| w == b"\r\n\r\n") {
                break at;
            }
            if received.len() > HEAD_LIMIT_BYTES || connection.read_buf(&mut received).await? == 0 {
                return Ok(());
            }
        };
        let head = String::from_utf8_lossy(&received[..head_end]).into_owned();
        let Some(request) = Request::parse(&head) else {
            return send(&mut connection, &Answer::new(400, "text/plain", "not HTTP/1.1\n"), false).await;
        };
        let length = request.header("content-length").and_then(|l| l.parse().ok()).unwrap_or(0usize);
        while received.len() < head_end + 4 + length.min(BODY_LIMIT_BYTES) {
            if connection.read_buf(&mut received).await? == 0 {
                break;
            }
        }
        let body = received.get(head_end + 4..).unwrap_or_default();
        let answer = match control::answer(&self.material, &self.clock, &request, body) {
            Some(answer) => answer,
            None => self.answer(&request),
        };
        send(&mut connection, &answer, request.method == "HEAD").await
    }
}

async fn send(connection: &mut TcpStream, answer: &Answer, head_only: bool) -> std::io::Result<()> {
    let percent = match answer.delivery {
        Delivery::HangUp => return Ok(()),
        Delivery::Stall => {
            connection.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n").await?;
            connection.flush().await?;
            let mut ignored = [0; 64];
            while connection.read(&mut ignored).await? > 0 {}
            return Ok(());
        }
        Delivery::CutShort { percent } => usize::from(percent),
        Delivery::Whole => 100,
    };
    let mut head = format!("HTTP/1.1 {} {}\r\n", answer.status, reason(answer.status));
    for (name, value) in &answer.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    let bodiless = answer.status == 304;
    if answer.chunked && !bodiless {
        head.push_str("Transfer-Encoding: chunked\r\n");
    } else if !bodiless {
        head.push_str(&format!("Content-Length: {}\r\n", answer.body.len()));
    }
    head.push_str("Connection: close\r\n\r\n");
    let mut wire = head.into_bytes();
    if !head_only && !bodiless {
        let kept = &answer.body[..answer.body.len() * percent / 100];
        if answer.chunked {
            for chunk in kept.chunks(CHUNK_BYTES) {
                wire.extend_from_slice(format!("{:x}\r\n", chunk.len()).as_bytes());
                wire.extend_from_slice(chunk);
                wire.extend_from_slice(b"\r\n");
            }
            if percent == 100 {
                wire.extend_from_slice(b"0\r\n\r\n");
            }
        } else {
            wire.extend_from_slice(kept);
        }
    }
    connection.write_all(&wire).await?;
    connection.shutdown().await
}

/// The words beside a status; clients ignore them.
const fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        302 => "Found",
        304 => "Not Modified",
        403 => "Forbidden",
        404 => "Not Found",
        410 => "Gone",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        _ => "As Scripted",
    }
}

impl Material {
    /// When its time begins.
    pub fn start(&self) -> jiff::Timestamp {
        match self {
            Self::Script(script) => script.start(),
            Self::Replay(replay) => replay.span().0,
        }
    }

    /// When its time ends: nothing changes afterwards.
    pub fn end(&self) -> jiff::Timestamp {
        match self {
            Self::Script(script) => script.end(),
            Self::Replay(replay) => replay.span().1,
        }
    }

    /// Its hosts, for a dial table.
    pub fn hosts(&self) -> Vec<String> {
        match self {
            Self::Script(script) => script.outlets().iter().map(|o| o.host.clone()).collect(),
            Self::Replay(replay) => replay.hosts().map(str::to_owned).collect(),
        }
    }

    /// Its feeds: the outlet's name and the feed's address.
    pub fn feeds(&self) -> Vec<(String, String)> {
        match self {
            Self::Script(script) => {
                let feed = |o: &crate::OutletPlan| (o.name.clone(), format!("http://{}{}", o.host, o.feed.path));
                script.outlets().iter().map(feed).collect()
            }
            Self::Replay(replay) => {
                let feed = |h: &str| (h.to_owned(), format!("http://{h}{}", crate::REPLAY_FEED));
                replay.hosts().map(feed).collect()
            }
        }
    }
}
