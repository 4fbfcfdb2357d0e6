//! The tree of a feed: every text has one. End tags that do not match end what they can.

use std::rc::Rc;

use url::Url;

use super::names;
use crate::markup::{Piece, pieces};
use crate::plain;

/// Deeper elements lie beside each other in the deepest: bodies of pages may nest, entries do not.
const MAX_DEPTH: usize = 100;

/// Reading stops here: 2,000 entries of 100 elements.
const MAX_ELEMENTS: usize = 200_000;

/// An element of a [`Tree`].
pub(crate) type Id = usize;

/// A text, or an element inside of an element.
#[derive(Debug)]
pub(crate) enum Child {
    /// Text with its entities decoded.
    Text(String),
    /// An element.
    Element(Id),
}

#[derive(Debug)]
struct Element<'a> {
    name: String,
    written: &'a str,
    attributes: Vec<(String, String)>,
    children: Vec<Child>,
    parent: Id,
    prefixes: Prefixes,
    base: Option<Rc<Url>>,
    has_own_base: bool,
    finished: bool,
}

/// The prefixes that are declared where an element stands, and what they stand for in this crate
/// (`None`: a namespace that it does not know).
type Prefixes = Rc<Vec<(String, Option<&'static str>)>>;

/// More prefixes at one place are left out; the busiest feeds declare about twenty.
const MAX_PREFIXES: usize = 64;

/// The elements of a feed in the order of the text. The first one holds all others.
#[derive(Debug)]
pub(crate) struct Tree<'a> {
    elements: Vec<Element<'a>>,
    /// What had to be repaired.
    pub(crate) remarks: Vec<String>,
}

/// Builds the tree of `text`, found at the address `url`.
pub(crate) fn build<'a>(text: &'a str, url: &str) -> Tree<'a> {
    let base = Url::parse(url).ok().map(Rc::new);
    let top = Element {
        name: String::new(),
        written: "",
        attributes: Vec::new(),
        children: Vec::new(),
        parent: 0,
        prefixes: Prefixes::default(),
        base,
        has_own_base: false,
        finished: true,
    };
    let mut builder = Builder { tree: Tree { elements: vec![top], remarks: Vec::new() }, open: vec![0] };
    let mut all = pieces(text);
    for piece in all.by_ref() {
        match piece {
            Piece::Open { name, attributes, empty } => builder.open(name, &attributes, empty),
            Piece::Close(name) => builder.close(name),
            Piece::Text(raw) => builder.text(plain::entities(raw).into_owned()),
            Piece::Verbatim(raw) => builder.text(raw.to_owned()),
        }
        if builder.tree.elements.len() > MAX_ELEMENTS {
            builder.tree.remarks.push(format!("only the first {MAX_ELEMENTS} elements were read"));
            break;
        }
    }
    if builder.open.len() > 1 || all.is_cut() {
        builder.tree.remarks.push("the text ends before its last element does".into());
    }
    for id in builder.open.split_off(1) {
        builder.tree.elements[id].finished = false;
    }
    builder.tree
}

struct Builder<'a> {
    tree: Tree<'a>,
    open: Vec<Id>,
}

impl<'a> Builder<'a> {
    fn open(&mut self, written: &'a str, attributes: &[(&str, &str)], empty: bool) {
        let attributes: Vec<(String, String)> =
            attributes.iter().map(|(n, v)| (n.to_ascii_lowercase(), plain::entities(v).trim().to_owned())).collect();
        let name = one_name(written, &self.prefixes(&attributes));
        if names::is_part(&name) {
            self.end_what_must_have_ended(&name);
        }
        let prefixes = self.prefixes(&attributes);
        let parent = self.top();
        let outer = self.tree.elements[parent].base.clone();
        let own = attributes.iter().find(|(name, _)| name == "xml:base").and_then(|(_, v)| join(outer.as_deref(), v));
        let has_own_base = own.is_some() || self.tree.elements[parent].has_own_base;
        let base = own.map(Rc::new).or(outer);
        let id = self.tree.elements.len();
        let children = Vec::new();
        let element =
            Element { name, written, attributes, children, parent, prefixes, base, has_own_base, finished: true };
        self.tree.elements.push(element);
        self.tree.elements[parent].children.push(Child::Element(id));
        if !empty && self.open.len() < MAX_DEPTH {
            self.open.push(id);
        }
    }

    /// An entry ends the entry before it, and a part of an entry ends a leaf that was left open.
    fn end_what_must_have_ended(&mut self, name: &str) {
        let is_open = |id: &Id| {
            let open = self.tree.name(*id);
            if names::is_entry(name) { names::is_entry(open) || names::is_leaf(open) } else { names::is_leaf(open) }
        };
        if let Some(at) = self.open.iter().position(is_open) {
            let repaired = self.tree.name(self.open[at]);
            let remark = format!("an element `{repaired}` had no end");
            if !self.tree.remarks.contains(&remark) {
                self.tree.remarks.push(remark);
            }
            self.open.truncate(at);
        }
    }

