//! The keep rule at work: closed segments are written anew without the bodies that may go.

use std::fs::{self, File, OpenOptions};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use news::{CaptureId, Digest, Place};

use crate::encode;
use crate::member::{pack, unpack};
use crate::names::{self, labelled, unlabelled};
use crate::record::WarcRecord;
use crate::segment::{Segment, list, sync_folder};
use crate::walk::{Walk, What};
use crate::{ArchiveError, Fault, Keep, Turn};

/// Applies the keep rule, one closed segment at a time, beside the writer and readers.
///
/// Every segment is swept once: when all of its captures are older than the rule's days, which is
/// known from the beginning of the segment behind it. The open segment is never touched.
///
/// Two steps, with the caller's own commit between them:
///
/// ```text
/// let _turn = sweeper.turn()?;
/// while let Some(swept) = sweeper.sweep(keep, now, |id| founded_a_version(id))? {
///     store the places of swept.moved, in one transaction
///     sweeper.finish(&swept)?;
/// }
/// ```
///
/// | a crash | leaves |
/// |---|---|
/// | while the new file is written | a `.part` file that the next [`crate::Archive::open`] deletes; nothing has changed |
/// | between its rename and the caller's commit | both files; places are those of the old one; the next sweep gives the same moves again |
/// | between the commit and `finish` | both files; places are those of the new one; the next sweep gives the same moves again |
/// | after `finish` | the new file alone |
#[derive(Debug, Clone)]
pub struct Sweeper {
    dir: PathBuf,
}

/// A segment that was swept: both files are there until [`Sweeper::finish`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Swept {
    /// The segment's number so far.
    pub from: u32,
    /// Its number from now on.
    pub to: u32,
    /// Where each of its captures stands in the new file, in the order of writing.
    pub moved: Vec<(CaptureId, Place)>,
    /// Bytes of the old file.
    pub bytes_before: u64,
    /// Bytes of the new file.
    pub bytes_after: u64,
}

impl Sweeper {
    pub(crate) fn new(dir: &Path) -> Self {
        Self { dir: dir.to_owned() }
    }

    /// Sweeps the oldest segment that is due; `None` if there is none.
    ///
    /// A capture stays byte for byte if `keeps` says so (it founded a version, or the caller needs
    /// its body for another reason), or if it is younger than the rule's days. Of the others the
    /// heads stay, and what [`crate::Dropped`] holds.
    ///
    /// A segment with damage in it is left as it is, with a warning.
    ///
    /// # Errors
    /// [`ArchiveError::Io`], [`ArchiveError::DiskFull`]: nothing has changed.
    ///
    /// # Cost
    /// Reads and writes one segment. Until `finish`, both files take room.
    pub fn sweep(
        &self,
        keep: Keep,
        now: Timestamp,
        keeps: impl Fn(CaptureId) -> bool,
    ) -> Result<Option<Swept>, ArchiveError> {
        let segments = list(&self.dir)?;
        for pair in segments.windows(2) {
            let [segment, next] = *pair else { continue };
            if segment.swept {
                continue;
            }
            if next == Segment::swept(segment.sequence) {
                return self.swept(segment, self.moves(next)?).map(Some);
            }
            let Some(limit) = keep.limit(now) else { continue };
            if self.begun(next)?.is_none_or(|begun| begun > limit) {
                continue;
            }
            if let Some(moved) = self.rewrite(segment, limit, &keeps)? {
                return self.swept(segment, moved).map(Some);
            }
        }
        Ok(None)
    }

    /// Deletes the old file. Call it when the new places are durable; doing so again is harmless.
    ///
    /// # Errors
    /// [`ArchiveError::Io`] if the file cannot be deleted.
    pub fn finish(&self, swept: &Swept) -> Result<(), ArchiveError> {
        let path = Segment::of(swept.from).path(&self.dir);
        match fs::remove_file(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(ArchiveError::io("delete", &path)(error)),
            Ok(()) => sync_folder(&self.dir),
        }
    }

    /// The right to delete files, until it is dropped; `None` while somebody copies them.
    ///
    /// # Errors
    /// [`ArchiveError::Io`] if it cannot be asked for.
    pub fn turn(&self) -> Result<Option<Turn>, ArchiveError> {
        Turn::take(&self.dir)
    }

    fn swept(&self, segment: Segment, moved: Vec<(CaptureId, Place)>) -> Result<Swept, ArchiveError> {
        let to = Segment::swept(segment.sequence);
        let bytes = |s: Segment| {
            let path = s.path(&self.dir);
            fs::metadata(&path).map(|m| m.len()).map_err(ArchiveError::io("measure", &path))
        };
        let (bytes_before, bytes_after) = (bytes(segment)?, bytes(to)?);
        Ok(Swept { from: segment.number(), to: to.number(), moved, bytes_before, bytes_after })
    }

    /// When the segment's first capture was taken, by its `warcinfo`.
    fn begun(&self, segment: Segment) -> Result<Option<Timestamp>, ArchiveError> {
        let found = Walk::open(&segment.path(&self.dir), 0)?.next()?;
        Ok(found.and_then(|f| match f.what {
            What::Info(record) => record.parsed("WARC-Date").ok(),
            What::Capture(archived, _) => Some(archived.at),
            What::Poll(at, _) => Some(at),
            What::Damage(_) => None,
        }))
    }

