//! A body that the page holds only as data for its scripts: what readers see once these have run.
//!
//! Frameworks write the state of a page into it (`__NEXT_DATA__`, `Fusion.globalContent`, `__INITIAL_STATE__`, streamed
//! parts of `__next_f`). Whatever it is called, the article is the place in that data that says the most in sentences:
//! a list of paragraphs, a list of objects with one each, or one text in HTML. Asked only where a page shows no text,
//! and never of an article that is not free: what a wall keeps from readers is not read round it.

use news::{Block, BlockKind};
use serde_json::Value;
use text::canonical;

use crate::leaf::{self, ends_like_sentence, width};
use crate::tree::Tree;
use crate::{guard, wording};

/// Longest script that is parsed, in bytes.
const LONGEST: usize = 4 << 20;
/// Most values that are looked at on a page, and deepest.
const MOST_VALUES: usize = 300_000;
const DEEPEST: usize = 100;
/// Least prose that is an article, as wide as so many letters.
const LEAST: usize = 200;
/// Shortest prose of one paragraph.
const SHORTEST: usize = 40;
/// Bytes of a script that are read over and over, where values begin that are none, and places that are tried at least.
const MOST_READ: usize = 64 << 20;
const FEWEST_TRIES: usize = 8;
/// Letters of scripts that have no mark for the end of a sentence: Thai and Lao.
const ENDLESS: std::ops::RangeInclusive<char> = '\u{e00}'..='\u{eff}';
/// Keys of an object that hold the text of a paragraph or a heading.
const TEXT_KEYS: [&str; 10] =
    ["content", "text", "html", "value", "paragraph", "body", "bodytext", "data", "markup", "children"];
/// Keys whose presence says that an object is about another piece.
const OTHER_PIECE: [&str; 10] =
    ["url", "href", "slug", "headline", "headlines", "canonical_url", "canonicalurl", "link", "permalink", "teaser"];

/// The blocks of the body that stands in a page's scripts; none if none of them holds an article.
pub(crate) fn find(tree: &Tree) -> Vec<Block> {
    let mut best = Found::default();
    let mut left = MOST_VALUES;
    let mut streamed = String::new();
    for id in tree.elements().filter(|id| tree.name(*id) == "script") {
        let kind = tree.attr(id, "type").unwrap_or_default().trim().to_ascii_lowercase();
        if kind.starts_with("application/ld+json") {
            continue;
        }
        let script: String = tree.children(id).filter_map(|c| tree.text(c)).collect();
        if script.len() > LONGEST {
            continue;
        }
        if let Some(part) = streamed_part(&script) {
            if streamed.len() + part.len() <= LONGEST {
                streamed.push_str(&part);
            }
            continue;
        }
        values(&script).iter().for_each(|value| search(value, &mut best, &mut left, 0));
    }
    for line in streamed.lines() {
        let value = line.split_once(':').and_then(|(_, rest)| serde_json::from_str::<Value>(rest).ok());
        value.iter().for_each(|value| search(value, &mut best, &mut left, 0));
    }
    let told = best.blocks.iter().filter(|block| is_prose(&block.text)).count();
    // one paragraph alone may be anything that a site says
    if best.prose < LEAST || told < 2 && best.prose < 2 * LEAST { Vec::new() } else { best.blocks }
}

/// What says the most so far.
#[derive(Default)]
struct Found {
    prose: usize,
    blocks: Vec<Block>,
}

impl Found {
    fn offer(&mut self, blocks: Vec<Block>) {
        let prose = |block: &Block| if is_prose(&block.text) { width(&block.text) } else { 0 };
        let prose = blocks.iter().map(prose).sum();
        if prose > self.prose {
            *self = Self { prose, blocks };
        }
    }
}

fn is_prose(text: &str) -> bool {
    let wide = width(text);
    // some scripts end sentences with a blank
    let ends = ends_like_sentence(text) || wide >= 3 * SHORTEST && text.chars().any(|c| ENDLESS.contains(&c));
    wide >= SHORTEST && ends && text.contains([' ', '、', '，', '。']) && !text.contains("{\"")
}

/// The part of a page that `self.__next_f.push([1, "…"])` adds.
fn streamed_part(script: &str) -> Option<String> {
    let (_, rest) = script.split_once("__next_f.push(")?;
    let value = first_value(rest)?;
    value.get(1)?.as_str().map(str::to_owned)
}

/// The values that a script is, assigns or hands on: `{…}`, `window.X = {…}`, `JSON.parse("…")`, `x.push({…})`.
fn values(script: &str) -> Vec<Value> {
    let whole = script.trim();
    if whole.starts_with(['{', '[']) {
        return first_value(whole).into_iter().collect();
    }
    let mut values = Vec::new();
    let mut rest = whole;
    let mut tries = FEWEST_TRIES.max(MOST_READ / whole.len().max(1));
    while let Some(at) = rest.find(['=', '(']).filter(|_| tries > 0) {
        let given = rest[at + 1..].trim_start();
        rest = given;
        if !given.starts_with(['{', '[', '"']) {
            continue;
        }
        let mut stream = serde_json::Deserializer::from_str(given).into_iter::<Value>();
        let Some(Ok(value)) = stream.next() else {
            tries -= 1;
            if let Some((object, end)) = loose(given) {
                values.push(object);
                rest = &given[end..];
            }
            continue;
        };
        rest = &given[stream.byte_offset()..];
        values.push(match value {
            // the state as a text of its own
            Value::String(text) => match first_value(&text) {
                Some(value) => value,
                None => continue,
            },
            value => value,
        });
    }
    values
}

