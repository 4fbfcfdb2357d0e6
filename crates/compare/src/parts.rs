//! Everything beside the canonical text: bylines, credits, captions, tables, embeds, surfaces.

use news::{Aligned, BlockKind, ChangeKind, Hyperlink, PartChange, Reading, Surface};

use crate::align::{Link, align, unlinked};
use crate::rows::aligned;
use crate::side::{Piece, Side};

/// What differs beside the text.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    pub changes: Vec<PartChange>,
    pub kinds: Vec<ChangeKind>,
    /// Rows of captions, tables and embeds.
    pub rows: Vec<Aligned>,
}

/// Returns every difference of the parts, in the order: byline, credit, media, links, kinds of blocks,
/// section, surfaces.
pub(crate) fn parts(before: &Reading, after: &Reading, old: &Side<'_>, new: &Side<'_>, links: &[Link]) -> Parts {
    let mut parts = Parts::default();
    parts.list("byline", &before.bylines, &after.bylines, ChangeKind::BylineChanged);
    parts.list("credit", &before.credits, &after.credits, ChangeKind::CreditChanged);
    parts.media(before, after, old.text == new.text);
    parts.links(before, after, old, new, links);
    parts.block_kinds(old, new, links);
    parts.section(before, after);
    parts.surface("json_ld", &before.surfaces.json_ld, &after.surfaces.json_ld);
    parts.surface("open_graph", &before.surfaces.open_graph, &after.surfaces.open_graph);
    parts
}

/// Whether a part is one of a machine-readable surface, or where the outlet files the article.
pub(crate) fn is_surface(part: &str) -> bool {
    part == "section" || part.starts_with("json_ld.") || part.starts_with("open_graph.")
}

impl Parts {
    fn push(&mut self, part: impl Into<String>, before: impl Into<String>, after: impl Into<String>) {
        self.changes.push(PartChange { part: part.into(), before: before.into(), after: after.into() });
    }

    fn list(&mut self, part: &str, before: &[String], after: &[String], kind: ChangeKind) {
        if before != after {
            self.push(part, before.join("; "), after.join("; "));
            self.kinds.push(kind);
        }
    }

    /// Captions, tables and embeds, each kind aligned by itself.
    fn media(&mut self, before: &Reading, after: &Reading, same: bool) {
        let had = self.changes.len();
        for (part, kind) in [("caption", BlockKind::Caption), ("table", BlockKind::Table), ("embed", BlockKind::Embed)]
        {
            self.media_of_kind(part, &blocks(before, kind), &blocks(after, kind));
        }
        if self.changes.len() > had {
            self.kinds.push(ChangeKind::MediaOnly);
            return;
        }
        // The same media in another place: where among the text only tells if the text is the same.
        let order = |reading| if same { order(reading) } else { order_of_media(reading) };
        let (old_order, new_order) = (order(before), order(after));
        let any = before.body.iter().any(|block| !block.kind.is_text());
        if any && old_order != new_order {
            self.push("part_order", old_order, new_order);
            self.kinds.push(ChangeKind::MediaOnly);
        }
    }

