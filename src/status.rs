//! `replate status`: how the store stands.

use std::collections::BTreeMap;

use anyhow::Result;
use clap::Args;
use jiff::Timestamp;
use news::{Halt, Outlet, Subject};
use serde_json::json;
use store::{Store, Taken};

use crate::config::Places;
use crate::desk;
use crate::ending::Ending;
use crate::format::Format;
use crate::output::one_line;

/// Show what is watched, what is due, and what it takes on the disk
#[derive(Debug, Args)]
pub struct StatusArgs {
    /// How to print it; json is one object
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

impl StatusArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        let store = Store::open_reader(places.location()?)?;
        let now = Timestamp::now();
        let (status, feeds, halts) = store.read_blocking(move |tx| {
            Ok((store::status::status(tx, now)?, store::feeds::all_feeds(tx)?, store::halts::list_halts(tx)?))
        })?;
        let halts: BTreeMap<Subject, Halt> = halts.into_iter().collect();
        let halt_of = |outlet: &Outlet| halts.get(&Subject::Outlet(outlet.id));
        let polls_archived: u64 = feeds.iter().map(|feed| u64::from(feed.state.archived)).sum();
        let polls_bytes: u64 = feeds.iter().map(|feed| feed.state.archived_bytes).sum();
        let taken = Taken::of(&places.dir)?;
        let budget = places.load_config()?.budget(&places.dir);
        let total = status.total;
        if self.format == Format::Json {
            let by_year: Vec<_> = status
                .tallies
                .iter()
                .map(|t| desk::marked(&json!({ "outlet": t.outlet.domain, "year": t.year, "articles": t.tally.articles, "looks": t.tally.looks, "captures": t.tally.captures, "versions": t.tally.versions, "changes": t.tally.changes, "archived_bytes": t.tally.archived_bytes }), halt_of(&t.outlet)))
                .collect::<Result<_>>()?;
            say!(
                "{}",
                json!({
                    "outlets": status.outlets, "feeds": status.feeds, "articles": total.articles, "looks": total.looks,
                    "captures": total.captures, "versions": total.versions, "changes": total.changes,
                    "due": status.due, "leased": status.leased, "next_due": status.next_due,
                    "polls_archived": polls_archived, "polls_archived_bytes": polls_bytes, "archive_bytes": taken.segments, "ledger_bytes": taken.ledger, "database_bytes": status.database_bytes,
                    "folder_bytes": taken.total(), "disk_budget_bytes": budget.as_ref().map(|budget| budget.bytes), "by_outlet_and_year": by_year,
                })
            )?;
            return Ok(Ending::Well);
        }
        say!("outlets {:>9}   feeds    {:>9}   articles {:>9}", status.outlets, status.feeds, total.articles)?;
        say!("looks   {:>9}   versions {:>9}   changes  {:>9}", total.looks, total.versions, total.changes)?;
        say!("due now {:>9}   in work  {:>9}", status.due, status.leased)?;
        match status.next_due {
            Some(next) if next > now => say!("next    {}", publish::words::date_time(next))?,
            Some(_) => say!("next    now")?,
            None => say!("next    nothing is planned")?,
        }
        // A database on a server takes nothing here.
        let parts = [
            ("archive", taken.segments),
            ("database", status.database_bytes),
            ("ledger", taken.ledger),
            ("other", taken.other),
        ];
        let parts: Vec<String> = parts.iter().map(|(what, bytes)| format!("{what} {}", size(*bytes))).collect();
        say!("disk    {}; the folder {}", parts.join(", "), size(taken.total()))?;
        if let Some(budget) = budget {
            let share = budget.percent(taken.total());
            let more = if share < 100 { "" } else { "; what founded no version has gone or goes within the hour" };
            say!("        {share} % of disk_budget, {}{more}", size(budget.bytes))?;
        }
        let polls = counted(polls_archived, "poll of a source", "polls of sources");
        say!("        {polls} brought something else than the one before, {} archived", size(polls_bytes))?;
        for line in &status.tallies {
            let tally = line.tally;
            say!(
                "  {} {:<28} {:>16} {:>14} {:>15} {:>10} archived",
                line.year,
                one_line(&line.outlet.name),
                counted(tally.articles, "article", "articles"),
                counted(tally.looks, "look", "looks"),
                counted(tally.changes, "change", "changes"),
                size(tally.archived_bytes)
            )?;
            if let Some(halt) = halt_of(&line.outlet) {
                say!("       {}", desk::halted(halt))?;
            }
        }
        Ok(Ending::Well)
    }
}

fn counted(n: u64, one: &str, many: &str) -> String {
    publish::words::count(usize::try_from(n).unwrap_or(usize::MAX), one, many)
}

fn size(bytes: u64) -> String {
    indicatif::DecimalBytes(bytes).to_string()
}
