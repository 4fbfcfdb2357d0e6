//! `replate quotes`: who says what in a text.

use anyhow::Result;
use clap::Args;
use news::Quotation;
use serde::{Deserialize, Serialize};

use crate::batch::{self, BatchArgs};
use crate::config::Places;
use crate::ending::Ending;
use crate::format::Format;
use crate::input::Input;

/// Say who says what: quotations with their speakers
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  replate quotes https://outlet.example/news/bridge --format text
  replate quotes speech.txt
  replate quotes --batch texts.jsonl > quotations.jsonl

English and German are known well, other languages by their quotation marks and commonest words of saying. Places count \
Unicode characters in the text: for a page its canonical text (`replate read --format text`). What the text leaves open \
has no speaker. Exit status 1 says that nobody is quoted.")]
pub struct QuotesArgs {
    /// A page or a plain text: a file (.gz and .zst are unpacked), `-`, or an address that is fetched
    #[arg(required_unless_present = "batch", conflicts_with = "batch")]
    page: Option<String>,
    /// How to print them; text is a line for each
    #[arg(long, value_enum, default_value = "json", conflicts_with = "batch")]
    format: Format,
    #[command(flatten)]
    batch: BatchArgs,
}

/// A line of `quotes --batch`.
#[derive(Debug, Deserialize, schemars::JsonSchema)]
pub struct QuotesLine {
    /// The text: paragraphs on lines of their own.
    text: String,
    /// Its language, a BCP 47 tag; guessed if absent.
    #[serde(default)]
    language: Option<String>,
}

/// What `quotes` prints.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct QuotesOutput {
    /// In the order of the text.
    quotes: Vec<Quotation>,
}

impl QuotesArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        if let Some(input) = &self.batch.batch {
            return batch::run(input, self.batch.jobs, |line: QuotesLine, _| {
                Ok(QuotesOutput { quotes: ::quotes::quotes(&line.text, line.language.as_deref()) })
            });
        }
        let input = Input::open(&self.page.unwrap_or_default(), None, None, places)?;
        let reading = extract::extract(&input.page());
        let found = ::quotes::of(&reading);
        let is_empty = found.is_empty();
        match self.format {
            Format::Json => say!("{}", serde_json::to_string_pretty(&QuotesOutput { quotes: found })?)?,
            Format::Text => {
                let text: Vec<char> = reading.canonical_text().chars().collect();
                for quotation in &found {
                    let said: String = text[quotation.start..quotation.end].iter().collect();
                    let speaker = quotation.speaker.as_deref().unwrap_or("(nobody is named)");
                    say!("{}: {}", publish::text::clean(speaker), publish::text::clean(&said))?;
                }
            }
        }
        Ok(if is_empty { Ending::Differs } else { Ending::Well })
    }
}
