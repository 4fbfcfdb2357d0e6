//! What can go wrong with the archive, and where.

use std::io;
use std::path::{Path, PathBuf};

/// Why the archive could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// The disk, or the share of it that we may use, is full. The archive is as it was before.
    #[error("no room on the disk for {path}: at least {needed} bytes more are needed")]
    DiskFull {
        /// The file that was being written.
        path: PathBuf,
        /// Bytes that were about to be written; the rest of the batch may need more.
        needed: u64,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// The system refused something else.
    #[error("cannot {action} {path}")]
    Io {
        /// What was tried, as a verb: "open", "write", …
        action: &'static str,
        /// On which file or folder.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// The bytes at a place are not a capture of ours.
    #[error("{path} is damaged at byte {offset}")]
    Damaged {
        /// The segment.
        path: PathBuf,
        /// The first byte of the capture that cannot be read.
        offset: u64,
        /// What is wrong with it.
        #[source]
        fault: Fault,
    },
    /// A capture is larger than the reader would take back.
    #[error("capture {name} has {bytes} bytes in one answer; the archive takes {limit}")]
    TooLarge {
        /// Which capture, or which poll.
        name: String,
        /// Bytes of the largest answer.
        bytes: u64,
        /// The most that is taken.
        limit: u64,
    },
}

impl ArchiveError {
    /// Whether the same call may succeed later without a change on our side.
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::DiskFull { .. } | Self::Io { .. })
    }

    pub(crate) fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { action, path: path.to_owned(), source }
    }

    /// The error of a write of `needed` bytes: a full disk is told apart from the rest.
    pub(crate) fn write(path: &Path, needed: u64) -> impl FnOnce(io::Error) -> Self {
        use io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
        move |source| match source.kind() {
            StorageFull | QuotaExceeded | FileTooLarge => Self::DiskFull { path: path.to_owned(), needed, source },
            _ => Self::Io { action: "write", path: path.to_owned(), source },
        }
    }
}

/// What is wrong with a record, or with the records of one capture.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The bytes end before the record does.
    #[error("the record is cut short")]
    CutShort,
    /// There is no gzip member with its length in the header, as we write them.
    #[error("no gzip member of ours begins here")]
    NotOurMember,
    /// The compressed bytes, or their check sum, are wrong.
    #[error("the compressed bytes cannot be unpacked")]
    Unpack(#[source] io::Error),
    /// The first line is no `WARC/…`.
    #[error("no WARC record begins here")]
    NotARecord,
    /// A line of the header is not `name: value`.
    #[error("a line of the record header is not \"name: value\"")]
    BadField,
    /// A field that the record needs is missing, or has a value that is none.
    #[error("the field {0} is missing or wrong")]
    Field(&'static str),
    /// The header or block is larger than the limit.
    #[error("a record part of {bytes} bytes is larger than the limit of {limit}")]
    TooLarge {
        /// Its size as announced or as read so far.
        bytes: u64,
        /// The limit.
        limit: u64,
    },
    /// Something other than two line ends follows the block.
    #[error("the record does not end where its length says")]
    BadEnd,
    /// The block does not have the digest that the header gives.
    #[error("the block does not match its digest")]
    Digest,
    /// The records do not make up one capture: some are missing, doubled or of another capture.
    #[error("the records do not make up one capture")]
    Incomplete,
}
