//! The engines, each with the options of its own documentation's first example unless said otherwise.

use std::hint::black_box;

use serde_json::{Value, json};

use crate::html;

#[derive(Debug, Clone, Copy)]
pub enum Engine {
    /// Ours.
    Replate,
    /// `dom_smoothie`, a port of Readability.js.
    DomSmoothie,
    /// The crate `trafilatura`, with its fallbacks as the Python original has them.
    TrafilaturaFallback,
    /// The same without.
    Trafilatura,
    /// The crate `rs-trafilatura`.
    RsTrafilatura,
    /// html5ever's tree and nothing else: for its cost only.
    Tree,
}

/// What an engine says of a page.
pub enum Read {
    /// A reading in its own shape.
    Ours(Value),
    /// A body as text, and what stands beside it.
    Theirs { headline: Option<String>, byline: Option<String>, published: Option<String>, text: String },
    /// Nothing that anybody asked for.
    Tree,
}

impl Read {
    /// A line of `read --batch`, but for its id.
    pub fn row(self) -> Value {
        match self {
            Self::Ours(reading) => reading,
            Self::Tree => json!({ "page": "other" }),
            Self::Theirs { headline, byline, published, text } => {
                let said = |s: Option<String>| s.filter(|s| !s.trim().is_empty());
                json!({
                    "headline": said(headline),
                    "bylines": said(byline).into_iter().collect::<Vec<_>>(),
                    "published_at": said(published),
                    "page": if text.trim().is_empty() { "empty" } else { "article" },
                    "body": [{ "kind": "paragraph", "text": text }],
                })
            }
        }
    }
}

impl Engine {
    pub fn named(name: &str) -> Result<Self, String> {
        Ok(match name {
            "replate" => Self::Replate,
            "dom_smoothie" => Self::DomSmoothie,
            "trafilatura-rs-fallback" => Self::TrafilaturaFallback,
            "trafilatura-rs" => Self::Trafilatura,
            "rs-trafilatura" => Self::RsTrafilatura,
            "tree" => Self::Tree,
            _ => return Err(format!("{name}: no such engine here")),
        })
    }

    pub fn read(self, page: &str, url: &str) -> Result<Read, String> {
        match self {
            Self::Replate => {
                let page = extract::Page { body: page.as_bytes(), content_type: Some("text/html; charset=utf-8"), url };
                serde_json::to_value(extract::extract(&page)).map(Read::Ours).map_err(|e| e.to_string())
            }
            Self::DomSmoothie => dom_smoothie(page, url),
            Self::TrafilaturaFallback => trafilatura(page, url, true),
            Self::Trafilatura => trafilatura(page, url, false),
            Self::RsTrafilatura => rs_trafilatura(page, url),
            Self::Tree => {
                black_box(dom_query::Document::from(page));
                Ok(Read::Tree)
            }
        }
    }

    /// The engine's own work alone, for its cost: nothing is turned into another shape.
    pub fn work(self, page: &str, url: &str) {
        match self {
            Self::Replate => {
                let page = extract::Page { body: page.as_bytes(), content_type: Some("text/html; charset=utf-8"), url };
                black_box(extract::extract(&page));
            }
            Self::DomSmoothie => {
                black_box(smooth(page, url).ok());
            }
            _ => {
                black_box(self.read(page, url).ok());
            }
        }
    }
}

fn smooth(page: &str, url: &str) -> Result<dom_smoothie::Article, String> {
    let mut made = dom_smoothie::Readability::new(page, Some(url), None)
        .or_else(|_| dom_smoothie::Readability::new(page, None, None))
        .map_err(|e| e.to_string())?;
    made.parse().map_err(|e| e.to_string())
}

fn dom_smoothie(page: &str, url: &str) -> Result<Read, String> {
    let article = smooth(page, url)?;
    Ok(Read::Theirs {
        headline: Some(article.title),
        byline: article.byline,
        published: article.published_time,
        text: html::text_of(&article.content),
    })
}

fn trafilatura(page: &str, url: &str, fallback: bool) -> Result<Read, String> {
    let mut options = trafilatura::Options::default().with_fallback(fallback);
    options.original_url = url::Url::parse(url).ok();
    options.exclude_comments = true;
    let found = trafilatura::extract(page, &options).map_err(|e| e.to_string())?;
    Ok(Read::Theirs {
        headline: Some(found.metadata.title),
        byline: Some(found.metadata.author),
        published: found.metadata.date.map(|d| d.to_string()),
        text: found.content_text,
    })
}

fn rs_trafilatura(page: &str, url: &str) -> Result<Read, String> {
    let options = rs_trafilatura::Options { url: Some(url.to_owned()), ..Default::default() };
    let found = rs_trafilatura::extract_with_options(page, &options).map_err(|e| e.to_string())?;
    Ok(Read::Theirs {
        headline: found.metadata.title,
        byline: found.metadata.author,
        published: found.metadata.date.map(|d| d.to_rfc3339()),
        text: found.content_text,
    })
}
