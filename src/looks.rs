//! The account of an article's looks: runs that found the same, gaps, and when the next look is.

use jiff::{SignedDuration, Timestamp};
use news::{Gap, Look, NextLook, Timeline};
use publish::words;

/// An interval without a look that told us something is named from this length on, as on the pages.
const LONG_GAP: SignedDuration = SignedDuration::from_hours(2);

/// Gaps inside a run that are named one by one; more of them are summed up.
const NAMED_GAPS: usize = 2;

/// All looks of a timeline, oldest first: a line for neighbours that found the same, and the long gaps.
pub fn account(timeline: &Timeline) -> String {
    let gaps: Vec<Gap> = timeline.gaps().into_iter().filter(|gap| gap.to.duration_since(gap.from) > LONG_GAP).collect();
    let same = |a: &Look, b: &Look| (a.sighting, a.failure, a.shows) == (b.sighting, b.failure, b.shows);
    let mut out = String::from("Looks, in UTC\n");
    if timeline.looks.is_empty() {
        out.push_str("  none yet\n");
    }
    for run in timeline.looks.chunk_by(same) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
        let span = if run.len() > 1 { between(first.at, last.at) } else { minute(first.at) };
        out.push_str(&format!("  {span:<35} {:>9}  {}\n", words::count(run.len(), "look", "looks"), saw(first)));
        let begun = gaps.iter().filter(|gap| gap.from >= first.at && gap.from <= last.at);
        let (inside, after): (Vec<&Gap>, Vec<&Gap>) = begun.partition(|gap| gap.to <= last.at);
        out.push_str(&lines_of(&inside));
        out.push_str(&lines_of(&after));
    }
    out
}

/// When the next look is, or was due.
pub fn next(timeline: &Timeline, now: Timestamp) -> String {
    match timeline.next {
        NextLook::At(at) if at > now => format!("The next look is at {}.", words::date_time(at)),
        NextLook::At(at) => format!("The next look was due at {}.", words::date_time(at)),
        NextLook::Never => "It won't be checked again for changes.".to_owned(),
    }
}

/// What a look found: "the article: version 2", "nothing: the look failed (no answer in time)".
pub fn saw(look: &Look) -> String {
    let why = look.failure.map_or_else(String::new, |failure| format!(" ({})", words::failure(failure)));
    let version = look.shows.map_or_else(String::new, |number| format!(": version {number}"));
    format!("{}{why}{version}", words::sighting(look.sighting))
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
