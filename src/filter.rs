//! `replate filter`: which entries of a feed are watched.

use anyhow::Result;
use clap::Args;
use discover::{Filter, LeftOut};
use jiff::Timestamp;
use news::{Act, Entry, Subject};

use crate::config::Places;
use crate::desk::{self, By};
use crate::ending::{Ending, Stopped};
use crate::output::one_line;
use crate::subject::Watched;

/// The articles that a filter is tried on.
const TRIED_ON: u32 = 50;

/// Show or set which entries of a feed are watched, and what that would leave out
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  replate filter 3-1                                the filters that it has
  replate filter 3-1 --exclude /sport/ --dry-run    what of its last 50 articles would be left out
  replate filter 3-1 --exclude /sport/              the same, and from the next poll on it is so
  replate filter 3-1 --clear                        all entries

The patterns given here are all that the feed has then. They are tried on the address and the \
title that the feed told. What is watched already stays watched; `replate remove` ends that for an \
article.")]
pub struct FilterArgs {
    /// The feed's address or id
    #[arg(value_name = "FEED")]
    feed: String,
    /// Only entries whose address or title matches this pattern (a regular expression; may be repeated)
    #[arg(long, value_name = "PATTERN")]
    include: Vec<String>,
    /// No entries whose address or title matches this pattern (may be repeated)
    #[arg(long, value_name = "PATTERN")]
    exclude: Vec<String>,
    /// No filters: all entries are watched
    #[arg(long, conflicts_with_all = ["include", "exclude"])]
    clear: bool,
    /// Only say what would be left out
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    by: By,
}

impl FilterArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        let filter = Filter::new(&self.include, &self.exclude)
            .map_err(|error| Stopped::because(Ending::Usage, error.to_string()))?;
        let desk = desk::open(places, &self.by)?;
        let watched = Watched { target: self.feed.clone(), feed: true, article: false };
        let (Subject::Feed(id), words) = watched.find(&desk.store)? else {
            let sentence = format!("{} is no feed; `replate list` shows those that are watched", self.feed);
            return Err(Stopped::because(Ending::Differs, sentence));
        };
        let verb = move |tx: &mut store::Tx<'_>| {
            Ok((store::feeds::load_feed(tx, id)?, store::articles::told_by(tx, id, TRIED_ON)?))
        };
        let (feed, told) = desk.store.read_blocking(verb)?;
        if self.include.is_empty() && self.exclude.is_empty() && !self.clear {
            say!("{words}")?;
            let filters = discover::filters_in_words(&feed.include, &feed.exclude);
            if filters.is_empty() {
                say!("  no filters: all its entries are watched")?;
            }
            for filter in filters {
                say!("  {}", one_line(&filter))?;
            }
            return Ok(Ending::Well);
        }
        say!("{words}")?;
        tell(&filter, &told, self.dry_run)?;
        if self.dry_run {
            note!("nothing was changed; without --dry-run the feed has these filters");
            return Ok(Ending::Well);
        }
        let act = Act::FiltersSet { feed: id, include: self.include, exclude: self.exclude };
        desk.decide_blocking(Timestamp::now(), move |_| Ok(((), vec![act])))?;
        note!("the filters are set, and hold from the next poll on. What is watched already stays watched");
        Ok(Ending::Well)
    }
}

/// What the filter leaves out of what the feed told.
fn tell(filter: &Filter, told: &[Entry], dry_run: bool) -> Result<()> {
    let left: Vec<(&Entry, LeftOut<'_>)> = told.iter().filter_map(|e| Some((e, filter.leaves_out(e)?))).collect();
    let would = if dry_run { "would leave" } else { "leaves" };
    let last = publish::words::count(told.len(), "article", "articles");
    match (told.len(), left.len()) {
        (0, _) => say!("the feed has brought no article yet that this could be tried on")?,
        (_, 0) => say!("this {would} out none of its last {last}")?,
        (_, n) => say!("this {would} out {n} of its last {last}:")?,
    }
    for (entry, why) in left {
        let why = match why {
            LeftOut::Excluded(pattern) => format!("--exclude {} matches", one_line(pattern)),
            LeftOut::NotIncluded => "no --include matches".to_owned(),
            LeftOut::NoAddress => "it has no address".to_owned(),
        };
        say!("  {:<8} {}", entry.id, one_line(entry.title.as_deref().unwrap_or("(no title)")))?;
        say!("           {}", one_line(&entry.address))?;
        say!("           {why}")?;
    }
    Ok(())
}
