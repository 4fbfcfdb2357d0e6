//! A store: a folder and a database, one thread that writes, some that read.

use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::time::Duration;

use crate::connection::Connection;
use crate::file::File;
use crate::location::{DatabaseAddress, Location};
use crate::server::{Role, Server};
use crate::sql::vals;
use crate::threads::Threads;
use crate::{StoreError, Tx, folder, hosts, migrate};

/// Threads that read. Pages are answered in about a millisecond each, so four serve more than the
/// two cores of the machine that this is made for, and a slow list does not block the others.
const READERS: usize = 4;

/// Between two attempts to reach a server that went away: a restart takes a second, and one that is
/// away for long should not be kept busy when it comes up.
const SHORTEST_PAUSE: Duration = Duration::from_millis(100);
const LONGEST_PAUSE: Duration = Duration::from_secs(5);

/// A store. Cheap to clone. Dropping the last clone waits for the transactions that are queued, ends the
/// threads, closes the database and frees the lock, in this order.
///
/// # Transactions
/// [`Store::write`] and [`Store::read`] run one closure in one transaction. Writes happen one after
/// the other; each is kept whole or, if the closure returns an error or panics, not at all. A read
/// sees the database as it was when it began, and never waits for a write.
///
/// # Durability
/// A process that is killed loses nothing that was committed. A machine that loses its power, or a
/// PostgreSQL server that is killed, may lose the last transactions, never a part of one (`synchronous`
/// is `NORMAL` in SQLite, `synchronous_commit` is `off` in PostgreSQL): captures are durable in
/// the archive before their visit is recorded, the archive's end is recorded in the same
/// transaction, and so the next start reads the lost visits out of the archive's tail again.
/// What that tail cannot give back is an id: if the row of a new article were lost, its id would be
/// given again, to another article, while the archive holds captures by that name. Nor does it know of a
/// look that failed: no bytes came back. So a transaction that gives an id, records such a look, or
/// withdraws something, returns only when the disk has it; and so does every wish beside the holder.
///
/// # A server that goes away
/// Whatever is asked of it then is answered with [`StoreError::Unreachable`], and nothing half-done is
/// kept; of a transaction that was being committed nobody knows, which is why every verb may be repeated.
/// Readers come back by themselves. Whoever holds the store must read the archive's tail again first,
/// because the server may have lost its last commits: it is refused every write until [`Store::resume`].
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    dir: PathBuf,
    // In the order of dropping. The writer's connection closes last and alone, so that SQLite folds its
    // log into the database; connections that close at the same time each leave it to the others.
    readers: Threads,
    writer: Option<Threads>,
    _lock: Option<std::fs::File>,
}

impl Store {
    /// Opens the store at `location` for one process alone: `watch`, `run`, `demo`. Makes the folder and
    /// the database if they are missing, brings an older database up to date, and frees the leases
    /// of processes that held the store before: they have ended, or the lock would not be free.
    ///
    /// Blocks; not to be called inside an asynchronous runtime if the database is on a server.
    ///
    /// # Errors
    /// [`StoreError::Held`], [`StoreError::NewerSchema`], [`StoreError::OtherMigration`],
    /// [`StoreError::Damaged`], [`StoreError::DiskFull`], [`StoreError::Io`], [`StoreError::Moved`]; of a server
    /// [`StoreError::Unreachable`], [`StoreError::Denied`], [`StoreError::NoDatabase`],
    /// [`StoreError::NotTrusted`].
    pub fn open(location: impl Into<Location>) -> Result<Self, StoreError> {
        let location = location.into();
        let lock = folder::hold(&location.dir)?;
        folder::must_be_finished(&location.dir)?;
        Self::held(&location, lock)
    }

    /// Opens a store whose database is lost, for the one process that makes it again; or goes on with that. Until
    /// [`Store::rebuilt`] nobody else opens it.
    ///
    /// # Errors
    /// [`StoreError::NotEmpty`] if a database is there, and those of [`Store::open`].
    pub fn open_to_rebuild(location: impl Into<Location>) -> Result<Self, StoreError> {
        let location = location.into();
        let lock = folder::hold(&location.dir)?;
        if !folder::is_rebuilding(&location.dir) {
            must_be_vacant(&location)?;
            folder::begin_rebuilding(&location.dir)?;
        }
        Self::held(&location, lock)
    }

    /// The database of the store at `location` is whole again, and the store is one as any other.
    ///
    /// # Errors
    /// [`StoreError::Io`].
    pub fn rebuilt(location: &Location) -> Result<(), StoreError> {
        folder::end_rebuilding(&location.dir)
    }

    /// Opens the store for the process that has its folder's lock.
    fn held(location: &Location, lock: std::fs::File) -> Result<Self, StoreError> {
        if location.server.is_none() {
            folder::must_not_have_moved(&location.dir)?;
        }
        let mut writer = hold(location)?;
        migrate::migrate(&mut writer)?;
        if location.server.is_none() {
            folder::sync(&location.dir)?;
        }
        let store = Self::start(location, Some(writer), None, Some(lock))?;
        store.write_blocking(hosts::release_all)?;
        Ok(store)
    }

