//! Trust in validators: outlets exist that send one `ETag` for ever, whatever they publish. So a source, and an
//! article, is asked without a condition now and then; who is found to have lied is not believed again.

use jiff::{SignedDuration, Timestamp};
use news::{Digest, Entry, FeedState, Sighting, Validators};
use store::{Due, DueFeed};

/// After so many answers "not modified" in a row the next request has no condition: at least every 12th.
const MOST_UNCHANGED: u32 = 11;

/// Nor has one that comes so long after the last body of a source.
const LONGEST_TRUST: SignedDuration = SignedDuration::from_hours(6);

/// What makes the next poll conditional; nothing when it is time to see for ourselves.
pub(crate) fn of_poll(due: &DueFeed, now: Timestamp) -> Validators {
    let state = &due.feed.state;
    let young = state.sent_at.is_some_and(|at| now.duration_since(at) < LONGEST_TRUST);
    if young && state.unchanged_in_row < MOST_UNCHANGED { due.validators.clone() } else { Validators::default() }
}

/// What makes the next look conditional; nothing at every 12th of those that found nothing new.
pub(crate) fn of_look(due: &Due) -> Validators {
    let looks = due.last_looks.iter().rev().take_while(|look| look.sighting == Sighting::Unchanged).count();
    let is_time = looks % (MOST_UNCHANGED as usize + 1) == MOST_UNCHANGED as usize;
    if is_time { Validators::default() } else { due.validators.clone() }
}

/// A source sent a body with `entries`: notes it, and returns the validators to send back, without those that
/// said that nothing had changed when something had.
pub(crate) fn sent(
    state: &mut FeedState,
    before: &Validators,
    sent: Validators,
    entries: &[Entry],
    now: Timestamp,
) -> Validators {
    let digest = digest_of(entries);
    let changed = state.entries_digest.is_some_and(|known| known != digest);
    if changed && state.unchanged_in_row > 0 {
        state.etag_lies |= before.etag.is_some() && before.etag == sent.etag;
        state.last_modified_lies |= before.last_modified.is_some() && before.last_modified == sent.last_modified;
    }
    state.unchanged_in_row = 0;
    state.sent_at = Some(now);
    state.entries_digest = Some(digest);
    Validators {
        etag: sent.etag.filter(|_| !state.etag_lies),
        last_modified: sent.last_modified.filter(|_| !state.last_modified_lies),
    }
}

/// The digest of what is listed, in whatever order: a time of writing in the head of a feed is no news.
fn digest_of(entries: &[Entry]) -> Digest {
    let mut listed: Vec<_> = entries.iter().map(|entry| format!("{}\n{}\n", entry.id, entry.address)).collect();
    listed.sort_unstable();
    Digest::of(listed.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn validators(etag: &str, last_modified: &str) -> Validators {
        let some = |value: &str| Some(value.to_owned()).filter(|value| !value.is_empty());
        Validators { etag: some(etag), last_modified: some(last_modified) }
    }

    #[test]
    fn a_validator_lies_if_it_was_confirmed_and_the_entries_are_others() {
        let entry = |address: &str| Entry { address: address.into(), ..Entry::default() };
        let (one, two) = ([entry("a")], [entry("a"), entry("b")]);
        // Answers of 304 before, entries then, validators before and then; what is sent back after.
        let cases = [
            (3, &two[..], validators("x", ""), validators("x", ""), validators("", "")),
            (3, &one[..], validators("x", ""), validators("x", ""), validators("x", "")),
            (0, &two[..], validators("x", ""), validators("x", ""), validators("x", "")),
            (3, &two[..], validators("x", ""), validators("y", ""), validators("y", "")),
            (3, &two[..], validators("x", "Monday"), validators("x", "Tuesday"), validators("", "Tuesday")),
            (3, &two[..], validators("x", "Monday"), validators("y", "Monday"), validators("y", "")),
            (3, &two[..], validators("", ""), validators("x", ""), validators("x", "")),
        ];
        for (unchanged, entries, before, then, want) in cases {
            let mut state = FeedState {
                unchanged_in_row: unchanged,
                entries_digest: Some(digest_of(&one)),
                ..FeedState::default()
            };
            let got = sent(&mut state, &before, then.clone(), entries, Timestamp::UNIX_EPOCH);
            assert_eq!(got, want, "{unchanged} {before:?} {then:?}");
            assert_eq!((state.unchanged_in_row, state.sent_at), (0, Some(Timestamp::UNIX_EPOCH)));
        }
    }
}
