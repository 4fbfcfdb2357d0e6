//! `replate add`: an outlet's feed, or one article, is watched from now on.

use std::fmt::Display;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;
use jiff::Timestamp;
use news::{Halt, SourceKind};
use store::{Store, StoreError};
use watch::{AddError, Added, Only, Step, Wish};

use crate::config::Places;
use crate::desk::{self, By};
use crate::ending::{Ending, Stopped, ending_of, sentence_of};
use crate::output::one_line;
use crate::{batch, network, workplace};

/// Watch an outlet's feed, the feed that a site names, its sitemap or front page, or one article
#[derive(Debug, Default, Args)]
#[command(after_help = "Examples:
  replate add https://outlet.example/                      the feed that the site names; else its sitemap;
                                                           else the links of the page itself
  replate add https://outlet.example/feed.xml --exclude /sport/
  replate add --front https://outlet.example/politics/     the links of a section's page
  replate add https://outlet.example/news/bridge           one article
  replate add --opml feeds.opml                            the feeds of a feed reader

Every link of a page that leads to an article is looked at. What turns out to be something else (a list, a \
film) is looked at four times over half a day and then no more.

A site that names no feed is asked at up to 18 usual places, one a second; what is asked is told on standard \
error. A watcher that runs in the same folder takes it up at once. An address that cannot be added does not \
stop those behind it; the exit status is then the highest among theirs.")]
pub struct AddArgs {
    /// Addresses of feeds, sites or articles
    #[arg(required_unless_present = "opml", value_name = "URL")]
    pub addresses: Vec<String>,
    /// The feeds of a list as feed readers export it (OPML; `-` for standard input)
    #[arg(long, value_name = "FILE")]
    pub opml: Option<PathBuf>,
    /// What the outlet is called [default: what its feed or its home page says]
    #[arg(long, value_parser = desk::one_line_of_text)]
    pub name: Option<String>,
    /// Only entries whose address or title matches this pattern (a regular expression; may be repeated)
    #[arg(long, value_name = "PATTERN")]
    pub include: Vec<String>,
    /// No entries whose address or title matches this pattern (may be repeated)
    #[arg(long, value_name = "PATTERN")]
    pub exclude: Vec<String>,
    /// Give a feed that is watched already the filters named here instead of its own; what is watched stays watched
    #[arg(long)]
    pub replace_filters: bool,
    /// The address is a feed, or a site that names one
    #[arg(long, conflicts_with_all = ["article", "front"])]
    pub feed: bool,
    /// The address is a front page or a section's page, which is watched for its links
    #[arg(long, conflicts_with = "article")]
    pub front: bool,
    /// The address is one article
    #[arg(long)]
    pub article: bool,
    #[command(flatten)]
    pub by: By,
}

impl AddArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        let store = open_or_make(places)?;
        self.add_to(&store, places)
    }

    /// The wish to add addresses, whatever they are.
    pub fn of(addresses: Vec<String>) -> Self {
        Self { addresses, ..Self::default() }
    }

    /// Adds all addresses to an opened store, telling of each. One that cannot be added does not stop
    /// those behind it; the ending is then the worst of theirs, the one with the highest status.
    ///
    /// # Errors
    /// When the configuration is wrong, or the store cannot be written.
    pub fn add_to(&self, store: &Store, places: &Places) -> Result<Ending> {
        let fetcher = network::fetcher(&places.load_config()?, places.dial.clone());
        let runtime = network::runtime()?;
        let desk = desk::at(store, &places.dir, &self.by);
        let mut worst = Ending::Well;
        let listed = self.opml.as_deref().map_or(Ok(Vec::new()), listed)?;
        let wished = match (self.feed, self.front, self.article) {
            (true, ..) => Some(Only::Feed),
            (_, true, _) => Some(Only::FrontPage),
            (.., true) => Some(Only::Article),
            _ => None,
        };
        let given = self.addresses.iter().map(|address| (address, wished));
        for (address, only) in given.chain(listed.iter().map(|(address, only)| (address, Some(*only)))) {
            let added = discover::address::web(address)
                .map_err(|error| Stopped::because(Ending::Usage, format!("{error}; it was not added")))
                .and_then(|address| {
                    let wish = self.wish(address, only);
                    runtime.block_on(watch::add(&fetcher, &desk, &wish, Timestamp::now(), tell_step)).map_err(stopped)
                });
            let error = match added {
                Ok(added) => {
                    tell(&added);
                    continue;
                }
                Err(error) => error,
            };
            let ending = ending_of(&error);
            if matches!(ending, Ending::Store | Ending::DiskFull | Ending::Bug) {
                return Err(error);
            }
            warn!("replate: {}", publish::text::clean(&sentence_of(&error)));
            worst = if ending as u8 > worst as u8 { ending } else { worst };
        }
        Ok(worst)
    }

    fn wish(&self, address: String, only: Option<Only>) -> Wish {
        Wish {
            address,
            name: self.name.clone(),
            include: self.include.clone(),
            exclude: self.exclude.clone(),
            only,
            replace_filters: self.replace_filters,
        }
    }
}

