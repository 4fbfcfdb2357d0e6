//! The face that verbs use: a transaction, values, rows. No verb names a database.

use std::borrow::Cow;
use std::num::NonZeroU32;
use std::time::Duration;

use jiff::Timestamp;
use news::{ArticleId, Digest, FeedId, OutletId};

use crate::StoreError;
use crate::connection::Connection;
use crate::dialect::Dialect;

/// A transaction. Verbs run inside one; it is committed when the closure that got it returns `Ok`.
pub struct Tx<'c> {
    connection: &'c mut Connection,
    durable: bool,
    when_ended: Vec<Box<dyn FnOnce(Outcome)>>,
}

/// What the database keeps of a transaction that has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All of it, even if waiting for the disk has failed.
    Committed,
    /// Nothing, for certain.
    Nothing,
    /// All or nothing; nobody knows which.
    Unknown,
}

/// An SQL statement: placeholders `?1 … ?n`, the same text for every database.
#[derive(Debug, Clone, Copy)]
pub struct Statement {
    /// The name of its constant.
    pub name: &'static str,
    /// The SQL.
    pub text: &'static str,
}

/// Declares statements as constants, and lists them in `STATEMENTS`, so that none escapes the
/// test that prepares them all.
macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident = $text:expr;)*) => {
        $($(#[$doc])* const $name: $crate::sql::Statement = $crate::sql::Statement {
            name: stringify!($name),
            text: $text,
        };)*
        /// Every statement of this module.
        pub(crate) const STATEMENTS: &[$crate::sql::Statement] = &[$($name),*];
    };
}
pub(crate) use statements;

/// The parameters of a statement, in the order of their numbers.
macro_rules! vals {
    ($($value:expr),* $(,)?) => { &[$($crate::sql::Val::from($value)),*] };
}
pub(crate) use vals;

/// A value that goes into or comes out of a database.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Val<'a> {
    Null,
    Int(i64),
    Text(&'a str),
    Blob(&'a [u8]),
}

/// A row of an answer.
pub(crate) struct Row<'r> {
    cells: Cells<'r>,
    database: &'r str,
}

/// A row as its database's library gives it.
#[derive(Clone, Copy)]
pub(crate) enum Cells<'r> {
    File(&'r rusqlite::Row<'r>),
    Server(&'r postgres::Row),
}

/// What can be read out of a column.
pub(crate) trait Column: Sized {
    /// `None`: the value is of another kind, or out of range.
    fn from_val(val: Val<'_>) -> Option<Self>;
}

impl<'c> Tx<'c> {
    pub(crate) fn new(connection: &'c mut Connection) -> Self {
        Self { connection, durable: false, when_ended: Vec::new() }
    }

    /// Asks that the commit returns only when the disk has it (see [`crate::Store`], "Durability").
    pub(crate) fn must_be_durable(&mut self) {
        self.durable = true;
    }

    pub(crate) fn is_durable(&self) -> bool {
        self.durable
    }

    /// Has `then` called when the transaction has ended: before its caller hears of that, even if nobody waits
    /// any more, and before this process's next transaction that writes.
    pub fn when_ended(&mut self, then: impl FnOnce(Outcome) + 'static) {
        self.when_ended.push(Box::new(then));
    }

    pub(crate) fn into_when_ended(self) -> Vec<Box<dyn FnOnce(Outcome)>> {
        self.when_ended
    }

    /// Runs `work`, which only reads, for `limit` at the most. `None`: the time ran out in the middle of a statement.
    pub(crate) fn within<T>(
        &mut self,
        limit: Duration,
        work: impl FnOnce(&mut Self) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        self.connection.limit(limit)?;
        let done = work(self);
        let ended = self.connection.end_limit(matches!(done, Ok(_) | Err(StoreError::TimedOut)));
        match done {
            Err(StoreError::TimedOut) => ended.map(|()| None),
            Err(error) => Err(error),
            Ok(done) => ended.map(|()| Some(done)),
        }
    }

    pub(crate) fn dialect(&self) -> Dialect {
        self.connection.dialect()
    }

