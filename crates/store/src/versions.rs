//! Versions: the texts that an article has shown.

use std::num::NonZeroU32;

use jiff::Timestamp;
use news::{ArticleId, CaptureId, ReadAfter, ReadVersion, Reading, Version, VersionKind};

use crate::sql::{Row, statements, vals};
use crate::{StoreError, Tx, readings};

/// The columns of [`version_at`], of a table or view with the given name.
macro_rules! version_columns {
    ($v:literal) => {
        concat!(
            $v,
            ".article_id, ",
            $v,
            ".number, ",
            $v,
            ".look, ",
            $v,
            ".kind, ",
            $v,
            ".returns_to, ",
            $v,
            ".first_seen_us, ",
            $v,
            ".last_seen_us, ",
            $v,
            ".headline, ",
            $v,
            ".updated_at, ",
            $v,
            ".words, ",
            $v,
            ".partial, ",
            $v,
            ".text_digest, ",
            $v,
            ".parts_digest, ",
            $v,
            ".reader, ",
            $v,
            ".epoch"
        )
    };
}
pub(crate) use version_columns;

/// How many columns [`version_columns`] names.
pub(crate) const VERSION_COLUMNS: usize = 15;

statements! {
    ADD = "INSERT INTO versions (article_id, number, look, kind, returns_to, first_seen_us, last_seen_us, headline, \
        updated_at, words, partial, text_digest, parts_digest, reader, epoch) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)";
    LEAVE = "UPDATE versions SET last_seen_us = ?3 WHERE article_id = ?1 AND number = ?2 AND last_seen_us < ?3";
    ALL = concat!("SELECT ", version_columns!("v"), " FROM all_versions v WHERE v.article_id = ?1 \
        ORDER BY v.look, v.number");
    SHOWN = concat!("SELECT ", version_columns!("v"), " FROM shown_versions v WHERE v.article_id = ?1 \
        ORDER BY v.look, v.number");
    FIND = concat!("SELECT ", version_columns!("v"), " FROM shown_versions v WHERE v.article_id = ?1 AND v.number = ?2");
    BY_LOOK = "SELECT number FROM shown_versions WHERE article_id = ?1 AND look = ?2";
    COUNT = "SELECT CAST(count(*) AS BIGINT) FROM shown_versions WHERE article_id = ?1";
    LOOK = "SELECT look FROM versions WHERE article_id = ?1 AND number = ?2";
    SHOWN_ALIKE = "SELECT v.number FROM versions x JOIN shown_versions v ON v.article_id = x.article_id \
        AND v.text_digest = x.text_digest WHERE x.article_id = ?1 AND x.look = ?2 ORDER BY v.number";
    SHOW_HEADLINE = "UPDATE articles SET headline = COALESCE((SELECT v.headline FROM shown_versions v \
        WHERE v.article_id = ?1 AND v.number = ?2), headline) WHERE id = ?1";
    HEADLINE = "UPDATE articles SET headline = ?2, language = ?3 WHERE id = ?1";
}

/// A version with what it said; `None` if there is none of that number, or it is withdrawn.
pub fn find_version(
    tx: &mut Tx<'_>,
    article: ArticleId,
    number: NonZeroU32,
) -> Result<Option<ReadVersion>, StoreError> {
    let Some(version) = tx.query_one(FIND, vals![article, number], |row| version_at(row, 0))? else { return Ok(None) };
    let reading = readings::find_reading(tx, version.capture, &version.reader, version.epoch)?;
    let reading = reading.ok_or(StoreError::NoSuchReading(version.capture))?;
    Ok(Some(ReadVersion { version, reading }))
}

/// What a version says, read as another one was, so that both can be held against each other: as [`find_version`] gives
/// it where no such reading is recorded.
pub fn reading_like(tx: &mut Tx<'_>, version: &Version, like: &Version) -> Result<Reading, StoreError> {
    let alike = readings::find_reading(tx, version.capture, &like.reader, like.epoch)?;
    match alike {
        Some(reading) => Ok(reading),
        None => readings::find_reading(tx, version.capture, &version.reader, version.epoch)?
            .ok_or(StoreError::NoSuchReading(version.capture)),
    }
}

/// Versions in order, each with what the one before said, read as it was itself.
///
/// # Cost
/// One query a version, two where the reader changed from one to the next.
pub fn read_in_order(tx: &mut Tx<'_>, versions: &[Version]) -> Result<Vec<ReadAfter>, StoreError> {
    let mut found: Vec<ReadAfter> = Vec::with_capacity(versions.len());
    for version in versions {
        let reading = reading_like(tx, version, version)?;
        let before = match found.last().map(|before| &before.read) {
            Some(before) if (&before.version.reader, before.version.epoch) == (&version.reader, version.epoch) => {
                Some(before.reading.clone())
            }
            Some(before) => Some(reading_like(tx, &before.version, version)?),
            None => None,
        };
        found.push(ReadAfter { read: ReadVersion { version: version.clone(), reading }, before });
    }
    Ok(found)
}

