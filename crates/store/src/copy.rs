//! A copy of a store on another database: every table, batch by batch, and verified row by row.
//!
//! The copy is made under another name and gets its own only when it is verified: a crash leaves what is
//! half-done there, where nobody takes it for a store, and the next attempt begins anew.

mod table;

use self::table::{Sum, Table, Value};
use crate::connection::Connection;
use crate::file::File;
use crate::location::Location;
use crate::server::Role;
use crate::sql::Val;
use crate::store::{hold, make_schema, missing, serve};
use crate::{StoreError, Tx, folder, migrate, search};

/// Every table of a store, but the index of search, which is made of the others, with the columns that name its rows, in the order of its key.
pub(crate) const TABLES: &[(&str, &[&str])] = &[
    ("outlets", &["id"]),
    ("feeds", &["id"]),
    ("articles", &["id"]),
    ("addresses", &["key"]),
    ("agenda", &["article_id"]),
    ("hosts", &["host"]),
    ("look_pages", &["article_id", "first_look"]),
    ("captures", &["article_id", "look"]),
    ("readings", &["article_id", "look", "reader", "epoch"]),
    ("versions", &["article_id", "number"]),
    (DOCUMENTS, &["doc"]),
    ("changes", &["article_id", "from_look", "to_look"]),
    ("change_tokens", &["token", "seen_us", "article_id", "to_look", "from_look"]),
    ("assessments", &["article_id", "from_look", "to_look", "number"]),
    ("withdrawals", &["article_id", "look", "at_us"]),
    ("halts", &["kind", "id"]),
    ("merges", &["article_id"]),
    ("tallies", &["outlet_id", "year"]),
    ("look_hours", &["outlet_id", "hour_us", "outcome"]),
    ("yields", &["outlet_id"]),
    ("memories", &["outlet_id"]),
    ("epochs", &["outlet_id", "epoch"]),
    ("refusals", &["article_id"]),
    ("meta", &["name"]),
];

/// The table whose rows the index of search has an entry for.
const DOCUMENTS: &str = "search_docs";

/// Rows that are in memory at a time. The widest table has 18 columns, and SQLite takes 32,766 values.
const BATCH: usize = 250;

/// What a copy has done so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The table.
    pub table: &'static str,
    /// Whether it is read back now, or still written.
    pub verifying: bool,
    /// Rows written and rows read back, of all tables.
    pub done: u64,
    /// How many that will be.
    pub total: u64,
}

/// What was copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// Rows, of all tables.
    pub rows: u64,
    /// Under which name the database that was copied is kept: nobody goes on in it by mistake.
    pub kept_as: String,
}

/// Moves the database of a store to another place: `to` becomes the store, and what was there is kept
/// under another name. The archive is not touched.
///
/// Blocks; not to be called inside an asynchronous runtime.
///
/// # Errors
/// [`StoreError::NoStore`], [`StoreError::DatabaseLost`], [`StoreError::SamePlace`], [`StoreError::Held`] if a process
/// holds either side or reads the file, [`StoreError::NotEmpty`], [`StoreError::CopyDiffers`], and those of [`crate::Store::open`]. The old database stays as it is then.
pub fn move_to(from: &Location, to: &Location, tell: &mut dyn FnMut(Progress)) -> Result<Copied, StoreError> {
    if from.server.is_none() && !folder::database(&from.dir).is_file() {
        return Err(missing(from));
    }
    let same_folder = to.dir.canonicalize().is_ok_and(|to| from.dir.canonicalize().is_ok_and(|from| from == to));
    let is_same = match (&from.server, &to.server) {
        (None, None) => same_folder,
        (Some(from), Some(to)) => from.shown() == to.shown(),
        _ => false,
    };
    // Else its own lock would be taken for another process's.
    if is_same {
        return Err(StoreError::SamePlace { location: from.database() });
    }
    let _source_folder = folder::hold(&from.dir)?;
    let _target_folder = if same_folder { None } else { Some(folder::hold(&to.dir)?) };
    let mut source = match &from.server {
        None => hold(from)?,
        Some(address) => serve(address, Role::Holder)?,
    };
    match migrate::version(&mut source)? {
        0 => return Err(missing(from)),
        _ => migrate::migrate(&mut source)?,
    }
    source.make_whole()?;
    let mut target = Target::prepare(to)?;
    let mut work = Work::new(tell);
    // A transaction that writes keeps everybody else from adding what would not be copied any more.
    source.transact(|tx| work.copy_verified(tx, &mut target.connection))?;
    target.take_place()?;
    Ok(Copied { rows: work.rows, kept_as: put_aside(source, from)? })
}

