//! New changes as they are recorded: server-sent events.
//!
//! One task asks the store, and only while somebody listens: `serve` and `watch` may be two processes. It asks for a
//! count, and reads the list only if that has grown. Whoever reads too slowly is let go, and comes back with
//! `Last-Event-ID`; nothing is told twice to a page, which goes by ids.

use std::collections::HashSet;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{Query, State as Shared};
use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderMap};
use http::{StatusCode, header::HeaderName};
use hyper::body::Frame;
use news::{ArticleId, ListedChange, OutletId};
use publish::json;
use serde::Deserialize;
use store::{ChangeFilter, Store, StoreError, changes};
use tokio::sync::{Mutex, OwnedSemaphorePermit, Semaphore, broadcast, mpsc, watch};

use crate::State;
use crate::answer::{AsItComes, AsItIs, Result};
use crate::refusal::Refusal;

/// How often the store is asked while somebody listens.
const ASKED_EVERY: Duration = Duration::from_millis(1500);
/// A word on a connection on which nothing happens, so that nobody between takes it for dead.
const HEARTBEAT: Duration = Duration::from_secs(20);
/// Listeners at a time; a page without does all the same.
const LISTENERS: usize = 256;
/// Changes that a listener may have missed and still be told.
const MISSED: u32 = 50;
/// Events that wait for a slow listener.
const WAITING: usize = 64;

/// Whoever listens, and the task that tells them. Cheap to clone.
#[derive(Clone)]
pub struct Live(Arc<Inner>);

struct Inner {
    told: broadcast::Sender<Arc<Told>>,
    room: Arc<Semaphore>,
    closing: watch::Sender<bool>,
    /// Whether the task runs. Held while it starts and while it ends.
    running: Mutex<bool>,
}

/// A change, and what is sent of it.
struct Told {
    outlet: OutletId,
    article: ArticleId,
    event: Bytes,
}

impl Default for Live {
    fn default() -> Self {
        let (told, _) = broadcast::channel(WAITING);
        let (closing, _) = watch::channel(false);
        Self(Arc::new(Inner { told, room: Arc::new(Semaphore::new(LISTENERS)), closing, running: Mutex::new(false) }))
    }
}

impl Live {
    /// Ends every listener's answer.
    pub fn close(&self) {
        self.0.closing.send_replace(true);
    }

    /// What is told from now on. The task is running and knows all that was recorded before.
    async fn listen(&self, store: &Store) -> std::result::Result<broadcast::Receiver<Arc<Told>>, StoreError> {
        let mut running = self.0.running.lock().await;
        let receiver = self.0.told.subscribe();
        if !*running {
            let (count, newest) = newest(store).await?;
            let known = newest.iter().map(|change| change.recorded.guid()).collect();
            *running = true;
            tokio::spawn(self.clone().tell(store.clone(), count, known));
        }
        Ok(receiver)
    }

    /// Tells what is recorded, until nobody listens.
    async fn tell(self, store: Store, mut count: u64, mut known: HashSet<String>) {
        loop {
            tokio::time::sleep(ASKED_EVERY).await;
            let mut running = self.0.running.lock().await;
            if self.0.told.receiver_count() == 0 || *self.0.closing.borrow() {
                *running = false;
                return;
            }
            drop(running);
            match store.read(store::changes_seen).await {
                Ok(now) if now == count => continue,
                Ok(_) => {}
                Err(error) => {
                    tracing::debug!(%error, "the store could not be asked for new changes");
                    continue;
                }
            }
            let Ok((now, newest)) = newest(&store).await else { continue };
            // Fewer: some were only the reader's. What stands in the list in their place is not new.
            let is_new = |change: &&ListedChange| now > count && !known.contains(&change.recorded.guid());
            for change in newest.iter().rev().filter(is_new) {
                // Nobody may be there any more to be told.
                let _ = self.0.told.send(Arc::new(Told::of(change)));
            }
            count = now;
            known = newest.iter().map(|change| change.recorded.guid()).collect();
        }
    }
}

/// How many changes there are, and the newest.
async fn newest(store: &Store) -> std::result::Result<(u64, Vec<ListedChange>), StoreError> {
    let verb = |tx: &mut store::Tx<'_>| {
        Ok((store::changes_seen(tx)?, changes::list_changes(tx, &ChangeFilter::default(), MISSED)?))
    };
    store.read(verb).await
}

