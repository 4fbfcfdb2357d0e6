//! From capture to capture through a segment, over damage.

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use crate::archived::{Archived, decode, part};
use crate::member::{HEAD_BYTES, packed_bytes, read_bytes, unpack};
use crate::record::WarcRecord;
use crate::{ArchiveError, Fault};

/// The captures of a segment in order, from a byte on which a record begins.
pub(crate) struct Walk {
    input: BufReader<File>,
    offset: u64,
    end: u64,
    stopped: bool,
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
    /// Bytes that are no whole capture.
    Damage(Fault),
}

impl Walk {
    pub(crate) fn open(path: &Path, offset: u64) -> Result<Self, ArchiveError> {
        let mut file = File::open(path).map_err(ArchiveError::io("open", path))?;
        let end = file.metadata().map_err(ArchiveError::io("open", path))?.len();
        file.seek(SeekFrom::Start(offset)).map_err(ArchiveError::io("read", path))?;
        let input = BufReader::with_capacity(1 << 16, file);
        Ok(Self { input, offset, end, stopped: false, ahead: None })
    }

    /// What comes next; `None` at the end of the segment. After damage it goes on with the next
    /// capture, as long as the lengths of the members lead there.
    pub(crate) fn next(&mut self) -> Option<Found> {
        let first = self.member()?;
        let start = first.offset;
        let record = match first.record {
            Ok(record) if record.field("WARC-Type") == Some("warcinfo") => {
                return Some(self.found(start, What::Info(record)));
            }
            Ok(record) => record,
            Err(fault) => return Some(self.damage(start, fault)),
        };
        let of = match part(&record) {
            Ok(part) if part.number == 1 => part.of,
            Ok(_) => return Some(self.damage(start, Fault::Incomplete)),
            Err(fault) => return Some(self.damage(start, fault)),
        };
        let (mut records, mut members) = (vec![record], vec![first.bytes]);
        while records.len() < of {
            let Some(next) = self.member() else { return Some(self.found(start, What::Damage(Fault::CutShort))) };
            match next.record {
                Ok(record) if begins_group(&record) => {
                    self.ahead = Some(Member { record: Ok(record), ..next });
                    return Some(self.found(start, What::Damage(Fault::Incomplete)));
                }
                Ok(record) => {
                    records.push(record);
                    members.push(next.bytes);
                }
                Err(fault) => return Some(self.damage(start, fault)),
            }
        }
        let what = match decode(records) {
            Ok(archived) => What::Capture(Box::new(archived), members),
            Err(fault) => What::Damage(fault),
        };
        Some(self.found(start, what))
    }

    /// Damage at `start`, up to the next record that begins a group.
    fn damage(&mut self, start: u64, fault: Fault) -> Found {
        while let Some(member) = self.member() {
            if member.record.as_ref().is_ok_and(begins_group) {
                self.ahead = Some(member);
                break;
            }
        }
        self.found(start, What::Damage(fault))
    }

    fn found(&self, start: u64, what: What) -> Found {
        let end = self.ahead.as_ref().map_or(self.offset, |m| m.offset);
        Found { offset: start, length: end - start, what }
    }

    /// The next member; where none begins, all that is left of the segment.
    fn member(&mut self) -> Option<Member> {
        if let Some(member) = self.ahead.take() {
            return Some(member);
        }
        let left = self.end.saturating_sub(self.offset);
        if left == 0 || self.stopped {
            return None;
        }
        let offset = self.offset;
        let member = self.read_member(left);
        let (bytes, record) = match member {
            Ok(bytes) => {
                let record = unpack(&bytes);
                (bytes, record)
            }
            Err(fault) => {
                self.stopped = true;
                (Vec::new(), Err(fault))
            }
        };
        self.offset = if self.stopped { self.end } else { offset + bytes.len() as u64 };
        Some(Member { offset, bytes, record })
    }

    fn read_member(&mut self, left: u64) -> Result<Vec<u8>, Fault> {
        if left < HEAD_BYTES as u64 {
            return Err(Fault::CutShort);
        }
        let mut bytes = read_bytes(&mut self.input, HEAD_BYTES as u64).map_err(Fault::Unpack)?;
        let length = packed_bytes(&bytes).ok_or(Fault::NotOurMember)?;
        if length > left {
            return Err(Fault::CutShort);
        }
        let rest = length - HEAD_BYTES as u64;
        (&mut self.input).take(rest).read_to_end(&mut bytes).map_err(Fault::Unpack)?;
        if bytes.len() as u64 == length { Ok(bytes) } else { Err(Fault::CutShort) }
    }
}

fn begins_group(record: &WarcRecord) -> bool {
    record.field("WARC-Type") == Some("warcinfo") || part(record).is_ok_and(|p| p.number == 1)
}
