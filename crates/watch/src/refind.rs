//! A source is gone, and its outlet has no other: the outlet's page is asked for feeds again.

use jiff::Timestamp;
use news::{Act, Exchange, Feed, FeedId, FeedState, SourceKind, Subject, Validators};
use store::{DueFeed, StoreError, Tx};

use crate::deeds::DeedError;
use crate::watcher::Stages;
use crate::{moved, told};

/// Feeds of the page that are tried: the first is the outlet's main one.
const MOST_FEEDS: usize = 3;

/// Finds a feed in the place of one that is gone and watches it with the same filters; `None`: there is none, or
/// the outlet has another source that is asked. It is a deed: no archived poll tells of the filters.
pub(crate) async fn adopt(
    stages: &Stages,
    due: &DueFeed,
    now: Timestamp,
) -> Result<Option<(FeedId, String)>, DeedError> {
    let (gone, outlet) = (due.feed.id, due.outlet.id);
    let (sources, has_another) = stages
        .store
        .read(move |tx| {
            let sources = store::feeds::list_feeds(tx, outlet)?;
            let mut others = sources.iter().filter(|other| other.id != gone);
            let has_another = others.try_fold(false, |has, other| Ok::<_, StoreError>(has || is_asked(tx, other)?))?;
            Ok((sources, has_another))
        })
        .await?;
    if has_another {
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
        let (feed, named) = (due.feed.clone(), url.clone());
        let id = stages
            .desk()
            .decide(now, move |tx| {
                if store::halts::halt_over(tx, Subject::Feed(gone))?.is_some() {
                    return Ok((None, Vec::new()));
                }
                let Feed { include, exclude, .. } = feed;
                let id = store::feeds::add_feed(tx, outlet, &named, found.title.as_deref(), &include, &exclude, now)?;
                store::feeds::set_kind(tx, id, kind)?;
                store::feeds::set_state(tx, id, &FeedState { in_place_of: Some(gone), ..FeedState::default() })?;
                let act = Act::FeedAdded { id, kind, url: named, title: found.title, include, exclude };
                Ok((Some(id), vec![act]))
            })
            .await?;
        let Some(id) = id else { return Ok(None) };
        tracing::warn!(
            feed.url = due.feed.url,
            found = url,
            "a feed is gone; the outlet's page names another, which is watched now"
        );
        return Ok(Some((id, url)));
    }
    Ok(None)
}

/// Whether a source is there to be asked: neither gone, nor paused or removed.
fn is_asked(tx: &mut Tx<'_>, source: &Feed) -> Result<bool, StoreError> {
    Ok(source.state.gone_since.is_none() && store::halts::halt_over(tx, Subject::Feed(source.id))?.is_none())
}

async fn page(stages: &Stages, address: &str, now: Timestamp) -> Option<Exchange> {
    let exchange = stages.fetcher.look(address, &Validators::default(), now).await.ok()?;
    (exchange.last.status == 200).then_some(exchange)
}
