//! The vocabulary of Replate: one word per thing, one type per word.
//!
//! Below everything else and pure: no clock, no network, no database. Three kinds of noun
//! (ARCHITECTURE.md): **evidence** is append-only ([`Exchange`], [`Capture`], [`Look`]),
//! **readings** can be computed again ([`Reading`]), **conclusions** cite their evidence and may
//! be redone ([`Sighting`], [`Version`], [`Change`]). Beside them stands what the operator decided ([`Deed`]).

mod change;
mod deed;
mod digest;
mod evidence;
mod ids;
mod reading;
mod timeline;

pub use change::{Aligned, Change, ChangeKind, Hunk, Notice, Op, PartChange};
pub use deed::{Act, Deed, Subject};
pub use digest::{Digest, NotADigest};
pub use evidence::{Answer, Capture, Exchange, Failure, Place, Validators};
pub use ids::{ArticleId, CaptureId, FeedId, NotAnId, OutletId};
pub use jiff::Timestamp;
pub use reading::{Block, BlockKind, PageKind, Reading, Surface, Surfaces};
pub use timeline::{
    Article, ChangeState, ChangedTimes, Entry, Feed, Gap, GapCause, Halt, HiddenVersion, ListedChange, Look, NextLook,
    Outlet, ReadVersion, RecordedChange, Sighting, SourceKind, Timeline, Version, VersionKind,
};
