//! What polls of feeds brought, between captures of articles.

use archive::{Archive, Config, Keep, records};
use jiff::SignedDuration;
use news::{Exchange, FeedId, OutletId, PollId};

use crate::stage::{all, answer, append, chunked, look, open, page, quick_folder, redirected};

fn poll(number: u32) -> PollId {
    PollId { feed: FeedId::new(OutletId(3), 2), poll: number }
}

fn feed(number: u32, text: &str) -> Exchange {
    Exchange { ..look(number, answer(200, &[("Content-Type", "application/rss+xml")], text.as_bytes())).exchange }
}

#[test]
fn polls_lie_between_captures_and_recovery_passes_over_them() {
    let dir = quick_folder();
    let (mut archive, _) = open(dir.path());
    let first = append(&mut archive, &[look(1, page("<p>Fire.</p>"))])[0];
    let index = [&feed(2, "<sitemapindex/>"), &redirected(3).exchange];
    let places = archive.append_poll(poll(1), &index).expect("written");
    assert_eq!(places.len(), 2);
    let second = append(&mut archive, &[look(2, chunked("<p>Fire out.</p>", 4))])[0];
    archive.append_poll(poll(2), &[&feed(5, "<rss/>")]).expect("written");
    assert_eq!(archive.append_poll(poll(3), &[]).expect("nothing to write"), []);

    let found: Vec<_> = all(&archive).into_iter().map(|(place, archived)| (place, archived.id.look)).collect();
    assert_eq!(found, [(first, 1), (second, 2)]);
    let after: Vec<_> = archive.reader().since(Some(second)).expect("listed").collect();
    assert!(after.is_empty(), "{after:?}");
    assert!(archive.reader().read(&places[0]).is_err(), "it is no capture of an article");

    drop(archive);
    let (archive, opened) = open(dir.path());
    assert!(opened.repaired_bytes == 0 && opened.damaged.is_empty());
    assert_eq!(all(&archive).len(), 2);
    let bytes = std::fs::read(dir.path().join("segment-000001.warc.gz")).expect("the segment");
    let named: Vec<_> = records(&bytes[..])
        .filter_map(|record| {
            let record = record.expect("a record");
            Some(format!("{}.{}", record.field("Replate-Feed")?, record.field("Replate-Poll")?))
        })
        .collect();
    assert_eq!(named, [["3-2.1"; 2], ["3-2.1"; 2], ["3-2.1"; 2], ["3-2.2"; 2]].concat());
}

#[test]
fn a_torn_poll_is_cut_off_like_a_torn_capture() {
    let dir = quick_folder();
    let (mut archive, _) = open(dir.path());
    append(&mut archive, &[look(1, page("<p>Fire.</p>"))]);
    let place = archive.append_poll(poll(1), &[&feed(2, "<rss>text</rss>")]).expect("written")[0];
    drop(archive);
    let path = dir.path().join("segment-000001.warc.gz");
    let whole = std::fs::read(&path).expect("the segment");
    for length in (place.offset + 1..place.offset + place.length).step_by(37) {
        std::fs::write(&path, &whole[..length as usize]).expect("written");
        let (archive, opened) = open(dir.path());
        assert_eq!(opened.repaired_bytes, length - place.offset);
        assert_eq!(all(&archive).len(), 1);
    }
}

#[test]
fn the_keep_rule_drops_old_bodies_of_polls_and_keeps_their_heads_and_digests() {
    let dir = quick_folder();
    let config = Config { segment_bytes: 1, ..Config::default() };
    let (mut archive, _) = Archive::open(dir.path(), config).expect("open");
    let text: String = (1..900).map(|n| format!("<item>Fire {}</item>", n * 7_919 % 10_007)).collect();
    archive.append_poll(poll(1), &[&feed(1, &text)]).expect("written");
    append(&mut archive, &[look(2, page("<p>Fire.</p>"))]);
    let now = look(2, page("")).exchange.at + SignedDuration::from_hours(24 * 90);
    let swept = archive.sweeper().sweep(Keep::Days(30), now, |_| true).expect("no error").expect("it is due");
    assert!(swept.moved.is_empty(), "a poll has no place that anybody keeps");
    assert!(swept.bytes_after < swept.bytes_before);
    archive.sweeper().finish(&swept).expect("deleted");
    let kept = archive.reader().disk().expect("listed").remove(0);
    let bytes = std::fs::read(kept.path).expect("the segment");
    let all: Vec<_> = records(&bytes[..]).map(|record| record.expect("a record")).collect();
    let response = all.iter().find(|r| r.field("WARC-Type") == Some("response")).expect("the response");
    assert_eq!(response.field("Replate-Feed"), Some("3-2"));
    assert!(!String::from_utf8_lossy(&response.block).contains("Fire"));
    assert!(
        response.field("Replate-Payload-Digest").is_some() && response.field("Replate-Full-Block-Digest").is_some()
    );
}
