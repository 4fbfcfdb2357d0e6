//! Withdrawals: what we have stopped showing. The evidence stays; every list, timeline and feed
//! goes through views that leave it out.
//!
//! The caller writes the withdrawal to the archive first, so that a store that is rebuilt from the
//! archive never shows again what was withdrawn.

use jiff::Timestamp;
use news::{ArticleId, CaptureId};

use crate::sql::{Row, statements, vals};
use crate::{StoreError, Tx, readings, versions};

statements! {
    WITHDRAW = "INSERT INTO withdrawals (article_id, kind, look, at_us, reason) VALUES (?1, ?2, ?3, ?4, ?5) \
        ON CONFLICT (article_id, look, at_us) DO NOTHING";
    RESTORE = "UPDATE withdrawals SET restored_us = ?3 WHERE article_id = ?1 AND look = ?2 AND restored_us IS NULL";
    OF_ARTICLE = "SELECT look, at_us, reason, restored_us FROM withdrawals WHERE article_id = ?1 ORDER BY at_us, look";
}

/// Something that is not shown any more, or was not for a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    /// The article.
    pub article: ArticleId,
    /// The capture that names the version; `None`: the whole article.
    pub version: Option<CaptureId>,
    /// When it was withdrawn.
    pub at: Timestamp,
    /// Why, in words that may be shown.
    pub reason: String,
    /// When it was shown again.
    pub restored_at: Option<Timestamp>,
}

/// Withdraws a version of an article, or the article whole. Safe to repeat with the same time.
///
/// # Cost
/// The commit waits for the disk: what is withdrawn stays withdrawn.
pub fn withdraw(
    tx: &mut Tx<'_>,
    article: ArticleId,
    version: Option<CaptureId>,
    reason: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let kind = if version.is_some() { "version" } else { "article" };
    tx.must_be_durable();
    tx.exec(WITHDRAW, vals![article, kind, look(version), now, reason])?;
    show_newest_headline(tx, article)
}

/// Shows again what was withdrawn.
pub fn restore(
    tx: &mut Tx<'_>,
    article: ArticleId,
    version: Option<CaptureId>,
    now: Timestamp,
) -> Result<(), StoreError> {
    tx.must_be_durable();
    tx.exec(RESTORE, vals![article, look(version), now])?;
    show_newest_headline(tx, article)
}

/// The withdrawals of an article, oldest first.
pub fn withdrawals_of(tx: &mut Tx<'_>, article: ArticleId) -> Result<Vec<Withdrawal>, StoreError> {
    tx.query(OF_ARTICLE, vals![article], |row: &Row<'_>| {
        let look = row.col(0)?;
        let version = Some(CaptureId { article, look }).filter(|_| look > 0);
        Ok(Withdrawal { article, version, at: row.col(1)?, reason: row.col(2)?, restored_at: row.col(3)? })
    })
}

/// Lists name articles by their newest version's headline: it must be one that is shown.
fn show_newest_headline(tx: &mut Tx<'_>, article: ArticleId) -> Result<(), StoreError> {
    let newest = versions::shown_of(tx, article)?.pop();
    let language = match &newest {
        Some(v) => readings::find_reading(tx, v.capture, &v.reader, v.epoch)?.and_then(|reading| reading.language),
        None => None,
    };
    versions::set_headline(tx, article, newest.and_then(|v| v.headline).as_deref(), language.as_deref())
}

fn look(version: Option<CaptureId>) -> u32 {
    version.map_or(0, |capture| capture.look)
}
