//! Conditional requests: validators go back exactly as they came.

use news::Validators;

use crate::server::{Server, field, now, page};

#[tokio::test]
async fn validators_are_sent_back_as_received() {
    let cases: &[(&str, &str)] = &[
        ("ETag: \"abc\"\r\n", "\"abc\"|"),
        ("eTaG: W/\"a b,c\"\r\n", "W/\"a b,c\"|"),
        ("ETag: unquoted\r\n", "unquoted|"),
        ("Last-Modified: Sun, 22 Nov 2026 07:00:00 GMT\r\n", "|Sun, 22 Nov 2026 07:00:00 GMT"),
        ("Last-Modified: Sunday, 22-Nov-26 07:00:00 GMT\r\n", "|Sunday, 22-Nov-26 07:00:00 GMT"),
        ("Last-Modified: yesterday\r\nETag: \"x\"\r\n", "\"x\"|yesterday"),
        ("ETag: \"K\u{f6}ln\"\r\n", "|"), // the bytes are not known any more: better the whole page
        ("", "|"),
    ];
    for (fields, want) in cases {
        let server = Server::new(move |_, path, head| match path {
            "/robots.txt" => vec![],
            _ if head.contains("If-") => page("304 Not Modified", fields, ""),
            _ => page("200 OK", fields, "page"),
        })
        .await;
        let fetcher = server.fetcher();
        let first = fetcher.look("http://outlet.example/", &Validators::default(), now()).await.expect("an answer");
        assert_eq!((first.last.status, first.last.body.as_slice()), (200, &b"page"[..]), "{fields}");
        let second = fetcher.look("http://outlet.example/", &first.last.validators(), now()).await.expect("an answer");
        let heads = server.heads();
        let [_, first_head, second_head] = &heads[..] else { panic!("{fields}: {heads:?}") };
        assert!(!first_head.contains("If-"), "{fields}");
        let sent = [field(second_head, "If-None-Match"), field(second_head, "If-Modified-Since")].join("|");
        assert_eq!(sent, *want, "{fields}");
        let want_status = if *want == "|" { 200 } else { 304 };
        assert_eq!((second.last.status, second.last.body.is_empty()), (want_status, want_status == 304), "{fields}");
    }
}

#[tokio::test]
async fn a_304_has_no_body_whatever_its_head_says() {
    let answer = "HTTP/1.1 304 Not Modified\r\nContent-Length: 5000\r\nContent-Encoding: gzip\r\n\r\n";
    let server = Server::new(move |_, path, _| match path {
        "/robots.txt" => vec![],
        _ => crate::server::send(answer),
    })
    .await;
    let known = Validators { etag: Some("\"a\"".into()), last_modified: None };
    let exchange = server.fetcher().look("http://outlet.example/", &known, now()).await.expect("an answer");
    assert_eq!((exchange.last.status, exchange.last.body.len(), exchange.last.wire_body.len()), (304, 0, 0));
}

#[tokio::test]
async fn validators_stay_with_the_address_that_sent_them() {
    let server = Server::new(|_, path, _| match path {
        "/old" => page("301 Moved", "Location: /new\r\n", ""),
        "/robots.txt" => vec![],
        _ => page("200 OK", "", "another page"),
    })
    .await;
    let known = Validators { etag: Some("\"a\"".into()), last_modified: Some("yesterday".into()) };
    let exchange = server.fetcher().look("http://outlet.example/old", &known, now()).await.expect("an answer");
    assert_eq!(exchange.last.body, b"another page");
    let conditional: Vec<bool> = server.heads().iter().map(|head| head.contains("If-None-Match")).collect();
    assert_eq!(conditional, [false, true, false], "robots.txt, the old address, the new one");
}

#[tokio::test]
async fn a_validator_cannot_smuggle_a_field() {
    let server = Server::always(page("200 OK", "", "x")).await;
    let evil = Validators { etag: Some("\"a\"\r\nX-Evil: 1".into()), last_modified: None };
    server.fetcher().look("http://outlet.example/", &evil, now()).await.expect("an answer");
    assert!(!server.heads().concat().contains("X-Evil"));
}
