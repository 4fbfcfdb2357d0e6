//! Where the words of the body lead.

use news::Hyperlink;
use url::Url;

use crate::blocks::Judged;
use crate::furniture;
use crate::leaf::is_inline;
use crate::tree::{Id, Tree};

/// Most links of a body that are kept.
const MOST: usize = 500;
/// Longest address that is kept, in bytes.
const LONGEST: usize = 2000;
/// Elements between a link and the block that it stands in, at most.
const DEPTH: usize = 12;

/// Returns the links in the blocks of a body, in order. `places` are the blocks of the leaves, `first` how many blocks
/// stand before them.
///
/// Addresses are made absolute, without a fragment and without the parameters that say only where a reader came from.
pub(crate) fn of(
    tree: &Tree,
    judged: &[Judged<'_>],
    places: &[Option<usize>],
    first: usize,
    url: &str,
) -> Vec<Hyperlink> {
    let Ok(base) = Url::parse(url) else { return Vec::new() };
    let mut found = Vec::new();
    let mut last: Option<Id> = None;
    for (j, place) in judged.iter().zip(places) {
        let Some(place) = place.filter(|_| j.leaf.link_chars > 0) else { continue };
        // Runs of text around an inner block are leaves of one element.
        if last.replace(j.leaf.node) == Some(j.leaf.node) {
            continue;
        }
        let anchors = tree.below(j.leaf.node).filter(|id| tree.name(*id) == "a" && stands_in(tree, *id, j.leaf.node));
        for anchor in anchors {
            let Some(address) = tree.attr(anchor, "href").and_then(|href| address(&base, href)) else { continue };
            let text = furniture::seen_below(tree, anchor);
            if text.is_empty() {
                continue;
            }
            if found.len() == MOST {
                return found;
            }
            found.push(Hyperlink { block: place + first + 2, text, address });
        }
    }
    found
}

/// Whether nothing but inline elements stand between an element and the block that holds it.
fn stands_in(tree: &Tree, id: Id, block: Id) -> bool {
    let mut above = tree.upwards(id).skip(1).take(DEPTH).skip_while(|u| *u != block && is_inline(tree.name(*u)));
    id == block || above.next() == Some(block)
}

fn address(base: &Url, href: &str) -> Option<String> {
    if href.len() > LONGEST || href.trim_start().starts_with('#') {
        return None;
    }
    let mut url = base.join(href.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https" | "mailto"))?;
    url.set_fragment(None);
    if url.query().is_some() {
        let kept: Vec<(String, String)> = url
            .query_pairs()
            .filter(|(name, _)| !is_origin(name))
            .map(|(n, v)| (n.into_owned(), v.into_owned()))
            .collect();
        if kept.len() < url.query_pairs().count() {
            url.set_query(None);
            if !kept.is_empty() {
                url.query_pairs_mut().extend_pairs(&kept);
            }
        }
    }
    Some(url.into()).filter(|url: &String| url.len() <= LONGEST)
}

/// Parameters that say where a reader came from.
fn is_origin(name: &str) -> bool {
    const NAMES: &[&str] = &[
        "fbclid",
        "gclid",
        "dclid",
        "msclkid",
        "yclid",
        "igshid",
        "mc_cid",
        "mc_eid",
        "cmp",
        "cmpid",
        "icid",
        "ito",
        "ref",
        "ref_src",
        "src",
        "source",
        "ns_source",
        "ns_mchannel",
        "ns_campaign",
        "wt_mc",
        "xtor",
        "at_medium",
        "at_campaign",
        "taid",
        "smid",
        "smtyp",
        "partner",
        "campaign",
        "traffic_source",
        "origin",
        "from",
    ];
    name.starts_with("utm_") || NAMES.contains(&name)
}
