//! The dates that the page shows: by which of them the article was published, and by which changed.
//!
//! Every date in a line of its own, in an element named for it or behind a label is a candidate; where it stands and
//! how it is marked decide. Dates inside sentences are events, not publications.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::furniture::class_words;
use crate::leaf::Leaf;
use crate::times;
use crate::tree::{Id, Tree};
use crate::written::{self, Order, Written};

/// A label before the time of a change.
static CHANGED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)updat|modif|aktuali[sz]|mis à jour|mise à jour|actualiz|aggiorn|atualiz|bijgewerkt|oppdatert|uppdaterad|opdateret|обновл|измен|تحديث|تعديل|edited|changed|revis|review|zuletzt|letzte|geändert|bearbeitet|güncelle|zmodyf|ενημερ|עודכן|अपडेट|оновлен|更新|수정|päivitetty|frissít|\blast\b\W*$",
    )
});
/// A label before the time of the publication.
static PUBLISHED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)publi[sckée]|posted|post(ing)? (date|time)|written|submitted|released|issued|created|filed|veröffentlich|erschienen|erstellt|geschrieben|gespeichert|eingestellt|\bdatum\b|\bdate\b|(mitteilung|meldung|artikel|beitrag) vom|mise? en ligne|paru le|pubblicat|inserit[oa]|yayın|дата|опублик|نشر|تاريخ|geplaatst|gepubliceerd|julkaistu|közzé|megjelen|δημοσ|פורסם|प्रकाशित|发布|發布|公開|掲載|配信|投稿|입력|등록|đăng",
    )
});
/// A label before a time that is neither: an event, an end, a copyright.
static OTHER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)©|copyright|expire|valid until|gültig|deadline|ends on|born|geboren|\bseit\b|\bsince\b|\bjoined\b|registriert|accessed|retrieved|abgerufen|\bbis\b|\buntil\b|last (visit|seen|log|build|backup|post|comment|check|crawl)",
    )
});
/// Words in class or id of elements that hold a date.
const DATE_WORDS: [&str; 37] = [
    "date",
    "timedata",
    "dates",
    "datetime",
    "dateline",
    "datestamp",
    "timestamp",
    "time",
    "published",
    "publisheddate",
    "publishdate",
    "publishingdate",
    "pubdate",
    "publication",
    "publicationtime",
    "posted",
    "postedon",
    "postdate",
    "entrydate",
    "datum",
    "datepublished",
    "created",
    "authored",
    "submitted",
    "fecha",
    "fechas",
    "data",
    "tarih",
    "dato",
    "pvm",
    "datebox",
    "publi",
    "publish",
    "release",
    "meta",
    "byline",
    "postmeta",
];
/// Of these, words that name more than a date: what stands there is no date by that alone.
const WIDE_WORDS: [&str; 7] = ["meta", "byline", "postmeta", "data", "time", "release", "publication"];
/// Words of elements that show the day of reading, or one that is no date of the article.
const NOT_OURS: [&str; 7] = ["today", "current", "now", "clock", "calendar", "weather", "copyright"];
/// Words of elements that hold a post of somebody else.
const POSTS: [&str; 8] = [
    "tweet",
    "twitter-tweet",
    "instagram-media",
    "fb-post",
    "tiktok-embed",
    "bluesky-embed",
    "mastodon-embed",
    "reddit-embed",
];
/// Letters of a link beside a date from which on the two are an entry of a list: another piece and its day.
const LINK_OF_ENTRY: usize = 6;
/// Words in small letters, or letters of a script without spaces, beside a date that make a sentence of a line.
const WORDS_OF_A_SENTENCE: usize = 3;
const LETTERS_OF_A_SENTENCE: usize = 4;
/// Leaves after the headline in which a date may stand, and before it.
const AFTER: usize = 14;
const BEFORE: usize = 8;
/// Leaves right above the body, where the headline is far away.
const ONSET: usize = 3;
/// Leaves after the body's last in which a date may stand.
const TAIL: usize = 8;
/// Longest line that may be a date and little else, in scalars.
const LONGEST_LINE: usize = 200;
/// Most nodes, and bytes of text with white space, in an element that is named for a date.
const MOST_NODES: usize = 60;
const MOST_TEXT: usize = 2000;
/// The same for an element that is a date and nothing else.
const MOST_NODES_ALONE: usize = 12;
const MOST_TEXT_ALONE: usize = 200;
/// Shorter than this, an element named for a date says nothing else.
const SHORTEST_LINE: usize = 60;
/// Most letters beside a date in such a line.
const MOST_BESIDE: usize = 90;
/// Leaves of the body whose first words may be a place and a date.
const DATELINES: usize = 2;
/// A headline that stands so many leaves below the body's first is not the article's.
const FAR_BELOW: usize = 20;
/// How far up from the headline the element around it and a date above it may stand.
const AROUND: usize = 6;

