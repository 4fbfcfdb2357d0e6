//! The items of a sitemap in XML, read in one pass: no tree is built of 50,000 of them.
//!
//! An element is known by its local name and where it stands, whatever prefix or namespace it has,
//! but for those that only speak about pictures and films: `image:loc` is no page.

use crate::date;
use crate::markup::{Piece, pieces};
use crate::plain::{self, Tags};

/// Deeper elements are read as if they stood beside each other.
const MAX_DEPTH: usize = 32;

/// A text is cut here: addresses and headlines are shorter.
const MAX_TEXT_BYTES: usize = 16 * 1024;

/// Reading stops after this many items, whether they count or not.
const MAX_ITEMS: usize = 200_000;

/// What the first element of a sitemap says that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Root {
    /// `urlset`.
    Set,
    /// `sitemapindex`.
    Index,
}

/// A `url` or `sitemap` element.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Item {
    /// Whether it is another sitemap.
    pub(super) is_sitemap: bool,
    /// `loc`, as written.
    pub(super) location: Option<String>,
    /// `lastmod`, RFC 3339.
    pub(super) last_modified: Option<String>,
    /// `news:title` as plain text.
    pub(super) title: Option<String>,
    /// `news:publication_date`, RFC 3339.
    pub(super) published_at: Option<String>,
    /// `news:language`.
    pub(super) language: Option<String>,
}

/// What a sitemap holds.
#[derive(Debug)]
pub(super) struct Sitemap {
    pub(super) root: Root,
    pub(super) items: Vec<Item>,
    pub(super) remarks: Vec<String>,
}

/// Reads a sitemap; `None`: the text begins with something else.
pub(super) fn read(text: &str) -> Option<Sitemap> {
    let mut all = pieces(text);
    let mut reader: Option<Reader> = None;
    for piece in all.by_ref() {
        match (&mut reader, piece) {
            (None, Piece::Open { name, attributes, empty }) => {
                let (prefix, local) = split(name);
                let root = match local.as_str() {
                    "urlset" => Root::Set,
                    "sitemapindex" => Root::Index,
                    _ => return None,
                };
                reader = Some(Reader::new(root, prefix, &attributes));
                if empty {
                    break;
                }
            }
            (None, _) => {}
            (Some(reader), Piece::Open { name, attributes, empty }) => reader.open(name, &attributes, empty),
            (Some(reader), Piece::Close(name)) => reader.close(&split(name).1),
            (Some(reader), Piece::Text(raw)) => reader.text(&plain::entities(raw)),
            (Some(reader), Piece::Verbatim(raw)) => reader.text(raw),
        }
        if reader.as_ref().is_some_and(|reader| reader.items.len() >= MAX_ITEMS) {
            break;
        }
    }
    let mut reader = reader?;
    let was_cut = all.is_cut() || reader.item.is_some();
    // An item that was cut off is kept if its address is whole.
    reader.field = None;
    reader.end_item();
    let mut remarks = Vec::new();
    if was_cut {
        remarks.push("the text ends before its last element does".into());
    }
    if reader.bad_dates > 0 {
        remarks.push(format!("{} dates could not be read", reader.bad_dates));
    }
    Some(Sitemap { root: reader.root, items: reader.items, remarks })
}

/// Prefix and local name, lower case.
fn split(name: &str) -> (String, String) {
    let lower = name.to_ascii_lowercase();
    match lower.split_once(':') {
        Some((prefix, local)) => (prefix.to_owned(), local.to_owned()),
        None => (String::new(), lower),
    }
}

/// What an element inside of an item may tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Location,
    LastModified,
    Title,
    Published,
    Language,
    Other,
}

struct Reader {
    root: Root,
    root_prefix: String,
    /// Prefixes of namespaces that tell nothing about the page itself.
    foreign: Vec<String>,
    items: Vec<Item>,
    item: Option<Item>,
    /// Local names of the open elements inside of the item.
    path: Vec<String>,
    /// How many of `path` are open below a foreign element, that included.
    foreign_from: Option<usize>,
    field: Option<(Field, String)>,
    /// Text directly inside of the item.
    bare: String,
    bad_dates: usize,
}

