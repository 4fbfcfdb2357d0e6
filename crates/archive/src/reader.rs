//! Reading: one capture by its place, or all of them after a place.

use std::fs::{self, File};
use std::io::{Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use news::Place;

use crate::archived::{Archived, Decoded, decode, part};
use crate::member::{packed_bytes, read_bytes, unpack};
use crate::names;
use crate::segment::{Segment, list};
use crate::walk::{Walk, What};
use crate::{ArchiveError, Fault};

/// Reads captures. Cheap to clone; any number may work beside the writer.
///
/// It holds no file open, so a segment that the keep rule has replaced is gone for it at once:
/// a place that was loaded before that then gives [`ArchiveError::Io`] with `NotFound`, and the
/// caller loads the place again.
#[derive(Debug, Clone)]
pub struct Reader {
    dir: Arc<Path>,
}

/// A file of the archive and what it takes on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SegmentSize {
    /// The number that places carry.
    pub segment: u32,
    /// Whether the keep rule has been through it.
    pub swept: bool,
    /// The file.
    pub path: PathBuf,
    /// Its bytes.
    pub bytes: u64,
}

impl Reader {
    /// A reader of the archive in `dir`. Looks at nothing yet.
    pub fn new(dir: impl AsRef<Path>) -> Self {
        Self { dir: dir.as_ref().into() }
    }

    /// Reads the capture at `place`. All blocks are checked against their digests.
    ///
    /// # Errors
    /// [`ArchiveError::Damaged`] if the bytes there are not exactly one capture,
    /// [`ArchiveError::Io`] if there is no such segment or it cannot be read.
    ///
    /// # Cost
    /// Opens the segment, reads `place.length` bytes, unpacks and digests them.
    pub fn read(&self, place: &Place) -> Result<Archived, ArchiveError> {
        let path = Segment::of(place.segment).path(&self.dir);
        let damaged = |fault| ArchiveError::Damaged { path: path.clone(), offset: place.offset, fault };
        capture_of(&self.records(place)?).map_err(damaged)
    }

    /// The records of the capture at `place` as they stand in the archive: gzip members that by themselves are a
    /// WARC file. Not unpacked, not checked.
    ///
    /// # Errors
    /// [`ArchiveError::Damaged`] if the segment ends before `place` does, [`ArchiveError::Io`] as for
    /// [`Reader::read`].
    pub fn records(&self, place: &Place) -> Result<Vec<u8>, ArchiveError> {
        let path = Segment::of(place.segment).path(&self.dir);
        let damaged = |fault| ArchiveError::Damaged { path: path.clone(), offset: place.offset, fault };
        let mut file = File::open(&path).map_err(ArchiveError::io("open", &path))?;
        let bytes = file.metadata().map_err(ArchiveError::io("open", &path))?.len();
        if place.offset.checked_add(place.length).is_none_or(|end| end > bytes) {
            return Err(damaged(Fault::CutShort));
        }
        file.seek(SeekFrom::Start(place.offset)).map_err(ArchiveError::io("read", &path))?;
        read_bytes(&mut file, place.length).map_err(ArchiveError::io("read", &path))
    }

    /// All captures of articles after `after`, or all there are, in the order of writing. What polls of feeds
    /// brought is passed over: nothing is concluded from it that the next poll does not bring again.
    ///
    /// Captures are given at least once: if `after` lies in a segment that the keep rule has
    /// replaced since, that segment is read from its beginning. Damage is an error that names its
    /// place; the iterator then goes on behind it. A batch that is being written at the same time may
    /// show as damage at the end: read before the first append.
    ///
    /// # Errors
    /// [`ArchiveError::Io`] if the folder cannot be listed.
    pub fn since(&self, after: Option<Place>) -> Result<Since, ArchiveError> {
        let first = after.map_or(Segment::written(0), |a| Segment::of(a.segment));
        let mut segments = list(&self.dir)?;
        segments.retain(|s| s.sequence >= first.sequence);
        // Between the two steps of a sweep both files are there; the one as written comes first.
        segments.dedup_by_key(|s| s.sequence);
        segments.reverse();
        let skip = after.filter(|a| segments.last().is_some_and(|s| s.number() == a.segment));
        Ok(Since { dir: self.dir.clone(), segments, skip: skip.map_or(0, |a| a.offset + a.length), walk: None })
    }

