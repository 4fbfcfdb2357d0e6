//! `replate reread`: the archive, read by this reader with what is known of its outlets by now.

use anyhow::Result;
use clap::Args;
use jiff::Timestamp;
use publish::words::count;
use upkeep::Progress;
use watch::Rereading;

use crate::config::Places;
use crate::ending::Ending;
use crate::progress::bar;
use crate::{desk, rules};

/// Threads that may be given.
const MOST_JOBS: i64 = 512;

/// Read the archive again, with the newest reader and what it knows of each outlet by now
#[derive(Debug, Args)]
#[command(
    after_help = "For after an update: versions that were read by an earlier reader, or before something was learnt of their outlet, are \
read again out of the archive, and their changes are compared again. What the earlier reader alone had made is out of \
counts, lists and feeds then; its address stays, and says so. No number, link or id changes, and nothing is deleted.

It may run beside `replate watch` and `replate serve`. If it is stopped, the same command goes on where it was. Without it, \
both sides of every new change are read alike all the same; only what was recorded before stays as it was."
)]
pub struct RereadArgs {
    /// Threads to use [default: all cores]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=MOST_JOBS))]
    jobs: Option<u16>,
}

impl RereadArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        let location = places.location()?;
        let rules = rules::load(&rules::folder(&location.dir))?;
        let store = desk::open_for_wishes(&location)?;
        desk::catch_up(&store, &location.dir)?;
        watch::take_rules(&store, &rules, Timestamp::now())?;
        let archive = archive::Reader::new(location.dir.join("archive"));
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let jobs = self.jobs.map_or(cores, usize::from);
        let bar = bar();
        let done = watch::reread(&store, &archive, jobs, Timestamp::now(), |done, total| {
            bar.tell(&Progress { doing: "reading articles again", done, total });
        })?;
        bar.finish();
        said(&done).iter().for_each(|line| note!("{line}"));
        Ok(if done.unreadable > 0 { Ending::Differs } else { Ending::Well })
    }
}

/// What was done, a line each.
fn said(done: &Rereading) -> Vec<String> {
    let counted = |n: u64, one: &str, many: &str| count(usize::try_from(n).unwrap_or(usize::MAX), one, many);
    if done.articles + done.unreadable + done.withheld == 0 {
        return vec![format!("Everything was read by {} already, with the newest memories.", extract::READER)];
    }
    let mut lines = vec![format!(
        "{} with {} read again by {}.",
        counted(done.articles, "article", "articles"),
        counted(done.versions, "version", "versions"),
        extract::READER,
    )];
    let other = &done.otherwise;
    for (n, one, many, what) in [
        (other.reworded, "version", "versions", "with other words than the earlier reader saw."),
        (
            other.reader_only,
            "version",
            "versions",
            "that only the earlier reader had made: out of counts, lists and feeds.",
        ),
        (other.counted, "version", "versions", "counted again."),
        (other.compared, "change", "changes", "with other differences than were recorded."),
        (
            done.withheld,
            "article",
            "articles",
            "left as they are: something of them is withdrawn, and another reading might show it.",
        ),
        (
            done.unreadable,
            "article",
            "articles",
            "left as they are: the archive does not hold all of their captures (`replate doctor --full`).",
        ),
    ] {
        if n > 0 {
            lines.push(format!("{} {what}", counted(n, one, many)));
        }
    }
    lines
}
