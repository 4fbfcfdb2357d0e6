//! The headline that readers see, and the line under it.

use std::collections::HashSet;
use std::iter;

use text::canonical;

use crate::authors::BYLINE_WORDS;
use crate::blocks;
use crate::furniture::{self, class_words};
use crate::guard;
use crate::json_ld::JsonLd;
use crate::leaf::{Leaf, ends_like_sentence, is_inline, width};
use crate::meta::Meta;
use crate::section::is_trail_word;
use crate::tree::{Id, Tree};
use crate::written::Order;
use crate::{times, unseen, wording};

/// Longest headline, in scalars; longer ones are paragraphs in the wrong element.
const MAX_HEADLINE: usize = 300;
/// Headings of level 1 of which it is asked whether another one follows: an outlet's name stands among the first.
const MOST_FIRST_HEADINGS: usize = 6;
/// Most links of the way through a site to a page.
const MOST_STEPS: usize = 8;
/// Longest standfirst that only italics tell; longer ones are notes of editors, or first paragraphs.
const LONGEST_IN_ITALICS: usize = 160;
/// Most leaves between the headline and a standfirst in italics.
const UNDER_HEADLINE: usize = 8;
/// Most leaves between two places of the same headline.
const NEAR: usize = 30;
/// So many paragraphs beside it make a line one of them.
const BROTHERS: usize = 3;
/// Length of a line under the headline that does not end like a sentence, in scalars, and its fewest words.
const LINE: std::ops::RangeInclusive<usize> = 30..=300;
const WORDS_OF_A_LINE: usize = 6;
/// Fewest paragraphs of an article before the next one's headline.
const PARAGRAPHS_BEFORE: usize = 3;
/// Most headings of which it is asked whether they are those of next articles.
const MOST_NEXT: usize = 20;
/// Nodes of a box among which its authors and time are looked for.
const MOST_IN_A_BOX: usize = 60;
/// Most lines of a standfirst after its first.
const MOST_LINES: usize = 6;
/// Words in class or id of elements that hold a headline.
const HEADLINE_WORDS: [&str; 20] = [
    "headline",
    "article-title",
    "articletitle",
    "entry-title",
    "entrytitle",
    "post-title",
    "posttitle",
    "story-title",
    "storytitle",
    "article-headline",
    "article__title",
    "story-headline",
    "news-title",
    "newstitle",
    "titre",
    "titel",
    "article-header-title",
    "article_title",
    "hed",
    "page-title",
];
/// Words in class or id of elements that hold the line under the headline.
pub(crate) const STANDFIRST_WORDS: [&str; 36] = [
    "standfirst",
    "dek",
    "deck",
    "subtitle",
    "subheadline",
    "subhead",
    "subheading",
    "summary",
    "lead",
    "lede",
    "intro",
    "introduction",
    "chapo",
    "chapeau",
    "vorspann",
    "teasertext",
    "teaser",
    "strapline",
    "excerpt",
    "sapo",
    "abstract",
    "sottotitolo",
    "sommario",
    "entradilla",
    "bajada",
    "epigraph",
    "ingress",
    "manchet",
    "preamble",
    "leadtext",
    "subline",
    "blurb",
    "article-description",
    "description",
    "synopsis",
    "article-lead",
];

/// The headline and where it stands, if it stands on the page.
#[derive(Debug, Default)]
pub(crate) struct Headline {
    pub text: Option<String>,
    pub node: Option<Id>,
}

impl Headline {
    /// That of an element.
    pub fn at(tree: &Tree, node: Id) -> Self {
        let text = furniture::seen_below(tree, node);
        Self { text: Some(text).filter(|text| !text.is_empty()), node: Some(node) }
    }
}

