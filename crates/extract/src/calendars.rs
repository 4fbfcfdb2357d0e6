//! Years that count from another beginning: the Thai, the Persian and the Japanese calendar, and that of Taiwan.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// The years in which a news page can have been published, as Thais and Persians write them.
const THAI: std::ops::RangeInclusive<i16> = 2528..=2643;
const PERSIAN: std::ops::RangeInclusive<i16> = 1364..=1479;
/// Years after which the first year of an era began.
const ERAS: [(&str, i16); 5] = [("令和", 2018), ("平成", 1988), ("昭和", 1925), ("民國", 1911), ("民国", 1911)];
/// Of 33 years of the Persian calendar, those of 366 days; so since 1244 and until 1501.
const LEAP: [i16; 8] = [1, 5, 9, 13, 17, 22, 26, 30];
/// The first day of a Persian year from which the others are counted: 1404.
const NEW_YEAR: (i16, Date) = (1404, jiff::civil::date(2025, 3, 21));

/// The year of an era: "令和", "8"; the first one is written "元" too.
pub(crate) fn of_era(era: &str, year: &str) -> Option<i16> {
    let (_, before) = ERAS.iter().find(|(name, _)| *name == era)?;
    let year: i16 = if year == "元" { 1 } else { year.parse().ok()? };
    (1..=150).contains(&year).then_some(before + year)
}

/// A day with its year as written; `persian`: its month is one of that calendar's by name.
pub(crate) fn day(year: i16, month: i8, day: i8, persian: bool) -> Option<Date> {
    if persian || PERSIAN.contains(&year) {
        return PERSIAN.contains(&year).then(|| of_persian(year, month, day)).flatten();
    }
    Date::new(if THAI.contains(&year) { year - 543 } else { year }, month, day).ok()
}

fn is_leap(year: i16) -> bool {
    LEAP.contains(&(year % 33))
}

fn of_persian(year: i16, month: i8, day: i8) -> Option<Date> {
    let longest = match month {
        1..=6 => 31,
        7..=11 => 30,
        12 if is_leap(year) => 30,
        12 => 29,
        _ => return None,
    };
    if !(1..=longest).contains(&day) {
        return None;
    }
    let (from, new_year) = NEW_YEAR;
    let length = |y: i16| if is_leap(y) { 366 } else { 365 };
    let years: i32 = if year >= from { (from..year).map(length).sum() } else { -(year..from).map(length).sum::<i32>() };
    let months = i32::from(month - 1) * 30 + i32::from((month - 1).min(6));
    let span: Span = (years + months + i32::from(day - 1)).days();
    new_year.checked_add(span).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_other_calendars_become_ours() {
        let cases = [
            ((1404, 12, 11), Some("2026-03-02")),
            ((1404, 1, 1), Some("2025-03-21")),
            ((1403, 12, 30), Some("2025-03-20")),
            ((1400, 1, 1), Some("2021-03-21")),
            ((1399, 12, 30), Some("2021-03-20")),
            ((1375, 1, 1), Some("1996-03-20")),
            ((1404, 12, 30), None),
            ((1404, 7, 31), None),
            ((2569, 3, 2), Some("2026-03-02")),
            ((2026, 3, 2), Some("2026-03-02")),
        ];
        for ((year, month, of_month), wanted) in cases {
            assert_eq!(day(year, month, of_month, false).map(|d| d.to_string()).as_deref(), wanted, "{year}-{month}");
        }
        assert_eq!(day(2026, 12, 11, true), None);
        for (era, year, wanted) in [
            ("令和", "8", Some(2026)),
            ("令和", "元", Some(2019)),
            ("平成", "31", Some(2019)),
            ("民國", "115", Some(2026)),
        ] {
            assert_eq!(of_era(era, year), wanted, "{era}{year}");
        }
    }
}
