//! One request and its answer, over one connection.

use bytes::Bytes;
use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use http_body_util::Empty;
use news::{Answer, Validators};
use tokio::task::spawn_blocking;
use tokio::time::timeout;
use url::{Position, Url};

use crate::dial::{Dialer, Wire, connect};
use crate::error::Phase;
use crate::message::Heard;
use crate::{Config, FetchError, http1, http2};

/// Pages first, whatever else second: what a browser would be shown, without its long list.
const ACCEPT: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
/// The same for every look, so that an outlet's choice of language never makes a difference.
const ACCEPT_LANGUAGE: &str = "en,*;q=0.5";
const ACCEPT_ENCODING: &str = "gzip, br, zstd";

/// Why nothing was heard.
pub(crate) struct Unheard {
    pub error: FetchError,
    pub remedy: Remedy,
}

/// What may help where HTTP/2 broke.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Remedy {
    /// Nothing: it has not to do with HTTP/2.
    None,
    /// HTTP/1.1, the next time.
    Http1Later,
    /// HTTP/1.1, at once: nothing of an answer came.
    Http1Now,
}

impl From<FetchError> for Unheard {
    fn from(error: FetchError) -> Self {
        Self { error, remedy: Remedy::None }
    }
}

/// Asks for `url`, conditionally if there are validators; `may_http2`: with HTTP/2, if the server takes it.
///
/// # Errors
/// Everything that [`FetchError`] names except what concerns robots.txt, redirects and pauses.
pub(crate) async fn ask(
    url: &Url,
    validators: &Validators,
    config: &Config,
    dialer: &Dialer,
    may_http2: bool,
) -> Result<Answer, Unheard> {
    let limit = config.limits.total;
    let Ok(heard) = timeout(limit, hear(url, validators, config, dialer, may_http2)).await else {
        return Err(late(url, Phase::Whole, config).into());
    };
    let (heard, limits) = (heard?, config.limits.clone());
    // unpacking 16 MiB takes long enough to stall other connections
    let read = spawn_blocking(move || heard.read(&limits)).await;
    Ok(read.unwrap_or_else(|e| Err(protocol(url, format!("it could not be unpacked ({e})"))))?)
}

async fn hear(
    url: &Url,
    validators: &Validators,
    config: &Config,
    dialer: &Dialer,
    may_http2: bool,
) -> Result<Heard, Unheard> {
    let fields = fields(validators, config);
    let connection = connect(url, config, dialer, may_http2).await?;
    let (is_http2, tls) = (connection.wire.is_http2(), connection.wire.tls());
    let mut heard = match connection.wire {
        Wire::Plain(stream) => http1::converse(url, http1::request(url, fields)?, stream, config).await?,
        Wire::Tls(stream) if is_http2 => http2::converse(url, fields, *stream, config).await?,
        Wire::Tls(stream) => http1::converse(url, http1::request(url, fields)?, *stream, config).await?,
    };
    heard.peer = Some(connection.peer);
    heard.protocols.extend(tls.map(str::to_owned));
    Ok(heard)
}

/// The fields of a request that both versions send, in the order in which they are sent.
fn fields(validators: &Validators, config: &Config) -> HeaderMap {
    let mut fields = HeaderMap::new();
    let mut add = |name: HeaderName, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            fields.insert(name, value);
        }
    };
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
    fields
}

/// `host` or `host:port`, as a request names whom it is for.
pub(crate) fn authority(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

/// A request without a body; `target` is a path, or for HTTP/2 a whole address.
pub(crate) fn get<B>(url: &Url, target: &str, fields: HeaderMap, body: B) -> Result<http::Request<B>, FetchError> {
    let request = http::Request::builder().uri(target).body(body);
    let mut request = request.map_err(|e| FetchError::BadAddress { url: url.to_string(), reason: e.to_string() })?;
    *request.headers_mut() = fields;
    Ok(request)
}

/// The part of an address that a request names.
pub(crate) fn target(url: &Url) -> &str {
    &url[Position::BeforePath..Position::AfterQuery]
}

pub(crate) fn late(url: &Url, phase: Phase, config: &Config) -> FetchError {
    let limit = match phase {
        Phase::Name | Phase::Connect => config.limits.connect,
        Phase::Head => config.limits.head,
        Phase::Body => config.limits.idle,
        Phase::Whole => config.limits.total,
    };
    FetchError::Timeout { host: url.host_str().unwrap_or_default().to_owned(), phase, limit }
}

pub(crate) fn too_large(url: &Url, what: &'static str, bytes: usize) -> FetchError {
    FetchError::TooLarge { url: url.to_string(), what, limit: format!("{bytes} bytes") }
}

pub(crate) fn protocol(url: &Url, reason: impl Into<String>) -> FetchError {
    FetchError::Protocol { url: url.to_string(), reason: reason.into() }
}

pub(crate) fn closed(url: &Url, reason: &str) -> FetchError {
    let host = url.host_str().unwrap_or_default().to_owned();
    FetchError::Unreachable { host, reason: format!("it closed the connection without an answer: {reason}") }
}

/// A request's body: none.
pub(crate) type NoBody = Empty<Bytes>;
