//! The steps in order.

use news::{Digest, PageKind, Reading, Surface, Surfaces};
use text::canonical;

use crate::explain::{Explained, KeptAs};
use crate::json_ld::JsonLd;
use crate::meta::Meta;
use crate::tree::Tree;
use crate::{
    Page, READER, authors, blocks, body, credits, furniture, guard, headline, language, leaf, page_kind, plain, stamps,
};

const TOO_LARGE: &str = "the page is larger or deeper than the limits: part of it was not read";

/// A reading and how it came about.
pub(crate) struct Read {
    pub reading: Reading,
    pub explained: Vec<Explained>,
}

/// Reads a page that has become text.
pub(crate) fn read(page: &Page<'_>, text: &str) -> Read {
    if let Some(told) = page_kind::by_start(text) {
        let remarks = told.reason.into_iter().collect();
        let reading = Reading { page: told.kind, remarks, reader: READER.to_owned(), ..Reading::default() };
        return Read { reading, explained: Vec::new() };
    }
    if plain::is_plain(text, page.content_type, page.url) {
        return read_plain(text);
    }
    let mut remarks = Vec::new();
    let (tamed, cut) = guard::tame(text);
    let tree = Tree::of(&tamed);
    if cut || tree.cut {
        remarks.push(TOO_LARGE.to_owned());
    }
    let meta = Meta::of(&tree, page.url);
    let ld = JsonLd::of(&tree);
    let mut leaves = leaf::leaves(&tree);
    furniture::mark(&tree, &mut leaves);
    let roots = body::find(&tree, &leaves);
    let head = headline::headline(&tree, &meta, &ld);
    if ld.broken > 0 {
        remarks.push("a JSON-LD script could not be read".to_owned());
    }
    let surfaces = surfaces(&meta, &ld);
    let said: Vec<String> =
        [&surfaces.json_ld.description, &surfaces.open_graph.description].into_iter().flatten().cloned().collect();
    let standfirst = headline::standfirst(&tree, &leaves, &roots, &head, &said);
    let bylines = authors::of(&tree, &leaves, &meta, &ld, head.node);
    let shown = blocks::Shown { headline: head.text.as_deref(), standfirst: standfirst.as_deref(), bylines: &bylines };
    let judged = blocks::judge(&tree, &leaves, &roots, &shown);
    let body = blocks::blocks(&tree, &judged);
    let explained = judged
        .iter()
        .map(|j| match j.verdict {
            blocks::Verdict::Kept { kind, .. } => {
                Explained { text: j.leaf.text.clone(), kept_as: Some(KeptAs::Block(kind)), reason: "the body" }
            }
            blocks::Verdict::Left(reason) => Explained { text: j.leaf.text.clone(), kept_as: None, reason },
        })
        .collect();
    let (published_at, updated_at) = stamps::of(&tree, &leaves, &meta, &ld, head.node, page.url);
    let mut reading = Reading {
        headline: head.text.clone(),
        standfirst: standfirst.clone(),
        bylines,
        published_at,
        updated_at,
        language: None,
        page: PageKind::Article,
        partial: cut || tree.cut,
        body,
        surfaces,
        credits: Vec::new(),
        canonical_url: meta.canonical_url.clone(),
        remarks,
        reader: READER.to_owned(),
        epoch: None,
    };
    reading.language = language::of(&meta, &ld, &reading);
    reading.credits = credits::of(&reading);
    let body_end =
        judged.iter().rev().find(|j| j.is_kept()).and_then(|j| leaves.iter().position(|l| std::ptr::eq(l, j.leaf)));
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
    Read { reading, explained }
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
    reading.credits = credits::of(&reading);
    if cut {
        reading.remarks.push(TOO_LARGE.to_owned());
    }
    Read { reading, explained: plain.explained }
}

fn surfaces(meta: &Meta, ld: &JsonLd) -> Surfaces {
    let text = |t: &Option<String>| t.as_deref().map(canonical).filter(|t| !t.is_empty());
    Surfaces {
        json_ld: Surface {
            headline: text(&ld.headline),
            description: text(&ld.description),
            authors: ld.authors.iter().map(|a| canonical(a)).collect(),
            published_at: ld.published.clone(),
            updated_at: ld.modified.clone(),
            body_digest: ld.body.as_deref().map(|b| Digest::of(canonical(b))),
        },
        open_graph: Surface {
            headline: meta.first(&["og:title"]),
            description: meta.first(&["og:description"]),
            authors: meta.all("article:author"),
            published_at: meta.first(&["article:published_time"]),
            updated_at: meta.first(&["article:modified_time", "og:updated_time"]),
            body_digest: None,
        },
    }
}
