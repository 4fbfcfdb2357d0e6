//! Articles, their versions and changes, and the pages about the site.

use std::num::NonZeroU32;

use axum::extract::{Path, Query, State as Shared};
use axum::response::Redirect;
use news::{ArticleId, ChangeKind, HiddenVersion};
use publish::feed::{self, Of};
use publish::page::{self, ArticlePage, BlamePage, ChangePage, View};
use publish::svg::Scale;
use publish::{assets, csv, json, link};
use serde::Deserialize;
use store::{ChangeFilter, timelines, withdrawals};

use crate::answer::{Answer, Keep, Result};
use crate::changes::IN_A_FEED;
use crate::named::{Form, id_and_form, pair};
use crate::refusal::Refusal;
use crate::{State, loaded};

/// The parameters of an article's pages.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    scale: Option<String>,
    view: Option<String>,
    /// The type whose passages alone are shown.
    #[serde(rename = "type")]
    only: Option<String>,
}

/// `/articles/{id}`, its feed and its timeline as JSON.
pub async fn article(
    Shared(state): Shared<State>,
    Path(name): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Answer> {
    match id_and_form(&name) {
        Some((id, Form::Page)) => article_page(&state, id, &asked).await,
        Some((id, Form::Feed(form))) => article_feed(&state, id, form).await,
        Some((id, form @ (Form::Json | Form::Csv))) => article_data(&state, id, form).await,
        None => Err(Refusal::NoSuchArticle(name)),
    }
}

async fn article_page(state: &State, id: ArticleId, asked: &Asked) -> Result<Answer> {
    let loaded = state.store.read(move |tx| loaded::article(tx, id)).await?;
    let Some(loaded) = loaded else { return Err(absent(state, id).await) };
    let recorded = loaded.timeline.changes.iter().rfind(|c| c.state != news::ChangeState::ReaderOnly);
    let page = ArticlePage {
        timeline: &loaded.timeline,
        newest: recorded.zip(loaded.newest.as_ref()).map(|(change, (from, to))| (change, from, to)),
        latest: loaded.latest.as_ref(),
        refusal: loaded.refusal.as_ref(),
        scale: if asked.scale.as_deref() == Some("log") { Scale::Log } else { Scale::Linear },
    };
    Ok(Answer::page(page::article(&state.site, &page, state.now())))
}

async fn article_feed(state: &State, id: ArticleId, form: feed::Form) -> Result<Answer> {
    let filter = ChangeFilter { article: Some(id), ..ChangeFilter::default() };
    let verb = move |tx: &mut store::Tx<'_>| {
        let listed = loaded::shown(tx, &filter, IN_A_FEED)?;
        Ok((timelines::timeline_of(tx, id)?, loaded::hidden(tx, &filter, &listed)?, listed))
    };
    let (timeline, hidden, listed) = state.store.read(verb).await?;
    let Some(timeline) = timeline else { return Err(absent(state, id).await) };
    let of = Of::Article(&timeline.article);
    let began = timeline.article.first_seen;
    Ok(Answer::feed(form, feed::write(form, &state.site, of, &listed.changes, &hidden, None, began)))
}

async fn article_data(state: &State, id: ArticleId, form: Form) -> Result<Answer> {
    let timeline = state.store.read(move |tx| timelines::timeline_of(tx, id)).await?;
    let Some(timeline) = timeline else { return Err(absent(state, id).await) };
    Ok(match form {
        Form::Csv => Answer::text("text/csv; charset=utf-8", Keep::AskAgain, csv::looks(&timeline)),
        _ => Answer::json(json::timeline(&timeline)),
    })
}

/// `/articles/{id}/changes.json`.
pub async fn changes(Shared(state): Shared<State>, Path(id): Path<String>) -> Result<Answer> {
    article_feed(&state, article_id(&id)?, feed::Form::Json).await
}

/// `/articles/{id}/versions`.
pub async fn versions(Shared(state): Shared<State>, Path(id): Path<String>) -> Result<Answer> {
    let id = article_id(&id)?;
    match state.store.read(move |tx| timelines::timeline_of(tx, id)).await? {
        Some(timeline) => Ok(Answer::page(page::all_versions(&state.site, &timeline))),
        None => Err(absent(&state, id).await),
    }
}

/// `/articles/{id}/versions/{number}`.
pub async fn version(Shared(state): Shared<State>, Path((id, number)): Path<(String, String)>) -> Result<Answer> {
    let id = article_id(&id)?;
    let n: NonZeroU32 = number.parse().map_err(|_| Refusal::NoSuchVersion(id, number.clone()))?;
    match state.store.read(move |tx| loaded::version(tx, id, n)).await? {
        Some((timeline, Some(read))) => Ok(Answer::page(page::version(&state.site, &timeline, &read))),
        Some((timeline, None)) => Err(no_version(&timeline.hidden, &[n], id, number)),
        None => Err(absent(&state, id).await),
    }
}

/// `/articles/{id}/blame`: of the newest version.
pub async fn newest_blame(Shared(state): Shared<State>, Path(id): Path<String>) -> Result<Answer> {
    blame_of(&state, article_id(&id)?, None).await
}

/// `/articles/{id}/versions/{number}/blame`.
pub async fn blame(Shared(state): Shared<State>, Path((id, number)): Path<(String, String)>) -> Result<Answer> {
    let id = article_id(&id)?;
    let number = number.parse().map_err(|_| Refusal::NoSuchVersion(id, number))?;
    blame_of(&state, id, Some(number)).await
}

