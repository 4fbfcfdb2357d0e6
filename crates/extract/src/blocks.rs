//! The leaves of the body become blocks; each leaf that becomes none has a reason.

use std::collections::HashMap;

use news::{Block, BlockKind};

use crate::authors;
use crate::furniture::class_words;
use crate::leaf::{Leaf, ends_like_sentence, is_inline};
use crate::tree::{Id, Tree};
use crate::written::Order;
use crate::{boxes, embeds, headline, live, page_kind, times, wording};

/// Most boxes with words of the text that are looked at.
const MOST_PULLED: usize = 50;
/// Nodes of a picture's box that are looked at.
const MOST_OF_A_BOX: usize = 2000;
/// Nodes of an element in which text is looked for, where a caption is told by its markup.
const MOST_IN_A_CAPTION: usize = 60;
/// Longest heading that only a class tells, in scalars.
const LONGEST_SUBHEAD: usize = 120;
/// Longest notice, in scalars: a corrections column is an article of its own.
const LONGEST_NOTICE: usize = 1200;
/// Leaves above the first block, and below the last, among which notices are looked for.
const ABOVE: usize = 12;
/// See [`ABOVE`].
const BELOW: usize = 4;
/// The reason of the headline where it stands in the body.
const HEADLINE_AGAIN: &str = "the headline again";
/// The reason of the standfirst where it stands in the body.
const STANDFIRST_AGAIN: &str = "the standfirst again";
/// The reason of lines of authors.
pub(crate) const BYLINE: &str = "the byline";

/// What became of a leaf.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Verdict {
    /// It is (part of) a block of this kind; leaves of one group are one block.
    Kept { kind: BlockKind, group: Id },
    /// It was left out.
    Left(&'static str),
}

/// A leaf with its verdict, in document order.
#[derive(Debug, Clone)]
pub(crate) struct Judged<'a> {
    pub leaf: &'a Leaf,
    pub verdict: Verdict,
}

impl Judged<'_> {
    pub fn is_kept(&self) -> bool {
        matches!(self.verdict, Verdict::Kept { .. })
    }
}

/// What the rest of the reading already shows.
pub(crate) struct Shown<'a> {
    pub headline: Option<&'a str>,
    pub standfirst: Option<&'a str>,
    pub bylines: &'a [String],
    /// The page says that it is a live blog.
    pub is_live: bool,
}

/// Judges the leaves inside the body's elements.
pub(crate) fn judge<'a>(tree: &Tree, leaves: &'a [Leaf], roots: &[Id], shown: &Shown<'_>) -> Vec<Judged<'a>> {
    let mut judged: Vec<Judged<'a>> = leaves
        .iter()
        .filter(|l| tree.upwards(l.node).any(|u| roots.contains(&u)))
        .map(|leaf| Judged { leaf, verdict: verdict(tree, leaf, roots, shown) })
        .collect();
    keep_said_again(tree, &mut judged, roots);
    keep_clocks(tree, &mut judged);
    drop_above_headline(&mut judged);
    drop_repeats(tree, &mut judged);
    drop_pull_quotes(tree, &mut judged);
    boxes::drop_called(tree, &mut judged, roots);
    drop_labelled_links(&mut judged);
    boxes::drop_bare(tree, &mut judged);
    boxes::drop_teasers(tree, &mut judged, roots);
    drop_dates_on_top(&mut judged);
    end_at_wall(tree, &mut judged);
    boxes::drop_tail(tree, &mut judged, roots);
    drop_trailing(tree, &mut judged);
    drop_bare_subheads(&mut judged);
    live::as_entries(tree, &mut judged, roots, shown.is_live);
    judged
}

