//! `replate newsroom`: scripted or replayed outlets on this machine.

use anyhow::Result;
use clap::Args;

use crate::ending::Ending;

/// Play scripted or recorded outlets on this machine, for trying things out and for tests
#[derive(Debug, Args)]
pub struct NewsroomArgs {
    #[command(flatten)]
    newsroom: newsroom::Args,
}

impl NewsroomArgs {
    /// Runs the command until it is stopped.
    pub fn run(self) -> Result<Ending> {
        tokio::runtime::Runtime::new()?.block_on(newsroom::run(self.newsroom))?;
        Ok(Ending::Well)
    }
}
