//! Timelines: looks, versions and changes of an article, as recorded.

use std::num::NonZeroU32;

use jiff::{SignedDuration, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ArticleId, CaptureId, Change, Digest, Failure, OutletId, PageKind, Reading};

/// An outlet: one newsroom's site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outlet {
    /// Its id.
    pub id: OutletId,
    /// Its name, from the feed or the operator; the host until better is known.
    pub name: String,
    /// Its registrable domain, lower case, such as `example.co.uk`; the whole host for an address
    /// without one. Unique among outlets.
    pub domain: String,
    /// The address that was added, if it was a site.
    pub homepage: Option<String>,
}

/// What a feed, sitemap or front page says about an article.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Entry {
    /// The id that the feed gives it; the address where it gives none.
    pub id: String,
    /// The article's address, absolute.
    pub address: String,
    /// Its title, as plain text.
    pub title: Option<String>,
    /// RFC 3339.
    pub published_at: Option<String>,
    /// RFC 3339.
    pub updated_at: Option<String>,
    /// Its summary, as plain text.
    pub summary: Option<String>,
    /// Names of its authors.
    pub authors: Vec<String>,
}

/// An article: one standing piece at one outlet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Its id.
    pub id: ArticleId,
    /// Where it stands now.
    pub url: String,
    /// The article key: one for all spellings of its address (ARCHITECTURE.md).
    pub key: String,
    /// The headline of the newest version, or else the feed's title.
    pub headline: Option<String>,
    /// The language of the newest version.
    pub language: Option<String>,
    /// When it was first heard of.
    pub first_seen: Timestamp,
    /// What the outlet claimed at first sight; frozen.
    pub published_at: Option<String>,
}

impl Article {
    /// How old it was at a time: since it was published, if the outlet said so with a time, or else since it was first
    /// heard of.
    pub fn age_at(&self, at: Timestamp) -> SignedDuration {
        let published = self.published_at.as_deref().and_then(|claimed| claimed.parse::<Timestamp>().ok());
        at.duration_since(published.map_or(self.first_seen, |published| published.min(self.first_seen)))
    }
}

/// What a look is taken for. A conclusion: it may be redone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Sighting {
    /// The article.
    Article = 0,
    /// Part of it, in front of a wall.
    Walled = 1,
    /// A consent dialog in its place.
    Consent = 2,
    /// A bot check or block page in its place.
    Blocked = 3,
    /// "Not found" said with a status of 200.
    SoftGone = 4,
    /// 404, 410 or 451.
    Gone = 5,
    /// It stands at another address now.
    Moved = 6,
    /// A list page in its place.
    Index = 7,
    /// A feed in its place.
    Feed = 8,
    /// The look told us nothing.
    Error = 9,
    /// A shell whose text only a script would bring.
    NeedsScript = 10,
    /// A video page without a text.
    Video = 11,
    /// A page without the text: nothing to read, or other words in its place.
    Empty = 12,
    /// The outlet said that nothing changed (304), or the bytes are the same.
    Unchanged = 13,
    /// An older text served again, from another edge of the outlet.
    StaleCopy = 14,
}

impl Sighting {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 15] = [
        Self::Article,
        Self::Walled,
        Self::Consent,
        Self::Blocked,
        Self::SoftGone,
        Self::Gone,
        Self::Moved,
        Self::Index,
        Self::Feed,
        Self::Error,
        Self::NeedsScript,
        Self::Video,
        Self::Empty,
        Self::Unchanged,
        Self::StaleCopy,
    ];

    /// Whether the look showed a page of another kind, one that links to articles or plays a film: no
    /// wall, no error, nothing that passes.
    pub const fn is_other_page(self) -> bool {
        matches!(self, Self::Index | Self::Feed | Self::Video | Self::Empty)
    }

    /// Whether the look showed what readers saw of the article at that time, or that it was gone.
    pub const fn is_informative(self) -> bool {
        matches!(self, Self::Article | Self::Unchanged | Self::Gone | Self::SoftGone | Self::Moved | Self::Walled)
    }
}

impl From<PageKind> for Sighting {
    fn from(page: PageKind) -> Self {
        match page {
            PageKind::Article => Self::Article,
            PageKind::Walled => Self::Walled,
            PageKind::Consent => Self::Consent,
            PageKind::Blocked => Self::Blocked,
            PageKind::SoftGone => Self::SoftGone,
            PageKind::Index => Self::Index,
            PageKind::Feed => Self::Feed,
            PageKind::Error => Self::Error,
            PageKind::NeedsScript => Self::NeedsScript,
            PageKind::Video => Self::Video,
            PageKind::Empty => Self::Empty,
        }
    }
}

