//! Dates as they are written for people, in the languages of the readers.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::{Captures, Regex};

use crate::{calendars, months, times, zones};

/// Longest text, in bytes, in which dates are looked for.
const MAX_TEXT: usize = 600;
/// Most dates that are taken from one text.
const MAX_FOUND: usize = 8;

/// Year, month, day: "2024-05-17", "2024/5/17", "2024年5月17日", "2024. 5. 17.".
static YEAR_FIRST: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(\d{4})(?:\s?[-/年년]\s?|\.\s?)(\d{1,2})(?:\s?[-/月월]\s?|\.\s?)(\d{1,2})"));
/// The year of an era: "令和8年3月2日", "民國115年3月2日".
static ERA: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(令和|平成|昭和|民國|民国)\s?(\d{1,3}|元)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日"));
/// A time of day with its zone that stands before a date: "09:30 GMT, 2 March 2026".
static CLOCK_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|\s)(\d{1,2})[:.](\d{2})\s*([ap])?\.?(?:m\b)?\.?\s*((?-i:[A-Z]{2,4})|(?:GMT|UTC)\s?[+-]\d{1,2}(?::?\d{2})?|[+-]\d{2}:?\d{2})(?:[\s,|/·•–—-]|\bon\b|\p{L}{2,9}day\b|\b(?:mon|tue|wed|thu|fri|sat|sun)\b)*$",
    )
});
/// Day and month, either first: "17.5.2024", "5/17/24", "17 | 05 | 2024".
static NUMBERS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(\d{1,2})(\.\s?|/|-|\s?\|\s?)(\d{1,2})(\.\s?|/|-|\s?\|\s?)(\d{4}|\d{2})"));
/// "17 May 2024", "17. Mai 2024", "17 de mayo del 2024", "17 tháng 5, 2024", "17 أيار / مايو 2024".
static DAY_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(\d{1,2})(?:\.|st|nd|rd|th|er|ère|º|ª|η)?(?:\s+(?:de|d'|d’|of|di)\s+|[\s-]*)(tháng\s\d{1,2}|[\p{L}\p{M}]{2,})(?:\s?/\s?[\p{L}\p{M}]{3,})?\.?,?(?:\s+(?:del?\s+|năm\s+)?|-)['’]?(\d{4}|\d{2})",
    )
});
/// "May 17, 2024".
static MONTH_FIRST: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)([\p{L}\p{M}]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\.?,?\s+['’]?(\d{4})"));
/// "2024. május 17.", "2024 m. gegužės 17 d.".
static YEAR_AND_NAME: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)(\d{4})\.?\s(?:m\.\s|gada\s)?(?:(\d{1,2})\.\s)?([\p{L}\p{M}]{3,})\.?\s?(\d{1,2})?"));
/// A time of day that follows a date.
static CLOCK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:\s|T|[,|/@·•–—()-]|at\b|um\b|às\b|à\b|a las\b|alle\b|ore\b|kl\b\.?|в\b|\p{L}{1,9}day\b)*(\d{1,2})[:.h](\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*([ap])?\.?(?:m\b)?\.?\s*(Z\b|(?:GMT|UTC)\s?[+-]\d{1,2}(?::?\d{2})?|UTC|GMT|(?-i:[A-Z]{2,4})\b|[+-]\d{2}:?\d{2})?",
    )
});

fn pattern(p: &str) -> Regex {
    Regex::new(p).expect("a constant pattern")
}

/// How a page writes dates in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Order {
    /// 17/5/2024.
    #[default]
    DayFirst,
    /// 5/17/2024.
    MonthFirst,
}

impl Order {
    /// The other one.
    pub fn turned(self) -> Self {
        if self == Self::DayFirst { Self::MonthFirst } else { Self::DayFirst }
    }
}

/// Year, month and day as written; the months of the Persian calendar below zero.
type Parts<'a> = (&'a str, i8, i8);

