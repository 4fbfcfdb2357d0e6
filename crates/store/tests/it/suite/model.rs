//! Any history of visits, in any batches, some of them recorded again: the timeline is what a
//! plain list says it is.

use std::cell::Cell;

use news::{ArticleId, ChangeState, Digest, Failure, Look, Sighting};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use store::{Store, Visit};

use crate::stage::*;

/// What an outlet may do next. Texts are few, so that they come back.
#[derive(Debug, Clone)]
enum Event {
    /// Shows a text as a new version, unless it is the one that is shown.
    Shows(u8),
    /// Shows an earlier version again without making one (A/B test).
    Alternates(usize),
    Unchanged,
    Fails(u8),
    Gone,
}

fn any_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        3 => (0u8..4).prop_map(Event::Shows),
        1 => any::<usize>().prop_map(Event::Alternates),
        4 => Just(Event::Unchanged),
        1 => (0u8..13).prop_map(Event::Fails),
        1 => Just(Event::Gone),
    ]
}

/// The timeline as a plain list.
#[derive(Debug, Default)]
struct Model {
    looks: Vec<Look>,
    /// Text, first look, looks that showed it.
    versions: Vec<(u8, u32, Vec<Look>)>,
    /// From, to, state; versions by index.
    changes: Vec<(usize, usize, ChangeState)>,
    showing: Option<usize>,
}

impl Model {
    /// What `watch` would conclude from the event, and the list after it.
    fn happen(&mut self, article: ArticleId, event: &Event) -> Visit {
        let number = self.looks.len() as u32 + 1;
        let minute = i64::from(number) * 30;
        let mut seen = match *event {
            Event::Shows(text) if self.showing.is_none_or(|shown| self.versions[shown].0 != text) => {
                self.new_version(article, number, minute, text)
            }
            Event::Alternates(which) if !self.versions.is_empty() => {
                let which = which % self.versions.len();
                self.showing = Some(which);
                visit(article, number, minute, Sighting::Article, Some(which as u32 + 1))
            }
            Event::Fails(failure) => {
                let mut failed = visit(article, number, minute, Sighting::Error, None);
                failed.look.failure = Some(Failure::ALL[usize::from(failure)]);
                failed
            }
            Event::Gone => visit(article, number, minute, Sighting::Gone, None),
            _ => match self.showing {
                Some(shown) => visit(article, number, minute, Sighting::Unchanged, Some(shown as u32 + 1)),
                None => visit(article, number, minute, Sighting::Empty, None),
            },
        };
        if let Some(shown) = seen.look.shows.map(|shown| shown.get() as usize - 1) {
            self.versions[shown].2.push(seen.look);
            let again = self.versions[shown].2.len() > 1;
            for (_, to, state) in &mut self.changes {
                if again && *to == shown && *state == ChangeState::Provisional {
                    *state = ChangeState::Confirmed;
                }
            }
        }
        self.looks.push(seen.look);
        seen.failures_in_row = u32::from(seen.look.failure.is_some());
        seen
    }

    fn new_version(&mut self, article: ArticleId, look: u32, minute: i64, text: u8) -> Visit {
        let words = |text: u8| ["a", "b", "c", "d"][usize::from(text)];
        let returns_to = self.versions.iter().position(|version| version.0 == text).map(|i| i as u32 + 1);
        if returns_to.is_some() {
            for (_, _, state) in self.changes.iter_mut().filter(|(from, ..)| self.versions[*from].0 == text) {
                *state = ChangeState::Reverted;
            }
        }
        let from = self.showing.map(|shown| shown as u32 + 1);
        let to = self.versions.len();
        let number = to as u32 + 1;
        self.changes.extend(self.showing.map(|from| (from, to, ChangeState::Provisional)));
        self.versions.push((text, look, Vec::new()));
        self.showing = Some(to);
        first_sight(article, look, minute, (number, words(text)), from, returns_to)
    }
}

pub fn timelines_equal_the_model(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    let count = Cell::new(0);
    // Few cases, as each is some hundred transactions; the history is long enough to spill looks twice.
    let config = Config { cases: 24, failure_persistence: None, ..Config::default() };
    let histories =
        (prop::collection::vec(any_event(), 1..200), prop::collection::vec((1usize..9, any::<bool>()), 200));
    let run = |(events, batches): (Vec<Event>, Vec<(usize, bool)>)| {
        count.set(count.get() + 1);
        let id = article(store, outlet, &format!("https://ledger.example/{}", count.get()), 0);
        let mut model = Model::default();
        let visits: Vec<Visit> = events.iter().map(|event| model.happen(id, event)).collect();
        let mut rest = &visits[..];
        for (size, again) in batches {
            let (batch, after) = rest.split_at(size.min(rest.len()));
            record(store, batch.to_vec());
            if again {
                prop_assert_eq!(record(store, batch.to_vec()).known as usize, batch.len());
            }
            rest = after;
        }
        let timeline = read(store, move |tx| store::timelines::timeline_of(tx, id)).unwrap();
        prop_assert_eq!(&timeline.looks, &model.looks);
        prop_assert_eq!(timeline.versions.len(), model.versions.len());
        for (version, (text, look, looks)) in timeline.versions.iter().zip(&model.versions) {
            prop_assert_eq!(version.capture.look, *look);
            prop_assert_eq!(version.first_seen, looks[0].at);
            prop_assert_eq!(version.last_seen, looks[looks.len() - 1].at);
            let said = reading(["a", "b", "c", "d"][usize::from(*text)]);
            prop_assert_eq!(version.text_digest, Digest::of(said.canonical_text()));
            let number = version.number;
            let got = read(store, move |tx| store::versions::find_version(tx, id, number)).unwrap();
            prop_assert_eq!(got.reading, said);
        }
        let number = |version: &news::Version| version.number.get() as usize - 1;
        let changes = timeline.changes.iter().map(|c| (number(&c.from), number(&c.to), c.state));
        prop_assert_eq!(changes.collect::<Vec<_>>(), model.changes);
        Ok(())
    };
    TestRunner::new(config).run(&histories, run).unwrap();
}
