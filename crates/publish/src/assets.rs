//! The stylesheet and the script, named by what they hold, so that they may be kept for ever.

use std::fmt;
use std::sync::LazyLock;

use askama::filters::HtmlSafe;
use news::Digest;

/// A file that every page uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asset {
    /// Its name in the address.
    pub name: &'static str,
    /// What it is.
    pub content_type: &'static str,
    /// What it holds.
    pub text: &'static str,
}

/// All of them.
pub const ALL: [Asset; 3] = [
    Asset { name: "replate.css", content_type: "text/css; charset=utf-8", text: STYLE },
    Asset {
        name: "replate.js",
        content_type: "text/javascript; charset=utf-8",
        text: include_str!("../assets/replate.js"),
    },
    Asset { name: "mark.svg", content_type: "image/svg+xml", text: include_str!("../assets/mark.svg") },
];

const STYLE: &str = include_str!("../assets/replate.css");

/// The stylesheet inside a document that stands alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stylesheet;

impl fmt::Display for Stylesheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(STYLE)
    }
}

impl HtmlSafe for Stylesheet {}

/// The first 16 digits of the digest of all assets: the part of their address that moves when
/// one of them does.
pub static HASH: LazyLock<String> = LazyLock::new(|| {
    let all: String = ALL.iter().map(|a| a.text).collect();
    Digest::of(all).to_string()[..16].to_owned()
});

/// The address of an asset: `/assets/{hash}/{name}`.
pub fn path(name: &str) -> String {
    format!("/assets/{}/{name}", *HASH)
}

/// The asset of that name.
pub fn find(name: &str) -> Option<Asset> {
    ALL.into_iter().find(|a| a.name == name)
}
