//! What an outlet shows around its articles and changes at every load.
//!
//! A load is a hash of host, path, script minute and request headers. Counters, adverts, related
//! links and nonces are functions of it, so the same request in the same minute gets the same
//! bytes, however often it comes.

use jiff::Timestamp;
use news::Digest;

use crate::request::Request;

/// What makes one load differ from the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Load(pub u64);

/// Request headers that make a load another one.
const HEADERS: &[&str] = &["user-agent", "accept-language", "cookie"];

impl Load {
    pub(crate) fn new(seed: u64, request: &Request, at: Timestamp) -> Self {
        let mut all = format!("{seed}\n{}\n{}\n{}", request.host, request.path, at.as_second().div_euclid(60));
        for name in HEADERS {
            all.push('\n');
            all.push_str(request.header(name).unwrap_or_default());
        }
        Self(number(&all))
    }

    /// A number for a name, below 2^64, evenly spread.
    pub(crate) fn number(self, name: &str) -> u64 {
        number(&format!("{}\n{name}", self.0))
    }

    /// The items in another order.
    pub(crate) fn shuffled<T: Clone>(self, name: &str, items: &[T]) -> Vec<T> {
        let mut keyed: Vec<_> =
            items.iter().enumerate().map(|(i, item)| (self.number(&format!("{name}/{i}")), item)).collect();
        keyed.sort_by_key(|(key, _)| *key);
        keyed.into_iter().map(|(_, item)| item.clone()).collect()
    }
}

fn number(text: &str) -> u64 {
    let Digest(bytes) = Digest::of(text);
    bytes.iter().take(8).fold(0, |n, b| n << 8 | u64::from(*b))
}
