//! Single values: the archive's end, how far the ledger has taken effect, the ids given.

use news::{OutletId, Place};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::deeds::LedgerMark;
use crate::sql::{Row, statements, vals};
use crate::{StoreError, Tx};

statements! {
    VALUE = "SELECT value FROM meta WHERE name = ?1";
    REMOVE = "DELETE FROM meta WHERE name = ?1";
    PUT = "INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    GIVE_OUTLET = "UPDATE meta SET value = CAST(CAST(value AS BIGINT) + 1 AS TEXT) WHERE name = 'outlets_given' \
        RETURNING CAST(value AS BIGINT)";
    GIVEN = "UPDATE meta SET value = CAST(?1 AS TEXT) WHERE name = 'outlets_given' AND CAST(value AS BIGINT) < ?2";
}

const ARCHIVE_END: &str = "archive_end";
const LEDGER_MARK: &str = "ledger_mark";

/// The last archive record that a transaction has recorded; recovery reads what comes after it.
pub(crate) fn archive_end(tx: &mut Tx<'_>) -> Result<Option<Place>, StoreError> {
    value(tx, ARCHIVE_END)
}

pub(crate) fn set_archive_end(tx: &mut Tx<'_>, end: Place) -> Result<(), StoreError> {
    put(tx, ARCHIVE_END, &end)
}

pub(crate) fn ledger_mark(tx: &mut Tx<'_>) -> Result<Option<LedgerMark>, StoreError> {
    value(tx, LEDGER_MARK)
}

pub(crate) fn set_ledger_mark(tx: &mut Tx<'_>, mark: LedgerMark) -> Result<(), StoreError> {
    put(tx, LEDGER_MARK, &mark)
}

/// The value of a name.
pub(crate) fn value<T: DeserializeOwned>(tx: &mut Tx<'_>, name: &str) -> Result<Option<T>, StoreError> {
    let text = tx.query_one(VALUE, vals![name], |row: &Row<'_>| row.col::<String>(0))?;
    text.map(|text| serde_json::from_str(&text).map_err(|e| tx.damaged(format!("{name}: {e}")))).transpose()
}

pub(crate) fn put(tx: &mut Tx<'_>, name: &str, value: &impl Serialize) -> Result<(), StoreError> {
    let text = serde_json::to_string(value).map_err(|e| tx.damaged(e.to_string()))?;
    tx.exec(PUT, vals![name, &text]).map(drop)
}

pub(crate) fn remove(tx: &mut Tx<'_>, name: &str) -> Result<(), StoreError> {
    tx.exec(REMOVE, vals![name]).map(drop)
}

/// An outlet id that has never been given before.
pub(crate) fn give_outlet(tx: &mut Tx<'_>) -> Result<OutletId, StoreError> {
    let given = tx.query_one(GIVE_OUTLET, &[], |row| row.col(0))?;
    given.ok_or_else(|| tx.damaged("the count of outlets is missing"))
}

/// Notes that an outlet id was given somewhere else: it is never given again.
pub(crate) fn outlet_was_given(tx: &mut Tx<'_>, id: OutletId) -> Result<(), StoreError> {
    tx.exec(GIVEN, vals![&id.to_string(), id]).map(drop)
}
