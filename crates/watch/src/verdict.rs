//! The verdict on a look: what it is taken for, and whether it founds a version.
//!
//! Pure: evidence, reading and what is recorded go in, conclusions come out. ARCHITECTURE.md,
//! "What is what", is the law that this file spells out.

use std::num::NonZeroU32;

use jiff::{SignedDuration, Timestamp};
use news::{Answer, CaptureId, Digest, Exchange, Failure, Look, PageKind, Reading, Sighting, Version, VersionKind};

/// Two returns within this time make the texts that alternate one variant set.
const VARIANT_WINDOW: SignedDuration = SignedDuration::from_hours(24);

/// An older text that is served for longer than this is no stale copy: the outlet went back to it.
/// Caches of outlets live for minutes to hours.
const STALE_AT_MOST: SignedDuration = SignedDuration::from_hours(24);

/// What walls and errors say is said in fewer words; so is hardly any article.
const FEW_WORDS: u32 = 80;

/// What is recorded of the article before the look.
#[derive(Debug, Clone, Copy)]
pub struct Before<'a> {
    /// All versions, oldest first.
    pub versions: &'a [Version],
    /// The version that the last look that showed one showed.
    pub showing: Option<NonZeroU32>,
    /// The newest looks, oldest first.
    pub looks: &'a [Look],
    /// The digest of the body of the last capture that has one.
    pub body_digest: Option<Digest>,
    /// The `Last-Modified` of the last answer that had a body, as received.
    pub last_modified: Option<&'a str>,
}

impl Before<'_> {
    fn version(&self, number: NonZeroU32) -> Option<&Version> {
        self.versions.iter().find(|v| v.number == number)
    }

    fn shown(&self) -> Option<&Version> {
        self.showing.and_then(|n| self.version(n))
    }

    fn last_sighting(&self) -> Option<Sighting> {
        self.looks.iter().rev().map(|l| l.sighting).find(|s| *s != Sighting::Error)
    }
}

/// What a look is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// What was sighted.
    pub sighting: Sighting,
    /// Why nothing was; only for [`Sighting::Error`].
    pub failure: Option<Failure>,
    /// The version whose text the look showed.
    pub shows: Option<NonZeroU32>,
    /// The version that it founds; then `shows` is its number.
    pub founds: Option<Founding>,
}

/// A version to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Founding {
    /// Its number.
    pub number: NonZeroU32,
    /// Why it is one.
    pub kind: VersionKind,
    /// The version whose text it shows again.
    pub returns_to: Option<NonZeroU32>,
}

impl Verdict {
    const fn told(sighting: Sighting) -> Self {
        Self { sighting, failure: None, shows: None, founds: None }
    }

    /// A look that told us nothing.
    pub const fn failed(failure: Failure) -> Self {
        Self { sighting: Sighting::Error, failure: Some(failure), shows: None, founds: None }
    }

    fn unchanged(before: &Before<'_>) -> Self {
        Self { shows: before.showing, ..Self::told(Sighting::Unchanged) }
    }
}

/// The verdict that the answer alone allows, without reading its page; `None`: the page decides.
pub fn by_answer(before: &Before<'_>, exchange: &Exchange) -> Option<Verdict> {
    let answer = &exchange.last;
    match answer.status {
        200 | 203 => {
            let same = before.body_digest.is_some_and(|d| d == exchange.body_digest());
            let of_article = matches!(before.last_sighting(), Some(Sighting::Article | Sighting::Unchanged));
            (same && of_article && exchange.hops.is_empty()).then(|| Verdict::unchanged(before))
        }
        304 => Some(Verdict::unchanged(before)),
        404 | 410 | 451 => Some(Verdict::told(Sighting::Gone)),
        402 => Some(Verdict::told(Sighting::Walled)),
        401 | 403 => Some(Verdict::told(Sighting::Blocked)),
        429 => Some(Verdict::failed(Failure::Throttled)),
        503 if answer.header("retry-after").is_some() => Some(Verdict::failed(Failure::Throttled)),
        500.. => Some(Verdict::failed(Failure::ServerError)),
        _ => Some(Verdict::failed(Failure::OtherStatus)),
    }
}

/// The verdict on a page that was read.
///
/// `moved` says that a permanent redirect led to another address of the article.
pub fn by_reading(before: &Before<'_>, exchange: &Exchange, reading: &Reading, moved: bool) -> Verdict {
    let sighting = match reading.page {
        PageKind::Article if moved => Sighting::Moved,
        page => page.into(),
    };
    match reading.page {
        PageKind::Article => {}
        // A wall never ends a fuller version; an outlet that is always walled gets versions of what it shows.
        PageKind::Walled if before.versions.iter().all(|v| v.partial) && !reading.body.is_empty() => {}
        _ => return Verdict::told(sighting),
    }
    // Part of a text never ends a fuller version either.
    if reading.partial && before.versions.iter().any(|v| !v.partial) {
        return Verdict::told(Sighting::Walled);
    }
    if stands_in_the_way(before, reading) {
        return Verdict::told(Sighting::Empty);
    }
    if let Some(stale) = stale_copy(before, exchange, reading) {
        return stale;
    }
    let shown_as = |number, founds| Verdict { sighting, failure: None, shows: Some(number), founds };
    match place_of(before, exchange.at, reading) {
        TextPlace::Shown(number) => shown_as(number, None),
        TextPlace::New(founding) => shown_as(founding.number, Some(founding)),
    }
}

