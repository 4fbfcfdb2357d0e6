//! Who wrote it: the names that the page shows, held against those that its surfaces give.

use crate::furniture::class_words;
use crate::json_ld::JsonLd;
use crate::leaf::Leaf;
use crate::meta::Meta;
use crate::tree::{Id, Tree};
use crate::{names, wording};

/// Words in class or id of elements that hold a line of authors.
pub(crate) const BYLINE_WORDS: [&str; 27] = [
    "byline",
    "bylines",
    "author",
    "authors",
    "autor",
    "autoren",
    "auteur",
    "auteurs",
    "autore",
    "autores",
    "author-name",
    "authorname",
    "article-author",
    "article__author",
    "post-author",
    "story-author",
    "entry-author",
    "byline-name",
    "signature",
    "firma",
    "ath",
    "auth",
    "writer",
    "reporter",
    "reporters",
    "journalist",
    "journalists",
];
/// Leaves under the headline among which a line of authors may stand without saying so.
const UNDER_HEADLINE: usize = 8;
/// Longest line of authors, in scalars.
const MAX_BYLINE: usize = 160;

/// The names, one each, in the page's order.
pub(crate) fn of(tree: &Tree, leaves: &[Leaf], meta: &Meta, ld: &JsonLd, headline: Option<usize>) -> Vec<String> {
    let mut seen = visible(tree, leaves);
    if seen.is_empty() {
        seen = signed(leaves, headline);
    }
    let said = names::split(&ld.authors);
    let shown = |name: &String| leaves.iter().any(|l| l.text.to_lowercase().contains(&name.to_lowercase()));
    if !said.is_empty() && (seen.is_empty() || said.iter().any(shown)) {
        return said;
    }
    if !seen.is_empty() {
        return seen;
    }
    names::split(meta.first(&[
        "author",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "cxenseparse:author",
    ]))
}

/// Names in a line "By …" under the headline.
fn signed(leaves: &[Leaf], headline: Option<usize>) -> Vec<String> {
    let near = leaves.iter().skip(headline.map_or(0, |at| at + 1)).take(UNDER_HEADLINE);
    let mut lines = near.filter(|l| l.furniture.is_none() && names::is_signed(&l.text));
    lines.next().map(|l| names::split([&l.text])).unwrap_or_default()
}

/// Names in elements that say that they hold authors; those of the first such place.
fn visible(tree: &Tree, leaves: &[Leaf]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut place: Option<Id> = None;
    for leaf in leaves.iter().filter(|l| {
        l.chars <= MAX_BYLINE
            && !matches!(l.furniture, Some("comments" | "other articles" | "footer" | "sidebar" | "about the author"))
    }) {
        let Some(holder) = holder(tree, leaf) else { continue };
        let around = tree.parent(holder).unwrap_or(holder);
        if place.is_some_and(|p| p != around && p != holder && !tree.upwards(holder).any(|u| u == p)) {
            break;
        }
        let names = names::split(texts(tree, leaf, holder));
        if !names.is_empty() {
            place.get_or_insert(around);
        }
        for name in names {
            if !found.contains(&name) {
                found.push(name);
            }
        }
    }
    found
}

/// What a holder says, dates and counters left out.
fn texts(tree: &Tree, leaf: &Leaf, holder: Id) -> Vec<String> {
    if !tree.upwards(leaf.node).any(|u| u == holder) {
        // several links to authors may stand in one line
        let all = tree
            .below(leaf.node)
            .filter(|id| says(tree, *id) && !tree.upwards(*id).skip(1).take(4).any(|u| says(tree, u)));
        return all.map(|id| tree.text_below(id)).collect();
    }
    if leaf.pieces.is_empty() {
        return vec![leaf.text.clone()];
    }
    let kept: Vec<&str> = leaf
        .pieces
        .iter()
        .map(|p| &*p.0)
        .filter(|t| !t.chars().any(char::is_alphanumeric) || wording::label(t).is_none())
        .collect();
    vec![kept.join(" ")]
}

/// Whether an element says that it holds authors.
fn says(tree: &Tree, id: Id) -> bool {
    tree.attr(id, "rel").is_some_and(|r| r.split_whitespace().any(|r| r == "author"))
        || tree.attr(id, "itemprop").is_some_and(|p| p == "author" || p == "creator")
        || class_words(tree, id).iter().any(|w| BYLINE_WORDS.contains(&&**w))
}

/// The element around (or inside) a leaf that says that it holds authors.
fn holder(tree: &Tree, leaf: &Leaf) -> Option<Id> {
    tree.upwards(leaf.node)
        .take(3)
        .find(|id| says(tree, *id))
        .or_else(|| tree.below(leaf.node).take(40).find(|id| !tree.name(*id).is_empty() && says(tree, *id)))
}

/// Whether a leaf is a line of authors by where it stands, below `roots`.
pub(crate) fn is_byline(tree: &Tree, leaf: &Leaf, roots: &[Id]) -> bool {
    leaf.chars <= MAX_BYLINE
        && tree.upwards(leaf.node).take(3).take_while(|u| !roots.contains(u) || *u == leaf.node).any(|id| {
            class_words(tree, id).iter().any(|w| BYLINE_WORDS.contains(&&**w))
                || tree.attr(id, "itemprop").is_some_and(|p| p == "author")
        })
}
