//! A connection to PostgreSQL: a database on a server, which may go away and come back.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use news::Digest;
use postgres::types::ToSql;
use postgres::{Client, NoTls, Statement};

use crate::dialect::Dialect;
use crate::location::DatabaseAddress;
use crate::sql::{Cells, Outcome, Row, Val};
use crate::tls::Encryption;
use crate::{StoreError, file};

/// How long a connection may take to come up where the address does not say, and how long bytes may
/// stay unacknowledged before the server counts as gone.
const CONNECT: Duration = Duration::from_secs(5);
const SILENCE: Duration = Duration::from_secs(30);

/// How long after a failed attempt the next one is made: the first pause, and the longest.
const PAUSE: Duration = Duration::from_millis(100);
const LONGEST_PAUSE: Duration = Duration::from_secs(5);

/// How long a holder's lock is waited for: the server may not have noticed yet that the last holder died.
const LOCK_PATIENCE: Duration = Duration::from_secs(3);

/// The advisory locks of a store: the holder's for its session, and a writer's for its transaction. Any
/// numbers would do; these are `RPL` and a digit. The lock's second half tells schemas apart.
const HOLDER: i32 = 0x5250_4c31;
const WRITER: i32 = 0x5250_4c32;

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Reads.
    Reader,
    /// Writes short wishes beside the holder.
    Beside,
    /// Holds the store: writes all else.
    Holder,
}

/// A connection to a server.
///
/// A reader, and a writer beside the holder, connect again by themselves. The holder does not, because its
/// last commits may have gone with the server: it is fenced until [`Server::resume`].
pub(crate) struct Server {
    address: DatabaseAddress,
    role: Role,
    session: Option<Session>,
    /// The holder's connection was lost.
    fenced: bool,
    /// A statement of this transaction failed: the server will keep nothing of it.
    failed: bool,
    /// The last attempt to connect failed: what it met, until when there is no other, and how long that is.
    rest: Option<(String, Instant, Duration)>,
}

struct Session {
    client: Client,
    prepared: HashMap<String, Statement>,
}

impl Server {
    /// A connection that is made when it is first needed.
    pub(crate) fn lazily(address: DatabaseAddress, role: Role) -> Self {
        Self { address, role, session: None, fenced: false, failed: false, rest: None }
    }

    /// Connects; the holder takes its lock.
    pub(crate) fn open(address: &DatabaseAddress, role: Role) -> Result<Self, StoreError> {
        let mut server = Self::lazily(address.clone(), role);
        server.connect()?;
        Ok(server)
    }

    pub(crate) fn database(&self) -> &str {
        self.address.shown()
    }

    /// Connects a fenced holder again.
    pub(crate) fn resume(&mut self) -> Result<(), StoreError> {
        if self.fenced {
            self.connect()?;
            self.fenced = false;
        }
        Ok(())
    }

    pub(crate) fn begin(&mut self) -> Result<(), StoreError> {
        let text = match self.role {
            Role::Reader => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY".to_owned(),
            // Writers come one after the other, as they do at a file.
            _ => format!("BEGIN; SELECT pg_advisory_xact_lock({WRITER}, {})", self.lock_of_schema()),
        };
        if self.session.is_some() {
            match self.batch("transaction", &text) {
                // It was lost before the transaction began: nothing of it is half done.
                Err(StoreError::Unreachable { .. }) if self.role != Role::Holder => {}
                begun => return self.begun(begun),
            }
        }
        self.connect_if_rested()?;
        let begun = self.batch("transaction", &text);
        self.begun(begun)
    }

    fn begun(&mut self, begun: Result<(), StoreError>) -> Result<(), StoreError> {
        match begun {
            Ok(()) => self.failed = false,
            Err(_) => self.rollback(),
        }
        begun
    }

    /// Commits; if `durable`, returns when everything committed so far is on the disk.
    pub(crate) fn commit(&mut self, durable: bool) -> (Outcome, Result<(), StoreError>) {
        if self.failed {
            self.rollback();
            let message = "a statement of it failed".into();
            return (Outcome::Nothing, Err(StoreError::Refused { statement: "transaction", message }));
        }
        let text = if durable { "SET LOCAL synchronous_commit TO on; COMMIT" } else { "COMMIT" };
        let committed = self.batch("commit", text).inspect_err(|_| self.rollback());
        let outcome = match &committed {
            Ok(()) => Outcome::Committed,
            // The server itself has said that it could not.
            Err(StoreError::DiskFull { .. } | StoreError::Busy { .. } | StoreError::TimedOut) => Outcome::Nothing,
            Err(_) => Outcome::Unknown,
        };
        (outcome, committed)
    }

