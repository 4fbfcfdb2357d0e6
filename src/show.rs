//! `replate show`: what a version said.

use anyhow::Result;
use clap::Args;
use news::{ArticleId, Blame, Merge, ReadVersion, Timeline, Version, VersionKind};
use serde::Serialize;
use store::Store;

use crate::config::Places;
use crate::ending::{Ending, Stopped};
use crate::format::Format;
use crate::target::Target;
use crate::{output, terminal};

/// Show what a version of an article said
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  replate show https://outlet.example/news/bridge      the newest version
  replate show https://outlet.example/news/bridge@1    the first
  replate show 3-17@2 --format json
  replate show 3-17 --blame                            the version each sentence came with, and which changed it

With --blame every sentence stands beside the version that it came with; sentences that earlier versions said and this one \
does not come last.")]
pub struct ShowArgs {
    /// ADDRESS, ADDRESS@N, ID or ID@N
    #[arg(value_name = "VERSION")]
    target: String,
    /// Say for every sentence which version it came with and which changed it since
    #[arg(long)]
    blame: bool,
    /// How to print it; json is one object, the reading or the blame
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// A version, and what its article was merged into.
#[derive(Serialize)]
struct Shown {
    #[serde(flatten)]
    read: ReadVersion,
    /// When the article was published, as the outlet claimed at first sight; a reading has what its version claims.
    published_at: Option<String>,
    merged: Option<Merge>,
}

/// The sentences of a version, and what its article was merged into.
#[derive(Serialize)]
struct ShownBlame {
    article: ArticleId,
    #[serde(flatten)]
    blame: Blame,
    merged: Option<Merge>,
}

impl ShowArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        let store = Store::open_reader(places.location()?)?;
        let target = Target::parse(&self.target);
        let (timeline, read) = (target.timeline(&store)?, target.read(&store)?);
        let article = read.version.capture.article;
        let published_at = timeline.article.published_at;
        let blamed = self.blame.then(|| blamed(&store, &read)).transpose()?;
        let merged = store.read_blocking(move |tx| store::merges::find_merge(tx, article))?;
        match self.format {
            Format::Text => {
                if let Some(merge) = &merged {
                    say!("{}\n", publish::text::another_record(merge))?;
                }
                output::text(&match &blamed {
                    Some((timeline, read, blame)) => publish::text::blame(timeline, read, blame, terminal::style()),
                    None => publish::text::show(&read, terminal::style()),
                })?;
            }
            Format::Json => match blamed {
                Some((.., blame)) => say!("{}", serde_json::to_string_pretty(&ShownBlame { article, blame, merged })?)?,
                None => say!("{}", serde_json::to_string_pretty(&Shown { read, published_at, merged })?)?,
            },
        }
        Ok(Ending::Well)
    }
}

/// The blame of a version that is shown, with its article's timeline and what the version said.
fn blamed(store: &Store, read: &ReadVersion) -> Result<(Timeline, ReadVersion, Blame)> {
    let (number, article) = (read.version.number, read.version.capture.article);
    if read.version.kind == VersionKind::ReaderOnly {
        let sentence = format!("only our reader made version {number} of {article}: no sentence came or went with it");
        return Err(Stopped::because(Ending::Differs, sentence));
    }
    let found = store.read_blocking(move |tx| {
        let Some(timeline) = store::timelines::timeline_of(tx, article)? else { return Ok(None) };
        let versions: Vec<Version> = timeline.counted(Some(number)).into_iter().cloned().collect();
        let mut read = store::versions::read_in_order(tx, &versions)?;
        let blame = compare::blame_of(&timeline, &read);
        Ok(read.pop().zip(blame).map(|(last, blame)| (timeline, last.read, blame)))
    })?;
    found.ok_or_else(|| {
        Stopped::because(Ending::Differs, format!("version {number} of {article} is not shown any more"))
    })
}
