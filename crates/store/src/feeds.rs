//! Feeds: what outlets publish, and when to ask again.

use jiff::{SignedDuration, Timestamp};
use news::{Feed, FeedId, FeedState, FormerAddress, Outlet, OutletId, Polled, SourceKind, Validators};

use crate::outlets::{self, outlet_at};
use crate::sql::{Row, statements, vals};
use crate::{StoreError, Tx};

statements! {
    GIVE = "UPDATE outlets SET feeds_given = feeds_given + 1 WHERE id = ?1 RETURNING feeds_given";
    ADD = "INSERT INTO feeds (id, outlet_id, url, title, include, exclude, due_us, halted) VALUES (?1, ?2, ?3, ?4, ?5, \
        ?6, ?7, (SELECT CAST(count(*) AS BIGINT) FROM halts WHERE kind = 'outlet' AND id = ?2))";
    GIVEN = "UPDATE outlets SET feeds_given = ?2 WHERE id = ?1 AND feeds_given < ?2";
    BY_ID = "SELECT id, url, title, include, exclude, kind, state FROM feeds WHERE id = ?1";
    BY_URL = "SELECT id FROM feeds WHERE url = ?1";
    LIST = "SELECT id, url, title, include, exclude, kind, state FROM feeds WHERE outlet_id = ?1 ORDER BY id";
    ALL = "SELECT id, url, title, include, exclude, kind, state FROM feeds ORDER BY id";
    DUE = "SELECT f.id, f.url, f.title, f.include, f.exclude, f.kind, f.state, o.id, o.name, o.domain, o.homepage, f.etag, \
        f.last_modified, f.interval_us, f.failures FROM feeds f JOIN outlets o ON o.id = f.outlet_id \
        WHERE f.due_us <= ?1 AND f.halted = 0 ORDER BY f.due_us, f.id LIMIT ?2";
    POLLED = "UPDATE feeds SET polled_us = ?2, due_us = ?3, interval_us = ?4, etag = ?5, last_modified = ?6, \
        title = coalesce(?7, title), failures = ?8, state = ?9, \
        polls = polls + CASE WHEN polled_us = ?2 THEN 0 ELSE 1 END, \
        failed_polls = failed_polls + CASE WHEN polled_us = ?2 OR CAST(?8 AS BIGINT) = 0 THEN 0 ELSE 1 END WHERE id = ?1";
    POSTPONE = "UPDATE feeds SET due_us = ?2 WHERE id = ?1";
    POLLED_OF = "SELECT id, url, title, include, exclude, kind, state, polled_us, due_us, interval_us, failures \
        FROM feeds WHERE outlet_id = ?1 ORDER BY id";
    SET_KIND = "UPDATE feeds SET kind = ?2 WHERE id = ?1 AND kind <> ?2";
    MOVE = "UPDATE feeds SET url = ?2 WHERE id = ?1";
    SET_STATE = "UPDATE feeds SET state = ?2 WHERE id = ?1";
    SET_FILTERS = "UPDATE feeds SET include = ?2, exclude = ?3 WHERE id = ?1";
    MAKE_DUE = "UPDATE feeds SET due_us = ?2 WHERE id = ?1 AND due_us > ?2";
}

/// A feed that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueFeed {
    /// The feed.
    pub feed: Feed,
    /// Its outlet.
    pub outlet: Outlet,
    /// What makes the next request conditional.
    pub validators: Validators,
    /// The time between the last two polls as planned; `None` before the first.
    pub interval: Option<SignedDuration>,
    /// Polls in a row that brought nothing.
    pub failures: u32,
}

/// A poll of a feed, done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Poll {
    /// The feed.
    pub feed: FeedId,
    /// When it was asked.
    pub at: Timestamp,
    /// When to ask again.
    pub next: Timestamp,
    /// The interval to remember.
    pub interval: SignedDuration,
    /// What makes the next request conditional.
    pub validators: Validators,
    /// Its title; `None` keeps the one known.
    pub title: Option<String>,
    /// Polls in a row that brought nothing; 0 after one that did.
    pub failures: u32,
    /// How its polls go now.
    pub state: FeedState,
}

