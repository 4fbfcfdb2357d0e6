//! OPML: lists of feeds that people carry from one reader to another.

mod writer;

use std::collections::HashSet;

use crate::charset;
use crate::feed;
use crate::markup::{Piece, pieces};
use crate::plain::{self, Tags};
use news::SourceKind;

pub use writer::write_opml;

/// A feed in a list of feeds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpmlFeed {
    /// What kind of source it is. Sitemaps and front pages are told by our own words in `type`; a front page
    /// has `url` instead of `xmlUrl`, so that feed readers leave it out.
    pub kind: SourceKind,
    /// What the list calls it, as plain text.
    pub title: Option<String>,
    /// Its address, absolute.
    pub feed_url: String,
    /// The page that it belongs to, absolute.
    pub home: Option<String>,
    /// The folders that it lies in, outermost first; empty at the top. A feed that lies in several
    /// folders is several times in a list, and read once: the first time.
    pub folders: Vec<String>,
}

/// The `type` of a sitemap.
const SITEMAP: &str = "sitemap";

/// The `type` of a front page.
const FRONT_PAGE: &str = "front_page";

/// More feeds of one list are left out.
const MAX_FEEDS: usize = 20_000;

/// Deeper folders count as the one around them; a limit on what is kept for each feed.
const MAX_FOLDERS: usize = 16;

/// Only this much of a list is read: a thousand bytes for each feed.
const MAX_BYTES: usize = 20 * 1024 * 1024;

/// Reads a list of feeds, whatever is broken in it: every element with an `xmlUrl` (or said to be a front page) is a feed, every
/// `outline` around it a folder. Empty where there is none. Feeds come in the order of the text, each
/// once.
///
/// # Cost
/// Time and memory grow with the length of the list.
pub fn opml(body: &[u8]) -> Vec<OpmlFeed> {
    let decoded = charset::decode(body.get(..MAX_BYTES).unwrap_or(body), None);
    let mut feeds = Vec::new();
    let mut seen = HashSet::new();
    // What each open outline is called, if it is a folder.
    let mut open: Vec<Option<String>> = Vec::new();
    for piece in pieces(&decoded.text) {
        match piece {
            Piece::Open { name, attributes, empty } if is_outline(name) => {
                let outline = Outline(&attributes);
                let title = outline.title();
                let kind = outline.kind();
                let feed_url = match kind {
                    SourceKind::FrontPage => outline.address(&["url"]),
                    _ => outline.address(&["xmlurl", "feedurl", "rssurl"]),
                };
                let is_feed = feed_url.is_some();
                if let Some(feed_url) = feed_url
                    && feeds.len() < MAX_FEEDS
                    && seen.insert(feed_url.clone())
                {
                    let folders = open.iter().flatten().take(MAX_FOLDERS).cloned().collect();
                    let home = outline.address(&["htmlurl", "weburl"]);
                    feeds.push(OpmlFeed { kind, title: title.clone(), feed_url, home, folders });
                }
                if !empty {
                    open.push(title.filter(|_| !is_feed));
                }
            }
            Piece::Close(name) if is_outline(name) => {
                open.pop();
            }
            _ => {}
        }
    }
    feeds
}

fn is_outline(name: &str) -> bool {
    name.rsplit(':').next().is_some_and(|local| local.eq_ignore_ascii_case("outline"))
}

struct Outline<'a>(&'a [(&'a str, &'a str)]);

impl Outline<'_> {
    fn value(&self, name: &str) -> Option<String> {
        let is_named = |n: &str| n.rsplit(':').next().is_some_and(|local| local.eq_ignore_ascii_case(name));
        let value = self.0.iter().find(|(n, _)| is_named(n)).map(|(_, value)| plain::entities(value))?;
        Some(value.trim().to_owned()).filter(|value| !value.is_empty())
    }

    fn kind(&self) -> SourceKind {
        match self.value("type").as_deref() {
            Some(SITEMAP) => SourceKind::Sitemap,
            Some(FRONT_PAGE) => SourceKind::FrontPage,
            _ => SourceKind::Feed,
        }
    }

    /// `text` is what readers show; a `title` beside it is longer in some, the same in most.
    fn title(&self) -> Option<String> {
        // Some write HTML into it, escaped once more.
        let plain = |value: String| Some(plain::of_html(&value, Tags::OfHtml)).filter(|title| !title.is_empty());
        self.value("text").and_then(plain).or_else(|| self.value("title").and_then(plain))
    }

    fn address(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| {
            let value = self.value(name)?;
            let web = value.strip_prefix("feed://").map(|rest| format!("http://{rest}"));
            let web = web.or_else(|| value.strip_prefix("feed:").map(str::to_owned)).unwrap_or(value);
            feed::web(&web, None)
        })
    }
}
