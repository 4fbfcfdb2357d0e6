//! `replate migrate`: the database moves to another place.

use anyhow::Result;
use clap::Args;
use store::{Location, Progress};

use crate::config::Places;
use crate::database::Database;
use crate::ending::Ending;
use crate::progress::bar;

/// Move the database to PostgreSQL, or back into a file
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  replate migrate --to postgres://USER:PASSWORD@HOST/DATABASE
  replate migrate --to sqlite --store postgres://USER:PASSWORD@HOST/DATABASE

Every table is copied, read back and compared row by row. Only then the copy becomes the store; the old \
database is kept under another name. The archive stays in the folder. An attempt that fails or is killed \
changes nothing, and the next one begins anew. Stop what watches and serves before. \
A password need not stand on the command line: PGPASSWORD is asked for one.")]
pub struct MigrateArgs {
    /// Where to: postgres://USER:PASSWORD@HOST/DATABASE, sqlite (in the store's folder) or sqlite:FOLDER
    #[arg(long, value_name = "ADDRESS")]
    to: Database,
}

impl MigrateArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        let from = places.location()?;
        let to = match self.to.folder() {
            Some(folder) => Location::folder(folder),
            None => Location { dir: from.dir.clone(), server: self.to.address()? },
        };
        let bar = bar();
        let copied = store::move_to(&from, &to, &mut |progress: Progress| {
            let doing = if progress.verifying { "verifying" } else { "copying" };
            let doing = format!("{doing} {}", progress.table);
            bar.tell(&upkeep::Progress { doing: &doing, done: progress.done, total: progress.total });
        })?;
        bar.finish();
        note!("{} rows are in {} now, each verified.", copied.rows, to.database());
        note!("The old database is kept as {}; remove it when you no longer want it.", copied.kept_as);
        match &to.server {
            Some(_) => {
                note!("From now on name the new one: --store, REPLATE_STORE, or the key store in the configuration.")
            }
            None if to.dir == from.dir => note!("From now on leave out --store, REPLATE_STORE and the key store."),
            None => note!("The archive is still in {}; move it to {}.", path(&from.dir), path(&to.dir)),
        }
        Ok(Ending::Well)
    }
}

fn path(dir: &std::path::Path) -> String {
    dir.join("archive").display().to_string()
}
