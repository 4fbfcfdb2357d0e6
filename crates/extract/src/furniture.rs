//! What stands around an article: told by element, by class and id, and by wording. Each with its reason.

use std::collections::HashMap;

use crate::leaf::{Leaf, is_inline};
use crate::tree::{Id, Tree};
use crate::unseen::{READ_ALOUD, is_read_aloud, is_unseen};
use crate::{blocks, filler, live};

/// The reason of what is not shown.
const HIDDEN: &str = "hidden";
/// The reason of what programs that read aloud pass over: mostly signs, and what stands there twice.
const NOT_READ_ALOUD: &str = "not read aloud";
/// The reason of words that stand for a text which readers have to pay for.
pub(crate) const FILLER: &str = "filler in place of a text";
/// The reason of what stands beside the article.
const SIDEBAR: &str = "sidebar";
/// The reason of boxes that ask readers to pay; their names are also those of bodies that are paid for.
const WALL: &str = "a wall";
/// Nodes of a hidden text that are looked at.
const MOST_HIDDEN: usize = 400;
/// Most brothers of a struck text that are looked at.
const MOST_BROTHERS: usize = 200;
/// Longest text of such a box, in scalars.
const LARGEST_WALL: usize = 600;

/// Words in class or id that name furniture, with the reason that is given.
const WORDS: [(&str, &[&str]); 15] = [
    (
        "navigation",
        &[
            "migas",
            "skip-link",
            "nav",
            "navbar",
            "navigation",
            "menu",
            "submenu",
            "breadcrumb",
            "breadcrumbs",
            "crumbs",
            "pagination",
            "pager",
            "skip",
            "skiplink",
            "topnav",
            "toc",
            "sitemap",
            "masthead",
            "toolbar",
            "paging",
        ],
    ),
    ("footer", &["footer", "foot", "colophon", "copyright", "imprint"]),
    (
        "comments",
        &[
            "comment",
            "comments",
            "disqus",
            "commentlist",
            "respond",
            "kommentare",
            "kommentar",
            "commentaires",
            "discussion",
            "livefyre",
            "reactions",
        ],
    ),
    (
        SHARING,
        &[
            "share",
            "sharing",
            "sharebar",
            "sharer",
            "shares",
            "social",
            "socials",
            "addthis",
            "sharethis",
            "facebook",
            "follow",
            "followus",
            "addtoany",
            "sharedaddy",
            "socialmedia",
            "whatsapp",
        ],
    ),
    (
        "other articles",
        &[
            "most-read",
            "most-viewed",
            "most-popular",
            "mostviewed",
            "top-list",
            "toplist",
            "hot",
            "ranking",
            "rankings",
            "te-puede-interesar",
            "lo-mas",
            "lo-mas-leido",
            "mas-leidas",
            "mais-lidas",
            "mas-leido",
            "plus-lus",
            "meistgelesen",
            "rich-link",
            "links-block",
            "more-stories",
            "more-on-this-story",
            "topstories",
            "related",
            "recommended",
            "recommendation",
            "recommendations",
            "recirc",
            "recirculation",
            "trending",
            "popular",
            "mostread",
            "mostpopular",
            "morefrom",
            "readmore",
            "teaser",
            "teasers",
            "outbrain",
            "taboola",
            "readalso",
            "seealso",
            "morestories",
            "relatedposts",
            "relateds",
            "relatedarticles",
            "similar",
            "upnext",
            "nextarticle",
            "prevnext",
            "more-on",
            "jp-relatedposts",
            "zergnet",
            "revcontent",
            "suggested",
            "readnext",
            "alsoread",
            "relacionadas",
            "relacionados",
            "crosspromo",
            "carousel",
            "recent",
            "latest",
        ],
    ),
    (
        "advertising",
        &[
            "ad",
            "ads",
            "advert",
            "adverts",
            "advertisement",
            "advertising",
            "adslot",
            "adbox",
            "adsense",
            "adwrapper",
            "dfp",
            "sponsor",
            "sponsored",
            "promo",
            "promos",
            "promotion",
            "promoted",
            "anzeige",
            "werbung",
            "werbeblock",
            "pub",
            "pubs",
            "publicite",
            "encart",
            "publicidad",
            "pubblicita",
            "reklama",
            "affiliate",
            "commercial",
            "banner",
            "banners",
            "advertorial",
            "leaderboard",
            "mpu",
            "td-a-rec",
            "adspot",
        ],
    ),
    (
        "newsletter or subscription",
        &[
            "nl-box",
            "newsletter-promo",
            "epic",
            "newsletter",
            "newsletters",
            "subscribe",
            "subscription",
            "signup",
            "sign-up",
            "optin",
            "mailchimp",
            "subscriber",
            "donate",
            "donation",
            "membership",
            "appeal",
            "cta",
            "login",
            "register",
            "registration",
        ],
    ),
    (WALL, &["paywall", "piano", "gate", "regwall", "reg-wall", "muro", "meter", "bezahlschranke", "premium-wall"]),
    ("consent", &["cookie", "cookies", "consent", "gdpr", "onetrust", "cmp", "privacy"]),
    (SIDEBAR, &["sidebar", "aside", "rail", "rightrail", "widget", "widgets", "rightcolumn", "sidecolumn"]),
    (
        "tags",
        &[
            "tag-row",
            "tagrow",
            "metadata",
            "archivado",
            "topic-list",
            "tags",
            "taglist",
            "tag-list",
            "hashtags",
            "keywords",
            "topics",
            "tagcloud",
            "categories",
            "postmeta",
        ],
    ),
    (
        "about the author",
        &[
            "about-author",
            "about-the-author",
            "author-bio",
            "author-info",
            "article-editor",
            "bio",
            "authorbio",
            "authorbox",
            "author-box",
            "aboutauthor",
            "biography",
            "authorinfo",
            "contributors",
        ],
    ),
    ("popup", &["popup", "modal", "overlay", "lightbox", "tooltip", "toast"]),
    (HIDDEN, READ_ALOUD),
    (
        "tools",
        &[
            "contact",
            "contacts",
            "poll",
            "quiz",
            "rating",
            "ratings",
            "vote",
            "voting",
            "search",
            "searchform",
            "clipboard",
            "correction-form",
            "feedback",
            "player-controls",
            "listen",
            "audioplayer",
            "weather",
            "stock-ticker",
            "ticker",
            "slideshow-nav",
            "live-readers",
            "reader-count",
            "view-count",
            "viewcount",
            "post-views",
            "pageviews",
        ],
    ),
];