    /// Runs a statement and returns the number of rows that it changed.
    pub(crate) fn exec(&mut self, statement: Statement, vals: &[Val<'_>]) -> Result<usize, StoreError> {
        self.exec_text(statement.name, statement.text, vals)
    }

    /// Runs a statement and returns what `read` makes of its rows.
    pub(crate) fn query<T>(
        &mut self,
        statement: Statement,
        vals: &[Val<'_>],
        read: impl Fn(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        self.query_text(statement.name, statement.text, vals, read)
    }

    /// Runs a statement that answers with one row at most.
    pub(crate) fn query_one<T>(
        &mut self,
        statement: Statement,
        vals: &[Val<'_>],
        read: impl Fn(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        Ok(self.query(statement, vals, read)?.into_iter().next())
    }

    /// [`Self::exec`] of a text that is made while the program runs: of the tables that are copied.
    pub(crate) fn exec_text(&mut self, name: &'static str, text: &str, vals: &[Val<'_>]) -> Result<usize, StoreError> {
        if !vals.iter().any(has_nul) {
            return self.connection.exec(name, text, vals);
        }
        let whole: Vec<Cow<'_, str>> = replacements(vals).collect();
        self.connection.exec(name, text, &replaced(vals, &whole))
    }

    /// [`Self::query`] of a text that is made while the program runs.
    pub(crate) fn query_text<T>(
        &mut self,
        name: &'static str,
        text: &str,
        vals: &[Val<'_>],
        read: impl Fn(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut all = Vec::new();
        let mut push = |row: &Row<'_>| {
            all.push(read(row)?);
            Ok(())
        };
        if vals.iter().any(has_nul) {
            let whole: Vec<Cow<'_, str>> = replacements(vals).collect();
            self.connection.query(name, text, &replaced(vals, &whole), &mut push)?;
        } else {
            self.connection.query(name, text, vals, &mut push)?;
        }
        Ok(all)
    }

    /// The size of the database in bytes.
    pub(crate) fn database_bytes(&mut self) -> Result<u64, StoreError> {
        let text = self.connection.dialect().size();
        Ok(self.query_text("SIZE", text, &[], |row| row.col(0))?.pop().unwrap_or(0))
    }

    /// Runs statements that have no parameters and no answer.
    pub(crate) fn batch(&mut self, name: &'static str, text: &str) -> Result<(), StoreError> {
        self.connection.batch(name, text)
    }

    /// The names of the tables that there are.
    pub(crate) fn tables(&mut self) -> Result<Vec<String>, StoreError> {
        let text = self.connection.dialect().tables();
        self.query_text("TABLES", text, &[], |row| row.col(0))
    }

    /// The names of a table's columns, in their order.
    pub(crate) fn columns_of(&mut self, table: &str) -> Result<Vec<String>, StoreError> {
        let text = self.connection.dialect().columns();
        self.query_text("COLUMNS", text, vals![table], |row| row.col(0))
    }

    /// The error that says that what is stored cannot be understood.
    pub(crate) fn damaged(&self, what: impl Into<String>) -> StoreError {
        StoreError::Damaged { database: self.connection.database().to_owned(), what: what.into() }
    }

    pub(crate) fn connection(&mut self) -> &mut Connection {
        self.connection
    }
}

/// Whether a value holds U+0000, which PostgreSQL does not keep: U+FFFD is stored for it everywhere.
fn has_nul(val: &Val<'_>) -> bool {
    matches!(val, Val::Text(text) if text.contains('\0'))
}

/// What is stored for each value that is text.
fn replacements<'v>(vals: &[Val<'v>]) -> impl Iterator<Item = Cow<'v, str>> {
    vals.iter().map(|val| if let Val::Text(text) = val { nul_replaced(text) } else { Cow::Borrowed("") })
}

fn replaced<'w>(vals: &[Val<'w>], whole: &'w [Cow<'_, str>]) -> Vec<Val<'w>> {
    let one = |(val, whole): (&Val<'w>, &'w Cow<'_, str>)| match val {
        Val::Text(_) => Val::Text(whole),
        other => *other,
    };
    vals.iter().zip(whole).map(one).collect()
}

