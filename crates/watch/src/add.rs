//! Adding: an address that somebody gives becomes a feed that is polled, or an article that is looked at.

use discover::{Discovered, FeedLink, Filter, Format};
use extract::Memory;
use fetch::Fetcher;
use jiff::Timestamp;
use news::{Exchange, Failure, PageKind, SourceKind, Validators};
use store::NewArticle;

use crate::deeds::Desk;
use crate::pages;
use crate::told;
use crate::watched::{Asked, Now, watch_article, watch_feed};
use crate::wish::{AddError, Added, Only, Step, Wish};

/// Places of sitemaps that are tried: each costs a request, and the others are seldom used.
const MOST_SITEMAPS: usize = 7;

/// A site that answers so many usual places in a row with a page does so whatever is asked.
const MOST_PAGES: usize = 3;

/// Feeds that a page names and that are tried: the first is the main one, and portals list hundreds.
const MOST_NAMED: usize = 8;

/// Who asks, and who is told of it.
struct Asker<'a> {
    fetcher: &'a Fetcher,
    now: Timestamp,
    tell: &'a (dyn Fn(Step<'_>) + Sync),
}

/// Finds out what an address is, and adds it: a feed; the first feed that a site names, or its sitemap; for an
/// article, that article alone; and a front page itself, where nothing else tells of its articles. What was removed is watched again. It is a deed: the ledger has
/// it first.
///
/// `tell` hears of each request before it is made.
///
/// # Errors
/// [`AddError`]; nothing was added then.
///
/// # Cost
/// One request for what is a feed or an article. A site that names neither feed nor sitemap is asked at up to 18 places,
/// at the pace of its host; fewer if it stops to answer, or has a page for whatever is asked.
pub async fn add(
    fetcher: &Fetcher,
    desk: &Desk,
    wish: &Wish,
    now: Timestamp,
    tell: impl Fn(Step<'_>) + Sync,
) -> Result<Added, AddError> {
    Filter::new(&wish.include, &wish.exclude)?;
    let asker = Asker { fetcher, now, tell: &tell };
    let exchange = asker.fetched(&wish.address).await?;
    let found = told::discovered(&exchange.last);
    if wish.only == Some(Only::FrontPage) {
        return add_front(desk, wish, &exchange, found, now).await;
    }
    if is_feed(&found) {
        if wish.only == Some(Only::Article) {
            return Err(AddError::IsFeed { url: exchange.last.url });
        }
        let name = asker.name(wish, &exchange.last.url, &found).await;
        return add_feed(desk, wish, &exchange, found, name, Vec::new(), now).await;
    }
    let (reading, _) = pages::read(&exchange, &Memory::none());
    // A front page names feeds and is no article; an article's page may name its site's feeds too.
    let article = reading.page == PageKind::Article || reading.page == PageKind::Walled;
    let wanted = wish.only.map_or(article && has_path(&exchange.last.url), |only| only == Only::Article);
    if wanted && !reading.body.is_empty() {
        return add_article(desk, wish, &exchange, found.site_name, reading.headline, now).await;
    }
    let page = serde_json::to_value(reading.page).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default();
    if wish.only == Some(Only::Article) {
        return Err(AddError::NoText { url: exchange.last.url, page });
    }
    if let Some(Door { named_as, exchange: door, found: source }) = asker.door(&exchange.last.url, &found.feeds).await {
        let others = found.feeds.iter().map(|link| link.url.clone()).filter(|url| *url != named_as).collect();
        let name = match page_name(&exchange.last.url, &found) {
            Some(name) if source.title.is_none() => Some(name),
            _ => asker.name(wish, &door.last.url, &source).await,
        };
        return add_feed(desk, wish, &door, source, name, others, now).await;
    }
    // An article whose text cannot be read links to others, too: only what is no address of an article is taken. Small
    // outlets show two articles or one, and each link has been judged by itself: one is enough.
    let is_list = reading.page == PageKind::Index || !has_path(&exchange.last.url);
    if wish.only.is_none() && is_list && !found.articles.is_empty() {
        return add_front(desk, wish, &exchange, found, now).await;
    }
    let url = exchange.last.url;
    Err(if wish.only == Some(Only::Feed) { AddError::NoFeed { url } } else { AddError::Nothing { url, page } })
}

/// A source that a site has.
struct Door {
    /// The address that led to it.
    named_as: String,
    exchange: Exchange,
    found: Discovered,
}

/// What stands at an address where a source may be.
enum Place {
    Source(Box<Door>),
    Page,
    Nothing,
    /// The host does not answer, or asks for a pause: another address of it would fare alike.
    NoAnswer(AddError),
}

/// What came of asking one place after the other.
enum Tried {
    Found(Box<Door>),
    Nothing,
    /// The site has a page for whatever is asked.
    AnyPage,
    NoAnswer,
}

impl Asker<'_> {
    async fn fetched(&self, address: &str) -> Result<Exchange, AddError> {
        (self.tell)(Step::Asks(address));
        let exchange = self.fetcher.look(address, &Validators::default(), self.now).await?;
        match exchange.last.status {
            200 => Ok(exchange),
            status => Err(AddError::Status { url: exchange.last.url, status }),
        }
    }

    async fn place(&self, address: String) -> Place {
        match self.fetched(&address).await {
            Ok(exchange) => {
                let found = told::discovered(&exchange.last);
                let is_source = is_feed(&found);
                let door = Box::new(Door { named_as: address, exchange, found });
                if is_source { Place::Source(door) } else { Place::Page }
            }
            Err(error) if is_of_host(&error) => Place::NoAnswer(error),
            Err(_) => Place::Nothing,
        }
    }

    /// The best source of a site: the first feed that its page names, one in a usual place, a sitemap.
    async fn door(&self, site: &str, feeds: &[FeedLink]) -> Option<Door> {
        for link in feeds.iter().take(MOST_NAMED) {
            if let Place::Source(door) = self.place(link.url.clone()).await {
                return Some(*door);
            }
        }
        (self.tell)(Step::Guesses);
        let is_new = |url: &String| feeds.iter().all(|link| link.url != *url);
        let feeds = self.first(discover::candidate_feeds(site).into_iter().filter(is_new)).await;
        let has_any_page = matches!(feeds, Tried::AnyPage);
        match feeds {
            Tried::Found(door) => return Some(*door),
            Tried::NoAnswer => return None,
            Tried::Nothing | Tried::AnyPage => {}
        }
        // Sites that have no feed any more still tell search engines what is new.
        let robots = self.robots(site).await;
        if has_any_page && discover::named_sitemaps(site, &robots).is_empty() {
            return None;
        }
        let sitemaps = discover::candidate_sitemaps(site, &robots).into_iter().take(MOST_SITEMAPS);
        match self.first(sitemaps).await {
            Tried::Found(door) => Some(*door),
            Tried::Nothing | Tried::AnyPage | Tried::NoAnswer => None,
        }
    }

    /// The first source at these places of one site; it ends where asking on would bring nothing.
    async fn first(&self, places: impl Iterator<Item = String>) -> Tried {
        let mut pages = 0;
        for address in places {
            match self.place(address).await {
                Place::Source(door) => return Tried::Found(door),
                Place::Page => pages += 1,
                Place::Nothing => pages = 0,
                Place::NoAnswer(error) => {
                    (self.tell)(Step::NoAnswer(&error));
                    return Tried::NoAnswer;
                }
            }
            if pages == MOST_PAGES {
                (self.tell)(Step::AnyPage);
                return Tried::AnyPage;
            }
        }
        Tried::Nothing
    }

    /// The robots.txt of a site, for the sitemaps that it names; empty where there is none.
    async fn robots(&self, site: &str) -> String {
        let Some(address) = at_root(site, "/robots.txt") else { return String::new() };
        let answer = self.fetched(&address).await;
        answer.map(|answer| String::from_utf8_lossy(&answer.last.body).into_owned()).unwrap_or_default()
    }

    /// What the outlet of a source at `url` is called: as its feed says, or, as a sitemap says nothing, as its home
    /// page does. `None`: neither tells, or the wish has a name.
    async fn name(&self, wish: &Wish, url: &str, source: &Discovered) -> Option<String> {
        if wish.name.is_some() || source.title.is_some() || !source.format.is_sitemap() {
            return source.title.clone();
        }
        let exchange = self.fetched(&at_root(source.home.as_deref().unwrap_or(url), "/")?).await.ok()?;
        page_name(&exchange.last.url, &told::discovered(&exchange.last))
    }
}

