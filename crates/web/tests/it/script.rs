//! Scripts: `tests/scripts/*.txt`. A request line and header fields, then what the answer must be.
//!
//! `= 200` the status; `header NAME == VALUE`, `header NAME contains TEXT`, `header NAME absent`;
//! `body contains TEXT`, `body lacks TEXT`, `body is empty`. `keep NAME = header FIELD` remembers a
//! value that later lines write as `{NAME}`. Lines that begin with `#` are for people. Requests
//! are separated by blank lines. A script whose first line is `# public` runs on a public site.

use std::collections::BTreeMap;
use std::path::Path;

use crate::stage::Running;

#[test]
fn the_site_answers_as_the_scripts_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scripts");
    let (open, public) = (Running::start(false), Running::start(true));
    let mut requests = 0;
    for entry in std::fs::read_dir(folder).expect("scripts") {
        let path = entry.expect("a file").path();
        let script = std::fs::read_to_string(&path).expect("text");
        let site = if script.starts_with("# public") { &public } else { &open };
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        requests += run(site, &name, &script);
    }
    println!("{requests} requests");
    assert!(requests > 30);
}

fn run(site: &Running, name: &str, script: &str) -> usize {
    let mut kept = BTreeMap::new();
    let mut requests = 0;
    for step in script.split("\n\n") {
        let lines: Vec<&str> = step.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty()).collect();
        let Some(first) = lines.first() else { continue };
        let fill = |line: &str| {
            kept.iter().fold(line.to_owned(), |l, (k, v): (&String, &String)| l.replace(&format!("{{{k}}}"), v))
        };
        let expect =
            lines.iter().position(|l| l.starts_with("= ")).unwrap_or_else(|| panic!("{name}: no status\n{step}"));
        let mut request = format!("{} HTTP/1.1\r\nhost: replate.example\r\nconnection: close\r\n", fill(first));
        for field in &lines[1..expect] {
            request.push_str(&format!("{}\r\n", fill(field)));
        }
        request.push_str("\r\n");
        let answer = Answer::of(&site.send(&request));
        for line in &lines[expect..] {
            if let Some((key, field)) = line.strip_prefix("keep ").and_then(|l| l.split_once(" = header ")) {
                kept.insert(key.to_owned(), answer.header(field).unwrap_or_default().to_owned());
                continue;
            }
            let line = kept.iter().fold((*line).to_owned(), |l, (k, v)| l.replace(&format!("{{{k}}}"), v));
            assert!(answer.is(&line), "{name}: {first}\n  wanted: {line}\n  got:\n{}\n{}", answer.head, answer.body);
        }
        requests += 1;
    }
    requests
}

struct Answer {
    status: String,
    head: String,
    body: String,
}

impl Answer {
    fn of(raw: &str) -> Self {
        let (head, body) = raw.split_once("\r\n\r\n").unwrap_or((raw, ""));
        let status = head.split(' ').nth(1).unwrap_or_default().to_owned();
        Self { status, head: head.to_owned(), body: body.to_owned() }
    }

    fn header(&self, name: &str) -> Option<&str> {
        let fields = self.head.lines().skip(1).filter_map(|l| l.split_once(": "));
        fields.into_iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v)
    }

    fn is(&self, line: &str) -> bool {
        let words: Vec<&str> = line.splitn(4, ' ').collect();
        match words.as_slice() {
            ["=", status] => self.status == *status,
            ["header", name, "==", value] => self.header(name) == Some(value),
            ["header", name, "contains", text] => self.header(name).is_some_and(|v| v.contains(text)),
            ["header", name, "absent"] => self.header(name).is_none(),
            ["body", "is", "empty"] => self.body.is_empty(),
            ["body", verb, ..] => {
                let text = line.strip_prefix(&format!("body {verb} ")).unwrap_or_default();
                self.body.contains(text) == (*verb == "contains")
            }
            _ => panic!("no such expectation: {line}"),
        }
    }
}
