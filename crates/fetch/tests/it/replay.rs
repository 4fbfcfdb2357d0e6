//! The archive's bytes give the answer that the look gave.

use std::io::Write;

use fetch::answer_from_bytes;
use news::Answer;
use proptest::prelude::*;

use crate::server::{Server, send};

fn packed(coding: &str, body: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    match coding {
        "gzip" => {
            let mut encoder = flate2::write::GzEncoder::new(&mut out, flate2::Compression::fast());
            encoder.write_all(body).expect("a Vec takes all");
            encoder.finish().expect("a Vec takes all");
        }
        "deflate" => {
            let mut encoder = flate2::write::ZlibEncoder::new(&mut out, flate2::Compression::fast());
            encoder.write_all(body).expect("a Vec takes all");
            encoder.finish().expect("a Vec takes all");
        }
        "br" => {
            let mut encoder = brotli::CompressorWriter::new(&mut out, 4096, 4, 20);
            encoder.write_all(body).expect("a Vec takes all");
        }
        "zstd" => out = zstd::encode_all(body, 1).expect("a Vec takes all"),
        _ => out.extend_from_slice(body),
    }
    out
}

fn chunked(body: &[u8], size: usize) -> Vec<u8> {
    let mut out = Vec::new();
    for chunk in body.chunks(size) {
        out.extend_from_slice(format!("{:X};n={size}\r\n", chunk.len()).as_bytes());
        out.extend_from_slice(chunk);
        out.extend_from_slice(b"\r\n");
    }
    out.extend_from_slice(b"0\r\nTrailer: yes\r\n\r\n");
    out
}

#[derive(Debug, Clone)]
struct Case {
    body: Vec<u8>,
    coding: &'static str,
    /// Data bytes a chunk; 0: a length; 1: until close.
    framing: usize,
}

impl Case {
    fn wire(&self) -> (String, Vec<u8>) {
        let payload = packed(self.coding, &self.body);
        let (field, wire) = match self.framing {
            0 => (format!("Content-Length: {}\r\n", payload.len()), payload),
            1 => (String::new(), payload),
            size => ("Transfer-Encoding: chunked\r\n".to_owned(), chunked(&payload, size)),
        };
        (format!("HTTP/1.1 200 OK\r\nContent-Encoding: {}\r\nX-Odd:\tyes \r\n{field}\r\n", self.coding), wire)
    }
}

fn cases() -> impl Strategy<Value = Case> {
    let words = prop::collection::vec("[a-z<>/ ]{1,12}", 0..800).prop_map(|words| words.concat().into_bytes());
    let body = prop_oneof![words, prop::collection::vec(any::<u8>(), 0..3000)];
    let coding = prop::sample::select(vec!["identity", "gzip", "deflate", "br", "zstd"]);
    (body, coding, 0..900usize).prop_map(|(body, coding, framing)| Case { body, coding, framing })
}

fn replayed(answer: &Answer) -> Answer {
    let Answer { url, request_head, head, wire_body, .. } = answer.clone();
    let again = answer_from_bytes(url, request_head, head, wire_body).expect("it was read once");
    Answer { peer: answer.peer, protocols: answer.protocols.clone(), ..again }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_replayed_answer_equals_the_live_one(case in cases()) {
        let (head, wire) = case.wire();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let answer = runtime.block_on(async {
            let server = Server::always(send([head.as_bytes(), &wire].concat())).await;
            server.look("http://outlet.example/a").await.map(|exchange| exchange.last)
        });
        let answer = answer.map_err(|e| TestCaseError::fail(e.to_string()))?;
        prop_assert_eq!(&answer.body, &case.body);
        prop_assert_eq!(&answer.head, head.as_bytes());
        prop_assert_eq!(&answer.wire_body, &wire);
        prop_assert_eq!(replayed(&answer), answer);
    }

    #[test]
    fn any_bytes_are_an_answer_or_an_error(head in ".{0,200}", wire in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = answer_from_bytes("http://outlet.example/", "", head, wire);
    }

    #[test]
    fn damaged_answers_never_panic(case in cases(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let (head, mut wire) = case.wire();
        if !wire.is_empty() {
            let at = at.index(wire.len());
            wire[at] = byte;
        }
        let _ = answer_from_bytes("http://outlet.example/", "", head, wire);
    }
}
