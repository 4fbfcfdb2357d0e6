//! The page's tree: html5ever builds it, an arena holds it.

use std::cell::{OnceCell, Ref, RefCell};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::guard::boundary;
use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, LocalName, Namespace, ParseOpts, QualName, parse_document};

/// Bytes that are given to the parser between two looks at the bounds.
const STEP: usize = 16 << 10;
/// Most nodes that a tree may have; real pages stay below 60,000.
const MAX_NODES: usize = 600_000;
/// Bytes of a page for a node of its tree, about: how much room the arena begins with.
const BYTES_OF_A_NODE: usize = 64;
/// Deepest tree; `guard` cuts below that, so this only ends what it did not see.
const MAX_DEPTH: u16 = 900;

/// Most parts of a page that are put where its scripts move them.
const MOST_STREAMED: usize = 500;

/// A node of a [`Tree`].
pub(crate) type Id = u32;
const NONE: Id = Id::MAX;

/// A page as a tree. Node 0 is the document.
pub(crate) struct Tree {
    nodes: Vec<Node>,
    words: Vec<OnceCell<Rc<[String]>>>,
    /// The same by the whole names: a page says most of them many times.
    words_of: RefCell<HashMap<String, Rc<[String]>>>,
    tables: OnceCell<HashSet<Id>>,
    /// Whether the page was longer than the tree that was built of it.
    pub cut: bool,
}

struct Node {
    parent: Id,
    first: Id,
    last: Id,
    prev: Id,
    next: Id,
    depth: u16,
    data: Data,
}

enum Data {
    Document,
    Element { name: QualName, attrs: Vec<Attribute>, template: Id },
    Text(StrTendril),
    Other,
}

impl Tree {
    /// The tree of a page that `guard` has tamed.
    pub fn of(page: &str) -> Self {
        let mut parser = parse_document(Sink::with_capacity(page.len() / BYTES_OF_A_NODE), ParseOpts::default());
        let (mut at, mut cut) = (0, false);
        while at < page.len() && !cut {
            let end = boundary(page, at + STEP);
            parser.process(StrTendril::from_slice(&page[at..end]));
            at = end;
            let sink = &parser.tokenizer.sink.sink;
            cut = sink.nodes.borrow().len() > MAX_NODES || *sink.deepest.borrow() > MAX_DEPTH;
        }
        let nodes = parser.finish();
        let words = vec![OnceCell::new(); nodes.len()];
        Self { words, words_of: RefCell::default(), tables: OnceCell::new(), nodes, cut }
    }

    /// How many nodes there are: every [`Id`] is less.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The children of a node, in order.
    pub fn children(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        let mut next = self.nodes[id as usize].first;
        std::iter::from_fn(move || {
            let this = (next != NONE).then_some(next)?;
            next = self.nodes[this as usize].next;
            Some(this)
        })
    }

    /// All nodes below `root`, in document order.
    pub fn below(&self, root: Id) -> impl Iterator<Item = Id> + '_ {
        let mut at = root;
        std::iter::from_fn(move || {
            at = self.following(at, root, true)?;
            Some(at)
        })
    }

    /// The node after `at` inside `root`, its children first if `enter`.
    fn following(&self, mut at: Id, root: Id, enter: bool) -> Option<Id> {
        let node = &self.nodes[at as usize];
        if enter && node.first != NONE {
            return Some(node.first);
        }
        while at != root {
            let node = &self.nodes[at as usize];
            if node.next != NONE {
                return Some(node.next);
            }
            at = node.parent;
            if at == NONE {
                return None;
            }
        }
        None
    }

    /// The parent element, if any.
    pub fn parent(&self, id: Id) -> Option<Id> {
        let parent = self.nodes[id as usize].parent;
        (parent != NONE).then_some(parent)
    }

    /// The node and its ancestors, from the inside outwards.
    pub fn upwards(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::successors(Some(id), |i| self.parent(*i))
    }

    /// The words that the values of some attributes are made of, split once for all elements that have the same.
    /// Always to be asked with the same names.
    pub fn words<const N: usize>(
        &self,
        id: Id,
        names: [&str; N],
        split: fn([Option<&str>; N]) -> Vec<String>,
    ) -> &[String] {
        let Data::Element { attrs, .. } = &self.nodes[id as usize].data else { return &[] };
        if attrs.is_empty() {
            return &[];
        }
        self.words[id as usize].get_or_init(|| {
            let mut values = [None; N];
            for attr in attrs {
                if let Some(i) = names.iter().position(|name| *name == &*attr.name.local) {
                    values[i].get_or_insert(&*attr.value);
                }
            }
            if values.iter().all(Option::is_none) {
                return Rc::from([]);
            }
            let key = values.map(Option::unwrap_or_default).join("\0");
            let mut known = self.words_of.borrow_mut();
            match known.get(&key) {
                Some(words) => Rc::clone(words),
                None => Rc::clone(known.entry(key).or_insert(split(values).into())),
            }
        })
    }

    /// The tables that are such ones, each asked about once.
    pub fn tables(&self, is_one: fn(&Self, Id) -> bool) -> &HashSet<Id> {
        self.tables
            .get_or_init(|| self.elements().filter(|id| self.name(*id) == "table" && is_one(self, *id)).collect())
    }

    /// The element's local name; empty for what is no element.
    pub fn name(&self, id: Id) -> &str {
        match &self.nodes[id as usize].data {
            Data::Element { name, .. } => &name.local,
            _ => "",
        }
    }

    /// An attribute's value.
    pub fn attr(&self, id: Id, wanted: &str) -> Option<&str> {
        match &self.nodes[id as usize].data {
            Data::Element { attrs, .. } => attrs.iter().find(|a| &*a.name.local == wanted).map(|a| &*a.value),
            _ => None,
        }
    }

    /// The text of a text node.
    pub fn text(&self, id: Id) -> Option<&str> {
        match &self.nodes[id as usize].data {
            Data::Text(text) => Some(text),
            _ => None,
        }
    }

    /// All text below a node, as it stands, scripts and styles left out.
    pub fn text_below(&self, id: Id) -> String {
        let mut text = String::new();
        let mut at = id;
        let mut enter = true;
        while let Some(next) = self.following(at, id, enter) {
            at = next;
            enter = !matches!(self.name(at), "script" | "style" | "noscript" | "template");
            match self.text(at) {
                Some(t) => text.push_str(t),
                None if matches!(self.name(at), "br" | "p" | "div" | "li" | "td") => text.push(' '),
                None => {}
            }
        }
        text
    }

    /// All elements in document order.
    pub fn elements(&self) -> impl Iterator<Item = Id> + '_ {
        self.below(0).filter(|i| !self.name(*i).is_empty())
    }
}

