//! The open end of the last segment: written, then kept or taken back.

use std::fs::{File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::PathBuf;

use crate::ArchiveError;

/// The segment that is being written.
///
/// Between [`TailFile::begin`] and [`TailFile::commit`] bytes are written behind the good ones;
/// if anything fails, they are cut off again.
#[derive(Debug)]
pub(crate) struct TailFile {
    file: File,
    path: PathBuf,
    /// Bytes that are committed.
    good: u64,
    /// Bytes written behind them.
    fresh: u64,
    /// Whether something may stand behind the good bytes that does not belong there.
    unsettled: bool,
    /// Bytes that still fit on the disk; only tests set it.
    #[cfg(test)]
    pub(crate) room: Option<u64>,
}

impl TailFile {
    /// Opens the file, all of which must be good, or makes it.
    pub(crate) fn open(path: PathBuf) -> Result<Self, ArchiveError> {
        let opened = OpenOptions::new().write(true).create(true).truncate(false).open(&path);
        let file = opened.map_err(ArchiveError::write(&path, 1))?;
        let good = file.metadata().map_err(ArchiveError::io("open", &path))?.len();
        Ok(Self {
            file,
            path,
            good,
            fresh: 0,
            unsettled: false,
            #[cfg(test)]
            room: None,
        })
    }

    /// Bytes that are committed.
    pub(crate) fn bytes(&self) -> u64 {
        self.good
    }

    /// Goes to the end of the good bytes, and gives it.
    pub(crate) fn begin(&mut self) -> Result<u64, ArchiveError> {
        if self.unsettled {
            self.file.set_len(self.good).map_err(ArchiveError::io("cut", &self.path))?;
            self.unsettled = false;
        }
        self.fresh = 0;
        self.file.seek(SeekFrom::Start(self.good)).map_err(ArchiveError::io("write", &self.path))
    }

    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), ArchiveError> {
        self.write_all(bytes).map_err(ArchiveError::write(&self.path, self.fresh + bytes.len() as u64))?;
        self.fresh += bytes.len() as u64;
        Ok(())
    }

    /// Makes what was written durable. Only then does it belong to the segment.
    pub(crate) fn commit(&mut self) -> Result<(), ArchiveError> {
        self.file.sync_data().map_err(ArchiveError::write(&self.path, self.fresh))?;
        self.good += self.fresh;
        self.fresh = 0;
        Ok(())
    }

    /// Cuts off what was not committed. If even that fails, the next [`TailFile::begin`] tries
    /// again, and the repair at the next start does it at the latest.
    pub(crate) fn roll_back(&mut self) {
        self.unsettled = self.file.set_len(self.good).and_then(|()| self.file.sync_data()).is_err();
    }

    #[cfg(not(test))]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)
    }

    /// As on a disk with so much room: what fits is written, then the system refuses.
    #[cfg(test)]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let fits = self.room.map_or(bytes.len(), |room| bytes.len().min(room as usize));
        self.file.write_all(&bytes[..fits])?;
        self.room = self.room.map(|room| room - fits as u64);
        if fits < bytes.len() { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    }
}
