//! Names of things. An id says what it identifies; mixing two does not compile.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An outlet: one newsroom's site. Given once, never reused; 1 to 2^31-1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct OutletId(pub u32);

impl fmt::Display for OutletId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for OutletId {
    type Err = NotAnId;
    fn from_str(s: &str) -> Result<Self, NotAnId> {
        parse_positive(s).map(Self)
    }
}

/// The text that was given is not an id of the wanted kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAnId;

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an id (ids look like 3-17)")
    }
}

impl std::error::Error for NotAnId {}

fn parse_positive(s: &str) -> Result<u32, NotAnId> {
    let ok = !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit()) && !s.starts_with('0');
    s.parse::<u32>().ok().filter(|n| ok && *n <= i32::MAX as u32).ok_or(NotAnId)
}

/// Ids of things that belong to an outlet: 64 bits, the outlet in the high half, so that a
/// database can distribute its tables by outlet. Written `outlet-number`, as in `3-17`.
macro_rules! outlet_scoped_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name {
            /// The outlet it belongs to.
            pub outlet: OutletId,
            /// Counts from 1 inside the outlet.
            pub number: u32,
        }

        impl $name {
            /// The id of the `number`-th of `outlet`.
            pub const fn new(outlet: OutletId, number: u32) -> Self {
                Self { outlet, number }
            }

            /// The 64 bits that databases keep; never negative.
            pub const fn to_bits(self) -> i64 {
                ((self.outlet.0 as i64) << 32) | self.number as i64
            }

            /// The inverse of [`Self::to_bits`].
            pub const fn from_bits(bits: i64) -> Self {
                Self { outlet: OutletId((bits >> 32) as u32), number: bits as u32 }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}-{}", self.outlet.0, self.number)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(s: &str) -> Result<Self, NotAnId> {
                let (outlet, number) = s.split_once('-').ok_or(NotAnId)?;
                Ok(Self { outlet: outlet.parse()?, number: parse_positive(number)? })
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

outlet_scoped_id! {
    /// An article: one standing piece at one outlet. Stays the same when its address changes.
    ArticleId
}
outlet_scoped_id! {
    /// A feed that an outlet publishes.
    FeedId
}

/// A capture: what the `look`-th look at an article brought back. Looks count from 1.
///
/// The number is known before the request is sent, so the archive record carries it, and a
/// capture that is read back from the archive after a crash gets the same name again.
/// Written `3-17.5`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaptureId {
    /// The article that was looked at.
    pub article: ArticleId,
    /// Which look at that article, from 1.
    pub look: u32,
}

/// A poll of a feed that was answered. Polls count from 1; one whose number was not recorded gives it to the next.
/// Written `3-2.17`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PollId {
    /// The feed that was polled.
    pub feed: FeedId,
    /// Which poll of that feed, from 1.
    pub poll: u32,
}

impl fmt::Display for PollId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.feed, self.poll)
    }
}

impl fmt::Display for CaptureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.article, self.look)
    }
}

impl FromStr for CaptureId {
    type Err = NotAnId;
    fn from_str(s: &str) -> Result<Self, NotAnId> {
        let (article, look) = s.split_once('.').ok_or(NotAnId)?;
        Ok(Self { article: article.parse()?, look: parse_positive(look)? })
    }
}

impl Serialize for CaptureId {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for CaptureId {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_survive_text_and_bits() {
        for (outlet, number) in [(1, 1), (3, 17), (i32::MAX as u32, u32::MAX)] {
            let id = ArticleId::new(OutletId(outlet), number);
            assert_eq!(ArticleId::from_bits(id.to_bits()), id);
            assert!(id.to_bits() > 0);
        }
        assert_eq!("3-17".parse(), Ok(ArticleId::new(OutletId(3), 17)));
        assert_eq!("3-17.5".parse::<CaptureId>().map(|c| c.to_string()), Ok("3-17.5".into()));
        for bad in ["", "3", "3-", "-3", "03-1", "3-0", "3-+1", "3-17.", "99999999999-1", "3-1 "] {
            assert_eq!(bad.parse::<ArticleId>(), Err(NotAnId), "{bad}");
        }
    }
}
