//! The walk: from the newest document backwards, in windows of time that grow.
//!
//! A window is a minute, then a quarter of an hour, hours, days, weeks, years ([`super::document::WINDOWS`]). A word that
//! is in every version fills the page from the first of them; one that is in few has reached the end after a few more.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use news::{ArticleId, Hit, OutletId};
use text::search::Query;

use super::FoundPlace;
use super::document::{WINDOWS, window_begin};
use super::expression::Expression;
use super::runs::{Run, Runs};
use crate::dialect::Dialect;
use crate::sql::{Row, vals};
use crate::{StoreError, Tx, readings};

/// Documents that are asked for at a time.
const AT_A_TIME: u32 = 64;

/// A search under way.
pub(super) struct Walk<'q> {
    query: &'q Query,
    expression: Expression,
    wanted: usize,
    until: Instant,
    articles: HashMap<ArticleId, Runs>,
    /// What was found, with its document; newest first.
    pub(super) hits: Vec<(i64, Hit)>,
    /// Everything from this document on has been searched.
    pub(super) reached: i64,
}

impl<'q> Walk<'q> {
    pub(super) fn new(
        dialect: Dialect,
        query: &'q Query,
        outlets: &[OutletId],
        wanted: usize,
        patience: Duration,
    ) -> Self {
        Self {
            query,
            expression: Expression::of(dialect, query, outlets),
            wanted,
            until: Instant::now() + patience,
            articles: HashMap::new(),
            hits: Vec::new(),
            reached: i64::MAX,
        }
    }

    /// Walks from document `end`, which is not searched itself, to the `oldest`, or until it has what is wanted. `false`:
    /// the time ran out.
    pub(super) fn go(&mut self, tx: &mut Tx<'_>, oldest: i64, end: i64) -> Result<bool, StoreError> {
        let matches = tx.dialect().search().matches;
        let begin = self.query.from.map_or(oldest, |from| oldest.max(FoundPlace::of_second(from)));
        // A time within a second: its other versions are told by the exact time.
        let end = self.query.until.map_or(end, |until| end.min(FoundPlace::of_second(until) + super::IN_A_SECOND));
        let mut level = 0;
        self.reached = end;
        while self.reached > begin {
            let from = window_begin(level, self.reached - 1).max(begin);
            let text = self.expression.within(level, self.reached - 1);
            let rows = tx.query(matches, vals![&text, from, self.reached, AT_A_TIME], |row: &Row<'_>| {
                Ok((row.col::<i64>(0)?, row.col::<ArticleId>(1)?))
            })?;
            for (doc, article) in &rows {
                self.take(tx, *doc, *article)?;
                self.reached = *doc;
                if self.hits.len() >= self.wanted {
                    return Ok(true);
                }
                if Instant::now() > self.until {
                    return Ok(false);
                }
            }
            if rows.len() < AT_A_TIME as usize {
                self.reached = from;
                level = (level + 1).min(WINDOWS.len() - 1);
            }
            if Instant::now() > self.until {
                return Ok(self.reached <= begin);
            }
        }
        Ok(true)
    }

    fn take(&mut self, tx: &mut Tx<'_>, doc: i64, article: ArticleId) -> Result<(), StoreError> {
        if !self.articles.contains_key(&article) {
            let runs = Runs::of(tx, (article, doc), self.query, &self.expression)?;
            self.articles.insert(article, runs);
        }
        let Some(runs) = self.articles.get(&article) else { return Ok(()) };
        let (Some(named), Some(run)) = (&runs.article, runs.beginning_at(doc)) else { return Ok(()) };
        let Run { first, .. } = run;
        let Some(reading) = readings::find_reading(tx, first.capture, &first.reader, first.epoch)? else {
            return Ok(());
        };
        if self.query.places(&reading.canonical_text()).is_some() {
            let (article, outlet) = named.clone();
            let hit = Hit {
                outlet,
                article,
                version: first.clone(),
                is_new: run.is_new,
                last: run.last,
                left_at: run.left_at,
                is_current: run.is_current,
                reading,
            };
            self.hits.push((doc, hit));
        }
        Ok(())
    }
}