    /// The places in a file that an earlier sweep has finished writing.
    fn moves(&self, segment: Segment) -> Result<Vec<(CaptureId, Place)>, ArchiveError> {
        let path = segment.path(&self.dir);
        let mut walk = Walk::open(&path, 0)?;
        let mut moved = Vec::new();
        while let Some(found) = walk.next()? {
            let place = Place { segment: segment.number(), offset: found.offset, length: found.length };
            match found.what {
                What::Info(_) | What::Poll(..) => {}
                What::Capture(archived, _) => moved.push((archived.id, place)),
                What::Damage(fault) => return Err(ArchiveError::Damaged { path, offset: found.offset, fault }),
            }
        }
        Ok(moved)
    }

    /// Writes the segment anew and gives the new places; `None` if it is damaged.
    fn rewrite(
        &self,
        segment: Segment,
        limit: Timestamp,
        keeps: impl Fn(CaptureId) -> bool,
    ) -> Result<Option<Vec<(CaptureId, Place)>>, ArchiveError> {
        let target = Segment::swept(segment.sequence);
        let part = target.part_path(&self.dir);
        let moved = self.write(segment, target, &part, limit, keeps);
        if let Ok(Some(moved)) = moved {
            fs::rename(&part, target.path(&self.dir)).map_err(ArchiveError::io("rename", &part))?;
            sync_folder(&self.dir)?;
            return Ok(Some(moved));
        }
        // A full disk gets its room back; what cannot be deleted now is deleted at the next start.
        let _ = fs::remove_file(&part);
        moved
    }

    fn write(
        &self,
        segment: Segment,
        target: Segment,
        part: &Path,
        limit: Timestamp,
        keeps: impl Fn(CaptureId) -> bool,
    ) -> Result<Option<Vec<(CaptureId, Place)>>, ArchiveError> {
        let file = OpenOptions::new().write(true).create(true).truncate(true).open(part);
        let file = file.map_err(ArchiveError::write(part, 1))?;
        let mut out = Out { file: BufWriter::with_capacity(1 << 20, file), path: part, offset: 0 };
        let mut moved = Vec::new();
        let path = segment.path(&self.dir);
        let mut walk = Walk::open(&path, 0)?;
        while let Some(found) = walk.next()? {
            let offset = found.offset;
            let mut group = Vec::new();
            let damaged = |fault| ArchiveError::Damaged { path: path.clone(), offset, fault };
            match found.what {
                What::Damage(fault) => {
                    tracing::warn!(path = %path.display(), offset, %fault, "a damaged segment is kept as it is");
                    return Ok(None);
                }
                What::Info(info) => pack(&encode::renamed(info, &target.file_name()), &mut group),
                What::Poll(at, members) if at >= limit => group = members.concat(),
                What::Poll(_, members) => {
                    for member in members {
                        drop_body(&member, &mut group).map_err(damaged)?;
                    }
                }
                What::Capture(archived, members) if archived.at >= limit || keeps(archived.id) => {
                    moved.push((archived.id, out.place(target, members.iter().map(Vec::len).sum())));
                    group = members.concat();
                }
                What::Capture(archived, members) => {
                    for member in members {
                        drop_body(&member, &mut group).map_err(damaged)?;
                    }
                    moved.push((archived.id, out.place(target, group.len())));
                }
            }
            out.write(&group)?;
        }
        out.finish()?;
        Ok(Some(moved))
    }
}

struct Out<'a> {
    file: BufWriter<File>,
    path: &'a Path,
    offset: u64,
}

impl Out<'_> {
    /// Where the next `bytes` bytes will stand.
    fn place(&self, segment: Segment, bytes: usize) -> Place {
        Place { segment: segment.number(), offset: self.offset, length: bytes as u64 }
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), ArchiveError> {
        self.file.write_all(bytes).map_err(ArchiveError::write(self.path, bytes.len() as u64))?;
        self.offset += bytes.len() as u64;
        Ok(())
    }

    fn finish(mut self) -> Result<(), ArchiveError> {
        let done = self.file.flush().and_then(|()| self.file.get_ref().sync_all());
        done.map_err(ArchiveError::write(self.path, self.offset))
    }
}

/// Appends the record in `member` to `out`, without its body if it is a response that has one.
fn drop_body(member: &[u8], out: &mut Vec<u8>) -> Result<(), Fault> {
    let mut record = unpack(member)?;
    let head_bytes: usize = match record.field(names::HEAD_BYTES) {
        Some(_) => record.parsed(names::HEAD_BYTES)?,
        None => record.block.len(),
    };
    if record.field("WARC-Type") == Some("response") && head_bytes < record.block.len() {
        without_body(&mut record, head_bytes);
        pack(&record, out);
    } else {
        out.extend_from_slice(member);
    }
    Ok(())
}

/// The payload digest moves to our own field: the standard's is of what is in the block, and a
/// checker would compare it with nothing.
fn without_body(record: &mut WarcRecord, head_bytes: usize) {
    let full_bytes = record.block.len();
    record.block.truncate(head_bytes);
    let mut full_digest = None;
    for (name, value) in &mut record.fields {
        match name.as_str() {
            "WARC-Payload-Digest" => names::PAYLOAD_DIGEST.clone_into(name),
            "WARC-Block-Digest" => {
                full_digest = unlabelled(&std::mem::replace(value, labelled(Digest::of(&record.block))))
            }
            "Content-Length" => *value = head_bytes.to_string(),
            _ => {}
        }
    }
    let mut add = |name: &str, value: String| record.fields.push((name.to_owned(), value));
    add("WARC-Truncated", "length".to_owned());
    add(names::FULL_BYTES, full_bytes.to_string());
    if let Some(digest) = full_digest {
        add(names::FULL_DIGEST, labelled(digest));
    }
}
