//! Rereadings: what a newer reader, or a newer memory, makes of an article. Nothing of it is renumbered or deleted: a
//! version that the earlier reader alone had made stays under its number, out of counts and lists.

use std::num::NonZeroU32;

use jiff::Timestamp;
use news::{ArticleId, CaptureId, Change, ChangeState, Reading, Version, VersionKind};

use crate::changes::Position;
use crate::packed;
use crate::soundness::Range;
use crate::sql::{statements, vals};
use crate::{
    StoreError, Tx, articles, assessments, change_search, changes, readings, search, tallies, versions, withdrawals,
};

statements! {
    STALE = "SELECT DISTINCT v.article_id FROM versions v JOIN articles a ON a.id = v.article_id \
        LEFT JOIN memories m ON m.outlet_id = a.outlet_id WHERE v.article_id > ?1 AND v.article_id <= ?2 \
        AND (v.reader <> ?3 OR v.epoch IS DISTINCT FROM m.epoch OR EXISTS (SELECT 1 FROM changes c \
            WHERE c.article_id = v.article_id AND c.comparer <> ?4))";
    REREAD = "UPDATE versions SET kind = ?3, returns_to = ?4, headline = ?5, updated_at = ?6, words = ?7, partial = ?8, \
        text_digest = ?9, parts_digest = ?10, reader = ?11, epoch = ?12 WHERE article_id = ?1 AND number = ?2";
    SHOWS = "UPDATE agenda SET shows = ?3 WHERE article_id = ?1 AND shows = ?2";
    COMPARED = "UPDATE changes SET bytes = ?4, data = ?5, updated_us = ?6, comparer = ?7, stealth = ?8, told_look = ?9 WHERE article_id = ?1 AND from_look = ?2 \
        AND to_look = ?3";
}

/// What an article is by a newer reading of all its versions.
#[derive(Debug, Clone, PartialEq)]
pub struct Reread {
    /// The article.
    pub article: ArticleId,
    /// Its versions as they were when they were read again, in the order of their captures.
    pub known: Vec<Version>,
    /// The same versions as they are now, with what they say.
    pub versions: Vec<(Version, Reading)>,
    /// Its changes as they are now.
    pub changes: Vec<Compared>,
}

/// A change, compared again.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// The capture that names the version before.
    pub from: CaptureId,
    /// The capture that names the version after.
    pub to: CaptureId,
    /// What differs.
    pub change: Change,
    /// How sure it is.
    pub state: ChangeState,
    /// How likely it is that readers were not told, as far as is known by now.
    pub stealth: Option<f32>,
    /// The look that showed a notice that tells of it.
    pub told_look: Option<u32>,
}

/// What a rereading has made otherwise.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Otherwise {
    /// Versions that are not counted any more: only the reader had made them.
    pub reader_only: u64,
    /// Versions that are counted again.
    pub counted: u64,
    /// Versions with other words than before.
    pub reworded: u64,
    /// Changes with other differences than before.
    pub compared: u64,
}

impl std::ops::AddAssign for Otherwise {
    fn add_assign(&mut self, other: Self) {
        self.reader_only += other.reader_only;
        self.counted += other.counted;
        self.reworded += other.reworded;
        self.compared += other.compared;
    }
}

/// The articles of a range that have versions which were not read by `reader` with their outlet's newest
/// memory, or changes that `comparer` has not compared.
pub fn stale_of(tx: &mut Tx<'_>, range: Range, reader: &str, comparer: &str) -> Result<Vec<ArticleId>, StoreError> {
    let (after, up_to) = range.bounds();
    tx.query(STALE, vals![after, up_to, reader, comparer], |row| row.col(0))
}

