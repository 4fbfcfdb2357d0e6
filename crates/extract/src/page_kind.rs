//! What kind of page a body is, with the reason. A page is an article unless something speaks against it: calling an
//! article a wall loses its versions, so every rule asks for a short text as well as for the wording.

use std::collections::HashSet;

use news::{BlockKind, PageKind, Reading};
use text::Regexes;

use crate::furniture::{self, class_words};
use crate::json_ld::JsonLd;
use crate::kind_words::{
    BLOCKED, BROKEN, CONSENT, COOKIES, ELSEWHERE, GONE, HELP, METER, OF_ITSELF, REPORTED, SCRIPT, TO_READER, WALL,
};
use crate::leaf::{self, Leaf, ends_like_sentence};
use crate::meta::Meta;
use crate::tree::Tree;
use crate::{Page, charset};

/// Kept text up to this many scalars can be the text of a wall, an error or an empty shell.
const SHORT: usize = 800;
/// Kept text up to this many scalars is next to nothing: a line or two.
const NOTHING_ELSE: usize = 160;
/// Kept text up to this many scalars can be the open part of a paid article.
const TASTER: usize = 2500;

/// A paragraph of a story is this wide, and, where it does not end like a sentence, as the next.
const PARAGRAPH: usize = 60;
/// See [`PARAGRAPH`].
const LONG_PARAGRAPH: usize = 120;
/// A heading wider than this says more than that a page is missing.
const PHRASE: usize = 20;
/// Fewest words that a page counts of its text for it to be believed.
const FEWEST_WORDS: usize = 30;
/// So many captions under a headline are a series of pictures.
pub(crate) const PICTURES: usize = 4;
/// Fewest words of a heading that tells something.
const WORDS_OF_A_REPORT: usize = 4;
/// Longest paragraph that says that a page is not shown in a country.
const LONGEST_REFUSAL: usize = 700;
/// So many linked headings make a list of pages.
const CARDS: usize = 5;
/// Leaves after the body's last among which a wall stands.
const BEHIND: usize = 12;

/// A kind, and why, in words.
#[derive(Debug)]
pub(crate) struct Told {
    pub kind: PageKind,
    pub reason: Option<String>,
    pub partial: bool,
}

impl Told {
    fn new(kind: PageKind, reason: impl Into<String>) -> Self {
        Self { kind, reason: Some(reason.into()), partial: kind == PageKind::Walled }
    }
}