/// An object as scripts write it, with keys that are not quoted, and where it ends.
fn loose(given: &str) -> Option<(Value, usize)> {
    let begins = |c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '$');
    given.strip_prefix('{').filter(|rest| rest.trim_start().starts_with(begins))?;
    let (mut out, mut depth, mut before, mut at) = (String::new(), 0_usize, ' ', 0);
    let bytes = given.as_bytes();
    while let Some(c) = bytes.get(at).map(|b| char::from(*b)) {
        let start = at;
        at += 1;
        match c {
            '"' => {
                while *bytes.get(at)? != b'"' {
                    at += 1 + usize::from(bytes[at] == b'\\');
                }
                at += 1;
            }
            '{' | '[' => depth += 1,
            '}' | ']' => depth = depth.saturating_sub(1),
            '\'' | '`' => return None,
            c if begins(c) => {
                at += given[at..].find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '$')?;
                if matches!(before, '{' | ',') {
                    out.extend(["\"", &given[start..at], "\""]);
                    before = c;
                    continue;
                }
            }
            _ => {}
        }
        out.push_str(given.get(start..at).unwrap_or_default());
        before = if c.is_whitespace() { before } else { c };
        if depth == 0 {
            return Some((serde_json::from_str(&out).ok()?, at));
        }
    }
    None
}

fn first_value(text: &str) -> Option<Value> {
    serde_json::Deserializer::from_str(text).into_iter::<Value>().next()?.ok()
}

/// Looks for what says the most in a value and all that is in it.
fn search(value: &Value, best: &mut Found, left: &mut usize, depth: usize) {
    if *left == 0 || depth > DEEPEST {
        return;
    }
    *left -= 1;
    match value {
        Value::String(text) if text.len() >= LEAST => best.offer(of_text(text)),
        Value::Array(items) => {
            // an element of React is no list
            if items.len() > 1 && items[0] != "$" {
                best.offer(items.iter().filter_map(paragraph).flatten().collect());
            }
            items.iter().for_each(|item| search(item, best, left, depth + 1));
        }
        Value::Object(object) => object.values().for_each(|item| search(item, best, left, depth + 1)),
        _ => {}
    }
}

/// The blocks of one item of a list of paragraphs; `None`: it is none.
fn paragraph(item: &Value) -> Option<Vec<Block>> {
    match item {
        Value::String(text) => Some(of_text(text)),
        // an element of React: ["$", "p", key, {"children": …}]
        Value::Array(parts) if parts.first().is_some_and(|p| p == "$") => {
            let (name, children) = (parts.get(1)?.as_str()?, parts.get(3)?.get("children")?);
            Some(block(kind_named(name)?, &joined(children)))
        }
        Value::Object(object) => {
            let has = |key: &&str| object.keys().any(|own| own.eq_ignore_ascii_case(key));
            if OTHER_PIECE.iter().any(has) {
                return None;
            }
            let named =
                object.get("type").or_else(|| object.get("kind")).or_else(|| object.get("tag")).and_then(Value::as_str);
            let kind = named.map_or(Some(BlockKind::Paragraph), kind_named)?;
            let text = TEXT_KEYS.iter().find_map(|key| {
                let own = object.iter().find(|(name, _)| name.eq_ignore_ascii_case(key)).map(|(_, value)| value)?;
                Some(joined(own)).filter(|text| !text.trim().is_empty())
            })?;
            Some(match kind {
                BlockKind::Paragraph => of_text(&text),
                kind => block(kind, &text),
            })
        }
        _ => None,
    }
}

/// What a named item is: `None`: a picture, an advertisement, a card.
fn kind_named(name: &str) -> Option<BlockKind> {
    let name = name.to_ascii_lowercase();
    match &*name {
        "p" | "text" | "paragraph" | "raw_html" | "html" | "richtext" | "rich_text" | "body" => {
            Some(BlockKind::Paragraph)
        }
        "h2" | "h3" | "h4" | "header" | "heading" | "subheadline" | "subhead" | "crosshead" => Some(BlockKind::Subhead),
        "blockquote" | "quote" => Some(BlockKind::Quote),
        name if name.contains("paragraph") || name.ends_with("text") => Some(BlockKind::Paragraph),
        _ => None,
    }
}

/// All texts in a value, in their order.
fn joined(value: &Value) -> String {
    match value {
        Value::String(text) if text != "$" => text.clone(),
        Value::Array(parts) if parts.first().is_some_and(|p| p == "$") => {
            parts.get(3).and_then(|props| props.get("children")).map(joined).unwrap_or_default()
        }
        Value::Array(parts) => parts.iter().map(joined).collect(),
        Value::Object(object) => TEXT_KEYS.iter().find_map(|key| object.get(*key)).map(joined).unwrap_or_default(),
        _ => String::new(),
    }
}

