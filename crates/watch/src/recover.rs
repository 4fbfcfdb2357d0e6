//! Recovery: what the archive holds and the store does not know yet is concluded now.

use archive::{Archived, RawAnswer, Reader, RevisitReason};
use news::{Answer, Exchange, Place};
use store::Store;

use crate::batch::{Looked, Recorder};
use crate::watcher::{Stages, WatchError};

/// What a recovery did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Recovered {
    /// Captures that were in the archive and are recorded now.
    pub captures: usize,
    /// Places in the archive's tail that could not be read; they are logged and left.
    pub unreadable: usize,
}

/// Takes the archive's tail through the ordinary conclusion, one capture at a time and in order,
/// because each may be the one that the next is compared with.
pub(crate) async fn recover(stages: &Stages, recorder: &Recorder) -> Result<Recovered, WatchError> {
    let mut recovered = Recovered::default();
    let end = stages.store.read(store::visits::archive_end).await?;
    for found in stages.reader.since(end)? {
        let (place, archived) = match found {
            Ok(found) => found,
            Err(error) => {
                tracing::debug!(%error, "a place in the archive's tail cannot be read");
                recovered.unreadable += 1;
                continue;
            }
        };
        let (id, at) = (archived.id, archived.at);
        let due = match stages.store.read(move |tx| store::agenda::load_due(tx, id.article)).await {
            Ok(due) if due.look_number <= id.look => due,
            // Recorded before the crash, or of an article that is not known any more.
            Ok(_) => continue,
            Err(store::StoreError::NoSuchArticle(_)) => continue,
            Err(error) => return Err(error.into()),
        };
        let Some(exchange) = exchange_of(&archived, &stages.reader, &stages.store)? else {
            recovered.unreadable += 1;
            continue;
        };
        let due = store::Due { look_number: id.look, ..due };
        recorder.record_archived(vec![(Looked { due, at, outcome: Ok(exchange) }, place)]).await?;
        recovered.captures += 1;
    }
    if recovered.unreadable > 0 {
        tracing::error!(
            places = recovered.unreadable,
            "places in the archive's tail cannot be read; they are left as they are"
        );
    }
    Ok(recovered)
}

/// The exchange that a capture in the archive came from; `None` if its body is not there any more.
pub(crate) fn exchange_of(archived: &Archived, reader: &Reader, store: &Store) -> Result<Option<Exchange>, WatchError> {
    let mut bodies: Vec<Vec<u8>> = archived.answers.iter().map(|a| a.wire_body.clone()).collect();
    if let Some(original) = archived.revisit_of.as_ref().filter(|r| r.reason == RevisitReason::IdenticalPayload) {
        let capture = original.capture;
        let row = store.read_blocking(move |tx| store::captures::find_capture(tx, capture))?;
        let place: Option<Place> = row.map(|row| row.place);
        let Some(place) = place else { return Ok(None) };
        let whole = reader.read(&place)?;
        if let Some(last) = bodies.last_mut() {
            last.clone_from(&whole.last().wire_body);
        }
    }
    let more = archived.more.iter().map(|raw| answer_of(raw, raw.wire_body.clone())).collect::<Option<Vec<_>>>();
    let answers = archived.answers.iter().zip(bodies).map(|(raw, wire_body)| answer_of(raw, wire_body));
    let (Some(mut answers), Some(more)) = (answers.collect::<Option<Vec<_>>>(), more) else { return Ok(None) };
    let dropped = archived.answers.iter().chain(&archived.more).any(|raw| raw.dropped.is_some());
    let Some(last) = answers.pop().filter(|_| !dropped) else { return Ok(None) };
    Ok(Some(Exchange {
        at: archived.at,
        duration_ms: archived.duration_ms,
        hops: answers,
        last,
        more,
        vantage: archived.vantage.clone(),
    }))
}

/// The answer that a record came from, with the body that belongs to it.
fn answer_of(raw: &RawAnswer, wire_body: Vec<u8>) -> Option<Answer> {
    let answer =
        fetch::answer_from_bytes(raw.url.clone(), raw.request_head.clone(), raw.head.clone(), wire_body).ok()?;
    Some(Answer { peer: raw.peer, protocols: raw.protocols.clone(), ..answer })
}
