//! Who wrote it: the names that the page shows, held against those that its surfaces give.

use crate::furniture::class_words;
use crate::json_ld::JsonLd;
use crate::leaf::Leaf;
use crate::meta::Meta;
use crate::outlet::Outlet;
use crate::tree::{Id, Tree};
use crate::written::{self, Order};
use crate::{language, names, wording};
use text::canonical;

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
/// Leaves above the headline among which a link to an author may stand.
const ABOVE_HEADLINE: usize = 4;
/// Most leaves between the first and the last name of one place.
const SAME_PLACE: usize = 6;
/// Longest line of authors, in scalars.
const MAX_BYLINE: usize = 160;

/// The names, one each, in the page's order.
pub(crate) fn of(
    tree: &Tree,
    leaves: &[Leaf],
    meta: &Meta,
    ld: &JsonLd,
    outlet: &Outlet,
    roots: &[Id],
    headline: Option<usize>,
) -> Vec<String> {
    let with_de = |name: &str| name.starts_with("De ") || name.starts_with("de ");
    let mut names = as_given(tree, leaves, meta, ld, outlet, roots, headline);
    let line = names.is_empty().then(|| under_headline(leaves, headline).find(|l| with_de(&l.text))).flatten();
    names.extend(line.map(|l| l.text.clone()).filter(|t| names::without_de(t) != t.as_str()));
    if names.iter().any(|n| with_de(n)) {
        let is_romanian = language::is_romanian(meta, ld, leaves);
        names.retain(|n| is_romanian || line.is_none_or(|l| l.text != *n));
        if is_romanian {
            names.iter_mut().for_each(|n| *n = names::without_de(n).to_owned());
        }
    }
    names
}

/// The leaves under the headline among which a line of authors may stand.
fn under_headline(leaves: &[Leaf], headline: Option<usize>) -> impl Iterator<Item = &Leaf> {
    let near = leaves.iter().skip(headline.map_or(0, |at| at + 1)).take(UNDER_HEADLINE);
    near.filter(|l| l.furniture.is_none())
}

/// The names as the page writes them.
fn as_given(
    tree: &Tree,
    leaves: &[Leaf],
    meta: &Meta,
    ld: &JsonLd,
    outlet: &Outlet,
    roots: &[Id],
    headline: Option<usize>,
) -> Vec<String> {
    let people = |names: Vec<String>| without_outlet(names, outlet);
    let only_outlet = |names: &[String]| names.iter().all(|n| outlet.is(n));
    let mut seen = people(visible(tree, leaves, headline));
    if only_outlet(&seen) {
        seen = [signed(leaves, headline), labelled(leaves)]
            .into_iter()
            .map(people)
            .find(|n| !only_outlet(n))
            .unwrap_or(seen);
    }
    let mut told = names::split(meta.first(&AUTHOR_METAS).or_else(|| written_by(meta)));
    // "Selm Ledger, Selm, Freedonia": what comes after is no name either
    if told.first().is_some_and(|n| outlet.is(n)) {
        told.truncate(1);
    }
    let said = people(names::split(&ld.authors));
    let shown = |name: &String| leaves.iter().any(|l| l.text.to_lowercase().contains(&name.to_lowercase()));
    let first_person = |names: &[String]| names.first().is_some_and(|n| names::is_person(n));
    let all_persons = |names: &[String]| !names.is_empty() && names.iter().all(|n| names::is_person(n));
    if !only_outlet(&said) && (seen.is_empty() || said.iter().any(shown)) {
        return said;
    }
    // of several that the page shows, machines are often told but one
    let fuller = all_persons(&seen) && seen.len() <= MOST_SEEN && told.iter().all(|n| seen.contains(n));
    if !only_outlet(&told) && !fuller && (seen.is_empty() || told.iter().any(shown)) {
        return told;
    }
    if !only_outlet(&seen) && (said.is_empty() && told.is_empty() || first_person(&seen) || !only_outlet(&said)) {
        return seen;
    }
    if !only_outlet(&told) {
        return told;
    }
    let by_place = [
        linked(tree, leaves, headline),
        beside_date(leaves, headline),
        set_apart(tree, leaves, headline),
        signature(tree, leaves, roots),
    ];
    if let Some(names) = by_place.into_iter().find(|names| !only_outlet(names)) {
        return names;
    }
    let first = [said, seen, told].into_iter().find(|names| !names.is_empty());
    first.unwrap_or_else(|| names::desks(&ld.authors))
}

