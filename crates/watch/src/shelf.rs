//! What was read and captured before, fetched from the store and the archive when a conclusion needs it.

use archive::Reader;
use news::{CaptureId, Exchange, Reading, Version};
use store::{Due, Store};

use crate::pages;
use crate::recover::exchange_of;
use crate::watcher::WatchError;

/// Earlier readings and captures.
pub(crate) struct Shelf {
    pub(crate) store: Store,
    pub(crate) archive: Reader,
}

impl Shelf {
    /// What a version says, as it was read when it was recorded.
    pub(crate) fn reading_of(&self, version: &Version) -> Result<Reading, WatchError> {
        let capture = version.capture;
        Ok(self.store.read_blocking(move |tx| store::readings::load_reading(tx, capture))?)
    }

    /// What a version says, read by the same reader and with the same memory as `like`.
    pub(crate) fn reading_by(&self, version: &Version, like: &Reading) -> Result<Reading, WatchError> {
        let recorded = self.reading_of(version)?;
        if recorded.reader == like.reader && recorded.epoch == like.epoch {
            return Ok(recorded);
        }
        // A capture whose body the keep rule dropped cannot be read again; versions keep theirs.
        Ok(self.capture(version.capture)?.map_or(recorded, |exchange| pages::read(&exchange)))
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

    /// The versions as the reader of `like` reads their captures, so that both sides of every
    /// comparison are read alike. What that alone changes is nobody's edit.
    pub(crate) fn reread(&self, versions: &[Version], like: &Reading) -> Result<Vec<Version>, WatchError> {
        let again = |version: &Version| -> Result<Version, WatchError> {
            let reading = self.reading_by(version, like)?;
            Ok(Version {
                text_digest: reading.text_digest(),
                parts_digest: reading.parts_digest(),
                reader: reading.reader,
                epoch: reading.epoch,
                ..version.clone()
            })
        };
        versions.iter().map(again).collect()
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