/// The blocks of one text: of HTML its leaves, else its lines.
fn of_text(text: &str) -> Vec<Block> {
    if !text.contains('<') {
        return text.lines().flat_map(|line| block(BlockKind::Paragraph, line)).collect();
    }
    let tree = Tree::of(&guard::tame(text).0);
    let leaves = leaf::leaves(&tree).0;
    let kind = |node| match tree.name(node) {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Subhead,
        "blockquote" => BlockKind::Quote,
        "figcaption" => BlockKind::Caption,
        _ => BlockKind::Paragraph,
    };
    let says = leaves.iter().filter(|leaf| leaf.furniture.is_none() && wording::furniture(leaf, &[]).is_none());
    says.flat_map(|leaf| block(kind(leaf.node), &leaf.text)).collect()
}

fn block(kind: BlockKind, text: &str) -> Vec<Block> {
    let text = canonical(text);
    if text.is_empty() { Vec::new() } else { vec![Block { kind, text }] }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &str = "The bridge over the Selm was closed on Monday after cracks were found in three of its piers.";
    const B: &str = "The town said that the work will take until March and cost 2.4 million crowns, half of it lent.";
    const C: &str = "A footbridge opens on Wednesday, and until then the ferry sails twice as often as it did before.";

    fn read(page: &str) -> Vec<String> {
        let kind = |b: Block| format!("{}{}", if b.kind == BlockKind::Subhead { "# " } else { "" }, b.text);
        find(&Tree::of(page)).into_iter().map(kind).collect()
    }

    #[test]
    fn the_body_is_found_in_whatever_data_a_page_holds() {
        let html = format!("<p>{A}</p><h2>Ferry</h2><p>{B}</p><p>{C}</p>");
        let quoted = serde_json::to_string(&html).unwrap();
        let list = serde_json::json!([{"type": "text", "content": A}, {"type": "image", "url": "x", "caption": "No."},
            {"type": "header", "content": "Ferry"}, {"type": "text", "content": format!("<b>{B}</b>")}, {"type": "text", "content": C}]);
        let rest = r#""related":[{"url":"/x","headline":"Other","text":"Elsewhere the harvest has begun, and it is said to be good."}]"#;
        let react = format!(
            "1:[\"$\",\"div\",null,{{\"children\":[[\"$\",\"p\",null,{{\"children\":[\"{A}\"]}}],[\"$\",\"h2\",null,{{\"children\":\"Ferry\"}}],\
             [\"$\",\"p\",null,{{\"children\":\"{B}\"}}],[\"$\",\"p\",null,{{\"children\":[\"{}\",[\"$\",\"a\",null,{{\"children\":\"{}\"}}]]}}]]}}]\n",
            &C[..20],
            &C[20..]
        );
        for script in [
            format!(
                "<script id=__NEXT_DATA__ type=application/json>{{\"props\":{{\"post\":{{\"body\":{quoted}}},{rest}}}}}</script>"
            ),
            format!(
                "<script>window.Fusion=window.Fusion||{{}};Fusion.globalContent={{\"content_elements\":{list},{rest}}};Fusion.x=1</script>"
            ),
            format!("<script>window.__INITIAL_STATE__ = {{\"article\":{{\"blocks\":{list}}},{rest}}};</script>"),
            format!(
                "<script>window.__PRELOADED_STATE__ = JSON.parse({});</script>",
                serde_json::to_string(&format!("{{\"a\":{list}}}")).unwrap()
            ),
            format!("<script>const data = {{article: {{title: \"Bridge\", body: {quoted}}}, n: 1}};</script>"),
            format!("<script>self.__next_f.push([1,{}])</script>", serde_json::to_string(&react).unwrap()),
            format!(
                "<script>var a = 1; if (a == 2) {{}}; var story = {{\"text\": {}}};</script>",
                serde_json::to_string(&format!("{A}\n\nFerry\n\n{B}\n\n{C}")).unwrap()
            ),
        ] {
            let found = read(&script);
            let plain: Vec<&str> = found.iter().map(|t| t.trim_start_matches("# ")).collect();
            assert_eq!(plain, [A, "Ferry", B, C], "{script}");
        }
    }

    #[test]
    fn what_is_no_article_is_none() {
        let teasers: Vec<_> = (0..9).map(|i| serde_json::json!({"url": format!("/{i}"), "text": A})).collect();
        for script in [
            format!("{{\"list\":{}}}", serde_json::to_string(&teasers).unwrap()),
            "{\"code\":\"function a(b){return b.c===d;} var e=f||g;\"}".to_owned(),
            "{".to_owned(),
            format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000)),
            "var x = {a: 1};".to_owned(),
        ] {
            assert!(read(&format!("<script type=application/json>{script}</script>")).is_empty(), "{script}");
        }
    }
}
