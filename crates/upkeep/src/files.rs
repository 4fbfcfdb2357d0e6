//! Files: copied with their digest, read again, replaced whole.

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use news::Digest;
use sha2::Digest as _;

use crate::UpkeepError;

/// Bytes that are in memory at a time.
const PIECE: usize = 1 << 20;

/// The end of the name of a file that is not whole yet.
pub(crate) const PART: &str = ".part";

/// How many bytes at each end of a file tell it from another.
const EDGE: u64 = 4096;

/// Reads the first `bytes` bytes of a file and gives their digest; `None` if it has fewer.
pub(crate) fn digest(path: &Path, bytes: u64, tell: &mut dyn FnMut(u64)) -> Result<Option<Digest>, UpkeepError> {
    let mut input = File::open(path).map_err(UpkeepError::io(path))?;
    let mut hasher = sha2::Sha256::new();
    let read = pieces(&mut input, path, bytes, |piece, done| {
        hasher.update(piece);
        tell(done);
        Ok(())
    })?;
    Ok((read == bytes).then(|| Digest(hasher.finalize().into())))
}

/// Copies the first `bytes` bytes of a file under another name, durably, and gives their digest; what stands
/// there is replaced only when the copy is whole.
pub(crate) fn copy(from: &Path, to: &Path, bytes: u64, tell: &mut dyn FnMut(u64)) -> Result<Digest, UpkeepError> {
    let part = part_of(to);
    let mut input = File::open(from).map_err(UpkeepError::io(from))?;
    let mut output = File::create(&part).map_err(UpkeepError::io(&part))?;
    let mut hasher = sha2::Sha256::new();
    let read = pieces(&mut input, from, bytes, |piece, done| {
        hasher.update(piece);
        tell(done);
        output.write_all(piece).map_err(UpkeepError::io(&part))
    })?;
    if read != bytes {
        return Err(UpkeepError::Damaged { path: from.to_owned(), what: "it is shorter than it was" });
    }
    output.sync_all().map_err(UpkeepError::io(&part))?;
    fs::rename(&part, to).map_err(UpkeepError::io(&part))?;
    Ok(Digest(hasher.finalize().into()))
}

/// Continues a file, whose first `good` bytes have the digest `known`, to the first `bytes` bytes of `from`, and gives
/// their digest; `None` if it does not have that digest.
pub(crate) fn continued(
    from: &Path,
    to: &Path,
    (good, known): (u64, Digest),
    bytes: u64,
    tell: &mut dyn FnMut(u64),
) -> Result<Option<Digest>, UpkeepError> {
    let mut output = OpenOptions::new().read(true).write(true).open(to).map_err(UpkeepError::io(to))?;
    let mut hasher = sha2::Sha256::new();
    let read = pieces(&mut output, to, good, |piece, done| {
        hasher.update(piece);
        tell(done);
        Ok(())
    })?;
    if read != good || Digest(hasher.clone().finalize().into()) != known {
        return Ok(None);
    }
    let mut input = File::open(from).map_err(UpkeepError::io(from))?;
    input.seek(SeekFrom::Start(good)).map_err(UpkeepError::io(from))?;
    output.set_len(good).and_then(|()| output.seek(SeekFrom::Start(good))).map_err(UpkeepError::io(to))?;
    let read = pieces(&mut input, from, bytes - good, |piece, done| {
        hasher.update(piece);
        tell(good + done);
        output.write_all(piece).map_err(UpkeepError::io(to))
    })?;
    output.sync_all().map_err(UpkeepError::io(to))?;
    Ok((read == bytes - good).then(|| Digest(hasher.finalize().into())))
}

/// Whether two files have the same bytes at the beginning, and before byte `bytes`. A file that is not there is like none.
pub(crate) fn alike(one: &Path, other: &Path, bytes: u64) -> Result<bool, UpkeepError> {
    let edges = |path: &Path| -> Result<Option<Vec<u8>>, UpkeepError> {
        let Ok(mut file) = File::open(path) else { return Ok(None) };
        let refused = |e| UpkeepError::io(path)(e);
        if file.metadata().map_err(refused)?.len() < bytes {
            return Ok(None);
        }
        let mut read = Vec::new();
        (&mut file).take(bytes.min(EDGE)).read_to_end(&mut read).map_err(refused)?;
        file.seek(SeekFrom::Start(bytes.saturating_sub(EDGE))).map_err(refused)?;
        file.take(bytes.min(EDGE)).read_to_end(&mut read).map_err(refused)?;
        Ok(Some(read))
    };
    Ok(edges(one)?.is_some_and(|one| edges(other).is_ok_and(|other| other == Some(one))))
}

/// Writes a small file whole, durably.
pub(crate) fn replace(path: &Path, content: &[u8]) -> Result<(), UpkeepError> {
    let part = part_of(path);
    let written = File::create(&part).and_then(|mut file| file.write_all(content).and_then(|()| file.sync_all()));
    written.and_then(|()| fs::rename(&part, path)).map_err(UpkeepError::io(&part))
}

/// Makes names in a folder durable.
pub(crate) fn sync_folder(folder: &Path) -> Result<(), UpkeepError> {
    File::open(folder).and_then(|file| file.sync_all()).map_err(UpkeepError::io(folder))
}

pub(crate) fn make_folder(folder: &Path) -> Result<(), UpkeepError> {
    fs::create_dir_all(folder).map_err(UpkeepError::io(folder))
}

/// The names in a folder, sorted; none if it is not there.
pub(crate) fn names_in(folder: &Path) -> Result<Vec<String>, UpkeepError> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        read => read.map_err(UpkeepError::io(folder))?,
    };
    let name = |entry: std::io::Result<fs::DirEntry>| Ok(entry?.file_name().to_string_lossy().into_owned());
    let mut names = entries.map(name).collect::<Result<Vec<_>, _>>().map_err(UpkeepError::io(folder))?;
    names.sort();
    Ok(names)
}

fn part_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(PART);
    name.into()
}

/// Gives `bytes` bytes of a file to `take`, piece by piece, with how many that makes; fewer if it ends before.
fn pieces(
    input: &mut File,
    path: &Path,
    bytes: u64,
    mut take: impl FnMut(&[u8], u64) -> Result<(), UpkeepError>,
) -> Result<u64, UpkeepError> {
    let mut piece = vec![0; PIECE];
    let mut done = 0;
    while done < bytes {
        let most = usize::try_from(bytes - done).map_or(PIECE, |left| left.min(PIECE));
        let read = input.read(&mut piece[..most]).map_err(UpkeepError::io(path))?;
        if read == 0 {
            break;
        }
        done += read as u64;
        take(&piece[..read], done)?;
    }
    Ok(done)
}
