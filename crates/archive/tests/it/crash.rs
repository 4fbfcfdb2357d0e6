//! Killed at any byte, the archive opens again with everything that was acknowledged.

use std::fs;
use std::path::Path;

use archive::{Archive, Config, Record};
use news::{Capture, Place};
use proptest::prelude::*;

use crate::stage::{all, answer, append, assert_same, look, open, page, quick_folder, redirected};

const FILE: &str = "segment-000001.warc.gz";

/// A segment of four captures: its bytes, the captures and their places.
fn story() -> (Vec<u8>, Vec<Capture>, Vec<Place>) {
    let dir = quick_folder();
    let (mut archive, _) = open(dir.path());
    let captures =
        vec![look(1, page("<p>One.</p>")), look(2, page("<p>Two.</p>")), redirected(3), look(4, page("<p>4</p>"))];
    let places = append(&mut archive, &captures);
    (fs::read(dir.path().join(FILE)).expect("the segment"), captures, places)
}

/// Opens what a crash left, checks that the first captures are there, appends another and reads
/// all. Returns the bytes that were cut.
fn recover(dir: &Path, left: &[u8], recorded: Option<Place>, captures: &[Capture], places: &[Place]) -> u64 {
    fs::write(dir.join(FILE), left).expect("the file");
    let (mut archive, opened) = Archive::open(dir, Config { recorded, ..Config::default() }).expect("it opens");
    assert_eq!(opened.end, places.last().copied().or(recorded));
    assert!(opened.damaged.is_empty() && opened.lost.is_none());
    if let Some(side) = &opened.cut_to {
        assert!(left.ends_with(&fs::read(side).expect("the side file")), "what was cut is kept");
        assert_eq!(side.metadata().expect("the side file").len(), opened.repaired_bytes);
        fs::remove_file(side).expect("the side file");
    }
    let next = redirected(99);
    let place = append(&mut archive, std::slice::from_ref(&next))[0];
    let found = all(&archive);
    assert_eq!(found.len(), places.len() + 1);
    for ((at, archived), (capture, place)) in found.iter().zip(captures.iter().zip(places)) {
        assert_eq!(at, place);
        assert_same(archived, capture);
    }
    assert_eq!(found[places.len()].0, place);
    assert_same(&found[places.len()].1, &next);
    opened.repaired_bytes
}

#[test]
fn a_segment_cut_at_any_byte_keeps_every_whole_capture() {
    let (file, captures, places) = story();
    let dir = quick_folder();
    // Every byte of the last two captures, which have six records; every seventh before.
    let dense = places[2].offset as usize;
    for length in (0..dense).step_by(7).chain(dense..=file.len()) {
        let whole = places.iter().filter(|p| p.offset + p.length <= length as u64).count();
        let good = match whole {
            0 if (length as u64) < places[0].offset => 0,
            0 => places[0].offset,
            n => places[n - 1].offset + places[n - 1].length,
        };
        let cut = recover(dir.path(), &file[..length], None, &captures, &places[..whole]);
        assert_eq!(cut, length as u64 - good, "cut at {length}");
    }
}

