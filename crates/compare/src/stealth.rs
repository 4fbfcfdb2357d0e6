//! How much of substance changed, and how much of that no notice tells. ANALYSIS 3.4.
//!
//! What a difference weighs by itself is said by `weight`, by where it stands by `passage`; here the weights come together.

mod growth;
mod passage;
mod weight;

use std::collections::BTreeMap;

use news::{Change, ChangeKind, Days, Hunk, Region};

use crate::circumstances::Circumstances;
use crate::notices::explained;
use growth::Growth;
use passage::Passages;
use weight::{days, is_of_quotation, weight_of};

/// The score of a change, and what each hunk adds to it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Weights {
    /// By hunk, 0 to 1.
    pub hunks: Vec<f32>,
    pub substance: f32,
    pub stealth: f32,
}

/// Weighs a change of two texts whose hunks and notices are known. `is_dated` says whether the outlet names another time of
/// change.
pub(crate) fn weigh(change: &Change, texts: [&str; 2], is_dated: bool, with: &Circumstances<'_>) -> Weights {
    let mut weights = Weights { hunks: vec![0.0; change.hunks.len()], ..Weights::default() };
    let is_dated = is_dated || change.hunks.iter().any(|hunk| hunk.place == Region::Stamp);
    let stamps: Vec<&Days> = change.hunks.iter().filter(|hunk| hunk.place == Region::Stamp).flat_map(days).collect();
    let passages = Passages::of(change, texts);
    let earlier = growth::told_of_earlier(change);
    let goes_on = growth::goes_on(change, texts, !earlier.is_empty());
    let growth = Growth { is_expected: with.is_growing() || goes_on, goes_on };
    let mut told: BTreeMap<ChangeKind, Vec<(f32, f32)>> = BTreeMap::new();
    let mut last_quote: Option<(ChangeKind, usize)> = None;
    for (i, hunk) in change.hunks.iter().enumerate() {
        let quote = hunk.kinds.iter().copied().find(|k| is_of_quotation(*k));
        // A quotation that differs in several places is one change.
        let again =
            quote.is_some_and(|kind| last_quote.is_some_and(|(k, end)| k == kind && hunk.before_start <= end + NEAR));
        last_quote = quote.map(|kind| (kind, hunk.before_end)).or(last_quote);
        let (mut weight, kind) = weight_of(hunk, again, &stamps, texts, growth);
        if weight > 0.0 {
            weight *= passages.factor(hunk);
        }
        if earlier.iter().any(|told| told.start <= hunk.after_end + NEAR_BY && hunk.after_start <= told.end + NEAR_BY) {
            weight *= TOLD_IN_TEXT;
        }
        let kind = if is_addition(hunk, kind) { ChangeKind::AddPara } else { kind };
        weights.hunks[i] = weight;
        let hidden = if kind == ChangeKind::AddPara { ADDED } else { 1.0 };
        let untold = hidden * weight * (1.0 - disclosed(change, i, is_dated));
        told.entry(kind).or_default().push((weight, untold));
    }
    if let Some(share) = gone(change, texts[0].chars().count()) {
        let untold = share * (1.0 - disclosed(change, change.hunks.len(), is_dated));
        told.entry(ChangeKind::RemPara).or_default().push((share, untold));
    }
    (weights.substance, weights.stealth) =
        (together(&told, |(weight, _)| *weight), together(&told, |(_, untold)| *untold));
    // Many small things that a notice leaves untold come to no more than the notice leaves of the whole.
    let left = 1.0 - disclosed(change, change.hunks.len(), is_dated);
    weights.stealth = weights.stealth.min(weights.substance * left);
    // Many small things, none of which is grave, hide nothing.
    let heaviest = told.values().flatten().map(|(_, untold)| *untold).fold(0.0, f32::max);
    if heaviest < GRAVE {
        weights.stealth = weights.stealth.min(UNFLAGGED);
    }
    if is_written_anew(change, texts) {
        weights.stealth *= ANEW;
    }
    weights
}

/// What one difference weighs, at least, in a change that is called one without a notice.
const GRAVE: f32 = 0.3;
/// The most that other changes weigh.
const UNFLAGGED: f32 = 0.49;

/// What the differences of a text that was written anew count of what they would: a story that went on says other things.
const ANEW: f32 = 0.45;

/// Whether a third of the earlier text is gone and nearly half of the later one is new.
fn is_written_anew(change: &Change, texts: [&str; 2]) -> bool {
    const GONE: f32 = 0.33;
    const NEW: f32 = 0.45;
    let share = |parts: usize, text: &str| parts as f32 / text.chars().count().max(1) as f32;
    let new = || change.hunks.iter().filter(|hunk| !hunk.kinds.contains(&ChangeKind::MovedPara));
    let gone = new().map(|hunk| hunk.before_end - hunk.before_start).sum();
    let come = new().map(|hunk| hunk.after_end - hunk.after_start).sum();
    share(gone, texts[0]) >= GONE && share(come, texts[1]) >= NEW
}

