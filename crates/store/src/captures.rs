//! Captures: where the archive holds what a look brought back.

use jiff::Timestamp;
use news::{CaptureId, Digest, Place};
use serde::Serialize;

use crate::sql::{Row, statements, vals};
use crate::{StoreError, Tx};

statements! {
    ADD = "INSERT INTO captures (article_id, look, at_us, status, url, body_digest, body_bytes, revisit, segment, \
        position, length) VALUES (?1, ?2, ?3, ?4, (SELECT nullif(?5, a.url) FROM articles a WHERE a.id = ?1), \
        ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (article_id, look) DO NOTHING";
    FIND = "SELECT c.at_us, c.status, coalesce(c.url, a.url), c.body_digest, c.body_bytes, c.revisit, c.segment, \
        c.position, c.length FROM captures c JOIN articles a ON a.id = c.article_id \
        WHERE c.article_id = ?1 AND c.look = ?2";
    NEEDS_BODY = "SELECT look FROM versions WHERE article_id = ?1 AND look = ?2 \
        UNION ALL SELECT body_look FROM agenda WHERE article_id = ?1 AND body_look = ?2";
    MOVE = "UPDATE captures SET segment = ?3, position = ?4, length = ?5 WHERE article_id = ?1 AND look = ?2";
}

/// A capture as the store knows it; its bytes are in the archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaptureRow {
    /// Its name.
    pub id: CaptureId,
    /// Where its record is.
    pub place: Place,
    /// When the request was sent.
    pub at: Timestamp,
    /// The status of the last answer.
    pub status: u16,
    /// The address that gave the last answer.
    pub url: String,
    /// The digest of the body, codings removed; for a 304, of the body that it confirms.
    pub body_digest: Digest,
    /// The length of that body in bytes.
    pub body_bytes: u64,
    /// Whether the record only refers to an earlier one that holds the body (WARC revisit).
    pub revisit: bool,
}

/// A capture by its name.
pub fn find_capture(tx: &mut Tx<'_>, id: CaptureId) -> Result<Option<CaptureRow>, StoreError> {
    tx.query_one(FIND, vals![id.article, id.look], |row: &Row<'_>| {
        Ok(CaptureRow {
            id,
            at: row.col(0)?,
            status: row.col(1)?,
            url: row.col(2)?,
            body_digest: row.col(3)?,
            body_bytes: row.col(4)?,
            revisit: row.col(5)?,
            place: Place { segment: row.col(6)?, offset: row.col(7)?, length: row.col(8)? },
        })
    })
}

/// Whether the archive must keep a capture's body: it names a version, shown or withdrawn, or the
/// next revisit will refer to it.
pub fn needs_body(tx: &mut Tx<'_>, id: CaptureId) -> Result<bool, StoreError> {
    Ok(tx.query_one(NEEDS_BODY, vals![id.article, id.look], |row| row.col::<u32>(0))?.is_some())
}

/// Notes that the archive has put the records of captures elsewhere (keep rule). Safe to repeat;
/// captures that are not recorded are left out.
///
/// # Cost
/// The commit waits for the disk: the records are deleted from their old places after it.
pub fn move_captures(tx: &mut Tx<'_>, moved: &[(CaptureId, Place)]) -> Result<(), StoreError> {
    tx.must_be_durable();
    for (id, place) in moved {
        tx.exec(MOVE, vals![id.article, id.look, place.segment, place.offset, place.length])?;
    }
    Ok(())
}

pub(crate) fn add(tx: &mut Tx<'_>, capture: &CaptureRow) -> Result<(), StoreError> {
    let CaptureRow { id, place, at, status, url, body_digest, body_bytes, revisit } = capture;
    let vals = vals![
        id.article,
        id.look,
        *at,
        *status,
        url,
        body_digest,
        *body_bytes,
        *revisit,
        place.segment,
        place.offset,
        place.length,
    ];
    tx.exec(ADD, vals).map(drop)
}
