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
    /// Another process holds the folder, or the database.
    #[error("{held} is held by another process{}; stop it first, or name another store with --dir or --store", pid_words(*pid))]
    Held {
        /// The folder or the database.
        held: String,
        /// The other process, where it has told its id.
        pid: Option<u32>,
    },
    /// There is no database to read.
    #[error("there is no Replate store in {location}; `replate add URL` makes one")]
    NoStore {
        /// The folder, or the server's database.
        location: String,
    },
    /// There is an archive, and no database to read: a new one would give the names of its captures to other articles.
    #[error(
        "{dir} holds an archive, but its database {database} is missing or empty; name the right one with --store, restore \
         a backup, or make it again of the archive with `replate rebuild`"
    )]
    DatabaseLost {
        /// The folder.
        dir: String,
        /// Where the database should be.
        database: String,
    },
    /// The database that was in the folder has been moved elsewhere.
    #[error("the store in {location} was moved to another database; name that one with --store")]
    Moved {
        /// The folder.
        location: String,
    },
    /// The database is being made again out of the archive.
    #[error("the database of {location} is being rebuilt; `replate rebuild` goes on with that and ends it")]
    Unfinished {
        /// The folder.
        location: String,
    },
    /// What should become a store is one already.
    #[error("{location} holds something already; name an empty place, or move away what is there")]
    NotEmpty {
        /// The folder, or the server's database.
        location: String,
    },
    /// A store is to be moved to where it is.
    #[error("the store is in {location} already; name another place with --to")]
    SamePlace {
        /// The database.
        location: String,
    },
    /// A copy of a store is not what it was made of.
    #[error("the copy of the table {table} differs from the original; nothing was put in its place, try again")]
    CopyDiffers {
        /// The table.
        table: String,
    },
    /// An address that is none of a database. It is not repeated: it may hold a password.
    #[error(
        "that is no address of a database: {why}; it looks like postgres://USER:PASSWORD@HOST/DATABASE, with %xx for special letters"
    )]
    BadAddress {
        /// What is wrong with it.
        why: String,
    },
    /// The server is not there, or went away. Nothing that was recorded is lost.
    #[error("the database at {database} is not answering ({message}); nothing recorded is lost")]
    Unreachable {
        /// The database.
        database: String,
        /// What was met.
        message: String,
    },
    /// The server does not let us in, or not do that.
    #[error("the database at {database} refuses: {message}; check the user, the password and the rights")]
    Denied {
        /// The database.
        database: String,
        /// What the server said.
        message: String,
    },
    /// The server has no such database.
    #[error("{database} names a database that is not there; `createdb` makes one")]
    NoDatabase {
        /// The database.
        database: String,
    },
    /// The way to the server cannot be encrypted, or the server cannot prove who it is.
    #[error(
        "no trusted way to {database} ({message}); name its authority with sslrootcert=FILE, or write sslmode=disable where the network is your own"
    )]
    NotTrusted {
        /// The database.
        database: String,
        /// What was met.
        message: String,
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
    #[error("the disk that holds {database} is full; make room, nothing already recorded is lost")]
    DiskFull {
        /// The database.
        database: String,
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
    #[error("{database} stayed busy for {} s; try again", crate::file::BUSY_SECONDS)]
    Busy {
        /// The database.
        database: String,
    },
    /// The database is damaged, or not a database of Replate's.
    #[error(
        "{database} is damaged, or no database of Replate's ({what}); restore a backup, or move it away: `replate rebuild` then makes it again of the archive"
    )]
    Damaged {
        /// The database.
        database: String,
        /// What was found.
        what: String,
    },
    /// A statement took longer than it may.
    #[error("the database took too long to answer; try again, or ask for less")]
    TimedOut,
    /// The store was opened for reading only.
    #[error(
        "the store may not be written by this user; to be read, too, a database in a file needs a folder that may be: give \
         this user the rights, or run as the one who watches"
    )]
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
    /// An id that is to be given again belongs to something else.
    #[error("the id {id} belongs to something else in this database")]
    OtherId {
        /// The id.
        id: String,
    },
    /// Whoever asked for the transaction gave it up.
    #[error("the transaction was given up")]
    GivenUp,
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
        matches!(
            self,
            Self::Busy { .. } | Self::DiskFull { .. } | Self::Held { .. } | Self::Unreachable { .. } | Self::TimedOut
        )
    }

    /// The finding behind an error of SQLite's while it ran `statement` on the database at `path`.
    pub(crate) fn of_sqlite(error: &rusqlite::Error, path: &Path, statement: &'static str) -> Self {
        use rusqlite::ErrorCode as Code;
        let database = path.display().to_string();
        let message = error.to_string();
        match error.sqlite_error_code() {
            Some(Code::DiskFull) => Self::DiskFull { database },
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Busy { database },
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => Self::Damaged { database, what: message },
            Some(Code::ReadOnly) => Self::ReadOnly,
            Some(Code::OperationInterrupted) => Self::TimedOut,
            // SQLite says no more than that something failed when it cannot make its shared memory.
            Some(Code::SystemIoFailure | Code::CannotOpen) if crate::file::is_full(path) => Self::DiskFull { database },
            Some(Code::SystemIoFailure | Code::CannotOpen | Code::PermissionDenied) => {
                Self::Io { path: path.to_owned(), source: std::io::Error::other(message) }
            }
            _ => Self::Refused { statement, message },
        }
    }

    /// The finding behind an error of PostgreSQL's while it ran `statement` on `database`.
    pub(crate) fn of_server(error: &postgres::Error, database: &str, statement: &'static str) -> Self {
        let database = database.to_owned();
        let Some(told) = error.as_db_error() else { return Self::of_connection(error, database, statement) };
        let message = told.message().to_owned();
        match told.code().code() {
            "53100" => Self::DiskFull { database },
            "55P03" | "40001" | "40P01" => Self::Busy { database },
            "25006" => Self::ReadOnly,
            "57014" => Self::TimedOut,
            "3D000" => Self::NoDatabase { database },
            "28000" | "28P01" | "42501" => Self::Denied { database, message },
            "XX001" | "XX002" => Self::Damaged { database, what: message },
            // Out of connections, shutting down, starting up, cut by an administrator, any failure of the line.
            "53300" | "57P01" | "57P02" | "57P03" | "57P05" | "25P03" => Self::Unreachable { database, message },
            code if code.starts_with("08") => Self::Unreachable { database, message },
            _ => Self::Refused { statement, message },
        }
    }

    /// The finding behind an error that the server did not tell of.
    fn of_connection(error: &postgres::Error, database: String, statement: &'static str) -> Self {
        use std::error::Error as _;
        let words = error.to_string();
        let message = error.source().map_or_else(|| words.clone(), ToString::to_string);
        if words.starts_with("error performing TLS handshake") {
            return Self::NotTrusted { database, message };
        }
        if words.starts_with("authentication error") || words.starts_with("invalid configuration") {
            return Self::Denied { database, message };
        }
        let io = error.source().is_some_and(|source| source.is::<std::io::Error>());
        if io || error.is_closed() || words.starts_with("error connecting") || words.starts_with("timeout") {
            return Self::Unreachable { database, message };
        }
        Self::Refused { statement, message: words }
    }

    /// The operating system's refusal at `path`; a full disk is told apart.
    pub(crate) fn of_io(source: std::io::Error, path: &Path) -> Self {
        match source.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => {
                Self::DiskFull { database: path.display().to_string() }
            }
            _ => Self::Io { path: path.to_owned(), source },
        }
    }
}

fn pid_words(pid: Option<u32>) -> String {
    pid.map(|pid| format!(" (process {pid})")).unwrap_or_default()
}
