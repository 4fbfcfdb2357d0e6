//! One pass over a page: its links with their texts, and where they stand.

use std::collections::HashMap;

use url::Url;

use super::listed::{self, Listed};
use super::place::{Element, Place, class_words};
use super::words;
use crate::date;
use crate::feed;
use crate::markup::{Piece, Pieces, pieces};
use crate::plain;

/// More links of one page are left out.
const MAX_LINKS: usize = 10_000;

/// Deeper elements are read as if they stood beside each other.
const MAX_DEPTH: usize = 256;

/// More links than a teaser has: headline, picture, author, topics, comments.
const MAX_TEASER_LINKS: usize = 8;

/// A link's text is cut here.
const MAX_TEXT_BYTES: usize = 4 * 1024;

/// A link as it stands on the page.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) url: Url,
    pub(super) place: Place,
    /// All its text.
    pub(super) text: Option<String>,
    /// The text of the heading in it, or its own if it stands in one.
    pub(super) heading: Option<String>,
    /// What it is called where it is not read but heard or pointed at.
    pub(super) label: Option<String>,
    /// What the picture in it shows.
    pub(super) picture: Option<String>,
    pub(super) is_sponsored: bool,
}

/// What a page holds.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) links: Vec<Link>,
    pub(super) listed: Vec<Listed>,
    /// The time in a teaser, by the teaser's number; `None`: there is one that cannot be read.
    pub(super) times: HashMap<usize, Option<String>>,
}

impl Page {
    /// Reads the page that was found at `url`.
    pub(super) fn read(text: &str, url: &str) -> Self {
        let mut scan = Scan { base: Url::parse(url).ok(), ..Scan::default() };
        let mut all = pieces(text);
        while let Some(piece) = all.next() {
            match piece {
                Piece::Open { name, attributes, empty } => {
                    scan.open(&name.to_ascii_lowercase(), &attributes, empty, &mut all);
                }
                Piece::Close(name) => scan.close(&name.to_ascii_lowercase()),
                Piece::Text(raw) => scan.text(raw),
                Piece::Verbatim(_) => {}
            }
            if scan.page.links.len() >= MAX_LINKS {
                break;
            }
        }
        scan.end_link();
        let by_class = scan.page.links.iter().filter(|link| link.place.by_class).count();
        if by_class * 2 > scan.page.links.len() {
            scan.page.links.iter_mut().for_each(|link| link.place.forget_classes());
        }
        scan.page.forget_times_of_lists();
        scan.page
    }

    /// What looks like a teaser and holds many links is a list: the time in it is of one of them.
    fn forget_times_of_lists(&mut self) {
        let mut links: HashMap<usize, usize> = HashMap::new();
        self.links.iter().for_each(|link| *links.entry(link.place.teaser).or_default() += 1);
        self.times.retain(|teaser, _| links.get(teaser).is_some_and(|links| *links <= MAX_TEASER_LINKS));
    }
}

#[derive(Default)]
struct Scan {
    page: Page,
    base: Option<Url>,
    open: Vec<(String, Place)>,
    elements: usize,
    link: Option<OpenLink>,
}

struct OpenLink {
    link: Link,
    text: String,
    heading: String,
}