fn pattern(p: &str) -> Regex {
    Regex::new(p).expect("a constant pattern")
}

/// Where the article stands among the leaves.
#[derive(Debug, Clone, Default)]
pub(crate) struct Placed {
    pub headline: Option<usize>,
    pub headline_node: Option<Id>,
    /// First and last leaf of the body, if there is one.
    pub body: Option<(usize, usize)>,
}

/// A date of the page and how much speaks for it.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    pub at: Dated,
    pub score: f32,
    /// A label says what it is.
    pub labelled: bool,
}

/// What a date says.
#[derive(Debug, Clone)]
pub(crate) struct Dated {
    /// RFC 3339, or a day.
    pub stamp: String,
    /// How it is written, with the time of day where no zone is given; `None` where an attribute gives it.
    pub written: Option<Written>,
}

/// The best dates of publication and change.
#[derive(Debug, Default)]
pub(crate) struct Datelines {
    pub published: Option<Shown>,
    pub updated: Option<Shown>,
    /// All that stand near the headline.
    pub near: Vec<Dated>,
}

/// From this score on a date stands at the headline and is marked as a date, or is labelled.
pub(crate) const SURE: f32 = 3.4;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Published,
    Changed,
    Other,
    None,
}

struct Candidate {
    at: Dated,
    label: Label,
    /// An element is named for it.
    marked: bool,
    /// Letters beside it in its line, and before it.
    beside: usize,
    before: usize,
    /// It begins a paragraph.
    begins: bool,
    /// It stands in a sentence.
    inside: bool,
}

/// The dates that the page shows.
pub(crate) fn of(tree: &Tree, leaves: &[Leaf], placed: &Placed, order: Order) -> Datelines {
    let mut all = Datelines::default();
    let (zones, prose) = (Zones::of(tree, leaves, placed), first_prose(leaves, placed));
    let mut lone: Vec<(Dated, f32)> = Vec::new();
    for (at, leaf) in leaves.iter().enumerate() {
        let Some(zone) = zones.of_leaf(at, leaf, prose) else { continue };
        let beside = leaf.furniture.is_some() || matches!(zone, Zone::Elsewhere | Zone::Tail | Zone::Footer);
        if beside && leaf.text.contains(|c: char| c.is_numeric()) && is_of_entry(tree, leaf) {
            continue;
        }
        let before = at.checked_sub(1).and_then(|i| leaves.get(i)).filter(|l| is_label(l)).map_or("", |l| &*l.text);
        for candidate in candidates(tree, leaf, before, order) {
            let Some(score) = zone.score(&candidate) else { continue };
            if matches!(zone, Zone::Onset) && !all.near.is_empty() {
                continue;
            }
            if matches!(zone, Zone::Head { .. } | Zone::Above { .. }) {
                all.near.push(candidate.at.clone());
            }
            let slot = match candidate.label {
                Label::Other => continue,
                Label::Changed => &mut all.updated,
                _ if matches!(zone, Zone::Elsewhere | Zone::Tail | Zone::Footer) && candidate.label == Label::None => {
                    lone.push((candidate.at, score));
                    continue;
                }
                _ => &mut all.published,
            };
            if slot.as_ref().is_none_or(|s| score > s.score + 0.001) {
                *slot = Some(Shown { at: candidate.at, score, labelled: candidate.label != Label::None });
            }
        }
    }
    // somewhere on the page: only if there is no other
    if let Some((first, score)) = lone.first()
        && lone.iter().all(|(d, _)| d.stamp.get(..10) == first.stamp.get(..10))
        && all.published.is_none()
    {
        all.published = Some(Shown { at: first.clone(), score: *score, labelled: false });
    }
    all
}

