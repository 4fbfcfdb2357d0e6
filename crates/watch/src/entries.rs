//! Entries become articles: those that are new, under every key that they have.

use discover::Filter;
use jiff::Timestamp;
use news::Entry;
use store::NewArticle;

use crate::watcher::seed_of;

/// What became of entries.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Added {
    /// Entries that the filter keeps.
    pub(crate) kept: usize,
    /// Those among them that are new articles.
    pub(crate) new: usize,
}

/// Adds the entries that the feed's filter keeps.
pub(crate) fn add_entries(
    tx: &mut store::Tx<'_>,
    feed: &news::Feed,
    outlet: news::OutletId,
    entries: &[Entry],
    now: Timestamp,
) -> Result<Added, store::StoreError> {
    let filter = match Filter::new(&feed.include, &feed.exclude) {
        Ok(filter) => filter,
        Err(error) => {
            tracing::error!(feed.url, %error, "a filter of the feed is not right; no entry is taken until it is");
            return Ok(Added::default());
        }
    };
    let mut added = Added::default();
    for entry in entries.iter().filter(|e| filter.keeps(e)) {
        added.kept += 1;
        let Ok(key) = discover::address::key(&entry.address) else { continue };
        let name = entry_key(feed, entry);
        if let Some(known) = known_at_another_address(tx, &key, name.as_deref(), entry)? {
            store::articles::add_alias(tx, known, &key, &entry.address)?;
            continue;
        }
        let article = NewArticle {
            key,
            url: entry.address.clone(),
            title: entry.title.clone(),
            published_at: entry.published_at.clone(),
            feed: Some(feed.id),
        };
        let due = schedule::first_look(now, seed_of(&entry.address));
        let (id, is_new) = store::articles::add_article(tx, outlet, &article, due, now)?;
        if is_new {
            added.new += 1;
            if let Some(name) = name {
                store::articles::add_alias(tx, id, &name, &entry.address)?;
            }
        }
    }
    Ok(added)
}

/// The further key that an entry's own id gives its article, where the feed gives ids of its own.
fn entry_key(feed: &news::Feed, entry: &Entry) -> Option<String> {
    let own = !entry.id.is_empty() && entry.id != entry.address;
    own.then(|| format!("entry:{}:{}", feed.id, entry.id))
}

/// An article whose entry has the same id and the same time of publication, but stood at another
/// address: it has moved. An id alone is not enough, because some feeds give one id to everything. Of a merged article
/// it is the record that is meant: what it was merged into may have been published at another time.
fn known_at_another_address(
    tx: &mut store::Tx<'_>,
    key: &str,
    name: Option<&str>,
    entry: &Entry,
) -> Result<Option<news::ArticleId>, store::StoreError> {
    let Some(name) = name else { return Ok(None) };
    if store::articles::find_article(tx, key)?.is_some() {
        return Ok(None);
    }
    let Some(id) = store::articles::find_record(tx, name)? else { return Ok(None) };
    let (article, _) = store::articles::load_article(tx, id)?;
    Ok((article.published_at.is_some() && article.published_at == entry.published_at).then_some(id))
}

#[cfg(test)]
mod tests {
    use news::{Merge, OutletId};
    use store::articles::find_article;

    use super::*;

    fn entry(id: &str, address: &str, day: u32) -> Entry {
        Entry {
            id: id.into(),
            address: format!("https://ledger.example/{address}"),
            published_at: Some(format!("2026-03-0{day}T06:00:00Z")),
            ..Entry::default()
        }
    }

    #[test]
    fn an_entry_of_a_merged_article_at_yet_another_address_brings_nothing_new() {
        let dir = tempfile::tempdir().expect("a folder");
        let store = store::Store::open(dir.path()).expect("a store");
        let now = Timestamp::UNIX_EPOCH;
        let told = store.write_blocking(move |tx| {
            let outlet = store::outlets::add_outlet(tx, "The Ledger", "ledger.example", None)?;
            let id = store::feeds::add_feed(tx, outlet, "https://ledger.example/feed", None, &[], &[], now)?;
            let feed = store::feeds::load_feed(tx, id)?;
            let bring = |tx: &mut store::Tx<'_>, entry| Ok(add_entries(tx, &feed, outlet, &[entry], now)?.new);
            let first = [bring(tx, entry("a", "old", 1))?, bring(tx, entry("b", "new", 2))?];
            let (old, new) = (news::ArticleId::new(OutletId(1), 1), news::ArticleId::new(OutletId(1), 2));
            store::merges::merge(tx, old, &Merge { into: new, at: now, by: "ann".into(), reason: None })?;
            let again = [bring(tx, entry("a", "old", 1))?, bring(tx, entry("a", "newest", 1))?];
            let found = find_article(tx, "ledger.example/newest")?;
            store::merges::unmerge(tx, old, now)?;
            Ok((first, again, found == Some(new), find_article(tx, "ledger.example/newest")? == Some(old)))
        });
        assert_eq!(told.expect("recorded"), ([1, 1], [0, 0], true, true));
    }
}
