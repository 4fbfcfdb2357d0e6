//! A poll that brought nothing: what it met, since when, and whether the source is taken for gone.

use std::time::Duration;

use fetch::FetchError;
use jiff::{SignedDuration, Timestamp};
use news::FeedState;
use store::DueFeed;

use crate::deeds::DeedError;
use crate::polls::later;
use crate::refind;
use crate::watcher::Stages;

/// A source that is not found, or has another page in its place, for so long is taken for gone.
const LONG: SignedDuration = SignedDuration::from_hours(72);

/// What a poll met.
pub(crate) struct Trouble {
    /// In words.
    what: String,
    /// What it says of the source.
    says: Says,
    /// What `Retry-After` asked for.
    pause: Option<Duration>,
    /// Where the source may stand now.
    moving_to: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    /// Nothing: servers fail.
    Nothing,
    /// It is not there, if that lasts.
    NotFound,
    /// It is gone for good (410).
    Gone,
}

impl Trouble {
    pub(crate) fn of_error(error: &FetchError) -> Self {
        Self::passing(error.to_string()).with(error.retry_after(), None)
    }

    pub(crate) fn of_status(status: u16, pause: Option<Duration>) -> Self {
        let says = match status {
            410 => Says::Gone,
            404 => Says::NotFound,
            _ => Says::Nothing,
        };
        Self { says, pause, ..Self::passing(format!("it answered with status {status}")) }
    }

    /// Something that passes.
    pub(crate) fn passing(what: String) -> Self {
        Self { what, says: Says::Nothing, pause: None, moving_to: None }
    }

    /// The same with what `Retry-After` asked for, and where the source may stand now.
    pub(crate) fn with(self, pause: Option<Duration>, moving_to: Option<String>) -> Self {
        Self { pause, moving_to, ..self }
    }

    /// Something else stands in the source's place.
    pub(crate) fn in_place(what: String) -> Self {
        Self { says: Says::NotFound, ..Self::passing(what) }
    }
}

/// The state of a source whose poll went well.
pub(crate) fn ended(state: &FeedState) -> FeedState {
    FeedState { failing_since: None, gone_since: None, trouble: None, ..state.clone() }
}

/// The state of a source whose poll met trouble.
fn met(state: &FeedState, trouble: &Trouble, now: Timestamp) -> FeedState {
    let failing_since = state.failing_since.unwrap_or(now);
    let is_gone = match trouble.says {
        Says::Gone => true,
        Says::NotFound => now.duration_since(failing_since) >= LONG,
        // Whoever was gone is gone until something comes.
        Says::Nothing => state.gone_since.is_some(),
    };
    FeedState {
        failing_since: Some(failing_since),
        gone_since: is_gone.then_some(state.gone_since.unwrap_or(now)),
        trouble: Some(trouble.what.clone()),
        moving_to: trouble.moving_to.clone(),
        ..state.clone()
    }
}

/// Records a poll that met trouble, and plans the next.
pub(crate) async fn record(stages: &Stages, due: &DueFeed, trouble: Trouble, now: Timestamp) -> Result<(), DeedError> {
    tracing::warn!(feed.url = due.feed.url, what = trouble.what, "a feed could not be polled");
    let mut state = met(&due.feed.state, &trouble, now);
    if state.gone_since.is_some()
        && let Some((id, url)) = refind::adopt(stages, due, now).await?
    {
        state.trouble =
            Some(format!("{}; the outlet names {url}, which is watched instead, as feed {id}", trouble.what));
    }
    let failures = due.failures.saturating_add(1);
    let pause = schedule::feed_interval(&schedule::Poll {
        last_interval: due.interval,
        failures_in_row: failures,
        gone: state.gone_since.is_some(),
        retry_after: trouble.pause,
        ..schedule::Poll::default()
    });
    let poll = store::Poll {
        feed: due.feed.id,
        at: now,
        next: later(now, pause),
        interval: due.interval.unwrap_or(schedule::SHORTEST_INTERVAL),
        validators: due.validators.clone(),
        title: None,
        failures,
        state,
    };
    Ok(stages.store.write(move |tx| store::feeds::record_poll(tx, &poll)).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_gone_at_once_when_it_says_so_and_in_time_when_it_is_not_found() {
        let at = |hours| Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours);
        let status = |status| Trouble::of_status(status, None);
        // What polls meet, by the hour; since when the source is gone after the last.
        let cases = [
            ("410", vec![(0, status(410))], Some(0)),
            ("410, then 500", vec![(0, status(410)), (24, status(500))], Some(0)),
            ("404", vec![(0, status(404))], None),
            ("404 for two days", vec![(0, status(404)), (48, status(404))], None),
            ("404 for three days", vec![(0, status(404)), (72, status(404)), (96, status(404))], Some(72)),
            ("500 for a month", vec![(0, status(500)), (720, status(500))], None),
        ];
        for (name, polls, want) in cases {
            let mut state = FeedState::default();
            for (hour, trouble) in &polls {
                state = met(&state, trouble, at(*hour));
            }
            assert_eq!((state.gone_since, state.failing_since), (want.map(at), Some(at(0))), "{name}");
            assert_eq!(ended(&state), FeedState::default(), "{name}: and it comes back");
        }
        let page = Trouble::in_place("a page".into());
        let state = met(&met(&FeedState::default(), &page, at(0)), &page, at(72));
        assert_eq!(state.gone_since, Some(at(72)), "a page in its place");
    }
}
