//! Visits: what a look brought and what was concluded from it, recorded in one transaction.
//!
//! The captures are durable in the archive before this is called. A crash before the commit leaves
//! the archive's end where it was: the next start reads the archive's tail again and records the
//! same visits, without a request to the outlet. A crash after it changes nothing.

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use jiff::{SignedDuration, Timestamp};
use news::{
    ArticleId, CaptureId, Change, ChangeState, Failure, Look, NextLook, PageKind, Place, Reading, Refused, Validators,
    Version, VersionKind, Yield,
};

use crate::assessments::ToldLater;
use crate::feeds::micros;
use crate::look_hours::LookHours;
use crate::looks::Log;
use crate::sql::{Row, statements, vals};
use crate::tallies::{Tallies, Tally};
use crate::{
    CaptureRow, StoreError, Tx, addresses, agenda, articles, assessments, captures, changes, hosts, meta, readings,
    refusals, search, versions, withdrawals, yields,
};

statements! {
    AGENDA = "SELECT host, leased_by, looks, log_from, log, shows, shown_us, shown_looks, body_look FROM agenda \
        WHERE article_id = ?1";
    VISITED = "UPDATE agenda SET host = ?2, queue = 1, leased_by = NULL, planned_us = ?3, \
        due_us = CASE WHEN halted = 1 THEN NULL ELSE CAST(?3 AS BIGINT) END, gap_us = ?4, \
        failures_in_row = ?5, gone_in_row = ?6, etag = ?7, last_modified = ?8, looks = ?9, log_from = ?10, log = ?11, \
        shows = ?12, shown_us = ?13, shown_looks = ?14, body_look = ?15 WHERE article_id = ?1";
}

/// A look and all that was concluded from it.
#[derive(Debug, Clone, PartialEq)]
pub struct Visit {
    /// The article.
    pub article: ArticleId,
    /// The look. If it shows a version, that version's `last_seen` moves to it.
    pub look: Look,
    /// Where the article stands now, if it has moved.
    pub moved_to: Option<Address>,
    /// Where the archive holds what came back; `None` if nothing did.
    pub capture: Option<CaptureRow>,
    /// What the capture says; only if that is new.
    pub reading: Option<Reading>,
    /// The version that this look is the first to show. `look.shows` is its number.
    pub version: Option<Version>,
    /// What made it a version.
    pub change: Option<NewChange>,
    /// What robots.txt refused; only if the look failed for that.
    pub refused: Option<Refused>,
    /// What makes the next request conditional.
    pub validators: Validators,
    /// When to look again.
    pub next: NextLook,
    /// The gap that the schedule keeps.
    pub gap: SignedDuration,
    /// Looks in a row, this one included, that told us nothing.
    pub failures_in_row: u32,
    /// Looks in a row, this one included, at which it was gone.
    pub gone_in_row: u32,
}

/// An address and its article key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The address.
    pub url: String,
    /// Its key.
    pub key: String,
}

/// A change to the version that comes with it.
#[derive(Debug, Clone, PartialEq)]
pub struct NewChange {
    /// The version that it was compared with.
    pub from: NonZeroU32,
    /// What differs.
    pub change: Change,
    /// What earlier versions say, read by the reader and with the memory of the new one; those that are not recorded.
    pub alike: Vec<(CaptureId, Reading)>,
    /// Earlier changes that a notice in this one tells of.
    pub tells: Vec<ToldLater>,
}

/// What became of the visits of a batch.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Recorded {
    /// Recorded now.
    pub recorded: u32,
    /// Left out: that look was recorded before.
    pub known: u32,
    /// Left out: another boot holds the article's lease by now, and looks at it itself.
    pub fenced: u32,
    /// Left out: there is no such article.
    pub unknown: u32,
}

