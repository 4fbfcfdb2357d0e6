//! From capture to capture through a segment, over damage.

use std::fs::File;
use std::io::{self, BufReader, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::archived::{Archived, Decoded, decode, part};
use crate::member::{HEAD_BYTES, packed_bytes, read_bytes, unpack};
use crate::record::WarcRecord;
use crate::{ArchiveError, Fault};

/// The captures of a segment in order, from a byte on which a record begins.
pub(crate) struct Walk {
    path: PathBuf,
    input: BufReader<File>,
    offset: u64,
    end: u64,
    /// A record that was read but belongs to the next group.
    ahead: Option<Member>,
}

struct Member {
    offset: u64,
    bytes: Vec<u8>,
    record: Result<WarcRecord, Fault>,
}

/// What stands at one place of a segment.
pub(crate) struct Found {
    pub(crate) offset: u64,
    pub(crate) length: u64,
    pub(crate) what: What,
}

pub(crate) enum What {
    /// The `warcinfo` record.
    Info(WarcRecord),
    /// A whole capture, with the gzip members of its records.
    Capture(Box<Archived>, Vec<Vec<u8>>),
    /// What a poll of a feed brought, whole, and when.
    Poll(Timestamp, Vec<Vec<u8>>),
    /// Bytes that are no whole capture.
    Damage(Fault),
}

impl Walk {
    pub(crate) fn open(path: &Path, offset: u64) -> Result<Self, ArchiveError> {
        let mut file = File::open(path).map_err(ArchiveError::io("open", path))?;
        let end = file.metadata().map_err(ArchiveError::io("open", path))?.len();
        file.seek(SeekFrom::Start(offset)).map_err(ArchiveError::io("read", path))?;
        let input = BufReader::with_capacity(1 << 16, file);
        Ok(Self { path: path.to_owned(), input, offset, end, ahead: None })
    }

    /// What comes next; `None` at the end of the segment. After damage it goes on with the next
    /// capture, as long as the lengths of the members lead there.
    pub(crate) fn next(&mut self) -> Result<Option<Found>, ArchiveError> {
        let Some(first) = self.member()? else { return Ok(None) };
        let start = first.offset;
        let record = match first.record {
            Ok(record) if is_info(&record) => return self.found(start, What::Info(record)),
            Ok(record) => record,
            Err(fault) => return self.damage(start, fault),
        };
        let of = match part(&record) {
            Ok(part) if part.number == 1 => part.of,
            Ok(_) => return self.damage(start, Fault::Incomplete),
            Err(fault) => return self.damage(start, fault),
        };
        let (mut records, mut members) = (vec![record], vec![first.bytes]);
        while records.len() < of {
            let Some(next) = self.member()? else { return self.found(start, What::Damage(Fault::CutShort)) };
            match next.record {
                Ok(record) if begins_group(&record) => {
                    self.ahead = Some(Member { record: Ok(record), ..next });
                    return self.found(start, What::Damage(Fault::Incomplete));
                }
                Ok(record) => {
                    records.push(record);
                    members.push(next.bytes);
                }
                Err(fault) => return self.damage(start, fault),
            }
        }
        let what = match decode(records) {
            Ok(Decoded::Look(archived)) => What::Capture(archived, members),
            Ok(Decoded::Poll(at)) => What::Poll(at, members),
            Err(fault) => What::Damage(fault),
        };
        self.found(start, what)
    }

    /// Damage at `start`, up to the next record that begins a group.
    fn damage(&mut self, start: u64, fault: Fault) -> Result<Option<Found>, ArchiveError> {
        while let Some(member) = self.member()? {
            if member.record.as_ref().is_ok_and(begins_group) {
                self.ahead = Some(member);
                break;
            }
        }
        self.found(start, What::Damage(fault))
    }

    fn found(&self, start: u64, what: What) -> Result<Option<Found>, ArchiveError> {
        let end = self.ahead.as_ref().map_or(self.offset, |m| m.offset);
        Ok(Some(Found { offset: start, length: end - start, what }))
    }

    /// The next member; where none begins, all that is left of the segment.
    fn member(&mut self) -> Result<Option<Member>, ArchiveError> {
        if let Some(member) = self.ahead.take() {
            return Ok(Some(member));
        }
        let offset = self.offset;
        if offset >= self.end {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        let record = self.fill(&mut bytes).map_err(ArchiveError::io("read", &self.path))?;
        let record = record.and_then(|()| {
            self.offset += bytes.len() as u64;
            unpack(&bytes)
        });
        if self.offset == offset {
            self.offset = self.end;
        }
        Ok(Some(Member { offset, bytes, record }))
    }

    /// Reads one member whole; a fault if none begins here or its end is not in the file.
    fn fill(&mut self, bytes: &mut Vec<u8>) -> io::Result<Result<(), Fault>> {
        let left = self.end - self.offset;
        let head = HEAD_BYTES as u64;
        if left < head {
            return Ok(Err(Fault::CutShort));
        }
        bytes.append(&mut read_bytes(&mut self.input, head)?);
        match packed_bytes(bytes) {
            None => Ok(Err(Fault::NotOurMember)),
            Some(length) if length > left => Ok(Err(Fault::CutShort)),
            Some(length) => {
                bytes.append(&mut read_bytes(&mut self.input, length - head)?);
                Ok(Ok(()))
            }
        }
    }
}

fn begins_group(record: &WarcRecord) -> bool {
    is_info(record) || part(record).is_ok_and(|p| p.number == 1)
}

fn is_info(record: &WarcRecord) -> bool {
    record.field("WARC-Type") == Some("warcinfo")
}
