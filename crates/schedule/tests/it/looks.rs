use std::time::Duration;

use jiff::SignedDuration;
use news::{NextLook, Sighting, Timestamp};
use proptest::prelude::*;
use schedule::{GROWTH, History, LONGEST_GAP, Plan, SHORTEST_GAP, first_look, next_look};

const ENTRY_SEEN: Timestamp = Timestamp::constant(1_780_000_000, 0);

fn history(outcome: Sighting) -> History {
    History {
        last_gap: Some(SHORTEST_GAP),
        changed: false,
        outcome,
        retry_after: None,
        failures_in_row: 0,
        gone_in_row: 0,
        other_pages_in_row: None,
    }
}

fn first_version() -> History {
    History { last_gap: None, changed: true, ..history(Sighting::Article) }
}

fn gap_to_next(plan: &Plan, now: Timestamp) -> Option<SignedDuration> {
    match plan.next {
        NextLook::At(next) => Some(next.duration_since(now)),
        NextLook::Never => None,
    }
}

/// Every look of an article that never changes: the times, and the plan after each.
fn quiet_life(seed: u64) -> Vec<(Timestamp, Plan)> {
    let mut now = first_look(ENTRY_SEEN, seed);
    let mut plan = next_look(&first_version(), now, seed);
    let mut life = vec![(now, plan)];
    while let NextLook::At(next) = plan.next {
        now = next;
        plan = next_look(&History { last_gap: Some(plan.gap), ..history(Sighting::Unchanged) }, now, seed);
        life.push((now, plan));
        assert!(life.len() < 100, "the schedule does not end");
    }
    life
}

#[test]
fn an_article_that_never_changes_is_looked_at_42_times_over_about_220_days() {
    let life = quiet_life(7);
    assert_eq!(life.len(), 1 + 42);
    let days = life[42].0.duration_since(ENTRY_SEEN).as_hours() / 24;
    assert!((209..=231).contains(&days), "{days} days");
    let last_gap = life[42].0.duration_since(life[41].0).as_hours() / 24;
    assert!((34..=39).contains(&last_gap), "{last_gap} days");
}

#[test]
fn the_first_gaps_are_the_ancestors() {
    let gaps: Vec<i64> = quiet_life(7).iter().take(6).map(|(_, plan)| plan.gap.as_secs()).collect();
    assert_eq!(gaps, [1800, 2160, 2592, 3110, 3732, 4478]);
}

#[test]
fn pages_can_tell_the_exact_last_look_from_the_first_day() {
    let life = quiet_life(3);
    let last = life[42].0;
    for (at, plan) in life {
        assert_eq!(plan.last_look, last, "told at {at}");
    }
}

#[test]
fn an_outcome_leads_to_a_gap_in_minutes() {
    let hours = |h| Some(SignedDuration::from_hours(h));
    let calm = |outcome| History { last_gap: hours(10), ..history(outcome) };
    let cases: &[(&str, History, i64, i64)] = &[
        ("the first version", first_version(), 30, 31),
        ("a change resets", History { changed: true, ..calm(Sighting::Article) }, 30, 31),
        ("an article that only stood", calm(Sighting::Article), 684, 756),
        ("304", calm(Sighting::Unchanged), 684, 756),
        ("a wall is an answer", calm(Sighting::Walled), 684, 756),
        ("a bot check is an answer", calm(Sighting::Blocked), 684, 756),
        ("an old copy is an answer", calm(Sighting::StaleCopy), 684, 756),
        ("gone is news", calm(Sighting::Gone), 30, 31),
        ("still gone", History { gone_in_row: 1, ..calm(Sighting::Gone) }, 684, 756),
        ("back is news", History { gone_in_row: 4, ..calm(Sighting::Article) }, 30, 31),
        ("a block page where it was gone", History { gone_in_row: 4, ..calm(Sighting::Blocked) }, 684, 756),
        ("first error", calm(Sighting::Error), 5, 5),
        ("second error", History { failures_in_row: 1, ..calm(Sighting::Error) }, 10, 10),
        ("third error", History { failures_in_row: 2, ..calm(Sighting::Error) }, 20, 20),
        ("errors wait at most the gap", History { failures_in_row: 7, ..calm(Sighting::Error) }, 600, 600),
        ("errors at the very first look", History { last_gap: None, ..history(Sighting::Error) }, 5, 5),
        ("a short gap caps them", History { failures_in_row: 5, ..history(Sighting::Error) }, 30, 30),
        ("errors for days thin out", History { failures_in_row: 18, ..history(Sighting::Error) }, 185, 186),
        ("errors for years", History { failures_in_row: 5_000, ..history(Sighting::Error) }, 57_600, 57_600),
    ];
    for (name, history, from, to) in cases {
        let plan = next_look(history, ENTRY_SEEN, 1);
        let minutes = gap_to_next(&plan, ENTRY_SEEN).map(|gap| gap.as_mins());
        assert!(minutes.is_some_and(|m| (*from..=*to).contains(&m)), "{name}: {minutes:?}");
    }
}