/// Adds a feed and returns its id; if its address is known already, the id it has, unchanged.
///
/// `include` and `exclude` are patterns (see [`Feed`]); `due` is when to ask first.
///
/// # Errors
/// [`StoreError::NoSuchOutlet`].
///
/// # Cost
/// The commit waits for the disk: an id is given.
pub fn add_feed(
    tx: &mut Tx<'_>,
    outlet: OutletId,
    url: &str,
    title: Option<&str>,
    include: &[String],
    exclude: &[String],
    due: Timestamp,
) -> Result<FeedId, StoreError> {
    if let Some(known) = find_feed(tx, url)? {
        return Ok(known);
    }
    let number = tx.query_one(GIVE, vals![outlet], |row| row.col(0))?.ok_or(StoreError::NoSuchOutlet(outlet))?;
    let id = FeedId::new(outlet, number);
    let (include, exclude) = (patterns_json(include), patterns_json(exclude));
    tx.must_be_durable();
    tx.exec(ADD, vals![id, outlet, url, title, &include, &exclude, due])?;
    Ok(id)
}

/// Adds a feed under the id that it was given before; one known by its address stays as it is. Returns its id.
///
/// A feed that has the id and another address has moved here at `due`, unless it left this address later than that.
///
/// # Errors
/// [`StoreError::NoSuchOutlet`].
pub fn put_feed(tx: &mut Tx<'_>, feed: &Feed, due: Timestamp) -> Result<FeedId, StoreError> {
    if let Some(known) = tx.query_one(BY_URL, vals![&feed.url], |row| row.col(0))? {
        return Ok(known);
    }
    let outlet = outlets::load_outlet(tx, feed.id.outlet)?.id;
    match tx.query_one(BY_ID, vals![feed.id], self::feed)? {
        Some(known) if known.state.former.iter().any(|f| f.url == feed.url && f.left >= due) => return Ok(known.id),
        Some(Feed { url, mut state, .. }) => {
            state.former.push(FormerAddress { url, left: due });
            set_state(tx, feed.id, &state)?;
            move_feed(tx, feed.id, &feed.url)?;
            return Ok(feed.id);
        }
        None => {}
    }
    tx.exec(GIVEN, vals![outlet, feed.id.number])?;
    let (include, exclude) = (patterns_json(&feed.include), patterns_json(&feed.exclude));
    tx.must_be_durable();
    tx.exec(ADD, vals![feed.id, outlet, &feed.url, feed.title.as_deref(), &include, &exclude, due])?;
    set_kind(tx, feed.id, feed.kind)?;
    Ok(feed.id)
}

/// The feed of an id.
///
/// # Errors
/// [`StoreError::NoSuchFeed`].
pub fn load_feed(tx: &mut Tx<'_>, id: FeedId) -> Result<Feed, StoreError> {
    tx.query_one(BY_ID, vals![id], feed)?.ok_or(StoreError::NoSuchFeed(id))
}

/// Gives a feed other filters. They hold from the next poll on: what is watched already stays watched.
///
/// # Errors
/// [`StoreError::NoSuchFeed`].
pub fn set_filters(tx: &mut Tx<'_>, feed: FeedId, include: &[String], exclude: &[String]) -> Result<(), StoreError> {
    let (include, exclude) = (patterns_json(include), patterns_json(exclude));
    match tx.exec(SET_FILTERS, vals![feed, &include, &exclude])? {
        0 => Err(StoreError::NoSuchFeed(feed)),
        _ => Ok(()),
    }
}

/// Notes what kind of source a feed is; until then it is a feed.
pub fn set_kind(tx: &mut Tx<'_>, feed: FeedId, kind: SourceKind) -> Result<(), StoreError> {
    tx.exec(SET_KIND, vals![feed, kind as u8]).map(drop)
}

/// Gives a feed another address and returns `None`; if another feed has that address, its id, and nothing changes.
///
/// # Cost
/// The commit waits for the disk: what is asked for from now on must not be forgotten.
pub fn move_feed(tx: &mut Tx<'_>, feed: FeedId, url: &str) -> Result<Option<FeedId>, StoreError> {
    let owner = find_feed(tx, url)?.filter(|owner| *owner != feed);
    if owner.is_none() {
        tx.must_be_durable();
        tx.exec(MOVE, vals![feed, url])?;
    }
    Ok(owner)
}

/// The feed of an address.
pub fn find_feed(tx: &mut Tx<'_>, url: &str) -> Result<Option<FeedId>, StoreError> {
    tx.query_one(BY_URL, vals![url], |row| row.col(0))
}

/// Notes how the polls of a feed go, without a poll: of one that takes another's place.
pub fn set_state(tx: &mut Tx<'_>, feed: FeedId, state: &FeedState) -> Result<(), StoreError> {
    let state = state_json(tx, state)?;
    tx.exec(SET_STATE, vals![feed, &state]).map(drop)
}

