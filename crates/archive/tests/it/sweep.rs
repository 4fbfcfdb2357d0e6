//! The keep rule: what goes, what stays, and what a crash in between leaves.

use std::fs;
use std::path::Path;

use archive::{Archive, Config, Keep, Record, Swept, records};
use news::{Capture, CaptureId, Digest, Place, Timestamp};

use crate::stage::{all, answer, append, assert_same, look, page, redirected};

fn open(dir: &Path) -> Archive {
    Archive::open(dir, Config { segment_bytes: 1, ..Config::default() }).expect("it opens").0
}

/// So many days after the first look.
fn day(days: i64) -> Timestamp {
    look(1, page("")).exchange.at + jiff::SignedDuration::from_hours(24 * days)
}

/// An archive whose first segment holds looks 1 to 4 (a page, a redirected one, a revisit, a 304
/// of an unknown page), and whose second, open one holds look 5.
fn stage(dir: &Path) -> (Archive, Vec<Capture>, Vec<Place>) {
    let mut archive = open(dir);
    let text = "<p>All quiet in the harbour tonight, the pilots say.</p>";
    let captures = vec![look(1, page(text)), redirected(2), look(3, answer(304, &[], b"")), look(5, page(text))];
    let places = append(&mut archive, &captures);
    append(&mut archive, &[look(6, page("<p>Open.</p>"))]);
    (archive, captures, places)
}

fn founders(id: CaptureId) -> bool {
    id.look == 1
}

fn sweep(archive: &Archive) -> Swept {
    archive.sweeper().sweep(Keep::Days(30), day(40), founders).expect("no error").expect("one is due")
}

#[test]
fn bodies_that_founded_no_version_go_and_all_else_stays() {
    let dir = tempfile::tempdir().expect("a folder");
    let (archive, captures, places) = stage(dir.path());
    let old = archive.reader().read(&places[1]).expect("read");
    let swept = sweep(&archive);
    assert_eq!(swept.moved.iter().map(|m| m.0).collect::<Vec<_>>(), captures.iter().map(|c| c.id).collect::<Vec<_>>());
    let at = |i: usize| archive.reader().read(&swept.moved[i].1).expect("read");

    assert_same(&at(0), &captures[0]);
    assert_same(&at(2), &captures[2]);
    let dropped = at(1);
    for (now, before) in dropped.answers.iter().zip(&old.answers) {
        let gone = now.dropped.expect("its body is gone");
        assert_eq!(gone.wire_bytes, before.wire_body.len() as u64);
        assert_eq!(gone.block_digest, Digest::of([&before.head[..], &before.wire_body].concat()));
        assert_eq!(now.wire_body, b"");
        assert_eq!((&now.head, &now.request_head, &now.url), (&before.head, &before.request_head, &before.url));
        assert_eq!((now.payload_digest, &now.record_id), (before.payload_digest, &before.record_id));
    }
    archive.sweeper().finish(&swept).expect("deleted");
    assert!(archive.reader().read(&places[0]).is_err_and(|e| e.is_transient()));
    assert_eq!(all(&archive).len(), 5);
    assert_eq!(archive.sweeper().sweep(Keep::Versions, day(900), founders).expect("no error"), None);
}

#[test]
fn a_sweep_makes_room() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut archive = open(dir.path());
    // Words that no packer can shorten much.
    let noise: String = (0..3000).map(|i: u32| Digest::of(i.to_le_bytes()).to_string()).collect();
    append(&mut archive, &[look(1, page(&noise)), look(2, page(&noise[1..]))]);
    append(&mut archive, &[look(3, page("<p>Open.</p>"))]);
    let swept = sweep(&archive);
    assert!(swept.bytes_after * 10 < swept.bytes_before * 6, "{} of {}", swept.bytes_after, swept.bytes_before);
}

#[test]
fn a_dropped_body_is_said_in_words_of_the_standard() {
    let dir = tempfile::tempdir().expect("a folder");
    let (archive, ..) = stage(dir.path());
    sweep(&archive);
    let file = fs::read(dir.path().join("segment-000001-swept.warc.gz")).expect("the segment");
    let records: Vec<_> = records(&file[..]).map(|r| r.expect("a record")).collect();
    let cut = records.iter().filter(|r| r.field("WARC-Truncated") == Some("length")).collect::<Vec<_>>();
    assert_eq!(cut.len(), 3);
    for record in cut {
        assert_eq!(record.field("WARC-Type"), Some("response"));
        assert_eq!(record.field("WARC-Payload-Digest"), None);
        assert!(record.field("Replate-Payload-Digest").is_some());
        assert_eq!(record.field("WARC-Block-Digest"), Some(format!("sha256:{}", Digest::of(&record.block)).as_str()));
        assert!(record.block.ends_with(b"\r\n\r\n"));
    }
    assert_eq!(records[0].field("WARC-Filename"), Some("segment-000001-swept.warc.gz"));
}

