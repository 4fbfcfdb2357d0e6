//! Search of changes: by the words that went or came, by type, person, outlet, time, newest first.
//!
//! One table holds what every change is found by (`text::search::change_tokens`), in the order of the list. The rarest
//! token that is asked for leads, others are looked up beside it, and the change itself decides. Recorded with the
//! change, in the same transaction.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use news::{Change, ChangeCounts, ListedChange, OutletId};
use text::search::{Query, change_tokens};

use crate::changes::{self, Position};
use crate::search::{NoOutlet, named};
use crate::sql::{statements, vals};
use crate::{StoreError, Tx};

statements! {
    ADD = "INSERT INTO change_tokens (token, seen_us, article_id, to_look, from_look) VALUES (?1, ?2, ?3, ?4, ?5) \
        ON CONFLICT DO NOTHING";
    REMOVE = "DELETE FROM change_tokens WHERE token = ?1 AND seen_us = ?2 AND article_id = ?3 AND to_look = ?4 \
        AND from_look = ?5";
    /// Up to so many.
    COUNT = "SELECT count(*) FROM (SELECT 1 AS one FROM change_tokens WHERE token = ?1 LIMIT ?2) AS counted";
    UNTYPED = "SELECT 1 FROM changes WHERE article_id > ?1 AND comparer = '' AND state <> 3 LIMIT 1";
}

/// Changes that are held against what is asked at a time.
const AT_A_TIME: u32 = 64;

/// What a statement may take in any case.
const FOR_A_STATEMENT: Duration = Duration::from_secs(1);

/// A token that this many changes have is as common as any.
const COMMON: u32 = 10_000;

/// What a search of changes found.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundChanges {
    /// The changes, newest first.
    pub changes: Vec<ListedChange>,
    /// Where the next page begins, if there may be one.
    pub older: Option<Position>,
    /// The time ran out: everything since then has been searched, `older` goes on.
    pub stopped_at: Option<Timestamp>,
    /// There are changes that were recorded before types were told; `reread` tells them.
    pub untyped: bool,
    /// Nothing was searched, because a filter names no outlet.
    pub no_outlet: Option<NoOutlet>,
}

/// Makes a change findable.
pub(crate) fn add(tx: &mut Tx<'_>, place: Position, change: &Change, stealth: bool) -> Result<(), StoreError> {
    for token in tokens(place, change, stealth) {
        tx.exec(ADD, vals![&token, place.seen_at, place.article, place.to_look, place.from_look])?;
    }
    Ok(())
}

/// Takes back what [`add`] did with the same.
pub(crate) fn remove(tx: &mut Tx<'_>, place: Position, change: &Change, stealth: bool) -> Result<(), StoreError> {
    for token in tokens(place, change, stealth) {
        tx.exec(REMOVE, vals![&token, place.seen_at, place.article, place.to_look, place.from_look])?;
    }
    Ok(())
}

/// What a change is found by: that of its outlet, too, by itself and with what is counted of outlets.
fn tokens(place: Position, change: &Change, stealth: bool) -> BTreeSet<String> {
    let mut tokens = change_tokens(change, stealth);
    let outlet = outlet_token(place.article.outlet);
    let counted = Counted::ALL.into_iter().map(Counted::token).filter(|token| tokens.contains(*token));
    let counted: Vec<String> = counted.map(|token| format!("{outlet}{token}")).collect();
    tokens.extend(counted);
    tokens.insert(outlet);
    tokens
}

fn outlet_token(outlet: OutletId) -> String {
    format!("/{outlet}")
}

/// What is counted of an outlet's changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counted {
    Substance,
    Told,
    Stealth,
}

impl Counted {
    const ALL: [Self; 3] = [Self::Substance, Self::Told, Self::Stealth];

    const fn token(self) -> &'static str {
        match self {
            Self::Substance => "!substance",
            Self::Told => "#disclosure",
            Self::Stealth => "!stealth",
        }
    }
}

/// How an outlet's changes were counted.
pub fn counts_of(tx: &mut Tx<'_>, outlet: OutletId) -> Result<ChangeCounts, StoreError> {
    let own = outlet_token(outlet);
    let mut count = |token: String| -> Result<u64, StoreError> {
        Ok(tx.query_one(COUNT, vals![&token, u32::MAX], |row| row.col(0))?.unwrap_or(0))
    };
    Ok(ChangeCounts {
        all: count(own.clone())?,
        substance: count(format!("{own}{}", Counted::Substance.token()))?,
        told: count(format!("{own}{}", Counted::Told.token()))?,
        stealth: count(format!("{own}{}", Counted::Stealth.token()))?,
    })
}