    pub(crate) fn rollback(&mut self) {
        if self.session.is_some() {
            let _ = self.batch("transaction", "ROLLBACK");
        }
    }

    /// Stops statements that take longer than `limit` each. They go by their indexes: what it costs to read a row whole the
    /// server does not know (it counts the pages of the table, not those where long values are), and until it has counted a
    /// table it guesses.
    pub(crate) fn limit(&mut self, limit: Duration) -> Result<(), StoreError> {
        let limit = limit.as_millis().max(1);
        let by_index = "SET LOCAL enable_seqscan TO off";
        self.batch("limit", &format!("SAVEPOINT limited; SET LOCAL statement_timeout TO {limit}; {by_index}"))
    }

    /// Goes back to before the limit: nothing was written since, and a statement that was stopped is forgotten.
    pub(crate) fn end_limit(&mut self) -> Result<(), StoreError> {
        self.batch("limit", "ROLLBACK TO SAVEPOINT limited; RELEASE SAVEPOINT limited")?;
        self.failed = false;
        Ok(())
    }

    pub(crate) fn batch(&mut self, name: &'static str, text: &str) -> Result<(), StoreError> {
        self.run(name, |session| session.client.batch_execute(text))
    }

    pub(crate) fn exec(&mut self, name: &'static str, text: &str, vals: &[Val<'_>]) -> Result<usize, StoreError> {
        self.run(name, |session| {
            let statement = session.prepare(text)?;
            let rows = session.client.execute(&statement, &parameters(vals))?;
            Ok(usize::try_from(rows).unwrap_or(usize::MAX))
        })
    }

    pub(crate) fn query(
        &mut self,
        name: &'static str,
        text: &str,
        vals: &[Val<'_>],
        read: &mut dyn FnMut(&Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let rows = self.run(name, |session| {
            let statement = session.prepare(text)?;
            session.client.query(&statement, &parameters(vals))
        })?;
        rows.iter().try_for_each(|row| read(&Row::new(Cells::Server(row), self.address.shown())))
    }

    fn run<T>(
        &mut self,
        name: &'static str,
        work: impl FnOnce(&mut Session) -> Result<T, postgres::Error>,
    ) -> Result<T, StoreError> {
        let Some(session) = &mut self.session else { return Err(self.gone("the connection was lost")) };
        work(session).map_err(|error| self.found(&error, name))
    }

    /// The finding behind an error; a connection that is lost is let go.
    fn found(&mut self, error: &postgres::Error, name: &'static str) -> StoreError {
        self.failed = true;
        let found = StoreError::of_server(error, self.address.shown(), name);
        match found {
            StoreError::Unreachable { .. } => {
                self.session = None;
                self.fenced = self.role == Role::Holder;
                found
            }
            StoreError::ReadOnly if self.role != Role::Reader => self.read_only(),
            found => found,
        }
    }

    fn read_only(&self) -> StoreError {
        let message = "it is read-only: a standby server, or default_transaction_read_only is set".into();
        StoreError::Denied { database: self.address.to_string(), message }
    }

    fn gone(&self, message: &str) -> StoreError {
        StoreError::Unreachable { database: self.address.to_string(), message: message.into() }
    }

    /// Connects, unless an attempt failed a moment ago: then its finding stands.
    fn connect_if_rested(&mut self) -> Result<(), StoreError> {
        if self.fenced {
            return Err(self.gone("it went away, and the work has not been taken up again"));
        }
        if let Some((message, until, _)) = &self.rest
            && Instant::now() < *until
        {
            return Err(self.gone(message));
        }
        let connected = self.connect();
        if let Err(StoreError::Unreachable { message, .. }) = &connected {
            let pause = self.rest.take().map_or(PAUSE, |(.., pause)| (2 * pause).min(LONGEST_PAUSE));
            self.rest = Some((message.clone(), Instant::now() + pause, pause));
        }
        connected
    }

    fn connect(&mut self) -> Result<(), StoreError> {
        let DatabaseAddress { config, encryption, schema, .. } = &self.address;
        let mut config = (**config).clone();
        // Whoever is refused because another process holds the store is told which one.
        config.application_name(&format!("replate {}", std::process::id()));
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(CONNECT);
        }
        config.keepalives_idle(SILENCE).tcp_user_timeout(SILENCE);
        let tls = match encryption {
            Encryption::Off => None,
            Encryption::On(tls) => Some(tls.clone()),
        };
        config.ssl_mode(if tls.is_some() {
            postgres::config::SslMode::Require
        } else {
            postgres::config::SslMode::Disable
        });
        let connected = match tls {
            None => config.connect(NoTls),
            Some(tls) => config.connect(tls),
        };
        let client = connected.map_err(|error| StoreError::of_server(&error, self.address.shown(), "connect"))?;
        self.session = Some(Session { client, prepared: HashMap::new() });
        // As SQLite's NORMAL: a commit does not wait for the disk unless it asks to. Wishes beside the holder do.
        let waits = if self.role == Role::Holder { "off" } else { "on" };
        let settings = format!(
            "SET client_min_messages TO warning; SET search_path TO {schema}; SET synchronous_commit TO {waits}; \
             SET lock_timeout TO '{}s'; SET tcp_keepalives_idle TO 30; SET tcp_keepalives_interval TO 10; \
             SET tcp_keepalives_count TO 3",
            file::BUSY_SECONDS,
        );
        self.batch("settings", &settings)?;
        if self.role != Role::Reader
            && self.numbers("settings", "SELECT CAST(current_setting('transaction_read_only') = 'on' AS INT)")? == [1]
        {
            self.session = None;
            return Err(self.read_only());
        }
        if self.role == Role::Holder {
            self.hold().inspect_err(|_| self.session = None)?;
        }
        self.rest = None;
        Ok(())
    }

    /// Takes the holder's lock. The server frees it when the session ends, however it ends.
    fn hold(&mut self) -> Result<(), StoreError> {
        let lock = format!("SELECT CAST(pg_try_advisory_lock({HOLDER}, {}) AS INT)", self.lock_of_schema());
        let begun = Instant::now();
        while self.numbers("lock", &lock)? != [1] {
            if begun.elapsed() > LOCK_PATIENCE {
                let holder = format!(
                    "SELECT CAST(substring(a.application_name FROM 'replate ([0-9]+)') AS BIGINT) FROM pg_locks l \
                     JOIN pg_stat_activity a ON a.pid = l.pid WHERE l.locktype = 'advisory' AND l.granted \
                     AND l.classid = {HOLDER} AND l.objid = CAST({} AS BIGINT) AND l.database = a.datid \
                     AND a.application_name ~ '^replate [0-9]+$'",
                    self.lock_of_schema().cast_unsigned()
                );
                let pid = self.numbers("lock", &holder)?.first().and_then(|pid| u32::try_from(*pid).ok());
                return Err(StoreError::Held { held: self.address.to_string(), pid });
            }
            std::thread::sleep(PAUSE);
        }
        Ok(())
    }

    fn numbers(&mut self, name: &'static str, text: &str) -> Result<Vec<i64>, StoreError> {
        let mut numbers = Vec::new();
        self.query(name, text, &[], &mut |row| {
            numbers.push(row.col(0)?);
            Ok(())
        })?;
        Ok(numbers)
    }

    /// The half of a lock's key that is this schema's.
    fn lock_of_schema(&self) -> i32 {
        let Digest([a, b, c, d, ..]) = Digest::of(&*self.address.schema);
        i32::from_be_bytes([a, b, c, d])
    }
}

impl Session {
    fn prepare(&mut self, text: &str) -> Result<Statement, postgres::Error> {
        if let Some(statement) = self.prepared.get(text) {
            return Ok(statement.clone());
        }
        let statement = self.client.prepare(&Dialect::Postgres.text(text))?;
        self.prepared.insert(text.to_owned(), statement.clone());
        Ok(statement)
    }
}

fn parameters<'v>(vals: &'v [Val<'v>]) -> Vec<&'v (dyn ToSql + Sync)> {
    vals.iter().map(|val| val as &(dyn ToSql + Sync)).collect()
}
