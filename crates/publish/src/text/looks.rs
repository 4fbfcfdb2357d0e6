//! The account of an article's looks: runs that found the same, and gaps.

use news::{Gap, Look, Timeline, Timestamp};

use crate::svg::LONG_GAP;
use crate::words;

/// Gaps inside a run that are named one by one; more of them are summed up.
const NAMED_GAPS: usize = 2;

/// All looks of a timeline up to `now`, oldest first: a line for neighbours that found the same, and the
/// gaps that the pages tell of.
pub fn account(timeline: &Timeline, now: Timestamp) -> String {
    let gaps = timeline.unseen(now, LONG_GAP);
    let same = |a: &Look, b: &Look| (a.sighting, a.failure, a.shows) == (b.sighting, b.failure, b.shows);
    let mut out = String::from("Looks, in UTC\n");
    if timeline.looks.is_empty() {
        out.push_str("  none yet\n");
    }
    for run in timeline.looks.chunk_by(same) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
        let span = if run.len() > 1 { between(first.at, last.at) } else { minute(first.at) };
        out.push_str(&format!("  {span:<35} {:>9}  {}\n", words::count(run.len(), "look", "looks"), words::saw(first)));
        let begun = gaps.iter().filter(|gap| gap.from >= first.at && gap.from <= last.at);
        let (inside, after): (Vec<&Gap>, Vec<&Gap>) = begun.partition(|gap| gap.to <= last.at);
        out.push_str(&lines_of(&inside));
        out.push_str(&lines_of(&after));
    }
    out
}

fn lines_of(gaps: &[&Gap]) -> String {
    let length = |gap: &Gap| gap.to.duration_since(gap.from);
    match gaps.iter().max_by_key(|gap| length(gap)) {
        Some(longest) if gaps.len() > NAMED_GAPS => {
            let span = words::distance(longest.from, longest.to);
            format!(
                "    {} gaps of more than 2 hours, the longest {span}: {}\n",
                gaps.len(),
                between(longest.from, longest.to)
            )
        }
        _ => gaps.iter().map(|gap| line_of(gap)).collect(),
    }
}

fn line_of(gap: &Gap) -> String {
    let (span, cause) = (words::distance(gap.from, gap.to), words::gap_cause(gap.cause));
    format!("    gap of {span}: {} ({cause})\n", between(gap.from, gap.to))
}

fn between(from: Timestamp, to: Timestamp) -> String {
    let (first, last) = (minute(from), minute(to));
    // The day is said once.
    match last.strip_prefix(first.split(' ').next().unwrap_or_default()) {
        Some(time) => format!("{first} –{time}"),
        None => format!("{first} – {last}"),
    }
}

/// The instant to the minute: "2026-11-22 14:02".
fn minute(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU32;

    use jiff::SignedDuration;
    use news::{Article, ArticleId, Failure, NextLook, Outlet, OutletId, Sighting};

    use super::*;

    fn at(minutes: i64) -> Timestamp {
        "2026-11-22T14:02:30Z".parse::<Timestamp>().expect("a time") + SignedDuration::from_mins(minutes)
    }

    /// Looks at these minutes; `None`: no answer in time.
    fn timeline(looks: &[(i64, Option<Sighting>)], next: NextLook) -> Timeline {
        let outlet = Outlet { id: OutletId(1), name: "A".into(), domain: "a.example".into(), homepage: None };
        let article = Article {
            id: ArticleId::new(outlet.id, 1),
            url: "http://a.example/x".into(),
            key: "a.example/x".into(),
            headline: None,
            language: None,
            first_seen: at(0),
            published_at: None,
        };
        let look = |(number, (minute, sighting)): (u32, &(i64, Option<Sighting>))| Look {
            number,
            at: at(*minute),
            sighting: sighting.unwrap_or(Sighting::Error),
            failure: sighting.is_none().then_some(Failure::Timeout),
            shows: sighting.and(NonZeroU32::new(1)),
        };
        let looks = (1..).zip(looks).map(look).collect();
        Timeline {
            outlet,
            article,
            versions: vec![],
            hidden: vec![],
            changes: vec![],
            looks,
            next,
            halted: None,
            merged: None,
            also_recorded: vec![],
            former_addresses: vec![],
        }
    }

    #[test]
    fn neighbours_that_found_the_same_are_one_line_and_long_gaps_are_named() {
        let (seen, same) = (Some(Sighting::Article), Some(Sighting::Unchanged));
        let failed = [(100, None), (105, None)];
        let later = [(240, same), (420, same), (1500, same), (3000, same)];
        let looks = [&[(0, seen), (30, same), (66, same)][..], &failed, &later].concat();
        let account = account(&timeline(&looks, NextLook::Never), at(3200));
        let told = [
            "Looks, in UTC",
            "  2026-11-22 14:02                       1 look  the article: version 1",
            "  2026-11-22 14:32 – 15:08              2 looks  the article, unchanged: version 1",
            "    gap of about 3 hours: 2026-11-22 15:08 – 18:02 (our looks told us nothing)",
            "  2026-11-22 15:42 – 15:47              2 looks  nothing: the look failed (no answer in time)",
            "  2026-11-22 18:02 – 2026-11-24 16:02   4 looks  the article, unchanged: version 1",
            "    3 gaps of more than 2 hours, the longest 1 day: 2026-11-23 15:02 – 2026-11-24 16:02",
            "    gap of about 3 hours: 2026-11-24 16:02 – 19:22 (no look was planned)",
        ];
        assert_eq!(account.lines().collect::<Vec<_>>(), told, "{account}");
        let causes = [
            (NextLook::Never, "no look was planned"),
            (NextLook::At(at(3100)), "no look was planned"),
            (NextLook::At(at(5000)), "no look was planned"),
            (NextLook::At(at(3030)), "a look was due, and nobody looked"),
        ];
        for (next, cause) in causes {
            let account = super::account(&timeline(&looks, next), at(3200));
            assert!(account.ends_with(&format!("({cause})\n")), "{next:?}: {account}");
        }
        assert_eq!(super::account(&timeline(&[], NextLook::Never), at(0)), "Looks, in UTC\n  none yet\n");
    }

    #[test]
    fn a_look_that_is_late_was_due() {
        let timeline = timeline(&[], NextLook::At(at(0)));
        assert_eq!(words::next_look(&timeline, at(-1)), "The next look is at 22 November 2026, 14:02 UTC.");
        assert_eq!(words::next_look(&timeline, at(1)), "The next look was due at 22 November 2026, 14:02 UTC.");
    }
}
