//! The day with which the outlet lists this article: an entry of a list on the page that leads to the page itself.

use std::collections::HashSet;

use url::Url;

use crate::times;
use crate::tree::{Id, Tree};
use crate::written::{self, Order};

/// How far up from its link an entry reaches.
const AROUND: usize = 6;
/// Most nodes in an entry.
const MOST_NODES: usize = 60;
/// Most links to the page that are followed.
const MOST_LINKS: usize = 8;
/// A link of so many letters is a headline; one to another page makes more than one entry of it.
const HEADLINE: usize = 16;

/// The day of the entries that lead to one of the page's own addresses, if all of them give the same.
pub(crate) fn day(tree: &Tree, own: &[&str], order: Order) -> Option<String> {
    let base = Url::parse(own.first()?).ok()?;
    let own: HashSet<String> = own.iter().filter_map(|url| key(&Url::parse(url).ok()?)).collect();
    let is_own = |id: Id| {
        let href = tree.attr(id, "href").filter(|h| !h.contains('#'))?;
        Some(own.contains(&key(&base.join(href.trim()).ok()?)?))
    };
    let links = tree.elements().filter(|id| tree.name(*id) == "a" && is_own(*id) == Some(true)).take(MOST_LINKS);
    let mut days = links.filter_map(|link| day_around(tree, link, &|id| is_own(id) == Some(true), order));
    let day = days.next()?;
    days.all(|other| other == day).then_some(day)
}

/// What makes two addresses one: host and path; `None` for a home page.
fn key(url: &Url) -> Option<String> {
    let path = url.path().trim_end_matches('/');
    let host = url.host_str()?;
    (!path.is_empty()).then(|| format!("{}{path}", host.trim_start_matches("www.")))
}

/// The one day in the smallest element around a link that has any, if it is of that entry alone.
fn day_around(tree: &Tree, link: Id, is_own: &dyn Fn(Id) -> bool, order: Order) -> Option<String> {
    for up in tree.upwards(link).take(AROUND) {
        let below: Vec<Id> = tree.below(up).take(MOST_NODES + 1).collect();
        let is_comment = tree.attr(up, "class").is_some_and(|c| c.to_ascii_lowercase().contains("comment"));
        if below.len() > MOST_NODES || is_comment || matches!(tree.name(up), "body" | "html") {
            return None;
        }
        let days: HashSet<String> = below.iter().flat_map(|id| days_of(tree, *id, order)).collect();
        if days.is_empty() {
            continue;
        }
        let is_other = |id: &&Id| {
            tree.name(**id) == "a" && !is_own(**id) && tree.text_below(**id).trim().chars().count() >= HEADLINE
        };
        let is_one = days.len() == 1 && !below.iter().any(|id| is_other(&id));
        return days.into_iter().next().filter(|_| is_one);
    }
    None
}

/// The days that a text, or an attribute of an element, gives.
fn days_of(tree: &Tree, id: Id, order: Order) -> Vec<String> {
    if tree.name(id) == "time" {
        let given = tree.attr(id, "datetime").and_then(|at| times::read(at, order));
        return given.and_then(|at| Some(at.get(..10)?.to_owned())).into_iter().collect();
    }
    let text = tree.text(id).map(written::plain_digits).unwrap_or_default();
    written::dates(text.trim(), order).iter().map(|d| d.day.to_string()).collect()
}
