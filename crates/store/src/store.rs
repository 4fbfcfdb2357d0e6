//! A store: a folder with a database, one thread that writes, some that read.

use std::fs::File;
use std::path::Path;
use std::sync::{Arc, mpsc};

use rusqlite::TransactionBehavior;

use crate::threads::Threads;
use crate::{StoreError, Tx, dialect, folder, hosts, migrate};

/// Threads that read. Pages are answered in about a millisecond each, so four serve more than the
/// two cores of the machine that this is made for, and a slow list does not block the others.
const READERS: usize = 4;

/// A store. Cheap to clone. Dropping the last clone waits for the transactions that are queued, ends the
/// threads, closes the database and frees the lock, in this order.
///
/// # Transactions
/// [`Store::write`] and [`Store::read`] run one closure in one transaction. Writes happen one after
/// the other; each is kept whole or, if the closure returns an error or panics, not at all. A read
/// sees the database as it was when it began, and never waits for a write.
///
/// # Durability
/// A process that is killed loses nothing that was committed. A machine that loses its power may
/// lose the last transactions, never a part of one (`synchronous = NORMAL`): captures are durable in
/// the archive before their visit is recorded, the archive's end is recorded in the same
/// transaction, and so the next start reads the lost visits out of the archive's tail again.
/// What that tail cannot give back is an id: if the row of a new article were lost, its id would be
/// given again, to another article, while the archive holds captures by that name. So a transaction
/// that gives an id, or withdraws something, returns only when the disk has it.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    // In the order of dropping: connections close before the lock is freed.
    writer: Option<Threads>,
    readers: Threads,
    _lock: Option<File>,
}

impl Store {
    /// Opens the store in `dir` for one process alone: `watch`, `run`, `demo`. Makes the folder and
    /// the database if they are missing, brings an older database up to date, and frees the leases
    /// of processes that held the folder before: they have ended, or the lock would not be free.
    ///
    /// # Errors
    /// [`StoreError::Held`], [`StoreError::NewerSchema`], [`StoreError::OtherMigration`],
    /// [`StoreError::Damaged`], [`StoreError::DiskFull`], [`StoreError::Io`].
    pub fn open(dir: &Path) -> Result<Self, StoreError> {
        let lock = folder::hold(dir)?;
        let path = folder::database(dir);
        let mut writer = dialect::connect(&path, true, true)?;
        migrate::migrate(&mut writer, &path)?;
        folder::sync(dir)?;
        let store = Self::start(&path, Some(writer), Some(lock))?;
        store.write_blocking(hosts::release_all)?;
        Ok(store)
    }

    /// Opens the store in `dir` for reading, beside whoever holds it: `list`, `log`, `show`, `serve`.
    /// [`Store::write`] answers with [`StoreError::ReadOnly`].
    ///
    /// # Errors
    /// [`StoreError::NoStore`], [`StoreError::OlderSchema`], and those of [`Store::open`].
    pub fn open_reader(dir: &Path) -> Result<Self, StoreError> {
        let path = present(dir)?;
        let reader = dialect::connect(&path, false, false)?;
        must_be_current(migrate::version(&reader, &path)?)?;
        Self::start(&path, None, None)
    }

    /// Opens the store in `dir` for short wishes, beside whoever holds it: `add` an outlet, make an
    /// article due. Must not lease or record visits: those belong to the holder.
    ///
    /// # Errors
    /// As [`Store::open_reader`].
    pub fn open_beside(dir: &Path) -> Result<Self, StoreError> {
        let path = present(dir)?;
        let writer = dialect::connect(&path, true, false)?;
        must_be_current(migrate::version(&writer, &path)?)?;
        Self::start(&path, Some(writer), None)
    }

    fn start(path: &Path, writer: Option<rusqlite::Connection>, lock: Option<File>) -> Result<Self, StoreError> {
        let readers = (0..READERS).map(|_| dialect::connect(path, false, false)).collect::<Result<_, _>>()?;
        let readers = Threads::start("store-reader", readers, TransactionBehavior::Deferred, path)?;
        let start = |w| Threads::start("store-writer", vec![w], TransactionBehavior::Immediate, path);
        let writer = writer.map(start).transpose()?;
        Ok(Self { inner: Arc::new(Inner { writer, readers, _lock: lock }) })
    }

