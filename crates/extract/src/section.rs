//! The outlet's section that an article stands in.

use url::Url;

use crate::furniture::{self, class_words};
use crate::headline;
use crate::json_ld::JsonLd;
use crate::meta::Meta;
use crate::tree::{Id, Tree};
use text::canonical;

/// Longest name of a section, in scalars.
const LONGEST: usize = 60;
/// Most steps of a way through a site.
const MOST_STEPS: usize = 12;
/// Names of meta elements that give it, after Open Graph's.
const NAMES: [&str; 5] = ["section", "parsely-section", "dc.section", "cxenseparse:recs:section", "sailthru.section"];

/// A step of the way through a site.
#[derive(Debug)]
pub(crate) struct Step {
    pub name: String,
    pub address: Option<String>,
}

/// The last step that readers see of the way to the page, or else what the surfaces say.
pub(crate) fn of(tree: &Tree, meta: &Meta, ld: &JsonLd, headline: Option<&str>, url: &str) -> Option<String> {
    let base = Url::parse(url).ok();
    let seen = tree.elements().filter(|id| is_trail(tree, *id)).find_map(|id| {
        let links = tree.below(id).filter(|n| tree.name(*n) == "a").take(MOST_STEPS);
        let step =
            |a: Id| Step { name: furniture::seen_below(tree, a), address: tree.attr(a, "href").map(str::to_owned) };
        let steps: Vec<Step> = links.map(step).collect();
        last(&steps, base.as_ref(), headline)
    });
    let names = || std::iter::once("article:section").chain(NAMES).find_map(|name| named(&meta.first(&[name])?));
    seen.or_else(names)
        .or_else(|| ld.section.as_deref().and_then(named))
        .or_else(|| last(&ld.trail, base.as_ref(), headline))
}

/// Whether a word of a class says that an element is the way through the site.
pub(crate) fn is_trail_word(word: &str) -> bool {
    matches!(word, "breadcrumb" | "breadcrumbs" | "crumbs")
}

/// Whether an element says that it is the way through the site.
fn is_trail(tree: &Tree, id: Id) -> bool {
    matches!(tree.name(id), "nav" | "ol" | "ul" | "div" | "p" | "section")
        && (class_words(tree, id).iter().any(|w| is_trail_word(w))
            || tree.attr(id, "aria-label").is_some_and(|l| is_trail_word(&l.trim().to_lowercase()))
            || tree.attr(id, "itemtype").is_some_and(|t| t.ends_with("BreadcrumbList")))
}

/// The name of the last step that is neither the site's front page nor the article itself.
fn last(steps: &[Step], base: Option<&Url>, headline: Option<&str>) -> Option<String> {
    let resolved = |step: &Step| base?.join(step.address.as_deref()?.trim()).ok();
    let is_place = |step: &&Step| {
        // a step without an address is where the reader is
        let Some(to) = resolved(step) else { return false };
        let is_front = to.path().trim_matches('/').is_empty() && to.query().is_none();
        let is_here = base.is_some_and(|here| to.path() == here.path() && to.query() == here.query());
        !is_front && !is_here && !headline.is_some_and(|h| headline::is_alike(&headline::plain(&step.name), h))
    };
    steps.iter().rev().filter(is_place).find_map(|step| named(&step.name))
}

/// A name as it is kept, if it is one.
fn named(given: &str) -> Option<String> {
    let name = canonical(&headline::plain(given));
    (name.chars().any(char::is_alphabetic) && name.chars().count() <= LONGEST).then_some(name)
}