/// The addresses of the sources in an OPML file, and what each is.
fn listed(file: &Path) -> Result<Vec<(String, Only)>> {
    let named = file.display().to_string();
    let read = if file == Path::new("-") {
        batch::read_whole(std::io::stdin(), "standard input")
    } else {
        batch::open(file).and_then(|reader| batch::read_whole(reader, &named))
    };
    let bytes = read.map_err(|error| Stopped::because(Ending::Usage, format!("{error:#}")))?;
    let only = |kind| if kind == SourceKind::FrontPage { Only::FrontPage } else { Only::Feed };
    let feeds: Vec<_> = discover::opml(&bytes).into_iter().map(|feed| (feed.feed_url, only(feed.kind))).collect();
    if feeds.is_empty() {
        let sentence = format!("{named} lists no feed; an OPML file has outlines with an xmlUrl");
        return Err(Stopped::because(Ending::Usage, sentence));
    }
    Ok(feeds)
}

/// The store, made if it is not there; beside a running watcher, opened for short wishes.
fn open_or_make(places: &Places) -> Result<Store> {
    match workplace::open_store(&places.location()?) {
        Err(error) if matches!(error.downcast_ref(), Some(StoreError::Held { .. })) => {
            Ok(Store::open_beside(places.location()?)?)
        }
        other => other,
    }
}

/// On standard error, in a pipe too: at the pace of a host it may take half a minute.
fn tell_step(step: Step<'_>) {
    match step {
        Step::Asks(url) => warn!("asking {}", one_line(url)),
        Step::Guesses => warn!("no feed is named that can be had; the usual places are asked, one after the other"),
        Step::NoAnswer(error) => warn!("no further place is asked: {}", one_line(&error.to_string())),
        Step::AnyPage => warn!("the site has a page for whatever is asked; no further place is guessed"),
    }
}

fn tell(added: &Added) {
    match added {
        Added::Feed { id, kind, url, outlet, entries, sitemaps, others, is_new, halt } => {
            let count = match (sitemaps, kind) {
                (0, SourceKind::FrontPage) => {
                    publish::words::count(*entries, "link to an article", "links to articles")
                }
                (0, _) => publish::words::count(*entries, "entry", "entries"),
                (n, _) => format!("{} of which the news are asked", publish::words::count(*n, "sitemap", "sitemaps")),
            };
            let (what, url) = (publish::words::source(*kind), one_line(url));
            note!("{} {}: {what} {id}, {url}, {count} now", since(*is_new), one_line(outlet));
            told_paused(halt.as_ref(), *id);
            if !others.is_empty() {
                let others: Vec<String> = others.iter().map(|url| one_line(url)).collect();
                note!("the site names further feeds, which are not watched:\n  {}", others.join("\n  "));
            }
        }
        Added::Article { id, url, headline, is_new, halt } => {
            let headline = one_line(headline.as_deref().unwrap_or("no headline"));
            note!("{} article {id}: {headline}\n  {}", since(*is_new), one_line(url));
            told_paused(halt.as_ref(), *id);
        }
    }
}

/// What is paused stays so, whoever adds it again.
fn told_paused(halt: Option<&Halt>, id: impl Display) {
    if let Some(halt) = halt {
        note!("  but {}; `replate resume {id}` goes on", desk::halted(halt));
    }
}

const fn since(is_new: bool) -> &'static str {
    if is_new { "watching" } else { "already watching" }
}

fn stopped(error: AddError) -> anyhow::Error {
    match error {
        AddError::Status { .. }
        | AddError::Nothing { .. }
        | AddError::NoFeed { .. }
        | AddError::NoLinks { .. }
        | AddError::NoText { .. } => Stopped::because(Ending::Outlet, error.to_string()),
        AddError::OtherFilters { .. } => Stopped::because(Ending::Differs, error.to_string()),
        AddError::Pattern(_) | AddError::NoOutlet { .. } | AddError::IsFeed { .. } => {
            Stopped::because(Ending::Usage, error.to_string())
        }
        AddError::Fetch(error) => error.into(),
        AddError::Deed(error) => error.into(),
    }
}