/// The name that stands behind a label among what is shown of a link: `twitter:label1`, `twitter:data1`.
fn written_by(meta: &Meta) -> Option<String> {
    let pairs = [("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")];
    let label = |name| meta.first(&[name]).is_some_and(|l| names::is_label(&l));
    pairs.iter().find(|(name, _)| label(name)).and_then(|(_, data)| meta.first(&[data]))
}

/// A name behind a label anywhere on the page: "Author: Ana Roe".
fn labelled(leaves: &[Leaf]) -> Vec<String> {
    let beside = |l: &Leaf| matches!(l.furniture, Some("comments" | "other articles" | "navigation" | "sidebar"));
    for (at, leaf) in leaves.iter().enumerate().filter(|(_, l)| l.chars < 80 && !beside(l)) {
        let next = leaves.get(at + 1).filter(|n| n.chars < 60 && !beside(n));
        let name = match names::is_label(&leaf.text) {
            true => next.map(|n| &*n.text),
            false => names::after_label(&leaf.text),
        };
        // "Ana Roe/AP"
        let name = name.map(|n| n.split('/').next().unwrap_or_default()).filter(|n| names::is_person(n));
        if let Some(name) = name {
            return names::split([name]);
        }
    }
    Vec::new()
}

/// Most names of a line that is believed although machines are told fewer.
const MOST_SEEN: usize = 4;
/// Names of meta elements that give authors.
const AUTHOR_METAS: [&str; 7] = [
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "cxenseparse:author",
];

/// The outlet's own name is left out beside others.
fn without_outlet(names: Vec<String>, outlet: &Outlet) -> Vec<String> {
    match names.iter().any(|n| !outlet.is(n)) {
        true => names.into_iter().filter(|n| !outlet.is(n)).collect(),
        false => names,
    }
}

/// Parts of addresses of pages about an author.
const AUTHOR_PAGES: [&str; 16] = [
    "author",
    "authors",
    "autor",
    "autores",
    "autoren",
    "auteur",
    "auteurs",
    "autore",
    "autori",
    "journalist",
    "journalists",
    "reporter",
    "contributor",
    "contributors",
    "writers",
    "columnists",
];

/// A name about the headline that links to a page about its author.
fn linked(tree: &Tree, leaves: &[Leaf], headline: Option<usize>) -> Vec<String> {
    let Some(at) = headline else { return Vec::new() };
    let beside = |l: &&Leaf| !matches!(l.furniture, Some("comments" | "other articles" | "navigation" | "footer"));
    let near = leaves.iter().skip(at.saturating_sub(ABOVE_HEADLINE)).take(ABOVE_HEADLINE + UNDER_HEADLINE);
    for leaf in near.filter(|l| l.chars <= MAX_BYLINE).filter(beside) {
        let links = tree.below(leaf.node).take(40).chain(tree.upwards(leaf.node).take(2));
        let to_author = links.filter(|id| {
            let path = tree.attr(*id, "href").unwrap_or_default().split(['?', '#']).next().unwrap_or_default();
            path.split('/').any(|part| AUTHOR_PAGES.contains(&part)) && is_short(tree, *id)
        });
        let said = to_author.map(|id| tree.text_below(id)).filter(|t| leaf.text.contains(&*canonical(t)));
        let names = names::split(said.filter(|t| names::is_person(&canonical(t))));
        if !names.is_empty() {
            return names;
        }
    }
    Vec::new()
}

/// A name beside the date under the headline: "Ana Roe | 3 May 2024".
fn beside_date(leaves: &[Leaf], headline: Option<usize>) -> Vec<String> {
    let Some(start) = headline else { return Vec::new() };
    let near = leaves.iter().skip(start + 1).take(UNDER_HEADLINE).filter(|l| l.chars < 100 && !l.is_prose());
    let lines = near.filter_map(|leaf| {
        let text = written::plain_digits(&leaf.text);
        let date = written::dates(&text, Order::DayFirst).into_iter().next()?;
        let sides = [&text[..date.start], &text[date.end..]];
        let parts = sides.into_iter().flat_map(|s| s.split(['|', '/', '•', '·', '–', '\n'])).map(names::before_date);
        // what is also a label elsewhere is a subject
        let subject = |name: &str| leaves.iter().filter(|l| l.furniture.is_some() && l.text == name.trim()).count() > 1;
        let name = parts.into_iter().find(|s| names::is_person(s) && !subject(s))?;
        Some(names::split([name]))
    });
    lines.into_iter().find(|names| !names.is_empty()).unwrap_or_default()
}

