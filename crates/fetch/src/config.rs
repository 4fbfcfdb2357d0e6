//! What an operator may choose, and the limits with their reasons.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use rustls::pki_types::CertificateDer;

/// Host names (lower case, no port) and the sockets they are connected to without resolution.
///
/// Only demo, tests and measures fill it. Hosts that are addresses are never looked up in it.
pub type DialTable = HashMap<String, SocketAddr>;

/// How names are resolved. Whatever comes out passes the address filter.
#[derive(Debug, Clone, Copy, Default)]
pub enum Lookup {
    /// By the system.
    #[default]
    System,
    /// By this function, for tests; an empty answer means that the name has no address.
    Given(fn(&str) -> Vec<IpAddr>),
}

/// What the fetcher is made with.
///
/// There is no key that turns robots.txt or the address filter off.
#[derive(Debug, Clone)]
pub struct Config {
    /// Name and version of the program, `Replate/1.2.3`.
    pub user_agent: String,
    /// Address or e-mail where an outlet reaches the operator; empty: none is sent.
    pub contact: String,
    /// Hosts that are connected to as given.
    pub dial: DialTable,
    /// Limits on time and size.
    pub limits: Limits,
    /// Least time between the end of one request to a host and the start of the next.
    pub pace: Duration,
    /// From where we look, as the operator names it.
    pub vantage: String,
    /// How names are resolved.
    pub lookup: Lookup,
    /// Certificates trusted beside the web's own; for tests.
    pub extra_roots: Vec<CertificateDer<'static>>,
}

impl Config {
    /// The defaults, with `contact` as the address where an outlet reaches the operator.
    pub fn new(contact: impl Into<String>) -> Self {
        Self { contact: contact.into(), ..Self::default() }
    }

    /// The `User-Agent` field; characters that a field cannot hold become `?`.
    pub(crate) fn agent_field(&self) -> String {
        let named = match self.contact.trim() {
            "" => self.user_agent.clone(),
            contact => format!("{} (+{contact})", self.user_agent),
        };
        named.chars().map(|c| if matches!(c, ' '..='~') { c } else { '?' }).collect()
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            user_agent: concat!("Replate/", env!("CARGO_PKG_VERSION")).to_owned(),
            contact: String::new(),
            dial: DialTable::new(),
            limits: Limits::default(),
            pace: Duration::from_secs(1), // a reader who clicks fast
            vantage: "here".to_owned(),
            lookup: Lookup::System,
            extra_roots: Vec::new(),
        }
    }
}

/// Limits of one request. Waiting for a host's pace does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// For the name, and again for each connection attempt with its TLS handshake.
    pub connect: Duration,
    /// From the request to the end of the answer's head.
    pub head: Duration,
    /// Between two pieces of the body.
    pub idle: Duration,
    /// From the name to the last byte.
    pub total: Duration,
    /// Bytes of the head. At least 8,192.
    pub head_bytes: usize,
    /// Header fields.
    pub fields: usize,
    /// Bytes of the body as sent, codings on.
    pub wire_bytes: usize,
    /// Bytes of the body, codings removed.
    pub body_bytes: usize,
    /// How many times larger than as sent a body may become, once it is larger than 1 MiB.
    pub ratio: usize,
    /// Redirects followed.
    pub hops: usize,
    /// The longest `Crawl-delay` that is honoured; a longer one is cut to this.
    pub crawl_delay: Duration,
    /// The longest `Retry-After` that holds a host; a longer one is cut to this.
    pub hold: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            head: Duration::from_secs(30), // slow newsroom systems render for 10 s and more
            idle: Duration::from_secs(20),
            total: Duration::from_secs(90),
            head_bytes: 64 * 1024, // security policies of large outlets reach 20 KiB
            fields: 200,
            wire_bytes: 16 << 20, // live blogs with inlined pictures reach 8 MiB
            body_bytes: 48 << 20,
            ratio: 200, // pages pack 5 to 20 times, lists of one template 100 times; bombs 1,000 and more
            hops: 5,    // RFC 9309 §2.3.1.2 names five; articles need at most three
            crawl_delay: Duration::from_secs(30),
            hold: Duration::from_secs(24 * 3600),
        }
    }
}