#[test]
fn only_closed_segments_that_are_old_enough_are_swept() {
    let dir = tempfile::tempdir().expect("a folder");
    let (archive, ..) = stage(dir.path());
    let due = |keep, now| archive.sweeper().sweep(keep, now, |_| true).expect("no error").is_some();
    assert!(!due(Keep::All, day(4000)));
    assert!(!due(Keep::Days(30), day(30)));
    assert!(due(Keep::Days(30), day(31)));
    assert!(fs::exists(dir.path().join("segment-000001-swept.warc.gz")).expect("listed"));
    assert!(!fs::exists(dir.path().join("segment-000002-swept.warc.gz")).expect("listed"));
}

#[test]
fn the_rule_versions_waits_for_nothing_but_the_end_of_the_segment() {
    let dir = tempfile::tempdir().expect("a folder");
    let (archive, ..) = stage(dir.path());
    let swept = archive.sweeper().sweep(Keep::Versions, day(0), founders).expect("no error");
    assert_eq!(swept.map(|s| s.from), Some(1));
}

#[test]
fn a_crash_at_any_step_of_a_sweep_loses_nothing() {
    let dir = tempfile::tempdir().expect("a folder");
    let (archive, captures, places) = stage(dir.path());
    let part = dir.path().join("segment-000001-swept.warc.gz.part");

    // While the new file is written: nothing has changed.
    fs::write(&part, b"half a file").expect("written");
    drop(archive);
    let archive = open(dir.path());
    assert!(!fs::exists(&part).expect("listed"));
    assert_eq!(all(&archive)[..4].iter().map(|f| f.0).collect::<Vec<_>>(), places);

    // After its rename: both are there, the old places hold, nothing is given twice.
    let first = sweep(&archive);
    assert!(!fs::exists(&part).expect("listed"));
    drop(archive);
    let archive = open(dir.path());
    places.iter().zip(&captures).for_each(|(p, c)| assert_same(&archive.reader().read(p).expect("read"), c));
    assert_eq!(all(&archive).len(), 5);

    // After the caller's commit: the same moves again, and the new places hold.
    let again = sweep(&archive);
    assert_eq!(again, first);
    assert!(again.moved.iter().all(|(id, place)| archive.reader().read(place).is_ok_and(|a| a.id == *id)));

    // After the deletion: the new file alone; deleting again is harmless.
    archive.sweeper().finish(&again).expect("deleted");
    archive.sweeper().finish(&again).expect("nothing to do");
    drop(archive);
    let archive = open(dir.path());
    let found: Vec<_> = all(&archive).into_iter().map(|(p, a)| (a.id, p)).collect();
    assert_eq!(found[..4], again.moved);
    // A place in the file that is gone: the segment is read from its beginning.
    assert_eq!(archive.reader().since(Some(places[2])).expect("list").count(), 5);
    assert_eq!(archive.reader().since(Some(again.moved[2].1)).expect("list").count(), 2);
}

#[test]
fn a_payload_that_is_gone_is_not_referred_to() {
    let dir = tempfile::tempdir().expect("a folder");
    let (mut archive, captures, _) = stage(dir.path());
    let swept = sweep(&archive);
    let (whole, dropped) = (swept.moved[0].1, swept.moved[3].1);
    let again = look(7, captures[0].exchange.last.clone());
    let unmodified = look(8, answer(304, &[], b""));
    let batch = [
        Record { capture: &again, same_as: Some(dropped) },
        Record { capture: &again, same_as: Some(whole) },
        Record { capture: &unmodified, same_as: Some(dropped) },
    ];
    let places = archive.append(&batch).expect("written");
    let referred: Vec<_> =
        places.iter().map(|p| archive.reader().read(p).expect("read").revisit_of.map(|r| r.capture.look)).collect();
    assert_eq!(referred, [None, Some(1), Some(5)]);
}

#[test]
fn a_damaged_segment_is_left_alone() {
    let dir = tempfile::tempdir().expect("a folder");
    let (archive, _, places) = stage(dir.path());
    let path = dir.path().join("segment-000001.warc.gz");
    let mut file = fs::read(&path).expect("the segment");
    file[places[1].offset as usize + 70] ^= 1;
    fs::write(&path, file).expect("written");
    assert_eq!(archive.sweeper().sweep(Keep::Versions, day(40), founders).expect("no error"), None);
    assert_eq!(fs::read_dir(dir.path()).expect("listed").count(), 2);
}
