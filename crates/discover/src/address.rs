//! Addresses: one spelling, one key for each article, and the site that an address belongs to.
//!
//! [`precise`] says when two spellings are one address; it sorts queries and is therefore for
//! telling addresses apart, not for asking an outlet. [`web`] is the spelling to ask with. [`key`]
//! says when two addresses are one article, and errs on the side of two: two articles under one key
//! would be shown as edits of each other, while one article under two keys is only shown twice.

mod key;
mod parts;
mod spelling;
mod trackers;

use url::{Host, Url};

pub use key::key;
pub use spelling::precise;

/// Longer addresses are none: browsers and servers refuse them from 2 to 8 KB on.
pub const MAX_BYTES: usize = 8 * 1024;

/// Why a text is no address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadAddress {
    /// There is nothing in it.
    #[error("the address is empty")]
    Empty,
    /// It is longer than [`MAX_BYTES`].
    #[error("the address is {bytes} bytes long; {MAX_BYTES} are the most")]
    TooLong {
        /// Its length.
        bytes: usize,
    },
    /// It is not one that a browser would open.
    #[error("`{address}` is not an address that begins with http:// or https:// and names a host")]
    NotWeb {
        /// The text.
        address: String,
    },
}

/// Returns the address as it is asked for: `http` or `https`, with a host, without a fragment.
///
/// A missing scheme is `https`. The order of the query and every escape stay as they are.
///
/// # Errors
/// What is empty, too long, of another scheme or without a host. Private and local hosts pass here;
/// whether they may be asked is decided when the connection is made.
pub fn web(address: &str) -> Result<String, BadAddress> {
    let trimmed = checked(address)?;
    let not_web = || BadAddress::NotWeb { address: trimmed.to_owned() };
    let has_scheme = parts::scheme(trimmed).is_some();
    let parsed = if has_scheme { Url::parse(trimmed) } else { Url::parse(&format!("https://{trimmed}")) };
    let mut url = parsed.map_err(|_| not_web())?;
    if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
        return Err(not_web());
    }
    url.set_fragment(None);
    Ok(url.into())
}

/// Returns the address of the robots.txt that rules over an address (RFC 9309 §2.3).
///
/// # Errors
/// As for [`web`].
pub fn robots_of(address: &str) -> Result<String, BadAddress> {
    let web = web(address)?;
    let url = Url::parse(&web).and_then(|url| url.join("/robots.txt"));
    url.map(String::from).map_err(|_| BadAddress::NotWeb { address: web })
}

/// Returns the site that an address belongs to: the registrable domain of its host by the public
/// suffix list, such as `example.co.uk`; an IP address or a host of one label as it is.
///
/// Under a top-level domain that the list does not know (`.example`, `.test`) the last two labels
/// are the site. `None`: there is no host.
pub fn domain(address: &str) -> Option<String> {
    let web = web(address).ok()?;
    let url = Url::parse(&web).ok()?;
    match url.host()? {
        Host::Domain(host) => {
            let host = host.trim_end_matches('.');
            Some(psl::domain_str(host).unwrap_or(host).to_owned()).filter(|domain| !domain.is_empty())
        }
        address => Some(address.to_string()),
    }
}

/// The text without blanks around it, if it is not empty and not too long.
fn checked(address: &str) -> Result<&str, BadAddress> {
    let trimmed = address.trim_matches(|c: char| c <= ' ' || c.is_whitespace());
    match trimmed.len() {
        0 => Err(BadAddress::Empty),
        bytes if bytes > MAX_BYTES => Err(BadAddress::TooLong { bytes }),
        _ => Ok(trimmed),
    }
}
