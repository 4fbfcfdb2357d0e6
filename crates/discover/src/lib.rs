//! Discover: bytes of a feed or a front page become entries; addresses become article keys.
//!
//! Comes after `fetch` has brought a feed, before `watch` adds articles. Pure: no clock, no network,
//! no file; the same bytes give the same entries for ever.
//!
//! Start at [`discover`]. A feed is read in four steps, each of which forgives: bytes become
//! characters, characters become a tree whatever is broken in them, the tree's names lose their many
//! namespaces, and one mapping for RSS 0.9 to 2.0, RDF, Atom and CDF picks what an
//! [`Entry`](news::Entry) holds. JSON Feed goes a shorter way. A page of HTML where a feed was
//! expected gives the feeds that it names. [`Filter`] keeps the entries that an operator wants, and
//! [`address`] tells whether two addresses mean one article.
//!
//! Our own tolerant reader stands here instead of a feed library, because libraries refuse what
//! outlets publish: a stray `&`, an end tag that does not match, a file cut short. It follows that
//! nothing is validated, and that nothing fails: what could not be read is a remark.
//!
//! Deliberately absent: sitemaps, links of front pages, full texts inside feeds (the page that
//! readers see is what counts), pictures, categories.
//! Sources: RSS 2.0 and 1.0, RFC 4287, JSON Feed 1.1, the CDF submission of 1997, WHATWG URL.

pub mod address;
mod charset;
mod date;
mod discovered;
mod feed;
mod filter;
mod front;
mod html;
mod markup;
mod opml;
mod pace;
mod plain;
mod sitemap;

pub use discovered::{Discovered, FeedLink, Format, MAX_ENTRIES, SitemapLink, Source, discover};
pub use filter::{BadPattern, Filter};
pub use front::{ArticleLink, JudgedLink, judge_links};
pub use html::candidate_feeds;
pub use opml::{OpmlFeed, opml, write_opml};
pub use pace::Pace;
pub use sitemap::{MAX_SITEMAP_ENTRIES, candidate_sitemaps, named_sitemaps};
