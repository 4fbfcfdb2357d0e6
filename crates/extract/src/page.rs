//! The steps in order.

use news::{Block, BlockKind, Digest, Direction, PageKind, Reading, Surface, Surfaces};
use text::canonical;

use crate::blocks::{Judged, Verdict};
use crate::datelines::Placed;
use crate::explain::{Explained, KeptAs};
use crate::json_ld::JsonLd;
use crate::leaf::Leaf;
use crate::learner::Lesson;
use crate::memory::Memory;
use crate::meta::Meta;
use crate::next_page::Standing;
use crate::outlet::Outlet;
use crate::tree::Tree;
use crate::{
    Page, READER, authors, blocks, body, credits, furniture, guard, headline, json_ld, language, leaf, links,
    next_page, page_kind, plain, script_body, section, stamps,
};

const TOO_LARGE: &str = "the page is larger or deeper than the limits: part of it was not read";

/// A reading, how it came about, and what it teaches of the outlet.
pub(crate) struct Read {
    pub reading: Reading,
    pub explained: Vec<Explained>,
    pub lesson: Lesson,
}

/// Reads a page that has become text; `standing`: which page of its article it is.
pub(crate) fn read(page: &Page<'_>, text: &str, memory: &Memory, standing: Option<&Standing>) -> Read {
    if let Some(told) = page_kind::by_bytes(page).or_else(|| page_kind::by_start(text)) {
        let remarks = told.reason.into_iter().collect();
        let reading = Reading { page: told.kind, remarks, reader: READER.to_owned(), ..Reading::default() };
        return Read { reading, explained: Vec::new(), lesson: Lesson::default() };
    }
    if plain::is_plain(text, page.content_type, page.url) {
        return read_plain(text);
    }
    let mut remarks = Vec::new();
    let (tamed, cut) = guard::tame(text);
    let tree = Tree::of(&tamed);
    let meta = Meta::of(&tree, page.url);
    let addresses = [Some(page.url), meta.canonical_url.as_deref()].into_iter().flatten().collect();
    let ld = JsonLd::of(&tree, &json_ld::Own { addresses, titles: headline::titles(&tree, &meta) });
    let (mut leaves, unread) = leaf::leaves(&tree);
    let cut = cut || tree.cut || unread;
    if cut {
        remarks.push(TOO_LARGE.to_owned());
    }
    furniture::mark(&tree, &mut leaves);
    furniture::spare_notices(&tree, &mut leaves);
    memory.mark(&tree, &mut leaves);
    let rules = memory.rules();
    let head = match rules.headline(&tree) {
        Some(node) => headline::Headline::at(&tree, node),
        None => headline::headline(&tree, &meta, &ld),
    };
    headline::mark_next(&tree, &mut leaves, &head);
    let roots = rules.body(&tree).unwrap_or_else(|| body::find(&tree, &leaves, head.node));
    let place = headline::place(&tree, &leaves, &head);
    if ld.broken > 0 {
        remarks.push("a JSON-LD script could not be read".to_owned());
    }
    let surfaces = surfaces(&meta, &ld);
    let told = [&surfaces.json_ld.description, &surfaces.open_graph.description].into_iter().flatten().cloned();
    let said: Vec<String> =
        told.chain(meta.first(&["twitter:description"])).chain(meta.first(&["description"])).collect();
    let standfirst = headline::standfirst(&tree, &leaves, &roots, &head, &said);
    let bylines = authors::of(&tree, &leaves, &meta, &ld, &Outlet::of(&meta, &ld, page.url), &roots, place);
    let shown = blocks::Shown {
        headline: head.text.as_deref(),
        standfirst: standfirst.as_deref(),
        bylines: &bylines,
        is_live: ld.is_live,
    };
    let judged = blocks::judge(&tree, &leaves, &roots, &shown);
    let (body, places) = blocks::blocks(&tree, &judged);
    let is_shown = body.iter().any(|b| b.kind.is_text());
    let body = match is_shown {
        true => body,
        false => from_surface(&ld, &mut remarks).or_else(|| from_scripts(&tree, &ld, &mut remarks)).unwrap_or(body),
    };
    let beside = blocks::notices_beside(&tree, &leaves, place, &judged);
    let notice = |leaf: &&Leaf| Block { kind: BlockKind::Notice, text: leaf.text.clone() };
    let body = beside.above.iter().map(notice).chain(body).chain(beside.below.iter().map(notice)).collect();
    let links = match is_shown {
        true => links::of(&tree, &judged, &places, beside.above.len(), page.url),
        false => Vec::new(),
    };
    let explained = explained(&leaves, &judged, &beside, head.text.as_deref(), standfirst.as_deref());
    let mut reading = Reading {
        headline: head.text.clone(),
        standfirst: standfirst.clone(),
        bylines,
        published_at: None,
        updated_at: None,
        language: None,
        direction: Direction::default(),
        section: section::of(&tree, &meta, &ld, head.text.as_deref(), page.url),
        page: PageKind::Article,
        partial: cut,
        body,
        links,
        surfaces,
        credits: Vec::new(),
        canonical_url: meta.canonical_url.clone(),
        next_page: None,
        remarks,
        reader: READER.to_owned(),
        epoch: memory.epoch(),
    };
    reading.language = language::of(&meta, &ld, &reading);
    reading.direction = text::direction_of(&reading);
    reading.credits = credits::of(&reading);
    let at = |j: &Judged<'_>| leaves.iter().position(|l| std::ptr::eq(l, j.leaf));
    let body_start = judged.iter().find(|j| j.is_kept()).and_then(at);
    let body_end = judged.iter().rev().find(|j| j.is_kept()).and_then(at);
    let placed = Placed { headline: place, headline_node: head.node, body: body_start.zip(body_end) };
    let known = stamps::Known {
        tree: &tree,
        leaves: &leaves,
        meta: &meta,
        ld: &ld,
        placed: &placed,
        headline: reading.headline.as_deref(),
        language: reading.language.as_deref(),
        url: page.url,
    };
    (reading.published_at, reading.updated_at) = stamps::of(&known);
    let evidence = page_kind::Evidence {
        tree: &tree,
        leaves: &leaves,
        meta: &meta,
        ld: &ld,
        reading: &reading,
        url: page.url,
        body_end,
    };
    let told = page_kind::of(&evidence);
    reading.page = told.kind;
    reading.partial |= told.partial;
    reading.remarks.extend(told.reason);
    // of a live blog the pages move on under us; lists have pages of their own
    let goes_on = reading.page == PageKind::Article && !reading.body.iter().any(|b| b.kind == BlockKind::LiveEntry);
    reading.next_page = standing.filter(|_| goes_on).and_then(|standing| next_page::find(&tree, page.url, standing));
    let is_lesson = reading.page == PageKind::Article && !reading.partial;
    let lesson = if is_lesson { Lesson::of(&tree, &leaves, &judged) } else { Lesson::default() };
    Read { reading, explained, lesson }
}

