//! Which version brought every sentence.

use std::num::NonZeroU32;

use askama::Template;
use news::{Away, Blame, BlockKind, Reading, Sentence, Timeline};

use super::frame::Frame;
use crate::blamed::{self, Piece, Spot, Stretch};
use crate::feed::Of;
use crate::part::{Merged, Tongue, When, render};
use crate::{Site, link, words};

/// What the page of a blame shows.
#[derive(Debug, Clone, Copy)]
pub struct BlamePage<'a> {
    /// The article's timeline.
    pub timeline: &'a Timeline,
    /// The version and its blame; `None`: no version has been seen.
    pub blamed: Option<(&'a Reading, &'a Blame)>,
}

#[derive(Template)]
#[template(path = "blame.html")]
struct Page {
    frame: Frame,
    title: String,
    outlet: String,
    outlet_href: String,
    article_href: String,
    versions_href: String,
    merged: Option<Merged>,
    blamed: Option<Blamed>,
    public: bool,
}

struct Blamed {
    name: String,
    version_href: String,
    in_short: String,
    not_known: Vec<String>,
    /// The blame of the version before, and of the one after.
    previous: Option<(String, String)>,
    next: Option<(String, String)>,
    lines: Vec<Line>,
    tongue: Tongue,
    /// Empty on a public site.
    stretches: Vec<Set>,
    gone: Vec<GoneLine>,
}

/// A version, and what it did to the text.
struct Line {
    /// `None`: no sentence of the text is its own.
    shade: Option<usize>,
    by: By,
    did: String,
}

/// A version by its number, with the page that shows what it did.
struct By {
    name: String,
    href: String,
    when: Option<When>,
}

struct Set {
    /// Whether it begins inside a block.
    goes_on: bool,
    shade: usize,
    mark: Option<Mark>,
    pieces: Vec<SetPiece>,
}

/// What stands in the margin.
struct Mark {
    by: By,
    /// Where it was changed, each a link.
    changed: Vec<(String, String)>,
    cosmetic: Vec<(String, String)>,
    away: Vec<(String, String)>,
}

struct SetPiece {
    class: &'static str,
    text: String,
}

struct GoneLine {
    tongue: Tongue,
    text: String,
    brought: By,
    /// The last version that said it, and its page.
    last: Option<(String, String)>,
    removed: By,
}

/// The blame of a version as a page. Public sites show which version did what, but not the text.
pub fn blame(site: &Site, page: &BlamePage<'_>) -> String {
    let timeline = page.timeline;
    let (article, outlet) = (&timeline.article, &timeline.outlet);
    let headline = page.blamed.and_then(|(reading, _)| reading.headline.as_ref()).or(article.headline.as_ref());
    let title = headline.unwrap_or(&article.url).clone();
    render(&Page {
        frame: Frame::of_texts(site, format!("{title}: sentence by sentence")).with_feeds(Of::Article(article)),
        title,
        outlet: outlet.name.clone(),
        outlet_href: link::outlet(outlet.id),
        article_href: link::article(article.id),
        versions_href: link::versions(article.id),
        merged: Merged::of(timeline),
        blamed: page.blamed.map(|(reading, blame)| Laid { timeline, blame }.page(reading, site.public)),
        public: site.public,
    })
}

/// A blame beside the timeline that it is of.
#[derive(Clone, Copy)]
struct Laid<'a> {
    timeline: &'a Timeline,
    blame: &'a Blame,
}

