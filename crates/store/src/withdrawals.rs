//! Withdrawals: what we have stopped showing. The evidence stays; every list, timeline and feed
//! goes through views that leave it out.
//!
//! The caller writes the withdrawal to the ledger first, so that a store that is rebuilt from the
//! archive never shows again what was withdrawn. It may name an article or a version that is not
//! known yet: then it waits for them.
//!
//! With a version go those of the same article that say the same again ([`hidden_of`]): an outlet that
//! goes back to a text does not bring it back here. Other records of the same article ([`crate::merges`]) are no way
//! round a withdrawal either.

use std::num::NonZeroU32;

use jiff::Timestamp;
use news::{ArticleId, CaptureId, HiddenChange, HiddenVersion};

use crate::sql::{Row, statements, vals};
use crate::{ChangeFilter, StoreError, Tx, merges, readings, versions};

macro_rules! columns {
    () => {
        "w.article_id, w.look, w.at_us, w.reason, w.legal, w.who, w.restored_us, w.restored_who, w.restored_reason"
    };
}

statements! {
    WITHDRAW = "INSERT INTO withdrawals (article_id, kind, look, at_us, reason, legal, who) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (article_id, look, at_us) DO NOTHING";
    /// Not those that came after it: deeds may be done again in their order.
    RESTORE = "UPDATE withdrawals SET restored_us = ?3, restored_who = ?4, restored_reason = ?5 \
        WHERE article_id = ?1 AND look = ?2 AND restored_us IS NULL AND at_us <= ?3";
    OF_ARTICLE = concat!("SELECT ", columns!(), " FROM withdrawals w WHERE w.article_id = ?1 ORDER BY w.at_us, w.look");
    STANDING = concat!("SELECT ", columns!(), " FROM withdrawals w WHERE w.restored_us IS NULL \
        ORDER BY w.at_us, w.article_id, w.look");
    SINCE = "SELECT article_id, at_us FROM withdrawals WHERE restored_us IS NULL AND at_us >= ?1 \
        ORDER BY at_us DESC, article_id DESC, look DESC LIMIT ?2";
    /// Changes of an article that were seen by then and are not shown.
    CHANGES = "SELECT c.from_look, c.to_look FROM changes c WHERE c.article_id = ?1 AND c.seen_us <= ?2 AND c.state <> 3 \
        AND NOT EXISTS (SELECT 1 FROM shown_changes s WHERE s.article_id = c.article_id \
        AND s.from_look = c.from_look AND s.to_look = c.to_look)";
    HIDDEN = "SELECT DISTINCT h.number, h.look, h.kind, h.returns_to, h.first_seen_us, h.of_id, h.withdrawn_look, \
        h.at_us, h.reason, h.legal FROM hidden_versions h WHERE h.article_id = ?1 ORDER BY h.look, h.at_us";
    STANDS = "SELECT look FROM withdrawals WHERE article_id = ?1 AND restored_us IS NULL \
        UNION ALL SELECT look FROM withdrawn_elsewhere WHERE article_id = ?1 LIMIT 1";
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
    /// Whether the law asked for it.
    pub legal: bool,
    /// Who withdrew it, where that was noted.
    pub by: Option<String>,
    /// When, by whom and why it was shown again.
    pub restored: Option<Restored>,
}

/// The end of a withdrawal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// When.
    pub at: Timestamp,
    /// By whom, where that was noted.
    pub by: Option<String>,
    /// Why, where that was noted.
    pub reason: Option<String>,
}

/// Withdraws a version of an article, or the article whole. Safe to repeat with the same time.
///
/// # Cost
/// The commit waits for the disk: what is withdrawn stays withdrawn.
pub fn withdraw(tx: &mut Tx<'_>, new: &Withdrawal) -> Result<(), StoreError> {
    let Withdrawal { article, version, at, reason, legal, by, .. } = new;
    let kind = if version.is_some() { "version" } else { "article" };
    tx.must_be_durable();
    tx.exec(WITHDRAW, vals![*article, kind, look(*version), *at, reason, *legal, by.as_deref()])?;
    show_newest_headlines(tx, *article)
}

/// Shows again what was withdrawn before. Safe to repeat.
pub fn restore(
    tx: &mut Tx<'_>,
    article: ArticleId,
    version: Option<CaptureId>,
    restored: &Restored,
) -> Result<(), StoreError> {
    let Restored { at, by, reason } = restored;
    tx.must_be_durable();
    tx.exec(RESTORE, vals![article, look(version), *at, by.as_deref(), reason.as_deref()])?;
    show_newest_headlines(tx, article)
}

/// The withdrawals of an article, oldest first.
pub fn withdrawals_of(tx: &mut Tx<'_>, article: ArticleId) -> Result<Vec<Withdrawal>, StoreError> {
    tx.query(OF_ARTICLE, vals![article], withdrawal)
}

/// The withdrawal of an article whole that stands: its own, or that of what it was merged into.
pub fn withdrawal_over(tx: &mut Tx<'_>, article: ArticleId) -> Result<Option<Withdrawal>, StoreError> {
    let whole = |all: Vec<Withdrawal>| all.into_iter().rfind(|w| w.version.is_none() && w.restored.is_none());
    match (whole(withdrawals_of(tx, article)?), merges::find_merge(tx, article)?) {
        (None, Some(merge)) => Ok(whole(withdrawals_of(tx, merge.into)?)),
        (own, _) => Ok(own),
    }
}

/// Whether anything is withdrawn of an article, or of another record of it as far as that counts for this one.
pub fn bear_on(tx: &mut Tx<'_>, article: ArticleId) -> Result<bool, StoreError> {
    Ok(tx.query_one(STANDS, vals![article], |row| row.col::<u32>(0))?.is_some())
}

