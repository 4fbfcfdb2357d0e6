//! How far the ledger has taken effect here. What its deeds do is in the other modules.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{StoreError, Tx, meta};

/// How far the ledger has taken effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerMark {
    /// The first byte of the ledger behind the last deed that has.
    pub bytes: u64,
    /// When that deed was done: the next one is later.
    pub at: Timestamp,
}

/// How far the ledger has taken effect; `None`: nowhere yet.
pub fn ledger_mark(tx: &mut Tx<'_>) -> Result<Option<LedgerMark>, StoreError> {
    meta::ledger_mark(tx)
}

/// Notes how far it has, in the transaction in which it does.
///
/// # Cost
/// The commit waits for the disk.
pub fn set_ledger_mark(tx: &mut Tx<'_>, mark: LedgerMark) -> Result<(), StoreError> {
    tx.must_be_durable();
    meta::set_ledger_mark(tx, mark)
}
