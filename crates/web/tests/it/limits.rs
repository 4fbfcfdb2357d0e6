//! What clients do that they should not, and stopping.

use std::io::Write;
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::stage::Running;

#[test]
fn a_head_that_is_too_large_is_refused() {
    let site = Running::start(false);
    let long = "a".repeat(100_000);
    let answer = site.send(&format!("GET /?url={long} HTTP/1.1\r\nhost: replate.example\r\nconnection: close\r\n\r\n"));
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 414") || answer.starts_with("HTTP/1.1 431"), "{answer}");
    let long = "a".repeat(9_000);
    let answer = site.send(&format!("GET /?url={long} HTTP/1.1\r\nhost: replate.example\r\nconnection: close\r\n\r\n"));
    assert!(answer.starts_with("HTTP/1.1 414"), "{answer}");
    assert!(answer.contains("That address is too long"), "{answer}");
}

#[test]
fn what_is_no_http_ends_its_connection_alone() {
    let site = Running::start(false);
    for noise in ["\0\0\0\0", "GET / HTTP/9.9\r\n\r\n", "hello\r\n\r\n", "GET  /  HTTP/1.1\r\n\r\n"] {
        let answer = site.send(noise);
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 400"), "{noise:?}: {answer}");
    }
    assert!(site.send("GET /robots.txt HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n").starts_with("HTTP/1.1 200"));
}

#[test]
fn stopping_does_not_wait_for_clients_that_do_nothing() {
    let mut site = Running::start(false);
    let mut half = TcpStream::connect(site.address).expect("it listens");
    half.write_all(b"GET / HTTP/1.1\r\nhost:").expect("it reads");
    let idle = TcpStream::connect(site.address).expect("it listens");
    std::thread::sleep(Duration::from_millis(100));
    let began = Instant::now();
    site.stop();
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    drop((half, idle));
}
