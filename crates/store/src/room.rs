//! What a store takes on the disk that its folder is on, and how much it may.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{StoreError, folder};

/// Bytes of the files in a store's folder, by what they are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Taken {
    /// The database with its log; nothing if it is on a server.
    pub database: u64,
    /// The archive's segments, parts of segments that are being written among them.
    pub segments: u64,
    /// The ledger of what was decided.
    pub ledger: u64,
    /// The rest: configuration, lock, what was cut off a torn archive, databases that were moved away.
    pub other: u64,
}

/// Where in a store's folder a file lies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Top,
    Archive,
    Deeper,
}

impl Taken {
    /// Measures the folder `dir`. A file that goes while it is measured counts nothing.
    ///
    /// # Errors
    /// [`StoreError::Io`] if a folder cannot be listed.
    ///
    /// # Cost
    /// Asks the system for the length of each file: some thousand of them in the largest store.
    pub fn of(dir: &Path) -> Result<Self, StoreError> {
        let mut taken = Self::default();
        taken.add(dir, Level::Top)?;
        Ok(taken)
    }

    /// All of it.
    pub const fn total(self) -> u64 {
        self.database + self.segments + self.ledger + self.other
    }

    fn add(&mut self, dir: &Path, level: Level) -> Result<(), StoreError> {
        for entry in fs::read_dir(dir).map_err(|e| StoreError::of_io(e, dir))? {
            let entry = entry.map_err(|e| StoreError::of_io(e, dir))?;
            let Ok(meta) = entry.metadata() else { continue };
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if meta.is_dir() {
                let archive = level == Level::Top && name == "archive";
                self.add(&entry.path(), if archive { Level::Archive } else { Level::Deeper })?;
                continue;
            }
            let is_cut_off = name.contains(".cut-at-");
            let counted = match level {
                Level::Archive if !is_cut_off && name.starts_with("segment-") => &mut self.segments,
                Level::Archive if !is_cut_off && name.starts_with("ledger.") => &mut self.ledger,
                Level::Top if folder::is_of_database(&name) => &mut self.database,
                _ => &mut self.other,
            };
            *counted += meta.len();
        }
        Ok(())
    }
}

/// The most that a store's folder may take. Where it takes more, bodies that founded no version go; evidence of versions,
/// heads and digests never does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiskBudget {
    /// The store's folder.
    pub dir: PathBuf,
    /// The most that it may take, in bytes.
    pub bytes: u64,
}

impl DiskBudget {
    /// What the folder takes now.
    ///
    /// # Errors
    /// As [`Taken::of`].
    pub fn taken(&self) -> Result<u64, StoreError> {
        Ok(Taken::of(&self.dir)?.total())
    }

    /// The share of it that `taken` bytes are, in percent, whole ones.
    pub const fn percent(&self, taken: u64) -> u64 {
        taken.saturating_mul(100) / if self.bytes == 0 { 1 } else { self.bytes }
    }

    /// Whether somebody should know: from nine tenths on.
    pub const fn is_short(&self, taken: u64) -> bool {
        self.percent(taken) >= 90
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_folder_is_counted_once() {
        let dir = tempfile::tempdir().unwrap();
        let files = [
            ("replate.db", 1),
            ("replate.db-wal", 2),
            ("replate.toml", 4),
            ("replate.db.moved", 8),
            ("archive/segment-000001.warc.gz", 16),
            ("archive/segment-000002-swept.warc.gz.part", 32),
            ("archive/ledger.warc.gz", 64),
            ("archive/segment-000002.warc.gz.cut-at-900-1", 128),
            ("deeper/replate.db", 256),
        ];
        for (name, bytes) in files {
            let path = dir.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, vec![0; bytes]).unwrap();
        }
        let taken = Taken::of(dir.path()).unwrap();
        assert_eq!(taken, Taken { database: 3, segments: 48, ledger: 64, other: 4 + 8 + 128 + 256 });
        assert_eq!(taken.total(), 511);
        assert!(Taken::of(&dir.path().join("none")).is_err());
    }

    #[test]
    fn a_budget_is_short_from_nine_tenths_on() {
        let budget = |bytes| DiskBudget { dir: PathBuf::new(), bytes };
        assert!(!budget(1_000).is_short(899) && budget(1_000).is_short(900) && budget(1_000).is_short(2_000));
        assert_eq!(budget(1_000).percent(2_000), 200);
        assert!(budget(0).is_short(1));
    }
}