impl Told {
    fn of(change: &ListedChange) -> Self {
        let event = format!("id: {}\nevent: change\ndata: {}\n\n", change.recorded.guid(), json::event(change));
        Self { outlet: change.outlet.id, article: change.article.id, event: event.into() }
    }
}

/// The parameters of the stream.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    outlet: Option<String>,
    article: Option<String>,
    /// The newest change that a page shows already.
    after: Option<String>,
}

/// `/changes.sse`.
pub async fn changes(Shared(state): Shared<State>, Query(asked): Query<Asked>, headers: HeaderMap) -> Result<Response> {
    let unreadable = |_| Refusal::Unreadable("which changes are wanted (`outlet` or `article`)");
    let outlet = asked.outlet.as_deref().map(str::parse::<OutletId>).transpose().map_err(unreadable)?;
    let article = asked.article.as_deref().map(str::parse::<ArticleId>).transpose().map_err(unreadable)?;
    let filter = ChangeFilter { outlet, article, before: None };
    let Ok(permit) = Arc::clone(&state.live.0.room).try_acquire_owned() else {
        let mut full =
            (StatusCode::SERVICE_UNAVAILABLE, "Too many listen already; the page does without.\n").into_response();
        full.extensions_mut().insert(AsItIs);
        return Ok(full);
    };
    let told = state.live.listen(&state.store).await?;
    let last = headers.get("last-event-id").and_then(|id| id.to_str().ok()).map(str::to_owned);
    let missed = match (last, asked.after) {
        (Some(last), _) => missed(&state.store, &filter, &last).await?.0,
        // A page whose newest change is not shown any more is told of what comes, and of nothing twice.
        (None, Some(after)) => Some(missed(&state.store, &filter, &after).await?).filter(|m| m.1).unwrap_or_default().0,
        (None, None) => Vec::new(),
    };
    let (sender, receiver) = mpsc::channel(WAITING);
    tokio::spawn(feed(state.live.clone(), told, (outlet, article), missed, sender));
    let headers = [
        (CONTENT_TYPE, "text/event-stream"),
        (CACHE_CONTROL, "no-store"),
        (HeaderName::from_static("x-accel-buffering"), "no"),
    ];
    let mut response = (headers, Body::new(Events { receiver, _permit: permit })).into_response();
    response.extensions_mut().insert(AsItComes);
    Ok(response)
}

/// What came after a change, oldest first, and whether that change is among the newest; if it is not, all of these.
async fn missed(
    store: &Store,
    filter: &ChangeFilter,
    after: &str,
) -> std::result::Result<(Vec<ListedChange>, bool), StoreError> {
    let filter = filter.clone();
    let mut missed = store.read(move |tx| changes::list_changes(tx, &filter, MISSED)).await?;
    let at = missed.iter().position(|change| change.recorded.guid() == after);
    missed.truncate(at.unwrap_or(missed.len()));
    missed.reverse();
    Ok((missed, at.is_some()))
}

/// Sends one listener what it asked for, until it goes, is too slow, or the server stops.
async fn feed(
    live: Live,
    mut told: broadcast::Receiver<Arc<Told>>,
    (outlet, article): (Option<OutletId>, Option<ArticleId>),
    missed: Vec<ListedChange>,
    to: mpsc::Sender<Bytes>,
) {
    let mut closing = live.0.closing.subscribe();
    // How long a browser waits before it comes again.
    let hello = std::iter::once(Bytes::from_static(b"retry: 5000\n\n"));
    for event in hello.chain(missed.iter().map(|change| Told::of(change).event)) {
        if to.try_send(event).is_err() {
            return;
        }
    }
    loop {
        let event = tokio::select! {
            _ = closing.wait_for(|closing| *closing) => return,
            () = to.closed() => return,
            () = tokio::time::sleep(HEARTBEAT) => Bytes::from_static(b": still here\n\n"),
            told = told.recv() => match told {
                Ok(told) if outlet.is_none_or(|id| id == told.outlet) && article.is_none_or(|id| id == told.article) => {
                    told.event.clone()
                }
                Ok(_) => continue,
                Err(_) => return,
            },
        };
        if to.try_send(event).is_err() {
            return;
        }
    }
}

/// Events as the body of an answer. It ends when the sender does.
struct Events {
    receiver: mpsc::Receiver<Bytes>,
    _permit: OwnedSemaphorePermit,
}

impl hyper::body::Body for Events {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<std::result::Result<Frame<Bytes>, Self::Error>>> {
        self.receiver.poll_recv(context).map(|event| event.map(|event| Ok(Frame::data(event))))
    }
}
