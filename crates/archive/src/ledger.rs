//! The ledger: what the operator decided, one record for each deed, beside the segments.
//!
//! It is written by whoever has decided something, a command beside a running watcher too, so every
//! append takes the file's lock, looks at the whole file, and waits for the disk. A ledger is some
//! hundred bytes a deed: reading it whole costs less than remembering where it was read.

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use news::{Deed, Digest};

use crate::encode;
use crate::member::{pack, packed_bytes, unpack};
use crate::names::unlabelled;
use crate::record::WarcRecord;
use crate::repair::cut;
use crate::segment::sync_folder;
use crate::tail::TailFile;
use crate::{ArchiveError, Fault};

const FILE: &str = "ledger.warc.gz";

/// The ledger of an archive. Cheap to clone; holds nothing open.
#[derive(Debug, Clone)]
pub struct Ledger {
    path: PathBuf,
    software: String,
}

/// Deeds that were written just now. While it lives nobody else can read or write the ledger.
#[derive(Debug)]
#[must_use = "whoever waits for the ledger waits until this is dropped"]
pub struct Appended {
    locked: File,
    path: PathBuf,
    before: u64,
    end: u64,
}

impl Appended {
    /// The first byte behind the deeds.
    pub fn end(&self) -> u64 {
        self.end
    }

    /// Cuts the deeds off again and waits for the disk: they were not decided, and nobody has read them.
    ///
    /// # Errors
    /// [`ArchiveError::Io`]: they may stand there still, and are decided then.
    pub fn take_back(self) -> Result<(), ArchiveError> {
        let cut = self.locked.set_len(self.before).and_then(|()| self.locked.sync_all());
        cut.map_err(ArchiveError::io("cut", &self.path))
    }
}

/// A ledger that nobody appends to.
#[derive(Debug)]
pub struct Still {
    _lock: File,
}

/// What stands at one place of the ledger.
#[derive(Debug)]
pub struct DeedRecord {
    /// The first byte of the record.
    pub offset: u64,
    /// The first byte behind it.
    pub end: u64,
    /// What it holds.
    pub kept: Kept,
}

/// What a place of the ledger holds.
#[derive(Debug)]
pub enum Kept {
    /// A deed.
    Deed(Deed),
    /// A deed that this program does not know, as JSON: a later version wrote it.
    Unknown(String),
    /// Bytes that no deed can be read from. At the end of the file it is what a crash has left.
    Damage(Fault),
}

/// Whether a ledger reaches to byte `end`, where a deed ended: it was neither cut off before it nor put in the place of
/// another, and that deed can be read.
pub fn reaches(records: &[DeedRecord], end: u64) -> bool {
    records.iter().any(|record| record.end == end && !matches!(record.kept, Kept::Damage(_)))
}

impl Ledger {
    /// The ledger of the archive in `dir`, which need not be there yet. `software` is the program and its
    /// version, for the file's `warcinfo`.
    pub fn new(dir: impl AsRef<Path>, software: impl Into<String>) -> Self {
        Self { path: dir.as_ref().join(FILE), software: software.into() }
    }

