//! An outlet's memory: what it repeats around its articles, whoever wrote them and whatever they say.
//!
//! A single page does not tell a promotion set like a paragraph from a paragraph. Two things do, and both need other
//! captures: the same line under many articles, and a line that is another at every look while the article stays as
//! it is. A [`Learner`](crate::Learner) gathers them; what it publishes is a [`Memory`], named by the digest of its
//! bytes (an *epoch*). The law is that both sides of a comparison are read with one memory: else what was learnt in
//! between would look like an edit.
//!
//! Only short digests are kept, so a memory says nothing of the texts that it was learnt from.

use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use news::Digest;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::leaf::{Leaf, ends_like_sentence};
use crate::rules::Rules;
use crate::tree::{Id, Tree};

/// The reason of a line that stands under many articles.
pub(crate) const ELSEWHERE: &str = "the outlet shows it with many other articles";
/// The reason of a line where the outlet puts another at each look.
pub(crate) const RESTLESS: &str = "a line in a place where the outlet shows another at each look";

/// The form of the bytes; memories of another form are refused.
const FORMAT: u8 = 1;
/// Elements above a line that make up its place.
const STEPS: usize = 6;
/// Longest line, in scalars, that may be one of those that change at each look.
const SHORT: usize = 120;

/// The first eight bytes of the digest of a line or a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Key(u64);

impl Key {
    pub fn of(text: &str) -> Self {
        let Digest(bytes) = Digest::of(text);
        let mut first = [0; 8];
        first.copy_from_slice(&bytes[..8]);
        Self(u64::from_be_bytes(first))
    }
}

impl Serialize for Key {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&format!("{:016x}", self.0))
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        u64::from_str_radix(&text, 16).map(Self).map_err(|_| serde::de::Error::custom("not sixteen hexadecimal digits"))
    }
}

/// How a line is set: what it takes for it to be furniture depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Shape {
    /// It reads like a part of the text.
    Text,
    /// It is short, and no sentence.
    Line,
    /// Most of it is a link.
    Link,
}

impl Shape {
    pub fn of(leaf: &Leaf) -> Self {
        match leaf {
            leaf if leaf.link_density() > 0.5 => Self::Link,
            leaf if leaf.chars <= SHORT && !ends_like_sentence(&leaf.text) => Self::Line,
            _ => Self::Text,
        }
    }
}

/// The place of a line: the elements above it with their classes. Numbers in these count things; they name none.
pub(crate) fn place(tree: &Tree, node: Id) -> Key {
    let mut path = String::new();
    for id in tree.upwards(node).take(STEPS) {
        path.push_str(tree.name(id));
        let mut classes: Vec<&str> = tree.attr(id, "class").unwrap_or_default().split_whitespace().collect();
        classes.sort_unstable();
        for class in classes {
            path.push('.');
            path.extend(class.chars().map(|c| if c.is_ascii_digit() { '#' } else { c }));
        }
        path.push('<');
    }
    Key::of(&path)
}

/// What an outlet repeats around its articles, as it was known at one time, and what an operator says of its pages. Cheap
/// to clone.
#[derive(Debug, Clone, Default)]
pub struct Memory(Option<Arc<Known>>);

#[derive(Debug)]
struct Known {
    lines: HashSet<Key>,
    places: HashSet<Key>,
    rules: Rules,
    bytes: Vec<u8>,
    digest: Digest,
}

/// The bytes of a memory.
#[derive(Serialize, Deserialize)]
struct Written {
    format: u8,
    /// Lines that stand under many articles.
    lines: Vec<Key>,
    /// Places of lines that change at each look.
    places: Vec<Key>,
    /// What an operator says.
    #[serde(default, skip_serializing_if = "Rules::is_empty")]
    rules: Rules,
}

impl Memory {
    /// Of nothing: a reader that knows one page alone.
    pub fn none() -> Self {
        Self::default()
    }

    pub(crate) fn of(lines: Vec<Key>, places: Vec<Key>) -> Self {
        Self::known(Written { format: FORMAT, lines, places, rules: Rules::default() })
    }

    /// The same with an operator's rules in the place of those that it has.
    pub fn with_rules(&self, rules: &Rules) -> Self {
        let keys = |of: fn(&Known) -> &HashSet<Key>| {
            self.0.as_deref().map(|known| of(known).iter().copied().collect()).unwrap_or_default()
        };
        let (lines, places) = (keys(|known| &known.lines), keys(|known| &known.places));
        Self::known(Written { format: FORMAT, lines, places, rules: rules.clone() })
    }

    /// An operator's rules.
    pub fn rules(&self) -> &Rules {
        static NONE: Rules = Rules { headline: Vec::new(), body: Vec::new(), leave: Vec::new() };
        self.0.as_deref().map_or(&NONE, |known| &known.rules)
    }

    fn known(mut written: Written) -> Self {
        if written.lines.is_empty() && written.places.is_empty() && written.rules.is_empty() {
            return Self::none();
        }
        written.lines.sort_unstable();
        written.places.sort_unstable();
        let bytes = serde_json::to_vec(&written).expect("texts and lists of texts are JSON");
        Self::from(written, bytes)
    }

    fn from(written: Written, bytes: Vec<u8>) -> Self {
        let digest = Digest::of(&bytes);
        let (lines, places) = (written.lines.into_iter().collect(), written.places.into_iter().collect());
        Self(Some(Arc::new(Known { lines, places, rules: written.rules, bytes, digest })))
    }

    /// A memory from its bytes: JSON, as [`Self::bytes`] gave them.
    ///
    /// # Errors
    /// When they are none, or of a form that this reader does not know.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NoMemory> {
        if bytes.is_empty() {
            return Ok(Self::none());
        }
        let written: Written = serde_json::from_slice(bytes).map_err(|error| NoMemory::because(&error))?;
        if written.format != FORMAT {
            return Err(NoMemory(format!("form {} is not known", written.format)));
        }
        Ok(Self::from(written, bytes.to_vec()))
    }

    /// Its bytes: JSON, 16 kB at the most without rules; none for a memory of nothing.
    pub fn bytes(&self) -> &[u8] {
        self.0.as_deref().map_or(&[], |known| &known.bytes)
    }

    /// The digest of its bytes, which names the epoch; `None` for a memory of nothing.
    pub fn epoch(&self) -> Option<Digest> {
        self.0.as_deref().map(|known| known.digest)
    }

    /// Marks what the outlet repeats, so that it neither draws the body to itself nor stands in it. A headline is
    /// never furniture.
    pub(crate) fn mark(&self, tree: &Tree, leaves: &mut [Leaf]) {
        let Some(known) = &self.0 else { return };
        known.rules.mark(tree, leaves);
        for leaf in leaves.iter_mut().filter(|l| l.furniture.is_none()) {
            if tree.upwards(leaf.node).take(2).any(|id| tree.name(id) == "h1") {
                continue;
            }
            if known.lines.contains(&Key::of(&leaf.text)) {
                leaf.furniture = Some(ELSEWHERE);
            } else if Shape::of(leaf) != Shape::Text && known.places.contains(&place(tree, leaf.node)) {
                leaf.furniture = Some(RESTLESS);
            }
        }
    }
}

/// Bytes are no memory of an outlet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoMemory(String);

impl NoMemory {
    pub(crate) fn because(error: &serde_json::Error) -> Self {
        Self(error.to_string())
    }
}

impl fmt::Display for NoMemory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "this is no memory of an outlet: {}", self.0)
    }
}

impl std::error::Error for NoMemory {}