#[derive(Debug, Clone, Copy)]
enum Zone {
    /// In the headline, or so many leaves after it; whether its place is named for something else.
    Head {
        distance: usize,
        doubtful: bool,
    },
    Above {
        distance: usize,
        doubtful: bool,
    },
    /// Right above a body that is far from its headline.
    Onset,
    /// A paragraph of the body's first.
    First,
    /// The body's last leaf.
    End,
    Tail,
    Footer,
    /// In what stands beside the article.
    Beside,
    /// Among the body's leaves.
    Inside,
    Elsewhere,
}

impl Zone {
    /// How much speaks for a date that stands here; `None` for what is no candidate here.
    fn score(self, c: &Candidate) -> Option<f32> {
        let labelled = c.label == Label::Published;
        let alone = c.beside <= 12;
        let short = c.at.written.as_ref().is_some_and(|w| w.short);
        let in_footer = labelled && matches!(self, Self::Footer);
        if c.inside && !(c.marked && alone) && !in_footer {
            // "Berne, 3 May 2024. The bridge ..." at the head of the text
            return (c.begins && !short && matches!(self, Self::First | Self::Head { .. })).then_some(1.6);
        }
        if c.beside > MOST_BESIDE && !c.marked {
            return None;
        }
        let by_mark = match (labelled, c.marked, alone) {
            (true, _, _) => 1.2,
            (_, true, _) => 0.9,
            (_, _, true) => 0.8,
            _ if c.beside <= 40 => 0.3,
            _ => -2.0,
        };
        let place = match self {
            Self::Head { distance, doubtful } => 3.0 - 0.05 * distance as f32 - if doubtful { 1.2 } else { 0.0 },
            Self::Above { distance, doubtful } => 2.7 - 0.1 * distance as f32 - if doubtful { 1.2 } else { 0.0 },
            Self::Onset if c.marked || labelled => 2.6,
            Self::First if c.marked || labelled => 1.8,
            Self::End | Self::Tail if c.marked || labelled || alone => 0.6,
            Self::Footer if labelled && c.before <= 40 => -0.2,
            Self::Beside if labelled && c.before <= 40 => -0.3,
            Self::Footer if c.marked => -0.4,
            Self::Inside if labelled && !c.inside && c.beside <= 40 => -0.1,
            Self::Elsewhere if (labelled && c.beside <= 40) || c.marked => 0.0,
            _ => return None,
        };
        Some(place + by_mark)
    }
}

/// Which leaves stand where.
struct Zones {
    head: Range<usize>,
    above: Range<usize>,
    headline: Option<usize>,
    first: Range<usize>,
    body: Range<usize>,
    /// Right above a body that is far from its headline.
    onset: Range<usize>,
    tail: Range<usize>,
    around: Vec<bool>,
    has_headline: bool,
}

