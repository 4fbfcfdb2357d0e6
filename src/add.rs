//! `replate add`: an outlet's feed, or one article, is watched from now on.

use anyhow::Result;
use clap::Args;
use jiff::Timestamp;
use store::{Store, StoreError};
use watch::{AddError, Added, Only, Wish};

use crate::config::Places;
use crate::ending::{Ending, Stopped};
use crate::{network, workplace};

/// Watch an outlet's feed, the feed that a site names, or one article
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  replate add https://outlet.example/                      the feed that the site names
  replate add https://outlet.example/feed.xml --exclude /sport/
  replate add https://outlet.example/news/bridge           one article

A watcher that runs in the same folder takes it up at once.")]
pub struct AddArgs {
    /// Addresses of feeds, sites or articles
    #[arg(required = true, value_name = "URL")]
    pub addresses: Vec<String>,
    /// What the outlet is called [default: its feed's title]
    #[arg(long)]
    pub name: Option<String>,
    /// Only entries whose address or title matches this pattern (a regular expression; may be repeated)
    #[arg(long, value_name = "PATTERN")]
    pub include: Vec<String>,
    /// No entries whose address or title matches this pattern (may be repeated)
    #[arg(long, value_name = "PATTERN")]
    pub exclude: Vec<String>,
    /// The address is a feed, or a site that names one
    #[arg(long, conflicts_with = "article")]
    pub feed: bool,
    /// The address is one article
    #[arg(long)]
    pub article: bool,
}

impl AddArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        let store = open_or_make(places)?;
        self.add_to(&store, places)?;
        Ok(Ending::Well)
    }

    /// The wish to add addresses, whatever they are.
    pub fn of(addresses: Vec<String>) -> Self {
        Self { addresses, name: None, include: Vec::new(), exclude: Vec::new(), feed: false, article: false }
    }

    /// Adds all addresses to an opened store, telling of each.
    ///
    /// # Errors
    /// When one cannot be added; those before it were.
    pub fn add_to(&self, store: &Store, places: &Places) -> Result<()> {
        let fetcher = network::fetcher(&places.load_config()?, places.dial.clone());
        let runtime = network::runtime()?;
        for address in &self.addresses {
            let only = if self.feed { Some(Only::Feed) } else { self.article.then_some(Only::Article) };
            let (include, exclude) = (self.include.clone(), self.exclude.clone());
            let address = discover::address::web(address)
                .map_err(|error| Stopped::because(Ending::Usage, format!("{error}; nothing was added")))?;
            let wish = Wish { address, name: self.name.clone(), include, exclude, only };
            let added = runtime.block_on(watch::add(&fetcher, store, &wish, Timestamp::now()));
            tell(&added.map_err(stopped)?);
        }
        Ok(())
    }
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

fn tell(added: &Added) {
    match added {
        Added::Feed { id, url, outlet, entries, others } => {
            let count = publish::words::count(*entries, "entry", "entries");
            note!("watching {outlet}: feed {id}, {url}, {count} now");
            if !others.is_empty() {
                note!("the site names further feeds, which are not watched:\n  {}", others.join("\n  "));
            }
        }
        Added::Article { id, url, headline, is_new } => {
            let headline = headline.as_deref().unwrap_or("no headline");
            let since = if *is_new { "watching" } else { "already watching" };
            note!("{since} article {id}: {headline}\n  {url}");
        }
    }
}

fn stopped(error: AddError) -> anyhow::Error {
    match error {
        AddError::Status { .. } | AddError::Nothing { .. } => Stopped::because(Ending::Outlet, error.to_string()),
        AddError::Pattern(_) | AddError::NoOutlet { .. } => Stopped::because(Ending::Usage, error.to_string()),
        AddError::Fetch(error) => error.into(),
        AddError::Store(error) => error.into(),
    }
}
