//! A connection to SQLite: a database that is a file.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rusqlite::{OpenFlags, params_from_iter};

use crate::StoreError;
use crate::sql::{Cells, Outcome, Row, Val};

/// How long a writer waits for another process, in seconds: writers of ours are done in
/// milliseconds, so whoever takes longer is stuck and should be told of.
pub(crate) const BUSY_SECONDS: u64 = 10;

/// Pages of write-ahead log after which SQLite moves them into the database: 4,000 pages of 4 KiB.
/// The default of 1,000 moves the same agenda pages four times as often.
const CHECKPOINT_PAGES: i64 = 4_000;

/// Pages that are copied between two words of progress: 16 MiB.
const COPIED_PAGES: i32 = 4_096;

/// Page caches in KiB, as SQLite wants them: below zero. The writer's holds the upper levels of every
/// index of a database of some 10 GB, and a batch; a reader's holds a long list.
const WRITER_CACHE: i64 = -64 * 1024;
const READER_CACHE: i64 = -16 * 1024;

/// Steps of a statement between two looks at the clock: some microseconds.
const STEPS: i32 = 1_000;

/// The write-ahead log of the database at `path`.
fn log_of(path: &Path) -> PathBuf {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    PathBuf::from(log)
}

/// Whether all of the database is in its one file: nobody writes, and nothing is left of one who did.
fn is_whole(path: &Path) -> bool {
    std::fs::metadata(log_of(path)).map_or(true, |log| log.len() == 0)
}

/// A connection to a whole database on a disk without room: it takes part in nothing and sees what is there.
fn still(path: &Path) -> Result<rusqlite::Connection, StoreError> {
    let refused = |e: rusqlite::Error| StoreError::of_sqlite(&e, path, "open");
    let named = path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let connection = rusqlite::Connection::open_with_flags(format!("file:{named}?immutable=1"), flags);
    let connection = connection.map_err(refused)?;
    connection.pragma_update(None, "cache_size", READER_CACHE).map_err(refused)?;
    Ok(connection)
}

/// Whether the disk that holds `path` has no room left. Asked only after something has failed: it tries to write.
pub(crate) fn is_full(path: &Path) -> bool {
    let mut probe = path.as_os_str().to_owned();
    probe.push(format!(".room-{}", std::process::id()));
    let probe = PathBuf::from(probe);
    let kind = std::fs::write(&probe, [0; 64 * 1024]).err().map(|e| e.kind());
    let _ = std::fs::remove_file(&probe);
    matches!(kind, Some(std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded))
}

/// A connection to a file.
pub(crate) struct File {
    connection: rusqlite::Connection,
    path: PathBuf,
    shown: String,
    writes: bool,
}

