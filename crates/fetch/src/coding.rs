//! Content codings: gzip, deflate, brotli, zstd (RFC 9110 §8.4.1), within limits.

use std::io::{self, BufRead, Read};

use flate2::{Decompress, FlushDecompress, Status};

use crate::Limits;

/// Bodies up to this size may come from any number of bytes: small pages of one repeated line pack well.
const RATIO_FROM_BYTES: usize = 1 << 20;
/// More codings on one body than any server means (RFC 9110 sets no limit).
const MOST_CODINGS: usize = 3;
/// Largest window of a zstd frame, as a power of two: 8 MiB (RFC 9659).
const ZSTD_WINDOW_LOG: u32 = 23;
const PIECE: usize = 32 * 1024;

/// Why a body could not be unpacked.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Unpackable {
    /// The packed bytes end too early.
    CutShort(String),
    /// A limit was passed; which, with its unit.
    TooLarge(String),
    /// The packed bytes are not in their coding, or the coding is not known.
    Broken(String),
}

/// Removes the content codings listed in `codings` (comma-separated, the last one applied last).
///
/// An empty payload stays empty. Names that say "no coding" are skipped, the names of charsets that
/// servers put there by mistake too.
pub(crate) fn unpack(payload: Vec<u8>, codings: &str, limits: &Limits) -> Result<Vec<u8>, Unpackable> {
    let names: Vec<String> = codings.split(',').map(|c| c.trim().to_ascii_lowercase()).collect();
    let on: Vec<&str> = names.iter().map(String::as_str).filter(|name| !is_none(name)).collect();
    if payload.is_empty() || on.is_empty() {
        return within(payload, limits);
    }
    if on.len() > MOST_CODINGS {
        return Err(Unpackable::Broken(format!("its body has {} codings on it", on.len())));
    }
    on.iter().rev().try_fold(payload, |packed, name| unpack_one(&packed, name, limits))
}

/// A file that was packed with gzip before it was put on a server, unpacked within the usual limits; `None` if it
/// is none, or cannot be unpacked.
pub fn gunzip_file(body: &[u8]) -> Option<Vec<u8>> {
    let is_packed = body.starts_with(&[0x1f, 0x8b, 0x08]);
    is_packed.then(|| unpack_one(body, "gzip", &Limits::default()).ok()).flatten()
}

fn is_none(name: &str) -> bool {
    matches!(name, "" | "identity" | "none" | "utf-8" | "utf8" | "binary" | "8bit" | "7bit")
}

fn within(payload: Vec<u8>, limits: &Limits) -> Result<Vec<u8>, Unpackable> {
    if payload.len() > limits.body_bytes { Err(too_many_bytes(limits)) } else { Ok(payload) }
}

fn too_many_bytes(limits: &Limits) -> Unpackable {
    Unpackable::TooLarge(format!("{} bytes", limits.body_bytes))
}

fn unpack_one(packed: &[u8], name: &str, limits: &Limits) -> Result<Vec<u8>, Unpackable> {
    let mut output = Output { bytes: Vec::new(), packed: packed.len(), limits };
    match name {
        "gzip" | "x-gzip" => gunzip(packed, &mut output)?,
        "deflate" => inflate(packed, &mut output)?,
        "br" => {
            let mut input = Watched { rest: packed, starved: false };
            let read = output.take_all(&mut brotli::Decompressor::new(&mut input, PIECE));
            read.or_else(|error| error.named(name, input.starved))?;
        }
        "zstd" => {
            let mut decoder = zstd::stream::read::Decoder::with_buffer(packed).map_err(|e| broken(name, &e))?;
            decoder.window_log_max(ZSTD_WINDOW_LOG).map_err(|e| broken(name, &e))?;
            output.take_all(&mut decoder).or_else(|error| error.named(name, false))?;
        }
        other => {
            return Err(Unpackable::Broken(format!(
                "its body is coded as {other:?}; Replate reads gzip, deflate, br and zstd"
            )));
        }
    }
    Ok(output.bytes)
}

