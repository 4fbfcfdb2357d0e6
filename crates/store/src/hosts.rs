//! Hosts: who holds them, and when the first of their articles is due.
//!
//! A host's row sums up the agenda rows of its articles, so that picking due hosts costs the same
//! with a thousand articles and with ten million.

use jiff::Timestamp;

use crate::sql::{statements, vals};
use crate::{StoreError, Tx};

statements! {
    REFRESH = "INSERT INTO hosts (host, first_us, recheck_us, in_flight) VALUES (?1, \
        (SELECT min(due_us) FROM agenda WHERE host = ?1 AND queue = 0 AND due_us IS NOT NULL), \
        (SELECT min(due_us) FROM agenda WHERE host = ?1 AND queue = 1 AND due_us IS NOT NULL), \
        (SELECT CAST(count(*) AS BIGINT) FROM agenda WHERE host = ?1 AND leased_by IS NOT NULL)) \
        ON CONFLICT (host) DO UPDATE SET first_us = excluded.first_us, recheck_us = excluded.recheck_us, \
        in_flight = excluded.in_flight";
    DUE_FIRST = "SELECT host, in_flight FROM hosts WHERE first_us <= ?1 \
        AND (leased_by IS NULL OR leased_by = ?2 OR leased_until_us <= ?1) \
        AND (in_flight < ?3 OR leased_until_us <= ?1) ORDER BY first_us, host LIMIT ?4";
    DUE_RECHECK = "SELECT host, in_flight FROM hosts WHERE recheck_us <= ?1 \
        AND (leased_by IS NULL OR leased_by = ?2 OR leased_until_us <= ?1) \
        AND (in_flight < ?3 OR leased_until_us <= ?1) ORDER BY recheck_us, host LIMIT ?4";
    HOLD = "UPDATE hosts SET leased_by = ?2, leased_until_us = ?3 WHERE host = ?1";
    LEASED_BY = "SELECT host FROM hosts WHERE leased_by = ?1";
    LEASED = "SELECT host FROM hosts WHERE leased_by IS NOT NULL";
    GIVE_BACK = "UPDATE agenda SET leased_by = NULL, due_us = CASE WHEN halted = 1 THEN NULL ELSE planned_us END \
        WHERE host = ?1 AND leased_by = ?2";
    GIVE_ALL_BACK = "UPDATE agenda SET leased_by = NULL, due_us = CASE WHEN halted = 1 THEN NULL ELSE planned_us END \
        WHERE host = ?1 AND leased_by IS NOT NULL";
    FREE = "UPDATE hosts SET leased_by = NULL, leased_until_us = NULL WHERE host = ?1";
    OF_DOMAIN = "SELECT min(first_us), min(recheck_us) FROM hosts WHERE host = ?1 OR host LIKE ?2";
    EARLIEST = "SELECT (SELECT min(first_us) FROM hosts), (SELECT min(recheck_us) FROM hosts), \
        (SELECT min(due_us) FROM feeds WHERE halted = 0)";
}

/// The two queues of a host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Queue {
    /// Articles never looked at, and those that somebody asked for.
    First = 0,
    /// Articles to be looked at again.
    Recheck = 1,
}

/// A host with due articles that `boot` may lease, and how many of its articles are leased now.
pub(crate) struct DueHost {
    pub(crate) host: String,
    pub(crate) in_flight: u32,
}

/// Hosts whose `queue` has something due, most overdue first; those with `most_in_flight` leased
/// articles are left out until their lease has run out.
pub(crate) fn due(
    tx: &mut Tx<'_>,
    queue: Queue,
    boot: &str,
    now: Timestamp,
    most_in_flight: u32,
    limit: u32,
) -> Result<Vec<DueHost>, StoreError> {
    let statement = match queue {
        Queue::First => DUE_FIRST,
        Queue::Recheck => DUE_RECHECK,
    };
    let read = |row: &crate::sql::Row<'_>| Ok(DueHost { host: row.col(0)?, in_flight: row.col(1)? });
    tx.query(statement, vals![now, boot, most_in_flight, limit], read)
}

/// Makes `boot` the holder of a host until `until`.
pub(crate) fn hold(tx: &mut Tx<'_>, host: &str, boot: &str, until: Timestamp) -> Result<(), StoreError> {
    tx.exec(HOLD, vals![host, boot, until]).map(drop)
}

/// Sums up the agenda of a host again. Every verb that changes agenda rows ends with this.
pub(crate) fn refresh(tx: &mut Tx<'_>, host: &str) -> Result<(), StoreError> {
    tx.exec(REFRESH, vals![host]).map(drop)
}

/// Gives back every lease of `boot`.
pub(crate) fn release(tx: &mut Tx<'_>, boot: &str) -> Result<(), StoreError> {
    for host in tx.query(LEASED_BY, vals![boot], |row| row.col::<String>(0))? {
        tx.exec(GIVE_BACK, vals![&host, boot])?;
        free(tx, &host)?;
    }
    Ok(())
}

/// Gives back every lease there is. Only for whoever has just taken the folder's lock.
pub(crate) fn release_all(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    for host in tx.query(LEASED, &[], |row| row.col::<String>(0))? {
        tx.exec(GIVE_ALL_BACK, vals![&host])?;
        free(tx, &host)?;
    }
    Ok(())
}

fn free(tx: &mut Tx<'_>, host: &str) -> Result<(), StoreError> {
    tx.exec(FREE, vals![host])?;
    refresh(tx, host)
}

/// When the first article of a domain's hosts is due.
///
/// # Cost
/// A row a host, of all outlets.
pub(crate) fn next_of(tx: &mut Tx<'_>, domain: &str) -> Result<Option<Timestamp>, StoreError> {
    let times = |row: &crate::sql::Row<'_>| Ok([row.col::<Option<Timestamp>>(0)?, row.col(1)?]);
    let times = tx.query_one(OF_DOMAIN, vals![domain, &format!("%.{domain}")], times)?;
    Ok(times.into_iter().flatten().flatten().min())
}

/// The earliest due time of all articles and feeds.
pub(crate) fn earliest(tx: &mut Tx<'_>) -> Result<Option<Timestamp>, StoreError> {
    let times = |row: &crate::sql::Row<'_>| Ok([row.col(0)?, row.col(1)?, row.col::<Option<Timestamp>>(2)?]);
    Ok(tx.query_one(EARLIEST, &[], times)?.into_iter().flatten().flatten().min())
}
