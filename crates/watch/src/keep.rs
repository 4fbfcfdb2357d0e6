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
    while one(stages, &sweeper, keep, now)? == Step::Swept {}
    let Some(budget) = budget else { return Ok(()) };
    let mut taken = budget.taken()?;
    while taken > budget.bytes {
        match one(stages, &sweeper, Keep::Versions, now)? {
            Step::Swept => taken = budget.taken()?,
            Step::Waits => return Ok(()),
            Step::Nothing => {
                tracing::warn!(
                    taken_bytes = taken,
                    budget_bytes = budget.bytes,
                    "the store takes more than disk_budget, and nothing more may be dropped; give it more room"
                );
                return Ok(());
            }
        }
    }
    Ok(())
}

/// What came of trying to sweep a segment.
#[derive(PartialEq, Eq)]
enum Step {
    Swept,
    /// None is due.
    Nothing,
    /// While the archive is copied nothing of it is deleted; the next sweep does what is left now.
    Waits,
}

/// Sweeps the oldest segment that is due.
fn one(stages: &Stages, sweeper: &Sweeper, keep: Keep, now: Timestamp) -> Result<Step, WatchError> {
    // A capture that cannot be asked about is kept.
    let needed = |id| stages.store.read_blocking(move |tx| store::captures::needs_body(tx, id)).unwrap_or(true);
    let Some(_turn) = sweeper.turn()? else { return Ok(Step::Waits) };
    let Some(swept) = sweeper.sweep(keep, now, needed)? else { return Ok(Step::Nothing) };
    let freed = swept.bytes_before.saturating_sub(swept.bytes_after);
    let moved = swept.moved.clone();
    stages.store.write_blocking(move |tx| store::captures::move_captures(tx, &moved))?;
    sweeper.finish(&swept)?;
    tracing::info!(segment = swept.from, freed_bytes = freed, "the keep rule went through a segment");
    Ok(Step::Swept)
}

fn lock(stages: &Stages) -> std::sync::MutexGuard<'_, archive::Archive> {
    stages.archive.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
