//! One WARC record: named fields and a block. Reads those of others too, plain or gzipped.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read};

use flate2::bufread::MultiGzDecoder;

use crate::Fault;

/// The most bytes of a record header that are read. Addresses run to some kilobytes; the longest
/// header seen in other programs' files has under 20 KB.
pub(crate) const MOST_HEADER_BYTES: u64 = 256 << 10;

/// The most bytes of a block that are read: twice the largest page that can be configured.
pub(crate) const MOST_BLOCK_BYTES: u64 = 512 << 20;

/// A WARC record as it stands in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WarcRecord {
    /// The first line, such as `WARC/1.1`.
    pub version: String,
    /// The named fields in order. Folded lines are joined by one space; values that are no UTF-8
    /// are read as Latin-1.
    pub fields: Vec<(String, String)>,
    /// The block, `Content-Length` bytes.
    pub block: Vec<u8>,
}

impl WarcRecord {
    /// The first field of that name; letter case does not count.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.as_str())
    }

    pub(crate) fn parsed<T: std::str::FromStr>(&self, name: &'static str) -> Result<T, Fault> {
        self.field(name).and_then(|v| v.parse().ok()).ok_or(Fault::Field(name))
    }

    /// The header as bytes, blank line included.
    pub(crate) fn header(&self) -> String {
        let mut text = format!("{}\r\n", self.version);
        for (name, value) in &self.fields {
            // Writing to a string cannot fail.
            let _ = write!(text, "{name}: {value}\r\n");
        }
        text + "\r\n"
    }
}

/// Reads all records of a WARC file, plain or gzipped (one member per record or otherwise).
///
/// The iterator ends after the first error. Nothing is interpreted: no digest is checked and any
/// version is taken. One line between two records is passed over, for files whose lengths are a
/// few bytes short. A record costs the memory of its header and block, each with a limit.
pub fn records<R: BufRead>(mut input: R) -> Records<R> {
    let gzipped = input.fill_buf().is_ok_and(|b| b.starts_with(&[0x1f, 0x8b]));
    let input = if gzipped { Input::Gzip(BufReader::new(MultiGzDecoder::new(input))) } else { Input::Plain(input) };
    Records { input, begun: false, done: false }
}

/// See [`records`].
pub struct Records<R: BufRead> {
    input: Input<R>,
    begun: bool,
    done: bool,
}

enum Input<R: BufRead> {
    Plain(R),
    Gzip(BufReader<MultiGzDecoder<R>>),
}

impl<R: BufRead> Iterator for Records<R> {
    type Item = Result<WarcRecord, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let record = match &mut self.input {
            Input::Plain(input) => read_record(input, self.begun),
            Input::Gzip(input) => read_record(input, self.begun),
        };
        self.begun = true;
        self.done = !matches!(record, Ok(Some(_)));
        record.transpose()
    }
}

/// Reads one record; `None` at the end of the input. Line ends before the record are skipped: they
/// are the end of the record before; and so is one other line if `stray` says so.
pub(crate) fn read_record(input: &mut impl BufRead, mut stray: bool) -> Result<Option<WarcRecord>, Fault> {
    let mut header = Header { input, left: MOST_HEADER_BYTES };
    let version = loop {
        match header.line()? {
            None => return Ok(None),
            Some(line) if line.is_empty() => {}
            Some(line) if is_version(&line) => break line,
            Some(_) if stray => stray = false,
            Some(_) => return Err(Fault::NotARecord),
        }
    };
    let fields = header.fields()?;
    let mut record = WarcRecord { version: text_of(version), fields, block: Vec::new() };
    let length: u64 = record.parsed("Content-Length")?;
    if length > MOST_BLOCK_BYTES {
        return Err(Fault::TooLarge { bytes: length, limit: MOST_BLOCK_BYTES });
    }
    // The vector grows with what really comes, not with what the header promises.
    input.take(length).read_to_end(&mut record.block).map_err(unpack_fault)?;
    if record.block.len() as u64 != length {
        return Err(Fault::CutShort);
    }
    Ok(Some(record))
}

/// The fault that an error of a decompressing reader stands for.
pub(crate) fn unpack_fault(error: std::io::Error) -> Fault {
    match error.kind() {
        std::io::ErrorKind::UnexpectedEof => Fault::CutShort,
        _ => Fault::Unpack(error),
    }
}

struct Header<'a, R: BufRead> {
    input: &'a mut R,
    left: u64,
}

impl<R: BufRead> Header<'_, R> {
    /// The next line without its line end; `None` at the end of the input.
    fn line(&mut self) -> Result<Option<Vec<u8>>, Fault> {
        let mut line = Vec::new();
        let read = (&mut *self.input).take(self.left).read_until(b'\n', &mut line).map_err(unpack_fault)?;
        if read == 0 && self.left > 0 {
            return Ok(None);
        }
        self.left -= read as u64;
        if line.last() != Some(&b'\n') {
            let limit = MOST_HEADER_BYTES;
            return Err(if self.left == 0 { Fault::TooLarge { bytes: limit, limit } } else { Fault::CutShort });
        }
        line.pop();
        if line.last() == Some(&b'\r') {
            line.pop();
        }
        Ok(Some(line))
    }

    fn fields(&mut self) -> Result<Vec<(String, String)>, Fault> {
        let mut fields: Vec<(String, Vec<u8>)> = Vec::new();
        loop {
            let line = self.line()?.ok_or(Fault::CutShort)?;
            if line.is_empty() {
                let value = |v: Vec<u8>| text_of(v.trim_ascii().to_vec());
                return Ok(fields.into_iter().map(|(n, v)| (n, value(v))).collect());
            }
            if line.starts_with(b" ") || line.starts_with(b"\t") {
                let (_, value) = fields.last_mut().ok_or(Fault::BadField)?;
                value.push(b' ');
                value.extend_from_slice(line.trim_ascii());
                continue;
            }
            let colon = line.iter().position(|b| *b == b':').ok_or(Fault::BadField)?;
            let (name, value) = line.split_at(colon);
            if name.is_empty() || !name.iter().all(u8::is_ascii_graphic) {
                return Err(Fault::BadField);
            }
            fields.push((text_of(name.to_vec()), value[1..].to_vec()));
        }
    }
}

/// `WARC/` and a version number such as `1.1` or `0.18`.
fn is_version(line: &[u8]) -> bool {
    let number = line.strip_prefix(b"WARC/").unwrap_or_default();
    let mut halves = number.split(|b| *b == b'.');
    let digits = |half: Option<&[u8]>| half.is_some_and(|h| !h.is_empty() && h.iter().all(u8::is_ascii_digit));
    digits(halves.next()) && digits(halves.next()) && halves.next().is_none()
}

fn text_of(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|e| e.as_bytes().iter().map(|b| char::from(*b)).collect())
}
