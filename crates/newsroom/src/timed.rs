//! What every event has: a name, a reason, and its times on a certain day.

use jiff::Timestamp;

use crate::event::Event;
use crate::when::When;

impl Event {
    /// The name that the script writes in `do`.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Edit { .. } => "edit",
            Self::Revert { .. } => "revert",
            Self::Move { .. } => "move",
            Self::Template { .. } => "template",
            Self::AbHeadline { .. } => "ab_headline",
            Self::StaleCopy { .. } => "stale_copy",
            Self::Paywall { .. } => "paywall",
            Self::Gone { .. } => "gone",
            Self::Soft404 { .. } => "soft_404",
            Self::BotWall { .. } => "bot_wall",
            Self::ConsentWall { .. } => "consent_wall",
            Self::Throttle { .. } => "throttle",
            Self::ServerError { .. } => "server_error",
            Self::Stall { .. } => "stall",
            Self::CutShort { .. } => "cut_short",
            Self::HangUp { .. } => "hang_up",
        }
    }

    /// What the script says about it, for people; may be empty.
    pub fn why(&self) -> &str {
        match self {
            Self::Edit { why, .. }
            | Self::Revert { why, .. }
            | Self::Move { why, .. }
            | Self::Template { why, .. }
            | Self::AbHeadline { why, .. }
            | Self::StaleCopy { why, .. }
            | Self::Paywall { why, .. }
            | Self::Gone { why, .. }
            | Self::Soft404 { why, .. }
            | Self::BotWall { why, .. }
            | Self::ConsentWall { why, .. }
            | Self::Throttle { why, .. }
            | Self::ServerError { why, .. }
            | Self::Stall { why, .. }
            | Self::CutShort { why, .. }
            | Self::HangUp { why, .. } => why,
        }
    }

    /// When it happens or begins, and when it ends if the script says so.
    const fn times(&self) -> (When, Option<When>) {
        match self {
            Self::Edit { at, .. } | Self::Revert { at, .. } | Self::Move { at, .. } | Self::Template { at, .. } => {
                (*at, None)
            }
            Self::AbHeadline { from, to, .. }
            | Self::StaleCopy { from, to, .. }
            | Self::Paywall { from, to, .. }
            | Self::Gone { from, to, .. }
            | Self::Soft404 { from, to, .. }
            | Self::BotWall { from, to, .. }
            | Self::ConsentWall { from, to, .. }
            | Self::Throttle { from, to, .. }
            | Self::ServerError { from, to, .. }
            | Self::Stall { from, to, .. }
            | Self::CutShort { from, to, .. }
            | Self::HangUp { from, to, .. } => (*from, *to),
        }
    }

    /// Whether it lasts from one time to another.
    pub const fn is_window(&self) -> bool {
        !matches!(self, Self::Edit { .. } | Self::Revert { .. } | Self::Move { .. } | Self::Template { .. })
    }

    /// Whether nothing of the article shows while it lasts.
    pub const fn hides(&self) -> bool {
        self.is_window() && !matches!(self, Self::AbHeadline { .. } | Self::StaleCopy { .. } | Self::Paywall { .. })
    }
}

/// An event with its times on a certain day. `to` is exclusive; equal to `from` where nothing lasts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timed {
    /// When it happens or begins.
    pub from: Timestamp,
    /// When it ends.
    pub to: Timestamp,
    /// What happens.
    pub event: Event,
}

impl Timed {
    /// The event on the day from `start` to `end`.
    pub(crate) fn on(event: &Event, start: Timestamp, end: Timestamp) -> Self {
        let (from, to) = event.times();
        let from = from.on(start);
        let to = match to {
            Some(to) => to.on(start),
            None if event.is_window() => end,
            None => from,
        };
        Self { from, to, event: event.clone() }
    }

    /// Whether the window is open at `at`.
    pub(crate) fn covers(&self, at: Timestamp) -> bool {
        self.from <= at && at < self.to
    }
}
