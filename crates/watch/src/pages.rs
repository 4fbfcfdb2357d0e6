//! Articles on several pages: further pages are asked for in the same look, and all are read as one.
//!
//! Each in its host's turn and with leave of robots.txt, as any request is. They are asked without conditions, and
//! so is the first page of an article that has others: its 304 would say nothing of them.

use std::time::{Duration, Instant};

use extract::{Lesson, Memory, Page, Pages};
use fetch::{FetchError, Fetcher};
use jiff::Timestamp;
use news::{Answer, Exchange, Reading, Validators};
use store::Due;
use tokio::task::{JoinError, spawn_blocking};

use crate::trust;

/// Pages of one article. Longer ones exist as galleries; what lies beyond leaves the reading partial.
const MOST_PAGES: usize = 10;
/// Bytes of all pages together, codings removed: no further page is begun from here on.
const MOST_BYTES: u64 = 16 << 20;
/// Time for all further pages, so that a look ends before its lease does.
const LONGEST: Duration = Duration::from_secs(240);

/// Looks at an article that is due, at all its pages.
///
/// # Errors
/// Those of [`Fetcher::look`] for the article's own address. A further page that cannot be had is no error: what
/// came stays, and reads as partial.
pub(crate) async fn visit(fetcher: &Fetcher, due: &Due, now: Timestamp) -> Result<Exchange, FetchError> {
    let mut exchange = fetcher.look(&due.article.url, &trust::of_look(due), now).await?;
    if may_go_on(&exchange) {
        let begun = Instant::now();
        match tokio::time::timeout(LONGEST, follow(fetcher, &mut exchange, now)).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::warn!(%error, url = due.article.url, "an article's pages could not be read"),
            Err(_) => tracing::debug!(url = due.article.url, "an article's further pages take too long"),
        }
        let more = u32::try_from(begun.elapsed().as_millis()).unwrap_or(u32::MAX);
        exchange.duration_ms = exchange.duration_ms.saturating_add(more);
    }
    Ok(exchange)
}

/// Asks for the pages that follow, one after the other, until there is none or a limit is reached.
async fn follow(fetcher: &Fetcher, exchange: &mut Exchange, now: Timestamp) -> Result<(), JoinError> {
    let first = exchange.last.clone();
    let mut pages = spawn_blocking(move || Pages::of(&page_of(&first), &Memory::none())).await?;
    for _ in 1..MOST_PAGES {
        let Some(next) = pages.next().filter(|_| exchange.body_bytes() < MOST_BYTES) else { return Ok(()) };
        let further = match fetcher.look(next, &Validators::default(), now).await {
            Ok(further) => further,
            Err(error) => {
                tracing::debug!(%error, "a further page of an article could not be had");
                return Ok(());
            }
        };
        let answer = further.last.clone();
        exchange.more.extend(further.hops);
        exchange.more.push(further.last);
        let (all, is_one) = spawn_blocking(move || {
            let is_one = answer.status == 200 && pages.add(&page_of(&answer));
            (pages, is_one)
        })
        .await?;
        if !is_one {
            return Ok(());
        }
        pages = all;
    }
    Ok(())
}

/// Whether the first page may link to a next one: told from its bytes, so that most pages are read once.
pub(crate) fn may_go_on(exchange: &Exchange) -> bool {
    exchange.last.status == 200 && extract::may_go_on(&page_of(&exchange.last))
}

/// Reads the pages of an exchange as one, with what is known of their outlet; and what they teach of it.
pub(crate) fn read(exchange: &Exchange, memory: &Memory) -> (Reading, Lesson) {
    let mut pages = Pages::of(&page_of(&exchange.last), memory);
    for answer in exchange.more.iter().filter(|answer| !matches!(answer.status, 301 | 302 | 303 | 307 | 308)) {
        if answer.status != 200 || !pages.add(&page_of(answer)) {
            break;
        }
    }
    let lesson = pages.lesson().clone();
    (pages.reading(), lesson)
}

fn page_of(answer: &Answer) -> Page<'_> {
    Page { body: &answer.body, content_type: answer.header("content-type"), url: &answer.url }
}
