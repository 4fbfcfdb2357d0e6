//! What a folder holds after one backup, after several, and after one that was cut short.

use std::fs;
use std::io::Write;

use store::{Location, Store};
use upkeep::{Manifest, UpkeepError};

use crate::stage::{Stage, files};

#[test]
fn a_second_backup_copies_only_what_is_new() {
    let mut stage = Stage::new(1);
    stage.looks(3);
    let first = stage.back_up("b").unwrap();
    assert_eq!(first.written, first.manifest.bytes());
    let before = files(&stage.path("b"));
    stage.look(true);
    let second = stage.back_up("b").unwrap();
    let (last, database) =
        (second.manifest.at("archive/segment-000004.warc.gz").unwrap(), second.manifest.at("replate.db"));
    let configuration = "workers = 4\n".len() as u64;
    assert_eq!(second.written, last.bytes + database.unwrap().bytes + configuration);
    assert_eq!(second.manifest.number, 2);
    assert_eq!(files(&stage.path("b")).len(), before.len() + 1, "what the one before had is gone");
    stage.restore("b", "r").unwrap();
    assert_eq!(stage.looks_in("r"), [1, 2, 3, 4]);
}

#[test]
fn a_segment_that_has_grown_is_continued() {
    let mut stage = Stage::new(1 << 30);
    stage.look(true);
    stage.back_up("b").unwrap();
    let grown = stage.look(true);
    let second = stage.back_up("b").unwrap();
    let segment = second.manifest.at("archive/segment-000001.warc.gz").unwrap();
    assert_eq!(segment.bytes, grown.offset + grown.length);
    assert!(second.written < second.manifest.bytes(), "only the end was written");
    stage.restore("b", "r").unwrap();
    assert_eq!(stage.looks_in("r"), [1, 2]);
}

/// What the database does not know is not of the backup: a pair is consistent, or it is no pair.
#[test]
fn the_archive_goes_as_far_as_the_database() {
    for segment_bytes in [1, 1 << 30] {
        let mut stage = Stage::new(segment_bytes);
        stage.look(true);
        stage.look(false);
        stage.back_up("b").unwrap();
        stage.restore("b", "r").unwrap();
        assert_eq!(stage.looks_in("r"), [1]);
    }
}

#[test]
fn a_backup_that_is_cut_short_leaves_the_one_before() {
    let mut stage = Stage::new(1 << 30);
    stage.look(true);
    stage.back_up("b").unwrap();
    let whole = fs::read(stage.path("b/manifest.json")).unwrap();
    // As a power cut leaves it: the segment continued by half, a database without its manifest, parts.
    let mut segment = fs::OpenOptions::new().append(true).open(stage.path("b/archive/segment-000001.warc.gz")).unwrap();
    segment.write_all(b"half a capture").unwrap();
    fs::write(stage.path("b/000002-replate.db"), "half a database").unwrap();
    fs::write(stage.path("b/archive/segment-000002.warc.gz.part"), "half a segment").unwrap();
    upkeep::verify(&stage.path("b"), &mut |_| {}).unwrap();
    stage.restore("b", "r").unwrap();
    assert_eq!(stage.looks_in("r"), [1]);
    assert_eq!(fs::read(stage.path("b/manifest.json")).unwrap(), whole);
    stage.look(true);
    stage.back_up("b").unwrap();
    stage.restore("b", "again").unwrap();
    assert_eq!(stage.looks_in("again"), [1, 2]);
    let left =
        files(&stage.path("b")).into_iter().filter(|(name, _)| name.ends_with(".part") || name.contains("000001-"));
    assert_eq!(left.count(), 0, "what nobody needs is gone");
}

#[test]
fn what_the_keep_rule_has_swept_takes_the_place_of_what_was() {
    let mut stage = Stage::new(1);
    stage.looks(3);
    stage.back_up("b").unwrap();
    stage.sweep();
    stage.back_up("b").unwrap();
    let names: Vec<String> = files(&stage.path("b/archive/..")).into_iter().map(|(name, _)| name).collect();
    assert!(names.contains(&"archive/segment-000001-swept.warc.gz".to_owned()), "{names:?}");
    assert!(!names.contains(&"archive/segment-000001.warc.gz".to_owned()), "{names:?}");
    stage.restore("b", "r").unwrap();
    assert_eq!(stage.looks_in("r"), [1, 2, 3]);
}