/// Members one after the other; what follows the last and is no member is ignored, as browsers do.
fn gunzip(packed: &[u8], output: &mut Output<'_>) -> Result<(), Unpackable> {
    let mut rest = packed;
    loop {
        let mut decoder = flate2::bufread::GzDecoder::new(rest);
        output.take_all(&mut decoder).or_else(|error| error.named("gzip", false))?;
        rest = decoder.into_inner();
        if !rest.starts_with(&[0x1f, 0x8b]) {
            return Ok(());
        }
    }
}

/// With the zlib wrapper as the standard says, or bare as some servers send it.
fn inflate(packed: &[u8], output: &mut Output<'_>) -> Result<(), Unpackable> {
    let wrapped = matches!(packed, [a, b, ..] if a & 0x0f == 8 && (u16::from(*a) << 8 | u16::from(*b)) % 31 == 0);
    let mut decoder = Decompress::new(wrapped);
    let mut piece = vec![0; PIECE];
    loop {
        let (read, written) = (decoder.total_in() as usize, decoder.total_out());
        let status = decoder.decompress(&packed[read..], &mut piece, FlushDecompress::None);
        let status = status.map_err(|e| Unpackable::Broken(format!("its deflate coding is broken: {e}")))?;
        let new = (decoder.total_out() - written) as usize;
        output.push(&piece[..new])?;
        match status {
            Status::StreamEnd => return Ok(()),
            _ if new == 0 && decoder.total_in() as usize == packed.len() => return Err(ends_early("deflate")),
            _ => {}
        }
    }
}

fn ends_early(name: &str) -> Unpackable {
    Unpackable::CutShort(format!("its {name} coding ends too early"))
}

fn broken(name: &str, error: &io::Error) -> Unpackable {
    Unpackable::Broken(format!("its {name} coding is broken: {error}"))
}

/// The unpacked bytes so far.
struct Output<'a> {
    bytes: Vec<u8>,
    packed: usize,
    limits: &'a Limits,
}

enum TakeError {
    Read(io::Error),
    Limit(Unpackable),
}

impl TakeError {
    fn named(self, name: &str, starved: bool) -> Result<(), Unpackable> {
        Err(match self {
            Self::Limit(limit) => limit,
            Self::Read(e) if starved || e.kind() == io::ErrorKind::UnexpectedEof => ends_early(name),
            Self::Read(e) => broken(name, &e),
        })
    }
}

impl Output<'_> {
    fn push(&mut self, piece: &[u8]) -> Result<(), Unpackable> {
        self.bytes.extend_from_slice(piece);
        let (size, ratio) = (self.bytes.len(), self.limits.ratio);
        if size > self.limits.body_bytes {
            return Err(too_many_bytes(self.limits));
        }
        if size > RATIO_FROM_BYTES && size / ratio.max(1) > self.packed {
            return Err(Unpackable::TooLarge(format!("{ratio} times its packed size")));
        }
        Ok(())
    }

    fn take_all(&mut self, decoder: &mut impl Read) -> Result<(), TakeError> {
        let mut piece = vec![0; PIECE];
        loop {
            match decoder.read(&mut piece).map_err(TakeError::Read)? {
                0 => return Ok(()),
                n => self.push(&piece[..n]).map_err(TakeError::Limit)?,
            }
        }
    }
}

/// Bytes that remember whether somebody asked for more than there are.
struct Watched<'a> {
    rest: &'a [u8],
    starved: bool,
}

