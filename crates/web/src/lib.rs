//! Web: HTTP in, HTTP out.
//!
//! Comes after `store` and `publish`, and joins them: a handler takes its arguments out of the
//! request, asks the store once, gives what it got to one view of `publish`, and answers
//! (`routes`). Start at [`serve`].
//!
//! What every answer shares is done in one place (`finish`): problems become pages or RFC 9457
//! bodies, `ETag` and 304, `HEAD`, the headers that keep pages from running anything but our own
//! script. How long an answer may be kept is a value that the handler returns ([`Keep`]).
//!
//! Limits: 1,024 connections, 256 of them that listen for changes (`live`), 10 s for a request's head, 16 KiB of head, 20 s for an answer, 2 searches at a time, 1 s each; bodies
//! of requests are not read. Stopping takes 3 s at most, whatever clients do.
//!
//! Deliberately absent: accounts, cookies, sessions; TLS (a proxy's work); compression (the same).

mod answer;
mod articles;
mod ask;
mod captures;
mod changes;
mod finish;
mod health;
mod live;
mod loaded;
mod metrics;
mod named;
mod narrowed;
mod pages;
mod refusal;
mod refused;
mod routes;
mod search;
mod server;

pub use answer::Keep;
pub use server::serve;

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use publish::Site;
use store::{DiskBudget, Store};
use tokio::sync::Semaphore;

/// Searches at a time; more wait. Half of the store's readers are always free for pages.
const SEARCHES: usize = 2;

/// What handlers share. Cheap to clone.
#[derive(Clone)]
pub struct State {
    store: Store,
    archive: archive::Reader,
    site: Arc<Site>,
    searches: Arc<Semaphore>,
    now: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    pace: Option<SignedDuration>,
    budget: Option<Arc<DiskBudget>>,
    live: live::Live,
}

impl State {
    /// A site over a store and the archive that holds its captures. `now` is asked for the time of every answer; a demonstration gives its
    /// own clock.
    pub fn new(
        store: Store,
        archive: archive::Reader,
        site: Site,
        now: impl Fn() -> Timestamp + Send + Sync + 'static,
    ) -> Self {
        let searches = Arc::new(Semaphore::new(SEARCHES));
        Self {
            store,
            archive,
            site: Arc::new(site),
            searches,
            now: Arc::new(now),
            pace: None,
            budget: None,
            live: live::Live::default(),
        }
    }

    /// With the least time between two requests of the watcher to one host, for the pages that tell of it.
    #[must_use]
    pub fn with_pace(self, pace: std::time::Duration) -> Self {
        Self { pace: SignedDuration::try_from(pace).ok(), ..self }
    }

    /// With how much the store's folder may take, for `/health` and `/metrics`.
    #[must_use]
    pub fn with_budget(self, budget: Option<DiskBudget>) -> Self {
        Self { budget: budget.map(Arc::new), ..self }
    }

    /// The budget with what the folder takes now; `None` without one, and if the folder cannot be measured.
    async fn room(&self) -> Option<(Arc<DiskBudget>, u64)> {
        let budget = self.budget.clone()?;
        let measured = budget.clone();
        let taken = tokio::task::spawn_blocking(move || measured.taken()).await.ok()?.ok()?;
        Some((budget, taken))
    }

    fn now(&self) -> Timestamp {
        (self.now)()
    }
}
