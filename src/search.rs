//! `replate search`: versions by what they say.

use std::time::Duration;

use anyhow::Result;
use clap::Args;
use store::{NoOutlet, Store};
use text::search::{Query, QueryError};

use crate::config::Places;
use crate::ending::{Ending, Stopped};
use crate::format::Format;
use crate::{output, terminal};

/// For one search; nobody else waits for it.
const PATIENCE: Duration = Duration::from_secs(30);

/// Search all versions of all articles
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  replate search 'bridge toll'                    both words, anywhere in one version
  replate search '\"toll road\" -tunnel'           a phrase, without a word
  replate search 'toll outlet:ledger.example language:en'
  replate search 'toll after:2026-03-02 before:2026-04'

Newest first, by when a version was first seen. Versions in a row that all say it are one entry, at the \
first of them. after: and before: leave out the day, month or year that they name, on: is in it, in UTC; a \
time is written 2026-03-02T14:05Z. outlet: is a domain or a part of a name. Headline, standfirst and text \
are searched; case and accents do not matter. A query that begins with a hyphen is written after `--`. \
Ends with status 1 if nothing was found.")]
pub struct SearchArgs {
    /// What to search for, as one argument
    query: String,
    /// How to print it; json is a line for each version, with the passages that say it
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Entries at most
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=1000))]
    limit: u32,
}

impl SearchArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        let query: Query = self
            .query
            .parse()
            .map_err(|error: QueryError| Stopped::because(Ending::Usage, format!("cannot search for that: {error}")))?;
        let store = Store::open_reader(places.location()?)?;
        let (asked, limit) = (query.clone(), self.limit);
        let found = store.read_blocking(move |tx| store::search::search(tx, &asked, None, limit, PATIENCE))?;
        for (index, hit) in found.hits.iter().enumerate() {
            match self.format {
                Format::Json => say!("{}", publish::json::hit(hit, &query))?,
                Format::Text => {
                    let blank = if index > 0 { "\n" } else { "" };
                    output::text(&format!("{blank}{}", publish::text::hit(hit, &query, terminal::style())))?;
                }
            }
        }
        match &found.no_outlet {
            Some(NoOutlet::Unknown(word)) => {
                warn!("No outlet that is watched is called {word}; `replate list` shows those that are.")
            }
            Some(NoOutlet::Vague(word, count)) => {
                warn!("{word} is in the names of {count} outlets; name a whole domain.")
            }
            None if found.hits.is_empty() && found.stopped_at.is_none() => warn!("No version says that."),
            None => {}
        }
        if let Some(at) = found.stopped_at {
            warn!(
                "The search took too long: only what was first seen since {} has been searched.",
                publish::words::date_time(at)
            );
        } else if found.older.is_some() && self.format == Format::Text {
            warn!("There is more; --limit shows it.");
        }
        if found.filling {
            warn!("Older versions are still being made searchable: not everything can be found yet.");
        }
        Ok(if found.hits.is_empty() { Ending::Differs } else { Ending::Well })
    }
}
