//! The folder of a demo's store. A file in it says that a demo has made it, so that no demo plays
//! fiction into a store of real outlets; and it is locked while the demo lives, so that the folder of
//! one that was killed can be told and removed.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Result;
use jiff::Timestamp;

use crate::ending::{Ending, Stopped};

/// The file that says that a demo has made the folder.
const MARKER: &str = "made-by-demo";

/// What it says to people.
const SAYS: &str = "The outlets in this folder are fictional: `replate demo` has played them.\n";

/// What folders that are removed at the end begin with, in the system's folder for such things.
const TEMPORARY: &str = "replate-demo-";

/// A folder for a demo's store.
pub struct DemoFolder {
    path: PathBuf,
    /// For a folder that is removed at the end: its marker, locked as long as this lives.
    temporary: Option<File>,
}

impl DemoFolder {
    /// A new folder that is removed when this is dropped. Those that killed demos have left are removed now.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn temporary() -> Result<Self> {
        let all = std::env::temp_dir();
        remove_abandoned(&all);
        let name = format!("{TEMPORARY}{}-{}", std::process::id(), Timestamp::now().as_microsecond());
        let path = all.join(name);
        let marker = fs::create_dir(&path).and_then(|()| mark(&path)).map_err(|error| refused(&path, &error))?;
        Ok(Self { path, temporary: Some(marker) })
    }

    /// A folder that stays: a new or empty one, or one that a demo has made.
    ///
    /// # Errors
    /// When it holds something else, or cannot be made.
    pub fn kept(path: &Path) -> Result<Self> {
        let is_empty = || fs::read_dir(path).map(|mut entries| entries.next().is_none());
        if path.exists() && !path.join(MARKER).is_file() && !is_empty().map_err(|error| refused(path, &error))? {
            let sentence = format!(
                "{} holds something that no demo has made, and a demo plays fiction: name a new folder with --keep",
                path.display()
            );
            return Err(Stopped::because(Ending::Usage, sentence));
        }
        if !path.join(MARKER).is_file() {
            // A demo that is killed between the two leaves an empty folder.
            let made = fs::create_dir_all(path).and_then(|()| fs::write(path.join(MARKER), SAYS));
            made.map_err(|error| refused(path, &error))?;
        }
        Ok(Self::made(path))
    }

    /// A folder that is only read.
    pub fn made(path: &Path) -> Self {
        Self { path: path.to_owned(), temporary: None }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for DemoFolder {
    fn drop(&mut self) {
        if self.temporary.is_some() {
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}

fn refused(path: &Path, error: &std::io::Error) -> anyhow::Error {
    let ending = match error.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Ending::DiskFull,
        _ => Ending::Store,
    };
    Stopped::because(ending, format!("{} cannot be made or read: {error}", path.display()))
}

/// Writes the marker, which is locked already when it can be seen.
fn mark(folder: &Path) -> std::io::Result<File> {
    let unseen = folder.join(format!("{MARKER}.{}", std::process::id()));
    let mut file = File::create(&unseen)?;
    file.lock()?;
    file.write_all(SAYS.as_bytes())?;
    fs::rename(&unseen, folder.join(MARKER))?;
    Ok(file)
}

/// Removes folders of demos whose process has ended without doing so. What cannot be removed stays.
fn remove_abandoned(all: &Path) {
    let Ok(entries) = fs::read_dir(all) else { return };
    for folder in entries.flatten().map(|entry| entry.path()) {
        let named = folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with(TEMPORARY));
        if named && is_abandoned(&folder).unwrap_or(false) {
            let _ = fs::remove_dir_all(&folder);
        }
    }
}

fn is_abandoned(folder: &Path) -> std::io::Result<bool> {
    let marker = folder.join(MARKER);
    // A link or a pipe that somebody else has put there is not opened.
    if !fs::symlink_metadata(folder)?.is_dir() || !fs::symlink_metadata(&marker)?.is_file() {
        return Ok(false);
    }
    Ok(File::open(marker)?.try_lock().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_demo_keeps_to_folders_of_demos() {
        let own = DemoFolder::temporary().expect("a folder");
        let inside = |name: &str| own.path().join(name);
        assert!(DemoFolder::kept(&inside("new/er")).is_ok(), "a new one");
        assert!(DemoFolder::kept(&inside("new/er")).is_ok(), "the same again");
        fs::create_dir(inside("empty")).expect("a folder");
        assert!(DemoFolder::kept(&inside("empty")).is_ok(), "an empty one");
        fs::create_dir(inside("real")).expect("a folder");
        fs::write(inside("real/replate.db"), "a store").expect("a file");
        assert!(DemoFolder::kept(&inside("real")).is_err(), "one with a store of real outlets");
        assert!(!inside("real").join(MARKER).exists());
    }

    #[test]
    fn only_folders_whose_demo_has_ended_are_removed() {
        let own = DemoFolder::temporary().expect("a folder");
        let folder = |name: &str| own.path().join(format!("{TEMPORARY}{name}"));
        for name in ["alive", "dead", "other"] {
            fs::create_dir(folder(name)).expect("a folder");
        }
        let alive = mark(&folder("alive")).expect("a marker");
        drop(mark(&folder("dead")).expect("a marker"));
        remove_abandoned(own.path());
        assert!(folder("alive").exists() && !folder("dead").exists() && folder("other").exists());
        drop(alive);
    }
}
