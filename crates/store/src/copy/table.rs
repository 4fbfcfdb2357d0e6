//! A table as it is copied: batches of its rows, and what tells one set of rows from another.

use news::Digest;

use super::BATCH;
use crate::sql::{Row, Val, nul_replaced};
use crate::{StoreError, Tx};

/// A value that outlives its row.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Null,
    Int(i64),
    Text(String),
    Blob(Vec<u8>),
}

impl Value {
    fn of(val: Val<'_>) -> Self {
        match val {
            Val::Null => Self::Null,
            Val::Int(i) => Self::Int(i),
            Val::Text(text) => Self::Text(nul_replaced(text).into_owned()),
            Val::Blob(bytes) => Self::Blob(bytes.to_owned()),
        }
    }

    fn val(&self) -> Val<'_> {
        match self {
            Self::Null => Val::Null,
            Self::Int(i) => Val::Int(*i),
            Self::Text(text) => Val::Text(text),
            Self::Blob(bytes) => Val::Blob(bytes),
        }
    }

    /// The value, told apart from every other in a sequence of values.
    fn write(&self, out: &mut Vec<u8>) {
        let (kind, bytes) = match self {
            Self::Null => (b'n', &[][..]),
            Self::Int(i) => (b'i', &i.to_be_bytes()[..]),
            Self::Text(text) => (b't', text.as_bytes()),
            Self::Blob(bytes) => (b'b', &bytes[..]),
        };
        out.push(kind);
        out.extend_from_slice(&(bytes.len() as u64).to_be_bytes());
        out.extend_from_slice(bytes);
    }
}

/// How many rows a table has, and the sum of their digests: the same in whatever order they come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Sum {
    pub(super) rows: u64,
    digests: [u64; 4],
}

impl Sum {
    pub(super) fn add(&mut self, row: &[Value]) {
        let mut bytes = Vec::new();
        row.iter().for_each(|value| value.write(&mut bytes));
        let Digest(digest) = Digest::of(&bytes);
        self.rows += 1;
        for (lane, part) in self.digests.iter_mut().zip(digest.as_chunks::<8>().0) {
            *lane = lane.wrapping_add(u64::from_be_bytes(*part));
        }
    }
}

/// A table as it is read: its columns, and the texts that read a batch of it.
pub(super) struct Table {
    pub(super) name: &'static str,
    columns: Vec<String>,
    /// Which of the columns are the key.
    key: Vec<usize>,
    first: String,
    next: String,
}

impl Table {
    /// Columns by name: each database may have them in an order of its own.
    pub(super) fn of(tx: &mut Tx<'_>, (name, key): &(&'static str, &[&str])) -> Result<Self, StoreError> {
        let mut columns = tx.columns_of(name)?;
        columns.sort();
        let place = |column: &&str| columns.iter().position(|c| c == column);
        let places: Option<Vec<usize>> = key.iter().map(place).collect();
        let places = places.ok_or_else(|| tx.damaged(format!("the table {name} has no {}", key.join(", "))))?;
        let (all, by) = (columns.join(", "), key.join(", "));
        let marks = (1..=key.len()).map(|n| format!("?{n}")).collect::<Vec<_>>().join(", ");
        Ok(Self {
            name,
            first: format!("SELECT {all} FROM {name} ORDER BY {by} LIMIT {BATCH}"),
            next: format!("SELECT {all} FROM {name} WHERE ({by}) > ({marks}) ORDER BY {by} LIMIT {BATCH}"),
            key: places,
            columns,
        })
    }

    /// The rows that come after `last`, a batch of them at most.
    pub(super) fn batch(&self, tx: &mut Tx<'_>, last: Option<&Vec<Value>>) -> Result<Vec<Vec<Value>>, StoreError> {
        let width = self.columns.len();
        let read = |row: &Row<'_>| (0..width).map(|index| row.val(index).map(Value::of)).collect();
        match last {
            None => tx.query_text(self.name, &self.first, &[], read),
            Some(last) => {
                let key: Vec<Val<'_>> = self.key.iter().map(|index| last[*index].val()).collect();
                tx.query_text(self.name, &self.next, &key, read)
            }
        }
    }

    pub(super) fn write(&self, tx: &mut Tx<'_>, rows: &[Vec<Value>]) -> Result<(), StoreError> {
        let width = self.columns.len();
        let row = |r: usize| (1..=width).map(|c| format!("?{}", r * width + c)).collect::<Vec<_>>().join(", ");
        let marks = (0..rows.len()).map(|r| format!("({})", row(r))).collect::<Vec<_>>().join(", ");
        let text = format!("INSERT INTO {} ({}) VALUES {marks}", self.name, self.columns.join(", "));
        let vals: Vec<Val<'_>> = rows.iter().flatten().map(Value::val).collect();
        tx.exec_text(self.name, &text, &vals).map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_told_apart_whatever_their_order() {
        let row = |a: &str, b: &str| [Value::Text(a.into()), Value::Text(b.into())];
        let sum = |rows: &[[Value; 2]]| {
            let mut sum = Sum::default();
            rows.iter().for_each(|row| sum.add(row));
            sum
        };
        assert_eq!(sum(&[row("a", "b"), row("c", "d")]), sum(&[row("c", "d"), row("a", "b")]));
        assert_ne!(sum(&[row("ab", "")]), sum(&[row("a", "b")]));
        assert_ne!(sum(&[row("a", "b"), row("c", "d")]), sum(&[row("a", "d"), row("c", "b")]));
        assert_ne!(sum(&[[Value::Null, Value::Int(0)]]), sum(&[[Value::Int(0), Value::Null]]));
    }
}
