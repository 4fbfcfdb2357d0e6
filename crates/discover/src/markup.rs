//! Pieces of markup: tags and text of XML or HTML, however broken. Nothing is refused.

/// A piece of markup, as it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// A start tag.
    Open {
        /// Its name as written, with prefix.
        name: &'a str,
        /// Names and values as written, entities still in them, quotes removed.
        attributes: Vec<(&'a str, &'a str)>,
        /// Whether it closes itself.
        empty: bool,
    },
    /// An end tag.
    Close(&'a str),
    /// Text with entities still in it.
    Text(&'a str),
    /// A CDATA section: text that means itself.
    Verbatim(&'a str),
}

/// More attributes of one tag are left out: real ones have at most a few dozen.
const MAX_ATTRIBUTES: usize = 128;

/// An attribute's value is taken to be unquoted if its end is farther away: only `data:` pictures
/// are longer, and without the bound a text of `<a b="` over and over would take quadratic time.
const MAX_VALUE_BYTES: usize = 64 * 1024;

/// The pieces of `text`. Comments, declarations and processing instructions are left out.
pub(crate) fn pieces(text: &str) -> Pieces<'_> {
    Pieces { rest: text, cut: false }
}

/// See [`pieces`].
pub(crate) struct Pieces<'a> {
    rest: &'a str,
    cut: bool,
}

impl<'a> Pieces<'a> {
    /// Whether the text ended inside of a tag, comment or CDATA section.
    pub(crate) fn is_cut(&self) -> bool {
        self.cut
    }

    /// Takes everything up to the end tag of `name`, for elements whose text is no markup; without an
    /// end tag, all the rest.
    pub(crate) fn raw_until_end(&mut self, name: &str) -> &'a str {
        let is_end = |at: &usize| starts_with_word(&self.rest[at + 2..], name);
        let end = self.rest.match_indices("</").map(|(at, _)| at).find(is_end).unwrap_or(self.rest.len());
        let (raw, rest) = self.rest.split_at(end);
        self.rest = rest;
        raw
    }

    /// Takes what lies before `end` and goes on after it; without an end, all the rest.
    fn until(&mut self, start: usize, end: &str) -> &'a str {
        let body = self.rest.get(start..).unwrap_or("");
        match body.find(end) {
            Some(at) => {
                self.rest = &body[at + end.len()..];
                &body[..at]
            }
            None => {
                self.cut = true;
                self.rest = "";
                body
            }
        }
    }

    /// `<!DOCTYPE …>` with its internal subset in brackets.
    fn skip_declaration(&mut self) {
        let close = self.rest.find('>').unwrap_or(self.rest.len());
        match self.rest[..close].find('[').filter(|_| starts_with_word(&self.rest[2..], "doctype")) {
            Some(bracket) => {
                self.until(bracket, "]");
                self.until(0, ">");
            }
            None => {
                self.until(2, ">");
            }
        }
    }

    /// Takes the text up to the next markup.
    fn text(&mut self) -> &'a str {
        let mut signs = self.rest.match_indices('<').map(|(at, _)| at);
        let end = signs.find(|at| begins_markup(&self.rest[*at..])).unwrap_or(self.rest.len());
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        text
    }

    fn tag(&mut self) -> Piece<'a> {
        let start = if self.rest.starts_with("</") { 2 } else { 1 };
        let after = &self.rest[start..];
        let name_end =
            after.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/' | '<' | '=')).unwrap_or(after.len());
        let (name, mut tail) = after.split_at(name_end);
        let mut attributes = Vec::new();
        let mut empty = false;
        loop {
            tail = tail.trim_start();
            if let Some(rest) = tail.strip_prefix('>') {
                tail = rest;
                break;
            }
            if tail.starts_with('<') {
                break;
            }
            if tail.is_empty() {
                self.cut = true;
                break;
            }
            if let Some(rest) = tail.strip_prefix('/') {
                empty = rest.starts_with('>');
                tail = rest;
                continue;
            }
            let (attribute, value, rest) = attribute(tail);
            if attributes.len() < MAX_ATTRIBUTES {
                attributes.push((attribute, value));
            }
            tail = rest;
        }
        self.rest = tail;
        if start == 2 { Piece::Close(name) } else { Piece::Open { name, attributes, empty } }
    }
}

