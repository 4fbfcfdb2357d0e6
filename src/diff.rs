//! `replate diff`: what differs, for people.

use std::num::NonZeroU32;
use std::path::Path;

use anyhow::Result;
use clap::{Args, ValueEnum};
use news::{ArticleId, Reading, RecordedChange, Timeline, Version, VersionKind};
use publish::words::date_time;
use store::Store;

use crate::config::Places;
use crate::ending::{Ending, Stopped};
use crate::input::{Input, is_address};
use crate::target::{Target, no_version, unseen};
use crate::{output, terminal};

/// Show what differs between two versions, files or addresses
#[derive(Debug, Args)]
#[command(after_help = "Each side is a version that is recorded (ADDRESS@N or ID@N), a file, or an address \
that is fetched now. With one side alone, ADDRESS or ID, its two newest versions are compared; \
ADDRESS@N or ID@N alone shows the change that led to version N, and @1 the one that led away from it.

Examples:
  replate diff 3-17@1 3-17@2
  replate diff 3-17@4
  replate diff old.html new.html
  replate diff https://outlet.example/news/bridge

Exit status 1 says that the texts differ, 0 that they are equal.")]
pub struct DiffArgs {
    /// The earlier side; or one article or version alone
    before: String,
    /// The later side
    after: Option<String>,
    /// How to print it
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a terminal
    Text,
    /// The change as a JSON object
    Json,
    /// A page of its own
    Html,
}

/// One side of the comparison.
struct Side {
    name: String,
    reading: Reading,
}

impl DiffArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        let (before, after) = match &self.after {
            Some(after) => (side(&self.before, places)?, side(after, places)?),
            None => recorded(&self.before, places)?,
        };
        let change = crate::compare::compared(&before.reading, &after.reading);
        match self.format {
            Format::Text => {
                if self.after.is_none() {
                    say!("{}, from {} to {}\n", self.before, lower(&before.name), lower(&after.name))?;
                }
                output::text(&publish::text::diff(&before.reading, &after.reading, &change, terminal::style()))?
            }
            Format::Json => say!("{}", serde_json::to_string_pretty(&change)?)?,
            Format::Html => {
                let (left, right) = ((before.name.as_str(), &before.reading), (after.name.as_str(), &after.reading));
                say!("{}", publish::page::standalone(left, right, &change))?;
            }
        }
        Ok(if change.same { Ending::Well } else { Ending::Differs })
    }
}

fn side(word: &str, places: &Places) -> Result<Side> {
    let target = Target::parse(word);
    let recorded = target.version.is_some() || word.parse::<news::ArticleId>().is_ok();
    let reading = if recorded && !Path::new(word).exists() {
        target.read(&Store::open_reader(places.location()?)?)?.reading
    } else if is_address(word) || word == "-" || Path::new(word).exists() {
        extract::extract(&Input::open(word, None, None, places)?.page())
    } else {
        let sentence = format!("{word} is no file, no address and no version; versions are written ADDRESS@N or ID@N");
        return Err(Stopped::because(Ending::Usage, sentence));
    };
    Ok(Side { name: word.to_owned(), reading })
}

/// A change that is recorded: the newest of an article, or the one that led to the version named.
fn recorded(word: &str, places: &Places) -> Result<(Side, Side)> {
    let no = |sentence| Err(Stopped::because(Ending::Differs, sentence));
    if word == "-" || (Path::new(word).is_file() && word.parse::<ArticleId>().is_err()) {
        let sentence = format!("{word} is one file, and two are compared: `replate diff OLD NEW`");
        return Err(Stopped::because(Ending::Usage, sentence));
    }
    let store = Store::open_reader(places.location()?)?;
    let target = Target::parse(word);
    let timeline = target.timeline(&store)?;
    let versions = &timeline.versions;
    let counted: Vec<&Version> = versions.iter().filter(|v| v.kind != VersionKind::ReaderOnly).collect();
    let (before, after) = match (target.version, counted.as_slice()) {
        (_, []) => return no(unseen(&timeline)),
        (Some(n), _) if timeline.hidden.iter().any(|v| v.number == n) => {
            let hidden = timeline.hidden.iter().find(|v| v.number == n);
            return no(hidden.map(publish::words::not_shown).unwrap_or_default());
        }
        (Some(n), _) if versions.iter().all(|v| v.number != n) => {
            return no(no_version(&target.article, n, &timeline));
        }
        (_, [only]) => {
            let (first, last) = (date_time(only.first_seen), date_time(only.last_seen));
            return no(format!("{} has not changed: first seen at {first}, last at {last}", target.article));
        }
        (Some(n), _) => match led(&timeline, n) {
            Some(change) => (&change.from, &change.to),
            None => return no(format!("no change of {} led to version {n}", target.article)),
        },
        (None, [.., before, after]) => (*before, *after),
    };
    // Both as the later one was read: what two readers make of one page is nobody's edit.
    let read = |version: &Version| -> Result<Side> {
        let (own, like) = (version.clone(), after.clone());
        let reading = store.read_blocking(move |tx| store::versions::reading_like(tx, &own, &like))?;
        Ok(Side { name: format!("Version {}", version.number), reading })
    };
    Ok((read(before)?, read(after)?))
}

/// The change that led to a version; for the first one, the change that led away from it.
fn led(timeline: &Timeline, version: NonZeroU32) -> Option<&RecordedChange> {
    let to = timeline.changes.iter().find(|change| change.to.number == version);
    to.or_else(|| timeline.changes.iter().find(|change| change.from.number == version && version.get() == 1))
}

fn lower(name: &str) -> String {
    name.replace("Version", "version")
}