/// A date in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    /// Where it begins and ends in the text, in bytes.
    pub start: usize,
    pub end: usize,
    pub day: Date,
    /// Hour, minute and, if given, second.
    pub clock: Option<(i8, i8, Option<i8>)>,
    pub offset: Option<String>,
    /// The year has two digits.
    pub short: bool,
}

impl Written {
    /// RFC 3339, or the day where no zone is given.
    pub fn stamp(&self) -> String {
        match (self.clock, &self.offset) {
            (Some((hour, minute, second)), Some(offset)) => {
                format!("{}T{hour:02}:{minute:02}:{:02}{offset}", self.day, second.unwrap_or(0))
            }
            _ => self.day.to_string(),
        }
    }
}

/// Digits of other scripts as those of ASCII, so that one pattern reads them all.
pub(crate) fn plain_digits(text: &str) -> String {
    const ZEROS: [char; 8] = ['٠', '۰', '०', '০', '௦', '๐', '０', '൦'];
    let digit = |c: char| {
        let of = |zero: &char| (c as u32).checked_sub(*zero as u32).filter(|d| *d < 10);
        ZEROS.iter().find_map(of).and_then(|d| char::from_digit(d, 10)).unwrap_or(c)
    };
    // marks of direction stand between the digits of dates
    let seen = |c: &char| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}');
    text.chars().filter(seen).map(digit).map(|c| if c == '\u{a0}' { ' ' } else { c }).collect()
}

/// The dates in a text of plain digits, in its order; none in a text that is too long to be a line.
pub(crate) fn dates(text: &str, order: Order) -> Vec<Written> {
    if text.len() > MAX_TEXT || !text.bytes().any(|b| b.is_ascii_digit()) {
        return Vec::new();
    }
    let mut found: Vec<Written> = Vec::new();
    let mut add = |c: Captures<'_>, parts: Option<Parts<'_>>| {
        let whole = c.get(0).expect("the whole match");
        let Some((year, month, day)) = parts else { return };
        let Some(written) = written(text, whole.start(), whole.end(), (year, month, day)) else { return };
        // the same digits, read another way
        if found.len() < MAX_FOUND && !found.iter().any(|f| f.start < written.end && written.start < f.end) {
            found.push(written);
        }
    };
    let number = |s: &str| s.parse::<i8>().ok();
    for c in DAY_FIRST.captures_iter(text) {
        let month = months::persian(&c[2]).map(|m| -m).or_else(|| months::number(&c[2]));
        let parts = month.zip(number(&c[1])).map(|(m, d)| (c.get(3).map_or("", |y| y.as_str()), m, d));
        add(c, parts);
    }
    for c in ERA.captures_iter(text) {
        let year = calendars::of_era(&c[1], &c[2]).map(|y| y.to_string());
        let parts = number(&c[3]).zip(number(&c[4])).zip(year.as_deref()).map(|((m, d), y)| (y, m, d));
        add(c, parts);
    }
    for c in MONTH_FIRST.captures_iter(text) {
        let parts = months::number(&c[1]).zip(number(&c[2])).map(|(m, d)| (c.get(3).map_or("", |y| y.as_str()), m, d));
        add(c, parts);
    }
    for c in YEAR_FIRST.captures_iter(text) {
        let parts = number(&c[2]).zip(number(&c[3])).map(|(m, d)| (c.get(1).map_or("", |y| y.as_str()), m, d));
        add(c, parts);
    }
    for c in YEAR_AND_NAME.captures_iter(text) {
        let day = c.get(2).or(c.get(4)).and_then(|d| number(d.as_str()));
        let parts = months::number(&c[3]).zip(day).map(|(m, d)| (c.get(1).map_or("", |y| y.as_str()), m, d));
        add(c, parts);
    }
    for c in NUMBERS.captures_iter(text) {
        let same_mark = c[2].trim() == c[4].trim();
        let (first, second) = (number(&c[1]), number(&c[3]));
        let month_first = &c[2] == "/" || &c[2] == "-";
        let parts = first.zip(second).filter(|_| same_mark).map(|(first, second)| {
            let swapped = month_first && order == Order::MonthFirst && first <= 12 || second > 12;
            let (day, month) = if swapped { (second, first) } else { (first, second) };
            (c.get(5).map_or("", |y| y.as_str()), month, day)
        });
        add(c, parts);
    }
    found.sort_by_key(|f| f.start);
    found
}

