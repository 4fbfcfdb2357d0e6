use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use schedule::{LONGEST_INTERVAL, Poll, SHORTEST_INTERVAL, after_skipped, feed_interval};

fn minutes(poll: Poll) -> i64 {
    feed_interval(&poll).as_mins()
}

#[test]
fn a_feed_is_polled_as_often_as_it_brings_something() {
    let last = |m: i64| Some(SignedDuration::from_mins(m));
    let asks = |m: u64| Some(Duration::from_secs(m * 60));
    let crowded = |m, asked| Poll { last_interval: last(m), new_entries: 11, entries: 20, asked, ..Poll::default() };
    let cases: &[(&str, Poll, i64)] = &[
        ("first poll", Poll { new_entries: 50, entries: 50, ..Poll::default() }, 15),
        ("new entries", Poll { last_interval: last(15), new_entries: 1, entries: 20, ..Poll::default() }, 7),
        ("never under 5 minutes", Poll { last_interval: last(5), new_entries: 9, entries: 20, ..Poll::default() }, 5),
        ("nothing new", Poll { last_interval: last(20), ..Poll::default() }, 30),
        ("never over an hour", Poll { last_interval: last(50), ..Poll::default() }, 60),
        ("it asks for more", Poll { last_interval: last(15), new_entries: 1, asked: asks(30), ..Poll::default() }, 30),
        ("it asks for hours", Poll { last_interval: last(15), asked: asks(180), ..Poll::default() }, 180),
        ("it asks for a day", Poll { last_interval: last(15), asked: asks(1440), ..Poll::default() }, 360),
        (
            "it changes more often than it says",
            Poll { last_interval: last(15), new_entries: 1, asked: asks(1440), ..Poll::default() },
            60,
        ),
        ("it asks for a minute", Poll { last_interval: last(5), new_entries: 3, asked: asks(1), ..Poll::default() }, 5),
        ("more than half is new", crowded(60, None), 15),
        ("more than half is new, whatever it asks", crowded(40, asks(60)), 10),
        ("half is new", Poll { new_entries: 10, ..crowded(60, None) }, 30),
        ("a short list", Poll { last_interval: last(60), new_entries: 3, entries: 3, ..Poll::default() }, 30),
        ("failed once", Poll { last_interval: last(15), failures_in_row: 1, ..Poll::default() }, 30),
        ("failed long", Poll { last_interval: last(60), failures_in_row: 99, ..Poll::default() }, 1440),
        ("gone", Poll { last_interval: last(5), failures_in_row: 1, gone: true, ..Poll::default() }, 1440),
        ("Retry-After", Poll { last_interval: last(15), retry_after: asks(120), ..Poll::default() }, 120),
        ("Retry-After of a year", Poll { retry_after: asks(525_600), failures_in_row: 1, ..Poll::default() }, 1440),
    ];
    for (name, poll, want) in cases {
        assert_eq!(minutes(poll.clone()), *want, "{name}");
    }
}

#[test]
fn a_feed_is_left_alone_when_it_asks_to_be() {
    let night = &[0, 1, 2, 3, 4, 23][..];
    let cases: &[(&str, &[u8], &[u8], &str)] = &[
        ("2026-03-02T12:30:00Z", &[], &[], "2026-03-02T12:30:00Z"),
        ("2026-03-02T12:30:00Z", night, &[], "2026-03-02T12:30:00Z"),
        ("2026-03-02T23:10:00Z", night, &[], "2026-03-03T05:00:00Z"),
        ("2026-03-07T12:30:00Z", &[], &[5, 6], "2026-03-09T00:00:00Z"),
        ("2026-03-06T23:30:00Z", night, &[5], "2026-03-08T05:00:00Z"),
        // Whoever asks for no poll at all is not listened to.
        ("2026-03-02T12:30:00Z", &[], &[0, 1, 2, 3, 4, 5, 6], "2026-03-02T12:30:00Z"),
    ];
    for (next, hours, days, want) in cases {
        let next: Timestamp = next.parse().unwrap();
        assert_eq!(after_skipped(next, hours, days).to_string(), *want, "{next} {hours:?} {days:?}");
    }
}

proptest! {
    #[test]
    fn an_interval_without_failures_lies_between_5_minutes_and_an_hour_or_what_the_feed_asks(
        last in proptest::option::of(any::<i32>()), new_entries: u32, entries: u32, asked in proptest::option::of(any::<u32>()),
    ) {
        let poll = Poll {
            last_interval: last.map(|s| SignedDuration::from_secs(s.into())),
            new_entries,
            entries,
            asked: asked.map(|s| Duration::from_secs(s.into())),
            ..Poll::default()
        };
        let most = LONGEST_INTERVAL.max(SignedDuration::from_secs(asked.unwrap_or(0).into()));
        prop_assert!((SHORTEST_INTERVAL..=most).contains(&feed_interval(&poll)));
    }

    #[test]
    fn a_skipped_time_is_later_by_two_days_at_most(
        second in -100_000_000_000_i64..200_000_000_000,
        hours in proptest::collection::vec(0_u8..30, 0..24), days in proptest::collection::vec(0_u8..9, 0..7),
    ) {
        let next = Timestamp::from_second(second).unwrap();
        let after = after_skipped(next, &hours, &days);
        prop_assert!(after >= next && after.duration_since(next) <= SignedDuration::from_hours(48));
    }
}
