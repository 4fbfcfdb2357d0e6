//! `replate merge`: two articles of an outlet turned out to be one.

use anyhow::Result;
use clap::Args;
use jiff::Timestamp;
use news::{Act, ArticleId, Sighting, Timeline};
use publish::words;
use store::merges::{self, Obstacle, UndoObstacle};
use store::{Store, Tx};

use crate::config::Places;
use crate::desk::{self, By, one_line_of_text};
use crate::ending::{Ending, Stopped};
use crate::output::one_line;
use crate::target::Target;

/// Merge an article into another of its outlet that turned out to be the same; or undo that
#[derive(Debug, Args)]
#[command(after_help = "Every address of ARTICLE leads to INTO from then on. ARTICLE is looked at no more, and is in \
no list of articles; INTO should be the one whose address still stands. What was recorded under \
the id of ARTICLE stays: its pages say what it was merged into, and the page of INTO names them. \
Works beside a running watcher.

Refused, with what to do first: articles of two outlets; one that is merged already, into another \
or with others merged into it; one that is withdrawn. --undo is refused if it would show again what \
is withdrawn.

Examples:
  replate merge 3-17 3-4 --reason \"the redesign gave it another address\"
  replate merge https://outlet.example/old/bridge https://outlet.example/news/bridge
  replate merge 3-17 --undo")]
pub struct MergeArgs {
    /// The article's address or id
    article: String,
    /// The address or id of the article that it is; needed without --undo
    #[arg(required_unless_present = "undo", conflicts_with = "undo")]
    into: Option<String>,
    /// Why, in words that are shown
    #[arg(long, value_name = "WORDS", conflicts_with = "undo", value_parser = one_line_of_text)]
    reason: Option<String>,
    /// Make it an article by itself again, as it was planned
    #[arg(long)]
    undo: bool,
    #[command(flatten)]
    by: By,
}

impl MergeArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        let desk = desk::open(places, &self.by)?;
        let named = |article: String| Target { article, version: None };
        let article = named(self.article).find_record(&desk.store)?;
        let now = Timestamp::now();
        let Some(into) = self.into else {
            let obstacle = desk.decide_blocking(now, move |tx| {
                let obstacle = merges::obstacle_to_undo(tx, article)?;
                let acts = if obstacle.is_none() { vec![Act::Unmerged { article }] } else { Vec::new() };
                Ok((obstacle, acts))
            })?;
            if let Some(obstacle) = obstacle {
                return Err(in_the_way_of_undoing(article, &obstacle));
            }
            note!("undone: article {article} is one by itself again, and looked at as it was planned");
            return Ok(Ending::Well);
        };
        let into = named(into).find(&desk.store)?;
        let reason = self.reason;
        let obstacle = desk.decide_blocking(now, move |tx| match merges::obstacle(tx, article, into)? {
            None => Ok((None, vec![act(tx, article, into, reason)?])),
            obstacle => Ok((obstacle, Vec::new())),
        })?;
        match obstacle {
            None => tell(&desk.store, article, into)?,
            Some(Obstacle::Merged(merge)) if merge.into == into => {
                note!("article {article} is merged into {into} already, since {}", words::date_time(merge.at));
            }
            Some(obstacle) => return Err(in_the_way(article, into, &obstacle)),
        }
        Ok(Ending::Well)
    }
}

fn act(tx: &mut Tx<'_>, article: ArticleId, into: ArticleId, reason: Option<String>) -> Result<Act, store::StoreError> {
    let (found, _) = store::articles::load_article(tx, article)?;
    let (other, _) = store::articles::load_article(tx, into)?;
    Ok(Act::Merged { article, url: found.url, into, into_url: other.url, reason })
}

fn tell(store: &Store, article: ArticleId, into: ArticleId) -> Result<()> {
    let timeline = store.read_blocking(move |tx| store::timelines::timeline_of(tx, into))?;
    let url = timeline.as_ref().map_or(String::new(), |t| format!(", at {}", one_line(&t.article.url)));
    note!("merged: article {article} is {into} from now on, which is looked at{url}");
    note!(
        "  what was recorded as {article} stays at its pages; `replate merge {article} --undo` makes it one by itself"
    );
    if let Some(saw) = timeline.as_ref().and_then(missing) {
        note!("  the last look at {into} saw {saw}: if the article stands where {article} stood, undo this and");
        note!("  merge the other way round, `replate merge {into} {article}`");
    }
    Ok(())
}

/// What the last look that told something saw, if the article is not at its address.
fn missing(timeline: &Timeline) -> Option<String> {
    let told = timeline.looks.iter().rfind(|look| look.sighting.is_informative())?;
    matches!(told.sighting, Sighting::Gone | Sighting::SoftGone).then(|| words::saw(told))
}

/// Why the one cannot be merged into the other, and what to do.
fn in_the_way(article: ArticleId, into: ArticleId, obstacle: &Obstacle) -> anyhow::Error {
    let sentence = match obstacle {
        Obstacle::Itself => {
            let sentence = format!("both name article {article}; name the article that it turned out to be");
            return Stopped::because(Ending::Usage, sentence);
        }
        Obstacle::OtherOutlet => {
            format!("articles {article} and {into} are of two outlets; only articles of one outlet can be merged")
        }
        Obstacle::Merged(merge) => format!(
            "article {article} is merged into {0} already; `replate merge {article} --undo` first, or merge {0} into \
             {into}",
            merge.into
        ),
        Obstacle::IntoMerged(merge) if merge.into == article => format!(
            "article {into} is merged into {article} already, the other way round; `replate merge {into} --undo` first"
        ),
        Obstacle::IntoMerged(merge) => {
            format!("article {into} is merged into {0} itself; `replate merge {article} {0}`", merge.into)
        }
        Obstacle::HasRecords(record) => format!(
            "article {record} was merged into {article}: `replate merge {record} --undo` first, then merge each of them \
             into {into}"
        ),
        Obstacle::Withdrawn(id) => format!(
            "article {id} is withdrawn, and nothing is merged with it; `replate withdraw --undo {id} --reason \
             WORDS` shows it again"
        ),
    };
    Stopped::because(Ending::Differs, sentence)
}

/// Why the merge of an article cannot be undone, and what to do.
fn in_the_way_of_undoing(article: ArticleId, obstacle: &UndoObstacle) -> anyhow::Error {
    let sentence = match obstacle {
        UndoObstacle::NotMerged => {
            format!("article {article} is merged into no other; `replate audit` shows what was decided of it")
        }
        UndoObstacle::Withdrawn(into) => format!(
            "article {into} is withdrawn, and {article} with it: it would be shown again. `replate withdraw --undo \
             {into} --reason WORDS` first"
        ),
        UndoObstacle::OnlyHidden(version) => format!(
            "version {0} of article {1} says what is withdrawn in another record, and would be shown again; `replate \
             withdraw {1}@{0}` first",
            version.number, version.capture.article
        ),
    };
    Stopped::because(Ending::Differs, sentence)
}
