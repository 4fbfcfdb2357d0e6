//! One look concluded: reading, verdict, change, plan.

use std::num::NonZeroU32;

use extract::{Lesson, Memory};
use jiff::Timestamp;
use news::{CaptureId, Exchange, Look, Place, Reading, Refused, Sighting, Validators, Version, VersionKind};
use schedule::History;
use store::{Address, CaptureRow, Due, NewChange, Visit};

use crate::batch::Looked;
use crate::compared::{compared, has_notice, tells};
use crate::pages;
use crate::shelf::{Again, Shelf};
use crate::verdict::{self, Before, Verdict};
use crate::watcher::{WatchError, seed_of};

/// The reading of a page, and the version and change that it led to.
#[derive(Default)]
struct Read {
    reading: Option<Reading>,
    version: Option<Version>,
    change: Option<NewChange>,
    /// Whether the page goes on at another, which may not have come.
    goes_on: bool,
    /// What the page teaches of its outlet.
    lesson: Lesson,
}

/// Concludes one look, and what it teaches. `place` is where the archive holds what came back.
///
/// # Errors
/// When the store or the archive cannot be read.
pub(crate) fn conclude(
    looked: &Looked,
    place: Option<Place>,
    shelf: &Shelf,
    memory: &Memory,
) -> Result<(Visit, Lesson), WatchError> {
    let due = &looked.due;
    let mut lesson = Lesson::default();
    let mut visit = Visit {
        article: due.article.id,
        look: Look { number: due.look_number, at: looked.at, sighting: Sighting::Error, failure: None, shows: None },
        moved_to: None,
        capture: None,
        reading: None,
        version: None,
        change: None,
        refused: None,
        validators: due.validators.clone(),
        next: news::NextLook::Never,
        gap: schedule::SHORTEST_GAP,
        failures_in_row: 0,
        gone_in_row: 0,
    };
    let mut retry_after = None;
    let verdict = match &looked.outcome {
        Err(error) => {
            retry_after = error.retry_after();
            visit.refused = refused(error);
            Verdict::failed(error.failure())
        }
        Ok(exchange) => {
            retry_after = retry_after.or_else(|| fetch::retry_after(&exchange.last, looked.at));
            visit.capture = place.map(|place| capture_row(due, exchange, place));
            visit.moved_to = moved_to(due, exchange);
            let (verdict, read) = judge(due, exchange, visit.moved_to.is_some(), shelf, memory)?;
            let goes_on = read.goes_on;
            lesson = read.lesson;
            (visit.reading, visit.version, visit.change) = (read.reading, read.version, read.change);
            let fresh = matches!(
                verdict.sighting,
                Sighting::Article | Sighting::Moved | Sighting::Walled | Sighting::Unchanged
            );
            if fresh && exchange.last.status != 304 && verdict.shows.is_some() {
                // Validators belong to the address that sent them: behind a passing redirect that is not ours.
                // A 304 at the first of several pages would say nothing of the others.
                let alone = exchange.more.is_empty() && !goes_on;
                let ours = alone && (exchange.hops.is_empty() || visit.moved_to.is_some());
                visit.validators = if ours { exchange.last.validators() } else { Validators::default() };
            }
            verdict
        }
    };
    if verdict.shows.is_none() {
        // Only a look that showed the article says where it stands, and what a 304 would confirm.
        visit.moved_to = None;
    }
    visit.look.sighting = verdict.sighting;
    visit.look.failure = verdict.failure;
    visit.look.shows = verdict.shows;
    plan(&mut visit, due, retry_after);
    Ok((visit, lesson))
}

/// What robots.txt refused, if that is why there is no answer.
fn refused(error: &fetch::FetchError) -> Option<Refused> {
    match error {
        fetch::FetchError::Disallowed { host, path, rule } => {
            Some(Refused { address: format!("{host}{path}"), rule: rule.clone() })
        }
        _ => None,
    }
}

fn judge(
    due: &Due,
    exchange: &Exchange,
    moved: bool,
    shelf: &Shelf,
    memory: &Memory,
) -> Result<(Verdict, Read), WatchError> {
    let before = Before {
        versions: &due.versions,
        showing: due.showing,
        looks: &due.last_looks,
        body_digest: due.payload.as_ref().map(|p| p.body_digest),
        last_modified: due.validators.last_modified.as_deref(),
    };
    if let Some(verdict) = verdict::by_answer(&before, exchange) {
        // Asked without conditions before: perhaps because it goes on.
        let goes_on = due.validators == Validators::default() && pages::may_go_on(exchange);
        return Ok((verdict, Read { goes_on, ..Read::default() }));
    }
    let (reading, lesson) = pages::read(exchange, memory);
    // Both sides of a comparison are read by the same reader with the same memory.
    let other_reader = due.versions.iter().any(|v| v.reader != extract::READER || v.epoch != memory.epoch());
    let again = if other_reader { shelf.read_again(&due.versions, memory)? } else { Vec::new() };
    let versions: Vec<Version> = due.versions.iter().zip(&again).map(|(version, again)| again.of(version)).collect();
    let before = Before { versions: if other_reader { &versions } else { &due.versions }, ..before };
    let (verdict, mut read) = conclude_reading(due, &before, exchange, reading, moved, shelf, &again)?;
    if let Some(change) = &mut read.change {
        let captures = due.versions.iter().map(|version| version.capture);
        let new = captures.zip(again).filter(|(_, again)| again.is_new);
        change.alike = new.map(|(capture, again)| (capture, again.reading)).collect();
    }
    Ok((verdict, Read { lesson, ..read }))
}

