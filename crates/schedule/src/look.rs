//! When to look at an article again.

use std::time::Duration;

use jiff::SignedDuration;
use news::{NextLook, Sighting, Timestamp};

use crate::jitter;

/// The gap after a change, and the shortest after any look that told us something.
pub const SHORTEST_GAP: SignedDuration = SignedDuration::from_mins(30);

/// No gap is longer; a schedule whose gap would pass it has ended.
pub const LONGEST_GAP: SignedDuration = SignedDuration::from_hours(40 * 24);

/// How the gap grows with every look that changed nothing.
pub const GROWTH: f64 = 1.2;

/// A look comes at most this share of the gap before or after its planned time.
const JITTER: f64 = 0.05;

/// The first try after an error; each further error in a row doubles it.
const FIRST_RETRY: SignedDuration = SignedDuration::from_mins(5);

/// From this many errors in a row on (about three hours at the shortest gap) the outlet is taken
/// to be down for long, and the tries thin out × [`GROWTH`] as the looks do.
const PATIENT_RETRIES: u32 = 8;

/// An address that has never shown an article is looked at so often, over half a day: a live page or a
/// film may become an article once it is over.
pub const OTHER_PAGES: u32 = 4;

/// How the gap grows between these looks: 30 minutes, 2 hours, 8 hours.
const OTHER_PAGE_GROWTH: i32 = 4;

/// What [`next_look`] needs to know of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    /// [`Plan::gap`] of the plan that led to this look; `None`: this was the first look.
    pub last_gap: Option<SignedDuration>,
    /// Whether this look showed something new: another text, other parts, another address.
    pub changed: bool,
    /// What this look is taken for.
    pub outcome: Sighting,
    /// What the answer's `Retry-After` asked for, if it did.
    pub retry_after: Option<Duration>,
    /// Errors directly before this look, this look not counted.
    pub failures_in_row: u32,
    /// Looks directly before this one, errors left out, at which the article was gone.
    pub gone_in_row: u32,
    /// Looks directly before this one, errors left out, that showed a page of another kind; `None`: the
    /// address has shown an article before.
    pub other_pages_in_row: Option<u32>,
}

/// What follows from a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// When the next look is, if there is one.
    pub next: NextLook,
    /// The gap to keep and to hand back as [`History::last_gap`]: without jitter, and untouched
    /// by errors.
    pub gap: SignedDuration,
    /// When the last look will be if nothing changes and nothing fails; the time of this look if
    /// the schedule has ended. Exact when later looks are planned with the same seed and on time.
    pub last_look: Timestamp,
}

/// Returns when to look for the first time at an article heard of at `entry_seen`: at once.
///
/// The answer lies within 5 seconds, so that a feed of fifty new entries does not come due in one
/// instant; the pace per host is kept elsewhere.
pub fn first_look(entry_seen: Timestamp, seed: u64) -> Timestamp {
    later(entry_seen, SignedDuration::from_secs(5).mul_f64(jitter::unit(seed, 0)))
}

/// Returns when to look at an article again, or that the schedule has ended.
///
/// `now` is the time of the look that `history` ends with; `seed` spreads the looks of different
/// articles and should stay the same for one article (its id serves).
///
/// - *A change* sets the gap to 30 minutes; so does an article that went or came back.
/// - *Anything else that an outlet answered* grows the gap × 1.2. After 42 such looks it would pass
///   40 days: [`NextLook::Never`]. A wall or a consent dialog, too, is an answer.
/// - *A page of another kind* at an address that has never shown an article (a list, a film: front pages
///   link to both) is looked at [`OTHER_PAGES`] times and then no more.
/// - *An error* is no answer: the next try comes after 5, 10, 20 … minutes, at most the gap, then
///   ever more rarely if the errors go on. It neither grows the gap nor ends the schedule.
///
/// The answer lies in `now + 30 min ..= now + 42 days` (after an error from `now + 5 min`) and
/// never earlier than `Retry-After` asks, of which 40 days are honoured.
pub fn next_look(history: &History, now: Timestamp, seed: u64) -> Plan {
    if history.outcome == Sighting::Error {
        return after_error(history, now, seed);
    }
    let other_page = history.outcome.is_other_page() && !history.changed;
    if let Some(before) = history.other_pages_in_row.filter(|_| other_page) {
        return after_other_page(before, history, now, seed);
    }
    let gap = match history.last_gap {
        Some(gap) if !is_news(history) => grown(gap),
        _ => SHORTEST_GAP,
    };
    if gap > LONGEST_GAP {
        return Plan { next: NextLook::Never, gap: LONGEST_GAP, last_look: now };
    }
    let next = later(now, spread(gap, seed).max(asked_pause(history)));
    Plan { next: NextLook::At(next), gap, last_look: last_look(next, gap, seed) }
}

