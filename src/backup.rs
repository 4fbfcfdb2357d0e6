//! `replate backup`: a copy of the store that another machine can go on from.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use indicatif::DecimalBytes;
use jiff::Timestamp;
use publish::words::count;
use upkeep::Source;

use crate::config::Places;
use crate::ending::Ending;
use crate::progress::bar;

/// Copy the store, database and archive, into a folder, while it is watched
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  replate backup /mnt/elsewhere/replate      a new folder, or one with an earlier backup of this store
  replate restore /mnt/elsewhere/replate --dir replate-data

Whoever watches and serves goes on meanwhile. The folder holds one backup: the newest. A segment of the archive \
that it has already is not copied again, so a backup every night costs what the day has brought, and the database. \
What was written is read back and compared; --full reads all of it. A backup that fails or is killed leaves the \
one before. The database is a SQLite file in any case, and restores into PostgreSQL too. Passwords are left out. \
For several generations, copy the folder (`cp -al` costs the database only), or let the file system keep snapshots.")]
pub struct BackupArgs {
    /// The folder, best on another disk
    #[arg(value_name = "TO")]
    to: PathBuf,
    /// Read back all of the backup at the end, and not only what was written now
    #[arg(long)]
    full: bool,
}

impl BackupArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        let location = places.location()?;
        let configuration = configuration(places)?;
        let source = Source {
            location: &location,
            configuration: configuration.as_deref(),
            made_by: concat!("replate/", env!("CARGO_PKG_VERSION")),
            reads_all: self.full,
        };
        let bar = bar();
        let backed = upkeep::backup(&source, &self.to, Timestamp::now(), &mut |progress| bar.tell(&progress))?;
        bar.finish();
        let (files, all) = (backed.manifest.files.len(), backed.manifest.bytes());
        note!(
            "{} holds backup {} of {location}: {}, {}, of which {} were written now and read back.",
            self.to.display(),
            backed.manifest.number,
            count(files, "file", "files"),
            DecimalBytes(all),
            DecimalBytes(backed.written),
        );
        Ok(Ending::Well)
    }
}

/// The configuration file as it may be copied: without the password of the database.
fn configuration(places: &Places) -> Result<Option<String>> {
    let path = places.config_file();
    if !path.is_file() {
        return Ok(None);
    }
    let config = places.load_config()?;
    if config.store.hides_something() {
        return Ok(Some(config.documented()?));
    }
    Ok(Some(std::fs::read_to_string(&path)?))
}