/// The feeds of an outlet, in the order in which they were added.
pub fn list_feeds(tx: &mut Tx<'_>, outlet: OutletId) -> Result<Vec<Feed>, StoreError> {
    tx.query(LIST, vals![outlet], feed)
}

/// All feeds, by their ids.
pub fn all_feeds(tx: &mut Tx<'_>) -> Result<Vec<Feed>, StoreError> {
    tx.query(ALL, &[], feed)
}

/// The feeds that are due at `now`, most overdue first.
pub fn due_feeds(tx: &mut Tx<'_>, now: Timestamp, limit: u32) -> Result<Vec<DueFeed>, StoreError> {
    tx.query(DUE, vals![now, limit], |row| {
        Ok(DueFeed {
            feed: feed(row)?,
            outlet: outlet_at(row, 7)?,
            validators: Validators { etag: row.col(11)?, last_modified: row.col(12)? },
            interval: row.col::<Option<i64>>(13)?.map(SignedDuration::from_micros),
            failures: row.col(14)?,
        })
    })
}

/// Records a poll. Safe to repeat.
///
/// # Errors
/// [`StoreError::NoSuchFeed`].
pub fn record_poll(tx: &mut Tx<'_>, poll: &Poll) -> Result<(), StoreError> {
    let Validators { etag, last_modified } = &poll.validators;
    let state = state_json(tx, &poll.state)?;
    let vals = vals![
        poll.feed,
        poll.at,
        poll.next,
        micros(poll.interval),
        etag.as_deref(),
        last_modified.as_deref(),
        poll.title.as_deref(),
        poll.failures,
        &state,
    ];
    match tx.exec(POLLED, vals)? {
        0 => Err(StoreError::NoSuchFeed(poll.feed)),
        _ => Ok(()),
    }
}

/// Plans a feed for `until`: its host asked for a pause, and no request was made.
///
/// # Errors
/// [`StoreError::NoSuchFeed`].
pub fn postpone_feed(tx: &mut Tx<'_>, feed: FeedId, until: Timestamp) -> Result<(), StoreError> {
    match tx.exec(POSTPONE, vals![feed, until])? {
        0 => Err(StoreError::NoSuchFeed(feed)),
        _ => Ok(()),
    }
}

/// The feeds of an outlet with how their polls go, in the order in which they were added.
pub fn polled_of(tx: &mut Tx<'_>, outlet: OutletId) -> Result<Vec<Polled>, StoreError> {
    tx.query(POLLED_OF, vals![outlet], polled)
}

fn polled(row: &Row<'_>) -> Result<Polled, StoreError> {
    Ok(Polled {
        feed: feed(row)?,
        polled_at: row.col(7)?,
        next: row.col(8)?,
        interval: row.col::<Option<i64>>(9)?.map(SignedDuration::from_micros),
        failures: row.col(10)?,
    })
}

/// Makes a feed due at `now` if it is due later.
pub fn make_feed_due(tx: &mut Tx<'_>, feed: FeedId, now: Timestamp) -> Result<(), StoreError> {
    tx.exec(MAKE_DUE, vals![feed, now]).map(drop)
}

/// A duration in microseconds; the longest that fits for one that is longer (292,000 years).
pub(crate) fn micros(duration: SignedDuration) -> i64 {
    i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)
}

/// A feed whose seven columns come first.
fn feed(row: &Row<'_>) -> Result<Feed, StoreError> {
    let patterns = |index| {
        let json: String = row.col(index)?;
        serde_json::from_str(&json).map_err(|e| row.damaged(format!("patterns of a feed: {e}")))
    };
    let kind = SourceKind::ALL.get(usize::from(row.col::<u8>(5)?)).copied();
    Ok(Feed {
        id: row.col(0)?,
        kind: kind.ok_or_else(|| row.damaged("a kind of source that is not known"))?,
        url: row.col(1)?,
        title: row.col(2)?,
        include: patterns(3)?,
        exclude: patterns(4)?,
        state: match row.col::<Option<String>>(6)? {
            Some(json) => serde_json::from_str(&json).map_err(|e| row.damaged(format!("the state of a feed: {e}")))?,
            None => FeedState::default(),
        },
    })
}

fn patterns_json(patterns: &[String]) -> String {
    serde_json::Value::from(patterns).to_string()
}

fn state_json(tx: &Tx<'_>, state: &FeedState) -> Result<String, StoreError> {
    serde_json::to_string(state).map_err(|error| tx.damaged(error.to_string()))
}
