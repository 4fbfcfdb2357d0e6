//! Evidence: what was asked, what came back, byte for byte. Append-only, never interpreted here.

use std::net::IpAddr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{CaptureId, Digest};

/// One request and its response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The address that was asked for.
    pub url: String,
    /// The machine that answered, where known.
    pub peer: Option<IpAddr>,
    /// The protocols it came by, as the WARC-Protocol extension names them: `h2`, `tls/1.3`. Empty where
    /// they are not known.
    pub protocols: Vec<String>,
    /// The request as sent: request line, header fields, blank line. For HTTP/2 written out in the form
    /// of HTTP/1.1: there the head is no text.
    pub request_head: Vec<u8>,
    /// The response head as received: status line, header fields, blank line. For HTTP/2 written out
    /// like the request.
    pub head: Vec<u8>,
    /// Everything received after the head, with transfer and content codings still on it. For HTTP/2
    /// the data without its frames, which is a body without transfer coding.
    pub wire_body: Vec<u8>,
    /// The status code of the head.
    pub status: u16,
    /// The header fields of the head in order, names in lower case, values as text (bytes that
    /// are no UTF-8 read as Latin-1).
    pub headers: Vec<(String, String)>,
    /// The body with transfer and content codings removed. Empty for 304.
    pub body: Vec<u8>,
}

impl Answer {
    /// The first header field of that name (lower case).
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// What a conditional request for the same address would send back.
    pub fn validators(&self) -> Validators {
        Validators {
            etag: self.header("etag").map(str::to_owned),
            last_modified: self.header("last-modified").map(str::to_owned),
        }
    }
}

/// What one visit to an address brought: the redirects followed, the last answer, and further pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// When the first request was sent (UTC, our clock).
    pub at: Timestamp,
    /// From the first request to the last byte.
    pub duration_ms: u32,
    /// Redirects that were followed, oldest first; usually empty.
    pub hops: Vec<Answer>,
    /// The answer that ended the visit of the address itself.
    pub last: Answer,
    /// Answers at the further pages of an article that stands on several, redirects among them, in order.
    pub more: Vec<Answer>,
    /// From where we looked, as the operator named it; "here" unless configured.
    pub vantage: String,
}

impl Exchange {
    /// The digest of the last answer's body, transfer and content codings removed; of an article on several
    /// pages, of the digests of them all.
    pub fn body_digest(&self) -> Digest {
        let first = Digest::of(&self.last.body);
        if self.more.is_empty() {
            return first;
        }
        let all = [first].into_iter().chain(self.more.iter().map(|answer| Digest::of(&answer.body)));
        Digest::of(all.flat_map(|digest| digest.0).collect::<Vec<u8>>())
    }

    /// Bytes of the bodies of the last answer and of further pages, codings removed.
    pub fn body_bytes(&self) -> u64 {
        let all = self.more.iter().chain([&self.last]);
        all.map(|answer| answer.body.len() as u64).sum()
    }
}

/// What makes the next request conditional (RFC 9110 §13).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Validators {
    /// Sent back as `If-None-Match`, exactly as received.
    pub etag: Option<String>,
    /// Sent back as `If-Modified-Since`, exactly as received.
    pub last_modified: Option<String>,
}

/// An exchange with the name of the look that made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capture {
    /// Article and look.
    pub id: CaptureId,
    /// What came back.
    pub exchange: Exchange,
}

/// Where a record stands in the archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The segment's number, from 1.
    pub segment: u32,
    /// The first byte of the record's gzip member.
    pub offset: u64,
    /// The bytes of the record's gzip member.
    pub length: u64,
}

/// Why a look told us nothing. The article's timeline stays as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Failure {
    /// No connection, or it broke before an answer.
    Unreachable = 0,
    /// The name has no address.
    NoSuchHost = 1,
    /// The name or the redirect led to an address that is not public.
    RefusedAddress = 2,
    /// TLS could not be agreed on.
    Tls = 3,
    /// The time limit ran out.
    Timeout = 4,
    /// The body ended before its announced length.
    CutShort = 5,
    /// The body, or what it unpacks to, is larger than the limit.
    TooLarge = 6,
    /// What came back is not HTTP, or not in a coding that we read.
    Protocol = 7,
    /// Redirects beyond the limit, or in a circle.
    TooManyHops = 8,
    /// robots.txt disallows the address.
    Disallowed = 9,
    /// 429, or 503 with `Retry-After`.
    Throttled = 10,
    /// Another status of 500 and above.
    ServerError = 11,
    /// A status that says nothing about the article (400, 401, 407, …).
    OtherStatus = 12,
}

impl Failure {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 13] = [
        Self::Unreachable,
        Self::NoSuchHost,
        Self::RefusedAddress,
        Self::Tls,
        Self::Timeout,
        Self::CutShort,
        Self::TooLarge,
        Self::Protocol,
        Self::TooManyHops,
        Self::Disallowed,
        Self::Throttled,
        Self::ServerError,
        Self::OtherStatus,
    ];
}
