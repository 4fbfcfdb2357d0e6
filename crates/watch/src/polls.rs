//! Polls: a feed is asked for entries, and those that are new become articles.

use discover::Format;
use fetch::FetchError;
use jiff::{SignedDuration, Timestamp};
use news::{Entry, Exchange, SourceKind, Validators};
use store::DueFeed;

use crate::add::has_path;
use crate::entries::add_entries;
use crate::told;
use crate::watcher::{Event, Stages};

/// Polls a feed, adds what is new in it, and plans the next poll.
pub(crate) async fn poll(stages: &Stages, due: DueFeed, now: Timestamp) -> Event {
    let outcome = stages.fetcher.look(&due.feed.url, &due.validators, now).await;
    let (feed, url) = (due.feed.id, due.feed.url.clone());
    let recorded = match outcome {
        Ok(exchange) => record(stages, &due, exchange, now).await,
        // The host asked for a pause before: no request was made, and nothing failed.
        Err(FetchError::Held { until, .. }) => {
            stages.store.write(move |tx| store::feeds::postpone_feed(tx, feed, until)).await.map(|()| Some(0))
        }
        Err(error) => {
            let pause = error.retry_after();
            failed(stages, &due, pause, now, &error.to_string()).await.map(|()| None)
        }
    };
    let new_articles = recorded.unwrap_or_else(|error| {
        tracing::error!(feed.url = url, %error, "a poll could not be recorded; the feed is polled again");
        None
    });
    Event::Polled { feed, url, new_articles }
}

/// Records what a feed answered. `None`: it brought nothing that could be read.
async fn record(
    stages: &Stages,
    due: &DueFeed,
    exchange: Exchange,
    now: Timestamp,
) -> Result<Option<usize>, store::StoreError> {
    let answer = &exchange.last;
    let pause = fetch::retry_after(answer, now);
    match answer.status {
        304 => return planned(stages, due, due.validators.clone(), None, Vec::new(), now).await.map(Some),
        200 => {}
        status => {
            let what = format!("it answered with status {status}");
            return failed(stages, due, pause, now, &what).await.map(|()| None);
        }
    }
    let found = told::discovered(answer);
    let kind = match told::kind(found.format) {
        Some(kind) => kind,
        None if due.feed.kind == SourceKind::FrontPage && !found.articles.is_empty() => SourceKind::FrontPage,
        None => return failed(stages, due, pause, now, in_place(due.feed.kind, found.format)).await.map(|()| None),
    };
    let title = found.title.clone();
    let mut entries = Vec::new();
    // An index may stay the same while its sitemaps change, so it is never asked for on condition.
    let validators = if found.sitemaps.is_empty() { answer.validators() } else { Validators::default() };
    for url in told::children(&found.sitemaps) {
        entries.extend(of_child(stages, &url, now).await);
    }
    entries.extend(told::entries(found, kind, now));
    let due = DueFeed { feed: news::Feed { kind, ..due.feed.clone() }, ..due.clone() };
    planned(stages, &due, validators, title, entries, now).await.map(Some)
}

/// What stands where a source stood, in words.
const fn in_place(kind: SourceKind, format: Format) -> &'static str {
    match (kind, format) {
        (SourceKind::FrontPage, Format::Html) => "the page links to no article that could be told from other links",
        (_, Format::Html) => "a page stands in the place of the feed",
        _ => "what it answered is no feed",
    }
}

/// The news that a sitemap of an index lists; one that cannot be had now is asked for again at the next poll.
async fn of_child(stages: &Stages, url: &str, now: Timestamp) -> Vec<Entry> {
    match stages.fetcher.look(url, &Validators::default(), now).await {
        Ok(exchange) if exchange.last.status == 200 => {
            told::entries(told::discovered(&exchange.last), SourceKind::Sitemap, now)
        }
        Ok(exchange) => {
            tracing::warn!(sitemap = url, status = exchange.last.status, "a sitemap of an index could not be had");
            Vec::new()
        }
        Err(error) => {
            tracing::warn!(sitemap = url, %error, "a sitemap of an index could not be had");
            Vec::new()
        }
    }
}

/// Adds the entries that the feed's filter keeps, and plans the next poll in the same transaction.
async fn planned(
    stages: &Stages,
    due: &DueFeed,
    validators: Validators,
    title: Option<String>,
    entries: Vec<Entry>,
    now: Timestamp,
) -> Result<usize, store::StoreError> {
    let (feed, outlet, last_interval) = (due.feed.clone(), due.outlet.clone(), due.interval);
    stages
        .store
        .write(move |tx| {
            let new = add_entries(tx, &feed, outlet.id, &entries, now)?;
            let interval = schedule::feed_interval(&schedule::Poll {
                last_interval,
                new_entries: u32::try_from(new).unwrap_or(u32::MAX),
                ..schedule::Poll::default()
            });
            store::feeds::set_kind(tx, feed.id, feed.kind)?;
            // The title of a section's page is not its outlet's name.
            let of_outlet = feed.kind != SourceKind::FrontPage || !has_path(&feed.url);
            if let Some(title) = title.as_deref().filter(|_| of_outlet && outlet.name == outlet.domain) {
                store::outlets::rename_outlet(tx, outlet.id, title)?;
            }
            let next = later(now, interval);
            let poll =
                store::Poll { feed: feed.id, at: now, next, interval, validators, title, failures: 0, complaint: None };
            store::feeds::record_poll(tx, &poll)?;
            Ok(new)
        })
        .await
}

async fn failed(
    stages: &Stages,
    due: &DueFeed,
    retry_after: Option<std::time::Duration>,
    now: Timestamp,
    what: &str,
) -> Result<(), store::StoreError> {
    tracing::warn!(feed.url = due.feed.url, what, "a feed could not be polled");
    let failures = due.failures.saturating_add(1);
    let pause = schedule::feed_interval(&schedule::Poll {
        last_interval: due.interval,
        failures_in_row: failures,
        retry_after,
        ..schedule::Poll::default()
    });
    let interval = due.interval.unwrap_or(schedule::SHORTEST_INTERVAL);
    let (next, validators, complaint) = (later(now, pause), due.validators.clone(), Some(what.to_owned()));
    let poll = store::Poll { feed: due.feed.id, at: now, next, interval, validators, title: None, failures, complaint };
    stages.store.write(move |tx| store::feeds::record_poll(tx, &poll)).await
}

fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.saturating_add(by).unwrap_or(Timestamp::MAX)
}
