//! A store's folder, opened for the one process that watches: database, archive, fetcher.

use std::path::Path;
use std::sync::{Arc, Mutex};

use anyhow::Result;
use fetch::DialTable;
use jiff::Timestamp;
use store::{Store, StoreError};
use watch::{Event, Settings, Stages, Watcher};

use crate::config::Config;
use crate::ending::{Ending, Stopped};
use crate::{archive_faults, network};

/// Opens the folder for this process alone, repairs the archive's tail, and makes the fetcher.
///
/// # Errors
/// When another process holds the folder, or it cannot be read or written.
pub fn open(dir: &Path, config: &Config, dial: DialTable) -> Result<Stages> {
    let store = open_store(dir)?;
    let recorded = store.read_blocking(store::visits::archive_end)?;
    let software = concat!("replate/", env!("CARGO_PKG_VERSION")).to_owned();
    let operator = (!config.contact.is_empty()).then(|| config.contact.clone());
    let archive_config = archive::Config { software, operator, recorded, ..archive::Config::default() };
    let (archive, opened) = archive::Archive::open(&dir.join("archive"), archive_config)?;
    if opened.repaired_bytes > 0 {
        let kept = opened.cut_to.as_deref().map_or_else(String::new, |p| format!(", kept in {}", p.display()));
        tracing::warn!(bytes = opened.repaired_bytes, "a torn tail of the archive was cut off{kept}");
    }
    archive_faults::tell(&opened);
    let reader = archive.reader();
    let fetcher = network::fetcher(config, dial);
    Ok(Stages { fetcher, archive: Arc::new(Mutex::new(archive)), reader, store })
}

/// Opens the store for this process alone, made if it is not there.
///
/// # Errors
/// When another process holds the folder, or it cannot be read or written; and when captures are
/// archived there that no database knows: a new one would give their names to other articles.
pub fn open_store(dir: &Path) -> Result<Store> {
    let begins =
        matches!(Store::open_reader(dir), Err(StoreError::NoStore { .. } | StoreError::OlderSchema { found: 0, .. }));
    let archive = dir.join("archive");
    if begins && archive.is_dir() && archive::Reader::new(archive).since(None)?.next().is_some() {
        let sentence = format!(
            "{} holds an archive, but its database is missing or empty; restore a copy of the database, or name another folder with --dir",
            dir.display()
        );
        return Err(Stopped::because(Ending::Store, sentence));
    }
    Ok(Store::open(dir)?)
}

/// A watcher over opened stages that tells `tell` what it does.
pub fn watcher(stages: Stages, config: &Config, tell: impl Fn(Event) + Send + Sync + 'static) -> Watcher {
    let boot = format!("{}-{}", std::process::id(), Timestamp::now().as_microsecond());
    let keep = config.keep.parse().unwrap_or_default();
    Watcher::new(stages, Settings { workers: config.workers, keep, boot }, tell)
}
