//! What can go wrong in a store, and what to do about it.

use std::path::{Path, PathBuf};

use news::{ArticleId, CaptureId, FeedId, OutletId};

/// Why a store could not be opened, or a verb could not be done.
///
/// A transaction that ends in an error has changed nothing, with one exception: [`StoreError::Io`] while
/// waiting for the disk leaves it committed, and every verb that waits for the disk may be repeated.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Another process holds the folder.
    #[error("{} is held by another process{}; stop it first, or name another folder with --dir", dir.display(), pid_words(*pid))]
    Held {
        /// The folder.
        dir: PathBuf,
        /// The other process, where it has told its id.
        pid: Option<u32>,
    },
    /// There is no database to read.
    #[error("there is no Replate store in {}; `replate add URL` makes one", dir.display())]
    NoStore {
        /// The folder.
        dir: PathBuf,
    },
    /// The database was written by a newer Replate.
    #[error("the database is of version {found}, this Replate knows versions up to {known}; use the newer Replate")]
    NewerSchema {
        /// The version of the database.
        found: u32,
        /// The newest version that this program knows.
        known: u32,
    },
    /// The database is of an older version, and this opening may not migrate it.
    #[error("the database is of version {found}, this Replate needs {known}; `replate watch` or `run` brings it up")]
    OlderSchema {
        /// The version of the database.
        found: u32,
        /// The version that is needed.
        known: u32,
    },
    /// A migration in the database is not the one that this program knows by that number.
    #[error("migration {number} of the database is another one than this Replate's; is it a build of your own?")]
    OtherMigration {
        /// The migration's number.
        number: u32,
    },
    /// The disk is full. Nothing of the transaction was kept.
    #[error("the disk that holds {} is full; make room, nothing already recorded is lost", path.display())]
    DiskFull {
        /// The database.
        path: PathBuf,
    },
    /// The operating system refused to read or write.
    #[error("cannot read or write {}: {source}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Another process kept the database busy beyond the time limit.
    #[error("{} stayed busy for {} s; try again", path.display(), crate::dialect::BUSY_SECONDS)]
    Busy {
        /// The database.
        path: PathBuf,
    },
    /// The database is damaged, or not a database of Replate's.
    #[error("{} is damaged, or no database of Replate's ({what}); restore a copy of it", path.display())]
    Damaged {
        /// The database.
        path: PathBuf,
        /// What was found.
        what: String,
    },
    /// The store was opened for reading only.
    #[error("the store was opened for reading only")]
    ReadOnly,
    /// The closure of a transaction panicked; the transaction is rolled back.
    #[error("a transaction stopped in a panic and was rolled back: {message}")]
    Panicked {
        /// What the panic said.
        message: String,
    },
    /// The threads of the store have ended.
    #[error("the store is closed")]
    Closed,
    /// An outlet that must exist does not.
    #[error("there is no outlet {0}")]
    NoSuchOutlet(OutletId),
    /// A feed that must exist does not.
    #[error("there is no feed {0}")]
    NoSuchFeed(FeedId),
    /// An article that must exist does not.
    #[error("there is no article {0}")]
    NoSuchArticle(ArticleId),
    /// A reading that must exist does not.
    #[error("capture {0} has not been read")]
    NoSuchReading(CaptureId),
    /// An address that is to be looked at has no host.
    #[error("`{0}` is not an address that can be looked at; give one like https://news.example/story")]
    NotAnAddress(String),
    /// A visit says something that contradicts what is recorded.
    #[error("the visit {look} cannot be recorded: {what}")]
    Contradiction {
        /// The visit.
        look: CaptureId,
        /// What contradicts what.
        what: &'static str,
    },
    /// Any other refusal of the database.
    #[error("the database refused `{statement}`: {message}")]
    Refused {
        /// The name of the statement.
        statement: &'static str,
        /// What the database said.
        message: String,
    },
}

impl StoreError {
    /// Whether the same call may succeed later without a change on our side.
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::Busy { .. } | Self::DiskFull { .. } | Self::Held { .. })
    }

    /// The finding behind an error of SQLite's while it ran `statement` on the database at `path`.
    pub(crate) fn of_sqlite(error: &rusqlite::Error, path: &Path, statement: &'static str) -> Self {
        use rusqlite::ErrorCode as Code;
        let path = path.to_owned();
        let message = error.to_string();
        match error.sqlite_error_code() {
            Some(Code::DiskFull) => Self::DiskFull { path },
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Busy { path },
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => Self::Damaged { path, what: message },
            Some(Code::ReadOnly) => Self::ReadOnly,
            Some(Code::SystemIoFailure | Code::CannotOpen | Code::PermissionDenied) => {
                Self::Io { path, source: std::io::Error::other(message) }
            }
            _ => Self::Refused { statement, message },
        }
    }

    /// The operating system's refusal at `path`; a full disk is told apart.
    pub(crate) fn of_io(source: std::io::Error, path: &Path) -> Self {
        let path = path.to_owned();
        match source.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Self::DiskFull { path },
            _ => Self::Io { path, source },
        }
    }
}

fn pid_words(pid: Option<u32>) -> String {
    pid.map(|pid| format!(" (process {pid})")).unwrap_or_default()
}