/// One look at an article, as the packed log keeps it. Times are exact to the millisecond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// Which look at the article, from 1.
    pub number: u32,
    /// When the request was sent.
    pub at: Timestamp,
    /// What it is taken for.
    pub sighting: Sighting,
    /// Why it told nothing; only for [`Sighting::Error`].
    pub failure: Option<Failure>,
    /// The version whose text it showed, if it showed one.
    pub shows: Option<NonZeroU32>,
}

/// Why a version is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum VersionKind {
    /// Its canonical text differs from the version before.
    Text = 0,
    /// The canonical text is the same, the parts differ.
    PartsOnly = 1,
    /// Only the reader made the difference; out of counts and lists.
    ReaderOnly = 2,
}

/// A run of consecutive looks at which the article showed one canonical text and set of parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Counts from 1 in the order of first sight; given once, never reused.
    pub number: NonZeroU32,
    /// Its name: its first capture.
    pub capture: CaptureId,
    /// Why it is a version.
    pub kind: VersionKind,
    /// The earlier version whose text it shows again.
    pub returns_to: Option<NonZeroU32>,
    /// When a look first and last showed it.
    pub first_seen: Timestamp,
    /// See `first_seen`.
    pub last_seen: Timestamp,
    /// Its headline.
    pub headline: Option<String>,
    /// What the outlet claims as the time of its last change, as given.
    pub updated_at: Option<String>,
    /// Words in the canonical text.
    pub words: u32,
    /// Whether text is known to be missing.
    pub partial: bool,
    /// The digest of the canonical text.
    pub text_digest: Digest,
    /// The digest of the parts.
    pub parts_digest: Digest,
    /// The reader that read it, and the epoch of its memory.
    pub reader: String,
    /// See `reader`.
    pub epoch: Option<Digest>,
}

impl Version {
    /// A version of a text of its own, by what its first capture says.
    pub fn read(number: NonZeroU32, capture: CaptureId, first_seen: Timestamp, reading: &Reading) -> Self {
        Self {
            number,
            capture,
            kind: VersionKind::Text,
            returns_to: None,
            first_seen,
            last_seen: first_seen,
            headline: reading.headline.clone(),
            updated_at: reading.updated_at.clone(),
            words: reading.word_count(),
            partial: reading.partial,
            text_digest: reading.text_digest(),
            parts_digest: reading.parts_digest(),
            reader: reading.reader.clone(),
            epoch: reading.epoch,
        }
    }

    /// The same version by another reading of its capture.
    #[must_use]
    pub fn read_again(&self, reading: &Reading) -> Self {
        let Self { number, capture, kind, returns_to, first_seen, last_seen, .. } = *self;
        Self { kind, returns_to, last_seen, ..Self::read(number, capture, first_seen, reading) }
    }
}

/// How sure a change is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum ChangeState {
    /// Seen once.
    Provisional = 0,
    /// Seen at two looks or more.
    Confirmed = 1,
    /// The text before has come back.
    Reverted = 2,
    /// Only the reader made the difference.
    ReaderOnly = 3,
}

/// A recorded change: from one version to the next.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordedChange {
    /// The article.
    pub article: ArticleId,
    /// The version before.
    pub from: Version,
    /// The version after.
    pub to: Version,
    /// How sure it is.
    pub state: ChangeState,
    /// When the state or an assessment last changed; moves Atom's `updated`.
    pub updated_at: Timestamp,
    /// What differs.
    pub change: Change,
    /// How likely it is that readers were not told, 0 to 1, as far as we know by now. `change.stealth` is what could be
    /// known when it was recorded; a later notice may have told of it. `None`: not measured.
    pub stealth: Option<f32>,
    /// The capture that showed that notice.
    pub told_by: Option<CaptureId>,
}

/// How many changes of an outlet are of which sort.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeCounts {
    /// All that were seen.
    pub all: u64,
    /// Those of substance: facts, names, quotations, who says something, how sure it is, the headline.
    pub substance: u64,
    /// Those in which a notice of the outlet's own came, went or changed.
    pub told: u64,
    /// Those of substance without a notice that we could see.
    pub stealth: u64,
}

impl ChangeCounts {
    /// Outlets with fewer changes of substance are not put in an order.
    pub const FEWEST: u64 = 50;

