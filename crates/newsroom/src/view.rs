//! What an article's page shows at a time, before any wall: which text, which headline, since when.

use jiff::Timestamp;
use news::Block;

use crate::event::Event;
use crate::script::Piece;
use crate::stage::Stage;

/// The article as one page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct View<'a> {
    pub stage: &'a Stage,
    /// The stage's headline, or the one whose turn it is in an A/B test.
    pub headline: &'a str,
    /// The blocks that show.
    pub body: &'a [Block],
    /// Whether a paywall stands behind them.
    pub walled: bool,
    /// The name of the template; `None`: the outlet's first.
    pub template: Option<&'a str>,
    /// Since when the page is what it is.
    pub last_modified: Timestamp,
    /// The time whose page this is, where it is an old copy.
    pub copy_of: Option<Timestamp>,
}

impl View<'_> {
    /// Whether readers see the same headline, standfirst, bylines and blocks.
    pub(crate) fn same_words(&self, other: &View<'_>) -> bool {
        self.headline == other.headline
            && self.stage.standfirst == other.stage.standfirst
            && self.stage.bylines == other.stage.bylines
            && self.body == other.body
    }
}

impl Piece {
    /// The page at a time, old copies included.
    pub(crate) fn view(&self, at: Timestamp) -> View<'_> {
        let stale = self.windows.iter().find_map(|w| match &w.event {
            Event::StaleCopy { as_of, .. } if w.covers(at) => Some(as_of.on(self.start)),
            _ => None,
        });
        match stale {
            Some(as_of) => View { copy_of: Some(as_of), ..self.fresh_view(as_of) },
            None => self.fresh_view(at),
        }
    }

    /// The page at a time as the outlet's own machines serve it.
    pub(crate) fn fresh_view(&self, at: Timestamp) -> View<'_> {
        let stage = self.stage(at);
        let mut view = View {
            stage,
            headline: &stage.headline,
            body: &stage.body,
            walled: false,
            template: self.template(at),
            last_modified: stage.from,
            copy_of: None,
        };
        let switched = self.templates.iter().map(|t| t.0).filter(|t| *t <= at).max();
        view.last_modified = view.last_modified.max(switched.unwrap_or(view.last_modified));
        for window in self.windows.iter().filter(|w| w.from <= at) {
            let open = window.covers(at);
            let mut since = if open { window.from } else { window.to };
            match &window.event {
                Event::AbHeadline { headlines, every_minutes, .. } => {
                    if open {
                        let turn = turn(window.from, at, *every_minutes);
                        view.headline = &headlines[turn % headlines.len()];
                        since = turn_start(window.from, turn, *every_minutes);
                    }
                }
                Event::Paywall { blocks, .. } => {
                    if open {
                        view.walled = true;
                        view.body = &stage.body[..stage.body.len().min(*blocks)];
                    }
                }
                _ => continue,
            }
            view.last_modified = view.last_modified.max(since);
        }
        view
    }
}

/// Whose turn it is in an A/B test, counted from 0.
fn turn(from: Timestamp, at: Timestamp, every_minutes: u32) -> usize {
    let seconds = (at.as_second() - from.as_second()).max(0);
    usize::try_from(seconds / (i64::from(every_minutes.max(1)) * 60)).unwrap_or(0)
}

fn turn_start(from: Timestamp, turn: usize, every_minutes: u32) -> Timestamp {
    let seconds = i64::try_from(turn).unwrap_or(0) * i64::from(every_minutes.max(1)) * 60;
    Timestamp::from_second(from.as_second() + seconds).unwrap_or(from)
}
