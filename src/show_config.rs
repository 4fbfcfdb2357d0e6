//! `replate config`: the configuration in force.

use anyhow::Result;
use clap::Args;

use crate::config::Places;
use crate::ending::Ending;
use crate::output;

/// Print the configuration in force: the file's, and the defaults where it says nothing
#[derive(Debug, Args)]
#[command(after_help = "The output is a configuration file: `replate config > replate.toml` is a good start.")]
pub struct ConfigArgs {}

impl ConfigArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        output::text(&places.load_config()?.documented()?)?;
        Ok(Ending::Well)
    }
}