impl Scan {
    fn place(&self) -> Place {
        self.open.last().map(|(_, place)| *place).unwrap_or_default()
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)], empty: bool, rest: &mut Pieces) {
        let value = |wanted: &str| {
            let found = attributes.iter().find(|(n, _)| n.eq_ignore_ascii_case(wanted));
            found.map(|(_, value)| plain::entities(value)).unwrap_or_default()
        };
        match name {
            "script" if value("type").to_ascii_lowercase().contains("ld+json") => {
                listed::read(rest.raw_until_end("script"), self.base.as_ref(), &mut self.page.listed);
                return;
            }
            "script" | "style" | "template" | "noscript" | "svg" | "title" | "select" | "textarea" | "iframe" => {
                if !empty {
                    rest.raw_until_end(name);
                }
                return;
            }
            "base" => {
                let href = feed::web(&value("href"), self.base.as_ref());
                self.base = href.and_then(|href| Url::parse(&href).ok()).or(self.base.take());
                return;
            }
            "img" => {
                if let Some(open) = self.link.as_mut().filter(|open| open.link.picture.is_none()) {
                    open.link.picture = some(&value("alt"));
                }
                return;
            }
            "a" => self.end_link(),
            "li" => self.end_before("li", &["ul", "ol", "menu"]),
            "p" | "tr" | "td" | "dd" | "dt" | "option" => {
                self.end_before(name, &["table", "div", "dl", "ul", "section"])
            }
            _ => {}
        }
        if plain::separates(name) {
            self.push_text(" ");
        }
        self.elements += 1;
        let class = format!("{} {}", value("class"), value("id"));
        let role = value("role").to_ascii_lowercase();
        let element = Element { name, class: &class, role: &role, kind: &value("itemtype") };
        let place = self.place().inside(&element, self.elements);
        let shows_time =
            name == "time" || class_words(&value("class")).iter().any(|word| words::TIMES.contains(word.as_str()));
        if shows_time && place.teaser > 0 {
            let at = some(&value("datetime")).and_then(|text| date::parse(&text)).map(|at| at.to_string());
            let known = self.page.times.entry(place.teaser).or_default();
            *known = known.take().or(at);
        }
        if name == "a" {
            let url = feed::web(&value("href"), self.base.as_ref()).and_then(|url| Url::parse(&url).ok());
            let rel = value("rel").to_ascii_lowercase();
            let is_sponsored = rel.split_ascii_whitespace().any(|word| word == "sponsored");
            self.link = url.map(|url| OpenLink {
                link: Link {
                    url,
                    place: self.place(),
                    text: None,
                    heading: None,
                    label: some(&value("aria-label")).or_else(|| some(&value("title"))),
                    picture: None,
                    is_sponsored,
                },
                text: String::new(),
                heading: String::new(),
            });
        }
        let is_void =
            matches!(name, "br" | "hr" | "input" | "link" | "meta" | "source" | "wbr" | "area" | "col" | "embed");
        if !empty && !is_void && self.open.len() < MAX_DEPTH {
            self.open.push((name.to_owned(), place));
        }
    }

    /// Ends the element of that name that is still open, unless one of `bounds` was opened in it.
    fn end_before(&mut self, name: &str, bounds: &[&str]) {
        let inner = self.open.iter().rposition(|(open, _)| open == name || bounds.contains(&open.as_str()));
        if let Some(at) = inner.filter(|at| self.open[*at].0 == name) {
            self.open.truncate(at);
        }
    }

    fn close(&mut self, name: &str) {
        if plain::separates(name) {
            self.push_text(" ");
        }
        if name == "a" {
            self.end_link();
        }
        if let Some(at) = self.open.iter().rposition(|(open, _)| open == name) {
            self.open.truncate(at);
        }
    }

    fn text(&mut self, raw: &str) {
        if self.link.is_some() {
            self.push_text(&plain::entities(raw));
        }
    }

    fn push_text(&mut self, text: &str) {
        let in_heading = self.place().heading > 0;
        let Some(open) = &mut self.link else { return };
        if open.text.len() + text.len() <= MAX_TEXT_BYTES {
            open.text.push_str(text);
            if in_heading {
                open.heading.push_str(text);
            }
        }
    }

    fn end_link(&mut self) {
        let Some(OpenLink { mut link, text, heading }) = self.link.take() else { return };
        link.text = some(&text);
        link.heading = some(&heading);
        self.page.links.push(link);
    }
}

fn some(text: &str) -> Option<String> {
    Some(plain::of_text(text)).filter(|text| !text.is_empty())
}