/// Beginnings of what is no page, with its name.
const MAGIC: [(&[u8], &str); 6] = [
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a packed document"),
    (b"\x1f\x8b\x08", "packed data"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
];
/// Types of content that browsers show as no page, with their names.
const DECLARED: [(&str, &str); 5] = [
    ("application/pdf", "a PDF document"),
    ("application/zip", "a packed document"),
    ("image/", "a picture"),
    ("audio/", "a sound"),
    ("video/", "a film"),
];
/// Of a page's first bytes, those that are looked at for control characters.
const FIRST_BYTES: usize = 4096;

/// Bytes that are no text at all: a document, a picture, anything else.
pub(crate) fn by_bytes(page: &Page<'_>) -> Option<Told> {
    if let Some((_, what)) = MAGIC.iter().find(|(start, _)| page.body.starts_with(start)) {
        return Some(Told::new(PageKind::Empty, format!("no page but {what}")));
    }
    let first = &page.body[..page.body.len().min(FIRST_BYTES)];
    // UTF-16 is half NUL; escapes begin the shifts of ISO-2022-JP
    let wide = encoding_rs::Encoding::for_bom(first).is_some()
        || charset::unmarked_utf_16(first).is_some()
        || page.content_type.is_some_and(|t| t.to_ascii_lowercase().contains("utf-16"));
    let control = first.iter().filter(|b| matches!(b, 1..=8 | 14..=26 | 28..=31)).count();
    if !wide && control * 50 > first.len() {
        return Some(Told::new(PageKind::Empty, "no text but bytes of another kind"));
    }
    let declared = page.content_type.map(|t| t.trim().to_ascii_lowercase())?;
    let (_, what) = DECLARED.iter().find(|(start, _)| declared.starts_with(start))?;
    Some(Told::new(PageKind::Empty, format!("no page but {what}, as its Content-Type says")))
}

/// A page that is no HTML page at all, told from its first words.
pub(crate) fn by_start(text: &str) -> Option<Told> {
    let mut start = text.trim_start_matches('\u{feff}').trim_start();
    if start.is_empty() {
        return Some(Told::new(PageKind::Empty, "no text at all"));
    }
    if start.starts_with('{') && start.get(..4000).unwrap_or(start).contains("jsonfeed.org/version") {
        return Some(Told::new(PageKind::Feed, "a JSON feed in the article's place"));
    }
    if start.starts_with(['{', '[']) && serde_json::from_str::<serde::de::IgnoredAny>(start).is_ok() {
        return Some(Told::new(PageKind::Empty, "no page but data (JSON)"));
    }
    while start.starts_with("<?") || start.starts_with("<!--") {
        let end = if start.starts_with("<?") { "?>" } else { "-->" };
        start = start.find(end).map_or("", |i| start[i + end.len()..].trim_start());
    }
    let name = start.strip_prefix('<')?.split(|c: char| c.is_whitespace() || c == '>').next()?.to_ascii_lowercase();
    match &*name {
        "rss" | "feed" | "rdf:rdf" | "channel" => Some(Told::new(PageKind::Feed, "a feed in the article's place")),
        "urlset" | "sitemapindex" => Some(Told::new(PageKind::Feed, "a sitemap in the article's place")),
        _ => None,
    }
}

/// Whether a text asks readers to subscribe before they read on.
pub(crate) fn is_wall(text: &str) -> bool {
    WALL.is_match(text)
}

/// Whether a text says that readers may read more than this article before they have to subscribe: this one is shown.
pub(crate) fn is_meter(text: &str) -> bool {
    METER.is_match(text)
}

/// Whether a text tells of a call to subscribe, as somebody said it, and does not call itself.
pub(crate) fn tells_of_wall(text: &str) -> bool {
    REPORTED.is_match(text) && !TO_READER.is_match(text)
}

/// What the rules look at.
pub(crate) struct Evidence<'a> {
    pub tree: &'a Tree,
    pub leaves: &'a [Leaf],
    pub meta: &'a Meta,
    pub ld: &'a JsonLd,
    pub reading: &'a Reading,
    pub url: &'a str,
    /// Place of the last leaf of the body among the leaves.
    pub body_end: Option<usize>,
}

