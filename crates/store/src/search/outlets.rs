//! Which outlets a filter names.

use news::{Outlet, OutletId};
use text::search::{Phrase, index_tokens};

use crate::{StoreError, Tx, outlets};

/// Outlets that one search may be limited to; who names more wants to name them better.
const MOST: usize = 50;

/// Why a filter names no outlet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoOutlet {
    /// None is called so.
    Unknown(String),
    /// So many are.
    Vague(String, usize),
}

/// The outlets that the words name: by domain, or else by a part of the domain or of the name. None: all.
pub(crate) fn named(tx: &mut Tx<'_>, words: &[String]) -> Result<Result<Vec<OutletId>, NoOutlet>, StoreError> {
    if words.is_empty() {
        return Ok(Ok(Vec::new()));
    }
    let all = outlets::list_outlets(tx)?;
    let mut ids = Vec::new();
    for word in words {
        let lower = word.to_lowercase();
        let exact: Vec<&Outlet> = all.iter().filter(|outlet| outlet.domain == lower).collect();
        let meant = if exact.is_empty() { all.iter().filter(|outlet| has(outlet, &lower)).collect() } else { exact };
        match meant.len() {
            0 => return Ok(Err(NoOutlet::Unknown(word.clone()))),
            count if count > MOST => return Ok(Err(NoOutlet::Vague(word.clone(), count))),
            _ => ids.extend(meant.iter().map(|outlet| outlet.id)),
        }
    }
    ids.sort_unstable();
    ids.dedup();
    Ok(Ok(ids))
}

fn has(outlet: &Outlet, word: &str) -> bool {
    let in_name = || Phrase::of(word).is_some_and(|phrase| phrase.is_in(&index_tokens(&outlet.name)));
    outlet.domain.contains(word) || in_name()
}