/// Where the copy is made.
pub(crate) struct Target {
    pub(crate) connection: Connection,
    place: Place,
}

enum Place {
    File {
        incoming: std::path::PathBuf,
        final_name: std::path::PathBuf,
    },
    /// The connection that holds the name that the copy gets.
    Server {
        holder: Connection,
        schema: String,
        incoming: String,
    },
}

impl Target {
    pub(crate) fn prepare(to: &Location) -> Result<Self, StoreError> {
        let (mut connection, place) = match &to.server {
            None => {
                let final_name = folder::database(&to.dir);
                let incoming = final_name.with_extension("db.incoming");
                if final_name.exists() {
                    return Err(StoreError::NotEmpty { location: final_name.display().to_string() });
                }
                // What is beside a database that is not there would be taken for a part of the new one.
                folder::remove_beside(&final_name)?;
                folder::remove_database(&incoming)?;
                let connection = Connection::File(Box::new(File::open(&incoming, true, true)?));
                (connection, Place::File { incoming, final_name })
            }
            Some(address) => {
                let mut holder = serve(address, Role::Holder)?;
                if !holder.transact(|tx| tx.tables())?.is_empty() {
                    return Err(StoreError::NotEmpty { location: to.to_string() });
                }
                let incoming = address.incoming();
                let mut connection = serve(&incoming, Role::Holder)?;
                connection.batch("schema", &format!("DROP SCHEMA IF EXISTS {} CASCADE", incoming.schema()))?;
                make_schema(&mut connection, &incoming)?;
                let (schema, incoming) = (address.schema().to_owned(), incoming.schema().to_owned());
                (connection, Place::Server { holder, schema, incoming })
            }
        };
        migrate::migrate(&mut connection)?;
        Ok(Self { connection, place })
    }

    /// Gives the copy its name, durably.
    pub(crate) fn take_place(self) -> Result<(), StoreError> {
        let Self { mut connection, place } = self;
        connection.make_whole()?;
        drop(connection);
        match place {
            Place::File { incoming, final_name } => {
                let renamed = std::fs::File::open(&incoming)
                    .and_then(|file| file.sync_all())
                    .and_then(|()| std::fs::rename(&incoming, &final_name));
                renamed.map_err(|e| StoreError::of_io(e, &incoming))?;
                final_name.parent().map_or(Ok(()), folder::sync)
            }
            Place::Server { mut holder, schema, incoming } => holder.transact(|tx| {
                tx.must_be_durable();
                // A schema that is there is empty, or this fails.
                tx.batch(
                    "schema",
                    &format!("DROP SCHEMA IF EXISTS {schema}; ALTER SCHEMA {incoming} RENAME TO {schema}"),
                )
            }),
        }
    }
}

/// Renames the database that was copied, and returns its new name.
fn put_aside(mut source: Connection, from: &Location) -> Result<String, StoreError> {
    let Some(address) = &from.server else {
        drop(source);
        let old = folder::database(&from.dir);
        let new = numbered(|end| folder::moved(&from.dir, end), |name| Ok(name.exists()))?;
        std::fs::rename(&old, &new).map_err(|e| StoreError::of_io(e, &old))?;
        folder::sync(&from.dir)?;
        return Ok(new.display().to_string());
    };
    source.transact(|tx| {
        let old = address.schema();
        let known = "SELECT CAST(1 AS BIGINT) FROM pg_namespace WHERE nspname = CAST(?1 AS TEXT)";
        let new = numbered(
            |end| format!("{old}_moved{}", end.replace('-', "_")),
            |name| Ok(!tx.query_text("schema", known, &[Val::Text(name)], |row| row.col::<i64>(0))?.is_empty()),
        )?;
        tx.must_be_durable();
        tx.batch("schema", &format!("ALTER SCHEMA {old} RENAME TO {new}"))?;
        Ok(format!("schema {new}"))
    })
}

/// The first name that is free, of one without a number and those with.
fn numbered<N>(
    name: impl Fn(&str) -> N,
    mut taken: impl FnMut(&N) -> Result<bool, StoreError>,
) -> Result<N, StoreError> {
    let mut number = 1;
    loop {
        let candidate = name(&if number == 1 { String::new() } else { format!("-{number}") });
        if !taken(&candidate)? {
            return Ok(candidate);
        }
        number += 1;
    }
}

/// A copy being made.
pub(crate) struct Work<'t> {
    /// Rows of all tables.
    rows: u64,
    done: u64,
    total: u64,
    tell: &'t mut dyn FnMut(Progress),
}