    /// Its bytes on the disk, those of a torn tail too, and of deeds that may be taken back yet: no lock is taken;
    /// 0: there is none.
    ///
    /// # Errors
    /// [`ArchiveError::Io`].
    pub fn bytes(&self) -> Result<u64, ArchiveError> {
        match std::fs::metadata(&self.path) {
            Ok(metadata) => Ok(metadata.len()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(0),
            Err(error) => Err(ArchiveError::io("measure", &self.path)(error)),
        }
    }

    /// All deeds in the order of writing, with what is damaged between them. No ledger is an empty one.
    ///
    /// # Errors
    /// [`ArchiveError::Io`].
    pub fn read(&self) -> Result<Vec<DeedRecord>, ArchiveError> {
        let mut file = match File::open(&self.path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(ArchiveError::io("open", &self.path)(error)),
        };
        // Nobody is in the middle of an append then.
        file.lock_shared().map_err(ArchiveError::io("lock", &self.path))?;
        Ok(deeds(&whole(&mut file, &self.path)?))
    }

    /// Keeps others from appending while it lives: for whoever copies the file. `None`: there is no ledger.
    ///
    /// # Errors
    /// [`ArchiveError::Io`].
    pub fn still(&self) -> Result<Option<Still>, ArchiveError> {
        match File::open(&self.path) {
            Ok(file) => {
                file.lock_shared().map_err(ArchiveError::io("lock", &self.path))?;
                Ok(Some(Still { _lock: file }))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(ArchiveError::io("open", &self.path)(error)),
        }
    }

    /// Writes deeds and waits until the disk has them; then they are decided, whatever happens to the
    /// database, unless they are taken back while what this gives lives.
    ///
    /// What a crash has left at the end is moved to a file beside the ledger first; damage before that stays
    /// where it is. Safe beside other processes.
    ///
    /// # Errors
    /// [`ArchiveError::DiskFull`], [`ArchiveError::Io`]: none of the deeds is in the ledger.
    pub fn append(&self, deeds: &[Deed]) -> Result<Appended, ArchiveError> {
        let dir = self.path.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(dir).map_err(ArchiveError::io("make", dir))?;
        let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&self.path);
        let mut locked = opened.map_err(ArchiveError::write(&self.path, 1))?;
        locked.lock().map_err(ArchiveError::io("lock", &self.path))?;
        let good = good(&whole(&mut locked, &self.path)?);
        if let Some((bytes, side)) = cut(&self.path, good)? {
            tracing::warn!(bytes, "a torn tail of the ledger was cut off, kept in {}", side.display());
        }
        if good == 0 {
            sync_folder(dir)?;
        }
        let appended = |locked, end| Appended { locked, path: self.path.clone(), before: good, end };
        let Some(first) = deeds.first() else { return Ok(appended(locked, good)) };
        let mut bytes = Vec::new();
        if good == 0 {
            pack(&encode::ledger_info(first.at, FILE, &self.software), &mut bytes);
        }
        for (deed, offset) in deeds.iter().zip(good..) {
            let json = serde_json::to_string(deed).map_err(|e| ArchiveError::io("write", &self.path)(e.into()))?;
            pack(&encode::deed(deed.at, offset, json), &mut bytes);
        }
        let mut tail = TailFile::open(self.path.clone())?;
        tail.begin()?;
        if let Err(error) = tail.write(&bytes).and_then(|()| tail.commit()) {
            tail.roll_back();
            return Err(error);
        }
        Ok(appended(locked, tail.bytes()))
    }
}

fn whole(file: &mut File, path: &Path) -> Result<Vec<u8>, ArchiveError> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(ArchiveError::io("read", path))?;
    Ok(bytes)
}

/// Up to where the file is to be kept: the end of its last whole record.
fn good(bytes: &[u8]) -> u64 {
    let whole = places(bytes).filter(|(_, _, record)| record.is_ok());
    whole.last().map_or(0, |(_, end, _)| end as u64)
}

fn deeds(bytes: &[u8]) -> Vec<DeedRecord> {
    let mut found = Vec::new();
    for (offset, end, record) in places(bytes) {
        let kept = match record {
            Ok(record) if record.field("WARC-Type") != Some("metadata") => continue,
            Ok(record) => match String::from_utf8(record.block) {
                Ok(json) => serde_json::from_str(&json).map_or_else(|_| Kept::Unknown(json), Kept::Deed),
                Err(_) => Kept::Damage(Fault::NotARecord),
            },
            Err(fault) => Kept::Damage(fault),
        };
        found.push(DeedRecord { offset: offset as u64, end: end as u64, kept });
    }
    found
}

