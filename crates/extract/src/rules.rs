//! Rules of an outlet: what an operator says of its pages where the reader goes wrong. Data, for the rare page.
//!
//! Selectors are those of CSS, as far as pages need them: `article`, `.story-text`, `#main`, `[data-part]`,
//! `[itemprop="articleBody"]`, joined (`div.story[data-part]`), and one inside another (`main .story p`).

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::leaf::Leaf;
use crate::tree::{Id, Tree};

/// The reason of what a rule leaves out.
pub(crate) const LEFT: &str = "a rule for this outlet leaves it out";

/// Most selectors of one kind, and parts of one selector.
const MOST: usize = 50;

/// What an operator says of an outlet's pages. A selector that fits nothing on a page says nothing of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rules {
    /// The element that is the headline: the first selector that fits one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub headline: Vec<Selector>,
    /// The elements that hold the body: those of the first selector that fits any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub body: Vec<Selector>,
    /// What is left out, with all that stands in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub leave: Vec<Selector>,
}

impl Rules {
    /// Whether they say nothing.
    pub fn is_empty(&self) -> bool {
        self == &Self::default()
    }

    pub(crate) fn mark(&self, tree: &Tree, leaves: &mut [Leaf]) {
        if self.leave.is_empty() {
            return;
        }
        for leaf in leaves.iter_mut() {
            if tree.upwards(leaf.node).any(|id| self.leave.iter().any(|selector| selector.fits(tree, id))) {
                leaf.furniture = Some(LEFT);
            }
        }
    }

    /// The elements that hold the body, in document order, none inside another.
    pub(crate) fn body(&self, tree: &Tree) -> Option<Vec<Id>> {
        let all = |selector: &Selector| -> Vec<Id> {
            let mut found: Vec<Id> = Vec::new();
            for id in tree.elements().filter(|id| selector.fits(tree, *id)) {
                if !tree.upwards(id).skip(1).any(|up| found.contains(&up)) {
                    found.push(id);
                }
            }
            found
        };
        self.body.iter().map(all).find(|found| !found.is_empty())
    }

    pub(crate) fn headline(&self, tree: &Tree) -> Option<Id> {
        self.headline.iter().find_map(|selector| tree.elements().find(|id| selector.fits(tree, *id)))
    }
}

/// A selector, as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Selector {
    written: String,
    /// From the outside inwards.
    steps: Vec<Step>,
}

/// What one element must be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Step {
    name: Option<String>,
    classes: Vec<String>,
    id: Option<String>,
    attrs: Vec<(String, Option<String>)>,
}

impl Selector {
    fn fits(&self, tree: &Tree, id: Id) -> bool {
        let Some((own, around)) = self.steps.split_last() else { return false };
        if !own.fits(tree, id) {
            return false;
        }
        // The nearest ancestor that fits is as good as any: what must stand around it stands around the others, too.
        let mut above = tree.upwards(id).skip(1);
        around.iter().rev().all(|step| above.any(|up| step.fits(tree, up)))
    }
}

impl Step {
    fn fits(&self, tree: &Tree, id: Id) -> bool {
        let has_class = |class: &String| {
            tree.attr(id, "class").is_some_and(|all| all.split_ascii_whitespace().any(|one| one == class))
        };
        let has = |(name, value): &(String, Option<String>)| {
            tree.attr(id, name).is_some_and(|own| value.as_deref().is_none_or(|value| value == own))
        };
        !tree.name(id).is_empty()
            && self.name.as_deref().is_none_or(|name| name == tree.name(id))
            && self.id.as_deref().is_none_or(|own| tree.attr(id, "id") == Some(own))
            && self.classes.iter().all(has_class)
            && self.attrs.iter().all(has)
    }

