//! HTTP/2 over a connection (RFC 9113): one stream, its frames opened, its head written out.
//!
//! There the head of a message is no text: fields are packed against a table that both sides keep. What
//! archives keep is the head written out in the form of HTTP/1.1, with the names as they came (lower case)
//! and in the order in which they came, except that fields of one name stand together; trailer fields are
//! dropped. `Answer::protocols` says `h2`, and so does the record.
//!
//! The frames are read by the `h2` crate itself, not through hyper: that hides which error a server named,
//! and takes a body that is reset half-way for a whole one.

use bytes::Bytes;
use h2::Reason;
use h2::client::{Builder, Connection};
use http::StatusCode;
use http::header::{self, HeaderMap};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::task::JoinSet;
use tokio::time::timeout;
use url::Url;

use crate::error::Phase;
use crate::message::Heard;
use crate::request::{Remedy, Unheard, authority, closed, get, late, protocol, target, too_large};
use crate::tee::{Recorder, Tee};
use crate::{Config, FetchError, Limits};

/// Bytes that a server may send before the first of them are read: a page in one go.
const WINDOW: u32 = 1 << 20;
/// What HTTP/2 counts for a field beside its name and value (RFC 9113 §6.5.2).
const FIELD_OVERHEAD: usize = 32;
/// Frames that carry neither head nor body: settings, pings, windows.
const SPARE_BYTES: usize = 64 * 1024;

/// Sends a request with these fields and reads to the end of the answer.
pub(crate) async fn converse<S>(url: &Url, fields: HeaderMap, stream: S, config: &Config) -> Result<Heard, Unheard>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let limits = &config.limits;
    // until the head is there, only heads may come: this bounds floods of interim ones and of other frames
    let before = limits.head_bytes.saturating_add(WINDOW as usize).saturating_add(SPARE_BYTES);
    let recorder = Recorder::counting(before);
    let tee = Tee { inner: stream, recorder: recorder.clone() };
    let request_head = written_out(&format!("GET {} HTTP/1.1\r\nhost: {}", target(url), authority(url)), &fields);
    let request = get(url, url.as_str(), fields, ())?;
    let ask = async {
        let (sender, connection): (_, Connection<_>) = builder(limits).handshake::<_, Bytes>(tee).await?;
        let mut driver = JoinSet::new();
        driver.spawn(connection);
        let (response, _) = sender.ready().await?.send_request(request, true)?;
        Ok((response.await?, driver))
    };
    let asked = timeout(limits.head, ask).await.map_err(|_| late(url, Phase::Head, config))?;
    // the connection goes when the driver does, at the end of this function
    let (response, _driver) = asked.map_err(|e| before_head(url, &e, &recorder, limits))?;
    {
        // twice: small frames cost as much as what is in them
        let mut record = recorder.lock();
        record.limit = record.count.saturating_add(limits.wire_bytes.saturating_mul(2)).saturating_add(before);
    }

    let (parts, mut body) = response.into_parts();
    let head = head_of(parts.status, &parts.headers);
    if head.len() > limits.head_bytes {
        return Err(too_large(url, "the head", limits.head_bytes).into());
    }
    if !body.is_end_stream() && announced(&parts.headers) > limits.wire_bytes as u64 {
        return Err(too_large(url, "the body", limits.wire_bytes).into()); // none of it was read
    }
    let mut wire_body = Vec::new();
    while let Some(piece) = timeout(limits.idle, body.data()).await.map_err(|_| late(url, Phase::Body, config))? {
        let piece = piece.map_err(|e| in_body(url, &e, &recorder, limits))?;
        if wire_body.len().saturating_add(piece.len()) > limits.wire_bytes {
            return Err(too_large(url, "the body", limits.wire_bytes).into());
        }
        wire_body.extend_from_slice(&piece);
        // fails only once the stream is over, and then there is no window to open
        let _ = body.flow_control().release_capacity(piece.len());
    }
    Ok(Heard { url: url.to_string(), peer: None, protocols: vec!["h2".to_owned()], request_head, head, wire_body })
}

fn builder(limits: &Limits) -> Builder {
    let list = limits.head_bytes.saturating_add(limits.fields.saturating_mul(FIELD_OVERHEAD));
    let mut builder = Builder::new();
    builder
        .enable_push(false)
        .initial_window_size(WINDOW)
        .initial_connection_window_size(WINDOW)
        .max_header_list_size(u32::try_from(list).unwrap_or(u32::MAX));
    builder
}

/// The length that a body is to have, where that is said.
fn announced(fields: &HeaderMap) -> u64 {
    let length = fields.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    length.and_then(|length| length.parse().ok()).unwrap_or_default()
}

fn head_of(status: StatusCode, fields: &HeaderMap) -> Vec<u8> {
    let reason = status.canonical_reason().unwrap_or_default();
    written_out(&format!("HTTP/1.1 {} {reason}", status.as_str()), fields)
}

/// A head in the form of HTTP/1.1. Values have no line ends: neither h2 nor `http` lets them through.
fn written_out(start: &str, fields: &HeaderMap) -> Vec<u8> {
    let mut head = start.as_bytes().to_vec();
    for (name, value) in fields {
        head.extend_from_slice(b"\r\n");
        head.extend_from_slice(name.as_str().as_bytes());
        head.extend_from_slice(b": ");
        head.extend_from_slice(value.as_bytes());
    }
    head.extend_from_slice(b"\r\n\r\n");
    head
}

/// What an error means that came before the head of the answer.
fn before_head(url: &Url, error: &h2::Error, recorder: &Recorder, limits: &Limits) -> Unheard {
    let record = recorder.lock();
    if record.over {
        return too_large(url, "the head", limits.head_bytes).into();
    }
    match error.reason() {
        // it is shutting down, or busy: the next look tries again
        Some(Reason::NO_ERROR | Reason::REFUSED_STREAM | Reason::CANCEL) => closed(url, &error.to_string()).into(),
        Some(reason) if is_about_http2(reason) => Unheard { error: http2_broke(url, error), remedy: Remedy::Http1Now },
        Some(_) => http2_broke(url, error).into(),
        None => Unheard { error: closed(url, &error.to_string()), remedy: Remedy::Http1Later },
    }
}

/// What an error means that came within the body of the answer.
fn in_body(url: &Url, error: &h2::Error, recorder: &Recorder, limits: &Limits) -> Unheard {
    if recorder.lock().over {
        return too_large(url, "the body", limits.wire_bytes).into();
    }
    let cut = FetchError::CutShort { url: url.to_string(), reason: format!("HTTP/2: {error}") };
    let remedy = if error.reason().is_some_and(is_about_http2) { Remedy::Http1Later } else { Remedy::None };
    Unheard { error: cut, remedy }
}

fn http2_broke(url: &Url, error: &h2::Error) -> FetchError {
    protocol(url, format!("HTTP/2: {error}"))
}

/// Whether the two sides do not get along in HTTP/2 itself. A limit that was passed (`ENHANCE_YOUR_CALM`, named by
/// either side) is no such thing.
fn is_about_http2(reason: Reason) -> bool {
    matches!(
        reason,
        Reason::HTTP_1_1_REQUIRED
            | Reason::PROTOCOL_ERROR
            | Reason::INTERNAL_ERROR
            | Reason::FLOW_CONTROL_ERROR
            | Reason::SETTINGS_TIMEOUT
            | Reason::STREAM_CLOSED
            | Reason::FRAME_SIZE_ERROR
            | Reason::COMPRESSION_ERROR
            | Reason::INADEQUATE_SECURITY
    )
}
