//! `replate config`: the configuration in force.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use clap::Args;

use crate::config::{Config, Places};
use crate::ending::{Ending, Stopped};
use crate::output;

/// Print the configuration in force: the file's, and the defaults where it says nothing
#[derive(Debug, Args)]
#[command(after_help = "`replate config --write` is a good start: it writes replate.toml in the store's folder, or \
adds to it the keys that it does not have; whatever it says stays as it is.")]
pub struct ConfigArgs {
    /// Add the keys that the file does not have, each with what it means; make the file if there is none
    #[arg(long)]
    write: bool,
}

impl ConfigArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        if self.write {
            return write(&places.config_file());
        }
        output::text(&places.load_config()?.documented()?)?;
        Ok(Ending::Well)
    }
}

/// Completes the configuration file. A file that is wrong is refused and left as it is.
fn write(path: &Path) -> Result<Ending> {
    let config = |sentence: String| Stopped::because(Ending::Config, sentence);
    let said = match fs::read_to_string(path) {
        Ok(said) => said,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(config(format!("the configuration {} cannot be read: {error}", path.display()))),
    };
    let before = Config::parse(&said, path)?;
    let (whole, added) = completed(&said)?;
    if added == 0 {
        note!("{} has every key already", path.display());
        return Ok(Ending::Well);
    }
    if Config::parse(&whole, path)? != before {
        return Err(config(format!("{} cannot be added to without a change of what it says", path.display())));
    }
    replace(path, &whole)?;
    let keys = publish::words::count(added, "key", "keys");
    note!("{keys} with what they mean: added to {}", path.display());
    Ok(Ending::Well)
}

/// A configuration with the keys that it lacks behind what it says, and how many those are.
fn completed(said: &str) -> Result<(String, usize)> {
    let keys: toml::Table = said.parse()?;
    let mut whole = said.to_owned();
    if !whole.is_empty() && !whole.ends_with('\n') {
        whole.push('\n');
    }
    let (mut added, mut meaning) = (0, Vec::new());
    for line in Config::default().documented()?.lines() {
        if line.starts_with('#') {
            meaning.push(line.to_owned());
            continue;
        }
        let key = line.split_once(' ').map_or(line, |(key, _)| key);
        if !keys.contains_key(key) {
            added += 1;
            meaning.iter().for_each(|comment| whole.push_str(&format!("{comment}\n")));
            whole.push_str(&format!("{line}\n"));
        }
        meaning.clear();
    }
    Ok((whole, added))
}

/// Puts a new text in a file's place: at every instant the old or the new one is there, whole.
fn replace(path: &Path, text: &str) -> Result<()> {
    // Where the name is a link, the file behind it is replaced.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let named = || format!("{} cannot be written", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(named)?;
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let new = path.with_file_name(name);
    let write = || -> std::io::Result<()> {
        let mut file = fs::File::create_new(&new)?;
        if let Ok(old) = fs::metadata(&path) {
            file.set_permissions(old.permissions())?;
        }
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&new, &path)
    };
    write().inspect_err(|_| drop(fs::remove_file(&new))).with_context(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_stays_and_what_is_missing_is_added_with_its_meaning() {
        let all = Config::default().documented().expect("TOML");
        let keys = all.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(completed("").expect("a whole file"), (all.clone(), keys));
        assert_eq!(completed(&all).expect("the same"), (all, 0));
        let said = "# ours\nworkers = 3 # few\ncontact = \"desk@outlet.example\"";
        let (whole, added) = completed(said).expect("a whole file");
        assert!(whole.starts_with(&format!("{said}\n")), "{whole}");
        assert_eq!(added, keys - 2);
        assert_eq!(whole.matches("workers =").count(), 1);
        assert!(whole.contains("# Where the pages are served.\nlisten ="), "{whole}");
        let config = Config::parse(&whole, Path::new("replate.toml")).expect("right");
        assert_eq!((config.workers, config.contact.as_str()), (3, "desk@outlet.example"));
    }
}
