//! Lists of changes, as pages and feeds.

use axum::extract::{Path, Query, State as Shared};
use axum::response::{IntoResponse, Response};
use news::OutletId;
use publish::feed::Of;
use publish::page::{self, Front};
use publish::{feed, json, link};
use serde::Deserialize;
use store::{ChangeFilter, Position, agenda, outlets};

use crate::State;
use crate::answer::{Answer, Result};
use crate::ask::ask;
use crate::loaded;
use crate::named::{Form, id_and_form};
use crate::refusal::Refusal;

/// Changes on a page of a list: a few screens, and under 20 ms of readings.
const ON_A_PAGE: u32 = 30;
/// Changes in a feed: more than an hour's worth where polls come hourly.
pub const IN_A_FEED: u32 = 60;

/// The parameters of lists.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// The address of an article, pasted.
    url: Option<String>,
    /// Where the page of the list begins.
    before: Option<String>,
}

impl Asked {
    fn before(&self) -> Result<Option<Position>> {
        let place = self.before.as_deref().map(str::parse).transpose();
        place.map_err(|_| Refusal::Unreadable("where the list should begin (`before`)"))
    }
}

/// `/`: the newest changes, or the way to an article's page.
pub async fn front(Shared(state): Shared<State>, Query(asked): Query<Asked>) -> Result<Response> {
    match asked.url.as_deref().filter(|url| !url.trim().is_empty()) {
        Some(url) => Ok(ask(&state, url).await?.into_response()),
        None => Ok(list(&state, None, &asked).await?.into_response()),
    }
}

/// `/outlets/{id}` and its feed.
pub async fn outlet(
    Shared(state): Shared<State>,
    Path(name): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Answer> {
    match id_and_form(&name) {
        Some((id, Form::Page)) => list(&state, Some(id), &asked).await,
        Some((id, Form::Atom)) => outlet_atom(&state, id).await,
        _ => Err(Refusal::NoSuchOutlet(name)),
    }
}

async fn list(state: &State, outlet: Option<OutletId>, asked: &Asked) -> Result<Answer> {
    let filter = ChangeFilter { outlet, before: asked.before()?, ..ChangeFilter::default() };
    let verb = move |tx: &mut store::Tx<'_>| {
        Ok((loaded::shown(tx, &filter, ON_A_PAGE)?, outlets::list_outlets(tx)?, agenda::next_due(tx)?))
    };
    let (listed, outlets, next_look) = state.store.read(verb).await?;
    let here = outlet.map(|id| outlets.iter().find(|o| o.id == id).ok_or(Refusal::NoSuchOutlet(id.to_string())));
    let path = outlet.map_or(link::FRONT.to_owned(), link::outlet);
    let front = Front {
        changes: &listed.changes,
        outlets: &outlets,
        outlet: here.transpose()?,
        older: listed.older.map(|place| format!("{path}?before={place}")),
        newest: asked.before.is_some().then_some(path),
        next_look,
    };
    Ok(Answer::page(page::front(&state.site, &front, state.now())))
}

/// `/changes.atom`.
pub async fn atom(Shared(state): Shared<State>) -> Result<Answer> {
    let filter = ChangeFilter::default();
    let listed = state.store.read(move |tx| loaded::shown(tx, &filter, IN_A_FEED)).await?;
    Ok(Answer::atom(feed::atom(&state.site, Of::Everything, &listed.changes, state.now())))
}

/// `/changes.json`.
pub async fn json(Shared(state): Shared<State>, Query(asked): Query<Asked>) -> Result<Answer> {
    let filter = ChangeFilter { before: asked.before()?, ..ChangeFilter::default() };
    let listed = state.store.read(move |tx| loaded::listed(tx, &filter, IN_A_FEED)).await?;
    let older = listed.older.map(|place| format!("{}?before={place}", link::CHANGES_JSON));
    Ok(Answer::json(json::changes(&state.site, &listed.changes, older.as_deref())))
}

async fn outlet_atom(state: &State, id: OutletId) -> Result<Answer> {
    let filter = ChangeFilter { outlet: Some(id), ..ChangeFilter::default() };
    let verb = move |tx: &mut store::Tx<'_>| Ok((outlets::list_outlets(tx)?, loaded::shown(tx, &filter, IN_A_FEED)?));
    let (outlets, listed) = state.store.read(verb).await?;
    let outlet = outlets.iter().find(|o| o.id == id).ok_or(Refusal::NoSuchOutlet(id.to_string()))?;
    Ok(Answer::atom(feed::atom(&state.site, Of::Outlet(outlet), &listed.changes, state.now())))
}
