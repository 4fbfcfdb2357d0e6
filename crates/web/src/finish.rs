//! What every answer shares: problems as pages, `ETag` and 304, `HEAD`, safe headers.

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State as Shared};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::{
    ACCEPT, ALLOW, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, ETAG, HeaderName, HeaderValue, IF_NONE_MATCH,
    REFERRER_POLICY, VARY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use http::{Method, StatusCode};
use news::Digest;
use publish::page::{self, Problem};
use publish::{Site, json};

use crate::State;
use crate::answer::{Answer, AsItComes, AsItIs, Keep};
use crate::refusal::Refusal;

/// Longer than any address that feeds have shown us, with room for escapes.
const LONGEST_ADDRESS: usize = 8192;

/// Nothing runs and nothing loads but our own script, style, mark and news of changes; nobody frames us.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What an answer depends on, taken from the request.
struct Asked {
    head: bool,
    for_machines: bool,
    seen: Option<HeaderValue>,
}

impl Asked {
    fn of(request: &Request) -> Self {
        let header = |name| request.headers().get(name).and_then(|v: &HeaderValue| v.to_str().ok()).unwrap_or_default();
        let accept = header(ACCEPT);
        let json_path = request.uri().path().ends_with(".json");
        Self {
            head: request.method() == Method::HEAD,
            for_machines: json_path || (accept.contains("json") && !accept.contains("text/html")),
            seen: request.headers().get(IF_NONE_MATCH).cloned(),
        }
    }
}

/// Runs the request and finishes its answer.
pub async fn finish(Shared(state): Shared<State>, mut request: Request, next: Next) -> Response {
    let asked = Asked::of(&request);
    if asked.head {
        *request.method_mut() = Method::GET;
    }
    let response = match request.uri().to_string().len() {
        ..=LONGEST_ADDRESS => next.run(request).await,
        _ => Refusal::TooLong.into_response(),
    };
    let response = told(&state.site, &asked, response);
    let mut response = named(&asked, response).await;
    protect(&state.site, &mut response);
    if asked.head {
        *response.body_mut() = Body::empty();
    }
    response
}

/// A refusal, or a bare error status, as a page or a body for machines.
fn told(site: &Site, asked: &Asked, mut response: Response) -> Response {
    let status = response.status();
    if response.extensions().get::<AsItIs>().is_some() {
        return response;
    }
    let problem = response.extensions_mut().remove::<Problem>();
    let Some(problem) = problem.or_else(|| Refusal::of_status(status).map(|r| r.problem())) else { return response };
    let answer = if asked.for_machines {
        Answer::text("application/problem+json", Keep::Never, json::problem(&problem))
    } else {
        Answer::text("text/html; charset=utf-8", Keep::Never, page::problem(site, &problem))
    };
    let mut response = answer.into_response();
    *response.status_mut() = StatusCode::from_u16(problem.status).unwrap_or(status);
    response.headers_mut().insert(VARY, HeaderValue::from_static("accept"));
    if response.status() == StatusCode::METHOD_NOT_ALLOWED {
        response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    response
}

/// Names the state of a good answer by its digest, and answers 304 to who has seen it.
async fn named(asked: &Asked, response: Response) -> Response {
    if response.status() != StatusCode::OK || response.extensions().get::<AsItComes>().is_some() {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    // The bodies are ours and whole in memory already, so this neither waits nor fails.
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let tag = format!("\"{}\"", &Digest::of(&bytes).to_string()[..32]);
    let seen = asked.seen.as_ref().and_then(|v| v.to_str().ok()).unwrap_or_default();
    let known = seen == "*" || seen.split(',').any(|t| t.trim().trim_start_matches("W/") == tag);
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        parts.headers.insert(ETAG, tag);
    }
    if known {
        parts.status = StatusCode::NOT_MODIFIED;
        parts.headers.remove(CONTENT_LENGTH);
        return Response::from_parts(parts, Body::empty());
    }
    parts.headers.insert(CONTENT_LENGTH, HeaderValue::from(bytes.len()));
    Response::from_parts(parts, Body::from(bytes))
}

fn protect(site: &Site, response: &mut Response) {
    let headers = response.headers_mut();
    for (name, value) in [
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, "DENY"),
        (REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if site.public {
        let name = HeaderName::from_static("x-robots-tag");
        headers.insert(name, HeaderValue::from_static("noindex, noarchive"));
    }
}