    /// Opens the store at `location` for reading, beside whoever holds it: `list`, `log`, `show`, `serve`.
    /// [`Store::write`] answers with [`StoreError::ReadOnly`].
    ///
    /// # Errors
    /// [`StoreError::NoStore`], [`StoreError::OlderSchema`], and those of [`Store::open`].
    pub fn open_reader(location: impl Into<Location>) -> Result<Self, StoreError> {
        let location = location.into();
        let reader = beside(&location, Role::Reader)?;
        Self::start(&location, None, Some(reader), None)
    }

    /// Opens the store at `location` for short wishes, beside whoever holds it: `add` an outlet, make an
    /// article due. Must not lease or record visits: those belong to the holder.
    ///
    /// # Errors
    /// As [`Store::open_reader`].
    pub fn open_beside(location: impl Into<Location>) -> Result<Self, StoreError> {
        let location = location.into();
        let writer = beside(&location, Role::Beside)?;
        Self::start(&location, Some(writer), None, None)
    }

    fn start(
        location: &Location,
        writer: Option<Connection>,
        reader: Option<Connection>,
        lock: Option<std::fs::File>,
    ) -> Result<Self, StoreError> {
        let more = READERS - usize::from(reader.is_some());
        let mut readers: Vec<Connection> = reader.into_iter().collect();
        for _ in 0..more {
            readers.push(match &location.server {
                None => Connection::File(Box::new(File::open(&folder::database(&location.dir), false, false)?)),
                Some(address) => Connection::Server(Box::new(Server::lazily(address.clone(), Role::Reader))),
            });
        }
        let readers = Threads::start("store-reader", readers)?;
        let writer = writer.map(|writer| Threads::start("store-writer", vec![writer])).transpose()?;
        Ok(Self { inner: Arc::new(Inner { dir: location.dir.clone(), readers, writer, _lock: lock }) })
    }

    /// Takes up the work after a write was answered with [`StoreError::Unreachable`]: connects again, takes
    /// the holder's lock again, and frees every lease. Then the archive's tail is to be read again, as at a
    /// start. If nothing was lost, only the leases are freed.
    ///
    /// # Errors
    /// [`StoreError::Unreachable`] while the server is not there; [`StoreError::Held`] if another
    /// process has taken the store meanwhile; and those of [`Store::open`].
    pub async fn resume(&self) -> Result<(), StoreError> {
        let (answer, answered) = tokio::sync::oneshot::channel();
        self.writer()?.with(move |connection| drop(answer.send(connection.resume())));
        answered.await.unwrap_or(Err(StoreError::Closed))?;
        self.write(hosts::release_all).await
    }

    /// [`Store::resume`], again and again until the server is back.
    ///
    /// # Errors
    /// Those of [`Store::resume`] that waiting does not mend.
    pub async fn resume_patiently(&self) -> Result<(), StoreError> {
        let mut pause = SHORTEST_PAUSE;
        loop {
            match self.resume().await {
                Err(StoreError::Unreachable { .. }) => tokio::time::sleep(pause).await,
                done => return done,
            }
            pause = (2 * pause).min(LONGEST_PAUSE);
        }
    }

    /// Runs `verb` in a transaction that may write. It is done even if the future is dropped.
    ///
    /// # Errors
    /// What `verb` returns, [`StoreError::Panicked`], and what a commit can meet
    /// ([`StoreError::DiskFull`], [`StoreError::Busy`], [`StoreError::Io`]); nothing is kept then, unless it was the wait
    /// for the disk that failed ([`Tx::when_ended`] tells).
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