impl Zones {
    fn of(tree: &Tree, leaves: &[Leaf], placed: &Placed) -> Self {
        let (first, last) = placed.body.unwrap_or((leaves.len(), leaves.len()));
        let headline = top(placed).filter(|h| *h < leaves.len());
        let (head, above) = match headline {
            Some(at) => (at..(at + AFTER + 1).min(leaves.len()), at.saturating_sub(BEFORE)..at),
            None => (0..0, 0..0),
        };
        // a date above the headline belongs to it if one element holds both
        let holders: Vec<Id> = headline.map_or(Vec::new(), |h| {
            let node = placed.headline_node.unwrap_or(leaves[h].node);
            tree.upwards(node).take(AROUND).filter(|id| !matches!(tree.name(*id), "body" | "html" | "")).collect()
        });
        let around = above.clone().map(|i| tree.upwards(leaves[i].node).any(|u| holders.contains(&u))).collect();
        let tail = (last + 1).min(leaves.len())..(last + 1 + TAIL).min(leaves.len());
        let far = headline.is_some_and(|h| h + AFTER < first);
        let onset = if far { first.saturating_sub(ONSET)..first } else { 0..0 };
        Self {
            head,
            above,
            headline,
            first: first..(first + DATELINES).min(leaves.len()),
            body: first..last,
            onset,
            tail,
            around,
            has_headline: placed.headline.is_some(),
        }
    }

    fn of_leaf(&self, at: usize, leaf: &Leaf, prose: usize) -> Option<Zone> {
        let beside = matches!(
            leaf.furniture,
            Some(
                "other articles"
                    | "comments"
                    | "navigation"
                    | "advertising"
                    | "sidebar"
                    | "popup"
                    | "consent"
                    | "hidden"
            )
        );
        let headline = self.headline.unwrap_or(0);
        // names mislead ("comment-header" of a commentary), but not so close to the headline
        let close = |distance: usize| {
            let farthest = match leaf.furniture {
                Some("hidden" | "consent" | "popup") => 0,
                Some("comments") => 2,
                Some("sidebar") => AFTER,
                _ => 6,
            };
            distance <= farthest && leaf.link_density() < 0.8
        };
        if self.head.contains(&at) && at < prose {
            let distance = at - headline;
            return (!beside || close(distance)).then_some(Zone::Head { distance, doubtful: beside });
        }
        if self.above.contains(&at) {
            let around = self.around.get(at - self.above.start).copied().unwrap_or(false);
            let distance = headline - at;
            let fits = if beside { close(2 * distance) } else { around };
            let near = if self.has_headline { 2 } else { 6 };
            return (fits || distance <= near && close(distance))
                .then_some(Zone::Above { distance, doubtful: !fits || beside });
        }
        if beside {
            return (leaf.furniture == Some("sidebar")).then_some(Zone::Beside);
        }
        if leaf.furniture == Some("footer") {
            return Some(Zone::Footer);
        }
        if self.onset.contains(&at) {
            return Some(Zone::Onset);
        }
        if self.first.contains(&at) {
            return Some(Zone::First);
        }
        if at == self.body.end && !self.body.is_empty() {
            return Some(Zone::End);
        }
        if self.tail.contains(&at) {
            return Some(Zone::Tail);
        }
        Some(if self.body.contains(&at) { Zone::Inside } else { Zone::Elsewhere })
    }
}

/// Whether a leaf may be the label of the next one.
fn is_label(leaf: &Leaf) -> bool {
    leaf.chars < 40 && leaf.link_chars == 0 && leaf.text.split_whitespace().count() <= 4
}

/// Where the article begins: at its headline, or at its body if the headline stands far below that.
fn top(placed: &Placed) -> Option<usize> {
    let body = placed.body.map(|b| b.0);
    placed.headline.filter(|h| body.is_none_or(|b| *h <= b + FAR_BELOW)).or(body)
}

/// The first leaf after which the headline's surroundings end: the second paragraph of prose.
fn first_prose(leaves: &[Leaf], placed: &Placed) -> usize {
    let Some(start) = top(placed) else { return leaves.len() };
    let prose = |(_, l): &(usize, &Leaf)| l.furniture.is_none() && l.is_prose() && l.chars > 100;
    leaves.iter().enumerate().skip(start + 1).filter(prose).nth(1).map_or(leaves.len(), |(i, _)| i)
}