/// Chooses among the page's headings; what the machine-readable surfaces say only helps to choose.
pub(crate) fn headline(tree: &Tree, meta: &Meta, ld: &JsonLd) -> Headline {
    let site = meta.first(&["og:site_name", "application-name"]);
    let mut said: Vec<String> = ld.headline.iter().map(|h| plain(h)).collect();
    said.extend(meta.first(&["og:title"]).map(|t| plain(&t)));
    said.extend(meta.first(&["twitter:title", "dc.title", "title", "headline"]).map(|t| plain(&t)));
    let title = meta.title.clone();
    let mut firsts = 0;
    let mut best: Option<(f32, String, Id)> = None;
    for id in tree.elements() {
        let Some(base) = heading_weight(tree, id) else { continue };
        let text = furniture::seen_below(tree, id);
        let chars = text.chars().count();
        if width(&text) < 3 || chars > MAX_HEADLINE || hidden(tree, id) {
            continue;
        }
        let mut score = base;
        let is_first = tree.name(id) == "h1";
        score += 2.0 * said.iter().map(|s| likeness(s, &text)).fold(0.0, f32::max);
        score += title.as_deref().map_or(0.0, |t| contained(&text, t));
        if is_logo(tree, id, &text, site.as_deref()) {
            score -= 1.5;
        }
        if tree.upwards(id).any(|u| tree.name(u) == "nav" || tree.attr(u, "role") == Some("navigation")) {
            score -= 1.0;
        }
        firsts += usize::from(is_first);
        if is_first && firsts <= MOST_FIRST_HEADINGS && ends_trail(tree, id) {
            score -= 1.5;
        }
        if firsts <= MOST_FIRST_HEADINGS && before_another(tree, id) {
            score -= 0.6;
        }
        if is_one_word(&text) {
            score -= 0.5;
        }
        // of two that say the same, that of a list leads to the other
        if tree.upwards(id).skip(1).take(4).any(|u| matches!(tree.name(u), "li" | "a")) {
            score -= 0.02;
        }
        if best.as_ref().is_none_or(|b| score > b.0 + 0.01) {
            best = Some((score, text, id));
        }
    }
    match best {
        Some((score, text, id)) if score >= 0.9 => Headline { text: Some(text), node: Some(id) },
        _ => Headline {
            text: said.into_iter().next().or_else(|| title.map(|t| without_site(&t, site.as_deref()))),
            node: None,
        },
    }
}

/// The place of the headline among the leaves.
pub(crate) fn place(tree: &Tree, leaves: &[Leaf], headline: &Headline) -> Option<usize> {
    // it may be some of a line's words, under a kicker
    let line = headline.node.and_then(|h| tree.upwards(h).find(|u| !is_inline(tree.name(*u))));
    let in_node =
        |leaf: &Leaf| Some(leaf.node) == line || headline.node.is_some_and(|h| tree.upwards(leaf.node).any(|u| u == h));
    let says_it = |leaf: &Leaf| {
        leaf.furniture.is_none() && headline.text.as_deref().is_some_and(|h| wording::same(h, &leaf.text))
    };
    // a page may set it twice over its text; what says it far above that is a link of the site's
    let (first, chosen) = (leaves.iter().position(says_it), leaves.iter().position(in_node));
    first
        .filter(|first| chosen.is_none_or(|chosen| chosen.saturating_sub(*first) <= NEAR))
        .into_iter()
        .chain(chosen)
        .min()
}

/// Marks what stands from the headline of the next article on: pages that go on without end hold several, each with a
/// headline of the same name.
pub(crate) fn mark_next(tree: &Tree, leaves: &mut [Leaf], headline: &Headline) {
    let Some(node) = headline.node.filter(|n| matches!(tree.name(*n), "h1" | "h2")) else { return };
    let class = |id: Id| tree.attr(id, "class").map(str::trim).unwrap_or_default();
    let is_named = class_words(tree, node).iter().any(|w| HEADLINE_WORDS.contains(&&**w));
    let other = |id: &Id| {
        *id > node
            && tree.name(*id) == tree.name(node)
            && class(*id) == class(node)
            && !headline.text.as_deref().is_some_and(|h| wording::same(h, &tree.text_below(*id)))
    };
    let mut others = tree.elements().filter(other).take(MOST_NEXT);
    let Some(next) = others.find(|id| is_named && !class(node).is_empty() || are_brothers(tree, node, *id)) else {
        return;
    };
    let inside = |l: &Leaf, id: Id| tree.upwards(l.node).any(|u| u == id);
    let Some(at) = leaves.iter().position(|l| inside(l, next)) else { return };
    let Some(start) = leaves[..at].iter().position(|l| inside(l, node)) else { return };
    let says = |l: &&Leaf| l.furniture.is_none() && l.is_prose() && l.link_density() < 0.3;
    if leaves[start..at].iter().filter(says).count() >= PARAGRAPHS_BEFORE {
        leaves[at..].iter_mut().filter(|l| l.furniture.is_none()).for_each(|l| l.furniture = Some("another article"));
    }
}

