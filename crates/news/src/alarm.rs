//! Alarms: an outlet's pages are not what they were, and it may be our reader that no longer
//! understands them. An alarm says what was seen, with figures; what it means is for people to say.
//!
//! Every rule compares an outlet with itself. None rings for an outlet of which little is known.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use crate::yields::{Field, Window, Yield, Yields};
use crate::{Failure, Sighting};

/// Below so many readings lately, or before, nothing is said.
const LEAST_RECENT: usize = 20;
/// See [`LEAST_RECENT`].
const LEAST_BEFORE: usize = 30;
/// Bylines and standfirsts are told of texts this long: flashes have none.
const LONG_WORDS: u32 = 150;
/// Texts whose median is shorter than this are not said to have become short.
const TEXT_WORDS: u32 = 80;
/// Looks of a day below which nothing is said of it.
const LEAST_LOOKS: u32 = 20;
/// Looks of all hours that are kept, from which on what nearly all of them met is said without a before.
const MANY_LOOKS: u32 = 50;
/// Articles that changed together, below which it is chance.
const LEAST_BURST: u32 = 10;
/// Looks before a burst, below which it is not known what is usual.
const USUAL_LOOKS: u32 = 100;
/// Looks are counted by hours.
pub const HOUR: SignedDuration = SignedDuration::from_hours(1);
/// What is said of looks is said of the last day.
pub const DAY: SignedDuration = SignedDuration::from_hours(24);
/// How long the counts of hours are kept: the last day, and two to compare it with.
pub const HOURS_KEPT: SignedDuration = SignedDuration::from_hours(72);

/// Some of several.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Share {
    /// How many.
    pub count: u32,
    /// Of how many.
    pub of: u32,
}

impl Share {
    /// Whether it is at least `part` in `whole`; nothing of nothing is not.
    const fn reaches(self, part: u32, whole: u32) -> bool {
        self.of > 0 && self.count as u64 * whole as u64 >= part as u64 * self.of as u64
    }
}

/// What looks met in an article's place, or why they failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Trouble {
    /// Part of the article, in front of a wall.
    Walls,
    /// A consent dialog or a bot check.
    Blocks,
    /// A page whose text only a script would bring.
    Scripts,
    /// A page without the text, or a list in its place.
    Empties,
    /// robots.txt disallows the address.
    Refusals,
    /// The look failed for another reason.
    Failures,
}

impl Trouble {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Walls, Self::Blocks, Self::Scripts, Self::Empties, Self::Refusals, Self::Failures];

    /// The trouble that a look had, if any.
    pub const fn of(sighting: Sighting, failure: Option<Failure>) -> Option<Self> {
        match (sighting, failure) {
            (Sighting::Walled, _) => Some(Self::Walls),
            (Sighting::Consent | Sighting::Blocked, _) => Some(Self::Blocks),
            (Sighting::NeedsScript, _) => Some(Self::Scripts),
            (Sighting::Empty | Sighting::Index | Sighting::Feed, _) => Some(Self::Empties),
            (Sighting::Error, Some(Failure::Disallowed)) => Some(Self::Refusals),
            (Sighting::Error, _) => Some(Self::Failures),
            _ => None,
        }
    }
}

/// How many looks at an outlet came to the same in an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HourOfLooks {
    /// The start of the hour.
    pub hour: Timestamp,
    /// What they were taken for.
    pub sighting: Sighting,
    /// Why they told nothing.
    pub failure: Option<Failure>,
    /// How many they were.
    pub looks: u32,
    /// How many of them brought a change.
    pub changes: u32,
}

/// Something about an outlet's pages that is not as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "alarm", rename_all = "snake_case")]
pub enum Alarm {
    /// A field that most readings had is hardly found any more.
    Field {
        /// The field.
        field: Field,
        /// Readings that had it before.
        before: Share,
        /// Readings that have had it since.
        since: Share,
        /// The first reading since.
        at: Timestamp,
    },
    /// Texts are half as long as they were, or twice.
    Length {
        /// The median of words before.
        before: u32,
        /// Words that three in four texts since do not reach, or pass.
        since: u32,
        /// The first reading since.
        at: Timestamp,
    },
    /// Most looks of the last day met something that few met before.
    Looks {
        /// What they met.
        trouble: Trouble,
        /// Looks of the two days before; `None`: it has been so ever since.
        before: Option<Share>,
        /// Looks of the last day, or of all hours that are known.
        since: Share,
    },
    /// Many articles changed in two hours, as they do when a template changes.
    Burst {
        /// Articles that changed, of the looks of these hours.
        since: Share,
        /// Looks that bring a change at other times.
        usual: Share,
        /// When it began.
        at: Timestamp,
    },
}

/// The alarms of an outlet's readings.
pub fn of_yields(yields: &Yields) -> Vec<Alarm> {
    fields(&yields.every).chain(length(&yields.apart)).collect()
}

