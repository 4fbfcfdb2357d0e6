//! `replate newsroom`: scripted or replayed outlets on this machine.

use anyhow::Result;
use clap::Args;

use crate::ending::Ending;

/// Play scripted or recorded outlets on this machine, for trying things out and for tests
#[derive(Debug, Args)]
pub struct NewsroomArgs {
    #[command(flatten)]
    newsroom: newsroom::Args,
    /// End when standard input does: so a newsroom ends with the process that has started it
    #[arg(long, hide = true)]
    until_input_ends: bool,
}

impl NewsroomArgs {
    /// Runs the command until it is stopped.
    pub fn run(self) -> Result<Ending> {
        if self.until_input_ends {
            std::thread::spawn(|| {
                let _ = std::io::copy(&mut std::io::stdin().lock(), &mut std::io::sink());
                std::process::exit(0);
            });
        }
        tokio::runtime::Runtime::new()?.block_on(newsroom::run(self.newsroom))?;
        Ok(Ending::Well)
    }
}
