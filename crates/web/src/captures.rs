//! Evidence, byte for byte: a capture as the archive holds it.

use axum::extract::{Path, State as Shared};
use news::{ArticleId, CaptureId, Place};
use store::{StoreError, Tx, captures, timelines, withdrawals};

use crate::State;
use crate::answer::{Answer, Result};
use crate::pages::absent;
use crate::refusal::Refusal;

/// `/articles/{id}/captures/{look}.warc.gz`: request and response as WARC records.
///
/// A public site shows passages, not full texts, and so has no such page; nor has a capture of a version that is
/// withdrawn.
pub async fn capture(Shared(state): Shared<State>, Path((article, name)): Path<(String, String)>) -> Result<Answer> {
    let article: ArticleId = article.parse().map_err(|_| Refusal::NoSuchArticle(article))?;
    let look = name.strip_suffix(".warc.gz").and_then(|look| look.parse().ok());
    let look = look.filter(|_| !state.site.public).ok_or(Refusal::NoSuchPage)?;
    let id = CaptureId { article, look };
    // The keep rule may move a record between the two steps: then its place is asked for again.
    for _ in 0..2 {
        let place = match state.store.read(move |tx| shown(tx, id)).await? {
            Evidence::At(place) => place,
            Evidence::NotShown => return Err(Refusal::NoSuchCapture(id)),
            Evidence::OfNoArticle => return Err(absent(&state, article).await),
        };
        let archive = state.archive.clone();
        let read = tokio::task::spawn_blocking(move || archive.records(&place)).await;
        match read {
            Ok(Ok(bytes)) => return Ok(Answer::evidence("application/warc", bytes)),
            Ok(Err(archive::ArchiveError::Io { source, .. })) if source.kind() == std::io::ErrorKind::NotFound => {}
            Ok(Err(error)) => {
                tracing::error!(%error, capture = %id, "a capture could not be read for a page; see `replate doctor`");
                return Err(Refusal::Broken);
            }
            Err(_) => return Err(Refusal::Broken),
        }
    }
    tracing::error!(capture = %id, "the file of the archive that holds a capture is missing; see `replate doctor`");
    Err(Refusal::Broken)
}

/// What there is to give of a capture.
enum Evidence {
    /// It is there, and the version that it showed is shown.
    At(Place),
    /// There is no such capture, or its version is withdrawn.
    NotShown,
    /// There is no such article, or it is withdrawn.
    OfNoArticle,
}

fn shown(tx: &mut Tx<'_>, id: CaptureId) -> std::result::Result<Evidence, StoreError> {
    let Some(timeline) = timelines::timeline_of(tx, id.article)? else { return Ok(Evidence::OfNoArticle) };
    let version = timeline.looks.iter().find(|l| l.number == id.look).and_then(|l| l.shows);
    // Where a version is withdrawn, a look that showed none may hold it all the same: a stale copy, a wall.
    let shown = match version {
        Some(number) => timeline.versions.iter().any(|v| v.number == number),
        None => !withdrawals::bear_on(tx, id.article)?,
    };
    let row = if shown { captures::find_capture(tx, id)? } else { None };
    Ok(row.map_or(Evidence::NotShown, |row| Evidence::At(row.place)))
}
