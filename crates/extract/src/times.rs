//! Times as outlets write them become RFC 3339, or a bare day where no zone is given.
//!
//! Relative times ("2 hours ago") are never read: they would change with every look.

use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::civil::Date;
use regex::Regex;

use crate::written::{self, Order, Written};
use crate::{months, zones};

/// Years in which a news page can have been published; others are placeholders such as 0001 or 1970.
pub(crate) const YEARS: std::ops::RangeInclusive<i16> = 1985..=2100;

/// Most of an address that is read, in bytes.
const LONGEST_ADDRESS: usize = 2000;

static ISO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^\D{0,3}(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:(?:[Tt]|\s+|,\s*)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,:]\d+)?)?\s*(Z|z|[+-]\d{2}:?\d{2}|[+-]\d{1,2}\b|[A-Z]{2,4}\b)?)?",
    )
});
static COMPACT: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z|[+-]\d{4})?)?$"));
static EPOCH: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(\d{10})(\d{3})?$"));
static IN_ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"[/_t-]((?:19|20)\d\d)(?:[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])|[/-]([1-9]|1[0-2]|[a-z]{3,9})[/-](0?[1-9]|[12]\d|3[01]))(?:[/_.-]|$)",
    )
});
/// The day first, where dashes part it from the rest.
static IN_ADDRESS_DAY_FIRST: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[/_-](0?[1-9]|[12]\d|3[01])[-.](0?[1-9]|1[0-2])[-.](20\d\d)(?:[/_-]|$)"));

fn pattern(p: &str) -> Regex {
    Regex::new(p).expect("a constant pattern")
}

/// A time as given by a machine-readable surface: RFC 3339, or a day. `None` for what names no day.
pub(crate) fn read(given: &str, order: Order) -> Option<String> {
    let given = given.trim();
    let found = ISO.captures(given).or_else(|| COMPACT.captures(given));
    if let Some(c) = found {
        return moment([&c[1], &c[2], &c[3]], [4, 5, 6, 7].map(|i| c.get(i).map(|m| m.as_str())));
    }
    if let Some(c) = EPOCH.captures(given) {
        let at = Timestamp::from_second(c[1].parse().ok()?).ok()?;
        return Some(at.to_string());
    }
    written(given, order)
}

/// A date written for people, anywhere in a short text.
pub(crate) fn written(text: &str, order: Order) -> Option<String> {
    let short = text.chars().take(200).count() < 200;
    short.then(|| written::dates(&written::plain_digits(text), order).first().map(Written::stamp)).flatten()
}

/// A time as the number of an article: "A202405171430123456".
static IN_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"/[A-Za-z]{0,4}(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d\d{2,10}(?:[/_.-]|$)")
});

/// The day in an address such as `/2024/05/17/`.
pub(crate) fn in_address(url: &str) -> Option<String> {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let path = path.get(..path.len().min(LONGEST_ADDRESS))?;
    if let Some(stamp) = IN_ADDRESS.captures_iter(path).find_map(|c| {
        let (month, day) = (c.get(2).or(c.get(4))?.as_str(), c.get(3).or(c.get(5))?.as_str());
        let month = months::number(month).map_or_else(|| month.to_owned(), |m| m.to_string());
        moment([&c[1], &month, day], [None; 4])
    }) {
        return Some(stamp);
    }
    if let Some(c) = IN_ADDRESS_DAY_FIRST.captures(path) {
        return moment([&c[3], &c[2], &c[1]], [None; 4]);
    }
    let c = IN_NUMBER.captures(path)?;
    moment([&c[1], &c[2], &c[3]], [None; 4])
}

