//! The state of a store in numbers.

use jiff::Timestamp;
use news::{Outlet, OutletId};
use serde::Serialize;

use crate::sql::{statements, vals};
use crate::{StoreError, Tally, Tx, hosts, outlets, refusals, tallies};

statements! {
    FEEDS = "SELECT CAST(count(*) AS BIGINT) FROM feeds";
    POLLS = "SELECT CAST(coalesce(sum(polls), 0) AS BIGINT), CAST(coalesce(sum(failed_polls), 0) AS BIGINT) FROM feeds";
    DUE = "SELECT CAST(coalesce(sum((SELECT count(*) FROM agenda g WHERE g.host = h.host AND g.queue IN (0, 1) \
        AND g.due_us <= ?1 AND g.leased_by IS NULL)), 0) AS BIGINT) FROM hosts h \
        WHERE h.first_us <= ?1 OR h.recheck_us <= ?1";
    LEASED = "SELECT CAST(coalesce(sum(in_flight), 0) AS BIGINT) FROM hosts";
}

/// The state of a store in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Status {
    /// Outlets.
    pub outlets: u64,
    /// Feeds.
    pub feeds: u64,
    /// Polls of them.
    pub polls: u64,
    /// Polls that brought nothing.
    pub failed_polls: u64,
    /// Articles that robots.txt keeps us from looking at.
    pub refused: u64,
    /// Articles due now and leased by nobody.
    pub due: u64,
    /// Articles that are being looked at.
    pub leased: u64,
    /// When the first article or feed is due.
    pub next_due: Option<Timestamp>,
    /// Articles, looks, captures, versions, changes, archived bytes, and the last look of all time.
    pub total: Tally,
    /// The same by outlet and year (UTC).
    pub tallies: Vec<YearTally>,
    /// The size of the database in bytes.
    pub database_bytes: u64,
}

/// What happened at an outlet in a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct YearTally {
    /// The outlet.
    pub outlet: Outlet,
    /// The year, UTC.
    pub year: i64,
    /// What happened.
    pub tally: Tally,
}

/// The state of the store in numbers, at `now`.
///
/// # Cost
/// One row per outlet and year, one per host, and the due articles.
pub fn status(tx: &mut Tx<'_>, now: Timestamp) -> Result<Status, StoreError> {
    let outlets = outlets::list_outlets(tx)?;
    let mut total = Tally::default();
    let mut years = Vec::new();
    for (id, year, tally) in tallies::all(tx)? {
        total += tally;
        years.push(YearTally { outlet: by_id(&outlets, id)?, year, tally });
    }
    let (polls, failed_polls) = tx.query_one(POLLS, &[], |row| Ok((row.col(0)?, row.col(1)?)))?.unwrap_or_default();
    let refused = refusals::count_all(tx)?;
    let mut count = |statement, vals: &[_]| -> Result<u64, StoreError> {
        Ok(tx.query_one(statement, vals, |row| row.col(0))?.unwrap_or(0))
    };
    Ok(Status {
        outlets: outlets.len() as u64,
        feeds: count(FEEDS, &[])?,
        polls,
        failed_polls,
        refused,
        due: count(DUE, vals![now])?,
        leased: count(LEASED, &[])?,
        database_bytes: tx.database_bytes()?,
        next_due: hosts::earliest(tx)?,
        total,
        tallies: years,
    })
}

fn by_id(outlets: &[Outlet], id: OutletId) -> Result<Outlet, StoreError> {
    outlets.iter().find(|outlet| outlet.id == id).cloned().ok_or(StoreError::NoSuchOutlet(id))
}
