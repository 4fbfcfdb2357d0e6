//! How often a feed says that it changes.

use std::time::Duration;

use jiff::civil::Weekday;

/// What a feed says about how often it changes. Outlets seldom keep it right: a hint, no promise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pace {
    /// How long a copy of the feed is good for (`ttl` of RSS).
    pub good_for: Option<Duration>,
    /// The time between two changes (`sy:updatePeriod` divided by `sy:updateFrequency`).
    pub every: Option<Duration>,
    /// Hours of the day, 0 to 23 in UTC and sorted, in which nobody need ask (`skipHours`).
    pub skip_hours: Vec<u8>,
    /// Days of the week in UTC, from Monday on, on which nobody need ask (`skipDays`).
    pub skip_days: Vec<Weekday>,
}

/// Shorter intervals are taken for mistakes, such as seconds where minutes are meant.
const SHORTEST: Duration = Duration::from_secs(60);

/// Longer intervals are as good as none: nobody would notice that such a feed is alive.
const LONGEST: Duration = Duration::from_secs(366 * 86_400);

impl Pace {
    /// The interval that the feed asks for: the longer one, if it names two; `None`, if it names none.
    pub fn interval(&self) -> Option<Duration> {
        self.good_for.max(self.every)
    }

    /// Itself, if it says anything.
    pub(crate) fn if_any(self) -> Option<Self> {
        (self != Self::default()).then_some(self)
    }

    /// Reads the words of the elements that speak of it.
    pub(crate) fn from_words<'a>(
        ttl: Option<&str>,
        period: Option<&str>,
        frequency: Option<&str>,
        hours: impl Iterator<Item = &'a str>,
        days: impl Iterator<Item = &'a str>,
    ) -> Self {
        let within = |duration: &Duration| (SHORTEST..=LONGEST).contains(duration);
        let number = |word: &str| word.trim().parse::<u64>().ok();
        let minutes = ttl.and_then(number).filter(|minutes| *minutes < 1_000_000);
        let times = frequency.and_then(number).filter(|times| (1..=100_000).contains(times)).unwrap_or(1);
        let every = period.and_then(self::period).map(|period| Duration::from_secs(period / times));
        let mut skip_hours: Vec<u8> = hours.filter_map(|word| word.trim().parse().ok()).filter(|h| *h <= 24).collect();
        // Some count from 1 to 24: the 24th hour begins the day.
        skip_hours.iter_mut().for_each(|hour| *hour %= 24);
        skip_hours.sort_unstable();
        skip_hours.dedup();
        let mut skip_days: Vec<Weekday> = days.filter_map(weekday).collect();
        skip_days.sort_unstable_by_key(|day| day.to_monday_zero_offset());
        skip_days.dedup();
        Self {
            good_for: minutes.map(|minutes| Duration::from_secs(minutes * 60)).filter(within),
            every: every.filter(within),
            skip_hours,
            skip_days,
        }
    }
}

/// Seconds of a period.
fn period(word: &str) -> Option<u64> {
    let seconds = match word.trim().to_ascii_lowercase().as_str() {
        "hourly" => 3_600,
        "daily" => 86_400,
        "weekly" => 7 * 86_400,
        "monthly" => 30 * 86_400,
        "yearly" => 365 * 86_400,
        _ => return None,
    };
    Some(seconds)
}

fn weekday(word: &str) -> Option<Weekday> {
    let day = match word.trim().to_ascii_lowercase().get(..3)? {
        "mon" => Weekday::Monday,
        "tue" => Weekday::Tuesday,
        "wed" => Weekday::Wednesday,
        "thu" => Weekday::Thursday,
        "fri" => Weekday::Friday,
        "sat" => Weekday::Saturday,
        "sun" => Weekday::Sunday,
        _ => return None,
    };
    Some(day)
}
