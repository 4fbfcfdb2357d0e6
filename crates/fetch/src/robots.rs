//! robots.txt (RFC 9309): what it says to an agent about an address.
//!
//! The only module that knows `robotxt`, whose names change with its releases.

use std::borrow::Cow;
use std::slice;
use std::time::Duration;

use url::{Position, Url};

/// Words of a `User-Agent` field that are looked up; each costs a pass over the file.
const MOST_AGENT_WORDS: usize = 8;

/// What cannot be part of a product token that anybody uses.
const AGENT_ENDS: [char; 7] = ['/', ' ', '\t', ',', ';', '(', ')'];

/// A robots.txt file, as bytes that can be asked for any agent.
#[derive(Debug, Clone)]
pub struct Robots {
    /// The records of the standard, see [`tidy`].
    text: Vec<u8>,
    /// The same with crawl delays.
    with_delays: Vec<u8>,
}

/// What a robots.txt file says to one agent.
#[derive(Debug, Clone)]
pub struct RobotsRules {
    rules: robotxt::Robots,
    crawl_delay: Option<Duration>,
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
        let text = utf8(whole_lines(bytes));
        Self { text: tidy(&text, false), with_delays: tidy(&text, true) }
    }

    /// The rules for an agent, given as a product token (`replate`) or as a whole `User-Agent` field.
    ///
    /// Of a field, the first word that the file has a group for counts.
    pub fn rules_for(&self, agent: &str) -> RobotsRules {
        let words = agent.split(AGENT_ENDS).filter(|word| !word.is_empty()).take(MOST_AGENT_WORDS);
        let named = words.map(|word| (word, robotxt::Robots::parse(&self.text, word)));
        let named = named.into_iter().find(|(_, rules)| rules.user_agent() != robotxt::ANY_AGENT);
        let (word, rules) =
            named.unwrap_or_else(|| (robotxt::ANY_AGENT, robotxt::Robots::parse(&self.text, robotxt::ANY_AGENT)));
        let crawl_delay = robotxt::Robots::parse(&self.with_delays, word).crawl_delay();
        RobotsRules { rules, crawl_delay }
    }

    /// What the file says to `agent` about `url`. A text that is no address is taken for its path.
    pub fn check(&self, agent: &str, url: &str) -> RobotsVerdict {
        self.rules_for(agent).check(url)
    }
}

impl RobotsRules {
    /// Rules that allow everything.
    pub fn allow_all() -> Self {
        Self { rules: robotxt::Robots::allow_all(), crawl_delay: None }
    }

    /// What the rules say about `url`. A text that is no address is taken for its path.
    pub fn check(&self, url: &str) -> RobotsVerdict {
        match Url::parse(url) {
            Ok(url) if url.has_host() => self.check_path(&url[Position::BeforePath..Position::AfterQuery]),
            _ => self.check_path(url),
        }
    }

    /// Seconds that the file asks the agent to leave between requests.
    pub fn crawl_delay_s(&self) -> Option<f64> {
        self.crawl_delay.map(|delay| delay.as_secs_f64())
    }

    fn check_path(&self, path: &str) -> RobotsVerdict {
        // in an address these two stand for themselves, in a rule they do so only when encoded
        let path = &path.replace('*', "%2A").replace('$', "%24");
        let rule = self.rules.matching_rule(path).map(|rule| {
            let verb = if rule.is_allow() { "Allow" } else { "Disallow" };
            format!("{verb}: {}", rule.pattern())
        });
        RobotsVerdict { allowed: self.rules.is_allowed(path), rule, crawl_delay_s: self.crawl_delay_s() }
    }
}

/// The start of the file up to the limit, without a line that the limit cuts: `Disallow: /a` must not become
/// `Disallow: /`.
fn whole_lines(bytes: &[u8]) -> &[u8] {
    match bytes.get(..robotxt::BYTE_LIMIT) {
        Some(start) if bytes.len() > start.len() => {
            let end = start.iter().rposition(|b| matches!(b, b'\n' | b'\r')).unwrap_or_default();
            &start[..end]
        }
        _ => bytes,
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

/// The file as `robotxt` reads it as the standard means it.
///
/// - `User-agent: name/1.0 (words)` becomes `User-agent: name`.
/// - `Desallow`, `useg-agent` and the like are what they are meant to be, and `<br>` at the end of a line of a file that was
///   written as a page is no part of its path: whoever wrote it meant to be asked less, and other crawlers take it so.
/// - A `$` inside a path becomes `%24`: only at the end it is an anchor (RFC 9309 §2.2.3).
/// - `Crawl-delay` lines stay only if asked for: another record must not end a group (§2.2.4).
fn tidy(text: &[u8], with_delays: bool) -> Vec<u8> {
    let mut tidy = Vec::with_capacity(text.len());
    for line in text.split(|b| matches!(b, b'\n' | b'\r' | 0)) {
        let line = line.split(|&b| b == b'#').next().unwrap_or_default().trim_ascii();
        let colon = line.iter().position(|&b| b == b':').unwrap_or(line.len());
        let (key, value) = (line[..colon].trim_ascii(), line.get(colon + 1..).unwrap_or_default().trim_ascii());
        let value = value.split(|&b| b == b'<').next().unwrap_or_default().trim_ascii();
        // without a colon the word and its value are one text, which `robotxt` takes apart
        let is_meant = |word, slips| colon < line.len() && is_meant(key, word, slips);
        let is_one_of = |names: &[&str]| names.iter().any(|name| key.eq_ignore_ascii_case(name.as_bytes()));
        if is_one_of(&["user agent"]) || is_meant("user-agent", 1) {
            push_line(&mut tidy, b"user-agent", product_token(value));
        } else if is_one_of(&["allow"]) {
            push_line(&mut tidy, key, &escape_inner_dollars(value));
        } else if is_meant("disallow", 2) {
            push_line(&mut tidy, b"disallow", &escape_inner_dollars(value));
        } else if with_delays || !is_one_of(&["crawl-delay", "crawldelay", "crawl delay"]) {
            tidy.extend_from_slice(line);
        }
        tidy.push(b'\n');
    }
    tidy
}

/// Whether `key` is `word`, or so with at most `slips` letters too many, too few or wrong.
fn is_meant(key: &[u8], word: &str, slips: usize) -> bool {
    key.len().abs_diff(word.len()) <= slips
        && std::str::from_utf8(key).is_ok_and(|key| strsim::levenshtein(&key.to_ascii_lowercase(), word) <= slips)
}

fn push_line(text: &mut Vec<u8>, key: &[u8], value: &[u8]) {
    text.extend_from_slice(key);
    text.extend_from_slice(b": ");
    text.extend_from_slice(value);
}

/// The part before the version or before other words.
fn product_token(value: &[u8]) -> &[u8] {
    value.split(|b| AGENT_ENDS.contains(&char::from(*b))).next().unwrap_or_default()
}

fn escape_inner_dollars(path: &[u8]) -> Vec<u8> {
    let last = path.len().saturating_sub(1);
    let escaped =
        path.iter().enumerate().flat_map(|(i, b)| if *b == b'$' && i < last { b"%24" } else { slice::from_ref(b) });
    escaped.copied().collect()
}
