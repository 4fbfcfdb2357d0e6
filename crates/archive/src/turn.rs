//! Whose turn it is: the keep rule's, which deletes files, or somebody's who copies them.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use crate::ArchiveError;

/// The name of the file in the archive's folder that is locked.
const NAME: &str = "turn.lock";

/// While it lives, nobody else has the turn: no segment is swept while another process copies them, and none is
/// copied while it is swept. The system ends the turn of a process that has ended.
#[derive(Debug)]
pub struct Turn {
    _lock: File,
}

impl Turn {
    /// Takes the turn in `dir`, waiting for whoever has it: at most until one segment is swept.
    ///
    /// # Errors
    /// [`ArchiveError::Io`] if the file of the lock cannot be made.
    pub fn wait(dir: &Path) -> Result<Self, ArchiveError> {
        let lock = open(dir)?;
        lock.lock().map_err(ArchiveError::io("lock", &dir.join(NAME)))?;
        Ok(Self { _lock: lock })
    }

    /// Takes the turn in `dir` if nobody has it.
    ///
    /// # Errors
    /// As [`Self::wait`].
    pub fn take(dir: &Path) -> Result<Option<Self>, ArchiveError> {
        let lock = open(dir)?;
        match lock.try_lock() {
            Ok(()) => Ok(Some(Self { _lock: lock })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(ArchiveError::io("lock", &dir.join(NAME))(error)),
        }
    }
}

fn open(dir: &Path) -> Result<File, ArchiveError> {
    let path = dir.join(NAME);
    let opened = OpenOptions::new().write(true).create(true).truncate(false).open(&path);
    opened.map_err(ArchiveError::io("open", &path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_one_turn() {
        let dir = tempfile::tempdir().expect("a folder");
        let turn = Turn::wait(dir.path()).expect("it is free");
        assert!(Turn::take(dir.path()).expect("a folder").is_none(), "somebody has it");
        drop(turn);
        assert!(Turn::take(dir.path()).expect("a folder").is_some(), "it is free again");
    }
}
