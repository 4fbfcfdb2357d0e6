//! A capture becomes the records of its group.

use jiff::Timestamp;
use news::{Answer, CaptureId, Digest, Exchange, PollId};

use crate::archived::Name;
use crate::names::{self, labelled, line, record_id, uri};
use crate::payload::{Payload, payload};
use crate::record::WarcRecord;

/// The earlier capture that a revisit can refer to, read from the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Original {
    pub(crate) capture: CaptureId,
    pub(crate) record_id: String,
    pub(crate) url: String,
    pub(crate) at: Timestamp,
    pub(crate) payload_digest: Option<Digest>,
    /// Whether its body is in that very record: neither a revisit nor dropped by the keep rule.
    pub(crate) whole: bool,
}

/// How the last answer is written.
enum Form<'a> {
    Response,
    Identical(&'a Original),
    NotModified(&'a Original),
}

/// The records of a capture in order: for each hop, then for the last answer and then for those of
/// further pages the request, if its bytes are known, and the response.
///
/// With an `original`, the last answer becomes a revisit where that is true: for a 304 to the same
/// article (its request is left out, it differs from the one before in its conditions alone), or
/// if the payload has the digest of the original's, which is still there whole. With further pages
/// it never does: what founds a version must not lean on a body that the keep rule may drop.
pub(crate) fn records(id: CaptureId, exchange: &Exchange, original: Option<&Original>) -> Vec<WarcRecord> {
    let last = payload(&exchange.last);
    group(Name::Look(id), exchange, last, &form(id, exchange, last, original))
}

/// The records of what a poll brought.
pub(crate) fn records_of_poll(id: PollId, exchange: &Exchange) -> Vec<WarcRecord> {
    group(Name::Poll(id), exchange, payload(&exchange.last), &Form::Response)
}

fn group(name: Name, exchange: &Exchange, last: Option<Payload>, form: &Form<'_>) -> Vec<WarcRecord> {
    let with_request = |a: &Answer| !a.request_head.is_empty();
    let last_request = with_request(&exchange.last) && !matches!(form, Form::NotModified(_));
    let others = || exchange.hops.iter().chain(&exchange.more);
    let requests = others().filter(|a| with_request(a)).count() + usize::from(last_request);
    let parts = others().count() + 1 + requests;

    let mut group = Group { name, exchange, parts, page: None, records: Vec::with_capacity(parts) };
    for hop in &exchange.hops {
        group.answer(hop, with_request(hop), payload(hop), &Form::Response);
    }
    group.answer(&exchange.last, last_request, last, form);
    for (answer, number) in exchange.more.iter().zip(2..) {
        group.page = Some(number);
        group.answer(answer, with_request(answer), payload(answer), &Form::Response);
    }
    group.records
}

fn form<'a>(id: CaptureId, exchange: &Exchange, payload: Option<Payload>, original: Option<&'a Original>) -> Form<'a> {
    let last = &exchange.last;
    let alone = exchange.more.is_empty();
    match original.filter(|o| o.capture.article == id.article && alone) {
        Some(original) if last.status == 304 => Form::NotModified(original),
        Some(original) if original.whole && !last.wire_body.is_empty() => {
            let same = payload.is_some_and(|p| Some(p.digest) == original.payload_digest);
            if same { Form::Identical(original) } else { Form::Response }
        }
        _ => Form::Response,
    }
}

struct Group<'a> {
    name: Name,
    exchange: &'a Exchange,
    parts: usize,
    /// Of further pages: which answer it is.
    page: Option<usize>,
    records: Vec<WarcRecord>,
}

impl Group<'_> {
    fn answer(&mut self, answer: &Answer, with_request: bool, payload: Option<Payload>, form: &Form<'_>) {
        let mut block = answer.head.clone();
        if !matches!(form, Form::Identical(_)) {
            block.extend_from_slice(&answer.wire_body);
        }
        let block_digest = Digest::of(&block);
        let response_id = self.id("response", answer, block_digest);
        let request_id = with_request.then(|| self.id("request", answer, Digest::of(&answer.request_head)));

        if let Some(request_id) = &request_id {
            let mut fields = self.fields("request", request_id, answer);
            fields.add("WARC-Concurrent-To", &response_id);
            fields.add("WARC-Block-Digest", labelled(Digest::of(&answer.request_head)));
            self.records.push(fields.record(names::REQUEST_TYPE, answer.request_head.clone()));
        }

        let kind = if matches!(form, Form::Response) { "response" } else { "revisit" };
        let mut fields = self.fields(kind, &response_id, answer);
        if let Some(request_id) = request_id {
            fields.add("WARC-Concurrent-To", request_id);
        }
        fields.form(payload, form);
        fields.add("WARC-Block-Digest", labelled(block_digest));
        fields.add(names::HEAD_BYTES, answer.head.len());
        self.records.push(fields.record(names::RESPONSE_TYPE, block));
    }

    fn id(&self, role: &str, answer: &Answer, block: Digest) -> String {
        let exchange = self.exchange;
        let id = match self.name {
            Name::Look(id) => id.to_string(),
            Name::Poll(id) => format!("poll {id}"),
        };
        let (part, at, vantage) = (self.records.len(), exchange.at, &exchange.vantage);
        record_id(&format!("{role}\n{part}\n{id}\n{at}\n{vantage}\n{}\n{block}", answer.url))
    }

    /// The fields that all records of the group have.
    fn fields(&self, kind: &str, id: &str, answer: &Answer) -> Fields {
        let exchange = self.exchange;
        let mut fields = Fields::new(kind, id, exchange.at);
        fields.add("WARC-Target-URI", uri(&answer.url));
        if let Some(peer) = answer.peer {
            fields.add("WARC-IP-Address", peer);
        }
        for protocol in &answer.protocols {
            fields.add(names::PROTOCOL, line(protocol));
        }
        match self.name {
            Name::Look(id) => {
                fields.add(names::ARTICLE, id.article);
                fields.add(names::LOOK, id.look);
            }
            Name::Poll(id) => {
                fields.add(names::FEED, id.feed);
                fields.add(names::POLL, id.poll);
            }
        }
        fields.add(names::PART, format_args!("{}/{}", self.records.len() + 1, self.parts));
        if let Some(page) = self.page {
            fields.add(names::PAGE, page);
        }
        fields.add(names::DURATION, format_args!("{}ms", exchange.duration_ms));
        fields.add(names::VANTAGE, line(&exchange.vantage));
        fields
    }
}

