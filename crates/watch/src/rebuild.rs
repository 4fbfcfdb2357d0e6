//! Rebuilding: a database that was lost is made again of the archive and the ledger.
//!
//! Captures go through the ordinary conclusion, in the order in which they were archived, and what the operator
//! decided takes effect between them when it was decided. Ids are those that captures and deeds carry, so a
//! capture, a change and its GUID have the names that they had.
//!
//! What nothing was archived of cannot come back: looks that failed, articles that were never looked at, what
//! only a feed told of an article, and looks whose body the keep rule has dropped.

use std::collections::BTreeSet;

use archive::{Archived, Kept, Ledger};
use jiff::Timestamp;
use news::{Act, ArticleId, Deed, Outlet, OutletId};
use store::{LedgerMark, NewArticle, Store, StoreError, Tx};

use crate::batch::{Looked, Recorder};
use crate::deeds::take_effect;
use crate::recover::exchange_of;
use crate::watcher::{Stages, WatchError};

/// What a rebuilding has done, and what it could not do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rebuilt {
    /// Captures that are recorded again.
    pub captures: u64,
    /// Deeds of the ledger that took effect.
    pub deeds: u64,
    /// Deeds that name what is not here any more, or that this program does not know.
    pub deeds_left: u64,
    /// Outlets that no deed names: they are called by the host of their articles.
    pub nameless: BTreeSet<OutletId>,
    /// Captures whose body the keep rule has dropped: what they showed cannot be read again.
    pub dropped: u64,
    /// Places of archive or ledger that cannot be read.
    pub unreadable: u64,
    /// Articles whose address is another's by now: their captures are left in the archive.
    pub unplaced: BTreeSet<ArticleId>,
}

/// Records all that archive and ledger hold in a store that was begun to be rebuilt. *A crash* leaves a store that knows
/// how far it is; the same call goes on there.
///
/// `tell` hears how many bytes of the archive are done, of how many.
///
/// # Errors
/// When archive or ledger cannot be read or the store cannot record.
pub async fn rebuild(stages: &Stages, tell: impl Fn(u64, u64)) -> Result<Rebuilt, WatchError> {
    let mut rebuilt = Rebuilt::default();
    let recorder = Recorder::new(stages.clone(), "rebuild".to_owned());
    let total = stages.reader.disk()?.iter().map(|segment| segment.bytes).sum();
    let mut decided = Decided::read(stages)?;
    rebuilt.unreadable += decided.damaged;
    let mut done = 0;
    let end = stages.store.read(store::visits::archive_end).await?;
    for found in stages.reader.since(end)? {
        let (place, archived) = match found {
            Ok(found) => found,
            Err(error) => {
                tracing::debug!(%error, "a place in the archive cannot be read");
                rebuilt.unreadable += 1;
                continue;
            }
        };
        done += place.length;
        tell(done, total);
        decided.until(Some(archived.at), &stages.store)?;
        let (id, at) = (archived.id, archived.at);
        if !placed(&archived, &stages.store, &mut rebuilt)? {
            continue;
        }
        let due = stages.store.read(move |tx| store::agenda::load_due(tx, id.article)).await?;
        if due.look_number > id.look {
            continue;
        }
        let Some(exchange) = exchange_of(&archived, &stages.reader, &stages.store)? else {
            rebuilt.dropped += 1;
            continue;
        };
        let due = store::Due { look_number: id.look, ..due };
        recorder.record_archived(vec![(Looked { due, at, outcome: Ok(exchange) }, place)]).await?;
        rebuilt.captures += 1;
    }
    decided.until(None, &stages.store)?;
    // Some may have been named only after they were seen.
    rebuilt.nameless.retain(|id| !decided.names(*id));
    (rebuilt.deeds, rebuilt.deeds_left) = decided.once_more(&stages.store)?;
    Ok(rebuilt)
}

/// The deeds of a ledger, and which of them have taken effect.
struct Decided {
    deeds: Vec<(u64, Deed)>,
    next: usize,
    unknown: u64,
    damaged: u64,
}

impl Decided {
    fn read(stages: &Stages) -> Result<Self, WatchError> {
        let ledger: &Ledger = &stages.ledger;
        let mark = stages.store.read_blocking(store::deeds::ledger_mark)?;
        let mut decided = Self { deeds: Vec::new(), next: 0, unknown: 0, damaged: 0 };
        for record in ledger.read()? {
            match record.kept {
                Kept::Deed(deed) => decided.deeds.push((record.end, deed)),
                Kept::Unknown(_) => decided.unknown += 1,
                Kept::Damage(_) => decided.damaged += 1,
            }
        }
        let known = mark.map_or(0, |mark| mark.bytes);
        decided.next = decided.deeds.iter().take_while(|(end, _)| *end <= known).count();
        Ok(decided)
    }

