//! A batch of looks: durable in the archive, then concluded, then recorded in one transaction.

use jiff::Timestamp;
use news::{Capture, CaptureId, Exchange, Place};
use store::{Due, Visit};

use crate::conclude::conclude;
use crate::memories::Memories;
use crate::shelf::Shelf;
use crate::watcher::{Event, Stages, WatchError};

/// A look that was made.
pub(crate) struct Looked {
    /// What was due.
    pub(crate) due: Due,
    /// When it was looked at.
    pub(crate) at: Timestamp,
    /// What came of it.
    pub(crate) outcome: Result<Exchange, fetch::FetchError>,
}

impl Looked {
    fn id(&self) -> CaptureId {
        CaptureId { article: self.due.article.id, look: self.due.look_number }
    }
}

/// Makes batches durable, concludes and records them; one batch at a time.
pub(crate) struct Recorder {
    stages: Stages,
    boot: String,
}

impl Recorder {
    pub(crate) fn new(stages: Stages, boot: String) -> Self {
        Self { stages, boot }
    }

    /// Records looks as they come from the workers.
    ///
    /// *A crash before the archive's fsync*: the looks were never made; they are made again under
    /// the same numbers. *After it*: recovery concludes the captures from the archive. *After the
    /// transaction*: nothing is left to do.
    ///
    /// # Errors
    /// When the archive cannot keep the batch (then nothing of it is kept) or the store cannot record it.
    pub(crate) async fn record(&self, batch: Vec<Looked>) -> Result<Vec<Event>, WatchError> {
        let (stages, boot) = (self.stages.clone(), self.boot.clone());
        tokio::task::spawn_blocking(move || {
            let (batch, places) = append(&stages, batch)?;
            record(&stages, &boot, &batch, &places)
        })
        .await?
    }

    /// Records looks whose captures the archive holds already.
    ///
    /// # Errors
    /// When the store cannot record them.
    pub(crate) async fn record_archived(&self, batch: Vec<(Looked, Place)>) -> Result<Vec<Event>, WatchError> {
        let (stages, boot) = (self.stages.clone(), self.boot.clone());
        tokio::task::spawn_blocking(move || {
            let (batch, places): (Vec<_>, Vec<_>) = batch.into_iter().map(|(l, p)| (l, Some(p))).unzip();
            record(&stages, &boot, &batch, &places)
        })
        .await?
    }
}

/// Appends what came back to the archive: durable when this returns. Looks without an answer have no place.
fn append(stages: &Stages, mut batch: Vec<Looked>) -> Result<(Vec<Looked>, Vec<Option<Place>>), WatchError> {
    let mut captures = Vec::new();
    for (index, looked) in batch.iter_mut().enumerate() {
        let id = looked.id();
        let unanswered = Err(fetch::FetchError::TooManyHops { url: String::new(), limit: 0 });
        match std::mem::replace(&mut looked.outcome, unanswered) {
            Ok(exchange) => captures.push((index, Capture { id, exchange })),
            error => looked.outcome = error,
        }
    }
    let records: Vec<archive::Record<'_>> = captures
        .iter()
        .map(|(index, capture)| archive::Record {
            capture,
            same_as: batch[*index].due.payload.as_ref().map(|payload| payload.place),
        })
        .collect();
    let appended = stages.archive.lock().unwrap_or_else(std::sync::PoisonError::into_inner).append(&records)?;
    let mut places = vec![None; batch.len()];
    for ((index, capture), place) in captures.into_iter().zip(appended) {
        places[index] = Some(place);
        batch[index].outcome = Ok(capture.exchange);
    }
    Ok((batch, places))
}

fn record(stages: &Stages, boot: &str, batch: &[Looked], places: &[Option<Place>]) -> Result<Vec<Event>, WatchError> {
    let shelf = Shelf { store: stages.store.clone(), archive: stages.reader.clone() };
    let mut memories = Memories::new(stages.store.clone());
    let mut visits: Vec<Visit> = Vec::with_capacity(batch.len());
    for (looked, place) in batch.iter().zip(places) {
        let Due { article, versions, .. } = &looked.due;
        let (visit, lesson) = conclude(looked, *place, &shelf, &memories.of(article.id.outlet)?)?;
        memories.learn(article.id, versions.is_empty(), looked.at, &lesson)?;
        visits.push(visit);
    }
    let learnt = memories.learnt();
    let events = batch.iter().zip(&visits).flat_map(|(looked, visit)| events_of(looked, visit)).collect();
    let (boot, end) = (boot.to_owned(), places.iter().flatten().max().copied());
    stages.store.write_blocking(move |tx| {
        store::visits::record_visits(tx, &boot, &visits, end)?;
        learnt.iter().try_for_each(|new| store::memories::learn(tx, new))
    })?;
    Ok(events)
}

fn events_of(looked: &Looked, visit: &Visit) -> Vec<Event> {
    let mut events = vec![Event::Looked {
        capture: looked.id(),
        url: looked.due.article.url.clone(),
        sighting: visit.look.sighting,
        complaint: looked.outcome.as_ref().err().map(ToString::to_string),
    }];
    if let Some(version) = &visit.version {
        events.push(Event::Versioned {
            article: visit.article,
            number: version.number.get(),
            headline: version.headline.clone(),
        });
    }
    events
}
