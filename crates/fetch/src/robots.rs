//! robots.txt (RFC 9309): what it says to an agent about an address.
//!
//! The only module that knows `robotxt`, whose names change with its releases.

use std::borrow::Cow;

use url::{Position, Url};

/// A robots.txt file, as bytes that can be asked for any agent.
#[derive(Debug, Clone)]
pub struct Robots {
    text: Vec<u8>,
}

/// What a robots.txt file says to one agent.
#[derive(Debug, Clone)]
pub struct RobotsRules {
    rules: robotxt::Robots,
}

/// What a robots.txt file says about one address.
#[derive(Debug, Clone, PartialEq)]
pub struct RobotsVerdict {
    /// Whether the agent may ask for it.
    pub allowed: bool,
    /// The line that decides, such as `Disallow: /private`; `None`: no line speaks of it.
    pub rule: Option<String>,
    /// Seconds that the file asks the agent to leave between requests.
    pub crawl_delay_s: Option<f64>,
}

impl Robots {
    /// Reads a file. Never fails: what is no rule is skipped. Only the first 500 KiB are read.
    pub fn parse(bytes: &[u8]) -> Self {
        let cut = &bytes[..bytes.len().min(robotxt::BYTE_LIMIT + 1)]; // one more tells that a line was cut
        Self { text: plain_agent_lines(&utf8(cut)) }
    }

    /// The rules for an agent, given as a product token (`replate`) or a whole `User-Agent` field.
    pub fn rules_for(&self, agent: &str) -> RobotsRules {
        let token = agent.split(['/', ' ', '\t']).next().unwrap_or_default();
        RobotsRules { rules: robotxt::Robots::parse(&self.text, token) }
    }

    /// What the file says to `agent` about `url`. A text that is no address is taken for its path.
    pub fn check(&self, agent: &str, url: &str) -> RobotsVerdict {
        self.rules_for(agent).check(url)
    }
}

impl RobotsRules {
    /// Rules that allow everything.
    pub fn allow_all() -> Self {
        Self { rules: robotxt::Robots::allow_all() }
    }

    /// What the rules say about `url`. A text that is no address is taken for its path.
    pub fn check(&self, url: &str) -> RobotsVerdict {
        match Url::parse(url) {
            Ok(url) if url.has_host() => self.check_path(&url[Position::BeforePath..Position::AfterQuery]),
            _ => self.check_path(url),
        }
    }

    /// Whether the agent may ask for `url`.
    pub fn allowed(&self, url: &str) -> bool {
        self.check(url).allowed
    }

    /// The line that decides about `url`.
    pub fn rule(&self, url: &str) -> Option<String> {
        self.check(url).rule
    }

    /// Seconds that the file asks the agent to leave between requests.
    pub fn crawl_delay_s(&self) -> Option<f64> {
        self.rules.crawl_delay().map(|delay| delay.as_secs_f64())
    }

    fn check_path(&self, path: &str) -> RobotsVerdict {
        let rule = self.rules.matching_rule(path).map(|rule| {
            let verb = if rule.is_allow() { "Allow" } else { "Disallow" };
            format!("{verb}: {}", rule.pattern())
        });
        RobotsVerdict { allowed: self.rules.is_allowed(path), rule, crawl_delay_s: self.crawl_delay_s() }
    }
}

/// UTF-16 files with a mark at their start become UTF-8; others only lose their mark.
fn utf8(bytes: &[u8]) -> Cow<'_, [u8]> {
    let unit: fn([u8; 2]) -> u16 = match bytes {
        [0xff, 0xfe, ..] => u16::from_le_bytes,
        [0xfe, 0xff, ..] => u16::from_be_bytes,
        _ => return Cow::Borrowed(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)),
    };
    let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
    Cow::Owned(String::from_utf16_lossy(&units).into_bytes())
}

/// The file with `User-agent: name/1.0 (words)` lines cut to `User-agent: name`.
fn plain_agent_lines(text: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(text.len());
    for line in text.split_inclusive(|b| matches!(b, b'\n' | b'\r')) {
        match agent_end(line) {
            Some(end) => {
                plain.extend_from_slice(&line[..end]);
                plain.push(b'\n');
            }
            None => plain.extend_from_slice(line),
        }
    }
    plain
}

/// Where the product token of a `User-agent` line ends, if a version or other words follow it.
fn agent_end(line: &[u8]) -> Option<usize> {
    let colon = line.iter().position(|&b| b == b':')?;
    let key = line[..colon].trim_ascii();
    let is_agent = [&b"user-agent"[..], b"useragent", b"user agent"].iter().any(|k| key.eq_ignore_ascii_case(k));
    if !is_agent {
        return None;
    }
    let start = colon + 1 + line[colon + 1..].iter().position(|b| !matches!(b, b' ' | b'\t'))?;
    let length = line[start..].iter().position(|b| matches!(b, b'/' | b' ' | b'\t'))?;
    Some(start + length)
}
