//! What the words of a day or time say, and which day somebody means by them.

use jiff::civil::{Date, Weekday};

/// What the words of a day or time say; what they leave open is `None`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Said {
    /// The year.
    pub year: Option<i16>,
    /// The month, from 1.
    pub month: Option<i8>,
    /// The day of the month.
    pub day: Option<i8>,
    /// The weekday, 0 for Monday.
    pub weekday: Option<i8>,
    /// How many days ahead of the day on which it was written.
    pub ahead: Option<i64>,
    /// How many years ahead of the year in which it was written: "last year".
    pub years_ahead: Option<i16>,
    /// How many weeks ahead of the week in which it was written: "last week".
    pub weeks_ahead: Option<i16>,
    /// How many months ahead of the month in which it was written: "next month".
    pub months_ahead: Option<i16>,
    /// The hour and minute.
    pub time: Option<(u8, u8)>,
    /// How many minutes the clock is ahead of UTC, where a zone is named: "GMT".
    pub zone: Option<i16>,
    /// A decade: "the 1990s".
    pub is_decade: bool,
}

impl Said {
    /// Both together; what the first says stands.
    pub(crate) fn with(self, other: Self) -> Self {
        Self {
            year: self.year.or(other.year),
            month: self.month.or(other.month),
            day: self.day.or(other.day),
            weekday: self.weekday.or(other.weekday),
            ahead: self.ahead.or(other.ahead),
            years_ahead: self.years_ahead.or(other.years_ahead),
            weeks_ahead: self.weeks_ahead.or(other.weeks_ahead),
            months_ahead: self.months_ahead.or(other.months_ahead),
            time: self.time.or(other.time),
            zone: self.zone.or(other.zone),
            is_decade: self.is_decade || other.is_decade,
        }
    }

    /// The day that is meant by somebody who writes on `written`: the nearest past one for a weekday, the nearest one for
    /// a month and day.
    pub fn date(&self, written: Option<Date>) -> Option<Date> {
        match (*self, written) {
            (Self { month: Some(month), day: Some(day), year: Some(year), .. }, _) => Date::new(year, month, day).ok(),
            (Self { month: Some(month), day: Some(day), .. }, Some(written)) => {
                let years = [written.year() - 1, written.year(), written.year() + 1];
                let dates = years.into_iter().filter_map(|year| Date::new(year, month, day).ok());
                dates.min_by_key(|date| date.duration_since(written).as_hours().abs())
            }
            // "10日": the nearest tenth.
            (Self { day: Some(day), month: None, year: None, .. }, Some(written)) => {
                let months = [-1, 0, 1].map(|months| written.checked_add(jiff::Span::new().months(months)));
                let dates = months.into_iter().flatten().filter_map(|m| Date::new(m.year(), m.month(), day).ok());
                dates.min_by_key(|date| date.duration_since(written).as_hours().abs())
            }
            (Self { ahead: Some(days), .. }, Some(written)) => {
                written.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
            }
            (Self { weekday: Some(weekday), .. }, Some(written)) => {
                let weekday = Weekday::from_monday_zero_offset(weekday).ok()?;
                if written.weekday() == weekday { Some(written) } else { written.nth_weekday(-1, weekday).ok() }
            }
            _ => None,
        }
    }

    /// The year that is meant by somebody who writes on `written`, where the words name a year and nothing finer.
    fn whole_year(&self, written: Option<Date>) -> Option<i16> {
        match (self.years_ahead, self.year) {
            (Some(ahead), _) => written.map(|day| day.year() + ahead),
            (None, year) => year.filter(|_| self.month.is_none() && !self.is_decade),
        }
    }

    /// Whether both mean the same, for somebody who writes them on these days. Where that cannot be known, because the
    /// day of writing is not, "today" is taken for any weekday and "last year" for any year: nothing says that they are
    /// others.
    pub fn is_same(&self, other: &Self, written: [Option<Date>; 2]) -> bool {
        if self == other && self.ahead.is_none() && self.years_ahead.is_none() && self.weekday.is_none() {
            return true;
        }
        if self.minutes(other) != other.minutes(self) || self.is_decade != other.is_decade {
            return false;
        }
        if self.weeks_ahead.is_some() || other.weeks_ahead.is_some() {
            return self.weeks_ahead == other.weeks_ahead;
        }
        if self.months_ahead.is_some() || other.months_ahead.is_some() {
            return self.is_same_month(other, written);
        }
        // "Friday" became "Friday, 18 April": it is said more exactly.
        if self.weekday.is_some()
            && self.weekday == other.weekday
            && self.time == other.time
            && self.day.is_none() != other.day.is_none()
        {
            return true;
        }
        // "Thursday 19 March" became "Friday 19 March": whichever is right, the weekday is another.
        let named = |said: &Self| said.weekday.filter(|_| said.day.is_some());
        if named(self).zip(named(other)).is_some_and(|(a, b)| a != b) && self.day == other.day {
            return false;
        }
        if self.years_ahead.is_some() || other.years_ahead.is_some() {
            return self.is_same_year(other, written);
        }
        if let Some(is_same) =
            told_by_weekday(self, other, written[0]).or_else(|| told_by_weekday(other, self, written[1]))
        {
            return is_same;
        }
        match (self.date(written[0]), other.date(written[1])) {
            (Some(a), Some(b)) => a == b,
            _ => {
                let agree = |a: Option<i8>, b: Option<i8>| a.is_none() || b.is_none() || a == b;
                let years = self.year.is_none() || other.year.is_none() || self.year == other.year;
                let overlap = (self.month.is_some() && self.month == other.month && self.day == other.day)
                    || (self.weekday.is_some() && self.weekday == other.weekday)
                    || (self.ahead.is_some() && self.ahead == other.ahead)
                    || (self.year.is_some()
                        && self.year == other.year
                        && self.month == other.month
                        && self.day == other.day)
                    || self.time.is_some();
                let days = agree(self.month, other.month) && agree(self.day, other.day);
                overlap && years && days && agree(self.weekday, other.weekday)
            }
        }
    }

