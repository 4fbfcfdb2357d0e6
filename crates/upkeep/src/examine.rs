//! An examination: whether a store can be trusted. It changes nothing.

mod ledger;
mod search;

use std::collections::BTreeMap;
use std::path::Path;

use archive::Reader;
use jiff::{SignedDuration, Timestamp};
use store::soundness::{self, Range};
use store::{Location, Store, StoreError};

use crate::files::names_in;
use crate::findings::{Finding, Part};
use crate::{Progress, Room, UpkeepError};

/// Articles of one range.
const ARTICLES: u32 = 500;

/// Ranges that a sample looks at, and captures that are read of each.
const SAMPLED: usize = 10;
const READ: u32 = 20;

/// A database that is larger is checked by SQLite only when all is to be read.
const QUICK: u64 = 1 << 30;

/// Polls in a row after which a feed that brings nothing is told of.
const FAILURES: u32 = 5;

/// What is due for longer than this is due because nobody watches.
const LATE: SignedDuration = SignedDuration::from_mins(15);

/// No clock of a machine that runs this program is right before this.
const EARLIEST: &str = "2026-01-01T00:00:00Z";

/// Examines a store: a sample of it, or with `full` every row and every byte.
///
/// # Errors
/// Nothing that is wrong with the store is an error; what the examination itself needs may be missing.
pub fn examine(
    location: &Location,
    full: bool,
    now: Timestamp,
    tell: &mut dyn FnMut(Progress<'_>),
) -> Result<Vec<Finding>, UpkeepError> {
    let mut found = folder(&location.dir)?;
    let store = match Store::open_reader(location) {
        Ok(store) => store,
        Err(error) => {
            found.push(clock(None, now));
            found.push(Finding::wrong(Part::Database, error.to_string(), remedy_of(&error)));
            return Ok(found);
        }
    };
    found.push(clock(store.read_blocking(soundness::last_look).ok().flatten(), now));
    let archive = location.dir.join("archive");
    let held = store::holder(&location.dir);
    found.extend(told(Part::Database, database(&store, full)));
    match Sample::of(&store, full) {
        Ok(sample) => {
            found.extend(told(Part::Database, rows_and_places(&store, &archive, &sample, tell)));
            found.extend(told(Part::Search, search::search(&store, &sample)));
        }
        Err(error) => found.extend(told(Part::Database, Err(error))),
    }
    found.extend(told(Part::Archive, segments(&store, &archive, (full, held.is_some()), tell)));
    found.extend(told(Part::Ledger, ledger::ledger(&store, &archive)));
    found.extend(told(Part::Watching, watching(&store, held, now)));
    Ok(found)
}

/// What a part of the examination has found; that it could not be ended is a finding, too.
fn told(part: Part, found: Result<Vec<Finding>, UpkeepError>) -> Vec<Finding> {
    found.unwrap_or_else(|error| {
        let remedy = if let UpkeepError::Store(error) = &error { remedy_of(error) } else { "see what it says" };
        vec![Finding::wrong(part, error.to_string(), remedy)]
    })
}

fn folder(dir: &Path) -> Result<Vec<Finding>, UpkeepError> {
    let part = Part::Folder;
    if !dir.is_dir() {
        // What is missing in it is told of the database.
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    let access = rustix::fs::Access::READ_OK | rustix::fs::Access::WRITE_OK | rustix::fs::Access::EXEC_OK;
    if rustix::fs::access(dir, access).is_err() {
        let what = format!("{} cannot be read and written by this user", dir.display());
        found.push(Finding::wrong(part, what, "run as the user who watches, or give this one the rights"));
    }
    let room = Room::on(dir)?;
    let told = format!("{} of {} are free", size(room.free), size(room.total));
    found.push(if room.is_short() {
        Finding::wrong(part, told, "make room before the disk is full: what watches stops then")
    } else {
        Finding::well(part, told)
    });
    let left: Vec<String> = names_in(dir)?
        .into_iter()
        .filter(|name| [".incoming", ".restoring"].iter().any(|end| name.contains(end)))
        .collect();
    if !left.is_empty() {
        let what = format!("{} is left of an attempt that did not end", left.join(", "));
        found.push(Finding::note(part, what, "`replate migrate` or `restore` again, or remove it"));
    }
    Ok(found)
}

fn clock(last_look: Option<Timestamp>, now: Timestamp) -> Finding {
    let remedy = "set the machine's clock, best by NTP: every look carries its time";
    let earliest: Timestamp = EARLIEST.parse().unwrap_or(Timestamp::UNIX_EPOCH);
    match last_look {
        _ if now < earliest => Finding::wrong(Part::Clock, format!("it says {now:.0}"), remedy),
        Some(look) if look > now + SignedDuration::from_mins(5) => {
            Finding::wrong(Part::Clock, format!("it says {now:.0}, and a look was made at {look:.0}"), remedy)
        }
        _ => Finding::well(Part::Clock, format!("it says {now:.0}")),
    }
}

fn database(store: &Store, full: bool) -> Result<Vec<Finding>, UpkeepError> {
    let status = store.read_blocking(move |tx| store::status::status(tx, Timestamp::UNIX_EPOCH))?;
    let bytes = status.database_bytes;
    let version = format!("version {}, {}", store::SCHEMA_VERSION, size(bytes));
    if bytes > QUICK && !full {
        return Ok(vec![Finding::well(Part::Database, format!("{version}; --full checks the order of its file"))]);
    }
    let broken = store.read_blocking(soundness::quick_check)?;
    let Some(first) = broken.first() else { return Ok(vec![Finding::well(Part::Database, version)]) };
    let more = if broken.len() > 1 { format!(", and {} more", broken.len() - 1) } else { String::new() };
    let remedy = match broken.iter().all(|what| what.contains("search_index")) {
        true => "`replate doctor --repair` makes the index of search again; nothing else is in it",
        false => "restore a backup, or move the database away and make it again of the archive: `replate rebuild`",
    };
    Ok(vec![Finding::wrong(Part::Database, format!("SQLite finds it damaged: {first}{more}"), remedy)])
}

/// The articles that are looked at.
struct Sample {
    ranges: Vec<Range>,
    /// In words.
    extent: &'static str,
}

impl Sample {
    fn of(store: &Store, full: bool) -> Result<Self, UpkeepError> {
        let mut all = vec![];
        let mut range = Range::START;
        while let Some(next) = store.read_blocking(move |tx| range.next(tx, ARTICLES))? {
            range = next;
            all.push(range);
        }
        // The newest are among those that a sample looks at.
        let step = if full { 1 } else { all.len().div_ceil(SAMPLED).max(1) };
        let extent = if step == 1 { "all articles" } else { "a sample of the articles" };
        Ok(Self { ranges: all.into_iter().rev().step_by(step).collect(), extent })
    }
}

/// Whether rows point to rows, and captures to places that can be read.
fn rows_and_places(
    store: &Store,
    archive: &Path,
    sample: &Sample,
    tell: &mut dyn FnMut(Progress<'_>),
) -> Result<Vec<Finding>, UpkeepError> {
    let mut astray: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
    let mut reach: BTreeMap<u32, u64> = BTreeMap::new();
    let (mut unread, mut read, mut ranges) = (Vec::new(), 0usize, 0usize);
    let reader = Reader::new(archive);
    for range in &sample.ranges {
        let range = *range;
        ranges += 1;
        tell(Progress { doing: "examining rows and places", done: ranges as u64, total: sample.ranges.len() as u64 });
        for row in store.read_blocking(move |tx| soundness::astray(tx, range))? {
            astray.entry(row.what).or_default().push(row.article.to_string());
        }
        for (segment, end) in store.read_blocking(move |tx| soundness::reach(tx, range))? {
            let known = reach.entry(segment).or_default();
            *known = end.max(*known);
        }
        for (capture, place) in store.read_blocking(move |tx| soundness::founding(tx, range, READ))? {
            read += 1;
            match reader.read(&place) {
                Ok(archived) if archived.id == capture => {}
                Ok(other) => unread.push(format!("{capture} (there is {})", other.id)),
                Err(error) => unread.push(format!("{capture} ({error})")),
            }
        }
    }
    let mut found = Vec::new();
    for (what, articles) in astray {
        let what = format!("{what}, {}, as of article {}", counted(articles.len(), "time"), articles[0]);
        found.push(Finding::wrong(Part::Database, what, "restore a backup, or `replate rebuild` out of the archive"));
    }
    let segments: BTreeMap<u32, u64> = if archive.is_dir() {
        reader.disk()?.into_iter().map(|segment| (segment.segment, segment.bytes)).collect()
    } else {
        BTreeMap::new()
    };
    for (segment, end) in reach {
        if segments.get(&segment).is_none_or(|bytes| *bytes < end) {
            let what = format!("captures are said to be in segment {segment} up to byte {end}, which is not there");
            found.push(Finding::wrong(Part::Archive, what, "put the file back from a backup"));
        }
    }
    if let Some(first) = unread.first() {
        let what = format!("{} of {read} captures that founded versions cannot be read: {first}", unread.len());
        found.push(Finding::wrong(Part::Archive, what, "put the segment back from a backup"));
    }
    if found.is_empty() {
        let what =
            format!("{}: every row points to one, {read} captures that founded versions were read", sample.extent);
        found.push(Finding::well(Part::Database, what));
    }
    Ok(found)
}

/// Whether segments can be read: what no database knows yet, or with `full` every byte.
fn segments(
    store: &Store,
    archive: &Path,
    (full, held): (bool, bool),
    tell: &mut dyn FnMut(Progress<'_>),
) -> Result<Vec<Finding>, UpkeepError> {
    if !archive.is_dir() {
        return Ok(vec![Finding::well(Part::Archive, "there is none yet")]);
    }
    let reader = Reader::new(archive);
    let files = reader.disk()?;
    let total: u64 = files.iter().map(|file| file.bytes).sum();
    let end = store.read_blocking(store::visits::archive_end)?;
    let (mut captures, mut damaged) = (0usize, Vec::new());
    let mut done = 0;
    // What is being written at this moment is nobody's finding.
    let read = if full || !held { Some(reader.since(if full { None } else { end })?) } else { None };
    for capture in read.into_iter().flatten() {
        match capture {
            Ok((place, _)) => {
                captures += 1;
                done += place.length;
                tell(Progress { doing: "reading the archive", done, total });
            }
            Err(error) => damaged.push(error.to_string()),
        }
    }
    let mut found = Vec::new();
    if let Some(first) = damaged.first() {
        let what = format!("{} cannot be read: {first}", counted(damaged.len(), "place"));
        let remedy = if full {
            "put the segment back from a backup; captures elsewhere are not affected"
        } else {
            "the next `replate watch` cuts off what a crash has left; if it stays, put the segment back from a backup"
        };
        found.push(Finding::wrong(Part::Archive, what, remedy));
    } else if full {
        found.push(Finding::well(
            Part::Archive,
            format!("{captures} captures in {}, each read", counted(files.len(), "segment")),
        ));
    } else {
        found.push(Finding::well(Part::Archive, format!("{} in {}", size(total), counted(files.len(), "segment"))));
        if captures > 0 {
            let what = format!("{} not recorded yet", counted(captures, "capture"));
            found.push(Finding::note(Part::Archive, what, "the next `replate watch` records them"));
        }
    }
    let cut = names_in(archive)?.into_iter().filter(|name| name.contains(".cut-at-")).count();
    if cut > 0 {
        let what = format!("{} of crashes beside the segments", counted(cut, "torn tail"));
        found.push(Finding::note(Part::Archive, what, "nothing acknowledged is in them; remove them when you like"));
    }
    Ok(found)
}

fn watching(store: &Store, holder: Option<Option<u32>>, now: Timestamp) -> Result<Vec<Finding>, UpkeepError> {
    let mut found = Vec::new();
    let status = store.read_blocking(move |tx| store::status::status(tx, now))?;
    let late = status.next_due.filter(|due| now.duration_since(*due) > LATE);
    found.push(match (holder, late) {
        (Some(pid), None) => {
            let pid = pid.map_or_else(String::new, |pid| format!(" (process {pid})"));
            Finding::well(Part::Watching, format!("a process watches{pid}"))
        }
        (Some(_), Some(due)) => Finding::wrong(
            Part::Watching,
            format!("a process holds the store, and what was due at {due:.0} is not done"),
            "look at its log; is the network there?",
        ),
        (None, Some(due)) => Finding::note(
            Part::Watching,
            format!("nobody watches, and something is due since {due:.0}"),
            "`replate watch` or `replate run`",
        ),
        (None, None) => Finding::well(Part::Watching, "nobody watches, and nothing is late"),
    });
    let failing = store.read_blocking(|tx| soundness::failing_feeds(tx, FAILURES))?;
    for (url, failures) in failing {
        let what = format!("{url} has brought nothing {failures} times in a row");
        found.push(Finding::note(Part::Watching, what, "look at it in a browser: has the feed moved?"));
    }
    Ok(found)
}

fn remedy_of(error: &StoreError) -> &'static str {
    match error {
        StoreError::NoStore { .. } => "or name another with --dir or --store",
        StoreError::DatabaseLost { .. } => "until then nothing is watched or shown",
        StoreError::OlderSchema { .. } => "`replate watch` brings it up to date; make a backup before",
        StoreError::NewerSchema { .. } => "use the Replate that has written it",
        StoreError::Damaged { .. } => "is it the index of search alone, `replate doctor --repair` makes that again",
        _ => "see what it says",
    }
}

fn counted(n: usize, one: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") }
}

/// Bytes for people.
pub(crate) fn size(bytes: u64) -> String {
    let units = ["B", "kB", "MB", "GB", "TB"];
    let unit = (1..units.len()).take_while(|unit| bytes >= 1000u64.pow(*unit as u32)).last().unwrap_or(0);
    if unit == 0 {
        return format!("{bytes} B");
    }
    let scaled = bytes / 1000u64.pow(unit as u32 - 1);
    format!("{}.{} {}", scaled / 1000, scaled % 1000 / 100, units[unit])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_told_in_words() {
        for (bytes, words) in [(0, "0 B"), (999, "999 B"), (1_000, "1.0 kB"), (200_000_000_000, "200.0 GB")] {
            assert_eq!(size(bytes), words);
        }
    }
}
