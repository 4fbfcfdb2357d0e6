//! Lists of changes, as pages and feeds.

use axum::extract::{Path, Query, State as Shared};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use news::OutletId;
use publish::feed::{Form, Of};
use publish::page::{self, Front};
use publish::{feed, link};
use serde::Deserialize;
use store::{ChangeFilter, Position, agenda, outlets};

use crate::State;
use crate::answer::{Answer, Result};
use crate::ask::ask;
use crate::loaded;
use crate::named::{self, id_and_form};
use crate::refusal::Refusal;

/// Changes on a page of a list: a few screens, and under 20 ms of readings.
const ON_A_PAGE: u32 = 30;
/// When a feed was last changed that has no entries yet: 1 January 2000, because feed readers doubt times before feeds.
pub const BEFORE_THE_FIRST: Timestamp = Timestamp::constant(946_684_800, 0);
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
        Some((id, named::Form::Page)) => list(&state, Some(id), &asked).await,
        Some((id, named::Form::Feed(form))) => feed_of(&state, Some(id), form, &asked).await,
        Some((id, named::Form::Json)) => feed_of(&state, Some(id), Form::Json, &asked).await,
        _ => Err(Refusal::NoSuchOutlet(name)),
    }
}

async fn list(state: &State, outlet: Option<OutletId>, asked: &Asked) -> Result<Answer> {
    let filter = ChangeFilter { outlet, before: asked.before()?, ..ChangeFilter::default() };
    let (now, newest) = (state.now(), asked.before.is_none());
    let verb = move |tx: &mut store::Tx<'_>| {
        let outlets = outlets::list_outlets(tx)?;
        let here = outlets.iter().find(|o| newest && Some(o.id) == outlet);
        let watching = here.map(|outlet| loaded::watching(tx, outlet, now)).transpose()?;
        Ok((loaded::shown(tx, &filter, ON_A_PAGE)?, outlets, agenda::next_due(tx)?, watching))
    };
    let (listed, outlets, next_look, watching) = state.store.read(verb).await?;
    let here = outlet.map(|id| outlets.iter().find(|o| o.id == id).ok_or(Refusal::NoSuchOutlet(id.to_string())));
    let path = outlet.map_or(link::FRONT.to_owned(), link::outlet);
    let front = Front {
        changes: &listed.changes,
        outlets: &outlets,
        outlet: here.transpose()?,
        older: listed.older.map(|place| format!("{path}?before={place}")),
        newest: asked.before.is_some().then_some(path),
        next_look,
        watching: watching.as_ref().map(|w| w.shown(state.pace)),
    };
    Ok(Answer::page(page::front(&state.site, &front, now)))
}

/// `/changes.atom`.
pub async fn atom(Shared(state): Shared<State>, Query(asked): Query<Asked>) -> Result<Answer> {
    feed_of(&state, None, Form::Atom, &asked).await
}

/// `/changes.rss`.
pub async fn rss(Shared(state): Shared<State>, Query(asked): Query<Asked>) -> Result<Answer> {
    feed_of(&state, None, Form::Rss, &asked).await
}

/// `/changes.json`.
pub async fn json(Shared(state): Shared<State>, Query(asked): Query<Asked>) -> Result<Answer> {
    feed_of(&state, None, Form::Json, &asked).await
}

async fn feed_of(state: &State, outlet: Option<OutletId>, form: Form, asked: &Asked) -> Result<Answer> {
    let filter = ChangeFilter { outlet, before: asked.before()?, ..ChangeFilter::default() };
    let verb = move |tx: &mut store::Tx<'_>| {
        let listed = loaded::shown(tx, &filter, IN_A_FEED)?;
        Ok((outlets::list_outlets(tx)?, loaded::hidden(tx, &filter, &listed)?, listed))
    };
    let (outlets, hidden, listed) = state.store.read(verb).await?;
    let here = outlet.map(|id| outlets.iter().find(|o| o.id == id).ok_or(Refusal::NoSuchOutlet(id.to_string())));
    let of = here.transpose()?.map_or(Of::Everything, Of::Outlet);
    let older = listed.older.map(|place| format!("{}?before={place}", of.address(form)));
    let text = feed::write(form, &state.site, of, &listed.changes, &hidden, older.as_deref(), BEFORE_THE_FIRST);
    Ok(Answer::feed(form, text))
}
