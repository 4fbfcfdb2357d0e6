//! Live blogs: a report of entries, each with its time. A new one is growth, an old one that differs is an edit, so each
//! is a block of its own: its time, its heading and its paragraphs, a line each.

use std::collections::HashMap;
use std::sync::LazyLock;

use news::BlockKind;
use regex::Regex;

use crate::blocks::{Judged, Verdict};
use crate::furniture::class_words;
use crate::leaf::Leaf;
use crate::tree::{Id, Tree};
use crate::wording;
use crate::{times, written::Order};

/// Fewest entries of a live blog: one alone is a box.
const FEWEST: usize = 2;
/// The same where only the name of what holds them says that it is one.
const FEWEST_UNSAID: usize = 3;
/// Nodes of an element among which its time is looked for.
const LOOKED_AT: usize = 40;
/// Least that an entry says in one paragraph, in scalars.
const SHORTEST: usize = 20;
/// Longest line that is an entry's time, in scalars.
const LONGEST_TIME: usize = 40;

/// How far around a leaf its entry may reach.
const AROUND: usize = 12;
/// Leaves of a box among which the time of an entry stands.
const FIRST_LEAVES: usize = 3;
/// Most children of an element of which it is asked whether they are entries.
const MOST_CHILDREN: usize = 60;
/// Shortest text of an entry in a ticker, its time included, in bytes.
const SHORTEST_IN_TICKER: usize = 60;
/// Names of what holds a report that is added to, whatever else is said.
const REPORTS: [&str; 8] = [
    "ticker",
    "liveticker",
    "liveblog",
    "live-blog",
    "live-ticker",
    "live-updates",
    "minute-by-minute",
    "minuto-a-minuto",
];
/// A time of day that begins a line.
static BEGINS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^\W*(?:[01]?\d|2[0-4])(?:[:：][0-5]\d\b|[.h][0-5]\d\s*uhr\b|h[0-5]\d\b|\s*uhr\b)")
        .expect("a constant pattern")
});

/// Makes blocks of entries; `is_live`: the page says that it is a live blog.
pub(crate) fn as_entries(tree: &Tree, judged: &mut [Judged<'_>], roots: &[Id], is_live: bool) {
    let entry =
        |j: &Judged<'_>| tree.upwards(j.leaf.node).take_while(|id| !roots.contains(id)).find(|id| is_entry(tree, *id));
    let of: Vec<Option<Id>> = judged.iter().map(entry).collect();
    let with_prose = with_prose(judged, &of);
    let (of, with_prose) = match with_prose.len() < FEWEST {
        true => match timed_boxes(tree, judged, roots, is_live) {
            Some(found) => found,
            None => return,
        },
        false => (of, with_prose),
    };
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

/// The entries that say something.
fn with_prose(judged: &[Judged<'_>], of: &[Option<Id>]) -> Vec<Id> {
    let says = |j: &Judged<'_>| j.is_kept() && j.leaf.chars >= SHORTEST;
    let mut entries: Vec<Id> = judged.iter().zip(of).filter(|(j, _)| says(j)).filter_map(|(_, entry)| *entry).collect();
    entries.dedup();
    entries
}

/// The entry of each leaf, and the entries, where nothing but their shape tells them: brothers of one name, each
/// with a time of its own at its beginning, on a page or in a box that says that it is added to.
fn timed_boxes(tree: &Tree, judged: &[Judged<'_>], roots: &[Id], is_live: bool) -> Option<(Vec<Option<Id>>, Vec<Id>)> {
    let begins = |leaf: &&Leaf| BEGINS.is_match(&leaf.text);
    if !is_live && judged.iter().filter(|j| begins(&j.leaf)).take(FEWEST_UNSAID).count() < FEWEST_UNSAID {
        return None;
    }
    let is_part = |id: &Id| matches!(tree.name(*id), "article" | "section" | "li" | "div");
    let inside: Vec<Vec<Id>> = judged
        .iter()
        .map(|j| {
            let end = tree.upwards(j.leaf.node).position(|id| roots.contains(&id)).unwrap_or(0);
            tree.upwards(j.leaf.node).take(AROUND.min(end + 1)).filter(is_part).collect()
        })
        .collect();
    // the first leaves of each box, and whether it says something
    let mut boxes: HashMap<Id, (Vec<&Leaf>, bool)> = HashMap::new();
    for (j, around) in judged.iter().zip(&inside) {
        let says = j.is_kept() && j.leaf.chars >= SHORTEST && j.leaf.link_density() < 0.5;
        for id in around {
            let (first, has_prose) = boxes.entry(*id).or_default();
            if first.len() < FIRST_LEAVES {
                first.push(j.leaf);
            }
            *has_prose |= says;
        }
    }
    let mut groups: HashMap<(Id, &str), Vec<Id>> = HashMap::new();
    for (id, (first, has_prose)) in boxes {
        let Some(parent) = tree.parent(id).filter(|_| has_prose) else { continue };
        let is_timed = match is_live {
            true => first.iter().any(begins) || tree.below(id).take(LOOKED_AT).any(|n| tree.name(n) == "time"),
            false => first.first().is_some_and(begins) && says_report(tree, id),
        };
        if is_timed {
            groups.entry((parent, tree.name(id))).or_default().push(id);
        }
    }
    let fewest = if is_live { FEWEST } else { FEWEST_UNSAID };
    let (_, mut entries) = groups
        .into_iter()
        .filter(|(_, entries)| entries.len() >= fewest)
        .max_by_key(|(place, entries)| (entries.len(), *place))?;
    entries.sort_unstable();
    let of = inside.into_iter().map(|around| around.into_iter().find(|id| entries.binary_search(id).is_ok()));
    Some((of.collect(), entries))
}

/// Whether what holds a box says that it is a report that is added to.
fn says_report(tree: &Tree, id: Id) -> bool {
    let named = |id: Id| {
        tree.attr(id, "itemtype").is_some_and(|t| t.ends_with("LiveBlogPosting"))
            || tree.name(id) != "body" && class_words(tree, id).iter().any(|w| REPORTS.contains(&&**w))
    };
    tree.upwards(id).skip(1).any(named)
}

/// Whether an element that is called a ticker holds a report: parts that begin with a time and are more than links.
pub(crate) fn is_report(tree: &Tree, id: Id) -> bool {
    let is_entry = |child: &Id| {
        let below = || tree.below(*child).take(LOOKED_AT);
        let text = below().filter_map(|n| tree.text(n)).collect::<Vec<_>>().join(" ");
        let links = below().filter(|n| tree.name(*n) == "a").flat_map(|a| tree.children(a));
        let linked: usize = links.filter_map(|n| tree.text(n)).map(str::len).sum();
        text.len() >= SHORTEST_IN_TICKER && linked * 2 < text.len() && BEGINS.is_match(&text)
    };
    let parts = tree.children(id).take(MOST_CHILDREN);
    let parts = parts.filter(|c| matches!(tree.name(*c), "article" | "section" | "li" | "div"));
    parts.filter(is_entry).take(FEWEST_UNSAID).count() == FEWEST_UNSAID
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
    let is_date = || times::written(text, Order::DayFirst).is_some() || BEGINS.is_match(text);
    j.leaf.chars <= LONGEST_TIME
        && !text::is_relative_time(text)
        && (wording::is_clock(text) || reason == wording::DATE && is_date())
}
