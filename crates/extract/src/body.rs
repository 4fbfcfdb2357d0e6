//! Where the article's body stands: the element whose leaves read most like prose.

use std::collections::{HashMap, HashSet};

use crate::furniture::class_words;
use crate::leaf::{Leaf, ends_like_sentence};
use crate::page_kind::PICTURES;
use crate::tree::{Id, Tree};
use crate::wording;

/// Words in class, id or itemprop that name an article's body.
const BODY_WORDS: [&str; 34] = [
    "articlebody",
    "article-body",
    "articletext",
    "article-text",
    "storybody",
    "story-body",
    "storytext",
    "story-text",
    "entry-content",
    "entrycontent",
    "post-content",
    "postcontent",
    "post-body",
    "postbody",
    "article-content",
    "articlecontent",
    "article__body",
    "article__content",
    "article__text",
    "body-content",
    "bodytext",
    "body-text",
    "story-content",
    "story__content",
    "story",
    "article",
    "article-entry",
    "story-body-text",
    "content-body",
    "text-content",
    "main-content",
    "content__body",
    "news-text",
    "body-copy",
];

/// Fewest scalars of prose in another part of a body that is cut in two.
const SMALLEST_PART: usize = 300;
/// Of the largest part of a body, the share (one in so many) from which on what stands before it is a part of it, too: a text
/// that is cut in two begins there.
const LEAST_BEFORE: usize = 4;
/// Weight of what stands outside the article that holds the headline.
const AWAY: f32 = 0.4;

/// Scalars of a body's own prose from which on it is no series of pictures.
const TOLD: usize = 400;

/// The elements that hold the body, in document order: what reads most like prose, or, where that is little and not under
/// the headline, a series of pictures, each with its caption.
pub(crate) fn find(tree: &Tree, leaves: &[Leaf], headline: Option<Id>) -> Vec<Id> {
    let found = prose(tree, leaves, headline);
    let known: HashSet<Id> = found.iter().copied().collect();
    let inside = |l: &Leaf| tree.upwards(l.node).any(|u| known.contains(&u));
    let is_prose = |l: &&Leaf| l.furniture.is_none() && l.is_prose() && figure(tree, l).is_none();
    let told: usize = leaves.iter().filter(is_prose).filter(|l| inside(l)).map(|l| l.chars).sum();
    if told >= TOLD {
        return found;
    }
    let (pictures, captions) = pictures(tree, leaves, headline);
    let holds_all = pictures.iter().all(|p| tree.upwards(*p).any(|u| known.contains(&u)));
    let is_apart = || {
        let roof = pictures.first().zip(headline).and_then(|(p, h)| roof(tree, h, *p));
        roof.is_some_and(|roof| found.iter().all(|id| !tree.upwards(*id).any(|u| u == roof)))
    };
    let is_series = pictures.len() >= PICTURES && !holds_all;
    if is_series && (told == 0 || told < captions && is_apart()) { pictures } else { found }
}

/// The picture with its caption that a leaf stands in.
fn figure(tree: &Tree, leaf: &Leaf) -> Option<Id> {
    tree.upwards(leaf.node).take(IN_A_FIGURE).find(|u| tree.name(*u) == "figure")
}

/// How deep in its picture's element a caption stands, at most.
const IN_A_FIGURE: usize = 5;
/// Shortest caption of a series, in scalars.
const SHORTEST_CAPTION: usize = 12;

/// The pictures after the headline that have a caption and lead nowhere, and the scalars of all captions.
fn pictures(tree: &Tree, leaves: &[Leaf], headline: Option<Id>) -> (Vec<Id>, usize) {
    let Some(headline) = headline else { return (Vec::new(), 0) };
    let tells = |l: &&Leaf| {
        l.node > headline
            && l.furniture.is_none()
            && l.chars >= SHORTEST_CAPTION
            && l.link_density() < 0.5
            && wording::label(&l.text).is_none()
            && !tree.upwards(l.node).any(|u| tree.name(u) == "a")
    };
    let told = leaves.iter().filter(tells).filter_map(|l| Some((figure(tree, l)?, l.chars)));
    let (mut figures, mut captions) = (Vec::new(), 0);
    for (id, chars) in told {
        captions += chars;
        if figures.last() != Some(&id) {
            figures.push(id);
        }
    }
    (figures, captions)
}