    /// The share of changes of substance without a notice, and the ends of Wilson's interval at 95 %: Wilson, *Journal of
    /// the American Statistical Association* 22 (1927). `None` without a change of substance.
    pub fn stealth_share(&self) -> Option<[f64; 3]> {
        const Z: f64 = 1.959_964;
        let n = self.substance as f64;
        let share = self.stealth.min(self.substance) as f64 / n;
        let middle = share + Z * Z / (2.0 * n);
        let half = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
        let end = |sign: f64| ((middle + sign * half) / (1.0 + Z * Z / n)).clamp(0.0, 1.0);
        (self.substance > 0).then(|| [share, end(-1.0), end(1.0)])
    }
}

/// From here on a change counts as one that readers were not told of.
pub const STEALTH: f32 = 0.5;

impl RecordedChange {
    /// Whether it counts as one that readers were not told of.
    pub fn is_stealth(&self) -> bool {
        self.stealth.is_some_and(|stealth| stealth >= STEALTH) && self.change.has_substance()
    }

    /// The change's GUID: made of its two captures, the same for ever.
    pub fn guid(&self) -> String {
        guid(self.from.capture, self.to.capture)
    }
}

fn guid(from: CaptureId, to: CaptureId) -> String {
    format!("urn:replate:change:{from}:{to}")
}

/// A change that was shown and is not any more, with nothing of what it said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HiddenChange {
    /// The capture that names the version before.
    pub from: CaptureId,
    /// The capture that names the version after.
    pub to: CaptureId,
    /// When one of the two, or the article, was withdrawn.
    pub at: Timestamp,
}

impl HiddenChange {
    /// The GUID that the change had.
    pub fn guid(&self) -> String {
        guid(self.from, self.to)
    }
}

/// A change with the article and outlet that it belongs to, for lists and feeds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ListedChange {
    /// The outlet.
    pub outlet: Outlet,
    /// The article.
    pub article: Article,
    /// The change.
    pub recorded: RecordedChange,
}

/// When the next look is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NextLook {
    /// Not before this time.
    At(Timestamp),
    /// There is none: the schedule has ended.
    Never,
}

/// Somebody decided that nothing is asked any more: of an outlet, a feed or an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Halt {
    /// For good; else for a time.
    pub removed: bool,
    /// Since when.
    pub at: Timestamp,
    /// Who decided it. Not for the public.
    #[serde(skip)]
    pub by: String,
}

/// Somebody found that an article is another one, recorded twice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merge {
    /// The article that it is.
    pub into: ArticleId,
    /// Since when.
    pub at: Timestamp,
    /// Who decided it. Not for the public.
    #[serde(skip)]
    pub by: String,
    /// Why, in words that may be shown, where that was noted.
    pub reason: Option<String>,
}

/// What is recorded of an article under another id: that of one that was merged into it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherRecord {
    /// The id.
    pub article: ArticleId,
    /// Where it stood.
    pub url: String,
    /// When it was first heard of.
    pub from: Timestamp,
    /// When it was last looked at; if it never was, `from`.
    pub to: Timestamp,
    /// How many of its versions are shown.
    pub versions: usize,
    /// Since when it is one with the article.
    pub merged_at: Timestamp,
}

/// A version that is not shown any more, with nothing of what it said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HiddenVersion {
    /// Its number.
    pub number: NonZeroU32,
    /// Its name.
    pub capture: CaptureId,
    /// Why it is a version.
    pub kind: VersionKind,
    /// The earlier version whose text it shows again.
    pub returns_to: Option<NonZeroU32>,
    /// When a look first showed it.
    pub first_seen: Timestamp,
    /// The version that was withdrawn, if this one only says the same again.
    pub same_as: Option<CaptureId>,
    /// When it was withdrawn.
    pub at: Timestamp,
    /// Why.
    pub reason: String,
    /// Whether the law asked for it.
    pub legal: bool,
}

/// Everything recorded of one article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Timeline {
    /// The outlet.
    pub outlet: Outlet,
    /// The article.
    pub article: Article,
    /// Versions in the order of their numbers; those that only the reader made included.
    pub versions: Vec<Version>,
    /// Versions that are not shown any more: nothing of what they said.
    #[serde(default)]
    pub hidden: Vec<HiddenVersion>,
    /// Changes in the order of their versions, without those from or to a version that is not shown.
    pub changes: Vec<RecordedChange>,
    /// All looks, oldest first.
    pub looks: Vec<Look>,
    /// The next look, as it is planned; while looks are halted there is none.
    pub next: NextLook,
    /// Why it is not looked at any more, if somebody decided so.
    #[serde(default)]
    pub halted: Option<Halt>,
    /// What it was merged into, if it turned out to be another article.
    #[serde(default)]
    pub merged: Option<Merge>,
    /// What is recorded of the article under other ids. Of a merged one there is none.
    #[serde(default)]
    pub also_recorded: Vec<OtherRecord>,
    /// Addresses where the article stood before, oldest first.
    pub former_addresses: Vec<String>,
}