impl File {
    /// Opens the database at `path`. A reader never writes, but takes part in the shared memory of
    /// the write-ahead log, which is why its file is opened for writing too.
    pub(crate) fn open(path: &Path, writes: bool, creates: bool) -> Result<Self, StoreError> {
        let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        flags.set(OpenFlags::SQLITE_OPEN_CREATE, creates);
        let open = || {
            let connection = rusqlite::Connection::open_with_flags(path, flags)?;
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
        let answers = |c: &rusqlite::Connection| c.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()));
        let opened = open().and_then(|connection| {
            // The memory that readers share is a file, and on a full disk there is none to be had.
            answers(&connection)?;
            Ok(connection)
        });
        let connection = match opened {
            Err(error) => match StoreError::of_sqlite(&error, path, "open") {
                StoreError::DiskFull { .. } if !writes && is_whole(path) => still(path),
                told => Err(told),
            },
            Ok(connection) => Ok(connection),
        }?;
        Ok(Self { connection, path: path.to_owned(), shown: path.display().to_string(), writes })
    }

    pub(crate) fn database(&self) -> &str {
        &self.shown
    }

    pub(crate) fn begin(&mut self) -> Result<(), StoreError> {
        self.batch("transaction", if self.writes { "BEGIN IMMEDIATE" } else { "BEGIN DEFERRED" })
    }

    /// Commits; if `durable`, returns when everything committed so far is on the disk.
    pub(crate) fn commit(&mut self, durable: bool) -> (Outcome, Result<(), StoreError>) {
        if let Err(error) = self.connection.execute_batch("COMMIT") {
            self.rollback();
            // What failed may have failed behind the last page: a crash then finds a whole transaction in the log.
            let unsure = error.sqlite_error_code() == Some(rusqlite::ErrorCode::SystemIoFailure);
            let outcome = if unsure { Outcome::Unknown } else { Outcome::Nothing };
            return (outcome, Err(StoreError::of_sqlite(&error, &self.path, "transaction")));
        }
        (Outcome::Committed, if durable { sync(&self.path) } else { Ok(()) })
    }

    pub(crate) fn rollback(&self) {
        // A full disk rolls back by itself; what cannot be rolled back ends with the connection.
        if !self.connection.is_autocommit() {
            let _ = self.connection.execute_batch("ROLLBACK");
        }
    }

    /// Stops statements when `limit` is over.
    pub(crate) fn limit(&mut self, limit: Duration) -> Result<(), StoreError> {
        let end = Instant::now() + limit;
        self.on_progress(Some(move || Instant::now() > end))
    }

    pub(crate) fn end_limit(&mut self) -> Result<(), StoreError> {
        self.on_progress(None::<fn() -> bool>)
    }

    fn on_progress(&mut self, stops: Option<impl FnMut() -> bool + Send + 'static>) -> Result<(), StoreError> {
        let set = self.connection.progress_handler(STEPS, stops);
        set.map_err(|e| StoreError::of_sqlite(&e, &self.path, "limit"))
    }

    pub(crate) fn batch(&self, name: &'static str, text: &str) -> Result<(), StoreError> {
        self.connection.execute_batch(text).map_err(|e| StoreError::of_sqlite(&e, &self.path, name))
    }

    pub(crate) fn exec(&self, name: &'static str, text: &str, vals: &[Val<'_>]) -> Result<usize, StoreError> {
        let run = || self.connection.prepare_cached(text)?.execute(params_from_iter(vals));
        run().map_err(|e| StoreError::of_sqlite(&e, &self.path, name))
    }

    pub(crate) fn query(
        &self,
        name: &'static str,
        text: &str,
        vals: &[Val<'_>],
        read: &mut dyn FnMut(&Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let refused = |e: rusqlite::Error| StoreError::of_sqlite(&e, &self.path, name);
        let mut prepared = self.connection.prepare_cached(text).map_err(refused)?;
        let mut rows = prepared.query(params_from_iter(vals)).map_err(refused)?;
        while let Some(row) = rows.next().map_err(refused)? {
            read(&Row::new(Cells::File(row), &self.shown))?;
        }
        Ok(())
    }

    /// Brings all that there is into the one file, so that it can be renamed. Refused while anybody else has
    /// it open. Lasts until it is opened for writing again.
    pub(crate) fn make_whole(&self) -> Result<(), StoreError> {
        let refused = |e: rusqlite::Error| StoreError::of_sqlite(&e, &self.path, "journal_mode");
        // Whoever reads it does so for hours: that is not waited for.
        self.connection.busy_timeout(Duration::from_millis(500)).map_err(refused)?;
        let mode = self.connection.pragma_update_and_check(None, "journal_mode", "delete", |row| row.get(0));
        self.connection.busy_timeout(Duration::from_secs(BUSY_SECONDS)).map_err(refused)?;
        let held = || StoreError::Held { held: self.shown.clone(), pid: None };
        let mode: String = mode.map_err(refused).map_err(|error| match error {
            StoreError::Busy { .. } => held(),
            error => error,
        })?;
        if mode == "delete" { Ok(()) } else { Err(held()) }
    }

    /// Copies every page of the database into a new file at `to`, as the open transaction sees it: whoever
    /// writes meanwhile goes on, and is not in the copy. Tells pages copied and pages in all.
    pub(crate) fn copy_pages(&self, to: &Path, tell: &mut dyn FnMut(u64, u64)) -> Result<(), StoreError> {
        let refused = |e: rusqlite::Error| StoreError::of_sqlite(&e, to, "backup");
        let mut target = rusqlite::Connection::open(to).map_err(refused)?;
        let backup = rusqlite::backup::Backup::new(&self.connection, &mut target).map_err(refused)?;
        loop {
            let step = backup.step(COPIED_PAGES).map_err(refused)?;
            let pages = backup.progress();
            let (all, left) = (pages.pagecount.max(0).cast_unsigned(), pages.remaining.max(0).cast_unsigned());
            tell(u64::from(all.saturating_sub(left)), u64::from(all));
            match step {
                rusqlite::backup::StepResult::Done => return Ok(()),
                rusqlite::backup::StepResult::More => {}
                _ => std::thread::sleep(Duration::from_millis(20)),
            }
        }
    }

    /// What is wrong with the database's own order, in SQLite's words; nothing: it is whole.
    pub(crate) fn quick_check(&self) -> Result<Vec<String>, StoreError> {
        let mut found = Vec::new();
        self.query("quick_check", "PRAGMA quick_check(20)", &[], &mut |row| {
            found.push(row.col::<String>(0)?);
            Ok(())
        })?;
        found.retain(|line| line != "ok");
        Ok(found)
    }

    #[cfg(test)]
    pub(crate) fn inner(&self) -> &rusqlite::Connection {
        &self.connection
    }
}

/// Returns when everything committed so far is on the disk: in WAL mode it stands in one file. A full disk is not
/// told apart here: what is committed stays so.
fn sync(path: &Path) -> Result<(), StoreError> {
    let log = log_of(path);
    let synced = std::fs::OpenOptions::new().write(true).open(&log).and_then(|file| file.sync_data());
    synced.map_err(|source| StoreError::Io { path: log, source })
}
