//! Readings and changes as they lie in a row: JSON under zstd, or a zstd patch against other JSON.

use std::io;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// zstd's own default: three times the speed of 9 for a tenth more bytes on article JSON.
const LEVEL: i32 = 3;

/// No JSON of ours is near this long; a row that says so is damaged. In bytes.
const LONGEST: usize = 1 << 28;

/// Packed JSON, and its length unpacked in bytes.
#[derive(Debug)]
pub(crate) struct Packed {
    pub(crate) data: Vec<u8>,
    pub(crate) bytes: usize,
}

/// The JSON of `value`, always the same for the same value.
pub(crate) fn json(value: &impl Serialize) -> io::Result<Vec<u8>> {
    serde_json::to_vec(value).map_err(io::Error::other)
}

/// Packs `json`, as a patch against `base` if that is not empty.
pub(crate) fn pack(json: &[u8], base: &[u8]) -> io::Result<Packed> {
    let data = zstd::bulk::Compressor::with_dictionary(LEVEL, base)?.compress(json)?;
    Ok(Packed { data, bytes: json.len() })
}

/// Unpacks what [`pack`] made with the same `base`.
pub(crate) fn unpack(packed: &Packed, base: &[u8]) -> io::Result<Vec<u8>> {
    if packed.bytes > LONGEST {
        return Err(io::Error::other(format!("{} bytes of JSON are too many", packed.bytes)));
    }
    zstd::bulk::Decompressor::with_dictionary(base)?.decompress(&packed.data, packed.bytes)
}

/// The value whose JSON this is.
pub(crate) fn value<T: DeserializeOwned>(json: &[u8]) -> io::Result<T> {
    serde_json::from_slice(json).map_err(io::Error::other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_patch_is_small_and_gives_back_every_byte() {
        let words =
            |seed: u64| (0..800u64).map(move |i| format!("{:x} ", (i + seed).wrapping_mul(0x9e37_79b9_7f4a_7c15)));
        let before: String = words(0).collect();
        let after = before.replacen("0 ", "zero ", 3);
        let whole = pack(after.as_bytes(), b"").unwrap();
        let patch = pack(after.as_bytes(), before.as_bytes()).unwrap();
        assert!(patch.data.len() * 20 < whole.data.len(), "{} of {}", patch.data.len(), whole.data.len());
        assert_eq!(unpack(&whole, b"").unwrap(), after.as_bytes());
        assert_eq!(unpack(&patch, before.as_bytes()).unwrap(), after.as_bytes());
        assert!(unpack(&patch, b"").is_err());
        assert!(unpack(&Packed { data: whole.data, bytes: usize::MAX }, b"").is_err());
    }
}
