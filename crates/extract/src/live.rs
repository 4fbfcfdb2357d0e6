//! Live blogs: a report of entries, each with its time. A new one is growth, an old one that differs is an edit, so each
//! is a block of its own: its time, its heading and its paragraphs, a line each.

use news::BlockKind;

use crate::blocks::{Judged, Verdict};
use crate::tree::{Id, Tree};
use crate::wording;
use crate::{times, written::Order};

/// Fewest entries of a live blog: one alone is a box.
const FEWEST: usize = 2;
/// Nodes of an element among which its time is looked for.
const LOOKED_AT: usize = 40;
/// Least that an entry says in one paragraph, in scalars.
const SHORTEST: usize = 20;
/// Longest line that is an entry's time, in scalars.
const LONGEST_TIME: usize = 40;

/// Makes blocks of entries.
pub(crate) fn as_entries(tree: &Tree, judged: &mut [Judged<'_>], roots: &[Id]) {
    let entry =
        |j: &Judged<'_>| tree.upwards(j.leaf.node).take_while(|id| !roots.contains(id)).find(|id| is_entry(tree, *id));
    let of: Vec<Option<Id>> = judged.iter().map(entry).collect();
    let mut with_prose: Vec<Id> = judged
        .iter()
        .zip(&of)
        .filter(|(j, _)| j.is_kept() && j.leaf.chars >= SHORTEST)
        .filter_map(|(_, entry)| *entry)
        .collect();
    with_prose.dedup();
    if with_prose.len() < FEWEST {
        return;
    }
    for (j, entry) in judged.iter_mut().zip(of) {
        let Some(group) = entry.filter(|entry| with_prose.contains(entry)) else { continue };
        let is_text = matches!(
            j.verdict,
            Verdict::Kept { kind: BlockKind::Paragraph | BlockKind::Subhead | BlockKind::List, .. }
        );
        if is_text || is_time(j) {
            j.verdict = Verdict::Kept { kind: BlockKind::LiveEntry, group };
        }
    }
}

/// Whether an element says that it is one entry. `live-posts` holds all of them.
fn is_entry(tree: &Tree, id: Id) -> bool {
    let says = |token: &str| {
        let token = token.to_ascii_lowercase();
        let is_live = token.starts_with("live") || token.contains("-live") || token.contains("_live");
        let is_one = ["post", "entry", "item", "update", "block", "event", "eintrag", "beitrag"];
        is_live && is_one.iter().any(|one| token.contains(one)) && !token.ends_with('s') && !token.contains("__")
    };
    tree.attr(id, "itemprop").is_some_and(|p| p.eq_ignore_ascii_case("liveBlogUpdate"))
        || tree.attr(id, "class").is_some_and(|class| class.split_ascii_whitespace().any(says))
        || is_timed_part(tree, id)
}

/// Whether an element is one of those, each with a time, that an element holds which says that it is a live blog.
fn is_timed_part(tree: &Tree, id: Id) -> bool {
    let says = |token: &str| {
        let token = token.to_ascii_lowercase();
        token.starts_with("live")
            && ["blog", "ticker", "post", "entries", "updates", "feed"].iter().any(|w| token.contains(w))
    };
    matches!(tree.name(id), "article" | "section" | "li" | "div")
        && tree
            .parent(id)
            .and_then(|parent| tree.attr(parent, "class"))
            .is_some_and(|class| class.split_ascii_whitespace().any(says))
        && tree.below(id).take(LOOKED_AT).any(|n| tree.name(n) == "time")
}

/// Whether a line that was left out is the time of an entry. "5 minutes ago" is another at every look.
fn is_time(j: &Judged<'_>) -> bool {
    let Verdict::Left(reason) = j.verdict else { return false };
    let text = &j.leaf.text;
    let is_date = reason == wording::DATE && times::written(text, Order::DayFirst).is_some();
    j.leaf.chars <= LONGEST_TIME && !text::is_relative_time(text) && (wording::is_clock(text) || is_date)
}
