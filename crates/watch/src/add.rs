//! Adding: an address that somebody gives becomes a feed that is polled, or an article that is looked at.

use discover::{Discovered, FeedLink, Filter, Format};
use fetch::Fetcher;
use jiff::Timestamp;
use news::{Exchange, PageKind, SourceKind, Validators};
use store::NewArticle;

use crate::deeds::Desk;
use crate::pages;
use crate::told;
use crate::watched::{Asked, Now, watch_article, watch_feed};
use crate::wish::{AddError, Added, Only, Wish};

/// Places of sitemaps that are tried: each costs a request, and the others are seldom used.
const MOST_SITEMAPS: usize = 7;

/// A page with so many links to articles is watched as a front page where a site tells of its articles nowhere else.
const FEWEST_LINKS: usize = 3;

/// Finds out what an address is, and adds it: a feed; the first feed that a site names, or its sitemap; for an
/// article, that article alone; and a front page itself, where nothing else tells of its articles. What was removed is watched again. It is a deed: the ledger has
/// it first.
///
/// # Errors
/// [`AddError`]; nothing was added then.
pub async fn add(fetcher: &Fetcher, desk: &Desk, wish: &Wish, now: Timestamp) -> Result<Added, AddError> {
    Filter::new(&wish.include, &wish.exclude)?;
    let exchange = fetched(fetcher, &wish.address, now).await?;
    let found = told::discovered(&exchange.last);
    if wish.only == Some(Only::FrontPage) {
        return add_front(desk, wish, &exchange, found, now).await;
    }
    if is_feed(&found) {
        if wish.only == Some(Only::Article) {
            return Err(AddError::IsFeed { url: exchange.last.url });
        }
        return add_feed(desk, wish, &exchange, found, Vec::new(), now).await;
    }
    let reading = pages::read(&exchange);
    // A front page names feeds and is no article; an article's page may name its site's feeds too.
    let article = reading.page == PageKind::Article || reading.page == PageKind::Walled;
    let wanted = wish.only.map_or(article && has_path(&exchange.last.url), |only| only == Only::Article);
    if wanted && !reading.body.is_empty() {
        return add_article(desk, wish, &exchange, reading.headline, now).await;
    }
    let page = serde_json::to_value(reading.page).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default();
    if wish.only == Some(Only::Article) {
        return Err(AddError::NoText { url: exchange.last.url, page });
    }
    let candidates = discover::candidate_feeds(&exchange.last.url);
    // Sites that have no feed any more still tell search engines what is new.
    let robots = robots_of(fetcher, &exchange.last.url, now).await;
    let sitemaps = discover::candidate_sitemaps(&exchange.last.url, &robots).into_iter().take(MOST_SITEMAPS);
    let guesses = candidates.into_iter().chain(sitemaps).map(|url| FeedLink { url, title: None });
    let named = found.feeds.len();
    for (index, link) in found.feeds.iter().cloned().chain(guesses).enumerate() {
        let Ok(exchange) = fetched(fetcher, &link.url, now).await else { continue };
        let feed = told::discovered(&exchange.last);
        if is_feed(&feed) {
            let others = found.feeds.iter().map(|f| f.url.clone()).filter(|url| *url != link.url || index >= named);
            return add_feed(desk, wish, &exchange, feed, others.collect(), now).await;
        }
    }
    // An article whose text cannot be read links to others, too: only what is no address of an article is taken.
    let is_list = reading.page == PageKind::Index || !has_path(&exchange.last.url);
    if wish.only.is_none() && is_list && found.articles.len() >= FEWEST_LINKS {
        return add_front(desk, wish, &exchange, found, now).await;
    }
    let url = exchange.last.url;
    Err(if wish.only == Some(Only::Feed) { AddError::NoFeed { url } } else { AddError::Nothing { url, page } })
}