/// From record to record: where it begins and ends, and the record, its digest checked. Behind bytes that
/// are none, the next place at which a whole record begins.
fn places(bytes: &[u8]) -> impl Iterator<Item = (usize, usize, Result<WarcRecord, Fault>)> + '_ {
    let mut offset = 0;
    std::iter::from_fn(move || {
        let start = offset;
        if start >= bytes.len() {
            return None;
        }
        let fault = match record_at(&bytes[start..]) {
            Ok((length, record)) => {
                offset = start + length;
                return Some((start, offset, Ok(record)));
            }
            Err(fault) => fault,
        };
        offset = (start + 1..bytes.len()).find(|at| record_at(&bytes[*at..]).is_ok()).unwrap_or(bytes.len());
        Some((start, offset, Err(fault)))
    })
}

/// The record that `bytes` begin with, and its packed length.
fn record_at(bytes: &[u8]) -> Result<(usize, WarcRecord), Fault> {
    let length = packed_bytes(bytes).ok_or(Fault::NotOurMember)?;
    let member = usize::try_from(length).ok().and_then(|length| bytes.get(..length)).ok_or(Fault::CutShort)?;
    let record = unpack(member)?;
    let told = record.field("WARC-Block-Digest").and_then(unlabelled);
    if told != Some(Digest::of(&record.block)) {
        return Err(Fault::Digest);
    }
    Ok((member.len(), record))
}

#[cfg(test)]
mod tests {
    use news::{Act, FeedId, OutletId, Subject};

    use super::*;

    fn deed(number: u32) -> Deed {
        let subject = Subject::Feed(FeedId::new(OutletId(3), number));
        let at = "2026-03-02T06:00:00Z".parse().expect("a time");
        Deed { at, by: "Ànn\r\nDesk".into(), act: Act::Paused { subject } }
    }

    /// In memory where the system has a folder there: hundreds of appends do not wait for a disk.
    fn folder() -> tempfile::TempDir {
        tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder")
    }

    fn ledger(dir: &Path) -> Ledger {
        Ledger::new(dir.join("archive"), "replate/0.1.0")
    }

    fn read(ledger: &Ledger) -> Vec<Result<Deed, u64>> {
        let records = ledger.read().expect("it is read").into_iter();
        records.map(|r| if let Kept::Deed(deed) = r.kept { Ok(deed) } else { Err(r.offset) }).collect()
    }

    #[test]
    fn deeds_come_back_in_order_and_the_same_deed_may_come_twice() {
        let dir = folder();
        let ledger = ledger(dir.path());
        assert_eq!((read(&ledger), ledger.bytes().expect("none")), (vec![], 0));
        let first = ledger.append(&[deed(1), deed(2)]).expect("written").end();
        let second = ledger.append(&[deed(1)]).expect("written").end();
        assert!(first < second && second == ledger.bytes().expect("bytes"));
        assert_eq!(read(&ledger), [Ok(deed(1)), Ok(deed(2)), Ok(deed(1))]);
        let ids: Vec<_> = places(&std::fs::read(&ledger.path).expect("bytes"))
            .map(|(.., record)| record.expect("whole").field("WARC-Record-ID").map(str::to_owned))
            .collect();
        assert!(ids.len() == 4 && (1..4).all(|i| !ids[..i].contains(&ids[i])), "{ids:?}");
    }

    #[test]
    fn a_ledger_cut_at_any_byte_keeps_every_whole_deed_and_goes_on() {
        let dir = folder();
        let ledger = ledger(dir.path());
        let ends = [1, 2, 3].map(|n| ledger.append(&[deed(n)]).expect("written").end());
        let file = std::fs::read(&ledger.path).expect("the ledger");
        for length in (0..ends[1] as usize).step_by(7).chain(ends[1] as usize..=file.len()) {
            for tail in [&b""[..], &[7; 30], b"\x1f\x8b\x08\x04"] {
                let torn = [&file[..length], tail].concat();
                std::fs::write(&ledger.path, &torn).expect("written");
                let same = torn.iter().zip(&file).take_while(|(a, b)| a == b).count() as u64;
                let kept = ends.iter().filter(|end| **end <= same).count();
                drop(ledger.append(&[deed(9)]).expect("written"));
                let mut want: Vec<_> = (1..=kept as u32).map(deed).collect();
                want.push(deed(9));
                let got: Vec<_> = read(&ledger).into_iter().map(|d| d.expect("no damage")).collect();
                assert_eq!(got, want, "cut at {length}");
            }
        }
        let beside = std::fs::read_dir(dir.path().join("archive")).expect("listed").count();
        assert!(beside > 500, "what was cut is kept: {beside} files");
    }

