//! The index of search made again, of the versions that are there.

use store::{Filled, Store};

use crate::{Progress, UpkeepError};

/// Versions of one transaction, for which a watcher beside it waits.
const AT_A_TIME: u32 = 100;

/// Empties the index of search and makes it again; nothing else is changed. Returns how many versions it holds.
///
/// *A crash* leaves an index that knows how far it is: the next watcher goes on, or the same call begins again.
///
/// # Errors
/// When the store cannot be written.
pub fn reindex(store: &Store, tell: &mut dyn FnMut(Progress<'_>)) -> Result<u64, UpkeepError> {
    let total = store.read_blocking(|tx| store::status::status(tx, jiff::Timestamp::UNIX_EPOCH))?.total.versions;
    store.write_blocking(store::search::empty)?;
    let mut done = 0;
    while let Filled::Added(some) = store.write_blocking(|tx| store::search::fill(tx, AT_A_TIME))? {
        done += some as u64;
        tell(Progress { doing: "indexing versions", done, total });
    }
    Ok(done)
}
