//! Server-sent events, as a browser reads them.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::stage::{Running, change};

/// A connection that listens; its head is read.
fn listen(site: &Running, query: &str, fields: &str) -> BufReader<TcpStream> {
    let mut stream = TcpStream::connect(site.address).expect("it listens");
    stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a timeout");
    write!(stream, "GET /changes.sse{query} HTTP/1.1\r\nhost: replate.example\r\n{fields}\r\n").expect("sent");
    let mut lines = BufReader::new(stream);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        assert!(lines.read_line(&mut head).expect("a head") > 0, "{head}");
    }
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert!(head.contains("text/event-stream") && head.contains("no-store"), "{head}");
    lines
}

/// The next lines up to one that begins so; that line.
fn until(lines: &mut BufReader<TcpStream>, begins: &str) -> String {
    loop {
        let mut line = String::new();
        assert!(lines.read_line(&mut line).expect("a line in time") > 0, "the answer ended before {begins}");
        if line.starts_with(begins) {
            return line.trim_end().to_owned();
        }
    }
}

const SECOND: &str = "urn:replate:change:1-1.1:1-1.2";
const THIRD: &str = "urn:replate:change:1-1.2:1-1.3";
const FOURTH: &str = "urn:replate:change:1-1.3:1-1.4";

#[test]
fn listeners_are_told_of_what_is_recorded_and_of_what_they_missed() {
    let site = Running::start(false);
    let mut all = listen(&site, "", "");
    until(&mut all, "retry: 5000");
    let mut elsewhere = listen(&site, "?article=1-2", "");
    let mut back = listen(&site, "", &format!("last-event-id: {SECOND}\r\n"));
    assert_eq!(until(&mut back, "id:"), format!("id: {THIRD}"));
    let mut page = listen(&site, &format!("?outlet=1&after={THIRD}"), "");
    let mut withdrawn = listen(&site, "?after=urn:replate:change:9-9.1:9-9.2", "");

    change(&site.store);
    for lines in [&mut all, &mut back, &mut page, &mut withdrawn] {
        assert_eq!(until(lines, "id:"), format!("id: {FOURTH}"));
        assert_eq!(until(lines, "event:"), "event: change");
        let data = until(lines, "data:");
        assert!(data.contains(r#""href":"/articles/1-1/changes/3..4""#), "{data}");
    }
    elsewhere.get_ref().set_read_timeout(Some(Duration::from_secs(2))).expect("a timeout");
    let mut rest = String::new();
    while elsewhere.read_line(&mut rest).is_ok_and(|n| n > 0) {}
    assert!(!rest.contains("event:"), "another article's listener is told nothing: {rest}");
}

#[test]
fn a_site_that_stops_ends_what_its_listeners_hear() {
    let mut site = Running::start(false);
    let mut lines = listen(&site, "", "");
    until(&mut lines, "retry");
    let begun = Instant::now();
    site.stop();
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
    let mut rest = String::new();
    while lines.read_line(&mut rest).is_ok_and(|n| n > 0) {}
    assert!(rest.ends_with("0\r\n\r\n"), "the answer ends well: {rest:?}");
}

#[test]
fn more_listeners_than_there_is_room_for_are_told_so() {
    let site = Running::start(false);
    let kept: Vec<_> = (0..256).map(|_| listen(&site, "", "")).collect();
    let refused = site.send("GET /changes.sse HTTP/1.1\r\nhost: replate.example\r\nconnection: close\r\n\r\n");
    assert!(refused.starts_with("HTTP/1.1 503"), "{refused}");
    drop(kept);
    let begun = Instant::now();
    loop {
        let again = site.send("HEAD /changes.sse HTTP/1.1\r\nhost: replate.example\r\nconnection: close\r\n\r\n");
        if again.starts_with("HTTP/1.1 200") {
            break;
        }
        assert!(begun.elapsed() < Duration::from_secs(5), "who has gone leaves room: {again}");
        std::thread::sleep(Duration::from_millis(50));
    }
    let unreadable = site.send("GET /changes.sse?outlet=x HTTP/1.1\r\nhost: a.example\r\nconnection: close\r\n\r\n");
    assert!(unreadable.starts_with("HTTP/1.1 400"), "{unreadable}");
}