/// What a page says its outlet is called. The title of a section's page is not its outlet's name.
fn page_name(url: &str, found: &Discovered) -> Option<String> {
    found.site_name.clone().or_else(|| found.title.clone().filter(|_| !has_path(url)))
}

fn at_root(site: &str, path: &str) -> Option<String> {
    Some(url::Url::parse(site).ok()?.join(path).ok()?.into())
}

/// Whether it failed by its host, whatever was asked of it.
const fn is_of_host(error: &AddError) -> bool {
    let AddError::Fetch(error) = error else { return false };
    matches!(
        error.failure(),
        Failure::Unreachable | Failure::NoSuchHost | Failure::Tls | Failure::Timeout | Failure::Throttled
    )
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
    let name = page_name(&exchange.last.url, &found);
    add_feed(desk, wish, exchange, found, name, Vec::new(), now).await
}

async fn add_feed(
    desk: &Desk,
    wish: &Wish,
    exchange: &Exchange,
    found: Discovered,
    name: Option<String>,
    others: Vec<String>,
    now: Timestamp,
) -> Result<Added, AddError> {
    let url = exchange.last.url.clone();
    let place = found.home.clone().unwrap_or_else(|| url.clone());
    let domain = domain_of(&place).or_else(|_| domain_of(&url))?;
    let kind = told::kind(found.format).unwrap_or(SourceKind::FrontPage);
    let name = wish.name.clone().or(name).unwrap_or_else(|| domain.clone());
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
    name: Option<String>,
    headline: Option<String>,
    now: Timestamp,
) -> Result<Added, AddError> {
    let url = exchange.last.url.clone();
    let domain = domain_of(&url)?;
    let key = discover::address::key(&url).map_err(|_| AddError::NoOutlet { url: url.clone() })?;
    let name = wish.name.clone().or(name).unwrap_or_else(|| domain.clone());
    let article = NewArticle { key, url: url.clone(), title: headline.clone(), published_at: None, feed: None };
    let watched = desk.decide(now, move |tx| watch_article(tx, &name, &domain, article, now)).await?;
    let (id, is_new, halt) = watched;
    Ok(Added::Article { id, url, headline, is_new, halt })
}

fn domain_of(url: &str) -> Result<String, AddError> {
    discover::address::domain(url).ok_or_else(|| AddError::NoOutlet { url: url.to_owned() })
}
