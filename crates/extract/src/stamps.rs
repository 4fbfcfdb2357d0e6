//! When the outlet says that the article was published and last changed.
//!
//! What is made for machines before what the page shows, so that the same source speaks at every look; relative
//! times never count.

use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use regex::Regex;

use crate::datelines::{self, Datelines, Placed};
use crate::json_ld::JsonLd;
use crate::leaf::Leaf;
use crate::meta::Meta;
use crate::own_entry;
use crate::times;
use crate::tree::{Id, Tree};
use crate::written::{self, Order, Written};

/// Names of meta elements without marks, or what they end in, those that outlets keep best first.
const PUBLISHED: [&str; 17] = [
    "publishedtime",
    "publishtime",
    "datepublished",
    "publicationdate",
    "publishdate",
    "publisheddate",
    "publishedat",
    "publishedon",
    "pubdate",
    "datepub",
    "dateissued",
    "published",
    "sailthrudate",
    "dateavailable",
    "datecreated",
    "creationdate",
    "uploaded",
];
/// What such names hold if they are of another time.
const NOT_PUBLISHED: [&str; 7] = ["last", "modif", "updat", "expir", "unpubl", "republ", "end"];
/// The whole name, where its end could be that of anything.
const PUBLISHED_WHOLE: [&str; 5] =
    ["dctermscreated", "articledate", "citationdate", "citationonlinedate", "ogreleasedate"];
/// Names that do not say of what the date is: some systems put the last change there.
const SOME_DATE: [&str; 3] = ["dcdate", "date", "dctermsdate"];
const UPDATED: [&str; 8] = [
    "modifiedtime",
    "articlemodified",
    "updatedtime",
    "datemodified",
    "dctermsmodified",
    "lastmodified",
    "articleupdated",
    "lastmod",
];
/// Kinds of things whose dates are not the article's.
const OTHER_THINGS: [&str; 10] =
    ["VideoObject", "Comment", "Review", "Rating", "Event", "Offer", "Answer", "ImageObject", "UserComments", "Person"];

/// A name of the time of publication and its value, as scripts hold it.
static IN_SCRIPT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"(?i)["']?([a-z_.-]{0,30}(?:publish|publicat|pubdate)[a-z_.-]{0,20})\\?(?:["']|&quot;)?\s{0,4}[:=]\s{0,4}\\?(?:["']|&quot;)(\d[\d:.TZ+/ -]{7,32})"#)
        .expect("a constant pattern")
});
/// Names of other times.
static NOT_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)last|updat|modif|end|until|expir|unpubl|republ|start").expect("a constant pattern")
});
/// Most text of scripts that is searched, in bytes.
const MOST_SCRIPT: usize = 4 << 20;

/// What is known of the article before its dates.
pub(crate) struct Known<'a> {
    pub tree: &'a Tree,
    pub leaves: &'a [Leaf],
    pub meta: &'a Meta,
    pub ld: &'a JsonLd,
    pub placed: &'a Placed,
    pub headline: Option<&'a str>,
    pub language: Option<&'a str>,
    pub url: &'a str,
}

/// `(published, updated)`.
pub(crate) fn of(known: &Known<'_>) -> (Option<String>, Option<String>) {
    let Known { tree, meta, ld, url, .. } = known;
    let order = order(known);
    let shown = datelines::of(tree, known.leaves, known.placed, order);
    let read = |given: &str| {
        let (one, other) = (times::read(given, order)?, times::read(given, order.turned()));
        // "3/4/2025" is the day that the page writes out
        let is_shown = |stamp: &str| shown.near.iter().any(|d| d.stamp.get(..10) == stamp.get(..10));
        Some(other.filter(|other| *other != one && is_shown(other) && !is_shown(&one)).unwrap_or(one))
    };
    let said = |ends: &[&str], without: &[&str], whole: &[&str]| {
        let by_end = ends.iter().find_map(|e| meta.ending(e, without).iter().find_map(|v| read(v)));
        by_end.or_else(|| whole.iter().find_map(|w| meta.named(w).iter().find_map(|v| read(v))))
    };
    let node = known.placed.headline_node;
    let sure = shown.published.as_ref().filter(|s| s.score >= datelines::SURE).map(|s| s.at.stamp.clone());
    let own: Vec<&str> = std::iter::once(*url).chain(meta.canonical_url.as_deref()).collect();
    let named = [ld.published.as_deref().and_then(read), said(&PUBLISHED, &NOT_PUBLISHED, &PUBLISHED_WHOLE)];
    let some = said(&[], &[], &SOME_DATE);
    let published = seen_of(named.into_iter().flatten(), sure.as_deref())
        .or_else(|| sure.clone().filter(|sure| some.as_ref().is_some_and(|some| !same_day(some, sure))))
        .or(some)
        .or_else(|| property(tree, node, "datePublished", order))
        .or_else(|| property(tree, node, "dateCreated", order))
        .or(sure)
        .or_else(|| times::in_address(url))
        .or_else(|| own_entry::day(tree, &own, order))
        .or_else(|| shown.published.as_ref().map(|s| s.at.stamp.clone()))
        .or_else(|| in_title(known, order))
        .or_else(|| in_scripts(tree))
        .map(|stamp| with_zone(stamp, &shown));
    let updated = ld
        .modified
        .as_deref()
        .and_then(read)
        .or_else(|| said(&UPDATED, &[], &[]))
        .or_else(|| property(tree, node, "dateModified", order))
        .or(shown.updated.map(|s| s.at.stamp));
    (published, updated)
}

