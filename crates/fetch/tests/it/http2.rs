//! HTTP/2: agreed on by TLS, written out as a head that reads back, left for HTTP/1.1 where it breaks.

use std::io::Write;

use fetch::answer_from_bytes;
use jiff::ToSpan;
use news::{Answer, Validators};

use crate::frames::{data, head, reset, settings};
use crate::server::{Step, now};
use crate::tls_server::{Page, Play, TlsServer};

const ADDRESS: &str = "https://outlet.example/a?b=c";

async fn look(page: Page, validators: &Validators) -> (Answer, TlsServer) {
    let server = TlsServer::new(vec![Play::Page(page)]).await;
    let look = server.fetcher().await.look(ADDRESS, validators, now()).await;
    (look.expect("an answer").last, server)
}

fn replayed(answer: &Answer) -> Answer {
    let Answer { url, request_head, head, wire_body, .. } = answer.clone();
    let again = answer_from_bytes(url, request_head, head, wire_body).expect("it was read once");
    Answer { peer: answer.peer, protocols: answer.protocols.clone(), ..again }
}

#[tokio::test]
async fn heads_are_written_out_and_read_back() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(b"<p>Two ferries, one pier.</p>").expect("a Vec takes all");
    let packed = packed.finish().expect("a Vec takes all");
    let page = Page {
        status: 200,
        fields: [("x-odd", " Y\tes "), ("etag", "\"v1\""), ("content-encoding", "gzip"), ("set-cookie", "a=1")]
            .into_iter()
            .chain([("vary", "accept"), ("set-cookie", "b=2"), ("x-latin", "gr\u{fc}n"), ("x-empty", "")])
            .map(|(name, value)| (name, value.to_owned()))
            .collect(),
        pieces: packed.chunks(7).map(<[u8]>::to_vec).collect(),
        trailers: vec![("x-late", "checksum".to_owned())],
        reset: None,
    };
    let validators = Validators { etag: Some("\"v0\"".into()), last_modified: None };
    let (answer, server) = look(page, &validators).await;
    assert_eq!(
        String::from_utf8_lossy(&answer.head),
        "HTTP/1.1 200 OK\r\nx-odd:  Y\tes \r\netag: \"v1\"\r\ncontent-encoding: gzip\r\nset-cookie: a=1\r\n\
         set-cookie: b=2\r\nvary: accept\r\nx-latin: gr\u{fc}n\r\nx-empty: \r\n\r\n"
    );
    let contact = "Replate/0.1.0 (+https://replate.example/about)";
    let fields = format!(
        "user-agent: {contact}\naccept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\n\
         accept-language: en,*;q=0.5\naccept-encoding: gzip, br, zstd\nif-none-match: \"v0\""
    );
    let lines = format!("GET /a?b=c HTTP/1.1\nhost: outlet.example\n{fields}\n\n").replace('\n', "\r\n");
    assert_eq!(String::from_utf8_lossy(&answer.request_head), lines);
    assert_eq!(server.last_head(), format!("h2 GET {ADDRESS}\n{fields}"), "no Host, no Connection in HTTP/2");
    assert_eq!(answer.wire_body, packed);
    assert_eq!(answer.body, b"<p>Two ferries, one pier.</p>");
    assert_eq!(answer.header("x-odd"), Some("Y\tes"));
    assert_eq!(answer.header("x-late"), None);
    assert_eq!(answer.protocols, ["h2", "tls/1.3"]);
    assert_eq!(replayed(&answer), answer);
}

#[tokio::test]
async fn every_status_reads_back() {
    for (status, line, body) in
        [(200, "200 OK", "x"), (299, "299 ", "x"), (304, "304 Not Modified", ""), (410, "410 Gone", "gone")]
    {
        let validators = Validators { etag: Some("\"v0\"".into()), last_modified: None };
        let (answer, _) = look(Page::new(status, &[], body), &validators).await;
        assert_eq!(String::from_utf8_lossy(&answer.head), format!("HTTP/1.1 {line}\r\n\r\n"));
        assert_eq!((answer.status, answer.body.as_slice()), (status, body.as_bytes()));
        assert_eq!(replayed(&answer), answer);
    }
}

#[tokio::test]
async fn http_1_1_is_spoken_where_that_is_all() {
    for protocols in [&["http/1.1"][..], &[]] {
        let server = TlsServer::speaking(protocols, vec![]).await;
        let answer = server.fetcher().await.look(ADDRESS, &Validators::default(), now()).await.expect("an answer").last;
        assert_eq!(answer.body, b"in HTTP/1.1");
        assert_eq!(answer.protocols, ["http/1.1", "tls/1.3"]);
    }
}

#[tokio::test]
async fn redirects_lead_from_one_stream_to_the_next() {
    let moved = Page::new(301, &[("location", "/b")], "moved");
    let server = TlsServer::new(vec![Play::Page(moved), Play::Page(Page::new(200, &[], "here"))]).await;
    let exchange = server.fetcher().await.look(ADDRESS, &Validators::default(), now()).await.expect("an answer");
    assert_eq!(exchange.hops.len(), 1);
    assert_eq!(exchange.last.body, b"here");
    assert_eq!(server.asked(), ["h2 GET https://outlet.example/a?b=c", "h2 GET https://outlet.example/b"]);
}

#[tokio::test]
async fn large_pages_come_through_the_window() {
    let page = Page { pieces: vec![vec![b'a'; 3 << 20], vec![b'b'; 1 << 20]], ..Page::new(200, &[], "") };
    let (answer, _) = look(page, &Validators::default()).await;
    assert_eq!(answer.body.len(), 4 << 20);
}

#[tokio::test]
async fn a_host_whose_http2_breaks_is_asked_with_http_1_1_for_a_day() {
    let refused = Play::Raw(vec![Step::Send([settings(), reset(0xd)].concat())]);
    let again = Play::Page(Page::new(200, &[], "in HTTP/2"));
    let server = TlsServer::new(vec![refused, Play::Page(Page::new(404, &[], "")), again]).await;
    let fetcher = server.fetcher().await;
    for (hours, body) in [(0, "in HTTP/1.1"), (23, "in HTTP/1.1"), (25, "in HTTP/2")] {
        let look = fetcher.look("https://outlet.example/a", &Validators::default(), now() + hours.hours()).await;
        assert_eq!(look.expect("an answer").last.body, body.as_bytes(), "after {hours} hours");
    }
    let plain = "GET /a HTTP/1.1";
    assert_eq!(server.asked(), ["h2 raw", plain, plain, "h2 GET https://outlet.example/a"]);
    assert_eq!(server.left(), 0);
}

#[tokio::test]
async fn what_broke_within_the_answer_is_asked_for_the_next_time() {
    let lies = [settings(), head(&[("content-length", "3")]), data(1, b"four")].concat();
    for (steps, next) in [
        (vec![Step::Send(lies)], "GET /a?b=c HTTP/1.1"), // the server's HTTP/2 is broken
        (vec![], "GET /a?b=c HTTP/1.1"),                 // it hangs up without a word
    ] {
        let server = TlsServer::new(vec![Play::Raw(steps)]).await;
        let fetcher = server.fetcher().await;
        fetcher.look(ADDRESS, &Validators::default(), now()).await.expect_err("a broken answer");
        assert_eq!(server.asked(), ["h2 raw"], "one request, not two");
        fetcher.look(ADDRESS, &Validators::default(), now()).await.expect("an answer");
        assert_eq!(server.asked(), ["h2 raw", next]);
    }
}
