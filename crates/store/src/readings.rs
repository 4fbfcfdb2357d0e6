//! Readings: what captures say. Every 16th whole, the others as a patch against the last whole one.

use jiff::Timestamp;
use news::{ArticleId, CaptureId, Digest, Reading};

use crate::packed::{self, Packed};
use crate::sql::{Row, statements, vals};
use crate::{StoreError, Tx};

statements! {
    ADD = "INSERT INTO readings (article_id, look, reader, epoch, page, read_us, base_look, bytes, data) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (article_id, look, reader, epoch) DO NOTHING";
    FIND = "SELECT base_look, bytes, data FROM readings WHERE article_id = ?1 AND look = ?2 AND reader = ?3 \
        AND epoch = ?4";
    READERS = "SELECT reader, epoch FROM readings WHERE article_id = ?1 AND look = ?2 ORDER BY read_us DESC, reader DESC";
    BASE = "SELECT r.look, r.bytes, r.data, (SELECT CAST(count(*) AS BIGINT) FROM readings p \
        WHERE p.article_id = ?1 AND p.reader = ?2 AND p.epoch = ?3 AND p.look > r.look AND p.base_look = r.look) FROM readings r \
        WHERE r.article_id = ?1 AND r.reader = ?2 AND r.epoch = ?3 AND r.base_look IS NULL AND r.look < ?4 \
        ORDER BY r.look DESC LIMIT 1";
}

/// Readings from one whole one to the next: 15 patches keep the whole ones to a sixteenth, and no
/// reading is more than one patch away from a whole one.
const RUN: i64 = 16;

/// The newest reading of a capture, withdrawn or not.
///
/// # Errors
/// [`StoreError::NoSuchReading`].
pub fn load_reading(tx: &mut Tx<'_>, capture: CaptureId) -> Result<Reading, StoreError> {
    let newest = |row: &Row<'_>| Ok((row.col::<String>(0)?, row.col::<Vec<u8>>(1)?));
    let newest = tx.query_one(READERS, vals![capture.article, capture.look], newest)?;
    let (reader, epoch) = newest.ok_or(StoreError::NoSuchReading(capture))?;
    unpack_reading(tx, capture, &reader, &epoch)?.ok_or(StoreError::NoSuchReading(capture))
}

/// The reading of a capture by one reader with one memory (`None`: with none).
pub fn find_reading(
    tx: &mut Tx<'_>,
    capture: CaptureId,
    reader: &str,
    epoch: Option<Digest>,
) -> Result<Option<Reading>, StoreError> {
    unpack_reading(tx, capture, reader, epoch_bytes(epoch.as_ref()))
}

/// Records a reading of a capture, made at `read_at`. One that is there already is never overwritten.
pub fn record_reading(
    tx: &mut Tx<'_>,
    capture: CaptureId,
    reading: &Reading,
    read_at: Timestamp,
) -> Result<(), StoreError> {
    let json = packed::json(reading).map_err(|e| tx.damaged(format!("a reading of {capture}: {e}")))?;
    let epoch = epoch_bytes(reading.epoch.as_ref());
    let base = base(tx, capture.article, &reading.reader, epoch, capture.look)?;
    let dictionary = base.as_ref().map_or(&[][..], |(_, json)| json);
    let packed = packed::pack(&json, dictionary).map_err(|e| tx.damaged(format!("a reading of {capture}: {e}")))?;
    let page = serde_json::to_value(reading.page).ok().and_then(|page| page.as_str().map(str::to_owned));
    let vals = vals![
        capture.article,
        capture.look,
        &reading.reader,
        epoch,
        page.as_deref().unwrap_or_default(),
        read_at,
        base.as_ref().map(|(look, _)| *look),
        packed.bytes as u64,
        packed.data.as_slice(),
    ];
    tx.exec(ADD, vals).map(drop)
}

/// The whole reading that the next one is to be a patch against, as JSON; `None`: it is to be whole.
fn base(
    tx: &mut Tx<'_>,
    article: ArticleId,
    reader: &str,
    epoch: &[u8],
    look: u32,
) -> Result<Option<(u32, Vec<u8>)>, StoreError> {
    let read = |row: &Row<'_>| {
        let packed = Packed { bytes: row.col::<u32>(1)? as usize, data: row.col(2)? };
        Ok((row.col::<u32>(0)?, packed, row.col::<i64>(3)?))
    };
    let Some((base, packed, patches)) = tx.query_one(BASE, vals![article, reader, epoch, look], read)? else {
        return Ok(None);
    };
    if patches + 1 >= RUN {
        return Ok(None);
    }
    let json = packed::unpack(&packed, &[]).map_err(|e| tx.damaged(format!("a reading of {article}.{base}: {e}")))?;
    Ok(Some((base, json)))
}

fn unpack_reading(
    tx: &mut Tx<'_>,
    capture: CaptureId,
    reader: &str,
    epoch: &[u8],
) -> Result<Option<Reading>, StoreError> {
    let Some((base_look, packed)) = find(tx, capture, reader, epoch)? else { return Ok(None) };
    let damaged = |e: std::io::Error| format!("a reading of {capture}: {e}");
    let base = match base_look {
        None => Vec::new(),
        Some(look) => {
            let (_, base) = find(tx, CaptureId { look, ..capture }, reader, epoch)?
                .ok_or_else(|| tx.damaged(format!("the reading that {capture} is a patch against is missing")))?;
            packed::unpack(&base, &[]).map_err(|e| tx.damaged(damaged(e)))?
        }
    };
    let reading = packed::unpack(&packed, &base).and_then(|json| packed::value(&json));
    reading.map(Some).map_err(|e| tx.damaged(damaged(e)))
}

fn find(
    tx: &mut Tx<'_>,
    capture: CaptureId,
    reader: &str,
    epoch: &[u8],
) -> Result<Option<(Option<u32>, Packed)>, StoreError> {
    tx.query_one(FIND, vals![capture.article, capture.look, reader, epoch], |row: &Row<'_>| {
        Ok((row.col(0)?, Packed { bytes: row.col::<u32>(1)? as usize, data: row.col(2)? }))
    })
}

/// The epoch as its column has it: empty for none.
fn epoch_bytes(epoch: Option<&Digest>) -> &[u8] {
    epoch.map_or(&[], |digest| &digest.0)
}
