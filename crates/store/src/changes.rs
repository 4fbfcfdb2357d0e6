//! Changes: what differs between versions, listed newest first.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use news::{ArticleId, CaptureId, Change, ChangeState, ListedChange, OutletId, RecordedChange, Version};

use crate::articles::{ARTICLE_COLUMNS, article_at, article_columns};
use crate::outlets::outlet_at;
use crate::packed::{self, Packed};
use crate::sql::{Row, statements, vals};
use crate::versions::{VERSION_COLUMNS, version_at, version_columns};
use crate::{StoreError, Tx, change_search};

/// The columns of [`recorded`], and the tables they come from: a change and its two versions.
macro_rules! change_columns {
    () => {
        concat!(
            "c.state, c.updated_us, c.bytes, c.data, c.stealth, c.told_look, ",
            version_columns!("f"),
            ", ",
            version_columns!("t")
        )
    };
}
/// How many there are before those of the versions.
const OWN_COLUMNS: usize = 6;
macro_rules! with_versions {
    () => {
        " JOIN all_versions f ON f.article_id = c.article_id AND f.number = c.from_number \
         JOIN all_versions t ON t.article_id = c.article_id AND t.number = c.to_number "
    };
}
/// What lists add: the article and its outlet.
macro_rules! listed {
    ($where:literal) => {
        concat!(
            "SELECT ",
            change_columns!(),
            ", ",
            article_columns!(),
            ", o.id, o.name, o.domain, o.homepage \
            FROM shown_changes c",
            with_versions!(),
            "JOIN shown_articles a ON a.id = c.article_id \
            JOIN outlets o ON o.id = c.outlet_id WHERE ",
            $where,
            "c.state <> 3 AND \
            (c.seen_us, c.article_id, c.to_look, c.from_look) < (?1, ?2, ?3, ?4) \
            ORDER BY c.seen_us DESC, c.article_id DESC, c.to_look DESC, c.from_look DESC LIMIT ?5"
        )
    };
}

/// That the change of row `d` is found by one more token.
macro_rules! has_token {
    ($token:literal) => {
        concat!(
            " AND EXISTS (SELECT 1 FROM change_tokens e WHERE e.token = ",
            $token,
            " AND e.seen_us = d.seen_us AND e.article_id = d.article_id AND e.to_look = d.to_look \
            AND e.from_look = d.from_look)"
        )
    };
}

/// Those before a place that the index has under the first token and three more, which may be the same.
macro_rules! matches {
    () => {
        concat!(
            "SELECT d.seen_us, d.article_id, d.to_look, d.from_look FROM change_tokens d WHERE d.token = ?1 \
            AND (d.seen_us, d.article_id, d.to_look, d.from_look) < (?2, ?3, ?4, ?5) AND d.seen_us >= ?6",
            has_token!("?7"),
            has_token!("?8"),
            has_token!("?9"),
            " ORDER BY d.seen_us DESC, d.article_id DESC, d.to_look DESC, d.from_look DESC LIMIT ?10"
        )
    };
}

statements! {
    ADD = "INSERT INTO changes (article_id, from_look, to_look, outlet_id, from_number, to_number, seen_us, state, \
        updated_us, bytes, data, comparer, stealth) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?7, ?9, ?10, ?11, ?12)";
    OF_ARTICLE = concat!("SELECT ", change_columns!(), " FROM shown_changes c", with_versions!(),
        "WHERE c.article_id = ?1 ORDER BY c.to_look, c.from_look");
    FIND = concat!("SELECT ", change_columns!(), " FROM changes c", with_versions!(),
        "WHERE c.article_id = ?1 AND c.from_look = ?2 AND c.to_look = ?3");
    ALL_OF_ARTICLE = concat!("SELECT ", change_columns!(), " FROM changes c", with_versions!(),
        "WHERE c.article_id = ?1 ORDER BY c.to_look, c.from_look");
    NEWEST = listed!("");
    NEWEST_OF_OUTLET = listed!("c.outlet_id = ?6 AND ");
    /// Their places, withdrawn ones among them.
    MATCHES = matches!();
    /// The same changes, each once, without those withdrawn.
    FOUND = concat!("SELECT ", change_columns!(), ", ", article_columns!(), ", o.id, o.name, o.domain, o.homepage FROM (",
        matches!(), ") d JOIN shown_changes c ON c.article_id = d.article_id AND c.from_look = d.from_look \
        AND c.to_look = d.to_look", with_versions!(), "JOIN shown_articles a ON a.id = c.article_id \
        JOIN outlets o ON o.id = c.outlet_id WHERE c.state <> 3 \
        ORDER BY d.seen_us DESC, d.article_id DESC, d.to_look DESC, d.from_look DESC");
    NEWEST_OF_ARTICLE = listed!("c.article_id = ?6 AND ");
}