/// Records visits and the archive record up to which they go, in their order.
///
/// Safe to repeat: a look that is recorded already is left out. Fenced: so is a visit whose article
/// is leased by another boot. An article that nobody leases may be recorded by any boot: that is how
/// the archive's tail is replayed after a crash.
///
/// # Errors
/// [`StoreError::Contradiction`] if a visit shows a version that does not exist, or its change does.
///
/// # Cost
/// If a look has no capture, the commit waits for the disk.
pub fn record_visits(
    tx: &mut Tx<'_>,
    boot: &str,
    visits: &[Visit],
    archive_end: Option<Place>,
) -> Result<Recorded, StoreError> {
    let mut batch = Batch::default();
    for visit in visits {
        match load(tx, visit.article)? {
            None => batch.counts.unknown += 1,
            Some(row) if visit.look.number <= row.looks => batch.counts.known += 1,
            Some(row) if row.leased_by.as_deref().is_some_and(|holder| holder != boot) => batch.counts.fenced += 1,
            Some(row) => record(tx, visit, row, &mut batch)?,
        }
    }
    for host in &batch.hosts {
        hosts::refresh(tx, host)?;
    }
    batch.tallies.record(tx)?;
    batch.hours.record(tx)?;
    yields::add(tx, &batch.yields)?;
    // A look without a capture is told of nowhere else: the archive's tail cannot give it back.
    if visits.iter().any(|visit| visit.capture.is_none()) {
        tx.must_be_durable();
    }
    if let Some(end) = archive_end {
        meta::set_archive_end(tx, end)?;
    }
    Ok(batch.counts)
}

/// The archive record up to which visits are recorded; recovery goes on after it.
pub fn archive_end(tx: &mut Tx<'_>) -> Result<Option<Place>, StoreError> {
    meta::archive_end(tx)
}

/// What is written once for a batch.
#[derive(Default)]
struct Batch {
    counts: Recorded,
    hosts: BTreeSet<String>,
    tallies: Tallies,
    hours: LookHours,
    yields: Vec<Yield>,
}

/// An article's agenda row, as far as a visit changes it.
struct AgendaRow {
    host: String,
    leased_by: Option<String>,
    looks: u32,
    log: Log,
    showing: Showing,
    body_look: Option<u32>,
}

/// The version shown: its number, when it was last seen, and at how many looks (up to 2).
#[derive(Clone, Copy)]
struct Showing {
    number: Option<NonZeroU32>,
    last_seen: Option<Timestamp>,
    looks: u32,
}

/// Refuses a visit whose parts are not of one look.
fn check(visit: &Visit) -> Result<(), StoreError> {
    let id = CaptureId { article: visit.article, look: visit.look.number };
    if visit.version.as_ref().is_some_and(|new| Some(new.number) != visit.look.shows || new.capture != id) {
        return Err(contradiction(visit, "its version is not the one that the look shows"));
    }
    if visit.capture.as_ref().is_some_and(|capture| capture.id != id) {
        return Err(contradiction(visit, "its capture is another look's"));
    }
    Ok(())
}

fn contradiction(visit: &Visit, what: &'static str) -> StoreError {
    StoreError::Contradiction { look: CaptureId { article: visit.article, look: visit.look.number }, what }
}

fn load(tx: &mut Tx<'_>, article: ArticleId) -> Result<Option<AgendaRow>, StoreError> {
    tx.query_one(AGENDA, vals![article], |row: &Row<'_>| {
        Ok(AgendaRow {
            host: row.col(0)?,
            leased_by: row.col(1)?,
            looks: row.col(2)?,
            log: Log { from: row.col(3)?, packed: row.col(4)? },
            showing: Showing { number: row.col(5)?, last_seen: row.col(6)?, looks: row.col(7)? },
            body_look: row.col(8)?,
        })
    })
}

fn record(tx: &mut Tx<'_>, visit: &Visit, mut row: AgendaRow, batch: &mut Batch) -> Result<(), StoreError> {
    check(visit)?;
    let id = CaptureId { article: visit.article, look: visit.look.number };
    let mut tally = Tally { looks: 1, last_look: Some(visit.look.at), ..Tally::default() };

    if let Some(capture) = &visit.capture {
        captures::add(tx, capture)?;
        tally.captures = 1;
        tally.archived_bytes = capture.place.length;
        if !capture.revisit {
            row.body_look = Some(id.look);
        }
    }
    if let Some(reading) = &visit.reading {
        readings::record_reading(tx, id, reading, visit.look.at)?;
        if reading.page == PageKind::Article {
            articles::first_claimed(tx, visit.article, reading.published_at.as_deref())?;
        }
    }
    let showing = show(tx, visit, row.showing, &mut tally)?;

    batch.hosts.insert(row.host.clone());
    if let Some(to) = &visit.moved_to {
        row.host = agenda::host_of(&to.url)?;
        batch.hosts.insert(row.host.clone());
        addresses::move_to(tx, visit.article, to, visit.look.at)?;
    }
    let before = row.log.push(tx, visit.article, visit.look)?;
    match &visit.refused {
        Some(what) => refusals::record(tx, visit.article, what, visit.look.at)?,
        None if before.is_some_and(|look| look.failure == Some(Failure::Disallowed)) => {
            refusals::lift(tx, visit.article)?;
        }
        None => {}
    }
    update(tx, visit, &row, showing)?;

    batch.hours.add(visit.article.outlet, &visit.look, tally.changes > 0);
    let found = visit.reading.as_ref().and_then(|reading| Yield::of(visit.article, visit.look.at, reading));
    batch.yields.extend(found);
    batch.tallies.add(visit.article.outlet, visit.look.at, tally);
    batch.counts.recorded += 1;
    Ok(())
}

