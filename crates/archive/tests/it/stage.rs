//! Captures to play with. All names are made up.

use archive::{Archive, Archived, Config, Opened, Record};
use news::{Answer, ArticleId, Capture, CaptureId, Exchange, OutletId, Place, Timestamp};

/// The `look`-th look at article `3-17`, half an hour after the one before.
pub fn look(look: u32, last: Answer) -> Capture {
    let at = Timestamp::from_microsecond(1_780_000_000_123_456 + i64::from(look) * 1_800_000_000);
    let id = CaptureId { article: ArticleId::new(OutletId(3), 17), look };
    let exchange = Exchange {
        at: at.expect("a time in 2026"),
        duration_ms: 231,
        hops: Vec::new(),
        last,
        more: Vec::new(),
        vantage: "here".into(),
    };
    Capture { id, exchange }
}

/// An answer with that head line, those fields and that body on the wire.
pub fn answer(status: u16, fields: &[(&str, &str)], wire_body: &[u8]) -> Answer {
    let mut head = format!("HTTP/1.1 {status} So\r\n");
    fields.iter().for_each(|(n, v)| head += &format!("{n}: {v}\r\n"));
    Answer {
        url: "https://gazette.example/town/fire".into(),
        peer: "192.0.2.7".parse().ok(),
        protocols: vec!["http/1.1".into(), "tls/1.3".into()],
        request_head: b"GET /town/fire HTTP/1.1\r\nHost: gazette.example\r\n\r\n".to_vec(),
        head: (head + "\r\n").into_bytes(),
        wire_body: wire_body.to_vec(),
        status,
        headers: fields.iter().map(|(n, v)| (n.to_ascii_lowercase(), (*v).to_owned())).collect(),
        body: Vec::new(),
    }
}

/// A plain page.
pub fn page(text: &str) -> Answer {
    answer(200, &[("Content-Type", "text/html"), ("Content-Length", &text.len().to_string())], text.as_bytes())
}

/// The same page in chunks of `size` bytes.
pub fn chunked(text: &str, size: usize) -> Answer {
    let mut wire = Vec::new();
    for chunk in text.as_bytes().chunks(size) {
        wire.extend(format!("{:x}\r\n", chunk.len()).bytes());
        wire.extend(chunk);
        wire.extend(b"\r\n");
    }
    wire.extend(b"0\r\n\r\n");
    answer(200, &[("Content-Type", "text/html"), ("Transfer-Encoding", "chunked")], &wire)
}

/// The same page as it comes over HTTP/2: no length, names in lower case.
pub fn over_http2(text: &str) -> Answer {
    let page = answer(200, &[("content-type", "text/html"), ("etag", "\"2\"")], text.as_bytes());
    Answer { protocols: vec!["h2".into(), "tls/1.3".into()], ..page }
}

/// A capture that was redirected once.
pub fn redirected(number: u32) -> Capture {
    let mut capture = look(number, chunked("<p>The hall burned down.</p>", 9));
    let mut hop = answer(301, &[("Location", "/town/fire"), ("Content-Length", "5")], b"moved");
    hop.url = "http://gazette.example/fire".into();
    hop.peer = "2001:db8::7".parse().ok();
    capture.exchange.hops.push(hop);
    capture
}

/// A capture of an article on three pages, the second behind a redirect.
pub fn on_three_pages(number: u32) -> Capture {
    let mut capture = redirected(number);
    let pages =
        [answer(302, &[("Location", "/town/fire?page=2")], b""), page("<p>Two.</p>"), chunked("<p>Three.</p>", 5)];
    for (index, mut answer) in pages.into_iter().enumerate() {
        answer.url = format!("https://gazette.example/town/fire/{index}");
        capture.exchange.more.push(answer);
    }
    capture
}

/// A folder in memory where the system has one: tests that open an archive thousands of times do
/// not wait for a disk.
pub fn quick_folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder")
}

/// Opens the archive with the default configuration.
pub fn open(dir: &std::path::Path) -> (Archive, Opened) {
    Archive::open(dir, Config::default()).expect("the archive opens")
}

/// Appends captures without a reference to earlier ones.
pub fn append(archive: &mut Archive, captures: &[Capture]) -> Vec<Place> {
    let batch: Vec<_> = captures.iter().map(|capture| Record { capture, same_as: None }).collect();
    archive.append(&batch).expect("the batch is written")
}

/// All captures of the archive; panics on damage.
pub fn all(archive: &Archive) -> Vec<(Place, Archived)> {
    let since = archive.reader().since(None).expect("the folder is listed");
    since.map(|c| c.expect("no damage")).collect()
}

/// Panics unless `archived` is `capture`, byte for byte.
pub fn assert_same(archived: &Archived, capture: &Capture) {
    let Capture { id, exchange } = capture;
    assert_eq!(archived.id, *id);
    assert_eq!(archived.at, exchange.at);
    assert_eq!(archived.duration_ms, exchange.duration_ms);
    assert_eq!(archived.vantage, exchange.vantage);
    assert_eq!(archived.revisit_of, None);
    let answers: Vec<_> = exchange.hops.iter().chain([&exchange.last]).chain(&exchange.more).collect();
    assert_eq!([archived.answers.len(), archived.more.len()], [exchange.hops.len() + 1, exchange.more.len()]);
    for (back, sent) in archived.answers.iter().chain(&archived.more).zip(answers) {
        assert_eq!(back.url, sent.url);
        assert_eq!(back.peer, sent.peer);
        assert_eq!(back.protocols, sent.protocols);
        assert_eq!(back.request_head, sent.request_head);
        assert_eq!(back.head, sent.head);
        assert_eq!(back.wire_body, sent.wire_body);
        assert_eq!(back.dropped, None);
    }
}
