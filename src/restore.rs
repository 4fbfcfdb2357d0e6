//! `replate restore`: a store made of a backup.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;
use indicatif::DecimalBytes;
use news::ArticleId;
use publish::words::{count, date_time};
use store::{Location, Store};

use crate::config::{Config, Places};
use crate::ending::{Ending, Stopped};
use crate::progress::bar;
use crate::target::Target;

/// Make a store of a backup, in a place where none is
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  replate restore /mnt/elsewhere/replate --dir replate-data
  replate restore /mnt/elsewhere/replate --dir replate-data --store postgres://USER:PASSWORD@HOST/DATABASE
  replate restore /mnt/elsewhere/replate --check      read every byte of the backup, restore nothing

Every byte is checked against the backup's manifest. An attempt that fails or is killed leaves no store; the same \
command goes on where it stopped. The next `replate watch` goes on from the instant of the backup. \
To show an article again that was withdrawn: `replate withdraw --undo ARTICLE --reason WORDS`.")]
pub struct RestoreArgs {
    /// The folder that `replate backup` has filled
    #[arg(value_name = "FROM")]
    from: PathBuf,
    /// Only read the backup and compare it with its manifest
    #[arg(long)]
    check: bool,
}

impl RestoreArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        if let Some(sentence) = means_an_article(&self.from) {
            return Err(Stopped::because(Ending::Usage, sentence));
        }
        let bar = bar();
        if self.check {
            let manifest = upkeep::verify(&self.from, &mut |progress| bar.tell(&progress))?;
            bar.finish();
            let files = count(manifest.files.len(), "file", "files");
            note!(
                "The backup of {} is whole: {files}, {}.",
                date_time(manifest.made_at),
                DecimalBytes(manifest.bytes())
            );
            return Ok(Ending::Well);
        }
        let location = places.location()?;
        let restored = upkeep::restore(&self.from, &location, &mut |progress| bar.tell(&progress))?;
        bar.finish();
        if let Some(text) = &restored.configuration {
            configure(text, &location)?;
        }
        let status = Store::open_reader(&location)?
            .read_blocking(move |tx| store::status::status(tx, jiff::Timestamp::UNIX_EPOCH))?;
        let counted = |n: u64, one, many| count(usize::try_from(n).unwrap_or(usize::MAX), one, many);
        note!(
            "{location} is as it was on {}: {}, {}, {}.",
            date_time(restored.manifest.made_at),
            counted(status.outlets, "outlet", "outlets"),
            counted(status.total.articles, "article", "articles"),
            counted(status.total.versions, "version", "versions"),
        );
        note!("`replate watch` goes on from there.");
        Ok(Ending::Well)
    }
}

/// What to say to somebody who wants an article back, and not a store.
fn means_an_article(from: &Path) -> Option<String> {
    let word = from.to_string_lossy();
    let article = Target::parse(&word).article;
    let named = word.contains("://") || article.parse::<ArticleId>().is_ok();
    (named && !from.exists()).then(|| {
        format!(
            "{word} is no folder, and `restore` makes a store of a backup; to show a withdrawn article again: \
             replate withdraw --undo {word} --reason WORDS"
        )
    })
}

/// Puts the backup's configuration in place, if none is there, with the database that there is now.
fn configure(text: &str, location: &Location) -> Result<()> {
    let path = location.dir.join("replate.toml");
    if path.exists() {
        note!("{} was there and stays; the backup has one of its own.", path.display());
        return Ok(());
    }
    let Ok(config) = Config::parse(text, &path) else {
        warn!("the configuration in the backup is not right any more; `replate config --write` makes a new one");
        return Ok(());
    };
    let store = location.server.as_ref().map(ToString::to_string).unwrap_or_default().parse()?;
    let same = config.store == store;
    let text = if same { text.to_owned() } else { Config { store, ..config }.documented()? };
    std::fs::write(&path, text)?;
    Ok(())
}
