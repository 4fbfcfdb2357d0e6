//! Times as feeds write them: RFC 822 and its many dialects, ISO 8601, and what people type.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{Offset, TimeZone};
use news::Timestamp;

/// Longer texts are no dates.
const MAX_BYTES: usize = 100;

/// News outside these years is a broken clock.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

/// The instant that a text means, if it means one. A time without a zone is UTC, a day without a
/// time is its midnight.
pub(crate) fn parse(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if text.len() > MAX_BYTES {
        return None;
    }
    let lower = text.to_lowercase();
    iso(&lower).or_else(|| written(&lower))
}

/// An instant from its parts; 24:00 and leap seconds are the next moment that clocks agree on.
fn instant(date: Date, (hour, minute, second): (i8, i8, i8), offset: Offset) -> Option<Timestamp> {
    if !YEARS.contains(&date.year()) {
        return None;
    }
    let (date, hour) = if hour == 24 { (date.tomorrow().ok()?, 0) } else { (date, hour) };
    let time = Time::new(hour, minute, second.min(59), 0).ok()?;
    TimeZone::fixed(offset).to_timestamp(DateTime::from_parts(date, time)).ok()
}

/// `2026-03-01T10:00:00.5+01:00` with or without its marks, down to the year alone.
fn iso(text: &str) -> Option<Timestamp> {
    let mut at = Cursor(text);
    let year: i16 = at.digits(4, 4)?.try_into().ok()?;
    let dashed = at.skip('-') || at.skip('/') || at.skip('.');
    let date = match at.leading_digits() {
        0 if !dashed => Date::new(year, 1, 1).ok()?,
        3 | 7.. => Date::new(year, 1, 1).ok()?.checked_add(jiff::Span::new().days(at.digits(3, 3)? - 1)).ok()?,
        _ => {
            let month = at.digits(1, 2)?;
            let _ = at.skip('-') || at.skip('/') || at.skip('.');
            let day = if at.leading_digits() == 0 { 1 } else { at.digits(1, 2)? };
            Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()?
        }
    };
    let before_time = at.0;
    at.0 = at.0.trim_start_matches([' ', 't', ',']);
    if at.0.is_empty() {
        return instant(date, (0, 0, 0), Offset::UTC);
    }
    if at.leading_digits() == 0 || before_time == at.0 {
        return zone(at.0).and_then(|offset| instant(date, (0, 0, 0), offset));
    }
    let time = at.time()?;
    let offset = if at.0.trim().is_empty() { Offset::UTC } else { zone(at.0)? };
    instant(date, time, offset)
}

/// What is left to read of a date.
struct Cursor<'a>(&'a str);

impl Cursor<'_> {
    fn skip(&mut self, mark: char) -> bool {
        let rest = self.0.strip_prefix(mark);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    fn leading_digits(&self) -> usize {
        self.0.bytes().take_while(u8::is_ascii_digit).count()
    }

    fn digits(&mut self, at_least: usize, at_most: usize) -> Option<i64> {
        let count = self.leading_digits().min(at_most);
        let (digits, rest) = self.0.split_at(count);
        let number = digits.parse().ok().filter(|_| count >= at_least)?;
        self.0 = rest;
        Some(number)
    }

    /// `10:20:30.5`, `10:20`, `1020`, `10`, with `am` or `pm` after it.
    fn time(&mut self) -> Option<(i8, i8, i8)> {
        let hour = self.digits(1, 2)?;
        let separate = |at: &mut Self| at.skip(':') || at.skip('.') || at.leading_digits() > 1;
        let minute = if separate(self) { self.digits(1, 2)? } else { 0 };
        let second = if separate(self) { self.digits(1, 2)? } else { 0 };
        if self.skip('.') || self.skip(',') || self.skip(':') {
            self.0 = self.0.trim_start_matches(|c: char| c.is_ascii_digit());
        }
        let rest = self.0.trim_start();
        let hour = match (rest.strip_prefix("am"), rest.strip_prefix("pm")) {
            (Some(rest), _) if hour <= 12 => {
                self.0 = rest;
                hour % 12
            }
            (_, Some(rest)) if hour <= 12 => {
                self.0 = rest;
                hour % 12 + 12
            }
            _ => hour,
        };
        Some((hour.try_into().ok()?, minute.try_into().ok()?, second.try_into().ok()?))
    }
}

