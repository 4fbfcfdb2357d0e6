//! What was seen before is referred to, and only then.

use archive::{Archived, Record, RevisitReason, records};
use news::{ArticleId, Capture, Digest, OutletId, Place};

use crate::stage::{all, answer, append, assert_same, chunked, look, open, page};

const TEXT: &str = "<p>The mayor said it was an accident, and that nobody was hurt.</p>";

/// Appends `capture` as perhaps the same as `earlier`, and reads it back.
fn appended(earlier: Capture, capture: &Capture) -> Archived {
    let dir = tempfile::tempdir().expect("a folder");
    let (mut archive, _) = open(dir.path());
    let same_as = Some(append(&mut archive, &[earlier])[0]);
    let places = archive.append(&[Record { capture, same_as }]).expect("written");
    archive.reader().read(&places[0]).expect("read")
}

#[test]
fn an_answer_becomes_a_revisit_only_where_that_is_true() {
    use RevisitReason::{IdenticalPayload, NotModified};
    let gone = answer(304, &[("ETag", "\"a\"")], b"");
    let elsewhere =
        Capture { id: news::CaptureId { article: ArticleId::new(OutletId(3), 18), look: 1 }, ..look(1, page(TEXT)) };
    let cases = [
        ("the same bytes", look(1, page(TEXT)), page(TEXT), Some(IdenticalPayload)),
        ("the same payload in other chunks", look(1, chunked(TEXT, 7)), chunked(TEXT, 30), Some(IdenticalPayload)),
        ("chunked once, then plain", look(1, chunked(TEXT, 7)), page(TEXT), Some(IdenticalPayload)),
        ("other bytes", look(1, page(TEXT)), page("<p>Another text.</p>"), None),
        ("no bytes", look(1, page("")), page(""), None),
        ("broken chunks", look(1, page(TEXT)), answer(200, &[("Transfer-Encoding", "chunked")], TEXT.as_bytes()), None),
        ("304", look(1, page(TEXT)), gone.clone(), Some(NotModified)),
        ("304 of another article", elsewhere.clone(), gone, None),
        ("another article's bytes", elsewhere, page(TEXT), None),
    ];
    for (name, earlier, last, want) in cases {
        let capture = look(2, last);
        let back = appended(earlier.clone(), &capture);
        assert_eq!(back.revisit_of.as_ref().map(|r| r.reason), want, "{name}");
        match back.revisit_of {
            None => assert_same(&back, &capture),
            Some(ref revisited) => {
                assert_eq!((revisited.capture, revisited.at), (earlier.id, earlier.exchange.at), "{name}");
                assert_eq!(revisited.url, earlier.exchange.last.url, "{name}");
                assert_eq!(back.last().head, capture.exchange.last.head, "{name}");
                assert_eq!(back.last().wire_body, b"", "{name}");
                assert_eq!(back.last().payload_digest, Some(Digest::of(TEXT)), "{name}");
                let request = &capture.exchange.last.request_head;
                let kept = if want == Some(NotModified) { &[][..] } else { &request[..] };
                assert_eq!(back.last().request_head, kept, "{name}");
            }
        }
    }
}

#[test]
fn a_304_after_a_304_refers_to_the_payload() {
    let dir = tempfile::tempdir().expect("a folder");
    let (mut archive, _) = open(dir.path());
    let mut same_as = Some(append(&mut archive, &[look(1, page(TEXT))])[0]);
    for number in 2..=4 {
        let capture = look(number, answer(304, &[], b""));
        same_as = Some(archive.append(&[Record { capture: &capture, same_as }]).expect("written")[0]);
    }
    let found = all(&archive);
    let original = &found[0].1;
    for (_, later) in &found[1..] {
        let revisited = later.revisit_of.as_ref().expect("a revisit");
        assert_eq!(revisited.capture, original.id);
        assert_eq!(revisited.record_id, original.last().record_id);
    }
    // A payload is not taken on the word of a revisit: the same page again is stored whole.
    let again = look(5, page(TEXT));
    let place = archive.append(&[Record { capture: &again, same_as }]).expect("written")[0];
    assert_same(&archive.reader().read(&place).expect("read"), &again);
}

#[test]
fn a_reference_that_leads_nowhere_costs_room_and_loses_nothing() {
    let capture = look(2, page(TEXT));
    let not_modified = look(3, answer(304, &[("ETag", "\"a\"")], b""));
    let wrong = [Place { segment: 7, offset: 0, length: 10 }, Place { segment: 1, offset: 3, length: u64::MAX }];
    for same_as in wrong.map(Some) {
        let dir = tempfile::tempdir().expect("a folder");
        let (mut archive, _) = open(dir.path());
        append(&mut archive, &[look(1, page(TEXT))]);
        let batch = [Record { capture: &capture, same_as }, Record { capture: &not_modified, same_as }];
        let places = archive.append(&batch).expect("written");
        assert_same(&archive.reader().read(&places[0]).expect("read"), &capture);
        assert_same(&archive.reader().read(&places[1]).expect("read"), &not_modified);
    }
}

#[test]
fn a_revisit_has_the_fields_that_the_standard_asks_for() {
    let dir = tempfile::tempdir().expect("a folder");
    let (mut archive, _) = open(dir.path());
    let same_as = Some(append(&mut archive, &[look(1, page(TEXT))])[0]);
    let (same, unmodified) = (look(2, page(TEXT)), look(3, answer(304, &[], b"")));
    let batch = [Record { capture: &same, same_as }, Record { capture: &unmodified, same_as }];
    archive.append(&batch).expect("written");

    let file = std::fs::read(dir.path().join("segment-000001.warc.gz")).expect("the segment");
    let records: Vec<_> = records(&file[..]).map(|r| r.expect("a record")).collect();
    let of_type = |kind| records.iter().filter(move |r| r.field("WARC-Type") == Some(kind)).collect::<Vec<_>>();
    assert_eq!(of_type("request").len(), 2);
    let (original, revisits) = (of_type("response")[0], of_type("revisit"));
    for revisit in &revisits {
        assert_eq!(revisit.field("WARC-Refers-To"), original.field("WARC-Record-ID"));
        assert_eq!(revisit.field("WARC-Refers-To-Target-URI"), original.field("WARC-Target-URI"));
        assert_eq!(revisit.field("WARC-Refers-To-Date"), original.field("WARC-Date"));
        assert_eq!(revisit.field("WARC-Payload-Digest"), original.field("WARC-Payload-Digest"));
    }
    let profiles = revisits.iter().map(|r| r.field("WARC-Profile").and_then(|p| p.rsplit('/').next()));
    assert_eq!(profiles.collect::<Vec<_>>(), [Some("identical-payload-digest"), Some("server-not-modified")]);
    assert_eq!(revisits[0].field("WARC-Truncated"), Some("length"));
    assert_eq!(revisits[1].field("WARC-Truncated"), None);
    let request = of_type("request")[1];
    assert_eq!(request.field("WARC-Concurrent-To"), revisits[0].field("WARC-Record-ID"));
    assert_eq!(revisits[0].field("WARC-Concurrent-To"), request.field("WARC-Record-ID"));
}
