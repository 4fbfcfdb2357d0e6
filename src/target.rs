//! What a word of the command line names: an article, one of its versions, a file, an address.

use std::fmt::Display;
use std::num::NonZeroU32;
use std::path::Path;

use anyhow::Result;
use news::{ArticleId, NextLook, ReadVersion, Timeline, VersionKind};
use publish::words;
use store::Store;

use crate::ending::{Ending, Stopped};
use crate::input::is_address;

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
        let unlisted = || {
            let (id, _) = self.article.split_once('@').unwrap_or((&self.article, ""));
            let listed = format!("there is no article {id}; `replate list articles` shows those that are");
            absent(self.no_number(store, by_key).unwrap_or(listed))
        };
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
        found.ok_or_else(|| {
            if is_address(&self.article) || !Path::new(&self.article).is_file() {
                let unknown = format!("nothing is recorded of {0}; `replate add {0}` watches it", self.article);
                return absent(self.no_number(store, by_key).unwrap_or(unknown));
            }
            let sentence = format!(
                "{0} is a file, and what is recorded is named by its address or id; `replate read {0}` reads the file",
                self.article
            );
            Stopped::because(Ending::Usage, sentence)
        })
    }

    /// What is wrong with what stands behind an `@`, if the article before it is known and this names no version of it.
    fn no_number(&self, store: &Store, by_key: ByKey) -> Option<String> {
        let (article, number) = self.article.rsplit_once('@')?;
        // In an address an `@` may stand before a name.
        let is_id = article.parse::<ArticleId>().is_ok();
        let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
        let article = Self { article: article.to_owned(), version: None };
        let id = (is_id || is_number).then(|| article.found(store, by_key).ok()).flatten()?;
        let timeline = store.read_blocking(move |tx| store::timelines::timeline_of(tx, id)).ok()??;
        let is_there = timeline.versions.iter().any(|version| version.number.to_string() == number);
        Some(match is_there {
            true => format!("{0}@{number} is a version; {0} alone names the article", article.article),
            false => no_version(&article.article, number, &timeline),
        })
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
                (Some(n), _) => no_version(&self.article, n, &timeline),
                (None, _) => format!("{} has no version", self.article),
            };
            return Err(Stopped::because(Ending::Differs, sentence));
        };
        let capture = version.capture;
        let reading = store.read_blocking(move |tx| store::readings::load_reading(tx, capture))?;
        Ok(ReadVersion { version, reading })
    }
}

/// That an article has no version of that name, and how many it has.
pub fn no_version(article: &str, number: impl Display, timeline: &Timeline) -> String {
    let there = match timeline.versions.len() {
        0 => "there is none".to_owned(),
        1 => "there is 1".to_owned(),
        n => format!("there are {n}"),
    };
    format!("{article} has no version {number}; versions count from 1, and {there}")
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

    #[test]
    fn what_is_not_there_is_told_for_what_it_is() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(folder.path()).expect("a store");
        let file = folder.path().join("p.html").to_string_lossy().into_owned();
        std::fs::write(&file, "<p>A page").expect("a file");
        let now = jiff::Timestamp::UNIX_EPOCH;
        let new = store::NewArticle {
            key: "ledger.example/ferry".into(),
            url: "https://ledger.example/ferry".into(),
            title: None,
            published_at: None,
            feed: None,
        };
        let put = move |tx: &mut store::Tx<'_>| {
            let outlet = store::outlets::add_outlet(tx, "The Ledger", "ledger.example", None)?;
            store::articles::add_article(tx, outlet, &new, now, now)
        };
        store.write_blocking(put).expect("an article");
        let listed = "`replate list articles` shows those that are";
        let cases = [
            ("1-1@0", "1-1 has no version 0; versions count from 1, and there is none"),
            ("1-1@x", "1-1 has no version x; versions count from 1, and there is none"),
            ("https://ledger.example/ferry@0", "https://ledger.example/ferry has no version 0; versions count from 1"),
            ("https://ledger.example/ferry@99999999999", "has no version 99999999999"),
            ("4-4@0", &format!("there is no article 4-4; {listed}")),
            ("4-4@1", &format!("there is no article 4-4; {listed}")),
            ("https://ledger.example/@ann", "`replate add https://ledger.example/@ann` watches it"),
            ("ledger.example/tram", "`replate add ledger.example/tram` watches it"),
            (&file, &format!("`replate read {file}` reads the file")),
        ];
        for (word, want) in cases {
            let told = Target::parse(word).find(&store).expect_err(word).to_string();
            assert!(told.contains(want), "{word}: {told}");
        }
    }
}
