//! A group of records becomes the capture that it was.

use std::net::IpAddr;

use jiff::Timestamp;
use news::{ArticleId, CaptureId, Digest, FeedId, PollId};

use crate::Fault;
use crate::encode::Original;
use crate::names::{self, unlabelled, unline};
use crate::record::WarcRecord;

/// A capture as read from the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Archived {
    /// Article and look.
    pub id: CaptureId,
    /// When the first request was sent.
    pub at: Timestamp,
    /// From the first request to the last byte.
    pub duration_ms: u32,
    /// From where we looked.
    pub vantage: String,
    /// The hops, oldest first, and then the answer that ended the look; never empty.
    pub answers: Vec<RawAnswer>,
    /// The answers at further pages of an article that stands on several, redirects among them.
    pub more: Vec<RawAnswer>,
    /// The earlier capture whose payload the last answer stands for; `None` if it brought its own.
    pub revisit_of: Option<Revisited>,
}

/// One answer, byte for byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawAnswer {
    /// The address that was asked for.
    pub url: String,
    /// The machine that answered, where known.
    pub peer: Option<IpAddr>,
    /// The protocols it came by, as in [`Answer::protocols`](news::Answer::protocols).
    pub protocols: Vec<String>,
    /// The request as sent; empty if it was not known, or for a 304 that is a revisit.
    pub request_head: Vec<u8>,
    /// The response head as received.
    pub head: Vec<u8>,
    /// Everything received after the head, codings still on it. Empty for a revisit, and where
    /// the keep rule dropped it.
    pub wire_body: Vec<u8>,
    /// The digest of the payload: the body without transfer codings, content codings on it. `None`
    /// where its transfer coding is broken. For a revisit: of the payload that it refers to.
    pub payload_digest: Option<Digest>,
    /// What the keep rule dropped; `None` if nothing.
    pub dropped: Option<Dropped>,
    /// The name of the response's or revisit's WARC record, as in `<urn:uuid:…>`.
    pub record_id: String,
}

/// What is still known of a body that the keep rule dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dropped {
    /// How many bytes the body had on the wire.
    pub wire_bytes: u64,
    /// The digest of head and wire body together.
    pub block_digest: Digest,
}

/// The earlier capture that a revisit refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revisited {
    /// Why there is no body.
    pub reason: RevisitReason,
    /// The capture that brought the payload.
    pub capture: CaptureId,
    /// Its address.
    pub url: String,
    /// When it was taken.
    pub at: Timestamp,
    /// The name of its WARC record.
    pub record_id: String,
}

/// Why a revisit has no body of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RevisitReason {
    /// The payload was the same, by its digest.
    IdenticalPayload,
    /// The server said 304.
    NotModified,
}

impl Archived {
    /// The answer that ended the look of the address itself.
    pub fn last(&self) -> &RawAnswer {
        self.answers.last().expect("a capture has at least its last answer")
    }

    /// What a later revisit of the last answer refers to.
    pub(crate) fn original(&self) -> Original {
        let last = self.last();
        let payload_digest = last.payload_digest;
        match &self.revisit_of {
            None => Original {
                capture: self.id,
                record_id: last.record_id.clone(),
                url: last.url.clone(),
                at: self.at,
                payload_digest,
                whole: last.dropped.is_none(),
            },
            Some(revisited) => Original {
                capture: revisited.capture,
                record_id: revisited.record_id.clone(),
                url: revisited.url.clone(),
                at: revisited.at,
                payload_digest,
                whole: false,
            },
        }
    }
}

/// What a group of records is named by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Name {
    /// The look that brought it.
    Look(CaptureId),
    /// The poll that brought it.
    Poll(PollId),
}

/// What a group of records is.
pub(crate) enum Decoded {
    /// A capture of an article.
    Look(Box<Archived>),
    /// What a poll of a feed brought, and when.
    Poll(Timestamp),
}

/// Which part of which group a record says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) name: Name,
    /// From 1.
    pub(crate) number: usize,
    pub(crate) of: usize,
}

/// The most records of one capture: far more hops than any limit on redirects allows.
const MOST_PARTS: usize = 256;

/// What the record says of its part; an error also where the numbers make no sense.
pub(crate) fn part(record: &WarcRecord) -> Result<Part, Fault> {
    let (name, count) = match record.field(names::FEED) {
        Some(_) => {
            let (feed, poll): (FeedId, u32) = (record.parsed(names::FEED)?, record.parsed(names::POLL)?);
            (Name::Poll(PollId { feed, poll }), poll)
        }
        None => {
            let (article, look): (ArticleId, u32) = (record.parsed(names::ARTICLE)?, record.parsed(names::LOOK)?);
            (Name::Look(CaptureId { article, look }), look)
        }
    };
    let (number, of) = record.field(names::PART).and_then(|p| p.split_once('/')).ok_or(Fault::Field(names::PART))?;
    match (number.parse(), of.parse()) {
        (Ok(number), Ok(of)) if 0 < number && number <= of && of <= MOST_PARTS && count > 0 => {
            Ok(Part { name, number, of })
        }
        _ => Err(Fault::Field(names::PART)),
    }
}

