//! The agenda: which article to look at next, and who is at it.
//!
//! A lease moves an article's due time to the lease's end: whoever dies with it leaves an article
//! that is due again then, and no query has to look for leases that have run out.

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use jiff::{SignedDuration, Timestamp};
use news::{Article, ArticleId, CaptureId, Look, Outlet, Validators, Version};

use crate::hosts::{self, Queue};
use crate::looks::Log;
use crate::sql::{Row, statements, vals};
use crate::{CaptureRow, StoreError, Tx, articles, captures, keys, versions};

statements! {
    ADD = "INSERT INTO agenda (article_id, host, queue, due_us, planned_us, halted) SELECT ?1, ?2, 0, \
        CASE WHEN EXISTS (SELECT 1 FROM halts WHERE kind = 'outlet' AND id = ?4) THEN NULL ELSE CAST(?3 AS BIGINT) END, \
        ?3, (SELECT CAST(count(*) AS BIGINT) FROM halts WHERE kind = 'outlet' AND id = ?4)";
    TAKE = "SELECT article_id FROM agenda WHERE host = ?1 AND queue = ?2 AND due_us <= ?3 \
        AND halted = 0 ORDER BY due_us, article_id LIMIT ?4";
    LEASE = "UPDATE agenda SET leased_by = ?2, due_us = ?3 WHERE article_id = ?1";
    DUE = "SELECT looks, log_from, log, etag, last_modified, gap_us, failures_in_row, gone_in_row, shows, body_look \
        FROM agenda WHERE article_id = ?1";
    HOST = "SELECT host FROM agenda WHERE article_id = ?1";
    /// A leased article is being looked at: that is what was asked for.
    MAKE_DUE = "UPDATE agenda SET queue = 0, due_us = ?2, planned_us = ?2 WHERE article_id = ?1 AND leased_by IS NULL \
        AND halted = 0";
    POSTPONE = "UPDATE agenda SET leased_by = NULL, planned_us = ?3, due_us = CASE WHEN halted = 1 THEN NULL \
        ELSE CAST(?3 AS BIGINT) END WHERE article_id = ?1 AND leased_by = ?2";
    GIVE_BACK = "UPDATE agenda SET leased_by = NULL, due_us = CASE WHEN halted = 1 THEN NULL ELSE planned_us END \
        WHERE article_id = ?1 AND leased_by = ?2";
}

/// Articles of one host that are leased at a time. At the usual pace of a request a second they
/// are done well before a lease of some minutes ends, and a slow host holds up no worker for long.
pub const HOST_IN_FLIGHT: u32 = 16;

/// An article that is due, with all that a visit needs to know of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Due {
    /// The article.
    pub article: Article,
    /// Its outlet.
    pub outlet: Outlet,
    /// The number of the look that is to be made.
    pub look_number: u32,
    /// What makes the request conditional.
    pub validators: Validators,
    /// The last capture whose body the archive holds whole: what a revisit refers to.
    pub payload: Option<CaptureRow>,
    /// All versions in the order of their numbers, withdrawn ones too.
    pub versions: Vec<Version>,
    /// The version that the last telling look showed.
    pub showing: Option<NonZeroU32>,
    /// The last looks, oldest first: at least 16 if there were as many, at most 79.
    pub last_looks: Vec<Look>,
    /// The gap that the schedule keeps; `None` before the first look.
    pub gap: Option<SignedDuration>,
    /// Looks in a row that told us nothing.
    pub failures_in_row: u32,
    /// Looks in a row at which it was gone.
    pub gone_in_row: u32,
}

/// Leases up to `limit` articles that are due at `now` to `boot`, until `until`.
///
/// Articles never looked at, and those asked for by hand, come first; then the others. Among each,
/// hosts take turns, the most overdue host first and each host's most overdue article first. No
/// host gets more than [`HOST_IN_FLIGHT`] leases at a time. A quarter of `limit` is kept for looks
/// again if there are that many, so that a flood of new articles does not stop them.
///
/// A host is leased whole: another boot gets nothing of it until its last lease ends.
pub fn lease_due(
    tx: &mut Tx<'_>,
    boot: &str,
    now: Timestamp,
    until: Timestamp,
    limit: u32,
) -> Result<Vec<Due>, StoreError> {
    let rechecks = take(tx, Queue::Recheck, boot, now, until, limit / 4)?;
    let mut articles = take(tx, Queue::First, boot, now, until, limit - count(&rechecks))?;
    articles.extend(rechecks);
    let left = limit - count(&articles);
    articles.extend(take(tx, Queue::Recheck, boot, now, until, left)?);
    articles.into_iter().map(|article| load_due(tx, article)).collect()
}

/// Gives back every lease of `boot`: its articles are due again as they were planned.
pub fn release(tx: &mut Tx<'_>, boot: &str) -> Result<(), StoreError> {
    hosts::release(tx, boot)
}

/// Gives back one lease of `boot`, of an article that it will not visit after all.
pub fn release_article(tx: &mut Tx<'_>, boot: &str, article: ArticleId) -> Result<(), StoreError> {
    tx.exec(GIVE_BACK, vals![article, boot])?;
    refresh_host_of(tx, article)
}