/// Which changes to list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChangeFilter {
    /// Only those of this outlet.
    pub outlet: Option<OutletId>,
    /// Only those of this article. If it is given, `outlet` is not looked at.
    pub article: Option<ArticleId>,
    /// Only those that come after this place in the list: the last change of the page before.
    pub before: Option<Position>,
}

/// A change's place in lists. The same change has the same place for ever, whatever comes after it.
///
/// Written `seen_us.outlet-article.to.from`, as in `1790000000000000.3-17.5.2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// When the later version was first seen.
    pub seen_at: Timestamp,
    /// The article.
    pub article: ArticleId,
    /// The look that names the later version.
    pub to_look: u32,
    /// The look that names the earlier version.
    pub from_look: u32,
}

impl Position {
    /// The place of a change.
    pub fn of(change: &RecordedChange) -> Self {
        let (from, to) = (&change.from, &change.to);
        Self { seen_at: to.first_seen, article: change.article, to_look: to.capture.look, from_look: from.capture.look }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}.{}", self.seen_at.as_microsecond(), self.article, self.to_look, self.from_look)
    }
}

impl FromStr for Position {
    type Err = NotAPosition;
    fn from_str(s: &str) -> Result<Self, NotAPosition> {
        let mut parts = s.split('.');
        let mut part = || parts.next().ok_or(NotAPosition);
        let position = Self {
            seen_at: part()?.parse().ok().and_then(|us| Timestamp::from_microsecond(us).ok()).ok_or(NotAPosition)?,
            article: part()?.parse().map_err(|_| NotAPosition)?,
            to_look: part()?.parse().map_err(|_| NotAPosition)?,
            from_look: part()?.parse().map_err(|_| NotAPosition)?,
        };
        if parts.next().is_none() { Ok(position) } else { Err(NotAPosition) }
    }
}

/// The text is not a [`Position`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a place in a list of changes")]
pub struct NotAPosition;

/// Changes, newest first, without those that only the reader made and those withdrawn.
pub fn list_changes(tx: &mut Tx<'_>, filter: &ChangeFilter, limit: u32) -> Result<Vec<ListedChange>, StoreError> {
    let (time, article, to_look, from_look) = match filter.before {
        None => (i64::MAX, i64::MAX, u32::MAX, u32::MAX),
        Some(p) => (p.seen_at.as_microsecond(), p.article.to_bits(), p.to_look, p.from_look),
    };
    match (filter.article, filter.outlet) {
        (Some(one), _) => tx.query(NEWEST_OF_ARTICLE, vals![time, article, to_look, from_look, limit, one], listed),
        (_, Some(one)) => tx.query(NEWEST_OF_OUTLET, vals![time, article, to_look, from_look, limit, one], listed),
        _ => tx.query(NEWEST, vals![time, article, to_look, from_look, limit], listed),
    }
}

/// Changes that the index has under all these tokens, newest first, those before `place` and not before `from` only; and
/// the place of the last of them, shown or not. `None`: there is none.
pub(crate) fn found(
    tx: &mut Tx<'_>,
    tokens: [&str; 4],
    before: Position,
    from: Timestamp,
    limit: u32,
) -> Result<Option<(Vec<ListedChange>, Position)>, StoreError> {
    let [first, second, third, fourth] = tokens;
    let Position { seen_at, article, to_look, from_look } = before;
    let vals = vals![first, seen_at, article, to_look, from_look, from, second, third, fourth, limit];
    let places = tx.query(MATCHES, vals, |row| {
        let (seen_at, article) = (row.col(0)?, row.col(1)?);
        Ok(Position { seen_at, article, to_look: row.col(2)?, from_look: row.col(3)? })
    })?;
    let Some(last) = places.last() else { return Ok(None) };
    Ok(Some((tx.query(FOUND, vals, listed)?, *last)))
}

