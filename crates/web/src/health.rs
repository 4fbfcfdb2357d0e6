//! How the whole stands, for whoever keeps it running.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use axum::extract::State as Shared;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use news::OutletId;
use store::{Status, Tally};

use crate::State;
use crate::answer::{Answer, AsItIs, Keep, Result};

/// Work that has waited for this long waits for a watcher that is not there: the shortest gap between looks.
const LATE: SignedDuration = SignedDuration::from_mins(30);
/// An outlet without a look for this long has gone quiet: young articles are looked at many times a day.
const QUIET: SignedDuration = SignedDuration::from_hours(24);

/// `/health`: 200 while the work is done in time, 503 if nobody does it; a line for each outlet that went quiet.
pub async fn health(Shared(state): Shared<State>) -> Result<Response> {
    let now = state.now();
    let status = state.store.read(move |tx| store::status::status(tx, now)).await?;
    let late = status.next_due.filter(|due| now.duration_since(*due) > LATE);
    let mut text = match late {
        Some(due) => format!("late: work has been due since {due} and nothing watches; start `replate watch`\n"),
        None => "ok\n".to_owned(),
    };
    for (name, last) in quiet(&status, now) {
        writeln!(text, "quiet: {name}: the last look was at {last}").expect("memory");
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