fn conclude_reading(
    due: &Due,
    before: &Before<'_>,
    exchange: &Exchange,
    reading: Reading,
    moved: bool,
    shelf: &Shelf,
    again: &[Again],
) -> Result<(Verdict, Read), WatchError> {
    let verdict = verdict::by_reading(before, exchange, &reading, moved);
    let capture = CaptureId { article: due.article.id, look: due.look_number };
    let Some(founding) = verdict.founds else {
        // The same words, perhaps with another surface: that, too, is a difference to keep.
        let shown = verdict.shows.and_then(|n| before.versions.iter().find(|v| v.number == n));
        let new = match shown {
            Some(version) => differs_in_surfaces(&shelf.newest_reading(version, due)?, &reading),
            None => false,
        };
        let goes_on = reading.next_page.is_some();
        return Ok((verdict, Read { reading: new.then_some(reading), goes_on, ..Read::default() }));
    };
    let version = verdict::found(founding, capture, exchange.at, &reading);
    let change = match shown_before(due, before) {
        Some(from) => {
            let read_again = before.versions.iter().zip(again).find(|(version, _)| version.number == from.number);
            let change = match read_again {
                Some((_, again)) => compared(&due.article, &again.reading, &reading, exchange.at),
                None => compared(&due.article, &shelf.reading_of(from)?, &reading, exchange.at),
            };
            let tells = if has_notice(&change) {
                let id = due.article.id;
                let earlier = shelf.store.read_blocking(move |tx| store::changes::all_of(tx, id))?;
                tells(&earlier, &change, exchange.at)
            } else {
                Vec::new()
            };
            Some(NewChange { from: from.number, change, alike: Vec::new(), tells })
        }
        None => None,
    };
    let goes_on = reading.next_page.is_some();
    Ok((verdict, Read { reading: Some(reading), version: Some(version), change, goes_on, ..Read::default() }))
}

/// The version that a new one is compared with: the one shown last, or else the newest.
fn shown_before<'a>(due: &Due, before: &Before<'a>) -> Option<&'a Version> {
    let shown: Option<NonZeroU32> = due.showing;
    let counted = |v: &&Version| v.kind != VersionKind::ReaderOnly;
    before.versions.iter().find(|v| Some(v.number) == shown).or_else(|| before.versions.iter().rev().find(counted))
}

fn differs_in_surfaces(known: &Reading, new: &Reading) -> bool {
    known.surfaces.json_ld.headline != new.surfaces.json_ld.headline
        || known.surfaces.open_graph.headline != new.surfaces.open_graph.headline
        || known.surfaces.json_ld.description != new.surfaces.json_ld.description
        || known.surfaces.open_graph.description != new.surfaces.open_graph.description
        || known.surfaces.json_ld.body_digest != new.surfaces.json_ld.body_digest
}

fn capture_row(due: &Due, exchange: &Exchange, place: Place) -> CaptureRow {
    let answer = &exchange.last;
    let known = due.payload.as_ref();
    let confirmed = known.filter(|_| answer.status == 304);
    let body_digest = confirmed.map_or_else(|| exchange.body_digest(), |p| p.body_digest);
    CaptureRow {
        id: CaptureId { article: due.article.id, look: due.look_number },
        place,
        at: exchange.at,
        status: answer.status,
        url: answer.url.clone(),
        body_digest,
        body_bytes: confirmed.map_or_else(|| exchange.body_bytes(), |p| p.body_bytes),
        revisit: known.is_some_and(|p| p.body_digest == body_digest),
    }
}

/// The article's new address, if permanent redirects led to one.
fn moved_to(due: &Due, exchange: &Exchange) -> Option<Address> {
    let permanent = !exchange.hops.is_empty() && exchange.hops.iter().all(|h| matches!(h.status, 301 | 308));
    let key = discover::address::key(&exchange.last.url).ok()?;
    let known = discover::address::key(&due.article.url).ok()?;
    (permanent && key != known).then(|| Address { url: exchange.last.url.clone(), key })
}

fn plan(visit: &mut Visit, due: &Due, retry_after: Option<std::time::Duration>) {
    let sighting = visit.look.sighting;
    let failed = sighting == Sighting::Error;
    let gone = matches!(sighting, Sighting::Gone | Sighting::SoftGone);
    let history = History {
        last_gap: due.gap,
        changed: visit.version.is_some() || visit.moved_to.is_some(),
        outcome: sighting,
        retry_after,
        failures_in_row: due.failures_in_row,
        gone_in_row: due.gone_in_row,
        other_pages_in_row: other_pages(due),
    };
    let now: Timestamp = visit.look.at;
    let plan = schedule::next_look(&history, now, seed_of(&due.article.id.to_string()));
    visit.next = plan.next;
    visit.gap = plan.gap;
    visit.failures_in_row = if failed { due.failures_in_row.saturating_add(1) } else { 0 };
    visit.gone_in_row = match (gone, failed) {
        (true, _) => due.gone_in_row.saturating_add(1),
        (false, true) => due.gone_in_row,
        (false, false) => 0,
    };
}

/// Looks directly before the one that is due that showed another kind of page; `None`: it has shown an article.
fn other_pages(due: &Due) -> Option<u32> {
    let told = due.last_looks.iter().rev().map(|look| look.sighting).filter(|sighting| *sighting != Sighting::Error);
    let other = told.take_while(|sighting| sighting.is_other_page()).count();
    due.versions.is_empty().then(|| u32::try_from(other).unwrap_or(u32::MAX))
}