async fn blame_of(state: &State, id: ArticleId, number: Option<NonZeroU32>) -> Result<Answer> {
    let loaded = state.store.read(move |tx| loaded::blame(tx, id, number)).await?;
    let Some(loaded::LoadedBlame { timeline, blamed }) = loaded else { return Err(absent(state, id).await) };
    if let Some(n) = number.filter(|n| timeline.versions.iter().all(|v| v.number != *n)) {
        return Err(no_version(&timeline.hidden, &[n], id, n.to_string()));
    }
    let blamed = blamed.as_ref().map(|(read, blame)| (&read.reading, blame));
    Ok(Answer::page(page::blame(&state.site, &BlamePage { timeline: &timeline, blamed })))
}

/// `/articles/{id}/changes/{m}..{n}`.
pub async fn change(
    Shared(state): Shared<State>,
    Path((id, name)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Answer> {
    let id = article_id(&id)?;
    let versions = pair(&name).ok_or(Refusal::NoSuchVersion(id, name.clone()))?;
    let only = asked.only.filter(|only| !only.is_empty()).map(kind).transpose()?;
    match state.store.read(move |tx| loaded::change(tx, id, versions)).await? {
        Some((timeline, Some(loaded::LoadedChange { from, to, change }))) => {
            let view = View::named(asked.view.as_deref().unwrap_or_default());
            let only = only.filter(|kind| change.kinds.contains(kind));
            let page = ChangePage { timeline: &timeline, from: &from, to: &to, change: &change, view, only };
            Ok(Answer::page(page::change(&state.site, &page)))
        }
        Some((timeline, None)) => Err(no_version(&timeline.hidden, &[versions.0, versions.1], id, name)),
        None => Err(absent(&state, id).await),
    }
}

/// The type of a name.
fn kind(name: String) -> Result<ChangeKind> {
    ChangeKind::ALL.iter().copied().find(|kind| kind.as_str() == name).ok_or(Refusal::NoSuchType(name))
}

/// Why an article has no such version, or no change of it: it is not shown, or there is none.
fn no_version(hidden: &[HiddenVersion], numbers: &[NonZeroU32], id: ArticleId, name: String) -> Refusal {
    match hidden.iter().find(|v| numbers.contains(&v.number)) {
        Some(version) => Refusal::HiddenVersion(version.clone()),
        None => Refusal::NoSuchVersion(id, name),
    }
}

/// The two versions that a form has chosen.
#[derive(Debug, Deserialize)]
pub struct Chosen {
    from: Option<String>,
    to: Option<String>,
}

/// `/articles/{id}/compare?from=m&to=n`: the way to the page that compares them; to the version's, if it is one; to
/// the list to choose from, if nothing is chosen.
pub async fn compare(Path(id): Path<String>, Query(chosen): Query<Chosen>) -> Result<Redirect> {
    let id = article_id(&id)?;
    let number = |text: &str| text.parse::<NonZeroU32>().map_err(|_| Refusal::NoSuchVersion(id, text.to_owned()));
    let Some((from, to)) = chosen.from.zip(chosen.to) else { return Ok(Redirect::to(&link::versions(id))) };
    Ok(Redirect::to(&match (number(&from)?, number(&to)?) {
        (from, to) if from == to => link::version(id, from),
        (from, to) => link::change(id, from, to),
    }))
}

fn article_id(id: &str) -> Result<ArticleId> {
    id.parse().map_err(|_| Refusal::NoSuchArticle(id.to_owned()))
}

/// Why there is no page for an article that the store does not show.
pub async fn absent(state: &State, id: ArticleId) -> Refusal {
    match state.store.read(move |tx| withdrawals::withdrawal_over(tx, id)).await {
        Err(error) => error.into(),
        Ok(Some(w)) => Refusal::Withdrawn { at: w.at, reason: w.reason, legal: w.legal },
        Ok(None) => Refusal::NoSuchArticle(id.to_string()),
    }
}

/// `/outlets`.
pub async fn outlets(Shared(state): Shared<State>) -> Result<Answer> {
    let now = state.now();
    let lines = state.store.read(move |tx| loaded::outlet_lines(tx, now)).await?;
    Ok(Answer::page(page::outlets(&state.site, &lines, now)))
}

/// `/about`.
pub async fn about(Shared(state): Shared<State>) -> Result<Answer> {
    let now = state.now();
    let figures = state.store.read(move |tx| loaded::figures(tx, now)).await?;
    Ok(Answer::page(page::about(&state.site, &figures, now)))
}

/// `/robots.txt`: texts of others are not to be indexed here; a public site is not to be at all.
pub async fn robots(Shared(state): Shared<State>) -> Answer {
    let rules = if state.site.public { "Disallow: /" } else { "Disallow: /articles/\nDisallow: /search" };
    Answer::text("text/plain; charset=utf-8", Keep::AskAgain, format!("User-agent: *\n{rules}\n"))
}

/// `/assets/{hash}/{name}`: for ever under its own hash, nowhere else.
pub async fn asset(Path((hash, name)): Path<(String, String)>) -> Result<Answer> {
    let asset = assets::find(&name).filter(|_| hash == *assets::HASH).ok_or(Refusal::NoSuchPage)?;
    Ok(Answer::text(asset.content_type, Keep::Forever, asset.text))
}
