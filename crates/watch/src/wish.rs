//! A wish to add an address, and what came of it.

use fetch::FetchError;
use news::{ArticleId, FeedId, Halt, SourceKind};

use crate::deeds::DeedError;

/// What is to be added.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// The address of a feed, a site or an article.
    pub address: String,
    /// What the outlet is to be called; else its feed's title.
    pub name: Option<String>,
    /// Only entries that match one of these patterns; empty: all.
    pub include: Vec<String>,
    /// No entries that match one of these patterns.
    pub exclude: Vec<String>,
    /// Take the address for what it is wished to be, instead of finding out.
    pub only: Option<Only>,
    /// Give a feed that is watched already these filters instead of its own.
    pub replace_filters: bool,
}

/// What an address is wished to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Only {
    /// A feed, or a site that names one.
    Feed,
    /// The front page or a section page, watched for its links.
    FrontPage,
    /// One article.
    Article,
}

/// What is done on the way, for somebody who waits: between two requests lies the pace of their host.
#[derive(Debug, Clone, Copy)]
pub enum Step<'a> {
    /// This address is asked.
    Asks(&'a str),
    /// The page names no feed that can be had: the usual places are asked, one after the other.
    Guesses,
    /// The host does not answer any more: no further place of it is asked.
    NoAnswer(&'a AddError),
    /// The site has a page for whatever is asked: no further place is guessed.
    AnyPage,
}

/// What was added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Added {
    /// A feed, a sitemap or a front page, with the number of entries that its filter keeps now.
    Feed {
        /// Its id.
        id: FeedId,
        /// What it is.
        kind: SourceKind,
        /// Its address.
        url: String,
        /// The outlet's name.
        outlet: String,
        /// Entries that will be watched.
        entries: usize,
        /// For an index of sitemaps: how many it lists. The news among them are asked for at each poll.
        sitemaps: usize,
        /// Other feeds that the site names.
        others: Vec<String>,
        /// Whether it was not watched before.
        is_new: bool,
        /// Why it is not asked all the same.
        halt: Option<Halt>,
    },
    /// One article.
    Article {
        /// Its id.
        id: ArticleId,
        /// Its address.
        url: String,
        /// Its headline.
        headline: Option<String>,
        /// Whether it was not watched before.
        is_new: bool,
        /// Why it is not asked all the same.
        halt: Option<Halt>,
    },
}

/// Why an address could not be added. Nothing was, unless it is said to be decided ([`DeedError::Decided`]).
#[derive(Debug, thiserror::Error)]
pub enum AddError {
    /// It could not be fetched.
    #[error(transparent)]
    Fetch(#[from] FetchError),
    /// It could not be recorded.
    #[error(transparent)]
    Deed(#[from] DeedError),
    /// A filter is no pattern.
    #[error(transparent)]
    Pattern(#[from] discover::BadPattern),
    /// The outlet answered with something else than a page.
    #[error(
        "{url} answered with status {status}; it was not added. Look at the address in a browser: is it spelt right?"
    )]
    Status {
        /// The address.
        url: String,
        /// The status.
        status: u16,
    },
    /// There is neither a feed nor an article.
    #[error(
        "{url} is no feed, names none, has none and no sitemap in the usual places, and is no article ({page}); it was not added. Give the address of a feed, of a sitemap or of an article; with --front, a page that links to articles is watched"
    )]
    Nothing {
        /// The address.
        url: String,
        /// What kind of page it is.
        page: String,
    },
    /// A front page was wished for, and it links to no article.
    #[error(
        "{url} links to no article that could be told from other links; it was not added. Pages of a few plain links, or whose links only a script brings, cannot be watched: give another page, a feed or a sitemap"
    )]
    NoLinks {
        /// The address.
        url: String,
    },
    /// A feed was wished for, and there is none.
    #[error("{url} is no feed and names none; it was not added")]
    NoFeed {
        /// The address.
        url: String,
    },
    /// An article was wished for, and it is a feed.
    #[error("{url} is a feed and no article; it was not added. Without --article, its articles are watched")]
    IsFeed {
        /// The address.
        url: String,
    },
    /// An article was wished for, and there is no text of one.
    #[error("{url} has no article text ({page}); it was not added")]
    NoText {
        /// The address.
        url: String,
        /// What kind of page it is.
        page: String,
    },
    /// The feed is watched already, with other filters.
    #[error(
        "{url} is watched already, as feed {id}, {}; nothing was changed. With --replace-filters \
         it gets these instead",
        filters(include, exclude)
    )]
    OtherFilters {
        /// The feed.
        id: FeedId,
        /// Its address.
        url: String,
        /// The filters that it has.
        include: Vec<String>,
        /// See `include`.
        exclude: Vec<String>,
    },
    /// The address has no host to make an outlet of.
    #[error("{url} is no address of an outlet; it was not added")]
    NoOutlet {
        /// The address.
        url: String,
    },
}

/// Filters in words: "with --include /a/ and --exclude /b/", "without filters".
fn filters(include: &[String], exclude: &[String]) -> String {
    let option = |name, patterns: &[String]| patterns.iter().map(move |p| format!("{name} '{p}'")).collect::<Vec<_>>();
    let all = [option("--include", include), option("--exclude", exclude)].concat();
    if all.is_empty() { "without filters".into() } else { format!("with {}", all.join(" ")) }
}
