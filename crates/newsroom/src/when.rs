//! Times of a script: since the day's start, or absolute.

use std::fmt;

use jiff::{SignedDuration, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A time of the day: `HH:MM` or `HH:MM:SS` after its start, or an RFC 3339 time with its offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub enum When {
    /// Seconds after the day's start.
    AfterStart(u32),
    /// This very time.
    At(Timestamp),
}

impl When {
    /// The instant, on a day that starts at `start`.
    pub fn on(self, start: Timestamp) -> Timestamp {
        match self {
            Self::AfterStart(seconds) => {
                start.saturating_add(SignedDuration::from_secs(seconds.into())).unwrap_or(start)
            }
            Self::At(instant) => instant,
        }
    }
}

impl TryFrom<String> for When {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        let numbers: Option<Vec<u32>> = text.split(':').map(two_digits).collect();
        let clock = match numbers.as_deref() {
            Some([hours, minutes]) => Some((*hours, *minutes, 0)),
            Some([hours, minutes, seconds]) => Some((*hours, *minutes, *seconds)),
            _ => None,
        };
        match clock {
            Some((hours, minutes, seconds)) if minutes < 60 && seconds < 60 => {
                Ok(Self::AfterStart(hours * 3600 + minutes * 60 + seconds))
            }
            _ => text.parse().map(Self::At).map_err(|_| {
                format!("`{text}` is not a time; write \"HH:MM\", \"HH:MM:SS\" (after the day's start) or RFC 3339")
            }),
        }
    }
}

fn two_digits(text: &str) -> Option<u32> {
    (text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

impl From<When> for String {
    fn from(when: When) -> Self {
        when.to_string()
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(instant) => instant.fmt(f),
            Self::AfterStart(s) if s % 60 == 0 => write!(f, "{:02}:{:02}", s / 3600, s / 60 % 60),
            Self::AfterStart(s) => write!(f, "{:02}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_in_three_forms() {
        let start: Timestamp = "2026-03-02T04:00:00Z".parse().unwrap();
        let cases = [
            ("03:10", "2026-03-02T07:10:00Z"),
            ("03:10:05", "2026-03-02T07:10:05Z"),
            ("25:00", "2026-03-03T05:00:00Z"),
            ("2026-03-01T12:00:00+02:00", "2026-03-01T10:00:00Z"),
        ];
        for (text, want) in cases {
            let when = When::try_from(text.to_owned()).unwrap();
            assert_eq!(when.on(start).to_string(), want, "{text}");
        }
        for text in ["", "3:10", "03:60", "03:1x", "03", "12:00:00:00", "noon"] {
            assert!(When::try_from(text.to_owned()).is_err(), "{text}");
        }
    }
}