/// The kind of an HTML page.
pub(crate) fn of(e: &Evidence<'_>) -> Told {
    // as many words as it says of itself
    let is_complete = e.ld.word_count.is_some_and(|told| told >= FEWEST_WORDS) && is_whole(e);
    let kept: usize = e.reading.body.iter().filter(|b| b.kind.is_text()).map(|b| b.text.chars().count()).sum();
    let shown: usize = e.leaves.iter().map(|l| l.chars).sum();
    let signs = head_signs(e);
    let on_heads = |set: &Regexes| signs.iter().find(|s| set.is_match(s)).cloned();
    let in_text = |set: &Regexes, limit: usize| {
        e.leaves.iter().filter(|l| l.chars <= limit).find(|l| set.is_match(&l.text)).map(|l| l.text.clone())
    };
    let prose = e.reading.body.iter().filter(|b| matches!(b.kind, BlockKind::Paragraph | BlockKind::Notice)).count();
    // what carries an author or the type of an article is one, unless little else is there
    let signed = e.ld.is_article
        || !e.reading.bylines.is_empty()
        || e.meta.first(&["og:type"]).is_some_and(|t| t.eq_ignore_ascii_case("article"));
    if kept < if signed { SHORT / 2 } else { SHORT } {
        // without a heading that says so, only the wording of a page that holds little else counts
        let untold = |text: &String| !is_report(e, text);
        let in_little =
            |set: &Regexes| (prose <= 1 && kept < NOTHING_ELSE && shown < SHORT).then(|| in_text(set, 300)).flatten();
        let dated = e.ld.published.is_some() || e.tree.elements().any(|i| e.tree.name(i) == "time");
        // neither an author nor a date nor much text: hardly an article
        let bare = !signed && !dated && prose <= 2 && kept < SHORT / 2 && shown < SHORT;
        let in_bare = |set: &Regexes| bare.then(|| in_text(set, 300)).flatten().filter(untold);
        let on_heads = |set: &Regexes| on_heads(set).filter(|sign| !is_story(e, sign));
        if let Some(sign) = elsewhere(e, kept) {
            return Told::new(PageKind::Blocked, format!("not shown in every country: {sign}"));
        }
        if let Some(sign) = on_heads(&BLOCKED).or_else(|| in_little(&BLOCKED)) {
            return Told::new(PageKind::Blocked, format!("a block page: {sign}"));
        }
        if let Some(sign) = on_heads(&GONE).or_else(|| in_little(&GONE)).or_else(|| in_bare(&GONE)) {
            return Told::new(PageKind::SoftGone, format!("says that it is gone: {sign}"));
        }
        if let Some(sign) = on_heads(&CONSENT).filter(|_| prose <= 2 && cookie_words(e) >= 2) {
            return Told::new(PageKind::Consent, format!("a consent dialog: {sign}"));
        }
        if let Some(sign) = on_heads(&BROKEN).or_else(|| in_little(&BROKEN)) {
            return Told::new(PageKind::Error, format!("an error page: {sign}"));
        }
        if bare && cookie_words(e) >= 3 {
            return Told::new(PageKind::Consent, "a consent dialog: nothing but cookies and choices");
        }
        if !signed && cookie_words(e) >= 4 && cookie_share(e) > 0.5 {
            return Told::new(PageKind::Consent, "a consent dialog: most of the text is about cookies");
        }
    }
    if let Some(sign) = wall(e, kept).filter(|_| !is_complete) {
        return Told::new(PageKind::Walled, format!("a wall after the first part: {sign}"));
    }
    if kept > 0 && e.ld.paid && kept <= TASTER && !is_complete && walled_box(e) {
        return Told::new(
            PageKind::Walled,
            "a paid article, as it says itself, and a wall's box behind its first part",
        );
    }
    if kept > 0 && e.ld.paid && kept <= TASTER && breaks_off(e.reading) {
        return Told::new(PageKind::Walled, "a paid article, as it says itself, whose text breaks off");
    }
    if kept <= TASTER && is_filled_up(e) {
        return Told::new(PageKind::Walled, "filler stands in place of the rest");
    }
    if let Some(reason) = index(e, kept, prose) {
        return Told::new(PageKind::Index, reason);
    }
    if e.ld.is_video && kept < 200 {
        return Told::new(PageKind::Video, "a video without a text");
    }
    let asks_only = |b: &news::Block| SCRIPT.is_match(&b.text);
    if kept > 0 && kept < NOTHING_ELSE && shown < 400 && e.reading.body.iter().all(asks_only) {
        return Told::new(PageKind::NeedsScript, "only scripts would bring its text");
    }
    if kept == 0 && shown < 400 {
        let scripts = e.tree.elements().filter(|i| e.tree.name(*i) == "script").count();
        let asks = e.tree.elements().any(|i| e.tree.name(i) == "noscript" && SCRIPT.is_match(&raw_text(e.tree, i)));
        // what frames say to those who do not show them
        let framed = |i: &u32| matches!(e.tree.name(*i), "iframe" | "noscript");
        let mut framed = e.tree.elements().filter(framed).map(|i| text::canonical(&raw_text(e.tree, i)));
        if let Some(sign) = framed.find(|said| said.chars().count() <= 300 && BLOCKED.is_match(said)) {
            return Told::new(PageKind::Blocked, format!("a block page: {sign}"));
        }
        let mounts = scripts > 0 && shown < 100 && e.tree.elements().any(|i| is_mount(e.tree, i));
        if asks || mounts || in_text(&SCRIPT, 300).is_some() || (scripts >= 3 && shown < 200) {
            return Told::new(PageKind::NeedsScript, "only scripts would bring its text");
        }
    }
    let pictures = e.reading.body.iter().filter(|b| b.kind == BlockKind::Caption).count();
    if kept == 0 && e.reading.standfirst.is_none() && pictures < PICTURES {
        return match e.meta.first(&["og:type"]).is_some_and(|t| t.starts_with("video")) {
            true => Told::new(PageKind::Video, "a video without a text"),
            false => Told::new(PageKind::Empty, "no text of an article was found"),
        };
    }
    let partial = kept > 0 && furniture::hides_rest(e.tree) || hidden_rest(e);
    let reason = partial.then(|| "the rest stands hidden behind a wall".to_owned());
    Told { kind: PageKind::Article, reason, partial }
}