/// Whether a text holds a date in numbers that is one in that order only.
pub(crate) fn is_surely(text: &str, order: Order) -> bool {
    let number = |s: &str| s.parse::<i8>().unwrap_or(0);
    text.len() <= MAX_TEXT
        && NUMBERS.captures_iter(text).any(|c| {
            let (first, second) = (number(&c[1]), number(&c[3]));
            let (day, month) = if order == Order::DayFirst { (first, second) } else { (second, first) };
            &c[2] == "/" && &c[4] == "/" && (13..=31).contains(&day) && (1..=12).contains(&month)
        })
}

/// A time of day in a text, by its groups: hour, minute, second, half of the day.
fn clock(c: &Captures<'_>, [hour, minute, second, half]: [usize; 4]) -> Option<(i8, i8, Option<i8>)> {
    let part = |i: usize| c.get(i).and_then(|m| m.as_str().parse::<i8>().ok());
    let hour = part(hour)?;
    let hour = match c.get(half).map(|m| m.as_str().to_ascii_lowercase()) {
        Some(half) if half == "p" && hour < 12 => hour + 12,
        Some(half) if half == "a" && hour == 12 => 0,
        _ => hour,
    };
    let minute = part(minute)?;
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then_some((hour, minute, part(second)))
}

/// The time of day with which a text goes on after a date.
pub(crate) fn clock_after(text: &str) -> Option<(i8, i8, Option<i8>)> {
    CLOCK.captures(text).and_then(|c| clock(&c, [1, 2, 3, 4]))
}

/// No group of a pattern.
const NONE: usize = usize::MAX;

