//! Lists of articles.

use axum::extract::{Path, Query, State as Shared};
use news::{ArticleId, OutletId};
use publish::link;
use publish::page::{self, ArticleLine, Articles};
use serde::Deserialize;
use store::{StoreError, Tx, outlets, versions};

use crate::State;
use crate::answer::{Answer, Result};
use crate::refusal::Refusal;

/// Articles on a page of a list: a line or two each.
const ON_A_PAGE: u32 = 50;

/// The parameters of lists of articles.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// The last article of the page before.
    before: Option<String>,
}

/// `/articles`.
pub async fn all(Shared(state): Shared<State>, Query(asked): Query<Asked>) -> Result<Answer> {
    list(&state, None, &asked).await
}

/// `/outlets/{id}/articles`.
pub async fn of_outlet(
    Shared(state): Shared<State>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Answer> {
    let outlet = id.parse().map_err(|_| Refusal::NoSuchOutlet(id))?;
    list(&state, Some(outlet), &asked).await
}

async fn list(state: &State, outlet: Option<OutletId>, asked: &Asked) -> Result<Answer> {
    let before = asked.before.as_deref().map(str::parse::<ArticleId>).transpose();
    let before = before.map_err(|_| Refusal::Unreadable("where the list should begin (`before`)"))?;
    let (outlets, mut lines) =
        state.store.read(move |tx| Ok((outlets::list_outlets(tx)?, page(tx, outlet, before)?))).await?;
    let here = outlet.map(|id| outlets.iter().find(|o| o.id == id).ok_or(Refusal::NoSuchOutlet(id.to_string())));
    let path = outlet.map_or(link::ARTICLES.to_owned(), link::articles_of);
    let more = lines.len() > ON_A_PAGE as usize;
    lines.truncate(ON_A_PAGE as usize);
    let older = lines.last().filter(|_| more).map(|last| format!("{path}?before={}", last.article.id));
    let articles = Articles {
        lines: &lines,
        outlet: here.transpose()?,
        outlets: &outlets,
        older: older.as_deref(),
        newest: asked.before.is_some().then_some(path.as_str()),
    };
    Ok(Answer::page(page::articles(&state.site, &articles, state.now())))
}

/// One article more than a page holds, if there are so many.
fn page(
    tx: &mut Tx<'_>,
    outlet: Option<OutletId>,
    before: Option<ArticleId>,
) -> std::result::Result<Vec<ArticleLine>, StoreError> {
    let articles = store::articles::list_articles(tx, outlet, before, ON_A_PAGE + 1)?;
    let line = |article: news::Article| Ok(ArticleLine { versions: versions::count_of(tx, article.id)?, article });
    articles.into_iter().map(line).collect()
}
