//! `replate look`: look at an article now.

use anyhow::Result;
use clap::Args;
use jiff::Timestamp;
use store::{Store, StoreError};

use crate::config::Places;
use crate::ending::Ending;
use crate::target::Target;
use crate::{network, workplace};

/// Look at a watched article now, whenever its next look is planned
#[derive(Debug, Args)]
#[command(after_help = "Where a watcher runs in the same folder, the article becomes due there at once.")]
pub struct LookArgs {
    /// The article's address or id
    article: String,
}

impl LookArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        let target = Target { article: self.article, version: None };
        let config = places.load_config()?;
        let id = target.find(&Store::open_reader(places.location()?)?)?;
        let stages = match workplace::open(&places.location()?, &config, places.dial.clone()) {
            Ok(stages) => stages,
            Err(error) if matches!(error.downcast_ref(), Some(StoreError::Held { .. })) => {
                let store = Store::open_beside(places.location()?)?;
                store.write_blocking(move |tx| store::agenda::make_due(tx, id, Timestamp::now()))?;
                note!("the watcher that holds the folder looks at {id} next");
                return Ok(Ending::Well);
            }
            Err(error) => return Err(error),
        };
        let store = stages.store.clone();
        let watcher = workplace::watcher(stages, &config, |event| tracing::debug!(?event, "a look by hand"));
        network::runtime()?.block_on(async {
            watcher.recover().await?;
            watcher.look(id, Timestamp::now()).await
        })?;
        let timeline = target.timeline(&store)?;
        if let Some(look) = timeline.looks.last() {
            let seen = publish::words::sighting(look.sighting);
            let why = look.failure.map_or_else(String::new, |f| format!(": {}", publish::words::failure(f)));
            let version = look.shows.map_or_else(String::new, |n| format!(", version {n}"));
            note!("{}: {seen}{why}{version}", publish::words::date_time(look.at));
        }
        Ok(Ending::Well)
    }
}
