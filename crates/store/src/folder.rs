//! The folder of a store, and the lock that one process holds on it.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

use crate::StoreError;

/// The name of the database in a store's folder.
const DATABASE: &str = "replate.db";
/// The name of the lock in a store's folder. It holds the process id of whoever has the lock.
const LOCK: &str = "replate.lock";

/// The file that says that the store's database is being rebuilt.
const REBUILDING: &str = "replate.rebuilding";

/// Where the database of the store in `dir` is.
pub(crate) fn database(dir: &Path) -> PathBuf {
    dir.join(DATABASE)
}

/// Whether the folder holds an archive, or its ledger.
pub(crate) fn has_archive(dir: &Path) -> bool {
    let is_warc = |entry: std::fs::DirEntry| entry.file_name().to_string_lossy().ends_with(".warc.gz");
    std::fs::read_dir(dir.join("archive")).is_ok_and(|entries| entries.flatten().any(is_warc))
}

/// Whether a file of the folder, by its name, is the database or SQLite's log of it.
pub(crate) fn is_of_database(name: &str) -> bool {
    name.strip_prefix(DATABASE).is_some_and(|end| matches!(end, "" | "-wal" | "-shm"))
}

/// The name under which a database is kept that was moved elsewhere; `end` tells several apart.
pub(crate) fn moved(dir: &Path, end: &str) -> PathBuf {
    database(dir).with_extension(format!("db.moved{end}"))
}

/// Refuses a folder whose database was moved elsewhere: what is begun anew there would not be seen.
pub(crate) fn must_not_have_moved(dir: &Path) -> Result<(), StoreError> {
    if moved(dir, "").exists() && !database(dir).exists() {
        return Err(StoreError::Moved { location: dir.display().to_string() });
    }
    Ok(())
}

/// Whether the store's database is being rebuilt: it knows a part of what its archive holds.
pub(crate) fn is_rebuilding(dir: &Path) -> bool {
    dir.join(REBUILDING).is_file()
}

/// Refuses a store whose database is being rebuilt: whoever went on in it would lose what it does not know yet.
pub(crate) fn must_be_finished(dir: &Path) -> Result<(), StoreError> {
    if is_rebuilding(dir) { Err(StoreError::Unfinished { location: dir.display().to_string() }) } else { Ok(()) }
}

/// Says, durably, that the database is being rebuilt.
pub(crate) fn begin_rebuilding(dir: &Path) -> Result<(), StoreError> {
    let path = dir.join(REBUILDING);
    std::fs::write(&path, "`replate rebuild` ends this.\n").map_err(|e| StoreError::of_io(e, &path))?;
    sync(dir)
}

/// Says that the database is whole.
pub(crate) fn end_rebuilding(dir: &Path) -> Result<(), StoreError> {
    remove(&dir.join(REBUILDING))?;
    sync(dir)
}

/// Takes the lock of `dir` for as long as the file lives; makes the folder if it is missing. The
/// system frees the lock when the process ends, however it ends: there are no stale locks.
pub(crate) fn hold(dir: &Path) -> Result<File, StoreError> {
    std::fs::create_dir_all(dir).map_err(|e| StoreError::of_io(e, dir))?;
    let path = dir.join(LOCK);
    let refused = |e: std::io::Error| StoreError::of_io(e, &path);
    let mut file =
        OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path).map_err(refused)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            let mut pid = String::new();
            // Whoever has just taken the lock may not have written its id yet: then it is unknown.
            let _ = (&file).take(20).read_to_string(&mut pid);
            return Err(StoreError::Held { held: dir.display().to_string(), pid: pid.trim().parse().ok() });
        }
        Err(TryLockError::Error(e)) => return Err(refused(e)),
    }
    let mut write = || {
        file.set_len(0)?;
        file.rewind()?;
        writeln!(file, "{}", std::process::id())
    };
    write().map_err(refused)?;
    Ok(file)
}

/// Whether a process holds the store in `dir`; if so, with its id where it has told it. Takes no lock for longer
/// than it needs to ask.
pub fn holder(dir: &Path) -> Option<Option<u32>> {
    let mut file = File::open(dir.join(LOCK)).ok()?;
    match file.try_lock_shared() {
        Err(TryLockError::WouldBlock) => {
            let mut pid = String::new();
            let _ = (&mut file).take(20).read_to_string(&mut pid);
            Some(pid.trim().parse().ok())
        }
        _ => None,
    }
}

/// Makes the names in `dir` durable.
pub(crate) fn sync(dir: &Path) -> Result<(), StoreError> {
    #[cfg(unix)]
    File::open(dir).and_then(|file| file.sync_all()).map_err(|e| StoreError::of_io(e, dir))?;
    Ok(())
}

/// Removes a database that is a file, and what SQLite keeps beside it; what is not there is left out.
pub(crate) fn remove_database(path: &Path) -> Result<(), StoreError> {
    remove_beside(path)?;
    remove(path)
}

/// Removes what SQLite keeps beside a database.
pub(crate) fn remove_beside(path: &Path) -> Result<(), StoreError> {
    for end in ["-wal", "-shm", "-journal"] {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        remove(Path::new(&name))?;
    }
    Ok(())
}

fn remove(path: &Path) -> Result<(), StoreError> {
    match std::fs::remove_file(path) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(StoreError::of_io(e, path)),
        _ => Ok(()),
    }
}
