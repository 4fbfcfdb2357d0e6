//! Atom: one entry and one id per change, the diff inside the entry.

use askama::Template;
use news::{Article, Outlet, Timestamp};

use crate::part::{Marked, Tongue, render};
use crate::proof::Passage;
use crate::{ShownChange, Site, link, words};

/// Which changes a feed holds.
#[derive(Debug, Clone, Copy)]
pub enum Of<'a> {
    /// Those of all outlets.
    Everything,
    /// Those of one outlet.
    Outlet(&'a Outlet),
    /// Those of one article.
    Article(&'a Article),
}

/// Rows of a diff that an entry shows; the rest is a click away. A whole rewritten article of
/// usual length fits.
const MOST_ROWS: usize = 60;

#[derive(Template)]
#[template(path = "feed.xml")]
struct Feed {
    title: String,
    site: String,
    id: String,
    home: String,
    updated: String,
    entries: Vec<Entry>,
}

struct Entry {
    id: String,
    title: String,
    href: String,
    updated: String,
    published: String,
    author: String,
    summary: String,
    content: String,
}

/// The newest changes as an Atom feed, RFC 4287. `now` is its time of change if it is empty.
///
/// An entry's id is the change's GUID, the same for ever; its `updated` moves when its state or
/// an assessment does. What XML cannot hold (control characters) is left out.
pub fn atom(site: &Site, of: Of<'_>, changes: &[ShownChange], now: Timestamp) -> String {
    let (title, home, own) = match of {
        Of::Everything => ("Newest changes".to_owned(), link::FRONT.to_owned(), link::CHANGES_ATOM.to_owned()),
        Of::Outlet(o) => (format!("Changes at {}", o.name), link::outlet(o.id), link::outlet_atom(o.id)),
        Of::Article(a) => {
            let name = a.headline.as_ref().unwrap_or(&a.url);
            (format!("Changes of “{name}”"), link::article(a.id), link::article_atom(a.id))
        }
    };
    let newest = changes.iter().map(|c| c.listed.recorded.updated_at).max();
    let feed = Feed {
        title,
        site: site.name.clone(),
        id: site.absolute(&own),
        home: site.absolute(&home),
        updated: newest.unwrap_or(now).to_string(),
        entries: changes.iter().map(|change| Entry::of(site, change)).collect(),
    };
    render(&feed).chars().filter(|c| is_xml(*c)).collect()
}

/// The characters that XML 1.0 allows.
const fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

impl Entry {
    fn of(site: &Site, shown: &ShownChange) -> Self {
        let (listed, recorded) = (&shown.listed, &shown.listed.recorded);
        let href = site.absolute(&link::change(listed.article.id, recorded.from.number, recorded.to.number));
        let headline = shown.after.headline.as_ref().or(listed.article.headline.as_ref());
        let mut summary = words::summary(&recorded.change);
        for remark in words::remarks(recorded) {
            summary.push_str(" · ");
            summary.push_str(&remark);
        }
        Self {
            id: recorded.guid(),
            title: headline.unwrap_or(&listed.article.url).clone(),
            updated: recorded.updated_at.to_string(),
            published: recorded.to.first_seen.to_string(),
            author: listed.outlet.name.clone(),
            content: render(&Content::of(site, shown, &summary, &href)),
            summary,
            href,
        }
    }
}

/// What feed readers show: they strip classes and styles, so `ins` and `del` alone must do.
#[derive(Template)]
#[template(path = "entry.html")]
struct Content<'a> {
    summary: &'a str,
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
    fn of(site: &Site, shown: &'a ShownChange, summary: &'a str, href: &'a str) -> Self {
        let (listed, recorded) = (&shown.listed, &shown.listed.recorded);
        let proof = shown.proof();
        let passages = proof.passages(1);
        let line = |passage: &Passage<'_>| match passage {
            Passage::Shown(row) => Line::Text(row.notes.join(", "), Marked::both(&row.segments).bare()),
            Passage::Equal(rows) => {
                Line::Unchanged(words::count(rows.len(), "unchanged paragraph", "unchanged paragraphs"))
            }
        };
        let part = |p: &news::PartChange| {
            let text = Marked::both(&crate::Mark::between(&p.before, &p.after)).bare();
            (words::capitalised(&words::part(&p.part)), text)
        };
        let (from, to) = (&recorded.from, &recorded.to);
        Self {
            summary,
            outlet: &listed.outlet.name,
            from: format!("Version {}, {}", from.number, words::date_time(from.first_seen)),
            to: format!("version {}, {}", to.number, words::date_time(to.first_seen)),
            later: words::later(from.first_seen, to.first_seen),
            tongue: Tongue::of_reading(&shown.after),
            headline: proof.headline().map(|row| Marked::both(&row.segments).bare()),
            rows: passages.iter().take(MOST_ROWS).map(line).collect(),
            parts: recorded.change.parts.iter().take(MOST_ROWS).map(part).collect(),
            more: passages.len() > MOST_ROWS,
            href,
            article: site.absolute(&link::article(listed.article.id)),
            original: link::outward(&listed.article.url),
        }
    }
}
