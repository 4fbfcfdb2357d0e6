//! What differs between two versions.

use askama::Template;
use news::{BlockKind, Change, ChangeKind, ChangeState, ReadVersion, Reading, RecordedChange, Timeline};

use super::frame::Frame;
use crate::feed::Of;
use crate::part::{Gist, Marked, Merged, Texts, Tongue, View, When, render};
use crate::proof::{Mark, Proof};
use crate::{Site, assets, link, words};

/// What the change page shows.
#[derive(Debug, Clone, Copy)]
pub struct ChangePage<'a> {
    /// The article's timeline.
    pub timeline: &'a Timeline,
    /// The version on the left.
    pub from: &'a ReadVersion,
    /// The version on the right.
    pub to: &'a ReadVersion,
    /// What differs.
    pub change: &'a Change,
    /// How it is set.
    pub view: View,
    /// The type whose passages alone are shown; `None`: all of them.
    pub only: Option<ChangeKind>,
}

#[derive(Template)]
#[template(path = "change.html")]
struct Page {
    frame: Frame,
    title: String,
    outlet: String,
    outlet_href: String,
    article_href: String,
    source: Option<String>,
    merged: Option<Merged>,
    /// When our conclusions about the change last changed, if they say something else than at first.
    revised_at: Option<When>,
    views: Vec<(&'static str, &'static str, String, bool)>,
    pair: Pair,
    previous: Option<String>,
    next: Option<String>,
}

/// Two versions set beside each other: the part that change and article page share.
#[derive(Template)]
#[template(path = "part/pair.html")]
pub(super) struct Pair {
    /// What it comes to: pages set it above, with what leads on between.
    pub(super) gist: Gist,
    /// Its types, each with its class, the page that shows its passages alone, and whether this is it.
    types: Vec<(&'static str, &'static str, String, bool)>,
    /// The page with all passages, if this shows some.
    all: Option<String>,
    left: Head,
    right: Head,
    headline: Option<Headline>,
    side: bool,
    texts: Texts,
    parts: Vec<Part>,
    notices: Vec<Notice>,
    public: bool,
}

impl askama::filters::HtmlSafe for Pair {}

struct Head {
    name: String,
    href: String,
    when: When,
    /// "about 2 hours later", on the right.
    later: Option<String>,
    capture: String,
    /// Where it can be had; a public site does not pass full texts on.
    capture_href: Option<String>,
}

struct Headline {
    changed: bool,
    notes: Vec<String>,
    before_tongue: Tongue,
    after_tongue: Tongue,
    before: Marked,
    after: Marked,
    both: Marked,
}

/// A notice of the outlet's own that came, changed or went.
struct Notice {
    what: &'static str,
    tongue: Tongue,
    text: String,
}

struct Part {
    name: String,
    tongue: Tongue,
    text: Marked,
}

/// A change as a page.
pub fn change(site: &Site, page: &ChangePage<'_>) -> String {
    let (timeline, id) = (page.timeline, page.timeline.article.id);
    let (from, to) = (page.from.version.number, page.to.version.number);
    let title = headline_of(timeline, page.to);
    let (previous, next) = neighbours(timeline, page);
    let here = link::change(id, from, to);
    let views = View::ALL.map(|v| (v.name(), v.title(), format!("{here}?view={}", v.name()), v == page.view));
    let frame = Frame::of_texts(site, format!("{title}: version {from} and version {to}"));
    render(&Page {
        frame: frame.with_feeds(Of::Article(&timeline.article)),
        title,
        outlet: timeline.outlet.name.clone(),
        outlet_href: link::outlet(timeline.outlet.id),
        article_href: link::article(id),
        source: link::outward(&timeline.article.url),
        merged: Merged::of(timeline),
        revised_at: recorded(page).filter(|r| is_revised(r)).map(|r| When::at(r.updated_at)),
        views: views.to_vec(),
        pair: Pair::of(site, page),
        previous,
        next,
    })
}

fn recorded<'a>(page: &ChangePage<'a>) -> Option<&'a RecordedChange> {
    let pair = (page.from.version.capture, page.to.version.capture);
    page.timeline.changes.iter().find(|c| (c.from.capture, c.to.capture) == pair)
}

pub(super) fn headline_of(timeline: &Timeline, version: &ReadVersion) -> String {
    let own = version.reading.headline.as_ref().or(version.version.headline.as_ref());
    own.or(timeline.article.headline.as_ref()).unwrap_or(&timeline.article.url).clone()
}

/// That a second look has shown it too says nothing new; that the text went back does.
fn is_revised(recorded: &RecordedChange) -> bool {
    !matches!(recorded.state, ChangeState::Provisional | ChangeState::Confirmed)
}

/// The changes before and after this one, those that only the reader made left out.
fn neighbours(timeline: &Timeline, page: &ChangePage<'_>) -> (Option<String>, Option<String>) {
    let (from, to) = (page.from.version.number, page.to.version.number);
    let counted = || timeline.changes.iter().filter(|c| c.state != news::ChangeState::ReaderOnly);
    let view = if page.view == View::default() { String::new() } else { format!("?view={}", page.view.name()) };
    let href = |c: &RecordedChange| link::change(timeline.article.id, c.from.number, c.to.number) + &view;
    let before = counted().rfind(|c| c.to.number <= from).map(href);
    let after = counted().find(|c| c.from.number >= to).map(href);
    (before, after)
}

