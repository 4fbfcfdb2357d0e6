//! Tallies: what happened at each outlet in each year, kept beside what is counted.

use std::collections::BTreeMap;

use jiff::{Timestamp, tz::TimeZone};
use news::OutletId;
use serde::Serialize;

use crate::sql::{Row, statements, vals};
use crate::{StoreError, Tx};

statements! {
    ADD = "INSERT INTO tallies (outlet_id, year, articles, looks, captures, versions, changes, archived_bytes, \
        last_look_us) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (outlet_id, year) DO UPDATE SET \
        articles = tallies.articles + excluded.articles, looks = tallies.looks + excluded.looks, \
        captures = tallies.captures + excluded.captures, versions = tallies.versions + excluded.versions, \
        changes = tallies.changes + excluded.changes, \
        archived_bytes = tallies.archived_bytes + excluded.archived_bytes, last_look_us = CASE \
        WHEN tallies.last_look_us >= coalesce(excluded.last_look_us, tallies.last_look_us) THEN tallies.last_look_us \
        ELSE excluded.last_look_us END";
    ALL = "SELECT outlet_id, year, articles, looks, captures, versions, changes, archived_bytes, last_look_us \
        FROM tallies \
        ORDER BY outlet_id, year";
    COUNT_ARTICLE = "UPDATE tallies SET articles = articles + ?3 WHERE outlet_id = ?1 AND year = ?2";
    COUNT_VERSION = "UPDATE tallies SET versions = versions + ?3 WHERE outlet_id = ?1 AND year = ?2";
    COUNT_CHANGE = "UPDATE tallies SET changes = changes + ?3 WHERE outlet_id = ?1 AND year = ?2";
    CHANGES = "SELECT CAST(coalesce(sum(changes), 0) AS BIGINT) FROM tallies";
    OF_OUTLET = "SELECT outlet_id, year, articles, looks, captures, versions, changes, archived_bytes, last_look_us \
        FROM tallies WHERE outlet_id = ?1";
}

/// What happened at an outlet in a year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Articles first heard of, without those that turned out to be others.
    pub articles: u64,
    /// Looks made.
    pub looks: u64,
    /// Looks that the archive holds a record of.
    pub captures: u64,
    /// Versions first seen, those left out that only the reader made.
    pub versions: u64,
    /// Changes first seen, those left out that only the reader made.
    pub changes: u64,
    /// Bytes of archive records written; the keep rule may have freed some since.
    pub archived_bytes: u64,
    /// When the last look was made.
    pub last_look: Option<Timestamp>,
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.articles += other.articles;
        self.looks += other.looks;
        self.captures += other.captures;
        self.versions += other.versions;
        self.changes += other.changes;
        self.archived_bytes += other.archived_bytes;
        self.last_look = self.last_look.max(other.last_look);
    }
}

/// Tallies by outlet and year (UTC), to be added in one go.
#[derive(Default)]
pub(crate) struct Tallies(BTreeMap<(OutletId, i16), Tally>);

impl Tallies {
    pub(crate) fn add(&mut self, outlet: OutletId, at: Timestamp, tally: Tally) {
        *self.0.entry((outlet, year_of(at))).or_default() += tally;
    }

    pub(crate) fn record(self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        for ((outlet, year), tally) in self.0 {
            let year = i64::from(year);
            let Tally { articles, looks, captures, versions, changes, archived_bytes, last_look } = tally;
            let vals = vals![outlet, year, articles, looks, captures, versions, changes, archived_bytes, last_look];
            tx.exec(ADD, vals)?;
        }
        Ok(())
    }
}

fn year_of(at: Timestamp) -> i16 {
    at.to_zoned(TimeZone::UTC).year()
}

/// Counts an article that was first heard of at a time once more (`1`), or not any more (`-1`).
pub(crate) fn count_article(tx: &mut Tx<'_>, outlet: OutletId, heard: Timestamp, by: i64) -> Result<(), StoreError> {
    tx.exec(COUNT_ARTICLE, vals![outlet, i64::from(year_of(heard)), by]).map(drop)
}

/// Counts a version that was first seen at a time once more (`1`), or not any more (`-1`).
pub(crate) fn count_version(tx: &mut Tx<'_>, outlet: OutletId, seen: Timestamp, by: i64) -> Result<(), StoreError> {
    tx.exec(COUNT_VERSION, vals![outlet, i64::from(year_of(seen)), by]).map(drop)
}

/// The same of a change.
pub(crate) fn count_change(tx: &mut Tx<'_>, outlet: OutletId, seen: Timestamp, by: i64) -> Result<(), StoreError> {
    tx.exec(COUNT_CHANGE, vals![outlet, i64::from(year_of(seen)), by]).map(drop)
}

/// What happened at an outlet in all years.
pub fn tally_of(tx: &mut Tx<'_>, outlet: OutletId) -> Result<Tally, StoreError> {
    let mut total = Tally::default();
    for tally in tx.query(OF_OUTLET, vals![outlet], |row| tally_at(row, 2))? {
        total += tally;
    }
    Ok(total)
}

/// How many changes were ever recorded: it grows with every one.
///
/// # Cost
/// A row an outlet and year.
pub fn changes_seen(tx: &mut Tx<'_>) -> Result<u64, StoreError> {
    Ok(tx.query_one(CHANGES, &[], |row| row.col(0))?.unwrap_or(0))
}

/// Every tally, by outlet and year.
pub(crate) fn all(tx: &mut Tx<'_>) -> Result<Vec<(OutletId, i64, Tally)>, StoreError> {
    tx.query(ALL, &[], |row| Ok((row.col(0)?, row.col(1)?, tally_at(row, 2)?)))
}

fn tally_at(row: &Row<'_>, index: usize) -> Result<Tally, StoreError> {
    Ok(Tally {
        articles: row.col(index)?,
        looks: row.col(index + 1)?,
        captures: row.col(index + 2)?,
        versions: row.col(index + 3)?,
        changes: row.col(index + 4)?,
        archived_bytes: row.col(index + 5)?,
        last_look: row.col(index + 6)?,
    })
}
