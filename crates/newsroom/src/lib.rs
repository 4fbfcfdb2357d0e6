//! Newsroom: scripted or replayed outlets that edit, copy, correct, block and delete.
//!
//! Stands in for the web in the demo, in tests and in benchmarks, as a process of its own behind
//! one address: the Host header selects the outlet. Nothing that watches comes before it and nothing
//! here knows how pages are read: the truth that it tells is written down beside the pages, not read
//! off them.
//!
//! Start at [`Script`]: [`Script::answer`] is what an outlet sends, [`Script::shown`] what a right
//! reader concludes from it. Both are functions of host, path, script time and request headers; how
//! often somebody asks never matters. [`Newsroom`] puts a script or a [`Replay`] behind a socket with
//! a [`Clock`] that is stepped from outside.
//!
//! Scripts are data: `docs/newsroom-script.md` tells how to write one, [`schema`] prints its JSON
//! Schema.
//!
//! Deliberately absent: TLS, keep-alive, cookies, and any behaviour that a script does not name.

mod answer;
mod check;
mod clock;
mod coding;
mod context;
mod control;
mod error;
mod event;
mod feed;
mod file;
mod furniture;
mod load;
mod replay;
mod request;
mod run;
mod script;
mod server;
mod shown;
mod stage;
mod template;
mod timed;
mod view;
mod when;

pub use answer::Answer;
pub use clock::Clock;
pub use error::{ReplayError, RunError, ScriptError};
pub use event::{BodyEdit, Event, Shows};
pub use file::{
    ArticlePlan, BlockPlan, Coding, Day, FeedHeadline, FeedKind, FeedPlan, FeedSummary, KindAndText, OutletPlan, Pages,
    Text, ValidatorKind,
};
pub use load::SHIPPED_DAY;
pub use replay::{Line, REPLAY_FEED, Replay, Truth};
pub use request::Request;
pub use run::{Args, run};
pub use script::{ArticleIndex, Happening, Script};
pub use server::{Material, Newsroom};
pub use shown::{Delivery, Shown, TRUTH};
pub use when::When;

/// The JSON Schema of a script.
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(Day)
}
