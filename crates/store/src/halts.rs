//! Halts: what is not asked any more, for a time (paused) or for good (removed).
//!
//! A halt takes what it names off the agenda and leaves its plan as it is; a lease in flight ends as leases
//! do. What was recorded stays, and is shown: a removal is no withdrawal. A merge does the same with an article.

use news::{ArticleId, FeedId, Halt, OutletId, Subject};

use crate::sql::{Row, Val, statements, vals};
use crate::{StoreError, Tx, articles, feeds, hosts, outlets};

statements! {
    PUT = "INSERT INTO halts (kind, id, removed, at_us, who) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (kind, id) \
        DO UPDATE SET removed = excluded.removed, at_us = excluded.at_us, who = excluded.who \
        WHERE halts.removed < excluded.removed";
    LIFT = "DELETE FROM halts WHERE kind = ?1 AND id = ?2 AND removed = ?3";
    FIND = "SELECT removed, at_us, who FROM halts WHERE kind = ?1 AND id = ?2";
    LIST = "SELECT kind, id, removed, at_us, who FROM halts ORDER BY at_us, kind, id";
    HALT_FEEDS = "UPDATE feeds SET halted = CASE WHEN EXISTS (SELECT 1 FROM halts h WHERE (h.kind = 'feed' \
        AND h.id = feeds.id) OR (h.kind = 'outlet' AND h.id = feeds.outlet_id)) THEN 1 ELSE 0 END WHERE outlet_id = ?1";
    /// Of a range of articles. One that is being looked at leaves the agenda when its lease ends.
    HALT_ARTICLES = "UPDATE agenda SET halted = CASE WHEN EXISTS (SELECT 1 FROM halts h WHERE (h.kind = 'article' \
        AND h.id = agenda.article_id) OR (h.kind = 'outlet' AND h.id = ?3)) OR EXISTS (SELECT 1 FROM merges m \
        WHERE m.article_id = agenda.article_id) THEN 1 ELSE 0 END WHERE article_id >= ?1 AND article_id <= ?2";
    PLAN_ARTICLES = "UPDATE agenda SET due_us = CASE WHEN halted = 1 THEN NULL ELSE planned_us END \
        WHERE article_id >= ?1 AND article_id <= ?2 AND leased_by IS NULL";
    HOSTS = "SELECT DISTINCT host FROM agenda WHERE article_id >= ?1 AND article_id <= ?2";
}

/// Pauses what is watched, or removes it from what is watched. Safe to repeat; what is removed is not paused.
///
/// # Errors
/// [`StoreError::NoSuchOutlet`], [`StoreError::NoSuchFeed`], [`StoreError::NoSuchArticle`].
///
/// # Cost
/// Of an outlet: one row for each of its articles.
pub fn halt(tx: &mut Tx<'_>, subject: Subject, halt: &Halt) -> Result<(), StoreError> {
    must_exist(tx, subject)?;
    let (kind, id) = key(subject);
    tx.exec(PUT, vals![kind, id, halt.removed, halt.at, &halt.by])?;
    refresh(tx, subject)
}

/// Takes up again what was paused, as it was planned. Safe to repeat; what was removed stays so.
///
/// # Errors
/// As [`halt`].
pub fn resume(tx: &mut Tx<'_>, subject: Subject) -> Result<(), StoreError> {
    lift(tx, subject, false)
}

/// Watches again what was removed, as it was planned. Safe to repeat; what was paused stays so.
///
/// Feeds of an outlet stay removed, each by itself: whoever adds one of them means that one.
///
/// # Errors
/// As [`halt`].
pub fn bring_back(tx: &mut Tx<'_>, subject: Subject) -> Result<(), StoreError> {
    if let (Subject::Outlet(id), Some(Halt { removed: true, at, by })) = (subject, find_halt(tx, subject)?) {
        for feed in feeds::list_feeds(tx, id)? {
            let (kind, id) = key(Subject::Feed(feed.id));
            tx.exec(PUT, vals![kind, id, true, at, &by])?;
        }
    }
    lift(tx, subject, true)
}

/// The halt of exactly that subject.
pub fn find_halt(tx: &mut Tx<'_>, subject: Subject) -> Result<Option<Halt>, StoreError> {
    let (kind, id) = key(subject);
    tx.query_one(FIND, vals![kind, id], |row| halt_at(row, 0))
}

/// The halt that keeps a subject from being asked: its own, or its outlet's.
pub fn halt_over(tx: &mut Tx<'_>, subject: Subject) -> Result<Option<Halt>, StoreError> {
    let outlets = find_halt(tx, Subject::Outlet(subject.outlet()))?;
    match find_halt(tx, subject)? {
        Some(own) if own.removed || outlets.as_ref().is_none_or(|halt| !halt.removed) => Ok(Some(own)),
        _ => Ok(outlets),
    }
}

/// All halts, oldest first.
pub fn list_halts(tx: &mut Tx<'_>) -> Result<Vec<(Subject, Halt)>, StoreError> {
    tx.query(LIST, &[], |row| {
        let subject = match row.val(0)? {
            Val::Text("outlet") => Subject::Outlet(row.col(1)?),
            Val::Text("feed") => Subject::Feed(row.col(1)?),
            Val::Text("article") => Subject::Article(row.col(1)?),
            other => return Err(row.damaged(format!("{other:?} is no kind of subject"))),
        };
        Ok((subject, halt_at(row, 2)?))
    })
}

fn lift(tx: &mut Tx<'_>, subject: Subject, removed: bool) -> Result<(), StoreError> {
    must_exist(tx, subject)?;
    let (kind, id) = key(subject);
    tx.exec(LIFT, vals![kind, id, removed])?;
    refresh(tx, subject)
}

/// Brings the agenda in line with the halts of a subject, and with merges.
pub(crate) fn refresh(tx: &mut Tx<'_>, subject: Subject) -> Result<(), StoreError> {
    let outlet = subject.outlet();
    let (first, last) = match subject {
        Subject::Feed(_) => return tx.exec(HALT_FEEDS, vals![outlet]).map(drop),
        Subject::Outlet(_) => {
            tx.exec(HALT_FEEDS, vals![outlet])?;
            (ArticleId::new(outlet, 0), ArticleId::new(outlet, u32::MAX))
        }
        Subject::Article(id) => (id, id),
    };
    tx.exec(HALT_ARTICLES, vals![first, last, outlet])?;
    tx.exec(PLAN_ARTICLES, vals![first, last])?;
    for host in tx.query(HOSTS, vals![first, last], |row| row.col::<String>(0))? {
        hosts::refresh(tx, &host)?;
    }
    Ok(())
}

fn must_exist(tx: &mut Tx<'_>, subject: Subject) -> Result<(), StoreError> {
    match subject {
        Subject::Outlet(id) => outlets::load_outlet(tx, id).map(drop),
        Subject::Feed(id) => feeds::load_feed(tx, id).map(drop),
        Subject::Article(id) => articles::load_article(tx, id).map(drop),
    }
}

fn halt_at(row: &Row<'_>, index: usize) -> Result<Halt, StoreError> {
    Ok(Halt { removed: row.col(index)?, at: row.col(index + 1)?, by: row.col(index + 2)? })
}

/// How a subject is named in its row.
const fn key(subject: Subject) -> (&'static str, i64) {
    match subject {
        Subject::Outlet(OutletId(id)) => ("outlet", id as i64),
        Subject::Feed(id) => ("feed", FeedId::to_bits(id)),
        Subject::Article(id) => ("article", ArticleId::to_bits(id)),
    }
}
