//! Alarms in words, with their figures.

use news::{Alarm, Field, Share, Timestamp, Trouble};

use super::{count, date_time, grouped};

/// What an alarm says, in a sentence or two.
pub fn alarm(alarm: &Alarm) -> String {
    match *alarm {
        Alarm::Field { field, before, since, at } => format!(
            "{} in {} readings before {}; in {} since. The pages may have been rebuilt, so that our reader no longer \
             finds them.",
            found(field),
            share(before),
            date_time(at),
            share(since)
        ),
        Alarm::Length { before, since, at } if since < before => format!(
            "Half of the texts had {} or more before {}; three in four have had fewer than {} since. Our reader may \
             miss part of them.",
            words(before),
            date_time(at),
            grouped(since as usize + 1)
        ),
        Alarm::Length { before, since, at } => format!(
            "Half of the texts had {} or fewer before {}; three in four have had {} or more since. Our reader may take \
             something else for text.",
            words(before),
            date_time(at),
            grouped(since as usize)
        ),
        Alarm::Looks { trouble, before: Some(before), since } => format!(
            "{} of the last {} looks, within a day, {}; of the {} of the two days before, {} did.",
            grouped(since.count as usize),
            grouped(since.of as usize),
            met(trouble),
            grouped(before.of as usize),
            none_or(before.count),
        ),
        Alarm::Looks { trouble, before: None, since } => {
            format!(
                "{} of all {} looks of the last three days {}.",
                grouped(since.count as usize),
                grouped(since.of as usize),
                met(trouble)
            )
        }
        Alarm::Burst { since, usual, at } => format!(
            "{} changed within two hours from {} on, at {} looks; before, {} of {} looks brought a change. The pages may \
             have been rebuilt, and these may not be edits.",
            count(since.count as usize, "article", "articles"),
            date_time(at),
            grouped(since.of as usize),
            none_or(usual.count),
            grouped(usual.of as usize),
        ),
    }
}

/// The same in a few words, and since when where that is known.
pub fn alarm_in_short(alarm: &Alarm) -> (String, Option<Timestamp>) {
    let (what, at) = match *alarm {
        Alarm::Field { field, at, .. } => (format!("{} hardly found", name(field)), Some(at)),
        Alarm::Length { before, since, at } => {
            (format!("Texts {}", if since < before { "half as long" } else { "twice as long" }), Some(at))
        }
        Alarm::Looks { trouble, .. } => (format!("Most looks {}", met(trouble)), None),
        Alarm::Burst { since, at, .. } => {
            (format!("{} changed at once", count(since.count as usize, "article", "articles")), Some(at))
        }
    };
    (what, at)
}

fn words(n: u32) -> String {
    count(n as usize, "word", "words")
}

fn share(share: Share) -> String {
    format!("{} of {}", none_or(share.count), grouped(share.of as usize))
}

fn none_or(n: u32) -> String {
    if n == 0 { "none".to_owned() } else { grouped(n as usize) }
}

fn name(field: Field) -> &'static str {
    match field {
        Field::Headline => "Headlines",
        Field::Byline => "Bylines",
        Field::PublishedAt => "Times of publication",
        Field::Standfirst => "Standfirsts",
    }
}

fn found(field: Field) -> String {
    format!("{} were found", name(field))
}

fn met(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::Walls => "met a wall",
        Trouble::Blocks => "met a bot check or a consent dialog",
        Trouble::Scripts => "met a page whose text only a script would bring",
        Trouble::Empties => "met a page without the text",
        Trouble::Refusals => "were refused by robots.txt",
        Trouble::Failures => "failed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alarms_say_what_was_seen_with_figures() {
        let at: Timestamp = "2026-05-03T09:30:00Z".parse().expect("a time");
        let (before, since) = (Share { count: 57, of: 60 }, Share { count: 2, of: 30 });
        let cases = [
            (
                Alarm::Field { field: Field::Byline, before, since, at },
                "Bylines were found in 57 of 60 readings before 3 May 2026, 09:30 UTC; in 2 of 30 since.",
            ),
            (
                Alarm::Length { before: 612, since: 87, at },
                "Half of the texts had 612 words or more before 3 May 2026, 09:30 UTC; three in four have had fewer than \
                 88 since.",
            ),
            (
                Alarm::Looks { trouble: Trouble::Blocks, before: Some(Share { count: 0, of: 1200 }), since: before },
                "57 of the last 60 looks, within a day, met a bot check or a consent dialog; of the 1,200 of the two days \
                 before, none did.",
            ),
            (
                Alarm::Looks { trouble: Trouble::Refusals, before: None, since: Share { count: 60, of: 60 } },
                "60 of all 60 looks of the last three days were refused by robots.txt.",
            ),
            (
                Alarm::Burst { since: Share { count: 31, of: 40 }, usual: Share { count: 12, of: 900 }, at },
                "31 articles changed within two hours from 3 May 2026, 09:30 UTC on, at 40 looks; before, 12 of 900 looks \
                 brought a change.",
            ),
        ];
        for (one, want) in cases {
            assert!(alarm(&one).starts_with(want), "{}\n{want}", alarm(&one));
        }
    }
}
