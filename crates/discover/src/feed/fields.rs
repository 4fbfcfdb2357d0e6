//! Texts of a feed as plain text: escaped HTML, inline XHTML, Base64 or just text.

use super::tree::{Child, Id, Tree};
use crate::discovered::Format;
use crate::plain::{self, Tags};

/// A summary is cut here: it tells what an article is about, and some feeds put books in it.
const MAX_SUMMARY_CHARS: usize = 10_000;

/// How the text of an element is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Writing {
    /// Characters mean themselves.
    Text,
    /// HTML, escaped or in CDATA.
    Html,
    /// Base64 of bytes in UTF-8.
    Base64,
}

/// The headline that the element holds, if any.
pub(crate) fn title(tree: &Tree, id: Id, format: Format) -> Option<String> {
    some(text_of(tree, id, format, Tags::OfHtml))
}

/// The summary that the element holds, if any.
pub(crate) fn summary(tree: &Tree, id: Id, format: Format) -> Option<String> {
    let text = text_of(tree, id, format, Tags::All);
    some(match text.char_indices().nth(MAX_SUMMARY_CHARS) {
        Some((end, _)) => text[..end].to_owned(),
        None => text,
    })
}

/// Text that is no prose: names, ids, dates.
pub(crate) fn word(tree: &Tree, id: Id) -> Option<String> {
    some(plain::of_text(&inline(tree, id)))
}

fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

fn text_of(tree: &Tree, id: Id, format: Format, tags: Tags) -> String {
    let has_elements = tree.children(id).iter().any(|child| matches!(child, Child::Element(_)));
    if has_elements {
        return plain::of_text(&inline(tree, id));
    }
    let text = tree.own_text(id);
    match writing(tree, id, format) {
        Writing::Text => plain::of_text(&text),
        Writing::Html => plain::of_html(&text, tags),
        Writing::Base64 => plain::of_html(&base64(&text).unwrap_or(text), tags),
    }
}

/// Atom says how a text is written (RFC 4287 §3.1); every other format means HTML, whatever it says.
fn writing(tree: &Tree, id: Id, format: Format) -> Writing {
    let kind = tree.attribute(id, "type").map(str::to_ascii_lowercase);
    let kind = kind.as_deref().map(|kind| kind.split(';').next().unwrap_or(kind).trim());
    if tree.attribute(id, "mode") == Some("base64") {
        return Writing::Base64;
    }
    match kind {
        Some("html" | "text/html" | "application/xhtml+xml") => Writing::Html,
        Some("text" | "text/plain" | "xhtml") => Writing::Text,
        Some(kind)
            if format == Format::Atom && kind.contains('/') && !kind.starts_with("text/") && !kind.ends_with("xml") =>
        {
            Writing::Base64
        }
        _ if format == Format::Atom => Writing::Text,
        _ => Writing::Html,
    }
}

/// The text of an element and of those inside of it, with a space where blocks meet.
fn inline(tree: &Tree, id: Id) -> String {
    let mut text = String::new();
    // Depth is bounded by the tree.
    add_inline(tree, id, &mut text);
    text
}

fn add_inline(tree: &Tree, id: Id, text: &mut String) {
    for child in tree.children(id) {
        match child {
            Child::Text(own) => text.push_str(own),
            Child::Element(inner) => {
                let name = tree.name(*inner);
                let name = name.strip_prefix("xhtml:").unwrap_or(name);
                if plain::is_unseen(name) {
                    continue;
                }
                let gap = if plain::separates(name) { " " } else { "" };
                text.push_str(gap);
                add_inline(tree, *inner, text);
                text.push_str(gap);
            }
        }
    }
}

/// Decodes Base64 (RFC 4648 §4), white space and padding left out; `None` if it is none.
fn base64(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in text.bytes().filter(|b| !b.is_ascii_whitespace() && *b != b'=') {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = (bits << 6 | u32::from(value)) & 0xff_ffff;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xff) as u8);
        }
    }
    String::from_utf8(bytes).ok()
}
