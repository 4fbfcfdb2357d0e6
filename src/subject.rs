//! What is watched and named on the command line: an outlet, a feed or an article.

use anyhow::Result;
use clap::Args;
use news::{FeedId, Subject};
use store::{Store, StoreError};

use crate::ending::{Ending, Stopped};
use crate::output::one_line;
use crate::target::Target;

/// Something that is watched.
#[derive(Debug, Args)]
pub struct Watched {
    /// An outlet's domain, a feed's address or id, or an article's address or id
    pub target: String,
    /// The id is a feed's
    #[arg(long, conflicts_with = "article")]
    pub feed: bool,
    /// The id is an article's
    #[arg(long)]
    pub article: bool,
}

impl Watched {
    /// What it names in the store, and in words.
    ///
    /// # Errors
    /// When nothing is watched by that name, or an id names a feed and an article.
    pub fn find(&self, store: &Store) -> Result<(Subject, String)> {
        let word = self.target.clone();
        let found = store.read_blocking(move |tx| {
            let outlet = store::outlets::find_outlet(tx, &word.to_ascii_lowercase())?;
            let feed = match word.parse::<FeedId>() {
                Ok(id) => match store::feeds::load_feed(tx, id) {
                    Err(StoreError::NoSuchFeed(_)) => None,
                    other => Some(other?),
                },
                Err(_) => match store::feeds::find_feed(tx, &word)? {
                    Some(id) => Some(store::feeds::load_feed(tx, id)?),
                    None => None,
                },
            };
            Ok((outlet, feed))
        })?;
        let is_id = self.target.parse::<FeedId>().is_ok();
        match found {
            (Some(outlet), _) if !self.feed && !self.article => {
                let words = format!("outlet {}, {}", outlet.id, one_line(&outlet.name));
                return Ok((Subject::Outlet(outlet.id), words));
            }
            (_, Some(feed)) if !self.article => {
                if is_id && !self.feed && self.article_of(store).is_ok() {
                    let sentence = format!("{0} is a feed and an article; say --feed or --article", self.target);
                    return Err(Stopped::because(Ending::Usage, sentence));
                }
                return Ok((Subject::Feed(feed.id), format!("feed {}, {}", feed.id, one_line(&feed.url))));
            }
            (_, None) if self.feed => {
                let sentence = format!("there is no feed {}; `replate list` shows those that are", self.target);
                return Err(Stopped::because(Ending::Differs, sentence));
            }
            _ => {}
        }
        if !is_id && !self.target.contains(['/', ':']) {
            let sentence = format!("no outlet {} is watched; `replate list` shows those that are", self.target);
            return Err(Stopped::because(Ending::Differs, sentence));
        }
        self.article_of(store)
    }

    /// A merged article is not watched by itself: what it was merged into is.
    fn article_of(&self, store: &Store) -> Result<(Subject, String)> {
        let id = Target { article: self.target.clone(), version: None }.find(store)?;
        let (article, merge) = store.read_blocking(move |tx| {
            Ok((store::articles::load_article(tx, id)?.0, store::merges::find_merge(tx, id)?))
        })?;
        if let Some(merge) = merge {
            let sentence = format!("article {id} is merged into {0}, and not looked at; name {0}", merge.into);
            return Err(Stopped::because(Ending::Differs, sentence));
        }
        Ok((Subject::Article(id), format!("article {id}, {}", one_line(&article.url))))
    }
}
