//! Bounds before the tree: html5ever's cost grows with the square of the nesting depth, of the attributes of one
//! tag, and of the formatting elements left open, so all three are cut in one linear pass over the tags.

use std::borrow::Cow;

/// Longest page that is read, in bytes of UTF-8. The largest article pages seen have 4 MB.
pub(crate) const MAX_PAGE: usize = 8 << 20;
/// Deepest nesting that reaches the tree. Real articles stay below 100; browsers cap at 512.
const MAX_DEPTH: usize = 512;
/// Most attributes of one tag. Real tags stay below 60.
const MAX_ATTRIBUTES: usize = 256;
/// Most formatting elements (of one name) that may be open at once: each new paragraph reopens all of them.
const MAX_FORMATTING: u32 = 64;

const VOID: [&str; 15] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "frame",
];
const RAW: [&str; 9] = ["script", "style", "textarea", "title", "noscript", "iframe", "xmp", "noembed", "noframes"];
const FORMATTING: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];
/// Start tags that end an open paragraph.
const ENDS_PARAGRAPH: [&str; 30] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "main",
    "nav",
    "ol",
    "p",
    "section",
    "table",
    "ul",
];

/// The page with what would blow up the tree left out, and whether anything was.
pub(crate) fn tame(page: &str) -> (Cow<'_, str>, bool) {
    let (page, cut) = shortened(page);
    let mut pass = Pass { page, kept: 0, out: String::new(), open: Vec::new(), formatting: [0; FORMATTING.len()] };
    pass.run();
    if pass.kept == 0 {
        return (Cow::Borrowed(page), cut);
    }
    pass.out.push_str(&page[pass.kept..]);
    (Cow::Owned(pass.out), true)
}

/// The page up to the longest that is read, and whether it was longer.
pub(crate) fn shortened(page: &str) -> (&str, bool) {
    (&page[..boundary(page, MAX_PAGE)], page.len() > MAX_PAGE)
}

/// The last place at or before `at` where a text can be cut.
pub(crate) fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0)
}

/// One pass over the tags; `page[..kept]` is already in `out` (nothing is, while nothing was left out).
struct Pass<'a> {
    page: &'a str,
    kept: usize,
    out: String,
    open: Vec<&'a str>,
    formatting: [u32; FORMATTING.len()],
}

impl<'a> Pass<'a> {
    fn run(&mut self) {
        let bytes = self.page.as_bytes();
        let mut at = 0;
        while let Some(i) = self.page[at..].find('<') {
            let start = at + i;
            at = match bytes.get(start + 1) {
                Some(b'!') if self.page[start..].starts_with("<!--") => self.after(start + 4, "-->"),
                Some(b'!' | b'?') => self.after(start + 2, ">"),
                Some(b'/') => self.end_tag(start),
                Some(c) if c.is_ascii_alphabetic() => self.start_tag(start),
                _ => start + 1,
            };
        }
    }

    fn after(&self, from: usize, mark: &str) -> usize {
        self.page[from..].find(mark).map_or(self.page.len(), |i| from + i + mark.len())
    }

    fn leave_out(&mut self, from: usize, to: usize) {
        self.out.push_str(&self.page[self.kept..from]);
        self.kept = to;
    }