impl Reader {
    fn new(root: Root, root_prefix: String, attributes: &[(&str, &str)]) -> Self {
        let mut foreign: Vec<String> = ["image", "video", "xhtml", "mobile", "pagemap"].map(str::to_owned).into();
        for (name, value) in attributes {
            if let Some(prefix) = name.strip_prefix("xmlns:").filter(|_| is_foreign(value)) {
                foreign.push(prefix.to_ascii_lowercase());
            }
        }
        foreign.retain(|prefix| *prefix != root_prefix);
        Self {
            root,
            root_prefix,
            foreign,
            items: Vec::new(),
            item: None,
            path: Vec::new(),
            foreign_from: None,
            field: None,
            bare: String::new(),
            bad_dates: 0,
        }
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)], empty: bool) {
        let (prefix, local) = split(name);
        let is_own = prefix.is_empty() || prefix == self.root_prefix || !self.foreign.contains(&prefix);
        if is_own && matches!(local.as_str(), "url" | "sitemap") && self.foreign_from.is_none() {
            // An item ends the item before it.
            self.end_item();
            if !empty {
                self.item = Some(Item { is_sitemap: local == "sitemap", ..Item::default() });
            }
            return;
        }
        if self.item.is_none() {
            return;
        }
        // A leaf that was left open ends where another element begins.
        if self.field.is_some() {
            self.end_field();
            self.path.pop();
        }
        if empty || self.path.len() >= MAX_DEPTH {
            return;
        }
        let declares_foreign =
            attributes.iter().any(|(name, value)| name.eq_ignore_ascii_case("xmlns") && is_foreign(value));
        if self.foreign_from.is_none() && (!is_own || declares_foreign) {
            self.foreign_from = Some(self.path.len());
        }
        if self.foreign_from.is_none() {
            self.field = self.field_of(&local).map(|field| (field, String::new()));
        }
        self.path.push(local);
    }

    fn field_of(&self, local: &str) -> Option<Field> {
        let inside = |name: &str| self.path.iter().any(|open| open == name);
        let field = match local {
            "loc" if self.path.is_empty() => Field::Location,
            "lastmod" if self.path.is_empty() => Field::LastModified,
            "title" if inside("news") => Field::Title,
            "publication_date" if inside("news") => Field::Published,
            "language" if inside("news") => Field::Language,
            "changefreq" | "priority" | "genres" | "keywords" | "stock_tickers" | "access" | "name" => Field::Other,
            _ => return None,
        };
        Some(field)
    }

    fn close(&mut self, local: &str) {
        if self.item.is_none() {
            return;
        }
        match self.path.iter().rposition(|open| open == local) {
            Some(at) => {
                self.end_field();
                self.path.truncate(at);
                if self.foreign_from.is_some_and(|from| from >= at) {
                    self.foreign_from = None;
                }
            }
            None if matches!(local, "url" | "sitemap" | "urlset" | "sitemapindex") => self.end_item(),
            None => {}
        }
    }

    fn text(&mut self, text: &str) {
        let room = match &mut self.field {
            Some((_, room)) => room,
            None if self.item.is_some() && self.path.is_empty() => &mut self.bare,
            None => return,
        };
        if room.len() + text.len() <= MAX_TEXT_BYTES {
            room.push_str(text);
        }
    }

    fn end_field(&mut self) {
        let (Some((field, text)), Some(item)) = (self.field.take(), &mut self.item) else { return };
        let word = plain::of_text(&text);
        if word.is_empty() {
            return;
        }
        let bad_dates = &mut self.bad_dates;
        let mut date = |word: &str| {
            let at = date::parse(word).map(|at| at.to_string());
            *bad_dates += usize::from(at.is_none());
            at
        };
        match field {
            Field::Location => {
                item.location.get_or_insert(word);
            }
            Field::LastModified => item.last_modified = date(&word),
            Field::Title => item.title = Some(plain::of_html(&text, Tags::OfHtml)).filter(|title| !title.is_empty()),
            Field::Published => item.published_at = date(&word),
            Field::Language => item.language = Some(word.to_ascii_lowercase()),
            Field::Other => {}
        }
    }

    fn end_item(&mut self) {
        self.end_field();
        let bare = std::mem::take(&mut self.bare);
        self.path.clear();
        self.foreign_from = None;
        let Some(mut item) = self.item.take() else { return };
        if item.location.is_none() {
            // Some write the address without a `loc` around it.
            item.location = Some(plain::of_text(&bare)).filter(|text| text.starts_with("http") && !text.contains(' '));
        }
        self.items.push(item);
    }
}

/// Whether a namespace only adds to a page's address what is no news.
fn is_foreign(namespace: &str) -> bool {
    let lower = namespace.to_ascii_lowercase();
    ["sitemap-image", "sitemap-video", "sitemap-mobile", "sitemap-pagemap", "sitemap-content", "sitemap-geo", "xhtml"]
        .iter()
        .any(|part| lower.contains(part))
}