fn verdict(tree: &Tree, leaf: &Leaf, roots: &[Id], shown: &Shown<'_>) -> Verdict {
    let (kind, group) = kind_of(tree, leaf, roots);
    if let Some(reason) = leaf.furniture {
        return Verdict::Left(reason);
    }
    if headline::is_line_of(shown.standfirst, &leaf.text) {
        return Verdict::Left(STANDFIRST_AGAIN);
    }
    // other quotations are blocks by themselves
    let is_post = embeds::kind_of(tree, group).is_some();
    if is_post || matches!(kind, BlockKind::Caption | BlockKind::Embed | BlockKind::Table) {
        return match wording::label(&leaf.text) {
            Some(reason) if kind != BlockKind::Table && !(is_post && embeds::names_source(tree, leaf)) => {
                Verdict::Left(reason)
            }
            _ => Verdict::Kept { kind, group },
        };
    }
    let same = |other: Option<&str>| other.is_some_and(|o| wording::same(o, &leaf.text));
    if same(shown.headline) {
        return Verdict::Left(HEADLINE_AGAIN);
    }
    if same(shown.standfirst) {
        return Verdict::Left(STANDFIRST_AGAIN);
    }
    if let Some(reason) = wording::furniture(leaf, shown.bylines) {
        return Verdict::Left(reason);
    }
    if authors::is_byline(tree, leaf, roots) {
        return Verdict::Left(BYLINE);
    }
    let linked = leaf.link_density();
    if linked > 0.8
        && !links_to_document(tree, leaf.node)
        && !is_address(&leaf.text)
        && !matches!(kind, BlockKind::Quote | BlockKind::Subhead)
        && leaf.chars < 300
    {
        return Verdict::Left("a link to something else");
    }
    let kind = match kind {
        BlockKind::Paragraph if is_notice(tree, leaf) => BlockKind::Notice,
        other => other,
    };
    Verdict::Kept { kind, group }
}

/// Words in class or id of elements that hold a notice.
const NOTICES: [&str; 14] = [
    "correction",
    "corrections",
    "clarification",
    "clarifications",
    "erratum",
    "errata",
    "retraction",
    "editors-note",
    "editor-note",
    "editorsnote",
    "rectificatif",
    "korrektur",
    "berichtigung",
    "rettifica",
];

/// Whether a leaf is a notice of the outlet's own, by its words or by what its element says it holds.
pub(crate) fn is_notice(tree: &Tree, leaf: &Leaf) -> bool {
    let named = |id: Id| class_words(tree, id).iter().any(|w| NOTICES.contains(&&**w));
    leaf.chars <= LONGEST_NOTICE
        && (text::notice_kind(&leaf.text).is_some() || tree.upwards(leaf.node).take(2).any(named))
}

/// Notices beside the body that belong to the article.
#[derive(Default)]
pub(crate) struct Beside<'a> {
    /// Between the headline and the first block.
    pub above: Vec<&'a Leaf>,
    /// Right after the last block.
    pub below: Vec<&'a Leaf>,
}

impl Beside<'_> {
    pub fn holds(&self, leaf: &Leaf) -> bool {
        self.above.iter().chain(&self.below).any(|l| std::ptr::eq(*l, leaf))
    }
}

/// The notices beside the body.
pub(crate) fn notices_beside<'a>(
    tree: &Tree,
    leaves: &'a [Leaf],
    headline: Option<usize>,
    judged: &[Judged<'a>],
) -> Beside<'a> {
    let at = |j: &Judged<'_>| leaves.iter().position(|l| std::ptr::eq(l, j.leaf));
    let kept = || judged.iter().filter(|j| j.is_kept());
    let (Some(first), Some(last)) = (kept().next().and_then(at), kept().next_back().and_then(at)) else {
        return Beside::default();
    };
    let is_judged = |leaf: &Leaf| judged.iter().any(|j| std::ptr::eq(j.leaf, leaf));
    let belongs = |leaf: &&Leaf| {
        leaf.furniture.is_none()
            && leaf.link_density() < 0.5
            && !is_judged(leaf)
            && wording::label(&leaf.text).is_none()
            && is_notice(tree, leaf)
    };
    let start = headline.map_or(first, |h| (h + 1).min(first)).max(first.saturating_sub(ABOVE));
    let end = leaves.len().min(last + 1 + BELOW);
    Beside {
        above: leaves[start..first].iter().filter(belongs).collect(),
        below: leaves[last + 1..end].iter().filter(belongs).collect(),
    }
}