/// Words that make a name that of a frame around everything.
const FRAMES: [&str; 9] = ["embed", "grid", "layout", "with", "has", "no", "without", "enabled", "template"];

/// What dialogs that ask for consent are called, beside the name of what asks.
const CONSENT_BOXES: [&str; 10] =
    ["banner", "modal", "popup", "overlay", "dialog", "box", "wrapper", "consent", "privacy", "cookie"];

/// Beginnings of names of bodies, whatever else they say ("article-body-commercial").
const BODIES: [&str; 5] = ["article-body", "articlebody", "story-body", "entry-content", "post-content"];

/// An id of so many words is a headline as an anchor.
const WORDS_OF_A_SLUG: usize = 6;

/// Of all prose of a page, the share from which on a block is not taken for furniture by its class alone.
const TOO_MUCH_TO_DROP: f32 = 0.4;
/// The same for comments and consent dialogs, which may outweigh the article.
const TOO_MANY_COMMENTS: f32 = 0.85;
/// The same for what is called a sidebar, or not to be read aloud: page builders call every part of a page a widget,
/// and what is kept from programs that read aloud is seen.
const TOO_LITTLE_TO_MISS: f32 = 0.1;

/// Names that page builders also give to parts of the text: where they would take more than half of a page's prose, they
/// say nothing on it.
const DOUBTFUL: [&str; 4] = [SIDEBAR, "navigation", "advertising", "tools"];
/// The reason of what leads to other sites; of so much prose, in scalars, the name is doubted in the same way.
const SHARING: &str = "sharing";
const LEAST_SHARED: usize = 1500;

/// The share of links from which on a text leads to other articles.
const MOSTLY_LINKS: f32 = 0.5;

