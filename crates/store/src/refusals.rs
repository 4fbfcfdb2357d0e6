//! Refusals: articles that robots.txt keeps us from looking at, and the line that does.

use jiff::Timestamp;
use news::{ArticleId, OutletId, Refusal, Refused};

use crate::articles::{ARTICLE_COLUMNS, article_at, article_columns};
use crate::sql::{Row, statements, vals};
use crate::{StoreError, Tx};

statements! {
    RECORD = "INSERT INTO refusals (article_id, address, rule, since_us, at_us, looks) VALUES (?1, ?2, ?3, ?4, ?4, 1) \
        ON CONFLICT (article_id) DO UPDATE SET address = excluded.address, rule = excluded.rule, \
        at_us = excluded.at_us, looks = refusals.looks + 1";
    LIFT = "DELETE FROM refusals WHERE article_id = ?1";
    OF_ARTICLE = concat!("SELECT ", article_columns!(), ", r.address, r.rule, r.since_us, r.at_us, r.looks \
        FROM refusals r JOIN shown_articles a ON a.id = r.article_id WHERE r.article_id = ?1");
    /// In this order, refusals first: an outlet has more articles than those.
    OF_OUTLET = concat!("SELECT ", article_columns!(), ", r.address, r.rule, r.since_us, r.at_us, r.looks \
        FROM refusals r CROSS JOIN listed_articles a WHERE a.id = r.article_id AND r.article_id >= ?1 \
        AND r.article_id < ?2 \
        ORDER BY r.article_id DESC LIMIT ?3");
    COUNT = "SELECT CAST(count(*) AS BIGINT) FROM (SELECT r.article_id FROM refusals r \
        WHERE r.article_id >= ?1 AND r.article_id < ?2 \
        AND EXISTS (SELECT 1 FROM listed_articles a WHERE a.id = r.article_id) LIMIT ?3) few";
    COUNT_ALL = "SELECT CAST(count(*) AS BIGINT) FROM refusals r \
        WHERE NOT EXISTS (SELECT 1 FROM merges m WHERE m.article_id = r.article_id)";
}

/// Of a line of robots.txt, and of an address, so many characters are kept.
const LONGEST: usize = 1000;
/// More than so many are not counted.
pub const MANY: u32 = 10_000;

/// Records that a look was refused.
pub(crate) fn record(tx: &mut Tx<'_>, article: ArticleId, what: &Refused, at: Timestamp) -> Result<(), StoreError> {
    let cut = |text: &str| text.chars().take(LONGEST).collect::<String>();
    tx.exec(RECORD, vals![article, &cut(&what.address), &cut(&what.rule), at]).map(drop)
}

/// Records that a look was made again.
pub(crate) fn lift(tx: &mut Tx<'_>, article: ArticleId) -> Result<(), StoreError> {
    tx.exec(LIFT, vals![article]).map(drop)
}

/// Why we may not look at an article; `None`: we may, as far as we know, or it is withdrawn.
pub fn refusal_of(tx: &mut Tx<'_>, article: ArticleId) -> Result<Option<Refusal>, StoreError> {
    tx.query_one(OF_ARTICLE, vals![article], refusal)
}

/// The articles of an outlet that we may not look at, those first that were heard of last; after `before` if that
/// is given.
pub fn list_refusals(
    tx: &mut Tx<'_>,
    outlet: OutletId,
    before: Option<ArticleId>,
    limit: u32,
) -> Result<Vec<Refusal>, StoreError> {
    let (first, end) = of_outlet(outlet);
    tx.query(OF_OUTLET, vals![first, before.unwrap_or(end), limit], refusal)
}

/// How many articles of an outlet we may not look at, up to [`MANY`].
pub fn count_refusals(tx: &mut Tx<'_>, outlet: OutletId) -> Result<u32, StoreError> {
    let (first, end) = of_outlet(outlet);
    Ok(tx.query_one(COUNT, vals![first, end, MANY], |row| row.col(0))?.unwrap_or(0))
}

/// How many articles of all outlets we may not look at.
pub(crate) fn count_all(tx: &mut Tx<'_>) -> Result<u64, StoreError> {
    Ok(tx.query_one(COUNT_ALL, &[], |row| row.col(0))?.unwrap_or(0))
}

/// The ids from the first of an outlet's to before the first of the next.
fn of_outlet(outlet: OutletId) -> (ArticleId, ArticleId) {
    (ArticleId::new(outlet, 0), ArticleId::new(OutletId(outlet.0.saturating_add(1)), 0))
}

fn refusal(row: &Row<'_>) -> Result<Refusal, StoreError> {
    let index = ARTICLE_COLUMNS;
    Ok(Refusal {
        article: article_at(row, 0)?,
        refused: Refused { address: row.col(index)?, rule: row.col(index + 1)? },
        since: row.col(index + 2)?,
        at: row.col(index + 3)?,
        looks: row.col(index + 4)?,
    })
}
