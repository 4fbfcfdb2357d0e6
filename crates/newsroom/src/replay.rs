//! Recorded pages played again: JSON Lines `{time, url, status, headers, file, truth?}`.

use std::collections::{BTreeMap, HashMap};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use url::Url;

use crate::answer::{Answer, http_date};
use crate::context::escape;
use crate::error::ReplayError;
use crate::request::Request;

/// The largest page that is played: four times the largest in the test material.
const PAGE_LIMIT_BYTES: u64 = 64 << 20;

/// The path of the feed that every host of a replay has.
pub const REPLAY_FEED: &str = "/_feed.xml";

/// One recorded page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// From when it is served.
    pub time: Timestamp,
    /// Its address, `http`.
    pub url: String,
    /// The status.
    #[serde(default = "ok")]
    pub status: u16,
    /// Header fields.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// The file with the body, relative to the replay file; `.gz` is unpacked. Without one the body is empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<PathBuf>,
    /// Whether the text differs from the line before of that address, where somebody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub truth: Option<Truth>,
}

/// What is known about a line against the one before of its address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Truth {
    /// The same text.
    Same,
    /// Another text.
    Changed,
}

fn ok() -> u16 {
    200
}

/// A file of recorded pages. Bodies are read when they are asked for.
#[derive(Debug)]
pub struct Replay {
    folder: PathBuf,
    lines: Vec<Line>,
    /// Lines of an address (host, then path with query), oldest first.
    pages: HashMap<String, Vec<usize>>,
    /// Addresses of a host with their first line, in order of appearance.
    hosts: BTreeMap<String, Vec<usize>>,
}

impl Replay {
    /// Reads a replay file; lines may stand in any order.
    ///
    /// # Errors
    /// The file cannot be read or is empty, or a line is wrong. Files of pages are not opened.
    pub fn load(path: &Path) -> Result<Self, ReplayError> {
        let text =
            std::fs::read_to_string(path).map_err(|why| ReplayError::Unreadable { path: path.to_owned(), why })?;
        let mut lines = Vec::new();
        for (i, line) in text.split('\n').enumerate().filter(|(_, l)| !l.trim().is_empty()) {
            let fault = |problem| ReplayError::Line { path: path.to_owned(), line: i + 1, problem };
            let line: Line = serde_json::from_str(line).map_err(|e| fault(e.to_string()))?;
            key(&line.url).ok_or_else(|| fault(format!("`{}` is not an http address with a host", line.url)))?;
            lines.push(line);
        }
        if lines.is_empty() {
            return Err(ReplayError::Empty { path: path.to_owned() });
        }
        lines.sort_by_key(|line| line.time);
        let mut replay = Self {
            folder: path.parent().unwrap_or(Path::new("")).to_owned(),
            lines,
            pages: HashMap::new(),
            hosts: BTreeMap::new(),
        };
        for (i, line) in replay.lines.iter().enumerate() {
            let Some((host, key)) = key(&line.url) else { continue };
            let page = replay.pages.entry(key).or_default();
            if page.is_empty() {
                replay.hosts.entry(host).or_default().push(i);
            }
            page.push(i);
        }
        Ok(replay)
    }

    /// All lines, oldest first.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The lines of an address, oldest first; empty if it has none.
    pub fn lines_of(&self, url: &str) -> Vec<&Line> {
        let indexes = key(url).and_then(|(_, key)| self.pages.get(&key));
        indexes.into_iter().flatten().map(|i| &self.lines[*i]).collect()
    }

    /// The line that an address is served from at a time; `None` before its first.
    pub fn shown(&self, url: &str, at: Timestamp) -> Option<&Line> {
        self.lines_of(url).into_iter().rev().find(|line| line.time <= at)
    }

    /// All addresses, as their first lines write them, in order of appearance.
    pub fn urls(&self) -> impl Iterator<Item = &str> {
        let mut first: Vec<_> = self.hosts.values().flatten().collect();
        first.sort();
        first.into_iter().map(|i| self.lines[*i].url.as_str())
    }

    /// All hosts.
    pub fn hosts(&self) -> impl Iterator<Item = &str> {
        self.hosts.keys().map(String::as_str)
    }

    /// When the first line is served, and when the last.
    pub fn span(&self) -> (Timestamp, Timestamp) {
        let time = |line: Option<&Line>| line.map_or(Timestamp::UNIX_EPOCH, |l| l.time);
        (time(self.lines.first()), time(self.lines.last()))
    }

