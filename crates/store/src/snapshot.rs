//! A snapshot of a store's database in one file, taken while others write; and a store that is made of one.
//!
//! The file is a SQLite database, whatever the store's own is: pages as they are of a file, tables row by row
//! out of one `REPEATABLE READ` transaction of a server. Either way it is the database of one instant.

use std::path::{Path, PathBuf};

use news::Place;

use crate::connection::Connection;
use crate::copy::{Progress, Target, Work};
use crate::file::File;
use crate::location::Location;
use crate::server::Role;
use crate::store::beside;
use crate::{StoreError, folder, meta, migrate};

/// Under which name pages are told of while they are copied.
const PAGES: &str = "pages";

/// The end of the name of a database that is being restored.
const RESTORING: &str = "db.restoring";

/// Writes the database of the store at `from`, as it is at this instant, into a new file at `to`, checks it, and
/// returns the archive record up to which it knows the archive. Whoever holds the store goes on meanwhile.
///
/// Blocks; not to be called inside an asynchronous runtime. What stands at `to` is replaced.
///
/// # Errors
/// [`StoreError::NoStore`], [`StoreError::CopyDiffers`], [`StoreError::Damaged`], [`StoreError::DiskFull`], and those of
/// [`crate::Store::open_reader`].
pub fn snapshot(from: &Location, to: &Path, tell: &mut dyn FnMut(Progress)) -> Result<Option<Place>, StoreError> {
    let mut source = beside(from, Role::Reader)?;
    folder::remove_database(to)?;
    let end = match &mut source {
        Connection::File(_) => source.transact(|tx| {
            // The first statement fixes what the transaction sees.
            let end = meta::archive_end(tx)?;
            if let Connection::File(file) = tx.connection() {
                file.copy_pages(to, &mut |done, total| tell(Progress { table: PAGES, verifying: false, done, total }))?;
            }
            Ok(end)
        })?,
        Connection::Server(_) => {
            let mut target = Connection::File(Box::new(File::open(to, true, true)?));
            migrate::migrate(&mut target)?;
            let mut work = Work::new(tell);
            source.transact(|tx| {
                let end = meta::archive_end(tx)?;
                work.copy_verified(tx, &mut target)?;
                Ok(end)
            })?
        }
    };
    make_one_file(to)?;
    Ok(end)
}

/// Brings a database into its one file, checks it and makes it durable.
fn make_one_file(path: &Path) -> Result<(), StoreError> {
    let mut connection = Connection::File(Box::new(File::open(path, true, false)?));
    connection.make_whole()?;
    must_be_whole(&connection)?;
    drop(connection);
    std::fs::File::open(path).and_then(|file| file.sync_all()).map_err(|e| StoreError::of_io(e, path))
}

fn must_be_whole(connection: &Connection) -> Result<(), StoreError> {
    match connection.quick_check()?.into_iter().next() {
        Some(what) => Err(StoreError::Damaged { database: connection.database().to_owned(), what }),
        None => Ok(()),
    }
}

/// A place without a store, held for one that is being restored.
pub struct Vacancy {
    location: Location,
    _lock: std::fs::File,
}

impl Vacancy {
    /// Takes the place: its folder, made if it is missing, is held until this is dropped.
    ///
    /// # Errors
    /// [`StoreError::NotEmpty`] if a database is there, [`StoreError::Held`], [`StoreError::Moved`], and those of reaching a
    /// server.
    pub fn claim(location: &Location) -> Result<Self, StoreError> {
        let lock = folder::hold(&location.dir)?;
        let database = folder::database(&location.dir);
        if location.server.is_none() {
            folder::must_not_have_moved(&location.dir)?;
            if database.exists() {
                return Err(StoreError::NotEmpty { location: database.display().to_string() });
            }
        } else {
            // Asks the server whether the schema is empty; what was prepared is prepared again when it is filled.
            drop(Target::prepare(location)?);
        }
        Ok(Self { location: location.clone(), _lock: lock })
    }

    /// Where the file that [`snapshot`] has written is to be copied to.
    pub fn incoming(&self) -> PathBuf {
        folder::database(&self.location.dir).with_extension(RESTORING)
    }

    /// Makes the file at [`Self::incoming`] the store's database: brought up to this program's version, checked,
    /// and only then under its name. On a server its rows are copied and compared; the file is removed.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], [`StoreError::NewerSchema`], [`StoreError::CopyDiffers`], [`StoreError::DiskFull`]; there is no
    /// store then.
    pub fn fill(self, tell: &mut dyn FnMut(Progress)) -> Result<(), StoreError> {
        let incoming = self.incoming();
        let mut source = Connection::File(Box::new(File::open(&incoming, true, false)?));
        must_be_whole(&source)?;
        if migrate::version(&mut source)? == 0 {
            return Err(StoreError::NoStore { location: incoming.display().to_string() });
        }
        migrate::migrate(&mut source)?;
        if self.location.server.is_some() {
            let mut target = Target::prepare(&self.location)?;
            let mut work = Work::new(tell);
            source.transact(|tx| work.copy_verified(tx, &mut target.connection))?;
            target.take_place()?;
            drop(source);
            return folder::remove_database(&incoming);
        }
        drop(source);
        make_one_file(&incoming)?;
        let database = folder::database(&self.location.dir);
        folder::remove_beside(&database)?;
        std::fs::rename(&incoming, &database).map_err(|e| StoreError::of_io(e, &incoming))?;
        folder::sync(&self.location.dir)
    }
}
