//! `Retry-After` (RFC 9110 §10.2.3) and the three spellings of HTTP dates (§5.6.7).

use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use news::Answer;

/// How long an answer asks to be left alone: `Retry-After` of a 429 or 503, in seconds or as a date.
///
/// `None` for other statuses, no or an unreadable field. A date in the past is no pause.
pub fn retry_after(answer: &Answer, now: Timestamp) -> Option<Duration> {
    if !matches!(answer.status, 429 | 503) {
        return None;
    }
    let value = answer.header("retry-after")?.trim();
    if !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit()) {
        return Some(Duration::from_secs(value.parse().unwrap_or(u64::MAX))); // more digits than a u64 holds
    }
    let until = http_date(value)?;
    Some(Duration::try_from(until.duration_since(now)).unwrap_or(Duration::ZERO)) // negative: it has passed
}

fn http_date(text: &str) -> Option<Timestamp> {
    const FORMS: [&str; 3] = ["%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %e %H:%M:%S %Y"];
    let date = FORMS.iter().find_map(|form| DateTime::strptime(form, text).ok())?;
    date.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_and_dates_are_read() {
        let now: Timestamp = "1994-11-06T08:49:00Z".parse().expect("a time");
        let cases = [
            (429, "120", Some(120)),
            (503, " 0 ", Some(0)),
            (503, "Sun, 06 Nov 1994 08:49:37 GMT", Some(37)),
            (503, "Sunday, 06-Nov-94 08:49:37 GMT", Some(37)),
            (503, "Sun Nov  6 08:49:37 1994", Some(37)),
            (503, "Sun, 06 Nov 1994 08:48:37 GMT", Some(0)),
            (429, "99999999999999999999999", Some(u64::MAX)),
            (429, "-5", None),
            (429, "soon", None),
            (429, "", None),
            (200, "120", None),
        ];
        for (status, value, want) in cases {
            let head = format!("HTTP/1.1 {status} X\r\nRetry-After: {value}\r\nContent-Length: 0\r\n\r\n");
            let answer = crate::answer_from_bytes("http://outlet.example/", "", head, "").expect("a readable answer");
            assert_eq!(retry_after(&answer, now), want.map(Duration::from_secs), "{status} {value}");
        }
    }
}
