//! The front door: what a source is and what is found in it.

use std::fmt;

use news::Entry;

use crate::front::ArticleLink;
use crate::pace::Pace;
use crate::{charset, feed, html, sitemap};

/// Bytes that may be a feed or a page, and where they came from.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The body, content coding removed.
    pub body: &'a [u8],
    /// The `Content-Type` header, if there was one; only its charset and whether it says HTML count.
    pub content_type: Option<&'a str>,
    /// The address that answered; relative links are resolved against it.
    pub url: &'a str,
}

/// What was found in a [`Source`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Discovered {
    /// What the source is.
    pub format: Format,
    /// The feed's or the page's title, as plain text.
    pub title: Option<String>,
    /// What a page says that its site is called (`og:site_name`), as plain text.
    pub site_name: Option<String>,
    /// The address of the site that the feed belongs to, absolute.
    pub home: Option<String>,
    /// The language that the source says it is in, lower case, such as `pt-br`; `None`: it says none,
    /// or its entries say different ones.
    pub language: Option<String>,
    /// The entries of a feed or a sitemap in its order, each once; at most [`MAX_ENTRIES`] of a feed and
    /// [`MAX_SITEMAP_ENTRIES`](crate::MAX_SITEMAP_ENTRIES) of a sitemap.
    ///
    /// An entry's `address` is empty where the feed gives none that is `http` or `https`; such an
    /// entry is no article, and no [`Filter`](crate::Filter) keeps it.
    pub entries: Vec<Entry>,
    /// The feeds that a page names; empty for feeds.
    pub feeds: Vec<FeedLink>,
    /// The links of a page that lead to articles of the same site, in the order of the page, each once.
    pub articles: Vec<ArticleLink>,
    /// The sitemaps that a sitemap index names, in its order.
    pub sitemaps: Vec<SitemapLink>,
    /// Where the feed says that it has gone, absolute. It is what the feed says: ask there before
    /// believing it.
    pub moved_to: Option<String>,
    /// The address that the feed gives as its own (`rel=self`), where it is another than the one that
    /// answered. Often it is only another spelling or an old name, and no reason to move.
    pub calls_itself: Option<String>,
    /// What the feed says about how often it changes.
    pub pace: Option<Pace>,
    /// What was repaired or left out, in words.
    pub remarks: Vec<String>,
}

/// A feed that a page names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedLink {
    /// Its address, absolute.
    pub url: String,
    /// What the page calls it.
    pub title: Option<String>,
}

/// A sitemap that an index names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SitemapLink {
    /// Its address, absolute.
    pub url: String,
    /// When it last changed, RFC 3339, if the index says so.
    pub last_modified: Option<String>,
}

impl SitemapLink {
    /// Whether its address says that it holds news: the one to ask first, and often.
    pub fn speaks_of_news(&self) -> bool {
        sitemap::speaks_of_news(&self.url)
    }
}

/// What a source is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// RSS 0.91 to 2.0.
    Rss,
    /// Atom 0.3 and 1.0.
    Atom,
    /// RSS 0.90, 1.0 and 1.1: RSS as RDF.
    Rdf,
    /// JSON Feed.
    JsonFeed,
    /// The Channel Definition Format of 1997.
    Cdf,
    /// A sitemap: with news or without, in XML or as lines of text.
    Sitemap,
    /// A sitemap that names other sitemaps.
    SitemapIndex,
    /// A page.
    Html,
    /// None of these.
    #[default]
    Unknown,
}

impl Format {
    /// Its name in batch output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rss => "rss",
            Self::Atom => "atom",
            Self::Rdf => "rdf",
            Self::JsonFeed => "json_feed",
            Self::Cdf => "cdf",
            Self::Sitemap => "sitemap",
            Self::SitemapIndex => "sitemap_index",
            Self::Html => "html",
            Self::Unknown => "unknown",
        }
    }

    /// Whether it is a feed.
    pub const fn is_feed(self) -> bool {
        !matches!(self, Self::Html | Self::Unknown | Self::Sitemap | Self::SitemapIndex)
    }

    /// Whether it is a sitemap or an index of sitemaps.
    pub const fn is_sitemap(self) -> bool {
        matches!(self, Self::Sitemap | Self::SitemapIndex)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// More entries of a feed than this are left out: no outlet's feed has as many.
pub const MAX_ENTRIES: usize = 2_000;

/// Only this much of a source is read, unless it is a sitemap. The largest news feeds with full texts are near 5 MB.
const MAX_BYTES: usize = 16 * 1024 * 1024;

/// Finds the entries of a feed or a sitemap, the sitemaps of an index, or the feeds that a page names. Never fails; see
/// [`Discovered::remarks`].
///
/// # Cost
/// Time and memory grow with the length of the body, whatever it holds.
pub fn discover(source: &Source) -> Discovered {
    let mut remarks = Vec::new();
    let most = if sitemap::begins_like_one(source.body) { sitemap::MAX_BYTES } else { MAX_BYTES };
    let body = source.body.get(..most).unwrap_or(source.body);
    if body.len() < source.body.len() {
        remarks.push(format!("only the first {most} bytes were read"));
    }
    let decoded = charset::decode(body, source.content_type);
    if decoded.damaged {
        remarks.push(format!("not all bytes are {}", decoded.encoding));
    }
    let text = decoded.text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c.is_control());
    let mut found = if text.starts_with(['{', '[']) {
        feed::json(text, source.url)
    } else {
        sitemap::xml(text, source.url)
            .or_else(|| feed::xml(text, source.url))
            .or_else(|| html::discover(text, source))
            .or_else(|| sitemap::lines(text, source.url))
            .unwrap_or_else(|| Discovered {
                remarks: vec!["neither a feed nor a page".into()],
                ..Discovered::default()
            })
    };
    remarks.append(&mut found.remarks);
    Discovered { remarks, ..found }
}
