//! Store: all SQL of Replate. Outlets, the agenda, looks, readings, versions, changes.
//!
//! Comes after every stage and before `publish`: `watch` leases due articles ([`agenda`]), visits
//! them and records what it found ([`visits`]); `web` reads timelines and lists ([`timelines`],
//! [`changes`]). Start at [`Store`], then at the verbs: plain functions over `&mut Tx`, one module
//! per noun, each a sentence of the domain. A caller awaits one future per transaction:
//!
//! ```no_run
//! # async fn example(store: store::Store, now: jiff::Timestamp) -> Result<(), store::StoreError> {
//! let due = store.write(move |tx| store::agenda::lease_due(tx, "boot-1", now, now, 64)).await?;
//! # Ok(()) }
//! ```
//!
//! A store is at a [`Location`]: a folder with SQLite in it, or with a database on a PostgreSQL server. One
//! SQL text serves both; the module `dialect` holds what differs, `file` and `server` the connections. Every
//! statement is a constant beside its function and listed by [`statements`], so that a test can
//! prepare them all. Times are microseconds since 1970 UTC, digests 32 bytes, ids made here.
//!
//! Evidence first: whoever records a visit has its capture durable in the archive already. That is
//! why a commit here need not wait for the disk (see [`Store`], "Durability").
//!
//! Deliberately absent: a clock (every time is an argument), raw bodies (they are in the archive),
//! any decision about what a look means (`watch` concludes; the store records).

pub mod agenda;
pub mod alarms;
pub mod articles;
pub mod assessments;
pub mod captures;
pub mod change_search;
pub mod changes;
pub mod deeds;
pub mod feeds;
pub mod halts;
pub mod look_hours;
pub mod memories;
pub mod merges;
pub mod outlets;
pub mod readings;
pub mod refusals;
pub mod rereadings;
mod room;
pub mod search;
pub mod soundness;
pub mod status;
pub mod timelines;
pub mod versions;
pub mod visits;
pub mod withdrawals;
pub mod yields;

mod addresses;
mod connection;
mod copy;
mod dialect;
mod error;
mod file;
mod folder;
mod hosts;
mod keys;
mod location;
mod looks;
mod meta;
mod migrate;
mod packed;
mod server;
mod snapshot;
mod sql;
mod store;
mod tallies;
mod threads;
mod tls;
mod values;

use dialect::Dialect;

pub use agenda::Due;
pub use articles::NewArticle;
pub use assessments::{Assessment, ToldLater};
pub use captures::CaptureRow;
pub use change_search::FoundChanges;
pub use changes::{ChangeFilter, Position};
pub use copy::{Copied, Progress, move_to};
pub use deeds::LedgerMark;
pub use error::StoreError;
pub use feeds::{DueFeed, Poll};
pub use folder::holder;
pub use location::{DatabaseAddress, Location};
pub use migrate::SCHEMA_VERSION;
pub use room::{DiskBudget, Taken};
pub use search::{Filled, Found, FoundPlace, NoOutlet};
pub use snapshot::{Vacancy, snapshot};
pub use sql::{Outcome, Statement, Tx};
pub use status::{Status, YearTally};
pub use store::{Store, remove};
pub use tallies::{Tally, changes_seen, tally_of};
pub use visits::{Address, NewChange, Recorded, Visit};
pub use withdrawals::Withdrawal;

/// The statements of search, which each database has in words of its own: of SQLite, of PostgreSQL.
pub fn search_statements() -> [[Statement; 4]; 2] {
    [Dialect::Sqlite, Dialect::Postgres].map(|dialect| {
        let texts = dialect.search();
        [texts.add, texts.remove, texts.matches, texts.of_article]
    })
}

/// Every other SQL statement of the crate, for tests that prepare them on a database.
pub fn statements() -> impl Iterator<Item = Statement> {
    [
        addresses::STATEMENTS,
        agenda::STATEMENTS,
        alarms::STATEMENTS,
        articles::STATEMENTS,
        assessments::STATEMENTS,
        captures::STATEMENTS,
        change_search::STATEMENTS,
        changes::STATEMENTS,
        feeds::STATEMENTS,
        halts::STATEMENTS,
        hosts::STATEMENTS,
        look_hours::STATEMENTS,
        looks::STATEMENTS,
        memories::STATEMENTS,
        merges::STATEMENTS,
        meta::STATEMENTS,
        outlets::STATEMENTS,
        readings::STATEMENTS,
        refusals::STATEMENTS,
        rereadings::STATEMENTS,
        soundness::STATEMENTS,
        status::STATEMENTS,
        tallies::STATEMENTS,
        timelines::STATEMENTS,
        versions::STATEMENTS,
        visits::STATEMENTS,
        withdrawals::STATEMENTS,
        yields::STATEMENTS,
    ]
    .into_iter()
    .chain(search::ALL_STATEMENTS)
    .flatten()
    .copied()
}
