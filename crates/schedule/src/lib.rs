//! Schedule: an article's history and now become the time of the next look, or never again.
//!
//! Comes after a look has been concluded (`watch`), before the store keeps the plan. Pure: the
//! same history, time and seed give the same plan for ever; the clock is an argument, and so is
//! the seed of the jitter.
//!
//! Start at [`next_look`]. The rule is the ancestor's: after a look that changed nothing the gap
//! grows × 1.2 from 30 minutes; a change sets it back; the last look is the one after which the
//! gap would pass 40 days, which is the 42nd unchanged look, about 220 days after the change. A
//! look that told us nothing is tried again sooner and leaves the schedule where it stood.
//! [`feed_interval`] does the same, more simply, for the polls of a feed.
//!
//! Deliberately absent: the pace per host and the limit of looks at one time (`fetch` and `store`
//! hold them), and learning an outlet's habits, which comes with a later rule.

mod jitter;
mod look;
mod poll;

pub use look::{GROWTH, History, LONGEST_GAP, OTHER_PAGES, Plan, SHORTEST_GAP, first_look, next_look};
pub use poll::{LONGEST_INTERVAL, Poll, SHORTEST_INTERVAL, after_skipped, feed_interval};
