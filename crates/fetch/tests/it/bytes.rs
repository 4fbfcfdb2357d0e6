//! Every byte is kept, and odd heads are read.

use std::io::Write;

use news::Failure;

use crate::server::{Server, Step, page, send};

#[tokio::test]
async fn heads_and_bodies_are_kept_as_they_came() {
    let head = "HTTP/1.1 200 Fine by us\r\nsEt-CooKie: a=1\r\nX-City: K\u{f6}ln\r\nSet-Cookie: b=2\r\n\
        TRANSFER-Encoding:   chunked \r\nContent-Type: text/html\r\nset-cookie: c=3\r\n\r\n";
    let head: Vec<u8> = head.chars().map(|c| c as u8).collect(); // Latin-1 on the wire
    let body = b"4;ext=1\r\n<h1>\r\n3\r\nHi!\r\n0\r\nExpires: never\r\n\r\n";
    let server = Server::always(send([&head[..], body].concat())).await;
    let exchange = server.look("http://outlet.example/news?id=1#top").await.expect("an answer");
    let last = &exchange.last;
    assert_eq!(last.head, head);
    assert_eq!(last.wire_body, body);
    assert_eq!(last.body, b"<h1>Hi!");
    assert_eq!((last.status, last.url.as_str()), (200, "http://outlet.example/news?id=1"));
    assert_eq!(last.peer, Some(server.address.ip()));
    let fields: Vec<(&str, &str)> = last.headers.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    assert_eq!(
        fields,
        [
            ("set-cookie", "a=1"),
            ("x-city", "Köln"),
            ("set-cookie", "b=2"),
            ("transfer-encoding", "chunked"),
            ("content-type", "text/html"),
            ("set-cookie", "c=3"),
        ]
    );
    assert_eq!((exchange.hops.len(), exchange.at), (0, crate::server::now()));
}

#[tokio::test]
async fn the_request_names_itself_and_is_kept_too() {
    let server = Server::always(page("200 OK", "", "x")).await;
    let exchange = server.look("http://user:secret@outlet.example/a b?q=\u{e9}").await.expect("an answer");
    let version = env!("CARGO_PKG_VERSION");
    let want = format!(
        "GET /a%20b?q=%C3%A9 HTTP/1.1\r\nHost: outlet.example\r\n\
         User-Agent: Replate/{version} (+https://replate.example/about)\r\n\
         Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n\
         Accept-Language: en,*;q=0.5\r\nAccept-Encoding: gzip, br, zstd\r\nConnection: close\r\n\r\n"
    );
    assert_eq!(String::from_utf8_lossy(&exchange.last.request_head), want);
    assert_eq!(server.heads().last(), Some(&want));
    assert_eq!(exchange.last.url, "http://outlet.example/a%20b?q=%C3%A9");
}

#[tokio::test]
async fn odd_but_readable_answers_are_read() {
    let cases: &[(&str, &str, &str)] = &[
        ("until close", "HTTP/1.1 200 OK\r\nA: b\r\n\r\nbody", "body"),
        ("HTTP/1.0", "HTTP/1.0 200 OK\r\n\r\nbody", "body"),
        ("bare line feeds", "HTTP/1.1 200 OK\nA: b\nContent-Length: 4\n\nbody", "body"),
        ("no reason", "HTTP/1.1 200\r\nContent-Length: 4\r\n\r\nbody", "body"),
        ("too many bytes", "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody and more", "body"),
        ("length said twice", "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 4\r\n\r\nbody", "body"),
        ("space before colon", "HTTP/1.1 200 OK\r\nContent-Length : 4\r\n\r\nbody", "body"),
        ("folded field", "HTTP/1.1 200 OK\r\nA: b\r\n  c\r\nContent-Length: 4\r\n\r\nbody", "body"),
        ("line that is no field", "HTTP/1.1 200 OK\r\nno field\r\nContent-Length: 4\r\n\r\nbody", "body"),
        (
            "interim heads",
            "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody",
            "body",
        ),
        ("no content", "HTTP/1.1 204 None\r\n\r\n", ""),
        (
            "chunks after length",
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n",
            "body",
        ),
    ];
    for (name, answer, body) in cases {
        let server = Server::always(send(*answer)).await;
        let exchange = server.look("http://outlet.example/").await.unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!(String::from_utf8_lossy(&exchange.last.body), *body, "{name}");
        assert!(exchange.last.head.starts_with(b"HTTP/1."), "{name}");
        assert!(exchange.last.head.ends_with(b"\n\r\n") || exchange.last.head.ends_with(b"\n\n"), "{name}");
    }
    let folded = Server::always(send(cases[7].1)).await.look("http://outlet.example/").await.expect("an answer");
    assert_eq!(folded.last.header("a"), Some("b c"));
}

#[tokio::test]
async fn answers_that_end_early_are_cut_short() {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gzip.write_all(&b"The bridge opens in May. ".repeat(40)).expect("writing to memory");
    let gzip = gzip.finish().expect("writing to memory");
    let half = &gzip[..gzip.len() / 2];
    let packed = |framing: &str| format!("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n{framing}\r\n").into_bytes();
    let cases: &[(&str, Vec<u8>)] = &[
        ("too few bytes", b"HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\nbody".to_vec()),
        ("chunk too short", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nbody".to_vec()),
        ("no last chunk", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n".to_vec()),
        ("no chunk size", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nbody\r\n".to_vec()),
        ("half a gzip", [packed(&format!("Content-Length: {}\r\n", half.len())), half.to_vec()].concat()),
        ("half a gzip until close", [packed(""), half.to_vec()].concat()),
        ("half a head", b"HTTP/1.1 200 OK\r\nContent-".to_vec()),
    ];
    for (name, answer) in cases {
        let server = Server::always(send(answer.clone())).await;
        let error = server.look("http://outlet.example/").await.expect_err(name);
        assert_eq!(error.failure(), Failure::CutShort, "{name}: {error}");
        assert!(error.is_transient(), "{name}");
    }
}

#[tokio::test]
async fn what_is_no_answer_says_why() {
    let many = format!("HTTP/1.1 200 OK\r\n{}\r\n", "A: b\r\n".repeat(201));
    let cases: &[(&str, Vec<Step>, Failure, &str)] = &[
        ("nothing", vec![], Failure::Unreachable, "closed the connection without an answer"),
        ("not HTTP", send("SSH-2.0-OpenSSH_9\r\n"), Failure::Protocol, "head is broken"),
        ("HTTP/0.9", send("<h1>Hi</h1>\n\n"), Failure::Protocol, "head is broken"),
        ("bad status", send("HTTP/1.1 2x0 OK\r\n\r\n"), Failure::Protocol, "head is broken"),
        ("many fields", send(many), Failure::Protocol, "more than 200 fields"),
        ("another protocol", send("HTTP/1.1 101 Go\r\nUpgrade: x\r\n\r\n"), Failure::Protocol, "switches"),
        ("unknown coding", page("200 OK", "Content-Encoding: rot13\r\n", "x"), Failure::Protocol, "rot13"),
        ("two lengths", page("200 OK", "Content-Length: 4\r\n", "xyz"), Failure::Protocol, "content-length"),
        ("unasked 304", page("304 Not Modified", "", ""), Failure::Protocol, "was not asked"),
    ];
    for (name, steps, failure, words) in cases {
        let server = Server::always(steps.clone()).await;
        let error = server.look("http://outlet.example/").await.expect_err(name);
        assert_eq!(error.failure(), *failure, "{name}: {error}");
        assert!(error.to_string().contains(words), "{name}: {error}");
    }
}
