//! A backup of a store, made while others write to it.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use archive::Ledger;
use jiff::Timestamp;
use news::Place;
use store::Location;

use crate::files::{PART, alike, continued, copy, digest, make_folder, names_in, replace, sync_folder};
use crate::manifest::{CONFIGURATION, DATABASE, NAME};
use crate::{Listed, Manifest, Progress, UpkeepError};

/// The file that says that a folder is for backups. Whoever makes one holds it.
const MARKER: &str = "replate-backup.lock";

/// What a backup is made of.
#[derive(Debug, Clone)]
pub struct Source<'a> {
    /// The store.
    pub location: &'a Location,
    /// The configuration as it is to be kept; it must hold no secret.
    pub configuration: Option<&'a str>,
    /// The program, as in `replate/0.1.0`.
    pub made_by: &'a str,
    /// Read every file of the backup again at the end, and not only those that were written now.
    pub reads_all: bool,
}

/// A backup that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backed {
    /// What it is made of.
    pub manifest: Manifest,
    /// Bytes that were written; the others were there.
    pub written: u64,
}

/// Makes a backup of a store in the folder `to`, which is new or holds earlier ones of the same store: then only
/// what is new is copied, and the backup takes the place of the one before.
///
/// Blocks. *A crash at any instant* leaves the backup that the folder held before, and files that the next one
/// goes on with or removes.
///
/// # Errors
/// [`UpkeepError`]; the folder holds the backup that it held before.
pub fn backup(
    source: &Source<'_>,
    to: &Path,
    now: Timestamp,
    tell: &mut dyn FnMut(Progress<'_>),
) -> Result<Backed, UpkeepError> {
    let archive_dir = source.location.dir.join("archive");
    let _folder = take(to, &source.location.dir)?;
    let before = Manifest::load(to)?;
    make_folder(&to.join("archive"))?;
    // From here on no file of the archive is deleted: what the database of the next lines names is there.
    let _turn = if archive_dir.is_dir() { Some(archive::Turn::wait(&archive_dir)?) } else { None };
    let number = before.as_ref().map_or(0, |before| before.number) + 1;
    let mut work = Work { to, before, reads_all: source.reads_all, written: 0, fresh: Vec::new(), tell };
    must_hold_its_ledger(source.location, &archive_dir)?;
    let end = work.database(source.location, number)?;
    let mut manifest = Manifest::begun(number, now, source.made_by, end);
    manifest.files = std::mem::take(&mut work.fresh);
    if let Some(end) = end {
        work.segments(&archive_dir, end, &mut manifest)?;
    }
    work.beside_segments(&archive_dir, &mut manifest)?;
    work.must_hold_what_was_there(&archive_dir, &manifest)?;
    if let Some(text) = source.configuration {
        work.configuration(text, &mut manifest)?;
    }
    work.read_again(&manifest)?;
    sync_folder(&to.join("archive"))?;
    sync_folder(to)?;
    manifest.save(to)?;
    let written = work.written;
    remove_others(to, &manifest)?;
    Ok(Backed { manifest, written })
}

/// Whether what is decided in the database is in the ledger.
fn must_hold_its_ledger(location: &Location, archive: &Path) -> Result<(), UpkeepError> {
    // The mark first: a ledger only grows.
    let mark = store::Store::open_reader(location)?.read_blocking(store::deeds::ledger_mark)?;
    let Some(mark) = mark else { return Ok(()) };
    let records = Ledger::new(archive, "").read()?;
    if archive::reaches(&records, mark.bytes) {
        return Ok(());
    }
    Err(UpkeepError::StoreLacks { path: archive.join("ledger.warc.gz"), what: "does not hold all that was decided" })
}

/// Takes a folder for a backup, made if it is missing.
fn take(to: &Path, dir: &Path) -> Result<File, UpkeepError> {
    let real = |path: &Path| path.canonicalize().ok();
    make_folder(to)?;
    if let (Some(folder), Some(store)) = (real(to), real(dir))
        && (folder == store || folder.starts_with(store.join("archive")))
    {
        return Err(UpkeepError::Itself { path: to.to_owned() });
    }
    let path = to.join(MARKER);
    if !path.exists() && !names_in(to)?.is_empty() {
        return Err(UpkeepError::NotOurs { path: to.to_owned() });
    }
    let file = OpenOptions::new().write(true).create(true).truncate(false).open(&path);
    let file = file.map_err(UpkeepError::io(&path))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(UpkeepError::Busy { path: to.to_owned() }),
        Err(TryLockError::Error(error)) => Err(UpkeepError::io(&path)(error)),
    }
}

