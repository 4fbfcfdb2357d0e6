//! What a word of the command line names: an article, one of its versions, a file, an address.

use std::num::NonZeroU32;

use anyhow::Result;
use news::{ArticleId, NextLook, ReadVersion, Timeline, VersionKind};
use publish::words;
use store::Store;

use crate::ending::{Ending, Stopped};

/// An article, and perhaps one of its versions: `ADDRESS`, `ADDRESS@2`, `3-17`, `3-17@2`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The article's address or id.
    pub article: String,
    /// The version's number.
    pub version: Option<NonZeroU32>,
}

/// Which article a key names.
type ByKey = fn(&mut store::Tx<'_>, &str) -> Result<Option<ArticleId>, store::StoreError>;

impl Target {
    /// Splits `ARTICLE@N`; an `@` that no number follows belongs to the address.
    pub fn parse(word: &str) -> Self {
        let named = word.rsplit_once('@').and_then(|(article, number)| Some((article, number.parse().ok()?)));
        let (article, version) = named.map_or((word, None), |(article, number)| (article, Some(number)));
        Self { article: article.to_owned(), version }
    }

    /// The article's id in the store. An address of a merged article names the one that it is; an id names what is
    /// recorded under it.
    ///
    /// # Errors
    /// When nothing is recorded of it: the sentence says how to watch it, or where ids are listed.
    pub fn find(&self, store: &Store) -> Result<ArticleId> {
        self.found(store, store::articles::find_article)
    }

    /// The id under which it is recorded, merged or not.
    ///
    /// # Errors
    /// As [`Self::find`].
    pub fn find_record(&self, store: &Store) -> Result<ArticleId> {
        self.found(store, store::articles::find_record)
    }

    fn found(&self, store: &Store, by_key: ByKey) -> Result<ArticleId> {
        let absent = |sentence| Stopped::because(Ending::Differs, sentence);
        let unlisted =
            || absent(format!("there is no article {}; `replate list articles` shows those that are", self.article));
        let found = match self.article.parse::<ArticleId>() {
            Ok(id) => match store.read_blocking(move |tx| store::articles::load_article(tx, id)) {
                Ok((article, _)) => Some(article.id),
                Err(store::StoreError::NoSuchArticle(_)) => return Err(unlisted()),
                Err(error) => return Err(error.into()),
            },
            // No address has none of these.
            Err(_) if !self.article.contains(['.', '/', ':']) => return Err(unlisted()),
            Err(_) => {
                let key = discover::address::web(&self.article).and_then(|_| discover::address::key(&self.article));
                let key = key.map_err(|error| {
                    Stopped::because(
                        Ending::Usage,
                        format!("{} is neither an article's id nor an address: {error}", self.article),
                    )
                })?;
                store.read_blocking(move |tx| by_key(tx, &key))?
            }
        };
        found.ok_or_else(|| absent(format!("nothing is recorded of {0}; `replate add {0}` watches it", self.article)))
    }

    /// Everything recorded of the article.
    ///
    /// # Errors
    /// As [`Self::find`].
    pub fn timeline(&self, store: &Store) -> Result<Timeline> {
        let id = self.find(store)?;
        let timeline = store.read_blocking(move |tx| store::timelines::timeline_of(tx, id))?;
        match timeline {
            Some(timeline) => Ok(timeline),
            None => Err(not_shown(store, id)?),
        }
    }

    /// The version that is named, or else the newest, with what it says.
    ///
    /// # Errors
    /// As [`Self::find`], and when there is no such version.
    pub fn read(&self, store: &Store) -> Result<ReadVersion> {
        let timeline = self.timeline(store)?;
        let version = match self.version {
            Some(number) => timeline.versions.iter().find(|v| v.number == number),
            None => timeline.versions.iter().rfind(|v| v.kind != VersionKind::ReaderOnly),
        };
        let Some(version) = version.cloned() else {
            let hidden = timeline.hidden.iter().find(|v| Some(v.number) == self.version);
            let sentence = match (self.version, timeline.versions.len()) {
                _ if hidden.is_some() => hidden.map(publish::words::not_shown).unwrap_or_default(),
                (_, 0) => unseen(&timeline),
                (Some(n), count) => format!("{} has no version {n}; there are {count}", self.article),
                (None, _) => format!("{} has no version", self.article),
            };
            return Err(Stopped::because(Ending::Differs, sentence));
        };
        let capture = version.capture;
        let reading = store.read_blocking(move |tx| store::readings::load_reading(tx, capture))?;
        Ok(ReadVersion { version, reading })
    }
}

/// Why an article has no timeline: it is withdrawn, or what it was merged into.
fn not_shown(store: &Store, id: ArticleId) -> Result<anyhow::Error> {
    let withdrawal = store.read_blocking(move |tx| store::withdrawals::withdrawal_over(tx, id))?;
    let why = withdrawal.map_or(String::new(), |w| {
        format!(" since {}: {}", publish::words::date_time(w.at), crate::output::one_line(&w.reason))
    });
    Ok(Stopped::because(Ending::Differs, format!("article {id} is withdrawn{why}")))
}

/// Why an article has no version: all are withdrawn, it was not looked at, or no look has shown it.
pub fn unseen(timeline: &Timeline) -> String {
    let id = timeline.article.id;
    if !timeline.hidden.is_empty() {
        let hidden: Vec<String> = timeline.hidden.iter().map(publish::words::not_shown).collect();
        return format!("every version of {id} is withdrawn. {}", hidden.join("; "));
    }
    match (timeline.looks.last(), timeline.next) {
        (Some(look), _) => {
            format!("{id} has no version yet: the last look saw {}", words::saw(look))
        }
        (None, NextLook::At(at)) => {
            format!("{id} was not looked at yet; `replate watch` does, from {} on", publish::words::date_time(at))
        }
        (None, NextLook::Never) => format!("{id} was not looked at"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_named_behind_an_at() {
        let cases = [
            ("https://a.example/x", "https://a.example/x", None),
            ("https://a.example/x@3", "https://a.example/x", Some(3)),
            ("https://a.example/@name", "https://a.example/@name", None),
            ("https://a.example/@name@2", "https://a.example/@name", Some(2)),
            ("3-17@1", "3-17", Some(1)),
            ("3-17@0", "3-17@0", None),
        ];
        for (word, article, version) in cases {
            let target = Target { article: article.into(), version: version.and_then(NonZeroU32::new) };
            assert_eq!(Target::parse(word), target, "{word}");
        }
    }
}
