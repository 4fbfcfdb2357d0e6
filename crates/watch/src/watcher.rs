//! The watcher: leases what is due, has it looked at by bounded workers, gathers what came back.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use news::{ArticleId, CaptureId, Digest, FeedId, Sighting};
use store::{DueFeed, Store};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::batch::{Looked, Recorder};
use crate::deeds::Desk;
use crate::{fill, keep, pages, polls, recover};

/// Looks gathered before they are made durable together, and how long the first of them waits.
const BATCH: usize = 64;
/// See [`BATCH`].
const GATHER: Duration = Duration::from_millis(50);

/// A lease lasts longer than any look may take; a lost process's articles come back after it.
const LEASE: SignedDuration = SignedDuration::from_mins(10);

/// How long a clean stop waits for looks in flight; the rest are looked at again.
const GRACE: Duration = Duration::from_secs(3);

/// How often the keep rule is applied: it works on segments of a gigabyte, in days.
const SWEEP: Duration = Duration::from_secs(3600);

/// How often a watcher that follows a clock asks whether something is due.
const TICK: Duration = Duration::from_millis(250);

/// Within this time of a poll the articles that it found are due (`schedule::first_look`).
const FIRST_LOOK: SignedDuration = SignedDuration::from_secs(5);

/// Where a watcher does its work.
#[derive(Clone)]
pub struct Stages {
    /// Looks.
    pub fetcher: fetch::Fetcher,
    /// Keeps captures. One writer; held only while a batch is appended.
    pub archive: Arc<Mutex<archive::Archive>>,
    /// What the operator decides.
    pub ledger: archive::Ledger,
    /// Reads captures back.
    pub reader: archive::Reader,
    /// Records conclusions.
    pub store: Store,
}

impl Stages {
    /// Where the program decides by itself: what is asked in the place of a source that has moved or is gone.
    pub(crate) fn desk(&self) -> Desk {
        Desk { store: self.store.clone(), ledger: self.ledger.clone(), by: "replate".to_owned() }
    }
}

/// How a watcher works.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Looks and polls in flight at once.
    pub workers: usize,
    /// Which raw bodies are kept.
    pub keep: archive::Keep,
    /// How much the store's folder may take; `None`: as much as the disk has.
    pub budget: Option<store::DiskBudget>,
    /// Names this process's leases; another process's are respected until they run out.
    pub boot: String,
}

/// What a watcher tells while it works, for progress and logs.
#[derive(Debug, Clone)]
pub enum Event {
    /// A feed was polled; `None`: it failed.
    Polled {
        /// Which feed.
        feed: FeedId,
        /// Its address.
        url: String,
        /// Articles that were not known before.
        new_articles: Option<usize>,
    },
    /// A look is recorded: it will not be lost any more.
    Looked {
        /// Its name.
        capture: CaptureId,
        /// The address.
        url: String,
        /// What it is taken for.
        sighting: Sighting,
        /// Why it told nothing, in words.
        complaint: Option<String>,
    },
    /// An article has a new version.
    Versioned {
        /// The article.
        article: ArticleId,
        /// The version's number; a change leads to every one but the first.
        number: u32,
        /// Its headline.
        headline: Option<String>,
    },
}

/// What one pass did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pass {
    /// Feeds polled.
    pub polls: usize,
    /// Looks recorded.
    pub looks: usize,
}

