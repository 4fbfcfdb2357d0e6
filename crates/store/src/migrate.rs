//! Brings a database to the version that this program knows, one migration after the other.

use news::Digest;
use rusqlite::{Connection, TransactionBehavior};
use std::path::Path;

use crate::StoreError;
use crate::dialect::{MIGRATIONS, MIGRATIONS_TABLE};

/// The newest version of the schema that this program knows.
pub const SCHEMA_VERSION: u32 = MIGRATIONS[MIGRATIONS.len() - 1].0;

const APPLIED: &str = "SELECT number, sha256 FROM migrations ORDER BY number";
const APPLY: &str = "INSERT INTO migrations (number, name, sha256) VALUES (?1, ?2, ?3)";

/// Applies the migrations that the database lacks. Each is one transaction: a crash leaves the
/// database at the version before or after it, and the next opening goes on from there.
pub(crate) fn migrate(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let refused = |e: rusqlite::Error| StoreError::of_sqlite(&e, path, "migration");
    connection.execute_batch(MIGRATIONS_TABLE).map_err(refused)?;
    let found = version(connection, path)?;
    for (number, name, ddl) in MIGRATIONS.iter().filter(|(number, ..)| *number > found) {
        let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(refused)?;
        tx.execute_batch(ddl).map_err(refused)?;
        tx.execute(APPLY, (number, name, Digest::of(ddl).0.as_slice())).map_err(refused)?;
        tx.commit().map_err(refused)?;
    }
    Ok(())
}

/// The version of the database; 0 if it is empty.
///
/// # Errors
/// [`StoreError::NewerSchema`], and [`StoreError::OtherMigration`] if a migration that it has is
/// not ours by that number.
pub(crate) fn version(connection: &Connection, path: &Path) -> Result<u32, StoreError> {
    let refused = |e: rusqlite::Error| StoreError::of_sqlite(&e, path, "schema version");
    if !connection.table_exists(None, "migrations").map_err(refused)? {
        return Ok(0);
    }
    let mut select = connection.prepare(APPLIED).map_err(refused)?;
    let rows = select.query_map([], |row| Ok((row.get::<_, u32>(0)?, row.get::<_, Vec<u8>>(1)?))).map_err(refused)?;
    let applied = rows.collect::<Result<Vec<_>, _>>().map_err(refused)?;
    let found = applied.last().map_or(0, |(number, _)| *number);
    if found > SCHEMA_VERSION {
        return Err(StoreError::NewerSchema { found, known: SCHEMA_VERSION });
    }
    for (number, sha256) in applied {
        let ours = MIGRATIONS.iter().find(|(n, ..)| *n == number);
        if ours.is_none_or(|(.., ddl)| Digest::of(ddl).0 != *sha256) {
            return Err(StoreError::OtherMigration { number });
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A database in somebody's folder has these migrations and no others: once released, a line
    /// here never changes, and what must change comes as a migration of its own.
    #[test]
    fn migrations_are_only_ever_added() {
        let released = ["ae6fbcff8eb49039973c4695b450f36aec2d017fc6999df01b7c0e724167a9b1"];
        let ours: Vec<String> = MIGRATIONS.iter().map(|(.., ddl)| Digest::of(ddl).to_string()).collect();
        assert_eq!(ours, released);
        assert!(MIGRATIONS.iter().map(|(number, ..)| *number).eq(1..=SCHEMA_VERSION), "numbered without gaps");
    }

    #[test]
    fn migrating_twice_is_migrating_once() {
        let mut connection = Connection::open_in_memory().unwrap();
        let path = Path::new("memory");
        assert_eq!(version(&connection, path).unwrap(), 0);
        for _ in 0..2 {
            migrate(&mut connection, path).unwrap();
            assert_eq!(version(&connection, path).unwrap(), SCHEMA_VERSION);
        }
    }
}
