//! What the payload of a response is, and its digest.

use news::{Answer, Digest};

/// The digest of a response's payload, and whether the payload stands in the record as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Payload {
    /// Of the body with transfer codings removed and content codings on it (WARC 1.1 §6.3.2).
    pub(crate) digest: Digest,
    /// Whether no transfer coding had to be removed.
    pub(crate) verbatim: bool,
}

/// The payload of an answer; `None` if its transfer coding is broken or not `chunked` alone.
pub(crate) fn payload(answer: &Answer) -> Option<Payload> {
    let mut codings = answer.headers.iter().filter(|(n, _)| n == "transfer-encoding").map(|(_, v)| v.trim());
    match (codings.next(), codings.next()) {
        (None, _) => Some(Payload { digest: Digest::of(&answer.wire_body), verbatim: true }),
        (Some(coding), None) if coding.eq_ignore_ascii_case("chunked") => {
            Some(Payload { digest: Digest::of(unchunked(&answer.wire_body)?), verbatim: false })
        }
        _ => None,
    }
}

/// The data of a chunked body (RFC 9112 §7.1); `None` if it is broken. Trailers do not count.
fn unchunked(mut wire: &[u8]) -> Option<Vec<u8>> {
    let mut data = Vec::with_capacity(wire.len());
    loop {
        let line_end = wire.iter().position(|b| *b == b'\n')?;
        let line = wire[..line_end].trim_ascii_end();
        let size = line.split(|b| *b == b';').next().unwrap_or_default().trim_ascii();
        if size.is_empty() || size.len() > 15 || !size.iter().all(u8::is_ascii_hexdigit) {
            return None;
        }
        let size = usize::from_str_radix(std::str::from_utf8(size).ok()?, 16).ok()?;
        wire = &wire[line_end + 1..];
        if size == 0 {
            return Some(data);
        }
        data.extend_from_slice(wire.get(..size)?);
        wire = &wire[size..];
        wire = wire.strip_prefix(b"\r\n").or_else(|| wire.strip_prefix(b"\n"))?;
    }
}

#[cfg(test)]
mod tests {
    use super::unchunked;

    #[test]
    fn chunks_become_their_data_or_nothing() {
        let cases: &[(&[u8], Option<&[u8]>)] = &[
            (b"0\r\n\r\n", Some(b"")),
            (b"3\r\nabc\r\n0\r\n\r\n", Some(b"abc")),
            (b"3;x=1\r\nabc\r\nA\r\n0123456789\r\n0\r\nT: 1\r\n\r\n", Some(b"abc0123456789")),
            (b"3\nabc\n0\n\n", Some(b"abc")),
            (b"", None),
            (b"3\r\nab", None),
            (b"3\r\nabcd\r\n0\r\n\r\n", None),
            (b"-3\r\nabc\r\n", None),
            (b"ffffffffffffffff\r\nabc\r\n", None),
            (b"plain text, not chunked", None),
        ];
        for (wire, want) in cases {
            assert_eq!(unchunked(wire).as_deref(), *want, "{}", String::from_utf8_lossy(wire));
        }
    }
}