/// The elements that read most like prose: the best one, and siblings of it that belong to it.
fn prose(tree: &Tree, leaves: &[Leaf], headline: Option<Id>) -> Vec<Id> {
    let scores = scores(tree, leaves);
    let links = Links::of(tree, leaves);
    let home = home(tree, leaves, headline);
    let rated = |id: Id| {
        let at_home = home.is_none_or(|h| tree.upwards(id).any(|u| u == h) || tree.upwards(h).any(|u| u == id));
        let place = if at_home { 1.0 } else { AWAY };
        scores.get(&id).copied().unwrap_or(0.0) * (1.0 - links.density(id)) * name_weight(tree, id) * place
    };
    let mut best: Option<(Id, f32)> = None;
    let mut candidates: Vec<(Id, f32)> = scores.keys().map(|id| (*id, rated(*id))).collect();
    candidates.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    if let Some(first) = candidates.first() {
        best = Some(*first);
    }
    let Some((mut top, mut top_score)) = best else { return flash(tree, leaves, headline) };

    // several good candidates under one roof: the roof is the body
    let near: Vec<Id> = candidates.iter().take(12).filter(|c| c.1 >= top_score * 0.7).map(|c| c.0).collect();
    if near.len() >= 3 {
        let roof = tree.upwards(top).skip(1).find(|a| {
            let inside = near.iter().filter(|n| tree.upwards(**n).any(|u| u == *a)).count();
            inside >= 3 && !matches!(tree.name(*a), "body" | "html" | "")
        });
        if let Some(roof) = roof.filter(|r| near.iter().filter(|n| tree.upwards(**n).any(|u| u == *r)).count() >= 3) {
            top = roof;
            top_score = rated(roof).max(top_score * 0.7);
        }
    }
    // a parent that scores higher holds more of it
    while let Some(parent) = tree.parent(top).filter(|p| !matches!(tree.name(*p), "body" | "html" | "")) {
        if rated(parent) <= top_score {
            break;
        }
        top = parent;
        top_score = rated(parent);
    }
    if let Some(whole) = whole_of_parts(tree, leaves, top) {
        return with_lead(tree, leaves, home, headline, vec![whole]);
    }
    let found = with_siblings(tree, leaves, &links, top, top_score, &rated);
    let found = with_cousins(tree, leaves, &links, found);
    let found = widened(tree, leaves, found);
    let found = or_all(tree, leaves, home.or_else(|| roof(tree, headline?, *found.first()?)), found);
    with_lead(tree, leaves, home, headline, found)
}

/// Scalars of a paragraph that is a sentence, in a lead.
const SHORT_SENTENCE: usize = 25;

/// The smallest element that holds both, if it is less than the page.
fn roof(tree: &Tree, headline: Id, root: Id) -> Option<Id> {
    let over: HashSet<Id> = tree.upwards(root).collect();
    tree.upwards(headline).find(|id| over.contains(id)).filter(|id| !matches!(tree.name(*id), "body" | "html" | ""))
}

/// Scalars of other lines to one of prose, outside the body, from which on what stands there is a list of teasers.
const MOSTLY_LINES: usize = 4;

/// The roots, or all of the article if more of its prose stands outside them: its sections are unlike each other.
fn or_all(tree: &Tree, leaves: &[Leaf], article: Option<Id>, roots: Vec<Id>) -> Vec<Id> {
    let Some(article) = article else { return roots };
    let known: HashSet<Id> = roots.iter().copied().collect();
    let (mut held, mut missed, mut other) = (0, 0, 0);
    for leaf in leaves.iter().filter(|l| l.furniture.is_none()) {
        let mut up = tree.upwards(leaf.node);
        let stop = up.find(|id| {
            *id == article || known.contains(id) || matches!(tree.name(*id), "article" | "aside" | "figure")
        });
        let says = tree.name(leaf.node) == "p" && leaf.is_prose() && leaf.link_density() < 0.3;
        match stop {
            Some(id) if known.contains(&id) && says => held += leaf.chars,
            Some(id) if id == article && says => missed += leaf.chars,
            Some(id) if id == article => other += leaf.chars,
            _ => {}
        }
    }
    if missed > held.max(other / MOSTLY_LINES) { vec![article] } else { roots }
}

/// How far up the text of a body may go on around it.
const AROUND: usize = 4;
/// Of the prose in the body, the share from which on what stands around it goes on with it, and the fewest scalars.
const GOES_ON: (f32, usize) = (0.15, 250);

