//! A response as bytes becomes an answer: head, framing, codings.
//!
//! The live path and the archive's replay both end here, so they cannot differ.

use std::net::IpAddr;

use httparse::{EMPTY_HEADER, Error as HeadError, ParserConfig, Response, Status};
use news::Answer;

use crate::coding::{Unpackable, unpack};
use crate::{FetchError, Limits, chunked};

/// Reads an answer from its bytes, as kept in the archive: the same answer as at the look, except that
/// `peer` and `protocols` are unknown.
///
/// `head` is the status line and header fields up to the blank line, `wire_body` what came after with its
/// codings on. Default [`Limits`] hold; a body that a larger limit let in may be refused here.
///
/// # Errors
/// `Protocol` if the head is no HTTP or a coding is unknown, `CutShort` if the body ends too early,
/// `TooLarge` if it unpacks to more than the limits.
pub fn answer_from_bytes(
    url: impl Into<String>,
    request_head: impl Into<Vec<u8>>,
    head: impl Into<Vec<u8>>,
    wire_body: impl Into<Vec<u8>>,
) -> Result<Answer, FetchError> {
    let (head, wire_body) = (head.into(), wire_body.into());
    let (url, request_head) = (url.into(), request_head.into());
    let heard = Heard { url, peer: None, protocols: Vec::new(), request_head, head, wire_body };
    heard.read(&Limits::default())
}

/// What went over the wire for one address.
#[derive(Debug)]
pub(crate) struct Heard {
    pub url: String,
    pub peer: Option<IpAddr>,
    /// As in [`Answer::protocols`].
    pub protocols: Vec<String>,
    pub request_head: Vec<u8>,
    pub head: Vec<u8>,
    /// What came after the head. [`Self::read`] cuts off what is beyond the message's end.
    pub wire_body: Vec<u8>,
}

impl Heard {
    /// Splits what was received into the final head and the rest; interim heads (1xx) are left out.
    pub fn split(
        url: String,
        request_head: Vec<u8>,
        mut received: Vec<u8>,
        limits: &Limits,
    ) -> Result<Self, FetchError> {
        let mut start = 0;
        loop {
            start += blank_lines(&received[start..]);
            let (length, head) = read_head(&received[start..], limits).map_err(|reason| protocol(&url, reason))?;
            if matches!(head.status, 100 | 102..=199) {
                start += length;
                continue;
            }
            let protocols = vec![if head.is_http_10 { "http/1.0" } else { "http/1.1" }.to_owned()];
            let wire_body = received.split_off(start + length);
            received.drain(..start);
            return Ok(Self { url, peer: None, protocols, request_head, head: received, wire_body });
        }
    }

    /// Reads the answer.
    ///
    /// # Cost
    /// Unpacks the body: about a millisecond for 500 KB of HTML.
    pub fn read(mut self, limits: &Limits) -> Result<Answer, FetchError> {
        let (_, head) = read_head(&self.head, limits).map_err(|reason| protocol(&self.url, reason))?;
        let framing = framing(&head).map_err(|reason| protocol(&self.url, reason))?;
        let (payload, wire_bytes) = framing.apply(&self.wire_body).map_err(|reason| self.cut_short(reason))?;
        let codings: Vec<&str> = head.values("content-encoding").collect();
        let body = unpack(payload, &codings.join(","), limits).map_err(|why| match why {
            Unpackable::CutShort(reason) => self.cut_short(reason),
            Unpackable::Broken(reason) => protocol(&self.url, reason),
            Unpackable::TooLarge(limit) => {
                FetchError::TooLarge { url: self.url.clone(), what: "the unpacked body", limit }
            }
        })?;
        self.wire_body.truncate(wire_bytes);
        Ok(Answer {
            url: self.url,
            peer: self.peer,
            protocols: self.protocols,
            request_head: self.request_head,
            head: self.head,
            wire_body: self.wire_body,
            status: head.status,
            headers: head.fields,
            body,
        })
    }

    fn cut_short(&self, reason: impl Into<String>) -> FetchError {
        FetchError::CutShort { url: self.url.clone(), reason: reason.into() }
    }
}

fn protocol(url: &str, reason: impl Into<String>) -> FetchError {
    FetchError::Protocol { url: url.to_owned(), reason: reason.into() }
}

struct Head {
    status: u16,
    is_http_10: bool,
    /// Names in lower case.
    fields: Vec<(String, String)>,
}

impl Head {
    fn values(&self, name: &'static str) -> impl Iterator<Item = &str> {
        self.fields.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.as_str())
    }
}

