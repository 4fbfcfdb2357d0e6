//! `replate compare`: two readings become a change.

use ::compare::Circumstances;
use anyhow::{Context, Result};
use clap::Args;
use jiff::{SignedDuration, Timestamp};
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
    /// When it was changed last, in the same form: with `published_at` on both sides, how old the story was.
    #[serde(default)]
    updated_at: Option<String>,
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
                updated_at: text.updated_at,
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
    let with = Circumstances { quotes: Some(&::quotes::of), age: age(before, after), ..Circumstances::default() };
    compare::compare(before, after, &with)
}

/// How old the story was when its text became the later one, as far as the readings say so.
///
/// `None` without times of publication on both sides, or without one of a change that is after these: an outlet that does
/// not move it says nothing of when it changed the text, and a bare day is no time.
fn age(before: &Reading, after: &Reading) -> Option<SignedDuration> {
    let at = |time: &Option<String>| time.as_deref().and_then(|time| time.parse::<Timestamp>().ok());
    let published = at(&before.published_at)?.min(at(&after.published_at)?);
    let updated = at(&after.updated_at)?;
    let has_moved = at(&before.updated_at).is_none_or(|earlier| earlier < updated);
    (has_moved && updated > published).then(|| updated.duration_since(published))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_is_as_old_as_the_readings_say() {
        let reading = |(published, updated): (&str, &str)| {
            let time = |time: &str| (!time.is_empty()).then(|| time.to_owned());
            Reading { published_at: time(published), updated_at: time(updated), ..Reading::default() }
        };
        let (seven, eight) = ("2026-03-02T07:00:00Z", "2026-03-02T08:00:00Z");
        let cases = [
            ("an hour", (seven, ""), (seven, eight), Some(60)),
            ("in another zone", (seven, ""), (seven, "2026-03-02T08:30:00+01:00"), Some(30)),
            ("changed before, too", (seven, "2026-03-02T07:10:00Z"), (seven, eight), Some(60)),
            ("the time of the first publication counts", ("2026-03-01T07:00:00Z", ""), (seven, eight), Some(25 * 60)),
            ("the time of the change stayed", (seven, eight), (seven, eight), None),
            ("it is that of publication", (seven, ""), (seven, seven), None),
            ("before it was published", (eight, ""), (eight, seven), None),
            ("one side alone says when", ("", ""), (seven, eight), None),
            ("nobody says when it was changed", (seven, eight), (seven, ""), None),
            ("a bare day", ("2026-03-02", ""), ("2026-03-02", eight), None),
        ];
        for (name, before, after, minutes) in cases {
            let want = minutes.map(SignedDuration::from_mins);
            assert_eq!(age(&reading(before), &reading(after)), want, "{name}");
        }
    }

    #[test]
    fn what_a_young_story_gains_weighs_less() {
        let reading = |toll: u32, updated: &str| Reading {
            published_at: Some("2026-03-02T07:00:00Z".into()),
            updated_at: (!updated.is_empty()).then(|| updated.to_owned()),
            ..compare::plain(None, None, &format!("At least {toll} people were killed, the police said."))
        };
        let stealth = |updated: &str| compared(&reading(12, ""), &reading(21, updated)).stealth.expect("measured");
        assert!(stealth("2026-03-02T08:00:00Z") < stealth("2026-03-03T08:00:00Z"));
    }
}