impl Read for Watched<'_> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        self.starved |= self.rest.is_empty();
        let n = self.rest.fill_buf()?.len().min(buf.len());
        buf[..n].copy_from_slice(&self.rest[..n]);
        self.rest.consume(n);
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    const TEXT: &str = "The mayor said on Tuesday that the bridge would open in May. ";

    fn packed(name: &str, text: &[u8]) -> Vec<u8> {
        let level = flate2::Compression::default();
        match name {
            "gzip" => {
                let mut e = flate2::write::GzEncoder::new(Vec::new(), level);
                e.write_all(text).expect("writing to memory");
                e.finish().expect("writing to memory")
            }
            "deflate" => {
                let mut e = flate2::write::ZlibEncoder::new(Vec::new(), level);
                e.write_all(text).expect("writing to memory");
                e.finish().expect("writing to memory")
            }
            "bare deflate" => {
                let mut e = flate2::write::DeflateEncoder::new(Vec::new(), level);
                e.write_all(text).expect("writing to memory");
                e.finish().expect("writing to memory")
            }
            "br" => {
                let mut out = Vec::new();
                brotli::CompressorWriter::new(&mut out, 4096, 5, 22).write_all(text).expect("writing to memory");
                out
            }
            "zstd" => zstd::encode_all(text, 3).expect("writing to memory"),
            _ => text.to_vec(),
        }
    }

    const CODINGS: [&str; 6] = ["gzip", "deflate", "bare deflate", "br", "zstd", "identity"];

    fn field(name: &str) -> &str {
        name.rsplit(' ').next().unwrap_or(name)
    }

    #[test]
    fn every_coding_comes_off() {
        let text = TEXT.repeat(500);
        for name in CODINGS {
            let unpacked = unpack(packed(name, text.as_bytes()), field(name), &Limits::default());
            assert_eq!(unpacked.as_deref(), Ok(text.as_bytes()), "{name}");
        }
    }

    #[test]
    fn a_cut_anywhere_is_noticed() {
        let text: Vec<u8> = (0..3000u32).flat_map(|i| (i * i).to_string().into_bytes()).collect();
        for name in &CODINGS[..5] {
            let whole = packed(name, &text);
            for end in [1, 2, 3, 8, whole.len() / 2, whole.len() - 4, whole.len() - 1] {
                let got = unpack(whole[..end].to_vec(), field(name), &Limits::default());
                assert!(matches!(got, Err(Unpackable::CutShort(_))), "{name} to {end} of {}: {got:?}", whole.len());
            }
        }
    }

    #[test]
    fn bombs_are_stopped_by_size_and_by_ratio() {
        let zeros = vec![0; 8 << 20];
        for name in &CODINGS[..5] {
            let bomb = packed(name, &zeros);
            let by_ratio = unpack(bomb.clone(), field(name), &Limits::default());
            assert!(matches!(by_ratio, Err(Unpackable::TooLarge(ref why)) if why.contains("times")), "{name}");
            let small = Limits { body_bytes: 1000, ..Limits::default() };
            let by_size = unpack(bomb, field(name), &small);
            assert_eq!(by_size, Err(Unpackable::TooLarge("1000 bytes".into())), "{name}");
        }
    }

    #[test]
    fn codings_stack_and_odd_names_are_told_apart() {
        let limits = Limits::default();
        let twice = packed("br", &packed("gzip", TEXT.as_bytes()));
        assert_eq!(unpack(twice, "GZIP, br", &limits).as_deref(), Ok(TEXT.as_bytes()));
        assert_eq!(unpack(TEXT.into(), "UTF-8", &limits).as_deref(), Ok(TEXT.as_bytes()));
        assert_eq!(unpack(Vec::new(), "gzip", &limits).as_deref(), Ok(&[][..]));
        assert!(matches!(unpack(TEXT.into(), "compress", &limits), Err(Unpackable::Broken(_))));
        assert!(matches!(unpack(TEXT.into(), "gzip", &limits), Err(Unpackable::Broken(_))));
        assert!(matches!(unpack(TEXT.into(), "gzip,gzip,gzip,gzip", &limits), Err(Unpackable::Broken(_))));
    }

    #[test]
    fn gzip_may_have_several_members_and_rubbish_after_them() {
        let mut bytes = packed("gzip", b"one ");
        bytes.extend(packed("gzip", b"two"));
        bytes.extend([0; 7]);
        assert_eq!(unpack(bytes, "gzip", &Limits::default()).as_deref(), Ok(&b"one two"[..]));
    }
}