/// What html5ever builds into.
struct Sink {
    nodes: RefCell<Vec<Node>>,
    deepest: RefCell<u16>,
}

impl Sink {
    fn with_capacity(nodes: usize) -> Self {
        let sink = Self { nodes: RefCell::new(Vec::with_capacity(nodes)), deepest: RefCell::default() };
        sink.add(Data::Document);
        sink
    }

    fn add(&self, data: Data) -> Id {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node { parent: NONE, first: NONE, last: NONE, prev: NONE, next: NONE, depth: 0, data });
        (nodes.len() - 1) as Id
    }

    fn detach(&self, id: Id) {
        let mut nodes = self.nodes.borrow_mut();
        let Node { parent, prev, next, .. } = nodes[id as usize];
        if parent == NONE {
            return;
        }
        match prev {
            NONE => nodes[parent as usize].first = next,
            _ => nodes[prev as usize].next = next,
        }
        match next {
            NONE => nodes[parent as usize].last = prev,
            _ => nodes[next as usize].prev = prev,
        }
        let node = &mut nodes[id as usize];
        (node.parent, node.prev, node.next) = (NONE, NONE, NONE);
    }

    /// Puts a detached node under `parent`, before `next` (`NONE`: at the end).
    fn place(&self, parent: Id, next: Id, id: Id) {
        let mut nodes = self.nodes.borrow_mut();
        let prev = if next == NONE { nodes[parent as usize].last } else { nodes[next as usize].prev };
        match prev {
            NONE => nodes[parent as usize].first = id,
            _ => nodes[prev as usize].next = id,
        }
        match next {
            NONE => nodes[parent as usize].last = id,
            _ => nodes[next as usize].prev = id,
        }
        let depth = nodes[parent as usize].depth.saturating_add(1);
        let node = &mut nodes[id as usize];
        (node.parent, node.prev, node.next, node.depth) = (parent, prev, next, depth);
        let mut deepest = self.deepest.borrow_mut();
        *deepest = depth.max(*deepest);
    }

    /// Appends text to the text node `id`, if it is one.
    fn merge(&self, id: Id, text: &StrTendril) -> bool {
        if id == NONE {
            return false;
        }
        match &mut self.nodes.borrow_mut()[id as usize].data {
            Data::Text(before) => {
                before.push_tendril(text);
                true
            }
            _ => false,
        }
    }

    /// Puts what a server sent later to where its scripts move it: React sends `<div hidden id="S:1">` for the place
    /// that `<template id="P:1">` or `<template id="B:1">` keeps.
    fn place_streamed(&self) {
        let mut parts: Vec<(String, Id)> = Vec::new();
        let mut places: HashMap<String, (Id, bool)> = HashMap::new();
        for (id, node) in self.nodes.borrow().iter().enumerate() {
            let Data::Element { name, attrs, .. } = &node.data else { continue };
            let value = |wanted: &str| attrs.iter().find(|a| &*a.name.local == wanted).map(|a| &*a.value);
            let Some((kind, number)) = value("id").and_then(|id| id.split_once(':')) else { continue };
            if number.is_empty() || number.len() > 4 || !number.bytes().all(|b| b.is_ascii_hexdigit()) {
                continue;
            }
            match (&*name.local, kind) {
                ("div", "S") if value("hidden").is_some() => parts.push((number.to_owned(), id as Id)),
                ("template", "P" | "B") => _ = places.entry(number.to_owned()).or_insert((id as Id, kind == "B")),
                _ => {}
            }
        }
        for (number, part) in parts.into_iter().take(MOST_STREAMED) {
            let Some((place, waits)) = places.get(&number).copied() else { continue };
            let parent = self.nodes.borrow()[place as usize].parent;
            let above = |id: Id| Some(self.nodes.borrow()[id as usize].parent).filter(|p| *p != NONE);
            if parent == NONE || std::iter::successors(Some(place), |id| above(*id)).any(|id| id == part) {
                continue;
            }
            if waits {
                self.remove_until_comment(place);
            }
            loop {
                let first = self.nodes.borrow()[part as usize].first;
                if first == NONE {
                    break;
                }
                self.detach(first);
                self.place(parent, place, first);
            }
        }
    }

    /// Takes away what is shown in a part's place until it comes: it stands before the comment that ends the place.
    fn remove_until_comment(&self, place: Id) {
        let mut shown = Vec::new();
        let mut next = self.nodes.borrow()[place as usize].next;
        while next != NONE && shown.len() < MOST_STREAMED {
            let nodes = self.nodes.borrow();
            if matches!(nodes[next as usize].data, Data::Other) {
                drop(nodes);
                shown.into_iter().for_each(|id| self.detach(id));
                return;
            }
            shown.push(next);
            next = nodes[next as usize].next;
        }
    }

    fn insert(&self, parent: Id, next: Id, child: NodeOrText<Id>) {
        let id = match child {
            NodeOrText::AppendNode(id) => {
                self.detach(id);
                id
            }
            NodeOrText::AppendText(text) => {
                let prev = {
                    let nodes = self.nodes.borrow();
                    if next == NONE { nodes[parent as usize].last } else { nodes[next as usize].prev }
                };
                if self.merge(prev, &text) {
                    return;
                }
                self.add(Data::Text(text))
            }
        };
        self.place(parent, next, id);
    }
}

