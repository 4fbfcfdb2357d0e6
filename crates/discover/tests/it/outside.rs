//! Test material of others, which is not part of this project.

use std::path::{Path, PathBuf};

use discover::{Discovered, Source, discover};
use serde_json::Value;
use url::Url;

/// The folder `name` of the test material; `None`, said aloud, where there is none.
pub fn folder(name: &str) -> Option<PathBuf> {
    match std::env::var_os("REPLATE_TESTDATA") {
        Some(data) => Some(Path::new(&data).join(name)),
        None => {
            println!("skipped: REPLATE_TESTDATA");
            None
        }
    }
}

/// The lines of a file in JSON Lines.
pub fn lines(path: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(path).expect("the test material is as its README says");
    text.lines().map(|line| serde_json::from_str(line).expect("the test material is as its README says")).collect()
}

/// A file in JSON.
pub fn json(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).expect("the test material is as its README says"))
        .expect("the test material is as its README says")
}

/// What is found in the file of a feed case, as served by the test server of its suite.
pub fn found(feeds: &Path, case: &Value) -> Discovered {
    let body = std::fs::read(feeds.join(case["file"].as_str().expect("the test material is as its README says")))
        .expect("the test material is as its README says");
    let headers = case["headers"].as_object();
    let header = |name: &str| headers?.iter().find(|(n, _)| n.eq_ignore_ascii_case(name))?.1.as_str();
    let url = Url::parse(case["document_url"].as_str().unwrap_or("http://127.0.0.1:8097/feed.xml"))
        .expect("the test material is as its README says");
    let url = header("content-location")
        .and_then(|location| url.join(location).ok())
        .filter(|url| url.scheme() == "http")
        .unwrap_or(url);
    discover(&Source { body: &body, content_type: header("content-type"), url: url.as_str() })
}

/// How many of something were as wanted.
#[derive(Default)]
pub struct Score {
    right: usize,
    wrong: Vec<String>,
}

impl Score {
    /// Counts one; `story` tells of a wrong one.
    pub fn count(&mut self, right: bool, story: impl FnOnce() -> String) {
        if right {
            self.right += 1;
        } else {
            self.wrong.push(story());
        }
    }

    /// Prints the score and what was wrong, and holds it to at least `floor` percent.
    pub fn hold(&self, name: &str, floor: f64) {
        let all = self.right + self.wrong.len();
        let percent = 100.0 * self.right as f64 / all as f64;
        println!("{name}: {} of {all} right, {percent:.2} %", self.right);
        if floor > 0.0 {
            self.wrong.iter().for_each(|story| println!("  {story}"));
        }
        assert!(percent >= floor, "{name}: {percent:.2} % is under the floor of {floor} %");
    }
}