/// The dates of one leaf. `above`: the short line before it, which may be its label.
fn candidates(tree: &Tree, leaf: &Leaf, above: &str, order: Order) -> Vec<Candidate> {
    let ups: Vec<Id> = tree.upwards(leaf.node).take(4).collect();
    let named = |list: &[&str]| ups.iter().any(|id| class_words(tree, *id).iter().any(|w| list.contains(&&**w)));
    if named(&NOT_OURS) || named(&POSTS) {
        return Vec::new();
    }
    let captions = ups.iter().any(|id| {
        tree.name(*id) == "figcaption" || class_words(tree, *id).iter().any(|w| matches!(&**w, "caption" | "credit"))
    });
    let text = written::plain_digits(&leaf.text);
    let sentence = leaf.is_prose() || is_sentence(&text);
    let mut found = Vec::new();
    let below: Vec<Id> = tree.below(leaf.node).take(80).filter(|id| !tree.name(*id).is_empty()).collect();
    let named: Vec<Id> = below.iter().copied().filter(|id| is_marked(tree, *id)).take(12).collect();
    // the innermost elements speak
    let around = ups.iter().copied().find(|id| is_marked(tree, *id)).filter(|_| named.is_empty());
    let holders: Vec<Id> = around.into_iter().chain(named).collect();
    // what an attribute gives holds where the text says "two hours ago"
    for id in &holders {
        let attr = ["datetime", "content", "title", "data-datetime"].iter().find_map(|a| tree.attr(*id, a));
        let own = written::plain_digits(&text::canonical(&tree.text_below(*id)));
        let own_date = written::dates(&own, order).into_iter().next();
        let line = own.chars().count() < SHORTEST_LINE;
        let by_text = || own_date.as_ref().filter(|_| line && is_marked(tree, *id)).map(Written::stamp);
        let given = attr.and_then(|a| times::read(a, order));
        // "published on 3 May": another day in the attribute is that of something else
        let said = own_date.as_ref().filter(|d| line && of_words(&own[..d.start], "") == Label::Published);
        let said = said.map(Written::stamp).filter(|s| given.as_ref().is_some_and(|g| g.get(..10) != s.get(..10)));
        let Some(stamp) = said.or(given).or_else(by_text) else { continue };
        // a run of text in a large element is not about all that stands there
        let place = if own.is_empty() { text.find(|c: char| c.is_ascii_digit()) } else { text.find(&own) };
        let Some(before) = place.or(own.is_empty().then_some(0)).map(|at| &text[..at]) else { continue };
        let given = attr.map(written::plain_digits).and_then(|a| written::dates(&a, order).into_iter().next());
        let written = given.filter(|w| w.clock.is_some()).or(own_date);
        // the time of day may have an element of its own
        let clock = || written::clock_after(&text[before.len() + own.len()..]).filter(|_| !own.is_empty());
        let written = written.map(|w| Written { clock: w.clock.or_else(clock), ..w });
        found.push(Candidate {
            at: Dated { stamp, written: written.map(|w| Written { short: false, ..w }) },
            label: label(tree, *id, before, above),
            marked: true,
            beside: 0,
            before: 0,
            begins: false,
            inside: sentence,
        });
    }
    if sentence && leaf.chars > LONGEST_LINE {
        // a long paragraph: only its first words
        let head: String = text.chars().take(90).collect();
        found.extend(beginning(&head, order));
        found.extend(marked_inside(tree, &holders, order));
        return found;
    }
    let dates = written::dates(&text, order);
    let letters = |s: &str| s.chars().filter(|c| c.is_alphabetic()).count();
    let mut last = 0;
    for (i, date) in dates.iter().enumerate() {
        if found.iter().any(|f| f.at.stamp.get(..10) == Some(&*date.day.to_string())) {
            last = date.end;
            continue;
        }
        let before = &text[last..date.start];
        let own: Vec<Id> = holders
            .iter()
            .copied()
            .filter(|id| {
                let said = written::plain_digits(&tree.text_below(*id));
                said.len() < 120 && written::dates(&said, order).iter().any(|d| d.day == date.day)
            })
            .collect();
        let marked = !own.is_empty();
        let label = own.first().map_or_else(|| of_words(before, above), |id| label(tree, *id, before, above));
        let next = dates.get(i + 1).map_or(text.len(), |d| d.start);
        let said = &text[date.start..date.end];
        let apart = || below.iter().any(|id| is_date_alone(tree, *id, said));
        let beside = if marked || apart() { 0 } else { letters(before) + letters(&text[date.end..next]) };
        let is_heading = captions || matches!(tree.name(leaf.node), "h2" | "h3" | "h4") && date.clock.is_none();
        last = date.end;
        // an event's day stands in its heading, a picture's in its caption
        let first = before.is_empty() && text[date.end..].trim_start().starts_with(['-', '–', '|', '•', '·', '/']);
        if is_heading && !first && !marked && beside > 6 && label == Label::None {
            continue;
        }
        let begins = is_beginning(&text, date);
        let at = Dated { stamp: date.stamp(), written: Some(date.clone()) };
        let before = letters(before);
        found.push(Candidate { at, label, marked, beside, before, begins, inside: sentence && !marked });
    }
    found
}

