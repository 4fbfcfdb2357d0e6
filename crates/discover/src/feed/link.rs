//! Which of an entry's many links is the article's address.

use url::Url;

use super::tree::{Id, Tree, join};

/// The address of the page that an entry is about.
///
/// The outlet's own address comes before that of a service that counts clicks (`feedburner:origLink`),
/// then `link`, then a `guid` that does not say it is none.
pub(crate) fn of_entry(tree: &Tree, entry: Id, home: Option<&str>) -> Option<String> {
    let mut original = tree.finished(entry, &["feedburner:origlink"]);
    let original = original.find_map(|id| resolve(tree, id, &tree.own_text(id), home));
    original
        .or_else(|| of_page(tree, entry, home))
        .or_else(|| by_href(tree, entry, home))
        .or_else(|| permanent(tree, entry))
        .or_else(|| {
            tree.finished(entry, &["content"]).find_map(|id| resolve(tree, id, tree.attribute(id, "src")?, home))
        })
        .or_else(|| tree.attribute(entry, "about").and_then(|about| resolve(tree, entry, about, home)))
}

/// The address that the element itself has in its `href`, as in CDF.
pub(crate) fn by_href(tree: &Tree, id: Id, home: Option<&str>) -> Option<String> {
    resolve(tree, id, tree.attribute(id, "href")?, home)
}

/// The id of an entry. A relative one is resolved where the feed set a base or gives a path, because
/// ids are made to be the same wherever the feed is copied to.
pub(crate) fn id_of_entry(tree: &Tree, id: Id, text: String) -> String {
    let (base, is_own) = tree.base(id);
    let is_relative = text.starts_with('/') || (is_own && Url::parse(&text).is_err());
    let resolved = is_relative.then(|| web(&text, base)).flatten();
    resolved.unwrap_or(text)
}

/// The address of the page that a feed or an entry names by `link`, by text or by `href`.
pub(crate) fn of_page(tree: &Tree, parent: Id, home: Option<&str>) -> Option<String> {
    let mut best: Option<(u8, String)> = None;
    for id in tree.finished(parent, &["link"]) {
        let Some((rank, link)) = rank(tree, id) else { continue };
        // Of two that are as good the first is meant, but RSS overwrites one link by the next.
        if best.as_ref().is_none_or(|(other, _)| rank < *other || rank == BARE) {
            best = resolve(tree, id, &link, home).map(|address| (rank, address)).or(best);
        }
    }
    best.map(|(_, address)| address)
}

/// The rank of a link that says nothing but where it leads, as RSS has it.
const BARE: u8 = 0;

/// How likely a `link` is the page, 0 the likeliest, and what it holds; `None`: it is something else.
fn rank(tree: &Tree, id: Id) -> Option<(u8, String)> {
    let is_bare = tree.attribute(id, "rel").is_none() && tree.attribute(id, "type").is_none();
    let rel = tree.attribute(id, "rel").unwrap_or("alternate").to_ascii_lowercase();
    let Some(href) = tree.attribute(id, "href") else {
        let text = tree.own_text(id);
        return (rel == "alternate" && !text.trim().is_empty()).then_some((BARE, text));
    };
    let kind = tree.attribute(id, "type").unwrap_or("text/html").to_ascii_lowercase();
    let is_page = kind.contains("html");
    let rank = match rel.rsplit('/').next().unwrap_or_default() {
        "alternate" if is_bare => BARE,
        "alternate" if is_page => 1,
        "alternate" if kind.contains("text") || kind == "application/xml" => 2,
        "alternate" if !kind.contains("json") && !kind.contains("rss") && !kind.contains("atom") => 3,
        _ => return None,
    };
    Some((rank, href.to_owned()))
}

/// A `guid` is an address unless it says that it is none; one that is not absolute says nothing.
fn permanent(tree: &Tree, entry: Id) -> Option<String> {
    let is_permanent = |id: &Id| tree.attribute(*id, "ispermalink").is_none_or(|v| !v.eq_ignore_ascii_case("false"));
    let guids = tree.finished(entry, &["guid"]).filter(is_permanent).chain(tree.finished(entry, &["id"]));
    guids.map(|id| tree.own_text(id)).find_map(|text| absolute(&text))
}

/// What a link means where it stands: by `xml:base`, by the feed's own page, by the feed's address.
fn resolve(tree: &Tree, id: Id, link: &str, home: Option<&str>) -> Option<String> {
    let (base, is_own) = tree.base(id);
    let home = home.filter(|_| !is_own).and_then(|home| Url::parse(home).ok());
    web(link, home.as_ref().or(base))
}

/// The address of the web that `link` means at `base`: as written if it is absolute.
pub(crate) fn web(link: &str, base: Option<&Url>) -> Option<String> {
    let link = link.trim();
    if link.is_empty() {
        return None;
    }
    absolute(link).or_else(|| join(base, link).filter(is_web).map(String::from))
}

/// The text itself if it is an absolute address of the web; its spelling is kept, blanks are not.
fn absolute(text: &str) -> Option<String> {
    let text = text.trim();
    let address = Url::parse(text).ok().filter(is_web)?;
    let begins_well = text.get(..8).is_some_and(|start| start.contains("://"));
    let is_clean = begins_well && !text.contains(|c: char| c.is_whitespace() || c.is_control());
    Some(if is_clean { text.to_owned() } else { address.into() })
}

fn is_web(address: &Url) -> bool {
    matches!(address.scheme(), "http" | "https") && address.has_host()
}