    /// The files that together hold every capture up to `end`, and how many bytes of each do: all that a copy of
    /// the archive needs for a database that knows it up to there. These bytes never change; only the keep rule
    /// puts another file in the place of one ([`crate::Turn`] keeps it from doing so).
    ///
    /// # Errors
    /// As [`Reader::disk`].
    pub fn up_to(&self, end: Place) -> Result<Vec<SegmentSize>, ArchiveError> {
        let last = Segment::of(end.segment);
        let mut files = self.disk()?;
        files.retain(|file| Segment::of(file.segment).sequence <= last.sequence);
        for file in files.iter_mut().filter(|file| file.segment == end.segment) {
            file.bytes = file.bytes.min(end.offset + end.length);
        }
        Ok(files)
    }

    /// Whether the segment that holds `end`, as written or as the keep rule left it, is there and reaches that far.
    ///
    /// # Errors
    /// As [`Reader::disk`].
    pub fn reaches(&self, end: Place) -> Result<bool, ArchiveError> {
        let last = Segment::of(end.segment);
        let holds = |file: &SegmentSize| match file.segment == end.segment {
            true => file.bytes >= end.offset + end.length,
            false => Segment::of(file.segment).sequence == last.sequence && file.swept,
        };
        Ok(self.disk()?.iter().any(holds))
    }

    /// The file of a place.
    pub fn path_of(&self, place: Place) -> PathBuf {
        Segment::of(place.segment).path(&self.dir)
    }

    /// What each segment takes on the disk, in the order of writing.
    ///
    /// # Errors
    /// [`ArchiveError::Io`] if the folder cannot be listed.
    pub fn disk(&self) -> Result<Vec<SegmentSize>, ArchiveError> {
        let sized = list(&self.dir)?.into_iter().map(|segment| {
            let path = segment.path(&self.dir);
            let bytes = fs::metadata(&path).map_err(ArchiveError::io("measure", &path))?.len();
            Ok(SegmentSize { segment: segment.number(), swept: segment.swept, path, bytes })
        });
        sized.collect()
    }
}

/// The capture that `group` holds, which must be all of it.
fn capture_of(group: &[u8]) -> Result<Archived, Fault> {
    let mut rest = group;
    let mut records = Vec::new();
    while !rest.is_empty() {
        let length = packed_bytes(rest).ok_or(Fault::NotOurMember)?;
        let length = usize::try_from(length).ok().filter(|l| *l <= rest.len()).ok_or(Fault::CutShort)?;
        let (member, tail) = rest.split_at(length);
        records.push(unpack(member)?);
        rest = tail;
    }
    let of = part(records.first().ok_or(Fault::CutShort)?)?.of;
    if of != records.len() {
        return Err(Fault::Incomplete);
    }
    match decode(records)? {
        Decoded::Look(archived) => Ok(*archived),
        Decoded::Poll(_) => Err(Fault::Field(names::ARTICLE)),
    }
}

/// See [`Reader::since`].
pub struct Since {
    dir: Arc<Path>,
    /// Still to be read, the next one last.
    segments: Vec<Segment>,
    /// Bytes of the next segment to pass over.
    skip: u64,
    walk: Option<(Segment, Walk)>,
}

impl Iterator for Since {
    type Item = Result<(Place, Archived), ArchiveError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let Some((segment, walk)) = &mut self.walk else {
                let segment = self.segments.pop()?;
                match Walk::open(&segment.path(&self.dir), std::mem::take(&mut self.skip)) {
                    Ok(walk) => self.walk = Some((segment, walk)),
                    Err(error) => return Some(Err(error)),
                }
                continue;
            };
            let found = match walk.next() {
                Ok(Some(found)) => found,
                Ok(None) => {
                    self.walk = None;
                    continue;
                }
                Err(error) => {
                    self.walk = None;
                    return Some(Err(error));
                }
            };
            match found.what {
                What::Info(_) | What::Poll(..) => {}
                What::Capture(archived, _) => {
                    let place = Place { segment: segment.number(), offset: found.offset, length: found.length };
                    return Some(Ok((place, *archived)));
                }
                What::Damage(fault) => {
                    let path = segment.path(&self.dir);
                    return Some(Err(ArchiveError::Damaged { path, offset: found.offset, fault }));
                }
            }
        }
    }
}
