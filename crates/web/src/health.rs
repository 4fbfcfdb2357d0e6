//! How the whole stands, for whoever keeps it running.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use axum::extract::State as Shared;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use news::{Feed, OutletId};
use store::{Status, Tally};

use crate::State;
use crate::answer::{Answer, AsItIs, Keep, Result};

/// Work that has waited for this long waits for a watcher that is not there: the shortest gap between looks.
const LATE: SignedDuration = SignedDuration::from_mins(30);
/// An outlet without a look for this long has gone quiet: young articles are looked at many times a day.
const QUIET: SignedDuration = SignedDuration::from_hours(24);

/// `/health`: 200 while the work is done in time, 503 if nobody does it; a line for each outlet that went quiet, and
/// for each source that is gone or has brought nothing for long.
pub async fn health(Shared(state): Shared<State>) -> Result<Response> {
    let now = state.now();
    let both = move |tx: &mut store::Tx<'_>| Ok((store::status::status(tx, now)?, store::feeds::all_feeds(tx)?));
    let (status, feeds) = state.store.read(both).await?;
    let late = status.next_due.filter(|due| now.duration_since(*due) > LATE);
    let mut text = match late {
        Some(due) => format!("late: work has been due since {due} and nothing watches; start `replate watch`\n"),
        None => "ok\n".to_owned(),
    };
    for (name, last) in quiet(&status, now) {
        writeln!(text, "quiet: {name}: the last look was at {last}").expect("memory");
    }
    for line in feeds.iter().filter_map(|feed| trouble(feed, now)) {
        writeln!(text, "{line}").expect("memory");
    }
    let code = if late.is_some() { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::OK };
    let mut response = (code, Answer::text("text/plain; charset=utf-8", Keep::Never, text)).into_response();
    response.extensions_mut().insert(AsItIs);
    Ok(response)
}

/// `/metrics`, in the text form that Prometheus reads (version 0.0.4).
pub async fn metrics(Shared(state): Shared<State>) -> Result<Answer> {
    let now = state.now();
    let status = state.store.read(move |tx| store::status::status(tx, now)).await?;
    Ok(Answer::text("text/plain; version=0.0.4; charset=utf-8", Keep::Never, written(&status)))
}

/// Outlets with articles and no look for long, by name, with the last look.
fn quiet(status: &Status, now: Timestamp) -> Vec<(String, Timestamp)> {
    let last = by_outlet(status).into_values();
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

fn by_outlet(status: &Status) -> BTreeMap<OutletId, (String, Tally)> {
    let mut all: BTreeMap<OutletId, (String, Tally)> = BTreeMap::new();
    for year in &status.tallies {
        let entry = all.entry(year.outlet.id).or_insert_with(|| (year.outlet.name.clone(), Tally::default()));
        entry.1 += year.tally;
    }
    all
}

fn written(status: &Status) -> String {
    let mut text = String::new();
    let mut one = |name: &str, kind: &str, help: &str, value: u64| {
        write!(text, "# HELP replate_{name} {help}\n# TYPE replate_{name} {kind}\nreplate_{name} {value}\n")
            .expect("memory");
    };
    one("outlets", "gauge", "Outlets that are watched.", status.outlets);
    one("feeds", "gauge", "Feeds that are watched.", status.feeds);
    one("articles", "gauge", "Articles that are known.", status.total.articles);
    one("articles_due", "gauge", "Articles that are due now and leased by nobody.", status.due);
    one("articles_leased", "gauge", "Articles that are being looked at.", status.leased);
    one("looks_total", "counter", "Looks that were recorded.", status.total.looks);
    one("versions_total", "counter", "Versions that were found.", status.total.versions);
    one("changes_total", "counter", "Changes that were recorded.", status.total.changes);
    one("archived_bytes_total", "counter", "Bytes that were appended to the archive.", status.total.archived_bytes);
    one("database_bytes", "gauge", "The size of the database.", status.database_bytes);
    let seconds = |at: Option<Timestamp>| at.map_or(0, |at| at.as_second().max(0).cast_unsigned());
    one(
        "next_due_timestamp_seconds",
        "gauge",
        "When the next look or poll is due; 0: never.",
        seconds(status.next_due),
    );
    let outlets = by_outlet(status);
    type Figure = fn(&Tally) -> u64;
    let last: Figure = |t| t.last_look.map_or(0, |at| at.as_second().max(0).cast_unsigned());
    let each: [(&str, &str, &str, Figure); 3] = [
        ("outlet_looks_total", "counter", "Looks at articles of an outlet.", |t| t.looks),
        ("outlet_changes_total", "counter", "Changes of articles of an outlet.", |t| t.changes),
        ("outlet_last_look_timestamp_seconds", "gauge", "The last look at an outlet; 0: none.", last),
    ];
    for (name, kind, help, figure) in each {
        write!(text, "# HELP replate_{name} {help}\n# TYPE replate_{name} {kind}\n").expect("memory");
        for (id, (outlet, tally)) in &outlets {
            let value = figure(tally);
            writeln!(text, "replate_{name}{{id=\"{id}\",outlet=\"{}\"}} {value}", escaped(outlet)).expect("memory");
        }
    }
    text
}

/// A label's value: backslash, quotation mark and line feed escaped.
fn escaped(value: &str) -> String {
    value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
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
