//! Boxes inside the body that are not its text: calls to readers, teasers, lists of other pieces.

use std::collections::{HashMap, HashSet};

use news::BlockKind;

use crate::blocks::{self, Judged, Verdict};
use crate::leaf::{ends_like_sentence, is_inline};
use crate::tree::{Id, Tree};
use crate::wording;

/// Longest text of a box with a call to readers, and most leaves of one.
const LARGEST_CALL: (usize, usize) = (500, 6);
/// Most boxes of one page that are looked at.
const MOST_BOXES: usize = 100;
/// So often, with prose before each, a heading stands in the parts of an article.
const PARTS: usize = 3;
/// Longest text of a teaser's box, in scalars.
const LONGEST_TEASER: usize = 500;

/// The boxes around calls to subscribe, and around forms.
pub(crate) fn drop_called(tree: &Tree, judged: &mut [Judged<'_>], roots: &[Id]) {
    let mut boxes: Vec<Id> = Vec::new();
    for j in judged.iter() {
        if j.verdict == Verdict::Left(wording::CALL) || matches!(j.leaf.furniture, Some("form")) {
            boxes.extend(box_around(tree, j.leaf.node, roots));
        }
    }
    for root in roots {
        let asks = |id: &Id| matches!(tree.name(*id), "form" | "button" | "input");
        boxes.extend(tree.below(*root).filter(asks).filter_map(|id| asking_box(tree, id, roots)));
    }
    boxes.dedup();
    boxes.truncate(MOST_BOXES);
    if are_text(tree, judged, &boxes) {
        return;
    }
    for found in boxes {
        let inside = |j: &&Judged<'_>| tree.upwards(j.leaf.node).any(|u| u == found);
        let (mut chars, mut leaves, mut heads) = (0, 0, 0);
        for j in judged.iter().filter(inside) {
            chars += j.leaf.chars;
            leaves += 1;
            let heading = tree.upwards(j.leaf.node).take(3).any(|u| is_heading(tree, u));
            heads += usize::from(heading || j.verdict == Verdict::Left(wording::CALL) && leaves == 1);
        }
        let outside: usize = judged.iter().filter(|j| j.is_kept() && !inside(j)).map(|j| j.leaf.chars).sum();
        if heads == 0 || chars > LARGEST_CALL.0 || leaves > LARGEST_CALL.1 || outside == 0 {
            continue;
        }
        for j in judged.iter_mut().filter(|j| j.is_kept()) {
            if tree.upwards(j.leaf.node).any(|u| u == found) {
                j.verdict = Verdict::Left("in a box with a call to readers");
            }
        }
    }
}

/// The box that holds a leaf of the body and is not the body.
fn box_around(tree: &Tree, leaf: Id, roots: &[Id]) -> Option<Id> {
    let in_flow = |id: Id| {
        let name = tree.name(id);
        is_inline(name) || is_heading(tree, id) || matches!(name, "p" | "li" | "ul" | "ol" | "form" | "fieldset")
    };
    let found = tree.upwards(leaf).find(|id| !in_flow(*id))?;
    is_box(tree, found, roots).then_some(found)
}

/// The box with a heading or a call that a field or button stands in.
fn asking_box(tree: &Tree, asking: Id, roots: &[Id]) -> Option<Id> {
    let holder =
        tree.upwards(asking).skip(1).find(|id| !matches!(tree.name(*id), "form" | "fieldset" | "p" | "span"))?;
    let headed = tree.children(holder).any(|c| is_heading(tree, c));
    (headed && is_box(tree, holder, roots)).then_some(holder)
}

fn is_heading(tree: &Tree, id: Id) -> bool {
    matches!(tree.name(id), "h2" | "h3" | "h4" | "h5" | "h6")
}

fn is_box(tree: &Tree, id: Id, roots: &[Id]) -> bool {
    let below_root = tree.upwards(id).skip(1).any(|u| roots.contains(&u));
    below_root && !matches!(tree.name(id), "td" | "tr" | "body" | "article" | "main" | "blockquote" | "figure")
}

/// Short bare boxes between the `<p>` paragraphs of a body are not its text: adverts, teasers without a class.
pub(crate) fn drop_bare(tree: &Tree, judged: &mut [Judged<'_>]) {
    let paragraph = |j: &Judged<'_>| tree.upwards(j.leaf.node).take(2).any(|u| tree.name(u) == "p");
    let prose = || judged.iter().filter(|j| j.is_kept() && j.leaf.is_prose());
    let (all, in_p) = (prose().count(), prose().filter(|j| paragraph(j)).count());
    if in_p < 3 || in_p * 5 < all * 4 {
        return;
    }
    for j in judged.iter_mut() {
        let bare = matches!(j.verdict, Verdict::Kept { kind: BlockKind::Paragraph, .. })
            && matches!(tree.name(j.leaf.node), "div" | "section" | "a" | "span" | "article" | "header");
        let says = ends_like_sentence(&j.leaf.text) && j.leaf.link_density() < 0.5;
        if bare && j.leaf.chars < 100 && !says {
            j.verdict = Verdict::Left("a box among the paragraphs");
        }
    }
}

/// A heading that is one link heads a teaser; what stands in its box is the teaser's text.
pub(crate) fn drop_teasers(tree: &Tree, judged: &mut [Judged<'_>], roots: &[Id]) {
    let heading = |j: &Judged<'_>| {
        let node = tree.upwards(j.leaf.node).take(2).find(|u| matches!(tree.name(*u), "h2" | "h3" | "h4" | "h5"));
        node.filter(|_| j.leaf.link_density() > 0.8)
    };
    let boxes: Vec<Id> = judged.iter().filter_map(heading).filter_map(|h| tree.parent(h)).collect();
    if are_text(tree, judged, &boxes) {
        return;
    }
    for teaser in boxes {
        let inside = |j: &Judged<'_>| tree.upwards(j.leaf.node).any(|u| u == teaser);
        let is_around = roots.iter().any(|r| tree.upwards(*r).any(|u| u == teaser));
        let letters: usize = judged.iter().filter(|j| j.is_kept() && inside(j)).map(|j| j.leaf.chars).sum();
        if !is_around && letters < LONGEST_TEASER {
            for j in judged.iter_mut().filter(|j| j.is_kept()) {
                if tree.upwards(j.leaf.node).any(|u| u == teaser) {
                    j.verdict = Verdict::Left("a teaser");
                }
            }
        }
    }
}

/// Whether small boxes hold most of the prose that is kept: then they are the text.
fn are_text(tree: &Tree, judged: &[Judged<'_>], boxes: &[Id]) -> bool {
    let boxes: HashSet<Id> = boxes.iter().copied().collect();
    let (mut inside, mut all) = (0, 0);
    for j in judged.iter().filter(|j| j.is_kept() && j.leaf.is_prose()) {
        all += j.leaf.chars;
        inside += if tree.upwards(j.leaf.node).any(|u| boxes.contains(&u)) { j.leaf.chars } else { 0 };
    }
    inside * 2 > all
}

/// What follows a heading such as "Related": all of it where the heading stands in the flow of the text and little
/// prose comes after, the rest of its box where it stands in one.
pub(crate) fn drop_tail(tree: &Tree, judged: &mut [Judged<'_>], roots: &[Id]) {
    keep_recurring_ends(tree, judged, roots);
    let prose: usize = judged.iter().filter(|j| j.is_kept() && j.leaf.is_prose()).map(|j| j.leaf.chars).sum();
    let flow = flow(tree, judged);
    let (mut after, mut ends) = (0, 0);
    for i in (0..judged.len()).rev() {
        let j = &judged[i];
        if j.is_kept() && j.leaf.is_prose() {
            after += j.leaf.chars;
        }
        if j.verdict != Verdict::Left(wording::END) {
            continue;
        }
        ends += 1;
        let goes_on = |holder: Id| {
            let in_flow =
                |j: &&Judged<'_>| flow.is_some_and(|f| tree.upwards(j.leaf.node).skip(1).take(1).any(|u| u == f));
            judged[i..].iter().filter(in_flow).any(|j| {
                j.is_kept() && tree.name(j.leaf.node) == "p" && !tree.upwards(j.leaf.node).any(|u| u == holder)
            })
        };
        let own_box =
            flow.filter(|_| ends <= MOST_BOXES).and_then(|f| box_in(tree, j.leaf.node, f)).filter(|b| goes_on(*b));
        if let Some(own_box) = own_box {
            for later in judged[i..].iter_mut().filter(|j| j.is_kept()) {
                if tree.upwards(later.leaf.node).any(|u| u == own_box) {
                    later.verdict = Verdict::Left("in a box of other articles");
                }
            }
        } else if after * 2 <= prose {
            for later in judged[i..].iter_mut().filter(|j| j.is_kept()) {
                later.verdict = Verdict::Left("after the end of the article");
            }
            after = 0;
        }
    }
}

/// A heading that stands in every part of an article ("Recommended for:") does not end it.
fn keep_recurring_ends(tree: &Tree, judged: &mut [Judged<'_>], roots: &[Id]) {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let (mut prose, mut ends) = (0, Vec::new());
    for (at, j) in judged.iter().enumerate() {
        if j.is_kept() && j.leaf.is_prose() {
            prose += 1;
        } else if j.verdict == Verdict::Left(wording::END) && prose > 0 {
            *seen.entry(&j.leaf.text).or_default() += 1;
            ends.push(at);
            prose = 0;
        }
    }
    for at in ends {
        if seen.get(&*judged[at].leaf.text).is_some_and(|n| *n >= PARTS) {
            let (kind, group) = blocks::kind_of(tree, judged[at].leaf, roots);
            judged[at].verdict = Verdict::Kept { kind, group };
        }
    }
}

/// The element whose children are most of the paragraphs.
fn flow(tree: &Tree, judged: &[Judged<'_>]) -> Option<Id> {
    let mut counts: HashMap<Id, usize> = HashMap::new();
    for j in judged.iter().filter(|j| j.is_kept() && tree.name(j.leaf.node) == "p") {
        if let Some(parent) = tree.parent(j.leaf.node) {
            *counts.entry(parent).or_default() += 1;
        }
    }
    counts.into_iter().max_by_key(|(id, n)| (*n, u32::MAX - id)).map(|(id, _)| id)
}

/// The child of `flow` that a leaf stands in, if that is a box and not the leaf itself.
fn box_in(tree: &Tree, leaf: Id, flow: Id) -> Option<Id> {
    let found = tree.upwards(leaf).take_while(|u| *u != flow).last()?;
    let under_flow = tree.parent(found) == Some(flow);
    (under_flow && found != leaf && !is_heading(tree, found) && tree.name(found) != "p").then_some(found)
}
