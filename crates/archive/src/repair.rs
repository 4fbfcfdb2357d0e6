//! What a crash left at the end of the last segment is taken off.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use news::Place;

use crate::segment::{Segment, sync_folder};
use crate::walk::{Walk, What};
use crate::{ArchiveError, Fault};

/// Bytes in the middle of a segment that no capture could be read from. They stay where they are.
#[derive(Debug)]
pub struct Damage {
    /// Where they are.
    pub place: Place,
    /// What is wrong.
    pub fault: Fault,
}

/// How the last segment was found.
#[derive(Debug, Default)]
pub(crate) struct Tail {
    /// Bytes that are good.
    pub(crate) good: u64,
    /// The last capture among them, if one was seen.
    pub(crate) last: Option<Place>,
    pub(crate) damaged: Vec<Damage>,
}

/// Reads the segment from `from` on, on which a record begins, and tells how far it is good: up to
/// the end of the last whole capture. What is broken before that is damage, not a torn tail.
pub(crate) fn inspect(dir: &Path, segment: Segment, from: u64) -> Result<Tail, ArchiveError> {
    let mut walk = Walk::open(&segment.path(dir), from)?;
    let mut tail = Tail { good: from, ..Tail::default() };
    let mut torn = Vec::new();
    while let Some(found) = walk.next()? {
        let place = Place { segment: segment.number(), offset: found.offset, length: found.length };
        match found.what {
            What::Damage(fault) => {
                torn.push(Damage { place, fault });
                continue;
            }
            What::Info(_) => {}
            What::Capture(..) | What::Poll(..) => tail.last = Some(place),
        }
        tail.good = found.offset + found.length;
        tail.damaged.append(&mut torn);
    }
    Ok(tail)
}

/// Cuts the file to its first `good` bytes and keeps the rest in a file beside it.
///
/// In this order, each step durable: the rest is copied (a crash here leaves the tail in place and
/// perhaps half a copy: the next start copies it again under another name), the file is cut (a
/// crash here leaves a good file). Returns the bytes cut and where they are now; `None` if
/// there was nothing to cut.
pub(crate) fn cut(path: &Path, good: u64) -> Result<Option<(u64, PathBuf)>, ArchiveError> {
    let mut file = OpenOptions::new().read(true).write(true).open(path).map_err(ArchiveError::io("open", path))?;
    let bytes = file.metadata().map_err(ArchiveError::io("open", path))?.len();
    if bytes <= good {
        return Ok(None);
    }
    file.seek(SeekFrom::Start(good)).map_err(ArchiveError::io("read", path))?;
    let (mut side, side_path) = side_file(path, good)?;
    io::copy(&mut (&mut file).take(bytes - good), &mut side)
        .and_then(|_| side.sync_all())
        .map_err(ArchiveError::write(&side_path, bytes - good))?;
    path.parent().map_or(Ok(()), sync_folder)?;

    file.set_len(good).and_then(|()| file.sync_all()).map_err(ArchiveError::io("cut", path))?;
    Ok(Some((bytes - good, side_path)))
}

/// A new file for what is cut off at `good`; earlier ones are never written over.
fn side_file(path: &Path, good: u64) -> Result<(File, PathBuf), ArchiveError> {
    let mut attempt = 1;
    loop {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".cut-at-{good}-{attempt}"));
        let path = PathBuf::from(name);
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => attempt += 1,
            made => return made.map(|f| (f, path.clone())).map_err(ArchiveError::io("create", &path)),
        }
    }
}
