//! Plays a day as fast as it goes: the newsroom's clock is stepped to whatever is due next.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result};
use jiff::{SignedDuration, Timestamp};
use store::Location;
use watch::{Desk, Event, Only, Stages, Watcher, Wish};

use super::newsroom_process::NewsroomProcess;
use crate::config::Config;
use crate::{ending, network, workplace};

/// How the watcher of a demo works: the newsroom stands on this machine, so there is no pace, and
/// a stalled answer is given up quickly.
pub fn demo_config() -> Config {
    Config { workers: 32, vantage: "demo".into(), contact: "demo@replate.example".into(), ..Config::default() }
}

/// A stalled answer of a demo's newsroom is given up after this time; others come at once.
const STALL: Duration = Duration::from_millis(1500);

/// Opens a folder for a watcher of a newsroom.
///
/// # Errors
/// When the folder cannot be opened or the newsroom does not answer.
pub fn open(location: &Location, newsroom: &NewsroomProcess) -> Result<Stages> {
    let mut stages = workplace::open(location, &demo_config(), fetch::DialTable::new())?;
    stages.fetcher = fetch::Fetcher::new(fetch::Config {
        contact: demo_config().contact,
        vantage: demo_config().vantage,
        pace: Duration::ZERO,
        dial: newsroom.dial_table()?,
        limits: fetch::Limits {
            head: STALL,
            idle: STALL,
            total: 2 * STALL,
            crawl_delay: Duration::ZERO,
            ..fetch::Limits::default()
        },
        ..fetch::Config::default()
    });
    Ok(stages)
}

/// Adds the newsroom's feeds that are not watched yet.
///
/// # Errors
/// When a feed cannot be added.
pub async fn add_feeds(
    stages: &Stages,
    newsroom: &NewsroomProcess,
    now: Timestamp,
    known: &mut HashSet<String>,
) -> Result<()> {
    let desk = Desk { store: stages.store.clone(), ledger: stages.ledger.clone(), by: "the newsroom".into() };
    for feed in newsroom.feeds()? {
        if !known.insert(feed.url.clone()) {
            continue;
        }
        let wish =
            Wish { address: feed.url.clone(), name: Some(feed.outlet), only: Some(Only::Feed), ..Wish::default() };
        watch::add(&stages.fetcher, &desk, &wish, now, |_| ()).await.with_context(|| format!("adding {}", feed.url))?;
    }
    Ok(())
}

/// Plays from the newsroom's clock to `end`, and then on until nothing more is due by `end`.
/// `tell` hears of everything that is recorded.
///
/// A database server that goes away is waited for.
///
/// # Errors
/// When the newsroom goes away, or the archive or store cannot be written.
pub fn play(
    stages: &Stages,
    newsroom: &NewsroomProcess,
    end: Timestamp,
    tell: impl Fn(Event) + Send + Sync + 'static,
) -> Result<()> {
    let tell = Arc::new(Mutex::new(tell));
    network::runtime()?.block_on(async {
        loop {
            let tell = tell.clone();
            let watcher = workplace::watcher(stages.clone(), &demo_config(), move |event| {
                tell.lock().unwrap_or_else(PoisonError::into_inner)(event);
            });
            match step_through(&watcher, stages, newsroom, end).await {
                Err(error) if ending::is_lost_server(&error) => stages.store.resume_patiently().await?,
                done => return done,
            }
        }
    })
}

async fn step_through(watcher: &Watcher, stages: &Stages, newsroom: &NewsroomProcess, end: Timestamp) -> Result<()> {
    watcher.recover().await?;
    let mut now = newsroom.clock()?.now;
    let mut known = HashSet::new();
    while now <= end {
        add_feeds(stages, newsroom, now, &mut known).await?;
        watcher.pass(now).await?;
        let Some(next) = stages.store.read(store::agenda::next_due).await? else { break };
        // A lease or a plan in the past would stand still: a second at least goes by.
        now = next.max(now.saturating_add(SignedDuration::from_secs(1))?);
        if now <= end {
            newsroom.set_clock(now)?;
        }
    }
    Ok(())
}
