//! Deeds: what the operator decides, written to the ledger and then done.
//!
//! One transaction of the store does a deed: it is tried there, written to the ledger, waited for on the
//! disk, and then committed together with how far the ledger has taken effect. *A crash before the ledger
//! has it*: nothing was decided. *After it, before the commit*: [`catch_up`] does the deed at the next
//! opening, by the same [`take_effect`]. Every deed may be done again. If the commit fails and nothing of it is
//! kept, as on a full disk, the ledger's record is cut off again before anybody else can read it.
//!
//! Writers of a store take turns, so deeds stand in the ledger in the order in which they took effect.

use std::sync::{Arc, Mutex, PoisonError};

use archive::{Appended, ArchiveError, DeedRecord, Kept, Ledger, reaches};
use jiff::{SignedDuration, Timestamp};
use news::{Act, ArticleId, Deed, Feed, FeedState, Halt, Merge, Outlet, Subject};
use store::withdrawals::Restored;
use store::{LedgerMark, NewArticle, Outcome, Store, StoreError, Tx, Withdrawal, articles};

/// Why a deed could not be done.
#[derive(Debug, thiserror::Error)]
pub enum DeedError {
    /// The ledger cannot keep it: it was not decided.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// The store cannot do it: it was not decided.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The ledger lacks what is decided in the store: it was cut off or lost, or is another's. Nothing is decided until
    /// it is put back or written again ([`crate::rewrite_ledger`]).
    #[error(
        "the ledger (archive/ledger.warc.gz) does not hold all that was decided in this database, so nothing more is \
         decided: it was cut off or lost, or is another's. Put it back from a backup; if there is none, `replate doctor \
         --repair` writes it again of what the database knows"
    )]
    Astray,
    /// The store could not take it up, or nobody knows whether it has; the ledger keeps it.
    #[error("it is decided, and takes effect at the latest when the store is next opened; now {0}")]
    Decided(#[source] StoreError),
}

impl DeedError {
    /// What the store met, if it did.
    pub fn of_store(&self) -> Option<&StoreError> {
        match self {
            Self::Archive(_) | Self::Astray => None,
            Self::Store(error) | Self::Decided(error) => Some(error),
        }
    }
}

/// What catching up has done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CaughtUp {
    /// Deeds that took effect now.
    pub done: usize,
    /// Deeds that this program does not know, or that name what is not in the store. They stay in the ledger.
    pub left: usize,
    /// Places of the ledger that cannot be read; some deeds may not have taken effect.
    pub damaged: usize,
    /// The ledger lacks what is decided in the store ([`DeedError::Astray`]); nothing was done.
    pub astray: bool,
}

/// Where decisions are made: the store in which they take effect, the ledger that has them first, and who makes them.
#[derive(Clone)]
pub struct Desk {
    /// Where they take effect.
    pub store: Store,
    /// Where they are written.
    pub ledger: Ledger,
    /// Who decides.
    pub by: String,
}

impl Desk {
    /// Decides in one transaction what is to be done, writes it to the ledger and does it.
    ///
    /// `verb` may use the store and gives back its answer and the acts; they are done afterwards, in their order.
    /// Deeds of the ledger that have not taken effect yet do so first.
    ///
    /// # Errors
    /// What `verb` returns, what an act meets that cannot be done, and what the ledger or the commit meets; then
    /// nothing was decided. Only [`DeedError::Decided`] leaves the deeds in the ledger.
    pub async fn decide<T: Send + 'static>(
        &self,
        now: Timestamp,
        verb: impl FnOnce(&mut Tx<'_>) -> Result<(T, Vec<Act>), StoreError> + Send + 'static,
    ) -> Result<T, DeedError> {
        let failed = Failed::default();
        let decided = self.store.write(self.transaction(now, verb, failed.clone())).await;
        explained(decided, &failed)
    }

    /// [`Desk::decide`] for commands without a runtime.
    ///
    /// # Errors
    /// As [`Desk::decide`].
    pub fn decide_blocking<T: Send + 'static>(
        &self,
        now: Timestamp,
        verb: impl FnOnce(&mut Tx<'_>) -> Result<(T, Vec<Act>), StoreError> + Send + 'static,
    ) -> Result<T, DeedError> {
        let failed = Failed::default();
        let decided = self.store.write_blocking(self.transaction(now, verb, failed.clone()));
        explained(decided, &failed)
    }