/// Changes that are asked for, newest first, at most `limit`, those before `before` only. Without those that are
/// withdrawn and those that only the reader made.
///
/// Takes about `patience` at the most; what was found until then is the answer, and says so.
pub fn search(
    tx: &mut Tx<'_>,
    query: &Query,
    before: Option<Position>,
    limit: u32,
    patience: Duration,
) -> Result<FoundChanges, StoreError> {
    let untyped = tx.query_one(UNTYPED, vals![0i64], |row| row.col::<u32>(0))?.is_some();
    let mut found = FoundChanges { changes: Vec::new(), older: None, stopped_at: None, untyped, no_outlet: None };
    let outlets = match named(tx, &query.outlets)? {
        Ok(outlets) => outlets,
        Err(none) => return Ok(FoundChanges { no_outlet: Some(none), ..found }),
    };
    let mut walk = Walk { query, tokens: by_rarity(tx, query, &outlets)?, outlets, reached: start(query, before) };
    let (until, wanted) = (Instant::now() + patience, limit as usize + 1);
    while found.changes.len() < wanted {
        let next = tx.within(FOR_A_STATEMENT.max(patience), |tx| walk.next(tx))?;
        let Some((piece, is_last)) = next else {
            found.stopped_at = Some(walk.reached.seen_at);
            break;
        };
        found.changes.extend(piece);
        if is_last {
            break;
        }
        if Instant::now() > until && found.changes.len() < wanted {
            found.stopped_at = Some(walk.reached.seen_at);
            break;
        }
    }
    if found.changes.len() > limit as usize {
        found.changes.truncate(limit as usize);
        found.older = found.changes.last().map(|listed| Position::of(&listed.recorded));
        found.stopped_at = None;
    } else {
        found.older = found.stopped_at.map(|_| walk.reached);
    }
    Ok(found)
}

/// Everything before this is searched.
fn start(query: &Query, before: Option<Position>) -> Position {
    let article = news::ArticleId::from_bits(i64::MAX);
    let newest = Position { seen_at: Timestamp::MAX, article, to_look: u32::MAX, from_look: u32::MAX };
    let until = query.until.map(|at| Position { seen_at: at, article: FIRST, to_look: 0, from_look: 0 });
    [before, until].into_iter().flatten().min().unwrap_or(newest)
}

/// No article stands before it.
const FIRST: news::ArticleId = news::ArticleId::from_bits(0);

/// What is asked for, the rarest first; at least four, the last ones repeated.
fn by_rarity(tx: &mut Tx<'_>, query: &Query, outlets: &[OutletId]) -> Result<Vec<String>, StoreError> {
    let mut counted = Vec::new();
    let own = outlets.first().filter(|_| outlets.len() == 1).map(|outlet| outlet_token(*outlet));
    for token in query.change_tokens().into_iter().chain(own) {
        let count: u32 = tx.query_one(COUNT, vals![&token, COMMON], |row| row.col(0))?.unwrap_or(0);
        counted.push((count, token));
    }
    counted.sort();
    let mut tokens: Vec<String> = counted.into_iter().map(|(_, token)| token).collect();
    while let Some(last) = tokens.last().filter(|_| tokens.len() < 4).cloned() {
        tokens.push(last);
    }
    Ok(tokens)
}

/// A search under way.
struct Walk<'q> {
    query: &'q Query,
    outlets: Vec<OutletId>,
    tokens: Vec<String>,
    reached: Position,
}

impl Walk<'_> {
    /// The next changes that are asked for, and whether they are the last.
    fn next(&mut self, tx: &mut Tx<'_>) -> Result<(Vec<ListedChange>, bool), StoreError> {
        let [first, second, third, fourth, ..] = self.tokens.as_slice() else { return Ok((Vec::new(), true)) };
        let from = self.query.from.unwrap_or(Timestamp::UNIX_EPOCH);
        let piece = changes::found(tx, [first, second, third, fourth], self.reached, from, AT_A_TIME)?;
        let Some((mut found, last)) = piece else { return Ok((Vec::new(), true)) };
        self.reached = last;
        found.retain(|listed| self.is_asked_for(listed));
        Ok((found, false))
    }

    fn is_asked_for(&self, listed: &ListedChange) -> bool {
        let language = listed.article.language.as_deref().unwrap_or_default().to_ascii_lowercase().replace('_', "-");
        let primary = language.split('-').next().unwrap_or_default();
        let languages = &self.query.languages;
        (self.outlets.is_empty() || self.outlets.contains(&listed.outlet.id))
            && (languages.is_empty() || languages.iter().any(|tag| *tag == language || tag == primary))
            && self.query.finds(&listed.recorded.change)
    }
}
