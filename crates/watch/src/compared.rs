//! Two readings of an article compared, with what is known of both.

use compare::Circumstances;
use jiff::{SignedDuration, Timestamp};
use news::{Article, Change, Reading, RecordedChange};
use store::ToldLater;

/// A notice tells of changes that are not older than this. A day: afterwards it is news of its own.
const TELLS_OF: SignedDuration = SignedDuration::from_hours(24);

/// What differs, where the later reading is of `at`.
pub(crate) fn compared(article: &Article, before: &Reading, after: &Reading, at: Timestamp) -> Change {
    let with = Circumstances { quotes: Some(&quotes::of), age: Some(article.age_at(at)), live: after.is_live() };
    compare::compare(before, after, &with)
}

/// Whether a change brought a notice that may tell of earlier ones.
pub(crate) fn has_notice(change: &Change) -> bool {
    change.notices.iter().any(|notice| notice.kind.is_new_notice())
}

/// Whether a notice seen at `at` may tell of a change seen at `seen`.
pub(crate) fn tells_of(seen: Timestamp, at: Timestamp) -> bool {
    let since = at.duration_since(seen);
    !since.is_negative() && since <= TELLS_OF
}

/// Which of the `earlier` changes a change seen at `at` tells of, and how much of each is untold now.
pub(crate) fn tells(earlier: &[RecordedChange], change: &Change, at: Timestamp) -> Vec<ToldLater> {
    let recent = earlier.iter().filter(|known| tells_of(known.to.first_seen, at));
    let told = recent.filter_map(|known| {
        let stealth = compare::told_later(&known.change, change)?;
        let is_news = known.stealth.is_none_or(|now| stealth < now);
        is_news.then_some(ToldLater { from: known.from.capture, to: known.to.capture, stealth })
    });
    told.collect()
}
