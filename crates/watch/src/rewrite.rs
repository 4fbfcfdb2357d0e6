//! A ledger that was cut off or lost, written again of what the database knows.

use archive::{Kept, Ledger, reaches};
use jiff::Timestamp;
use news::{Act, ArticleId, Deed};
use store::{LedgerMark, Store, StoreError, Tx};

use crate::deeds::DeedError;

/// Appends what stands in the store to a ledger that lacks some of it, and gives the number of deeds; 0: it lacks
/// nothing. What it still holds stays: every deed may be done again, in their order.
///
/// What was decided and taken back since is not in a database, nor is who added what: that stays lost.
///
/// # Errors
/// When ledger or store cannot be read or written; then the ledger is as it was.
pub fn rewrite_ledger(store: &Store, ledger: &Ledger, by: &str, now: Timestamp) -> Result<usize, DeedError> {
    let records = ledger.read()?;
    let mark = store.read_blocking(store::deeds::ledger_mark)?;
    let Some(mark) = mark.filter(|mark| !reaches(&records, mark.bytes)) else { return Ok(0) };
    let kept =
        records.iter().filter_map(|record| if let Kept::Deed(deed) = &record.kept { Some(deed.at) } else { None });
    let last = kept.chain([mark.at, now]).max().unwrap_or(now);
    let by = by.to_owned();
    let deeds = store.read_blocking(move |tx| standing(tx, &by, last))?;
    let appended = ledger.append(&deeds)?;
    let mark =
        LedgerMark { bytes: appended.end(), at: deeds.iter().map(|deed| deed.at).chain([last]).max().unwrap_or(last) };
    let noted = store.write_blocking(move |tx| store::deeds::set_ledger_mark(tx, mark));
    drop(appended);
    noted.map(|()| deeds.len()).map_err(DeedError::Decided)
}

/// All that is decided and stands. Halts, withdrawals and merges with who decided them and when.
fn standing(tx: &mut Tx<'_>, by: &str, now: Timestamp) -> Result<Vec<Deed>, StoreError> {
    let mut deeds = Vec::new();
    let again = |act| Deed { at: now, by: by.to_owned(), act };
    for outlet in store::outlets::list_outlets(tx)? {
        let id = outlet.id;
        deeds.push(again(Act::OutletAdded { id, name: outlet.name, domain: outlet.domain, homepage: outlet.homepage }));
        for feed in store::feeds::list_feeds(tx, id)? {
            deeds.push(again(Act::FeedAdded {
                id: feed.id,
                kind: feed.kind,
                url: feed.url,
                title: feed.title,
                include: feed.include,
                exclude: feed.exclude,
            }));
        }
    }
    for (subject, halt) in store::halts::list_halts(tx)? {
        let act = if halt.removed { Act::Removed { subject } } else { Act::Paused { subject } };
        deeds.push(Deed { at: halt.at, by: halt.by, act });
    }
    for (article, merge) in store::merges::all_merges(tx)? {
        let (url, into_url) = (address(tx, article)?, address(tx, merge.into)?);
        let act = Act::Merged { article, url, into: merge.into, into_url, reason: merge.reason };
        deeds.push(Deed { at: merge.at, by: merge.by, act });
    }
    for w in store::withdrawals::standing_withdrawals(tx)? {
        let act = Act::Withdrawn { article: w.article, version: w.version, reason: w.reason, legal: w.legal };
        deeds.push(Deed { at: w.at, by: w.by.unwrap_or_else(|| by.to_owned()), act });
    }
    Ok(deeds)
}

fn address(tx: &mut Tx<'_>, id: ArticleId) -> Result<String, StoreError> {
    store::articles::load_article(tx, id).map(|(article, _)| article.url)
}
