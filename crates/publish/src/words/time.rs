//! Times and spans in words.

use jiff::SignedDuration;
use jiff::tz::TimeZone;
use news::Timestamp;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// The instant to the minute in UTC: "22 November 2026, 14:02 UTC".
pub fn date_time(at: Timestamp) -> String {
    at.to_zoned(TimeZone::UTC).strftime("%-d %B %Y, %H:%M UTC").to_string()
}

/// The day in UTC: "22 November 2026".
pub fn date(at: Timestamp) -> String {
    at.to_zoned(TimeZone::UTC).strftime("%-d %B %Y").to_string()
}

/// How long it is between two instants, in words: "less than a minute", "about 2 hours",
/// "3 days". The order of the instants does not matter.
pub fn distance(from: Timestamp, to: Timestamp) -> String {
    let seconds = (to.as_second() - from.as_second()).abs();
    let (minutes, days) = ((seconds + 30) / MINUTE, (seconds + DAY / 2) / DAY);
    let many = |n: i64, one: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") };
    match minutes {
        0 => "less than a minute".into(),
        1..=44 => many(minutes, "minute"),
        45..=1439 => format!("about {}", many(((minutes + 30) / 60).max(1), "hour")),
        1440..=2519 => "1 day".into(),
        _ if days < 30 => many(days, "day"),
        _ if days < 45 => "about 1 month".into(),
        _ if days < 60 => "about 2 months".into(),
        _ if days < 365 => many((days + 15) / 30, "month"),
        _ => format!("about {}", many((days + 180) / 365, "year")),
    }
}

/// How much later `to` is: "about 2 hours later", "about 2 hours earlier".
pub fn later(from: Timestamp, to: Timestamp) -> String {
    format!("{} {}", distance(from, to), if to < from { "earlier" } else { "later" })
}

/// How long ago `then` was: "about 2 hours ago", "in 12 minutes".
pub fn ago(then: Timestamp, now: Timestamp) -> String {
    match distance(then, now) {
        span if then > now => format!("in {span}"),
        span => format!("{span} ago"),
    }
}

/// How often something is that is done once in `span`: "every 15 minutes", "every 90 seconds".
pub fn every(span: SignedDuration) -> String {
    match span.as_secs() {
        ..=1 => "every second".into(),
        seconds @ 2..120 => format!("every {seconds} seconds"),
        seconds @ 120..7200 => format!("every {} minutes", (seconds + 30) / MINUTE),
        seconds @ 7200..172_800 => format!("every {} hours", (seconds + HOUR / 2) / HOUR),
        seconds => format!("every {} days", (seconds + DAY / 2) / DAY),
    }
}

/// How long ago `then` was, in whole days where there are any: "over 40 days ago".
pub fn days_ago(then: Timestamp, now: Timestamp) -> String {
    match (now.as_second() - then.as_second()) / DAY {
        days if days < 1 => ago(then, now),
        1 => "over 1 day ago".into(),
        days => format!("over {days} days ago"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(seconds).expect("within range")
    }

    #[test]
    fn spans_read_as_people_say_them() {
        let cases = [
            (0, "less than a minute"),
            (29, "less than a minute"),
            (30, "1 minute"),
            (89, "1 minute"),
            (90, "2 minutes"),
            (44 * MINUTE, "44 minutes"),
            (45 * MINUTE, "about 1 hour"),
            (89 * MINUTE, "about 1 hour"),
            (90 * MINUTE, "about 2 hours"),
            (2 * HOUR + 29 * MINUTE, "about 2 hours"),
            (23 * HOUR, "about 23 hours"),
            (24 * HOUR, "1 day"),
            (41 * HOUR, "1 day"),
            (42 * HOUR, "2 days"),
            (29 * DAY, "29 days"),
            (30 * DAY, "about 1 month"),
            (50 * DAY, "about 2 months"),
            (75 * DAY, "3 months"),
            (360 * DAY, "12 months"),
            (366 * DAY, "about 1 year"),
            (800 * DAY, "about 2 years"),
        ];
        for (seconds, want) in cases {
            assert_eq!(distance(at(0), at(seconds)), want, "{seconds} s");
            assert_eq!(distance(at(seconds), at(0)), want, "{seconds} s back");
        }
    }

    #[test]
    fn direction_is_told() {
        assert_eq!(later(at(0), at(2 * HOUR)), "about 2 hours later");
        assert_eq!(later(at(2 * HOUR), at(0)), "about 2 hours earlier");
        assert_eq!(ago(at(0), at(600)), "10 minutes ago");
        assert_eq!(ago(at(600), at(0)), "in 10 minutes");
        assert_eq!(days_ago(at(0), at(40 * DAY + HOUR)), "over 40 days ago");
        assert_eq!(days_ago(at(0), at(DAY)), "over 1 day ago");
        assert_eq!(days_ago(at(0), at(HOUR)), "about 1 hour ago");
        let every = |seconds| super::every(SignedDuration::from_secs(seconds));
        assert_eq!([every(1), every(90), every(900)], ["every second", "every 90 seconds", "every 15 minutes"]);
        assert_eq!([every(5 * HOUR), every(3 * DAY)], ["every 5 hours", "every 3 days"]);
        assert_eq!(date_time(at(1_795_356_120)), "22 November 2026, 14:02 UTC");
        assert_eq!(date(at(1_795_356_120)), "22 November 2026");
    }
}