/// The name of an element that stands in the arena.
#[derive(Debug)]
struct NameInArena<'a>(Ref<'a, QualName>);

impl ElemName for NameInArena<'_> {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }
    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

impl TreeSink for Sink {
    type Handle = Id;
    type Output = Vec<Node>;
    type ElemName<'a> = NameInArena<'a>;

    fn finish(self) -> Vec<Node> {
        self.place_streamed();
        self.nodes.into_inner()
    }

    fn parse_error(&self, _: std::borrow::Cow<'static, str>) {}

    fn get_document(&self) -> Id {
        0
    }

    fn elem_name<'a>(&'a self, target: &'a Id) -> NameInArena<'a> {
        NameInArena(Ref::map(self.nodes.borrow(), |nodes| match &nodes[*target as usize].data {
            Data::Element { name, .. } => name,
            _ => unreachable!("the parser asks for names of elements only"),
        }))
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> Id {
        let template = if flags.template { self.add(Data::Document) } else { NONE };
        self.add(Data::Element { name, attrs, template })
    }

    fn create_comment(&self, _: StrTendril) -> Id {
        self.add(Data::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        self.add(Data::Other)
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        self.insert(*parent, NONE, child);
    }

    fn append_based_on_parent_node(&self, element: &Id, prev_element: &Id, child: NodeOrText<Id>) {
        let parent = self.nodes.borrow()[*element as usize].parent;
        match parent {
            NONE => self.insert(*prev_element, NONE, child),
            _ => self.insert(parent, *element, child),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Id) -> Id {
        match &self.nodes.borrow()[*target as usize].data {
            Data::Element { template, .. } if *template != NONE => *template,
            _ => *target,
        }
    }

    fn same_node(&self, x: &Id, y: &Id) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        if let NodeOrText::AppendNode(id) = &child {
            self.detach(*id);
        }
        let parent = self.nodes.borrow()[*sibling as usize].parent;
        if parent != NONE {
            self.insert(parent, *sibling, child);
        }
    }

    fn add_attrs_if_missing(&self, target: &Id, new: Vec<Attribute>) {
        if let Data::Element { attrs, .. } = &mut self.nodes.borrow_mut()[*target as usize].data {
            for attr in new {
                if !attrs.iter().any(|a| a.name == attr.name) {
                    attrs.push(attr);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Id) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &Id, new_parent: &Id) {
        loop {
            let first = self.nodes.borrow()[*node as usize].first;
            if first == NONE {
                return;
            }
            self.detach(first);
            self.place(*new_parent, NONE, first);
        }
    }
}
