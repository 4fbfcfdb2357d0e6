//! Whether what is recorded holds together: rows that point nowhere, and where captures are said to be.
//!
//! Articles are gone through in ranges of their ids, so that no statement looks at a whole table, and a sample
//! is some of the ranges.

use jiff::Timestamp;
use news::{ArticleId, CaptureId, Place};

use crate::sql::{Row, Statement, statements, vals};
use crate::{StoreError, Tx};

statements! {
    NEXT = "SELECT id FROM articles WHERE id > ?1 ORDER BY id LIMIT ?2";
    VERSIONS_UNREAD = "SELECT v.article_id FROM versions v WHERE v.article_id > ?1 AND v.article_id <= ?2 \
        AND NOT EXISTS (SELECT 1 FROM readings r WHERE r.article_id = v.article_id AND r.look = v.look)";
    VERSIONS_UNSEEN = "SELECT v.article_id FROM versions v WHERE v.article_id > ?1 AND v.article_id <= ?2 \
        AND NOT EXISTS (SELECT 1 FROM captures c WHERE c.article_id = v.article_id AND c.look = v.look)";
    CHANGES_OF_NOTHING = "SELECT d.article_id FROM changes d WHERE d.article_id > ?1 AND d.article_id <= ?2 \
        AND (NOT EXISTS (SELECT 1 FROM versions v WHERE v.article_id = d.article_id AND v.number = d.from_number) \
        OR NOT EXISTS (SELECT 1 FROM versions v WHERE v.article_id = d.article_id AND v.number = d.to_number))";
    /// Numbers begin at 1.
    UNTOLD = "SELECT v.article_id FROM versions v WHERE v.article_id > ?1 AND v.article_id <= ?2 AND v.number > 1 \
        AND NOT EXISTS (SELECT 1 FROM changes d WHERE d.article_id = v.article_id AND d.to_number = v.number)";
    UNPLANNED = "SELECT a.id FROM articles a WHERE a.id > ?1 AND a.id <= ?2 \
        AND NOT EXISTS (SELECT 1 FROM agenda g WHERE g.article_id = a.id)";
    OF_NO_OUTLET = "SELECT a.id FROM articles a WHERE a.id > ?1 AND a.id <= ?2 \
        AND NOT EXISTS (SELECT 1 FROM outlets o WHERE o.id = a.outlet_id)";
    OF_NO_ARTICLE = "SELECT g.article_id FROM agenda g WHERE g.article_id > ?1 AND g.article_id <= ?2 \
        AND NOT EXISTS (SELECT 1 FROM articles a WHERE a.id = g.article_id)";
    UNSEARCHED = "SELECT v.article_id FROM versions v WHERE v.article_id > ?1 AND v.article_id <= ?2 \
        AND NOT EXISTS (SELECT 1 FROM search_docs d WHERE d.article_id = v.article_id AND d.number = v.number)";
    SEARCHED_OF_NOTHING = "SELECT d.article_id FROM search_docs d WHERE d.article_id > ?1 AND d.article_id <= ?2 \
        AND NOT EXISTS (SELECT 1 FROM versions v WHERE v.article_id = d.article_id AND v.number = d.number)";
    MERGED_ASTRAY = "SELECT m.article_id FROM merges m WHERE m.article_id > ?1 AND m.article_id <= ?2 \
        AND (NOT EXISTS (SELECT 1 FROM articles a WHERE a.id = m.into_id) \
        OR EXISTS (SELECT 1 FROM merges o WHERE o.article_id = m.into_id))";
    REACH = "SELECT segment, CAST(max(position + length) AS BIGINT) FROM captures \
        WHERE article_id > ?1 AND article_id <= ?2 GROUP BY segment";
    FOUNDING = "SELECT c.article_id, c.look, c.segment, c.position, c.length FROM versions v JOIN captures c \
        ON c.article_id = v.article_id AND c.look = v.look WHERE v.article_id > ?1 AND v.article_id <= ?2 \
        ORDER BY v.article_id, v.number LIMIT ?3";
    FAILING = "SELECT url, failures FROM feeds WHERE failures >= ?1 ORDER BY failures DESC, id";
    LAST_LOOK = "SELECT max(last_look_us) FROM tallies";
}

/// Articles whose ids lie in one stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    after: i64,
    up_to: i64,
}

/// A row that points nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Astray {
    /// What is missing, in words.
    pub what: &'static str,
    /// The article that it is of.
    pub article: ArticleId,
}

