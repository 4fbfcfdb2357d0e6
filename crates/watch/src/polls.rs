//! Polls: a source is asked for entries, and those that are new become articles.

use std::time::Duration;

use discover::{Discovered, Format};
use fetch::FetchError;
use jiff::{SignedDuration, Timestamp};
use news::{Act, Answer, Entry, Exchange, FeedState, FormerAddress, SourceKind, Subject, Validators};
use store::DueFeed;

use crate::add::has_path;
use crate::deeds::DeedError;
use crate::entries::add_entries;
use crate::filed::{self, What};
use crate::trouble::{self, Trouble};
use crate::watcher::{Event, Stages, WatchError};
use crate::{moved, told, trust};

/// Former addresses of a source that are remembered.
const MOST_FORMER: usize = 20;

/// Polls a source, adds what is new in it, and plans the next poll.
pub(crate) async fn poll(stages: &Stages, due: DueFeed, now: Timestamp) -> Event {
    let outcome = stages.fetcher.look(&due.feed.url, &trust::of_poll(&due, now), now).await;
    let (feed, url) = (due.feed.id, due.feed.url.clone());
    let recorded = match outcome {
        Ok(exchange) => answered(stages, due, exchange, now).await,
        // The host asked for a pause before: no request was made, and nothing failed.
        Err(FetchError::Held { until, .. }) => {
            let postponed = stages.store.write(move |tx| store::feeds::postpone_feed(tx, feed, until)).await;
            postponed.map(|()| Some(0)).map_err(DeedError::from)
        }
        Err(error) => trouble::record(stages, &due, Trouble::of_error(&error), now).await.map(|()| None),
    };
    let new_articles = recorded.unwrap_or_else(|error| {
        tracing::error!(feed.url = url, %error, "a poll could not be recorded; the feed is polled again");
        None
    });
    Event::Polled { feed, url, new_articles }
}

/// Files what a source answered, then records it.
async fn answered(
    stages: &Stages,
    mut due: DueFeed,
    exchange: Exchange,
    now: Timestamp,
) -> Result<Option<usize>, DeedError> {
    due.feed.state.polls = due.feed.state.polls.saturating_add(1);
    if exchange.last.status == 304 {
        return record(stages, &due, exchange, now).await;
    }
    let mut state = due.feed.state.clone();
    match filed::file(stages, due.feed.id, &mut state, What::Source, vec![exchange]).await {
        Ok(mut exchanges) => {
            due.feed.state = state;
            match exchanges.pop() {
                Some(exchange) => record(stages, &due, exchange, now).await,
                None => Ok(None),
            }
        }
        Err(error) => not_filed(stages, &due, &error, now).await,
    }
}

/// Nothing is taken from what the archive cannot keep: the source is asked again later.
async fn not_filed(
    stages: &Stages,
    due: &DueFeed,
    error: &WatchError,
    now: Timestamp,
) -> Result<Option<usize>, DeedError> {
    tracing::error!(feed.url = due.feed.url, %error, "what a feed brought could not be archived, and is not taken");
    let what = format!("what it brought could not be archived: {error}");
    trouble::record(stages, due, Trouble::passing(what), now).await.map(|()| None)
}

/// What a poll brought.
struct Brought {
    kind: SourceKind,
    title: Option<String>,
    entries: Vec<Entry>,
    validators: Validators,
    state: FeedState,
    /// The address that the source has from now on.
    moved_to: Option<String>,
    /// How long the answer says that it is good for.
    max_age: Option<Duration>,
    retry_after: Option<Duration>,
}

