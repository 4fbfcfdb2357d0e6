//! Plain text: entities decoded, tags gone, white space folded.

use std::borrow::Cow;

use crate::markup::{Piece, pieces};

/// How the tags of a text are told from text that has `<` in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tags {
    /// Everything of the shape of a tag is one: bodies, summaries.
    All,
    /// Only elements of HTML are: in a headline, `<Foo>` may be meant.
    OfHtml,
}

/// The text that a reader of the HTML would see, on one line.
pub(crate) fn of_html(html: &str, tags: Tags) -> String {
    let mut text = String::with_capacity(html.len());
    let mut all = pieces(html);
    while let Some(piece) = all.next() {
        match piece {
            Piece::Text(raw) => text.push_str(&entities(raw)),
            Piece::Verbatim(raw) => text.push_str(raw),
            Piece::Open { name, .. } => {
                let lower = name.to_ascii_lowercase();
                if is_unseen(&lower) {
                    all.raw_until_end(name);
                } else if tags == Tags::OfHtml && !is_html(&lower) {
                    text.push('<');
                    text.push_str(name);
                    text.push('>');
                } else if separates(&lower) {
                    text.push(' ');
                }
            }
            Piece::Close(name) => {
                let lower = name.to_ascii_lowercase();
                if tags == Tags::OfHtml && !is_html(&lower) {
                    text.push_str("</");
                    text.push_str(name);
                    text.push('>');
                } else if separates(&lower) {
                    text.push(' ');
                }
            }
        }
    }
    text::canonical(&without_controls(&text))
}

/// The text as it is, on one line.
pub(crate) fn of_text(text: &str) -> String {
    text::canonical(&without_controls(text))
}

/// Control characters come from broken databases. Nobody sees those that XML forbids; those from
/// U+0080 to U+009F are bytes of Windows-1252 that somebody took for Latin-1.
fn without_controls(text: &str) -> Cow<'_, str> {
    let is_bad = |c: char| (c.is_control() && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    if !text.contains(is_bad) {
        return Cow::Borrowed(text);
    }
    let meant = text.chars().filter_map(|c| match c {
        '\u{80}'..='\u{9f}' => Some(by_number(c.into())),
        c => (!is_bad(c)).then_some(c),
    });
    Cow::Owned(meant.collect())
}

/// Decodes entities once: those of XML and HTML by name, and by number. A `&` that begins none stays.
pub(crate) fn entities(raw: &str) -> Cow<'_, str> {
    let Some(first) = raw.find('&') else {
        return Cow::Borrowed(raw);
    };
    let mut text = String::with_capacity(raw.len());
    text.push_str(&raw[..first]);
    let mut rest = &raw[first..];
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        match entity(&rest[1..]) {
            Some((decoded, length)) => {
                text.push_str(&decoded);
                rest = &rest[1 + length..];
            }
            None => {
                text.push('&');
                rest = &rest[1..];
            }
        }
    }
    text.push_str(rest);
    Cow::Owned(text)
}

/// The longest name of an entity in HTML is `CounterClockwiseContourIntegral`.
const MAX_NAME_BYTES: usize = 31;

/// The entity at the start of `text`, after its `&`, and how many bytes it takes.
fn entity(text: &str) -> Option<(String, usize)> {
    if let Some(number) = text.strip_prefix('#') {
        let (digits, radix, before) = match number.strip_prefix(['x', 'X']) {
            Some(hex) => (hex, 16, 2),
            None => (number, 10, 1),
        };
        let end = digits.bytes().position(|b| !char::from(b).is_digit(radix)).unwrap_or(digits.len());
        let code = u32::from_str_radix(&digits[..end], radix).ok()?;
        let semicolon = usize::from(digits[end..].starts_with(';'));
        return Some((by_number(code).to_string(), before + end + semicolon));
    }
    let end = text.bytes().take(MAX_NAME_BYTES).position(|b| !b.is_ascii_alphanumeric())?;
    if text.as_bytes()[end] != b';' {
        return None;
    }
    let (first, second) = html5ever::data::NAMED_ENTITIES.get(&text[..=end])?;
    let chars = [*first, *second].into_iter().filter(|code| *code != 0).filter_map(char::from_u32);
    let decoded: String = chars.collect();
    (!decoded.is_empty()).then_some((decoded, end + 1))
}