#[test]
fn what_was_never_an_article_is_looked_at_four_times_and_then_no_more() {
    for outcome in [Sighting::Index, Sighting::Feed, Sighting::Video, Sighting::Empty] {
        let (mut now, mut looks, mut first) = (ENTRY_SEEN, 1, None);
        loop {
            let history = History { last_gap: None, other_pages_in_row: Some(looks - 1), ..history(outcome) };
            let plan = next_look(&history, now, 5);
            let promised = *first.get_or_insert(plan.last_look);
            assert_eq!(plan.last_look, promised, "{outcome:?}, look {looks}");
            let NextLook::At(next) = plan.next else { break };
            (now, looks) = (next, looks + 1);
        }
        assert_eq!(looks, schedule::OTHER_PAGES, "{outcome:?}");
        let hours = now.duration_since(ENTRY_SEEN).as_hours();
        assert!((10..=11).contains(&hours), "{outcome:?}: {hours} hours");
    }
    // What has been an article once may be one again, and walls pass.
    for history in [
        history(Sighting::Index),
        History { other_pages_in_row: Some(9), ..history(Sighting::Consent) },
        History { other_pages_in_row: Some(9), ..history(Sighting::NeedsScript) },
        History { other_pages_in_row: Some(9), ..history(Sighting::Error) },
        History { other_pages_in_row: Some(9), changed: true, ..history(Sighting::Article) },
    ] {
        assert_ne!(next_look(&history, ENTRY_SEEN, 1).next, NextLook::Never, "{history:?}");
    }
}

#[test]
fn errors_neither_grow_the_gap_nor_end_the_schedule() {
    let last = Some(LONGEST_GAP.mul_f64(0.99));
    for failures_in_row in [0, 3, 50, u32::MAX] {
        let history = History { last_gap: last, failures_in_row, ..history(Sighting::Error) };
        let plan = next_look(&history, ENTRY_SEEN, 1);
        assert_eq!(Some(plan.gap), last);
        assert_ne!(plan.next, NextLook::Never);
        // The last planned look is the one that failed: it is tried again.
        assert_eq!(NextLook::At(plan.last_look), plan.next);
    }
}

#[test]
fn an_outlet_that_asks_for_a_pause_gets_it() {
    let pause = |outcome, secs| {
        let history = History { retry_after: Some(Duration::from_secs(secs)), ..history(outcome) };
        gap_to_next(&next_look(&history, ENTRY_SEEN, 1), ENTRY_SEEN)
    };
    assert_eq!(pause(Sighting::Error, 7_200), Some(SignedDuration::from_secs(7_200)));
    assert_eq!(pause(Sighting::Article, 86_400), Some(SignedDuration::from_secs(86_400)));
    assert_eq!(pause(Sighting::Error, u64::MAX), Some(LONGEST_GAP));
}