/// Records what a source answered. `None`: it brought nothing that could be read.
async fn record(
    stages: &Stages,
    due: &DueFeed,
    exchange: Exchange,
    now: Timestamp,
) -> Result<Option<usize>, DeedError> {
    let pause = fetch::retry_after(&exchange.last, now);
    let refused = |trouble| async move { trouble::record(stages, due, trouble, now).await.map(|()| None) };
    let mut state = trouble::ended(&due.feed.state);
    match exchange.last.status {
        304 => {
            state.unchanged_in_row = state.unchanged_in_row.saturating_add(1);
            let brought = Brought {
                kind: due.feed.kind,
                title: None,
                entries: Vec::new(),
                validators: due.validators.clone(),
                state,
                moved_to: None,
                max_age: max_age(&exchange.last),
                retry_after: pause,
            };
            return planned(stages, due, brought, now).await.map(Some);
        }
        200 => {}
        status => return refused(Trouble::of_status(status, pause)).await,
    }
    let found = told::discovered(&exchange.last);
    let (answer, found, moved_to) = match followed(stages, due, &mut state, exchange, found, now).await {
        Ok(followed) => followed,
        Err(what) => return refused(Trouble::passing(what).with(pause, None)).await,
    };
    let kind = match told::kind(found.format) {
        Some(kind) => kind,
        None if due.feed.kind == SourceKind::FrontPage && !found.articles.is_empty() => SourceKind::FrontPage,
        None => {
            let what = in_place(due.feed.kind, found.format).to_owned();
            return refused(Trouble::in_place(what).with(pause, state.moving_to.take())).await;
        }
    };
    heed_pace(&mut state, &found);
    let title = found.title.clone();
    let mut entries = Vec::new();
    // An index may stay the same while its sitemaps change, so it is never asked for on condition.
    let validators = if found.sitemaps.is_empty() { answer.validators() } else { Validators::default() };
    let mut sitemaps = Vec::new();
    for url in told::children(&found.sitemaps) {
        sitemaps.extend(sitemap(stages, &url, now).await);
    }
    let sitemaps = match filed::file(stages, due.feed.id, &mut state, What::Sitemaps, sitemaps).await {
        Ok(sitemaps) => sitemaps,
        Err(error) => return not_filed(stages, due, &error, now).await,
    };
    for sitemap in &sitemaps {
        entries.extend(told::entries(told::discovered(&sitemap.last), SourceKind::Sitemap, now));
    }
    entries.extend(told::entries(found, kind, now));
    let validators = trust::sent(&mut state, &due.validators, validators, &entries, now);
    let max_age = max_age(&answer);
    let brought = Brought { kind, title, entries, validators, state, moved_to, max_age, retry_after: pause };
    planned(stages, due, brought, now).await.map(Some)
}

/// The answer of the place where the source stands: this one, or, where two polls in a row name the same other
/// address, that one's, with the address.
///
/// # Errors
/// In words, why what it names is not believed.
async fn followed(
    stages: &Stages,
    due: &DueFeed,
    state: &mut FeedState,
    exchange: Exchange,
    found: Discovered,
    now: Timestamp,
) -> Result<(Answer, Discovered, Option<String>), String> {
    let url = &due.feed.url;
    let before = state.moving_to.take();
    let Some(new) = moved::place(&exchange, &found, url) else { return Ok((exchange.last, found, None)) };
    let stranger =
        || format!("it leads to {new}, which is not this outlet's: not followed; `replate add {new}` takes it");
    let by_redirect = exchange.last.url == new;
    if by_redirect && !moved::is_of_outlet(&due.outlet, url, &new, &found.entries) {
        return Err(stranger());
    }
    state.moving_to = Some(new.clone());
    if before.as_ref() != Some(&new) {
        return Ok((exchange.last, found, None));
    }
    let (answer, found) = if by_redirect {
        (exchange.last, found)
    } else {
        let asked = stages.fetcher.look(&new, &Validators::default(), now).await;
        let asked = asked.map_err(|error| format!("it says that it has moved to {new}, but {error}"))?;
        let there = told::discovered(&asked.last);
        if asked.last.status != 200 || told::kind(there.format).is_none() {
            return Err(format!("it says that it has moved to {new}, where no feed is"));
        }
        if !moved::is_of_outlet(&due.outlet, url, &asked.last.url, &there.entries) {
            return Err(stranger());
        }
        (asked.last, there)
    };
    state.moving_to = None;
    let place = answer.url.clone();
    Ok((answer, found, Some(place)))
}

/// What stands where a source stood, in words.
const fn in_place(kind: SourceKind, format: Format) -> &'static str {
    match (kind, format) {
        (SourceKind::FrontPage, Format::Html) => "the page links to no article that could be told from other links",
        (_, Format::Html) => "a page stands in the place of the feed",
        _ => "what it answered is no feed",
    }
}

/// Notes what a source asks for itself.
fn heed_pace(state: &mut FeedState, found: &Discovered) {
    let pace = found.pace.clone().unwrap_or_default();
    state.asks_seconds = pace.interval().map(|interval| interval.as_secs());
    state.skip_days = pace.skip_days.iter().filter_map(|day| day.to_monday_zero_offset().try_into().ok()).collect();
    state.skip_hours = pace.skip_hours;
}

/// How long an answer says that it is good for (RFC 9111 §5.2.2.1).
fn max_age(answer: &Answer) -> Option<Duration> {
    let control = answer.header("cache-control")?.to_ascii_lowercase();
    let age = control.split(',').find_map(|directive| directive.trim().strip_prefix("max-age=")?.parse().ok());
    age.map(Duration::from_secs)
}

