//! Re-reading: the captures that name versions are read by the newest reader with their outlet's newest memory.
//!
//! Nothing is renumbered or deleted. What the earlier reader alone had made becomes `reader_only`: its number and
//! address stay, and it is out of counts and lists; what a newer reader sees again is counted again. Changes keep their
//! GUIDs and are compared again, both sides read alike.
//!
//! Each article is recorded in one transaction: beside a running watcher and readers of the site, and *a crash* loses
//! those that were read and not recorded yet. What is recorded is not read again, so the same call goes on there.

use std::num::NonZeroU32;
use std::sync::Mutex;

use extract::Memory;
use jiff::Timestamp;
use news::{Article, ArticleId, CaptureId, ChangeState, PageKind, Reading, RecordedChange, Version, VersionKind};
use store::rereadings::{Compared, Otherwise, Reread};
use store::soundness::Range;
use store::{Store, StoreError, Tx};

use crate::compared::{compared, has_notice, tells_of};
use crate::shelf::Shelf;
use crate::watcher::WatchError;

/// Articles that are looked for, and read in parallel, at a time: their readings are in memory together.
const PIECE: u32 = 64;

/// What a re-reading has done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rereading {
    /// Articles read again.
    pub articles: u64,
    /// Their versions.
    pub versions: u64,
    /// What is otherwise now.
    pub otherwise: Otherwise,
    /// Articles left as they are, because the archive does not hold all of their captures any more.
    pub unreadable: u64,
    /// Articles left as they are, because something of them is withdrawn: another reading might show it.
    pub withheld: u64,
}

/// What became of an article.
enum Done {
    Read(Box<Reread>),
    Unreadable,
    Withheld,
}

/// Reads all articles again that were not read by the newest reader with their outlet's newest memory, on `jobs`
/// threads. `tell` hears how many articles are done, of how many.
///
/// # Errors
/// When the store or the archive cannot be read, or the store cannot be written.
pub fn reread(
    store: &Store,
    archive: &archive::Reader,
    jobs: usize,
    now: Timestamp,
    mut tell: impl FnMut(u64, u64),
) -> Result<Rereading, WatchError> {
    let shelf = Shelf { store: store.clone(), archive: archive.clone() };
    let mut done = Rereading::default();
    let mut stale = Vec::new();
    let mut range = Range::START;
    while let Some(next) = store.read_blocking(move |tx| range.next(tx, PIECE))? {
        range = next;
        stale.extend(
            store.read_blocking(move |tx| store::rereadings::stale_of(tx, next, extract::READER, compare::COMPARER))?,
        );
    }
    let total = stale.len() as u64;
    let mut told = 0;
    for piece in stale.chunks(PIECE as usize) {
        tell(told, total);
        for read in in_parallel(&shelf, piece, jobs)? {
            record(&shelf, read, now, &mut done)?;
        }
        told += piece.len() as u64;
    }
    tell(total, total);
    Ok(done)
}

fn record(shelf: &Shelf, read: Done, now: Timestamp, done: &mut Rereading) -> Result<(), WatchError> {
    let mut read = read;
    loop {
        let reread = match read {
            Done::Unreadable => {
                done.unreadable += 1;
                return Ok(());
            }
            Done::Withheld => {
                done.withheld += 1;
                return Ok(());
            }
            Done::Read(reread) => reread,
        };
        let (article, versions) = (reread.article, reread.versions.len() as u64);
        let otherwise = shelf.store.write_blocking(move |tx| store::rereadings::record_reread(tx, &reread, now))?;
        if let Some(otherwise) = otherwise {
            done.articles += 1;
            done.versions += versions;
            done.otherwise += otherwise;
            return Ok(());
        }
        // A look was recorded while it was read.
        read = again(shelf, article)?;
    }
}