/// What hyper is told too, so that both read the same fields.
pub(crate) fn leniency() -> [bool; 3] {
    // spaces before the colon, folded lines, skipping lines that are no fields
    [true, true, true]
}

fn read_head(bytes: &[u8], limits: &Limits) -> Result<(usize, Head), String> {
    let mut fields = vec![EMPTY_HEADER; limits.fields];
    let mut response = Response::new(&mut fields);
    let [spaces, folds, skips] = leniency();
    let mut parser = ParserConfig::default();
    parser.allow_spaces_after_header_name_in_responses(spaces);
    parser.allow_obsolete_multiline_headers_in_responses(folds);
    parser.ignore_invalid_headers_in_responses(skips);
    let length = match parser.parse_response(&mut response, bytes) {
        Ok(Status::Complete(length)) => length,
        Ok(Status::Partial) => return Err("its head has no end".to_owned()),
        Err(HeadError::TooManyHeaders) => return Err(format!("its head has more than {} fields", limits.fields)),
        Err(e) => return Err(format!("its head is broken ({e})")),
    };
    let head = Head {
        status: response.code.unwrap_or_default(),
        is_http_10: response.version == Some(0),
        fields: response.headers.iter().map(|f| (f.name.to_ascii_lowercase(), as_text(f.value))).collect(),
    };
    Ok((length, head))
}

/// UTF-8 if it is, else Latin-1; folded lines joined by a space.
fn as_text(value: &[u8]) -> String {
    let text = match std::str::from_utf8(value) {
        Ok(text) => text.to_owned(),
        Err(_) => value.iter().map(|&b| char::from(b)).collect(),
    };
    if !text.contains(['\r', '\n']) {
        return text.trim_matches([' ', '\t']).to_owned();
    }
    let lines: Vec<&str> = text.split(['\r', '\n']).map(|line| line.trim_matches([' ', '\t'])).collect();
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// How many bytes of blank lines stand before a head.
fn blank_lines(bytes: &[u8]) -> usize {
    bytes.iter().position(|b| !matches!(b, b'\r' | b'\n')).unwrap_or(bytes.len())
}

/// Where a body ends (RFC 9112 §6.3).
enum Framing {
    /// There is none.
    None,
    Chunked,
    Length(u64),
    UntilClose,
}

fn framing(head: &Head) -> Result<Framing, &'static str> {
    if matches!(head.status, 100..=199 | 204 | 304) {
        return Ok(Framing::None);
    }
    if let Some(last) = head.values("transfer-encoding").last() {
        let mut codings = last.split(',').map(str::trim);
        return match codings.next_back() {
            _ if head.is_http_10 => Err("HTTP/1.0 has no transfer codings"),
            Some(coding) if coding.eq_ignore_ascii_case("chunked") => {
                let alone = codings.next().is_none() && head.values("transfer-encoding").count() == 1;
                if alone { Ok(Framing::Chunked) } else { Err("its body has transfer codings beside chunked") }
            }
            Some(coding) if coding.eq_ignore_ascii_case("identity") => Ok(Framing::UntilClose),
            _ => Err("its body has a transfer coding that is not chunked"),
        };
    }
    let mut lengths = head.values("content-length").flat_map(|v| v.split(',')).map(|v| digits(v.trim()));
    match lengths.next() {
        None => Ok(Framing::UntilClose),
        Some(Some(length)) if lengths.all(|other| other == Some(length)) => Ok(Framing::Length(length)),
        Some(_) => Err("its Content-Length is no number, or two"),
    }
}

fn digits(text: &str) -> Option<u64> {
    let only_digits = text.bytes().all(|b| b.is_ascii_digit()); // parse() alone would take a sign
    if only_digits { text.parse().ok() } else { None }
}

impl Framing {
    /// The payload, and how many of the wire bytes belong to it.
    fn apply(&self, wire: &[u8]) -> Result<(Vec<u8>, usize), String> {
        match *self {
            Self::None => Ok((Vec::new(), 0)),
            Self::UntilClose => Ok((wire.to_vec(), wire.len())),
            Self::Chunked => match chunked::join(wire) {
                Ok(joined) => Ok((joined.payload, joined.wire_bytes)),
                Err(reason) => Err(reason.to_owned()),
            },
            Self::Length(length) => match usize::try_from(length).ok().and_then(|n| wire.get(..n)) {
                Some(payload) => Ok((payload.to_vec(), payload.len())),
                None => Err(format!("{} of {length} announced bytes came", wire.len())),
            },
        }
    }
}
