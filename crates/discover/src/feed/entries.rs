//! One mapping for all feeds in XML: which element means what.

use news::Entry;

use super::fields;
use super::link;
use super::tree::{Id, Tree};
use crate::date;
use crate::discovered::Format;

/// What a feed says about itself.
pub(crate) struct Head {
    /// Its title.
    pub(crate) title: Option<String>,
    /// The page that it belongs to.
    pub(crate) home: Option<String>,
}

/// More authors of one entry are left out.
const MAX_AUTHORS: usize = 50;

/// Elements of one meaning, each group before the next; inside of a group the first in the feed counts.
type Names = [&'static [&'static str]];

const TITLE: &Names = &[&["title"], &["dc:title"], &["media:title"], &["itunes:title"]];
const SUMMARY: &Names = &[
    &["summary", "description", "abstract"],
    &["dc:description"],
    &["itunes:summary"],
    &["media:description"],
    &["content:encoded", "content", "xhtml:body", "xhtml:div", "body", "fullitem"],
];
const PUBLISHED: &Names =
    &[&["pubdate"], &["published"], &["issued"], &["dcterms:issued"], &["created"], &["dcterms:created"], &["dc:date"]];
const UPDATED: &Names = &[&["updated"], &["modified"], &["dcterms:modified"], &["lastbuilddate"], &["dc:date"]];

/// Reads what the element that holds a feed's title says about the feed.
pub(crate) fn head(tree: &Tree, feed: Id, format: Format) -> Head {
    let title = first(tree, feed, TITLE, |id| fields::title(tree, id, format));
    let home = link::of_page(tree, feed, None).or_else(|| link::by_href(tree, feed, None));
    Head { title, home }
}

/// Reads an entry; `None` if the text breaks off before there is anything to know it by.
pub(crate) fn entry(tree: &Tree, entry: Id, format: Format, home: Option<&str>) -> Option<Entry> {
    let address = link::of_entry(tree, entry, home).unwrap_or_default();
    if address.is_empty() && !tree.is_finished(entry) {
        return None;
    }
    let last_modified = || tree.attribute(entry, "lastmod").and_then(date::parse).map(|at| at.to_string());
    Some(Entry {
        id: id(tree, entry).unwrap_or_else(|| address.clone()),
        address,
        title: first(tree, entry, TITLE, |id| fields::title(tree, id, format)),
        published_at: date(tree, entry, PUBLISHED),
        updated_at: date(tree, entry, UPDATED).or_else(last_modified),
        summary: first(tree, entry, SUMMARY, |id| fields::summary(tree, id, format)),
        authors: authors(tree, entry),
    })
}

/// The id that the feed itself gives an entry.
pub(crate) fn id(tree: &Tree, entry: Id) -> Option<String> {
    let id_of_atom = |id| fields::word(tree, id).map(|text| link::id_of_entry(tree, id, text));
    first(tree, entry, &[&["guid"]], |id| fields::word(tree, id))
        .or_else(|| first(tree, entry, &[&["id"]], id_of_atom))
        .or_else(|| first(tree, entry, &[&["dc:identifier"]], |id| fields::word(tree, id)))
        .or_else(|| tree.attribute(entry, "about").map(str::to_owned))
}

/// What the first of the elements says that says anything.
fn first<T>(tree: &Tree, parent: Id, names: &Names, read: impl Fn(Id) -> Option<T>) -> Option<T> {
    let inside = |group| names.iter().find_map(|names| tree.finished(group, names).find_map(&read));
    // Media RSS puts what belongs to several pictures into a group.
    inside(parent).or_else(|| tree.finished(parent, &["media:group"]).find_map(inside))
}

/// What the last of the elements of the first name says, as each overwrites the one before.
fn date(tree: &Tree, parent: Id, names: &Names) -> Option<String> {
    let last = |names| tree.finished(parent, names).filter_map(|id| date::parse(&tree.own_text(id))).last();
    names.iter().find_map(|names| last(names)).map(|at| at.to_string())
}

/// The names of the authors, each once.
fn authors(tree: &Tree, entry: Id) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let named = tree.finished(entry, &["author", "dc:creator", "dc:author"]);
    for id in named.chain(tree.finished(entry, &["itunes:author"])).take(MAX_AUTHORS) {
        let part = |name: &'static str| tree.finished(id, &[name]).find_map(|id| fields::word(tree, id));
        let has_parts = part("name").or_else(|| part("email"));
        let name = has_parts.or_else(|| fields::word(tree, id).map(|text| name_in(&text)));
        names.extend(name.filter(|name| !name.is_empty() && !names.contains(name)));
    }
    names
}

/// The name in `name`, `address (name)`, `name (address)` or `name <address>`.
fn name_in(text: &str) -> String {
    let bracketed = |open, close| {
        let (before, rest) = text.split_once(open)?;
        let inside = rest.split_once(close).map_or(rest, |(inside, _)| inside);
        let name = if inside.contains('@') { before } else { inside };
        Some(name.trim().to_owned()).filter(|name| !name.is_empty() && text.contains('@'))
    };
    bracketed('(', ')').or_else(|| bracketed('<', '>')).unwrap_or_else(|| text.to_owned())
}