/// Whether two headings stand in boxes of their own that are brothers and alike, and the second says that it is an article
/// by itself: with authors, a time or an address of its own. Parts of an article may have headings of level 1.
fn are_brothers(tree: &Tree, first: Id, second: Id) -> bool {
    let over: Vec<Id> = tree.upwards(first).collect();
    let Some(roof) = tree.upwards(second).find(|id| over.contains(id)) else { return false };
    let box_of = |id: Id| tree.upwards(id).take_while(|u| *u != roof).last().filter(|b| *b != id);
    let (Some(a), Some(b)) = (box_of(first), box_of(second)) else { return false };
    let class = |id: Id| tree.attr(id, "class").and_then(|c| c.split_ascii_whitespace().next());
    let alike = tree.name(a) == tree.name(b) && class(a) == class(b);
    let is_box = matches!(tree.name(a), "article" | "section" | "div");
    let addressed =
        |id: Id| ["data-url", "data-href", "data-permalink"].iter().any(|name| tree.attr(id, name).is_some());
    let signed = |id: Id| tree.name(id) == "time" || class_words(tree, id).iter().any(|w| BYLINE_WORDS.contains(&&**w));
    let is_own = |id: Id| addressed(id) || signed(id);
    is_box && alike && std::iter::once(b).chain(tree.below(b).take(MOST_IN_A_BOX)).any(is_own)
}

/// How much an element looks like the place of a headline; `None` if not at all.
fn heading_weight(tree: &Tree, id: Id) -> Option<f32> {
    let name = tree.name(id);
    let by_class = || {
        tree.attr(id, "itemprop").is_some_and(|p| p == "headline" || p == "name headline")
            || class_words(tree, id).iter().any(|w| HEADLINE_WORDS.contains(&&**w))
    };
    match name {
        "h1" => Some(if by_class() { 1.1 } else { 0.9 }),
        "h2" | "h3" | "div" | "p" | "span" if by_class() => Some(0.35),
        "h2" => Some(0.0),
        "h3" => Some(-1.2), // most head teasers: what it says has to be what the surfaces say
        _ => None,
    }
}

/// Whether a heading is the last step of the way through the site: what is said to search engines, in small letters.
fn ends_trail(tree: &Tree, id: Id) -> bool {
    let named = |u: Id| class_words(tree, u).iter().any(|w| is_trail_word(w));
    let is_row = |u: Id| {
        let before = || tree.below(u).take_while(|n| *n != id);
        let links = before().filter(|n| tree.name(*n) == "a").take(MOST_STEPS + 1).count();
        let says = |n: &Id| tree.text(*n).is_some_and(|t| t.chars().any(char::is_alphanumeric));
        let unlinked = |n: Id| !tree.upwards(n).take_while(|a| *a != u).any(|a| tree.name(a) == "a");
        matches!(tree.name(u), "ul" | "ol") && (2..=MOST_STEPS).contains(&links) && !before().filter(says).any(unlinked)
    };
    let small = |u: Id| !tree.below(u).any(|n| tree.name(n) == "p");
    tree.upwards(id).take(5).any(|u| (named(u) || is_row(u)) && small(u))
}

/// Whether an `<h1>` follows later among the same brothers and no paragraph stands between.
fn before_another(tree: &Tree, id: Id) -> bool {
    let Some(parent) = tree.parent(id).filter(|_| tree.name(id) == "h1") else { return false };
    let later = tree.children(parent).skip_while(|c| *c != id).skip(1);
    let mut later = later.filter(|c| matches!(tree.name(*c), "h1" | "p"));
    later.next().is_some_and(|c| tree.name(c) == "h1")
}

/// Whether a heading is one word, as those of sections are. In scripts without spaces a word is up to three marks.
fn is_one_word(text: &str) -> bool {
    let chars = text.chars().count();
    text.split_whitespace().count() < 2 && if width(text) >= 2 * chars { chars <= 3 } else { width(text) < 12 }
}

fn hidden(tree: &Tree, id: Id) -> bool {
    tree.upwards(id).any(|u| unseen::is_unseen(tree, u))
}

fn is_logo(tree: &Tree, id: Id, text: &str, site: Option<&str>) -> bool {
    if site.is_some_and(|s| wording::same(s, text)) {
        return true;
    }
    let home =
        |a: Id| tree.name(a) == "a" && tree.attr(a, "href").is_some_and(|h| matches!(h.trim(), "/" | "#" | "./"));
    let brand = |a: Id| {
        class_words(tree, a).iter().any(|w| matches!(&**w, "logo" | "brand" | "site-title" | "sitename" | "site-name"))
    };
    tree.upwards(id).take(3).any(|a| home(a) || brand(a)) || tree.below(id).any(home)
}

/// A title as a surface gives it, references resolved.
pub(crate) fn plain(text: &str) -> String {
    if !text.contains(['&', '<']) {
        return canonical(text);
    }
    let tree = Tree::of(&text[..guard::boundary(text, 4000)]);
    canonical(&tree.text_below(0))
}

