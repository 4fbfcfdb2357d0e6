//! Nothing that a server does costs more than the limits.

use std::time::{Duration, Instant};

use fetch::{Fetcher, Limits};
use news::{Failure, Validators};

use crate::server::{Server, Step, now, page, send};

#[tokio::test]
async fn stalls_and_drips_run_out_of_time() {
    let head = b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n".to_vec();
    let drip = Duration::from_millis(5);
    let cases: &[(&str, Vec<Step>, &str)] = &[
        ("no head", vec![Step::Stall(Duration::from_secs(9))], "waiting for the head"),
        ("slow head", vec![Step::Drip([&head[..20], &[b'a'; 500]].concat(), drip)], "waiting for the head"),
        (
            "no body",
            vec![Step::Send(head.clone()), Step::Stall(Duration::from_secs(9))],
            "waiting for more of the body",
        ),
        ("slow body", vec![Step::Send(head), Step::Drip(vec![b'a'; 5000], drip)], "the whole request"),
    ];
    for (name, steps, words) in cases {
        let server = Server::always(steps.clone()).await;
        let begun = Instant::now();
        let look = server.hasty().look("http://outlet.example/", &Validators::default(), now()).await;
        let error = look.expect_err(name);
        assert_eq!(error.failure(), Failure::Timeout, "{name}: {error}");
        assert!(error.to_string().contains(words), "{name}: {error}");
        assert!(begun.elapsed() < Duration::from_secs(4), "{name}: {:?}", begun.elapsed());
    }
}

#[tokio::test]
async fn endless_answers_are_not_read_to_their_end() {
    let flood = |start: &str, more: &[u8]| vec![Step::Send(start.into()), Step::Flood(more.repeat(512))];
    let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    let cases: &[(&str, Vec<Step>, &str)] = &[
        ("body", flood("HTTP/1.1 200 OK\r\n\r\n", b"more and "), "the body"),
        ("chunks", flood(chunked, b"3\r\nabc\r\n"), "the body"),
        ("announced", flood("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", b"more and "), "the body"),
        ("head", flood("HTTP/1.1 200 OK\r\nA: ", b"more and "), "the head"),
        ("interim heads", flood("", b"HTTP/1.1 103 Early Hints\r\n\r\n"), "the body"),
        ("large head", send(format!("HTTP/1.1 200 OK\r\nA: {}\r\n\r\n", "x".repeat(70_000))), "the head"),
    ];
    for (name, steps, what) in cases {
        let server = Server::always(steps.clone()).await;
        let mut config = server.config();
        config.limits = Limits { wire_bytes: 200_000, ..config.limits };
        let look = Fetcher::new(config).look("http://outlet.example/", &Validators::default(), now()).await;
        let error = look.expect_err(name);
        assert_eq!(error.failure(), Failure::TooLarge, "{name}: {error}");
        assert!(error.to_string().starts_with(what), "{name}: {error}");
    }
}

#[tokio::test]
async fn bombs_are_refused() {
    let zeros = vec![0; 4 << 20];
    let bomb = zstd::encode_all(&zeros[..], 3).expect("writing to memory");
    let head = format!("HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\nContent-Length: {}\r\n\r\n", bomb.len());
    let server = Server::always(send([head.as_bytes(), &bomb].concat())).await;
    let error = server.look("http://outlet.example/").await.expect_err("a bomb");
    assert_eq!(error.failure(), Failure::TooLarge);
    assert_eq!(
        error.to_string(),
        "the unpacked body of http://outlet.example/ is larger than 200 times its packed size; Replate stopped reading"
    );
}

#[tokio::test]
async fn a_server_that_is_gone_is_unreachable() {
    let server = Server::always(page("200 OK", "", "x")).await;
    let mut config = server.config();
    let closed = std::net::TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a free port");
    config.dial.insert("gone.example".into(), closed);
    let look = Fetcher::new(config).look("http://gone.example/", &Validators::default(), now()).await;
    let error = look.expect_err("nobody listens");
    assert_eq!(error.failure(), Failure::Unreachable);
    assert!(error.is_transient());
}
