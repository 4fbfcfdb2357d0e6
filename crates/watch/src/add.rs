//! Adding: an address that somebody gives becomes a feed that is polled, or an article that is looked at.

use discover::{Discovered, FeedLink, Filter};
use fetch::{FetchError, Fetcher};
use jiff::Timestamp;
use news::{Act, ArticleId, Exchange, FeedId, Halt, PageKind, Subject, Validators};
use store::{NewArticle, StoreError, Tx};

use crate::conclude::read_page;
use crate::deeds::{DeedError, Desk};
use crate::told;

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
        /// Why it is not looked at all the same.
        halt: Option<Halt>,
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
        "{url} is no feed, names none, has no sitemap in the usual places, and is no article ({page}); it was not added. Give the address of a feed, of a sitemap or of an article"
    )]
    Nothing {
        /// The address.
        url: String,
        /// What kind of page it is.
        page: String,
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

/// Places of sitemaps that are tried: each costs a request, and the others are seldom used.
const MOST_SITEMAPS: usize = 6;

/// Finds out what an address is, and adds it: a feed; the first feed that a site names; or, for an
/// article, that article alone. What was removed is watched again. It is a deed: the ledger has it first.
///
/// # Errors
/// [`AddError`]; nothing was added then.
pub async fn add(fetcher: &Fetcher, desk: &Desk, wish: &Wish, now: Timestamp) -> Result<Added, AddError> {
    Filter::new(&wish.include, &wish.exclude)?;
    let exchange = fetched(fetcher, &wish.address, now).await?;
    let found = told::discovered(&exchange.last);
    if is_feed(&found) {
        if wish.only == Some(Only::Article) {
            return Err(AddError::IsFeed { url: exchange.last.url });
        }
        return add_feed(desk, wish, &exchange, found, Vec::new(), now).await;
    }
    let reading = read_page(&exchange);
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
    let sitemaps = discover::candidate_sitemaps(&exchange.last.url, "").into_iter().take(MOST_SITEMAPS);
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
    let name = wish.name.clone().or_else(|| found.title.clone()).unwrap_or_else(|| domain.clone());
    let asked = AskedFeed { wish: wish.clone(), name, domain, place, url: url.clone(), title: found.title.clone() };
    let (include, exclude, replace) = (wish.include.clone(), wish.exclude.clone(), wish.replace_filters);
    let FeedNow { id, known, outlet, halt } = desk.decide(now, move |tx| watch_feed(tx, &asked, now)).await?;
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
    let entries = told::entries(found, now).iter().filter(|e| filter.keeps(e)).count();
    Ok(Added::Feed { id, url, outlet, entries, sitemaps, others, is_new, halt })
}

/// A feed that is to be watched.
struct AskedFeed {
    wish: Wish,
    name: String,
    domain: String,
    /// The site's address.
    place: String,
    url: String,
    title: Option<String>,
}

/// A feed that is watched now; `known` if it was before.
struct FeedNow {
    id: FeedId,
    known: Option<news::Feed>,
    outlet: String,
    halt: Option<Halt>,
}

fn watch_feed(tx: &mut Tx<'_>, asked: &AskedFeed, now: Timestamp) -> Result<(FeedNow, Vec<Act>), StoreError> {
    let AskedFeed { wish: Wish { include, exclude, replace_filters, .. }, url, title, .. } = asked;
    let (outlet, mut acts) = watch_outlet(tx, &asked.name, &asked.domain, Some(&asked.place))?;
    let known = store::feeds::list_feeds(tx, outlet.id)?.into_iter().find(|feed| feed.url == *url);
    let id = store::feeds::add_feed(tx, outlet.id, url, title.as_deref(), include, exclude, now)?;
    let halt = store::halts::halt_over(tx, Subject::Feed(id))?;
    let known = known.filter(|_| !is_removed(&halt));
    let filters = (include.clone(), exclude.clone());
    match &known {
        None => {
            let ((include, exclude), title) = (filters.clone(), title.clone());
            acts.push(Act::FeedAdded { id, url: url.clone(), title, include, exclude });
            if halt.is_some() {
                acts.push(Act::FiltersSet { feed: id, include: filters.0, exclude: filters.1 });
            }
        }
        Some(known) if *replace_filters && (&known.include, &known.exclude) != (include, exclude) => {
            acts.push(Act::FiltersSet { feed: id, include: filters.0, exclude: filters.1 });
        }
        Some(_) => {}
    }
    let halt = halt.filter(|halt| !halt.removed);
    Ok((FeedNow { id, known, outlet: outlet.name, halt }, acts))
}

/// The outlet of a domain, and the act that it takes to watch it, if it was not.
fn watch_outlet(
    tx: &mut Tx<'_>,
    name: &str,
    domain: &str,
    homepage: Option<&str>,
) -> Result<(news::Outlet, Vec<Act>), StoreError> {
    let known = store::outlets::find_outlet(tx, domain)?;
    let id = store::outlets::add_outlet(tx, name, domain, homepage)?;
    let outlet = store::outlets::load_outlet(tx, id)?;
    let news::Outlet { id, name, domain, homepage } = outlet.clone();
    let is_removed = is_removed(&store::halts::find_halt(tx, Subject::Outlet(id))?);
    let added = known.is_none() || is_removed;
    Ok((outlet, if added { vec![Act::OutletAdded { id, name, domain, homepage }] } else { Vec::new() }))
}

fn is_removed(halt: &Option<Halt>) -> bool {
    halt.as_ref().is_some_and(|halt| halt.removed)
}

/// Filters in words: "with --include /a/ and --exclude /b/", "without filters".
fn filters(include: &[String], exclude: &[String]) -> String {
    let option = |name, patterns: &[String]| patterns.iter().map(move |p| format!("{name} '{p}'")).collect::<Vec<_>>();
    let all = [option("--include", include), option("--exclude", exclude)].concat();
    if all.is_empty() { "without filters".into() } else { format!("with {}", all.join(" ")) }
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
    let verb = move |tx: &mut Tx<'_>| {
        let (outlet, mut acts) = watch_outlet(tx, &name, &domain, None)?;
        let (id, is_new) = store::articles::add_article(tx, outlet.id, &article, now, now)?;
        let halt = store::halts::halt_over(tx, Subject::Article(id))?;
        let is_new = is_new || is_removed(&halt);
        if is_new {
            acts.push(Act::ArticleAdded { id, url: article.url, title: article.title });
        }
        Ok(((id, is_new, halt.filter(|halt| !halt.removed)), acts))
    };
    let (id, is_new, halt) = desk.decide(now, verb).await?;
    Ok(Added::Article { id, url, headline, is_new, halt })
}

fn domain_of(url: &str) -> Result<String, AddError> {
    discover::address::domain(url).ok_or_else(|| AddError::NoOutlet { url: url.to_owned() })
}
