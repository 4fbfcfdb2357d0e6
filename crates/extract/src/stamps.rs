//! When the outlet says that the article was published and last changed.
//!
//! JSON-LD before meta before the page, so that the same source speaks at every look; relative times never count.

use std::sync::LazyLock;

use regex::Regex;

use crate::json_ld::JsonLd;
use crate::leaf::Leaf;
use crate::meta::Meta;
use crate::times;
use crate::tree::{Id, Tree};
use crate::wording;

const PUBLISHED: [&str; 19] = [
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "date.published",
    "publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "originalpublicationdate",
    "date",
    "article.published",
    "dcterms.date",
];
const UPDATED: [&str; 9] = [
    "article:modified_time",
    "article:modified",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "article.updated",
    "lastmod",
];
/// A label before the time of a change.
static CHANGED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)updat|modif|aktualisiert|mis à jour|actualiz|aggiorn|atualiz|bijgewerkt|oppdatert|uppdaterad|opdateret|обновл|измен|تحديث|تعديل|edited|changed")
        .expect("a constant pattern")
});
/// Leaves after the headline in which a date may stand.
const NEAR: usize = 12;

/// `(published, updated)`.
pub(crate) fn of(
    tree: &Tree,
    leaves: &[Leaf],
    meta: &Meta,
    ld: &JsonLd,
    headline: Option<Id>,
    url: &str,
) -> (Option<String>, Option<String>) {
    let (mut shown, mut changed) = (None, None);
    for id in tree.elements() {
        let prop = tree.attr(id, "itemprop").unwrap_or_default();
        let slot = match prop {
            "datePublished" | "dateCreated" => &mut shown,
            "dateModified" => &mut changed,
            _ => continue,
        };
        if slot.is_none() {
            *slot = given(tree, id);
        }
    }
    let (seen, seen_changed) = near_headline(tree, leaves, headline);
    let said = |names: &[&str]| names.iter().find_map(|n| meta.first(&[*n]).and_then(|t| times::read(&t)));
    let published = ld.published.as_deref().and_then(times::read).or_else(|| said(&PUBLISHED)).or(shown).or(seen);
    let updated = ld.modified.as_deref().and_then(times::read).or_else(|| said(&UPDATED)).or(changed).or(seen_changed);
    (published.or_else(|| times::in_address(url)), updated)
}

/// The time that an element gives, by attribute or by its text.
fn given(tree: &Tree, id: Id) -> Option<String> {
    let attr = ["datetime", "content", "title"].iter().find_map(|a| tree.attr(id, a).and_then(times::read));
    attr.or_else(|| times::written(&tree.text_below(id)))
}

/// `(published, updated)` of the dates that stand about the headline: `<time>` elements, and lines that are dates.
fn near_headline(tree: &Tree, leaves: &[Leaf], headline: Option<Id>) -> (Option<String>, Option<String>) {
    let start = headline.and_then(|h| leaves.iter().position(|l| tree.upwards(l.node).any(|u| u == h)));
    let Some(start) = start else { return (None, None) };
    let (mut published, mut updated) = (None, None);
    let after = leaves[start + 1..].iter().take(NEAR);
    for leaf in after
        .chain(leaves[..start].iter().rev().take(4))
        .filter(|l| !matches!(l.furniture, Some("other articles" | "comments" | "footer")))
    {
        if leaf.chars > 200 {
            continue;
        }
        let times = tree.below(leaf.node).chain(tree.upwards(leaf.node).take(2)).filter(|id| tree.name(*id) == "time");
        let mut found: Vec<String> = times.filter_map(|id| given(tree, id)).collect();
        let label = CHANGED.find(&leaf.text).map(|m| m.start());
        if found.is_empty() && wording::label(&leaf.text) == Some(wording::DATE) {
            found.extend(times::written(&leaf.text).or_else(|| times::read(&leaf.text)));
        }
        let mut found = found.into_iter();
        // "Published …, updated …" stands in one line: the first is the publication unless the label comes first
        if label.is_none_or(|at| at > 12) && published.is_none() {
            published = found.next();
        }
        if label.is_some() && updated.is_none() {
            updated = found.next();
        }
    }
    (published, updated)
}
