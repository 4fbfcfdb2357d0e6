use std::time::Duration;

use jiff::SignedDuration;
use proptest::prelude::*;
use schedule::{LONGEST_INTERVAL, Poll, SHORTEST_INTERVAL, feed_interval};

fn minutes(poll: Poll) -> i64 {
    feed_interval(&poll).as_mins()
}

#[test]
fn a_feed_is_polled_as_often_as_it_brings_something() {
    let last = |m: i64| Some(SignedDuration::from_mins(m));
    let asks = |m: u64| Some(Duration::from_secs(m * 60));
    let cases: &[(&str, Poll, i64)] = &[
        ("first poll", Poll { new_entries: 50, ..Poll::default() }, 15),
        ("new entries", Poll { last_interval: last(15), new_entries: 1, ..Poll::default() }, 7),
        ("never under 5 minutes", Poll { last_interval: last(5), new_entries: 9, ..Poll::default() }, 5),
        ("nothing new", Poll { last_interval: last(20), ..Poll::default() }, 30),
        ("never over an hour", Poll { last_interval: last(50), ..Poll::default() }, 60),
        ("ttl", Poll { last_interval: last(15), new_entries: 1, ttl: asks(30), ..Poll::default() }, 30),
        ("a ttl of a day", Poll { last_interval: last(15), ttl: asks(1440), ..Poll::default() }, 60),
        ("a ttl of a minute", Poll { last_interval: last(5), new_entries: 3, ttl: asks(1), ..Poll::default() }, 5),
        ("failed once", Poll { last_interval: last(15), failures_in_row: 1, ..Poll::default() }, 30),
        ("failed long", Poll { last_interval: last(60), failures_in_row: 99, ..Poll::default() }, 1440),
        ("Retry-After", Poll { last_interval: last(15), retry_after: asks(120), ..Poll::default() }, 120),
        ("Retry-After of a year", Poll { retry_after: asks(525_600), failures_in_row: 1, ..Poll::default() }, 1440),
    ];
    for (name, poll, want) in cases {
        assert_eq!(minutes(poll.clone()), *want, "{name}");
    }
}

proptest! {
    #[test]
    fn an_interval_without_failures_lies_between_5_minutes_and_an_hour(
        last in proptest::option::of(any::<i32>()), new_entries: u32, ttl in proptest::option::of(any::<u32>()),
    ) {
        let poll = Poll {
            last_interval: last.map(|s| SignedDuration::from_secs(s.into())),
            new_entries,
            ttl: ttl.map(|s| Duration::from_secs(s.into())),
            ..Poll::default()
        };
        let interval = feed_interval(&poll);
        prop_assert!((SHORTEST_INTERVAL..=LONGEST_INTERVAL).contains(&interval));
    }
}
