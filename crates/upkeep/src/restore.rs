//! A store made of a backup.

use std::fs;
use std::path::Path;

use store::{Location, Vacancy};

use crate::files::{copy, digest, make_folder, names_in, replace, sync_folder};
use crate::manifest::{CONFIGURATION, DATABASE};
use crate::{Listed, Manifest, Progress, UpkeepError};

/// The file that says that a folder is being restored into: an attempt that was killed may be made again.
const MARKER: &str = "replate.restoring";

/// A store that was restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// What it was made of.
    pub manifest: Manifest,
    /// The configuration that the backup holds. It is not put in place: that is the caller's to decide.
    pub configuration: Option<String>,
}

/// Makes the store at `to` out of the backup in the folder `from`. The archive comes first and the database last, so
/// that nobody takes half a store for one. Every byte is checked against the manifest on its way.
///
/// Blocks. *A crash* leaves no database, and a file that says so; the same call may be made again and goes on.
///
/// # Errors
/// [`UpkeepError::NoBackup`], [`UpkeepError::Damaged`], [`UpkeepError::StoreIsThere`]; there is no store then.
pub fn restore(from: &Path, to: &Location, tell: &mut dyn FnMut(Progress<'_>)) -> Result<Restored, UpkeepError> {
    let manifest = loaded(from)?;
    let there = || UpkeepError::StoreIsThere { path: to.dir.clone() };
    let archive = to.dir.join("archive");
    let marker = to.dir.join(MARKER);
    let goes_on = marker.is_file();
    if !goes_on && names_in(&archive)?.iter().any(|name| name.ends_with(".warc.gz")) {
        return Err(there());
    }
    let vacancy = Vacancy::claim(to).map_err(|error| match error {
        store::StoreError::NotEmpty { .. } if to.server.is_none() => there(),
        error => error.into(),
    })?;
    make_folder(&archive)?;
    replace(&marker, format!("{} is being restored here.\n", from.display()).as_bytes())?;
    let mut configuration = None;
    for listed in &manifest.files {
        let source = listed.path(from);
        if listed.place == CONFIGURATION {
            configuration = Some(text_of(from, listed)?);
            continue;
        }
        let database = listed.place == DATABASE;
        let target = if database { vacancy.incoming() } else { to.dir.join(&listed.place) };
        let there = !database && goes_on && is_there(&target, listed)?;
        if !there {
            let doing = format!("restoring {}", listed.place);
            let mut told = |done| tell(Progress { doing: &doing, done, total: listed.bytes });
            let sha256 = copy(&source, &target, listed.bytes, &mut told)?;
            if sha256 != listed.sha256 {
                fs::remove_file(&target).map_err(UpkeepError::io(&target))?;
                return Err(UpkeepError::Damaged { path: source, what: "it has other bytes than it had" });
            }
        }
    }
    sync_folder(&archive)?;
    vacancy.fill(&mut |progress| {
        let doing = format!("restoring the database ({})", progress.table);
        tell(Progress { doing: &doing, done: progress.done, total: progress.total });
    })?;
    fs::remove_file(&marker).map_err(UpkeepError::io(&marker))?;
    Ok(Restored { manifest, configuration })
}

/// Reads every file of the backup in a folder, and compares it with the manifest.
///
/// # Errors
/// [`UpkeepError::NoBackup`], [`UpkeepError::Damaged`].
pub fn verify(from: &Path, tell: &mut dyn FnMut(Progress<'_>)) -> Result<Manifest, UpkeepError> {
    let manifest = loaded(from)?;
    for listed in &manifest.files {
        let path = listed.path(from);
        let doing = format!("verifying {}", listed.place);
        let mut told = |done| tell(Progress { doing: &doing, done, total: listed.bytes });
        match digest(&path, listed.bytes, &mut told)? {
            Some(sha256) if sha256 == listed.sha256 => {}
            Some(_) => return Err(UpkeepError::Damaged { path, what: "it has other bytes than it had" }),
            None => return Err(UpkeepError::Damaged { path, what: "it is shorter than it was" }),
        }
    }
    Ok(manifest)
}

/// The manifest of a backup whose files are there, as long as they should be: what costs nothing to find out.
fn loaded(from: &Path) -> Result<Manifest, UpkeepError> {
    let manifest = Manifest::load(from)?.ok_or_else(|| UpkeepError::NoBackup { path: from.to_owned() })?;
    for listed in &manifest.files {
        let path = listed.path(from);
        match fs::metadata(&path) {
            Ok(file) if file.len() >= listed.bytes => {}
            Ok(_) => return Err(UpkeepError::Damaged { path, what: "it is shorter than it was" }),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(UpkeepError::Damaged { path, what: "it is missing" });
            }
            Err(error) => return Err(UpkeepError::io(&path)(error)),
        }
    }
    if manifest.at(DATABASE).is_none() {
        return Err(UpkeepError::Damaged { path: from.to_owned(), what: "it names no database" });
    }
    Ok(manifest)
}

fn text_of(from: &Path, listed: &Listed) -> Result<String, UpkeepError> {
    let path = listed.path(from);
    let text = fs::read_to_string(&path).map_err(UpkeepError::io(&path))?;
    if news::Digest::of(&text) == listed.sha256 {
        Ok(text)
    } else {
        Err(UpkeepError::Damaged { path, what: "it has other bytes than it had" })
    }
}

/// Whether an attempt before this one has put the file in its place.
fn is_there(target: &Path, listed: &Listed) -> Result<bool, UpkeepError> {
    let long = fs::metadata(target).is_ok_and(|file| file.len() == listed.bytes);
    Ok(long && digest(target, listed.bytes, &mut |_| {})? == Some(listed.sha256))
}
