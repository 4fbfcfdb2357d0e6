//! What polls brought goes into the archive before anything is taken from it, unless the same lies there already.

use news::{Digest, Exchange, FeedId, FeedState, PollId};

use crate::watcher::{Stages, WatchError};

/// What of a poll is filed: each is compared with what was filed of it last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    /// The answer of the source.
    Source,
    /// The sitemaps that an index of sitemaps led to.
    Sitemaps,
}

/// Files what a poll brought, if it differs from what was filed last: durable when this returns.
///
/// *A crash after it and before the entries are recorded*: the next poll is asked on the condition of before, brings
/// the entries again, and is filed again, under the same number.
///
/// # Errors
/// When the archive cannot keep it: then nothing may be taken from it.
pub(crate) async fn file(
    stages: &Stages,
    feed: FeedId,
    state: &mut FeedState,
    what: What,
    exchanges: Vec<Exchange>,
) -> Result<Vec<Exchange>, WatchError> {
    let digest = Some(digest_of(&exchanges));
    let known = match what {
        What::Source => &mut state.body_digest,
        What::Sitemaps => &mut state.sitemaps_digest,
    };
    if *known == digest || exchanges.is_empty() {
        return Ok(exchanges);
    }
    let (archive, id) = (stages.archive.clone(), PollId { feed, poll: state.polls });
    let (exchanges, places) = tokio::task::spawn_blocking(move || {
        let all: Vec<&Exchange> = exchanges.iter().collect();
        let places = archive.lock().unwrap_or_else(std::sync::PoisonError::into_inner).append_poll(id, &all)?;
        Ok::<_, WatchError>((exchanges, places))
    })
    .await??;
    *known = digest;
    state.archived = state.archived.saturating_add(1);
    state.archived_bytes += places.iter().map(|place| place.length).sum::<u64>();
    Ok(exchanges)
}

/// The digest of what was answered: addresses, statuses and bodies, codings removed.
fn digest_of(exchanges: &[Exchange]) -> Digest {
    let line = |exchange: &Exchange| {
        format!("{} {} {}\n", exchange.last.url, exchange.last.status, Digest::of(&exchange.last.body))
    };
    Digest::of(exchanges.iter().map(line).collect::<String>())
}