/// The kind that a leaf's place in the tree gives it, and the element that groups it with others.
pub(crate) fn kind_of(tree: &Tree, leaf: &Leaf, roots: &[Id]) -> (BlockKind, Id) {
    let (mut kind, mut group) = (BlockKind::Paragraph, leaf.node);
    if is_said_to_be_caption(tree, leaf) {
        return (BlockKind::Caption, leaf.node);
    }
    for id in tree.upwards(leaf.node) {
        if let Some(kind) = embeds::kind_of(tree, id) {
            return (kind, id);
        }
        match tree.name(id) {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let of_picture = |u| matches!(tree.name(u), "figure" | "figcaption") || is_picture_box(tree, leaf, u);
                let kind = match tree.upwards(id).skip(1).take(3).any(of_picture) {
                    true => BlockKind::Caption,
                    false => BlockKind::Subhead,
                };
                return (kind, leaf.node);
            }
            "figcaption" | "figure" | "caption" if kind != BlockKind::Quote && kind != BlockKind::Table => {
                return (BlockKind::Caption, leaf.node);
            }
            "blockquote" => (kind, group) = (BlockKind::Quote, leaf.node),
            "ul" | "ol" | "dl" if kind != BlockKind::Quote => (kind, group) = (BlockKind::List, id),
            "table" if tree.tables(is_data_table).contains(&id) => (kind, group) = (BlockKind::Table, id),
            _ => {
                let words = class_words(tree, id);
                let named = || words.iter().any(|w| CAPTIONS.contains(&&**w)) && leaf.chars < 600;
                if kind != BlockKind::Quote && (named() || is_picture_box(tree, leaf, id)) {
                    return (BlockKind::Caption, leaf.node);
                }
                let heads = || leaf.chars < LONGEST_SUBHEAD && words.iter().any(|w| SUBHEADS.contains(&&**w));
                if id == leaf.node && kind == BlockKind::Paragraph && heads() {
                    return (BlockKind::Subhead, leaf.node);
                }
            }
        }
        if roots.contains(&id) {
            break;
        }
    }
    (kind, group)
}

/// Whether all of a leaf's text stands in one inline element that says it is a caption.
fn is_said_to_be_caption(tree: &Tree, leaf: &Leaf) -> bool {
    let shows = |id: &Id| match tree.text(*id) {
        Some(text) => !text.trim().is_empty(),
        None if !is_inline(tree.name(*id)) => false,
        None => tree.below(*id).take(MOST_IN_A_CAPTION).any(|n| tree.text(n).is_some_and(|t| !t.trim().is_empty())),
    };
    let said = |id: Id| class_words(tree, id).iter().any(|w| CAPTIONS.contains(&&**w));
    let only_child = |id: &Id| {
        let mut inside = tree.children(*id).take(MOST_IN_A_CAPTION).filter(shows);
        inside.next().filter(|c| inside.next().is_none() && is_inline(tree.name(*c)))
    };
    leaf.chars < 600 && std::iter::successors(only_child(&leaf.node), only_child).take(6).any(said)
}

/// Whether an element holds a picture and little beside the leaf, and says so.
fn is_picture_box(tree: &Tree, leaf: &Leaf, id: Id) -> bool {
    let named = |w: &String| {
        matches!(&**w, "img" | "image" | "photo" | "picture" | "foto" | "bild" | "imagen" | "imagem" | "pic")
            || matches!(&**w, "picbox" | "imgbox" | "imgboxa" | "images" | "fotos" | "photos")
    };
    leaf.chars < 500
        && class_words(tree, id).iter().any(named)
        && tree.below(id).take(60).any(|n| matches!(tree.name(n), "img" | "picture" | "amp-img"))
        && tree.below(id).take(MOST_OF_A_BOX).filter(|n| tree.name(*n) == "p").take(2).count() < 2
}

/// Whether a leaf's link leads to a document, which is part of a text, and not to another page.
fn links_to_document(tree: &Tree, node: Id) -> bool {
    let document = |id: Id| {
        let href = tree.attr(id, "href").unwrap_or_default().split(['?', '#']).next().unwrap_or_default();
        let end = href.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        tree.name(id) == "a" && matches!(&*end, "pdf" | "doc" | "docx" | "xls" | "xlsx" | "csv" | "zip" | "odt" | "ods")
    };
    tree.upwards(node).take(3).any(document) || tree.below(node).take(20).any(document)
}

