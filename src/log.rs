//! `replate log`: the versions of an article, newest first, then its looks.

use anyhow::Result;
use clap::Args;
use jiff::Timestamp;
use store::Store;

use crate::config::Places;
use crate::ending::Ending;
use crate::format::Format;
use crate::target::Target;
use crate::{output, terminal};

/// Show the versions, changes and looks of an article
#[derive(Debug, Args)]
#[command(
    after_help = "Versions come first, the newest at the top; then the looks, the oldest at the top: neighbours \
that found the same are one line, and gaps of more than 2 hours, in which an edit could have been \
missed, are named. Times are UTC. `--format json` has every look."
)]
pub struct LogArgs {
    /// The article's address or id
    article: String,
    /// How to print it; json is one object, the whole timeline
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

impl LogArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        let store = Store::open_reader(places.location()?)?;
        let timeline = Target { article: self.article, version: None }.timeline(&store)?;
        match self.format {
            Format::Text => {
                output::text(&publish::text::log(&timeline, Timestamp::now(), terminal::style()))?;
            }
            Format::Json => say!("{}", publish::json::timeline(&timeline))?,
        }
        Ok(Ending::Well)
    }
}