/// All that is withdrawn now, oldest first.
pub fn standing_withdrawals(tx: &mut Tx<'_>) -> Result<Vec<Withdrawal>, StoreError> {
    tx.query(STANDING, &[], withdrawal)
}

/// The versions of an article that are not shown, in the order in which they were first seen.
pub fn hidden_of(tx: &mut Tx<'_>, article: ArticleId) -> Result<Vec<HiddenVersion>, StoreError> {
    let mut hidden = tx.query(HIDDEN, vals![article], |row: &Row<'_>| {
        Ok(HiddenVersion {
            number: row.col::<NonZeroU32>(0)?,
            capture: CaptureId { article, look: row.col(1)? },
            kind: versions::kind(row, 2)?,
            returns_to: row.col(3)?,
            first_seen: row.col(4)?,
            same_as: Some(CaptureId { article: row.col(5)?, look: row.col(6)? }),
            at: row.col(7)?,
            reason: row.col(8)?,
            legal: row.col(9)?,
        })
    })?;
    for version in &mut hidden {
        version.same_as = version.same_as.filter(|withdrawn| *withdrawn != version.capture);
    }
    // Its own withdrawal says best why it is not shown, then one in the same record, and then the newest.
    let distance = |v: &HiddenVersion| v.same_as.map(|withdrawn| withdrawn.article != article);
    hidden.sort_by_key(|v| (v.capture, distance(v), std::cmp::Reverse(v.at)));
    hidden.dedup_by_key(|v| v.capture);
    Ok(hidden)
}

/// Changes that were shown and are not any more because of a withdrawal at `since` or later, each once with the time of
/// the last withdrawal of its article since (readers pass over a deletion older than the entry), about `limit` at most. Of `filter` only its outlet or article counts.
///
/// # Cost
/// A query for each record of what was withdrawn since.
pub fn hidden_changes(
    tx: &mut Tx<'_>,
    filter: &ChangeFilter,
    since: Timestamp,
    limit: u32,
) -> Result<Vec<HiddenChange>, StoreError> {
    let mut hidden: Vec<HiddenChange> = Vec::new();
    for (article, at) in withdrawn_since(tx, filter.article, since, limit)? {
        for record in merges::records_of(tx, article)? {
            let is_wanted = match (filter.article, filter.outlet) {
                (Some(one), _) => record == one,
                (_, Some(outlet)) => record.outlet == outlet,
                _ => true,
            };
            if !is_wanted || hidden.len() >= limit as usize {
                continue;
            }
            let capture = |look| CaptureId { article: record, look };
            let changes = tx.query(CHANGES, vals![record, at], |row| Ok((row.col(0)?, row.col(1)?)))?;
            for (from, to) in changes.into_iter().map(|(from, to)| (capture(from), capture(to))) {
                match hidden.iter_mut().find(|known| (known.from, known.to) == (from, to)) {
                    Some(known) => known.at = known.at.max(at),
                    None => hidden.push(HiddenChange { from, to, at }),
                }
            }
        }
    }
    Ok(hidden)
}

/// What was withdrawn since then and is so still, with when: of all articles, or of the records of one.
fn withdrawn_since(
    tx: &mut Tx<'_>,
    article: Option<ArticleId>,
    since: Timestamp,
    limit: u32,
) -> Result<Vec<(ArticleId, Timestamp)>, StoreError> {
    let Some(article) = article else {
        return tx.query(SINCE, vals![since, limit], |row| Ok((row.col(0)?, row.col(1)?)));
    };
    let mut all = Vec::new();
    for record in merges::records_of(tx, article)? {
        all.extend(withdrawals_of(tx, record)?);
    }
    all.retain(|withdrawal| withdrawal.restored.is_none() && withdrawal.at >= since);
    Ok(all.into_iter().map(|withdrawal| (withdrawal.article, withdrawal.at)).collect())
}

/// Keeps the headline of a new version out of lists if the version is not shown.
pub(crate) fn hide_headline(tx: &mut Tx<'_>, article: ArticleId) -> Result<(), StoreError> {
    if bear_on(tx, article)? { show_newest_headline(tx, article) } else { Ok(()) }
}

/// [`show_newest_headline`] of every record of an article.
fn show_newest_headlines(tx: &mut Tx<'_>, article: ArticleId) -> Result<(), StoreError> {
    let records = merges::records_of(tx, article)?;
    records.into_iter().try_for_each(|record| show_newest_headline(tx, record))
}

/// Lists name articles by their newest version's headline: it must be one that is shown.
pub(crate) fn show_newest_headline(tx: &mut Tx<'_>, article: ArticleId) -> Result<(), StoreError> {
    let newest = versions::shown_of(tx, article)?.pop();
    let language = match &newest {
        Some(v) => readings::find_reading(tx, v.capture, &v.reader, v.epoch)?.and_then(|reading| reading.language),
        None => None,
    };
    versions::set_headline(tx, article, newest.and_then(|v| v.headline).as_deref(), language.as_deref())
}

fn withdrawal(row: &Row<'_>) -> Result<Withdrawal, StoreError> {
    let (article, look) = (row.col(0)?, row.col(1)?);
    let restored = match row.col(6)? {
        Some(at) => Some(Restored { at, by: row.col(7)?, reason: row.col(8)? }),
        None => None,
    };
    Ok(Withdrawal {
        article,
        version: Some(CaptureId { article, look }).filter(|_| look > 0),
        at: row.col(2)?,
        reason: row.col(3)?,
        legal: row.col(4)?,
        by: row.col(5)?,
        restored,
    })
}

fn look(version: Option<CaptureId>) -> u32 {
    version.map_or(0, |capture| capture.look)
}
