//! `replate run`: watch and serve in one process.

use anyhow::Result;
use clap::Args;
use jiff::Timestamp;

use crate::add::AddArgs;
use crate::config::Places;
use crate::ending::Ending;
use crate::progress::Progress;
use crate::{network, serve, stop, workplace};

/// Add addresses, watch, and serve the pages, in one process
#[derive(Debug, Args)]
#[command(after_help = "Example:
  replate run https://outlet.example/        add the site's feed, watch it, serve the pages")]
pub struct RunArgs {
    /// Addresses of feeds, sites or articles to add first
    #[arg(value_name = "URL")]
    addresses: Vec<String>,
    /// Where to serve the pages [default: as configured, 127.0.0.1:8017]
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<String>,
}

impl RunArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        let config = places.load_config()?;
        let runtime = network::runtime()?;
        let listener = runtime.block_on(serve::bind(self.listen.as_deref().unwrap_or(&config.listen)))?;
        let location = places.location()?;
        let stages = workplace::open(&location, &config, places.dial.clone())?;
        let added = AddArgs::of(self.addresses).add_to(&stages.store, places)?;
        if added != Ending::Well {
            return Ok(added);
        }
        let stop = stop::on_signal(&runtime);
        note!("serving {location} at http://{}", listener.local_addr()?);
        let progress = Progress::new();
        let shown = (stages.store.clone(), stages.reader.clone());
        runtime.block_on(async {
            let pages = tokio::spawn(serve::pages(listener, shown, config.clone(), Timestamp::now, stop.clone()));
            let tell = move |event| progress.tell(&event);
            workplace::watch_on(&stages, &config, tell, &Timestamp::now, stop).await?;
            pages.await?
        })?;
        Ok(Ending::Well)
    }
}
