//! One spelling for all spellings of an address.

use std::borrow::Cow;
use std::fmt::Write as _;

use url::Host;

use super::parts::{self, Parts};
use super::{BadAddress, checked};

/// Returns the one spelling of an address: what browsers do (WHATWG URL) and what changes nothing
/// at any server, after the rules called "semantic precise" by the web archives' urlcanon.
///
/// Lower-case scheme and host, no user, no default port, IDNA and dotted IPv4, dots and repeated
/// slashes of the path resolved, escapes undone as often as they can be and written only where they
/// must be, the query's items sorted. Letters beyond ASCII whose UTF-8 was read as Latin-1 are read
/// again. Every text has one; a second time changes nothing.
///
/// # Errors
/// What is empty or too long.
pub fn precise(address: &str) -> Result<String, BadAddress> {
    let without_breaks = address.replace(['\t', '\n', '\r'], "");
    let read_again = read_again(checked(&without_breaks)?);
    let parts = parts::cut(&read_again);
    let mut spelling = format!("{}:", parts.scheme);
    if let Some(authority) = parts.authority {
        spelling.push_str("//");
        add_authority(&mut spelling, authority, &parts);
    }
    let path = path(&parts);
    if parts.authority.is_none() && path.starts_with("//") {
        // What follows would be taken for a host.
        spelling.push_str("/.");
    }
    spelling.push_str(&path);
    if let Some(query) = parts.query {
        spelling.push('?');
        spelling.push_str(&self::query(query));
    }
    if let Some(fragment) = parts.fragment {
        spelling.push('#');
        spelling.push_str(&encoded(&decoded(fragment, b""), b"#"));
    }
    Ok(spelling)
}

/// UTF-8 that somebody took for Latin-1 becomes what it was.
fn read_again(address: &str) -> Cow<'_, str> {
    if address.is_ascii() {
        return Cow::Borrowed(address);
    }
    let bytes: Option<Vec<u8>> = address.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
    match bytes.map(String::from_utf8) {
        Some(Ok(read)) => Cow::Owned(read),
        _ => Cow::Borrowed(address),
    }
}

fn add_authority(spelling: &mut String, authority: &str, parts: &Parts) {
    let host_and_port = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let (host, port) = match host_and_port.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => (host, port),
        _ => (host_and_port, ""),
    };
    spelling.push_str(&self::host(host, parts.is_special()));
    if !port.is_empty() && port != default_port(&parts.scheme) {
        spelling.push(':');
        spelling.push_str(port);
    }
}

fn default_port(scheme: &str) -> &'static str {
    match scheme {
        "http" | "ws" => "80",
        "https" | "wss" => "443",
        "ftp" => "21",
        "gopher" => "70",
        _ => "",
    }
}

fn host(host: &str, is_special: bool) -> String {
    if host.is_empty() {
        return String::new();
    }
    let bytes = decoded(host, b"");
    if let Some(Ok(address)) = std::str::from_utf8(&bytes).ok().filter(|text| text.starts_with('[')).map(Host::parse) {
        return address.to_string();
    }
    let mut escapes: Vec<u8> = b"#/?@:[]".to_vec();
    if !is_special {
        return dotted(&encoded(&bytes, &escapes));
    }
    escapes.push(b'\\');
    match std::str::from_utf8(&bytes).ok().and_then(|text| Host::parse(&dotted(text)).ok()) {
        // Full stops of other scripts may have left empty labels, and after them a number.
        Some(Host::Domain(domain)) if dotted(&domain) != domain => self::host(&dotted(&domain), is_special),
        Some(Host::Domain(domain)) => domain,
        Some(address) => address.to_string(),
        None => dotted(&encoded(&bytes.to_ascii_lowercase(), &escapes)),
    }
}

/// The host without empty labels; one of nothing but dots is the address of nowhere.
fn dotted(host: &str) -> String {
    let labels: Vec<&str> = host.split('.').filter(|label| !label.is_empty()).collect();
    if labels.is_empty() { "0.0.0.0".to_owned() } else { labels.join(".") }
}

fn path(parts: &Parts) -> String {
    if !parts.is_special() {
        let path = encoded(&decoded(parts.path, b"/"), b"#?");
        return if path.starts_with('/') { without_dots(&path) } else { path };
    }
    let slashed = parts.path.replace('\\', "/");
    let path = without_dots(&encoded(&decoded(&slashed, b"/\\"), b"#?"));
    let mut once = String::with_capacity(path.len() + 1);
    for c in std::iter::once('/').chain(path.chars()) {
        if c != '/' || !once.ends_with('/') {
            once.push(c);
        }
    }
    once
}

/// Resolves `.` and `..` (RFC 3986 §5.2.4) in a path that begins with a slash.
fn without_dots(path: &str) -> String {
    let mut steps: Vec<&str> = Vec::new();
    let mut last_is_dots = false;
    for step in path.strip_prefix('/').unwrap_or(path).split('/') {
        last_is_dots = matches!(step, "." | "..");
        match step {
            "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    if last_is_dots {
        steps.push("");
    }
    format!("/{}", steps.join("/"))
}

fn query(query: &str) -> String {
    const KEPT: &[u8] = b"&=+;";
    let mut items: Vec<String> = query.split('&').map(|item| encoded(&decoded(item, KEPT), b"#")).collect();
    items.sort();
    items.join("&")
}

/// Undoes escapes as often as there are any. Those of `kept` stay: they mean something else undone.
fn decoded(text: &str, kept: &[u8]) -> Vec<u8> {
    let mut bytes: Vec<u8> = Vec::with_capacity(text.len());
    for byte in text.bytes() {
        bytes.push(byte);
        // What was just undone may be the end of another escape.
        while let [.., b'%', high, low] = bytes[..] {
            let Some(undone) = hex(high, low).filter(|byte| !kept.contains(byte)) else { break };
            bytes.truncate(bytes.len() - 3);
            bytes.push(undone);
        }
    }
    bytes
}

/// Escapes control characters, blanks, bytes beyond ASCII, `%` and those of `also`. An escape that
/// [`decoded`] kept stays one, in capitals.
fn encoded(bytes: &[u8], also: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut rest = bytes;
    while let [byte, after @ ..] = rest {
        rest = after;
        if let (b'%', [high, low, ..]) = (byte, after)
            && let Some(kept) = hex(*high, *low)
        {
            write_escape(&mut text, kept);
            rest = &after[2..];
        } else if matches!(byte, 0..=b' ' | b'%' | 0x7f..) || also.contains(byte) {
            write_escape(&mut text, *byte);
        } else {
            text.push(char::from(*byte));
        }
    }
    text
}

fn write_escape(text: &mut String, byte: u8) {
    write!(text, "%{byte:02X}").expect("a String takes every text");
}

fn hex(high: u8, low: u8) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|d| u8::try_from(d).ok());
    Some(digit(high)? << 4 | digit(low)?)
}