/// Marks the leaves that stand in furniture.
pub(crate) fn mark(tree: &Tree, leaves: &mut [Leaf]) {
    mark_but(tree, leaves, &[]);
    let prose = |reason: Option<&str>| -> usize {
        let fits = |l: &&Leaf| l.is_prose() && reason.is_none_or(|r| l.furniture == Some(r));
        leaves.iter().filter(fits).map(|l| l.chars).sum()
    };
    let all = prose(None);
    let mut said: Vec<&str> = DOUBTFUL.into_iter().filter(|r| prose(Some(r)) * 2 > all).collect();
    // what a button says is no article
    if all > 0 && prose(Some(SHARING)) * 2 > all && prose(Some(SHARING)) >= LEAST_SHARED {
        said.push(SHARING);
    }
    if !said.is_empty() {
        mark_but(tree, leaves, &said);
    }
}

/// A notice of the outlet's own belongs to the article in which it stands, be it in a box beside the text or at its foot.
pub(crate) fn spare_notices(tree: &Tree, leaves: &mut [Leaf]) {
    let beside = |leaf: &&mut Leaf| matches!(leaf.furniture, Some(SIDEBAR | "footer"));
    for leaf in leaves.iter_mut().filter(beside) {
        let boxed = tree.upwards(leaf.node).position(|id| matches!(tree.name(id), "aside" | "footer"));
        let in_article = boxed.is_some_and(|at| tree.upwards(leaf.node).skip(at).any(|id| tree.name(id) == "article"));
        if in_article && leaf.link_density() < MOSTLY_LINKS && blocks::is_notice(tree, leaf) {
            leaf.furniture = None;
        }
    }
}

/// Marks the leaves, and believes no name that stands for one of these reasons.
fn mark_but(tree: &Tree, leaves: &mut [Leaf], doubted: &[&str]) {
    let (mut prose, mut chars) = (vec![0; tree.len()], vec![0; tree.len()]);
    let mut total = 0;
    for leaf in leaves.iter() {
        let is_prose = leaf.is_prose();
        total += if is_prose { leaf.chars } else { 0 };
        for id in tree.upwards(leaf.node) {
            chars[id as usize] += leaf.chars;
            prose[id as usize] += if is_prose { leaf.chars } else { 0 };
        }
    }
    let share = |id: Id| prose[id as usize] as f32 / total.max(1) as f32;
    // per element, once it is known
    let mut known: Vec<Option<Option<&'static str>>> = vec![None; tree.len()];
    for leaf in leaves.iter_mut() {
        let mut path = Vec::new();
        let mut found = None;
        for id in tree.upwards(leaf.node) {
            if let Some(reason) = known[id as usize] {
                found = reason;
                break;
            }
            path.push(id);
        }
        for id in path.into_iter().rev() {
            found = found.or_else(|| {
                let reason = element_reason(tree, id, doubted)?;
                let limit = match reason {
                    "comments" | "consent" => TOO_MANY_COMMENTS,
                    SIDEBAR if tree.name(id) != "aside" => TOO_LITTLE_TO_MISS,
                    NOT_READ_ALOUD => TOO_LITTLE_TO_MISS,
                    _ => TOO_MUCH_TO_DROP,
                };
                let is_box = matches!(tree.name(id), "div" | "section" | "aside");
                let small = reason != WALL || is_box && chars[id as usize] < LARGEST_WALL;
                (share(id) < limit && small).then_some(reason)
            });
            known[id as usize] = Some(found);
        }
        leaf.furniture = found;
    }
    if doubted.is_empty() {
        mark_footer(tree, leaves);
    }
    for leaf in leaves.iter_mut().filter(|l| filler::is_filler(&l.text)) {
        leaf.furniture = Some(FILLER);
    }
}

/// Marks the page's own footer, however much of its prose it holds: what stands in no article, under no heading of level 1.
fn mark_footer(tree: &Tree, leaves: &mut [Leaf]) {
    let mut known: HashMap<Id, bool> = HashMap::new();
    for leaf in leaves.iter_mut().filter(|l| l.furniture.is_none()) {
        let Some(footer) = tree.upwards(leaf.node).find(|id| tree.name(*id) == "footer") else { continue };
        let is_own = *known.entry(footer).or_insert_with(|| {
            !tree.upwards(footer).any(|id| matches!(tree.name(id), "article" | "main"))
                && !tree.below(footer).any(|id| matches!(tree.name(id), "article" | "main" | "h1"))
        });
        if is_own {
            leaf.furniture = Some("footer");
        }
    }
}

