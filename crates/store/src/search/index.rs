//! The index: documents added with their versions, and those of older versions added later.

use news::{ArticleId, CaptureId, Digest, Reading, Version};

use super::document::Document;
use super::{FoundPlace, IN_A_SECOND};
use crate::dialect::Dialect;
use crate::sql::{Row, statements, vals};
use crate::versions::{version_at, version_columns};
use crate::{StoreError, Tx, meta, readings};

statements! {
    KNOWN = "SELECT doc FROM search_docs WHERE article_id = ?1 AND number = ?2";
    LAST_OF = "SELECT max(doc) FROM search_docs WHERE doc >= ?1 AND doc < ?2";
    ADD = "INSERT INTO search_docs (doc, article_id, number, long) VALUES (?1, ?2, ?3, ?4)";
    LENGTH = "UPDATE search_docs SET long = ?2 WHERE doc = ?1";
    /// Of all: documents have numbers above zero.
    FORGET = "DELETE FROM search_docs WHERE doc >= ?1";
    NEXT = concat!("SELECT ", version_columns!("v"), " FROM all_versions v WHERE (v.article_id, v.number) > (?1, ?2) \
        ORDER BY v.article_id, v.number LIMIT ?3");
    DOCUMENTS = "SELECT d.doc, v.article_id, v.look, v.reader, v.epoch FROM search_docs d \
        JOIN versions v ON v.article_id = d.article_id AND v.number = d.number WHERE d.doc > ?1 ORDER BY d.doc LIMIT ?2";
}

/// How far the fill has come: the last article and version, as the bits of its id and its number.
const FILLED: &str = "search_filled";

/// What [`fill`] has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filled {
    /// It added this many documents, and there may be more to add.
    Added(usize),
    /// All versions are indexed.
    Done,
}

/// Adds a version to the index. One that is there already stays as it is.
pub(crate) fn add(tx: &mut Tx<'_>, version: &Version, reading: &Reading) -> Result<(), StoreError> {
    let article = version.capture.article;
    if tx.query_one(KNOWN, vals![article, version.number], |row| row.col::<i64>(0))?.is_some() {
        return Ok(());
    }
    let doc = free_place(tx, FoundPlace::of_second(version.first_seen))?;
    let document = Document::of(article.outlet, reading);
    tx.exec(ADD, vals![doc, article, version.number, document.long])?;
    put(tx, doc, &document)
}

/// Puts another reading of a version in the place of the one that it is indexed by.
pub(crate) fn replace(
    tx: &mut Tx<'_>,
    version: &Version,
    earlier: Option<&Reading>,
    reading: &Reading,
) -> Result<(), StoreError> {
    let article = version.capture.article;
    let Some(doc) = tx.query_one(KNOWN, vals![article, version.number], |row| row.col::<i64>(0))? else {
        return Ok(());
    };
    if let Some(earlier) = earlier {
        let document = Document::of(article.outlet, earlier);
        let text = text(tx.dialect(), doc, &document);
        tx.exec(tx.dialect().search().remove, vals![doc, &text])?;
    }
    let document = Document::of(article.outlet, reading);
    tx.exec(LENGTH, vals![doc, document.long])?;
    put(tx, doc, &document)
}

/// The first free place of the second that begins at `begin`, or, should all be taken, of the next.
fn free_place(tx: &mut Tx<'_>, mut begin: i64) -> Result<i64, StoreError> {
    loop {
        let end = begin + IN_A_SECOND;
        let last = tx.query_one(LAST_OF, vals![begin, end], |row| row.col::<Option<i64>>(0))?.flatten();
        match last {
            None => return Ok(begin),
            Some(last) if last + 1 < end => return Ok(last + 1),
            Some(_) => begin = end,
        }
    }
}

fn put(tx: &mut Tx<'_>, doc: i64, document: &Document) -> Result<(), StoreError> {
    let text = text(tx.dialect(), doc, document);
    let statement = tx.dialect().search().add;
    tx.exec(statement, vals![doc, &text]).map(drop)
}

fn text(dialect: Dialect, doc: i64, document: &Document) -> String {
    match dialect {
        Dialect::Sqlite => document.for_sqlite(),
        Dialect::Postgres => document.for_postgres(doc),
    }
}

/// Adds documents of versions that were there before the index was, of at most `limit` versions. Safe to repeat until
/// it is [`Filled::Done`]; each call is a bounded piece of work, and a crash loses only the last one.
pub fn fill(tx: &mut Tx<'_>, limit: u32) -> Result<Filled, StoreError> {
    let Some((article, number)) = meta::value::<(i64, u32)>(tx, FILLED)? else { return Ok(Filled::Done) };
    let mut versions = tx.query(NEXT, vals![article, number, limit], |row| version_at(row, 0))?;
    let Some(last) = versions.last() else {
        meta::remove(tx, FILLED)?;
        return Ok(Filled::Done);
    };
    let place = (last.capture.article.to_bits(), last.number.get());
    meta::put(tx, FILLED, &place)?;
    let count = versions.len();
    // FTS5 writes what comes in order at once.
    versions.sort_by_key(|version| version.first_seen);
    for version in &versions {
        if let Some(reading) = readings::find_reading(tx, version.capture, &version.reader, version.epoch)? {
            add(tx, version, &reading)?;
        }
    }
    Ok(Filled::Added(count))
}

/// Empties the index; [`fill`] makes it again of all versions. Until it is done, searches find less, and say so.
///
/// # Cost
/// One row for each version.
pub fn empty(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    tx.exec(tx.dialect().search().clear, &[])?;
    tx.exec(FORGET, vals![0i64])?;
    meta::put(tx, FILLED, &(0i64, 0u32))
}

/// Whether versions that were there before the index was are still to be added.
pub fn is_filling(tx: &mut Tx<'_>) -> Result<bool, StoreError> {
    Ok(meta::value::<(i64, u32)>(tx, FILLED)?.is_some())
}

/// A document and the reading that it is made of.
pub(crate) struct Documented {
    pub(crate) doc: i64,
    capture: CaptureId,
    reader: String,
    epoch: Option<Digest>,
}

/// The documents after `doc`, for an index that is made again from them.
pub(crate) fn documents_after(tx: &mut Tx<'_>, doc: i64, limit: usize) -> Result<Vec<Documented>, StoreError> {
    tx.query(DOCUMENTS, vals![doc, limit as u64], |row: &Row<'_>| {
        let capture = CaptureId { article: row.col::<ArticleId>(1)?, look: row.col(2)? };
        Ok(Documented { doc: row.col(0)?, capture, reader: row.col(3)?, epoch: row.col(4)? })
    })
}

/// Puts a document into an index that has lost it.
pub(crate) fn add_document(tx: &mut Tx<'_>, known: &Documented) -> Result<(), StoreError> {
    let reading = readings::find_reading(tx, known.capture, &known.reader, known.epoch)?;
    let reading = reading.ok_or(StoreError::NoSuchReading(known.capture))?;
    put(tx, known.doc, &Document::of(known.capture.article.outlet, &reading))
}