/// The body that JSON-LD holds, where the page shows none.
fn from_surface(ld: &JsonLd, remarks: &mut Vec<String>) -> Option<Vec<Block>> {
    let given = ld.body.as_deref().filter(|b| leaf::width(b) >= 300)?;
    let tree = given.contains('<').then(|| Tree::of(&guard::tame(given).0));
    let lines: Vec<String> = match &tree {
        Some(tree) => leaf::leaves(tree).0.into_iter().map(|l| l.text).collect(),
        None => given.lines().map(canonical).filter(|l| !l.is_empty()).collect(),
    };
    remarks.push("the body stands only in JSON-LD".to_owned());
    Some(lines.into_iter().map(|text| Block { kind: BlockKind::Paragraph, text }).collect())
}

/// The body that the page holds as data for its scripts, where it shows none and the article is free.
fn from_scripts(tree: &Tree, ld: &JsonLd, remarks: &mut Vec<String>) -> Option<Vec<Block>> {
    let body = if ld.paid { Vec::new() } else { script_body::find(tree) };
    if body.is_empty() {
        return None;
    }
    remarks.push("the body stands only in a script".to_owned());
    Some(body)
}

/// Every leaf of the page with what became of it.
fn explained(
    leaves: &[Leaf],
    judged: &[Judged<'_>],
    beside: &blocks::Beside<'_>,
    headline: Option<&str>,
    standfirst: Option<&str>,
) -> Vec<Explained> {
    let mut judged = judged.iter().peekable();
    let mut all = Vec::with_capacity(leaves.len());
    for leaf in leaves {
        let verdict = judged.next_if(|j| std::ptr::eq(j.leaf, leaf)).map(|j| &j.verdict);
        let shown = |other: Option<&str>| other == Some(leaf.text.as_str());
        let (kept_as, reason) = match verdict {
            Some(Verdict::Kept { kind, .. }) => (Some(KeptAs::Block(*kind)), "the body"),
            _ if shown(headline) => (Some(KeptAs::Headline), "the headline"),
            _ if headline::is_line_of(standfirst, &leaf.text) => {
                (Some(KeptAs::Standfirst), "the line under the headline")
            }
            None if beside.holds(leaf) => (Some(KeptAs::Block(BlockKind::Notice)), "a notice beside the body"),
            Some(Verdict::Left(blocks::BYLINE)) => (Some(KeptAs::Byline), blocks::BYLINE),
            Some(Verdict::Left(reason)) => (None, *reason),
            None => (None, leaf.furniture.unwrap_or("outside the article's body")),
        };
        all.push(Explained { text: leaf.text.clone(), kept_as, reason });
    }
    all
}

fn read_plain(text: &str) -> Read {
    let (text, cut) = guard::shortened(text);
    let plain = plain::read(text);
    let kind = if plain.body.is_empty() { PageKind::Empty } else { PageKind::Article };
    let mut reading = Reading {
        headline: plain.headline,
        standfirst: plain.standfirst,
        bylines: plain.bylines,
        body: plain.body,
        page: kind,
        partial: cut,
        reader: READER.to_owned(),
        ..Reading::default()
    };
    reading.language = language::of_text(&reading);
    reading.direction = text::direction_of(&reading);
    reading.credits = credits::of(&reading);
    if cut {
        reading.remarks.push(TOO_LARGE.to_owned());
    }
    Read { reading, explained: plain.explained, lesson: Lesson::default() }
}

fn surfaces(meta: &Meta, ld: &JsonLd) -> Surfaces {
    let text = |t: &Option<String>| t.as_deref().map(canonical).filter(|t| !t.is_empty());
    Surfaces {
        json_ld: Surface {
            headline: text(&ld.headline),
            description: text(&ld.description),
            section: text(&ld.section),
            authors: ld.authors.iter().map(|a| canonical(a)).collect(),
            published_at: ld.published.clone(),
            updated_at: ld.modified.clone(),
            body_digest: ld.body.as_deref().map(|b| Digest::of(canonical(b))),
        },
        open_graph: Surface {
            headline: meta.first(&["og:title"]),
            description: meta.first(&["og:description"]),
            section: meta.first(&["article:section"]),
            authors: meta.all("article:author"),
            published_at: meta.first(&["article:published_time"]),
            updated_at: meta.first(&["article:modified_time", "og:updated_time"]),
            body_digest: None,
        },
    }
}