/// What the records of one group make up. Every block is checked against its digest.
pub(crate) fn decode(records: Vec<WarcRecord>) -> Result<Decoded, Fault> {
    let first = records.first().ok_or(Fault::Incomplete)?;
    let (name, at) = (part(first)?.name, first.parsed("WARC-Date")?);
    let duration_ms = duration(first)?;
    let vantage = first.field(names::VANTAGE).and_then(unline).ok_or(Fault::Field(names::VANTAGE))?;
    let Answers { answers, more, revisit_of } = answers(name, records)?;
    Ok(match name {
        Name::Look(id) => Decoded::Look(Box::new(Archived { id, at, duration_ms, vantage, answers, more, revisit_of })),
        Name::Poll(_) => Decoded::Poll(at),
    })
}

/// The answers in the records of a group, as in [`Archived`].
struct Answers {
    answers: Vec<RawAnswer>,
    more: Vec<RawAnswer>,
    revisit_of: Option<Revisited>,
}

fn answers(name: Name, records: Vec<WarcRecord>) -> Result<Answers, Fault> {
    let (mut answers, mut more, mut revisit_of) = (Vec::new(), Vec::new(), None);
    let of = records.len();
    let mut request: Option<WarcRecord> = None;
    for (i, record) in records.into_iter().enumerate() {
        if part(&record)? != (Part { name, number: i + 1, of }) || revisit_of.is_some() {
            return Err(Fault::Incomplete);
        }
        if digest(&record, "WARC-Block-Digest") != Some(Digest::of(&record.block)) {
            return Err(Fault::Digest);
        }
        match (record.field("WARC-Type"), &request) {
            (Some("request"), None) => {
                request = Some(record);
                continue;
            }
            (Some("response"), _) => {}
            (Some("revisit"), _) => revisit_of = Some(revisited(&record)?),
            _ => return Err(Fault::Field("WARC-Type")),
        }
        let request_head = request.take().map(|r| r.block).unwrap_or_default();
        let further = record.field(names::PAGE).is_some();
        if !further && !more.is_empty() {
            return Err(Fault::Field(names::PAGE));
        }
        let list = if further { &mut more } else { &mut answers };
        list.push(answer(record, request_head)?);
    }
    let whole = request.is_none() && !answers.is_empty();
    if whole { Ok(Answers { answers, more, revisit_of }) } else { Err(Fault::Incomplete) }
}

fn answer(record: WarcRecord, request_head: Vec<u8>) -> Result<RawAnswer, Fault> {
    let head_bytes: usize = record.parsed(names::HEAD_BYTES)?;
    let peer = record.field("WARC-IP-Address").map(|_| record.parsed("WARC-IP-Address")).transpose()?;
    let protocols = record.fields.iter().filter(|(name, _)| name.eq_ignore_ascii_case(names::PROTOCOL));
    let protocols = protocols.filter_map(|(_, value)| unline(value)).collect();
    let url = record.parsed("WARC-Target-URI")?;
    let record_id = record.parsed("WARC-Record-ID")?;
    let payload_digest = digest(&record, "WARC-Payload-Digest").or_else(|| digest(&record, names::PAYLOAD_DIGEST));
    let dropped = digest(&record, names::FULL_DIGEST)
        .map(|block_digest| {
            let full: u64 = record.parsed(names::FULL_BYTES)?;
            let wire_bytes = full.checked_sub(head_bytes as u64).ok_or(Fault::Field(names::FULL_BYTES))?;
            Ok(Dropped { wire_bytes, block_digest })
        })
        .transpose()?;
    let mut head = record.block;
    if head_bytes > head.len() {
        return Err(Fault::Field(names::HEAD_BYTES));
    }
    let wire_body = head.split_off(head_bytes);
    Ok(RawAnswer { url, peer, protocols, request_head, head, wire_body, payload_digest, dropped, record_id })
}

fn revisited(record: &WarcRecord) -> Result<Revisited, Fault> {
    let reason = match record.field("WARC-Profile") {
        Some(names::IDENTICAL) => RevisitReason::IdenticalPayload,
        Some(names::NOT_MODIFIED) => RevisitReason::NotModified,
        _ => return Err(Fault::Field("WARC-Profile")),
    };
    Ok(Revisited {
        reason,
        capture: record.parsed(names::REFERS_TO)?,
        url: record.parsed("WARC-Refers-To-Target-URI")?,
        at: record.parsed("WARC-Refers-To-Date")?,
        record_id: record.parsed("WARC-Refers-To")?,
    })
}

fn duration(record: &WarcRecord) -> Result<u32, Fault> {
    let value = record.field(names::DURATION).and_then(|d| d.strip_suffix("ms"));
    value.and_then(|ms| ms.parse().ok()).ok_or(Fault::Field(names::DURATION))
}

fn digest(record: &WarcRecord, name: &str) -> Option<Digest> {
    record.field(name).and_then(unlabelled)
}