/// Whether two headlines are of one article: more than half of their words are the same.
pub(crate) fn is_alike(a: &str, b: &str) -> bool {
    likeness(a, b) >= 0.6 || wording::same(a, b)
}

/// What an article's page calls it: its headings of level 1 and its titles.
pub(crate) fn titles(tree: &Tree, meta: &Meta) -> Vec<String> {
    let headings = tree.elements().filter(|id| tree.name(*id) == "h1").take(MOST_FIRST_HEADINGS);
    let mut titles: Vec<String> = headings.map(|id| furniture::seen_below(tree, id)).collect();
    let site = meta.first(&["og:site_name", "application-name"]);
    titles.extend(meta.first(&["og:title"]).map(|t| plain(&t)));
    titles.extend(meta.title.iter().map(|t| without_site(t, site.as_deref())));
    titles
}

/// Likeness of two short texts by words, 0 to 1.
fn likeness(a: &str, b: &str) -> f32 {
    let (a, b) = (words(a), words(b));
    let both = a.intersection(&b).count();
    2.0 * both as f32 / (a.len() + b.len()).max(1) as f32
}

/// The share of `a`'s words that `b` holds.
fn contained(a: &str, b: &str) -> f32 {
    let (a, b) = (words(a), words(b));
    a.intersection(&b).count() as f32 / a.len().max(1) as f32
}

fn words(text: &str) -> HashSet<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
}

/// A `<title>` without the outlet's name at its end or beginning.
fn without_site(title: &str, site: Option<&str>) -> String {
    for mark in [" | ", " - ", " – ", " — ", " :: ", " » ", " · "] {
        if let Some((first, last)) = title.rsplit_once(mark) {
            let named = site.is_some_and(|s| wording::same(s, last));
            if named || (last.split_whitespace().count() <= 4 && first.split_whitespace().count() >= 3) {
                return first.trim().to_owned();
            }
        }
    }
    title.to_owned()
}

/// Whether a leaf of one or two sentences is all in italics, and no quotation.
fn is_set_apart(tree: &Tree, leaf: &Leaf) -> bool {
    let marked = |id: Id| matches!(tree.name(id), "i" | "em");
    let quoted = leaf.text.starts_with(['"', '“', '„', '«', '‘', '「', '–', '—']);
    let text_in = |id: Id| canonical(&tree.text_below(id)) == leaf.text;
    !quoted
        && !is_of_picture(tree, leaf.node, 4)
        && leaf.chars <= LONGEST_IN_ITALICS
        && tree.below(leaf.node).take(200).any(|id| marked(id) && text_in(id))
}

/// Whether what stands here belongs to a picture, by the element and those around it.
fn is_of_picture(tree: &Tree, node: Id, levels: usize) -> bool {
    let of_picture = |w: &String| matches!(&**w, "caption" | "media" | "image" | "photo" | "picture" | "credit");
    let named = |u| matches!(tree.name(u), "figure" | "figcaption") || class_words(tree, u).iter().any(of_picture);
    tree.upwards(node).take(levels).any(named)
}

/// Whether nothing but bylines, dates and labels stands between.
fn follows(between: &[Leaf]) -> bool {
    between.len() <= UNDER_HEADLINE
        && between.iter().all(|l| l.furniture.is_some() || l.chars < 60 || wording::label(&l.text).is_some())
        && !between.iter().any(Leaf::is_prose)
}

