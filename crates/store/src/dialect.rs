//! What differs from one database to another, all of it. Now SQLite; PostgreSQL adds its twin.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::StoreError;
use crate::sql::{Statement, statements};

/// How long a writer waits for another process, in seconds: writers of ours are done in
/// milliseconds, so whoever takes longer is stuck and should be told of.
pub(crate) const BUSY_SECONDS: u64 = 10;

/// Pages of write-ahead log after which SQLite moves them into the database: 4,000 pages of 4 KiB.
/// The default of 1,000 moves the same agenda pages four times as often.
const CHECKPOINT_PAGES: i64 = 4_000;

/// Page caches in KiB, as SQLite wants them: below zero. The writer's holds the upper levels of every
/// index of a database of some 10 GB, and a batch; a reader's holds a long list.
const WRITER_CACHE: i64 = -64 * 1024;
const READER_CACHE: i64 = -16 * 1024;

/// The tables, migration by migration: number, name, DDL. Append-only.
pub(crate) const MIGRATIONS: &[(u32, &str, &str)] =
    &[(1, "first", include_str!("../migrations/sqlite/0001_first.sql"))];

/// Makes the table of migrations.
pub(crate) const MIGRATIONS_TABLE: &str = "CREATE TABLE IF NOT EXISTS migrations \
    (number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 BLOB NOT NULL) STRICT";

statements! {
    DATABASE_BYTES = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";
}

/// Answers with the size of the database, one row and column, in bytes.
pub(crate) const SIZE: Statement = DATABASE_BYTES;

/// Opens a connection to the database at `path`. A reader never writes, but takes part in the
/// shared memory of the write-ahead log, which is why its file is opened for writing too.
pub(crate) fn connect(path: &Path, writes: bool, creates: bool) -> Result<Connection, StoreError> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    flags.set(OpenFlags::SQLITE_OPEN_CREATE, creates);
    let open = || {
        let connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(Duration::from_secs(BUSY_SECONDS))?;
        connection.set_prepared_statement_cache_capacity(128);
        if writes {
            connection.pragma_update(None, "journal_mode", "wal")?;
            connection.pragma_update(None, "synchronous", "normal")?;
            connection.pragma_update(None, "wal_autocheckpoint", CHECKPOINT_PAGES)?;
            connection.pragma_update(None, "cache_size", WRITER_CACHE)?;
        } else {
            connection.pragma_update(None, "query_only", true)?;
            connection.pragma_update(None, "cache_size", READER_CACHE)?;
        }
        Ok(connection)
    };
    open().map_err(|e: rusqlite::Error| StoreError::of_sqlite(&e, path, "open"))
}

/// Returns when everything committed so far is on the disk: in WAL mode it stands in one file.
pub(crate) fn sync(path: &Path) -> Result<(), StoreError> {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    let log = PathBuf::from(log);
    let synced = std::fs::OpenOptions::new().write(true).open(&log).and_then(|file| file.sync_data());
    synced.map_err(|e| StoreError::of_io(e, &log))
}