    /// The minutes of the day by UTC if both name their zones, else by the clock.
    fn minutes(&self, other: &Self) -> Option<i16> {
        const DAY: i16 = 24 * 60;
        let ahead = self.zone.filter(|_| other.zone.is_some()).unwrap_or(0);
        self.time.map(|(hours, minutes)| (i16::from(hours) * 60 + i16::from(minutes) - ahead).rem_euclid(DAY))
    }

    /// The months from the year 0 on, where the words name a month and nothing finer, or tell one from now.
    fn whole_month(&self, written: Option<Date>) -> Option<i32> {
        let count = |year: i16, month: i32| i32::from(year) * 12 + month;
        match (self.months_ahead, self.month) {
            (Some(ahead), _) => written.map(|day| count(day.year(), i32::from(day.month()) + i32::from(ahead))),
            (None, Some(month)) if self.day.is_none() => {
                let year = self.year.or_else(|| written.map(|day| day.year()))?;
                Some(count(year, i32::from(month)))
            }
            _ => None,
        }
    }

    /// Whether both name one month; one without its year may lie in any.
    fn is_same_month(&self, other: &Self, written: [Option<Date>; 2]) -> bool {
        match (self.whole_month(written[0]), other.whole_month(written[1])) {
            (Some(a), Some(b)) => a == b || (self.year.is_none() && other.year.is_none() && (a - b) % 12 == 0),
            _ => self.months_ahead == other.months_ahead,
        }
    }

    fn is_same_year(&self, other: &Self, written: [Option<Date>; 2]) -> bool {
        let names_year = |said: &Self| said.years_ahead.is_some() || (said.year.is_some() && said.month.is_none());
        match (self.whole_year(written[0]), other.whole_year(written[1])) {
            (Some(a), Some(b)) => a == b,
            _ if self.years_ahead.is_some() && other.years_ahead.is_some() => self.years_ahead == other.years_ahead,
            _ => names_year(self) && names_year(other),
        }
    }

    /// What is known of it, in the form of RFC 3339: `2021-05-03`, `2021-05`, `05-03`, `2021`, `14:30`; a weekday by
    /// its English name, a day told from now as `+1`, a year as `-1 years`.
    pub fn shown(&self, written: Option<Date>) -> String {
        const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        if let Some((hours, minutes)) = self.time {
            return format!("{hours:02}:{minutes:02}");
        }
        if let Some(date) = self.date(written) {
            return date.to_string();
        }
        if let Some((count, unit)) = self.weeks_ahead.map(|n| (n, "weeks")).or(self.months_ahead.map(|n| (n, "months")))
        {
            return format!("{count:+} {unit}");
        }
        if let Some(years) = self.years_ahead {
            return self.whole_year(written).map_or_else(|| format!("{years:+} years"), |year| year.to_string());
        }
        match (self.year, self.month, self.day) {
            (Some(year), Some(month), None) => format!("{year}-{month:02}"),
            (Some(year), ..) if self.is_decade => format!("{year}s"),
            (Some(year), ..) => year.to_string(),
            (None, Some(month), Some(day)) => format!("{month:02}-{day:02}"),
            (None, Some(month), None) => format!("--{month:02}"),
            _ => match (self.weekday, self.ahead) {
                (Some(day), _) => WEEKDAYS.get(day as usize).copied().unwrap_or("").to_owned(),
                (None, Some(days)) => format!("{days:+}"),
                _ => String::new(),
            },
        }
    }
}

/// Whether "yesterday" is "Tuesday" for somebody who writes on `written`; `None` where the words are of another kind.
fn told_by_weekday(told: &Said, named: &Said, written: Option<Date>) -> Option<bool> {
    const NEAR: i64 = 6;
    let ahead = told.ahead.filter(|days| days.abs() <= NEAR)?;
    let weekday = named.weekday.filter(|_| named.month.is_none())?;
    let Some(written) = written else { return Some(true) };
    let day = written.checked_add(jiff::Span::new().try_days(ahead).ok()?).ok()?;
    Some(day.weekday().to_monday_zero_offset() == weekday)
}