    #[test]
    fn damage_in_the_middle_hides_one_deed_and_stays() {
        let dir = folder();
        let ledger = ledger(dir.path());
        let ends = [1, 2, 3].map(|n| ledger.append(&[deed(n)]).expect("written").end());
        let file = std::fs::read(&ledger.path).expect("the ledger");
        for at in ends[0] as usize..ends[1] as usize {
            let mut broken = file.clone();
            broken[at] ^= 0x41;
            std::fs::write(&ledger.path, &broken).expect("written");
            let got = read(&ledger);
            // Some bytes of a gzip header mean nothing.
            if got.len() == 3 && got[1] == Ok(deed(2)) {
                continue;
            }
            assert_eq!(got, [Ok(deed(1)), Err(ends[0]), Ok(deed(3))], "byte {at}");
            drop(ledger.append(&[deed(4)]).expect("written"));
            assert_eq!(read(&ledger), [Ok(deed(1)), Err(ends[0]), Ok(deed(3)), Ok(deed(4))]);
        }
    }

    #[test]
    fn deeds_of_later_versions_are_kept_and_told() {
        let dir = folder();
        let ledger = ledger(dir.path());
        let end = ledger.append(&[deed(1)]).expect("written").end();
        let later = r#"{"deed":"promoted","by":"ann"}"#;
        let mut bytes = std::fs::read(&ledger.path).expect("the ledger");
        pack(&encode::deed(deed(1).at, end, later.to_owned()), &mut bytes);
        std::fs::write(&ledger.path, bytes).expect("written");
        drop(ledger.append(&[deed(2)]).expect("written"));
        let records = ledger.read().expect("read");
        assert!(matches!(&records[1].kept, Kept::Unknown(json) if json == later), "{records:?}");
        assert!(matches!(&records[2].kept, Kept::Deed(_)));
    }

    #[test]
    fn what_is_taken_back_was_never_there_for_anybody_else() {
        // The first deed of a ledger, and one behind others.
        for before in [0, 2] {
            let dir = folder();
            let ledger = ledger(dir.path());
            for n in 1..=before {
                drop(ledger.append(&[deed(n)]).expect("written"));
            }
            let bytes = ledger.bytes().expect("bytes");
            let appended = ledger.append(&[deed(7), deed(8)]).expect("written");
            assert_eq!(ledger.bytes().expect("bytes"), appended.end());
            std::thread::scope(|scope| {
                let reader = scope.spawn(|| read(&ledger).len());
                let writer = scope.spawn(|| ledger.append(&[deed(9)]).expect("written").end());
                std::thread::sleep(std::time::Duration::from_millis(50));
                assert!(!reader.is_finished() && !writer.is_finished(), "they wait");
                appended.take_back().expect("cut");
                let (read, end) = (reader.join().expect("read"), writer.join().expect("written"));
                assert!(read == before as usize || read == before as usize + 1, "{read} deeds");
                assert!(end > bytes);
            });
            let want: Vec<_> = (1..=before).chain([9]).map(|n| Ok(deed(n))).collect();
            assert_eq!(read(&ledger), want);
        }
    }

    #[test]
    fn many_writers_lose_nothing() {
        let dir = folder();
        let ledger = ledger(dir.path());
        std::thread::scope(|scope| {
            for writer in 0..4 {
                let ledger = &ledger;
                scope.spawn(move || (1..=8).for_each(|n| assert!(ledger.append(&[deed(writer * 8 + n)]).is_ok())));
            }
        });
        let mut all: Vec<_> = read(&ledger).into_iter().map(|d| d.expect("no damage")).collect();
        all.sort_by_key(|d| serde_json::to_string(d).expect("JSON").len());
        assert_eq!(all.len(), 32);
        assert!((1..=32).all(|n| all.contains(&deed(n))));
    }
}
