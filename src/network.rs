//! The fetcher as the configuration asks for it, and one look for commands that need only one.

use std::time::Duration;

use anyhow::Result;
use fetch::{DialTable, Fetcher};
use jiff::Timestamp;
use news::{Exchange, Validators};

use crate::config::{Config, Places};

/// The fetcher. The dial table is empty except in the demo, which fills it with its newsroom.
pub fn fetcher(config: &Config, dial: DialTable) -> Fetcher {
    let defaults = fetch::Config::default();
    Fetcher::new(fetch::Config {
        contact: config.contact.clone(),
        vantage: config.vantage.clone(),
        pace: config.pace(),
        dial,
        limits: fetch::Limits {
            total: Duration::from_secs(config.timeout_seconds),
            body_bytes: config.page_bytes,
            ..defaults.limits
        },
        ..defaults
    })
}

/// Makes one unconditional request, with robots.txt and the address filter, and waits for it.
///
/// # Errors
/// When the address is refused or nothing comes back.
pub fn look_once(address: &str, places: &Places) -> Result<Exchange> {
    let fetcher = fetcher(&places.load_config()?, places.dial.clone());
    Ok(runtime()?.block_on(fetcher.look(address, &Validators::default(), Timestamp::now()))?)
}

/// A runtime for a command.
///
/// # Errors
/// When the system gives no threads.
pub fn runtime() -> Result<tokio::runtime::Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread().enable_all().build()?)
}
