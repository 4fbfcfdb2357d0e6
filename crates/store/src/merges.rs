//! Merges: articles that turned out to be one, recorded twice.
//!
//! From then on the keys of the one lead to the other ([`crate::articles::find_article`]); it is looked at no more,
//! and is in no list or count of articles. What was recorded under its id stays there, as evidence. There are no
//! chains: what others were merged into is merged into none, so one step always arrives.
//!
//! A withdrawal counts for all records of an article (the view `withdrawn_elsewhere`).

use jiff::Timestamp;
use news::{ArticleId, HiddenVersion, Merge, OtherRecord, Subject};

use crate::looks::Log;
use crate::sql::{Row, statements, vals};
use crate::{StoreError, Tx, articles, halts, tallies, versions, withdrawals};

statements! {
    /// Not over one that came after it: deeds may be done again in their order.
    PUT = "INSERT INTO merges (article_id, into_id, at_us, who, reason) VALUES (?1, ?2, ?3, ?4, ?5) \
        ON CONFLICT (article_id) DO UPDATE SET into_id = excluded.into_id, at_us = excluded.at_us, \
        who = excluded.who, reason = excluded.reason WHERE merges.at_us <= excluded.at_us";
    UNDO = "DELETE FROM merges WHERE article_id = ?1 AND at_us <= ?2";
    FIND = "SELECT into_id, at_us, who, reason FROM merges WHERE article_id = ?1";
    ALL = "SELECT article_id, into_id, at_us, who, reason FROM merges ORDER BY article_id";
    RECORDS = "SELECT article_id FROM merges WHERE into_id = ?1 ORDER BY article_id";
    OTHERS = "SELECT a.id, coalesce(a.moved_url, a.url), a.first_seen_us, m.at_us, g.log_from, g.log \
        FROM merges m JOIN shown_articles a ON a.id = m.article_id JOIN agenda g ON g.article_id = a.id \
        WHERE m.into_id = ?1 ORDER BY a.id";
}

/// Why two articles cannot be merged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// It is the same article.
    Itself,
    /// They are of two outlets.
    OtherOutlet,
    /// It is merged already, perhaps into that very one.
    Merged(Merge),
    /// What it is to be merged into is merged itself.
    IntoMerged(Merge),
    /// Others were merged into it, this one among them.
    HasRecords(ArticleId),
    /// This article is withdrawn.
    Withdrawn(ArticleId),
}

/// Why a merge cannot be undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UndoObstacle {
    /// There is none.
    NotMerged,
    /// The article that it was merged into is withdrawn, and it with that.
    Withdrawn(ArticleId),
    /// Only the merge keeps this version from being shown, because it says what was withdrawn in another record.
    OnlyHidden(HiddenVersion),
}

/// Makes an article another record of `merge.into`. Safe to repeat; a later merge of it stays.
///
/// What speaks against it is for whoever decides to ask ([`obstacle`]); a deed that is done again asks nobody.
///
/// # Errors
/// [`StoreError::NoSuchArticle`] of either.
pub fn merge(tx: &mut Tx<'_>, article: ArticleId, merge: &Merge) -> Result<(), StoreError> {
    let Merge { into, at, by, reason } = merge;
    let (found, _) = articles::load_article(tx, article)?;
    articles::load_article(tx, *into)?;
    let is_new = find_merge(tx, article)?.is_none();
    tx.must_be_durable();
    tx.exec(PUT, vals![article, *into, *at, by, reason.as_deref()])?;
    if is_new {
        tallies::count_article(tx, article.outlet, found.first_seen, -1)?;
    }
    halts::refresh(tx, Subject::Article(article))?;
    for record in records_of(tx, article)? {
        withdrawals::hide_headline(tx, record)?;
    }
    Ok(())
}

/// Makes a merged article one by itself again, as it was planned. Safe to repeat; a merge after `at` stays.
///
/// # Errors
/// [`StoreError::NoSuchArticle`].
pub fn unmerge(tx: &mut Tx<'_>, article: ArticleId, at: Timestamp) -> Result<(), StoreError> {
    let (found, _) = articles::load_article(tx, article)?;
    let mut touched = Vec::new();
    for record in records_of(tx, article)? {
        if withdrawals::bear_on(tx, record)? {
            touched.push(record);
        }
    }
    tx.must_be_durable();
    if tx.exec(UNDO, vals![article, at])? == 0 {
        return Ok(());
    }
    tallies::count_article(tx, article.outlet, found.first_seen, 1)?;
    halts::refresh(tx, Subject::Article(article))?;
    touched.into_iter().try_for_each(|record| withdrawals::show_newest_headline(tx, record))
}

