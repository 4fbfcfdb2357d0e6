//! `replate compare`: two readings become a change.

use ::compare::Circumstances;
use anyhow::{Context, Result};
use clap::Args;
use news::{Change, ChangeKind, Reading};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

use crate::batch::{self, BatchArgs, Beside};
use crate::config::Places;
use crate::ending::Ending;
use crate::input::type_of;
use crate::side::{PageRead, have_text};

/// Compare two pages or readings, exactly
#[derive(Debug, Args)]
#[command(after_help = "Exit status 1 says that the texts differ, 0 that they are equal. \
A page without article text cannot be compared: \
2, and 4 if it was fetched. `replate diff` shows the same for people.")]
pub struct CompareArgs {
    /// The earlier page: a file, or an address that is fetched
    #[arg(required_unless_present = "batch", conflicts_with = "batch")]
    before: Option<String>,
    /// The later page
    #[arg(required_unless_present = "batch", conflicts_with = "batch")]
    after: Option<String>,
    #[command(flatten)]
    batch: BatchArgs,
}

/// A line of `compare --batch`.
#[derive(Debug, Deserialize, schemars::JsonSchema)]
pub struct CompareLine {
    before: Side,
    after: Side,
}

/// One side of a comparison: a page, a text, or a reading as `read` prints it.
#[derive(Debug, Deserialize, schemars::JsonSchema)]
#[serde(
    untagged,
    expecting = "`before` and `after` are each {\"file\": …}, {\"text\": …} or a reading with its `body`"
)]
enum Side {
    /// A page in a file.
    File {
        /// The path, relative to the input file.
        file: String,
        /// The address that it was found at.
        #[serde(default)]
        url: Option<String>,
        /// What its Content-Type header said.
        #[serde(default)]
        content_type: Option<String>,
    },
    /// A text.
    Text(Text),
    /// A reading.
    #[serde(deserialize_with = "reading_with_body")]
    Reading(Box<Reading>),
}

/// A text of paragraphs separated by blank lines.
#[derive(Debug, Deserialize, schemars::JsonSchema)]
struct Text {
    /// The headline, if there is one.
    #[serde(default)]
    headline: Option<String>,
    /// The standfirst, if there is one.
    #[serde(default)]
    standfirst: Option<String>,
    /// The paragraphs.
    text: String,
    /// When it was published, in the form of RFC 3339: which day "today" is.
    #[serde(default)]
    published_at: Option<String>,
    /// The code of its language; without it, the words tell.
    #[serde(default)]
    language: Option<String>,
}

/// A reading whose body is given: every key of a reading may be absent, so without this rule a
/// misspelt `file` would be the reading of an empty page.
fn reading_with_body<'de, D: Deserializer<'de>>(input: D) -> Result<Box<Reading>, D::Error> {
    let value = serde_json::Value::deserialize(input)?;
    if value.get("body").is_none() {
        return Err(D::Error::missing_field("body"));
    }
    serde_json::from_value(value).map(Box::new).map_err(D::Error::custom)
}

impl Side {
    /// What differs in the typesetting of two texts that a reading does not keep.
    fn typesetting(&self, after: &Self) -> Vec<ChangeKind> {
        let (Self::Text(before), Self::Text(after)) = (self, after) else { return Vec::new() };
        let found =
            compare::typesetting((before.headline.as_deref(), &before.text), (after.headline.as_deref(), &after.text));
        found.into_iter().flatten().collect()
    }

    fn reading(self, beside: &Beside) -> Result<Reading> {
        Ok(match self {
            Self::Reading(reading) => *reading,
            Self::Text(text) => Reading {
                published_at: text.published_at,
                language: text.language,
                ..compare::plain(text.headline.as_deref(), text.standfirst.as_deref(), &text.text)
            },
            Self::File { file, url, content_type } => {
                let body = beside.read(&file)?;
                let url = url.unwrap_or_else(|| format!("file:{file}"));
                let content_type = content_type.or_else(|| type_of(&file));
                extract::extract(&extract::Page { body: &body, content_type: content_type.as_deref(), url: &url })
            }
        })
    }
}

impl CompareArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        if let Some(input) = &self.batch.batch {
            return batch::run(input, self.batch.jobs, |line: CompareLine, beside| {
                let typesetting = line.before.typesetting(&line.after);
                let before = line.before.reading(beside).context("before")?;
                let after = line.after.reading(beside).context("after")?;
                let mut change = compared(&before, &after);
                change.kinds.extend(typesetting);
                change.kinds.sort_unstable();
                change.kinds.dedup();
                Ok(change)
            });
        }
        let open = |named: Option<String>| PageRead::open(&named.unwrap_or_default(), places);
        let (mut before, mut after) = (open(self.before)?, open(self.after)?);
        have_text(&mut [&mut before, &mut after])?;
        let change = compared(&before.reading, &after.reading);
        say!("{}", serde_json::to_string_pretty(&change)?)?;
        Ok(if change.same { Ending::Well } else { Ending::Differs })
    }
}

/// What differs between two readings of which nothing else is known.
pub fn compared(before: &Reading, after: &Reading) -> Change {
    let with = Circumstances { quotes: Some(&::quotes::of), ..Circumstances::default() };
    compare::compare(before, after, &with)
}