/// Whether a page that reads like an article is none of this article's: a few words under a headline that it
/// never had, where a whole text stood, signed and dated by nobody. Walls and errors say it in every language
/// and in more words than any list has. A notice of the outlet's own is no such page.
fn stands_in_the_way(before: &Before<'_>, reading: &Reading) -> bool {
    let Some(shown) = before.shown() else { return false };
    let known = |headline: &Option<String>| before.versions.iter().any(|v| v.headline == *headline);
    let mut texts = reading.text_pieces().map(|(_, text)| text);
    reading.word_count() <= FEW_WORDS
        && reading.word_count().saturating_mul(4) <= shown.words
        && !known(&reading.headline)
        && reading.bylines.is_empty()
        && reading.published_at.is_none()
        && reading.updated_at.is_none()
        && !texts.any(|text| text::notice_kind(text).is_some())
}

/// Where a text belongs among the versions.
enum TextPlace {
    Shown(NonZeroU32),
    New(Founding),
}

fn place_of(before: &Before<'_>, at: Timestamp, reading: &Reading) -> TextPlace {
    let (text, parts) = (reading.text_digest(), reading.parts_digest());
    let is_it = |v: &Version| v.text_digest == text && v.parts_digest == parts;
    let Some(shown) = before.shown() else {
        return match before.versions.iter().rev().find(|v| is_it(v)) {
            Some(v) => TextPlace::Shown(v.number),
            None => TextPlace::New(Founding { number: next_number(before), kind: VersionKind::Text, returns_to: None }),
        };
    };
    if is_it(shown) {
        return TextPlace::Shown(shown.number);
    }
    let kind = if shown.text_digest == text { VersionKind::PartsOnly } else { VersionKind::Text };
    // A return is to the first version that had this text: later ones are returns themselves.
    let earlier = before.versions.iter().find(|v| is_it(v));
    let earlier_text = before.versions.iter().find(|v| kind == VersionKind::Text && v.text_digest == text);
    let newest = before.versions.iter().rev().find(|v| is_it(v));
    if let Some(newest) = newest.filter(|v| in_variant_set(before.versions, v, at)) {
        return TextPlace::Shown(newest.number);
    }
    let returns_to = earlier.or(earlier_text).map(|v| v.number);
    TextPlace::New(Founding { number: next_number(before), kind, returns_to })
}

fn next_number(before: &Before<'_>) -> NonZeroU32 {
    before.versions.iter().map(|v| v.number).max().map_or(NonZeroU32::MIN, |n| n.saturating_add(1))
}

/// Whether the newest versions alternate among texts already seen (two returns within 24 h), and
/// `candidate` is one of these texts. The set holds until a text outside it appears.
fn in_variant_set(versions: &[Version], candidate: &Version, now: Timestamp) -> bool {
    let returns = versions.iter().rev().take_while(|v| v.returns_to.is_some());
    let returns: Vec<&Version> = returns.collect();
    let [newest, .., _] = returns.as_slice() else { return false };
    let close = returns.windows(2).any(|w| w[0].first_seen.duration_since(w[1].first_seen) <= VARIANT_WINDOW);
    let begun = now >= newest.first_seen;
    // All texts since the first that has come back: a third and a fourth variant may not have returned yet.
    let first = returns.iter().filter_map(|r| r.returns_to).min();
    close && begun && Some(candidate.number) >= first
}

/// An older text served again: another edge of the outlet, not an edit.
fn stale_copy(before: &Before<'_>, exchange: &Exchange, reading: &Reading) -> Option<Verdict> {
    let shown = before.shown()?;
    let text = reading.text_digest();
    if shown.text_digest == text {
        return None;
    }
    let claimed_before = shown.updated_at.as_deref().and_then(|t| t.parse::<Timestamp>().ok());
    let by_page = matches!((claimed_before, claimed_update(reading)), (Some(b), Some(a)) if a < b);
    let modified = |value: &str| jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(value).ok();
    let modified_before = before.last_modified.and_then(modified);
    let by_header =
        matches!((modified_before, last_modified(&exchange.last).and_then(modified)), (Some(b), Some(a)) if a < b);
    if !(by_page || by_header) {
        return None;
    }
    let stale_since = before.looks.iter().rev().take_while(|l| l.sighting == Sighting::StaleCopy).last().map(|l| l.at);
    if stale_since.is_some_and(|since| exchange.at.duration_since(since) > STALE_AT_MOST) {
        return None;
    }
    // It shows no version: readers elsewhere see the newer one meanwhile.
    Some(Verdict::told(Sighting::StaleCopy))
}

fn claimed_update(reading: &Reading) -> Option<Timestamp> {
    reading.updated_at.as_deref().and_then(|t| t.parse().ok())
}

fn last_modified(answer: &Answer) -> Option<&str> {
    answer.header("last-modified")
}

/// The version that a verdict founds, complete.
pub fn found(founding: Founding, capture: CaptureId, at: Timestamp, reading: &Reading) -> Version {
    let Founding { number, kind, returns_to } = founding;
    Version { kind, returns_to, ..Version::read(number, capture, at, reading) }
}
