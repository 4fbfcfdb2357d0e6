//! The manifest of a backup: which files make it up, and what they hold.

use std::fs;
use std::path::{Component, Path, PathBuf};

use jiff::Timestamp;
use news::{Digest, Place};
use serde::{Deserialize, Serialize};

use crate::UpkeepError;
use crate::files::{replace, sync_folder};

/// The file's name in a backup.
pub(crate) const NAME: &str = "manifest.json";

/// The form of backups that this program writes, and the newest that it reads.
const FORM: u32 = 1;

/// Where the database belongs in a store's folder, whatever database the store has.
pub(crate) const DATABASE: &str = "replate.db";

/// Where the configuration belongs.
pub(crate) const CONFIGURATION: &str = "replate.toml";

/// What a backup is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The form of the backup.
    pub form: u32,
    /// How many backups the folder has held, this one included.
    pub number: u32,
    /// When it was begun: the database is of that instant or a little later.
    pub made_at: Timestamp,
    /// The program, as in `replate/0.1.0`.
    pub made_by: String,
    /// The archive record up to which database and archive go.
    pub archive_end: Option<Place>,
    /// Every file.
    pub files: Vec<Listed>,
}

/// A file of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Where it belongs in the store's folder.
    pub place: String,
    /// Where it is in the backup.
    pub file: String,
    /// How many of its bytes are of this backup; what follows is not.
    pub bytes: u64,
    /// Of these bytes.
    pub sha256: Digest,
}

impl Manifest {
    /// A manifest without files.
    pub(crate) fn begun(number: u32, made_at: Timestamp, made_by: &str, archive_end: Option<Place>) -> Self {
        Self { form: FORM, number, made_at, made_by: made_by.to_owned(), archive_end, files: Vec::new() }
    }

    /// The manifest of the backup in a folder; `None` if there is none.
    ///
    /// # Errors
    /// [`UpkeepError::BadManifest`], [`UpkeepError::Io`].
    pub fn load(folder: &Path) -> Result<Option<Self>, UpkeepError> {
        let path = folder.join(NAME);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(UpkeepError::io(&path)(error)),
        };
        let bad = |what: String| UpkeepError::BadManifest { path: path.clone(), what };
        let manifest: Self = serde_json::from_str(&text).map_err(|e| bad(e.to_string()))?;
        if manifest.form > FORM {
            return Err(bad(format!("a newer Replate has written it, in form {}", manifest.form)));
        }
        let wild = manifest.files.iter().flat_map(|f| [&f.place, &f.file]).find(|name| !is_tame(name));
        match wild {
            Some(name) => Err(bad(format!("it names the file {name:?}"))),
            None => Ok(Some(manifest)),
        }
    }

    /// Puts the manifest in its place, durably: from now on the folder holds this backup.
    pub(crate) fn save(&self, folder: &Path) -> Result<(), UpkeepError> {
        let path = folder.join(NAME);
        let mut text = serde_json::to_string_pretty(self)
            .map_err(|e| UpkeepError::BadManifest { path: path.clone(), what: e.to_string() })?;
        text.push('\n');
        replace(&path, text.as_bytes())?;
        sync_folder(folder)
    }

    /// The file that belongs at `place`.
    pub fn at(&self, place: &str) -> Option<&Listed> {
        self.files.iter().find(|file| file.place == place)
    }

    /// Bytes of all files.
    pub fn bytes(&self) -> u64 {
        self.files.iter().map(|file| file.bytes).sum()
    }
}

impl Listed {
    /// Where it is in the backup in `folder`.
    pub(crate) fn path(&self, folder: &Path) -> PathBuf {
        folder.join(&self.file)
    }
}

/// Whether a name leads nowhere but into the folder, or a folder in it.
fn is_tame(name: &str) -> bool {
    let path = Path::new(name);
    let parts = path.components().count();
    (1..=2).contains(&parts) && path.components().all(|part| matches!(part, Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_only_into_the_folder() {
        for name in ["replate.db", "archive/segment-000001.warc.gz"] {
            assert!(is_tame(name), "{name}");
        }
        for name in ["", "/etc/passwd", "../replate.db", "archive/../../x", "a/b/c", "./x"] {
            assert!(!is_tame(name), "{name}");
        }
    }
}