async fn fetched(fetcher: &Fetcher, address: &str, now: Timestamp) -> Result<Exchange, AddError> {
    let exchange = fetcher.look(address, &Validators::default(), now).await?;
    match exchange.last.status {
        200 => Ok(exchange),
        status => Err(AddError::Status { url: exchange.last.url, status }),
    }
}

/// The robots.txt of a site, for the sitemaps that it names; empty where there is none.
async fn robots_of(fetcher: &Fetcher, site: &str, now: Timestamp) -> String {
    let address = url::Url::parse(site).and_then(|site| site.join("/robots.txt"));
    let Ok(address) = address else { return String::new() };
    let answer = fetched(fetcher, address.as_str(), now).await;
    answer.map(|answer| String::from_utf8_lossy(&answer.last.body).into_owned()).unwrap_or_default()
}

fn is_feed(found: &Discovered) -> bool {
    !matches!(found.format, Format::Html | Format::Unknown)
}

/// Whether the address is more than a host: front pages read as articles now and then.
pub(crate) fn has_path(address: &str) -> bool {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split_once('/').is_some_and(|(_, path)| !path.trim_matches('/').is_empty())
}

/// Adds the page itself as a source.
async fn add_front(
    desk: &Desk,
    wish: &Wish,
    exchange: &Exchange,
    found: Discovered,
    now: Timestamp,
) -> Result<Added, AddError> {
    if found.format != Format::Html || found.articles.is_empty() {
        return Err(AddError::NoLinks { url: exchange.last.url.clone() });
    }
    add_feed(desk, wish, exchange, found, Vec::new(), now).await
}

async fn add_feed(
    desk: &Desk,
    wish: &Wish,
    exchange: &Exchange,
    found: Discovered,
    others: Vec<String>,
    now: Timestamp,
) -> Result<Added, AddError> {
    let url = exchange.last.url.clone();
    let place = found.home.clone().unwrap_or_else(|| url.clone());
    let domain = domain_of(&place).or_else(|_| domain_of(&url))?;
    let kind = told::kind(found.format).unwrap_or(SourceKind::FrontPage);
    // The title of a section's page is not its outlet's name.
    let title = found.title.clone().filter(|_| kind != SourceKind::FrontPage || !has_path(&url));
    let name = wish.name.clone().or(title).unwrap_or_else(|| domain.clone());
    let (include, exclude, replace) = (wish.include.clone(), wish.exclude.clone(), wish.replace_filters);
    let (wish, title) = (wish.clone(), found.title.clone());
    let asked = Asked { wish, name, domain, home: found.home.clone(), url: url.clone(), title, kind };
    let Now { id, known, outlet, halt } = desk.decide(now, move |tx| watch_feed(tx, &asked, now)).await?;
    let is_new = known.is_none();
    // Without filters, a known feed is asked for as it is.
    let asks = !include.is_empty() || !exclude.is_empty();
    let (include, exclude) = match known {
        Some(known) if !replace && asks && (&known.include, &known.exclude) != (&include, &exclude) => {
            return Err(AddError::OtherFilters { id, url, include: known.include, exclude: known.exclude });
        }
        Some(known) if !replace => (known.include, known.exclude),
        _ => (include, exclude),
    };
    let filter = Filter::new(&include, &exclude)?;
    let sitemaps = found.sitemaps.len();
    let entries = told::entries(found, kind, now).iter().filter(|e| filter.keeps(e)).count();
    Ok(Added::Feed { id, kind, url, outlet, entries, sitemaps, others, is_new, halt })
}

async fn add_article(
    desk: &Desk,
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
    let watched = desk.decide(now, move |tx| watch_article(tx, &name, &domain, article, now)).await?;
    let (id, is_new, halt) = watched;
    Ok(Added::Article { id, url, headline, is_new, halt })
}

fn domain_of(url: &str) -> Result<String, AddError> {
    discover::address::domain(url).ok_or_else(|| AddError::NoOutlet { url: url.to_owned() })
}
