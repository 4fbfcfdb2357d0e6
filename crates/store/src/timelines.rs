//! Timelines: everything recorded of an article, as its page shows it.

use std::num::NonZeroU32;

use news::{Article, ArticleId, NextLook, Outlet, Subject, Timeline, Version, VersionKind};

use crate::articles::{ARTICLE_COLUMNS, article_at, article_columns};
use crate::looks::{self, Log};
use crate::outlets::outlet_at;
use crate::sql::{Row, statements, vals};
use crate::{StoreError, Tx, addresses, changes, halts, merges, versions, withdrawals};

statements! {
    SHOWN = concat!(
        "SELECT ", article_columns!(), ", o.id, o.name, o.domain, o.homepage, g.log_from, g.log, g.planned_us \
        FROM shown_articles a JOIN outlets o ON o.id = a.outlet_id JOIN agenda g ON g.article_id = a.id \
        WHERE a.id = ?1"
    );
}

/// Everything recorded of an article; `None` if there is no such article, or it is withdrawn.
///
/// # Cost
/// Nine queries, one per 64 looks, and one for each other record of it, whatever else the store holds.
pub fn timeline_of(tx: &mut Tx<'_>, id: ArticleId) -> Result<Option<Timeline>, StoreError> {
    let Some((article, outlet, log, next)) = tx.query_one(SHOWN, vals![id], shown)? else { return Ok(None) };
    let mut looks = looks::in_pages(tx, id)?;
    looks.extend(log.looks(tx)?);
    let versions = versions::shown_of(tx, id)?;
    looks.iter_mut().for_each(|look| look.shows = look.shows.map(|number| counted(&versions, number)));
    let halted = halts::halt_over(tx, Subject::Article(id))?;
    let merged = merges::find_merge(tx, id)?;
    let also_recorded = merges::others_of(tx, id)?;
    Ok(Some(Timeline {
        outlet,
        article,
        versions,
        hidden: withdrawals::hidden_of(tx, id)?,
        changes: changes::changes_of(tx, id)?,
        looks,
        next,
        halted,
        merged,
        also_recorded,
        former_addresses: addresses::former(tx, id)?,
    }))
}

/// The version that a look showed: where only the reader had made another one of it, the one before that.
fn counted(versions: &[Version], number: NonZeroU32) -> NonZeroU32 {
    let upto = versions.iter().position(|v| v.number == number).map_or(0, |at| at + 1);
    let counted = versions[..upto].iter().rfind(|v| v.kind != VersionKind::ReaderOnly);
    counted.map_or(number, |version| version.number)
}

fn shown(row: &Row<'_>) -> Result<(Article, Outlet, Log, NextLook), StoreError> {
    let index = ARTICLE_COLUMNS + 4;
    let next = row.col::<Option<_>>(index + 2)?.map_or(NextLook::Never, NextLook::At);
    let log = Log { from: row.col(index)?, packed: row.col(index + 1)? };
    Ok((article_at(row, 0)?, outlet_at(row, ARTICLE_COLUMNS)?, log, next))
}
