//! A connection to either database, and what a transaction is on it.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use crate::dialect::Dialect;
use crate::file::File;
use crate::server::Server;
use crate::sql::{Outcome, Row, Val};
use crate::{StoreError, Tx};

/// A connection to a database.
pub(crate) enum Connection {
    File(Box<File>),
    Server(Box<Server>),
}

impl Connection {
    /// Runs `verb` in a transaction: committed if it returns `Ok`, rolled back if not, or if it panics.
    pub(crate) fn transact<T>(
        &mut self,
        verb: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.begin()?;
        let mut tx = Tx::new(self);
        // Unwind safe: a panic rolls the transaction back, and nothing else is shared.
        let answer = catch_unwind(AssertUnwindSafe(|| verb(&mut tx)));
        let durable = tx.is_durable();
        let when_ended = tx.into_when_ended();
        let value = answer.unwrap_or_else(|panic| Err(StoreError::Panicked { message: words(panic.as_ref()) }));
        let (outcome, answer) = match value {
            Ok(value) => {
                let (outcome, committed) = self.commit(durable);
                (outcome, committed.map(|()| value))
            }
            Err(error) => {
                self.rollback();
                (Outcome::Nothing, Err(error))
            }
        };
        when_ended.into_iter().for_each(|then| then(outcome));
        answer
    }

    /// The database, in words that may be shown.
    pub(crate) fn database(&self) -> &str {
        match self {
            Self::File(file) => file.database(),
            Self::Server(server) => server.database(),
        }
    }

    pub(crate) fn dialect(&self) -> Dialect {
        match self {
            Self::File(_) => Dialect::Sqlite,
            Self::Server(_) => Dialect::Postgres,
        }
    }

    /// Takes up the work again after the server was lost (see [`crate::Store::resume`]).
    pub(crate) fn resume(&mut self) -> Result<(), StoreError> {
        match self {
            Self::File(_) => Ok(()),
            Self::Server(server) => server.resume(),
        }
    }

    /// Makes a database that is a file one file, so that it can be renamed.
    pub(crate) fn make_whole(&mut self) -> Result<(), StoreError> {
        match self {
            Self::File(file) => file.make_whole(),
            Self::Server(_) => Ok(()),
        }
    }

    /// What is wrong with the database's own order; a server looks after its own.
    pub(crate) fn quick_check(&self) -> Result<Vec<String>, StoreError> {
        match self {
            Self::File(file) => file.quick_check(),
            Self::Server(_) => Ok(Vec::new()),
        }
    }

    fn begin(&mut self) -> Result<(), StoreError> {
        match self {
            Self::File(file) => file.begin(),
            Self::Server(server) => server.begin(),
        }
    }

    fn commit(&mut self, durable: bool) -> (Outcome, Result<(), StoreError>) {
        match self {
            Self::File(file) => file.commit(durable),
            Self::Server(server) => server.commit(durable),
        }
    }

    fn rollback(&mut self) {
        match self {
            Self::File(file) => file.rollback(),
            Self::Server(server) => server.rollback(),
        }
    }

    /// Stops statements that have not ended when `limit` is over; see [`Self::end_limit`].
    pub(crate) fn limit(&mut self, limit: Duration) -> Result<(), StoreError> {
        match self {
            Self::File(file) => file.limit(limit),
            Self::Server(server) => server.limit(limit),
        }
    }

    /// Ends the limit. If the transaction is to `go_on`, a statement that was stopped does it no harm.
    pub(crate) fn end_limit(&mut self, go_on: bool) -> Result<(), StoreError> {
        match self {
            Self::File(file) => file.end_limit(),
            Self::Server(server) if go_on => server.end_limit(),
            Self::Server(_) => Ok(()),
        }
    }

    /// Runs statements that have no parameters and no answer.
    pub(crate) fn batch(&mut self, name: &'static str, text: &str) -> Result<(), StoreError> {
        match self {
            Self::File(file) => file.batch(name, text),
            Self::Server(server) => server.batch(name, text),
        }
    }

    pub(crate) fn exec(&mut self, name: &'static str, text: &str, vals: &[Val<'_>]) -> Result<usize, StoreError> {
        match self {
            Self::File(file) => file.exec(name, text, vals),
            Self::Server(server) => server.exec(name, text, vals),
        }
    }

    pub(crate) fn query(
        &mut self,
        name: &'static str,
        text: &str,
        vals: &[Val<'_>],
        read: &mut dyn FnMut(&Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        match self {
            Self::File(file) => file.query(name, text, vals, read),
            Self::Server(server) => server.query(name, text, vals, read),
        }
    }
}

fn words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("no message").to_owned()
}
