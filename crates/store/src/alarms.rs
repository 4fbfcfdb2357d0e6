//! Alarms of outlets, judged by what is recorded of them (`news::alarm` has the rules).

use std::collections::BTreeMap;

use jiff::Timestamp;
use news::alarm::{self, HourOfLooks};
use news::{Alarm, OutletId, Yields};

use crate::sql::{statements, vals};
use crate::{StoreError, Tx, look_hours, yields};

statements! {
    CHANGED = "SELECT CAST(count(DISTINCT article_id) AS BIGINT) FROM changes WHERE outlet_id = ?1 AND seen_us >= ?2 \
        AND seen_us < ?3 AND state <> 3";
}

/// The alarms of an outlet at `now`; `hours` are those of [`look_hours::hours_of`].
///
/// # Cost
/// A row of what readings found, and if a burst is suspected the changes of two hours.
pub fn alarms_of(
    tx: &mut Tx<'_>,
    outlet: OutletId,
    hours: &[HourOfLooks],
    now: Timestamp,
) -> Result<Vec<Alarm>, StoreError> {
    let yields = yields::yields_of(tx, outlet)?;
    judge(tx, outlet, &yields, hours, now)
}

/// The alarms of every outlet that has any at `now`.
///
/// # Cost
/// Two queries for all outlets: a row each, and a row for every hour and outcome of three days. Nothing of it grows
/// with the articles.
pub fn all_alarms(tx: &mut Tx<'_>, now: Timestamp) -> Result<BTreeMap<OutletId, Vec<Alarm>>, StoreError> {
    let (mut all, hours) = (yields::yields_of_all(tx)?, look_hours::hours_of_all(tx, now)?);
    for outlet in hours.keys() {
        all.entry(*outlet).or_default();
    }
    let mut alarms = BTreeMap::new();
    for (outlet, yields) in all {
        let of_outlet = hours.get(&outlet).map(Vec::as_slice).unwrap_or_default();
        let judged = judge(tx, outlet, &yields, of_outlet, now)?;
        if !judged.is_empty() {
            alarms.insert(outlet, judged);
        }
    }
    Ok(alarms)
}

fn judge(
    tx: &mut Tx<'_>,
    outlet: OutletId,
    yields: &Yields,
    hours: &[HourOfLooks],
    now: Timestamp,
) -> Result<Vec<Alarm>, StoreError> {
    let mut alarms = alarm::of_yields(yields);
    alarms.extend(alarm::of_looks(hours, now));
    if let Some(burst) = alarm::burst(hours, now) {
        let articles = tx.query_one(CHANGED, vals![outlet, burst.from, burst.to], |row| row.col(0))?;
        alarms.extend(burst.alarm(articles.unwrap_or(0)));
    }
    Ok(alarms)
}
