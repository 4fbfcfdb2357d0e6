//! `replate audit`: who decided what, and when.

use anyhow::Result;
use archive::{DeedRecord, Kept};
use clap::Args;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use news::{Act, CaptureId, Deed};
use serde_json::json;
use store::Store;
use watch::DeedError;

use crate::config::Places;
use crate::desk;
use crate::ending::{Ending, Stopped};
use crate::format::Format;
use crate::output::one_line;

/// Show what was decided: added, paused, resumed, removed, filtered, withdrawn, reinstated, merged, unmerged
#[derive(Debug, Args)]
#[command(
    after_help = "The newest comes last. The list is the ledger, ledger.warc.gz beside the archive's segments: it is \
written before a decision takes effect, and never changed. Exit status 1 says that a part of it cannot be read."
)]
pub struct AuditArgs {
    /// Only what was decided from then on: 2026-11-27, or 2026-11-27T14:00:00Z
    #[arg(long, value_name = "TIME", value_parser = time)]
    since: Option<Timestamp>,
    /// How to print it; json is a line for each deed, as it stands in the ledger
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

impl AuditArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        if !places.dir.is_dir() {
            let sentence =
                format!("there is no Replate store in {}; `replate add URL` makes one", places.dir.display());
            return Err(Stopped::because(Ending::Store, sentence));
        }
        let records = desk::ledger(&places.dir).read()?;
        let mut damaged = 0;
        for DeedRecord { offset, end, kept } in &records {
            match (kept, self.format) {
                (Kept::Deed(deed), _) if self.since.is_some_and(|since| deed.at < since) => {}
                (Kept::Deed(deed), Format::Json) => say!("{}", serde_json::to_string(deed)?)?,
                (Kept::Deed(deed), Format::Text) => {
                    let at = deed.at.to_zoned(TimeZone::UTC).strftime("%Y-%m-%d %H:%M:%S UTC");
                    say!("{at}  {:<10} {}", one_line(&deed.by), words(deed))?;
                }
                (Kept::Unknown(json), Format::Json) => say!("{json}")?,
                (Kept::Unknown(json), Format::Text) => {
                    say!("a newer Replate wrote: {}", one_line(json))?;
                }
                (Kept::Damage(fault), _) => {
                    damaged += 1;
                    let sentence =
                        format!("{} bytes of the ledger from byte {offset} on cannot be read: {fault}", end - offset);
                    match self.format {
                        Format::Text => say!("{sentence}")?,
                        Format::Json => {
                            say!("{}", json!({ "damage": sentence, "offset": offset, "bytes": end - offset }))?
                        }
                    }
                }
            }
        }
        if let Some(sentence) = astray(places, &records) {
            damaged += 1;
            match self.format {
                Format::Text => say!("{sentence}")?,
                Format::Json => say!("{}", json!({ "damage": sentence }))?,
            }
        } else if records.is_empty() && self.format == Format::Text {
            say!("nothing was decided yet")?;
        }
        Ok(if damaged > 0 { Ending::Differs } else { Ending::Well })
    }
}

/// What to say of a ledger that lacks what is decided in its database, if that can be opened.
fn astray(places: &Places, records: &[DeedRecord]) -> Option<String> {
    let store = Store::open_reader(places.location().ok()?).ok()?;
    let mark = store.read_blocking(store::deeds::ledger_mark).ok()??;
    (!archive::reaches(records, mark.bytes)).then(|| DeedError::Astray.to_string())
}

/// A deed in words.
fn words(deed: &Deed) -> String {
    let filters = |include: &[String], exclude: &[String]| {
        let option =
            |name, patterns: &[String]| patterns.iter().map(|p| format!(" {name} {}", one_line(p))).collect::<String>();
        let all = option("only", include) + &option("not", exclude);
        if all.is_empty() { String::new() } else { format!(", filters:{all}") }
    };
    let what = |article, version: &Option<CaptureId>| match version {
        Some(capture) => format!("the version of article {article} that capture {capture} names"),
        None => format!("article {article}"),
    };
    match &deed.act {
        Act::OutletAdded { id, name, domain, .. } => format!("added outlet {id}, {} ({domain})", one_line(name)),
        Act::FeedAdded { id, url, include, exclude, .. } => {
            format!("added feed {id}, {}{}", one_line(url), filters(include, exclude))
        }
        Act::ArticleAdded { id, url, .. } => format!("added article {id}, {}", one_line(url)),
        Act::FiltersSet { feed, include, exclude } => match filters(include, exclude) {
            none if none.is_empty() => format!("cleared the filters of feed {feed}"),
            some => format!("changed feed {feed}{some}"),
        },
        Act::Paused { subject } => format!("paused {subject}"),
        Act::Resumed { subject } => format!("resumed {subject}"),
        Act::Removed { subject } => format!("removed {subject}"),
        Act::Withdrawn { article, version, reason, legal } => {
            let law = if *legal { " (the law asks for it)" } else { "" };
            format!("withdrew {}{law}: {}", what(article, version), one_line(reason))
        }
        Act::Reinstated { article, version, reason } => {
            format!("reinstated {}: {}", what(article, version), one_line(reason))
        }
        Act::Merged { article, into, reason, .. } => {
            let why = reason.as_deref().map_or(String::new(), |reason| format!(": {}", one_line(reason)));
            format!("merged article {article} into {into}{why}")
        }
        Act::Unmerged { article } => format!("undid the merge of article {article}"),
    }
}

/// A day (UTC) or an instant.
fn time(text: &str) -> Result<Timestamp, String> {
    let day = text.parse::<Date>().ok().filter(|_| text.len() == 10);
    let at = day.and_then(|day| day.to_zoned(TimeZone::UTC).ok()).map(|day| day.timestamp());
    at.or_else(|| text.parse().ok())
        .ok_or_else(|| "write a day as 2026-11-27, or an instant as 2026-11-27T14:00:00Z".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_a_day_or_an_instant() {
        let cases = [
            ("2026-11-27", Some("2026-11-27T00:00:00Z")),
            ("2026-11-27T14:00:00Z", Some("2026-11-27T14:00:00Z")),
            ("2026-11-27T14:00:00+02:00", Some("2026-11-27T12:00:00Z")),
            ("2026-11-27T14:00:00", None),
            ("yesterday", None),
            ("", None),
        ];
        for (text, want) in cases {
            assert_eq!(time(text).ok().map(|at| at.to_string()).as_deref(), want, "{text}");
        }
    }
}