    /// Lets those take effect that were decided by `at`, or all that are left.
    fn until(&mut self, at: Option<Timestamp>, store: &Store) -> Result<(), WatchError> {
        while let Some((end, deed)) = self.deeds.get(self.next) {
            if at.is_some_and(|at| deed.at > at) {
                break;
            }
            let (deed, mark) = (deed.clone(), LedgerMark { bytes: *end, at: deed.at });
            store.write_blocking(move |tx| {
                take_effect(tx, &deed)?;
                keep_id(tx, &deed)?;
                store::deeds::set_ledger_mark(tx, mark)
            })?;
            self.next += 1;
        }
        Ok(())
    }

    /// Whether a deed names an outlet.
    fn names(&self, outlet: OutletId) -> bool {
        self.deeds.iter().any(|(_, deed)| matches!(deed.act, Act::OutletAdded { id, .. } if id == outlet))
    }

    /// All of them again, in their order: what one names may not have been there before. Returns how many took effect, and
    /// how many could not.
    fn once_more(&self, store: &Store) -> Result<(u64, u64), WatchError> {
        let deeds: Vec<Deed> = self.deeds.iter().map(|(_, deed)| deed.clone()).collect();
        let all = deeds.len() as u64;
        let done = store.write_blocking(move |tx| {
            let mut done = 0;
            for deed in &deeds {
                done += u64::from(take_effect(tx, deed)?);
            }
            Ok(done)
        })?;
        Ok((done, all - done + self.unknown))
    }
}

/// What is withdrawn or merged and was never captured keeps its id from others: they would be so with it.
fn keep_id(tx: &mut Tx<'_>, deed: &Deed) -> Result<(), StoreError> {
    match deed.act {
        Act::Withdrawn { article, .. } => store::articles::was_given(tx, article),
        Act::Merged { article, into, .. } => {
            store::articles::was_given(tx, article)?;
            store::articles::was_given(tx, into)
        }
        _ => Ok(()),
    }
}

/// Makes the article of a capture, and its outlet, if they are not there. `false`: its address is another article's.
fn placed(archived: &Archived, store: &Store, rebuilt: &mut Rebuilt) -> Result<bool, WatchError> {
    let (id, at) = (archived.id.article, archived.at);
    let url = archived.answers.first().map(|answer| answer.url.clone()).unwrap_or_default();
    let placing = move |tx: &mut Tx<'_>| {
        match store::articles::load_article(tx, id) {
            Ok(_) => return Ok((true, false)),
            Err(StoreError::NoSuchArticle(_)) => {}
            Err(error) => return Err(error),
        }
        let Ok(key) = discover::address::key(&url) else { return Ok((false, false)) };
        let nameless = !outlet_is_there(tx, id.outlet, &url)?;
        let new = NewArticle { key, url, title: None, published_at: None, feed: None };
        Ok((store::articles::put_article(tx, id, &new, at, at)? == id, nameless))
    };
    // Most captures are of articles that are there: that is asked without waiting for the disk.
    let there = store.read_blocking(move |tx| match store::articles::load_article(tx, id) {
        Ok(_) => Ok(true),
        Err(StoreError::NoSuchArticle(_)) => Ok(false),
        Err(error) => Err(error),
    })?;
    if there {
        return Ok(true);
    }
    let (placed, nameless) = store.write_blocking(placing)?;
    if nameless {
        rebuilt.nameless.insert(id.outlet);
    }
    if !placed {
        rebuilt.unplaced.insert(id);
    }
    Ok(placed)
}

/// Whether an outlet was there; if not, it is made, and called by the domain of an address of its articles.
fn outlet_is_there(tx: &mut Tx<'_>, id: OutletId, url: &str) -> Result<bool, StoreError> {
    match store::outlets::load_outlet(tx, id) {
        Err(StoreError::NoSuchOutlet(_)) => {}
        found => return found.map(|_| true),
    }
    let domain = discover::address::domain(url).unwrap_or_default();
    let taken = domain.is_empty() || store::outlets::find_outlet(tx, &domain)?.is_some();
    // An article may stand at another outlet's domain; the outlet that watches it has its own.
    let domain = if taken { format!("outlet-{id}.invalid") } else { domain };
    store::outlets::put_outlet(tx, &Outlet { id, name: domain.clone(), domain, homepage: None })?;
    Ok(false)
}
