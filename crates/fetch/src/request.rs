//! One request and its answer, over one connection.

use std::error::Error as _;
use std::net::IpAddr;

use bytes::Bytes;
use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use http_body_util::{BodyExt, Empty};
use hyper::body::Body;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use news::{Answer, Validators};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::task::{JoinSet, spawn_blocking};
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use url::{Position, Url};

use crate::dial::{Wire, connect};
use crate::error::Phase;
use crate::message::{Heard, leniency};
use crate::tee::{Record, Recorder, Tee};
use crate::{Config, FetchError, Limits};

/// Least buffer that hyper takes.
const LEAST_HEAD_BYTES: usize = 8192;
/// Pages first, whatever else second: what a browser would be shown, without its long list.
const ACCEPT: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
/// The same for every look, so that an outlet's choice of language never makes a difference.
const ACCEPT_LANGUAGE: &str = "en,*;q=0.5";
const ACCEPT_ENCODING: &str = "gzip, br, zstd";

/// Asks for `url`, conditionally if there are validators.
///
/// # Errors
/// Everything that [`FetchError`] names except what concerns robots.txt, redirects and pauses.
pub(crate) async fn ask(
    url: &Url,
    validators: &Validators,
    config: &Config,
    tls: &TlsConnector,
) -> Result<Answer, FetchError> {
    let limit = config.limits.total;
    let Ok(heard) = timeout(limit, hear(url, validators, config, tls)).await else {
        return Err(late(url, Phase::Whole, config));
    };
    let (heard, limits) = (heard?, config.limits.clone());
    // unpacking 16 MiB takes long enough to stall other connections
    let read = spawn_blocking(move || heard.read(&limits)).await;
    read.unwrap_or_else(|e| Err(protocol(url, format!("it could not be unpacked ({e})"))))
}

async fn hear(url: &Url, validators: &Validators, config: &Config, tls: &TlsConnector) -> Result<Heard, FetchError> {
    let request = request(url, validators, config)?;
    let connection = connect(url, config, tls).await?;
    match connection.wire {
        Wire::Plain(stream) => converse(url, request, stream, connection.peer, config).await,
        Wire::Tls(stream) => converse(url, request, *stream, connection.peer, config).await,
    }
}

/// The request, its fields in the order in which they are sent.
fn request(url: &Url, validators: &Validators, config: &Config) -> Result<http::Request<Empty<Bytes>>, FetchError> {
    let host = url.host_str().unwrap_or_default();
    let host = url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
    let mut fields = HeaderMap::new();
    let mut add = |name: HeaderName, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            fields.insert(name, value);
        }
    };
    add(header::HOST, &host);
    add(header::USER_AGENT, &config.agent_field());
    add(header::ACCEPT, ACCEPT);
    add(header::ACCEPT_LANGUAGE, ACCEPT_LANGUAGE);
    add(header::ACCEPT_ENCODING, ACCEPT_ENCODING);
    // of a validator with other characters the bytes are not known, so it is not sent
    if let Some(etag) = validators.etag.as_deref().filter(|v| v.is_ascii()) {
        add(header::IF_NONE_MATCH, etag);
    }
    if let Some(date) = validators.last_modified.as_deref().filter(|v| v.is_ascii()) {
        add(header::IF_MODIFIED_SINCE, date);
    }
    add(header::CONNECTION, "close");
    let target = &url[Position::BeforePath..Position::AfterQuery];
    let mut request = http::Request::builder()
        .uri(target)
        .body(Empty::new())
        .map_err(|e| FetchError::BadAddress { url: url.to_string(), reason: e.to_string() })?;
    *request.headers_mut() = fields;
    Ok(request)
}

