//! What a feed says about itself: where it stands, whether it has gone, its language, its pace.

use news::Entry;

use super::fields;
use super::tree::{Id, Tree};
use crate::address;
use crate::pace::Pace;

/// What a feed says about itself beyond its title.
#[derive(Debug, Default)]
pub(crate) struct Place {
    pub(crate) moved_to: Option<String>,
    pub(crate) calls_itself: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) pace: Option<Pace>,
    pub(crate) remarks: Vec<String>,
}

/// Reads what the feed's head says. `url` is the address that answered.
pub(crate) fn read(tree: &Tree, feed: Id, entries: &[Entry], url: &str) -> Place {
    let word = |names: &[&str]| tree.finished(feed, names).find_map(|id| fields::word(tree, id));
    let all_in = |group: &[&str], name: &[&str]| -> Vec<String> {
        let groups = tree.finished(feed, group);
        groups.flat_map(|id| tree.finished(id, name)).filter_map(|id| fields::word(tree, id)).collect()
    };
    let (hours, days) = (all_in(&["skiphours"], &["hour"]), all_in(&["skipdays"], &["day"]));
    let pace = Pace::from_words(
        word(&["ttl"]).as_deref(),
        word(&["sy:updateperiod"]).as_deref(),
        word(&["sy:updatefrequency"]).as_deref(),
        hours.iter().map(String::as_str),
        days.iter().map(String::as_str),
    );
    let language = word(&["language", "dc:language"]).or_else(|| {
        let root = tree.parent(feed);
        tree.attribute(feed, "lang").or_else(|| tree.attribute(root, "lang")).map(str::to_owned)
    });
    let mut place = Place { pace: pace.if_any(), language: language.and_then(|word| tag(&word)), ..Place::default() };
    let is_elsewhere = |address: &String| address::key(address) != address::key(url);
    let own = tree.finished(feed, &["link"]).filter(|id| rel_is(tree, *id, "self"));
    place.calls_itself =
        own.into_iter().find_map(|id| address_at(tree, id, tree.attribute(id, "href")?)).filter(is_elsewhere);
    let new = tree.finished(feed, &["itunes:new-feed-url"]).find_map(|id| address_at(tree, id, &tree.own_text(id)));
    place.moved_to = new.or_else(|| named_by_only_entry(entries)).filter(is_elsewhere);
    if place.moved_to.is_none() && entries.is_empty() {
        // A feed that was emptied and names another as itself has gone there.
        place.moved_to = place.calls_itself.clone();
    }
    place.remarks = remarks(entries.is_empty(), place.moved_to.as_deref(), place.calls_itself.as_deref());
    place
}

/// What a feed's place means, in words.
pub(crate) fn remarks(is_empty: bool, moved_to: Option<&str>, calls_itself: Option<&str>) -> Vec<String> {
    let empty = is_empty.then(|| "a feed without entries".to_owned());
    let place = match (moved_to, calls_itself) {
        (Some(new), _) => Some(format!("the feed says that it has moved to {new}")),
        (None, Some(own)) => Some(format!("the feed calls itself {own}")),
        (None, None) => None,
    };
    empty.into_iter().chain(place).collect()
}

/// The new address in a `redirect` that stands where a feed stood, as early RSS had it.
pub(crate) fn redirect(tree: &Tree) -> Option<String> {
    let root = tree.ids().next().filter(|id| tree.name(*id) == "redirect")?;
    let new = tree.finished(root, &["newlocation", "newurl", "location"]);
    new.into_iter().find_map(|id| address_at(tree, id, &tree.own_text(id)))
}

fn rel_is(tree: &Tree, id: Id, rel: &str) -> bool {
    tree.attribute(id, "rel").is_some_and(|value| value.split_ascii_whitespace().any(|v| v.eq_ignore_ascii_case(rel)))
}

fn address_at(tree: &Tree, id: Id, link: &str) -> Option<String> {
    super::web(link, tree.base(id).0)
}

/// The link of the one entry of a feed whose headline says that the feed has moved.
fn named_by_only_entry(entries: &[Entry]) -> Option<String> {
    let [entry] = entries else { return None };
    let title = entry.title.as_deref()?.to_lowercase();
    let speaks_of_feed = ["feed", "rss", "flux", "fuente"].iter().any(|word| title.contains(word));
    let says_moved = ["moved", "has a new address", "new location", "umgezogen", "déplacé", "verhuisd", "movido"];
    let moved = speaks_of_feed && says_moved.iter().any(|word| title.contains(word));
    (moved && !entry.address.is_empty()).then(|| entry.address.clone())
}

/// A language tag, lower case; `None` if the text is none.
pub(crate) fn tag(word: &str) -> Option<String> {
    let tag = word.trim().replace('_', "-").to_ascii_lowercase();
    let mut parts = tag.split('-');
    let is_tag = parts.next().is_some_and(|p| (2..=3).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphabetic()))
        && parts.all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()));
    is_tag.then_some(tag)
}
