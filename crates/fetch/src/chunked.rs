//! The chunked transfer coding (RFC 9112 §7.1).

/// A body without its chunks' framing, and how long it was with it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Joined {
    /// The chunks' data, joined.
    pub payload: Vec<u8>,
    /// Bytes of the framed body, the last line of the trailer section included.
    pub wire_bytes: usize,
}

/// Joins the chunks of a body. `Err` says in words where it breaks off.
///
/// Trailer fields are skipped: they stay in the wire bytes. A line may end in a bare line feed.
pub(crate) fn join(wire: &[u8]) -> Result<Joined, &'static str> {
    let mut payload = Vec::with_capacity(wire.len());
    let mut at = 0;
    loop {
        let line = line_at(wire, at).ok_or("it ends inside the size of a chunk")?;
        at += line.len();
        let size = size_of(line).ok_or("the size of a chunk is no number")?;
        if size == 0 {
            break;
        }
        let data = at.checked_add(size).and_then(|end| wire.get(at..end)).ok_or("it ends inside a chunk")?;
        payload.extend_from_slice(data);
        at += size;
        let end = line_at(wire, at).ok_or("it ends after a chunk's data")?;
        if !is_blank(end) {
            return Err("a chunk is longer than its announced size");
        }
        at += end.len();
    }
    loop {
        let line = line_at(wire, at).ok_or("it ends inside its trailer fields")?;
        at += line.len();
        if is_blank(line) {
            return Ok(Joined { payload, wire_bytes: at });
        }
    }
}

/// The line that begins at `at`, its line feed included.
fn line_at(wire: &[u8], at: usize) -> Option<&[u8]> {
    let rest = wire.get(at..)?;
    rest.iter().position(|&b| b == b'\n').map(|end| &rest[..=end])
}

fn is_blank(line: &[u8]) -> bool {
    matches!(line, b"\r\n" | b"\n")
}

/// The size in a chunk's first line; extensions after `;` and white space are skipped.
fn size_of(line: &[u8]) -> Option<usize> {
    let digits = line.split(|&b| b == b';').next()?.trim_ascii();
    let digits = std::str::from_utf8(digits).ok()?;
    let only_digits = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_hexdigit()); // no sign
    if only_digits { usize::from_str_radix(digits, 16).ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_joined_or_the_break_is_named() {
        let cases = [
            ("0\r\n\r\n", Ok(("", 5))),
            ("3\r\nabc\r\n0\r\n\r\n", Ok(("abc", 13))),
            ("3;a=b\r\nabc\r\n2 \r\nde\r\n000\r\nX: y\r\n\r\nrest", Ok(("abcde", 33))),
            ("A\r\n0123456789\r\n0\r\n\r\n", Ok(("0123456789", 20))),
            ("3\nabc\n0\n\n", Ok(("abc", 9))),
            ("", Err("it ends inside the size of a chunk")),
            ("3\r\nab", Err("it ends inside a chunk")),
            ("3\r\nabc", Err("it ends after a chunk's data")),
            ("3\r\nabcd\r\n0\r\n\r\n", Err("a chunk is longer than its announced size")),
            ("3\r\nabc\r\n", Err("it ends inside the size of a chunk")),
            ("3\r\nabc\r\n0\r\n", Err("it ends inside its trailer fields")),
            ("+3\r\nabc\r\n0\r\n\r\n", Err("the size of a chunk is no number")),
            ("\r\n", Err("the size of a chunk is no number")),
            ("ffffffffffffffff\r\nabc", Err("it ends inside a chunk")),
            ("fffffffffffffffff\r\nabc", Err("the size of a chunk is no number")),
        ];
        for (wire, want) in cases {
            let got = join(wire.as_bytes());
            let want = want.map(|(payload, wire_bytes): (&str, usize)| Joined { payload: payload.into(), wire_bytes });
            assert_eq!(got, want, "{wire:?}");
        }
    }
}
