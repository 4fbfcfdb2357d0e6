//! Single values: the archive's end, the ids given.

use news::{OutletId, Place};

use crate::sql::{Row, statements, vals};
use crate::{StoreError, Tx};

statements! {
    VALUE = "SELECT value FROM meta WHERE name = ?1";
    PUT = "INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    GIVE_OUTLET = "UPDATE meta SET value = CAST(CAST(value AS BIGINT) + 1 AS TEXT) WHERE name = 'outlets_given' \
        RETURNING CAST(value AS BIGINT)";
}

const ARCHIVE_END: &str = "archive_end";

/// The last archive record that a transaction has recorded; recovery reads what comes after it.
pub(crate) fn archive_end(tx: &mut Tx<'_>) -> Result<Option<Place>, StoreError> {
    let text = tx.query_one(VALUE, vals![ARCHIVE_END], |row: &Row<'_>| row.col::<String>(0))?;
    text.map(|text| serde_json::from_str(&text).map_err(|e| tx.damaged(format!("archive_end: {e}")))).transpose()
}

pub(crate) fn set_archive_end(tx: &mut Tx<'_>, end: Place) -> Result<(), StoreError> {
    let text = serde_json::to_string(&end).map_err(|e| tx.damaged(e.to_string()))?;
    tx.exec(PUT, vals![ARCHIVE_END, &text]).map(drop)
}

/// An outlet id that has never been given before.
pub(crate) fn give_outlet(tx: &mut Tx<'_>) -> Result<OutletId, StoreError> {
    let given = tx.query_one(GIVE_OUTLET, &[], |row| row.col(0))?;
    given.ok_or_else(|| tx.damaged("the count of outlets is missing"))
}