/// The first of the times that the page names; where it names several days, one of that which it shows its readers.
fn seen_of(named: impl Iterator<Item = String>, shown: Option<&str>) -> Option<String> {
    let mut named = named.peekable();
    let first = named.peek().cloned()?;
    named.find(|stamp| shown.is_some_and(|shown| same_day(stamp, shown))).or(Some(first))
}

fn same_day(one: &str, other: &str) -> bool {
    one.get(..10) == other.get(..10)
}

/// How the page writes days and months in numbers: as it does where only one order is possible, or as its country does.
fn order(known: &Known<'_>) -> Order {
    let (mut day_first, mut month_first) = (false, false);
    for leaf in known.leaves.iter().filter(|l| l.chars < 200 && l.text.contains('/')) {
        let text = written::plain_digits(&leaf.text);
        day_first |= written::is_surely(&text, Order::DayFirst);
        month_first |= written::is_surely(&text, Order::MonthFirst);
    }
    // the day, or its month, in the address tells which of two readings is meant
    let address = times::in_address(known.url);
    let fits = |stamp: &str| address.as_deref().is_some_and(|a| a == stamp);
    for leaf in known.leaves.iter().filter(|l| l.chars < 200 && address.is_some()) {
        let text = written::plain_digits(&leaf.text);
        for order in [Order::DayFirst, Order::MonthFirst] {
            let reads = |order| written::dates(&text, order).iter().any(|d| fits(&d.day.to_string()));
            if reads(order) && !reads(order.turned()) {
                return order;
            }
        }
    }
    match (day_first, month_first) {
        (true, false) => Order::DayFirst,
        (false, true) => Order::MonthFirst,
        _ => by_country(known.language, known.url),
    }
}

fn by_country(language: Option<&str>, url: &str) -> Order {
    let host = url::Url::parse(url).ok().and_then(|u| u.host_str().map(str::to_owned)).unwrap_or_default();
    let end = host.rsplit('.').next().unwrap_or_default();
    // two letters name a country; some are used like those of no country
    let abroad = end.len() == 2 && !matches!(end, "us" | "ph" | "io" | "co" | "ai" | "me" | "tv" | "ly" | "fm" | "gg");
    let american =
        matches!(language, Some("en" | "en-US" | "en-PH" | "es-US")) || matches!(end, "us" | "gov" | "edu" | "mil");
    if american && !abroad { Order::MonthFirst } else { Order::DayFirst }
}

/// The first date that an element about the article gives by its property.
fn property(tree: &Tree, headline: Option<Id>, wanted: &str, order: Order) -> Option<String> {
    let holders: Vec<Id> = headline.map_or(Vec::new(), |h| tree.upwards(h).collect());
    for id in tree.elements() {
        let prop = tree.attr(id, "itemprop").or_else(|| tree.attr(id, "property")).unwrap_or_default();
        let mut props = prop.split_whitespace().map(|p| p.rsplit([':', '/']).next().unwrap_or_default());
        if !props.any(|p| p == wanted) || is_of_other(tree, id, &holders) {
            continue;
        }
        let attr = ["datetime", "content", "title"].iter().find_map(|a| times::read(tree.attr(id, a)?, order));
        if let Some(stamp) = attr.or_else(|| times::written(&tree.text_below(id), order)) {
            return Some(stamp);
        }
    }
    None
}

