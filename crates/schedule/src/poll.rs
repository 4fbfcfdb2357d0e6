//! When to poll a feed again.

use std::time::Duration;

use jiff::SignedDuration;

/// No feed is polled more often.
pub const SHORTEST_INTERVAL: SignedDuration = SignedDuration::from_mins(5);

/// A feed that brings nothing is polled this often; only `Retry-After` and failures wait longer.
pub const LONGEST_INTERVAL: SignedDuration = SignedDuration::from_hours(1);

/// The interval of a feed that has not been polled before.
const FIRST_INTERVAL: SignedDuration = SignedDuration::from_mins(15);

/// A feed that fails for long is still polled once a day: many come back from what looks like death.
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_hours(24);

/// What one poll of a feed brought, and what is known of the feed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Poll {
    /// The interval that led to this poll; `None`: the first poll.
    pub last_interval: Option<SignedDuration>,
    /// Entries that were not known before; 0 also when the outlet said that nothing changed.
    pub new_entries: u32,
    /// Polls in a row that failed, this one counted; 0: this one did not fail.
    pub failures_in_row: u32,
    /// What the answer's `Retry-After` asked for, if it did.
    pub retry_after: Option<Duration>,
    /// The feed's own `ttl`, or the answer's `Cache-Control: max-age`, if there is one.
    pub ttl: Option<Duration>,
}

/// Returns how long to wait until the next poll of a feed.
///
/// A poll that brought entries halves the interval, one that brought none grows it by half, and the
/// answer lies in 5 minutes ..= 1 hour. A `ttl` raises the lower end, up to the hour. Failures in a
/// row double the interval up to a day. Never shorter than `Retry-After` asks, of which a day is
/// honoured.
pub fn feed_interval(poll: &Poll) -> SignedDuration {
    let last = poll.last_interval.unwrap_or(FIRST_INTERVAL).clamp(SHORTEST_INTERVAL, LONGEST_INTERVAL);
    let wanted = match (poll.failures_in_row, poll.last_interval, poll.new_entries) {
        (0, None, _) => last,
        (0, Some(_), 0) => last + last / 2,
        (0, Some(_), _) => last / 2,
        (failures, ..) => return (last * (1 << failures.min(8))).min(LONGEST_PAUSE).max(asked(poll.retry_after)),
    };
    let at_least = asked(poll.ttl).clamp(SHORTEST_INTERVAL, LONGEST_INTERVAL);
    wanted.clamp(at_least, LONGEST_INTERVAL).max(asked(poll.retry_after))
}

fn asked(pause: Option<Duration>) -> SignedDuration {
    let pause = pause.map(|pause| SignedDuration::try_from(pause).unwrap_or(LONGEST_PAUSE));
    pause.unwrap_or(SignedDuration::ZERO).min(LONGEST_PAUSE)
}
