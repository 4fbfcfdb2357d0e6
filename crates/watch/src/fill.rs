//! Older versions become searchable: those that were there before the index of search was.

use std::time::Duration;

use store::{Filled, Store, StoreError};

/// Versions of one transaction: a tenth of a second, for which visits wait.
const AT_A_TIME: u32 = 100;
/// Between two transactions, so that visits come first.
const PAUSE: Duration = Duration::from_millis(20);
/// Versions after which progress is told.
const TELL_AFTER: usize = 10_000;

/// Indexes what is not indexed yet, in small pieces, and tells how far it is. Stopped in the middle, the next call goes
/// on where it was.
pub(crate) async fn fill(store: &Store) -> Result<(), StoreError> {
    let (mut all, mut told) = (0, 0);
    while let Filled::Added(some) = store.write(|tx| store::search::fill(tx, AT_A_TIME)).await? {
        if all == 0 {
            tracing::info!("versions from before there was search are being indexed");
        }
        all += some;
        if all >= told + TELL_AFTER {
            told = all;
            tracing::info!(versions = all, "older versions indexed so far");
        }
        tokio::time::sleep(PAUSE).await;
    }
    if all > 0 {
        tracing::info!(versions = all, "all older versions can be searched now");
    }
    Ok(())
}
