//! Zones by the letters that name them.

use jiff::civil::{Date, Weekday};

use crate::times;

/// Letters that name one offset wherever they are written; "CST", "IST" and others name several and are left out.
const NAMED: [(&str, &str); 36] = [
    ("UTC", "Z"),
    ("GMT", "Z"),
    ("WET", "Z"),
    ("WEST", "+01:00"),
    ("BST", "+01:00"),
    ("CET", "+01:00"),
    ("MEZ", "+01:00"),
    ("CEST", "+02:00"),
    ("MESZ", "+02:00"),
    ("EET", "+02:00"),
    ("EEST", "+03:00"),
    ("MSK", "+03:00"),
    ("TRT", "+03:00"),
    ("WAT", "+01:00"),
    ("CAT", "+02:00"),
    ("SAST", "+02:00"),
    ("EAT", "+03:00"),
    ("PKT", "+05:00"),
    ("WIB", "+07:00"),
    ("WITA", "+08:00"),
    ("WIT", "+09:00"),
    ("SGT", "+08:00"),
    ("HKT", "+08:00"),
    ("JST", "+09:00"),
    ("KST", "+09:00"),
    ("ACST", "+09:30"),
    ("AEST", "+10:00"),
    ("AEDT", "+11:00"),
    ("NZST", "+12:00"),
    ("NZDT", "+13:00"),
    ("EST", "-05:00"),
    ("EDT", "-04:00"),
    ("CDT", "-05:00"),
    ("MDT", "-06:00"),
    ("PST", "-08:00"),
    ("PDT", "-07:00"),
];
/// North American zones that are named without the season, with their hours in winter.
const SEASONLESS: [(&str, i8); 4] = [("ET", -5), ("CT", -6), ("MT", -7), ("PT", -8)];

/// The offset of a zone on a day, as RFC 3339 writes it.
pub(crate) fn offset(zone: &str, day: Date) -> Option<String> {
    let zone = zone.trim();
    if let Some((_, offset)) = NAMED.iter().find(|(name, _)| zone.eq_ignore_ascii_case(name)) {
        return Some((*offset).to_owned());
    }
    if let Some((_, hours)) = SEASONLESS.iter().find(|(name, _)| *name == zone) {
        return Some(format!("{:+03}:00", hours + i8::from(is_summer(day))));
    }
    let numbered = zone.eq_ignore_ascii_case("z") || zone.ends_with(|c: char| c.is_ascii_digit());
    numbered.then(|| times::offset(zone)).flatten()
}

/// Whether North America's clocks are an hour ahead: from March's second Sunday to November's first.
fn is_summer(day: Date) -> bool {
    let sunday =
        |month, nth| Date::new(day.year(), month, 1).and_then(|d| d.nth_weekday_of_month(nth, Weekday::Sunday));
    sunday(3, 2).is_ok_and(|from| from <= day) && sunday(11, 1).is_ok_and(|to| day < to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_told_by_their_letters() {
        let cases = [
            ("EST", (2026, 3, 2), Some("-05:00")),
            ("ET", (2026, 3, 7), Some("-05:00")),
            ("ET", (2026, 3, 8), Some("-04:00")),
            ("PT", (2026, 11, 1), Some("-08:00")),
            ("PT", (2026, 10, 31), Some("-07:00")),
            ("GMT+2", (2026, 3, 2), Some("+02:00")),
            ("+0530", (2026, 3, 2), Some("+05:30")),
            ("MEZ", (2026, 3, 2), Some("+01:00")),
            ("CST", (2026, 3, 2), None),
            ("BY", (2026, 3, 2), None),
        ];
        for (zone, (year, month, day), wanted) in cases {
            assert_eq!(offset(zone, jiff::civil::date(year, month, day)).as_deref(), wanted, "{zone}");
        }
    }
}