/// What is backed up is looked for in the store first: a backup is the last place that has what the store lost.
#[test]
fn the_backup_of_a_store_that_has_lost_something_stays_as_it_is() {
    type Loses = fn(&std::path::Path);
    let shorten = |path: &std::path::Path, by: u64| {
        let file = fs::OpenOptions::new().write(true).open(path).unwrap();
        file.set_len(file.metadata().unwrap().len() - by).unwrap();
    };
    let cases: [(&str, Loses); 4] = [
        ("segment-000001.warc.gz", |path| fs::remove_file(path).unwrap()),
        ("segment-000003.warc.gz", |path| fs::remove_file(path).unwrap()),
        ("ledger.warc.gz", |path| fs::remove_file(path).unwrap()),
        ("ledger.warc.gz", |_| {}),
    ];
    for (at, (name, loses)) in cases.into_iter().enumerate() {
        let mut stage = Stage::new(1);
        stage.looks(3);
        stage.decides();
        stage.back_up("b").unwrap();
        let before = files(&stage.path("b"));
        let path = stage.path("store/archive").join(name);
        loses(&path);
        if at == 3 {
            shorten(&path, 4);
        }
        let error = stage.back_up("b").unwrap_err();
        assert!(matches!(&error, UpkeepError::StoreLacks { path: lost, .. } if *lost == path), "{name}: {error}");
        upkeep::verify(&stage.path("b"), &mut |_| {}).unwrap();
        assert!(before.iter().all(|file| files(&stage.path("b")).contains(file)), "{name}: the backup is as it was");
        // A new look, in a new segment, does not hide it.
        if name.starts_with("segment") {
            stage.look(true);
            assert!(stage.back_up("b").is_err(), "{name}");
        }
    }
    let mut stage = Stage::new(1 << 30);
    stage.looks(2);
    stage.back_up("b").unwrap();
    shorten(&stage.path("store/archive/segment-000001.warc.gz"), 9);
    let error = stage.back_up("b").unwrap_err();
    assert!(matches!(error, UpkeepError::StoreLacks { .. }), "{error}");
}

#[test]
fn the_backup_of_another_store_is_left_alone() {
    let (mut one, mut other) = (Stage::new(1 << 30), Stage::new(1 << 30));
    one.look(true);
    one.back_up("b").unwrap();
    let before = files(&one.path("b"));
    // The other store has the same names, and other captures.
    other.says = "The bridge is closed";
    other.looks(2);
    let location = other.location();
    let source = upkeep::Source { location: &location, configuration: None, made_by: "replate/test", reads_all: false };
    let error = upkeep::backup(&source, &one.path("b"), crate::stage::at(200), &mut |_| {}).unwrap_err();
    assert!(matches!(error, UpkeepError::OtherStore { .. }), "{error}");
    upkeep::verify(&one.path("b"), &mut |_| {}).unwrap();
    assert!(before.iter().all(|file| files(&one.path("b")).contains(file)), "the backup is as it was");
}

#[test]
fn a_store_that_is_there_is_not_replaced() {
    let mut stage = Stage::new(1);
    stage.look(true);
    stage.back_up("b").unwrap();
    let there = stage.restore("b", "store").unwrap_err();
    assert!(matches!(there, UpkeepError::StoreIsThere { .. } | UpkeepError::Store(_)), "{there}");
    stage.restore("b", "r").unwrap();
    let again = stage.restore("b", "r").unwrap_err();
    assert!(matches!(again, UpkeepError::StoreIsThere { .. }), "{again}");
    fs::remove_file(stage.path("r/replate.db")).unwrap();
    let archive = stage.restore("b", "r").unwrap_err();
    assert!(matches!(archive, UpkeepError::StoreIsThere { .. }), "an archive without its database is one, too");
}

#[test]
fn a_restoration_goes_on_where_it_was_cut_short() {
    let mut stage = Stage::new(1);
    stage.looks(3);
    stage.back_up("b").unwrap();
    let hidden = stage.path("hidden");
    fs::rename(stage.path("b/archive/segment-000003.warc.gz"), &hidden).unwrap();
    let missing = stage.restore("b", "r").unwrap_err();
    assert!(matches!(missing, UpkeepError::Damaged { .. }), "{missing}");
    assert!(!stage.path("r").exists(), "nothing is begun that is known to fail");
    fs::write(stage.path("b/archive/segment-000003.warc.gz"), vec![0; fs::metadata(&hidden).unwrap().len() as usize])
        .unwrap();
    let other = stage.restore("b", "r").unwrap_err();
    assert!(matches!(other, UpkeepError::Damaged { .. }), "{other}");
    let location = Location::folder(stage.path("r"));
    assert!(Store::open_reader(&location).is_err(), "there is no half store");
    fs::rename(&hidden, stage.path("b/archive/segment-000003.warc.gz")).unwrap();
    let restored = stage.restore("b", "r").unwrap();
    assert_eq!(restored.configuration.as_deref(), Some("workers = 4\n"));
    assert_eq!(stage.looks_in("r"), [1, 2, 3]);
    assert!(Store::open_reader(&location).is_ok());
}

#[test]
fn a_manifest_leads_nowhere_else() {
    let mut stage = Stage::new(1);
    stage.look(true);
    stage.back_up("b").unwrap();
    let path = stage.path("b/manifest.json");
    let manifest = fs::read_to_string(&path).unwrap();
    for (from, to) in [("\"replate.db\"", "\"../replate.db\""), ("\"form\": 1", "\"form\": 9"), ("{", "")] {
        fs::write(&path, manifest.replacen(from, to, 1)).unwrap();
        let error = Manifest::load(&stage.path("b")).unwrap_err();
        assert!(matches!(error, UpkeepError::BadManifest { .. }), "{error}");
    }
}