impl Laid<'_> {
    fn page(self, reading: &Reading, public: bool) -> Blamed {
        let Self { timeline, blame } = self;
        let counted = timeline.counted(None);
        let at = counted.iter().position(|v| v.number == blame.version);
        let neighbour = |at: Option<usize>| {
            let number = counted.get(at?)?.number;
            Some((format!("Version {number}"), link::blame(timeline.article.id, Some(number))))
        };
        let stretches = if public { Vec::new() } else { blamed::stretches(reading, blame) };
        Blamed {
            name: format!("Version {}", blame.version),
            version_href: link::version(timeline.article.id, blame.version),
            in_short: words::blame_in_short(blame),
            not_known: words::blame_not_known(timeline, blame),
            previous: neighbour(at.and_then(|at| at.checked_sub(1))),
            next: neighbour(at.map(|at| at + 1)),
            lines: blame.versions.iter().rev().filter_map(|number| self.line(*number)).collect(),
            tongue: Tongue::of_reading(reading),
            stretches: stretches.into_iter().map(|stretch| self.set(stretch)).collect(),
            gone: if public { Vec::new() } else { self.gone(reading) },
        }
    }

    /// What a version did, if it did anything to what is still told of.
    fn line(self, number: NonZeroU32) -> Option<Line> {
        let Blame { sentences, gone, .. } = self.blame;
        let brought = sentences.iter().filter(|s| s.brought == number).count();
        // Those that went since came with it all the same.
        let came = brought + gone.iter().filter(|s| s.brought == number).count();
        let changed = sentences.iter().filter(|s| s.changed.contains(&number)).count();
        let back = sentences.iter().filter(|s| s.away.iter().any(|a| a.back == number)).count();
        let removed = gone.iter().filter(|s| s.removed == number).count();
        let of = |n: usize, did: &str| (n > 0).then(|| format!("{} {did}", words::count(n, "sentence", "sentences")));
        let did = [of(came, "came"), of(changed, "changed"), of(back, "came back"), of(removed, "went")];
        let did: Vec<String> = did.into_iter().flatten().collect();
        let shade = (brought > 0).then(|| blamed::shade(self.blame, number));
        (!did.is_empty()).then(|| Line { shade, by: self.by(number), did: did.join(" · ") })
    }

    fn by(self, number: NonZeroU32) -> By {
        By {
            name: format!("Version {number}"),
            href: self.href(number),
            when: blamed::first_seen(self.timeline, number).map(When::at),
        }
    }

    /// The change that led to a version; the version itself, if it is the first.
    fn href(self, number: NonZeroU32) -> String {
        let id = self.timeline.article.id;
        match blamed::before(self.blame, number) {
            Some(before) => link::change(id, before, number),
            None => link::version(id, number),
        }
    }

    fn set(self, stretch: Stretch<'_>) -> Set {
        Set {
            goes_on: stretch.pieces.first().is_some_and(|piece| piece.goes_on),
            shade: stretch.first.map_or(0, |first| blamed::shade(self.blame, first.brought)),
            mark: stretch.first.map(|first| self.mark(first)),
            pieces: stretch.pieces.into_iter().map(SetPiece::of).collect(),
        }
    }

    fn mark(self, sentence: &Sentence) -> Mark {
        let links = |versions: &[NonZeroU32]| versions.iter().map(|n| (n.to_string(), self.href(*n))).collect();
        let away = |away: &Away| (words::blame_missing(self.blame, away), self.href(away.left));
        Mark {
            by: self.by(sentence.brought),
            changed: links(&sentence.changed),
            cosmetic: links(&sentence.cosmetic),
            away: sentence.away.iter().map(away).collect(),
        }
    }

    fn gone(self, reading: &Reading) -> Vec<GoneLine> {
        let line = |sentence: &news::GoneSentence| GoneLine {
            tongue: Tongue::of(reading.language.as_deref(), &sentence.text),
            text: sentence.text.clone(),
            brought: self.by(sentence.brought),
            last: blamed::before(self.blame, sentence.removed)
                .map(|last| (format!("Version {last}"), link::version(self.timeline.article.id, last))),
            removed: self.by(sentence.removed),
        };
        self.blame.gone.iter().rev().map(line).collect()
    }
}

impl SetPiece {
    fn of(piece: Piece) -> Self {
        let class = match piece.spot {
            Spot::Headline => "headline",
            Spot::Standfirst => "standfirst",
            Spot::Byline => "byline",
            Spot::Block(BlockKind::Subhead) => "subhead",
            Spot::Block(BlockKind::Quote) => "quote",
            Spot::Block(BlockKind::Notice) => "notice",
            Spot::Block(BlockKind::Table) => "aside table",
            Spot::Block(BlockKind::Caption | BlockKind::Embed) => "aside",
            Spot::Block(_) => "p",
        };
        Self { class, text: piece.text }
    }
}