/// A sitemap of an index; one that cannot be had now is asked for again at the next poll.
async fn sitemap(stages: &Stages, url: &str, now: Timestamp) -> Option<Exchange> {
    match stages.fetcher.look(url, &Validators::default(), now).await {
        Ok(exchange) if exchange.last.status == 200 => return Some(exchange),
        Ok(exchange) => {
            tracing::warn!(sitemap = url, status = exchange.last.status, "a sitemap of an index could not be had");
        }
        Err(error) => tracing::warn!(sitemap = url, %error, "a sitemap of an index could not be had"),
    }
    None
}

/// Adds the entries that the feed's filter keeps, and plans the next poll in the same transaction.
async fn planned(stages: &Stages, due: &DueFeed, brought: Brought, now: Timestamp) -> Result<usize, DeedError> {
    let (outlet, last_interval) = (due.outlet.clone(), due.interval);
    let feed = news::Feed { kind: brought.kind, ..due.feed.clone() };
    let moves = brought.moved_to.is_some();
    let verb = move |tx: &mut store::Tx<'_>| {
        let Brought { title, entries, validators, mut state, moved_to, max_age, retry_after, .. } = brought;
        let added = add_entries(tx, &feed, outlet.id, &entries, now)?;
        let listed = if feed.kind == SourceKind::Feed { added.kept } else { 0 };
        let poll = schedule::Poll {
            last_interval,
            new_entries: number(added.new),
            entries: number(listed),
            asked: state.asks_seconds.map(Duration::from_secs).max(max_age),
            retry_after,
            ..schedule::Poll::default()
        };
        if poll.is_crowded() {
            tracing::warn!(
                feed.url,
                new = added.new,
                of = listed,
                "most entries of a feed are new; some may have been missed"
            );
            state.crowded_at = Some(now);
        }
        let moved = match moved_to {
            Some(new) => move_to(tx, &feed, &mut state, new, now)?,
            None => None,
        };
        store::feeds::set_kind(tx, feed.id, feed.kind)?;
        // The title of a section's page is not its outlet's name.
        let of_outlet = feed.kind != SourceKind::FrontPage || !has_path(&feed.url);
        if let Some(title) = title.as_deref().filter(|_| of_outlet && outlet.name == outlet.domain) {
            store::outlets::rename_outlet(tx, outlet.id, title)?;
        }
        let interval = schedule::feed_interval(&schedule::Poll { gone: state.gone_since.is_some(), ..poll });
        let next = schedule::after_skipped(later(now, interval), &state.skip_hours, &state.skip_days);
        let poll = store::Poll { feed: feed.id, at: now, next, interval, validators, title, failures: 0, state };
        store::feeds::record_poll(tx, &poll)?;
        Ok((added.new, moved.into_iter().collect()))
    };
    // Only where a source stands is decided; what it brings is not.
    if moves { stages.desk().decide(now, verb).await } else { Ok(stages.store.write(verb).await?.0) }
}

/// The source stands at another address from now on; the old one is remembered. Returns the act that says so. What
/// was removed while it was asked stays as it is.
fn move_to(
    tx: &mut store::Tx<'_>,
    feed: &news::Feed,
    state: &mut FeedState,
    new: String,
    now: Timestamp,
) -> Result<Option<Act>, store::StoreError> {
    if store::halts::halt_over(tx, Subject::Feed(feed.id))?.is_some_and(|halt| halt.removed) {
        return Ok(None);
    }
    if let Some(owner) = store::feeds::move_feed(tx, feed.id, &new)? {
        tracing::warn!(feed.url, moved_to = new, other = %owner, "a feed has moved to the address of another that is watched");
        state.trouble = Some(format!("it has moved to {new}, which is watched as feed {owner}"));
        state.gone_since = Some(now);
        return Ok(None);
    }
    tracing::warn!(feed.url, moved_to = new, "a feed has moved; it is asked there from now on");
    state.former.push(FormerAddress { url: feed.url.clone(), left: now });
    let forgotten = state.former.len().saturating_sub(MOST_FORMER);
    state.former.drain(..forgotten);
    let news::Feed { id, kind, title, include, exclude, .. } = feed.clone();
    Ok(Some(Act::FeedAdded { id, kind, url: new, title, include, exclude }))
}

pub(crate) fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.saturating_add(by).unwrap_or(Timestamp::MAX)
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
