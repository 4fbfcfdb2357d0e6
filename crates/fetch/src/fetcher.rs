//! The visit of an address: leave asked, redirects followed, everything kept.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use news::{Answer, Exchange, Validators};
use tokio::time::Instant;
use url::Url;

use crate::dial::{self, Dialer};
use crate::hosts::Hosts;
use crate::request::{self, Remedy};
use crate::{Config, FetchError, retry_after};

/// Asks outlets for addresses. Clones share what is known of hosts, so one per process is enough.
#[derive(Clone)]
pub struct Fetcher {
    inner: Arc<Inner>,
}

struct Inner {
    config: Config,
    dialer: Dialer,
    hosts: Hosts,
}

impl Fetcher {
    /// A fetcher that knows no host yet.
    pub fn new(config: Config) -> Self {
        let (dialer, hosts) = (dial::dialer(&config), Hosts::new(config.pace));
        Self { inner: Arc::new(Inner { config, dialer, hosts }) }
    }

    /// Asks for `url` and follows its redirects, each with leave of robots.txt and in its host's turn.
    ///
    /// `now` stamps the exchange, decides whether a robots.txt is still fresh and whether a pause is over;
    /// waiting for the pace of a host is added to the stamp. `validators` are sent to `url` itself, never to
    /// where it redirects: they belong to one address. Keep them for the address that sent them.
    ///
    /// A 429 or 503 with `Retry-After` is an answer, and holds its host: looks until then are `Held`
    /// without a request.
    ///
    /// # Errors
    /// See [`FetchError`]. No status is an error, except a 304 that was not asked for.
    ///
    /// # Cost
    /// One request, one more for each redirect, and one per host and day for robots.txt.
    pub async fn look(&self, url: &str, validators: &Validators, now: Timestamp) -> Result<Exchange, FetchError> {
        let mut at = parse(url)?;
        let mut hops: Vec<Answer> = Vec::new();
        let mut started: Option<(Timestamp, Instant)> = None;
        loop {
            let asked = Instant::now();
            self.permit(&at, now).await?;
            let unconditional = Validators::default();
            let validators = if hops.is_empty() { validators } else { &unconditional };
            let (answer, turn) = self.ask_in_turn(&at, validators, now).await?;
            let (stamp, clock) = *started.get_or_insert_with(|| (turn.stamp(now, asked), turn.started));
            if answer.status == 304 && validators == &unconditional {
                let reason = "it says that nothing changed (304), but was not asked whether".to_owned();
                return Err(FetchError::Protocol { url: answer.url, reason });
            }
            let Some(target) = Self::redirect_of(&at, &answer)? else {
                return Ok(Exchange {
                    at: stamp,
                    duration_ms: u32::try_from(clock.elapsed().as_millis()).unwrap_or(u32::MAX),
                    hops,
                    last: answer,
                    more: Vec::new(),
                    vantage: self.config().vantage.clone(),
                });
            };
            hops.push(answer);
            if hops.iter().any(|hop| hop.url == target.as_str()) {
                return Err(FetchError::Circle { url: url.to_owned(), at: target.into() });
            }
            if hops.len() > self.config().limits.hops {
                return Err(FetchError::TooManyHops { url: url.to_owned(), limit: self.config().limits.hops });
            }
            at = target;
        }
    }

    /// Sends one request when it is our turn at the host; one more in the next turn if the host's HTTP/2 broke
    /// before anything of an answer came.
    pub(crate) async fn ask_in_turn(
        &self,
        url: &Url,
        validators: &Validators,
        now: Timestamp,
    ) -> Result<(Answer, Started), FetchError> {
        let host = self.hosts().find_or_add(url.host_str().unwrap_or_default(), now);
        let turn = host.turn(now).await?;
        let started = Started { started: Instant::now(), paced: !turn.waited.is_zero() };
        let ask = |may_http2| request::ask(url, validators, self.config(), &self.inner.dialer, may_http2);
        let mut heard = ask(host.may_http2(now)).await;
        let remedy = heard.as_ref().err().map_or(Remedy::None, |unheard| unheard.remedy);
        if remedy != Remedy::None {
            host.forget_http2(now);
        }
        let turn = if remedy == Remedy::Http1Now {
            drop(turn);
            let next = host.turn(now).await?;
            heard = ask(false).await;
            next
        } else {
            turn
        };
        let answer = heard.map_err(|unheard| unheard.error)?;
        if let Some(pause) = retry_after(&answer, now) {
            let pause = pause.min(self.config().limits.hold);
            let pause = SignedDuration::try_from(pause).unwrap_or(SignedDuration::MAX);
            host.hold(now.saturating_add(pause).unwrap_or(Timestamp::MAX));
        }
        drop(turn); // only now: whoever comes next must know of the pause
        Ok((answer, started))
    }

    /// Where an answer redirects to, if it does.
    ///
    /// # Errors
    /// `BadRedirect` if that is no http or https address.
    pub(crate) fn redirect_of(at: &Url, answer: &Answer) -> Result<Option<Url>, FetchError> {
        let location = match answer.status {
            301 | 302 | 303 | 307 | 308 => answer.header("location"),
            _ => None,
        };
        let Some(location) = location else { return Ok(None) };
        let target = at.join(location).ok().and_then(askable);
        let refused = || FetchError::BadRedirect { url: at.to_string(), target: location.to_owned() };
        target.ok_or_else(refused).map(Some)
    }

    pub(crate) fn config(&self) -> &Config {
        &self.inner.config
    }

    pub(crate) fn hosts(&self) -> &Hosts {
        &self.inner.hosts
    }
}

/// When a request started, and whether a pace is kept at its host.
pub(crate) struct Started {
    started: Instant,
    paced: bool,
}

impl Started {
    /// `now`, and the time spent waiting since `asked` where waiting was a matter of pace.
    fn stamp(&self, now: Timestamp, asked: Instant) -> Timestamp {
        let waited = if self.paced { self.started.duration_since(asked) } else { std::time::Duration::ZERO };
        let waited = SignedDuration::try_from(waited).unwrap_or(SignedDuration::ZERO);
        now.saturating_add(waited).unwrap_or(Timestamp::MAX)
    }
}

fn parse(text: &str) -> Result<Url, FetchError> {
    let bad = |reason: String| FetchError::BadAddress { url: text.to_owned(), reason };
    let url = Url::parse(text.trim()).map_err(|e| bad(e.to_string()))?;
    askable(url).ok_or_else(|| bad("it is neither http nor https".to_owned()))
}

/// The address as it is asked for: without fragment, user name and password; `None` if it is not on the web.
fn askable(mut url: Url) -> Option<Url> {
    if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
        return None;
    }
    url.set_fragment(None);
    url.set_username("").ok()?;
    url.set_password(None).ok()?;
    Some(url)
}