#[test]
fn times_at_the_end_of_the_calendar_do_not_overflow() {
    let plan = next_look(&first_version(), Timestamp::MAX, 1);
    assert_eq!(plan.next, NextLook::At(Timestamp::MAX));
    assert_eq!(first_look(Timestamp::MAX, 1), Timestamp::MAX);
}

#[test]
fn articles_of_one_feed_do_not_come_due_together() {
    let mut times: Vec<_> = (0..50)
        .map(|seed| next_look(&first_version(), ENTRY_SEEN, seed).last_look)
        .chain((0..50).map(|seed| first_look(ENTRY_SEEN, seed)))
        .collect();
    times.sort();
    times.dedup();
    assert_eq!(times.len(), 100);
}

fn any_history() -> impl Strategy<Value = History> {
    let pause = proptest::option::of(0_u64..10_000_000);
    (
        proptest::option::of(-10_i64..10_000_000),
        any::<bool>(),
        0_usize..Sighting::ALL.len(),
        pause,
        0_u32..200,
        0_u32..9,
        proptest::option::of(any::<u32>()),
    )
        .prop_map(|(last_gap, changed, outcome, retry_after, failures_in_row, gone_in_row, other_pages_in_row)| {
            History {
                last_gap: last_gap.map(SignedDuration::from_secs),
                changed,
                outcome: Sighting::ALL[outcome],
                retry_after: retry_after.map(Duration::from_secs),
                failures_in_row,
                gone_in_row,
                other_pages_in_row,
            }
        })
}

proptest! {
    #[test]
    fn a_plan_keeps_its_bounds(history in any_history(), seed: u64) {
        let plan = next_look(&history, ENTRY_SEEN, seed);
        let failed = history.outcome == Sighting::Error;
        prop_assert!((SHORTEST_GAP..=LONGEST_GAP).contains(&plan.gap));
        prop_assert!(plan.last_look >= ENTRY_SEEN);
        match gap_to_next(&plan, ENTRY_SEEN) {
            None => {
                prop_assert!(!failed && !history.changed);
                prop_assert_eq!(plan.last_look, ENTRY_SEEN);
            }
            Some(gap) => {
                let shortest = if failed { SignedDuration::from_mins(5) } else { SHORTEST_GAP };
                prop_assert!(gap >= shortest);
                prop_assert!(gap <= LONGEST_GAP.mul_f64(1.05));
                let asked = history.retry_after.map_or(0, |p| p.as_secs() as i64).min(LONGEST_GAP.as_secs());
                prop_assert!(gap.as_secs() >= asked);
                prop_assert!(plan.last_look >= ENTRY_SEEN + gap);
            }
        }
    }

    #[test]
    fn every_quiet_life_ends_after_42_unchanged_looks_and_slows_down(seed: u64) {
        let life = quiet_life(seed);
        prop_assert_eq!(life.len(), 43);
        let gaps: Vec<_> = life.windows(2).map(|w| w[1].0.duration_since(w[0].0)).collect();
        // 5 % of jitter either way cannot hide a growth of 20 %.
        prop_assert!(gaps.windows(2).all(|w| w[1] > w[0]), "{:?}", gaps);
    }

    #[test]
    fn a_longer_gap_never_leads_to_an_earlier_look(seconds in 1_800_i64..2_390_000, seed: u64) {
        let after = |secs: i64| {
            let last_gap = Some(SignedDuration::from_secs(secs));
            next_look(&History { last_gap, ..history(Sighting::Unchanged) }, ENTRY_SEEN, seed)
        };
        let (sooner, later) = (after(seconds), after((seconds as f64 * GROWTH) as i64));
        prop_assert!(sooner.gap < later.gap);
        prop_assert!(gap_to_next(&sooner, ENTRY_SEEN) < gap_to_next(&later, ENTRY_SEEN));
    }
}
