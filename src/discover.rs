//! `replate discover`: a feed or a site becomes entries and feeds.

use anyhow::Result;
use clap::Args;
use news::Entry;
use serde::{Deserialize, Serialize};

use crate::batch::{self, BatchArgs};
use crate::config::Places;
use crate::ending::{Ending, Stopped};
use crate::input::Input;

/// List the entries of a feed, or the feeds of a site
#[derive(Debug, Args)]
pub struct DiscoverArgs {
    /// A file, or an address that is fetched
    #[arg(required_unless_present = "batch", conflicts_with = "batch")]
    source: Option<String>,
    /// The address that the file was found at
    #[arg(long, requires = "source")]
    url: Option<String>,
    #[command(flatten)]
    batch: BatchArgs,
}

/// A line of `discover --batch`.
#[derive(Debug, Deserialize, schemars::JsonSchema)]
pub struct DiscoverLine {
    /// The address that it was found at.
    url: String,
    /// The feed or page: a path relative to the input file.
    file: String,
    /// What its Content-Type header said.
    #[serde(default)]
    content_type: Option<String>,
}

/// What `discover` prints.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct DiscoverOutput {
    format: String,
    title: Option<String>,
    entries: Vec<Entry>,
    feeds: Vec<FeedOutput>,
    remarks: Vec<String>,
}

/// A feed that a page names.
#[derive(Debug, Serialize, schemars::JsonSchema)]
struct FeedOutput {
    url: String,
    title: Option<String>,
}

fn output(found: discover::Discovered) -> DiscoverOutput {
    DiscoverOutput {
        format: found.format.to_string(),
        title: found.title,
        entries: found.entries,
        feeds: found.feeds.into_iter().map(|f| FeedOutput { url: f.url, title: f.title }).collect(),
        remarks: found.remarks,
    }
}

impl DiscoverArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        if let Some(input) = &self.batch.batch {
            return batch::run(input, self.batch.jobs, |line: DiscoverLine, beside| {
                let body = beside.read(&line.file)?;
                let content_type = line.content_type.as_deref();
                Ok(output(discover::discover(&discover::Source { body: &body, content_type, url: &line.url })))
            });
        }
        let named = self.source.unwrap_or_default();
        let input = Input::open(&named, self.url.as_deref(), None, places)?;
        let content_type = input.content_type.as_deref();
        let found = discover::discover(&discover::Source { body: &input.body, content_type, url: &input.url });
        let nothing = found.entries.is_empty() && found.feeds.is_empty();
        say!("{}", serde_json::to_string_pretty(&output(found))?)?;
        if nothing {
            let sentence = format!("{named} is no feed and names none");
            return Err(Stopped::because(Ending::Differs, sentence));
        }
        Ok(Ending::Well)
    }
}