/// Why nothing is known of an interval between two looks that told us something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum GapCause {
    /// No look was planned.
    Planned,
    /// A look was due, and nobody looked.
    Overdue,
    /// Looks were made and told us nothing (errors, walls, blocks, stale copies).
    Untold,
}

/// An interval in which an edit could have been missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// The last look before that told us something.
    pub from: Timestamp,
    /// The first look after that told us something.
    pub to: Timestamp,
    /// Why.
    pub cause: GapCause,
}

impl Timeline {
    /// The intervals between looks that told us something, oldest first.
    pub fn gaps(&self) -> Vec<Gap> {
        let mut gaps = Vec::new();
        let mut last: Option<Timestamp> = None;
        let mut untold = false;
        for look in &self.looks {
            if !look.sighting.is_informative() {
                untold = true;
                continue;
            }
            if let Some(from) = last {
                let cause = if untold { GapCause::Untold } else { GapCause::Planned };
                gaps.push(Gap { from, to: look.at, cause });
            }
            last = Some(look.at);
            untold = false;
        }
        gaps
    }

    /// The intervals without a telling look that are longer than `longest`, up to `now`, and those in which looks told
    /// nothing.
    pub fn unseen(&self, now: Timestamp, longest: SignedDuration) -> Vec<Gap> {
        let is_long = |gap: &Gap| gap.to.duration_since(gap.from) > longest;
        let mut gaps = self.gaps();
        gaps.retain(|gap| gap.cause == GapCause::Untold || is_long(gap));
        let last = self.looks.iter().rposition(|l| l.sighting.is_informative());
        if let Some(last) = last {
            let untold = last + 1 < self.looks.len();
            let is_overdue = matches!(self.next, NextLook::At(due) if due + longest < now);
            let cause = match untold {
                true => GapCause::Untold,
                false if is_overdue => GapCause::Overdue,
                false => GapCause::Planned,
            };
            gaps.extend(Some(Gap { from: self.looks[last].at, to: now, cause }).filter(is_long));
        }
        gaps
    }

    /// When the next look is; `None`: there is none, because the schedule has ended, somebody halted it, or it was merged.
    pub fn awaited(&self) -> Option<Timestamp> {
        match self.next {
            NextLook::At(at) if self.halted.is_none() && self.merged.is_none() => Some(at),
            _ => None,
        }
    }

    /// The version that the last look that showed one showed: what readers see now, as far as we know. It is an older
    /// one than the newest where an outlet serves several texts by turns.
    pub fn showing(&self) -> Option<NonZeroU32> {
        self.looks.iter().rev().find_map(|l| l.shows)
    }

    /// The versions that count, in order, up to one of a number, or all; nothing but what is shown.
    pub fn counted(&self, last: Option<NonZeroU32>) -> Vec<&Version> {
        let end = last.and_then(|last| self.versions.iter().position(|v| v.number == last));
        let end = end.map_or(self.versions.len(), |at| at + 1);
        self.versions[..end].iter().filter(|v| v.kind != VersionKind::ReaderOnly).collect()
    }

    /// How often the article has changed: versions of its text less one, those that only the
    /// reader made left out and those that are not shown counted, returns to an earlier text counted apart.
    pub fn changed_times(&self) -> ChangedTimes {
        let shown = self.versions.iter().map(|v| (v.kind, v.returns_to));
        let counted = shown.chain(self.hidden.iter().map(|v| (v.kind, v.returns_to)));
        let counted = counted.filter(|(kind, _)| *kind != VersionKind::ReaderOnly);
        let versions = counted.clone().count();
        let returns = counted.filter(|(_, returns_to)| returns_to.is_some()).count();
        ChangedTimes { changes: versions.saturating_sub(1), returns }
    }
}

/// See [`Timeline::changed_times`]. `returns` are part of `changes`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedTimes {
    /// Versions less one.
    pub changes: usize,
    /// Those among them that went back to an earlier text.
    pub returns: usize,
}

/// A version with its reading, for pages and diffs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadVersion {
    /// The version.
    pub version: Version,
    /// What it said.
    pub reading: Reading,
}
