//! Segment files: their names and numbers.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::ArchiveError;

/// The bit of a segment number that says that the keep rule has been through it.
const SWEPT: u32 = 1 << 30;

/// The end of the name of a file that is not finished yet.
const PART: &str = ".part";

/// A segment: the `sequence`-th file of the archive, as written or as the keep rule left it.
///
/// Orders by sequence, the one as written first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Segment {
    /// From 1, in the order of writing.
    pub(crate) sequence: u32,
    pub(crate) swept: bool,
}

impl Segment {
    pub(crate) const fn written(sequence: u32) -> Self {
        Self { sequence, swept: false }
    }

    pub(crate) const fn swept(sequence: u32) -> Self {
        Self { sequence, swept: true }
    }

    /// The number that a [`news::Place`] carries.
    pub(crate) const fn number(self) -> u32 {
        if self.swept { self.sequence | SWEPT } else { self.sequence }
    }

    pub(crate) const fn of(number: u32) -> Self {
        Self { sequence: number & !SWEPT, swept: number & SWEPT != 0 }
    }

    pub(crate) fn file_name(self) -> String {
        format!("segment-{:06}{}.warc.gz", self.sequence, if self.swept { "-swept" } else { "" })
    }

    pub(crate) fn path(self, dir: &Path) -> PathBuf {
        dir.join(self.file_name())
    }

    /// Where the segment is written before it gets its name.
    pub(crate) fn part_path(self, dir: &Path) -> PathBuf {
        dir.join(format!("{}{PART}", self.file_name()))
    }

    fn parse(file_name: &str) -> Option<Self> {
        let stem = file_name.strip_prefix("segment-")?.strip_suffix(".warc.gz")?;
        let swept = stem.strip_suffix("-swept");
        let sequence = swept.unwrap_or(stem).parse().ok().filter(|s| (1..SWEPT).contains(s))?;
        let segment = Self { sequence, swept: swept.is_some() };
        (segment.file_name() == file_name).then_some(segment)
    }
}

/// All segments in the folder, in order. Other files are passed over.
pub(crate) fn list(dir: &Path) -> Result<Vec<Segment>, ArchiveError> {
    let entries = fs::read_dir(dir).map_err(ArchiveError::io("list", dir))?;
    let mut segments = Vec::new();
    for entry in entries {
        let entry = entry.map_err(ArchiveError::io("list", dir))?;
        segments.extend(entry.file_name().to_str().and_then(Segment::parse));
    }
    segments.sort_unstable();
    Ok(segments)
}

/// Deletes what an interrupted sweep has left.
pub(crate) fn remove_parts(dir: &Path) -> Result<(), ArchiveError> {
    for entry in fs::read_dir(dir).map_err(ArchiveError::io("list", dir))? {
        let path = entry.map_err(ArchiveError::io("list", dir))?.path();
        let name = path.file_name().and_then(|n| n.to_str()).and_then(|n| n.strip_suffix(PART));
        if name.and_then(Segment::parse).is_some() {
            fs::remove_file(&path).map_err(ArchiveError::io("delete", &path))?;
        }
    }
    Ok(())
}

/// Makes names that were added to, changed in or removed from the folder durable.
pub(crate) fn sync_folder(dir: &Path) -> Result<(), ArchiveError> {
    File::open(dir).and_then(|d| d.sync_all()).map_err(ArchiveError::io("make durable", dir))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_survive_their_names_and_numbers() {
        for segment in [Segment::written(1), Segment::swept(1), Segment::written(12_345_678), Segment::swept(SWEPT - 1)]
        {
            assert_eq!(Segment::parse(&segment.file_name()), Some(segment));
            assert_eq!(Segment::of(segment.number()), segment);
        }
        for other in
            ["segment-1.warc.gz", "segment-000000.warc.gz", "segment-000001.warc.gz.part", "segment-+00001.warc.gz"]
        {
            assert_eq!(Segment::parse(other), None, "{other}");
        }
        assert!(Segment::swept(1) < Segment::written(2));
    }
}
