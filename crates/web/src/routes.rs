//! The addresses of the site.

use std::time::Duration;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::response::Redirect;
use axum::routing::get;
use http::{StatusCode, Uri};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;

use crate::refusal::Refusal;
use crate::{State, articles, captures, changes, finish, health, live, metrics, narrowed, pages, refused, search};

/// For one answer; a page takes some milliseconds.
const ANSWER_LIMIT: Duration = Duration::from_secs(20);

/// An address with slashes at its end is the one without.
async fn elsewhere(uri: Uri) -> Result<Redirect, Refusal> {
    let path = uri.path().trim_end_matches('/');
    let one_of_ours = path.len() > 1 && path.len() < uri.path().len() && !path.starts_with("//");
    if one_of_ours { Ok(Redirect::permanent(path)) } else { Err(Refusal::NoSuchPage) }
}

/// Lists of changes, which a type or a class may narrow.
fn lists() -> Router<State> {
    Router::new()
        .route("/", get(changes::front))
        .route("/changes.atom", get(changes::atom))
        .route("/changes.rss", get(changes::rss))
        .route("/changes.json", get(changes::json))
        .route("/search", get(search::page))
        .route("/search.atom", get(search::atom))
        .route("/search.rss", get(search::rss))
        .route("/search.json", get(search::json))
        .route("/outlets", get(pages::outlets))
        .route("/outlets/{name}", get(changes::outlet))
}

/// All routes, and what every answer shares.
pub fn router(state: State) -> Router {
    lists()
        .route_layer(from_fn_with_state(state.clone(), narrowed::narrow))
        .route("/changes.sse", get(live::changes))
        .route("/outlets/{id}/articles", get(articles::of_outlet))
        .route("/outlets/{id}/refused", get(refused::page))
        .route("/outlets/{id}/refused.json", get(refused::json))
        .route("/articles", get(articles::all))
        .route("/articles/{name}", get(pages::article))
        .route("/articles/{id}/changes.json", get(pages::changes))
        .route("/articles/{id}/versions", get(pages::versions))
        .route("/articles/{id}/versions/{number}", get(pages::version))
        .route("/articles/{id}/blame", get(pages::newest_blame))
        .route("/articles/{id}/versions/{number}/blame", get(pages::blame))
        .route("/articles/{id}/changes/{pair}", get(pages::change))
        .route("/articles/{id}/compare", get(pages::compare))
        .route("/articles/{id}/captures/{name}", get(captures::capture))
        .route("/about", get(pages::about))
        .route("/health", get(health::health))
        .route("/metrics", get(metrics::metrics))
        .route("/robots.txt", get(pages::robots))
        .route("/assets/{hash}/{name}", get(pages::asset))
        .fallback(elsewhere)
        .method_not_allowed_fallback(|| async { Refusal::OtherMethod })
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, ANSWER_LIMIT))
        .layer(CatchPanicLayer::new())
        .layer(from_fn_with_state(state.clone(), finish::finish))
        .with_state(state)
}
