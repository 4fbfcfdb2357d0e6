//! Feeds of changes and of what searches find, as Atom, RSS and JSON Feed: one entry and one id per change, the diff inside the entry.

mod hits;
mod json_feed;

use ::text::search::Query;
use askama::Template;
use jiff::fmt::rfc2822::DateTimePrinter;
use news::{Article, HiddenChange, Hit, Outlet, Timestamp};

use crate::part::{Marked, Tongue, render};
use crate::proof::Passage;
use crate::{ShownChange, Site, link, words};

pub(crate) use hits::Told;

/// The forms of a feed. Each says the same; readers differ in which they know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Atom, RFC 4287.
    Atom,
    /// RSS 2.0, with the diff in `content:encoded`.
    Rss,
    /// JSON Feed 1.1. What programs need beyond it stands under `_replate`.
    Json,
}

impl Form {
    /// All of them, the one that says most first.
    pub const ALL: [Self; 3] = [Self::Atom, Self::Rss, Self::Json];

    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Atom => "Atom",
            Self::Rss => "RSS",
            Self::Json => "JSON Feed",
        }
    }

    /// The end of its address.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Atom => "atom",
            Self::Rss => "rss",
            Self::Json => "json",
        }
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Atom => "application/atom+xml",
            Self::Rss => "application/rss+xml",
            Self::Json => "application/feed+json",
        }
    }

    /// The `Content-Type` of an answer. JSON has one encoding and needs no parameter.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Atom => "application/atom+xml; charset=utf-8",
            Self::Rss => "application/rss+xml; charset=utf-8",
            Self::Json => self.media_type(),
        }
    }
}

/// Which changes a feed holds.
#[derive(Debug, Clone, Copy)]
pub enum Of<'a> {
    /// Those of all outlets.
    Everything,
    /// Those of one outlet.
    Outlet(&'a Outlet),
    /// Those of one article.
    Article(&'a Article),
    /// What a search finds: versions, or changes.
    Search(&'a Query),
}

/// Rows of a diff that an entry shows; the rest is a click away. A whole rewritten article of
/// usual length fits.
const MOST_ROWS: usize = 60;

impl Of<'_> {
    /// What it holds, in words.
    pub fn title(self) -> String {
        match self {
            Self::Everything => "Newest changes".to_owned(),
            Self::Outlet(outlet) => format!("Changes at {}", outlet.name),
            Self::Article(article) => format!("Changes of “{}”", article.headline.as_ref().unwrap_or(&article.url)),
            Self::Search(query) if query.changes.is_some() => format!("Changes found by: {}", query.text),
            Self::Search(query) => format!("Versions that say: {}", query.text),
        }
    }

    /// The page that shows the same.
    fn home(self) -> String {
        match self {
            Self::Everything => link::FRONT.to_owned(),
            Self::Outlet(outlet) => link::outlet(outlet.id),
            Self::Article(article) => link::article(article.id),
            Self::Search(query) => link::search(&query.text, None),
        }
    }

    /// The address of the feed in that form.
    pub fn address(self, form: Form) -> String {
        match self {
            Self::Everything => link::changes_feed(form),
            Self::Outlet(outlet) => link::outlet_feed(outlet.id, form),
            Self::Article(article) => link::article_feed(article.id, form),
            Self::Search(query) => link::search(&query.text, Some(form)),
        }
    }
}

/// A feed before it is written in one of the forms.
struct Feed<'a> {
    title: String,
    site: &'a str,
    /// Its own address.
    own: String,
    home: String,
    /// Where older changes are.
    older: Option<String>,
    updated: Timestamp,
    entries: Vec<Entry<'a>>,
    /// Entries that were there and are withdrawn. Atom alone has words for that.
    deleted: &'a [HiddenChange],
}

#[derive(Template)]
#[template(path = "atom.xml")]
struct Atom<'a> {
    feed: &'a Feed<'a>,
}

#[derive(Template)]
#[template(path = "rss.xml")]
struct Rss<'a> {
    feed: &'a Feed<'a>,
}

struct Entry<'a> {
    id: String,
    title: String,
    href: String,
    updated: Timestamp,
    published: Timestamp,
    author: &'a str,
    summary: String,
    content: String,
    shown: Shown<'a>,
}

/// What an entry is about.
enum Shown<'a> {
    Change(&'a ShownChange),
    /// What programs are told of it, and the hit.
    Hit(Box<Told<'a>>, &'a Hit),
}

/// Changes as a feed, in the order in which they are given. `older` is the path of the next page of a list that
/// has one (JSON Feed says it); `began` is the time of change of a feed without entries, the same each time it is
/// written, so that nobody is told of news where there are none.
///
/// `deleted` are changes that readers may have from before. Atom tells of them (RFC 6721), by id and time alone; RSS
/// and JSON Feed have nothing that says so.
///
/// An entry's id is the change's GUID, the same for ever; its time of update moves when its state or an assessment
/// does. What XML cannot hold (control characters) is left out of what people read, in every form.
pub fn write(
    form: Form,
    site: &Site,
    of: Of<'_>,
    changes: &[ShownChange],
    deleted: &[HiddenChange],
    older: Option<&str>,
    began: Timestamp,
) -> String {
    let entries = changes.iter().map(|change| Entry::of(site, change)).collect();
    written(form, site, of, (entries, deleted), older, began)
}

