//! Answers: a text, what it is, how long it may be kept.

use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue};
use publish::feed::Form;

use crate::refusal::Refusal;

/// What a handler returns.
pub type Result<T> = std::result::Result<T, Refusal>;

/// How long an answer may be kept by browsers and proxies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Kept, but asked about before it is shown again: pages and feeds, which name their state by
    /// an `ETag`.
    AskAgain,
    /// Kept for ever: its address changes when it does.
    Forever,
    /// As [`Keep::AskAgain`], and to be saved, not shown: bytes of others.
    Evidence,
    /// Not kept: problems, health.
    Never,
}

impl Keep {
    const fn header(self) -> &'static str {
        match self {
            Self::AskAgain | Self::Evidence => "no-cache",
            Self::Forever => "public, max-age=31536000, immutable",
            Self::Never => "no-store",
        }
    }
}

/// Marks an answer of an error status that says itself what it means: no problem page takes its place.
#[derive(Debug, Clone, Copy)]
pub struct AsItIs;

/// Marks an answer whose body comes bit by bit and has no end of its own.
#[derive(Debug, Clone, Copy)]
pub struct AsItComes;

/// A text, or bytes, as an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    content_type: &'static str,
    keep: Keep,
    body: Vec<u8>,
}

impl Answer {
    /// A page.
    pub fn page(text: String) -> Self {
        Self { content_type: "text/html; charset=utf-8", keep: Keep::AskAgain, body: text.into_bytes() }
    }

    /// A feed.
    pub fn feed(form: Form, text: String) -> Self {
        Self { content_type: form.content_type(), keep: Keep::AskAgain, body: text.into_bytes() }
    }

    /// JSON.
    pub fn json(text: String) -> Self {
        Self { content_type: "application/json", keep: Keep::AskAgain, body: text.into_bytes() }
    }

    /// Bytes that never change under their address.
    pub fn evidence(content_type: &'static str, body: Vec<u8>) -> Self {
        Self { content_type, keep: Keep::Evidence, body }
    }

    /// A text of any kind.
    pub fn text(content_type: &'static str, keep: Keep, text: impl Into<String>) -> Self {
        Self { content_type, keep, body: text.into().into_bytes() }
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let mut response =
            ([(CONTENT_TYPE, self.content_type), (CACHE_CONTROL, self.keep.header())], self.body).into_response();
        if self.keep == Keep::Evidence {
            response.headers_mut().insert(CONTENT_DISPOSITION, HeaderValue::from_static("attachment"));
        }
        response
    }
}