    /// The body of a line, unpacked.
    ///
    /// # Errors
    /// The file cannot be read or unpacked, or is larger than 64 MiB.
    pub fn body(&self, line: &Line) -> std::io::Result<Vec<u8>> {
        let Some(file) = &line.file else { return Ok(Vec::new()) };
        let packed = std::fs::File::open(self.folder.join(file))?;
        let mut body = Vec::new();
        if file.extension().is_some_and(|e| e == "gz") {
            flate2::read::MultiGzDecoder::new(packed).take(PAGE_LIMIT_BYTES + 1).read_to_end(&mut body)?;
        } else {
            packed.take(PAGE_LIMIT_BYTES + 1).read_to_end(&mut body)?;
        }
        if body.len() as u64 > PAGE_LIMIT_BYTES {
            return Err(std::io::Error::other(format!("the page is larger than {PAGE_LIMIT_BYTES} bytes")));
        }
        Ok(body)
    }

    /// What the recorded host answers at a time. Reads the body's file, if the line has one.
    pub fn answer(&self, request: &Request, at: Timestamp) -> Answer {
        let query = request.query.as_ref().map(|q| format!("?{q}")).unwrap_or_default();
        let url = format!("http://{}{}{query}", request.host, request.path);
        let answer = match self.shown(&url, at) {
            Some(line) => self.line_answer(line),
            None => self.other_answer(request, at),
        };
        answer.with("Date", http_date(at))
    }

    fn line_answer(&self, line: &Line) -> Answer {
        let body = match self.body(line) {
            Ok(body) => body,
            Err(e) => return Answer::new(500, "text/plain; charset=utf-8", format!("cannot read the page: {e}\n")),
        };
        // The body is served unpacked and framed anew, so fields about its transport would be wrong.
        const FRAMING: [&str; 6] =
            ["content-length", "content-encoding", "transfer-encoding", "connection", "keep-alive", "date"];
        let kept = line.headers.iter().filter(|(name, _)| !FRAMING.contains(&name.to_ascii_lowercase().as_str()));
        let mut answer = Answer::new(line.status, "text/html; charset=utf-8", body);
        answer.headers = kept.map(|(name, value)| (name.clone(), value.clone())).collect();
        answer
    }

    fn other_answer(&self, request: &Request, at: Timestamp) -> Answer {
        let Some(first_lines) = self.hosts.get(&request.host) else {
            return Answer::new(404, "text/plain; charset=utf-8", format!("no outlet here: {}\n", request.host));
        };
        let known: Vec<_> = first_lines.iter().map(|i| &self.lines[*i]).filter(|line| line.time <= at).collect();
        match request.path.as_str() {
            REPLAY_FEED => Answer::new(200, "application/rss+xml; charset=utf-8", feed(&request.host, &known)),
            "/" => Answer::new(
                200,
                "text/html; charset=utf-8",
                format!(
                    "<!DOCTYPE html>\n<title>{0}</title>\n<link rel=\"alternate\" type=\"application/rss+xml\" href=\"{REPLAY_FEED}\">\n<h1>{0}</h1>\n",
                    escape(&request.host)
                ),
            ),
            _ => Answer::new(404, "text/plain; charset=utf-8", "nothing recorded here yet\n"),
        }
    }
}

/// The feed of a host: every address known, newest first.
fn feed(host: &str, known: &[&Line]) -> String {
    let item = |line: &&Line| {
        format!(
            "<item>\n<title>{0}</title>\n<link>{0}</link>\n<guid>{0}</guid>\n<pubDate>{1}</pubDate>\n</item>\n",
            escape(&line.url),
            http_date(line.time)
        )
    };
    let items: String = known.iter().rev().map(item).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\">\n<channel>\n<title>{0}</title>\n\
         <link>http://{0}/</link>\n<description>Recorded pages of {0}</description>\n{items}</channel>\n</rss>\n",
        escape(host)
    )
}

/// The host of an address and the key of its page, both in WHATWG spelling.
fn key(url: &str) -> Option<(String, String)> {
    let url = Url::parse(url).ok().filter(|u| u.scheme() == "http")?;
    let host = url.host_str()?.to_owned();
    let query = url.query().map(|q| format!("?{q}")).unwrap_or_default();
    let key = format!("{host}{}{query}", url.path());
    Some((host, key))
}
