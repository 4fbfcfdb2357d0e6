//! The vocabulary of Replate: one word per thing, one type per word.
//!
//! Below everything else and pure: no clock, no network, no database. Three kinds of noun
//! (ARCHITECTURE.md): **evidence** is append-only ([`Exchange`], [`Capture`], [`Look`]),
//! **readings** can be computed again ([`Reading`]), **conclusions** cite their evidence and may
//! be redone ([`Sighting`], [`Version`], [`Change`]). Beside them stands what the operator decided ([`Deed`]).

pub mod alarm;
mod blame;
mod change;
mod change_kind;
mod deed;
mod digest;
mod evidence;
mod hit;
mod ids;
mod quotation;
mod reading;
mod source;
mod timeline;
mod watching;
pub mod yields;

pub use alarm::{Alarm, Share, Trouble};
pub use blame::{Away, Blame, GoneSentence, ReadAfter, Sentence};
pub use change::{Aligned, Amount, Change, Days, Fact, Hunk, Notice, Op, PartChange, Region};
pub use change_kind::{ChangeKind, Class};
pub use deed::{Act, Deed, Subject};
pub use digest::{Digest, NotADigest};
pub use evidence::{Answer, Capture, Exchange, Failure, Place, Validators};
pub use hit::Hit;
pub use ids::{ArticleId, CaptureId, FeedId, NotAnId, OutletId, PollId};
pub use jiff::Timestamp;
pub use quotation::{Quotation, QuotationKind};
pub use reading::{Block, BlockKind, Direction, Hyperlink, PageKind, Reading, Surface, Surfaces};
pub use source::{Feed, FeedState, FormerAddress, SourceKind};
pub use timeline::{
    Article, ChangeCounts, ChangeState, ChangedTimes, Entry, Gap, GapCause, Halt, HiddenChange, HiddenVersion,
    ListedChange, Look, Merge, NextLook, OtherRecord, Outlet, ReadVersion, RecordedChange, STEALTH, Sighting, Timeline,
    Version, VersionKind,
};
pub use watching::{Polled, Refusal, Refused};
pub use yields::{Field, Yield, Yields};