/// What the weights come to. Of each type the heaviest counts whole, each further one less: ten small names that went are
/// not ten times as much as one.
fn together(told: &BTreeMap<ChangeKind, Vec<(f32, f32)>>, of: fn(&(f32, f32)) -> f32) -> f32 {
    let none = told.iter().map(|(kind, all)| {
        use ChangeKind::{AddPara, HeadlineChanged, StandfirstChanged};
        let again = if matches!(kind, AddPara | HeadlineChanged | StandfirstChanged) { 0.0 } else { AGAIN };
        let mut weights: Vec<f32> = all.iter().map(of).collect();
        weights.sort_unstable_by(|a, b| b.total_cmp(a));
        let mut share = 1.0;
        weights.into_iter().fold(1.0, |none, weight| {
            let less = none * (1.0 - weight * share);
            share *= again;
            less
        })
    });
    1.0 - none.product::<f32>()
}

/// Scalars between a difference and words that say what was known before, at most.
const NEAR_BY: usize = 150;
/// What a difference counts beside such words.
const TOLD_IN_TEXT: f32 = 0.3;

/// What it counts as untold that more is said than before: nothing that was said is another.
const ADDED: f32 = 0.3;

/// What each further difference of a type counts of what the one before it did. Of what was added only one counts, and a
/// headline is put in other words once, in however many places.
const AGAIN: f32 = 0.5;

/// What it weighs that much of an article is gone, and not replaced: from a quarter of its letters on.
fn gone(change: &Change, length: usize) -> Option<f32> {
    const MUCH: f32 = 0.25;
    let of = |kind: ChangeKind| change.hunks.iter().filter(move |h| h.kinds.contains(&kind));
    let gone: usize = of(ChangeKind::RemPara).map(|h| h.before_end - h.before_start).sum();
    let come: usize = of(ChangeKind::AddPara).map(|h| h.after_end - h.after_start).sum();
    let share = gone.saturating_sub(come) as f32 / length.max(1) as f32;
    (share >= MUCH).then_some((share * 1.4).min(0.7))
}

/// Scalars between two hunks of one quotation, at most.
const NEAR: usize = 300;

/// Whether a difference only says more than was said before: all of these count as one type.
fn is_addition(hunk: &Hunk, kind: ChangeKind) -> bool {
    use ChangeKind as K;
    let comes = || hunk.facts.iter().filter(|f| f.kind == kind).all(|f| f.before.is_none());
    match kind {
        K::AddPara | K::QuoteAdded | K::QuoteExtended | K::NumberAdded | K::NameAdded | K::AttribAdded => true,
        K::DateChanged => comes(),
        K::HeadlineChanged | K::StandfirstChanged | K::Reworded => hunk.before.trim().is_empty(),
        _ => false,
    }
}

/// How much of an earlier change is untold, 0 to 1, now that a later one brought a notice; `None` if it brought none, or
/// none that tells anything new of it.
///
/// One that mentions what the earlier change touched tells of it; any other is a hint at most.
pub fn told_later(earlier: &Change, later: &Change) -> Option<f32> {
    let (substance, stealth) = earlier.substance.zip(earlier.stealth)?;
    let notices = later.notices.iter().filter(|notice| notice.kind.is_new_notice());
    let told = notices.map(|notice| {
        let is_update = notice.kind == ChangeKind::NoticeUpdate;
        if !is_update && !explained(&notice.text, &earlier.hunks).is_empty() { 1.0 } else { HINT }
    });
    let untold = substance * (1.0 - told.fold(0.0, f32::max));
    (untold < stealth).then_some(untold)
}

/// What a notice tells that does not say what it is about. So much that no change with one is called "without a notice".
const HINT: f32 = 0.5;
/// What a line tells that says when the text was last changed, or the time that machines are told.
const DATED: f32 = 0.15;
/// What a notice of an update tells of what it names: not that something was wrong.
const NAMED: f32 = 0.8;

/// How much of a hunk the outlet tells.
fn disclosed(change: &Change, hunk: usize, is_dated: bool) -> f32 {
    let notices = change.notices.iter().filter(|n| n.kind != ChangeKind::NoticeRemoved);
    let told = notices.map(|notice| match notice.kind {
        ChangeKind::NoticeUpdate if notice.explains.contains(&hunk) => NAMED,
        ChangeKind::NoticeUpdate => HINT,
        ChangeKind::NoticeEditorsNote if !notice.explains.contains(&hunk) => HINT,
        _ if notice.explains.contains(&hunk) => 1.0,
        _ => 0.7,
    });
    told.fold(if is_dated { DATED } else { 0.0 }, f32::max)
}
