//! A store, opened for the one process that watches: database, archive, fetcher. And what it does all day.

use std::sync::{Arc, Mutex};

use anyhow::Result;
use fetch::DialTable;
use jiff::Timestamp;
use store::{Location, Store, StoreError};
use tokio::sync::watch as signal;
use watch::{Event, Settings, Stages, Watcher};

use crate::config::Config;
use crate::ending;
use crate::{archive_faults, desk, network, rules};

/// This program, as the archive names it.
pub const SOFTWARE: &str = concat!("replate/", env!("CARGO_PKG_VERSION"));

/// A store with a disk budget is cut into so many segments at least.
const SEGMENTS_OF_A_BUDGET: u64 = 16;

/// Opens the folder for this process alone, repairs the archive's tail, and makes the fetcher.
///
/// # Errors
/// When another process holds the folder, or it cannot be read or written.
pub fn open(location: &Location, config: &Config, dial: DialTable) -> Result<Stages> {
    let rules = rules::load(&rules::folder(&location.dir))?;
    let store = open_store(location)?;
    desk::catch_up(&store, &location.dir)?;
    watch::take_rules(&store, &rules, Timestamp::now())?;
    stages(store, location, config, dial)
}

/// The stages around a store that is open.
///
/// # Errors
/// When the archive cannot be read or written.
pub fn stages(store: Store, location: &Location, config: &Config, dial: DialTable) -> Result<Stages> {
    let dir = &location.dir;
    let recorded = store.read_blocking(store::visits::archive_end)?;
    let software = SOFTWARE.to_owned();
    let operator = (!config.contact.is_empty()).then(|| config.contact.clone());
    let mut archive_config = archive::Config { software, operator, recorded, ..archive::Config::default() };
    if let Some(budget) = config.budget(dir) {
        // The segment that is written to is never swept: it must be a small part of the whole.
        archive_config.segment_bytes = archive_config.segment_bytes.min(budget.bytes / SEGMENTS_OF_A_BUDGET);
    }
    let (archive, opened) = archive::Archive::open(&dir.join("archive"), archive_config)?;
    if opened.repaired_bytes > 0 {
        let kept = opened.cut_to.as_deref().map_or_else(String::new, |p| format!(", kept in {}", p.display()));
        tracing::warn!(bytes = opened.repaired_bytes, "a torn tail of the archive was cut off{kept}");
    }
    archive_faults::tell(&opened);
    let reader = archive.reader();
    let fetcher = network::fetcher(config, dial);
    Ok(Stages { fetcher, archive: Arc::new(Mutex::new(archive)), ledger: desk::ledger(dir), reader, store })
}

/// Opens the store for this process alone, made if it is not there.
///
/// # Errors
/// When another process holds the folder, or it cannot be read or written; and when captures are
/// archived there that no database knows: a new one would give their names to other articles.
pub fn open_store(location: &Location) -> Result<Store> {
    // Opening would make a new database in the place of one that is lost.
    if let Err(error @ StoreError::DatabaseLost { .. }) = Store::open_reader(location) {
        return Err(error.into());
    }
    Ok(Store::open(location)?)
}

/// A watcher over opened stages that tells `tell` what it does.
pub fn watcher(stages: Stages, config: &Config, tell: impl Fn(Event) + Send + Sync + 'static) -> Watcher {
    let boot = format!("{}-{}", std::process::id(), Timestamp::now().as_microsecond());
    let keep = config.keep.parse().unwrap_or_default();
    let budget = config.budget(stages.store.folder());
    Watcher::new(stages, Settings { workers: config.workers, keep, budget, boot }, tell)
}

/// Watches until `stop` turns true. When the database's server goes away, waits for it, reads the archive's
/// tail again, as at a start, and goes on.
///
/// # Errors
/// When the archive or the database cannot be written for another reason.
pub async fn watch_on(
    stages: &Stages,
    config: &Config,
    tell: impl Fn(Event) + Send + Sync + 'static,
    clock: &(dyn Fn() -> Timestamp + Send + Sync),
    mut stop: signal::Receiver<bool>,
) -> Result<()> {
    let tell = Arc::new(tell);
    loop {
        let told = tell.clone();
        let watcher = watcher(stages.clone(), config, move |event| told(event));
        let life = async {
            let recovered = watcher.recover().await?;
            if recovered.captures > 0 {
                tracing::warn!(captures = recovered.captures, "captures of the last run were recorded now");
            }
            watcher.run(clock, stop.clone()).await
        };
        let Err(error) = life.await.map_err(anyhow::Error::from) else { return Ok(()) };
        if !ending::is_lost_server(&error) {
            return Err(error);
        }
        tracing::warn!("{error}; looks go on when it is back");
        tokio::select! {
            resumed = stages.store.resume_patiently() => resumed?,
            _ = stop.wait_for(|stop| *stop) => return Ok(()),
        }
        tracing::warn!("the database answers again");
    }
}