/// A backup being made.
struct Work<'a> {
    to: &'a Path,
    before: Option<Manifest>,
    reads_all: bool,
    written: u64,
    /// Files that were written now.
    fresh: Vec<Listed>,
    tell: &'a mut dyn FnMut(Progress<'_>),
}

impl Work<'_> {
    /// Copies the database as it is now, and gives the archive record up to which it goes.
    fn database(&mut self, location: &Location, number: u32) -> Result<Option<Place>, UpkeepError> {
        let file = format!("{number:06}-{DATABASE}");
        let part = self.to.join(format!("{file}{PART}"));
        let tell = &mut self.tell;
        let end = store::snapshot(location, &part, &mut |progress| {
            let doing = if progress.verifying { "verifying" } else { "copying" };
            let doing = format!("{doing} the database ({})", progress.table);
            tell(Progress { doing: &doing, done: progress.done, total: progress.total });
        })?;
        let path = self.to.join(&file);
        fs::rename(&part, &path).map_err(UpkeepError::io(&part))?;
        let bytes = fs::metadata(&path).map_err(UpkeepError::io(&path))?.len();
        let sha256 = self.told("reading", DATABASE, bytes, |tell| digest(&path, bytes, tell))?;
        let sha256 = sha256.ok_or(UpkeepError::DoesNotReadBack { path })?;
        self.written += bytes;
        self.fresh.push(Listed { place: DATABASE.to_owned(), file, bytes, sha256 });
        Ok(end)
    }

    /// Copies the segments that the folder lacks, and continues the one that has grown.
    fn segments(&mut self, archive: &Path, end: Place, manifest: &mut Manifest) -> Result<(), UpkeepError> {
        let reader = archive::Reader::new(archive);
        if !reader.reaches(end)? {
            let what = "ends before what the database knows of it, or is missing";
            return Err(UpkeepError::StoreLacks { path: reader.path_of(end), what });
        }
        for segment in reader.up_to(end)? {
            let name = segment.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let place = format!("archive/{name}");
            let target = self.to.join(&place);
            let known = self.before.as_ref().and_then(|before| before.at(&place)).cloned();
            let listed = match known {
                Some(known) if !alike(&segment.path, &target, known.bytes.min(segment.bytes))? => {
                    return Err(UpkeepError::OtherStore { path: target });
                }
                Some(known) if known.bytes == segment.bytes => known,
                Some(known) if known.bytes < segment.bytes => {
                    let begun = (known.bytes, known.sha256);
                    let sha256 = self.told("copying", &place, segment.bytes, |tell| {
                        continued(&segment.path, &target, begun, segment.bytes, tell)
                    })?;
                    let sha256 = sha256.ok_or(UpkeepError::OtherStore { path: target })?;
                    self.written += segment.bytes - known.bytes;
                    self.wrote(Listed { bytes: segment.bytes, sha256, ..known })
                }
                Some(known)
                    if fs::metadata(&segment.path).map_err(UpkeepError::io(&segment.path))?.len() < known.bytes =>
                {
                    return Err(UpkeepError::StoreLacks { path: segment.path, what: "is shorter than in the backup" });
                }
                // A database that was put back to an earlier state knows less of the archive.
                Some(known) => {
                    let sha256 =
                        self.told("reading", &place, segment.bytes, |tell| digest(&target, segment.bytes, tell))?;
                    let sha256 = sha256.ok_or(UpkeepError::OtherStore { path: target })?;
                    self.wrote(Listed { bytes: segment.bytes, sha256, ..known })
                }
                None => self.copied(&segment.path, &place, place.clone(), segment.bytes)?,
            };
            manifest.files.push(listed);
        }
        Ok(())
    }

    /// Copies what else stands in the archive's folder, whole: it is small beside the segments.
    fn beside_segments(&mut self, archive: &Path, manifest: &mut Manifest) -> Result<(), UpkeepError> {
        // A deed that is written at this moment may be taken back yet.
        let _still = Ledger::new(archive, "").still()?;
        for name in names_in(archive)? {
            let path = archive.join(&name);
            let is_segment = name.starts_with("segment-");
            if is_segment || !name.ends_with(".warc.gz") || !path.is_file() {
                continue;
            }
            let bytes = fs::metadata(&path).map_err(UpkeepError::io(&path))?.len();
            let file = format!("{:06}-{name}", manifest.number);
            let listed = self.copied(&path, &format!("archive/{name}"), file, bytes)?;
            manifest.files.push(listed);
        }
        Ok(())
    }

    /// Whether every file of the archive that the backup before has is in this one, as it was or as the keep rule left it.
    fn must_hold_what_was_there(&self, archive: &Path, manifest: &Manifest) -> Result<(), UpkeepError> {
        let Some(before) = &self.before else { return Ok(()) };
        let missing = before.files.iter().find(|file| {
            let name = file.place.strip_prefix("archive/");
            let swept = file.place.replace(".warc.gz", "-swept.warc.gz");
            name.is_some_and(|name| !archive.join(name).is_file())
                && manifest.at(&file.place).is_none()
                && manifest.at(&swept).is_none()
        });
        match missing {
            Some(file) => {
                let name = file.place.trim_start_matches("archive/");
                Err(UpkeepError::StoreLacks { path: archive.join(name), what: "is in the backup and no longer here" })
            }
            None => Ok(()),
        }
    }

    fn configuration(&mut self, text: &str, manifest: &mut Manifest) -> Result<(), UpkeepError> {
        let file = format!("{:06}-{CONFIGURATION}", manifest.number);
        replace(&self.to.join(&file), text.as_bytes())?;
        let (bytes, sha256) = (text.len() as u64, news::Digest::of(text));
        self.written += bytes;
        let listed = self.wrote(Listed { place: CONFIGURATION.to_owned(), file, bytes, sha256 });
        manifest.files.push(listed);
        Ok(())
    }

    fn copied(&mut self, from: &Path, place: &str, file: String, bytes: u64) -> Result<Listed, UpkeepError> {
        let to = self.to.join(&file);
        let sha256 = self.told("copying", place, bytes, |tell| copy(from, &to, bytes, tell))?;
        self.written += bytes;
        Ok(self.wrote(Listed { place: place.to_owned(), file, bytes, sha256 }))
    }

    fn wrote(&mut self, listed: Listed) -> Listed {
        self.fresh.push(listed.clone());
        listed
    }

    /// Reads what was written again, or all.
    fn read_again(&mut self, manifest: &Manifest) -> Result<(), UpkeepError> {
        let fresh = std::mem::take(&mut self.fresh);
        let files = manifest.files.iter().filter(|file| {
            // The database was read for its digest after it was written.
            file.place != DATABASE && (self.reads_all || fresh.contains(file))
        });
        for listed in files.cloned().collect::<Vec<_>>() {
            let path = listed.path(self.to);
            let read = self.told("verifying", &listed.place, listed.bytes, |tell| digest(&path, listed.bytes, tell))?;
            if read != Some(listed.sha256) {
                return Err(UpkeepError::DoesNotReadBack { path });
            }
        }
        Ok(())
    }

    fn told<T>(
        &mut self,
        doing: &str,
        place: &str,
        total: u64,
        work: impl FnOnce(&mut dyn FnMut(u64)) -> Result<T, UpkeepError>,
    ) -> Result<T, UpkeepError> {
        let doing = format!("{doing} {place}");
        let tell = &mut self.tell;
        work(&mut |done| tell(Progress { doing: &doing, done, total }))
    }
}

/// Removes files of backups before this one, and of attempts that failed. What has another name is not ours.
fn remove_others(to: &Path, manifest: &Manifest) -> Result<(), UpkeepError> {
    let listed = |name: &str| manifest.files.iter().any(|file| file.file == name);
    let numbered = |name: &str| name.len() > 7 && name.as_bytes()[..6].iter().all(u8::is_ascii_digit);
    let ours = |name: &str| numbered(name) || name.starts_with("archive/segment-") || name == format!("{NAME}{PART}");
    let inside = names_in(&to.join("archive"))?.into_iter().map(|name| format!("archive/{name}"));
    let gone: Vec<PathBuf> = names_in(to)?
        .into_iter()
        .chain(inside)
        .filter(|name| ours(name) && !listed(name))
        .map(|name| to.join(name))
        .collect();
    gone.iter().try_for_each(|path| fs::remove_file(path).map_err(UpkeepError::io(path)))
}
