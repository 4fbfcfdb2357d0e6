//! Names of fields, profiles and media types; record ids; values that fit on a line.

use std::fmt::Write as _;

use news::Digest;

pub(crate) const VERSION: &str = "WARC/1.1";

/// Article, as in `3-17`.
pub(crate) const ARTICLE: &str = "Replate-Article";
/// Which look at the article, from 1.
pub(crate) const LOOK: &str = "Replate-Look";
/// The feed that was polled, as in `3-2`.
pub(crate) const FEED: &str = "Replate-Feed";
/// Which poll of the feed, from 1.
pub(crate) const POLL: &str = "Replate-Poll";
/// Which record of the capture's, and how many there are, as in `1/2`.
pub(crate) const PART: &str = "Replate-Part";
/// On records of an article's further pages: which answer it is, from 2.
pub(crate) const PAGE: &str = "Replate-Page";
/// From the first request of the look to the last byte, as in `231ms`.
pub(crate) const DURATION: &str = "Replate-Duration";
/// From where we looked; percent-encoded where it would not fit on a line.
pub(crate) const VANTAGE: &str = "Replate-Vantage";
/// How many bytes of the block are the HTTP head.
pub(crate) const HEAD_BYTES: &str = "Replate-Head-Bytes";
/// The digest of the payload where `WARC-Payload-Digest` must not stand.
pub(crate) const PAYLOAD_DIGEST: &str = "Replate-Payload-Digest";
/// The capture that a revisit refers to, as in `3-17.4`.
pub(crate) const REFERS_TO: &str = "Replate-Refers-To";
/// The block digest before the body was dropped by the keep rule.
pub(crate) const FULL_DIGEST: &str = "Replate-Full-Block-Digest";
/// The block length before the body was dropped by the keep rule.
pub(crate) const FULL_BYTES: &str = "Replate-Full-Block-Bytes";

/// A protocol that an answer came by, as in `h2` and again `tls/1.3` (the WARC-Protocol extension).
pub(crate) const PROTOCOL: &str = "WARC-Protocol";

pub(crate) const REQUEST_TYPE: &str = "application/http;msgtype=request";
pub(crate) const RESPONSE_TYPE: &str = "application/http;msgtype=response";
pub(crate) const JSON_TYPE: &str = "application/json";
pub(crate) const FIELDS_TYPE: &str = "application/warc-fields";

/// The payload has the digest of an earlier one (WARC 1.1 §6.7.2).
pub(crate) const IDENTICAL: &str = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";
/// The server said 304 (WARC 1.1 §6.7.3).
pub(crate) const NOT_MODIFIED: &str = "http://netpreserve.org/warc/1.1/revisit/server-not-modified";

/// A digest as WARC fields label it. Hexadecimal, because the padding of base 32 is no token.
pub(crate) fn labelled(digest: Digest) -> String {
    format!("sha256:{digest}")
}

/// The inverse of [`labelled`].
pub(crate) fn unlabelled(value: &str) -> Option<Digest> {
    value.strip_prefix("sha256:")?.parse().ok()
}

/// A record id made from everything that tells the record apart (a UUID of version 8, RFC 9562):
/// the same record has the same id in every copy, and no randomness is needed.
pub(crate) fn record_id(seed: &str) -> String {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Digest::of(seed).0[..16]);
    bytes[6] = (bytes[6] & 0x0f) | 0x80;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    let mut id = String::from("<urn:uuid:");
    for (i, byte) in bytes.iter().enumerate() {
        let dash = if matches!(i, 4 | 6 | 8 | 10) { "-" } else { "" };
        // Writing to a string cannot fail.
        let _ = write!(id, "{dash}{byte:02x}");
    }
    id + ">"
}

/// An address with everything escaped that RFC 3986 does not allow; others stay as they are.
pub(crate) fn uri(address: &str) -> String {
    escape(address, |b| !(0x21..=0x7e).contains(&b) || b"<>\"{}|\\^`".contains(&b))
}

/// A value that fits on a line and survives it: control characters, bytes beyond ASCII, `%` and
/// spaces at the ends are percent-encoded.
pub(crate) fn line(value: &str) -> String {
    let inner = value.trim_matches(' ');
    let before = value.len() - value.trim_start_matches(' ').len();
    let (before, after) =
        if inner.is_empty() { (value.len(), 0) } else { (before, value.len() - inner.len() - before) };
    let inner = escape(inner, |b| !(0x20..=0x7e).contains(&b) || b == b'%');
    "%20".repeat(before) + &inner + &"%20".repeat(after)
}

/// The inverse of [`line`].
pub(crate) fn unline(value: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        rest = tail;
        if *first == b'%' {
            let pair = std::str::from_utf8(tail.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(pair, 16).ok()?);
            rest = &tail[2..];
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).ok()
}

fn escape(text: &str, must: impl Fn(u8) -> bool) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        if must(byte) {
            // Writing to a string cannot fail.
            let _ = write!(escaped, "%{byte:02X}");
        } else {
            escaped.push(char::from(byte));
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_survive_the_line() {
        for value in ["here", "", " ", "  a b  ", "a\r\nWARC-Type: x", "100 %", "Zürich, 2. Stock", "\u{0}\u{7f}"] {
            let line = line(value);
            assert!(line.bytes().all(|b| (0x20..=0x7e).contains(&b)), "{line}");
            assert_eq!(line.trim(), line);
            assert_eq!(unline(&line).as_deref(), Some(value));
        }
        assert_eq!(unline("%"), None);
        assert_eq!(unline("%zz"), None);
        assert_eq!(unline("%ff"), None);
    }

    #[test]
    fn addresses_never_break_a_header() {
        assert_eq!(uri("https://a.example/b?c=%20#d"), "https://a.example/b?c=%20#d");
        assert_eq!(uri("https://a.example/ü \r\n<x>"), "https://a.example/%C3%BC%20%0D%0A%3Cx%3E");
    }

    #[test]
    fn record_ids_are_uuids_of_version_8() {
        let id = record_id("seed");
        assert_eq!(id.len(), "<urn:uuid:00000000-0000-8000-8000-000000000000>".len());
        assert_eq!(id.as_bytes()[24], b'8');
        assert_ne!(id, record_id("other"));
    }
}
