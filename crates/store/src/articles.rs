//! Articles: one standing piece at one outlet each, found by any of its keys.

use jiff::Timestamp;
use news::{Article, ArticleId, Entry, FeedId, Outlet, OutletId};

use crate::outlets::{self, outlet_at};
use crate::sql::{Row, statements, vals};
use crate::tallies::{Tallies, Tally};
use crate::{StoreError, Tx, addresses, agenda, keys, merges};

/// The columns of [`article_at`], of a table or view named `a`.
macro_rules! article_columns {
    () => {
        "a.id, coalesce(a.moved_url, a.url), a.key, coalesce(a.headline, a.title), a.language, a.first_seen_us, \
         a.published_at"
    };
}
pub(crate) use article_columns;

/// Whether the article `a` has shown a text or is still looked at. Pages that turned out to be no articles
/// (front pages link to lists and films too) are in no list; their timelines live.
macro_rules! was_or_will_be_seen {
    () => {
        "EXISTS (SELECT 1 FROM agenda g WHERE g.article_id = a.id AND (g.shows IS NOT NULL OR g.planned_us IS NOT NULL))"
    };
}

/// How many columns [`article_columns`] names.
pub(crate) const ARTICLE_COLUMNS: usize = 7;

statements! {
    GIVE = "UPDATE outlets SET articles_given = articles_given + 1 WHERE id = ?1 RETURNING articles_given";
    GIVEN = "UPDATE outlets SET articles_given = ?2 WHERE id = ?1 AND articles_given < ?2";
    IS_THERE = "SELECT id FROM articles WHERE id = ?1";
    ADD = "INSERT INTO articles (id, outlet_id, feed_id, key, url, title, published_at, first_seen_us) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    BY_KEY = "SELECT id FROM articles WHERE key = ?1";
    BY_ID = concat!(
        "SELECT ", article_columns!(), ", o.id, o.name, o.domain, o.homepage FROM articles a \
        JOIN outlets o ON o.id = a.outlet_id WHERE a.id = ?1"
    );
    TOLD_BY = "SELECT a.id, a.url, a.title, a.published_at FROM shown_articles a JOIN articles f ON f.id = a.id \
        WHERE a.outlet_id = ?1 AND f.feed_id = ?2 ORDER BY a.first_seen_us DESC, a.id DESC LIMIT ?3";
    FIRST_CLAIMED = "UPDATE articles SET published_at = ?2 WHERE id = ?1 AND published_at IS NULL";
    FIRST_SEEN = "SELECT first_seen_us FROM articles WHERE id = ?1";
    NEWEST = concat!(
        "SELECT ", article_columns!(), " FROM listed_articles a WHERE (a.first_seen_us, a.id) < (?1, ?2) \
        AND ", was_or_will_be_seen!(), " ORDER BY a.first_seen_us DESC, a.id DESC LIMIT ?3"
    );
    NEWEST_OF_OUTLET = concat!(
        "SELECT ", article_columns!(), " FROM listed_articles a WHERE a.outlet_id = ?4 \
        AND (a.first_seen_us, a.id) < (?1, ?2) AND ", was_or_will_be_seen!(), " ORDER BY a.first_seen_us DESC, a.id DESC LIMIT ?3"
    );
}

/// An article that has been heard of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewArticle {
    /// Its key (`discover`'s).
    pub key: String,
    /// Its address.
    pub url: String,
    /// Its title in the feed.
    pub title: Option<String>,
    /// When the outlet says it was published, if its feed says it.
    pub published_at: Option<String>,
    /// The feed that told of it; `None`: somebody gave the address.
    pub feed: Option<FeedId>,
}

/// Adds an article whose first look is due at `due`, and returns its id and whether it is new. An
/// article known by that key keeps everything as it is.
///
/// # Errors
/// [`StoreError::NoSuchOutlet`]; [`StoreError::NotAnAddress`] if `url` has no host.
///
/// # Cost
/// If it is new, the commit waits for the disk: an id is given. Add what one poll brings in one
/// transaction.
pub fn add_article(
    tx: &mut Tx<'_>,
    outlet: OutletId,
    new: &NewArticle,
    due: Timestamp,
    now: Timestamp,
) -> Result<(ArticleId, bool), StoreError> {
    if let Some(known) = find_article(tx, &new.key)? {
        return Ok((known, false));
    }
    agenda::host_of(&new.url)?;
    let number = tx.query_one(GIVE, vals![outlet], |row| row.col(0))?.ok_or(StoreError::NoSuchOutlet(outlet))?;
    let id = ArticleId::new(outlet, number);
    insert(tx, id, new, due, now)?;
    Ok((id, true))
}

/// Adds an article under the id that it was given before; one known by its key stays as it is. Returns its id.
///
/// A key that is only a further one of another article is this one's first all the same: the other may have moved to
/// its address after both had their ids.
///
/// # Errors
/// [`StoreError::NoSuchOutlet`], [`StoreError::NotAnAddress`]; [`StoreError::OtherId`] if the id is another
/// article's.
pub fn put_article(
    tx: &mut Tx<'_>,
    id: ArticleId,
    new: &NewArticle,
    due: Timestamp,
    now: Timestamp,
) -> Result<ArticleId, StoreError> {
    let is_there = tx.query_one(IS_THERE, vals![id], |row| row.col::<ArticleId>(0))?.is_some();
    let is_first = find_first(tx, &keys::stored(&new.key))?.is_some();
    match find_article(tx, &new.key)? {
        Some(known) if is_there || is_first => return Ok(known),
        None if is_there => return Err(StoreError::OtherId { id: id.to_string() }),
        _ => {}
    }
    let outlet = outlets::load_outlet(tx, id.outlet)?.id;
    tx.exec(GIVEN, vals![outlet, id.number])?;
    insert(tx, id, new, due, now)?;
    Ok(id)
}