    /// The store's folder.
    pub fn folder(&self) -> &Path {
        &self.inner.dir
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

/// A connection for the one process that holds the store; its database or schema is made.
pub(crate) fn hold(location: &Location) -> Result<Connection, StoreError> {
    match &location.server {
        None => Ok(Connection::File(Box::new(File::open(&folder::database(&location.dir), true, true)?))),
        Some(address) => {
            let mut connection = serve(address, Role::Holder)?;
            make_schema(&mut connection, address)?;
            Ok(connection)
        }
    }
}

/// Refuses a place where a database is.
fn must_be_vacant(location: &Location) -> Result<(), StoreError> {
    let taken = match &location.server {
        None => {
            let path = folder::database(&location.dir);
            path.is_file() && {
                let file = File::open(&path, true, false)?;
                migrate::version(&mut Connection::File(Box::new(file)))? > 0
            }
        }
        Some(address) => !serve(address, Role::Holder)?.transact(|tx| tx.tables())?.is_empty(),
    };
    if taken { Err(StoreError::NotEmpty { location: location.database() }) } else { Ok(()) }
}

/// A connection beside the holder, to a store that must be there and of this program's version.
pub(crate) fn beside(location: &Location, role: Role) -> Result<Connection, StoreError> {
    folder::must_be_finished(&location.dir)?;
    let mut connection = match &location.server {
        None => {
            folder::must_not_have_moved(&location.dir)?;
            let path = folder::database(&location.dir);
            if !path.is_file() {
                return Err(missing(location));
            }
            Connection::File(Box::new(File::open(&path, role != Role::Reader, false)?))
        }
        Some(address) => serve(address, role)?,
    };
    let found = migrate::version(&mut connection)?;
    // An empty file may be a store that is being made; an empty schema is none.
    if found == 0 && (location.server.is_some() || folder::has_archive(&location.dir)) {
        return Err(missing(location));
    }
    must_be_current(found)?;
    Ok(connection)
}

/// What to say of a place without a database: is it a new one, or has it lost it?
pub(crate) fn missing(location: &Location) -> StoreError {
    match folder::has_archive(&location.dir) {
        true => StoreError::DatabaseLost { dir: location.dir.display().to_string(), database: location.database() },
        false => StoreError::NoStore { location: location.to_string() },
    }
}

pub(crate) fn serve(address: &DatabaseAddress, role: Role) -> Result<Connection, StoreError> {
    Ok(Connection::Server(Box::new(Server::open(address, role)?)))
}

/// Makes the store's schema if it is not there: whoever may not make one may be given one.
pub(crate) fn make_schema(connection: &mut Connection, address: &DatabaseAddress) -> Result<(), StoreError> {
    let schema = address.schema();
    connection.transact(|tx| {
        let there = tx.query_text(
            "schema",
            "SELECT CAST(1 AS BIGINT) FROM pg_namespace WHERE nspname = CAST(?1 AS TEXT)",
            vals![schema],
            |row| row.col::<i64>(0),
        )?;
        if there.is_empty() { tx.batch("schema", &format!("CREATE SCHEMA {schema}")) } else { Ok(()) }
    })
}

/// Removes the store's schema and all that is in it; for what was made to be tried. Files stay.
///
/// # Errors
/// [`StoreError::Held`] if a process holds it, and those of [`Store::open`].
pub fn remove(address: &DatabaseAddress) -> Result<(), StoreError> {
    let mut connection = serve(address, Role::Holder)?;
    connection.batch("schema", &format!("DROP SCHEMA IF EXISTS {} CASCADE", address.schema()))
}

fn must_be_current(found: u32) -> Result<(), StoreError> {
    let known = migrate::SCHEMA_VERSION;
    if found < known { Err(StoreError::OlderSchema { found, known }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Outcome;

    /// Lets the database of `store` grow by `pages` pages; SQLite then says what it says of a full disk.
    fn disk_with_room_for(store: &Store, pages: u32) {
        let limit = move |tx: &mut Tx<'_>| {
            let Connection::File(file) = tx.connection() else { return Err(StoreError::ReadOnly) };
            let connection = file.inner();
            let used: u32 = connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
            connection.pragma_update(None, "max_page_count", used + pages).unwrap();
            Ok(())
        };
        store.write_blocking(limit).unwrap();
    }

    #[test]
    fn what_is_kept_of_a_transaction_is_told_when_it_has_ended() {
        type Verb = fn(&mut Tx<'_>) -> Result<(), StoreError>;
        let cases: [(&str, Verb, Outcome); 4] = [
            ("kept", |tx| crate::outlets::add_outlet(tx, "a", "a.example", None).map(drop), Outcome::Committed),
            ("given up", |_| Err(StoreError::GivenUp), Outcome::Nothing),
            ("stopped in a panic", |_| panic!("on purpose"), Outcome::Nothing),
            (
                "without room",
                |tx| crate::outlets::add_outlet(tx, &"x".repeat(90_000), "x.example", None).map(drop),
                Outcome::Nothing,
            ),
        ];
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path()).unwrap();
        disk_with_room_for(&store, 1);
        for (what, verb, want) in cases {
            let (told, outcome) = mpsc::channel();
            let answer = store.write_blocking(move |tx| {
                tx.when_ended(move |outcome| told.send(outcome).unwrap());
                verb(tx)
            });
            // Before the caller hears of the transaction, it has been told.
            assert_eq!(outcome.try_recv(), Ok(want), "{what}");
            assert_eq!(answer.is_ok(), want == Outcome::Committed, "{what}");
        }
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
        assert!(matches!(&full, StoreError::DiskFull { database } if database.ends_with("replate.db")), "{full}");
        assert!(full.is_transient());
        let listed = store.read_blocking(crate::outlets::list_outlets).unwrap();
        assert!(listed.iter().any(|outlet| outlet.domain == "ledger.example"));

        disk_with_room_for(&store, 100);
        let next = add("tribune.example".into()).unwrap();
        assert_eq!(next.0 as usize, listed.len() + 1, "an id that was not kept was not given");
    }
}
