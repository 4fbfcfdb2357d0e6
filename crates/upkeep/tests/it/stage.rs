//! A store with an archive of one capture a segment.

use std::path::{Path, PathBuf};

use archive::{Archive, Config, Record};
use jiff::Timestamp;
use news::{Answer, ArticleId, Capture, CaptureId, Exchange, OutletId, Place};
use store::{LedgerMark, Location, Store};
use upkeep::{Backed, Restored, Source, UpkeepError};

pub struct Stage {
    folder: tempfile::TempDir,
    archive: Archive,
    store: Store,
    looks: u32,
    pub says: &'static str,
}

pub fn at(hour: i64) -> Timestamp {
    Timestamp::from_second(hour * 3600).unwrap()
}

impl Stage {
    /// `segment_bytes` as an archive is told: 1 begins a segment with every capture.
    pub fn new(segment_bytes: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path().join("store").as_path()).unwrap();
        store.write_blocking(|tx| store::outlets::add_outlet(tx, "The Ledger", "ledger.example", None)).unwrap();
        let config = Config { segment_bytes, ..Config::default() };
        let (archive, _) = Archive::open(&folder.path().join("store/archive"), config).unwrap();
        Self { folder, archive, store, looks: 0, says: "The ferry sails" }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn location(&self) -> Location {
        Location::folder(self.path("store"))
    }

    /// Archives a capture; the database hears of it only if `recorded`.
    pub fn look(&mut self, recorded: bool) -> Place {
        self.looks += 1;
        let last = Answer {
            url: "https://ledger.example/ferry".into(),
            peer: None,
            protocols: Vec::new(),
            request_head: b"GET /ferry HTTP/1.1\r\n\r\n".to_vec(),
            head: b"HTTP/1.1 200 OK\r\n\r\n".to_vec(),
            wire_body: format!("{} {} times a day.", self.says, self.looks).into_bytes(),
            status: 200,
            headers: Vec::new(),
            body: Vec::new(),
        };
        let id = CaptureId { article: ArticleId::new(OutletId(1), 1), look: self.looks };
        let hour = i64::from(self.looks);
        let exchange =
            Exchange { at: at(hour), duration_ms: 9, hops: Vec::new(), last, more: Vec::new(), vantage: "here".into() };
        let capture = Capture { id, exchange };
        let place = self.archive.append(&[Record { capture: &capture, same_as: None }]).unwrap()[0];
        if recorded {
            self.store.write_blocking(move |tx| store::visits::record_visits(tx, "boot", &[], Some(place))).unwrap();
        }
        place
    }

    pub fn knows_ledger(&self, mark: LedgerMark) {
        self.store.write_blocking(move |tx| store::deeds::set_ledger_mark(tx, mark)).unwrap();
    }

    /// Writes a decision to the ledger, of which the database knows.
    pub fn decides(&self) {
        let ledger = archive::Ledger::new(self.path("store/archive"), "replate/test");
        let act = news::Act::Paused { subject: news::Subject::Outlet(OutletId(1)) };
        let end = ledger.append(&[news::Deed { at: at(1), by: "ann".into(), act }]).unwrap().end();
        self.knows_ledger(LedgerMark { bytes: end, at: at(1) });
    }

    pub fn loses_index(&self) {
        self.store.write_blocking(store::search::empty).unwrap();
    }

    pub fn reindex(&self) -> u64 {
        upkeep::reindex(&self.store, &mut |_| {}).unwrap()
    }

    pub fn looks(&mut self, count: u32) {
        for _ in 0..count {
            self.look(true);
        }
    }

    pub fn sweep(&self) {
        let sweeper = self.archive.sweeper();
        while let Some(swept) = sweeper.sweep(archive::Keep::Versions, at(9_999), |_| false).unwrap() {
            sweeper.finish(&swept).unwrap();
        }
    }

    pub fn back_up(&self, to: &str) -> Result<Backed, UpkeepError> {
        let location = self.location();
        let source = Source {
            location: &location,
            configuration: Some("workers = 4\n"),
            made_by: "replate/test",
            reads_all: false,
        };
        upkeep::backup(&source, &self.path(to), at(100), &mut |_| {})
    }

    pub fn restore(&self, from: &str, to: &str) -> Result<Restored, UpkeepError> {
        upkeep::restore(&self.path(from), &Location::folder(self.path(to)), &mut |_| {})
    }

    /// The looks whose captures the archive of a restored store holds.
    pub fn looks_in(&self, restored: &str) -> Vec<u32> {
        let reader = archive::Reader::new(self.path(restored).join("archive"));
        reader.since(None).unwrap().map(|found| found.unwrap().1.id.look).collect()
    }
}

/// The files of a folder and of its archive, with their lengths.
pub fn files(folder: &Path) -> Vec<(String, u64)> {
    let mut all = Vec::new();
    for (inside, prefix) in [(folder.to_owned(), ""), (folder.join("archive"), "archive/")] {
        for entry in std::fs::read_dir(inside).unwrap().map(Result::unwrap).filter(|e| e.path().is_file()) {
            all.push((format!("{prefix}{}", entry.file_name().to_string_lossy()), entry.metadata().unwrap().len()));
        }
    }
    all.sort();
    all
}
