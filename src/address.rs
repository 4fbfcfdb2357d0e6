//! `replate address`: the normal spelling of an address, and its article key.

use anyhow::Result;
use clap::Args;
use serde::{Deserialize, Serialize};

use crate::batch::{self, BatchArgs};
use crate::ending::{Ending, Stopped};

/// Print an address in its normal spelling, with its article key
#[derive(Debug, Args)]
pub struct AddressArgs {
    /// The address
    #[arg(required_unless_present = "batch", conflicts_with = "batch")]
    url: Option<String>,
    #[command(flatten)]
    batch: BatchArgs,
}

/// A line of `address --batch`.
#[derive(Debug, Deserialize, schemars::JsonSchema)]
pub struct AddressLine {
    /// The address.
    url: String,
}

/// What `address` prints.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct AddressOutput {
    precise: String,
    key: String,
}

fn output(url: &str) -> Result<AddressOutput> {
    let precise = discover::address::precise(url)?;
    Ok(AddressOutput { key: discover::address::key(&precise)?, precise })
}

impl AddressArgs {
    /// Runs the command.
    pub fn run(self) -> Result<Ending> {
        if let Some(input) = &self.batch.batch {
            return batch::run(input, self.batch.jobs, |line: AddressLine, _| output(&line.url));
        }
        let url = self.url.unwrap_or_default();
        let printed = discover::address::web(&url)
            .map_err(Into::into)
            .and_then(|_| output(&url))
            .map_err(|e| Stopped::because(Ending::Differs, format!("that is no address: {e}")))?;
        say!("{}", serde_json::to_string_pretty(&printed)?)?;
        Ok(Ending::Well)
    }
}
