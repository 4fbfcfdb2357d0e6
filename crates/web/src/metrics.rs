//! The whole in numbers, for Prometheus.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use axum::extract::State as Shared;
use jiff::Timestamp;
use news::{Alarm, OutletId};
use store::{Status, Tally, Tx};

use crate::State;
use crate::answer::{Answer, Keep, Result};
use crate::health::by_outlet;
use crate::refusal::Refusal;

/// `/metrics`, in the text form that Prometheus reads (version 0.0.4).
pub async fn metrics(Shared(state): Shared<State>) -> Result<Answer> {
    let now = state.now();
    let verb = move |tx: &mut Tx<'_>| Ok((store::status::status(tx, now)?, store::alarms::all_alarms(tx, now)?));
    let (status, alarms) = state.store.read(verb).await?;
    let archive = state.archive.clone();
    let disk = tokio::task::spawn_blocking(move || archive.disk()).await.map_err(|_| Refusal::Broken)?;
    // Before the first look there is no archive.
    let disk = disk.map(|segments| segments.iter().map(|segment| segment.bytes).sum()).unwrap_or(0);
    let mut text = written(&status, &alarms, disk);
    if let Some((budget, taken)) = state.room().await {
        one(&mut text, "folder_bytes", "gauge", "What the store's folder takes on the disk.", taken);
        one(&mut text, "disk_budget_bytes", "gauge", "What it may take.", budget.bytes);
    }
    Ok(Answer::text("text/plain; version=0.0.4; charset=utf-8", Keep::Never, text))
}

fn written(status: &Status, alarms: &BTreeMap<OutletId, Vec<Alarm>>, disk: u64) -> String {
    let mut text = String::new();
    let mut one = |name: &str, kind: &str, help: &str, value: u64| one(&mut text, name, kind, help, value);
    one("outlets", "gauge", "Outlets that are watched.", status.outlets);
    one("feeds", "gauge", "Feeds that are watched.", status.feeds);
    one("articles", "gauge", "Articles that are known.", status.total.articles);
    one("articles_due", "gauge", "Articles that are due now and leased by nobody.", status.due);
    one("articles_leased", "gauge", "Articles that are being looked at.", status.leased);
    one("looks_total", "counter", "Looks that were recorded.", status.total.looks);
    one("versions_total", "counter", "Versions that were found.", status.total.versions);
    one("changes_total", "counter", "Changes that were recorded.", status.total.changes);
    one("archived_bytes_total", "counter", "Bytes that were appended to the archive.", status.total.archived_bytes);
    one("polls_total", "counter", "Polls of feeds that are watched.", status.polls);
    one("failed_polls_total", "counter", "Polls of these that brought nothing.", status.failed_polls);
    one("articles_refused", "gauge", "Articles that robots.txt keeps us from looking at.", status.refused);
    one("archive_bytes", "gauge", "What the archive takes on the disk.", disk);
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
    let help = "Alarms that ring for an outlet.";
    write!(text, "# HELP replate_outlet_alarms {help}\n# TYPE replate_outlet_alarms gauge\n").expect("memory");
    for (id, (outlet, _)) in &outlets {
        let ringing = alarms.get(id).map_or(0, Vec::len);
        writeln!(text, "replate_outlet_alarms{{id=\"{id}\",outlet=\"{}\"}} {ringing}", escaped(outlet))
            .expect("memory");
    }
    text
}

/// A figure without labels.
fn one(text: &mut String, name: &str, kind: &str, help: &str, value: u64) {
    write!(text, "# HELP replate_{name} {help}\n# TYPE replate_{name} {kind}\nreplate_{name} {value}\n")
        .expect("memory");
}

/// A label's value: backslash, quotation mark and line feed escaped.
fn escaped(value: &str) -> String {
    value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}
