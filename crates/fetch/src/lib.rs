//! Fetch: an address becomes an [`Exchange`](news::Exchange), with every byte kept.
//!
//! Comes after `schedule` (which says when) and before `archive` (which keeps the bytes). One
//! connection per request: HTTP/2 where TLS agrees on it, else HTTP/1.1. Only of HTTP/1.1 the bytes
//! of the head exist; a head of HTTP/2 is written out in the same form, and `Answer::protocols` says so.
//! A host whose HTTP/2 breaks is asked with HTTP/1.1 for a day.
//!
//! What an outlet can rely on: robots.txt (RFC 9309) is honoured, one request at a time per host
//! with a pace between them, `Retry-After` is kept, the agent has a name and a contact, no cookies.
//! What an operator can rely on: no connection ever goes to an address that is not public
//! ([`is_public`]), whatever a name or a redirect says; bytes, time and unpacking are limited
//! ([`Limits`]). None of this has a switch. Only hosts in the [`DialTable`], which no configuration
//! fills, are connected to as the table says.
//!
//! Start at [`Fetcher::look`], then [`answer_from_bytes`]: the same code reads an answer off the wire
//! and out of the archive, so both give the same [`Answer`](news::Answer).
//!
//! Deliberately absent: cookies, scripts, proxies, HTTP/3, HTTP/2 without TLS, pushed answers, trailer
//! fields of HTTP/2, connections kept for the next request, a cache, retries (`schedule` decides; the one
//! with HTTP/1.1 is the exception), and any judgement on a status: a 404 or a 500 is an answer here, not an error.
//! Sources: RFC 9110, RFC 9112, RFC 9113, RFC 9309, the IANA special-purpose address registries.

mod address;
mod chunked;
mod coding;
mod config;
mod dial;
mod error;
mod fetcher;
mod hosts;
mod hosts_file;
mod http1;
mod http2;
mod message;
mod permission;
mod request;
mod retry;
mod robots;
mod tee;

pub use address::is_public;
pub use coding::gunzip_file;
pub use config::{Config, DialTable, Limits, Lookup};
pub use error::{FetchError, Phase};
pub use fetcher::Fetcher;
pub use message::answer_from_bytes;
pub use retry::retry_after;
pub use robots::{Robots, RobotsRules, RobotsVerdict};

/// The product token that robots.txt files address us by.
pub const AGENT: &str = "replate";
