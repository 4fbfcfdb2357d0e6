//! What happened instead of an answer.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use news::{ArticleId, CaptureId, ChangeKind, HiddenVersion, Outlet, Timestamp};
use publish::page::Problem;
use publish::{link, words};
use store::StoreError;
use text::search::QueryError;

use crate::narrowed;

/// Why there is no such page now.
#[derive(Debug)]
pub enum Refusal {
    /// The path leads nowhere.
    NoSuchPage,
    /// There is no article of that id.
    NoSuchArticle(String),
    /// The article has no version of that number.
    NoSuchVersion(ArticleId, String),
    /// There is no such capture, or it is not shown.
    NoSuchCapture(CaptureId),
    /// There is no outlet of that id.
    NoSuchOutlet(String),
    /// The article is not shown any more.
    Withdrawn {
        /// Since when.
        at: Timestamp,
        /// Why, in words that may be shown.
        reason: String,
        /// Whether the law asked for it.
        legal: bool,
    },
    /// The version is not shown any more.
    HiddenVersion(HiddenVersion),
    /// No article is known by the address that was pasted; its outlet may be.
    NotWatched(String, Option<Outlet>),
    /// What was pasted is no address.
    NoAddress(String),
    /// What was searched for is no query.
    NoQuery(String, QueryError),
    /// There is no type of change, no group of types and no class of that name.
    NoSuchType(String),
    /// There is no class of types of that name.
    NoSuchClass(String),
    /// A parameter of the address cannot be read.
    Unreadable(&'static str),
    /// Only `GET` and `HEAD` are answered.
    OtherMethod,
    /// The address of the request is too long.
    TooLong,
    /// The answer did not come in time.
    TooSlow,
    /// The store did not answer, or the server failed; it is in the log.
    Broken,
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "the store could not be read for a page");
        if error.is_transient() { Self::TooSlow } else { Self::Broken }
    }
}

impl Refusal {
    /// The refusal that a bare status stands for; `None` if it is none.
    pub fn of_status(status: StatusCode) -> Option<Self> {
        match status {
            StatusCode::GATEWAY_TIMEOUT => Some(Self::TooSlow),
            s if s.is_client_error() => Some(Self::Unreadable("the request")),
            s if s.is_server_error() => Some(Self::Broken),
            _ => None,
        }
    }

    /// What people and machines are told.
    pub fn problem(&self) -> Problem {
        let (status, title, detail) = self.words();
        let pasted = match self {
            Self::NotWatched(text, _) | Self::NoAddress(text) => Some(text.clone()),
            _ => None,
        };
        let query = if let Self::NoQuery(text, _) = self { Some(text.clone()) } else { None };
        Problem { status: status.as_u16(), title: title.to_owned(), detail, onward: self.onward(), pasted, query }
    }

