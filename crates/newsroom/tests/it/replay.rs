//! Recorded pages played again.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use newsroom::{Replay, ReplayError, Request, Truth};

fn time(text: &str) -> jiff::Timestamp {
    text.parse().unwrap()
}

fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn the_latest_recorded_page_is_served_and_a_feed_lists_what_is_known() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a1.html", "<h1>first</h1>");
    let packed = std::fs::File::create(folder.path().join("a2.html.gz")).unwrap();
    let mut packer = flate2::write::GzEncoder::new(packed, flate2::Compression::fast());
    packer.write_all(b"<h1>second</h1>").unwrap();
    packer.finish().unwrap();
    let lines = r#"{"time":"2026-01-01T12:00:00Z","url":"http://a.example/x y?q=1","status":200,"headers":{"content-type":"text/html","Content-Length":"7"},"file":"a2.html.gz","truth":"changed"}
{"time":"2026-01-01T00:00:00Z","url":"http://a.example/x%20y?q=1","status":200,"headers":{"content-type":"text/html"},"file":"a1.html"}

{"time":"2026-01-02T00:00:00Z","url":"http://a.example/x%20y?q=1","status":410}
{"time":"2026-01-01T06:00:00Z","url":"http://b.example/","status":301,"headers":{"location":"http://b.example/z"}}
"#;
    let replay = Replay::load(&write(folder.path(), "r.jsonl", lines)).unwrap();
    assert_eq!(replay.hosts().collect::<Vec<_>>(), ["a.example", "b.example"]);
    assert_eq!(replay.urls().collect::<Vec<_>>(), ["http://a.example/x%20y?q=1", "http://b.example/"]);
    assert_eq!(replay.lines_of("http://a.example/x y?q=1").len(), 3);
    assert_eq!(replay.lines()[2].truth, Some(Truth::Changed));
    assert_eq!(replay.span(), (time("2026-01-01T00:00:00Z"), time("2026-01-02T00:00:00Z")));

    let mut page = Request::get("a.example", "/x%20y");
    page.query = Some("q=1".into());
    let cases = [
        ("2025-12-31T23:59:59Z", 404, "nothing recorded here yet\n"),
        ("2026-01-01T00:00:00Z", 200, "<h1>first</h1>"),
        ("2026-01-01T11:59:59Z", 200, "<h1>first</h1>"),
        ("2026-01-01T12:00:00Z", 200, "<h1>second</h1>"),
        ("2026-01-05T00:00:00Z", 410, ""),
    ];
    for (at, status, body) in cases {
        let answer = replay.answer(&page, time(at));
        assert_eq!((answer.status, String::from_utf8(answer.body.clone()).unwrap().as_str()), (status, body), "{at}");
        assert_eq!(answer.header("content-length"), None, "the recorded framing is gone");
    }
    let feed =
        |at: &str| String::from_utf8(replay.answer(&Request::get("a.example", "/_feed.xml"), time(at)).body).unwrap();
    assert!(!feed("2025-12-31T00:00:00Z").contains("<item>"));
    assert!(feed("2026-01-01T00:00:00Z").contains("<link>http://a.example/x%20y?q=1</link>"));
    let moved = replay.answer(&Request::get("b.example", "/"), time("2026-01-01T06:00:00Z"));
    assert_eq!((moved.status, moved.header("location")), (301, Some("http://b.example/z")));
    assert_eq!(replay.answer(&Request::get("c.example", "/"), time("2026-01-01T06:00:00Z")).status, 404);
}

#[test]
fn faults_of_a_replay_file_are_named_with_their_line() {
    let folder = tempfile::tempdir().unwrap();
    let good = r#"{"time":"2026-01-01T00:00:00Z","url":"http://a.example/","file":"a.html"}"#;
    let cases = [
        (String::new(), "has no lines"),
        ("\n\n".into(), "has no lines"),
        (format!("{good}\n{{}}"), "line 2: missing field `time`"),
        (good.replace("http:", "ftp:"), "line 1: `ftp://a.example/` is not an http address"),
        (good.replace("file", "fiel"), "unknown field `fiel`"),
    ];
    for (text, want) in cases {
        let fault = Replay::load(&write(folder.path(), "r.jsonl", &text)).unwrap_err().to_string();
        assert!(fault.contains(want), "{fault}");
    }
    assert!(matches!(Replay::load(&folder.path().join("none")), Err(ReplayError::Unreadable { .. })));
}

#[test]
fn a_missing_page_is_an_error_of_the_server_not_of_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let line = r#"{"time":"2026-01-01T00:00:00Z","url":"http://a.example/","file":"none.html"}"#;
    let replay = Replay::load(&write(folder.path(), "r.jsonl", line)).unwrap();
    assert_eq!(replay.answer(&Request::get("a.example", "/"), time("2026-01-01T00:00:00Z")).status, 500);
}

#[test]
fn recorded_outside_sets_are_played_quickly() {
    let Some(data) = std::env::var_os("REPLATE_TESTDATA").map(PathBuf::from) else {
        println!("skipped: REPLATE_TESTDATA");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    for (kind, pack, least) in [("np", "extraction", 300), ("ota", "revisions/ota", 900)] {
        let out = folder.path().join(format!("{kind}.jsonl"));
        let made =
            Command::new("python3").arg(data.join("replay.py")).arg(kind).arg(data.join(pack)).arg(&out).output();
        let made = made.unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let began = Instant::now();
        let replay = Replay::load(&out).unwrap();
        let loaded = began.elapsed();
        println!("{kind}: {} lines in {loaded:?}", replay.lines().len());
        assert!(replay.lines().len() >= least, "{kind} has {}", replay.lines().len());
        assert!(loaded.as_secs() < 2, "bodies are not read at the start: {loaded:?}");
        for line in replay.lines() {
            assert_eq!(replay.shown(&line.url, line.time).map(|l| &l.file), Some(&line.file), "{}", line.url);
        }
        for line in replay.lines().iter().step_by(50) {
            assert!(!replay.body(line).unwrap().is_empty(), "{}", line.url);
        }
    }
}
