//! One record as one gzip member, with its length in the gzip header.
//!
//! The length stands in the extra field `sl` ("skip lengths") that the WARC drafts describe:
//! compressed and uncompressed length, 4 bytes each, least significant first. Readers that do not
//! know it pass over it. With it a damaged member can be stepped over exactly, without a search
//! for the next gzip magic, which a page could hold inside its own bytes.

use std::io::{self, BufReader, Read, Write};

use flate2::bufread::GzDecoder;
use flate2::{Compression, GzBuilder};

use crate::Fault;
use crate::record::{WarcRecord, read_record, unpack_fault};

/// Bytes of the gzip header with the extra field.
pub(crate) const HEAD_BYTES: usize = 24;

/// Where the two lengths stand in the header.
const LENGTHS_AT: usize = 16;

/// Magic, deflate, the flag for an extra field.
const MAGIC: [u8; 4] = [0x1f, 0x8b, 8, 4];

/// The extra field up to the lengths: 12 bytes, `sl`, 8 bytes.
const EXTRA: [u8; 6] = [12, 0, b's', b'l', 8, 0];

/// Appends `record` to `out` as one gzip member.
pub(crate) fn pack(record: &WarcRecord, out: &mut Vec<u8>) {
    let start = out.len();
    let mut extra = EXTRA[2..].to_vec();
    extra.extend([0; 8]);
    // No time and no system in the header: the same capture gives the same bytes.
    let header = record.header();
    let mut gzip = GzBuilder::new().extra(extra).operating_system(255).write(&mut *out, level_for(record));
    let written = [header.as_bytes(), &record.block, b"\r\n\r\n"].into_iter().try_for_each(|part| gzip.write_all(part));
    let written = written.and_then(|()| gzip.finish().map(drop));
    written.expect("writing to a vector does not fail");

    let unpacked = header.len() + record.block.len() + 4;
    let packed = out.len() - start;
    let lengths = &mut out[start + LENGTHS_AT..start + HEAD_BYTES];
    lengths[..4].copy_from_slice(&(packed as u32).to_le_bytes());
    lengths[4..].copy_from_slice(&(unpacked as u32).to_le_bytes());
}

/// Bodies that came compressed do not become smaller by our doing it again: the fastest level
/// then, which still shrinks the heads. For the others a level that takes half the time of the
/// default and gives 2 % more bytes (measured on article pages of 100 KB).
fn level_for(record: &WarcRecord) -> Compression {
    let head = &record.block[..record.block.len().min(4096)];
    let coded = head.to_ascii_lowercase();
    if coded.windows(18).any(|w| w == b"\ncontent-encoding:") { Compression::fast() } else { Compression::new(4) }
}

/// The whole length of the member that begins with `head`, as its header gives it; `None` if
/// these are not the first bytes of a member of ours.
pub(crate) fn packed_bytes(head: &[u8]) -> Option<u64> {
    let extra = head.get(10..LENGTHS_AT)?;
    let length = head.get(LENGTHS_AT..LENGTHS_AT + 4)?;
    let length = u32::from_le_bytes(length.try_into().ok()?);
    (head.starts_with(&MAGIC) && extra == EXTRA && length as usize > HEAD_BYTES).then_some(length.into())
}

/// Whether what no check sum covers is as we write it: no time, no system, and in the header the length that the end has.
fn is_as_written(member: &[u8]) -> bool {
    let Some(head) = member.get(..HEAD_BYTES) else { return false };
    let unpacked = &head[LENGTHS_AT + 4..];
    head[4..8] == [0; 4] && matches!(head[8], 0 | 4) && head[9] == 255 && member.ends_with(unpacked)
}

/// Reads the record in `member`, which must be one member and nothing else.
pub(crate) fn unpack(member: &[u8]) -> Result<WarcRecord, Fault> {
    if !is_as_written(member) {
        return Err(Fault::NotOurMember);
    }
    let mut input = BufReader::new(GzDecoder::new(member));
    let record = read_record(&mut input, false)?.ok_or(Fault::CutShort)?;
    let mut end = Vec::new();
    // Reading to the end is what makes the decoder compare the check sum.
    input.by_ref().take(5).read_to_end(&mut end).map_err(unpack_fault)?;
    if end != b"\r\n\r\n" || !input.into_inner().into_inner().is_empty() {
        return Err(Fault::BadEnd);
    }
    Ok(record)
}

/// Reads exactly `length` bytes, growing with what comes.
pub(crate) fn read_bytes(input: &mut impl Read, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length { Ok(bytes) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}
