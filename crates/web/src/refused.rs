//! What robots.txt keeps us from looking at.

use axum::extract::{Path, Query, State as Shared};
use news::{ArticleId, Outlet, Refusal as Refused};
use publish::page::{self, RefusedPage};
use publish::{json, link};
use serde::Deserialize;
use store::{StoreError, Tx, outlets, refusals};

use crate::State;
use crate::answer::{Answer, Result};
use crate::refusal::Refusal;

/// Articles on a page of the list: a few lines each.
const ON_A_PAGE: u32 = 100;

/// The parameters of the list.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// The last article of the page before.
    before: Option<String>,
}

/// A page of the list.
struct Listed {
    outlet: Outlet,
    refused: Vec<Refused>,
    all: u32,
    /// The last article, if more follow.
    older: Option<ArticleId>,
}

/// `/outlets/{id}/refused`.
pub async fn page(Shared(state): Shared<State>, Path(id): Path<String>, Query(asked): Query<Asked>) -> Result<Answer> {
    let Listed { outlet, refused, all, older } = list(&state, &id, &asked).await?;
    let older = older.map(|last| format!("{}?before={last}", link::refused(outlet.id)));
    let page = RefusedPage { outlet: &outlet, refusals: &refused, all, older: older.as_deref() };
    Ok(Answer::page(page::refused(&state.site, &page)))
}

/// `/outlets/{id}/refused.json`.
pub async fn json(Shared(state): Shared<State>, Path(id): Path<String>, Query(asked): Query<Asked>) -> Result<Answer> {
    let Listed { outlet, refused, older, .. } = list(&state, &id, &asked).await?;
    let next = older.map(|last| state.site.absolute(&format!("{}.json?before={last}", link::refused(outlet.id))));
    Ok(Answer::json(json::refusals(&outlet, &refused, next.as_deref())))
}

async fn list(state: &State, id: &str, asked: &Asked) -> Result<Listed> {
    let no_such = || Refusal::NoSuchOutlet(id.to_owned());
    let outlet = id.parse().map_err(|_| no_such())?;
    let before = asked.before.as_deref().map(str::parse::<ArticleId>).transpose();
    let before = before.map_err(|_| Refusal::Unreadable("where the list should begin (`before`)"))?;
    let verb = move |tx: &mut Tx<'_>| -> std::result::Result<Option<Listed>, StoreError> {
        let outlet = match outlets::load_outlet(tx, outlet) {
            Err(StoreError::NoSuchOutlet(_)) => return Ok(None),
            outlet => outlet?,
        };
        let mut refused = refusals::list_refusals(tx, outlet.id, before, ON_A_PAGE + 1)?;
        let more = refused.len() > ON_A_PAGE as usize;
        refused.truncate(ON_A_PAGE as usize);
        let older = refused.last().filter(|_| more).map(|last| last.article.id);
        Ok(Some(Listed { all: refusals::count_refusals(tx, outlet.id)?, outlet, refused, older }))
    };
    state.store.read(verb).await?.ok_or_else(no_such)
}
