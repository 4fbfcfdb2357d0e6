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
use crate::input::is_address;
use crate::side::{PageRead, have_text};
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

Exit status 1 says that the texts differ, 0 that they are equal. A page without article text cannot be compared: 2, and 4 if \
it was fetched.")]
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

/// What is compared, and the change from the one to the other, if it is recorded.
struct Pair {
    before: Side,
    after: Side,
    recorded: Option<RecordedChange>,
}

/// One side of the comparison.
struct Side {
    name: String,
    reading: Reading,
}

impl DiffArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        let Pair { before, after, recorded } = match &self.after {
            Some(after) => named(&self.before, after, places)?,
            None => alone(&self.before, places)?,
        };
        let change = match &recorded {
            Some(known) if compare::apply(&before.reading, &known.change) == after.reading.canonical_text() => {
                known.change.clone()
            }
            _ => crate::compare::compared(&before.reading, &after.reading),
        };
        match self.format {
            Format::Text => {
                if self.after.is_none() {
                    say!("{}, from {} to {}\n", self.before, lower(&before.name), lower(&after.name))?;
                }
                let (left, right) = (&before.reading, &after.reading);
                output::text(&publish::text::diff(left, right, &change, recorded.as_ref(), terminal::style()))?
            }
            Format::Json => say!("{}", serde_json::to_string_pretty(&change)?)?,
            Format::Html => {
                let (left, right) = ((before.name.as_str(), &before.reading), (after.name.as_str(), &after.reading));
                say!("{}", publish::page::standalone(left, right, &change, recorded.as_ref()))?;
            }
        }
        Ok(if change.same { Ending::Well } else { Ending::Differs })
    }
}

/// Two sides that are both named.
fn named(before: &str, after: &str, places: &Places) -> Result<Pair> {
    if let Some(pair) = of_one_article(before, after, places)? {
        return Ok(pair);
    }
    let (mut before, mut after) = (Named::open(before, places)?, Named::open(after, places)?);
    let pages = [&mut before, &mut after].into_iter().filter_map(Named::page);
    have_text(&mut pages.collect::<Vec<_>>())?;
    Ok(Pair { before: before.side(), after: after.side(), recorded: None })
}

/// Two versions of one article; `None`: they are something else, or are not there.
fn of_one_article(before: &str, after: &str, places: &Places) -> Result<Option<Pair>> {
    let (from, to) = (Target::parse(before), Target::parse(after));
    let is_file = Path::new(before).exists() || Path::new(after).exists();
    let Some((m, n)) = from.version.zip(to.version).filter(|_| !is_file) else { return Ok(None) };
    let store = Store::open_reader(places.location()?)?;
    let (from, to) = (from.timeline(&store)?, to.timeline(&store)?);
    let version = |n: NonZeroU32| from.versions.iter().find(|v| v.number == n);
    let Some((from_version, to_version)) = version(m).zip(version(n)).filter(|_| from.article.id == to.article.id)
    else {
        return Ok(None);
    };
    let [before, after] = read_alike(&store, [(before, from_version), (after, to_version)])?;
    Ok(Some(Pair { before, after, recorded: between(&from, m, n) }))
}

/// Two versions, both as the later one was read: what two readers make of one page is nobody's edit.
fn read_alike(store: &Store, versions: [(&str, &Version); 2]) -> Result<[Side; 2]> {
    let [(first, before), (second, after)] = versions;
    let later = if before.number > after.number { before } else { after };
    let read = |name: &str, version: &Version| -> Result<Side> {
        let (own, like) = (version.clone(), later.clone());
        let reading = store.read_blocking(move |tx| store::versions::reading_like(tx, &own, &like))?;
        Ok(Side { name: name.to_owned(), reading })
    };
    Ok([read(first, before)?, read(second, after)?])
}

/// The change from one version to another, if it is recorded.
fn between(timeline: &Timeline, from: NonZeroU32, to: NonZeroU32) -> Option<RecordedChange> {
    timeline.changes.iter().find(|change| (change.from.number, change.to.number) == (from, to)).cloned()
}

/// What a word names.
enum Named {
    Version(Side),
    Page(String, PageRead),
}

impl Named {
    fn open(word: &str, places: &Places) -> Result<Self> {
        let target = Target::parse(word);
        let recorded = target.version.is_some() || word.parse::<news::ArticleId>().is_ok();
        if recorded && !Path::new(word).exists() {
            let reading = target.read(&Store::open_reader(places.location()?)?)?.reading;
            return Ok(Self::Version(Side { name: word.to_owned(), reading }));
        }
        if is_address(word) || word == "-" || Path::new(word).exists() {
            return Ok(Self::Page(word.to_owned(), PageRead::open(word, places)?));
        }
        let sentence = format!("{word} is no file, no address and no version; versions are written ADDRESS@N or ID@N");
        Err(Stopped::because(Ending::Usage, sentence))
    }

    fn page(&mut self) -> Option<&mut PageRead> {
        if let Self::Page(_, page) = self { Some(page) } else { None }
    }

    fn side(self) -> Side {
        match self {
            Self::Version(side) => side,
            Self::Page(name, page) => Side { name, reading: page.reading },
        }
    }
}

/// A change that is recorded: the newest of an article, or the one that led to the version named.
fn alone(word: &str, places: &Places) -> Result<Pair> {
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
    let recorded = between(&timeline, before.number, after.number);
    let names = [before, after].map(|version| format!("Version {}", version.number));
    let [before, after] = read_alike(&store, [(&names[0], before), (&names[1], after)])?;
    Ok(Pair { before, after, recorded })
}

/// The change that led to a version; for the first one, the change that led away from it.
fn led(timeline: &Timeline, version: NonZeroU32) -> Option<&RecordedChange> {
    let to = timeline.changes.iter().find(|change| change.to.number == version);
    to.or_else(|| timeline.changes.iter().find(|change| change.from.number == version && version.get() == 1))
}

fn lower(name: &str) -> String {
    name.replace("Version", "version")
}