/// The changes of an article in the order of their versions, without those withdrawn.
pub(crate) fn changes_of(tx: &mut Tx<'_>, article: ArticleId) -> Result<Vec<RecordedChange>, StoreError> {
    tx.query(OF_ARTICLE, vals![article], recorded)
}

/// All changes of an article in the order of their versions, withdrawn ones too.
pub fn all_of(tx: &mut Tx<'_>, article: ArticleId) -> Result<Vec<RecordedChange>, StoreError> {
    tx.query(ALL_OF_ARTICLE, vals![article], recorded)
}

/// The change from one capture to another, withdrawn or not.
pub(crate) fn find_change(
    tx: &mut Tx<'_>,
    from: CaptureId,
    to: CaptureId,
) -> Result<Option<RecordedChange>, StoreError> {
    tx.query_one(FIND, vals![to.article, from.look, to.look], recorded)
}

/// Records a change of `from` look and number to a version, seen when that was first seen.
pub(crate) fn add(
    tx: &mut Tx<'_>,
    (from_look, from_number): (u32, std::num::NonZeroU32),
    to: &Version,
    state: ChangeState,
    change: &Change,
) -> Result<(), StoreError> {
    let packed = packed::json(change).and_then(|json| packed::pack(&json, &[]));
    let packed = packed.map_err(|e| tx.damaged(format!("a change to {}: {e}", to.capture)))?;
    let article = to.capture.article;
    let vals = vals![
        article,
        from_look,
        to.capture.look,
        article.outlet,
        from_number,
        to.number,
        to.first_seen,
        state as u8,
        packed.bytes as u64,
        packed.data.as_slice(),
        &change.comparer,
        change.stealth.map(thousandths),
    ];
    tx.exec(ADD, vals)?;
    if state == ChangeState::ReaderOnly {
        return Ok(());
    }
    let place = Position { seen_at: to.first_seen, article, to_look: to.capture.look, from_look };
    change_search::add(tx, place, change, is_stealth(change, change.stealth))
}

/// Whether a change counts as one that readers were not told of, where that is how likely it is.
pub(crate) fn is_stealth(change: &Change, stealth: Option<f32>) -> bool {
    stealth.is_some_and(|stealth| stealth >= news::STEALTH) && change.has_substance()
}

/// As the row holds it.
pub(crate) fn thousandths(stealth: f32) -> u32 {
    (stealth.clamp(0.0, 1.0) * 1000.0).round() as u32
}

/// The state whose number this is.
pub(crate) fn state(number: u8) -> Option<ChangeState> {
    use ChangeState::{Confirmed, Provisional, ReaderOnly, Reverted};
    [Provisional, Confirmed, Reverted, ReaderOnly].into_iter().find(|state| *state as u8 == number)
}

fn recorded(row: &Row<'_>) -> Result<RecordedChange, StoreError> {
    let packed = Packed { bytes: row.col::<u32>(2)? as usize, data: row.col(3)? };
    let change = packed::unpack(&packed, &[]).and_then(|json| packed::value(&json));
    let number = row.col(0)?;
    let to = version_at(row, OWN_COLUMNS + VERSION_COLUMNS)?;
    let article = to.capture.article;
    Ok(RecordedChange {
        article,
        from: version_at(row, OWN_COLUMNS)?,
        state: state(number).ok_or_else(|| row.damaged(format!("{number} is no state of a change")))?,
        updated_at: row.col(1)?,
        change: change.map_err(|e| row.damaged(format!("the change to {}: {e}", to.capture)))?,
        stealth: row.col::<Option<u32>>(4)?.map(|stealth| stealth as f32 / 1000.0),
        told_by: row.col::<Option<u32>>(5)?.map(|look| CaptureId { article, look }),
        to,
    })
}

fn listed(row: &Row<'_>) -> Result<ListedChange, StoreError> {
    let index = OWN_COLUMNS + 2 * VERSION_COLUMNS;
    Ok(ListedChange {
        outlet: outlet_at(row, index + ARTICLE_COLUMNS)?,
        article: article_at(row, index)?,
        recorded: recorded(row)?,
    })
}