/// A name in bold or italics between the headline and the text.
fn set_apart(tree: &Tree, leaves: &[Leaf], headline: Option<usize>) -> Vec<String> {
    let under = leaves.iter().skip(headline.map_or(0, |at| at + 1)).take(UNDER_HEADLINE);
    let lines = under.take_while(|l| !l.is_prose()).filter(|l| l.furniture.is_none() && l.link_chars == 0);
    let mut names = lines.filter(|l| names::is_person(&l.text) && is_set_apart(tree, l));
    names.next().map(|l| names::split([&l.text])).unwrap_or_default()
}

/// Whether a line is all in bold or italics, or at the right.
fn is_set_apart(tree: &Tree, leaf: &Leaf) -> bool {
    let right = tree.attr(leaf.node, "style").is_some_and(|s| s.replace(' ', "").contains("text-align:right"));
    let marked = |id: Id| matches!(tree.name(id), "b" | "strong" | "i" | "em");
    right || tree.below(leaf.node).take(10).any(|id| marked(id) && canonical(&tree.text_below(id)) == leaf.text)
}

/// A name that ends the text, set apart: in bold or italics, or at the right.
fn signature(tree: &Tree, leaves: &[Leaf], roots: &[Id]) -> Vec<String> {
    let in_body = |l: &Leaf| tree.upwards(l.node).any(|u| roots.contains(&u));
    let Some(last) = leaves.iter().rposition(|l| l.furniture.is_none() && l.is_prose() && in_body(l)) else {
        return Vec::new();
    };
    let after = leaves.iter().skip(last + 1).take(2).filter(|l| l.furniture.is_none() && l.link_chars == 0);
    let mut names = after.filter(|l| names::is_person(&l.text)).filter(|l| is_set_apart(tree, l));
    names.next().map(|l| names::split([&l.text])).unwrap_or_default()
}

/// Names in a line "By …" under the headline.
fn signed(leaves: &[Leaf], headline: Option<usize>) -> Vec<String> {
    let mut lines = under_headline(leaves, headline).filter(|l| names::is_signed(&l.text));
    lines.next().map(|l| names::split([&l.text])).unwrap_or_default()
}

/// Names in elements that say that they hold authors; those of the first such place.
fn visible(tree: &Tree, leaves: &[Leaf], headline: Option<usize>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut place: Option<(Id, usize)> = None;
    let under = headline.map_or(0..0, |h| h..h + UNDER_HEADLINE);
    let beside = |at: usize, l: &Leaf| match l.furniture {
        Some("sidebar") => !under.contains(&at),
        Some("comments" | "other articles" | "footer" | "about the author") => true,
        _ => false,
    };
    for (at, leaf) in leaves.iter().enumerate().filter(|(at, l)| l.chars <= MAX_BYLINE && !beside(*at, l)) {
        let Some(holder) = holder(tree, leaf) else { continue };
        let around = tree.parent(holder).unwrap_or(holder);
        let apart = |p: Id| p != around && p != holder && !tree.upwards(holder).any(|u| u == p);
        if place.is_some_and(|(p, first)| apart(p) || at > first + SAME_PLACE) {
            break;
        }
        let names = names::split(texts(tree, leaf, holder));
        if !names.is_empty() {
            place.get_or_insert((around, at));
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
        .or_else(|| tree.upwards(leaf.node).skip(3).take(3).find(|id| says(tree, *id) && is_short(tree, *id)))
        .or_else(|| tree.below(leaf.node).take(40).find(|id| !tree.name(*id).is_empty() && says(tree, *id)))
}

/// Whether an element holds no more than a line.
fn is_short(tree: &Tree, id: Id) -> bool {
    tree.below(id).filter_map(|c| tree.text(c)).map(str::len).take(200).sum::<usize>() <= MAX_BYLINE
}

/// Whether a leaf is a line of authors by where it stands, below `roots`.
pub(crate) fn is_byline(tree: &Tree, leaf: &Leaf, roots: &[Id]) -> bool {
    leaf.chars <= MAX_BYLINE
        && tree.upwards(leaf.node).take(3).take_while(|u| !roots.contains(u) || *u == leaf.node).any(|id| {
            class_words(tree, id).iter().any(|w| BYLINE_WORDS.contains(&&**w))
                || tree.attr(id, "itemprop").is_some_and(|p| p == "author")
        })
}