    fn media_of_kind<'a>(&mut self, part: &str, old: &[(usize, &'a str)], new: &[(usize, &'a str)]) {
        let texts = |blocks: &[(usize, &'a str)]| -> Vec<&'a str> { blocks.iter().map(|b| b.1).collect() };
        let (old_texts, new_texts) = (texts(old), texts(new));
        let links = align(&old_texts, &new_texts, &[]);
        for link in &links {
            let was = old_texts[link.before.clone()].join("\n\n");
            let is = new_texts[link.after.clone()].join("\n\n");
            if was != is || link.before.len() != link.after.len() {
                self.numbers(&was, &is);
                self.push(part, was, is);
            } else if link.moved {
                self.push(format!("{part}_order"), was, is);
            }
        }
        for i in unlinked(old.len(), links.iter().map(|l| &l.before)) {
            self.push(part, old_texts[i], "");
        }
        for i in unlinked(new.len(), links.iter().map(|l| &l.after)) {
            self.push(part, "", new_texts[i]);
        }
        self.rows.extend(aligned(&links, old, new));
    }

    /// Other quantities in a caption or table are named, too.
    fn numbers(&mut self, was: &str, is: &str) {
        let values = |text: &str| -> Vec<u64> {
            let passage = text::Passage::of(text);
            let numbers = text::numbers(&passage, text::Language::of_text(text));
            numbers.iter().filter(|number| !number.is_weak).map(|number| number.value.to_bits()).collect()
        };
        let (was, is) = (values(was), values(is));
        if was.len() == is.len() && was != is {
            self.kinds.push(ChangeKind::NumberChanged);
        }
    }

    /// Words of blocks that stayed and lead somewhere else, or that became a link or no link.
    fn links(&mut self, before: &Reading, after: &Reading, old: &Side<'_>, new: &Side<'_>, links: &[Link]) {
        if before.links.is_empty() && after.links.is_empty() {
            return;
        }
        let had = self.changes.len();
        for link in links {
            let (was, is) = (&old.pieces[link.before.clone()], &new.pieces[link.after.clone()]);
            let same = was.len() == is.len() && was.iter().zip(is).all(|(a, b)| a.text == b.text);
            self.links_of(&within(before, was), &within(after, is), same);
        }
        if self.changes.len() > had {
            self.kinds.push(ChangeKind::LinkOnly);
        }
    }

    /// `same`: the words around the links are the same, so that one which has no other came or went by itself.
    fn links_of(&mut self, before: &[&Hyperlink], after: &[&Hyperlink], same: bool) {
        let shown = |link: &Hyperlink| format!("{} → {}", link.text, link.address);
        let mut left: Vec<&Hyperlink> = after.to_vec();
        for was in before {
            let place = left.iter().position(|is| is.text == was.text);
            let is = place.map(|place| left.remove(place));
            match is {
                Some(is) if is.address != was.address => self.push("link", shown(was), shown(is)),
                None if same => self.push("link", shown(was), ""),
                _ => {}
            }
        }
        for is in left.into_iter().filter(|_| same) {
            self.push("link", "", shown(is));
        }
    }

    /// A paragraph that became a subhead, a quotation that became a paragraph.
    fn block_kinds(&mut self, old: &Side<'_>, new: &Side<'_>, links: &[Link]) {
        for link in links {
            for was in &old.pieces[link.before.clone()] {
                for is in &new.pieces[link.after.clone()] {
                    if let (Some(old_kind), Some(new_kind)) = (was.kind, is.kind)
                        && old_kind != new_kind
                    {
                        self.push("block_kind", described(old_kind, was), described(new_kind, is));
                    }
                }
            }
        }
    }

    fn section(&mut self, before: &Reading, after: &Reading) {
        if before.section != after.section {
            let text = |section: &Option<String>| section.clone().unwrap_or_default();
            self.push("section", text(&before.section), text(&after.section));
        }
    }

    fn surface(&mut self, name: &str, before: &Surface, after: &Surface) {
        let mut field = |field: &str, was: String, is: String, differs: bool| {
            if differs {
                self.push(format!("{name}.{field}"), was, is);
            }
        };
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let digest = |surface: &Surface| surface.body_digest.map(|d| d.to_string()).unwrap_or_default();
        field("headline", text(&before.headline), text(&after.headline), before.headline != after.headline);
        let differs = before.description != after.description;
        field("description", text(&before.description), text(&after.description), differs);
        field("section", text(&before.section), text(&after.section), before.section != after.section);
        field("authors", before.authors.join("; "), after.authors.join("; "), before.authors != after.authors);
        field("body", digest(before), digest(after), before.body_digest != after.body_digest);
    }
}

/// The links in some pieces.
fn within<'a>(reading: &'a Reading, pieces: &[Piece<'_>]) -> Vec<&'a Hyperlink> {
    reading.links.iter().filter(|link| pieces.iter().any(|piece| piece.block == link.block)).collect()
}

fn blocks(reading: &Reading, kind: BlockKind) -> Vec<(usize, &str)> {
    let blocks = reading.body.iter().enumerate().filter(|(_, block)| block.kind == kind);
    blocks.map(|(i, block)| (i + 2, block.text.as_str())).collect()
}

/// What stands in a body, in order: `4 text, 1 caption, 2 text`.
fn order(reading: &Reading) -> String {
    let names = reading.body.iter().map(|b| if b.kind.is_text() { "text" } else { name(b.kind) });
    let mut runs: Vec<(usize, &str)> = Vec::new();
    for name in names {
        match runs.last_mut() {
            Some((count, last)) if *last == name => *count += 1,
            _ => runs.push((1, name)),
        }
    }
    runs.iter().map(|(count, name)| format!("{count} {name}")).collect::<Vec<_>>().join(", ")
}

/// The media of a body, in order.
fn order_of_media(reading: &Reading) -> String {
    let media = reading.body.iter().filter(|block| !block.kind.is_text());
    media.map(|block| name(block.kind)).collect::<Vec<_>>().join(", ")
}

/// Characters of a block's text that tell which block is meant.
const SHOWN: usize = 60;

fn described(kind: BlockKind, piece: &Piece<'_>) -> String {
    let mut shown: String = piece.text.chars().take(SHOWN).collect();
    if shown.len() < piece.text.len() {
        shown.push('…');
    }
    format!("{}: {shown}", name(kind))
}

const fn name(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Paragraph => "paragraph",
        BlockKind::Subhead => "subhead",
        BlockKind::Quote => "quote",
        BlockKind::List => "list",
        BlockKind::Table => "table",
        BlockKind::Caption => "caption",
        BlockKind::LiveEntry => "live_entry",
        BlockKind::Notice => "notice",
        BlockKind::Embed => "embed",
    }
}
