//! How the whole stands, for whoever keeps it running.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use axum::extract::State as Shared;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use news::{Feed, OutletId, Subject};
use store::{Status, Tally};

use crate::State;
use crate::answer::{Answer, AsItIs, Keep, Result};

/// Work that has waited for this long waits for a watcher that is not there: the shortest gap between looks.
const LATE: SignedDuration = SignedDuration::from_mins(30);
/// An outlet without a look for this long has gone quiet: young articles are looked at many times a day.
const QUIET: SignedDuration = SignedDuration::from_hours(24);

/// `/health`: 200 while the work is done in time, 503 if nobody does it; a line for each outlet that went quiet, for
/// each source that is gone or has brought nothing for long, and for each alarm; and one from nine tenths of the disk
/// budget on.
pub async fn health(Shared(state): Shared<State>) -> Result<Response> {
    let now = state.now();
    let all = move |tx: &mut store::Tx<'_>| {
        let halted = store::halts::list_halts(tx)?.into_iter().map(|(subject, _)| subject);
        let halted: BTreeSet<Subject> = halted.collect();
        Ok((store::status::status(tx, now)?, store::feeds::all_feeds(tx)?, store::alarms::all_alarms(tx, now)?, halted))
    };
    let (status, feeds, alarms, halted) = state.store.read(all).await?;
    let late = status.next_due.filter(|due| now.duration_since(*due) > LATE);
    let mut text = match late {
        Some(due) => format!("late: work has been due since {due} and nothing watches; start `replate watch`\n"),
        None => "ok\n".to_owned(),
    };
    if let Some((budget, taken)) = state.room().await.filter(|(budget, taken)| budget.is_short(*taken)) {
        let share = budget.percent(taken);
        writeln!(text, "short of room: the store takes {share} % of its disk_budget").expect("memory");
    }
    for (name, last) in quiet(&status, &halted, now) {
        writeln!(text, "quiet: {name}: the last look was at {last}").expect("memory");
    }
    let asked =
        |feed: &&Feed| !halted.contains(&Subject::Feed(feed.id)) && !halted.contains(&Subject::Outlet(feed.id.outlet));
    for line in feeds.iter().filter(asked).filter_map(|feed| trouble(feed, now)) {
        writeln!(text, "{line}").expect("memory");
    }
    let outlets = by_outlet(&status);
    let name = |id: &OutletId| outlets.get(id).map_or_else(|| format!("outlet {id}"), |(name, _)| name.clone());
    for (outlet, alarms) in &alarms {
        for alarm in alarms {
            writeln!(text, "alarm: {}: {}", name(outlet), publish::words::alarm(alarm)).expect("memory");
        }
    }
    let code = if late.is_some() { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::OK };
    let mut response = (code, Answer::text("text/plain; charset=utf-8", Keep::Never, text)).into_response();
    response.extensions_mut().insert(AsItIs);
    Ok(response)
}

/// Outlets with articles and no look for long, by name, with the last look; without those that somebody halted.
fn quiet(status: &Status, halted: &BTreeSet<Subject>, now: Timestamp) -> Vec<(String, Timestamp)> {
    let asked = by_outlet(status).into_iter().filter(|(id, _)| !halted.contains(&Subject::Outlet(*id)));
    let last = asked.map(|(_, outlet)| outlet);
    let old = last.filter_map(|(name, tally)| Some((name, tally.last_look?)));
    old.filter(|(_, last)| now.duration_since(*last) > QUIET).collect()
}

/// What is to be told of a source that is gone, or has brought nothing for a day.
fn trouble(feed: &Feed, now: Timestamp) -> Option<String> {
    let (state, kind) = (&feed.state, publish::words::source(feed.kind));
    let what = state.trouble.as_deref().unwrap_or("no answer");
    let (word, since) = match (state.gone_since, state.failing_since) {
        (Some(since), _) => ("gone", since),
        (None, Some(since)) if now.duration_since(since) > QUIET => ("failing", since),
        _ => return None,
    };
    let line = format!("{word}: {kind} {} {}: since {since}: {what}", feed.id, feed.url);
    Some(line.replace(|c: char| c.is_control(), " "))
}

/// Outlets with what happened at them in all years.
pub(crate) fn by_outlet(status: &Status) -> BTreeMap<OutletId, (String, Tally)> {
    let mut all: BTreeMap<OutletId, (String, Tally)> = BTreeMap::new();
    for year in &status.tallies {
        let entry = all.entry(year.outlet.id).or_insert_with(|| (year.outlet.name.clone(), Tally::default()));
        entry.1 += year.tally;
    }
    all
}

#[cfg(test)]
mod tests {
    use news::{FeedId, FeedState, SourceKind};

    use super::*;

    #[test]
    fn sources_that_are_gone_or_fail_for_long_are_told() {
        let at = |hours| Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours);
        let feed = |state| Feed {
            id: FeedId::new(OutletId(1), 2),
            kind: SourceKind::Feed,
            url: "https://ledger.example/feed.xml".into(),
            title: None,
            include: Vec::new(),
            exclude: Vec::new(),
            state,
        };
        let failing = |since, what: &str| FeedState {
            failing_since: Some(at(since)),
            trouble: Some(what.into()),
            ..FeedState::default()
        };
        let gone = FeedState { gone_since: Some(at(40)), ..failing(30, "it answered with\nstatus 410") };
        let cases = [
            (FeedState::default(), None),
            (failing(30, "it answered with status 500"), None),
            (
                failing(20, "it answered with status 500"),
                Some(
                    "failing: feed 1-2 https://ledger.example/feed.xml: since 1970-01-01T20:00:00Z: it answered with status 500",
                ),
            ),
            (
                gone,
                Some(
                    "gone: feed 1-2 https://ledger.example/feed.xml: since 1970-01-02T16:00:00Z: it answered with status 410",
                ),
            ),
        ];
        for (state, want) in cases {
            assert_eq!(trouble(&feed(state), at(48)).as_deref(), want);
        }
    }
}