#[test]
fn a_known_place_spares_the_reading_of_what_is_before_it() {
    let (mut file, captures, places) = story();
    let dir = quick_folder();
    // Damage before the known place is not looked at, and nothing behind it is cut for its sake.
    file[places[0].offset as usize + 60] ^= 1;
    for length in places[1].offset + places[1].length..=file.len() as u64 {
        fs::write(dir.path().join(FILE), &file[..length as usize]).expect("the file");
        let config = Config { recorded: Some(places[1]), ..Config::default() };
        let (archive, opened) = Archive::open(dir.path(), config).expect("it opens");
        let whole = places.iter().filter(|p| p.offset + p.length <= length).count();
        assert_eq!(opened.end, Some(places[whole - 1]));
        assert!(opened.damaged.is_empty());
        let after = archive.reader().since(Some(places[1])).expect("list").map(|f| f.expect("whole"));
        let after: Vec<_> = after.collect();
        assert_eq!(after.len(), whole - 2);
        after.iter().zip(&captures[2..]).for_each(|((_, a), c)| assert_same(a, c));
        if let Some(side) = opened.cut_to {
            fs::remove_file(side).expect("the side file");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    /// Power loss: the file has its new length, but what stands there was never written.
    #[test]
    fn garbage_behind_the_last_whole_capture_is_moved_aside(
        at in 0.0..1.0f64,
        garbage in prop_oneof![
            (1..5000usize).prop_map(|n| vec![0; n]),
            proptest::collection::vec(any::<u8>(), 1..3000),
            (1..3000usize).prop_map(|n| [&[0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 255, 12, 0, b's', b'l', 8, 0][..], &vec![7; n]].concat()),
        ],
    ) {
        let (file, captures, places) = story();
        let dir = quick_folder();
        let length = (at * file.len() as f64) as usize;
        let whole = places.iter().filter(|p| p.offset + p.length <= length as u64).count();
        let mut left = file[..length].to_vec();
        left.extend(garbage);
        prop_assume!(left.get(length) != file.get(length));
        recover(dir.path(), &left, None, &captures, &places[..whole]);
    }

    #[test]
    fn no_bytes_make_opening_or_reading_panic(mut file in Just(story().0), flips in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let dir = quick_folder();
        for (index, byte) in flips {
            *index.get_mut(&mut file) = byte;
        }
        fs::write(dir.path().join(FILE), &file).expect("the file");
        let before = archive::Reader::new(dir.path()).since(None).expect("list").filter(Result::is_ok).count();
        let (mut archive, _) = open(dir.path());
        append(&mut archive, &[redirected(9)]);
        let after = archive.reader().since(None).expect("list").filter(Result::is_ok).count();
        prop_assert_eq!(after, before + 1);
    }
}

#[test]
fn damage_in_the_middle_is_named_and_the_rest_is_read() {
    let (file, captures, places) = story();
    for broken in 0..3 {
        let dir = quick_folder();
        let mut left = file.clone();
        left[(places[broken].offset + places[broken].length) as usize - 20] ^= 0x55;
        fs::write(dir.path().join(FILE), &left).expect("the file");
        let (archive, opened) = open(dir.path());
        assert_eq!((opened.repaired_bytes, opened.end), (0, Some(places[3])));
        let damage: Vec<_> = opened.damaged.iter().map(|d| d.place).collect();
        assert_eq!(damage, [places[broken]]);
        let found: Vec<_> = archive.reader().since(None).expect("list").collect();
        assert_eq!(found.len(), 4);
        for (i, item) in found.into_iter().enumerate() {
            match item {
                Ok((_, archived)) => assert_same(&archived, &captures[i]),
                Err(error) => {
                    let text = error.to_string();
                    assert!(i == broken && text.ends_with(&format!("byte {}", places[i].offset)), "{text}");
                }
            }
        }
    }
}

/// A page may hold gzip members that look like captures of ours. A torn record must not let them out.
#[test]
fn a_capture_inside_a_page_is_never_taken_for_one_of_ours() {
    let (file, _, places) = story();
    let forged = &file[places[0].offset as usize..];
    let dir = quick_folder();
    let (mut archive, _) = open(dir.path());
    // Said to be compressed, and already compressed: the bytes stand in the segment as they are.
    let trap = look(2, answer(200, &[("Content-Encoding", "br")], &forged.repeat(40)));
    append(&mut archive, &[look(1, page("<p>One.</p>")), trap]);
    let whole = fs::read(dir.path().join(FILE)).expect("the segment");
    for length in (0..whole.len()).step_by(97) {
        for tail in [&b""[..], &[0; 400], b"\x1f\x8b"] {
            fs::write(dir.path().join(FILE), [&whole[..length], tail].concat()).expect("the file");
            let (archive, opened) = open(dir.path());
            assert!(all(&archive).len() <= 1);
            opened.cut_to.map(fs::remove_file);
        }
    }
}

#[test]
fn an_archive_that_ends_before_the_recorded_place_goes_on_behind_it() {
    let (file, captures, places) = story();
    let elsewhere = Place { segment: 5, offset: 400, length: 10 };
    for (left, recorded, next) in
        [(&file[..places[2].offset as usize], places[3], 2), (&file[..], elsewhere, 6), (&[], places[3], 2)]
    {
        let dir = quick_folder();
        fs::write(dir.path().join(FILE), left).expect("the file");
        let (mut archive, opened) =
            Archive::open(dir.path(), Config { recorded: Some(recorded), ..Config::default() }).expect("open");
        assert_eq!(opened.lost, Some(recorded));
        let is_it = recorded.segment == 1;
        assert!(!is_it || opened.cut_to.is_none(), "what is left of it stays, for what is missing to be put back");
        assert_eq!(append(&mut archive, &captures[..1])[0].segment, next);
    }
}

/// `doctor --full` reads every byte: no check sum covers those of a header that gzip has no use for.
#[test]
fn a_byte_that_changed_anywhere_is_found() {
    let (file, captures, places) = story();
    let dir = quick_folder();
    let end = (places[1].offset + places[1].length) as usize;
    for at in (0..end).filter(|at| at % 7 == 0 || (places[1].offset as usize..).take(40).any(|head| head == *at)) {
        let mut harmed = file.clone();
        harmed[at] ^= 0xff;
        fs::write(dir.path().join(FILE), harmed).expect("the file");
        let found: Vec<_> = archive::Reader::new(dir.path()).since(None).expect("listed").collect();
        let whole = found.iter().filter(|one| one.is_ok()).count();
        // The segment's own record is passed over by this reader, whatever is in it.
        let in_info = at < places[0].offset as usize;
        assert!(in_info || whole < captures.len() || found.iter().any(Result::is_err), "byte {at}");
    }
}

#[test]
fn side_files_of_earlier_crashes_are_never_written_over() {
    let (file, captures, places) = story();
    let dir = quick_folder();
    for tail in ["first", "second"] {
        let good = (places[1].offset + places[1].length) as usize;
        fs::write(dir.path().join(FILE), [&file[..good], tail.as_bytes()].concat()).expect("the file");
        let (_, opened) = open(dir.path());
        assert_eq!(fs::read(opened.cut_to.expect("cut")).expect("the side file"), tail.as_bytes());
    }
    let (mut archive, _) = open(dir.path());
    archive.append(&[Record { capture: &captures[2], same_as: None }]).expect("written");
    assert_eq!(all(&archive).len(), 3);
}
