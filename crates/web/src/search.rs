//! Searches, as pages and feeds.

use std::str::FromStr;
use std::time::Duration;

use axum::extract::{Query as Params, State as Shared};
use jiff::Timestamp;
use news::Hit;
use publish::feed::{Form, Of};
use publish::page::{self, Results};
use publish::{ShownChange, feed, link};
use serde::Deserialize;
use store::{FoundPlace, NoOutlet, Position, change_search, search};
use text::search::Query;

use crate::answer::{Answer, Result};
use crate::changes::{BEFORE_THE_FIRST, IN_A_FEED};
use crate::refusal::Refusal;
use crate::{State, loaded};

/// Hits on a page: a few screens.
const ON_A_PAGE: u32 = 30;

/// For a search. Nearly all are done in a twentieth of it; one that is not shows what it has found.
const PATIENCE: Duration = Duration::from_secs(1);

/// The parameters of a search.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    q: Option<String>,
    /// Where the page of the list begins.
    before: Option<String>,
}

/// `/search`.
pub async fn page(Shared(state): Shared<State>, Params(asked): Params<Asked>) -> Result<Answer> {
    let nothing = Results {
        query: None,
        found: page::Found::Versions(&[]),
        older: None,
        newest: None,
        stopped_at: None,
        filling: false,
        note: None,
    };
    let Some(query) = asked.query()? else {
        return Ok(Answer::page(page::search(&state.site, &nothing, state.now())));
    };
    let found = find(&state, &query, &asked, ON_A_PAGE).await?;
    let here = link::search(&query.text, None);
    let older = found.older.map(|place| format!("{here}&before={place}"));
    let note = found.no_outlet.as_ref().map(words);
    let results = Results {
        query: Some(&query),
        found: match &found.of {
            What::Versions(hits) => page::Found::Versions(hits),
            What::Changes(changes) => page::Found::Changes(changes),
        },
        older: older.as_deref(),
        newest: asked.before.is_some().then_some(here.as_str()),
        stopped_at: found.stopped_at,
        filling: found.filling,
        note: note.as_deref(),
    };
    Ok(Answer::page(page::search(&state.site, &results, state.now())))
}

/// `/search.atom`.
pub async fn atom(Shared(state): Shared<State>, Params(asked): Params<Asked>) -> Result<Answer> {
    feed_of(&state, Form::Atom, &asked).await
}

/// `/search.rss`.
pub async fn rss(Shared(state): Shared<State>, Params(asked): Params<Asked>) -> Result<Answer> {
    feed_of(&state, Form::Rss, &asked).await
}

/// `/search.json`.
pub async fn json(Shared(state): Shared<State>, Params(asked): Params<Asked>) -> Result<Answer> {
    feed_of(&state, Form::Json, &asked).await
}

async fn feed_of(state: &State, form: Form, asked: &Asked) -> Result<Answer> {
    let query = asked.query()?.ok_or_else(|| Refusal::NoQuery(String::new(), text::search::QueryError::Empty))?;
    let found = find(state, &query, asked, IN_A_FEED).await?;
    let older = found.older.map(|place| format!("{}&before={place}", link::search(&query.text, Some(form))));
    let text = match &found.of {
        What::Versions(hits) => feed::write_found(form, &state.site, &query, hits, older.as_deref(), BEFORE_THE_FIRST),
        What::Changes(changes) => {
            feed::write(form, &state.site, Of::Search(&query), changes, &[], older.as_deref(), BEFORE_THE_FIRST)
        }
    };
    Ok(Answer::feed(form, text))
}

/// What a search found.
struct Found {
    of: What,
    /// Where the next page begins.
    older: Option<String>,
    stopped_at: Option<Timestamp>,
    filling: bool,
    no_outlet: Option<NoOutlet>,
}

enum What {
    Versions(Vec<Hit>),
    Changes(Vec<ShownChange>),
}

impl Asked {
    /// What is asked for; `None`: nothing yet.
    fn query(&self) -> Result<Option<Query>> {
        let Some(text) = self.q.as_deref().filter(|text| !text.trim().is_empty()) else { return Ok(None) };
        text.parse().map(Some).map_err(|error| Refusal::NoQuery(text.to_owned(), error))
    }
}

async fn find(state: &State, query: &Query, asked: &Asked, limit: u32) -> Result<Found> {
    // Whoever asks what takes long waits for others who do; pages do not wait for them.
    let _turn = state.searches.acquire().await.map_err(|_| Refusal::TooSlow)?;
    let query = query.clone();
    if query.changes.is_some() {
        let before = place::<Position>(asked)?;
        let verb = move |tx: &mut store::Tx<'_>| {
            let found = change_search::search(tx, &query, before, limit, PATIENCE)?;
            let changes = loaded::with_texts(tx, found.changes)?;
            Ok((changes, found.older, found.stopped_at, found.untyped, found.no_outlet))
        };
        let (changes, older, stopped_at, filling, no_outlet) = state.store.read(verb).await?;
        let older = older.map(|place| place.to_string());
        return Ok(Found { of: What::Changes(changes), older, stopped_at, filling, no_outlet });
    }
    let before = place::<FoundPlace>(asked)?;
    let found = state.store.read(move |tx| search::search(tx, &query, before, limit, PATIENCE)).await?;
    Ok(Found {
        of: What::Versions(found.hits),
        older: found.older.map(|place| place.to_string()),
        stopped_at: found.stopped_at,
        filling: found.filling,
        no_outlet: found.no_outlet,
    })
}

fn place<P: FromStr>(asked: &Asked) -> Result<Option<P>> {
    let place = asked.before.as_deref().map(str::parse).transpose();
    place.map_err(|_| Refusal::Unreadable("where the list should begin (`before`)"))
}

fn words(none: &NoOutlet) -> String {
    match none {
        NoOutlet::Unknown(word) => {
            format!("No outlet that is watched is called “{word}”, and none has a domain like that.")
        }
        NoOutlet::Vague(word, count) => {
            format!("“{word}” is in the names of {count} outlets. Name fewer: a whole domain is best.")
        }
    }
}