/// The attribute at the start of `text`, and what follows. Takes at least one character.
fn attribute(text: &str) -> (&str, &str, &str) {
    let stops = |c: char| c.is_whitespace() || matches!(c, '>' | '/' | '<' | '=');
    let first = text.chars().next().map_or(0, char::len_utf8);
    let end = text[first..].find(stops).map_or(text.len(), |at| at + first);
    let (name, rest) = text.split_at(end);
    let Some(value) = rest.trim_start().strip_prefix('=').map(str::trim_start) else {
        return (name, "", rest);
    };
    if let Some(quote) = value.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        let within = &value.as_bytes()[1..value.len().min(MAX_VALUE_BYTES)];
        if let Some(at) = within.iter().position(|b| *b == quote as u8) {
            return (name, &value[1..at + 1], &value[at + 2..]);
        }
    }
    let end = value.find(|c: char| c.is_whitespace() || matches!(c, '>' | '<')).unwrap_or(value.len());
    (name, value[..end].trim_matches(['"', '\'']), &value[end..])
}

fn starts_with_word(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// Whether a `<` begins markup and is not just a less-than sign.
fn begins_markup(text: &str) -> bool {
    let mut after = text.strip_prefix('<').unwrap_or_default().chars();
    match after.next() {
        Some('/') => after.next().is_some_and(|c| c.is_alphabetic() || c == '_'),
        Some('!') => after.next().is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '-' | '[')),
        Some(c) => c.is_alphabetic() || matches!(c, '_' | '?'),
        None => false,
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            if !begins_markup(self.rest) {
                return Some(Piece::Text(self.text()));
            } else if self.rest.starts_with("<!--") {
                self.until(4, "-->");
            } else if self.rest.starts_with("<![CDATA[") {
                return Some(Piece::Verbatim(self.until(9, "]]>")));
            } else if self.rest.starts_with("<!") {
                self.skip_declaration();
            } else if self.rest.starts_with("<?") {
                self.until(2, ">");
            } else {
                return Some(self.tag());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let show = |piece| match piece {
            Piece::Open { name, attributes, empty } => {
                let attributes: String = attributes.iter().map(|(n, v)| format!(" {n}={v}")).collect();
                format!("<{name}{attributes}{}>", if empty { "/" } else { "" })
            }
            Piece::Close(name) => format!("</{name}>"),
            Piece::Text(text) => format!("[{text}]"),
            Piece::Verbatim(text) => format!("{{{text}}}"),
        };
        pieces(text).map(show).collect()
    }

    #[test]
    fn every_text_has_pieces() {
        let cases = [
            ("<a b='1' c=2 d>x</a>", "<a b=1 c=2 d=>[x]</a>"),
            ("1 < 2 & 3 <b>", "[1 < 2 & 3 ]<b>"),
            ("<br/><br />", "<br/><br/>"),
            ("<?xml version='1.0'?><!-- <a> --><x>", "<x>"),
            ("<!DOCTYPE rss [<!ENTITY a \"b>c\">]><rss>", "<rss>"),
            ("<!DOCTYPE html><p>", "<p>"),
            ("<![CDATA[a <b> c]]>d", "{a <b> c}[d]"),
            ("<![CDATA[cut", "{cut}"),
            ("<a href=\"never closed>text<b>", "<a href=never closed=>[text]<b>"),
            ("<a <b>", "<a><b>"),
            ("<a href='x", "<a href=x>"),
            ("</>x", "[</>x]"),
            ("<", "[<]"),
            ("<<<a>", "[<<]<a>"),
            ("<a=b>", "<a =b=>"),
        ];
        for (text, want) in cases {
            assert_eq!(shown(text), want, "{text}");
        }
    }
}
