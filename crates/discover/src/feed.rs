//! Feeds: a tree of whatever was published becomes entries.

mod entries;
mod fields;
mod json;
mod link;
mod names;
mod place;
mod tree;

use std::collections::HashSet;

use news::Entry;

use crate::address;
use crate::discovered::{Discovered, Format, MAX_ENTRIES};

pub(crate) use json::read as json;
pub(crate) use link::web;
pub(crate) use place::{remarks as remarks_on_place, tag as language_tag};

/// Reads a feed in XML; `None` if it is none.
pub(crate) fn xml(text: &str, url: &str) -> Option<Discovered> {
    let tree = tree::build(text, url);
    let mut remarks = tree.remarks.clone();
    if let Some(new) = place::redirect(&tree) {
        remarks.push(format!("the feed says that it has moved to {new}"));
        return Some(Discovered { format: Format::Rss, moved_to: Some(new), remarks, ..Discovered::default() });
    }
    let (format, root) = format(&tree)?;
    let head = entries::head(&tree, root, format);
    let items = tree.items().into_iter();
    let read = items.filter_map(|item| {
        let entry = entries::entry(&tree, item, format, head.home.as_deref())?;
        Some((entry, entries::id(&tree, item).is_some()))
    });
    let entries = each_once(read, &mut remarks);
    let place = place::read(&tree, root, &entries, url);
    remarks.extend(place.remarks);
    Some(Discovered {
        format,
        title: head.title,
        home: head.home,
        language: place.language,
        entries,
        moved_to: place.moved_to,
        calls_itself: place.calls_itself,
        pace: place.pace,
        remarks,
        ..Discovered::default()
    })
}

/// What the feed is, and the element that holds its title.
fn format(tree: &tree::Tree) -> Option<(Format, tree::Id)> {
    let channel = |root| tree.descendant(root, "channel").unwrap_or(root);
    for id in tree.ids() {
        match tree.name(id) {
            "rss" => return Some((Format::Rss, channel(id))),
            "rdf:rdf" | "rdf" => return Some((Format::Rdf, channel(id))),
            "feed" => return Some((Format::Atom, id)),
            "channel" => {
                let is_cdf = tree.items().iter().any(|item| tree.attribute(*item, "href").is_some());
                return Some((if is_cdf { Format::Cdf } else { Format::Rss }, id));
            }
            "item" => return Some((Format::Rss, tree.parent(id))),
            "entry" => return Some((Format::Atom, tree.parent(id))),
            "html" | "xhtml:html" | "body" | "urlset" => return None,
            _ => {}
        }
    }
    None
}

/// The entries, each with whether the feed gave it an id, without those that the feed lists again:
/// the same id, and an address of the same article.
fn each_once(entries: impl Iterator<Item = (Entry, bool)>, remarks: &mut Vec<String>) -> Vec<Entry> {
    let mut seen: HashSet<(String, String)> = HashSet::new();
    let mut kept = Vec::new();
    let (mut repeated, mut beyond) = (0, 0);
    for (entry, has_id) in entries {
        // Some feeds give all their entries one id: the addresses tell them apart.
        let key = address::key(&entry.address).ok();
        if has_id && key.is_some_and(|key| !seen.insert((entry.id.clone(), key))) {
            repeated += 1;
        } else if kept.len() < MAX_ENTRIES {
            kept.push(entry);
        } else {
            beyond += 1;
        }
    }
    if repeated > 0 {
        remarks.push(format!("{repeated} entries were listed twice"));
    }
    if beyond > 0 {
        remarks.push(format!("{beyond} entries beyond the first {MAX_ENTRIES} were left out"));
    }
    kept
}