/// The roots, or an element around them in which the text goes on: paragraphs, and few other lines.
fn widened(tree: &Tree, leaves: &[Leaf], roots: Vec<Id>) -> Vec<Id> {
    let Some(first) = roots.first().copied() else { return roots };
    let is_part = |id: Id| matches!(tree.name(id), "article" | "main" | "body" | "html" | "");
    let around: Vec<Id> = tree.upwards(first).skip(1).take(AROUND).take_while(|id| !is_part(*id)).collect();
    let known: HashSet<Id> = roots.iter().copied().collect();
    let mut missed: HashMap<Id, (usize, usize)> = HashMap::new();
    let mut held = 0;
    for leaf in leaves.iter().filter(|l| l.furniture.is_none()) {
        let says = leaf.is_prose() && leaf.link_density() < 0.3 && tree.name(leaf.node) == "p";
        let mut apart = false;
        for id in tree.upwards(leaf.node) {
            if known.contains(&id) {
                held += if says { leaf.chars } else { 0 };
                break;
            }
            if around.contains(&id) {
                let entry = missed.entry(id).or_default();
                *(if says && !apart { &mut entry.0 } else { &mut entry.1 }) += leaf.chars;
            }
            // what has a name of its own is something else
            apart |=
                id != leaf.node && (tree.attr(id, "class").or(tree.attr(id, "id")).is_some() || tree.name(id) != "div");
        }
    }
    let least = (held as f32 * GOES_ON.0) as usize;
    let goes_on =
        |id: &Id| missed.get(id).is_some_and(|(says, other)| *says >= least.max(GOES_ON.1) && *other <= *says);
    around.into_iter().rfind(goes_on).map_or(roots, |whole| vec![whole])
}

/// The body, and before it the paragraphs between the headline and it that stand in the same
/// article. One alone is the line under the headline.
fn with_lead(tree: &Tree, leaves: &[Leaf], home: Option<Id>, headline: Option<Id>, roots: Vec<Id>) -> Vec<Id> {
    let (Some(home), Some(headline)) = (home, headline) else { return roots };
    let inside = |leaf: &Leaf, id: Id| tree.upwards(leaf.node).any(|u| u == id);
    let known: HashSet<Id> = roots.iter().copied().collect();
    let in_body = |leaf: &Leaf| tree.upwards(leaf.node).any(|u| known.contains(&u));
    let Some(first) = leaves.iter().position(in_body) else { return roots };
    let Some(head) = leaves[..first].iter().position(|l| inside(l, headline)) else { return roots };
    let beside =
        |id: Id| matches!(tree.name(id), "figure" | "figcaption" | "article" | "aside" | "header" | "a" | "li");
    let is_lead = |leaf: &&Leaf| {
        leaf.furniture.is_none()
            && leaf.is_prose()
            && leaf.link_density() < 0.2
            && ends_like_sentence(&leaf.text)
            && inside(leaf, home)
            && !tree.upwards(leaf.node).take_while(|u| *u != home).any(beside)
    };
    let mut lead: Vec<Id> = leaves[head + 1..first].iter().filter(is_lead).map(|l| l.node).collect();
    // their brothers are paragraphs of it, however short and full of links
    let over: HashSet<Id> = lead.iter().filter_map(|id| tree.parent(*id)).collect();
    let is_brother = |leaf: &&Leaf| {
        leaf.furniture.is_none()
            && tree.name(leaf.node) == "p"
            && tree.parent(leaf.node).is_some_and(|p| over.contains(&p))
            && leaf.chars >= SHORT_SENTENCE
            && leaf.link_density() < 0.6
            && ends_like_sentence(&leaf.text)
    };
    lead.extend(leaves[head + 1..first].iter().filter(is_brother).map(|l| l.node));
    lead.sort_unstable();
    lead.dedup();
    if lead.len() > 1 { [lead, roots].concat() } else { roots }
}

/// The parts of a body that is cut in two by what stands between: elements of the same article, as deep in it, of the
/// same name and class, that hold prose.
fn with_cousins(tree: &Tree, leaves: &[Leaf], links: &Links, mut roots: Vec<Id>) -> Vec<Id> {
    let Some(first) = roots.first().copied() else { return roots };
    let class = tree.attr(first, "class").unwrap_or_default().trim();
    let depth = |id: Id| tree.upwards(id).count();
    let article = |id: Id| tree.upwards(id).find(|u| tree.name(*u) == "article");
    let Some(home) = article(first).or_else(|| tree.upwards(first).nth(2)) else { return roots };
    if class.is_empty() || matches!(tree.name(first), "article" | "main" | "body") {
        return roots;
    }
    let prose = prose_below(tree, leaves, Leaf::is_prose);
    let deep = depth(first);
    let alike = |id: &Id| {
        tree.name(*id) == tree.name(first)
            && tree.attr(*id, "class").is_some_and(|c| c.trim() == class)
            && prose.get(id).is_some_and(|chars| *chars >= SMALLEST_PART)
            && links.density(*id) < 0.25
            && depth(*id) == deep
            && article(*id) == article(first)
            && !tree.below(*id).any(|n| matches!(tree.name(n), "h1" | "article"))
    };
    let known: HashSet<Id> = roots.iter().copied().collect();
    let more: Vec<Id> = tree.below(home).filter(|id| !known.contains(id)).filter(alike).collect();
    roots.extend(more);
    roots.sort_unstable();
    roots
}

