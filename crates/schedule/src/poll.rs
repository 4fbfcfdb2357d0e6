//! When to poll a feed again.

use std::time::Duration;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// No feed is polled more often.
pub const SHORTEST_INTERVAL: SignedDuration = SignedDuration::from_mins(5);

/// A feed that brings nothing is polled this often; only one that asks for more, `Retry-After` and failures wait longer.
pub const LONGEST_INTERVAL: SignedDuration = SignedDuration::from_hours(1);

/// The interval of a feed that has not been polled before.
const FIRST_INTERVAL: SignedDuration = SignedDuration::from_mins(15);

/// Of what a feed asks for itself so much is honoured: a `ttl` of a day is a forgotten setting as often as not.
const LONGEST_ASKED: SignedDuration = SignedDuration::from_hours(6);

/// A feed that fails for long, or is gone, is still polled once a day: many come back from what looks like death.
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_hours(24);

/// Of fewer entries it cannot be said that some were missed.
const FEWEST_ENTRIES: u32 = 4;

/// What one poll of a feed brought, and what is known of the feed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Poll {
    /// The interval that led to this poll; `None`: the first poll.
    pub last_interval: Option<SignedDuration>,
    /// Entries that were not known before; 0 also when the outlet said that nothing changed.
    pub new_entries: u32,
    /// Entries that the feed listed.
    pub entries: u32,
    /// Polls in a row that failed, this one counted; 0: this one did not fail.
    pub failures_in_row: u32,
    /// Whether the feed is taken for gone.
    pub gone: bool,
    /// What the answer's `Retry-After` asked for, if it did.
    pub retry_after: Option<Duration>,
    /// What the feed asks for itself (`ttl`, `sy:updatePeriod`), or the answer's `Cache-Control: max-age`: the longest.
    pub asked: Option<Duration>,
}

impl Poll {
    /// Whether more than half of the entries were new: the feed's window is short for how often it is
    /// polled, and entries may have come and gone between two polls.
    pub fn is_crowded(&self) -> bool {
        self.last_interval.is_some() && self.entries >= FEWEST_ENTRIES && self.new_entries > self.entries / 2
    }
}

/// Returns how long to wait until the next poll of a feed.
///
/// A poll that brought entries halves the interval, one that brought none grows it by half, and the
/// answer lies in 5 minutes ..= 1 hour. What the feed asks for itself raises the lower end: up to the hour if
/// something was new (it changes more often than it says), else up to 6 hours. After a crowded poll
/// ([`Poll::is_crowded`]) it is asked for a quarter, and its own wish is not waited for. Failures in a
/// row double the interval up to a day; one that is gone is asked once a day. Never shorter than `Retry-After`
/// asks, of which a day is honoured.
pub fn feed_interval(poll: &Poll) -> SignedDuration {
    let last = poll.last_interval.unwrap_or(FIRST_INTERVAL).clamp(SHORTEST_INTERVAL, LONGEST_INTERVAL);
    let pause = asked(poll.retry_after);
    if poll.gone {
        return LONGEST_PAUSE;
    }
    if poll.is_crowded() && poll.failures_in_row == 0 {
        return (last / 4).max(SHORTEST_INTERVAL).max(pause);
    }
    let wanted = match (poll.failures_in_row, poll.last_interval, poll.new_entries) {
        (0, None, _) => last,
        (0, Some(_), 0) => last + last / 2,
        (0, Some(_), _) => last / 2,
        (failures, ..) => return (last * (1 << failures.min(8))).min(LONGEST_PAUSE).max(pause),
    };
    let most = if poll.new_entries > 0 { LONGEST_INTERVAL } else { LONGEST_ASKED };
    let at_least = asked(poll.asked).clamp(SHORTEST_INTERVAL, most);
    wanted.min(LONGEST_INTERVAL).max(at_least).max(pause)
}

/// Returns when to poll a feed that would be polled at `next`, but asks to be left alone in some hours of the day
/// (0 to 23) and on some days of the week (0: Monday), all in UTC: at the end of these. One that asks to be left alone
/// for more than two days in a row is not listened to.
pub fn after_skipped(next: Timestamp, hours: &[u8], days: &[u8]) -> Timestamp {
    let skipped = |at: Timestamp| {
        let at = at.to_zoned(TimeZone::UTC);
        let in_list = |list: &[u8], value: i8| u8::try_from(value).is_ok_and(|value| list.contains(&value));
        in_list(hours, at.hour()) || in_list(days, at.weekday().to_monday_zero_offset())
    };
    let hour_ends = |n: i64| {
        let second = next.as_second().div_euclid(3600).checked_add(n)?.checked_mul(3600)?;
        Timestamp::from_second(second).ok()
    };
    let later = std::iter::once(Some(next)).chain((1..=48).map(hour_ends)).flatten();
    later.into_iter().find(|at| !skipped(*at)).unwrap_or(next)
}

fn asked(pause: Option<Duration>) -> SignedDuration {
    let pause = pause.map(|pause| SignedDuration::try_from(pause).unwrap_or(LONGEST_PAUSE));
    pause.unwrap_or(SignedDuration::ZERO).min(LONGEST_PAUSE)
}
