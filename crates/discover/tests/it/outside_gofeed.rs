use discover::{Discovered, Format};
use news::Entry;
use serde_json::Value;

use crate::outside::{Score, folder, found, json, lines};
use crate::texts::{same_address, same_text, same_time};

/// A case is comparable if its expectation says something about what an [`Entry`] holds.
#[test]
fn feeds_of_the_gofeed_suite_are_read() {
    let Some(feeds) = folder("feeds") else { return };
    let mut score = Score::default();
    for case in lines(&feeds.join("gofeed/cases.jsonl")) {
        let found = found(&feeds, &case);
        let name = case["file"].as_str().expect("the test material is as its README says");
        if case["must_fail"] == true {
            score.count(found.entries.is_empty(), || format!("{name}: entries in what is broken beyond repair"));
            continue;
        }
        let Some(expect) = case["expect"].as_str() else { continue };
        let expect = json(&feeds.join(expect));
        let wrong = differences(&found, &expect);
        let Some(wrong) = wrong else { continue };
        score.count(wrong.is_empty(), || format!("{name}: {}", wrong.join("; ")));
    }
    score.hold("gofeed cases", 99.0);
}

/// What differs; `None`: there is nothing to compare.
fn differences(found: &Discovered, expect: &Value) -> Option<Vec<String>> {
    let items = [&expect["items"], &expect["entries"]].into_iter().find_map(Value::as_array);
    let mut wrong = Vec::new();
    let mut compared = 0;
    let mut compare = |what: &str, want: &Value, right: &dyn Fn(&str) -> bool, got: &dyn std::fmt::Debug| {
        if let Some(want) = want.as_str().filter(|want| !want.is_empty()) {
            compared += 1;
            if !right(want) {
                wrong.push(format!("{what} is {got:?}, should be {want:?}"));
            }
        }
    };
    compare("title", &expect["title"], &|want| same_text(found.title.as_deref(), want), &found.title);
    let is_atom = found.format == Format::Atom;
    if !is_atom {
        compare("home", &expect["link"], &|want| same_address(found.home.as_deref(), want), &found.home);
    }
    let none = Entry::default();
    for (i, item) in items.into_iter().flatten().enumerate() {
        let entry = found.entries.get(i).unwrap_or(&none);
        let guid = if item["guid"].is_object() { &item["guid"]["value"] } else { &item["guid"] };
        let id = if guid.is_string() { guid } else { &item["id"] };
        let link = if item["link"].is_string() { &item["link"] } else { &item["url"] };
        let summary = ["summary", "description"].map(|name| &item[name]).into_iter().find(|v| v.is_string());
        compare("entry title", &item["title"], &|want| same_text(entry.title.as_deref(), want), &entry.title);
        compare("entry link", link, &|want| same_address(Some(&entry.address), want), &entry.address);
        compare("entry id", id, &|want| entry.id == want.trim(), &entry.id);
        compare(
            "summary",
            summary.unwrap_or(&Value::Null),
            &|want| same_text(entry.summary.as_deref(), want),
            &entry.summary,
        );
        let published = ["publishedParsed", "pubDateParsed", "date_published"].map(|name| &item[name]);
        let updated = ["updatedParsed", "date_modified"].map(|name| &item[name]);
        let times = [entry.published_at.as_deref(), entry.updated_at.as_deref()];
        for published in published {
            // That library takes the update for the publication where an entry tells no publication.
            let told = times[0].or(times[1]);
            compare("published", published, &|want| same_time(told, want), &told);
        }
        for updated in updated {
            compare("updated", updated, &|want| same_time(times[1], want), &times[1]);
        }
        for author in item["authors"].as_array().into_iter().flatten() {
            let has = |want: &str| entry.authors.iter().any(|name| same_text(Some(name), want));
            compare("author", &author["name"], &has, &entry.authors);
        }
    }
    (compared > 0).then_some(wrong)
}
