//! `replate rebuild`: a lost database, made again of the archive and the ledger.

use anyhow::Result;
use clap::Args;
use publish::words::count;
use store::Store;
use upkeep::Progress;
use watch::Rebuilt;

use crate::config::Places;
use crate::ending::{Ending, Stopped};
use crate::progress::bar;
use crate::{desk, network, workplace};

/// Make a lost database again, out of the archive and the ledger
#[derive(Debug, Args)]
#[command(
    after_help = "For a folder whose archive is there and whose database is not. A backup brings back more: `replate restore`.

Every capture is read and compared again, by the same code as at its look, and every decision of the ledger (feeds and \
filters, withdrawals, pauses) takes effect again: ids, numbers and links stay, and nothing withdrawn comes back. \
What nothing was archived of cannot come back, and is told at the end. A rebuilding that is killed goes on with the \
same command; until it has ended no other command opens the store."
)]
pub struct RebuildArgs {
    /// Go on although the archive has no ledger: what was withdrawn will be shown again
    #[arg(long)]
    without_ledger: bool,
}

impl RebuildArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        let location = places.location()?;
        let config = places.load_config()?;
        if !location.dir.join("archive").is_dir() {
            let sentence = format!(
                "{} has no archive to rebuild a database of; name another folder with --dir",
                location.dir.display()
            );
            return Err(Stopped::because(Ending::Store, sentence));
        }
        if location.server.is_some() && location.dir.join("replate.db").exists() {
            let sentence = format!(
                "{} has a database, replate.db; of two for one archive each would soon lack what the other knows. `replate \
                 migrate --to` moves it; if it is damaged, move it away first",
                location.dir.display()
            );
            return Err(Stopped::because(Ending::Store, sentence));
        }
        if !self.without_ledger && desk::ledger(&location.dir).bytes()? == 0 {
            let sentence = format!(
                "{} has no ledger (archive/ledger.warc.gz), so nobody knows what was withdrawn, filtered or merged, and \
                 all that was withdrawn would be shown again. Put it back from a backup; if there is none, \
                 --without-ledger goes on without it",
                location.dir.display()
            );
            return Err(Stopped::because(Ending::Store, sentence));
        }
        let store = Store::open_to_rebuild(&location)?;
        let stages = workplace::stages(store, &location, &config, places.dial.clone())?;
        let bar = bar();
        let rebuilt = network::runtime()?.block_on(watch::rebuild(&stages, |done, total| {
            bar.tell(&Progress { doing: "reading the archive", done, total });
        }))?;
        bar.finish();
        Store::rebuilt(&location)?;
        let status = stages.store.read_blocking(|tx| store::status::status(tx, jiff::Timestamp::UNIX_EPOCH))?;
        let total = status.total;
        note!(
            "{location} is a store again: {}, {}, {}, {} of {}.",
            counted(status.outlets, "outlet", "outlets"),
            counted(total.articles, "article", "articles"),
            counted(total.versions, "version", "versions"),
            counted(total.changes, "change", "changes"),
            counted(rebuilt.captures, "capture", "captures"),
        );
        lost(&rebuilt).iter().for_each(|line| note!("{line}"));
        Ok(Ending::Well)
    }
}

/// What did not come back, a line each.
fn lost(rebuilt: &Rebuilt) -> Vec<String> {
    let mut lines = vec![
        "Not in any archive, so not here: looks that failed, articles that were never looked at, what only a feed said \
         (titles and dates of articles, former addresses), and what polls had taught of feeds."
            .to_owned(),
    ];
    let mut tell = |n: u64, one: &str, many: &str, what: &str| {
        if n > 0 {
            lines.push(format!("{} {what}", counted(n, one, many)));
        }
    };
    tell(
        rebuilt.nameless.len() as u64,
        "outlet",
        "outlets",
        "that no deed of the ledger names, called by its domain: add its feeds again.",
    );
    tell(rebuilt.dropped, "look", "looks", "whose body the keep rule has dropped; the timelines have gaps there.");
    tell(
        rebuilt.unreadable,
        "place",
        "places",
        "of archive or ledger that cannot be read; `replate doctor --full` names them.",
    );
    tell(rebuilt.unplaced.len() as u64, "article", "articles", "left out, at an address that is another article's.");
    tell(rebuilt.deeds_left, "deed", "deeds", "of the ledger about what is not here; see `replate audit`.");
    lines
}

fn counted(n: u64, one: &str, many: &str) -> String {
    count(usize::try_from(n).unwrap_or(usize::MAX), one, many)
}