/// The articles read again, in any order.
fn in_parallel(shelf: &Shelf, articles: &[ArticleId], jobs: usize) -> Result<Vec<Done>, WatchError> {
    let queue = Mutex::new(articles.iter());
    let next = || queue.lock().unwrap_or_else(std::sync::PoisonError::into_inner).next().copied();
    let work = || -> Result<Vec<Done>, WatchError> {
        let mut done = Vec::new();
        while let Some(article) = next() {
            done.push(again(shelf, article)?);
        }
        Ok(done)
    };
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..jobs.clamp(1, articles.len().max(1))).map(|_| scope.spawn(work)).collect();
        let mut all = Vec::with_capacity(articles.len());
        for worker in workers {
            match worker.join() {
                Ok(done) => all.extend(done?),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        Ok(all)
    })
}

/// An article read again.
fn again(shelf: &Shelf, article: ArticleId) -> Result<Done, WatchError> {
    let load = move |tx: &mut Tx<'_>| -> Result<_, StoreError> {
        let is_shown = !store::withdrawals::bear_on(tx, article)?;
        let (named, _) = store::articles::load_article(tx, article)?;
        let versions = store::agenda::load_due(tx, article)?.versions;
        let changes = store::changes::all_of(tx, article)?;
        Ok((is_shown, named, versions, changes, store::memories::epoch_of(tx, article.outlet)?))
    };
    let (is_shown, named, known, changes, epoch) = shelf.store.read_blocking(load)?;
    if !is_shown {
        return Ok(Done::Withheld);
    }
    let memory = Memory::from_bytes(&epoch).unwrap_or_default();
    let mut readings = Vec::with_capacity(known.len());
    for again in shelf.read_again(&known, &memory)? {
        if again.reading.reader != extract::READER || again.reading.epoch != memory.epoch() {
            return Ok(Done::Unreadable);
        }
        readings.push(again.reading);
    }
    let kinds = kinds(&known, &readings);
    let versions: Vec<(Version, Reading)> = known
        .iter()
        .zip(readings)
        .zip(kinds)
        .map(|((version, reading), (kind, returns_to))| {
            (Version { kind, returns_to, ..version.read_again(&reading) }, reading)
        })
        .collect();
    let mut changes: Vec<Compared> =
        changes.iter().filter_map(|change| compared_again(&named, change, &versions)).collect();
    tell_late(&mut changes, &versions);
    Ok(Done::Read(Box::new(Reread { article, known, versions, changes })))
}

/// Why each version is one, as it is read now, and to which it returns. The first stays one whatever it says.
fn kinds(versions: &[Version], readings: &[Reading]) -> Vec<(VersionKind, Option<NonZeroU32>)> {
    let digests: Vec<_> = readings.iter().map(|reading| (reading.text_digest(), reading.parts_digest())).collect();
    let mut kinds: Vec<(VersionKind, Option<NonZeroU32>)> = Vec::with_capacity(versions.len());
    let mut shown = 0;
    for (at, reading) in readings.iter().enumerate() {
        let is_article = match reading.page {
            PageKind::Article => true,
            PageKind::Walled => !reading.body.is_empty(),
            _ => false,
        };
        let kind = match (digests[at], digests[shown]) {
            _ if at == 0 => VersionKind::Text,
            (own, before) if !is_article || own == before => VersionKind::ReaderOnly,
            ((own, _), (before, _)) if own == before => VersionKind::PartsOnly,
            _ => VersionKind::Text,
        };
        let counted = |i: &usize| kinds[*i].0 != VersionKind::ReaderOnly;
        let alike = (0..at).filter(counted).find(|i| digests[*i] == digests[at]);
        let same_text = (0..at).filter(counted).find(|i| kind == VersionKind::Text && digests[*i].0 == digests[at].0);
        let returns_to = alike.or(same_text).filter(|_| kind != VersionKind::ReaderOnly).map(|i| versions[i].number);
        if kind != VersionKind::ReaderOnly {
            shown = at;
        }
        kinds.push((kind, returns_to));
    }
    kinds
}

