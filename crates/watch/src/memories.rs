//! Outlets' memories, as a batch of looks reads with them and adds to them.
//!
//! Nothing of a batch is read with what is learnt of it: a memory is of captures that are older than those that it is
//! used on. An epoch is published once a day at most, because with a new one earlier captures have to be read again.

use std::collections::BTreeMap;

use extract::{Learner, Lesson, Memory, Rules};
use jiff::{SignedDuration, Timestamp};
use news::{ArticleId, OutletId};
use store::Store;
use store::memories::{Learnt, NewlyLearnt};

use crate::watcher::WatchError;

/// The shortest time from one epoch of an outlet to the next.
const EPOCH: SignedDuration = SignedDuration::from_hours(24);

/// The memories that a batch needs, as they were before it.
pub(crate) struct Memories {
    store: Store,
    read_with: BTreeMap<OutletId, Memory>,
    taught: BTreeMap<OutletId, Taught>,
}

/// What a batch teaches of an outlet.
struct Taught {
    known: Learnt,
    learner: Learner,
    last: Timestamp,
}

/// Takes an operator's rules, by the outlet's domain: those of an outlet that are others than before are an epoch of
/// their own, from now on.
///
/// # Errors
/// When the store cannot be read or written.
pub fn take_rules(store: &Store, rules: &BTreeMap<String, Rules>, now: Timestamp) -> Result<(), WatchError> {
    let none = Rules::default();
    for outlet in store.read_blocking(store::outlets::list_outlets)? {
        let id = outlet.id;
        let epoch = store.read_blocking(move |tx| store::memories::epoch_of(tx, id))?;
        let memory = Memory::from_bytes(&epoch).unwrap_or_default();
        let rules = rules.get(&outlet.domain).unwrap_or(&none);
        if memory.rules() != rules {
            let published = Some((now, memory.with_rules(rules).bytes().to_vec()));
            store.write_blocking(move |tx| {
                let learner = store::memories::learnt_of(tx, id)?.learner;
                store::memories::learn(tx, &NewlyLearnt { outlet: id, learner, published })
            })?;
        }
    }
    Ok(())
}

impl Memories {
    pub(crate) fn new(store: Store) -> Self {
        Self { store, read_with: BTreeMap::new(), taught: BTreeMap::new() }
    }

    /// The memory that an outlet's pages are read with.
    pub(crate) fn of(&mut self, outlet: OutletId) -> Result<Memory, WatchError> {
        if let Some(memory) = self.read_with.get(&outlet) {
            return Ok(memory.clone());
        }
        let bytes = self.store.read_blocking(move |tx| store::memories::epoch_of(tx, outlet))?;
        let memory = Memory::from_bytes(&bytes).unwrap_or_else(|error| {
            tracing::error!(%error, %outlet, "its pages are read without what was learnt of it");
            Memory::none()
        });
        self.read_with.insert(outlet, memory.clone());
        Ok(memory)
    }

    /// Learns from a capture; `first`: it is the first that shows the article.
    pub(crate) fn learn(
        &mut self,
        article: ArticleId,
        first: bool,
        at: Timestamp,
        lesson: &Lesson,
    ) -> Result<(), WatchError> {
        if lesson.is_empty() {
            return Ok(());
        }
        let outlet = article.outlet;
        if !self.taught.contains_key(&outlet) {
            let known = self.store.read_blocking(move |tx| store::memories::learnt_of(tx, outlet))?;
            let learner = Learner::from_bytes(&known.learner).unwrap_or_else(|error| {
                tracing::warn!(%error, %outlet, "what was learnt of an outlet cannot be read; it is learnt again");
                Learner::default()
            });
            self.taught.insert(outlet, Taught { known, learner, last: at });
        }
        if let Some(taught) = self.taught.get_mut(&outlet) {
            taught.learner.learn(&article.to_string(), first, lesson);
            taught.last = taught.last.max(at);
        }
        Ok(())
    }

    /// What is to be recorded of what the batch taught.
    pub(crate) fn learnt(self) -> Vec<NewlyLearnt> {
        let read_with = self.read_with;
        let newly = |(outlet, taught): (OutletId, Taught)| {
            let Taught { known, learner, last } = taught;
            let is_time = known.published.is_none_or(|at| last.duration_since(at) >= EPOCH);
            // An operator's rules stay as they are; `take_rules` alone changes them.
            let rules = read_with.get(&outlet).map(Memory::rules).cloned().unwrap_or_default();
            let memory = is_time.then(|| learner.memory().with_rules(&rules));
            let memory = memory.filter(|memory| memory.epoch() != known.epoch);
            let published = memory.map(|memory| (last, memory.bytes().to_vec()));
            NewlyLearnt { outlet, learner: learner.bytes(), published }
        };
        self.taught.into_iter().map(newly).collect()
    }
}