/// A date of words and numbers: `Thu, 01 Jan 2026 19:48:21 GMT`, `January 1st, 2026 7:48 pm`,
/// `Thu Jan 1 19:48:21 2026`, `1. März 2026`.
fn written(text: &str) -> Option<Timestamp> {
    let (mut day, mut month, mut year, mut time) = (None, None, None, None);
    let mut offset = None;
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')')).filter(|w| !w.is_empty());
    let mut words = words.peekable();
    while let Some(word) = words.next() {
        let begins_with_digit = word.starts_with(|c: char| c.is_ascii_digit());
        if begins_with_digit && word.contains(':') && time.is_none() {
            let mut at = Cursor(word);
            let (mut hour, minute, second) = at.time()?;
            match words.peek().copied() {
                Some("pm" | "p.m.") if hour < 12 => hour += 12,
                Some("am" | "a.m.") if hour == 12 => hour = 0,
                _ => {}
            }
            time = Some((hour, minute, second));
            offset = offset.or_else(|| zone(at.0));
        } else if let Some(found) = zone(word).filter(|_| time.is_some()) {
            offset = Some(found);
        } else {
            for part in word.split(['-', '/', '.', '年', '月', '日']).filter(|p| !p.is_empty()) {
                if !part.starts_with(|c: char| c.is_ascii_digit()) {
                    month = month.or_else(|| month_by_name(part));
                    continue;
                }
                let mut at = Cursor(part);
                let digits = at.leading_digits();
                let number = at.digits(1, 4)?;
                match digits {
                    1 | 2 if day.is_none() => day = Some(number),
                    // Numbers alone: day, month, year, as most of the world writes them.
                    1 | 2 if month.is_none() && word.contains(['/', '.', '-']) => month = Some(number),
                    2 | 4 if year.is_none() => year = Some(number),
                    _ => {}
                }
            }
        }
    }
    let (mut day, mut month) = (day?, month?);
    if month > 12 && day <= 12 {
        (day, month) = (month, day);
    }
    let year = match year? {
        // RFC 2822 §4.3.
        short @ 0..50 => short + 2000,
        short @ 50..100 => short + 1900,
        long => long,
    };
    let date = Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()?;
    instant(date, time.unwrap_or_default(), offset.unwrap_or(Offset::UTC))
}

/// `+0100`, `-05:30`, `+1`, `gmt+2`, or a name.
fn zone(text: &str) -> Option<Offset> {
    let text = text.trim().trim_matches(['(', ')']);
    let numbers = text.strip_prefix("gmt").or_else(|| text.strip_prefix("utc")).unwrap_or(text).trim();
    let mut at = Cursor(numbers);
    // Some publishers write the minus sign that typographers use.
    let sign = if at.skip('+') {
        1
    } else if at.skip('-') || at.skip('−') {
        -1
    } else {
        return zone_by_name(text);
    };
    let hours = at.digits(1, 2)?;
    let _ = at.skip(':');
    let minutes = if at.leading_digits() > 0 { at.digits(2, 2)? } else { 0 };
    Offset::from_seconds(i32::try_from(sign * (hours * 3600 + minutes * 60)).ok()?).ok()
}

fn zone_by_name(name: &str) -> Option<Offset> {
    let quarters: i32 = match name.trim_matches('.') {
        "z" | "ut" | "utc" | "gmt" | "wet" | "zulu" | "etc/gmt" | "etc/utc" => 0,
        "bst" | "cet" | "west" | "mez" | "ist/dublin" => 4,
        "cest" | "eet" | "mesz" | "sast" | "cat" => 8,
        "eest" | "msk" | "eat" | "trt" => 12,
        "gst" | "msd" => 16,
        "pkt" => 20,
        "ist" => 22,
        "wib" | "ict" => 28,
        "sgt" | "hkt" | "awst" | "myt" | "pht" => 32,
        "jst" | "kst" => 36,
        "aest" => 40,
        "aedt" => 44,
        "nzst" => 48,
        "nzdt" => 52,
        "brt" | "adt" => -12,
        "est" | "cdt" => -20,
        "edt" | "ast" => -16,
        "cst" | "mdt" => -24,
        "mst" | "pdt" => -28,
        "pst" | "akdt" => -32,
        "akst" => -36,
        "hst" => -40,
        _ => return None,
    };
    Offset::from_seconds(quarters * 15 * 60).ok()
}

