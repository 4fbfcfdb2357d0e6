//! Upkeep: a store kept for years. Backups of it while it is written, what is restored of them, and whether it
//! can be trusted.
//!
//! Joins `store` and `archive`: neither is a copy of a store without the other. Start at [`backup`], then
//! [`restore`] and [`verify`]; [`examine`] and [`reindex`] stand by themselves.
//!
//! # A backup
//! is a folder: `manifest.json`, the database in one SQLite file, the archive's segments, what else the archive's
//! folder holds, and the configuration. The manifest names each file with its length and SHA-256, and is written
//! last: until its rename the folder holds the backup that it held before.
//!
//! The database is copied first, as it is at one instant; then the archive, exactly as far as that database knows
//! it. Those bytes never change, so a segment that the folder holds already is not copied again, and one that has
//! grown is only continued: of a file, a manifest vouches for its first `bytes` bytes and is silent on what follows.
//! While files are copied the keep rule has no turn.
//!
//! Deliberately absent: a clock (the time is an argument), compression (segments are compressed, and a database
//! inside a file system that compresses needs none), and any way to another machine: copy the folder.

mod backup;
mod disk;
mod error;
mod examine;
mod files;
mod findings;
mod manifest;
mod reindex;
mod restore;

pub use backup::{Backed, Source, backup};
pub use disk::Room;
pub use error::UpkeepError;
pub use examine::examine;
pub use findings::{Finding, Part, State};
pub use manifest::{Listed, Manifest};
pub use reindex::reindex;
pub use restore::{Restored, restore, verify};

/// What a long work has done so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress<'a> {
    /// What is done now, as in "copying archive/segment-000001.warc.gz".
    pub doing: &'a str,
    /// Parts done, of `total`.
    pub done: u64,
    /// Parts in all: bytes of a file, rows or pages of a database.
    pub total: u64,
}
