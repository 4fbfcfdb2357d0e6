//! The keep rule: bodies that founded no version are dropped in time, their heads and digests stay.

use archive::Keep;
use jiff::Timestamp;

use crate::watcher::{Stages, WatchError};

/// Sweeps every segment that is due, oldest first.
///
/// *A crash between the two steps* leaves both files of a segment, and the next sweep gives the
/// same moves again: the archive's documents say what each step leaves.
///
/// # Errors
/// When the archive or the store cannot be written; what was swept before stays swept.
pub(crate) fn sweep(stages: &Stages, keep: Keep, now: Timestamp) -> Result<(), WatchError> {
    let sweeper = lock(stages).sweeper();
    // A capture that cannot be asked about is kept.
    let needed = |id| stages.store.read_blocking(move |tx| store::captures::needs_body(tx, id)).unwrap_or(true);
    loop {
        // While the archive is copied nothing of it is deleted; the next sweep does what is left now.
        let Some(_turn) = sweeper.turn()? else { return Ok(()) };
        let Some(swept) = sweeper.sweep(keep, now, needed)? else { return Ok(()) };
        let freed = swept.bytes_before.saturating_sub(swept.bytes_after);
        let moved = swept.moved.clone();
        stages.store.write_blocking(move |tx| store::captures::move_captures(tx, &moved))?;
        sweeper.finish(&swept)?;
        tracing::info!(segment = swept.from, freed_bytes = freed, "the keep rule went through a segment");
    }
}

fn lock(stages: &Stages) -> std::sync::MutexGuard<'_, archive::Archive> {
    stages.archive.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