/// Numbers 128 to 159 mean what they mean in Windows-1252, as in every browser.
fn by_number(code: u32) -> char {
    if let Ok(byte @ 0x80..=0x9f) = u8::try_from(code) {
        let bytes = [byte];
        let (decoded, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes);
        return decoded.chars().next().unwrap_or('\u{fffd}');
    }
    char::from_u32(code).filter(|c| *c != '\0').unwrap_or('\u{fffd}')
}

/// Whether nobody sees the text of the element.
pub(crate) fn is_unseen(name: &str) -> bool {
    matches!(name, "script" | "style" | "template")
}

/// Whether the element stands on lines of its own, so that words on both sides are apart.
pub(crate) fn separates(name: &str) -> bool {
    !matches!(
        name,
        "a" | "abbr"
            | "acronym"
            | "b"
            | "bdi"
            | "bdo"
            | "big"
            | "cite"
            | "code"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "ins"
            | "kbd"
            | "mark"
            | "nobr"
            | "q"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strike"
            | "strong"
            | "sub"
            | "sup"
            | "tt"
            | "u"
            | "var"
            | "wbr"
    )
}

fn is_html(name: &str) -> bool {
    !separates(name)
        || is_unseen(name)
        || matches!(
            name,
            "address"
                | "applet"
                | "frameset"
                | "iframe"
                | "noframes"
                | "textarea"
                | "area"
                | "article"
                | "aside"
                | "audio"
                | "base"
                | "blink"
                | "blockquote"
                | "body"
                | "br"
                | "button"
                | "canvas"
                | "caption"
                | "center"
                | "col"
                | "dd"
                | "details"
                | "dir"
                | "div"
                | "dl"
                | "dt"
                | "embed"
                | "fieldset"
                | "figcaption"
                | "figure"
                | "footer"
                | "form"
                | "frame"
                | "h1"
                | "h2"
                | "h3"
                | "h4"
                | "h5"
                | "h6"
                | "head"
                | "header"
                | "hr"
                | "html"
                | "img"
                | "input"
                | "label"
                | "legend"
                | "li"
                | "link"
                | "main"
                | "map"
                | "marquee"
                | "menu"
                | "meta"
                | "meter"
                | "nav"
                | "noscript"
                | "object"
                | "ol"
                | "option"
                | "p"
                | "param"
                | "picture"
                | "pre"
                | "progress"
                | "ruby"
                | "rt"
                | "rp"
                | "section"
                | "select"
                | "source"
                | "summary"
                | "svg"
                | "table"
                | "tbody"
                | "td"
                | "tfoot"
                | "th"
                | "thead"
                | "time"
                | "title"
                | "tr"
                | "track"
                | "ul"
                | "video"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_what_a_reader_sees() {
        let cases = [
            ("A <b>bold</b> claim", "A bold claim"),
            ("AT&amp;T &lt;3 caf&eacute; &#8217;&#x2019; &#146;", "AT&T <3 café ’’ ’"),
            ("1 < 2 & 3 &unknown; &; &#; &#x;", "1 < 2 & 3 &unknown; &; &#; &#x;"),
            ("<p>One</p><p>Two<br>Three</p>", "One Two Three"),
            ("a<script>if (a<b) x();</script>b", "a b"),
            ("Review of <Foo>", "Review of <Foo>"),
            ("<svg/onload=alert(1)>x", "x"),
            ("bell\u{7} don\u{92}t", "bell don’t"),
        ];
        for (html, want) in cases {
            assert_eq!(of_html(html, Tags::OfHtml), want, "{html}");
        }
        assert_eq!(of_html("a <foo:bar>b</foo:bar>", Tags::All), "a b");
    }
}