/// Notes that an id was given before, though there is no article of it: it is given to no other.
pub fn was_given(tx: &mut Tx<'_>, id: ArticleId) -> Result<(), StoreError> {
    tx.exec(GIVEN, vals![id.outlet, id.number]).map(drop)
}

/// Keeps what a page says of its time of publication, if nothing said it before: what was heard first stays, whatever
/// the outlet says later.
pub(crate) fn first_claimed(tx: &mut Tx<'_>, id: ArticleId, published_at: Option<&str>) -> Result<(), StoreError> {
    match published_at {
        Some(claimed) => tx.exec(FIRST_CLAIMED, vals![id, claimed]).map(drop),
        None => Ok(()),
    }
}

fn insert(tx: &mut Tx<'_>, id: ArticleId, new: &NewArticle, due: Timestamp, now: Timestamp) -> Result<(), StoreError> {
    let host = agenda::host_of(&new.url)?;
    let outlet = id.outlet;
    tx.must_be_durable();
    let NewArticle { key, url, title, published_at, feed } = new;
    tx.exec(ADD, vals![id, outlet, *feed, &*keys::stored(key), url, title.as_deref(), published_at.as_deref(), now])?;
    agenda::add(tx, id, &host, due)?;
    let mut tallies = Tallies::default();
    tallies.add(outlet, now, Tally { articles: 1, ..Tally::default() });
    tallies.record(tx)
}

/// The article of a key, any of those it has had. For one that turned out to be another, that one.
pub fn find_article(tx: &mut Tx<'_>, key: &str) -> Result<Option<ArticleId>, StoreError> {
    let Some(record) = find_record(tx, key)? else { return Ok(None) };
    Ok(Some(merges::find_merge(tx, record)?.map_or(record, |merge| merge.into)))
}

/// The id under which a key was recorded: of a merged article its own, not that of what it was merged into.
pub fn find_record(tx: &mut Tx<'_>, key: &str) -> Result<Option<ArticleId>, StoreError> {
    let key = keys::stored(key);
    match find_first(tx, &key)? {
        Some(id) => Ok(Some(id)),
        None => addresses::find(tx, &key),
    }
}

/// The article whose first address has that key.
fn find_first(tx: &mut Tx<'_>, key: &str) -> Result<Option<ArticleId>, StoreError> {
    tx.query_one(BY_KEY, vals![key], |row| row.col(0))
}

/// Makes `key` another key of the article; `url` is an address that has it. A key that belongs to
/// an article already stays with it. Returns whether the key is this article's now.
pub fn add_alias(tx: &mut Tx<'_>, article: ArticleId, key: &str, url: &str) -> Result<bool, StoreError> {
    if let Some(owner) = find_article(tx, key)? {
        return Ok(owner == article);
    }
    addresses::add(tx, article, &keys::stored(key), url)?;
    Ok(true)
}

/// An article and its outlet, withdrawn or not.
///
/// # Errors
/// [`StoreError::NoSuchArticle`].
pub fn load_article(tx: &mut Tx<'_>, id: ArticleId) -> Result<(Article, Outlet), StoreError> {
    let read = |row: &Row<'_>| Ok((article_at(row, 0)?, outlet_at(row, ARTICLE_COLUMNS)?));
    tx.query_one(BY_ID, vals![id], read)?.ok_or(StoreError::NoSuchArticle(id))
}

/// Articles, of one outlet or of all, the newest first; `before` is the last one of the page before.
pub fn list_articles(
    tx: &mut Tx<'_>,
    outlet: Option<OutletId>,
    before: Option<ArticleId>,
    limit: u32,
) -> Result<Vec<Article>, StoreError> {
    let (time, id) = match before {
        None => (i64::MAX, i64::MAX),
        Some(id) => {
            let time = tx.query_one(FIRST_SEEN, vals![id], |row| row.col(0))?;
            (time.ok_or(StoreError::NoSuchArticle(id))?, id.to_bits())
        }
    };
    match outlet {
        None => tx.query(NEWEST, vals![time, id, limit], |row| article_at(row, 0)),
        Some(outlet) => tx.query(NEWEST_OF_OUTLET, vals![time, id, limit, outlet], |row| article_at(row, 0)),
    }
}

/// What a feed told of the newest articles that it brought, as entries, the newest first. An entry's id is the article's.
///
/// # Cost
/// Reads as many articles of the outlet as stand between them: a question for a person, not for a loop.
pub fn told_by(tx: &mut Tx<'_>, feed: FeedId, limit: u32) -> Result<Vec<Entry>, StoreError> {
    tx.query(TOLD_BY, vals![feed.outlet, feed, limit], |row| {
        Ok(Entry {
            id: row.col::<ArticleId>(0)?.to_string(),
            address: row.col(1)?,
            title: row.col(2)?,
            published_at: row.col(3)?,
            ..Entry::default()
        })
    })
}

/// An article whose columns ([`article_columns`]) begin at `index`.
pub(crate) fn article_at(row: &Row<'_>, index: usize) -> Result<Article, StoreError> {
    Ok(Article {
        id: row.col(index)?,
        url: row.col(index + 1)?,
        key: row.col(index + 2)?,
        headline: row.col(index + 3)?,
        language: row.col(index + 4)?,
        first_seen: row.col(index + 5)?,
        published_at: row.col(index + 6)?,
    })
}
