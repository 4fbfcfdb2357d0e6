//! Brings a database to the version that this program knows, one migration after the other.

use news::Digest;

use crate::connection::Connection;
use crate::dialect::{Dialect, Migration};
use crate::sql::vals;
use crate::{StoreError, Tx};

/// The newest version of the schema that this program knows.
pub const SCHEMA_VERSION: u32 = {
    let migrations = Dialect::Sqlite.migrations();
    migrations[migrations.len() - 1].0
};

/// The table of migrations.
pub(crate) const TABLE: &str = "migrations";

const APPLIED: &str = "SELECT number, sha256 FROM migrations ORDER BY number";
const APPLY: &str = "INSERT INTO migrations (number, name, sha256) VALUES (?1, ?2, ?3)";

/// Applies the migrations that the database lacks. Each is one transaction: a crash leaves the
/// database at the version before or after it, and the next opening goes on from there.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    let dialect = connection.dialect();
    let found = version(connection)?;
    if found == SCHEMA_VERSION {
        return Ok(());
    }
    connection.batch("migrations", dialect.migrations_table())?;
    for migration in dialect.migrations().iter().filter(|(number, ..)| *number > found) {
        connection.transact(|tx| apply(tx, migration))?;
    }
    Ok(())
}

fn apply(tx: &mut Tx<'_>, (number, name, ddl): &Migration) -> Result<(), StoreError> {
    tx.must_be_durable();
    tx.batch("migration", ddl)?;
    tx.exec_text("migration", APPLY, vals![*number, *name, &Digest::of(ddl)]).map(drop)
}

/// The version of the database; 0 if it is empty.
///
/// # Errors
/// [`StoreError::NewerSchema`], and [`StoreError::OtherMigration`] if a migration that it has is
/// not ours by that number.
pub(crate) fn version(connection: &mut Connection) -> Result<u32, StoreError> {
    let dialect = connection.dialect();
    let applied = connection.transact(|tx| {
        if !tx.tables()?.iter().any(|table| table == TABLE) {
            return Ok(Vec::new());
        }
        tx.query_text("schema version", APPLIED, &[], |row| Ok((row.col::<u32>(0)?, row.col::<Vec<u8>>(1)?)))
    })?;
    let found = applied.last().map_or(0, |(number, _)| *number);
    if found > SCHEMA_VERSION {
        return Err(StoreError::NewerSchema { found, known: SCHEMA_VERSION });
    }
    for (number, sha256) in applied {
        let ours = dialect.migrations().iter().find(|(n, ..)| *n == number);
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
        let sqlite = [
            "ae6fbcff8eb49039973c4695b450f36aec2d017fc6999df01b7c0e724167a9b1",
            "fd136e8b3c45f63d84898e8b1870f96110dacf1fc69193fae8de86ef66078da1",
            "e428e84250fa22c10fd51ed8d7cc202f7f8066d3b5442149417cf553b679bf63",
            "9363f5a5e1b70eb84906edebff145ed59561ad586286685d6b1b7c4f7f02c2e1",
            "be8b28c184aa6cb554581f0becc3574a966e1d0cb925959f15799a9dfecf69df",
            "cf8420856a6c6111f3d855c9dddebbb875829075a0a087e4fc03de726b281243",
            "cc28c4ea80352f4a1fbd42bc3033630ddd83c7ebb3e88c4709ab4e81f93b43f1",
            "bfa610d9871015cfc4418d09fbe89fa0a569b011363f75eca2734fba2d792d05",
            "040e6847fe0beea1ed10d08f77b75ce0252c0e67ca927878f8eb91114587d610",
        ];
        let postgres = [
            "97d0e5e6ee0e8227e7f8860f9b3f3cb4a39458939f5ccf492ec156288046499a",
            "7caf44d38abd4fd381566af55bdd670fb51f2759af0f3b55402208f96d104d98",
            "db2652c82c8b7f5f4fb450c34fe52ab9dbe28ae22bd8c3f67f91387ebc1e2302",
            "55ab0078ce0c78b51290fdc30b09b10e5457fa7f285110b749c8e710196fd052",
            "79e0d86eef7725c583dec88abccb2ea4955bf4e5408faade9689ffcc01a523b2",
            "48f2e86fe360b1f04619b4a678f3a1a6c43bbe566cef8c30b9b1364da1d79ca2",
            "d7e8cf6c22dc5c84e14386bf525695d4327f042f50914033ce692c8f3838ec64",
            "080adaeeaee587583475bcf043eb430da0f8b39c04e9c08e1d207175487d5ecd",
            "a7648e75adabbcee11a33d90abdbd6432101f4f38c9556961e6756a60e70fbdc",
        ];
        for (dialect, released) in [(Dialect::Sqlite, &sqlite[..]), (Dialect::Postgres, &postgres[..])] {
            let ours: Vec<String> = dialect.migrations().iter().map(|(.., ddl)| Digest::of(ddl).to_string()).collect();
            assert_eq!(ours, released, "{dialect:?}");
        }
    }

    #[test]
    fn both_dialects_have_the_same_migrations() {
        let names = |dialect: Dialect| dialect.migrations().iter().map(|(number, name, _)| (*number, *name));
        assert!(names(Dialect::Sqlite).eq(names(Dialect::Postgres)));
        assert!(names(Dialect::Sqlite).map(|(number, _)| number).eq(1..=SCHEMA_VERSION), "numbered without gaps");
    }

    #[test]
    fn migrating_twice_is_migrating_once() {
        let dir = tempfile::tempdir().unwrap();
        let file = crate::file::File::open(&dir.path().join("x.db"), true, true).unwrap();
        let mut connection = Connection::File(Box::new(file));
        assert_eq!(version(&mut connection).unwrap(), 0);
        for _ in 0..2 {
            migrate(&mut connection).unwrap();
            assert_eq!(version(&mut connection).unwrap(), SCHEMA_VERSION);
        }
    }
}
