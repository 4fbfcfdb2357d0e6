//! The fetcher as the configuration asks for it, and one look for commands that need only one.

use std::time::Duration;

use anyhow::Result;
use jiff::Timestamp;
use news::{Exchange, Validators};

use crate::config::Config;

/// The fetcher's configuration. The dial table stays empty: only demo, tests and eval fill it.
pub fn fetch_config(config: &Config) -> fetch::Config {
    let defaults = fetch::Config::default();
    fetch::Config {
        contact: config.contact.clone(),
        vantage: config.vantage.clone(),
        pace: config.pace(),
        limits: fetch::Limits {
            total: Duration::from_secs(config.timeout_seconds),
            body_bytes: config.page_bytes,
            ..defaults.limits
        },
        ..defaults
    }
}

/// Makes one unconditional request, with robots.txt and the address filter, and waits for it.
pub fn look_once(address: &str, config: &Config) -> Result<Exchange> {
    let fetcher = fetch::Fetcher::new(fetch_config(config));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    Ok(runtime.block_on(fetcher.look(address, &Validators::default(), Timestamp::now()))?)
}