/// `[year, month, day]`, `[hour, minute, second, zone]`.
fn moment(date: [&str; 3], time: [Option<&str>; 4]) -> Option<String> {
    let date = Date::new(date[0].parse().ok()?, date[1].parse().ok()?, date[2].parse().ok()?).ok()?;
    if !YEARS.contains(&date.year()) {
        return None;
    }
    let zone = time[3].and_then(|z| zones::offset(z, date));
    let clock = |i: usize| time[i].unwrap_or("0").parse::<i8>().ok();
    match (time[0], zone) {
        (Some(_), Some(zone)) => {
            let (hour, minute, second) = (clock(0)?, clock(1)?, clock(2)?);
            date.at(hour.min(23), minute.min(59), second.min(59), 0);
            Some(format!("{date}T{:02}:{:02}:{:02}{zone}", hour.min(23), minute.min(59), second.min(59)))
        }
        _ => Some(date.to_string()),
    }
}

pub(crate) fn offset(zone: &str) -> Option<String> {
    let zone = zone.trim_start_matches("GMT").trim_start_matches("UTC").trim();
    if zone.is_empty() || zone.eq_ignore_ascii_case("z") {
        return Some("Z".into());
    }
    let (sign, digits) = (zone.get(..1)?, zone[1..].replace(':', ""));
    let (hours, minutes) = match digits.len() {
        1 | 2 => (digits.parse::<u8>().ok()?, 0),
        _ => (digits.get(..2)?.parse().ok()?, digits.get(2..4)?.parse::<u8>().ok()?),
    };
    (hours <= 14 && minutes < 60).then(|| format!("{sign}{hours:02}:{minutes:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_become_rfc_3339_or_a_day() {
        let cases = [
            ("2024-05-01T10:00:00Z", Some("2024-05-01T10:00:00Z")),
            ("2024-05-01T10:00:00.123+0200", Some("2024-05-01T10:00:00+02:00")),
            ("2024-05-01 10:00:00 EDT", Some("2024-05-01T10:00:00-04:00")),
            ("2024-05-01 10:00:00 CST", Some("2024-05-01")),
            ("2024-05-01 10:00 -05:30", Some("2024-05-01T10:00:00-05:30")),
            ("2024-05-01T10:00:00", Some("2024-05-01")),
            ("2024-5-1", Some("2024-05-01")),
            ("20240501T101112Z", Some("2024-05-01T10:11:12Z")),
            ("1714557600", Some("2024-05-01T10:00:00Z")),
            ("Wed, 01 May 2024 10:00:00 GMT", Some("2024-05-01T10:00:00Z")),
            ("Wed May 01 2024", Some("2024-05-01")),
            ("1. Mai 2024, 10:00 Uhr", Some("2024-05-01")),
            ("le 3 juillet 2023 à 10h", Some("2023-07-03")),
            ("mardi 4 juin 2019", Some("2019-06-04")),
            ("17 de agosto de 2020", Some("2020-08-17")),
            ("5 августа 2021", Some("2021-08-05")),
            ("12 يناير 2024", Some("2024-01-12")),
            ("01.05.2024", Some("2024-05-01")),
            ("0001-01-01T00:00:00Z", None),
            ("2024-13-01", None),
            ("2 hours ago", None),
            ("yesterday", None),
            ("", None),
        ];
        for (given, wanted) in cases {
            assert_eq!(read(given, Order::DayFirst).as_deref(), wanted, "{given}");
        }
        assert_eq!(in_address("https://news.example/2024/05/17/a").as_deref(), Some("2024-05-17"));
        assert_eq!(in_address("https://news.example/a-20240517.html").as_deref(), Some("2024-05-17"));
        assert_eq!(in_address("https://news.example/2024/may/7/a").as_deref(), Some("2024-05-07"));
        assert_eq!(in_address("https://news.example/17-05-2024-a").as_deref(), Some("2024-05-17"));
        assert_eq!(in_address("https://news.example/a/A202405171430123").as_deref(), Some("2024-05-17"));
        for none in ["story/123456789", "2025/12/best_of_2025_week_2", "season-2021-22/a", "a?from=2024-05-17"] {
            assert_eq!(in_address(&format!("https://news.example/{none}")), None, "{none}");
        }
    }
}
