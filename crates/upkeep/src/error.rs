//! What can go wrong with a backup, and what to do about it.

use std::io;
use std::path::{Path, PathBuf};

/// Why a backup could not be made or restored. What was there before is as it was.
#[derive(Debug, thiserror::Error)]
pub enum UpkeepError {
    /// The folder for a backup holds something else.
    #[error("{} holds something that is no backup of Replate's; name a new folder", path.display())]
    NotOurs {
        /// The folder.
        path: PathBuf,
    },
    /// The folder is the store's own.
    #[error("{} is the store itself; name a folder elsewhere, best on another disk", path.display())]
    Itself {
        /// The folder.
        path: PathBuf,
    },
    /// Another process makes a backup in that folder.
    #[error("another backup is being made in {}; wait for it", path.display())]
    Busy {
        /// The folder.
        path: PathBuf,
    },
    /// The folder holds a backup of another store, or a damaged one of this.
    #[error(
        "{} is not what this store holds: the folder has a backup of another store, or a damaged one; name a new folder",
        path.display()
    )]
    OtherStore {
        /// The file that differs.
        path: PathBuf,
    },
    /// The store has lost files that it, or the backup, knows.
    #[error(
        "{} {what}: the store has lost what a backup is for. The backup before is as it was; `replate restore` makes a \
         store of it, to take what is missing from, and `replate doctor` tells more",
        path.display()
    )]
    StoreLacks {
        /// The store's file.
        path: PathBuf,
        /// How it is missed.
        what: &'static str,
    },
    /// There is no backup to restore.
    #[error("{} is no backup: it has no {}; `replate backup FOLDER` makes one", path.display(), crate::manifest::NAME)]
    NoBackup {
        /// The folder.
        path: PathBuf,
    },
    /// The manifest cannot be understood.
    #[error("{} cannot be understood ({what}); restore an earlier backup", path.display())]
    BadManifest {
        /// The manifest.
        path: PathBuf,
        /// What is wrong.
        what: String,
    },
    /// A file of the backup is missing, cut, or has other bytes.
    #[error("{} is damaged ({what}); nothing was restored: try an earlier backup or another copy of this one", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        what: &'static str,
    },
    /// What was written does not read back as it should.
    #[error("{} does not read back as it was written; is the disk sound? The backup before this one is still good", path.display())]
    DoesNotReadBack {
        /// The file.
        path: PathBuf,
    },
    /// A store is where one is to be restored.
    #[error("{} holds a store already; name another folder with --dir, or move that one away first", path.display())]
    StoreIsThere {
        /// The folder.
        path: PathBuf,
    },
    /// The disk is full.
    #[error("no room on the disk for {}", path.display())]
    DiskFull {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The system refused something else.
    #[error("{} cannot be read or written", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The database could not be copied or restored.
    #[error(transparent)]
    Store(#[from] store::StoreError),
    /// The archive could not be read.
    #[error(transparent)]
    Archive(#[from] archive::ArchiveError),
}

impl UpkeepError {
    pub(crate) fn io(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                Self::DiskFull { path: path.to_owned(), source }
            }
            _ => Self::Io { path: path.to_owned(), source },
        }
    }
}
