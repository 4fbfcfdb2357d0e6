//! The keep rule: which bodies stay, and for how long.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;

/// Which bodies the archive keeps. Heads, digests and captures that founded a version stay always.
///
/// Written `versions`, `days:30` or `all`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Only bodies of captures that founded a version.
    Versions,
    /// The others too, for at least so many days.
    Days(u32),
    /// Every body.
    All,
}

impl Keep {
    /// Bodies of captures taken at this time or later stay; `None`: all stay.
    pub(crate) fn limit(self, now: Timestamp) -> Option<Timestamp> {
        match self {
            Self::All => None,
            Self::Versions => Some(Timestamp::MAX),
            Self::Days(days) => {
                let span = jiff::SignedDuration::from_hours(i64::from(days) * 24);
                Some(now.checked_sub(span).unwrap_or(Timestamp::MIN))
            }
        }
    }
}

impl Default for Keep {
    /// A month: long enough to read a capture again after a mistake of the reader's was found.
    fn default() -> Self {
        Self::Days(30)
    }
}

impl fmt::Display for Keep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Versions => f.write_str("versions"),
            Self::Days(days) => write!(f, "days:{days}"),
            Self::All => f.write_str("all"),
        }
    }
}

impl FromStr for Keep {
    type Err = NotAKeepRule;

    fn from_str(s: &str) -> Result<Self, NotAKeepRule> {
        match s {
            "versions" => Ok(Self::Versions),
            "all" => Ok(Self::All),
            _ => {
                let days = s.strip_prefix("days:").ok_or(NotAKeepRule)?;
                let plain = days.bytes().all(|b| b.is_ascii_digit());
                days.parse().ok().filter(|d| plain && *d > 0).map(Self::Days).ok_or(NotAKeepRule)
            }
        }
    }
}

/// The text is not a keep rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a keep rule (one of \"versions\", \"days:30\", \"all\")")]
pub struct NotAKeepRule;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_keep_rule_survives_its_text() {
        for keep in [Keep::Versions, Keep::Days(1), Keep::Days(30), Keep::Days(u32::MAX), Keep::All] {
            assert_eq!(keep.to_string().parse(), Ok(keep));
            assert!(keep.limit(Timestamp::UNIX_EPOCH).is_none_or(|l| l >= Timestamp::MIN));
        }
        for bad in ["", "days", "days:", "days:0", "days:-1", "days:+1", "days: 3", "All", "days:99999999999"] {
            assert_eq!(bad.parse::<Keep>(), Err(NotAKeepRule), "{bad}");
        }
        assert_eq!(Keep::default().to_string(), "days:30");
    }
}
