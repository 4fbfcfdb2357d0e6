//! Script time: stepped by hand, or running at a multiple of real time.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use jiff::{SignedDuration, Timestamp};

/// The time that a newsroom lives in.
///
/// Stepped, it never moves by itself. With a speed it runs from the moment it was made, or last
/// set, that many times as fast as real time.
#[derive(Debug)]
pub struct Clock {
    speed: Option<f64>,
    set: Mutex<(Timestamp, Instant)>,
}

impl Clock {
    /// A clock that stands at `now` until it is set.
    pub fn stepped(now: Timestamp) -> Self {
        Self { speed: None, set: Mutex::new((now, Instant::now())) }
    }

    /// A clock that runs from `now`, `speed` script seconds in a real one.
    pub fn running(now: Timestamp, speed: f64) -> Self {
        Self { speed: Some(speed), set: Mutex::new((now, Instant::now())) }
    }

    /// Script seconds in a real one; `None`: stepped.
    pub fn speed(&self) -> Option<f64> {
        self.speed
    }

    /// The script's time.
    pub fn now(&self) -> Timestamp {
        let (base, since) = *self.lock();
        let ran = self.speed.map_or(0.0, |speed| since.elapsed().as_secs_f64() * speed);
        // Whole milliseconds, as looks are recorded. f64 holds them exactly for 285,000 years.
        let ran = SignedDuration::from_millis((ran * 1000.0) as i64);
        base.saturating_add(ran).unwrap_or(base)
    }

    /// Sets the time; a running clock runs on from there.
    pub fn set(&self, now: Timestamp) {
        *self.lock() = (now, Instant::now());
    }

    fn lock(&self) -> MutexGuard<'_, (Timestamp, Instant)> {
        // A pair of plain values is whole whatever panicked while it was held.
        self.set.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