/// Whether a line is an address written out: a source that the text gives.
fn is_address(text: &str) -> bool {
    (text.starts_with("http://") || text.starts_with("https://")) && !text.contains(char::is_whitespace)
}

/// Words in class or id of elements that are headings of a part, whatever their name.
pub(crate) const SUBHEADS: [&str; 13] = [
    "subhead",
    "subheadline",
    "subheading",
    "crosshead",
    "cross-head",
    "crossheading",
    "crossheader",
    "zwischentitel",
    "intertitre",
    "ladillo",
    "mellomtittel",
    "mellanrubrik",
    "tussenkop",
];
const CAPTIONS: [&str; 17] = [
    "caption",
    "captions",
    "figcaption",
    "credit",
    "credits",
    "imagecaption",
    "wp-caption-text",
    "photocaption",
    "legend",
    "legende",
    "bildunterschrift",
    "bildtext",
    "photographer",
    "photocredit",
    "imagecredit",
    "piefoto",
    "image-credit",
];

/// A table of data, not of layout: several rows of several short cells, no blocks of prose in them.
fn is_data_table(tree: &Tree, table: Id) -> bool {
    if tree.attr(table, "role") == Some("presentation") {
        return false;
    }
    let (mut rows, mut cells, mut letters, mut headers) = (0, 0, 0, 0);
    for id in tree.below(table) {
        match tree.name(id) {
            "tr" => rows += 1,
            "td" => cells += 1,
            "th" => (cells, headers) = (cells + 1, headers + 1),
            "table" | "form" | "article" | "h1" | "h2" => return false,
            _ => letters += tree.text(id).map_or(0, |t| t.trim().len()),
        }
    }
    let most = if headers > 0 { 200 } else { 80 };
    rows >= 2 && cells >= rows * 2 && letters / cells < most
}

/// Cells joined by tabs, rows by line feeds.
fn table_text(tree: &Tree, table: Id) -> String {
    let mut rows: Vec<String> = Vec::new();
    for row in tree.below(table).filter(|i| tree.name(*i) == "tr") {
        let cells = tree.children(row).filter(|c| matches!(tree.name(*c), "td" | "th"));
        let cells: Vec<String> = cells.map(|c| text::canonical(&tree.text_below(c))).collect();
        if cells.iter().any(|c| !c.is_empty()) {
            rows.push(cells.join("\t"));
        }
    }
    rows.join("\n")
}