fn after_other_page(before: u32, history: &History, now: Timestamp, seed: u64) -> Plan {
    let left = OTHER_PAGES.saturating_sub(before.saturating_add(1));
    if left == 0 {
        return Plan { next: NextLook::Never, gap: LONGEST_GAP, last_look: now };
    }
    let gap = |before: u32| SHORTEST_GAP * OTHER_PAGE_GROWTH.pow(before.min(OTHER_PAGES));
    let next = later(now, spread(gap(before), seed).max(asked_pause(history)));
    let later_gaps = (before + 1..before + left).map(gap);
    let last_look = later_gaps.fold(next, |at, gap| later(at, spread(gap, seed)));
    Plan { next: NextLook::At(next), gap: gap(before), last_look }
}

fn after_error(history: &History, now: Timestamp, seed: u64) -> Plan {
    let gap = history.last_gap.unwrap_or(SHORTEST_GAP).clamp(SHORTEST_GAP, LONGEST_GAP);
    let doublings = history.failures_in_row.min(PATIENT_RETRIES);
    let mut pause = (FIRST_RETRY * (1 << doublings)).min(gap);
    if history.failures_in_row > PATIENT_RETRIES {
        // 100 steps of growth lead from 30 minutes far beyond the longest gap.
        let steps = (history.failures_in_row - PATIENT_RETRIES).min(100);
        pause = pause.mul_f64(GROWTH.powi(steps as i32)).min(LONGEST_GAP);
    }
    let next = later(now, pause.max(asked_pause(history)));
    Plan { next: NextLook::At(next), gap, last_look: last_look(next, gap, seed) }
}

/// Whether the look tells something that is likely to be followed by more.
fn is_news(history: &History) -> bool {
    let is_gone = matches!(history.outcome, Sighting::Gone | Sighting::SoftGone);
    let came_back = history.gone_in_row > 0 && history.outcome.is_informative() && !is_gone;
    let has_gone = is_gone && history.gone_in_row == 0;
    history.changed || came_back || has_gone
}

/// The gap after a look that changed nothing, in whole seconds so that every store keeps it exactly.
fn grown(gap: SignedDuration) -> SignedDuration {
    SignedDuration::from_secs(gap.max(SHORTEST_GAP).min(LONGEST_GAP).mul_f64(GROWTH).as_secs())
}

/// The gap moved by at most 5 % either way, and never under 30 minutes.
fn spread(gap: SignedDuration, seed: u64) -> SignedDuration {
    let earliest = gap.mul_f64(1.0 - JITTER).max(SHORTEST_GAP);
    let latest = gap.mul_f64(1.0 + JITTER);
    earliest + (latest - earliest).mul_f64(jitter::unit(seed, gap.as_secs().unsigned_abs()))
}

/// The last of the looks that follow one at `next` with `gap` before it.
fn last_look(next: Timestamp, gap: SignedDuration, seed: u64) -> Timestamp {
    let gaps = std::iter::successors(Some(grown(gap)), |gap| Some(grown(*gap)));
    gaps.take_while(|gap| *gap <= LONGEST_GAP).fold(next, |at, gap| later(at, spread(gap, seed)))
}

fn asked_pause(history: &History) -> SignedDuration {
    let asked = history.retry_after.map(|pause| SignedDuration::try_from(pause).unwrap_or(LONGEST_GAP));
    asked.unwrap_or(SignedDuration::ZERO).min(LONGEST_GAP)
}

fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.saturating_add(by).unwrap_or(Timestamp::MAX)
}