/// Sends the request and reads to the end of the answer.
async fn converse<S>(
    url: &Url,
    request: http::Request<Empty<Bytes>>,
    stream: S,
    peer: IpAddr,
    config: &Config,
) -> Result<Heard, FetchError>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let limits = &config.limits;
    let recorder = Recorder::default();
    let limit = limits.head_bytes.saturating_add(limits.wire_bytes);
    let tee = Tee { inner: stream, recorder: recorder.clone(), limit };
    let broken = |error, head_came| broken(url, &error, head_came, &recorder, limits);

    let (mut sender, connection) = builder(limits).handshake(TokioIo::new(tee)).await.map_err(|e| broken(e, false))?;
    let mut driver = JoinSet::new(); // dropped at the end of this function, and the connection with it
    driver.spawn(connection);

    let response = timeout(limits.head, sender.send_request(request)).await;
    let response = response.map_err(|_| late(url, Phase::Head, config))?.map_err(|e| broken(e, false))?;
    if response.status() == http::StatusCode::SWITCHING_PROTOCOLS {
        return Err(protocol(url, "it switches to a protocol that was not asked for"));
    }
    let mut body = response.into_body();
    if body.size_hint().lower() > limits.wire_bytes as u64 {
        return Err(too_large(url, "the body", limits.wire_bytes)); // as announced; none of it was read
    }
    while let Some(piece) = timeout(limits.idle, body.frame()).await.map_err(|_| late(url, Phase::Body, config))? {
        piece.map_err(|e| broken(e, true))?;
    }

    let Record { sent, received, .. } = std::mem::take(&mut *recorder.lock());
    Heard::split(url.to_string(), Some(peer), sent, received, limits)
}

fn builder(limits: &Limits) -> http1::Builder {
    let [spaces, folds, skips] = leniency();
    let head_bytes = limits.head_bytes.max(LEAST_HEAD_BYTES);
    let mut builder = http1::Builder::new();
    builder
        .title_case_headers(true)
        .allow_spaces_after_header_name_in_responses(spaces)
        .allow_obsolete_multiline_headers_in_responses(folds)
        .ignore_invalid_headers_in_responses(skips)
        .max_headers(limits.fields)
        .max_header_size(head_bytes)
        .max_buf_size(head_bytes);
    builder
}

/// What an error of hyper means.
fn broken(url: &Url, error: &hyper::Error, head_came: bool, recorder: &Recorder, limits: &Limits) -> FetchError {
    let reason = error.source().map_or_else(|| error.to_string(), ToString::to_string);
    let record = recorder.lock();
    if record.over {
        too_large(url, "the body", limits.wire_bytes)
    } else if head_came {
        FetchError::CutShort { url: url.to_string(), reason }
    } else if error.is_parse() && record.received.len() >= limits.head_bytes {
        too_large(url, "the head", limits.head_bytes)
    } else if error.is_parse() {
        // our own reader names what is wrong more closely
        match Heard::split(url.to_string(), None, Vec::new(), record.received.clone(), limits) {
            Err(closer) => closer,
            Ok(_) => protocol(url, error.to_string()),
        }
    } else if record.received.is_empty() {
        let host = url.host_str().unwrap_or_default().to_owned();
        FetchError::Unreachable { host, reason: format!("it closed the connection without an answer: {reason}") }
    } else {
        FetchError::CutShort { url: url.to_string(), reason: "it ends inside the head".to_owned() }
    }
}

fn late(url: &Url, phase: Phase, config: &Config) -> FetchError {
    let limit = match phase {
        Phase::Name | Phase::Connect => config.limits.connect,
        Phase::Head => config.limits.head,
        Phase::Body => config.limits.idle,
        Phase::Whole => config.limits.total,
    };
    FetchError::Timeout { host: url.host_str().unwrap_or_default().to_owned(), phase, limit }
}

fn too_large(url: &Url, what: &'static str, bytes: usize) -> FetchError {
    FetchError::TooLarge { url: url.to_string(), what, limit: format!("{bytes} bytes") }
}

fn protocol(url: &Url, reason: impl Into<String>) -> FetchError {
    FetchError::Protocol { url: url.to_string(), reason: reason.into() }
}
