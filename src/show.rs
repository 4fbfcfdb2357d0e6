//! `replate show`: what a version said.

use anyhow::Result;
use clap::Args;
use news::{Merge, ReadVersion};
use serde::Serialize;
use store::Store;

use crate::config::Places;
use crate::ending::Ending;
use crate::format::Format;
use crate::target::Target;
use crate::{output, terminal};

/// Show what a version of an article said
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  replate show https://outlet.example/news/bridge      the newest version
  replate show https://outlet.example/news/bridge@1    the first
  replate show 3-17@2 --format json")]
pub struct ShowArgs {
    /// ADDRESS, ADDRESS@N, ID or ID@N
    #[arg(value_name = "VERSION")]
    target: String,
    /// How to print it; json is one object, the reading
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// A version, and what its article was merged into.
#[derive(Serialize)]
struct Shown {
    #[serde(flatten)]
    read: ReadVersion,
    merged: Option<Merge>,
}

impl ShowArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        let store = Store::open_reader(places.location()?)?;
        let read = Target::parse(&self.target).read(&store)?;
        let article = read.version.capture.article;
        let merged = store.read_blocking(move |tx| store::merges::find_merge(tx, article))?;
        match self.format {
            Format::Text => {
                if let Some(merge) = &merged {
                    say!("{}\n", publish::text::another_record(merge))?;
                }
                output::text(&publish::text::show(&read, terminal::style()))?;
            }
            Format::Json => say!("{}", serde_json::to_string_pretty(&Shown { read, merged })?)?,
        }
        Ok(Ending::Well)
    }
}