/// The first record of a segment. `at` is the time of the first capture in it.
pub(crate) fn warcinfo(at: Timestamp, file_name: &str, software: &str, operator: Option<&str>) -> WarcRecord {
    let mut block = format!("software: {}\r\n", line(software));
    if let Some(operator) = operator {
        block += &format!("operator: {}\r\n", line(operator));
    }
    block += "format: WARC File Format 1.1\r\n\
        conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n\
        robots: obey\r\n\
        description: Replate-Article and Replate-Look name the look that brought a record, Replate-Feed and Replate-Poll \
        the poll; its records stand together, numbered by Replate-Part\r\n";
    let mut fields = Fields::new("warcinfo", &record_id(&format!("warcinfo\n{file_name}\n{at}\n{block}")), at);
    fields.add("WARC-Filename", file_name);
    fields.add("WARC-Block-Digest", labelled(Digest::of(&block)));
    fields.record(names::FIELDS_TYPE, block.into_bytes())
}

/// The first record of a ledger. `at` is the time of the first deed in it.
pub(crate) fn ledger_info(at: Timestamp, file_name: &str, software: &str) -> WarcRecord {
    let block = format!(
        "software: {}\r\nformat: WARC File Format 1.1\r\n\
        conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n\
        description: what the operator of the archive beside this file decided; each metadata record is one deed\r\n",
        line(software)
    );
    let mut fields = Fields::new("warcinfo", &record_id(&format!("warcinfo\n{file_name}\n{at}\n{block}")), at);
    fields.add("WARC-Filename", file_name);
    fields.add("WARC-Block-Digest", labelled(Digest::of(&block)));
    fields.record(names::FIELDS_TYPE, block.into_bytes())
}

/// A deed as JSON; `place` tells it from another with the same words.
pub(crate) fn deed(at: Timestamp, place: u64, json: String) -> WarcRecord {
    let mut fields = Fields::new("metadata", &record_id(&format!("deed\n{place}\n{json}")), at);
    fields.add("WARC-Block-Digest", labelled(Digest::of(&json)));
    fields.record(names::JSON_TYPE, json.into_bytes())
}

/// The `warcinfo` record of a segment that is written anew as `file_name`.
pub(crate) fn renamed(mut info: WarcRecord, file_name: &str) -> WarcRecord {
    let former = info.field("WARC-Record-ID").unwrap_or_default().to_owned();
    for (name, value) in &mut info.fields {
        match name.as_str() {
            "WARC-Filename" => file_name.clone_into(value),
            "WARC-Record-ID" => *value = record_id(&format!("renamed\n{former}\n{file_name}")),
            _ => {}
        }
    }
    info
}

struct Fields(Vec<(String, String)>);

impl Fields {
    fn new(kind: &str, id: &str, at: Timestamp) -> Self {
        let mut fields = Self(Vec::with_capacity(20));
        fields.add("WARC-Type", kind);
        fields.add("WARC-Record-ID", id);
        fields.add("WARC-Date", at);
        fields
    }

    fn add(&mut self, name: &str, value: impl ToString) {
        self.0.push((name.to_owned(), value.to_string()));
    }

    fn form(&mut self, payload: Option<Payload>, form: &Form<'_>) {
        let (profile, original) = match form {
            Form::Response => {
                if let Some(payload) = payload {
                    let name = if payload.verbatim { "WARC-Payload-Digest" } else { names::PAYLOAD_DIGEST };
                    self.add(name, labelled(payload.digest));
                }
                return;
            }
            Form::Identical(original) => (names::IDENTICAL, original),
            Form::NotModified(original) => (names::NOT_MODIFIED, original),
        };
        self.add("WARC-Profile", profile);
        self.add("WARC-Refers-To", &original.record_id);
        self.add("WARC-Refers-To-Target-URI", uri(&original.url));
        self.add("WARC-Refers-To-Date", original.at);
        self.add(names::REFERS_TO, original.capture);
        if let Some(digest) = original.payload_digest {
            self.add("WARC-Payload-Digest", labelled(digest));
        }
        if matches!(form, Form::Identical(_)) {
            self.add("WARC-Truncated", "length");
        }
    }

    fn record(mut self, content_type: &str, block: Vec<u8>) -> WarcRecord {
        self.add("Content-Type", content_type);
        self.add("Content-Length", block.len());
        WarcRecord { version: names::VERSION.to_owned(), fields: self.0, block }
    }
}
