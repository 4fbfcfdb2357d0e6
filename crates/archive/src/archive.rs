//! The writer: opening, and appending in batches.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use news::{Exchange, Place, PollId};

use crate::encode::{self, Original};
use crate::member::pack;
use crate::record::{MOST_BLOCK_BYTES, WarcRecord};
use crate::repair::{Damage, cut, inspect};
use crate::segment::{Segment, list, remove_parts, sync_folder};
use crate::tail::TailFile;
use crate::{ArchiveError, Reader, Sweeper};

/// How an archive is written.
#[derive(Debug, Clone)]
pub struct Config {
    /// A segment that has reached so many bytes is closed, and the next batch begins a new one. A
    /// batch is never divided, so segments are larger than this by up to one batch.
    pub segment_bytes: u64,
    /// The program and its version, as in `replate/0.1.0`; stands in each segment's `warcinfo`.
    pub software: String,
    /// Who runs it and how they are reached; stands in each segment's `warcinfo`.
    pub operator: Option<String>,
    /// The last place that the caller has recorded. What is before it is not verified again.
    pub recorded: Option<Place>,
}

impl Default for Config {
    /// Segments of 1 GB (10^9 bytes), as the WARC standard recommends in its annex B.
    fn default() -> Self {
        let software = concat!("replate/", env!("CARGO_PKG_VERSION")).to_owned();
        Self { segment_bytes: 1_000_000_000, software, operator: None, recorded: None }
    }
}

/// What opening an archive found.
#[derive(Debug, Default)]
pub struct Opened {
    /// Bytes that a crash had left at the end and that were cut off; 0: none.
    pub repaired_bytes: u64,
    /// Where these bytes are kept now.
    pub cut_to: Option<PathBuf>,
    /// The last capture of the last segment; `None` if that segment holds none yet, or there is no
    /// segment.
    pub end: Option<Place>,
    /// Places in the verified part that could not be read and were left as they are.
    pub damaged: Vec<Damage>,
    /// The recorded place, if the archive ends before it: files were lost or an old copy was put
    /// back. The archive goes on in a segment behind it, so that no place is given twice.
    pub lost: Option<Place>,
}

/// A capture to be appended.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    /// The capture.
    pub capture: &'a news::Capture,
    /// Where the last stored payload of the same article is. The last answer is then written as a
    /// revisit, if that is true of it: it is a 304, or its payload has the same digest.
    pub same_as: Option<Place>,
}

/// The archive, open for writing. One per folder: the caller holds the folder's lock.
#[derive(Debug)]
pub struct Archive {
    dir: PathBuf,
    config: Config,
    reader: Reader,
    segment: Segment,
    /// The open segment; `None` until the first append after it was begun.
    file: Option<TailFile>,
}

/// Bytes that are gathered before they are written. Bounds the memory of a batch of large pages.
const WRITE_BYTES: usize = 4 << 20;

impl Archive {
    /// Opens the archive in `dir`, which is made if it is missing, and repairs its end.
    ///
    /// Verified is the last segment, from `config.recorded` on if that lies in it. What follows
    /// its last whole capture was never acknowledged (or is unreadable garbage): it is moved to a
    /// file beside the segment, and [`Opened`] tells how much. Damage before that is told and left.
    ///
    /// # Errors
    /// [`ArchiveError::Io`] with the file, [`ArchiveError::DiskFull`] if the tail cannot be moved.
    pub fn open(dir: &Path, config: Config) -> Result<(Self, Opened), ArchiveError> {
        fs::create_dir_all(dir).map_err(ArchiveError::io("make", dir))?;
        remove_parts(dir)?;
        let last = list(dir)?.last().copied().unwrap_or(Segment::written(0));
        let recorded = config.recorded.map(|p| (p, Segment::of(p.segment)));
        let mut opened = Opened::default();
        let mut segment = last;
        if last.sequence > 0 && !last.swept {
            let here = recorded.filter(|(_, s)| *s == last).map(|(p, _)| p);
            let bytes = fs::metadata(last.path(dir)).map_err(ArchiveError::io("measure", dir))?.len();
            let behind = here.filter(|p| p.offset + p.length > bytes);
            let known = if behind.is_some() { None } else { here };
            let tail = inspect(dir, last, known.map_or(0, |p| p.offset + p.length))?;
            // A file that lost what the caller had recorded stays as it is: what is missing can be put back.
            let torn = if behind.is_none() { cut(&last.path(dir), tail.good)? } else { None };
            if let Some((bytes, path)) = torn {
                opened.repaired_bytes = bytes;
                opened.cut_to = Some(path);
            }
            opened.end = tail.last.or(known);
            opened.damaged = tail.damaged;
            opened.lost = behind;
        } else {
            segment = Segment::written(last.sequence + 1);
        }
        if let Some((place, _)) = recorded.filter(|(_, s)| s.sequence > last.sequence) {
            opened.lost = Some(place);
        }
        if let Some(lost) = opened.lost {
            segment = Segment::written(Segment::of(lost.segment).sequence + 1);
        }
        let archive = Self { reader: Reader::new(dir), dir: dir.to_owned(), config, segment, file: None };
        Ok((archive, opened))
    }