/// A sentence further down in the text that stands above it, too, was taken from there.
fn keep_said_again(tree: &Tree, judged: &mut [Judged<'_>], roots: &[Id]) {
    let first = judged.iter().position(|j| j.is_kept() && j.leaf.is_prose()).unwrap_or(judged.len());
    for j in judged.iter_mut().skip(first).filter(|j| j.verdict == Verdict::Left(STANDFIRST_AGAIN)) {
        let (kind, group) = kind_of(tree, j.leaf, roots);
        j.verdict = Verdict::Kept { kind, group };
    }
}

/// Times of day between paragraphs, set as paragraphs: of a report that is added to, they head its entries.
fn keep_clocks(tree: &Tree, judged: &mut [Judged<'_>]) {
    let is_prose = |j: &Judged<'_>| j.is_kept() && j.leaf.is_prose();
    let Some(first) = judged.iter().position(is_prose) else { return };
    let Some(last) = judged.iter().rposition(is_prose) else { return };
    let brother = tree.parent(judged[first].leaf.node);
    for j in &mut judged[first..last] {
        let is_paragraph = tree.name(j.leaf.node) == "p" && tree.parent(j.leaf.node) == brother;
        if j.verdict == Verdict::Left(wording::DATE) && is_paragraph && wording::is_clock(&j.leaf.text) {
            j.verdict = Verdict::Kept { kind: BlockKind::Paragraph, group: j.leaf.node };
        }
    }
}

/// Labels that stand above the headline: sections, badges.
fn drop_above_headline(judged: &mut [Judged<'_>]) {
    let headline = judged.iter().position(|j| j.verdict == Verdict::Left(HEADLINE_AGAIN)).unwrap_or(0);
    if judged[..headline].iter().any(|j| j.is_kept() && j.leaf.is_prose()) {
        return;
    }
    for j in judged[..headline].iter_mut() {
        use BlockKind::{List, Paragraph, Subhead};
        let is_line = matches!(j.verdict, Verdict::Kept { kind: Paragraph | Subhead | List, .. });
        if is_line && j.leaf.chars < 100 && !ends_like_sentence(&j.leaf.text) {
            j.verdict = Verdict::Left("above the headline");
        }
    }
}

/// Words of the text that a box shows again.
fn drop_pull_quotes(tree: &Tree, judged: &mut [Judged<'_>]) {
    let is_pulled = |j: &Judged<'_>| {
        let words = |u: Id| class_words(tree, u).iter().any(|w| matches!(&**w, "pullquote" | "pull-quote" | "pull"));
        j.is_kept() && tree.upwards(j.leaf.node).take(3).any(words)
    };
    let pulled: Vec<usize> = (0..judged.len()).filter(|i| is_pulled(&judged[*i])).take(MOST_PULLED).collect();
    for i in pulled {
        let said = judged[i].leaf.text.trim_matches(|c: char| !c.is_alphanumeric());
        let again = |(at, j): (usize, &Judged<'_>)| at != i && j.is_kept() && j.leaf.text.contains(said);
        if judged.iter().enumerate().any(again) {
            judged[i].verdict = Verdict::Left("stands here twice");
        }
    }
}

/// A line that another box shows again is kept once, where it stands first. Twice among the same brothers, it was
/// written twice.
fn drop_repeats(tree: &Tree, judged: &mut [Judged<'_>]) {
    let mut seen = HashMap::new();
    // two posts may end with the same author and day
    let in_post =
        |j: &Judged<'_>| matches!(j.verdict, Verdict::Kept { group, .. } if embeds::kind_of(tree, group).is_some());
    for j in judged.iter_mut().filter(|j| j.is_kept() && j.leaf.chars >= 30 && !in_post(j)) {
        let place = tree.parent(j.leaf.node);
        if *seen.entry(j.leaf.text.as_str()).or_insert(place) != place {
            j.verdict = Verdict::Left("stands here twice");
        }
    }
}

/// "Read more" labels take the links after them along.
fn drop_labelled_links(judged: &mut [Judged<'_>]) {
    let mut after_label = false;
    for j in judged.iter_mut() {
        match &j.verdict {
            Verdict::Left(reason) if *reason == wording::OTHER_PIECES && j.leaf.chars < 60 => after_label = true,
            Verdict::Left(_) => {}
            Verdict::Kept { kind, .. } => {
                let short_link = j.leaf.link_density() > 0.5 || (*kind == BlockKind::Subhead && j.leaf.link_chars > 0);
                if after_label && short_link {
                    j.verdict = Verdict::Left("a link under a label");
                } else {
                    after_label = false;
                }
            }
        }
    }
}

/// A call to subscribe before reading on, when at most an offer follows it. A plain sentence among the others that
/// tells of one is text.
fn end_at_wall(tree: &Tree, judged: &mut [Judged<'_>]) {
    let prose_after = |from: usize| judged[from..].iter().filter(|j| j.is_kept() && j.leaf.is_prose()).count();
    let is_told = |i: usize| {
        let leaf = judged[i].leaf;
        let before = judged[..i].iter().rev().find(|j| j.is_kept());
        let beside = before.is_some_and(|b| tree.parent(b.leaf.node) == tree.parent(leaf.node));
        beside && leaf.is_prose() && leaf.link_chars == 0 && page_kind::tells_of_wall(&leaf.text)
    };
    let wall = (0..judged.len()).find(|i| {
        let leaf = judged[*i].leaf;
        let is_wall = leaf.chars < 400 && page_kind::is_wall(&leaf.text) && !page_kind::is_meter(&leaf.text);
        is_wall && prose_after(i + 1) <= 1 && !is_told(*i)
    });
    let told: Vec<bool> = (0..judged.len()).map(is_told).collect();
    for (j, told) in judged.iter_mut().zip(told) {
        if !told && j.leaf.chars < 400 && page_kind::is_meter(&j.leaf.text) && page_kind::is_wall(&j.leaf.text) {
            j.verdict = Verdict::Left("a wall's call to subscribe");
        }
    }
    for j in judged.iter_mut().skip(wall.unwrap_or(usize::MAX)) {
        j.verdict = Verdict::Left("a wall's call to subscribe");
    }
}

/// Short lines with a date before the first paragraph, such as "Ana Roe, 3 March 2026".
fn drop_dates_on_top(judged: &mut [Judged<'_>]) {
    let first = judged.iter().position(|j| j.is_kept() && j.leaf.is_prose()).unwrap_or(0);
    for j in judged[..first].iter_mut().filter(|j| j.is_kept() && j.leaf.chars < 100) {
        if !ends_like_sentence(&j.leaf.text) && times::written(&j.leaf.text, Order::DayFirst).is_some() {
            j.verdict = Verdict::Left(wording::DATE);
        }
    }
}

/// A short line with a number and without the end of a sentence.
fn is_counter(text: &str) -> bool {
    text.chars().count() < 40 && text.chars().any(char::is_numeric) && !ends_like_sentence(text)
}

/// Counters and names of sessions after the last paragraph.
fn drop_trailing(tree: &Tree, judged: &mut [Judged<'_>]) {
    for j in judged.iter_mut().rev().filter(|j| j.is_kept()) {
        match j.verdict {
            Verdict::Kept { kind: BlockKind::Paragraph, .. }
                if is_counter(&j.leaf.text)
                    && tree.name(j.leaf.node) != "p"
                    && !links_to_document(tree, j.leaf.node) =>
            {
                j.verdict = Verdict::Left("a line after the last paragraph");
            }
            Verdict::Kept { kind, .. } if kind.is_text() => return,
            _ => {}
        }
    }
}

/// Headings with nothing of the article under them.
fn drop_bare_subheads(judged: &mut [Judged<'_>]) {
    let mut content_follows = false;
    for j in judged.iter_mut().rev() {
        match j.verdict {
            Verdict::Kept { kind: BlockKind::Subhead, .. } if !content_follows => {
                j.verdict = Verdict::Left("a heading with nothing under it");
            }
            Verdict::Kept { kind, .. } if kind != BlockKind::Caption => content_follows = true,
            _ => {}
        }
    }
}

/// The blocks of what was kept, and for each leaf the number of the block that it went into.
pub(crate) fn blocks(tree: &Tree, judged: &[Judged<'_>]) -> (Vec<Block>, Vec<Option<usize>>) {
    let mut blocks: Vec<Block> = Vec::new();
    let mut places = Vec::with_capacity(judged.len());
    let mut last: Option<(BlockKind, Id)> = None;
    // a block of another kind that stands among the lines of an entry does not part them
    let mut entries: HashMap<Id, usize> = HashMap::new();
    for j in judged {
        let Verdict::Kept { kind, group } = j.verdict else {
            places.push(None);
            continue;
        };
        let entry = (kind == BlockKind::LiveEntry).then(|| entries.get(&group).copied()).flatten();
        if let Some(place) = entry {
            blocks[place].text.push('\n');
            blocks[place].text.push_str(&j.leaf.text);
            places.push(Some(place));
            continue;
        }
        let joins = matches!(kind, BlockKind::List | BlockKind::Table | BlockKind::Quote | BlockKind::Embed)
            && last == Some((kind, group));
        match blocks.last_mut() {
            Some(_) if joins && kind == BlockKind::Table => {}
            Some(block) if joins => {
                block.text.push('\n');
                block.text.push_str(&j.leaf.text);
            }
            _ if kind == BlockKind::Table => blocks.push(Block { kind, text: table_text(tree, group) }),
            _ => blocks.push(Block { kind, text: j.leaf.text.clone() }),
        }
        if kind == BlockKind::LiveEntry {
            entries.insert(group, blocks.len() - 1);
        }
        last = Some((kind, group));
        places.push(Some(blocks.len() - 1));
    }
    (blocks, places)
}