/// Names of months by the letters that they begin with, longest match first inside a language.
/// English, German, French, Spanish, Italian, Portuguese, Dutch, the Nordic languages, Polish, Czech,
/// Hungarian, Greek, Russian, Ukrainian, Turkish, Indonesian.
const MONTHS: [(&[&str], i64); 12] = [
    (&["jan", "ene", "gen", "jän", "led", "sty", "янв", "січ", "oca", "ιαν", "ιανουάρ"], 1),
    (&["feb", "fév", "fev", "úno", "lut", "фев", "лют", "şub", "φεβ"], 2),
    (&["mar", "mär", "maart", "mrt", "mrz", "břez", "már", "мар", "бер", "μάρ", "μαρ"], 3),
    (&["apr", "avr", "abr", "ápr", "dub", "kwi", "апр", "кві", "nis", "απρ"], 4),
    (&["may", "mai", "mei", "maj", "mag", "máj", "kvě", "май", "мая", "тра", "μάι", "μαϊ", "μαι"], 5),
    (&["jun", "juin", "giu", "jún", "červen", "cze", "июн", "чер", "haz", "ιούν", "ιουν"], 6),
    (&["jul", "juil", "lug", "júl", "červenec", "lip", "июл", "лип", "tem", "ιούλ", "ιουλ"], 7),
    (&["aug", "aoû", "aou", "ago", "srp", "sie", "авг", "сер", "ağu", "agu", "αύγ", "αυγ"], 8),
    (&["sep", "set", "szept", "zář", "wrz", "сен", "вер", "eyl", "σεπ"], 9),
    (&["oct", "okt", "ott", "out", "říj", "paź", "окт", "жов", "eki", "οκτ"], 10),
    (&["nov", "lis", "ноя", "лис", "kas", "νοέ", "νοε"], 11),
    (&["dec", "dez", "déc", "dic", "des", "pro", "gru", "дек", "гру", "ara", "δεκ"], 12),
];

fn month_by_name(word: &str) -> Option<i64> {
    let names = MONTHS.iter().flat_map(|(names, month)| names.iter().map(move |name| (*name, *month)));
    names.filter(|(name, _)| word.starts_with(name)).max_by_key(|(name, _)| name.len()).map(|(_, month)| month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_every_dialect_are_read() {
        let cases = [
            ("Thu, 01 Jan 2026 19:48:21 GMT", "2026-01-01T19:48:21Z"),
            ("Thu, 01 Jan 2026 19:48:21 +0100", "2026-01-01T18:48:21Z"),
            ("Thu, 1 Jan 26 19:48 EST", "2026-01-02T00:48:00Z"),
            ("01 Jan 2026 19:48:21", "2026-01-01T19:48:21Z"),
            ("Thursday, January 1st, 2026 7:48 pm", "2026-01-01T19:48:00Z"),
            ("Thu Jan 1 19:48:21 2026", "2026-01-01T19:48:21Z"),
            ("Thu Jan  1 19:48:21 PST 2026", "2026-01-02T03:48:21Z"),
            ("2026-01-01T19:48:21.123+02:00", "2026-01-01T17:48:21Z"),
            ("2026-01-01T19:48Z", "2026-01-01T19:48:00Z"),
            ("2026-01-01 19:48:21 +0200", "2026-01-01T17:48:21Z"),
            ("2026-01-01", "2026-01-01T00:00:00Z"),
            ("20260101T194821Z", "2026-01-01T19:48:21Z"),
            ("2026-01", "2026-01-01T00:00:00Z"),
            ("2026", "2026-01-01T00:00:00Z"),
            ("2026-335", "2026-12-01T00:00:00Z"),
            ("2026-01-01T24:00:00Z", "2026-01-02T00:00:00Z"),
            ("2026-12-31T23:59:60Z", "2026-12-31T23:59:59Z"),
            ("1. März 2026 08:15", "2026-03-01T08:15:00Z"),
            ("1 марта 2026 г. 08:15", "2026-03-01T08:15:00Z"),
            ("15/03/2026 10:00", "2026-03-15T10:00:00Z"),
            ("03/15/2026 10:00", "2026-03-15T10:00:00Z"),
            ("Mon, 2 Mar 2026 10:00:00 GMT+2", "2026-03-02T08:00:00Z"),
            ("01-Jan-2026 10:00:00 UTC", "2026-01-01T10:00:00Z"),
        ];
        for (text, want) in cases {
            assert_eq!(parse(text).map(|t| t.to_string()).as_deref(), Some(want), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in
            ["", "yesterday", "32 Jan 2026", "0000-00-00", "2026-13-45", "99999999999999", "Jan", "12:30", "9999-01-01"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
