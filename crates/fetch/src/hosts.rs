//! Manners towards a host: one request at a time, a pace between them, pauses that it asked for.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::sync::OwnedMutexGuard;
use tokio::time::{Instant, sleep_until};

use crate::FetchError;
use crate::permission::Notice;

/// From this many hosts on, those that nothing is remembered of are let go.
const SWEEP_FROM: usize = 4096;
/// How long a host whose HTTP/2 broke is asked with HTTP/1.1.
const HTTP1_FOR: SignedDuration = SignedDuration::from_hours(24);

/// What is remembered of every host lately asked.
#[derive(Debug)]
pub(crate) struct Hosts {
    pace: Duration,
    known: Mutex<Known>,
}

#[derive(Debug)]
struct Known {
    hosts: HashMap<String, Arc<HostState>>,
    sweep_at: usize,
}

/// What is remembered of one host, all its ports and schemes together.
#[derive(Debug)]
pub(crate) struct HostState {
    name: String,
    /// When the last request ended.
    turn: Arc<tokio::sync::Mutex<Option<Instant>>>,
    /// Time to leave between requests.
    gap: Mutex<Duration>,
    held_until: Mutex<Option<Timestamp>>,
    /// Until when it is asked with HTTP/1.1, because its HTTP/2 broke.
    http1_until: Mutex<Option<Timestamp>>,
    /// What its robots.txt said, by origin. Held while it is fetched, so that it is fetched once.
    pub notices: tokio::sync::Mutex<HashMap<String, Notice>>,
}

/// The right to send one request to a host. Dropping it starts the pace towards the next.
#[derive(Debug)]
pub(crate) struct Turn {
    last_end: OwnedMutexGuard<Option<Instant>>,
    /// How long it had to be waited for; zero for hosts without a pace.
    pub waited: Duration,
}

impl Hosts {
    pub fn new(pace: Duration) -> Self {
        Self { pace, known: Mutex::new(Known { hosts: HashMap::new(), sweep_at: SWEEP_FROM }) }
    }

    /// The state of a host, new if it was not known.
    pub fn find_or_add(&self, name: &str, now: Timestamp) -> Arc<HostState> {
        let mut known = lock(&self.known);
        if let Some(host) = known.hosts.get(name) {
            return Arc::clone(host);
        }
        if known.hosts.len() >= known.sweep_at {
            known.hosts.retain(|_, host| Arc::strong_count(host) > 1 || host.is_remembered(now));
            known.sweep_at = SWEEP_FROM.max(known.hosts.len() * 2);
        }
        let host = Arc::new(HostState {
            name: name.to_owned(),
            turn: Arc::default(),
            gap: Mutex::new(self.pace),
            held_until: Mutex::new(None),
            http1_until: Mutex::new(None),
            notices: tokio::sync::Mutex::default(),
        });
        known.hosts.insert(name.to_owned(), Arc::clone(&host));
        host
    }

    /// Sets the gap of a host: its `Crawl-delay`, but at least the pace.
    pub fn slow_down(&self, host: &HostState, crawl_delay: Duration) {
        *lock(&host.gap) = self.pace.max(crawl_delay);
    }
}

impl HostState {
    /// Waits until a request may be sent to the host.
    ///
    /// # Errors
    /// `Held` if the host asked for a pause that is not over at `now`, before or after the wait.
    pub async fn turn(&self, now: Timestamp) -> Result<Turn, FetchError> {
        self.check_hold(now)?;
        let asked = Instant::now();
        let last_end = Arc::clone(&self.turn).lock_owned().await;
        let gap = *lock(&self.gap);
        if let Some(next) = last_end.and_then(|end| end.checked_add(gap)) {
            sleep_until(next).await;
        }
        self.check_hold(now)?;
        let waited = if gap.is_zero() { Duration::ZERO } else { asked.elapsed() };
        Ok(Turn { last_end, waited })
    }

    /// Notes that the host asked for a pause.
    pub fn hold(&self, until: Timestamp) {
        let mut held = lock(&self.held_until);
        *held = Some(held.map_or(until, |earlier| earlier.max(until)));
    }

    /// Notes that the host's HTTP/2 broke: it is asked with HTTP/1.1 for a day.
    pub fn forget_http2(&self, now: Timestamp) {
        *lock(&self.http1_until) = now.checked_add(HTTP1_FOR).ok();
    }

    /// Whether HTTP/2 may be offered to the host.
    pub fn may_http2(&self, now: Timestamp) -> bool {
        lock(&self.http1_until).is_none_or(|until| until <= now)
    }

    fn check_hold(&self, now: Timestamp) -> Result<(), FetchError> {
        match *lock(&self.held_until) {
            Some(until) if until > now => {
                let pause = Duration::try_from(until.duration_since(now)).unwrap_or_default();
                Err(FetchError::Held { host: self.name.clone(), until, pause })
            }
            _ => Ok(()),
        }
    }

    /// Whether forgetting the host would cost a request or break a promise.
    fn is_remembered(&self, now: Timestamp) -> bool {
        let gap = *lock(&self.gap);
        let waits = self.turn.try_lock().map_or(true, |end| end.is_some_and(|end| end.elapsed() < gap));
        let knows = self.notices.try_lock().map_or(true, |notices| notices.values().any(|n| n.is_fresh(now)));
        waits || knows || self.check_hold(now).is_err() || !self.may_http2(now)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *self.last_end = Some(Instant::now());
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner) // single values: whole after any panic
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_hosts_that_nothing_is_remembered_of_are_let_go() {
        let now = Timestamp::UNIX_EPOCH;
        let hosts = Hosts::new(Duration::from_secs(3600));
        hosts.find_or_add("held.example", now).hold(now + SignedDuration::from_hours(1));
        hosts.find_or_add("http1.example", now).forget_http2(now);
        drop(hosts.find_or_add("paced.example", now).turn(now).await.expect("no pause was asked for"));
        let in_use = hosts.find_or_add("used.example", now);
        for n in 0..SWEEP_FROM {
            hosts.find_or_add(&format!("{n}.example"), now);
        }
        let known: Vec<String> = lock(&hosts.known).hosts.keys().cloned().collect();
        for name in ["held.example", "http1.example", "paced.example", "used.example"] {
            assert!(known.iter().any(|known| known == name), "{name}");
        }
        assert!(known.len() < 10, "{}", known.len());
        drop(in_use);
    }
}