fn element_reason(tree: &Tree, id: Id, doubted: &[&str]) -> Option<&'static str> {
    match tree.name(id) {
        "nav" | "menu" => return Some("navigation"),
        "footer" => return Some("footer"),
        "aside" => return Some(SIDEBAR),
        "form" | "fieldset" => return Some("form"),
        "body" | "html" | "main" | "" => return None,
        _ => {}
    }
    match tree.attr(id, "role").unwrap_or_default() {
        "navigation" | "menu" | "menubar" | "toolbar" => return Some("navigation"),
        "contentinfo" => return Some("footer"),
        "complementary" => return Some(SIDEBAR),
        "dialog" | "alertdialog" => return Some("popup"),
        "search" => return Some("tools"),
        _ => {}
    }
    // it hides from programs that read aloud, not from the eye: paragraphs under it are seen
    if tree.attr(id, "aria-hidden").is_some_and(|v| v == "true") && tree.name(id) != "p" {
        return Some(NOT_READ_ALOUD);
    }
    if is_hidden_by_class(tree, id) {
        return Some(HIDDEN);
    }
    let words = class_words(tree, id);
    let names = |list: &[&str], w: &String| list.contains(&&**w) && (w != "ticker" || !live::is_report(tree, id));
    let named = |(reason, list): &&(&str, &[&str])| !doubted.contains(reason) && words.iter().any(|w| names(list, w));
    WORDS.iter().find(named).map(|(reason, _)| *reason)
}

/// Whether an element has the class by which the common style sheets hide, and none that shows it on some screens.
fn is_hidden_by_class(tree: &Tree, id: Id) -> bool {
    let classes = || tree.attr(id, "class").unwrap_or_default().split_whitespace();
    classes().any(|c| matches!(c, "hidden" | "d-none" | "visually-hidden" | "print-only" | "printonly"))
        && !classes().any(|c| c.contains(':') || c.starts_with("d-") && c != "d-none")
}

/// Stands between two lines until it is known what follows.
const BETWEEN: char = '\u{e000}';

/// What readers see below an element, in one line: without what is hidden, and with a space where a line or a struck word ends.
pub(crate) fn seen_below(tree: &Tree, id: Id) -> String {
    fn walk(tree: &Tree, id: Id, out: &mut String) {
        for child in tree.children(id) {
            if let Some(text) = tree.text(child) {
                // no space before a mark
                let marked = text.starts_with([':', ',', ';', '.', '!', '?']);
                out.truncate(if marked { out.trim_end_matches(BETWEEN).len() } else { out.len() });
                out.push_str(text);
                continue;
            }
            let name = tree.name(child);
            // a mark between two lines is kept
            let says = || tree.text_below(child).chars().any(char::is_alphanumeric);
            if is_unseen(tree, child) || is_inline(name) && is_read_aloud(tree, child) && says() {
                continue;
            }
            let apart = name == "br" || !is_inline(name) || stands_apart(tree, child);
            out.extend(apart.then_some(BETWEEN));
            walk(tree, child, out);
            out.extend(apart.then_some(BETWEEN));
        }
    }
    let mut out = String::new();
    walk(tree, id, &mut out);
    text::canonical(&out.replace(BETWEEN, " "))
}

/// Whether an element inside a line is set as a line of its own, or struck beside what stands in its place, so that its
/// words never run together with the next ones.
pub(crate) fn stands_apart(tree: &Tree, id: Id) -> bool {
    let name = tree.name(id);
    if !matches!(name, "span" | "b" | "strong" | "i" | "em" | "small" | "a" | "del" | "ins" | "s" | "strike") {
        return false;
    }
    let style = |s: &str| {
        let s: String = s.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
        s.contains("display:block")
    };
    tree.attr(id, "style").filter(|s| s.len() >= "display:block".len()).is_some_and(style)
        || is_struck(tree, id)
        || is_line_of_heading(tree, id)
}

