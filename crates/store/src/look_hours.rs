//! Looks at outlets, counted by hour and outcome, for three days back.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use news::alarm::{HOUR, HOURS_KEPT, HourOfLooks};
use news::{Look, OutletId};

use crate::feeds::micros;
use crate::sql::{Row, statements, vals};
use crate::{StoreError, Tx, looks};

statements! {
    ADD = "INSERT INTO look_hours (outlet_id, hour_us, outcome, looks, changes) VALUES (?1, ?2, ?3, ?4, ?5) \
        ON CONFLICT (outlet_id, hour_us, outcome) DO UPDATE SET looks = look_hours.looks + excluded.looks, \
        changes = look_hours.changes + excluded.changes";
    FORGET = "DELETE FROM look_hours WHERE outlet_id = ?1 AND hour_us < ?2";
    OF_OUTLET = "SELECT outlet_id, hour_us, outcome, looks, changes FROM look_hours \
        WHERE outlet_id = ?1 AND hour_us >= ?2 ORDER BY hour_us, outcome";
    OF_ALL = "SELECT outlet_id, hour_us, outcome, looks, changes FROM look_hours WHERE hour_us >= ?1 \
        ORDER BY outlet_id, hour_us, outcome";
}

/// Looks of a batch, to be counted in one go.
#[derive(Default)]
pub(crate) struct LookHours(BTreeMap<(OutletId, Timestamp, u8), (u32, u32)>);

impl LookHours {
    pub(crate) fn add(&mut self, outlet: OutletId, look: &Look, brought_a_change: bool) {
        let counts = self.0.entry((outlet, hour_of(look.at), looks::outcome(look))).or_default();
        counts.0 += 1;
        counts.1 += u32::from(brought_a_change);
    }

    pub(crate) fn record(self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        let mut newest = BTreeMap::new();
        for ((outlet, hour, outcome), (looks, changes)) in self.0 {
            tx.exec(ADD, vals![outlet, hour, outcome, looks, changes])?;
            newest.insert(outlet, hour);
        }
        for (outlet, hour) in newest {
            tx.exec(FORGET, vals![outlet, kept_from(hour)])?;
        }
        Ok(())
    }
}

/// The hours of an outlet that are kept at `now`.
///
/// # Cost
/// A row for every outcome of every hour of three days.
pub fn hours_of(tx: &mut Tx<'_>, outlet: OutletId, now: Timestamp) -> Result<Vec<HourOfLooks>, StoreError> {
    Ok(tx.query(OF_OUTLET, vals![outlet, kept_from(now)], hour)?.into_iter().map(|(_, hour)| hour).collect())
}

/// The hours of every outlet that are kept at `now`; outlets without a look are not there.
///
/// # Cost
/// That of [`hours_of`] for every outlet, in one query.
pub fn hours_of_all(tx: &mut Tx<'_>, now: Timestamp) -> Result<BTreeMap<OutletId, Vec<HourOfLooks>>, StoreError> {
    let mut all: BTreeMap<OutletId, Vec<HourOfLooks>> = BTreeMap::new();
    for (outlet, hour) in tx.query(OF_ALL, vals![kept_from(now)], hour)? {
        all.entry(outlet).or_default().push(hour);
    }
    Ok(all)
}

fn hour(row: &Row<'_>) -> Result<(OutletId, HourOfLooks), StoreError> {
    let number: u8 = row.col(2)?;
    let (sighting, failure) =
        looks::of_outcome(number).ok_or_else(|| row.damaged(format!("{number} is no outcome of a look")))?;
    Ok((row.col(0)?, HourOfLooks { hour: row.col(1)?, sighting, failure, looks: row.col(3)?, changes: row.col(4)? }))
}

fn hour_of(at: Timestamp) -> Timestamp {
    let hour_us = micros(HOUR);
    Timestamp::from_microsecond(at.as_microsecond().div_euclid(hour_us) * hour_us).unwrap_or(at)
}

fn kept_from(now: Timestamp) -> Timestamp {
    now.saturating_sub(HOURS_KEPT + SignedDuration::from_hours(1)).unwrap_or(Timestamp::MIN)
}
