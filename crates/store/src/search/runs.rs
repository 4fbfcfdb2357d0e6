//! Runs: consecutive versions of an article that all say what is asked for.

use std::collections::HashSet;
use std::num::NonZeroU32;

use jiff::Timestamp;
use news::{Article, ArticleId, Outlet, Version};
use text::search::Query;

use super::expression::Expression;
use crate::articles::{ARTICLE_COLUMNS, article_at, article_columns};
use crate::outlets::outlet_at;
use crate::sql::{Row, statements, vals};
use crate::versions::{VERSION_COLUMNS, version_at, version_columns};
use crate::{StoreError, Tx, readings};

statements! {
    VERSIONS = concat!("SELECT ", version_columns!("v"), ", d.doc, d.long, g.shows FROM search_docs d \
        JOIN shown_versions v ON v.article_id = d.article_id AND v.number = d.number \
        JOIN agenda g ON g.article_id = d.article_id WHERE d.article_id = ?1 AND v.kind <> 2 ORDER BY v.look, v.number");
    ARTICLE = concat!("SELECT ", article_columns!(), ", o.id, o.name, o.domain, o.homepage FROM shown_articles a \
        JOIN outlets o ON o.id = a.outlet_id WHERE a.id = ?1");
}

/// An article with its runs; without any if nothing of it is shown.
pub(super) struct Runs {
    pub(super) article: Option<(Article, Outlet)>,
    runs: Vec<Run>,
}

/// Consecutive versions that say what is asked for; the first was first seen within the times that are asked for.
pub(super) struct Run {
    /// The document of the first.
    pub(super) doc: i64,
    pub(super) first: Version,
    pub(super) is_new: bool,
    pub(super) last: NonZeroU32,
    /// When a version was first seen that does not say it any more.
    pub(super) left_at: Option<Timestamp>,
    /// Readers see one of them now.
    pub(super) is_current: bool,
}

/// A version that is indexed and shown.
struct Indexed {
    version: Version,
    doc: i64,
    long: bool,
    says: bool,
}

impl Runs {
    /// The runs of an article of which the index has found the document `doc`.
    pub(super) fn of(
        tx: &mut Tx<'_>,
        (id, doc): (ArticleId, i64),
        query: &Query,
        expression: &Expression,
    ) -> Result<Self, StoreError> {
        let article = tx.query_one(ARTICLE, vals![id], |row: &Row<'_>| {
            Ok((article_at(row, 0)?, outlet_at(row, ARTICLE_COLUMNS)?))
        })?;
        let (mut versions, shows) = if article.is_some() { versions(tx, id)? } else { (Vec::new(), None) };
        let alone = matches!(versions.as_slice(), [one] if one.doc == doc);
        let matching: HashSet<i64> = if alone { HashSet::from([doc]) } else { matching(tx, id, expression)? };
        for one in &mut versions {
            one.says = matching.contains(&one.doc) && {
                let doubtful = expression.is_loose || (one.long && expression.has_phrases);
                !doubtful || says(tx, &one.version, query)?
            };
        }
        Ok(Self { article, runs: runs(&versions, query, shows) })
    }

    /// The run whose first version has that document.
    pub(super) fn beginning_at(&self, doc: i64) -> Option<&Run> {
        self.runs.iter().find(|run| run.doc == doc)
    }
}

/// The documents of an article that the index takes for hits.
fn matching(tx: &mut Tx<'_>, id: ArticleId, expression: &Expression) -> Result<HashSet<i64>, StoreError> {
    let matches = tx.dialect().search().of_article;
    Ok(tx.query(matches, vals![expression.text(), id], |row| row.col(0))?.into_iter().collect())
}

fn versions(tx: &mut Tx<'_>, id: ArticleId) -> Result<(Vec<Indexed>, Option<NonZeroU32>), StoreError> {
    let rows = tx.query(VERSIONS, vals![id], |row: &Row<'_>| {
        let (doc, long) = (row.col(VERSION_COLUMNS)?, row.col(VERSION_COLUMNS + 1)?);
        Ok((Indexed { version: version_at(row, 0)?, doc, long, says: false }, row.col(VERSION_COLUMNS + 2)?))
    })?;
    let shows = rows.first().and_then(|(_, shows)| *shows);
    Ok((rows.into_iter().map(|(version, _)| version).collect(), shows))
}

fn says(tx: &mut Tx<'_>, version: &Version, query: &Query) -> Result<bool, StoreError> {
    let reading = readings::find_reading(tx, version.capture, &version.reader, version.epoch)?;
    Ok(reading.is_some_and(|reading| query.places(&reading.canonical_text()).is_some()))
}

fn runs(versions: &[Indexed], query: &Query, shows: Option<NonZeroU32>) -> Vec<Run> {
    let in_time = |one: &Indexed| {
        let seen = one.version.first_seen;
        query.from.is_none_or(|from| from <= seen) && query.until.is_none_or(|until| seen < until)
    };
    let counts = |one: &Indexed| one.says && in_time(one);
    let begins = |at: &usize| counts(&versions[*at]) && (*at == 0 || !counts(&versions[*at - 1]));
    let run = |at: usize| {
        let length = versions[at..].iter().take_while(|one| one.says).count();
        let (run, after) = versions[at..].split_at(length);
        Run {
            doc: run[0].doc,
            first: run[0].version.clone(),
            is_new: at == 0 || !versions[at - 1].says,
            last: run[length - 1].version.number,
            left_at: after.first().map(|one| one.version.first_seen),
            is_current: run.iter().any(|one| Some(one.version.number) == shows),
        }
    };
    (0..versions.len()).filter(begins).map(run).collect()
}
