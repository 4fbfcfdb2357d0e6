//! Where the operator decides: the store, its ledger, and a name.

use std::path::Path;

use anyhow::{Context as _, Result};
use archive::Ledger;
use clap::Args;
use news::Halt;
use serde::Serialize;
use serde_json::{Value, json};
use store::{Location, Store, StoreError};
use watch::deeds::{self, CaughtUp};
use watch::{DeedError, Desk};

use crate::config::Places;
use crate::output::one_line;
use crate::workplace;

/// Who decides.
#[derive(Debug, Clone, Default, Args)]
pub struct By {
    /// Who decides this, for the audit log [default: the user's name on this machine]
    #[arg(long, value_name = "NAME", value_parser = one_line_of_text)]
    pub by: Option<String>,
}

/// The ledger of the store in a folder.
pub fn ledger(dir: &Path) -> Ledger {
    Ledger::new(dir.join("archive"), workplace::SOFTWARE)
}

/// The desk of a store that is open.
pub fn at(store: &Store, dir: &Path, by: &By) -> Desk {
    let by = by.by.clone().unwrap_or_else(user);
    Desk { store: store.clone(), ledger: ledger(dir), by }
}

/// The desk of a store that must be there; beside a running watcher, opened for short wishes.
///
/// # Errors
/// When there is no store, or it cannot be written.
pub fn open(places: &Places, by: &By) -> Result<Desk> {
    let store = open_for_wishes(&places.location()?)?;
    catch_up(&store, &places.dir)?;
    Ok(at(&store, &places.dir, by))
}

/// A store that must be there, to be written; beside a running watcher, for short wishes.
///
/// # Errors
/// When there is no store, it is of another version, or it cannot be written.
pub fn open_for_wishes(location: &Location) -> Result<Store> {
    drop(Store::open_reader(location)?);
    Ok(match Store::open(location) {
        Err(StoreError::Held { .. }) => Store::open_beside(location)?,
        other => other?,
    })
}

/// Lets deeds take effect that a crash has kept from it, and tells what is wrong with the ledger.
///
/// # Errors
/// When the ledger cannot be read or the store cannot be written.
pub fn catch_up(store: &Store, dir: &Path) -> Result<()> {
    let CaughtUp { done, left, damaged, astray } = deeds::catch_up(store, &ledger(dir))?;
    if done > 0 {
        tracing::warn!(deeds = done, "decisions of the ledger took effect now; they had not before");
    }
    if left > 0 {
        tracing::warn!(
            deeds = left,
            "decisions of the ledger name what is not here, or need a newer Replate; see `replate audit`"
        );
    }
    if astray {
        tracing::error!("{}", DeedError::Astray);
    }
    if damaged > 0 {
        tracing::error!(
            places = damaged,
            "places of the ledger cannot be read; `replate audit` shows where. A backup may have them"
        );
    }
    Ok(())
}

/// Since when something is halted, and by whom.
pub fn halted(halt: &Halt) -> String {
    let what = if halt.removed { "removed" } else { "paused" };
    format!("{what} by {} on {}", one_line(&halt.by), publish::words::date_time(halt.at))
}

/// Something as JSON with what halts it under `halt`: `{"removed", "at", "by"}`, or null.
///
/// # Errors
/// When it is no JSON object.
pub fn marked(what: &impl Serialize, halt: Option<&Halt>) -> Result<Value> {
    let mut marked = serde_json::to_value(what)?;
    let object = marked.as_object_mut().context("what is listed is an object")?;
    object.insert(
        "halt".to_owned(),
        halt.map_or(Value::Null, |h| json!({ "removed": h.removed, "at": h.at, "by": h.by })),
    );
    Ok(marked)
}

/// The user's name on this machine, by the id of this process; else what the surroundings say.
fn user() -> String {
    let named = named_by_system().or_else(|| std::env::var("USER").ok()).filter(|name| !name.is_empty());
    named.unwrap_or_else(|| "unknown".to_owned())
}

#[cfg(unix)]
fn named_by_system() -> Option<String> {
    use std::os::unix::fs::MetadataExt;
    let id = std::fs::metadata("/proc/self").ok()?.uid().to_string();
    let users = std::fs::read_to_string("/etc/passwd").ok()?;
    let mut fields = users.lines().map(|line| line.split(':'));
    fields.find_map(|mut line| {
        let name = line.next()?;
        (line.nth(1) == Some(id.as_str())).then(|| name.to_owned())
    })
}

#[cfg(not(unix))]
const fn named_by_system() -> Option<String> {
    None
}

/// Words of the command line that the ledger keeps: a single line of text.
pub fn one_line_of_text(given: &str) -> Result<String, String> {
    match given.trim() {
        "" => Err("it cannot be empty".into()),
        text if text.chars().any(char::is_control) => Err("it is a single line of text".into()),
        text if text.chars().count() > LONGEST => Err(format!("it is longer than {LONGEST} letters")),
        text => Ok(text.to_owned()),
    }
}

/// Reasons and names stand on pages and in lists.
const LONGEST: usize = 500;
