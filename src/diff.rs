//! `replate diff`: what differs, for people.

use std::path::Path;

use anyhow::Result;
use clap::{Args, ValueEnum};
use news::Reading;
use store::Store;

use crate::config::Places;
use crate::ending::{Ending, Stopped};
use crate::input::{Input, is_address};
use crate::target::Target;
use crate::{output, terminal};

/// Show what differs between two versions, files or addresses
#[derive(Debug, Args)]
#[command(after_help = "Each side is a version that is recorded (ADDRESS@N or ID@N), a file, or an address
that is fetched now. With one side alone, ADDRESS or ID, its two newest versions are compared.

Examples:
  replate diff 3-17@1 3-17@2
  replate diff old.html new.html
  replate diff https://outlet.example/news/bridge

Exit status 1 says that the texts differ, 0 that they are equal.")]
pub struct DiffArgs {
    /// The earlier side
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
            None => newest_two(&self.before, places)?,
        };
        let change = compare::compare(&before.reading, &after.reading);
        match self.format {
            Format::Text => {
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

fn newest_two(word: &str, places: &Places) -> Result<(Side, Side)> {
    let store = Store::open_reader(places.location()?)?;
    let timeline = Target::parse(word).timeline(&store)?;
    let [.., before, after] = timeline.versions.as_slice() else {
        let sentence =
            format!("{word} has not changed since {}", publish::words::date_time(timeline.article.first_seen));
        return Err(Stopped::because(Ending::Differs, sentence));
    };
    let read = |version: &news::Version| -> Result<Side> {
        let capture = version.capture;
        let reading = store.read_blocking(move |tx| store::readings::load_reading(tx, capture))?;
        Ok(Side { name: format!("Version {}", version.number), reading })
    };
    Ok((read(before)?, read(after)?))
}
