//! Deeds: what somebody decided, as the ledger keeps it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{ArticleId, CaptureId, FeedId, OutletId, SourceKind};

/// What somebody decided, and when.
///
/// As JSON it is one object, with the kind of decision in `deed`:
/// `{"at":"…","by":"ann","deed":"paused","subject":{"feed":"3-2"}}`. Fields of later versions are passed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deed {
    /// When. Later than every deed before it in the same ledger.
    pub at: Timestamp,
    /// Who: the user's name on the machine, or the name that was given.
    pub by: String,
    /// What.
    #[serde(flatten)]
    pub act: Act,
}

/// A decision. Ids stand in it, so that what is made again of a ledger has the same ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "deed", rename_all = "snake_case")]
pub enum Act {
    /// An outlet is watched from now on, or again.
    OutletAdded {
        /// Its id.
        id: OutletId,
        /// Its name.
        name: String,
        /// Its domain.
        domain: String,
        /// The address that was added, if it was a site.
        #[serde(default)]
        homepage: Option<String>,
    },
    /// A feed is watched from now on, or again.
    FeedAdded {
        /// Its id.
        id: FeedId,
        /// What it is.
        #[serde(default)]
        kind: SourceKind,
        /// Its address.
        url: String,
        /// Its title, if it has told one.
        #[serde(default)]
        title: Option<String>,
        /// Its filters, as [`crate::Feed`] has them.
        #[serde(default)]
        include: Vec<String>,
        /// See `include`.
        #[serde(default)]
        exclude: Vec<String>,
    },
    /// An article that somebody named is watched from now on, or again.
    ArticleAdded {
        /// Its id.
        id: ArticleId,
        /// Its address.
        url: String,
        /// Its headline then.
        #[serde(default)]
        title: Option<String>,
    },
    /// A feed has other filters.
    FiltersSet {
        /// The feed.
        feed: FeedId,
        /// As [`crate::Feed`] has them.
        #[serde(default)]
        include: Vec<String>,
        /// See `include`.
        #[serde(default)]
        exclude: Vec<String>,
    },
    /// Nothing is asked of it until it is resumed.
    Paused {
        /// What.
        subject: Subject,
    },
    /// It is asked again, as it was planned.
    Resumed {
        /// What.
        subject: Subject,
    },
    /// It is not watched any more. What was recorded stays, and is shown.
    Removed {
        /// What.
        subject: Subject,
    },
    /// An article, or one version of it, is not shown any more.
    Withdrawn {
        /// The article.
        article: ArticleId,
        /// The capture that names the version; `None`: the whole article.
        #[serde(default)]
        version: Option<CaptureId>,
        /// Why, in words that are shown.
        reason: String,
        /// Whether the law asked for it.
        #[serde(default)]
        legal: bool,
    },
    /// What was withdrawn is shown again.
    Reinstated {
        /// The article.
        article: ArticleId,
        /// See [`Act::Withdrawn`].
        #[serde(default)]
        version: Option<CaptureId>,
        /// Why.
        reason: String,
    },
    /// An article turned out to be another one, recorded twice.
    Merged {
        /// The article.
        article: ArticleId,
        /// Its address: who makes a database again of this may know nothing else of it.
        url: String,
        /// The article that it is.
        into: ArticleId,
        /// See `url`.
        into_url: String,
        /// Why, in words that are shown.
        #[serde(default)]
        reason: Option<String>,
    },
    /// What was merged is an article by itself again.
    Unmerged {
        /// The article.
        article: ArticleId,
    },
}

/// What is watched: paused, resumed or removed as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// An outlet with all its feeds and articles.
    Outlet(OutletId),
    /// A feed; articles that it brought are looked at all the same.
    Feed(FeedId),
    /// One article.
    Article(ArticleId),
}

impl Subject {
    /// The outlet that it is, or belongs to.
    pub const fn outlet(self) -> OutletId {
        match self {
            Self::Outlet(id) => id,
            Self::Feed(id) => id.outlet,
            Self::Article(id) => id.outlet,
        }
    }
}

impl std::fmt::Display for Subject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Outlet(id) => write!(f, "outlet {id}"),
            Self::Feed(id) => write!(f, "feed {id}"),
            Self::Article(id) => write!(f, "article {id}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deed_is_one_object_and_comes_back_from_it() {
        let text = r#"{"at":"2026-03-02T06:00:00Z","by":"ann","deed":"withdrawn","article":"3-17","version":"3-17.5","reason":"names a child","legal":true}"#;
        let deed: Deed = serde_json::from_str(text).expect("a deed");
        assert_eq!(serde_json::to_string(&deed).expect("JSON"), text);
        let Act::Withdrawn { article, version, .. } = deed.act else { panic!("{deed:?}") };
        assert_eq!((article.to_string(), version.map(|v| v.look)), ("3-17".into(), Some(5)));
        let text = r#"{"at":"2026-03-02T06:00:00Z","by":"ann","deed":"merged","article":"3-17","url":"https://ledger.example/a","into":"3-4","into_url":"https://ledger.example/b","reason":"a redesign"}"#;
        let deed: Deed = serde_json::from_str(text).expect("a deed");
        assert_eq!(serde_json::to_string(&deed).expect("JSON"), text);
    }

    #[test]
    fn every_subject_survives_and_later_fields_are_passed_over() {
        for subject in ["{\"outlet\":3}", "{\"feed\":\"3-2\"}", "{\"article\":\"3-17\"}"] {
            let text = format!(
                r#"{{"deed":"paused","subject":{subject},"at":"2026-03-02T06:00:00Z","by":"ann","weather":"rain"}}"#
            );
            let deed: Deed = serde_json::from_str(&text).expect("a deed");
            assert!(serde_json::to_string(&deed).expect("JSON").contains(subject), "{deed:?}");
        }
        let later = r#"{"deed":"promoted","at":"2026-03-02T06:00:00Z","by":"ann"}"#;
        assert!(serde_json::from_str::<Deed>(later).is_err());
    }
}