    fn close(&mut self, written: &str) {
        let matches = |id: &Id| self.tree.elements[*id].written.eq_ignore_ascii_case(written);
        if let Some(at) = self.open.iter().rposition(matches).filter(|at| *at > 0) {
            self.open.truncate(at);
        }
    }

    fn text(&mut self, text: String) {
        let top = self.top();
        self.tree.elements[top].children.push(Child::Text(text));
    }

    fn top(&self) -> Id {
        self.open.last().copied().unwrap_or(0)
    }

    /// The prefixes of the innermost open element and those that the attributes declare.
    fn prefixes(&self, attributes: &[(String, String)]) -> Prefixes {
        let mut prefixes = Rc::clone(&self.tree.elements[self.top()].prefixes);
        for (name, value) in attributes {
            let Some(prefix) = name.strip_prefix("xmlns") else { continue };
            let prefix = prefix.trim_start_matches(':');
            let declared = (prefix.to_owned(), names::known_prefix(value));
            if prefixes.contains(&declared) || prefixes.len() == MAX_PREFIXES {
                continue;
            }
            let own = Rc::make_mut(&mut prefixes);
            own.retain(|(other, _)| other != prefix);
            own.push(declared);
        }
        prefixes
    }
}

fn one_name(written: &str, prefixes: &Prefixes) -> String {
    let (prefix, local) = written.split_once(':').unwrap_or(("", written));
    let prefix = prefix.to_ascii_lowercase();
    let declared = prefixes.iter().find(|(other, _)| *other == prefix).and_then(|(_, known)| *known);
    let known = declared.unwrap_or_else(|| names::customary_prefix(&prefix));
    let local = local.to_ascii_lowercase();
    if known.is_empty() { local } else { format!("{known}:{local}") }
}

/// The address that `link` means at `base`.
pub(crate) fn join(base: Option<&Url>, link: &str) -> Option<Url> {
    match base {
        Some(base) => base.join(link).ok(),
        None => Url::parse(link).ok(),
    }
}

impl Tree<'_> {
    /// All elements in the order of the text.
    pub(crate) fn ids(&self) -> impl Iterator<Item = Id> {
        1..self.elements.len()
    }

    /// The name, lower case: `title`, `dc:date`, `xhtml:div`.
    pub(crate) fn name(&self, id: Id) -> &str {
        &self.elements[id].name
    }

    /// The element around it.
    pub(crate) fn parent(&self, id: Id) -> Id {
        self.elements[id].parent
    }

    /// The attribute of that name (lower case), with or without a prefix; `None` if it is empty.
    pub(crate) fn attribute(&self, id: Id, name: &str) -> Option<&str> {
        let is_named = |n: &str| n == name || n.rsplit_once(':').is_some_and(|(_, local)| local == name);
        let found = self.elements[id].attributes.iter().find(|(n, _)| is_named(n))?;
        Some(found.1.as_str()).filter(|value| !value.is_empty())
    }

    /// The texts and elements inside.
    pub(crate) fn children(&self, id: Id) -> &[Child] {
        &self.elements[id].children
    }

    /// The elements of one of these names directly inside whose end was seen.
    pub(crate) fn finished<'t>(&'t self, id: Id, names: &'t [&'t str]) -> impl Iterator<Item = Id> + 't {
        let elements = self.elements[id].children.iter().filter_map(|child| match child {
            Child::Element(id) => Some(*id),
            Child::Text(_) => None,
        });
        elements.filter(move |id| names.contains(&self.elements[*id].name.as_str()) && self.elements[*id].finished)
    }

    /// Whether the text went on to the element's end.
    pub(crate) fn is_finished(&self, id: Id) -> bool {
        self.elements[id].finished
    }

    /// The first element of that name inside, at any depth.
    pub(crate) fn descendant(&self, id: Id, name: &str) -> Option<Id> {
        self.ids().skip_while(|other| *other <= id).find(|other| self.elements[*other].name == name)
    }

    /// The entries, in the order of the text; none inside of another.
    pub(crate) fn items(&self) -> Vec<Id> {
        let mut inside = vec![false; self.elements.len()];
        let mut items = Vec::new();
        for id in self.ids() {
            let parent = self.elements[id].parent;
            inside[id] = inside[parent] || names::is_entry(&self.elements[parent].name);
            if !inside[id] && names::is_entry(&self.elements[id].name) {
                items.push(id);
            }
        }
        items
    }

    /// The address that relative links in the element are relative to, and whether the feed set it
    /// by `xml:base`.
    pub(crate) fn base(&self, id: Id) -> (Option<&Url>, bool) {
        let element = &self.elements[id];
        (element.base.as_deref(), element.has_own_base)
    }

    /// The text directly inside, without that of elements.
    pub(crate) fn own_text(&self, id: Id) -> String {
        let texts = self.elements[id].children.iter().filter_map(|child| match child {
            Child::Text(text) => Some(text.as_str()),
            Child::Element(_) => None,
        });
        texts.collect()
    }
}
