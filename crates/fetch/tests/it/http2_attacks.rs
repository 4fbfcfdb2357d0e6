//! Servers that agree on HTTP/2 and then break it, or overdo it.

use std::time::{Duration, Instant};

use fetch::{FetchError, Fetcher, Limits};
use h2::Reason;
use news::{Exchange, Failure, Validators};

use crate::frames::{END_HEADERS, END_STREAM, block, data, frame, head, headers, reset, settings, string};
use crate::server::{Step, now};
use crate::tls_server::{Page, Play, TlsServer};

const ADDRESS: &str = "https://outlet.example/a";

/// One look with short limits, and what was asked.
async fn look(play: Play) -> (Result<Exchange, FetchError>, Vec<String>) {
    let server = TlsServer::new(vec![play]).await;
    let mut config = server.config().await;
    config.limits = Limits {
        head: Duration::from_millis(900),
        idle: Duration::from_millis(300),
        total: Duration::from_millis(2500),
        wire_bytes: 200_000,
        ..config.limits
    };
    let begun = Instant::now();
    let look = Fetcher::new(config).look(ADDRESS, &Validators::default(), now()).await;
    assert!(begun.elapsed() < Duration::from_secs(6), "{:?}", begun.elapsed());
    (look, server.asked())
}

fn raw(frames: &[Vec<u8>]) -> Vec<Step> {
    vec![Step::Send([&[settings()], frames].concat().concat()), Step::Stall(Duration::from_secs(9))]
}

fn flood(frames: &[Vec<u8>], more: &[u8]) -> Vec<Step> {
    vec![Step::Send([&[settings()], frames].concat().concat()), Step::Flood(more.repeat(64))]
}