/// The text with U+FFFD for U+0000.
pub(crate) fn nul_replaced(text: &str) -> Cow<'_, str> {
    if text.contains('\0') { Cow::Owned(text.replace('\0', "\u{fffd}")) } else { Cow::Borrowed(text) }
}

impl<'r> Row<'r> {
    pub(crate) fn new(cells: Cells<'r>, database: &'r str) -> Self {
        Self { cells, database }
    }

    /// The column at `index`, from 0.
    pub(crate) fn col<T: Column>(&self, index: usize) -> Result<T, StoreError> {
        let val = self.val(index)?;
        T::from_val(val).ok_or_else(|| self.damaged(format!("column {index} holds {val:?}")))
    }

    /// The value of the column at `index`, from 0.
    pub(crate) fn val(&self, index: usize) -> Result<Val<'r>, StoreError> {
        let val = match self.cells {
            Cells::File(row) => crate::values::of_file(row, index),
            Cells::Server(row) => row.try_get(index).map_err(|e| e.to_string()),
        };
        val.map_err(|what| self.damaged(format!("column {index}: {what}")))
    }

    /// The error that says that this row cannot be understood.
    pub(crate) fn damaged(&self, what: impl Into<String>) -> StoreError {
        StoreError::Damaged { database: self.database.to_owned(), what: what.into() }
    }
}

/// Maps a Rust type to a kind of value, in both directions.
macro_rules! kind {
    ($type:ty, Int, |$value:ident| $into:expr, |$int:ident| $from:expr) => {
        impl From<$type> for Val<'_> {
            fn from($value: $type) -> Self {
                Self::Int($into)
            }
        }
        impl Column for $type {
            fn from_val(val: Val<'_>) -> Option<Self> {
                match val {
                    Val::Int($int) => $from,
                    _ => None,
                }
            }
        }
    };
}

kind!(i64, Int, |v| v, |i| Some(i));
kind!(bool, Int, |v| i64::from(v), |i| Some(i != 0));
kind!(u8, Int, |v| i64::from(v), |i| i.try_into().ok());
kind!(u16, Int, |v| i64::from(v), |i| i.try_into().ok());
kind!(u32, Int, |v| i64::from(v), |i| i.try_into().ok());
// Sizes and offsets of files: SQL has no wider integer than i64, and no file is longer.
kind!(u64, Int, |v| v.try_into().unwrap_or(i64::MAX), |i| i.try_into().ok());
kind!(NonZeroU32, Int, |v| i64::from(v.get()), |i| u32::try_from(i).ok().and_then(NonZeroU32::new));
kind!(OutletId, Int, |v| i64::from(v.0), |i| i.try_into().ok().map(OutletId));
kind!(ArticleId, Int, |v| v.to_bits(), |i| Some(ArticleId::from_bits(i)));
kind!(FeedId, Int, |v| v.to_bits(), |i| Some(FeedId::from_bits(i)));
kind!(Timestamp, Int, |v| v.as_microsecond(), |i| Timestamp::from_microsecond(i).ok());

impl<'a> From<&'a str> for Val<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Val<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a [u8]> for Val<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Blob(bytes)
    }
}

impl<'a> From<&'a Digest> for Val<'a> {
    fn from(digest: &'a Digest) -> Self {
        Self::Blob(&digest.0)
    }
}

impl<'a, T: Into<Val<'a>>> From<Option<T>> for Val<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl Column for String {
    fn from_val(val: Val<'_>) -> Option<Self> {
        if let Val::Text(text) = val { Some(text.to_owned()) } else { None }
    }
}

impl Column for Vec<u8> {
    fn from_val(val: Val<'_>) -> Option<Self> {
        if let Val::Blob(bytes) = val { Some(bytes.to_owned()) } else { None }
    }
}

impl Column for Digest {
    fn from_val(val: Val<'_>) -> Option<Self> {
        if let Val::Blob(bytes) = val { bytes.try_into().ok().map(Digest) } else { None }
    }
}

impl<T: Column> Column for Option<T> {
    fn from_val(val: Val<'_>) -> Option<Self> {
        if val == Val::Null { Some(None) } else { T::from_val(val).map(Some) }
    }
}
