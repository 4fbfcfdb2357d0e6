//! Looks as rows of a table: neighbours that found the same are one row, and what was not seen between them is a row
//! as well. It says all that the picture of the timeline says.

use std::collections::HashMap;

use news::{Gap, GapCause, Look, Timeline, Timestamp};

use crate::part::When;
use crate::{svg, words};

/// Looks one after another that found the same, or a time in which nothing was seen.
pub struct LookRun {
    /// The first of them, or where the time begins.
    pub from: When,
    /// The last of them, if there are several, or where the time ends.
    pub to: Option<When>,
    /// How many they are; `None` for a time in which nothing was seen.
    pub looks: Option<usize>,
    /// What they found.
    pub saw: String,
}

/// Rows on an article's page; the CSV has every look.
const MOST: usize = 300;

/// The newest looks of a timeline up to `now`, oldest first, and how many rows before them are left out.
pub fn newest_runs(timeline: &Timeline, now: Timestamp) -> (Vec<LookRun>, usize) {
    let mut runs = runs(timeline, now);
    let left_out = runs.len().saturating_sub(MOST);
    (runs.split_off(left_out), left_out)
}

/// All looks of a timeline up to `now`, oldest first.
fn runs(timeline: &Timeline, now: Timestamp) -> Vec<LookRun> {
    let gaps = timeline.unseen(now, svg::LONG_GAP);
    let gaps: HashMap<Timestamp, Gap> = gaps.into_iter().map(|gap| (gap.from, gap)).collect();
    let gap_after = |look: &Look| gaps.get(&look.at);
    let same = |a: &Look, b: &Look| (a.sighting, a.failure, a.shows) == (b.sighting, b.failure, b.shows);
    let together = timeline.looks.chunk_by(|a, b| same(a, b) && gap_after(a).is_none());
    together.flat_map(|looks| [run(looks), looks.last().and_then(gap_after).map(unseen)]).flatten().collect()
}

fn run(looks: &[Look]) -> Option<LookRun> {
    let (first, last) = (looks.first()?, looks.last()?);
    Some(LookRun {
        from: When::at(first.at),
        to: (looks.len() > 1).then(|| When::at(last.at)),
        looks: Some(looks.len()),
        saw: words::saw(first),
    })
}

fn unseen(gap: &Gap) -> LookRun {
    let saw = match gap.cause {
        GapCause::Planned => "Not seen: an edit could have been missed",
        GapCause::Overdue => "Not seen, for a look was due and nobody looked: an edit could have been missed",
        GapCause::Untold => "Not seen, for the looks told us nothing: an edit could have been missed",
    };
    LookRun { from: When::at(gap.from), to: Some(When::at(gap.to)), looks: None, saw: saw.to_owned() }
}
