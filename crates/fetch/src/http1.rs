//! HTTP/1.1 over a connection: the bytes of the message are kept as they are.

use std::error::Error as _;

use http::header::{self, HeaderMap, HeaderValue};
use http_body_util::BodyExt;
use hyper::body::Body;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::task::JoinSet;
use tokio::time::timeout;
use url::Url;

use crate::error::Phase;
use crate::message::{Heard, leniency};
use crate::request::{NoBody, authority, closed, get, late, protocol, target, too_large};
use crate::tee::{Record, Recorder, Tee};
use crate::{Config, FetchError, Limits};

/// Least buffer that hyper takes.
const LEAST_HEAD_BYTES: usize = 8192;

/// The request for `url` with these fields, and those that only HTTP/1.1 has.
pub(crate) fn request(url: &Url, others: HeaderMap) -> Result<http::Request<NoBody>, FetchError> {
    let mut fields = HeaderMap::new();
    if let Ok(host) = HeaderValue::from_str(&authority(url)) {
        fields.insert(header::HOST, host);
    }
    fields.extend(others);
    fields.insert(header::CONNECTION, HeaderValue::from_static("close"));
    get(url, target(url), fields, NoBody::new())
}

/// Sends the request and reads to the end of the answer.
pub(crate) async fn converse<S>(
    url: &Url,
    request: http::Request<NoBody>,
    stream: S,
    config: &Config,
) -> Result<Heard, FetchError>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let limits = &config.limits;
    let recorder = Recorder::keeping(limits.head_bytes.saturating_add(limits.wire_bytes));
    let tee = Tee { inner: stream, recorder: recorder.clone() };
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

    let (sent, received) = {
        let mut record = recorder.lock();
        (std::mem::take(&mut record.sent), std::mem::take(&mut record.received))
    };
    Heard::split(url.to_string(), sent, received, limits)
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
    let record: &Record = &recorder.lock();
    if record.over {
        too_large(url, "the body", limits.wire_bytes)
    } else if head_came {
        FetchError::CutShort { url: url.to_string(), reason }
    } else if error.is_parse() && record.received.len() >= limits.head_bytes {
        too_large(url, "the head", limits.head_bytes)
    } else if error.is_parse() {
        // our own reader names what is wrong more closely
        match Heard::split(url.to_string(), Vec::new(), record.received.clone(), limits) {
            Err(closer) => closer,
            Ok(_) => protocol(url, error.to_string()),
        }
    } else if record.received.is_empty() {
        closed(url, &reason)
    } else {
        FetchError::CutShort { url: url.to_string(), reason: "it ends inside the head".to_owned() }
    }
}
