//! What was read and captured before, fetched from the store and the archive when a conclusion needs it.

use archive::Reader;
use extract::Memory;
use news::{CaptureId, Exchange, Reading, Version};
use store::{Due, Store, Tx};

use crate::pages;
use crate::recover::exchange_of;
use crate::watcher::WatchError;

/// Earlier readings and captures.
pub(crate) struct Shelf {
    pub(crate) store: Store,
    pub(crate) archive: Reader,
}

/// What a version says, read again.
pub(crate) struct Again {
    pub(crate) reading: Reading,
    /// Whether it is not recorded yet.
    pub(crate) is_new: bool,
}

impl Again {
    /// The version as it is by this reading. What that alone changes is nobody's edit.
    pub(crate) fn of(&self, version: &Version) -> Version {
        version.read_again(&self.reading)
    }
}

impl Shelf {
    /// What a version says, as its reader read it; where that is not recorded, by the newest reading that is.
    pub(crate) fn reading_of(&self, version: &Version) -> Result<Reading, WatchError> {
        let (capture, reader, epoch) = (version.capture, version.reader.clone(), version.epoch);
        let load = move |tx: &mut Tx<'_>| match store::readings::find_reading(tx, capture, &reader, epoch)? {
            Some(reading) => Ok(reading),
            None => store::readings::load_reading(tx, capture),
        };
        Ok(self.store.read_blocking(load)?)
    }

    /// What a version says, read by this reader with a memory.
    fn reading_by(&self, version: &Version, memory: &Memory) -> Result<Again, WatchError> {
        let (capture, epoch) = (version.capture, memory.epoch());
        let alike = move |tx: &mut Tx<'_>| store::readings::find_reading(tx, capture, extract::READER, epoch);
        if let Some(reading) = self.store.read_blocking(alike)? {
            return Ok(Again { reading, is_new: false });
        }
        match self.capture(capture)? {
            Some(exchange) => Ok(Again { reading: pages::read(&exchange, memory).0, is_new: true }),
            // A capture whose body the keep rule dropped cannot be read again; versions keep theirs.
            None => Ok(Again { reading: self.reading_of(version)?, is_new: false }),
        }
    }

    /// The newest reading that shows a version: its own, or that of a later look with another surface.
    pub(crate) fn newest_reading(&self, version: &Version, due: &Due) -> Result<Reading, WatchError> {
        let own = self.reading_of(version)?;
        let Some(payload) = due.payload.as_ref().map(|p| p.id).filter(|id| *id != version.capture) else {
            return Ok(own);
        };
        let (reader, epoch) = (own.reader.clone(), own.epoch);
        let later = self.store.read_blocking(move |tx| store::readings::find_reading(tx, payload, &reader, epoch))?;
        Ok(later.filter(|r| r.text_digest() == own.text_digest()).unwrap_or(own))
    }

    /// What all versions say, read by this reader with a memory, so that both sides of every comparison are read
    /// alike.
    pub(crate) fn read_again(&self, versions: &[Version], memory: &Memory) -> Result<Vec<Again>, WatchError> {
        versions.iter().map(|version| self.reading_by(version, memory)).collect()
    }

    /// What came back at a capture, from the archive.
    fn capture(&self, id: CaptureId) -> Result<Option<Exchange>, WatchError> {
        let row = self.store.read_blocking(move |tx| store::captures::find_capture(tx, id))?;
        match row {
            Some(row) => exchange_of(&self.archive.read(&row.place)?, &self.archive, &self.store),
            None => Ok(None),
        }
    }
}