/// Where a page says, to the one who reads it, that it is not shown where they are, and little else.
fn elsewhere(e: &Evidence<'_>, kept: usize) -> Option<String> {
    let said = e.leaves.iter().filter(|l| l.chars <= LONGEST_REFUSAL);
    let said: Vec<&Leaf> = said.filter(|l| ELSEWHERE.is_match(&l.text)).collect();
    let refuses: usize = e
        .reading
        .body
        .iter()
        .filter(|b| b.kind.is_text() && ELSEWHERE.is_match(&b.text))
        .map(|b| b.text.chars().count())
        .sum();
    let first = said.first().filter(|_| kept - refuses < NOTHING_ELSE)?;
    Some(first.text.clone())
}

/// Whether several paragraphs tell of something, and none of them of a missing page, a check or what to do about it.
fn is_story(e: &Evidence<'_>, sign: &str) -> bool {
    let help = |t: &str| {
        [&HELP, &BLOCKED, &GONE, &BROKEN].iter().any(|set| set.is_match(t)) || COOKIES.matching(t).count() >= 2
    };
    let kept: HashSet<&str> =
        e.reading.body.iter().filter(|b| b.kind == BlockKind::Paragraph).map(|b| &*b.text).collect();
    let long = |l: &Leaf| {
        let wide = leaf::width(&l.text);
        wide >= LONG_PARAGRAPH || wide >= PARAGRAPH && ends_like_sentence(&l.text)
    };
    let mut before: Option<&Leaf> = None;
    let mut paragraphs = 0;
    for l in e.leaves {
        // what stands under a link is that other page's teaser
        let teaser = before.is_some_and(|b| b.link_density() > 0.8);
        before = Some(l);
        paragraphs += usize::from(!teaser && long(l) && kept.contains(&*l.text) && !help(&l.text));
    }
    paragraphs >= if leaf::width(sign) > PHRASE { 2 } else { 3 } || is_report(e, sign)
}

/// Whether a heading goes on to tell something, and a paragraph speaks of others than the page and the one who reads it.
fn is_report(e: &Evidence<'_>, sign: &str) -> bool {
    let marks: [char; 6] = ['|', '·', '»', '–', '—', '•'];
    let first = sign.split(marks).next().unwrap_or_default().split(" - ").next().unwrap_or_default();
    let of_page = |t: &str| TO_READER.is_match(t) || OF_ITSELF.is_match(t);
    if first.split_whitespace().count() < WORDS_OF_A_REPORT || of_page(first) {
        return false;
    }
    let tells = |t: &str| {
        leaf::width(t) >= LONG_PARAGRAPH
            && ends_like_sentence(t)
            && !of_page(t)
            && ![&HELP, &BLOCKED, &GONE, &BROKEN].iter().any(|set| set.is_match(t))
            && COOKIES.matching(t).count() < 2
    };
    e.reading.body.iter().any(|b| b.kind == BlockKind::Paragraph && tells(&b.text))
}

/// Ids of the element that scripts fill with the whole page.
const MOUNTS: [&str; 12] = [
    "root",
    "app",
    "__next",
    "__nuxt",
    "___gatsby",
    "react-root",
    "app-root",
    "main-app",
    "svelte",
    "vue-app",
    "mount",
    "approot",
];

/// Whether an element is there for scripts to fill, and empty.
fn is_mount(tree: &Tree, id: u32) -> bool {
    let named = tree.name(id) == "app-root"
        || tree.attr(id, "id").is_some_and(|i| MOUNTS.contains(&&*i.trim().to_ascii_lowercase()));
    named && tree.text_below(id).trim().is_empty()
}

fn raw_text(tree: &Tree, id: u32) -> String {
    tree.children(id).filter_map(|c| tree.text(c)).collect()
}

