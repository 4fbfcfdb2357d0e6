//! `replate list`: what is watched.

use std::collections::BTreeMap;

use anyhow::Result;
use clap::{Args, ValueEnum};
use discover::OpmlFeed;
use jiff::Timestamp;
use news::{Feed, Halt, Outlet, Subject};
use serde_json::json;
use store::Store;

use crate::config::Places;
use crate::desk;
use crate::ending::{Ending, Stopped};
use crate::output::one_line;

/// Articles that are asked of the store at a time.
const PAGE: u32 = 500;

/// List outlets with their sources (feeds, sitemaps, front pages), or articles
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
    /// The feeds as OPML, for feed readers and for `replate add --opml`
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
        let (mut all, halts) = store.read_blocking(|tx| {
            let outlets = store::outlets::list_outlets(tx)?.into_iter();
            let all = outlets.map(|o| Ok((store::feeds::list_feeds(tx, o.id)?, o)));
            Ok((all.collect::<Result<Vec<_>, store::StoreError>>()?, store::halts::list_halts(tx)?))
        })?;
        let halts: BTreeMap<Subject, Halt> = halts.into_iter().collect();
        let removed = |subject: Subject| halts.get(&subject).is_some_and(|halt| halt.removed);
        let paused = |subject: Subject| halts.get(&subject).map(desk::halted);
        all.retain(|(_, outlet)| !removed(Subject::Outlet(outlet.id)));
        all.iter_mut().for_each(|(feeds, _)| feeds.retain(|feed| !removed(Subject::Feed(feed.id))));
        if self.format == Format::Opml {
            let listed: Vec<OpmlFeed> = all.iter().flat_map(|(feeds, outlet)| outlines(outlet, feeds)).collect();
            say!("{}", discover::write_opml(&listed, "Feeds that Replate watches", Timestamp::now()).trim_end())?;
            return Ok(Ending::Well);
        }
        for (feeds, outlet) in &all {
            match self.format {
                Format::Opml => {}
                Format::Json => say!("{}", json!({ "outlet": outlet, "feeds": feeds }))?,
                Format::Text => {
                    say!("{:<4} {} ({})", outlet.id, one_line(&outlet.name), outlet.domain)?;
                    if let Some(paused) = paused(Subject::Outlet(outlet.id)) {
                        say!("     {paused}")?;
                    }
                    for feed in feeds {
                        say!("     {} {} {}", publish::words::source(feed.kind), feed.id, one_line(&feed.url))?;
                        if let Some(paused) = paused(Subject::Feed(feed.id)) {
                            say!("          {paused}")?;
                        }
                        for remark in publish::words::source_remarks(feed) {
                            say!("          {}", one_line(&remark))?;
                        }
                        for (which, patterns) in [("only", &feed.include), ("not ", &feed.exclude)] {
                            if !patterns.is_empty() {
                                say!("          {which} {}", one_line(&patterns.join("  ")))?;
                            }
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
        let mut before = None;
        loop {
            let after = before;
            let page = store.read_blocking(move |tx| store::articles::list_articles(tx, outlet, after, PAGE))?;
            for article in &page {
                match self.format {
                    Format::Opml => {}
                    Format::Json => say!("{}", serde_json::to_string(article)?)?,
                    Format::Text => {
                        let headline = one_line(article.headline.as_deref().unwrap_or("(not seen yet)"));
                        let (url, first) = (one_line(&article.url), publish::words::date_time(article.first_seen));
                        say!(
                            "{:<8} {headline}\n         {url}\n         first heard of {first}",
                            article.id.to_string()
                        )?;
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

/// The feeds of an outlet as lines of an OPML list.
fn outlines<'a>(outlet: &'a Outlet, feeds: &'a [Feed]) -> impl Iterator<Item = OpmlFeed> + 'a {
    feeds.iter().map(|feed| OpmlFeed {
        kind: feed.kind,
        title: Some(feed.title.clone().unwrap_or_else(|| outlet.name.clone())),
        feed_url: feed.url.clone(),
        home: outlet.homepage.clone(),
        folders: Vec::new(),
    })
}
