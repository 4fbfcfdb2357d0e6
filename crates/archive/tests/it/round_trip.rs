//! Append, then read: the same answers.

use std::net::IpAddr;

use archive::{Archive, ArchiveError, Config, Record, records};
use news::{Answer, ArticleId, Capture, CaptureId, Exchange, OutletId, Place, Timestamp};
use proptest::prelude::*;

use crate::stage::{all, append, assert_same, look, open, over_http2, page, quick_folder, redirected};

fn bytes(most: usize) -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(any::<u8>(), 0..most)
}

fn answers() -> impl Strategy<Value = Answer> {
    let fields = (
        "https?://[a-z]{1,9}\\.example/[!$&'()*+,;=:@%a-zA-Z0-9/?#_~.-]{0,40}",
        any::<Option<IpAddr>>(),
        proptest::collection::vec(any::<String>(), 0..3),
        bytes(80),
        bytes(120),
        bytes(600),
        prop_oneof![Just(200), Just(304), Just(404), 100..600u16],
        prop_oneof![Just(None), Just(Some("chunked")), Just(Some("gzip, chunked"))],
    );
    fields.prop_map(|(url, peer, protocols, request_head, head, wire_body, status, coding)| Answer {
        url,
        peer,
        protocols,
        request_head,
        head,
        wire_body,
        status,
        headers: coding.map(|c| ("transfer-encoding".to_owned(), c.to_owned())).into_iter().collect(),
        body: Vec::new(),
    })
}