/// What an article was merged into; `None`: it is one by itself.
pub fn find_merge(tx: &mut Tx<'_>, article: ArticleId) -> Result<Option<Merge>, StoreError> {
    tx.query_one(FIND, vals![article], |row: &Row<'_>| {
        Ok(Merge { into: row.col(0)?, at: row.col(1)?, by: row.col(2)?, reason: row.col(3)? })
    })
}

/// Everything that is merged now, and into what.
pub fn all_merges(tx: &mut Tx<'_>) -> Result<Vec<(ArticleId, Merge)>, StoreError> {
    tx.query(ALL, &[], |row: &Row<'_>| {
        Ok((row.col(0)?, Merge { into: row.col(1)?, at: row.col(2)?, by: row.col(3)?, reason: row.col(4)? }))
    })
}

/// The ids under which an article is recorded, its own first. Of a merged one, those of what it was merged into.
pub fn records_of(tx: &mut Tx<'_>, article: ArticleId) -> Result<Vec<ArticleId>, StoreError> {
    let own = find_merge(tx, article)?.map_or(article, |merge| merge.into);
    let mut records = vec![own];
    records.extend(tx.query(RECORDS, vals![own], |row| row.col::<ArticleId>(0))?);
    Ok(records)
}

/// What is recorded of an article under other ids, without what is withdrawn.
pub(crate) fn others_of(tx: &mut Tx<'_>, article: ArticleId) -> Result<Vec<OtherRecord>, StoreError> {
    let rows = tx.query(OTHERS, vals![article], |row: &Row<'_>| {
        let first_seen = row.col(2)?;
        let other = OtherRecord {
            article: row.col(0)?,
            url: row.col(1)?,
            from: first_seen,
            to: first_seen,
            versions: 0,
            merged_at: row.col(3)?,
        };
        Ok((other, Log { from: row.col(4)?, packed: row.col(5)? }))
    })?;
    let whole = |(mut other, log): (OtherRecord, Log)| {
        other.to = log.looks(tx)?.last().map_or(other.to, |look| look.at);
        other.versions = versions::count_of(tx, other.article)?;
        Ok(other)
    };
    rows.into_iter().map(whole).collect()
}

/// What speaks against making `article` another record of `into`; `None`: nothing does.
///
/// # Errors
/// [`StoreError::NoSuchArticle`] of either.
pub fn obstacle(tx: &mut Tx<'_>, article: ArticleId, into: ArticleId) -> Result<Option<Obstacle>, StoreError> {
    articles::load_article(tx, article)?;
    articles::load_article(tx, into)?;
    if article == into {
        return Ok(Some(Obstacle::Itself));
    }
    if article.outlet != into.outlet {
        return Ok(Some(Obstacle::OtherOutlet));
    }
    if let Some(merge) = find_merge(tx, article)? {
        return Ok(Some(Obstacle::Merged(merge)));
    }
    if let Some(merge) = find_merge(tx, into)? {
        return Ok(Some(Obstacle::IntoMerged(merge)));
    }
    if let Some(record) = records_of(tx, article)?.get(1) {
        return Ok(Some(Obstacle::HasRecords(*record)));
    }
    for id in [article, into] {
        if withdrawals::withdrawal_over(tx, id)?.is_some() {
            return Ok(Some(Obstacle::Withdrawn(id)));
        }
    }
    Ok(None)
}

/// What speaks against making a merged article one by itself again; `None`: nothing does. What is withdrawn would
/// be shown again, if only the merge keeps it from that.
///
/// # Errors
/// [`StoreError::NoSuchArticle`].
pub fn obstacle_to_undo(tx: &mut Tx<'_>, article: ArticleId) -> Result<Option<UndoObstacle>, StoreError> {
    articles::load_article(tx, article)?;
    let Some(merge) = find_merge(tx, article)? else { return Ok(Some(UndoObstacle::NotMerged)) };
    if withdrawals::withdrawal_over(tx, merge.into)?.is_some() {
        return Ok(Some(UndoObstacle::Withdrawn(merge.into)));
    }
    for record in records_of(tx, article)? {
        // Each is told with the withdrawal that is nearest to it.
        let only = |version: &HiddenVersion| {
            let elsewhere = version.same_as.map(|capture| capture.article).filter(|of| *of != record);
            elsewhere.is_some_and(|of| record == article || of == article)
        };
        if let Some(version) = withdrawals::hidden_of(tx, record)?.into_iter().find(only) {
            return Ok(Some(UndoObstacle::OnlyHidden(version)));
        }
    }
    Ok(None)
}