/// What a search found as a feed, in the order in which it is given. An entry's id is its version's, the same for ever.
pub fn write_found(
    form: Form,
    site: &Site,
    query: &Query,
    found: &[Hit],
    older: Option<&str>,
    began: Timestamp,
) -> String {
    let entries = found.iter().map(|hit| hits::entry(site, hit, query)).collect();
    written(form, site, Of::Search(query), (entries, &[]), older, began)
}

fn written(
    form: Form,
    site: &Site,
    of: Of<'_>,
    (entries, deleted): (Vec<Entry<'_>>, &[HiddenChange]),
    older: Option<&str>,
    began: Timestamp,
) -> String {
    let updated = entries.iter().map(|entry| entry.updated).chain(deleted.iter().map(|change| change.at));
    let feed = Feed {
        title: xml(of.title()),
        site: &site.name,
        own: site.absolute(&of.address(form)),
        home: site.absolute(&of.home()),
        older: older.map(|path| site.absolute(path)),
        updated: updated.max().unwrap_or(began),
        deleted,
        entries: entries.into_iter().map(Entry::cleaned).collect(),
    };
    match form {
        Form::Atom => xml(render(&Atom { feed: &feed })),
        Form::Rss => xml(render(&Rss { feed: &feed })),
        Form::Json => json_feed::write(&feed),
    }
}

/// The text without what XML cannot hold.
fn xml(text: String) -> String {
    text.chars().filter(|c| is_xml(*c)).collect()
}

/// A time as RSS has it (RFC 822, with the year in full).
fn rfc_822(at: &Timestamp) -> String {
    DateTimePrinter::new().timestamp_to_rfc9110_string(at).unwrap_or_else(|_| at.to_string())
}

/// The characters that XML 1.0 allows.
const fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

impl<'a> Entry<'a> {
    /// The summary where it is read as HTML (RSS): it quotes names and numbers of outlets.
    fn summary_as_html(&self) -> String {
        self.summary.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
    }

    /// Without what XML cannot hold: no form needs it, and readers stumble over it.
    fn cleaned(self) -> Self {
        Self { title: xml(self.title), summary: xml(self.summary), content: xml(self.content), ..self }
    }

    fn of(site: &Site, shown: &'a ShownChange) -> Self {
        let (listed, recorded) = (&shown.listed, &shown.listed.recorded);
        let href = site.absolute(&link::change(listed.article.id, recorded.from.number, recorded.to.number));
        // One of control characters alone shows nothing, and every entry has a title.
        let shows = |text: &&String| text.chars().any(|c| is_xml(c) && !c.is_control() && !c.is_whitespace());
        let headlines = [&shown.after.headline, &listed.article.headline].into_iter().flatten();
        let title = headlines.chain([&listed.article.url]).find(shows);
        let summary = words::line(recorded);
        Self {
            id: recorded.guid(),
            title: title.cloned().unwrap_or_else(|| "(no headline)".to_owned()),
            updated: recorded.updated_at,
            published: recorded.to.first_seen,
            author: &listed.outlet.name,
            content: render(&Content::of(site, shown, &href)),
            summary,
            href,
            shown: Shown::Change(shown),
        }
    }
}

/// What feed readers show: they strip classes and styles, so `ins` and `del` alone must do.
#[derive(Template)]
#[template(path = "entry.html")]
struct Content<'a> {
    summary: String,
    telling: Option<String>,
    outlet: &'a str,
    from: String,
    to: String,
    later: String,
    tongue: Tongue,
    headline: Option<Marked>,
    rows: Vec<Line>,
    parts: Vec<(String, Marked)>,
    more: bool,
    href: &'a str,
    article: String,
    original: Option<String>,
}

enum Line {
    Text(String, Marked),
    Unchanged(String),
}

impl<'a> Content<'a> {
    fn of(site: &Site, shown: &'a ShownChange, href: &'a str) -> Self {
        let (listed, recorded) = (&shown.listed, &shown.listed.recorded);
        let proof = shown.proof();
        let passages = proof.passages(1);
        let line = |passage: &Passage<'_>| match passage {
            Passage::Shown(row) => Line::Text(row.notes.join(", "), Marked::both(&row.segments).bare()),
            Passage::Equal(rows) => {
                Line::Unchanged(words::count(rows.len(), "unchanged paragraph", "unchanged paragraphs"))
            }
        };
        let part = |(name, p): (String, &news::PartChange)| {
            let text = Marked::both(&crate::Mark::between(&p.before, &p.after)).bare();
            (words::capitalised(&name), text)
        };
        let summary = [words::summary(&recorded.change)].into_iter().chain(words::remarks(recorded));
        let telling = words::Telling::of_recorded(recorded).map(|telling| telling.line(&recorded.change));
        let (from, to) = (&recorded.from, &recorded.to);
        Self {
            summary: summary.collect::<Vec<_>>().join(" · "),
            telling: telling.map(|told| words::capitalised(&told)),
            outlet: &listed.outlet.name,
            from: format!("Version {}, {}", from.number, words::date_time(from.first_seen)),
            to: format!("version {}, {}", to.number, words::date_time(to.first_seen)),
            later: words::later(from.first_seen, to.first_seen),
            tongue: Tongue::of_reading(&shown.after),
            headline: proof.headline().map(|row| Marked::both(&row.segments).bare()),
            rows: passages.iter().take(MOST_ROWS).map(line).collect(),
            parts: words::parts(&recorded.change.parts).into_iter().take(MOST_ROWS).map(part).collect(),
            more: passages.len() > MOST_ROWS,
            href,
            article: site.absolute(&link::article(listed.article.id)),
            original: link::outward(&listed.article.url),
        }
    }
}
