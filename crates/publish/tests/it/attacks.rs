//! Texts of outlets that want to be code.

use std::path::PathBuf;

use dom_query::Document;
use publish::feed::{self, Form, Of};
use publish::page;
use publish::svg::Scale;

use crate::fixture::{self, Told, site};
use crate::pages;

/// Own strings, for when the collections are not at hand.
const OWN: [&str; 12] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "<svg/onload=alert(1)>",
    "en\" onload=\"alert(1)",
    "\u{0}\u{1b}]0;x\u{7}\u{202e}<b>",
];

#[test]
fn no_text_of_an_outlet_becomes_code_on_a_page_or_in_a_feed() {
    for payload in OWN {
        check_all(payload);
    }
}

#[test]
fn no_payload_of_the_outside_collections_becomes_code() {
    let Some(data) = std::env::var_os("REPLATE_TESTDATA") else {
        println!("skipped: REPLATE_TESTDATA");
        return;
    };
    let folder = PathBuf::from(data).join("security");
    let mut checked = 0;
    for file in ["xss-dompurify.jsonl", "xss-h5sc.jsonl", "xss-payloads.jsonl"] {
        let lines = std::fs::read_to_string(folder.join(file)).expect("the collection is there");
        let cases: Vec<&str> = lines.lines().collect();
        let half = |cases: &[&str]| {
            for line in cases {
                let case: serde_json::Value = serde_json::from_str(line).expect("a JSON object a line");
                check_telling(case["payload"].as_str().expect("a payload"));
            }
        };
        let (first, second) = cases.split_at(cases.len() / 2);
        std::thread::scope(|scope| {
            scope.spawn(|| half(first));
            half(second);
        });
        checked += cases.len();
    }
    println!("{checked} payloads through every page and the feed");
    assert!(checked > 3000);
}

/// The pages and the feed that hold every field of an outlet's between them; the others set the
/// same pieces.
fn check_telling(payload: &str) {
    let told = fixture::hostile(payload);
    let version = page::version(&site(), &told.timeline, &told.versions[1]);
    let article = pages::article(&site(), &told, Scale::Linear);
    for (name, html) in [("outlet", pages::outlet(&site(), &told)), ("article", article), ("version", version)] {
        assert_harmless(&html, &format!("{name} with {payload:?}"));
    }
    assert_feed(&told, Of::Outlet(&told.timeline.outlet), payload);
}

fn check_all(payload: &str) {
    let told = fixture::hostile(payload);
    for (name, html) in pages::all(&site(), &[&told]) {
        assert_harmless(&html, &format!("{name} with {payload:?}"));
    }
    let timeline = &told.timeline;
    for of in [Of::Everything, Of::Outlet(&timeline.outlet), Of::Article(&timeline.article)] {
        assert_feed(&told, of, payload);
    }
}

fn assert_feed(told: &Told, of: Of<'_>, payload: &str) {
    let atom = feed::write(Form::Atom, &site(), of, &told.shown(), &[], None, pages::now());
    for content in crate::feeds::contents(&atom) {
        assert_harmless(&content, &format!("feed with {payload:?}"));
    }
}

fn assert_harmless(html: &str, what: &str) {
    let page = Document::from(html);
    for node in page.select("*").nodes() {
        let name = node.node_name().map(|n| n.to_ascii_lowercase()).unwrap_or_default();
        let ours = node.attr("src").is_some_and(|src| src.starts_with("/assets/")) && node.text().is_empty();
        assert!(name != "script" || ours, "a script in {what}");
        let foreign = ["iframe", "object", "embed", "img", "base", "video", "audio", "math", "foreignobject", "image"];
        assert!(!foreign.contains(&name.as_str()), "<{name}> in {what}");
        for attribute in node.attrs() {
            let key = attribute.name.local.to_ascii_lowercase();
            assert!(!key.starts_with("on"), "{key} in {what}");
            if ["href", "src", "action", "formaction", "data"].contains(&&*key) {
                let value = attribute.value.trim().to_ascii_lowercase();
                let good = ["/", "http://", "https://", "#"].iter().any(|start| value.starts_with(start));
                assert!(good, "{key}={value:?} in {what}");
            }
        }
    }
}