/// Whether a struck text stands right beside another that is not, or the other way round, and digits would join.
fn is_struck(tree: &Tree, id: Id) -> bool {
    let struck = |id: Id| matches!(tree.name(id), "del" | "s" | "strike");
    let changed = |id: Id| struck(id) || tree.name(id) == "ins";
    let digits = |id: Id| tree.text_below(id).chars().any(|c| c.is_ascii_digit());
    changed(id) && {
        let brothers: Vec<Id> = tree.parent(id).map_or(Vec::new(), |p| tree.children(p).take(MOST_BROTHERS).collect());
        let at = brothers.iter().position(|b| *b == id).unwrap_or(0);
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|i| brothers.get(i));
        digits(id) && struck(id) || beside.copied().any(|b| changed(b) && struck(b) != struck(id))
    }
}

/// Whether an element is one of several that make up a heading, each of words, with nothing between them.
fn is_line_of_heading(tree: &Tree, id: Id) -> bool {
    let Some(heading) = tree.parent(id).filter(|p| matches!(tree.name(*p), "h1" | "h2")) else { return false };
    let mut parts = 0;
    let whole = tree.children(heading).all(|c| {
        parts += 1;
        parts <= 4 && tree.name(c) == "span" && tree.attr(c, "class").is_some() && {
            let said = text::canonical(&tree.text_below(c));
            said.chars().count() >= 3 && said.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        }
    });
    whole && (2..=4).contains(&parts)
}

/// Whether a box that is named a wall hides much of a text: readers see its beginning only.
pub(crate) fn hides_rest(tree: &Tree) -> bool {
    let wall = |id: Id| {
        let words = class_words(tree, id);
        WORDS.iter().any(|(reason, list)| *reason == WALL && words.iter().any(|w| list.contains(&&**w)))
    };
    let says = |id: Id| {
        let paragraphs = tree.below(id).take(MOST_HIDDEN).filter(|n| tree.name(*n) == "p");
        let long: Vec<usize> = paragraphs.map(|p| tree.text_below(p).trim().len()).filter(|n| *n >= 80).collect();
        long.len() >= 3 && long.iter().sum::<usize>() >= LARGEST_WALL // an offer says less
    };
    let is_box = |id: Id| matches!(tree.name(id), "div" | "section");
    tree.elements().any(|id| is_box(id) && is_unseen(tree, id) && wall(id) && says(id))
}

/// The words in an element's class and id, in lower case: whole names, and their parts at hyphens, underscores and
/// capitals.
pub(crate) fn class_words(tree: &Tree, id: Id) -> &[String] {
    tree.words(id, ["class", "id", "data-component", "data-testid"], split_names)
}

/// See [`class_words`]; the second of the values is the id.
fn split_names(values: [Option<&str>; 4]) -> Vec<String> {
    let mut words = Vec::new();
    for (i, value) in values.into_iter().enumerate() {
        for token in value.unwrap_or_default().split_whitespace().take(30) {
            let token_start = words.len();
            words.push(token.to_ascii_lowercase());
            // the headline of a part, made an anchor: what it says names no furniture
            if i == 1 && token.split('-').filter(|w| !w.is_empty()).count() >= WORDS_OF_A_SLUG {
                continue;
            }
            split_name(token, &mut words);
            // of "cmp-text" it is a component, of "cmp-banner" a platform that asks for consent
            let asks = |w: &String| CONSENT_BOXES.contains(&&**w);
            if token.len() > "cmp".len() && !words[token_start + 1..].iter().any(asks) {
                words.retain(|w| w != "cmp");
            }
            // "sidebar-grid", "has-ads", "no-comments": the name of what holds all, not of the furniture
            let names_body = BODIES.iter().any(|b| words[token_start].starts_with(b));
            if names_body || words[token_start..].iter().any(|w| FRAMES.contains(&&**w)) {
                words.truncate(token_start + 1);
            }
        }
    }
    words
}

/// The parts of a name at what is no letter or digit, and at capitals after small letters.
fn split_name(name: &str, words: &mut Vec<String>) {
    let mut word = String::new();
    let mut was_lower = false;
    for c in name.chars().chain(['-']) {
        if (!c.is_alphanumeric() || (c.is_uppercase() && was_lower)) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        was_lower = c.is_lowercase();
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        }
    }
}