/// Title, headline and headings of level 1 and 2, in short.
fn head_signs(e: &Evidence<'_>) -> Vec<String> {
    let mut signs: Vec<String> = e.meta.title.iter().chain(&e.reading.headline).cloned().collect();
    // a heading of level 2 may be that of a banner, unless it is all that there is
    let level = if e.tree.elements().any(|i| e.tree.name(i) == "h1") { "h1" } else { "h2" };
    let heads = e.tree.elements().filter(|i| e.tree.name(*i) == level).take(4);
    signs.extend(heads.map(|i| furniture::seen_below(e.tree, i)));
    signs.retain(|s| s.chars().count() <= 160);
    signs
}

fn cookie_words(e: &Evidence<'_>) -> usize {
    let all: String = e.leaves.iter().map(|l| format!("{} ", l.text)).collect();
    COOKIES.matching(&all).count()
}

fn cookie_share(e: &Evidence<'_>) -> f32 {
    let (mut about, mut all) = (0, 0);
    for leaf in e.leaves {
        all += leaf.chars;
        about += if COOKIES.matching(&leaf.text).count() >= 2 { leaf.chars } else { 0 };
    }
    about as f32 / all.max(1) as f32
}

/// The wall's own words, if the article stops at a wall.
fn wall(e: &Evidence<'_>, kept: usize) -> Option<String> {
    if kept > TASTER {
        return None;
    }
    let shown = !e.ld.paid || is_whole(e);
    let is_wall =
        |l: &Leaf| l.chars <= 400 && l.link_density() < 0.9 && WALL.is_match(&l.text) && !(shown && is_meter(&l.text));
    let (at, leaf) = e.leaves.iter().enumerate().find(|(_, l)| is_wall(l))?;
    // right after what was kept, not in a menu, in a box far away or in the article's own words
    let near = e.body_end.is_none_or(|end| at > end && at <= end + BEHIND);
    (near && (e.ld.paid || kept < TASTER / 2)).then(|| leaf.text.clone())
}

/// Whether nothing speaks against it that the text is whole: it does not break off, and has as many words as the page
/// says.
fn is_whole(e: &Evidence<'_>) -> bool {
    let words = e.reading.word_count() as usize;
    !breaks_off(e.reading) && e.ld.word_count.is_none_or(|told| words * 10 >= told * 9)
}

/// Whether filler stands right behind what was kept.
fn is_filled_up(e: &Evidence<'_>) -> bool {
    let filler = |l: &Leaf| l.furniture == Some(furniture::FILLER);
    match e.body_end {
        Some(end) => e.leaves.iter().skip(end + 1).take(BEHIND).any(filler),
        None => e.leaves.iter().any(filler),
    }
}

/// Whether the last paragraph ends in dots.
fn breaks_off(reading: &Reading) -> bool {
    let last = reading.body.iter().rev().find(|b| b.kind == BlockKind::Paragraph).map(|b| b.text.trim_end());
    let last = last.map(|t| t.trim_end_matches([']', ')', '"', '”', ' ']));
    last.is_some_and(|t| t.ends_with('…') || t.ends_with("..."))
}

/// Words in class or id of elements that hold a wall.
const WALLS: [&str; 10] = [
    "paywall",
    "pay-wall",
    "regwall",
    "reg-wall",
    "subscribe-wall",
    "subscription-wall",
    "paywall-box",
    "paywall-container",
    "premium-wall",
    "metered-wall",
];

/// Whether a box that is named for a wall, and says something, stands right behind what was kept.
fn walled_box(e: &Evidence<'_>) -> bool {
    let Some(end) = e.body_end else { return false };
    let whole = is_whole(e);
    // a box with the article in it is no wall of a text that is whole
    let holds_article = |id: u32| whole && e.tree.upwards(e.leaves[end].node).any(|u| u == id);
    let named = |id: u32| class_words(e.tree, id).iter().any(|w| WALLS.contains(&&**w)) && !holds_article(id);
    let behind = e.leaves.iter().skip(end + 1).take(BEHIND);
    let shown = behind.filter(|l| !matches!(l.furniture, Some("hidden" | "navigation" | "footer")));
    let says = |l: &&Leaf| l.text.chars().any(char::is_alphabetic) && e.tree.upwards(l.node).take(4).any(named);
    let mut said = shown.filter(says).peekable();
    said.peek().is_some() && !(whole && said.any(|l| is_meter(&l.text)))
}