/// Records the version that the look shows, if it is new, and its change; moves `last_seen`, and
/// the states of the changes that this look says something about.
fn show(tx: &mut Tx<'_>, visit: &Visit, before: Showing, tally: &mut Tally) -> Result<Showing, StoreError> {
    let at = visit.look.at;
    let Some(number) = visit.look.shows else { return Ok(before) };
    let after = |looks| Showing { number: Some(number), last_seen: Some(at), looks };

    if before.number == Some(number) && visit.version.is_none() {
        if before.looks < 2 {
            assessments::confirm(tx, visit.article, number, at)?;
        }
        return Ok(after(2));
    }
    if let (Some(left), Some(last_seen)) = (before.number, before.last_seen) {
        versions::leave(tx, visit.article, left, last_seen)?;
    }
    let Some(new) = &visit.version else {
        versions::look_of(tx, visit.article, number)?
            .ok_or(contradiction(visit, "it shows a version that does not exist"))?;
        assessments::confirm(tx, visit.article, number, at)?;
        versions::show_headline_of(tx, visit.article, number)?;
        return Ok(after(2));
    };
    add_version(tx, visit, new, tally)?;
    Ok(after(1))
}

fn add_version(tx: &mut Tx<'_>, visit: &Visit, new: &Version, tally: &mut Tally) -> Result<(), StoreError> {
    let counted = new.kind != VersionKind::ReaderOnly;
    versions::add(tx, new)?;
    let language = visit.reading.as_ref().and_then(|reading| reading.language.as_deref());
    versions::set_headline(tx, visit.article, new.headline.as_deref(), language)?;
    withdrawals::hide_headline(tx, visit.article)?;
    tally.versions = u64::from(counted);
    index(tx, visit, new)?;
    if let Some(NewChange { from, change, alike, tells }) = &visit.change {
        let from_look = versions::look_of(tx, visit.article, *from)?
            .ok_or(contradiction(visit, "its change is from a version that does not exist"))?;
        for (capture, reading) in alike {
            readings::record_reading(tx, *capture, reading, visit.look.at)?;
        }
        let state = if counted { ChangeState::Provisional } else { ChangeState::ReaderOnly };
        changes::add(tx, (from_look, *from), new, state, change)?;
        tally.changes = u64::from(counted);
        for told in tells {
            assessments::tell(tx, told, visit.look.number, visit.look.at)?;
        }
    }
    if new.returns_to.is_some() {
        assessments::revert(tx, visit.article, new.number, &new.text_digest, visit.look.at)?;
    }
    Ok(())
}

/// Makes a version findable by what it says.
fn index(tx: &mut Tx<'_>, visit: &Visit, new: &Version) -> Result<(), StoreError> {
    if let Some(reading) = &visit.reading {
        return search::add(tx, new, reading);
    }
    match readings::find_reading(tx, new.capture, &new.reader, new.epoch)? {
        Some(reading) => search::add(tx, new, &reading),
        None => Ok(()),
    }
}

fn update(tx: &mut Tx<'_>, visit: &Visit, row: &AgendaRow, showing: Showing) -> Result<(), StoreError> {
    let next = match visit.next {
        NextLook::At(at) => Some(at),
        NextLook::Never => None,
    };
    let vals = vals![
        visit.article,
        &row.host,
        next,
        micros(visit.gap),
        visit.failures_in_row,
        visit.gone_in_row,
        visit.validators.etag.as_deref(),
        visit.validators.last_modified.as_deref(),
        visit.look.number,
        row.log.from,
        row.log.packed.as_slice(),
        showing.number,
        showing.last_seen,
        showing.looks,
        row.body_look,
    ];
    tx.exec(VISITED, vals).map(drop)
}