    /// One step off the beginning of a selector, and what is left of it.
    fn parse(text: &str) -> Result<(Self, &str), &'static str> {
        let mut step = Self::default();
        let name_end =
            |text: &str| text.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_'))).unwrap_or(text.len());
        let mut rest = text;
        let mut parts = 0;
        while !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
            parts += 1;
            if parts > MOST {
                return Err("it is too long");
            }
            let (mark, after) = match rest.chars().next() {
                Some(mark @ ('.' | '#' | '[')) => (mark, &rest[1..]),
                _ => (' ', rest),
            };
            let (word, after) = after.split_at(name_end(after));
            if word.is_empty() {
                return Err("a name is missing, or it uses more of CSS than is known here");
            }
            rest = after;
            match mark {
                '.' => step.classes.push(word.to_owned()),
                '#' => step.id = Some(word.to_owned()),
                '[' => {
                    let (inside, after) = rest.split_once(']').ok_or("a bracket is not closed")?;
                    let value = match inside {
                        "" => None,
                        given => Some(
                            given.strip_prefix('=').ok_or("of attributes only [name] and [name=value] are known")?,
                        ),
                    };
                    step.attrs.push((word.to_ascii_lowercase(), value.map(|v| v.trim_matches(['"', '\'']).to_owned())));
                    rest = after;
                }
                _ if parts > 1 => return Err("an element's name stands first"),
                _ => step.name = Some(word.to_ascii_lowercase()),
            }
        }
        Ok((step, rest.trim_start()))
    }
}

impl TryFrom<String> for Selector {
    type Error = NoSelector;

    fn try_from(written: String) -> Result<Self, NoSelector> {
        let mut steps = Vec::new();
        let mut rest = written.trim();
        let refuse = |why: &str| NoSelector { written: written.clone(), why: why.to_owned() };
        while !rest.is_empty() {
            let (step, after) = Step::parse(rest).map_err(refuse)?;
            steps.push(step);
            rest = after;
            if steps.len() > MOST {
                return Err(refuse("it is too long"));
            }
        }
        if steps.is_empty() {
            return Err(refuse("it is empty"));
        }
        Ok(Self { written, steps })
    }
}

impl From<Selector> for String {
    fn from(selector: Selector) -> Self {
        selector.written
    }
}

/// A text is no selector.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoSelector {
    written: String,
    why: String,
}

impl fmt::Display for NoSelector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\" cannot be used as a selector: {}", self.written, self.why)
    }
}

impl std::error::Error for NoSelector {}

#[cfg(test)]
mod tests {
    use super::*;

    fn selector(text: &str) -> Result<Selector, NoSelector> {
        text.to_owned().try_into()
    }

    #[test]
    fn selectors_fit_what_they_name() {
        let tree = Tree::of(
            "<main id=m><div class='story wide' data-part=1><p class=lede>a</p><aside><p>b</p></aside></div></main><p>c</p>",
        );
        for (text, wanted) in [
            ("p", "a b c"),
            ("main p", "a b"),
            ("main .story p", "a b"),
            ("aside p", "b"),
            ("p.lede", "a"),
            ("#m .wide.story [class=lede]", "a"),
            ("[data-part] p.lede", "a"),
            ("[data-part=\"1\"] aside", "b"),
            ("[data-part='2'] aside", ""),
            ("story p", ""),
            ("P.lede", "a"),
            ("aside main p", ""),
        ] {
            let selector = selector(text).unwrap();
            let found =
                tree.elements().filter(|id| selector.fits(&tree, *id)).map(|id| tree.text_below(id).trim().to_owned());
            assert_eq!(found.collect::<Vec<_>>().join(" "), wanted, "{text}");
        }
    }

    #[test]
    fn what_is_no_selector_is_refused_with_a_reason() {
        for (text, why) in [
            ("", "empty"),
            ("  ", "empty"),
            ("p > a", "more of CSS"),
            ("p:first-child", "more of CSS"),
            ("a,b", "more of CSS"),
            ("*", "more of CSS"),
            ("p.", "a name is missing"),
            ("[href", "not closed"),
            ("[href^=x]", "only [name]"),
            (".a p[b]c", "stands first"),
            (&"p ".repeat(60), "too long"),
        ] {
            let said = selector(text).unwrap_err().to_string();
            assert!(said.contains(why), "{text}: {said}");
        }
    }
}
