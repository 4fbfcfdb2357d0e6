//! HTML that an engine gives becomes text: a line a block.

use dom_query::{Document, NodeRef};

/// Elements that stand within a line.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "mark", "nobr", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr", "img", "label",
];
/// Elements whose text nobody reads.
const UNREAD: &[&str] = &["script", "style", "noscript", "template", "head"];

/// The text of a piece of HTML, a line a block, white space collapsed.
pub fn text_of(html: &str) -> String {
    let mut text = String::new();
    walk(&Document::fragment(html).root(), &mut text);
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn walk(node: &NodeRef, text: &mut String) {
    for child in node.children_it(false) {
        if child.is_text() {
            // A line feed within a text is white space as any other.
            text.extend(child.text().chars().map(|c| if c == '\n' || c == '\r' { ' ' } else { c }));
            continue;
        }
        let Some(name) = child.node_name() else { continue };
        if UNREAD.contains(&&*name) {
            continue;
        }
        let block = !INLINE.contains(&&*name);
        if block {
            text.push('\n');
        }
        walk(&child, text);
        if block {
            text.push('\n');
        }
    }
}
