//! Days and times as people write them into a query.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

/// The span that a year, a month, a day or a time names, in UTC where it names no zone: its beginning and its end.
/// The two are the same for a time. `None`: it names none.
pub(super) fn span(given: &str) -> Option<(Timestamp, Timestamp)> {
    let instant = |at: DateTime| at.to_zoned(TimeZone::UTC).ok().map(|at| at.timestamp());
    let days = |from: Date, to: Date| Some((instant(from.into())?, instant(to.into())?));
    if !given.bytes().take(4).all(|b| b.is_ascii_digit()) {
        return None;
    }
    match given.len() {
        4 => {
            let from: Date = format!("{given}-01-01").parse().ok()?;
            days(from, from.checked_add(1.year()).ok()?)
        }
        7 => {
            let from: Date = format!("{given}-01").parse().ok()?;
            days(from, from.checked_add(1.month()).ok()?)
        }
        10 => {
            let from: Date = given.parse().ok()?;
            days(from, from.checked_add(1.day()).ok()?)
        }
        _ if given.contains(['T', 't']) => {
            let at = given.parse().ok().or_else(|| instant(given.parse().ok()?))?;
            Some((at, at))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::span;

    #[test]
    fn days_months_and_years_are_whole() {
        let cases = [
            ("2026", Some(("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"))),
            ("2026-02", Some(("2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z"))),
            ("2026-02-28", Some(("2026-02-28T00:00:00Z", "2026-03-01T00:00:00Z"))),
            ("2026-03-02T14:05", Some(("2026-03-02T14:05:00Z", "2026-03-02T14:05:00Z"))),
            ("2026-03-02T14:05:00Z", Some(("2026-03-02T14:05:00Z", "2026-03-02T14:05:00Z"))),
            ("2026-03-02T14:05:00+02:00", Some(("2026-03-02T12:05:00Z", "2026-03-02T12:05:00Z"))),
            ("2026-13", None),
            ("2026-02-30", None),
            ("yesterday", None),
            ("2/3/2026", None),
            ("", None),
            ("99999", None),
            ("9999", None),
            ("9999-12-31", None),
        ];
        for (given, want) in cases {
            let want = want.map(|(from, to)| (from.parse().unwrap(), to.parse().unwrap()));
            assert_eq!(span(given), want, "{given}");
        }
    }
}
