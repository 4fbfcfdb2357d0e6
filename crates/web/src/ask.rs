//! "What became of the article at this address?"

use axum::response::Redirect;
use discover::address;
use publish::link;

use crate::State;
use crate::answer::Result;
use crate::refusal::Refusal;

/// The page of the article at an address that somebody pasted.
pub async fn ask(state: &State, pasted: &str) -> Result<Redirect> {
    let pasted = pasted.trim().to_owned();
    let web = address::web(&pasted).map_err(|_| Refusal::NoAddress(pasted.clone()))?;
    let key = address::key(&web).map_err(|_| Refusal::NoAddress(pasted))?;
    let found = state.store.read(move |tx| store::articles::find_article(tx, &key)).await?;
    let id = found.ok_or(Refusal::NotWatched(web))?;
    Ok(Redirect::to(&link::article(id)))
}
