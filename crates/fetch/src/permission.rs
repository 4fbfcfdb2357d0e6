//! Whether a host's robots.txt lets us ask for an address (RFC 9309 §2.3 and §2.4).

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use news::{Answer, Failure, Validators};
use url::{Position, Url};

use crate::error::Phase;
use crate::fetcher::Fetcher;
use crate::robots::{Robots, RobotsRules};
use crate::{AGENT, FetchError};

/// How long a robots.txt is taken as read (RFC 9309 §2.4: not longer than 24 hours).
const KEPT_FOR: SignedDuration = SignedDuration::from_hours(24);
/// How long nothing is asked of a host whose robots.txt fails, unless an earlier one is known.
const TRY_AGAIN_AFTER: SignedDuration = SignedDuration::from_mins(10);

/// What is known of one origin's robots.txt.
#[derive(Debug)]
pub(crate) struct Notice {
    /// The rules last read; they stay in force while the file is out of reach.
    rules: Option<RobotsRules>,
    /// Why it could not be read the last time.
    outage: Option<(Failure, String)>,
    fresh_until: Timestamp,
}

impl Notice {
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        now < self.fresh_until
    }
}

impl Fetcher {
    /// Checks that `url` may be asked for, reading its host's robots.txt if that is a day old.
    ///
    /// # Errors
    /// `Disallowed`; `RobotsUnreachable` (status of 500 and above, 429, or a broken answer, and no earlier
    /// file is known); `Held`; or why the host cannot be reached at all.
    pub(crate) async fn permit(&self, url: &Url, now: Timestamp) -> Result<(), FetchError> {
        let name = url.host_str().unwrap_or_default();
        let host = self.hosts().find_or_add(name, now);
        let origin = url[..Position::BeforePath].to_owned();
        let mut notices = host.notices.lock().await;
        let known = notices.get(&origin);
        if !known.is_some_and(|notice| notice.is_fresh(now)) {
            let earlier = known.and_then(|notice| notice.rules.clone());
            notices.insert(origin.clone(), self.read_notice(url, earlier, now).await?);
        }
        let notice = &notices[&origin];
        let delay = notice.rules.as_ref().and_then(RobotsRules::crawl_delay_s).unwrap_or_default();
        let delay = Duration::try_from_secs_f64(delay).unwrap_or_default();
        self.hosts().slow_down(&host, delay.min(self.config().limits.crawl_delay));
        judge(notice, url, now)
    }

    async fn read_notice(&self, url: &Url, earlier: Option<RobotsRules>, now: Timestamp) -> Result<Notice, FetchError> {
        let rules = match self.fetch_robots(url, now).await {
            Ok(answer) => rules_of(&answer),
            // nothing was asked, or nothing would come of asking for the page: no word about robots.txt needed
            Err(e) if is_about_the_host(&e, url) => return Err(e),
            Err(e) => Err((e.failure(), e.to_string())),
        };
        let (rules, outage, kept_for) = match rules {
            Ok(rules) => (Some(rules), None, KEPT_FOR),
            Err(outage) => (earlier, Some(outage), TRY_AGAIN_AFTER),
        };
        Ok(Notice { rules, outage, fresh_until: now.saturating_add(kept_for).unwrap_or(Timestamp::MAX) })
    }

    /// Asks for robots.txt, following redirects to wherever; a sixth redirect is the last answer.
    async fn fetch_robots(&self, url: &Url, now: Timestamp) -> Result<Answer, FetchError> {
        let mut at = url
            .join("/robots.txt")
            .map_err(|e| FetchError::BadAddress { url: url.to_string(), reason: e.to_string() })?;
        let mut hops = 0;
        loop {
            let (answer, _) = self.ask_in_turn(&at, &Validators::default(), now).await?;
            match Self::redirect_of(&at, &answer)? {
                Some(target) if hops < self.config().limits.hops => at = target,
                _ => return Ok(answer),
            }
            hops += 1;
        }
    }
}

/// The rules in an answer, or why there are none to go by.
fn rules_of(answer: &Answer) -> Result<RobotsRules, (Failure, String)> {
    match answer.status {
        200..=299 => Ok(Robots::parse(&answer.body).rules_for(AGENT)),
        429 => Err((Failure::Throttled, "status 429".to_owned())), // "too many requests" is no leave to send more
        300..=499 => Ok(RobotsRules::allow_all()),
        status => Err((Failure::ServerError, format!("status {status}"))),
    }
}

fn judge(notice: &Notice, url: &Url, now: Timestamp) -> Result<(), FetchError> {
    let host = url.host_str().unwrap_or_default().to_owned();
    if let Some(rules) = &notice.rules {
        let verdict = rules.check(url.as_str());
        if verdict.allowed {
            return Ok(());
        }
        let path = url[Position::BeforePath..Position::AfterQuery].to_owned();
        return Err(FetchError::Disallowed { host, path, rule: verdict.rule.unwrap_or_default() });
    }
    let (failure, reason) = notice.outage.clone().unwrap_or((Failure::Unreachable, "not read yet".to_owned()));
    let pause = Duration::try_from(notice.fresh_until.duration_since(now)).unwrap_or_default();
    Err(FetchError::RobotsUnreachable { host, failure, reason, pause })
}

/// Whether an error says that the host of `url` itself is out of reach or out of bounds.
fn is_about_the_host(error: &FetchError, url: &Url) -> bool {
    let host = match error {
        FetchError::NotPublic { host, .. }
        | FetchError::RefusedPort { host, .. }
        | FetchError::NoSuchHost { host, .. }
        | FetchError::Unreachable { host, .. }
        | FetchError::Tls { host, .. }
        | FetchError::Timeout { host, phase: Phase::Name | Phase::Connect, .. }
        | FetchError::Held { host, .. } => host,
        _ => return false,
    };
    url.host_str() == Some(host)
}