/// What points nowhere, in words.
const POINTERS: [(&str, Statement); 8] = [
    ("a version that was never read", VERSIONS_UNREAD),
    ("a version without its capture", VERSIONS_UNSEEN),
    ("a change of versions that are not there", CHANGES_OF_NOTHING),
    ("a version that no change leads to", UNTOLD),
    ("an article that is not on the agenda", UNPLANNED),
    ("an article of no outlet", OF_NO_OUTLET),
    ("an agenda of no article", OF_NO_ARTICLE),
    ("an article merged into one that is not there, or is merged itself", MERGED_ASTRAY),
];

/// Where the index of search differs from the versions, in words.
const SEARCHED: [(&str, Statement); 2] = [
    ("a version that the index of search does not know", UNSEARCHED),
    ("an entry of the index of search that is of no version", SEARCHED_OF_NOTHING),
];

impl Range {
    /// The articles' ids are above the first and up to the second.
    pub(crate) const fn bounds(self) -> (i64, i64) {
        (self.after, self.up_to)
    }

    /// Where going through all articles begins.
    pub const START: Self = Self { after: -1, up_to: -1 };

    /// The range behind this one, with so many articles; `None`: there are no more.
    pub fn next(self, tx: &mut Tx<'_>, articles: u32) -> Result<Option<Self>, StoreError> {
        if self.up_to == i64::MAX {
            return Ok(None);
        }
        let ids = tx.query(NEXT, vals![self.up_to, articles], |row: &Row<'_>| row.col::<i64>(0))?;
        // The last range goes on to the end of all ids: there may be rows of articles that are not there.
        let up_to = ids.last().copied().filter(|_| ids.len() == articles as usize).unwrap_or(i64::MAX);
        Ok(Some(Self { after: self.up_to, up_to }))
    }
}

/// The rows of a range that point nowhere.
pub fn astray(tx: &mut Tx<'_>, Range { after, up_to }: Range) -> Result<Vec<Astray>, StoreError> {
    let mut found = Vec::new();
    for (what, statement) in POINTERS {
        found.extend(tx.query(statement, vals![after, up_to], |row| Ok(Astray { what, article: row.col(0)? }))?);
    }
    Ok(found)
}

/// Where the index of search and the versions of a range do not agree.
pub fn search_astray(tx: &mut Tx<'_>, Range { after, up_to }: Range) -> Result<Vec<Astray>, StoreError> {
    let mut found = Vec::new();
    for (what, statement) in SEARCHED {
        found.extend(tx.query(statement, vals![after, up_to], |row| Ok(Astray { what, article: row.col(0)? }))?);
    }
    Ok(found)
}

/// The segments that captures of a range are said to be in, each with the byte up to which it must go.
pub fn reach(tx: &mut Tx<'_>, Range { after, up_to }: Range) -> Result<Vec<(u32, u64)>, StoreError> {
    tx.query(REACH, vals![after, up_to], |row| Ok((row.col(0)?, row.col(1)?)))
}

/// Captures of a range that founded versions, with their places.
pub fn founding(
    tx: &mut Tx<'_>,
    Range { after, up_to }: Range,
    limit: u32,
) -> Result<Vec<(CaptureId, Place)>, StoreError> {
    tx.query(FOUNDING, vals![after, up_to, limit], |row| {
        let id = CaptureId { article: row.col(0)?, look: row.col(1)? };
        Ok((id, Place { segment: row.col(2)?, offset: row.col(3)?, length: row.col(4)? }))
    })
}

/// Feeds that have failed so often in a row, or oftener, with how often.
pub fn failing_feeds(tx: &mut Tx<'_>, least: u32) -> Result<Vec<(String, u32)>, StoreError> {
    tx.query(FAILING, vals![least], |row| Ok((row.col(0)?, row.col(1)?)))
}

/// When anything was looked at last.
pub fn last_look(tx: &mut Tx<'_>) -> Result<Option<Timestamp>, StoreError> {
    Ok(tx.query_one(LAST_LOOK, &[], |row| row.col::<Option<Timestamp>>(0))?.flatten())
}

/// What SQLite finds wrong with the order of its file; a server looks after its own.
///
/// # Cost
/// Reads the whole file.
pub fn quick_check(tx: &mut Tx<'_>) -> Result<Vec<String>, StoreError> {
    tx.connection().quick_check()
}
