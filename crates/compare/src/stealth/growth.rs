//! Whether the later text of two tells that the story went on, and what differs because of it.

use std::ops::Range;

use news::{Amount, Change, ChangeKind, Fact, Hunk, Region};

use text::tells_of_earlier;

use super::passage::{LOOKED_AT, holds};
use super::weight::{days, is_later_hour};

/// Signs of a story that went on, at least, for its differences to count as growth.
const SIGNS: usize = 2;

/// How a story grows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Growth {
    /// It is young, live, or goes on.
    pub is_expected: bool,
    /// The later text tells that it went on.
    pub goes_on: bool,
}

impl Growth {
    /// What a type weighs of what it would weigh in a story that has stood.
    pub fn factor(self, hunk: &Hunk, kind: ChangeKind) -> f32 {
        const GROWN: f32 = 0.3;
        const NEWER: f32 = 0.5;
        use ChangeKind as K;
        let is_first = matches!(hunk.place, Region::Headline | Region::Standfirst | Region::Lead);
        let is_growth = match kind {
            K::AddPara | K::Reworded | K::QuoteAdded | K::NumberAdded | K::NameAdded => true,
            K::NumberChanged => hunk.facts.iter().filter(|f| f.kind == kind).all(is_higher_toll),
            _ => false,
        };
        let is_newer = matches!(
            kind,
            K::NumberChanged | K::NumberRemoved | K::DateChanged | K::QuoteChanged | K::HeadlineChanged | K::RemPara
        );
        if self.is_expected && is_growth {
            GROWN
        } else if self.goes_on && is_newer && is_first {
            NEWER
        } else {
            1.0
        }
    }
}

/// Whether a text tells what happened since the earlier one, by at least two signs: a later hour, a later stamp, more
/// victims, a figure
/// that stands there as what was known before, much that came. A correction in silence has one of them at most.
pub(super) fn goes_on(change: &Change, texts: [&str; 2], tells_of_earlier: bool) -> bool {
    if change.hunks.len() > LOOKED_AT {
        return false;
    }
    // What takes a look at the whole text comes last: alone it is one sign.
    let told = [
        has_later_hour(change, true),
        has_later_hour(change, false),
        has_higher_toll(change),
        tells_of_earlier,
        keeps_old_figure(change, texts[1]),
    ];
    let told = told.into_iter().filter(|sign| *sign).count();
    told >= SIGNS || told + 1 >= SIGNS && brings_much(change, texts[1])
}

/// The hour of the text, or of its stamp, is a later one, or one came.
fn has_later_hour(change: &Change, of_stamp: bool) -> bool {
    let is_hour = |shown: &Option<String>| shown.as_ref().is_some_and(|shown| shown.contains(':'));
    let hunks = change.hunks.iter().filter(|hunk| (hunk.place == Region::Stamp) == of_stamp);
    hunks.flat_map(days).any(|days| is_later_hour(days) || days.before.is_none() && is_hour(&days.after))
}

/// More people were hurt, by the headline or the lead.
fn has_higher_toll(change: &Change) -> bool {
    let is_first = |hunk: &&Hunk| matches!(hunk.place, Region::Headline | Region::Standfirst | Region::Lead);
    change.hunks.iter().filter(is_first).flat_map(|hunk| &hunk.facts).any(is_higher_toll)
}

/// Whether a number counts more victims than before.
pub(super) fn is_higher_toll(fact: &Fact) -> bool {
    let rises = |a: &Amount| a.casualty && a.before.zip(a.after).is_some_and(|(before, after)| before < after);
    fact.kind == ChangeKind::NumberChanged && fact.amount.as_ref().is_some_and(rises)
}

/// "There were 45 in the morning": what was said before is said still.
fn keeps_old_figure(change: &Change, after: &str) -> bool {
    change.hunks.iter().flat_map(|hunk| &hunk.facts).any(|fact| is_kept(fact, after))
}

/// Whether a number that became another one, of two figures or more, stands in the later text still.
pub(super) fn is_kept(fact: &Fact, after: &str) -> bool {
    const FIGURES: usize = 2;
    let has_figures = |words: &&String| words.chars().filter(|c| c.is_numeric()).count() >= FIGURES;
    fact.kind == ChangeKind::NumberChanged
        && fact.before.as_ref().filter(has_figures).is_some_and(|words| holds(after, words))
}

/// Where words that came say what was known before: "two more than first announced". In scalars of the later text.
pub(super) fn told_of_earlier(change: &Change) -> Vec<Range<usize>> {
    /// Longer differences are passages of their own.
    const LONGEST: usize = 400;
    use ChangeKind::{NameChanged, NumberChanged};
    let may_matter = |fact: &Fact| matches!(fact.kind, NumberChanged | NameChanged);
    if change.hunks.len() > LOOKED_AT || !change.hunks.iter().flat_map(|hunk| &hunk.facts).any(may_matter) {
        return Vec::new();
    }
    let is_short = |hunk: &&Hunk| hunk.after_end - hunk.after_start <= LONGEST;
    let tells = |hunk: &&Hunk| tells_of_earlier(&hunk.after) && !tells_of_earlier(&hunk.before);
    change.hunks.iter().filter(is_short).filter(tells).map(|hunk| hunk.after_start..hunk.after_end).collect()
}

/// A tenth of the later text and more are paragraphs that came.
fn brings_much(change: &Change, after: &str) -> bool {
    const MUCH: f32 = 0.1;
    let paragraphs = change.hunks.iter().filter(|hunk| hunk.kinds.contains(&ChangeKind::AddPara));
    let come: usize = paragraphs.map(|hunk| hunk.after_end - hunk.after_start).sum();
    come as f32 >= MUCH * after.chars().count().max(1) as f32
}
