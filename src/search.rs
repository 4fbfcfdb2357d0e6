//! `replate search`: versions by what they say, changes by what came or went.

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

/// Search all versions of all articles, or all changes
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  replate search 'bridge toll'                    both words, anywhere in one version
  replate search '\"toll road\" -tunnel'           a phrase, without a word
  replate search 'toll outlet:ledger.example language:en'
  replate search 'toll after:2026-03-02 before:2026-04'
  replate search 'removed:alleged'                changes in which the word went
  replate search 'added:\"not guilty\" type:quote'   a phrase that came, where a quotation changed
  replate search 'person:Weber type:number'       numbers that changed with what Weber says
  replate search 'is:stealth outlet:ledger.example'   weighty changes without a notice that we could see

Newest first, by when a version was first seen. Versions in a row that all say it are one entry, at the \
first of them. after: and before: leave out the day, month or year that they name, on: is in it, in UTC; a \
time is written 2026-03-02T14:05Z. outlet: is a domain or a part of a name. Headline, standfirst and text \
are searched; case and accents do not matter. removed:, added:, type:, person: and is:stealth make it a search \
of changes; words without a filter are then words that came or went. Types are those of docs/change-types.md, a group \
of them (number, quote, name, notice) or a class (factual, framing, housekeeping, disclosure). A query that begins with a hyphen is written after `--`. \
Ends with status 1 if nothing was found.")]
pub struct SearchArgs {
    /// What to search for, as one argument
    query: String,
    /// How to print it; json is a line for each version, with the passages that say it, or for each change
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
        let told = if query.changes.is_some() { self.changes(&store, &query)? } else { self.versions(&store, &query)? };
        match &told.no_outlet {
            Some(NoOutlet::Unknown(word)) => {
                warn!("No outlet that is watched is called {word}; `replate list` shows those that are.")
            }
            Some(NoOutlet::Vague(word, count)) => {
                warn!("{word} is in the names of {count} outlets; name a whole domain.")
            }
            None if told.count == 0 && told.stopped_at.is_none() => warn!("{}", told.nothing),
            None => {}
        }
        if let Some(at) = told.stopped_at {
            warn!(
                "The search took too long: only what was first seen since {} has been searched.",
                publish::words::date_time(at)
            );
        } else if told.more && self.format == Format::Text {
            warn!("There is more; --limit shows it.");
        }
        if let Some(lacks) = told.lacks {
            warn!("{lacks}");
        }
        Ok(if told.count == 0 { Ending::Differs } else { Ending::Well })
    }

    /// Searches versions and prints them.
    fn versions(&self, store: &Store, query: &Query) -> Result<Told> {
        let (asked, limit) = (query.clone(), self.limit);
        let found = store.read_blocking(move |tx| store::search::search(tx, &asked, None, limit, PATIENCE))?;
        self.print(
            &found.hits,
            |hit| publish::json::hit(hit, query),
            |hit| publish::text::hit(hit, query, terminal::style()),
        )?;
        let lacks = "Older versions are still being made searchable: not everything can be found yet.";
        Ok(Told {
            count: found.hits.len(),
            nothing: "No version says that.",
            more: found.older.is_some(),
            stopped_at: found.stopped_at,
            lacks: found.filling.then_some(lacks),
            no_outlet: found.no_outlet,
        })
    }

    /// Searches changes and prints them.
    fn changes(&self, store: &Store, query: &Query) -> Result<Told> {
        let (asked, limit) = (query.clone(), self.limit);
        let found = store.read_blocking(move |tx| store::change_search::search(tx, &asked, None, limit, PATIENCE))?;
        self.print(&found.changes, publish::json::listed, |change| {
            publish::text::found_change(change, query, terminal::style())
        })?;
        let lacks =
            "Changes that were recorded before their types were told are not found; `replate reread` tells them.";
        Ok(Told {
            count: found.changes.len(),
            nothing: "No change is one of these.",
            more: found.older.is_some(),
            stopped_at: found.stopped_at,
            lacks: found.untyped.then_some(lacks),
            no_outlet: found.no_outlet,
        })
    }

    fn print<T>(&self, found: &[T], json: impl Fn(&T) -> String, text: impl Fn(&T) -> String) -> Result<()> {
        for (index, one) in found.iter().enumerate() {
            match self.format {
                Format::Json => say!("{}", json(one))?,
                Format::Text => {
                    let blank = if index > 0 { "\n" } else { "" };
                    output::text(&format!("{blank}{}", text(one)))?;
                }
            }
        }
        Ok(())
    }
}

/// What is said after what was found.
struct Told {
    count: usize,
    nothing: &'static str,
    more: bool,
    stopped_at: Option<jiff::Timestamp>,
    lacks: Option<&'static str>,
    no_outlet: Option<NoOutlet>,
}