/// Whether a line that holds a date says something of it, as a sentence does, and is none that labels it.
fn is_sentence(text: &str) -> bool {
    let rest = text.trim_end_matches(['"', '”', '»', '」', ')', ' ']);
    let labelled = || PUBLISHED.is_match(text) || CHANGED.is_match(text) || OTHER.is_match(text);
    if !rest.ends_with(['.', '!', '?', '。', '！', '？', '؟', '।']) || labelled() {
        return false;
    }
    let words = text.split_whitespace().filter(|w| w.chars().count() > 1 && w.starts_with(char::is_lowercase)).count();
    let kana = text.chars().filter(|c| matches!(c, '\u{3040}'..='\u{30ff}')).count();
    words >= WORDS_OF_A_SENTENCE || kana >= LETTERS_OF_A_SENTENCE && rest.ends_with(['。', '！', '？'])
}

/// Whether a date stands in an entry of a list that leads to another piece.
fn is_of_entry(tree: &Tree, leaf: &Leaf) -> bool {
    let Some(entry) = tree.upwards(leaf.node).take(4).find(|id| tree.name(*id) == "li") else { return false };
    let letters = |id: Id| tree.text_below(id).chars().filter(|c| c.is_alphanumeric()).count();
    tree.below(entry).take(MOST_NODES).any(|id| tree.name(id) == "a" && letters(id) >= LINK_OF_ENTRY)
}

/// Whether an element's text is a date, and at most a time of day.
fn is_date_alone(tree: &Tree, id: Id, date: &str) -> bool {
    let mut below = tree.below(id).take(MOST_NODES_ALONE + 1);
    let (mut nodes, mut length) = (0, 0);
    let is_short = below.all(|c| {
        nodes += 1;
        length += tree.text(c).map_or(0, str::len);
        nodes <= MOST_NODES_ALONE && length <= MOST_TEXT_ALONE
    });
    is_short && {
        let text = written::plain_digits(&tree.text_below(id));
        text.trim().strip_prefix(date.trim()).is_some_and(|rest| !rest.chars().any(char::is_alphabetic))
    }
}

/// A date with which a paragraph begins: "(3 May 2024) The bridge", "Berne, 3 May 2024. The bridge".
fn beginning(head: &str, order: Order) -> Option<Candidate> {
    let date = written::dates(head, order).into_iter().next().filter(|d| is_beginning(head, d))?;
    let at = Dated { stamp: date.stamp(), written: Some(date) };
    Some(Candidate { at, label: Label::None, marked: false, beside: 0, before: 0, begins: true, inside: true })
}