    fn name_at(&self, start: usize) -> &'a str {
        let rest = &self.page[start..];
        let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>').unwrap_or(rest.len());
        &rest[..end]
    }

    fn end_tag(&mut self, start: usize) -> usize {
        let name = self.name_at(start + 2);
        let end = self.after(start + 2 + name.len(), ">");
        if let Some(i) = position(&FORMATTING, name) {
            self.formatting[i] = self.formatting[i].saturating_sub(1);
        }
        if let Some(i) = self.open.iter().rposition(|n| n.eq_ignore_ascii_case(name)) {
            self.open.truncate(i);
        }
        end
    }

    fn start_tag(&mut self, start: usize) -> usize {
        let name = self.name_at(start + 1);
        let (end, too_many) = self.scan_attributes(start + 1 + name.len());
        let is = |names: &[&str]| position(names, name).is_some();
        if let Some(cut) = too_many {
            self.leave_out(cut, end);
            self.out.push('>');
        }
        if is(&RAW) {
            return self.after_raw(end, name);
        }
        if is(&VOID) {
            return end;
        }
        self.close_implied(name);
        let formatting = position(&FORMATTING, name);
        let full = formatting.is_some_and(|i| self.formatting[i] >= MAX_FORMATTING);
        if full || self.open.len() >= MAX_DEPTH {
            if self.kept > start {
                // the attributes were cut already: the tag is in `out`
                self.out.truncate(self.out.rfind('<').unwrap_or(0));
            } else {
                self.leave_out(start, end);
            }
            return end;
        }
        if let Some(i) = formatting {
            self.formatting[i] += 1;
        }
        self.open.push(name);
        end
    }

    /// Where the tag ends (after `>`), and where to cut it if it has too many attributes.
    fn scan_attributes(&self, from: usize) -> (usize, Option<usize>) {
        let bytes = self.page.as_bytes();
        let (mut at, mut count, mut cut) = (from, 0, None);
        let mut in_name = false;
        while let Some(&c) = bytes.get(at) {
            match c {
                b'>' => return (at + 1, cut),
                b'=' if in_name => {
                    let value = at + 1 + bytes[at + 1..].iter().take_while(|c| c.is_ascii_whitespace()).count();
                    at = match bytes.get(value) {
                        Some(q @ (b'"' | b'\'')) => self.after(value + 1, if *q == b'"' { "\"" } else { "'" }),
                        _ => {
                            let end = |c: &&u8| !c.is_ascii_whitespace() && **c != b'>';
                            value + bytes[value.min(bytes.len())..].iter().take_while(end).count()
                        }
                    };
                    in_name = false;
                }
                c if c.is_ascii_whitespace() || c == b'/' => {
                    in_name = false;
                    at += 1;
                }
                _ => {
                    if !in_name {
                        count += 1;
                        if count > MAX_ATTRIBUTES && cut.is_none() {
                            cut = Some(at);
                        }
                    }
                    in_name = true;
                    at += 1;
                }
            }
        }
        (bytes.len(), cut)
    }

    fn after_raw(&self, from: usize, name: &str) -> usize {
        let bytes = self.page.as_bytes();
        let mut at = from;
        while let Some(i) = self.page[at..].find("</") {
            at += i + 2;
            let end = at + name.len();
            if bytes.get(at..end).is_some_and(|b| b.eq_ignore_ascii_case(name.as_bytes())) {
                return self.after(end, ">");
            }
        }
        bytes.len()
    }

    /// End tags that HTML lets authors leave out, so that long flat lists are not taken for deep ones.
    fn close_implied(&mut self, name: &str) {
        if position(&ENDS_PARAGRAPH, name).is_some() && self.open.last().is_some_and(|n| n.eq_ignore_ascii_case("p")) {
            self.open.pop();
        }
        let (own, fence): (&[&str], &[&str]) = match () {
            () if name.eq_ignore_ascii_case("li") => (&["li"], &["ul", "ol", "menu"]),
            () if position(&["dt", "dd"], name).is_some() => (&["dt", "dd"], &["dl"]),
            () if position(&["td", "th"], name).is_some() => (&["td", "th"], &["table", "tr"]),
            () if name.eq_ignore_ascii_case("tr") => (&["tr"], &["table"]),
            () if position(&["option", "optgroup"], name).is_some() => (&["option"], &["select"]),
            () => return,
        };
        for i in (0..self.open.len()).rev() {
            if position(fence, self.open[i]).is_some() {
                return;
            }
            if position(own, self.open[i]).is_some() {
                self.open.truncate(i);
                return;
            }
        }
    }
}

fn position(names: &[&str], name: &str) -> Option<usize> {
    names.iter().position(|n| n.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinary_page_is_left_as_it_is() {
        let page = "<ul>".to_owned() + &"<li>one<p>two".repeat(5000) + "</ul><!-- <b --><script>a<b</script>";
        assert!(matches!(tame(&page), (Cow::Borrowed(_), false)));
    }

    #[test]
    fn depth_attributes_and_open_formatting_are_cut() {
        let deep = "<div>".repeat(100_000) + "text";
        let (tamed, cut) = tame(&deep);
        assert!(cut && tamed.matches("<div>").count() == MAX_DEPTH && tamed.ends_with("text"));
        let wide = format!("<p {}>text", (0..100_000).map(|i| format!("a{i}=1 ")).collect::<String>());
        let (tamed, cut) = tame(&wide);
        assert!(cut && tamed.len() < 4000 && tamed.ends_with(">text"), "{}", &tamed[tamed.len() - 40..]);
        let open: String = (0..10_000).map(|i| format!("<p><b id={i}></p>")).collect();
        assert_eq!(tame(&open).0.matches("<b").count(), MAX_FORMATTING as usize);
    }

    #[test]
    fn unclosed_things_end_the_pass() {
        for page in ["<", "<a", "<a href=\"x", "<!--", "<!", "</", "<script>", "<p a=", "<p a='", "é<é"] {
            assert_eq!(tame(&page.repeat(50)).0, page.repeat(50));
        }
    }
}