#[tokio::test]
async fn what_is_no_http2_is_asked_for_again_in_http_1_1() {
    let go_away = |reason: u32| frame(7, 0, 0, &[[0; 4], reason.to_be_bytes()].concat());
    let promise = frame(5, END_HEADERS, 1, &[&2u32.to_be_bytes()[..], &block(&[])].concat());
    let large: Vec<(String, String)> = (0..60).map(|n| (format!("x-{n}"), "y".repeat(1300))).collect();
    let large: Vec<(&str, &str)> = large.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let large = block(&large);
    let mut pieces = large.chunks(16_000);
    let mut slightly_too_large = headers(0, pieces.next().expect("a first piece"));
    pieces.for_each(|piece| slightly_too_large.extend(frame(9, 0, 1, piece)));
    slightly_too_large.extend(frame(9, END_HEADERS, 1, &[]));
    let cases: Vec<(&str, Vec<Step>)> = vec![
        ("HTTP/1.1", vec![Step::Send(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello".to_vec())]),
        ("noise", vec![Step::Send((0..=255).rev().collect())]),
        ("reset, HTTP/1.1 required", raw(&[reset(0xd)])),
        ("go away, HTTP/1.1 required", raw(&[go_away(0xd)])),
        ("go away, protocol error", raw(&[go_away(1)])),
        ("go away, inadequate security", raw(&[go_away(0xc)])),
        ("a reset of a stream that never was", raw(&[frame(3, 0, 2, &[0; 4])])),
        ("a push", raw(&[promise])),
        ("no status", raw(&[headers(END_HEADERS | END_STREAM, &block(&[])[1..])])),
        ("two statuses", raw(&[headers(END_HEADERS | END_STREAM, &[0x88, 0x88])])),
        ("a name in capitals", raw(&[head(&[("Etag", "x")])])),
        ("a line end in a value", raw(&[head(&[("x", "a\r\nSet-Cookie: b")])])),
        ("a transfer coding", raw(&[head(&[("transfer-encoding", "chunked")])])),
        ("data before the head", raw(&[data(0, b"hello")])),
        ("an index out of the table", raw(&[headers(END_HEADERS, &[0xfe])])),
        ("a frame beyond the agreed size", raw(&[frame(1, END_HEADERS, 1, &vec![0x88; 20_000])])),
        ("two lengths", raw(&[head(&[("content-length", "3"), ("content-length", "4")])])),
        ("a head slightly too large", raw(&[slightly_too_large])),
    ];
    for (name, steps) in cases {
        let (look, asked) = look(Play::Raw(steps)).await;
        let answer = look.unwrap_or_else(|e| panic!("{name}: {e}")).last;
        assert_eq!(answer.body, b"in HTTP/1.1", "{name}");
        assert_eq!(asked, ["h2 raw", "GET /a HTTP/1.1"], "{name}");
    }
}

#[tokio::test]
async fn what_http_1_1_would_not_help_is_asked_for_once() {
    // an entry of 4,000 bytes in the table, then a block that names it again and again
    let mut bomb = vec![0x88, 0x40];
    string(&mut bomb, "x");
    string(&mut bomb, &"y".repeat(4000));
    bomb.extend([0xbe; 4000]);
    let many: Vec<(String, String)> = (0..300).map(|n| (format!("x-{n}"), "y".to_owned())).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let ok = || head(&[]);
    let cases: Vec<(&str, Vec<Step>, Failure, &str)> = vec![
        ("go away, no error", raw(&[frame(7, 0, 0, &[0; 8])]), Failure::Unreachable, "closed the connection"),
        ("refused for now", raw(&[reset(7)]), Failure::Unreachable, "refused"),
        ("calm asked for", raw(&[reset(0xb)]), Failure::Protocol, "HTTP/2: stream error received"),
        ("an endless head", flood(&[headers(0, &[0x88])], &frame(9, 0, 1, &[])), Failure::Protocol, "continuations"),
        ("a bomb of a head", raw(&[headers(END_HEADERS, &bomb)]), Failure::Protocol, "header_list_way_too_large"),
        ("too many fields", raw(&[headers(5, &block(&many))]), Failure::Protocol, "more than 200 fields"),
        ("no head", raw(&[]), Failure::Timeout, "waiting for the head"),
        ("no body", raw(&[ok()]), Failure::Timeout, "waiting for more of the body"),
        ("half a body", raw(&[ok(), data(0, b"half")]), Failure::Timeout, "waiting for more of the body"),
        (
            "a body that is too large as announced",
            raw(&[head(&[("content-length", "200001")])]),
            Failure::TooLarge,
            "the body",
        ),
        (
            "a reset within the body",
            raw(&[ok(), data(0, b"half"), reset(0)]),
            Failure::CutShort,
            "HTTP/2: stream error",
        ),
        (
            "less than announced",
            raw(&[head(&[("content-length", "9")]), data(1, b"half")]),
            Failure::CutShort,
            "HTTP/2",
        ),
        (
            "an end within the body",
            vec![Step::Send([settings(), ok(), data(0, b"half")].concat())],
            Failure::CutShort,
            "cut short",
        ),
        (
            "drops of nothing",
            vec![
                Step::Send([settings(), ok()].concat()),
                Step::Drip(data(0, &[]).repeat(500), Duration::from_millis(5)),
            ],
            Failure::Timeout,
            "longer than",
        ),
    ];
    for (name, steps, failure, words) in cases {
        let (look, asked) = look(Play::Raw(steps)).await;
        let error = look.expect_err(name);
        assert_eq!(error.failure(), failure, "{name}: {error}");
        assert!(error.to_string().contains(words), "{name}: {error}");
        assert_eq!(asked, ["h2 raw"], "{name}");
    }
}

#[tokio::test]
async fn floods_of_small_frames_end_at_a_limit() {
    let ping = frame(6, 0, 0, &[7; 8]);
    let interim = headers(END_HEADERS, &[0x08, 3, b'1', b'0', b'3']);
    for (name, steps) in [
        ("interim heads", flood(&[], &interim)),
        ("pings", flood(&[], &ping)),
        ("settings", flood(&[], &settings())),
        ("windows", flood(&[], &frame(8, 0, 0, &[0, 0, 0, 1]))),
        ("pings in the body", flood(&[head(&[])], &ping)),
        ("settings in the body", flood(&[head(&[])], &settings())),
    ] {
        let error = look(Play::Raw(steps)).await.0.expect_err(name);
        // of bytes or of time, whichever this machine comes to first; or they are no HTTP/2 at all
        let ended = matches!(error.failure(), Failure::TooLarge | Failure::Timeout | Failure::Protocol);
        assert!(ended, "{name}: {error}");
    }
}

#[tokio::test]
async fn a_body_that_was_reset_is_not_whole() {
    for reason in [Reason::NO_ERROR, Reason::CANCEL, Reason::INTERNAL_ERROR] {
        let page = Page { reset: Some(reason), ..Page::new(200, &[], "half of it") };
        let error = look(Play::Page(page)).await.0.expect_err("half a body");
        assert_eq!(error.failure(), Failure::CutShort, "{reason}: {error}");
    }
}

#[tokio::test]
async fn a_body_beyond_the_limit_is_not_read_to_its_end() {
    let page = Page { pieces: vec![vec![b'a'; 90_000]; 3], ..Page::new(200, &[], "") };
    let error = look(Play::Page(page)).await.0.expect_err("270,000 bytes");
    assert_eq!(error.failure(), Failure::TooLarge, "{error}");
    // which of the two is seen first depends on who is faster
    let error =
        look(Play::Raw(flood(&[head(&[])], &data(0, &[b'a'; 16_000])))).await.0.expect_err("data beyond the window");
    assert!(matches!(error.failure(), Failure::TooLarge | Failure::CutShort), "{error}");
}
