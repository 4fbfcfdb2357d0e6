//! Search: versions by what they say, newest first.
//!
//! The index (`document`) narrows, the reading decides: what is found has been looked up in the text
//! itself. Lists go from the newest backwards in windows of time that grow (`walk`), so that a word that
//! is in every version costs no more than one that is in few. Consecutive versions of an article that all say what is
//! asked for are one hit, at the version that brought it in (`runs`).
//!
//! Recorded with the version, in the same transaction: the index never lags behind. Versions that were there before the
//! index was are added by [`fill`].

mod document;
mod expression;
mod index;
mod outlets;
mod runs;
mod walk;

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use jiff::Timestamp;
use news::Hit;
use text::search::Query;

use self::walk::Walk;
use crate::sql::{Statement, statements};
use crate::{StoreError, Tx};

pub use index::{Filled, empty, fill, is_filling};
pub(crate) use index::{add, add_document, documents_after, replace};
pub use outlets::NoOutlet;
pub(crate) use outlets::named;

statements! {
    EXTENT = "SELECT (SELECT min(doc) FROM search_docs), (SELECT max(doc) FROM search_docs)";
}

/// Every statement of this module and those in it.
pub(crate) const ALL_STATEMENTS: [&[Statement]; 3] = [STATEMENTS, index::STATEMENTS, runs::STATEMENTS];

/// What a statement may take in any case. The first window is a minute of news.
const FOR_A_WINDOW: Duration = Duration::from_secs(1);

/// How the second of a document's number is its place: see the migration.
const IN_A_SECOND: i64 = 1 << 12;

/// What a search found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The hits, newest first.
    pub hits: Vec<Hit>,
    /// Where the next page begins, if there may be one.
    pub older: Option<FoundPlace>,
    /// The time ran out: everything first seen at this time or later has been searched, `older` goes on.
    pub stopped_at: Option<Timestamp>,
    /// Not all versions have been indexed yet that there were before the index was.
    pub filling: bool,
    /// Nothing was searched, because a filter names no outlet.
    pub no_outlet: Option<NoOutlet>,
}

/// A place in every list of what is found: that of a version. The same for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FoundPlace(i64);

impl FoundPlace {
    /// When versions that stand there were first seen, to the second.
    fn seen_at(self) -> Timestamp {
        Timestamp::from_second(self.0 / IN_A_SECOND).unwrap_or_default()
    }

    /// The places of a second begin here.
    fn of_second(at: Timestamp) -> i64 {
        at.as_second().max(0).saturating_mul(IN_A_SECOND)
    }
}

impl fmt::Display for FoundPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for FoundPlace {
    type Err = NotAFoundPlace;
    fn from_str(s: &str) -> Result<Self, NotAFoundPlace> {
        let place = s.parse().ok().filter(|place| *place > 0 && s.bytes().all(|b| b.is_ascii_digit()));
        place.map(Self).ok_or(NotAFoundPlace)
    }
}

/// The text is not a [`FoundPlace`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a place in a list of what was found")]
pub struct NotAFoundPlace;

/// Versions that say what is asked for, newest first, at most `limit`, those before `before` only. Without those
/// withdrawn and those that only the reader made.
///
/// Takes about `patience` at the most; what was found until then is the answer, and says so. A first window of time is
/// searched in any case, so that whoever goes on where one search stopped comes to an end.
pub fn search(
    tx: &mut Tx<'_>,
    query: &Query,
    before: Option<FoundPlace>,
    limit: u32,
    patience: Duration,
) -> Result<Found, StoreError> {
    let mut found =
        Found { hits: Vec::new(), older: None, stopped_at: None, filling: index::is_filling(tx)?, no_outlet: None };
    let outlets = match outlets::named(tx, &query.outlets)? {
        Ok(outlets) => outlets,
        Err(none) => return Ok(Found { no_outlet: Some(none), ..found }),
    };
    let extent = tx.query_one(EXTENT, &[], |row| Ok(row.col::<Option<i64>>(0)?.zip(row.col::<Option<i64>>(1)?)))?;
    let Some((oldest, newest)) = extent.flatten() else { return Ok(found) };
    let mut walk = Walk::new(tx.dialect(), query, &outlets, limit as usize + 1, patience);
    let end = before.map_or(i64::MAX, |place| place.0).min(newest + 1);
    let done = tx.within(patience.max(FOR_A_WINDOW), |tx| walk.go(tx, oldest, end))?;
    let more = walk.hits.len() > limit as usize;
    walk.hits.truncate(limit as usize);
    if more {
        found.older = walk.hits.last().map(|(doc, _)| FoundPlace(*doc));
    } else if done != Some(true) {
        let reached = FoundPlace(walk.reached);
        found.older = Some(reached);
        found.stopped_at = Some(reached.seen_at());
    }
    found.hits = walk.hits.into_iter().map(|(_, hit)| hit).collect();
    Ok(found)
}