/// Whether an element belongs to a comment, a review or another piece.
fn is_of_other(tree: &Tree, id: Id, holders: &[Id]) -> bool {
    for up in tree.upwards(id) {
        if holders.contains(&up) {
            return false;
        }
        let kind = tree.attr(up, "itemtype").or_else(|| tree.attr(up, "typeof")).unwrap_or_default();
        let kind = kind.rsplit(['/', ':']).next().unwrap_or_default();
        let class = tree.attr(up, "class").unwrap_or_default();
        if OTHER_THINGS.contains(&kind) || class.split_whitespace().any(|c| c.starts_with("comment")) {
            return true;
        }
    }
    false
}

/// A day at the beginning or the end of the title, parted from the rest: "The bridge opens | 03.05.2024".
fn in_title(known: &Known<'_>, order: Order) -> Option<String> {
    let titles = [known.meta.title.clone(), known.meta.first(&["og:title"]), known.headline.map(str::to_owned)];
    titles.iter().flatten().find_map(|title| {
        let title = written::plain_digits(title);
        let found = written::dates(&title, order);
        let date = found.first().filter(|d| found.len() == 1 && !d.short)?;
        let is_mark = |c: char| matches!(c, '|' | '-' | '–' | '—' | '•' | '·' | ':' | '/');
        let (before, after) = (title[..date.start].trim(), title[date.end..].trim());
        // "from 3 to 5 May 2024" names the days of something else
        let range = before.trim_end_matches(is_mark).trim_end().ends_with(|c: char| c.is_ascii_digit() || c == '.');
        let apart = !range
            && (before.is_empty() && after.starts_with(is_mark) || before.ends_with(is_mark) && after.is_empty());
        apart.then(|| date.day.to_string())
    })
}

/// The day that the page's scripts give as that of publication, where all of them give one day.
fn in_scripts(tree: &Tree) -> Option<String> {
    let mut day: Option<String> = None;
    let mut read = 0;
    for id in tree.elements().filter(|id| tree.name(*id) == "script") {
        for text in tree.children(id).filter_map(|c| tree.text(c)) {
            read += text.len();
            if read > MOST_SCRIPT {
                return None;
            }
            for c in IN_SCRIPT.captures_iter(text) {
                if NOT_FIRST.is_match(&c[1]) {
                    continue;
                }
                let Some(found) = times::read(&c[2], Order::DayFirst) else { continue };
                let found = found.get(..10)?.to_owned();
                if day.get_or_insert_with(|| found.clone()) != &found {
                    return None;
                }
            }
        }
    }
    day
}

/// A time in UTC, in the zone in which the page shows the same instant.
fn with_zone(stamp: String, shown: &Datelines) -> String {
    let is_utc = stamp.ends_with('Z') || stamp.ends_with("+00:00");
    let Some(instant) = stamp.parse::<Timestamp>().ok().filter(|_| is_utc) else { return stamp };
    let same = |other: &&str| other.parse::<Timestamp>().is_ok_and(|t| t == instant);
    let zoned = shown.near.iter().map(|d| &*d.stamp).filter(|s| !s.ends_with('Z')).find(same).map(str::to_owned);
    let sure = shown.published.as_ref().filter(|s| s.labelled || s.score >= datelines::SURE);
    zoned.or_else(|| sure.and_then(|s| local(instant, s.at.written.as_ref()?))).unwrap_or(stamp)
}

/// An instant at the clock that the page shows, where the two are whole hours apart, as zones are.
fn local(instant: Timestamp, shown: &Written) -> Option<String> {
    // seconds may not be shown, and "EST" is written in summer too
    let (hour, minute, second) = shown.clock.filter(|_| shown.offset.as_deref() != Some("Z"))?;
    let utc = instant.to_zoned(TimeZone::UTC).datetime();
    let at = shown.day.at(hour, minute, second.unwrap_or(utc.second()), 0);
    let apart = at.duration_since(utc.with().subsec_nanosecond(0).build().ok()?).as_secs();
    let (minutes, rest) = (apart / 60, apart % 60);
    let is_zone = rest == 0 && (-12 * 60..=14 * 60).contains(&minutes) && (minutes % 60 == 0 || minutes == 330);
    let sign = if minutes < 0 { '-' } else { '+' };
    let clock = format!("{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60);
    (is_zone && minutes != 0).then(|| format!("{at}{sign}{clock}"))
}