impl Pair {
    pub(super) fn of(site: &Site, page: &ChangePage<'_>) -> Self {
        let (before, after) = (&page.from.reading, &page.to.reading);
        let proof = Proof::of(before, after, page.change);
        let earlier = page.from.version.first_seen;
        let later = words::later(earlier, page.to.version.first_seen);
        let language = after.language.as_deref();
        let notice = |n: &news::Notice| Notice {
            what: words::notice(n.kind),
            tongue: Tongue::of(language, &n.text),
            text: n.text.clone(),
        };
        Self {
            gist: Gist::of_page(page.change, recorded(page), Some(page.timeline), (before, after)),
            types: types(&proof, page),
            all: page
                .only
                .map(|_| link::change(page.timeline.article.id, page.from.version.number, page.to.version.number)),
            left: Head::of(site, page.timeline, page.from, None),
            right: Head::of(site, page.timeline, page.to, Some(later)),
            headline: Headline::of(&proof, before, after),
            side: page.view != View::Inline,
            texts: Texts::set(&proof, before, after, page.view, page.only, site.public),
            parts: parts(&proof, page.change, after),
            notices: page.change.notices.iter().map(notice).collect(),
            public: site.public,
        }
    }
}

impl Head {
    fn of(site: &Site, timeline: &Timeline, read: &ReadVersion, later: Option<String>) -> Self {
        let version = &read.version;
        Self {
            name: format!("Version {}", version.number),
            href: link::version(timeline.article.id, version.number),
            when: When::at(version.first_seen),
            later,
            capture: version.capture.to_string(),
            capture_href: (!site.public).then(|| link::capture(version.capture)),
        }
    }
}

impl Headline {
    fn of(proof: &Proof, before: &Reading, after: &Reading) -> Option<Self> {
        let row = proof.headline()?;
        let tongue = |reading: &Reading| {
            Tongue::of(reading.language.as_deref(), reading.headline.as_deref().unwrap_or_default())
        };
        Some(Self {
            changed: !row.is_equal(),
            notes: row.notes.iter().filter(|n| !n.starts_with("Headline")).map(|n| n.to_lowercase()).collect(),
            before_tongue: tongue(before),
            after_tongue: tongue(after),
            before: Marked::before(&row.segments),
            after: Marked::after(&row.segments),
            both: Marked::both(&row.segments),
        })
    }
}

/// The types of the passages, each leading to those that have it.
fn types(proof: &Proof, page: &ChangePage<'_>) -> Vec<(&'static str, &'static str, String, bool)> {
    let (id, from, to) = (page.timeline.article.id, page.from.version.number, page.to.version.number);
    let is_shown = |kind: &ChangeKind| proof.rows.iter().any(|row| row.kinds.contains(kind));
    let of_passages = page.change.kinds.iter().copied().filter(is_shown);
    let link = |kind: ChangeKind| format!("{}?type={}", link::change(id, from, to), kind.as_str());
    let told =
        |kind: ChangeKind| (words::change_kind(kind), kind.class().as_str(), link(kind), page.only == Some(kind));
    // Where one passage differs there is nothing to choose from, and its types stand beside it.
    let passages = proof.rows.iter().filter(|row| !row.is_equal()).count();
    match passages > 1 || page.only.is_some() {
        true => of_passages.map(told).collect(),
        false => Vec::new(),
    }
}

/// What changed beside the text and does not stand among its rows already.
fn parts(proof: &Proof, change: &Change, after: &Reading) -> Vec<Part> {
    let among_rows = |part: &str| {
        let kind = match part {
            "caption" => BlockKind::Caption,
            "embed" => BlockKind::Embed,
            "table" => BlockKind::Table,
            _ => return false,
        };
        proof.rows.iter().any(|row| row.kind == Some(kind) && !row.is_equal())
    };
    let part = |(name, p): (String, &news::PartChange)| Part {
        name: words::capitalised(&name),
        tongue: Tongue::of(after.language.as_deref(), if p.after.is_empty() { &p.before } else { &p.after }),
        text: Marked::both(&Mark::between(&p.before, &p.after)),
    };
    words::parts(&change.parts).into_iter().filter(|(_, p)| !among_rows(&p.part)).map(part).collect()
}

#[derive(Template)]
#[template(path = "standalone.html")]
struct Standalone<'a> {
    title: String,
    gist: Gist,
    left: &'a str,
    right: &'a str,
    headline: Option<Headline>,
    texts: Texts,
    parts: Vec<Part>,
    style: assets::Stylesheet,
}

/// A change of any two texts as a document that stands alone, style included, without a script.
/// `left` and `right` name the texts: a file, an address, "Version 3". `recorded` is the change as it is recorded, if it is.
pub fn standalone(
    left: (&str, &Reading),
    right: (&str, &Reading),
    change: &Change,
    recorded: Option<&RecordedChange>,
) -> String {
    let proof = Proof::of(left.1, right.1, change);
    render(&Standalone {
        title: format!("{} and {}", left.0, right.0),
        gist: Gist::of_page(change, recorded, None, (left.1, right.1)),
        left: left.0,
        right: right.0,
        headline: Headline::of(&proof, left.1, right.1),
        texts: Texts::set(&proof, left.1, right.1, View::Side, None, false),
        parts: parts(&proof, change, right.1),
        style: assets::Stylesheet,
    })
}
