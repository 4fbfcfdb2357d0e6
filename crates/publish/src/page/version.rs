//! One version of an article, as text.

use askama::Template;
use askama::filters::HtmlSafe;
use news::{BlockKind, ReadVersion, Reading, Timeline};

use super::change::headline_of;
use super::frame::Frame;
use crate::part::{Claimed, Merged, Tongue, When, render};
use crate::{Site, link, words};

/// A reading's text.
#[derive(Template)]
#[template(path = "part/text.html")]
pub struct Text {
    tongue: Tongue,
    standfirst: Option<String>,
    bylines: Option<String>,
    blocks: Vec<TextBlock>,
}

impl HtmlSafe for Text {}

struct TextBlock {
    class: &'static str,
    lines: Vec<String>,
    /// Cells, line by line; only of tables.
    cells: Vec<Vec<String>>,
}

impl Text {
    /// The text of a reading, its headline left out.
    pub fn of(reading: &Reading) -> Self {
        let block = |b: &news::Block| TextBlock {
            class: class(b.kind),
            lines: match b.kind {
                BlockKind::List | BlockKind::Quote | BlockKind::LiveEntry => {
                    b.text.lines().map(str::to_owned).collect()
                }
                _ => vec![b.text.clone()],
            },
            cells: match b.kind {
                BlockKind::Table => b.text.lines().map(|l| l.split('\t').map(str::to_owned).collect()).collect(),
                _ => Vec::new(),
            },
        };
        Self {
            tongue: Tongue::of_reading(reading),
            standfirst: reading.standfirst.clone(),
            bylines: (!reading.bylines.is_empty()).then(|| reading.bylines.join(", ")),
            blocks: reading.body.iter().map(block).collect(),
        }
    }
}

fn class(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Paragraph | BlockKind::LiveEntry => "p",
        BlockKind::Subhead => "subhead",
        BlockKind::Quote => "quote",
        BlockKind::List => "list",
        BlockKind::Table => "table",
        BlockKind::Caption => "caption",
        BlockKind::Notice => "notice",
        BlockKind::Embed => "embed",
    }
}

#[derive(Template)]
#[template(path = "version.html")]
struct Page {
    frame: Frame,
    number: String,
    title: String,
    tongue: Tongue,
    outlet: String,
    outlet_href: String,
    article_href: String,
    blame_href: String,
    source: Option<String>,
    merged: Option<Merged>,
    first_seen: When,
    last_seen: When,
    claimed: Option<Claimed>,
    words: String,
    partial: bool,
    /// Only the reader made it; of which version it shows the text.
    reader_only: Option<String>,
    capture: String,
    /// Where it can be had; a public site does not pass full texts on.
    capture_href: Option<String>,
    digest: String,
    reader: String,
    /// The change that brought it, and the change that ended it.
    came: Option<String>,
    went: Option<String>,
    text: Option<Text>,
    public: bool,
}

/// One version of an article as a page. Public sites show what is known of it, but not its text.
pub fn version(site: &Site, timeline: &Timeline, read: &ReadVersion) -> String {
    let (version, article) = (&read.version, &timeline.article);
    let title = headline_of(timeline, read);
    let change = |c: &news::RecordedChange| link::change(article.id, c.from.number, c.to.number);
    render(&Page {
        frame: Frame::of_texts(site, format!("{title}: version {}", version.number)),
        number: format!("Version {}", version.number),
        tongue: Tongue::of(read.reading.language.as_deref(), &title),
        title,
        outlet: timeline.outlet.name.clone(),
        outlet_href: link::outlet(timeline.outlet.id),
        article_href: link::article(article.id),
        blame_href: link::blame(article.id, Some(version.number)),
        source: link::outward(&article.url),
        merged: Merged::of(timeline),
        first_seen: When::at(version.first_seen),
        last_seen: When::at(version.last_seen),
        claimed: version.updated_at.as_deref().map(When::claimed),
        words: words::count(version.words as usize, "word", "words"),
        partial: version.partial,
        reader_only: words::reader_only(timeline, version),
        capture: version.capture.to_string(),
        capture_href: (!site.public).then(|| link::capture(version.capture)),
        digest: version.text_digest.to_string(),
        reader: version.reader.clone(),
        came: timeline.changes.iter().find(|c| c.to.number == version.number).map(change),
        went: timeline.changes.iter().find(|c| c.from.number == version.number).map(change),
        text: (!site.public).then(|| Text::of(&read.reading)),
        public: site.public,
    })
}