/// A change with both sides as they are read now.
fn compared_again(article: &Article, known: &RecordedChange, versions: &[(Version, Reading)]) -> Option<Compared> {
    let side = |version: &Version| versions.iter().find(|(v, _)| v.capture == version.capture);
    let ((_, before), (to, after)) = (side(&known.from)?, side(&known.to)?);
    let state = match (to.kind, known.state) {
        (VersionKind::ReaderOnly, _) => ChangeState::ReaderOnly,
        (_, ChangeState::ReaderOnly) => ChangeState::Confirmed,
        (_, state) => state,
    };
    let change = compared(article, before, after, to.first_seen);
    let stealth = change.stealth;
    Some(Compared { from: known.from.capture, to: known.to.capture, change, state, stealth, told_look: None })
}

/// Lets notices of later changes tell of earlier ones.
fn tell_late(changes: &mut [Compared], versions: &[(Version, Reading)]) {
    let seen = |id: CaptureId| versions.iter().find(|(v, _)| v.capture == id).map(|(v, _)| v.first_seen);
    for later in 1..changes.len() {
        let (earlier, rest) = changes.split_at_mut(later);
        let Some((told, at)) = rest.first().zip(rest.first().and_then(|change| seen(change.to))) else { continue };
        for change in earlier.iter_mut().filter(|_| has_notice(&told.change)) {
            let untold = compare::told_later(&change.change, &told.change);
            let recent = seen(change.to).is_some_and(|seen| tells_of(seen, at));
            if let Some(untold) = untold.filter(|now| recent && change.stealth.is_none_or(|known| *now < known)) {
                (change.stealth, change.told_look) = (Some(untold), Some(told.to.look));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;
    use news::{Block, BlockKind, OutletId};

    use super::*;

    fn reading(text: &str) -> Reading {
        let (text, caption) = text.split_once('|').unwrap_or((text, ""));
        let page = if text.is_empty() { PageKind::SoftGone } else { PageKind::Article };
        let block = |(kind, text): (BlockKind, &str)| Block { kind, text: text.to_owned() };
        let body = [(BlockKind::Paragraph, text), (BlockKind::Caption, caption)].into_iter();
        Reading { page, body: body.filter(|(_, t)| !t.is_empty()).map(block).collect(), ..Reading::default() }
    }

    fn version(number: u32) -> Version {
        let at = Timestamp::UNIX_EPOCH + SignedDuration::from_hours(i64::from(number));
        let blank = reading("");
        Version {
            number: NonZeroU32::new(number).expect("from 1"),
            capture: CaptureId { article: ArticleId::new(OutletId(1), 1), look: number },
            kind: VersionKind::Text,
            returns_to: None,
            first_seen: at,
            last_seen: at,
            headline: None,
            updated_at: None,
            words: 0,
            partial: false,
            text_digest: blank.text_digest(),
            parts_digest: blank.parts_digest(),
            reader: "earlier".to_owned(),
            epoch: None,
        }
    }

    /// What versions say now, and what each is then: t(ext), p(arts only), - (only the reader made it), or the number
    /// that it returns to.
    #[test]
    fn versions_are_told_again() {
        for (texts, wanted) in [
            (&["a", "b", "c"][..], "t t t"),
            (&["a", "a", "b"], "t - t"),
            (&["a", "a", "a"], "t - -"),
            (&["a", "a|x", "a|x"], "t p -"),
            (&["a", "b", "a"], "t t 1"),
            (&["a", "b", "b", "a"], "t t - 1"),
            (&["a", "", "b"], "t - t"),
            (&["", "a"], "t t"),
            (&["a", "a", "b", "a"], "t - t 1"),
        ] {
            let versions: Vec<Version> = (1..=texts.len() as u32).map(version).collect();
            let readings: Vec<Reading> = texts.iter().map(|text| reading(text)).collect();
            let told = kinds(&versions, &readings).into_iter().map(|(kind, returns_to)| match (kind, returns_to) {
                (VersionKind::ReaderOnly, _) => "-".to_owned(),
                (_, Some(number)) => number.to_string(),
                (VersionKind::Text, None) => "t".to_owned(),
                (VersionKind::PartsOnly, None) => "p".to_owned(),
            });
            assert_eq!(told.collect::<Vec<_>>().join(" "), wanted, "{texts:?}");
        }
    }
}