    fn words(&self) -> (StatusCode, &'static str, String) {
        match self {
            Self::NoSuchPage => {
                (StatusCode::NOT_FOUND, "No such page", "There is nothing at this address. It may be mistyped.".into())
            }
            Self::NoSuchArticle(id) => (
                StatusCode::NOT_FOUND,
                "No such article",
                format!("We know no article with the id {id}. Ids look like 3-17 and are never given twice."),
            ),
            Self::NoSuchVersion(id, number) => (
                StatusCode::NOT_FOUND,
                "No such version",
                format!("The article {id} has no version {number}. Its page lists all versions that we have seen."),
            ),
            Self::NoSuchCapture(id) => (
                StatusCode::NOT_FOUND,
                "No such capture",
                format!("The archive holds no capture {id}: that look brought nothing, or it is no longer shown."),
            ),
            Self::NoSuchOutlet(id) => (
                StatusCode::NOT_FOUND,
                "No such outlet",
                format!("We watch no outlet with the id {id}. The list of outlets names all that we watch."),
            ),
            Self::Withdrawn { at, reason, legal } => (
                withdrawn(*legal),
                "No longer shown",
                format!("We stopped showing this article on {}. The reason given: {reason}", words::date(*at)),
            ),
            Self::HiddenVersion(version) => {
                (withdrawn(version.legal), "This version is not shown", words::not_shown(version))
            }
            Self::NotWatched(address, outlet) => (
                StatusCode::NOT_FOUND,
                "This article is not watched",
                format!(
                    "We know no article at {address}. {} Whoever runs this site can add it: replate add '{}'",
                    match outlet {
                        Some(outlet) => format!(
                            "{} is watched: the article may come with the next reading of its feeds.",
                            outlet.name
                        ),
                        None => "Its outlet is not watched either.".to_owned(),
                    },
                    address.replace('\'', "%27")
                ),
            ),
            Self::NoAddress(text) => (
                StatusCode::BAD_REQUEST,
                "That is no address",
                format!("We could not read “{text}” as the address of an article. Addresses begin with https://."),
            ),
            Self::NoQuery(_, error) => (StatusCode::BAD_REQUEST, "We could not search for that", error.to_string()),
            Self::NoSuchType(name) => (
                StatusCode::BAD_REQUEST,
                "No such type of change",
                format!("“{name}” is no type of change. There are {}.", types_in_words()),
            ),
            Self::NoSuchClass(name) => (
                StatusCode::BAD_REQUEST,
                "No such class of types",
                format!("“{name}” is no class of types. There are {}.", narrowed::classes().join(", ")),
            ),
            Self::Unreadable(what) => {
                (StatusCode::BAD_REQUEST, "We could not read that", format!("We could not read {what}."))
            }
            Self::OtherMethod => (
                StatusCode::METHOD_NOT_ALLOWED,
                "Nothing to send here",
                "Pages of this site can be read, and nothing can be sent to them.".into(),
            ),
            Self::TooLong => (
                StatusCode::URI_TOO_LONG,
                "That address is too long",
                "The address of the request is longer than 8,192 bytes, and we did not read it.".into(),
            ),
            Self::TooSlow => (
                StatusCode::SERVICE_UNAVAILABLE,
                "That took too long",
                "The page was not ready in time, and we stopped. Try again in a minute.".into(),
            ),
            Self::Broken => (
                StatusCode::INTERNAL_SERVER_ERROR,
                "Something went wrong here",
                "The page could not be made. What happened is in the log of this site; what was recorded is safe."
                    .into(),
            ),
        }
    }

    fn onward(&self) -> Vec<(String, String)> {
        match self {
            Self::NoSuchCapture(id) => vec![(link::article(id.article), "The article and all its versions".to_owned())],
            Self::HiddenVersion(version) => {
                vec![(link::article(version.capture.article), "The article and all its versions".to_owned())]
            }
            Self::NoSuchType(_) | Self::NoSuchClass(_) => vec![all_types()],
            Self::NoQuery(_, QueryError::BadType(_)) => vec![all_types(), how_to_ask()],
            Self::NoQuery(..) => vec![how_to_ask()],
            Self::NoSuchVersion(id, _) => vec![(link::article(*id), "The article and all its versions".to_owned())],
            Self::NotWatched(_, Some(outlet)) => vec![(link::outlet(outlet.id), outlet.name.clone())],
            Self::NoSuchOutlet(_) | Self::NotWatched(_, None) => {
                vec![(link::OUTLETS.to_owned(), "All outlets that are watched".to_owned())]
            }
            _ => Vec::new(),
        }
    }
}

fn how_to_ask() -> (String, String) {
    (link::SEARCH.to_owned(), "How to ask".to_owned())
}

fn all_types() -> (String, String) {
    (link::TYPES.to_owned(), "All types, and the newest changes that have them".to_owned())
}

/// All types by their classes: "factual ones: negation_flip, …; framing ones: …".
fn types_in_words() -> String {
    let of = |class: &&str| {
        let own = ChangeKind::ALL.iter().filter(|kind| kind.class().as_str() == *class);
        format!("{class} ones: {}", own.map(|kind| kind.as_str()).collect::<Vec<_>>().join(", "))
    };
    narrowed::classes().iter().map(of).collect::<Vec<_>>().join("; ")
}

/// 410, or 451 if the law asked for it (RFC 7725).
const fn withdrawn(legal: bool) -> StatusCode {
    if legal { StatusCode::UNAVAILABLE_FOR_LEGAL_REASONS } else { StatusCode::GONE }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let problem = self.problem();
        let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = status.into_response();
        response.extensions_mut().insert(problem);
        response
    }
}
