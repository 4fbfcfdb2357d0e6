//! Searches, as pages and feeds.

use std::time::Duration;

use axum::extract::{Query as Params, State as Shared};
use publish::feed::Form;
use publish::page::{self, Results};
use publish::{feed, link};
use serde::Deserialize;
use store::{Found, FoundPlace, NoOutlet, search};
use text::search::Query;

use crate::State;
use crate::answer::{Answer, Result};
use crate::changes::IN_A_FEED;
use crate::refusal::Refusal;

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
    let nothing =
        Results { query: None, hits: &[], older: None, newest: None, stopped_at: None, filling: false, note: None };
    let Some(query) = asked.query()? else {
        return Ok(Answer::page(page::search(&state.site, &nothing, state.now())));
    };
    let found = find(&state, &query, &asked, ON_A_PAGE).await?;
    let here = link::search(&query.text, None);
    let older = found.older.map(|place| format!("{here}&before={place}"));
    let note = found.no_outlet.as_ref().map(words);
    let results = Results {
        query: Some(&query),
        hits: &found.hits,
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
    Ok(Answer::feed(form, feed::write_found(form, &state.site, &query, &found.hits, older.as_deref(), state.now())))
}

impl Asked {
    /// What is asked for; `None`: nothing yet.
    fn query(&self) -> Result<Option<Query>> {
        let Some(text) = self.q.as_deref().filter(|text| !text.trim().is_empty()) else { return Ok(None) };
        text.parse().map(Some).map_err(|error| Refusal::NoQuery(text.to_owned(), error))
    }
}

async fn find(state: &State, query: &Query, asked: &Asked, limit: u32) -> Result<Found> {
    let before = asked.before.as_deref().map(str::parse::<FoundPlace>).transpose();
    let before = before.map_err(|_| Refusal::Unreadable("where the list should begin (`before`)"))?;
    // Whoever asks what takes long waits for others who do; pages do not wait for them.
    let _turn = state.searches.acquire().await.map_err(|_| Refusal::TooSlow)?;
    let query = query.clone();
    Ok(state.store.read(move |tx| search::search(tx, &query, before, limit, PATIENCE)).await?)
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