/// Gives back one lease of `boot` and plans the article for `until`: its host asked for a pause, no
/// request was made, and so there is no look to record.
pub fn postpone(tx: &mut Tx<'_>, boot: &str, article: ArticleId, until: Timestamp) -> Result<(), StoreError> {
    tx.exec(POSTPONE, vals![article, boot, until])?;
    refresh_host_of(tx, article)
}

/// When the first article or feed is due, or its lease ends; `None`: nothing is planned.
pub fn next_due(tx: &mut Tx<'_>) -> Result<Option<Timestamp>, StoreError> {
    hosts::earliest(tx)
}

/// When the first article of an outlet is due, or its lease ends; `None`: none is planned on the hosts of its domain.
pub fn next_look_at(tx: &mut Tx<'_>, outlet: &Outlet) -> Result<Option<Timestamp>, StoreError> {
    hosts::next_of(tx, &outlet.domain)
}

/// Makes an article due at `now`, before those that are only to be looked at again, even if its
/// schedule had ended. One that is being looked at, or is halted, stays as it is.
///
/// # Errors
/// [`StoreError::NoSuchArticle`].
pub fn make_due(tx: &mut Tx<'_>, article: ArticleId, now: Timestamp) -> Result<(), StoreError> {
    tx.exec(MAKE_DUE, vals![article, now])?;
    refresh_host_of(tx, article)
}

/// Puts a new article on the agenda.
pub(crate) fn add(tx: &mut Tx<'_>, article: ArticleId, host: &str, due: Timestamp) -> Result<(), StoreError> {
    tx.exec(ADD, vals![article, host, due, article.outlet])?;
    hosts::refresh(tx, host)
}

/// The host that an address is looked at on, as its row is named.
pub(crate) fn host_of(address: &str) -> Result<String, StoreError> {
    let parsed = url::Url::parse(address).ok();
    let host = parsed.as_ref().and_then(url::Url::host_str).filter(|host| !host.is_empty());
    host.map(|host| keys::stored(host).into_owned()).ok_or_else(|| StoreError::NotAnAddress(address.to_owned()))
}

/// Leases due articles of one queue, hosts taking turns.
fn take(
    tx: &mut Tx<'_>,
    queue: Queue,
    boot: &str,
    now: Timestamp,
    until: Timestamp,
    limit: u32,
) -> Result<Vec<ArticleId>, StoreError> {
    if limit == 0 {
        return Ok(Vec::new());
    }
    let mut lines = Vec::new();
    for due in hosts::due(tx, queue, boot, now, HOST_IN_FLIGHT, limit)? {
        // A host at its limit is here because its lease has run out: so have those of its articles.
        let room = HOST_IN_FLIGHT.checked_sub(due.in_flight).filter(|room| *room > 0).unwrap_or(HOST_IN_FLIGHT);
        let line = tx.query(TAKE, vals![&due.host, queue as u8, now, room.min(limit)], |row| row.col(0))?;
        lines.push((due.host, line));
    }
    let turns = (0..HOST_IN_FLIGHT as usize).flat_map(|turn| {
        lines.iter().filter_map(move |(host, line): &(String, Vec<ArticleId>)| Some((host, *line.get(turn)?)))
    });
    let taken: Vec<(&String, ArticleId)> = turns.take(limit as usize).collect();
    for (_, article) in &taken {
        tx.exec(LEASE, vals![*article, boot, until])?;
    }
    for host in taken.iter().map(|(host, _)| *host).collect::<BTreeSet<_>>() {
        hosts::hold(tx, host, boot, until)?;
        hosts::refresh(tx, host)?;
    }
    Ok(taken.into_iter().map(|(_, article)| article).collect())
}

/// All that a visit needs to know of an article, whether it is due or not: for a look that somebody
/// asked for, and for captures that are read back from the archive.
///
/// # Errors
/// [`StoreError::NoSuchArticle`].
pub fn load_due(tx: &mut Tx<'_>, id: ArticleId) -> Result<Due, StoreError> {
    let read = |row: &Row<'_>| {
        let log = Log { from: row.col(1)?, packed: row.col(2)? };
        Ok((
            row.col::<u32>(0)?,
            log,
            Validators { etag: row.col(3)?, last_modified: row.col(4)? },
            row.col::<Option<i64>>(5)?.map(SignedDuration::from_micros),
            (row.col(6)?, row.col(7)?),
            row.col(8)?,
            row.col::<Option<u32>>(9)?,
        ))
    };
    let row = tx.query_one(DUE, vals![id], read)?.ok_or(StoreError::NoSuchArticle(id))?;
    let (looks, log, validators, gap, (failures_in_row, gone_in_row), showing, body_look) = row;
    let (article, outlet) = articles::load_article(tx, id)?;
    let payload = body_look.map(|look| captures::find_capture(tx, CaptureId { article: id, look })).transpose()?;
    Ok(Due {
        article,
        outlet,
        look_number: looks + 1,
        validators,
        payload: payload.flatten(),
        versions: versions::all_of(tx, id)?,
        showing,
        last_looks: log.looks(tx)?,
        gap,
        failures_in_row,
        gone_in_row,
    })
}

fn refresh_host_of(tx: &mut Tx<'_>, article: ArticleId) -> Result<(), StoreError> {
    let host = tx.query_one(HOST, vals![article], |row| row.col::<String>(0))?;
    hosts::refresh(tx, &host.ok_or(StoreError::NoSuchArticle(article))?)
}

fn count(articles: &[ArticleId]) -> u32 {
    articles.len() as u32
}