/// Fields that three in four readings had before and fewer than one in four has had since.
pub(crate) fn fields(window: &Window) -> impl Iterator<Item = Alarm> + '_ {
    Field::ALL.into_iter().filter_map(|field| {
        let counts = |y: &&Yield| matches!(field, Field::Headline | Field::PublishedAt) || y.words >= LONG_WORDS;
        let share = |side: &[Yield]| {
            let all = side.iter().filter(counts);
            Share { count: all.clone().filter(|y| y.has(field)).count() as u32, of: all.count() as u32 }
        };
        let (before, since) = (share(&window.before), share(&window.recent));
        let known = before.of as usize >= LEAST_BEFORE && since.of as usize >= LEAST_RECENT;
        let lost = before.reaches(3, 4) && !since.reaches(1, 4);
        (known && lost).then(|| Alarm::Field { field, before, since, at: window.recent[0].at })
    })
}

/// Three in four texts are shorter than half the median before, or longer than twice it.
pub(crate) fn length(window: &Window) -> Option<Alarm> {
    if window.before.len() < LEAST_BEFORE || window.recent.len() < LEAST_RECENT {
        return None;
    }
    let sorted = |side: &[Yield]| {
        let mut words: Vec<u32> = side.iter().map(|y| y.words).collect();
        words.sort_unstable();
        words
    };
    let (before, recent) = (sorted(&window.before), sorted(&window.recent));
    let median = before[before.len() / 2];
    let (low, high) = (recent[recent.len() / 4], recent[recent.len() * 3 / 4]);
    let at = window.recent[0].at;
    let alarm = |since| Some(Alarm::Length { before: median, since, at });
    match () {
        () if median >= TEXT_WORDS && high < median / 2 => alarm(high),
        () if median > 0 && low > median.saturating_mul(2) => alarm(low),
        () => None,
    }
}

/// The alarms of an outlet's looks: `hours` are those of [`HOURS_KEPT`], in any order.
pub fn of_looks(hours: &[HourOfLooks], now: Timestamp) -> Vec<Alarm> {
    let is_of_today = |h: &&HourOfLooks| now.duration_since(h.hour) < DAY;
    Trouble::ALL.into_iter().filter_map(|trouble| met(trouble, hours, &is_of_today)).collect()
}

fn met(trouble: Trouble, hours: &[HourOfLooks], is_of_today: &dyn Fn(&&HourOfLooks) -> bool) -> Option<Alarm> {
    let share = |keep: &dyn Fn(&&HourOfLooks) -> bool| {
        let mut share = Share::default();
        for hour in hours.iter().filter(keep) {
            share.of += hour.looks;
            share.count += if Trouble::of(hour.sighting, hour.failure) == Some(trouble) { hour.looks } else { 0 };
        }
        share
    };
    let (since, before) = (share(is_of_today), share(&|h| !is_of_today(h)));
    let half = since.of >= LEAST_LOOKS && since.reaches(1, 2);
    let was_rare = before.of >= LEAST_LOOKS
        && u64::from(before.count) * 2 * u64::from(since.of) <= u64::from(since.count) * u64::from(before.of);
    if half && was_rare {
        return Some(Alarm::Looks { trouble, before: Some(before), since });
    }
    // A wall leaves part of the text, and some outlets are never without one: that alone is no alarm.
    let all = share(&|_| true);
    let always = trouble != Trouble::Walls && half && all.of >= MANY_LOOKS && all.reaches(9, 10);
    always.then_some(Alarm::Looks { trouble, before: None, since: all })
}

/// Two hours of the last day in which at least ten looks, and one in four, brought a change, five times as many as
/// at other times: the newest such hours. Whether these are ten articles is for the store to say
/// ([`Burst::alarm`]): a few live blogs change at every look.
pub fn burst(hours: &[HourOfLooks], now: Timestamp) -> Option<Burst> {
    let mut starts: Vec<Timestamp> =
        hours.iter().map(|h| h.hour).filter(|hour| now.duration_since(*hour) < DAY).collect();
    starts.sort_unstable();
    starts.dedup();
    let sum = |keep: &dyn Fn(Timestamp) -> bool| {
        let kept = hours.iter().filter(|h| keep(h.hour));
        kept.fold(Share::default(), |s, h| Share { count: s.count + h.changes, of: s.of + h.looks })
    };
    starts.into_iter().rev().find_map(|from| {
        let to = from.saturating_add(HOUR + HOUR).unwrap_or(Timestamp::MAX);
        let (since, usual) = (sum(&|hour| hour >= from && hour < to), sum(&|hour| hour < from));
        let unusual = u64::from(usual.count) * 5 * u64::from(since.of) <= u64::from(since.count) * u64::from(usual.of);
        let many = since.count >= LEAST_BURST && since.reaches(1, 4) && usual.of >= USUAL_LOOKS;
        (many && unusual).then_some(Burst { from, to, looks: since.of, usual })
    })
}

/// Hours in which many looks brought a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Burst {
    /// The start of the first hour.
    pub from: Timestamp,
    /// The end of the second.
    pub to: Timestamp,
    /// Looks in these hours.
    pub looks: u32,
    /// Looks that bring a change at other times.
    pub usual: Share,
}

impl Burst {
    /// The alarm, if so many articles changed that it is one.
    pub fn alarm(&self, articles: u32) -> Option<Alarm> {
        let since = Share { count: articles, of: self.looks };
        let many = articles >= LEAST_BURST && since.reaches(1, 4);
        many.then_some(Alarm::Burst { since, usual: self.usual, at: self.from })
    }
}