/// A date, once its surroundings are seen: digits around it make it part of a longer number.
fn written(text: &str, start: usize, end: usize, (year, month, day): Parts<'_>) -> Option<Written> {
    let before = text[..start].chars().next_back();
    let mut after = text[end..].chars();
    let (next, second) = (after.next(), after.next());
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let inside = |c: Option<char>| c.is_some_and(|c| matches!(c, '.' | ':' | '/' | ',' | '-' | 'h'));
    if is_digit(before) || is_digit(next) || (year.len() == 2 && inside(next) && is_digit(second)) {
        return None;
    }
    // "1.12.4.2020" is no date, and "5:17.05.2024" none either
    if before.is_some_and(|c| matches!(c, '.' | ':' | '/' | '-')) && is_digit(text[..start].chars().nth_back(1)) {
        return None;
    }
    let short = year.len() == 2;
    let year: i16 = year.parse().ok()?;
    let year = if short { if year >= 85 { 1900 + year } else { 2000 + year } } else { year };
    let day = calendars::day(year, month.abs(), day, month < 0).filter(|d| times::YEARS.contains(&d.year()))?;
    let zone = |c: &Captures<'_>, at: usize| c.get(at).and_then(|z| zones::offset(z.as_str(), day));
    let behind = CLOCK.captures(&text[end..]);
    let at = behind.as_ref().and_then(|c| clock(c, [1, 2, 3, 4]));
    let offset = behind.as_ref().and_then(|c| zone(c, 5));
    // before the date only where its zone tells that it is one
    let ahead = || {
        let c = CLOCK_BEFORE.captures(&text[..start])?;
        clock(&c, [1, 2, NONE, 3]).zip(zone(&c, 4))
    };
    let (at, offset) = match at.is_none().then(ahead).flatten() {
        Some((at, offset)) => (Some(at), Some(offset)),
        None => (at, offset),
    };
    Some(Written { start, end, day, clock: at, offset, short })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str, order: Order) -> Option<String> {
        dates(&plain_digits(text), order).first().map(Written::stamp)
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        let cases = [
            ("Wed, 01 May 2024 10:00:00 GMT", Some("2024-05-01T10:00:00Z")),
            ("May 1st, 2024 at 2:30 PM UTC", Some("2024-05-01T14:30:00Z")),
            ("1. Mai 2024, 10:00 Uhr", Some("2024-05-01")),
            ("le 3 juillet 2023 à 10h", Some("2023-07-03")),
            ("mardi 4 juin 2019", Some("2019-06-04")),
            ("17 de agosto del 2020", Some("2020-08-17")),
            ("5 августа 2021", Some("2021-08-05")),
            ("١٢ يناير ٢٠٢٤", Some("2024-01-12")),
            ("12 listopada 2020", Some("2020-11-12")),
            ("2020. április 24.", Some("2020-04-24")),
            ("2020 m. gegužės 24 d.", Some("2020-05-24")),
            ("2020年4月24日 10:15", Some("2020-04-24")),
            ("2020년 4월 24일", Some("2020-04-24")),
            ("24 tháng 4, 2020", Some("2020-04-24")),
            ("24 เมษายน 2563", Some("2020-04-24")),
            ("Do 25.04.24 | 14:07 Uhr", Some("2024-04-25")),
            ("24 Apr '20", Some("2020-04-24")),
            ("24 | 04 | 2020", Some("2020-04-24")),
            ("24 نيسان / أبريل 2020", Some("2020-04-24")),
            ("12.16.2025", Some("2025-12-16")),
            ("令和8年3月2日", Some("2026-03-02")),
            ("平成元年1月8日", Some("1989-01-08")),
            ("民國115年3月2日", Some("2026-03-02")),
            ("۱۱ اسفند ۱۴۰۴", Some("2026-03-02")),
            ("۱۴۰۴/۱۲/۱۱", Some("2026-03-02")),
            ("2 במרץ 2026", Some("2026-03-02")),
            ("2 March 2026 09:30 EST", Some("2026-03-02T09:30:00-05:00")),
            ("2 March 2026, 13:48 GMT", Some("2026-03-02T13:48:00Z")),
            ("13:48 GMT, Monday 2 March 2026", Some("2026-03-02T13:48:00Z")),
            ("9:30 a.m. ET on March 2, 2026", Some("2026-03-02T09:30:00-05:00")),
            ("July 2, 2026, 9:30 p.m. PT", Some("2026-07-02T21:30:00-07:00")),
            ("2 March 2026 09:30 CST", Some("2026-03-02")),
            ("2 March 2026 09:30 BY ANA ROE", Some("2026-03-02")),
            ("12 اسفند 2024", None),
            ("25.13.2024", None),
            ("4 May 20:15", None),
            ("version 1.2.10.4", None),
            ("call 555-12-10-2024-7", None),
            ("12 people in 2019", None),
        ];
        for (text, wanted) in cases {
            assert_eq!(one(text, Order::DayFirst).as_deref(), wanted, "{text}");
        }
    }

    #[test]
    fn the_order_counts_where_both_are_possible() {
        for (text, day_first, month_first) in [
            ("3/4/2025", "2025-04-03", "2025-03-04"),
            ("24/4/2025", "2025-04-24", "2025-04-24"),
            ("4/24/2025", "2025-04-24", "2025-04-24"),
            ("03.04.2025", "2025-04-03", "2025-04-03"),
        ] {
            assert_eq!(one(text, Order::DayFirst).as_deref(), Some(day_first), "{text}");
            assert_eq!(one(text, Order::MonthFirst).as_deref(), Some(month_first), "{text}");
        }
    }
}