/// Scalars of what counts as prose and is no furniture, below each element that holds some.
fn prose_below(tree: &Tree, leaves: &[Leaf], is_prose: impl Fn(&Leaf) -> bool) -> HashMap<Id, usize> {
    let mut prose: HashMap<Id, usize> = HashMap::new();
    for leaf in leaves.iter().filter(|l| l.furniture.is_none() && is_prose(l)) {
        tree.upwards(leaf.node).for_each(|id| *prose.entry(id).or_default() += leaf.chars);
    }
    prose
}

/// A flash: a sentence or two under the headline of an `<article>`, too short to be told from anything else
/// elsewhere.
fn flash(tree: &Tree, leaves: &[Leaf], headline: Option<Id>) -> Vec<Id> {
    let Some(article) = headline.and_then(|h| tree.upwards(h).find(|u| tree.name(*u) == "article")) else {
        return Vec::new();
    };
    let says = |l: &&Leaf| {
        l.furniture.is_none()
            && l.chars >= 8
            && l.link_chars == 0
            && tree.name(l.node) == "p"
            && ends_like_sentence(&l.text)
    };
    let inside = leaves.iter().filter(says).filter(|l| tree.upwards(l.node).any(|u| u == article));
    let mut roots: Vec<Id> = inside.filter_map(|l| tree.parent(l.node)).collect();
    roots.dedup();
    roots.truncate(1);
    roots
}

/// The `<article>` (else `<main>`) that the headline stands in, if prose stands in it too.
fn home(tree: &Tree, leaves: &[Leaf], headline: Option<Id>) -> Option<Id> {
    let around = |name: &'static str| tree.upwards(headline?).find(move |u| tree.name(*u) == name);
    let holds_prose = |id: &Id| {
        let prose =
            |l: &&Leaf| l.furniture.is_none() && l.chars >= 25 && ends_like_sentence(&l.text) && l.link_density() < 0.3;
        leaves.iter().filter(prose).any(|l| tree.upwards(l.node).any(|u| u == *id))
    };
    around("article").filter(holds_prose).or_else(|| around("main").filter(holds_prose))
}

/// The parent of several parts of one text: brothers of `top` (or of what holds it) of the same class that together
/// hold much prose. Articles of their own (`<article>`, an `<h1>`) are no parts.
fn whole_of_parts(tree: &Tree, leaves: &[Leaf], top: Id) -> Option<Id> {
    let prose = prose_below(tree, leaves, |l| l.is_prose() && l.link_density() < 0.3);
    let (mut holds, mut says): (HashMap<Id, usize>, HashSet<Id>) = Default::default();
    for leaf in leaves {
        tree.upwards(leaf.node).for_each(|id| *holds.entry(id).or_default() += 1);
        if leaf.furniture.is_none() && leaf.link_chars == 0 && ends_like_sentence(&leaf.text) {
            says.extend(tree.upwards(leaf.node));
        }
    }
    let held = |id: Id| prose.get(&id).copied().unwrap_or(0);
    let mut whole = None;
    for branch in tree.upwards(top).take(7) {
        let (name, class) = (tree.name(branch), tree.attr(branch, "class").unwrap_or_default().trim());
        let Some(parent) = tree.parent(branch) else { break };
        if matches!(name, "article" | "body" | "html" | "main" | "td" | "tr") || class.is_empty() {
            continue;
        }
        let brothers = tree.children(parent).filter(|id| {
            *id != branch && tree.name(*id) == name && tree.attr(*id, "class").is_some_and(|c| c.trim() == class)
        });
        // each paragraph in a box of its own
        let brothers: Vec<Id> = brothers.collect();
        if holds.get(&branch) == Some(&1) && brothers.iter().any(|b| says.contains(b)) {
            whole = Some(parent);
            continue;
        }
        let parts: Vec<Id> = brothers.into_iter().filter(|id| held(*id) >= 300).collect();
        let has_own_headline = |id: &Id| tree.below(*id).any(|n| matches!(tree.name(n), "h1" | "article"));
        let before = parts.iter().filter(|id| **id < branch).map(|id| held(*id)).sum::<usize>();
        if (parts.iter().map(|id| held(*id)).sum::<usize>() * 2 >= held(branch)
            || before * LEAST_BEFORE >= held(branch))
            && !parts.is_empty()
            && !parts.iter().any(has_own_headline)
        {
            whole = Some(parent);
        }
    }
    whole
}