    fn transaction<T: Send + 'static>(
        &self,
        now: Timestamp,
        verb: impl FnOnce(&mut Tx<'_>) -> Result<(T, Vec<Act>), StoreError> + Send + 'static,
        failed: Failed,
    ) -> impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static {
        let (ledger, by) = (self.ledger.clone(), self.by.clone());
        move |tx| {
            let (_, last) = caught_up(tx, &ledger, &failed)?;
            let (answer, acts) = verb(tx)?;
            if acts.is_empty() {
                return Ok(answer);
            }
            if let Some(mark) = store::deeds::ledger_mark(tx)? {
                must_reach(&ledger.read().map_err(|error| give_up(&failed, error))?, mark, &failed)?;
            }
            let at = after(last, now);
            let deeds: Vec<Deed> = acts.into_iter().map(|act| Deed { at, by: by.clone(), act }).collect();
            for deed in &deeds {
                done(tx, deed)?;
            }
            // No deed can be refused any more, and from here on they are decided if this process dies.
            let appended = ledger.append(&deeds).map_err(|error| give_up(&failed, error))?;
            let mark = LedgerMark { bytes: appended.end(), at };
            tx.when_ended(move |outcome| settle(appended, outcome, &failed));
            store::deeds::set_ledger_mark(tx, mark)?;
            Ok(answer)
        }
    }
}

/// Does what the ledger holds and the store has not done yet. Nothing is written if there is nothing.
///
/// # Errors
/// When the ledger cannot be read or the store cannot be written.
pub fn catch_up(store: &Store, ledger: &Ledger) -> Result<CaughtUp, DeedError> {
    let mark = store.read_blocking(store::deeds::ledger_mark)?;
    if ledger.bytes()? == mark.map_or(0, |mark| mark.bytes) {
        return Ok(CaughtUp::default());
    }
    let failed = Failed::default();
    let (ledger, kept) = (ledger.clone(), failed.clone());
    match explained(store.write_blocking(move |tx| caught_up(tx, &ledger, &kept).map(|(caught, _)| caught)), &failed) {
        Err(DeedError::Astray) => Ok(CaughtUp { astray: true, ..CaughtUp::default() }),
        caught => caught,
    }
}

/// Does one deed by the ordinary verbs. Safe to repeat, as long as all that came after it are repeated too.
/// `false`: this program cannot do it, or what it names is not in the store; nothing was done.
///
/// A withdrawal takes effect on what is not there yet.
///
/// # Errors
/// When the store cannot be written.
pub fn take_effect(tx: &mut Tx<'_>, deed: &Deed) -> Result<bool, StoreError> {
    match done(tx, deed) {
        Ok(()) => Ok(true),
        Err(
            StoreError::NoSuchOutlet(_)
            | StoreError::NoSuchFeed(_)
            | StoreError::NoSuchArticle(_)
            | StoreError::NotAnAddress(_)
            | StoreError::OtherId { .. },
        ) => Ok(false),
        Err(error) => Err(error),
    }
}

fn done(tx: &mut Tx<'_>, Deed { at, by, act }: &Deed) -> Result<(), StoreError> {
    use store::{feeds, halts, merges, outlets, withdrawals};
    let (at, by) = (*at, Some(by.clone()));
    let halt = |removed| Halt { removed, at, by: by.clone().unwrap_or_default() };
    match act.clone() {
        Act::OutletAdded { id, name, domain, homepage } => {
            let id = outlets::put_outlet(tx, &Outlet { id, name, domain, homepage })?;
            halts::bring_back(tx, Subject::Outlet(id))
        }
        Act::FeedAdded { id, kind, url, title, include, exclude } => {
            let id =
                feeds::put_feed(tx, &Feed { id, kind, url, title, include, exclude, state: FeedState::default() }, at)?;
            halts::bring_back(tx, Subject::Feed(id))
        }
        Act::ArticleAdded { id, url, title } => {
            let key = discover::address::key(&url).map_err(|_| StoreError::NotAnAddress(url.clone()))?;
            let new = NewArticle { key, url, title, published_at: None, feed: None };
            let id = articles::put_article(tx, id, &new, at, at)?;
            halts::bring_back(tx, Subject::Article(id))
        }
        Act::FiltersSet { feed, include, exclude } => feeds::set_filters(tx, feed, &include, &exclude),
        Act::Paused { subject } => halts::halt(tx, subject, &halt(false)),
        Act::Removed { subject } => halts::halt(tx, subject, &halt(true)),
        Act::Resumed { subject } => halts::resume(tx, subject),
        Act::Withdrawn { article, version, reason, legal } => {
            withdrawals::withdraw(tx, &Withdrawal { article, version, at, reason, legal, by, restored: None })
        }
        Act::Reinstated { article, version, reason } => {
            withdrawals::restore(tx, article, version, &Restored { at, by, reason: Some(reason) })
        }
        Act::Merged { article, url, into, into_url, reason } => {
            be_there(tx, into, into_url, at)?;
            be_there(tx, article, url, at)?;
            merges::merge(tx, article, &Merge { into, at, by: by.unwrap_or_default(), reason })
        }
        Act::Unmerged { article } => merges::unmerge(tx, article, at),
    }
}

