//! A source is gone, and its outlet has no other: the outlet's page is asked for feeds again.

use jiff::Timestamp;
use news::{Exchange, FeedId, FeedState, SourceKind, Validators};
use store::{DueFeed, StoreError};

use crate::watcher::Stages;
use crate::{moved, told};

/// Feeds of the page that are tried: the first is the outlet's main one.
const MOST_FEEDS: usize = 3;

/// Finds a feed in the place of one that is gone and watches it with the same filters; `None`: there is none, or
/// the outlet has another source.
pub(crate) async fn adopt(
    stages: &Stages,
    due: &DueFeed,
    now: Timestamp,
) -> Result<Option<(FeedId, String)>, StoreError> {
    let (gone, outlet) = (due.feed.id, due.outlet.clone());
    let sources = stages.store.read(move |tx| store::feeds::list_feeds(tx, outlet.id)).await?;
    if sources.iter().any(|other| other.id != gone && other.state.gone_since.is_none()) {
        return Ok(None);
    }
    let at_root = || Some(url::Url::parse(&due.feed.url).ok()?.join("/").ok()?.to_string());
    let home = due.outlet.homepage.clone().filter(|home| *home != due.feed.url);
    let Some(home) = home.or_else(at_root) else { return Ok(None) };
    let Some(page) = page(stages, &home, now).await else { return Ok(None) };
    let is_new = |url: &String| sources.iter().all(|source| source.url != *url);
    let named = told::discovered(&page.last).feeds.into_iter().map(|link| link.url).filter(is_new);
    for address in named.take(MOST_FEEDS) {
        let Some(answer) = self::page(stages, &address, now).await else { continue };
        let found = told::discovered(&answer.last);
        let Some(kind) = told::kind(found.format).filter(|kind| *kind == SourceKind::Feed) else { continue };
        let url = answer.last.url.clone();
        if !is_new(&url) || !moved::is_of_outlet(&due.outlet, &due.feed.url, &url, &found.entries) {
            continue;
        }
        let (feed, outlet, named) = (due.feed.clone(), due.outlet.id, url.clone());
        let id = stages
            .store
            .write(move |tx| {
                let title = found.title.as_deref();
                let id = store::feeds::add_feed(tx, outlet, &named, title, &feed.include, &feed.exclude, now)?;
                store::feeds::set_kind(tx, id, kind)?;
                store::feeds::set_state(tx, id, &FeedState { in_place_of: Some(feed.id), ..FeedState::default() })?;
                Ok(id)
            })
            .await?;
        tracing::warn!(
            feed.url = due.feed.url,
            found = url,
            "a feed is gone; the outlet's page names another, which is watched now"
        );
        return Ok(Some((id, url)));
    }
    Ok(None)
}

async fn page(stages: &Stages, address: &str, now: Timestamp) -> Option<Exchange> {
    let exchange = stages.fetcher.look(address, &Validators::default(), now).await.ok()?;
    (exchange.last.status == 200).then_some(exchange)
}