impl<'t> Work<'t> {
    pub(crate) fn new(tell: &'t mut dyn FnMut(Progress)) -> Self {
        Self { rows: 0, done: 0, total: 0, tell }
    }

    /// Copies every table and reads the copy back.
    pub(crate) fn copy_verified(&mut self, source: &mut Tx<'_>, target: &mut Connection) -> Result<(), StoreError> {
        let originals = self.copy(source, target)?;
        self.index(target)?;
        self.verify(target, &originals)
    }

    /// Copies every table and returns the sums of what was read.
    fn copy(&mut self, source: &mut Tx<'_>, target: &mut Connection) -> Result<Vec<Sum>, StoreError> {
        for (name, _) in TABLES {
            let count = format!("SELECT CAST(count(*) AS BIGINT) FROM {name}");
            let rows: u64 = source.query_text("count", &count, &[], |row| row.col::<u64>(0))?.iter().sum();
            self.rows += rows;
            // Written and read back; documents are indexed as well.
            self.total += if *name == DOCUMENTS { 3 * rows } else { 2 * rows };
        }
        let mut sums = Vec::new();
        for named in TABLES {
            let table = Table::of(source, named)?;
            // A new database knows how many outlets were given: none.
            target.transact(|tx| tx.exec_text(table.name, &format!("DELETE FROM {}", table.name), &[]))?;
            let mut sum = Sum::default();
            self.batches(source, &table, false, |rows| {
                rows.iter().for_each(|row| sum.add(row));
                target.transact(|tx| table.write(tx, rows))
            })?;
            sums.push(sum);
        }
        target.batch("analyze", "ANALYZE")?;
        Ok(sums)
    }

    /// Makes the index of the copy, of every document that it has.
    fn index(&mut self, target: &mut Connection) -> Result<(), StoreError> {
        let mut last = 0;
        loop {
            let count = target.transact(|tx| {
                let documents = search::documents_after(tx, last, BATCH)?;
                documents.iter().try_for_each(|document| search::add_document(tx, document))?;
                last = documents.last().map_or(last, |document| document.doc);
                Ok(documents.len())
            })?;
            self.done += count as u64;
            (self.tell)(Progress { table: "search_index", verifying: false, done: self.done, total: self.total });
            if count < BATCH {
                return Ok(());
            }
        }
    }

    /// Reads the copy back.
    fn verify(&mut self, target: &mut Connection, originals: &[Sum]) -> Result<(), StoreError> {
        target.transact(|tx| {
            for (named, original) in TABLES.iter().zip(originals) {
                let table = Table::of(tx, named)?;
                let mut sum = Sum::default();
                self.batches(tx, &table, true, |rows| {
                    rows.iter().for_each(|row| sum.add(row));
                    Ok(())
                })?;
                if sum != *original {
                    return Err(StoreError::CopyDiffers { table: table.name.to_owned() });
                }
            }
            Ok(())
        })
    }

    fn batches(
        &mut self,
        tx: &mut Tx<'_>,
        table: &Table,
        verifying: bool,
        mut take: impl FnMut(&[Vec<Value>]) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut last = None;
        loop {
            let mut rows = table.batch(tx, last.as_ref())?;
            if !rows.is_empty() {
                take(&rows)?;
            }
            self.done += rows.len() as u64;
            (self.tell)(Progress { table: table.name, verifying, done: self.done, total: self.total });
            if rows.len() < BATCH {
                return Ok(());
            }
            last = rows.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect::Dialect;

    /// A table that a migration adds must be copied too.
    #[test]
    fn every_table_is_copied() {
        let dir = tempfile::tempdir().unwrap();
        let mut connection = hold(&Location::folder(dir.path())).unwrap();
        migrate::migrate(&mut connection).unwrap();
        let mut tables = connection.transact(|tx| tx.tables()).unwrap();
        tables.retain(|table| table != migrate::TABLE);
        tables.sort();
        let mut ours: Vec<&str> = TABLES.iter().map(|(name, _)| *name).collect();
        ours.sort_unstable();
        assert_eq!(tables, ours);
        let made = |name: &str| format!("CREATE TABLE {name} (");
        for dialect in [Dialect::Sqlite, Dialect::Postgres] {
            let ddl: String = dialect.migrations().iter().map(|(.., ddl)| *ddl).collect();
            assert_eq!(ddl.replace(&made("search_index"), "").matches("CREATE TABLE ").count(), ours.len());
            assert!(ours.iter().all(|name| ddl.contains(&made(name))), "{dialect:?}");
        }
    }
}
