//! Sitemaps: what an outlet tells search engines about its articles, and where more of it stands.

mod places;
mod plain_text;
mod reader;

use std::collections::HashSet;

use news::Entry;
use url::Url;

use crate::address;
use crate::discovered::{Discovered, Format, SitemapLink};
use crate::feed;
use reader::{Item, Root};

pub(crate) use places::speaks_of_news;
pub use places::{candidate_sitemaps, named_sitemaps};
pub(crate) use plain_text::read as lines;

/// Entries, and sitemaps of an index, beyond this many are left out, as sitemaps.org allows no more.
pub const MAX_SITEMAP_ENTRIES: usize = 50_000;

/// Only this much of a sitemap is read, as sitemaps.org allows no more.
pub(crate) const MAX_BYTES: usize = 50 * 1024 * 1024;

/// How far into the text the first element of a sitemap may stand: comments of generators come first.
const ROOT_WITHIN: usize = 8 * 1024;

/// Whether the bytes begin like a sitemap in XML.
pub(crate) fn begins_like_one(body: &[u8]) -> bool {
    let head = &body[..body.len().min(ROOT_WITHIN)];
    let has = |name: &[u8]| head.windows(name.len()).any(|window| window.eq_ignore_ascii_case(name));
    has(b"urlset") || has(b"sitemapindex")
}

/// Reads a sitemap in XML; `None` if it is none.
pub(crate) fn xml(text: &str, url: &str) -> Option<Discovered> {
    let read = reader::read(text)?;
    let mut found = Finds::new(url);
    let mut languages: Vec<String> = Vec::new();
    for item in read.items {
        languages.extend(item.language.clone().filter(|language| !languages.contains(language)));
        if item.is_sitemap { found.sitemap(item) } else { found.entry(item) }
    }
    // Some call an index a set, or the other way round: what is inside of it counts.
    let is_index = match read.root {
        Root::Index => found.entries.is_empty() || !found.sitemaps.is_empty(),
        Root::Set => found.entries.is_empty() && !found.sitemaps.is_empty(),
    };
    let format = if is_index { Format::SitemapIndex } else { Format::Sitemap };
    let mut remarks = read.remarks;
    if languages.len() > 1 {
        remarks.push(format!("entries in {} languages: {}", languages.len(), languages.join(", ")));
    }
    let language = Some(languages).filter(|all| all.len() == 1).and_then(|mut all| all.pop());
    Some(found.discovered(format, language, remarks))
}

/// What was found so far.
struct Finds<'a> {
    url: &'a str,
    base: Option<Url>,
    site: Option<String>,
    seen: HashSet<String>,
    entries: Vec<Entry>,
    sitemaps: Vec<SitemapLink>,
    repeated: usize,
    beyond: usize,
    elsewhere: usize,
    without_address: usize,
}

impl<'a> Finds<'a> {
    fn new(url: &'a str) -> Self {
        Self {
            url,
            base: Url::parse(url).ok(),
            site: address::domain(url),
            seen: HashSet::new(),
            entries: Vec::new(),
            sitemaps: Vec::new(),
            repeated: 0,
            beyond: 0,
            elsewhere: 0,
            without_address: 0,
        }
    }

    fn entry(&mut self, item: Item) {
        let Some(address) = self.address(&item) else { return };
        // The public suffix list is asked once for each host.
        if address::domain(&address) != self.site {
            self.elsewhere += 1;
        }
        self.entries.push(Entry {
            id: address.clone(),
            address,
            title: item.title,
            published_at: item.published_at,
            updated_at: item.last_modified,
            ..Entry::default()
        });
    }

    fn sitemap(&mut self, item: Item) {
        let Some(url) = self.address(&item) else { return };
        if url != self.url {
            self.sitemaps.push(SitemapLink { url, last_modified: item.last_modified });
        }
    }

    /// The item's address, unless it has none, was there before, or is one too many.
    fn address(&mut self, item: &Item) -> Option<String> {
        let Some(address) = item.location.as_deref().and_then(|link| feed::web(link, self.base.as_ref())) else {
            self.without_address += 1;
            return None;
        };
        if self.seen.contains(&address) {
            self.repeated += 1;
            return None;
        }
        if self.seen.len() >= MAX_SITEMAP_ENTRIES {
            self.beyond += 1;
            return None;
        }
        self.seen.insert(address.clone());
        Some(address)
    }

    fn discovered(self, format: Format, language: Option<String>, mut remarks: Vec<String>) -> Discovered {
        let counts = [
            (self.repeated, "were listed twice"),
            (self.without_address, "had no address"),
            (self.elsewhere, "are of other sites"),
        ];
        remarks.extend(counts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} entries {what}")));
        if self.beyond > 0 {
            remarks.push(format!("{} entries beyond the first {MAX_SITEMAP_ENTRIES} were left out", self.beyond));
        }
        if self.entries.is_empty() && self.sitemaps.is_empty() {
            remarks.push("a sitemap without entries".into());
        }
        let home = self.base.and_then(|base| base.join("/").ok()).map(String::from);
        Discovered {
            format,
            home,
            language,
            entries: self.entries,
            sitemaps: self.sitemaps,
            remarks,
            ..Discovered::default()
        }
    }
}
