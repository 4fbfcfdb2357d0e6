use std::collections::BTreeMap;

use discover::Discovered;
use serde_json::Value;

use crate::outside::{Score, folder, found, lines};
use crate::texts::{same_address, same_text, same_time};

#[test]
fn fields_of_the_feedparser_suite_are_read() {
    let Some(feeds) = folder("feeds") else { return };
    let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
    let (mut all, mut contested) = (Score::default(), Score::default());
    for case in lines(&feeds.join("feedparser/cases.jsonl")) {
        if case["use"] == "parse_only" {
            continue;
        }
        let found = found(&feeds, &case);
        for assertion in case["expect"].as_array().into_iter().flatten() {
            let Some((field, right, got)) = check(&found, assertion) else { continue };
            let story = || format!("{}: {got}, should be {}", case["file"], assertion["value"]);
            if case["contested"].is_string() {
                // These expect the output of that suite's own HTML sanitiser.
                contested.count(right, story);
                continue;
            }
            all.count(right, story);
            scores.entry(field).or_default().count(right, story);
        }
    }
    all.hold("feedparser, all fields", 99.0);
    contested.hold("feedparser, contested", 97.0);
    // One id in twenty stands on an entity that the file itself declares.
    scores.iter().for_each(|(field, score)| score.hold(&format!("feedparser {field}"), 95.0));
}

/// The field that an assertion is about, whether it holds, and what was found; `None`: the
/// assertion is about something else.
fn check(found: &Discovered, assertion: &Value) -> Option<(&'static str, bool, String)> {
    let path = assertion["path"].as_array()?;
    let (want, op) = (&assertion["value"], assertion["op"].as_str()?);
    let time = || assertion["value_utc"].as_str();
    if op != "eq" {
        return None;
    }
    let names: Vec<&str> = path.iter().filter_map(Value::as_str).collect();
    let entry =
        path.get(1).and_then(Value::as_u64).and_then(|i| found.entries.get(i as usize)).cloned().unwrap_or_default();
    let text =
        |got: &Option<String>| (want.as_str().is_some_and(|want| same_text(got.as_deref(), want)), format!("{got:?}"));
    let address = |got: &str| (want.as_str().is_some_and(|want| same_address(Some(got), want)), got.to_owned());
    let (field, (right, got)) = match names.as_slice() {
        ["feed", "title"] => ("feed title", text(&found.title)),
        ["feed", "link"] => ("feed link", address(found.home.as_deref().unwrap_or_default())),
        ["entries", "title"] | ["entries", "title_detail", "value"] => ("entry title", text(&entry.title)),
        ["entries", "summary" | "description"] | ["entries", "summary_detail", "value"] => {
            ("entry summary", text(&entry.summary))
        }
        ["entries", "link"] => ("entry link", address(&entry.address)),
        ["entries", "id" | "guid"] => {
            let (same, got) = address(&entry.id);
            ("entry id", (same || want.as_str() == Some(&entry.id), got))
        }
        ["entries", "published_parsed" | "created_parsed"] => {
            ("entry date", (same_time(entry.published_at.as_deref(), time()?), format!("{:?}", entry.published_at)))
        }
        ["entries", "updated_parsed"] => {
            ("entry date", (same_time(entry.updated_at.as_deref(), time()?), format!("{:?}", entry.updated_at)))
        }
        _ => return None,
    };
    Some((field, right, got))
}

#[test]
fn no_file_of_any_suite_stops_the_reader() {
    let Some(feeds) = folder("feeds") else { return };
    for suite in ["feedparser", "gofeed", "feed-rs"] {
        let cases = lines(&feeds.join(suite).join("cases.jsonl"));
        let mut by_format: BTreeMap<&str, usize> = BTreeMap::new();
        for case in &cases {
            *by_format.entry(found(&feeds, case).format.name()).or_default() += 1;
        }
        println!("{suite}: {} files, {by_format:?}", cases.len());
        assert!(cases.len() >= 68);
    }
}
