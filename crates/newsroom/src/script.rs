//! A checked script, ready to be played.

use std::collections::HashMap;

use jiff::Timestamp;
use serde::Serialize;

use crate::event::Event;
use crate::file::{ArticlePlan, Day, OutletPlan};
use crate::stage::Stage;
use crate::template::Templates;
use crate::timed::Timed;

/// A day of outlets that can be played: checked, with its templates compiled.
///
/// Made by [`Script::load`]. Everything that it says is a function of its arguments.
#[derive(Debug)]
pub struct Script {
    pub(crate) day: Day,
    pub(crate) end: Timestamp,
    pub(crate) pieces: Vec<Piece>,
    pub(crate) outlets: HashMap<String, usize>,
    pub(crate) templates: Templates,
}

/// An article with its times worked out. `outlet` is an index of the day's outlets.
#[derive(Debug)]
pub(crate) struct Piece {
    pub outlet: usize,
    /// When the day starts.
    pub start: Timestamp,
    /// At least one; the first stands from the publication.
    pub stages: Vec<Stage>,
    /// The article's own windows, then its outlet's.
    pub windows: Vec<Timed>,
    /// Where it stands since when, and the status that redirects to there; at least one.
    pub addresses: Vec<(Timestamp, String, u16)>,
    /// Names of the outlet's templates since when; empty while the first one serves.
    pub templates: Vec<(Timestamp, String)>,
}

/// Names an article of a script: its index there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleIndex(pub(crate) usize);

/// Something that happens to an article, as [`Script::events`] lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Happening {
    /// When.
    pub time: Timestamp,
    /// What, as the script names it; `published` for the first, `NAME ends` for the end of a window.
    pub name: String,
    /// In words; may be empty.
    pub description: String,
}

impl Script {
    /// What the script calls itself.
    pub fn title(&self) -> &str {
        &self.day.title
    }

    /// When the day starts.
    pub fn start(&self) -> Timestamp {
        self.day.start
    }

    /// When the day ends.
    pub fn end(&self) -> Timestamp {
        self.end
    }

    /// The outlets as written, in order.
    pub fn outlets(&self) -> &[OutletPlan] {
        &self.day.outlets
    }

    /// All articles, in the order of the script.
    pub fn articles(&self) -> impl Iterator<Item = ArticleIndex> + '_ {
        (0..self.pieces.len()).map(ArticleIndex)
    }

    /// The article with that `id`.
    pub fn find_article(&self, id: &str) -> Option<ArticleIndex> {
        self.day.articles.iter().position(|a| a.id == id).map(ArticleIndex)
    }

    /// The article as written.
    pub fn plan(&self, article: ArticleIndex) -> &ArticlePlan {
        &self.day.articles[article.0]
    }

    /// The outlet of an article.
    pub fn outlet_of(&self, article: ArticleIndex) -> &OutletPlan {
        &self.day.outlets[self.pieces[article.0].outlet]
    }

    /// When the article appears on its page and in the feed; never before the day starts.
    pub fn appears(&self, article: ArticleIndex) -> Timestamp {
        self.pieces[article.0].published().max(self.day.start)
    }

    /// The addresses where the article stands during the day, oldest first, with the time from which.
    pub fn addresses(&self, article: ArticleIndex) -> Vec<(Timestamp, String)> {
        let host = &self.outlet_of(article).host;
        let piece = &self.pieces[article.0];
        piece.addresses.iter().map(|(from, path, _)| (*from, format!("http://{host}{path}"))).collect()
    }

    /// Everything that happens to an article, in order of time: its publication, its own events
    /// and its outlet's, and the ends of windows.
    pub fn events(&self, article: ArticleIndex) -> Vec<Happening> {
        let piece = &self.pieces[article.0];
        let plan = self.plan(article);
        let mut all =
            vec![Happening { time: piece.published(), name: "published".into(), description: plan.headline.clone() }];
        let outlet = &self.day.outlets[piece.outlet];
        for event in plan.events.iter().chain(&outlet.events) {
            let timed = Timed::on(event, self.day.start, self.end);
            let description = event.why().to_owned();
            all.push(Happening { time: timed.from, name: event.name().into(), description: description.clone() });
            if event.is_window() && timed.to < self.end {
                all.push(Happening { time: timed.to, name: format!("{} ends", event.name()), description });
            }
        }
        all.sort_by_key(|h| h.time);
        all
    }

    /// The times at which what the article shows may change, sorted, each once: between two of
    /// them [`Script::shown`] is the same.
    pub fn moments(&self, article: ArticleIndex) -> Vec<Timestamp> {
        let piece = &self.pieces[article.0];
        let mut all: Vec<_> = piece.stages.iter().map(|s| s.from).collect();
        all.extend(piece.addresses.iter().map(|a| a.0));
        all.extend(piece.templates.iter().map(|t| t.0));
        for window in &piece.windows {
            all.extend([window.from, window.to]);
            if let Event::AbHeadline { every_minutes, .. } = &window.event {
                let step = i64::from(*every_minutes) * 60;
                let turns = (window.to.as_second() - window.from.as_second()) / step.max(1);
                all.extend((1..=turns).filter_map(|n| Timestamp::from_second(window.from.as_second() + n * step).ok()));
            }
        }
        all.retain(|t| *t >= self.appears(article) && *t < self.end);
        all.push(self.appears(article));
        all.sort();
        all.dedup();
        all
    }
}

impl Piece {
    pub(crate) fn published(&self) -> Timestamp {
        self.stages[0].from
    }

    /// The stage that stands at a time; the first one before the publication.
    pub(crate) fn stage(&self, at: Timestamp) -> &Stage {
        self.stages.iter().rev().find(|s| s.from <= at).unwrap_or(&self.stages[0])
    }

    /// The path at a time.
    pub(crate) fn path(&self, at: Timestamp) -> &str {
        self.addresses.iter().rev().find(|a| a.0 <= at).map_or(&self.addresses[0].1, |a| &a.1)
    }

    /// The name of the template at a time; `None`: the outlet's first.
    pub(crate) fn template(&self, at: Timestamp) -> Option<&str> {
        self.templates.iter().rev().find(|t| t.0 <= at).map(|t| t.1.as_str())
    }

    /// The window open at a time that hides the article, if one does.
    pub(crate) fn hidden(&self, at: Timestamp) -> Option<&Event> {
        self.windows.iter().find(|w| w.event.hides() && w.covers(at)).map(|w| &w.event)
    }
}
