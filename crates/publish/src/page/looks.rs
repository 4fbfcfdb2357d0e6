//! Looks as rows of a table: neighbours that found the same are one row.

use news::{Look, Timeline};

use crate::part::When;
use crate::svg;

/// Looks one after another that found the same.
pub struct LookRun {
    /// The first of them.
    pub from: When,
    /// The last of them, if there are several.
    pub to: Option<When>,
    /// How many they are.
    pub looks: usize,
    /// What they found.
    pub saw: String,
}

/// All looks of a timeline, oldest first.
pub fn runs(timeline: &Timeline) -> Vec<LookRun> {
    let same = |a: &Look, b: &Look| (a.sighting, a.failure, a.shows) == (b.sighting, b.failure, b.shows);
    timeline.looks.chunk_by(same).filter_map(run).collect()
}

fn run(looks: &[Look]) -> Option<LookRun> {
    let (first, last) = (looks.first()?, looks.last()?);
    let version = first.shows.map(|n| format!(": version {n}")).unwrap_or_default();
    Some(LookRun {
        from: When::at(first.at),
        to: (looks.len() > 1).then(|| When::at(last.at)),
        looks: looks.len(),
        saw: format!("{}{version}", svg::found(first)),
    })
}
