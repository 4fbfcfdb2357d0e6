//! `replate watch`: the worker.

use anyhow::Result;
use clap::Args;
use jiff::Timestamp;
use publish::words::count;

use crate::config::Places;
use crate::ending::Ending;
use crate::progress::Progress;
use crate::{network, stop, workplace};

/// Watch what was added, until stopped
#[derive(Debug, Args)]
#[command(
    after_help = "SIGTERM, SIGHUP and Ctrl-C stop it within five seconds; nothing is lost, and the next start goes on."
)]
pub struct WatchArgs {
    /// Do what is due now and look at what the feeds bring, then end
    #[arg(long)]
    once: bool,
}

impl WatchArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        let config = places.load_config()?;
        let stages = workplace::open(&places.location()?, &config, places.dial.clone())?;
        let runtime = network::runtime()?;
        let stop = stop::on_signal(&runtime);
        if stages.store.read_blocking(store::outlets::list_outlets)?.is_empty() {
            warn!("nothing is watched in {} yet; `replate add URL` begins, also while this runs", places.dir.display());
        }
        let progress = Progress::new();
        let tell = move |event| progress.tell(&event);
        runtime.block_on(async {
            if !self.once {
                workplace::watch_on(&stages, &config, tell, &Timestamp::now, stop).await?;
                return Ok(Ending::Well);
            }
            let watcher = workplace::watcher(stages, &config, tell);
            watcher.recover().await?;
            let pass = watcher.once(&Timestamp::now, stop).await?;
            note!("{}, {}", count(pass.looks, "look", "looks"), count(pass.polls, "poll", "polls"));
            Ok(Ending::Well)
        })
    }
}
