//! The face that verbs use: a transaction, values, rows. No verb names a database.

use std::num::NonZeroU32;
use std::path::Path;

use jiff::Timestamp;
use news::{ArticleId, Digest, FeedId, OutletId};
use rusqlite::types::{ToSqlOutput, ValueRef};

use crate::StoreError;

/// A transaction. Verbs run inside one; it is committed when the closure that got it returns `Ok`.
pub struct Tx<'c> {
    connection: &'c rusqlite::Connection,
    path: &'c Path,
    durable: bool,
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
    row: &'r rusqlite::Row<'r>,
    path: &'r Path,
}

/// What can be read out of a column.
pub(crate) trait Column: Sized {
    /// `None`: the value is of another kind, or out of range.
    fn from_val(val: Val<'_>) -> Option<Self>;
}

impl<'c> Tx<'c> {
    pub(crate) fn new(connection: &'c rusqlite::Connection, path: &'c Path) -> Self {
        Self { connection, path, durable: false }
    }

    /// Asks that the commit returns only when the disk has it (see [`crate::Store`], "Durability").
    pub(crate) fn must_be_durable(&mut self) {
        self.durable = true;
    }

    pub(crate) fn is_durable(&self) -> bool {
        self.durable
    }

    /// Runs a statement and returns the number of rows that it changed.
    pub(crate) fn exec(&mut self, statement: Statement, vals: &[Val<'_>]) -> Result<usize, StoreError> {
        let run = || self.connection.prepare_cached(statement.text)?.execute(rusqlite::params_from_iter(vals));
        run().map_err(|e| StoreError::of_sqlite(&e, self.path, statement.name))
    }

    /// Runs a statement and returns what `read` makes of its rows.
    pub(crate) fn query<T>(
        &mut self,
        statement: Statement,
        vals: &[Val<'_>],
        read: impl Fn(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let path = self.path;
        let refused = |e: rusqlite::Error| StoreError::of_sqlite(&e, path, statement.name);
        let mut prepared = self.connection.prepare_cached(statement.text).map_err(refused)?;
        let mut rows = prepared.query(rusqlite::params_from_iter(vals)).map_err(refused)?;
        let mut all = Vec::new();
        while let Some(row) = rows.next().map_err(refused)? {
            all.push(read(&Row { row, path })?);
        }
        Ok(all)
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

    /// The error that says that what is stored cannot be understood.
    pub(crate) fn damaged(&self, what: impl Into<String>) -> StoreError {
        StoreError::Damaged { path: self.path.to_owned(), what: what.into() }
    }

    #[cfg(test)]
    pub(crate) fn connection(&self) -> &rusqlite::Connection {
        self.connection
    }
}

impl Row<'_> {
    /// The column at `index`, from 0.
    pub(crate) fn col<T: Column>(&self, index: usize) -> Result<T, StoreError> {
        let value = self.row.get_ref(index).map_err(|e| StoreError::of_sqlite(&e, self.path, "column"))?;
        let val = match value {
            ValueRef::Null => Some(Val::Null),
            ValueRef::Integer(i) => Some(Val::Int(i)),
            ValueRef::Text(t) => std::str::from_utf8(t).ok().map(Val::Text),
            ValueRef::Blob(b) => Some(Val::Blob(b)),
            ValueRef::Real(_) => None,
        };
        val.and_then(T::from_val).ok_or_else(|| self.damaged(format!("column {index} holds {value:?}")))
    }

    /// The error that says that this row cannot be understood.
    pub(crate) fn damaged(&self, what: impl Into<String>) -> StoreError {
        StoreError::Damaged { path: self.path.to_owned(), what: what.into() }
    }
}

impl rusqlite::ToSql for Val<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match *self {
            Self::Null => ValueRef::Null,
            Self::Int(i) => ValueRef::Integer(i),
            Self::Text(t) => ValueRef::Text(t.as_bytes()),
            Self::Blob(b) => ValueRef::Blob(b),
        }))
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
