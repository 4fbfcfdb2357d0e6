//! Watch: the visit. One article through every stage, and the workers that make the visits.
//!
//! This is where stages meet: `fetch` looks, `archive` keeps what came back, `extract` reads it,
//! [`verdict`] says what the look is taken for, `compare` and `schedule` conclude, `store`
//! records. The order is the promise: **captures are durable in the archive before anything is
//! concluded from them**, and all conclusions of a batch land in one transaction together with
//! how far the archive has been read. A crash between the two costs a second reading of the
//! archive's tail, never a second request to the outlet and never a lost capture.
//!
//! Time is an argument: [`Watcher::pass`] does everything that is due at one instant, so a
//! scripted day can be played as fast as it goes; [`Watcher::run`] and [`Watcher::once`] follow a clock.
//!
//! Start at [`Watcher`], then `visit` (one look), `pages` (an article on several), `batch` (archive, conclude,
//! record), `memories` (what an outlet repeats), `polls` (sources; `trust`, `moved`, `trouble` and `refind` hold what is
//! learnt of them), `add` (new outlets), [`deeds`] (what the operator decides), [`rebuild`] (a lost database), [`reread`]
//! (a newer reader).
//!
//! Deliberately absent: SQL, HTTP and HTML (their crates), and any retry of a request inside a
//! visit: the schedule is the only thing that decides when an outlet is asked again.

mod add;
mod batch;
mod compared;
mod conclude;
pub mod deeds;
mod entries;
mod filed;
mod fill;
mod keep;
mod memories;
mod moved;
mod pages;
mod polls;
mod rebuild;
mod recover;
mod refind;
mod reread;
mod rewrite;
mod shelf;
mod told;
mod trouble;
mod trust;
pub mod verdict;
mod watched;
mod watcher;
mod wish;

pub use add::add;
pub use deeds::{DeedError, Desk};
pub use memories::take_rules;
pub use rebuild::{Rebuilt, rebuild};
pub use recover::Recovered;
pub use reread::{Rereading, reread};
pub use rewrite::rewrite_ledger;
pub use watcher::{Event, Pass, Settings, Stages, WatchError, Watcher};
pub use wish::{AddError, Added, Only, Step, Wish};