prop_compose! {
    fn captures()(
        outlet in 1..=i32::MAX as u32,
        number in 1..=i32::MAX as u32,
        look in 1..=i32::MAX as u32,
        at_us in 0..4_102_444_800_000_000i64,
        duration_ms in any::<u32>(),
        hops in proptest::collection::vec(answers(), 0..3),
        last in answers(),
        more in proptest::collection::vec(answers(), 0..3),
        vantage in any::<String>(),
    ) -> Capture {
        let at = Timestamp::from_microsecond(at_us).expect("a time before 2100");
        let id = CaptureId { article: ArticleId::new(OutletId(outlet), number), look };
        Capture { id, exchange: Exchange { at, duration_ms, hops, last, more, vantage } }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_was_appended_is_read_back(captures in proptest::collection::vec(captures(), 1..5)) {
        let dir = quick_folder();
        let (mut archive, _) = open(dir.path());
        let places = append(&mut archive, &captures);
        for (place, capture) in places.iter().zip(&captures) {
            assert_same(&archive.reader().read(place).expect("it is there"), capture);
        }
        let found = all(&archive);
        prop_assert_eq!(found.iter().map(|(p, _)| *p).collect::<Vec<_>>(), places);
        drop(archive);

        let (archive, opened) = open(dir.path());
        prop_assert_eq!((opened.repaired_bytes, opened.damaged.len(), opened.lost), (0, 0, None));
        prop_assert_eq!(all(&archive), found);
    }

    #[test]
    fn no_place_makes_the_reader_panic(segment in 0..3u32, offset in 0..9000u64, length in any::<u64>(), wild in any::<u64>()) {
        let dir = quick_folder();
        let (mut archive, _) = open(dir.path());
        let places = append(&mut archive, &[redirected(1), look(2, page("<p>Two.</p>"))]);
        for place in [Place { segment, offset, length }, Place { segment: 1, offset: wild, length }, Place { segment: 1, offset, length: 100 }] {
            prop_assert!(places.contains(&place) || archive.reader().read(&place).is_err());
        }
    }
}

#[test]
fn a_segment_is_a_warc_file_with_one_member_per_record() {
    let dir = quick_folder();
    let (mut archive, opened) = open(dir.path());
    assert_eq!(opened.end, None);
    let places = append(&mut archive, &[redirected(1), look(2, page("<p>Two.</p>"))]);
    let file = std::fs::read(dir.path().join("segment-000001.warc.gz")).expect("the segment");
    assert_eq!(file.len() as u64, places[1].offset + places[1].length);

    let shown: Vec<_> = records(&file[..])
        .map(|r| r.expect("a record"))
        .map(|r| {
            let show = |name| r.field(name).unwrap_or("-").to_owned();
            [show("WARC-Type"), show("WARC-Target-URI"), show("Replate-Look"), show("Replate-Part")].join(" ")
        })
        .collect();
    assert_eq!(
        shown,
        [
            "warcinfo - - -",
            "request http://gazette.example/fire 1 1/4",
            "response http://gazette.example/fire 1 2/4",
            "request https://gazette.example/town/fire 1 3/4",
            "response https://gazette.example/town/fire 1 4/4",
            "request https://gazette.example/town/fire 2 1/2",
            "response https://gazette.example/town/fire 2 2/2",
        ]
    );
    // Any gzip reader may begin at a place and stop at its end.
    let (start, end) = (places[1].offset as usize, (places[1].offset + places[1].length) as usize);
    assert_eq!(records(&file[start..end]).filter(|r| r.is_ok()).count(), 2);
}

#[test]
fn a_chunked_answer_carries_its_payload_digest_in_our_own_field() {
    let dir = quick_folder();
    let (mut archive, _) = open(dir.path());
    let places = append(&mut archive, &[redirected(1)]);
    let file = std::fs::read(dir.path().join("segment-000001.warc.gz")).expect("the segment");
    let last = records(&file[..]).last().expect("records").expect("a record");
    let payload = news::Digest::of("<p>The hall burned down.</p>");
    assert_eq!(last.field("WARC-Payload-Digest"), None);
    assert_eq!(last.field("Replate-Payload-Digest"), Some(format!("sha256:{payload}").as_str()));
    assert_eq!(last.field("WARC-Date"), Some("2026-05-28T20:56:40.123456Z"));
    assert_eq!(archive.reader().read(&places[0]).expect("read").last().payload_digest, Some(payload));
}

#[test]
fn an_http2_exchange_says_so_on_both_records() {
    let dir = quick_folder();
    let (mut archive, _) = open(dir.path());
    let places = append(&mut archive, &[look(1, over_http2("<p>Ebb.</p>"))]);
    let file = std::fs::read(dir.path().join("segment-000001.warc.gz")).expect("the segment");
    for record in records(&file[..]).map(|r| r.expect("a record")).skip(1) {
        let named = record.fields.iter().filter(|(name, _)| name == "WARC-Protocol").map(|(_, value)| value.as_str());
        assert_eq!(named.collect::<Vec<_>>(), ["h2", "tls/1.3"], "{:?}", record.field("WARC-Type"));
        assert!(record.block.starts_with(b"HTTP/1.1 ") || record.block.starts_with(b"GET /town/fire HTTP/1.1"));
    }
    assert_eq!(archive.reader().read(&places[0]).expect("read").last().protocols, ["h2", "tls/1.3"]);
}

#[test]
fn a_full_segment_is_followed_by_the_next_and_since_crosses_over() {
    let dir = quick_folder();
    let config = Config { segment_bytes: 3000, ..Config::default() };
    let (mut archive, _) = Archive::open(dir.path(), config.clone()).expect("open");
    let mut places = Vec::new();
    for number in 1..=12 {
        places.extend(append(&mut archive, &[look(number, page(&format!("<p>Text {number}</p>")))]));
    }
    let disk = archive.reader().disk().expect("sizes");
    assert!(disk.len() > 2, "{disk:?}");
    assert!(disk[..disk.len() - 1].iter().all(|s| s.bytes >= 3000));
    assert!(disk.iter().all(|s| s.path.metadata().is_ok_and(|m| m.len() == s.bytes)));
    drop(archive);

    let recorded = Some(places[4]);
    let (archive, opened) = Archive::open(dir.path(), Config { recorded, ..config }).expect("open");
    assert_eq!(opened.end, places.last().copied());
    let found = archive.reader().since(recorded).expect("list").map(|f| f.expect("whole").0);
    assert_eq!(found.collect::<Vec<_>>(), places[5..]);
    assert_eq!(archive.reader().since(places.last().copied()).expect("list").count(), 0);
}

#[test]
fn an_empty_batch_writes_nothing() {
    let dir = quick_folder();
    let (mut archive, _) = open(dir.path());
    assert_eq!(archive.append(&[]).expect("nothing to do"), []);
    assert_eq!(archive.reader().disk().expect("sizes"), []);
}

#[test]
fn errors_say_where() {
    let dir = quick_folder();
    let (mut archive, _) = open(dir.path());
    let place = append(&mut archive, &[redirected(1)])[0];
    let missing = archive.reader().read(&Place { segment: 9, ..place }).expect_err("no such segment");
    assert!(missing.to_string().ends_with("segment-000009.warc.gz"), "{missing}");
    let shifted = archive.reader().read(&Place { offset: place.offset + 1, length: place.length - 1, ..place });
    let shifted = shifted.expect_err("no record begins there");
    assert!(matches!(&shifted, ArchiveError::Damaged { offset, .. } if *offset == place.offset + 1), "{shifted}");
    assert!(!shifted.is_transient());
}

#[test]
fn readers_work_while_the_writer_does() {
    let dir = quick_folder();
    let (mut archive, _) = open(dir.path());
    let first = append(&mut archive, &[redirected(1)])[0];
    let reader = archive.reader();
    let threads: Vec<_> = (0..2)
        .map(|_| {
            let reader = reader.clone();
            std::thread::spawn(move || (0..50).all(|_| reader.read(&first).is_ok()))
        })
        .collect();
    for number in 2..20 {
        let capture = look(number, page("<p>More.</p>"));
        archive.append(&[Record { capture: &capture, same_as: Some(first) }]).expect("written");
    }
    assert!(threads.into_iter().all(|t| t.join().expect("no panic")));
}