    /// Writes all captures, then makes them durable with one fsync, then gives their places, in
    /// the same order. A place spans all records of its capture: hops first, the last answer last.
    ///
    /// A crash before this returns loses the batch, or part of it, and nothing else: the next
    /// [`Archive::open`] cuts off what was half written. A crash after it loses nothing: captures
    /// that the caller had not recorded are found again by [`Reader::since`].
    ///
    /// # Errors
    /// [`ArchiveError::DiskFull`], [`ArchiveError::Io`], [`ArchiveError::TooLarge`]: nothing of the
    /// batch is in the archive, and the same call may be made again.
    ///
    /// # Cost
    /// Packs every record and digests it; for a capture with `same_as`, reads that place. Memory:
    /// the largest capture packed, and 4 MiB.
    pub fn append(&mut self, batch: &[Record<'_>]) -> Result<Vec<Place>, ArchiveError> {
        let Some(first) = batch.first() else { return Ok(Vec::new()) };
        batch.iter().try_for_each(|record| check_size(&record.capture.exchange, record.capture.id))?;
        let originals: Vec<_> = batch.iter().map(|record| self.original(record)).collect();
        let groups = batch
            .iter()
            .zip(&originals)
            .map(|(record, original)| encode::records(record.capture.id, &record.capture.exchange, original.as_ref()));
        self.write(first.capture.exchange.at, groups)
    }

    /// Writes what a poll of a feed brought (the feed itself; of an index of sitemaps those that were asked), and
    /// makes it durable. Whole, whatever was archived before. It is read back by no one but the keep rule: a crash
    /// after this and before the caller has recorded the entries costs nothing, the next poll brings them again.
    ///
    /// # Errors
    /// As [`Archive::append`].
    pub fn append_poll(&mut self, id: PollId, exchanges: &[&Exchange]) -> Result<Vec<Place>, ArchiveError> {
        let Some(first) = exchanges.first() else { return Ok(Vec::new()) };
        exchanges.iter().try_for_each(|exchange| check_size(exchange, id))?;
        self.write(first.at, exchanges.iter().map(|exchange| encode::records_of_poll(id, exchange)))
    }

    /// Writes groups of records, the first of which was taken at `at`, durably.
    fn write(
        &mut self,
        at: Timestamp,
        groups: impl ExactSizeIterator<Item = Vec<WarcRecord>>,
    ) -> Result<Vec<Place>, ArchiveError> {
        let (segment, config) = (self.next_segment()?, &self.config);
        let file = self.file.as_mut().expect("the segment was opened just now");

        let mut pending = Vec::with_capacity(WRITE_BYTES.min(1 << 16));
        let mut places = Vec::with_capacity(groups.len());
        let start = file.begin()?;
        let written = (|| {
            if start == 0 {
                let info = encode::warcinfo(at, &segment.file_name(), &config.software, config.operator.as_deref());
                pack(&info, &mut pending);
            }
            let mut offset = start;
            let mut group = start + pending.len() as u64;
            for records in groups {
                records.iter().for_each(|record| pack(record, &mut pending));
                let end = offset + pending.len() as u64;
                places.push(Place { segment: segment.number(), offset: group, length: end - group });
                group = end;
                if pending.len() >= WRITE_BYTES {
                    file.write(&pending)?;
                    offset = end;
                    pending.clear();
                }
            }
            file.write(&pending)?;
            file.commit()
        })();
        if let Err(error) = written {
            file.roll_back();
            return Err(error);
        }
        Ok(places)
    }

    /// A reader of this archive.
    pub fn reader(&self) -> Reader {
        self.reader.clone()
    }

    /// The keep rule's hand for this archive.
    pub fn sweeper(&self) -> Sweeper {
        Sweeper::new(&self.dir)
    }

    /// The earlier capture, if it can be read. If not, the capture is simply stored whole.
    fn original(&self, record: &Record<'_>) -> Option<Original> {
        let place = record.same_as?;
        match self.reader.read(&place) {
            Ok(earlier) => Some(earlier.original()),
            Err(error) => {
                let capture = record.capture.id;
                tracing::warn!(capture = %capture, ?place, %error, "capture {capture} is stored whole: the earlier one cannot be read");
                None
            }
        }
    }

    /// The segment that the next batch goes to, opened.
    fn next_segment(&mut self) -> Result<Segment, ArchiveError> {
        if self.file.as_ref().is_some_and(|f| f.bytes() >= self.config.segment_bytes.max(1)) {
            self.segment = Segment::written(self.segment.sequence + 1);
            self.file = None;
        }
        if self.file.is_none() {
            let file = TailFile::open(self.segment.path(&self.dir))?;
            if file.bytes() == 0 {
                // The name is durable before anything stands in the file; a crash in between
                // leaves an empty file, which the next append fills.
                sync_folder(&self.dir)?;
            }
            self.file = Some(file);
        }
        Ok(self.segment)
    }
}

/// Refuses what the reader would not take back.
fn check_size(exchange: &Exchange, name: impl ToString) -> Result<(), ArchiveError> {
    let answers = exchange.hops.iter().chain([&exchange.last]);
    let sizes = answers.map(|a| (a.head.len() + a.wire_body.len()).max(a.request_head.len()) as u64);
    let bytes = sizes.max().unwrap_or_default();
    let limit = MOST_BLOCK_BYTES;
    if bytes > limit { Err(ArchiveError::TooLarge { name: name.to_string(), bytes, limit }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use news::{Answer, ArticleId, Capture, CaptureId, OutletId};

    use super::*;

    fn capture(look: u32, body: &[u8]) -> Capture {
        let last = Answer {
            url: "https://gazette.example/".into(),
            peer: None,
            protocols: Vec::new(),
            request_head: b"GET / HTTP/1.1\r\n\r\n".to_vec(),
            head: b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n".to_vec(),
            wire_body: body.to_vec(),
            status: 200,
            headers: Vec::new(),
            body: Vec::new(),
        };
        let id = CaptureId { article: ArticleId::new(OutletId(1), 1), look };
        let at = Timestamp::UNIX_EPOCH;
        Capture {
            id,
            exchange: Exchange { at, duration_ms: 1, hops: Vec::new(), last, more: Vec::new(), vantage: "here".into() },
        }
    }

    /// A batch that does not fit is taken back whole, however much of it fitted.
    #[test]
    fn a_full_disk_leaves_the_archive_as_it_was() {
        let dir = tempfile::tempdir().expect("a folder");
        // More than one write: 5 MiB that cannot be packed.
        let mut noise = 1u32;
        let noise: Vec<u8> = std::iter::repeat_with(|| {
            noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (noise >> 24) as u8
        })
        .take(5 << 20)
        .collect();
        let (small, large) = (capture(1, b"small"), capture(2, &noise));
        let (mut archive, _) = Archive::open(dir.path(), Config::default()).expect("open");
        let record = |capture| Record { capture, same_as: None };
        let mut places = archive.append(&[record(&small)]).expect("it fits");
        let path = Segment::written(1).path(dir.path());
        let bytes = || fs::metadata(&path).map(|m| m.len()).expect("the segment");
        let good = bytes();

        for room in [0, 1, 700, 1 << 20, WRITE_BYTES as u64 + 9] {
            archive.file.as_mut().expect("open").room = Some(room);
            let error = archive.append(&[record(&small), record(&large), record(&small)]).expect_err("no room");
            let ArchiveError::DiskFull { path: full, needed, .. } = &error else { panic!("{error}") };
            assert_eq!(full, &path);
            assert!(*needed > room.max(5 << 20), "{needed}");
            assert!(error.is_transient());
            assert_eq!(bytes(), good, "with room for {room}");
        }
        archive.file.as_mut().expect("open").room = None;
        places.extend(archive.append(&[record(&large)]).expect("there is room again"));
        drop(archive);

        let (archive, opened) = Archive::open(dir.path(), Config::default()).expect("open");
        assert_eq!((opened.repaired_bytes, opened.end), (0, places.last().copied()));
        let found = archive.reader().since(None).expect("list").map(|f| f.expect("whole").0);
        assert_eq!(found.collect::<Vec<_>>(), places);
    }

    #[test]
    fn a_full_disk_at_the_first_batch_leaves_an_empty_segment_that_the_next_one_fills() {
        let dir = tempfile::tempdir().expect("a folder");
        let (mut archive, _) = Archive::open(dir.path(), Config::default()).expect("open");
        archive.next_segment().expect("opened");
        archive.file.as_mut().expect("open").room = Some(100);
        let one = capture(1, b"small");
        let batch = [Record { capture: &one, same_as: None }];
        assert!(matches!(archive.append(&batch), Err(ArchiveError::DiskFull { .. })));
        drop(archive);
        let (mut archive, _) = Archive::open(dir.path(), Config::default()).expect("open");
        let place = archive.append(&batch).expect("there is room again")[0];
        assert_eq!(archive.reader().read(&place).expect("read").id, one.id);
    }
}