/// What a transaction of deeds has met besides the store's error.
#[derive(Debug)]
enum Met {
    /// The ledger could not be read or written.
    Ledger(ArchiveError),
    /// The ledger lacks what is decided in the store.
    Astray,
    /// The ledger keeps the deeds, whatever the store does.
    Decided,
}

type Failed = Arc<Mutex<Option<Met>>>;

/// Takes the deeds back if the store keeps nothing of them. This is the last that is done under the ledger's lock.
fn settle(appended: Appended, outcome: Outcome, failed: &Failed) {
    let taken_back = outcome == Outcome::Nothing
        && appended.take_back().inspect_err(|error| tracing::warn!(%error, "the ledger keeps a deed")).is_ok();
    if !taken_back {
        met(failed, Met::Decided);
    }
}

/// Makes an article that is not there under its id. A merge may name one of which nothing was archived yet, and a
/// database that is made again would take its address for a new one.
fn be_there(tx: &mut Tx<'_>, id: ArticleId, url: String, at: Timestamp) -> Result<(), StoreError> {
    match articles::load_article(tx, id) {
        Err(StoreError::NoSuchArticle(_)) => {}
        found => return found.map(drop),
    }
    let key = discover::address::key(&url).map_err(|_| StoreError::NotAnAddress(url.clone()))?;
    let new = NewArticle { key, url, title: None, published_at: None, feed: None };
    articles::put_article(tx, id, &new, at, at).map(drop)
}

/// Does the deeds behind the mark and moves the mark. A mark that is the end of no record stays where it is, and
/// nothing is decided: what the ledger lost would be shown again by whoever makes a database of it.
fn caught_up(tx: &mut Tx<'_>, ledger: &Ledger, failed: &Failed) -> Result<(CaughtUp, Option<Timestamp>), StoreError> {
    let mark = store::deeds::ledger_mark(tx)?;
    let bytes = ledger.bytes().map_err(|error| give_up(failed, error))?;
    if mark.map_or(0, |mark| mark.bytes) == bytes {
        return Ok((CaughtUp::default(), mark.map(|mark| mark.at)));
    }
    let records = ledger.read().map_err(|error| give_up(failed, error))?;
    mark.map_or(Ok(()), |mark| must_reach(&records, mark, failed))?;
    let (mut caught, mut last) = (CaughtUp::default(), mark.map(|mark| mark.at));
    let (mut end, mut torn) = (mark.map_or(0, |mark| mark.bytes), 0);
    for record in records.iter().skip_while(|record| mark.is_some_and(|mark| record.end <= mark.bytes)) {
        match &record.kept {
            Kept::Damage(_) => {
                torn += 1;
                continue;
            }
            Kept::Deed(deed) => {
                last = last.max(Some(deed.at));
                match take_effect(tx, deed)? {
                    true => caught.done += 1,
                    false => caught.left += 1,
                }
            }
            Kept::Unknown(_) => caught.left += 1,
        }
        // What nothing stands behind is a torn tail: it was never acknowledged.
        caught.damaged += std::mem::take(&mut torn);
        end = record.end;
    }
    if let Some(at) = last.filter(|_| mark.map(|mark| mark.bytes) != Some(end)) {
        store::deeds::set_ledger_mark(tx, LedgerMark { bytes: end, at })?;
    }
    Ok((caught, last))
}

/// Gives up if the ledger lacks what has taken effect: what is appended to it would hide that.
fn must_reach(records: &[DeedRecord], mark: LedgerMark, failed: &Failed) -> Result<(), StoreError> {
    if reaches(records, mark.bytes) {
        return Ok(());
    }
    met(failed, Met::Astray);
    Err(StoreError::GivenUp)
}

/// `now`, but after every deed before: their order is told by their times, too. In microseconds, as the store keeps it.
fn after(last: Option<Timestamp>, now: Timestamp) -> Timestamp {
    let now = Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now);
    let next = last.and_then(|last| last.checked_add(SignedDuration::from_micros(1)).ok());
    next.map_or(now, |next| next.max(now))
}

fn give_up(failed: &Failed, error: ArchiveError) -> StoreError {
    met(failed, Met::Ledger(error));
    StoreError::GivenUp
}

fn met(failed: &Failed, what: Met) {
    *failed.lock().unwrap_or_else(PoisonError::into_inner) = Some(what);
}

fn explained<T>(result: Result<T, StoreError>, failed: &Failed) -> Result<T, DeedError> {
    result.map_err(|error| match failed.lock().unwrap_or_else(PoisonError::into_inner).take() {
        Some(Met::Ledger(error)) => DeedError::Archive(error),
        Some(Met::Astray) => DeedError::Astray,
        Some(Met::Decided) => DeedError::Decided(error),
        None => DeedError::Store(error),
    })
}