/// The number of the version that a capture names; `None` if it names none, or it is withdrawn.
pub fn find_version_of(tx: &mut Tx<'_>, capture: CaptureId) -> Result<Option<NonZeroU32>, StoreError> {
    tx.query_one(BY_LOOK, vals![capture.article, capture.look], |row| row.col(0))
}

/// The capture that names a version, withdrawn or not; `None`: there is none of that number.
pub fn find_capture_of(
    tx: &mut Tx<'_>,
    article: ArticleId,
    number: NonZeroU32,
) -> Result<Option<CaptureId>, StoreError> {
    Ok(look_of(tx, article, number)?.map(|look| CaptureId { article, look }))
}

/// The versions that are shown and have the canonical text of one that may not be.
pub fn shown_alike(tx: &mut Tx<'_>, capture: CaptureId) -> Result<Vec<NonZeroU32>, StoreError> {
    tx.query(SHOWN_ALIKE, vals![capture.article, capture.look], |row| row.col(0))
}

/// All versions of an article, withdrawn ones too, in the order in which they were first seen.
pub(crate) fn all_of(tx: &mut Tx<'_>, article: ArticleId) -> Result<Vec<Version>, StoreError> {
    tx.query(ALL, vals![article], |row| version_at(row, 0))
}

/// The versions of an article that are shown, in the order in which they were first seen.
pub(crate) fn shown_of(tx: &mut Tx<'_>, article: ArticleId) -> Result<Vec<Version>, StoreError> {
    tx.query(SHOWN, vals![article], |row| version_at(row, 0))
}

/// The look that names a version.
pub(crate) fn look_of(tx: &mut Tx<'_>, article: ArticleId, number: NonZeroU32) -> Result<Option<u32>, StoreError> {
    tx.query_one(LOOK, vals![article, number], |row| row.col(0))
}

pub(crate) fn add(tx: &mut Tx<'_>, version: &Version) -> Result<(), StoreError> {
    let Version { number, capture, kind, returns_to, first_seen, last_seen, words, partial, .. } = version;
    let vals = vals![
        capture.article,
        *number,
        capture.look,
        *kind as u8,
        *returns_to,
        *first_seen,
        *last_seen,
        version.headline.as_deref(),
        version.updated_at.as_deref(),
        *words,
        *partial,
        &version.text_digest,
        &version.parts_digest,
        &version.reader,
        version.epoch.as_ref(),
    ];
    tx.exec(ADD, vals).map(drop)
}

/// Notes when a version was last seen, as another one is shown from now on.
pub(crate) fn leave(
    tx: &mut Tx<'_>,
    article: ArticleId,
    number: NonZeroU32,
    last_seen: Timestamp,
) -> Result<(), StoreError> {
    tx.exec(LEAVE, vals![article, number, last_seen]).map(drop)
}

/// How many versions of an article are shown.
pub fn count_of(tx: &mut Tx<'_>, article: ArticleId) -> Result<usize, StoreError> {
    Ok(tx.query_one(COUNT, vals![article], |row| row.col::<u64>(0))?.unwrap_or(0) as usize)
}

/// Gives an article the headline of a version that is shown again.
pub(crate) fn show_headline_of(tx: &mut Tx<'_>, article: ArticleId, number: NonZeroU32) -> Result<(), StoreError> {
    tx.exec(SHOW_HEADLINE, vals![article, number]).map(drop)
}

/// Gives an article the headline and language that lists show.
pub(crate) fn set_headline(
    tx: &mut Tx<'_>,
    article: ArticleId,
    headline: Option<&str>,
    language: Option<&str>,
) -> Result<(), StoreError> {
    tx.exec(HEADLINE, vals![article, headline, language]).map(drop)
}

/// A version whose columns ([`version_columns`]) begin at `index`.
pub(crate) fn version_at(row: &Row<'_>, index: usize) -> Result<Version, StoreError> {
    Ok(Version {
        capture: CaptureId { article: row.col(index)?, look: row.col(index + 2)? },
        number: row.col(index + 1)?,
        kind: kind(row, index + 3)?,
        returns_to: row.col(index + 4)?,
        first_seen: row.col(index + 5)?,
        last_seen: row.col(index + 6)?,
        headline: row.col(index + 7)?,
        updated_at: row.col(index + 8)?,
        words: row.col(index + 9)?,
        partial: row.col(index + 10)?,
        text_digest: row.col(index + 11)?,
        parts_digest: row.col(index + 12)?,
        reader: row.col(index + 13)?,
        epoch: row.col(index + 14)?,
    })
}

/// The kind of a version whose number is in the column at `index`.
pub(crate) fn kind(row: &Row<'_>, index: usize) -> Result<VersionKind, StoreError> {
    match row.col::<u8>(index)? {
        0 => Ok(VersionKind::Text),
        1 => Ok(VersionKind::PartsOnly),
        2 => Ok(VersionKind::ReaderOnly),
        other => Err(row.damaged(format!("{other} is no kind of version"))),
    }
}
