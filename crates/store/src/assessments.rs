//! Assessments: what is concluded of a change after it was recorded. Append-only; the change's row
//! keeps the last state, and the same GUID.

use std::num::NonZeroU32;

use jiff::Timestamp;
use news::{ArticleId, CaptureId, ChangeState, Digest, RecordedChange};

use crate::changes::Position;
use crate::sql::{Row, statements, vals};
use crate::{StoreError, Tx, change_search, changes};

statements! {
    ASSESS = "UPDATE changes SET state = ?4, updated_us = ?5 WHERE article_id = ?1 AND from_look = ?2 AND to_look = ?3";
    NOTE = "INSERT INTO assessments (article_id, from_look, to_look, number, at_us, state, data) \
        VALUES (?1, ?2, ?3, (SELECT CAST(coalesce(max(number), 0) + 1 AS BIGINT) FROM assessments \
        WHERE article_id = ?1 AND from_look = ?2 AND to_look = ?3), ?5, ?4, ?6)";
    TO_CONFIRM = "SELECT from_look, to_look FROM changes WHERE article_id = ?1 AND to_number = ?2 AND state = 0";
    /// A change of parts alone has the text that comes back on both sides: it is not reverted.
    TO_REVERT = "SELECT c.from_look, c.to_look FROM changes c \
        JOIN versions f ON f.article_id = c.article_id AND f.number = c.from_number \
        JOIN versions t ON t.article_id = c.article_id AND t.number = c.to_number \
        WHERE c.article_id = ?1 AND c.state IN (0, 1) AND c.to_number < ?2 AND f.text_digest = ?3 \
        AND t.text_digest <> ?3";
    TOLD = "UPDATE changes SET stealth = ?4, told_look = ?5, updated_us = ?6 WHERE article_id = ?1 AND from_look = ?2 \
        AND to_look = ?3";
    OF_CHANGE = "SELECT at_us, state FROM assessments WHERE article_id = ?1 AND from_look = ?2 AND to_look = ?3 \
        ORDER BY number";
}

/// What was concluded of a change, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assessment {
    /// When.
    pub at: Timestamp,
    /// How sure the change was from then on.
    pub state: ChangeState,
}

/// The assessments of a change, oldest first; none while it is as it was first recorded.
pub fn assessments_of(tx: &mut Tx<'_>, change: &RecordedChange) -> Result<Vec<Assessment>, StoreError> {
    let (from, to) = (change.from.capture.look, change.to.capture.look);
    tx.query(OF_CHANGE, vals![change.article, from, to], |row| {
        let number = row.col(1)?;
        let state = changes::state(number).ok_or_else(|| row.damaged(format!("{number} is no state of a change")))?;
        Ok(Assessment { at: row.col(0)?, state })
    })
}

/// Confirms the change to a version that a second look has shown.
pub(crate) fn confirm(tx: &mut Tx<'_>, article: ArticleId, to: NonZeroU32, at: Timestamp) -> Result<(), StoreError> {
    let looks = tx.query(TO_CONFIRM, vals![article, to], looks)?;
    assess(tx, article, &looks, ChangeState::Confirmed, at)
}

/// Marks the changes as reverted whose earlier text version `by` shows again.
pub(crate) fn revert(
    tx: &mut Tx<'_>,
    article: ArticleId,
    by: NonZeroU32,
    text: &Digest,
    at: Timestamp,
) -> Result<(), StoreError> {
    let looks = tx.query(TO_REVERT, vals![article, by, text], looks)?;
    assess(tx, article, &looks, ChangeState::Reverted, at)
}

/// Notes that changes are in another state from now on.
pub(crate) fn assess(
    tx: &mut Tx<'_>,
    article: ArticleId,
    changes: &[(u32, u32)],
    state: ChangeState,
    at: Timestamp,
) -> Result<(), StoreError> {
    for (from, to) in changes {
        tx.exec(ASSESS, vals![article, *from, *to, state as u8, at])?;
        tx.exec(NOTE, vals![article, *from, *to, state as u8, at, None::<&str>])?;
    }
    Ok(())
}

/// A notice that a later version brought tells readers of an earlier change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ToldLater {
    /// The capture that names the version before the earlier change.
    pub from: CaptureId,
    /// The capture that names the version after it.
    pub to: CaptureId,
    /// How likely it is now that readers were not told of it.
    pub stealth: f32,
}

/// Notes that look `by` showed a notice that tells of an earlier change.
pub(crate) fn tell(tx: &mut Tx<'_>, told: &ToldLater, by: u32, at: Timestamp) -> Result<(), StoreError> {
    let (article, from, to) = (told.to.article, told.from.look, told.to.look);
    let Some(known) = changes::find_change(tx, told.from, told.to)? else { return Ok(()) };
    let thousandths = changes::thousandths(told.stealth);
    tx.exec(TOLD, vals![article, from, to, thousandths, by, at])?;
    let data = format!("{{\"stealth\":{thousandths},\"told_look\":{by}}}");
    tx.exec(NOTE, vals![article, from, to, known.state as u8, at, Some(data.as_str())])?;
    let (was, is) = (known.is_stealth(), changes::is_stealth(&known.change, Some(told.stealth)));
    if was != is && known.state != ChangeState::ReaderOnly {
        let place = Position::of(&known);
        change_search::remove(tx, place, &known.change, was)?;
        change_search::add(tx, place, &known.change, is)?;
    }
    Ok(())
}

fn looks(row: &Row<'_>) -> Result<(u32, u32), StoreError> {
    Ok((row.col(0)?, row.col(1)?))
}