/// Records a rereading, made at `at`. `None`: the article has been recorded otherwise meanwhile; it is to be read
/// once more.
pub fn record_reread(tx: &mut Tx<'_>, reread: &Reread, at: Timestamp) -> Result<Option<Otherwise>, StoreError> {
    let article = reread.article;
    let known = versions::all_of(tx, article)?;
    // When a version was last seen moves with every look, and says nothing of its text.
    let is_same = |(a, b): (&Version, &Version)| {
        (a.capture, a.kind, &a.reader, a.epoch) == (b.capture, b.kind, &b.reader, b.epoch)
    };
    if known.len() != reread.known.len() || !known.iter().zip(&reread.known).all(is_same) {
        return Ok(None);
    }
    let mut otherwise = Otherwise::default();
    let mut counting: Option<(NonZeroU32, Timestamp)> = None;
    for (before, (version, reading)) in known.iter().zip(&reread.versions) {
        put(tx, before, version, reading, at, &mut otherwise)?;
        match (version.kind, counting) {
            // Who showed it has shown the version before.
            (VersionKind::ReaderOnly, Some((number, last_seen))) => {
                let last_seen = last_seen.max(before.last_seen);
                versions::leave(tx, article, number, last_seen)?;
                tx.exec(SHOWS, vals![article, version.number, number])?;
                counting = Some((number, last_seen));
            }
            _ => counting = Some((version.number, before.last_seen)),
        }
    }
    let claimed = reread.versions.iter().find_map(|(_, reading)| reading.published_at.as_deref());
    articles::first_claimed(tx, article, claimed)?;
    for compared in &reread.changes {
        compare(tx, article, compared, at, &mut otherwise)?;
    }
    let newest = reread.versions.iter().rev().find(|(version, _)| version.kind != VersionKind::ReaderOnly);
    if let Some((version, reading)) = newest {
        versions::set_headline(tx, article, version.headline.as_deref(), reading.language.as_deref())?;
        withdrawals::hide_headline(tx, article)?;
    }
    Ok(Some(otherwise))
}

fn put(
    tx: &mut Tx<'_>,
    before: &Version,
    version: &Version,
    reading: &Reading,
    at: Timestamp,
    otherwise: &mut Otherwise,
) -> Result<(), StoreError> {
    let article = version.capture.article;
    readings::record_reading(tx, version.capture, reading, at)?;
    if before.text_digest != version.text_digest {
        otherwise.reworded += 1;
        let earlier = readings::find_reading(tx, before.capture, &before.reader, before.epoch)?;
        search::replace(tx, version, earlier.as_ref(), reading)?;
    }
    let vals = vals![
        article,
        version.number,
        version.kind as u8,
        version.returns_to,
        version.headline.as_deref(),
        version.updated_at.as_deref(),
        version.words,
        version.partial,
        &version.text_digest,
        &version.parts_digest,
        &version.reader,
        version.epoch.as_ref(),
    ];
    tx.exec(REREAD, vals)?;
    let counts = |v: &Version| v.kind != VersionKind::ReaderOnly;
    match (counts(before), counts(version)) {
        (true, false) => {
            otherwise.reader_only += 1;
            tallies::count_version(tx, article.outlet, before.first_seen, -1)
        }
        (false, true) => {
            otherwise.counted += 1;
            tallies::count_version(tx, article.outlet, before.first_seen, 1)
        }
        _ => Ok(()),
    }
}

fn compare(
    tx: &mut Tx<'_>,
    article: ArticleId,
    compared: &Compared,
    at: Timestamp,
    otherwise: &mut Otherwise,
) -> Result<(), StoreError> {
    let (from, to) = (compared.from.look, compared.to.look);
    let Some(known) = changes::find_change(tx, compared.from, compared.to)? else { return Ok(()) };
    let place = Position::of(&known);
    let was_found = known.state != ChangeState::ReaderOnly && !known.change.comparer.is_empty();
    let is_found = compared.state != ChangeState::ReaderOnly;
    let is_other = known.change != compared.change
        || known.stealth.map(changes::thousandths) != compared.stealth.map(changes::thousandths);
    if is_other {
        otherwise.compared += 1;
        let packed = packed::json(&compared.change).and_then(|json| packed::pack(&json, &[]));
        let packed = packed.map_err(|e| tx.damaged(format!("the change to {}: {e}", compared.to)))?;
        let stealth = compared.stealth.map(changes::thousandths);
        let comparer = &compared.change.comparer;
        let (bytes, data) = (packed.bytes as u64, packed.data.as_slice());
        tx.exec(COMPARED, vals![article, from, to, bytes, data, at, comparer, stealth, compared.told_look])?;
    }
    if was_found && (is_other || !is_found) {
        change_search::remove(tx, place, &known.change, known.is_stealth())?;
    }
    if is_found && (is_other || !was_found) {
        let stealth = changes::is_stealth(&compared.change, compared.stealth);
        change_search::add(tx, place, &compared.change, stealth)?;
    }
    if known.state != compared.state {
        let by = match (known.state, compared.state) {
            (_, ChangeState::ReaderOnly) => -1,
            (ChangeState::ReaderOnly, _) => 1,
            _ => 0,
        };
        tallies::count_change(tx, article.outlet, known.to.first_seen, by)?;
        assessments::assess(tx, article, &[(from, to)], compared.state, at)?;
    }
    Ok(())
}
