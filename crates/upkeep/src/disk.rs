//! How much room a disk has.

use std::path::Path;

use crate::UpkeepError;

/// The room of the disk that a folder is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Bytes that this user may still write.
    pub free: u64,
    /// Bytes in all.
    pub total: u64,
}

impl Room {
    /// The room of the disk that `folder` is on.
    ///
    /// # Errors
    /// [`UpkeepError::Io`] if it is not there.
    pub fn on(folder: &Path) -> Result<Self, UpkeepError> {
        let told = rustix::fs::statvfs(folder).map_err(|e| UpkeepError::io(folder)(e.into()))?;
        Ok(Self {
            free: told.f_bavail.saturating_mul(told.f_frsize),
            total: told.f_blocks.saturating_mul(told.f_frsize),
        })
    }

    /// Whether less than a twentieth is free.
    pub const fn is_short(self) -> bool {
        self.free < self.total / 20
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disk_has_room() {
        let room = Room::on(&std::env::temp_dir()).expect("a folder");
        assert!(0 < room.free && room.free <= room.total, "{room:?}");
        assert!(Room::on(Path::new("/no/such/folder")).is_err());
        assert!(Room { free: 4, total: 100 }.is_short() && !Room { free: 5, total: 100 }.is_short());
    }
}