    /// Runs `verb` in a transaction that may write. It is done even if the future is dropped.
    ///
    /// # Errors
    /// What `verb` returns, [`StoreError::Panicked`], and what a commit can meet
    /// ([`StoreError::DiskFull`], [`StoreError::Busy`], [`StoreError::Io`]); nothing is kept then.
    pub async fn write<T: Send + 'static>(
        &self,
        verb: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        on(self.writer()?, verb).await
    }

    /// Runs `verb` in a transaction that only reads.
    ///
    /// # Errors
    /// What `verb` returns, [`StoreError::Panicked`]; [`StoreError::ReadOnly`] if it writes.
    pub async fn read<T: Send + 'static>(
        &self,
        verb: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        on(&self.inner.readers, verb).await
    }

    /// [`Store::write`] for commands without a runtime.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub fn write_blocking<T: Send + 'static>(
        &self,
        verb: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        blocking_on(self.writer()?, verb)
    }

    /// [`Store::read`] for commands without a runtime.
    ///
    /// # Errors
    /// As [`Store::read`].
    pub fn read_blocking<T: Send + 'static>(
        &self,
        verb: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        blocking_on(&self.inner.readers, verb)
    }

    fn writer(&self) -> Result<&Threads, StoreError> {
        self.inner.writer.as_ref().ok_or(StoreError::ReadOnly)
    }
}

async fn on<T: Send + 'static>(
    threads: &Threads,
    verb: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    let (answer, answered) = tokio::sync::oneshot::channel();
    // The caller may have gone away; the transaction is done all the same.
    threads.run(verb, move |result| drop(answer.send(result)));
    answered.await.unwrap_or(Err(StoreError::Closed))
}

fn blocking_on<T: Send + 'static>(
    threads: &Threads,
    verb: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    let (answer, answered) = mpsc::sync_channel(1);
    threads.run(verb, move |result| drop(answer.send(result)));
    answered.recv().unwrap_or(Err(StoreError::Closed))
}

fn present(dir: &Path) -> Result<std::path::PathBuf, StoreError> {
    let path = folder::database(dir);
    if path.is_file() { Ok(path) } else { Err(StoreError::NoStore { dir: dir.to_owned() }) }
}

fn must_be_current(found: u32) -> Result<(), StoreError> {
    let known = migrate::SCHEMA_VERSION;
    if found < known { Err(StoreError::OlderSchema { found, known }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lets the database of `store` grow by `pages` pages; SQLite then says what it says of a full disk.
    fn disk_with_room_for(store: &Store, pages: u32) {
        let limit = move |tx: &mut Tx<'_>| {
            let connection = tx.connection();
            let used: u32 = connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
            connection.pragma_update(None, "max_page_count", used + pages).unwrap();
            Ok(())
        };
        store.write_blocking(limit).unwrap();
    }

    #[test]
    fn a_full_disk_is_told_and_loses_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path()).unwrap();
        let add =
            |domain: String| store.write_blocking(move |tx| crate::outlets::add_outlet(tx, &domain, &domain, None));
        add("ledger.example".into()).unwrap();
        disk_with_room_for(&store, 1);
        let full = (0..).find_map(|i| add(format!("{}.{i}.example", "x".repeat(900))).err()).unwrap();
        assert!(matches!(&full, StoreError::DiskFull { path } if path.ends_with("replate.db")), "{full}");
        assert!(full.is_transient());
        let listed = store.read_blocking(crate::outlets::list_outlets).unwrap();
        assert!(listed.iter().any(|outlet| outlet.domain == "ledger.example"));

        disk_with_room_for(&store, 100);
        let next = add("tribune.example".into()).unwrap();
        assert_eq!(next.0 as usize, listed.len() + 1, "an id that was not kept was not given");
    }
}
