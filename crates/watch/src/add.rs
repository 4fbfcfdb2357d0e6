//! Adding: an address that somebody gives becomes a feed that is polled, or an article that is looked at.

use discover::{Discovered, FeedLink, Filter, Source};
use fetch::{FetchError, Fetcher};
use jiff::Timestamp;
use news::{ArticleId, Exchange, FeedId, PageKind, Validators};
use store::{NewArticle, Store, StoreError};

use crate::conclude::read_page;

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
}

/// What an address is wished to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Only {
    /// A feed, or a site that names one.
    Feed,
    /// One article.
    Article,
}

/// What was added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Added {
    /// A feed, with the number of entries that its filter keeps now.
    Feed {
        /// Its id.
        id: FeedId,
        /// Its address.
        url: String,
        /// The outlet's name.
        outlet: String,
        /// Entries that will be watched.
        entries: usize,
        /// Other feeds that the site names.
        others: Vec<String>,
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
    },
}

/// Why an address could not be added. Nothing was.
#[derive(Debug, thiserror::Error)]
pub enum AddError {
    /// It could not be fetched.
    #[error(transparent)]
    Fetch(#[from] FetchError),
    /// It could not be recorded.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A filter is no pattern.
    #[error(transparent)]
    Pattern(#[from] discover::BadPattern),
    /// The outlet answered with something else than a page.
    #[error(
        "{url} answered with status {status}; nothing was added. Look at the address in a browser: is it spelt right?"
    )]
    Status {
        /// The address.
        url: String,
        /// The status.
        status: u16,
    },
    /// There is neither a feed nor an article.
    #[error(
        "{url} is no feed, names none, and is no article ({page}); nothing was added. Give the address of a feed or of an article"
    )]
    Nothing {
        /// The address.
        url: String,
        /// What kind of page it is.
        page: String,
    },
    /// The address has no host to make an outlet of.
    #[error("{url} is no address of an outlet; nothing was added")]
    NoOutlet {
        /// The address.
        url: String,
    },
}

/// Finds out what an address is, and adds it: a feed; the first feed that a site names; or, for an
/// article, that article alone.
///
/// # Errors
/// [`AddError`]; nothing was added then.
pub async fn add(fetcher: &Fetcher, store: &Store, wish: &Wish, now: Timestamp) -> Result<Added, AddError> {
    Filter::new(&wish.include, &wish.exclude)?;
    let exchange = fetched(fetcher, &wish.address, now).await?;
    let found = discovered(&exchange);
    if is_feed(&found) {
        return add_feed(store, wish, &exchange, found, Vec::new(), now).await;
    }
    let reading = read_page(&exchange);
    // A front page names feeds and is no article; an article's page may name its site's feeds too.
    let article = reading.page == PageKind::Article || reading.page == PageKind::Walled;
    let wanted = wish.only.map_or(article && has_path(&exchange.last.url), |only| only == Only::Article);
    if wanted && !reading.body.is_empty() {
        return add_article(store, wish, &exchange, reading.headline, now).await;
    }
    let candidates = discover::candidate_feeds(&exchange.last.url);
    let guesses = candidates.into_iter().map(|url| FeedLink { url, title: None });
    let named = found.feeds.len();
    for (index, link) in found.feeds.iter().cloned().chain(guesses).enumerate() {
        let Ok(exchange) = fetched(fetcher, &link.url, now).await else { continue };
        let feed = discovered(&exchange);
        if is_feed(&feed) {
            let others = found.feeds.iter().map(|f| f.url.clone()).filter(|url| *url != link.url || index >= named);
            return add_feed(store, wish, &exchange, feed, others.collect(), now).await;
        }
    }
    let page = serde_json::to_value(reading.page).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default();
    Err(AddError::Nothing { url: exchange.last.url, page })
}

async fn fetched(fetcher: &Fetcher, address: &str, now: Timestamp) -> Result<Exchange, AddError> {
    let exchange = fetcher.look(address, &Validators::default(), now).await?;
    match exchange.last.status {
        200 => Ok(exchange),
        status => Err(AddError::Status { url: exchange.last.url, status }),
    }
}

fn discovered(exchange: &Exchange) -> Discovered {
    let answer = &exchange.last;
    discover::discover(&Source { body: &answer.body, content_type: answer.header("content-type"), url: &answer.url })
}

fn is_feed(found: &Discovered) -> bool {
    use discover::Format;
    !matches!(found.format, Format::Html | Format::Unknown)
}

/// Whether the address is more than a host: front pages read as articles now and then.
fn has_path(address: &str) -> bool {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split_once('/').is_some_and(|(_, path)| !path.trim_matches('/').is_empty())
}

async fn add_feed(
    store: &Store,
    wish: &Wish,
    exchange: &Exchange,
    found: Discovered,
    others: Vec<String>,
    now: Timestamp,
) -> Result<Added, AddError> {
    let url = exchange.last.url.clone();
    let filter = Filter::new(&wish.include, &wish.exclude)?;
    let entries = found.entries.iter().filter(|e| filter.keeps(e)).count();
    let place = found.home.clone().unwrap_or_else(|| url.clone());
    let domain = domain_of(&place).or_else(|_| domain_of(&url))?;
    let name = wish.name.clone().or_else(|| found.title.clone()).unwrap_or_else(|| domain.clone());
    let (wish, feed_url, title) = (wish.clone(), url.clone(), found.title);
    let (id, outlet) = store
        .write(move |tx| {
            let outlet = store::outlets::add_outlet(tx, &name, &domain, Some(&place))?;
            let title = title.as_deref();
            let id = store::feeds::add_feed(tx, outlet, &feed_url, title, &wish.include, &wish.exclude, now)?;
            Ok((id, store::outlets::load_outlet(tx, outlet)?.name))
        })
        .await?;
    Ok(Added::Feed { id, url, outlet, entries, others })
}

async fn add_article(
    store: &Store,
    wish: &Wish,
    exchange: &Exchange,
    headline: Option<String>,
    now: Timestamp,
) -> Result<Added, AddError> {
    let url = exchange.last.url.clone();
    let domain = domain_of(&url)?;
    let key = discover::address::key(&url).map_err(|_| AddError::NoOutlet { url: url.clone() })?;
    let name = wish.name.clone().unwrap_or_else(|| domain.clone());
    let article = NewArticle { key, url: url.clone(), title: headline.clone(), published_at: None, feed: None };
    let (id, is_new) = store
        .write(move |tx| {
            let outlet = store::outlets::add_outlet(tx, &name, &domain, None)?;
            store::articles::add_article(tx, outlet, &article, now, now)
        })
        .await?;
    Ok(Added::Article { id, url, headline, is_new })
}

fn domain_of(url: &str) -> Result<String, AddError> {
    discover::address::domain(url).ok_or_else(|| AddError::NoOutlet { url: url.to_owned() })
}
