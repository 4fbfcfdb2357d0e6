//! `replate list`: what is watched, and what is paused or removed.

use std::collections::BTreeMap;

use anyhow::Result;
use clap::{Args, ValueEnum};
use discover::OpmlFeed;
use jiff::Timestamp;
use news::{Feed, Halt, Outlet, Subject};
use serde_json::json;
use store::{Store, StoreError, Tx};

use crate::config::Places;
use crate::desk;
use crate::ending::{Ending, Stopped};
use crate::output::one_line;

/// Articles that are asked of the store at a time.
const PAGE: u32 = 500;

/// List outlets with their sources (feeds, sitemaps, front pages), or articles; what is paused or removed is marked
#[derive(Debug, Args)]
pub struct ListArgs {
    /// What to list
    #[arg(value_enum, default_value = "outlets")]
    what: What,
    /// Only articles of this outlet (its domain)
    #[arg(long, value_name = "DOMAIN")]
    outlet: Option<String>,
    /// How to print it
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// Outlets and their sources
    Outlets,
    /// Articles, the newest first
    Articles,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// JSON Lines
    Json,
    /// The feeds as OPML, without those removed, for feed readers and for `replate add --opml`
    Opml,
}

impl ListArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        let store = Store::open_reader(places.location()?)?;
        match self.what {
            What::Outlets => self.outlets(&store),
            What::Articles => self.articles(&store),
        }
    }

    fn outlets(&self, store: &Store) -> Result<Ending> {
        let (all, halts) = store.read_blocking(|tx| {
            let outlets = store::outlets::list_outlets(tx)?.into_iter();
            let all = outlets.map(|o| Ok((store::feeds::list_feeds(tx, o.id)?, o)));
            Ok((all.collect::<Result<Vec<_>, store::StoreError>>()?, halts(tx)?))
        })?;
        if self.format == Format::Opml {
            let is_removed = |subject| halts.get(&subject).is_some_and(|halt| halt.removed);
            let outlets = all.iter().filter(|(_, outlet)| !is_removed(Subject::Outlet(outlet.id)));
            let listed: Vec<OpmlFeed> = outlets
                .flat_map(|(feeds, outlet)| feeds.iter().map(move |feed| (outlet, feed)))
                .filter(|(_, feed)| !is_removed(Subject::Feed(feed.id)))
                .map(|(outlet, feed)| outline(outlet, feed))
                .collect();
            say!("{}", discover::write_opml(&listed, "Feeds that Replate watches", Timestamp::now()).trim_end())?;
            return Ok(Ending::Well);
        }
        for (feeds, outlet) in &all {
            match self.format {
                Format::Opml => {}
                Format::Json => {
                    let marked = |feed: &Feed| desk::marked(feed, halts.get(&Subject::Feed(feed.id)));
                    let feeds = feeds.iter().map(marked).collect::<Result<Vec<_>>>()?;
                    let outlet = desk::marked(outlet, halts.get(&Subject::Outlet(outlet.id)))?;
                    say!("{}", json!({ "outlet": outlet, "feeds": feeds }))?;
                }
                Format::Text => {
                    say!("{:<4} {} ({})", outlet.id, one_line(&outlet.name), outlet.domain)?;
                    if let Some(halt) = halts.get(&Subject::Outlet(outlet.id)) {
                        say!("     {}", desk::halted(halt))?;
                    }
                    for feed in feeds {
                        say!("     {} {} {}", publish::words::source(feed.kind), feed.id, one_line(&feed.url))?;
                        if let Some(halt) = halts.get(&Subject::Feed(feed.id)) {
                            say!("          {}", desk::halted(halt))?;
                        }
                        for remark in publish::words::source_remarks(feed) {
                            say!("          {}", one_line(&remark))?;
                        }
                        for filter in discover::filters_in_words(&feed.include, &feed.exclude) {
                            say!("          {}", one_line(&filter))?;
                        }
                    }
                }
            }
        }
        if all.is_empty() && self.format == Format::Text {
            say!("nothing is watched yet; `replate add URL` begins")?;
        }
        Ok(Ending::Well)
    }

    fn articles(&self, store: &Store) -> Result<Ending> {
        if self.format == Format::Opml {
            let sentence = "OPML lists feeds, and articles are none: `replate list outlets --format opml`";
            return Err(Stopped::because(Ending::Usage, sentence));
        }
        let outlet = match self.outlet.clone() {
            Some(domain) => {
                let wanted = domain.clone();
                let found = store.read_blocking(move |tx| store::outlets::find_outlet(tx, &wanted))?;
                let Some(outlet) = found else {
                    let sentence = format!("no outlet {domain} is watched; `replate list` shows those that are");
                    return Err(Stopped::because(Ending::Differs, sentence));
                };
                Some(outlet.id)
            }
            None => None,
        };
        let halts = store.read_blocking(halts)?;
        let mut before = None;
        loop {
            let after = before;
            let page = store.read_blocking(move |tx| store::articles::list_articles(tx, outlet, after, PAGE))?;
            for article in &page {
                match self.format {
                    Format::Opml => {}
                    Format::Json => say!("{}", desk::marked(article, halts.get(&Subject::Article(article.id)))?)?,
                    Format::Text => {
                        let headline = one_line(article.headline.as_deref().unwrap_or("(not seen yet)"));
                        let (url, first) = (one_line(&article.url), publish::words::date_time(article.first_seen));
                        say!(
                            "{:<8} {headline}\n         {url}\n         first heard of {first}",
                            article.id.to_string()
                        )?;
                        if let Some(halt) = halts.get(&Subject::Article(article.id)) {
                            say!("         {}", desk::halted(halt))?;
                        }
                    }
                }
            }
            match page.last() {
                Some(last) if page.len() as u32 == PAGE => before = Some(last.id),
                _ => return Ok(Ending::Well),
            }
        }
    }
}

/// What is paused or removed.
fn halts(tx: &mut Tx<'_>) -> Result<BTreeMap<Subject, Halt>, StoreError> {
    Ok(store::halts::list_halts(tx)?.into_iter().collect())
}

/// A feed as a line of an OPML list.
fn outline(outlet: &Outlet, feed: &Feed) -> OpmlFeed {
    OpmlFeed {
        kind: feed.kind,
        title: Some(feed.title.clone().unwrap_or_else(|| outlet.name.clone())),
        feed_url: feed.url.clone(),
        home: outlet.homepage.clone(),
        folders: Vec::new(),
    }
}