/// Whether an element named for a wall hides prose, and another shows dots in its place.
fn hidden_rest(e: &Evidence<'_>) -> bool {
    let named = |id: &u32| class_words(e.tree, *id).iter().any(|w| WALLS.contains(&&**w));
    let is_hidden = |id: u32| {
        let none = |s: &str| s.replace(' ', "").to_ascii_lowercase().contains("display:none");
        e.tree.attr(id, "hidden").is_some() || e.tree.attr(id, "style").is_some_and(none)
    };
    let (mut rest, mut dots) = (false, false);
    for id in e.tree.elements().filter(named) {
        let said = text::canonical(&e.tree.text_below(id));
        // an offer is no part of the article
        let prose = || said.chars().count() >= PARAGRAPH && ends_like_sentence(&said) && !TO_READER.is_match(&said);
        rest |= is_hidden(id) && prose() && !is_wall(&said);
        dots |= !is_hidden(id) && !said.is_empty() && !said.chars().any(char::is_alphanumeric);
    }
    rest && dots
}

/// Headings, and lines with a teaser under them, that lead to other pages of the same host; none where a text stands
/// that is no teaser under one of them.
fn cards(e: &Evidence<'_>) -> usize {
    let Ok(own) = url::Url::parse(e.url) else { return 0 };
    let heading = |id: u32| matches!(e.tree.name(id), "h2" | "h3" | "h4" | "h5");
    let kept: HashSet<&str> = e.reading.body.iter().filter(|b| b.kind.is_text()).map(|b| &*b.text).collect();
    let mut seen = HashSet::new();
    let mut above: Option<String> = None;
    for l in e.leaves {
        if matches!(l.furniture, Some("navigation" | "footer" | "sidebar" | "comments" | "consent" | "hidden")) {
            continue;
        }
        let around = || e.tree.upwards(l.node).take(3).chain(e.tree.below(l.node).take(6));
        if l.link_density() > 0.8 {
            let to = around().find_map(|id| e.tree.attr(id, "href")).and_then(|href| own.join(href).ok());
            let to = to.filter(|to| to.host() == own.host() && to.path() != own.path());
            above = to.map(|to| to.path().to_owned()).filter(|path| !seen.contains(path));
            // a heading is one by itself, another line by the teaser under it
            seen.extend(above.iter().filter(|_| around().any(heading)).cloned());
        } else if l.is_prose() && kept.contains(&*l.text) {
            let Some(path) = above.take() else { return 0 };
            seen.insert(path);
        }
    }
    seen.len()
}

/// Why a page is a list of other pages, if it is.
fn index(e: &Evidence<'_>, kept: usize, prose: usize) -> Option<String> {
    if e.ld.is_article {
        return None;
    }
    let typed = e.meta.first(&["og:type"]).is_some_and(|t| t.eq_ignore_ascii_case("article"));
    if typed {
        return None;
    }
    if !e.ld.is_video && cards(e) >= CARDS {
        return Some("headings that lead to other pages, and teasers under them".into());
    }
    if prose > 3 || kept > SHORT {
        return None;
    }
    let (mut chars, mut linked, mut titles) = (0, 0, 0);
    for leaf in e.leaves {
        chars += leaf.chars;
        linked += leaf.link_chars;
        titles += usize::from(leaf.link_density() > 0.8 && leaf.chars >= 20);
    }
    let front = url::Url::parse(e.url).is_ok_and(|u| matches!(u.path(), "/" | "" | "/index.html"));
    let dense = linked as f32 / chars.max(1) as f32;
    if front && titles >= 4 && prose <= 2 {
        return Some("a front page: links to articles and no text".into());
    }
    if e.ld.is_list && prose <= 1 && titles >= 5 {
        return Some("a list page, as it says itself".into());
    }
    let pictures = e.reading.body.iter().filter(|b| b.kind == BlockKind::Caption).count();
    (titles >= 5 && prose == 0 && pictures < PICTURES && dense > 0.5).then(|| "a list of links and no text".into())
}