/// Whether nothing but a place stands before a date, and no sentence goes on with it.
fn is_beginning(text: &str, date: &Written) -> bool {
    let before = &text[..date.start];
    let place = before.split_whitespace().all(|w| !w.starts_with(char::is_lowercase) || w == "den");
    let after = text[date.end..].trim_start_matches(|c: char| c.is_whitespace());
    let ends = after.is_empty()
        || after.starts_with(['.', ')', ']', ':', '–', '—', '-', '|', '/', '„', '"', '“', '«'])
        || after.starts_with(',') && after.len() == 1;
    let labelled = PUBLISHED.is_match(before) && !CHANGED.is_match(before);
    before.len() <= 48 && before.split_whitespace().count() <= 4 && (place || labelled) && ends
}

/// Dates in elements named for them, inside a paragraph.
fn marked_inside(tree: &Tree, holders: &[Id], order: Order) -> Vec<Candidate> {
    let narrow = holders.iter().filter_map(|id| {
        let said = written::plain_digits(&text::canonical(&tree.text_below(*id)));
        let date = written::dates(&said, order).into_iter().next().filter(|_| said.len() < 60)?;
        let at = Dated { stamp: date.stamp(), written: Some(date) };
        Some(Candidate {
            at,
            label: label(tree, *id, "", ""),
            marked: true,
            beside: 0,
            before: 0,
            begins: false,
            inside: true,
        })
    });
    narrow.collect()
}

/// Whether an element says that it holds a date.
fn is_marked(tree: &Tree, id: Id) -> bool {
    // a large element named so is an article's frame, and dear to read
    let is_small = || {
        let mut nodes = 0;
        let text = |c| {
            nodes += 1;
            tree.text(c).map_or(0, str::len)
        };
        let length: usize = tree.below(id).take(MOST_NODES + 1).map(text).sum();
        length <= MOST_TEXT && nodes <= MOST_NODES
    };
    is_named(tree, id) && is_small()
}

fn is_named(tree: &Tree, id: Id) -> bool {
    match tree.name(id) {
        "" => false,
        "time" => true,
        _ if class_words(tree, id).iter().any(|w| matches!(&**w, "event" | "events")) => false,
        _ => class_words(tree, id).iter().any(|w| DATE_WORDS.contains(&&**w) && !WIDE_WORDS.contains(&&**w)),
    }
}

/// What a date in that element is, by the words before it and the element's name.
fn label(tree: &Tree, id: Id, before: &str, above: &str) -> Label {
    let by_words = of_words(before, above);
    if by_words != Label::None {
        return by_words;
    }
    let own = written::plain_digits(&tree.text_below(id));
    let first = own.find(|c: char| c.is_ascii_digit()).map_or("", |i| &own[..i]);
    let by_own = of_words(first, "");
    if by_own != Label::None {
        return by_own;
    }
    let words = class_words(tree, id);
    let holds = |list: &[&str]| words.iter().any(|w| list.contains(&&**w));
    if holds(&["date-updated", "updated-date", "update-date", "date-modified", "modified-date"]) {
        return Label::Changed;
    }
    // "entry-date updated" is how common themes name the date of a post
    let date = holds(&["published", "posted", "date", "entry-date", "created", "pubdate", "publish"]);
    match holds(&["updated", "modified", "lastmodified", "update", "modify", "modification", "changed", "lastupdated"])
    {
        true if !date => Label::Changed,
        true => Label::None,
        false if holds(&["published", "posted", "created", "pubdate", "publish", "publisheddate", "publishdate"]) => {
            Label::Published
        }
        false => Label::None,
    }
}

fn of_words(before: &str, above: &str) -> Label {
    let before = match before.chars().any(char::is_alphabetic) {
        true => before,
        false => above,
    };
    let (changed, published) = (CHANGED.find_iter(before).last(), PUBLISHED.find_iter(before).last());
    if OTHER.is_match(before) {
        return Label::Other;
    }
    match (changed, published) {
        // "publication updated on": the nearer word counts
        (Some(c), Some(p)) if p.start() > c.end() => Label::Published,
        (Some(_), _) => Label::Changed,
        (None, Some(_)) => Label::Published,
        (None, None) => Label::None,
    }
}