/// The standfirst: a leaf near the headline that its class, or the page's description, names as such.
pub(crate) fn standfirst(
    tree: &Tree,
    leaves: &[Leaf],
    roots: &[Id],
    headline: &Headline,
    said: &[String],
) -> Option<String> {
    let placed = place(tree, leaves, headline);
    let start = placed.map_or(0, |i| i + 1);
    let mut prose_seen = 0;
    let (mut apart, mut alone) = (None, None);
    for (at, leaf) in leaves[start.min(leaves.len())..].iter().take(60).enumerate() {
        let named = tree.upwards(leaf.node).take(3).take_while(|u| !roots.contains(u) || *u == leaf.node).any(|u| {
            class_words(tree, u).iter().any(|w| STANDFIRST_WORDS.contains(&&**w))
                || tree
                    .attr(u, "itemprop")
                    .is_some_and(|p| matches!(p, "description" | "alternativeHeadline" | "abstract"))
        });
        let named =
            named && !is_in_flow(tree, leaves, roots, headline.node, leaf) && !is_of_picture(tree, leaf.node, 2);
        let apart_here = placed.is_some() && is_set_apart(tree, leaf) && wording::line(&leaf.text).is_none();
        let shortest = if named || apart_here { 6 } else { 20 };
        let in_body = tree.upwards(leaf.node).any(|u| roots.contains(&u));
        let fits = (shortest..=900).contains(&leaf.chars)
            && leaf.link_density() < 0.5
            && wording::label(&leaf.text).is_none()
            && !blocks::is_notice(tree, leaf);
        let teaser = leaf.furniture == Some("other articles") && leaf.link_chars == 0 && prose_seen == 0 && at < 6;
        if fits
            && (leaf.furniture.is_none() || teaser)
            && !headline.text.as_deref().is_some_and(|h| wording::same(h, &leaf.text))
        {
            let described = !in_body && said.iter().any(|s| wording::same(s, &leaf.text));
            let set_apart = prose_seen == 0 && apart_here && follows(&leaves[start..start + at]);
            if (named && prose_seen == 0) || described {
                let brothers =
                    leaves[start + at + 1..].iter().take(MOST_LINES).take_while(|l| goes_on(tree, roots, leaf, l));
                let lines: Vec<&str> = iter::once(leaf).chain(brothers).map(|l| &*l.text).collect();
                return Some(lines.join("\n"));
            }
            // between the headline and the body, apart from it, and the first to say anything
            let says = leaf.is_prose() || is_line(leaf);
            let is_line = says && leaf.link_chars == 0 && !in_body && !is_of_picture(tree, leaf.node, 4);
            if placed.is_some() && is_line && alone.is_none() && follows(&leaves[start..start + at]) {
                alone = Some(leaf.text.clone());
            }
            if set_apart && apart.is_none() {
                apart = Some(leaf.text.clone());
            }
        }
        if in_body && leaf.is_prose() && leaf.furniture.is_none() {
            prose_seen += 1;
            if prose_seen >= 2 {
                break;
            }
        }
    }
    apart.or(alone.filter(|_| prose_seen > 0))
}

/// Whether a leaf without the end of a sentence says something of its own, as lines under headlines do: no label, no
/// date, no row of names, no caption with its source.
fn is_line(leaf: &Leaf) -> bool {
    let words = leaf.text.split(' ').count();
    let small = leaf.text.split(' ').filter(|word| word.starts_with(char::is_lowercase)).count();
    let has_case = leaf.text.chars().any(|c| c.is_lowercase() || c.is_uppercase());
    LINE.contains(&leaf.chars)
        && (!has_case || words >= WORDS_OF_A_LINE && small * 2 >= words)
        && !leaf.text.contains(['|', '©', '@', '\n'])
        && !leaf.text.contains(". ")
        && wording::line(&leaf.text).is_none()
        && times::written(&leaf.text, Order::DayFirst).is_none()
}

/// Whether a leaf is one of the body's own paragraphs, or of a list's lines: what its class calls it, it is the first.
fn is_in_flow(tree: &Tree, leaves: &[Leaf], roots: &[Id], headline: Option<Id>, leaf: &Leaf) -> bool {
    let Some(parent) = tree.parent(leaf.node).filter(|_| matches!(tree.name(leaf.node), "p" | "li")) else {
        return false;
    };
    let brother = |l: &&Leaf| {
        l.node != leaf.node && tree.name(l.node) == "p" && tree.parent(l.node) == Some(parent) && l.is_prose()
    };
    // under a headline in the same box the class says what sets it apart
    let headed = headline.is_some_and(|h| tree.upwards(h).any(|u| u == parent));
    !headed
        && tree.upwards(leaf.node).any(|u| roots.contains(&u))
        && (tree.name(leaf.node) == "li" || leaves.iter().filter(brother).take(BROTHERS).count() == BROTHERS)
}

/// Whether a text is one of the lines of a standfirst, to the letter.
pub(crate) fn is_line_of(standfirst: Option<&str>, text: &str) -> bool {
    standfirst.is_some_and(|standfirst| standfirst.lines().any(|line| line == text))
}

/// Whether `leaf` is another line of the standfirst that begins with `first`: its brother, set alike.
fn goes_on(tree: &Tree, roots: &[Id], first: &Leaf, leaf: &Leaf) -> bool {
    let holder = |l: &Leaf| tree.upwards(l.node).find(|id| !is_inline(tree.name(*id)));
    let (Some(a), Some(b)) = (holder(first), holder(leaf)) else { return false };
    leaf.furniture.is_none()
        && leaf.link_chars == 0
        && !tree.upwards(leaf.node).any(|u| roots.contains(&u))
        && ends_like_sentence(&leaf.text)
        && (a == b || tree.parent(a) == tree.parent(b) && tree.name(a) == "li" && tree.name(b) == "li")
}