/// Why a watcher had to stop. What was recorded stays recorded.
#[derive(Debug, thiserror::Error)]
pub enum WatchError {
    /// The archive cannot keep captures.
    #[error(transparent)]
    Archive(#[from] archive::ArchiveError),
    /// The store cannot record.
    #[error(transparent)]
    Store(#[from] store::StoreError),
    /// A stage panicked.
    #[error("a worker stopped with a bug: {0}")]
    Bug(#[from] tokio::task::JoinError),
}

/// Visits what is due.
pub struct Watcher {
    stages: Stages,
    settings: Settings,
    recorder: Recorder,
    polling: Arc<Mutex<HashSet<FeedId>>>,
    tell: Box<dyn Fn(Event) + Send + Sync>,
}

/// What a watcher takes on, and when it ends.
#[derive(Debug, Clone, Copy)]
enum Extent {
    /// Whatever is due, until a stop is asked for.
    Endless,
    /// Whatever is due, until nothing is.
    Idle,
    /// What was due at `start`, and articles that the polls among it have found: due by `found`.
    Once { start: Timestamp, found: Timestamp },
}

impl Extent {
    const fn ends(self) -> bool {
        !matches!(self, Self::Endless)
    }

    /// By when feeds, and articles, must be due to be taken on at `now`.
    const fn due_by(self, now: Timestamp) -> (Timestamp, Timestamp) {
        match self {
            Self::Endless | Self::Idle => (now, now),
            Self::Once { start, found } => (start, found),
        }
    }

    /// Polls go out at `now`: what they find is due within [`FIRST_LOOK`].
    fn polls_begin(&mut self, now: Timestamp) {
        if let Self::Once { found, .. } = self {
            *found = now.saturating_add(FIRST_LOOK).unwrap_or(Timestamp::MAX).max(*found);
        }
    }
}

/// What a worker brings back.
enum Done {
    Looked(Box<Looked>),
    /// The host asked for a pause before: no request was made, so there is no look.
    Held(ArticleId, Timestamp),
    Polled(Event),
}

impl Watcher {
    /// A watcher that tells `tell` what it does.
    pub fn new(stages: Stages, settings: Settings, tell: impl Fn(Event) + Send + Sync + 'static) -> Self {
        let recorder = Recorder::new(stages.clone(), settings.boot.clone());
        Self { stages, settings, recorder, polling: Arc::default(), tell: Box::new(tell) }
    }

    /// Concludes what the archive holds and the store does not know yet. Run it once, before anything else.
    ///
    /// # Errors
    /// When the archive cannot be read or the store cannot record.
    pub async fn recover(&self) -> Result<recover::Recovered, WatchError> {
        recover::recover(&self.stages, &self.recorder).await
    }

    /// Looks at one article now, whether it is due or not. A time: its host has asked this process
    /// for a pause until then, so no request was made, and there is no look.
    ///
    /// # Errors
    /// [`store::StoreError::NoSuchArticle`], and those of [`Self::pass`].
    pub async fn look(&self, article: ArticleId, now: Timestamp) -> Result<Option<Timestamp>, WatchError> {
        let due = self.stages.store.read(move |tx| store::agenda::load_due(tx, article)).await?;
        let outcome = pages::visit(&self.stages.fetcher, &due, now).await;
        if let Err(fetch::FetchError::Held { until, .. }) = outcome {
            return Ok(Some(until));
        }
        self.record(&mut vec![Looked { due, at: now, outcome }], &mut Pass::default()).await?;
        Ok(None)
    }

    /// Does everything that is due at `now`, and returns when nothing is.
    ///
    /// # Errors
    /// When the archive or the store cannot be written; nothing half-done shows.
    pub async fn pass(&self, now: Timestamp) -> Result<Pass, WatchError> {
        let (_stop, never) = watch::channel(false);
        self.work(&|| now, never, Extent::Idle).await
    }

    /// Does everything that is due when it is called and what follows from that at once: articles
    /// that a poll has found are looked at, too. What comes due later by schedule or pause is left.
    /// Ends earlier when `stop` turns true, as [`Self::run`] does.
    ///
    /// # Errors
    /// See [`Self::pass`].
    pub async fn once(
        &self,
        clock: &(dyn Fn() -> Timestamp + Send + Sync),
        stop: watch::Receiver<bool>,
    ) -> Result<Pass, WatchError> {
        let start = clock();
        let pass = self.work(clock, stop.clone(), Extent::Once { start, found: start }).await?;
        let mut stopped = stop;
        tokio::select! {
            filled = fill::fill(&self.stages.store) => filled?,
            _ = stopped.wait_for(|stop| *stop) => {}
        }
        Ok(pass)
    }

    /// Follows a clock until `stop` turns true, then ends within five seconds: looks in flight are
    /// given three to finish, and their leases are given back.
    ///
    /// # Errors
    /// See [`Self::pass`].
    pub async fn run(
        &self,
        clock: &(dyn Fn() -> Timestamp + Send + Sync),
        stop: watch::Receiver<bool>,
    ) -> Result<Pass, WatchError> {
        let sweeping = self.sweep_hourly(clock);
        let filling = async {
            fill::fill(&self.stages.store).await?;
            std::future::pending().await
        };
        tokio::select! {
            done = self.work(clock, stop, Extent::Endless) => done,
            never = sweeping => never,
            never = filling => never,
        }
    }

    /// Applies the keep rule and the disk budget once.
    ///
    /// # Errors
    /// When the archive or the store cannot be written.
    pub async fn sweep(&self, now: Timestamp) -> Result<(), WatchError> {
        let (stages, keep, budget) = (self.stages.clone(), self.settings.keep, self.settings.budget.clone());
        tokio::task::spawn_blocking(move || keep::sweep(&stages, keep, budget.as_ref(), now)).await?
    }

    /// Applies the keep rule now and then; ends only with an error of the archive or the store.
    async fn sweep_hourly(&self, clock: &(dyn Fn() -> Timestamp + Send + Sync)) -> Result<Pass, WatchError> {
        loop {
            self.sweep(clock()).await?;
            tokio::time::sleep(SWEEP).await;
        }
    }

    async fn work(
        &self,
        clock: &(dyn Fn() -> Timestamp + Send + Sync),
        mut stop: watch::Receiver<bool>,
        mut extent: Extent,
    ) -> Result<Pass, WatchError> {
        let mut pass = Pass::default();
        let mut flying: JoinSet<Done> = JoinSet::new();
        let mut looked = Vec::new();
        loop {
            let free = self.settings.workers.saturating_sub(flying.len());
            let leased = if free > 0 { self.launch(clock(), &mut extent, free, &mut flying).await? } else { 0 };
            if extent.ends() && leased == 0 && flying.is_empty() {
                return Ok(pass);
            }
            tokio::select! {
                done = flying.join_next(), if !flying.is_empty() => {
                    self.gather(done.transpose()?, &mut flying, &mut looked, &mut pass).await?;
                }
                () = tokio::time::sleep(TICK), if !extent.ends() => {}
                () = stopped(&mut stop) => {
                    self.land(&mut flying, &mut looked, &mut pass).await?;
                    return Ok(pass);
                }
            }
            self.record(&mut looked, &mut pass).await?;
        }
    }

    /// Leases what is due and sends workers for it. Returns how many went out.
    async fn launch(
        &self,
        now: Timestamp,
        extent: &mut Extent,
        free: usize,
        flying: &mut JoinSet<Done>,
    ) -> Result<usize, WatchError> {
        let (feeds_by, articles_by) = extent.due_by(now);
        let until = now.saturating_add(LEASE).unwrap_or(Timestamp::MAX);
        let boot = self.settings.boot.clone();
        // Feeds are not leased: this process alone polls, and knows which of them are in flight.
        let polling = self.polling.clone();
        let (feeds, due) = self
            .stages
            .store
            .write(move |tx| {
                let mut polling = lock(&polling);
                let all = store::feeds::due_feeds(tx, feeds_by, count(free + polling.len()))?;
                let feeds: Vec<DueFeed> = all.into_iter().filter(|f| polling.insert(f.feed.id)).take(free).collect();
                let articles = store::agenda::lease_due(tx, &boot, articles_by, until, count(free - feeds.len()))?;
                Ok((feeds, articles))
            })
            .await?;
        let sent = feeds.len() + due.len();
        if !feeds.is_empty() {
            extent.polls_begin(now);
        }
        for feed in feeds {
            let (stages, polling) = (self.stages.clone(), self.polling.clone());
            flying.spawn(async move {
                let id = feed.feed.id;
                let event = polls::poll(&stages, feed, now).await;
                lock(&polling).remove(&id);
                Done::Polled(event)
            });
        }
        for due in due {
            let fetcher = self.stages.fetcher.clone();
            flying.spawn(async move {
                match pages::visit(&fetcher, &due, now).await {
                    Err(fetch::FetchError::Held { until, .. }) => Done::Held(due.article.id, until),
                    outcome => Done::Looked(Box::new(Looked { due, at: now, outcome })),
                }
            });
        }
        Ok(sent)
    }

    /// Takes one finished piece of work, and those that finish right behind it.
    async fn gather(
        &self,
        first: Option<Done>,
        flying: &mut JoinSet<Done>,
        looked: &mut Vec<Looked>,
        pass: &mut Pass,
    ) -> Result<(), WatchError> {
        let mut next = first;
        let deadline = tokio::time::Instant::now() + GATHER;
        while let Some(done) = next {
            match done {
                Done::Looked(one) => looked.push(*one),
                Done::Held(article, until) => self.postpone(article, until).await?,
                Done::Polled(event) => {
                    pass.polls += 1;
                    (self.tell)(event);
                }
            }
            if looked.len() >= BATCH || flying.is_empty() {
                break;
            }
            next = match tokio::time::timeout_at(deadline, flying.join_next()).await {
                Ok(done) => done.transpose()?,
                Err(_) => break,
            };
        }
        Ok(())
    }

    /// Plans an article for the end of the pause that its host asked for.
    async fn postpone(&self, article: ArticleId, until: Timestamp) -> Result<(), WatchError> {
        let boot = self.settings.boot.clone();
        Ok(self.stages.store.write(move |tx| store::agenda::postpone(tx, &boot, article, until)).await?)
    }

    /// Makes gathered looks durable, concludes them and records them.
    async fn record(&self, looked: &mut Vec<Looked>, pass: &mut Pass) -> Result<(), WatchError> {
        if looked.is_empty() {
            return Ok(());
        }
        let batch = std::mem::take(looked);
        pass.looks += batch.len();
        for event in self.recorder.record(batch).await? {
            (self.tell)(event);
        }
        Ok(())
    }

    /// A clean stop: nothing new is begun, what is in flight may finish for a moment.
    async fn land(
        &self,
        flying: &mut JoinSet<Done>,
        looked: &mut Vec<Looked>,
        pass: &mut Pass,
    ) -> Result<(), WatchError> {
        let deadline = tokio::time::Instant::now() + GRACE;
        while let Ok(Some(done)) = tokio::time::timeout_at(deadline, flying.join_next()).await {
            match done? {
                Done::Looked(one) => looked.push(*one),
                Done::Held(article, until) => self.postpone(article, until).await?,
                Done::Polled(event) => (self.tell)(event),
            }
        }
        flying.abort_all();
        self.record(looked, pass).await?;
        let boot = self.settings.boot.clone();
        self.stages.store.write(move |tx| store::agenda::release(tx, &boot)).await?;
        Ok(())
    }
}

/// Waits until a stop is asked for; for ever if nobody can ask any more.
async fn stopped(stop: &mut watch::Receiver<bool>) {
    if stop.wait_for(|stop| *stop).await.is_err() {
        std::future::pending::<()>().await;
    }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// A seed that is the same for one thing for ever, so that its jitter is.
pub(crate) fn seed_of(name: &str) -> u64 {
    let Digest(bytes) = Digest::of(name);
    u64::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7]])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_poll_finds_is_looked_at_in_the_same_pass_and_nothing_later() {
        let start = Timestamp::UNIX_EPOCH;
        let mut once = Extent::Once { start, found: start };
        let polled = start + SignedDuration::from_secs(40);
        once.polls_begin(polled);
        let (feeds, articles) = once.due_by(polled + SignedDuration::from_hours(1));
        assert_eq!(feeds, start, "a feed is polled once");
        for seed in 0..1000 {
            assert!(schedule::first_look(polled, seed) <= articles, "seed {seed}");
        }
        assert!(
            articles < polled + SignedDuration::from_mins(5),
            "an error is tried again after 5 minutes at the soonest"
        );
    }
}