fn scores(tree: &Tree, leaves: &[Leaf]) -> HashMap<Id, f32> {
    let mut scores: HashMap<Id, f32> = HashMap::new();
    for leaf in leaves.iter().filter(|l| l.furniture.is_none() && l.chars >= 25) {
        let name = tree.name(leaf.node);
        if matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "figcaption" | "caption" | "th")
            || leaf.link_density() > 0.5
            || wording::asks_consent(leaf)
        {
            continue;
        }
        let commas = leaf.text.chars().filter(|c| matches!(c, ',' | '،' | '、' | '，' | '।')).count().min(20);
        let mut score = 1.0 + commas as f32 + (leaf.chars as f32 / 100.0).min(3.0);
        if name == "li" {
            score *= 0.5;
        }
        score *= 1.0 - leaf.link_density();
        // a bare run of text scores for the element that holds it, a paragraph for its parent
        let own = matches!(name, "p" | "li" | "blockquote" | "pre" | "dd" | "dt");
        for (level, id) in tree.upwards(leaf.node).skip(usize::from(own)).take(6).enumerate() {
            let divider = match level {
                0 => 1.0,
                1 => 2.0,
                n => n as f32 * 3.0,
            };
            *scores.entry(id).or_default() += score / divider;
        }
    }
    scores
}

fn name_weight(tree: &Tree, id: Id) -> f32 {
    let base = match tree.name(id) {
        "body" | "html" | "" => 0.5,
        "article" => 1.2,
        "ul" | "ol" | "dl" | "li" => 0.7,
        _ => 1.0,
    };
    if tree.attr(id, "itemprop").is_some_and(|p| p.eq_ignore_ascii_case("articleBody")) {
        return base * 1.6;
    }
    let words = class_words(tree, id);
    if words.iter().any(|w| BODY_WORDS.contains(&&**w)) { base * 1.25 } else { base }
}

/// Characters, and of these in links, of everything below each element.
struct Links(HashMap<Id, (usize, usize)>);

impl Links {
    fn of(tree: &Tree, leaves: &[Leaf]) -> Self {
        let mut all: HashMap<Id, (usize, usize)> = HashMap::new();
        for leaf in leaves.iter().filter(|l| l.furniture.is_none()) {
            for id in tree.upwards(leaf.node) {
                let entry = all.entry(id).or_default();
                entry.0 += leaf.chars;
                entry.1 += leaf.link_chars;
            }
        }
        Self(all)
    }

    fn density(&self, id: Id) -> f32 {
        self.0.get(&id).map_or(0.0, |(chars, linked)| *linked as f32 / (*chars).max(1) as f32)
    }
}

fn with_siblings(
    tree: &Tree,
    leaves: &[Leaf],
    links: &Links,
    top: Id,
    top_score: f32,
    rated: &impl Fn(Id) -> f32,
) -> Vec<Id> {
    let Some(parent) = tree.parent(top) else { return vec![top] };
    let wanted = (top_score * 0.2).max(10.0);
    let class = tree.attr(top, "class").unwrap_or_default();
    let mut found = Vec::new();
    // "text", and "text walled" after it
    let first = |id: Id| tree.attr(id, "class").and_then(|c| c.split_whitespace().next());
    let body = first(top).filter(|c| BODY_WORDS.contains(c) || c.contains("body"));
    let says = |l: &&Leaf| l.furniture.is_none() && l.is_prose() && tree.name(l.node) == "p";
    let with_prose: HashSet<Id> = leaves.iter().filter(says).filter_map(|l| tree.parent(l.node)).collect();
    let alike = |id: Id| body.is_some() && first(id) == body && links.density(id) < 0.25 && with_prose.contains(&id);
    for id in tree.children(parent) {
        let same_class = !class.is_empty() && tree.attr(id, "class") == Some(class);
        let bonus = if same_class { top_score * 0.2 } else { 0.0 };
        let belongs = id == top
            || alike(id)
            || rated(id) + bonus >= wanted
            || tree.name(id) == "p" && {
                let mine = leaves.iter().filter(|l| l.furniture.is_none() && tree.upwards(l.node).any(|u| u == id));
                let (mut chars, mut sentence) = (0, false);
                for leaf in mine {
                    chars += leaf.chars;
                    sentence = leaf.is_prose();
                }
                chars > 80 && links.density(id) < 0.25 || sentence && links.density(id) == 0.0
            };
        if belongs {
            found.push(id);
        }
    }
    found
}
