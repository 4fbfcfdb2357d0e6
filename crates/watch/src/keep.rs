//! The keep rule and the disk budget: bodies that founded no version are dropped in time, or for want of room. Their
//! heads and digests stay.

use archive::{ArchiveError, Keep, Sweeper};
use jiff::Timestamp;
use store::DiskBudget;

use crate::watcher::{Stages, WatchError};

/// Sweeps every segment that is due by the keep rule, oldest first; then, while the folder takes more than its budget,
/// further closed ones, as if the rule were [`Keep::Versions`].
///
/// *A crash between the two steps* leaves both files of a segment, and the next sweep gives the
/// same moves again: the archive's documents say what each step leaves.
///
/// # Errors
/// When the archive or the store cannot be written; what was swept before stays swept. A full disk is none: the
/// looks that it hinders tell of it, and an hour later there may be room to sweep.
pub(crate) fn sweep(
    stages: &Stages,
    keep: Keep,
    budget: Option<&DiskBudget>,
    now: Timestamp,
) -> Result<(), WatchError> {
    match swept(stages, keep, budget, now) {
        Err(WatchError::Archive(full @ ArchiveError::DiskFull { .. })) => {
            tracing::warn!("the keep rule could not be applied: {full}");
            Ok(())
        }
        done => done,
    }
}

fn swept(stages: &Stages, keep: Keep, budget: Option<&DiskBudget>, now: Timestamp) -> Result<(), WatchError> {
    let sweeper = lock(stages).sweeper();
    while one(stages, &sweeper, keep, now)? {}
    let Some(budget) = budget else { return Ok(()) };
    let mut taken = budget.taken()?;
    while taken > budget.bytes && one(stages, &sweeper, Keep::Versions, now)? {
        taken = budget.taken()?;
    }
    if taken > budget.bytes {
        tracing::warn!(
            taken_bytes = taken,
            budget_bytes = budget.bytes,
            "the store takes more than disk_budget, and nothing more may be dropped; give it more room"
        );
    }
    Ok(())
}

/// Sweeps the oldest segment that is due; `false`: there is none, or somebody copies the archive.
fn one(stages: &Stages, sweeper: &Sweeper, keep: Keep, now: Timestamp) -> Result<bool, WatchError> {
    // A capture that cannot be asked about is kept.
    let needed = |id| stages.store.read_blocking(move |tx| store::captures::needs_body(tx, id)).unwrap_or(true);
    // While the archive is copied nothing of it is deleted; the next sweep does what is left now.
    let Some(_turn) = sweeper.turn()? else { return Ok(false) };
    let Some(swept) = sweeper.sweep(keep, now, needed)? else { return Ok(false) };
    let freed = swept.bytes_before.saturating_sub(swept.bytes_after);
    let moved = swept.moved.clone();
    stages.store.write_blocking(move |tx| store::captures::move_captures(tx, &moved))?;
    sweeper.finish(&swept)?;
    tracing::info!(segment = swept.from, freed_bytes = freed, "the keep rule went through a segment");
    Ok(true)
}

fn lock(stages: &Stages) -> std::sync::MutexGuard<'_, archive::Archive> {
    stages.archive.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
