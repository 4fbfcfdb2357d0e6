//! How much of substance changed, and how much of that no notice tells. ANALYSIS 3.4.

use std::collections::BTreeMap;

use news::{Change, ChangeKind, Days, Hunk, Region};

use crate::circumstances::Circumstances;
use crate::notices::explained;
use crate::types::share_stem;

/// The score of a change, and what each hunk adds to it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Weights {
    /// By hunk, 0 to 1.
    pub hunks: Vec<f32>,
    pub substance: f32,
    pub stealth: f32,
}

/// No hunk weighs more.
const MOST: f32 = 0.95;
/// What growth weighs of what it would weigh in a story that has stood.
const GROWTH: f32 = 0.3;

/// Weighs a change of two texts whose hunks and notices are known. `is_dated` says whether the outlet names another time of
/// change.
pub(crate) fn weigh(change: &Change, texts: [&str; 2], is_dated: bool, with: &Circumstances<'_>) -> Weights {
    let mut weights = Weights { hunks: vec![0.0; change.hunks.len()], ..Weights::default() };
    let is_dated = is_dated || change.hunks.iter().any(|hunk| hunk.place == Region::Stamp);
    let stamps: Vec<&Days> = change.hunks.iter().filter(|hunk| hunk.place == Region::Stamp).flat_map(days).collect();
    let mut told: BTreeMap<ChangeKind, Vec<(f32, f32)>> = BTreeMap::new();
    let mut last_quote: Option<(ChangeKind, usize)> = None;
    for (i, hunk) in change.hunks.iter().enumerate() {
        let quote = hunk.kinds.iter().copied().find(|k| is_of_quotation(*k));
        // A quotation that differs in several places is one change.
        let again =
            quote.is_some_and(|kind| last_quote.is_some_and(|(k, end)| k == kind && hunk.before_start <= end + NEAR));
        last_quote = quote.map(|kind| (kind, hunk.before_end)).or(last_quote);
        let (weight, kind) = weight_of(hunk, again, &stamps, texts, with);
        let kind = if is_addition(hunk, kind) { ChangeKind::AddPara } else { kind };
        weights.hunks[i] = weight;
        let untold = weight * (1.0 - disclosed(change, i, is_dated));
        told.entry(kind).or_default().push((weight, untold));
    }
    if let Some(share) = gone(change, texts[0].chars().count()) {
        let untold = share * (1.0 - disclosed(change, change.hunks.len(), is_dated));
        told.entry(ChangeKind::RemPara).or_default().push((share, untold));
    }
    (weights.substance, weights.stealth) =
        (together(&told, |(weight, _)| *weight), together(&told, |(_, untold)| *untold));
    weights
}

/// What the weights come to. Of each type the heaviest counts whole, each further one less: ten small names that went are
/// not ten times as much as one.
fn together(told: &BTreeMap<ChangeKind, Vec<(f32, f32)>>, of: fn(&(f32, f32)) -> f32) -> f32 {
    let none = told.values().map(|all| {
        let mut weights: Vec<f32> = all.iter().map(of).collect();
        weights.sort_unstable_by(|a, b| b.total_cmp(a));
        let mut share = 1.0;
        weights.into_iter().fold(1.0, |none, weight| {
            let less = none * (1.0 - weight * share);
            share *= AGAIN;
            less
        })
    });
    1.0 - none.product::<f32>()
}

/// What each further difference of a type counts of what the one before it did.
const AGAIN: f32 = 0.5;

/// What it weighs that much of an article is gone: from a quarter of its letters on.
fn gone(change: &Change, length: usize) -> Option<f32> {
    const MUCH: f32 = 0.25;
    let paragraphs = change.hunks.iter().filter(|h| h.kinds.contains(&ChangeKind::RemPara));
    let gone: usize = paragraphs.map(|h| h.before_end - h.before_start).sum();
    let share = gone as f32 / length.max(1) as f32;
    (share >= MUCH).then_some((share * 1.4).min(0.7))
}

/// Scalars between two hunks of one quotation, at most.
const NEAR: usize = 300;

fn is_of_quotation(kind: ChangeKind) -> bool {
    use ChangeKind::{QuoteChanged, QuoteExtended, QuoteTrimmed};
    matches!(kind, QuoteChanged | QuoteTrimmed | QuoteExtended)
}

/// The weight of a hunk, and its heaviest type.
fn weight_of(
    hunk: &Hunk,
    again: bool,
    stamps: &[&Days],
    texts: [&str; 2],
    with: &Circumstances<'_>,
) -> (f32, ChangeKind) {
    let place = match hunk.place {
        Region::Headline | Region::Standfirst => 1.2,
        Region::Lead => 1.0,
        Region::Body => 0.8,
        Region::Stamp => 0.0,
    };
    // The day of a stamp, said once more in the text or in the name of a file.
    let is_stamp = !stamps.is_empty()
        && days(hunk).next().is_some()
        && days(hunk)
            .all(|d| stamps.iter().any(|s| s.after == d.after && (d.before.is_none() || s.before == d.before)));
    let counts = |kind: ChangeKind| match kind {
        ChangeKind::DateChanged => !is_stamp,
        _ => !(again && is_of_quotation(kind)),
    };
    let kinds = hunk.kinds.iter().filter(|kind| counts(**kind));
    let weights = kinds
        .filter(|kind| is_told_here(hunk, **kind))
        .map(|&kind| (weight(kind) * size(hunk, kind) * growth(hunk, kind, with) * rest(hunk, kind, texts), kind));
    let heaviest = weights.fold((0.0, ChangeKind::Cosmetic), |most, next| if next.0 > most.0 { next } else { most });
    ((heaviest.0 * place).min(MOST), heaviest.1)
}

/// The days of a hunk that differ.
fn days(hunk: &Hunk) -> impl Iterator<Item = &Days> {
    hunk.facts.iter().filter(|fact| fact.kind == ChangeKind::DateChanged).filter_map(|fact| fact.days.as_ref())
}

/// Whether a difference only says more than was said before: all of these count as one type.
fn is_addition(hunk: &Hunk, kind: ChangeKind) -> bool {
    use ChangeKind as K;
    let comes = || hunk.facts.iter().filter(|f| f.kind == kind).all(|f| f.before.is_none());
    match kind {
        K::AddPara | K::QuoteAdded | K::NumberAdded | K::NameAdded | K::AttribAdded => true,
        K::DateChanged => comes(),
        _ => false,
    }
}

/// Whether a hunk tells a type itself, and does not only belong to one beside it.
fn is_told_here(hunk: &Hunk, kind: ChangeKind) -> bool {
    use ChangeKind as K;
    let has_facts = matches!(
        kind,
        K::NumberChanged
            | K::NumberAdded
            | K::NumberRemoved
            | K::NameChanged
            | K::NameAdded
            | K::NameRemoved
            | K::DateChanged
            | K::HedgeAdded
            | K::HedgeRemoved
            | K::AttribAdded
            | K::AttribRemoved
            | K::AttribChanged
            | K::AttribTone
    );
    !has_facts || hunk.facts.iter().any(|f| f.kind == kind)
}

/// What a type weighs at most.
fn weight(kind: ChangeKind) -> f32 {
    use ChangeKind as K;
    match kind {
        K::NegationFlip => 0.9,
        K::QuoteChanged | K::QuoteSpeakerChanged => 0.8,
        K::NameChanged | K::NumberChanged => 0.7,
        K::QuoteRemoved | K::QuoteToParaphrase => 0.6,
        K::DateChanged | K::AttribChanged | K::AttribAdded | K::AttribRemoved => 0.5,
        K::QuoteTrimmed | K::NameRemoved => 0.5,
        K::HedgeAdded | K::HedgeRemoved | K::AttribTone | K::HeadlineChanged => 0.4,
        K::RemPara | K::NumberRemoved => 0.35,
        K::TitleChanged | K::NoticeRemoved | K::QuoteExtended => 0.3,
        K::NumberAdded | K::NameAdded => 0.25,
        K::Reworded | K::ParaphraseToQuote | K::QuoteMarks | K::StandfirstChanged | K::QuoteAdded => 0.2,
        K::TypoName => 0.15,
        K::AddPara => 0.1,
        K::MinorWording => 0.05,
        _ => 0.0,
    }
}

/// How large a difference of its type it is, 0 to 1.
fn size(hunk: &Hunk, kind: ChangeKind) -> f32 {
    match kind {
        ChangeKind::NumberChanged => {
            let amounts = hunk.facts.iter().filter(|f| f.kind == kind).filter_map(|f| f.amount.as_ref());
            let of = |ratio: Option<f64>| ratio.map_or(1.0, |r| (0.4 + r.abs().ln().abs()).min(1.0));
            let casualty = |a: &news::Amount| if a.casualty { 5.0 / 7.0 } else { 1.0 };
            amounts
                .map(|a| of(a.ratio) * casualty(a))
                .fold(None, |most: Option<f64>, s| Some(most.map_or(s, |m| m.max(s))))
                .unwrap_or(1.0) as f32
        }
        // A paragraph of a few words is a label or a caption.
        ChangeKind::RemPara => {
            (hunk.before.split_whitespace().filter(|w| w.contains(char::is_alphanumeric)).count() as f32 / 25.0)
                .clamp(0.1, 1.0)
        }
        // A day that came or went ("today") and a name that is only longer or shorter says less than another one.
        ChangeKind::DateChanged
            if hunk.facts.iter().filter(|f| f.kind == kind).all(|f| f.before.is_none() || f.after.is_none()) =>
        {
            0.4
        }
        // Letters of an abbreviation and single words are rarely what somebody hides.
        ChangeKind::NameRemoved
            if hunk.facts.iter().filter(|f| f.kind == kind).all(|f| !is_full(f.before.as_deref())) =>
        {
            0.5
        }
        ChangeKind::NameChanged if hunk.facts.iter().filter(|f| f.kind == kind).all(is_completed) => 0.4,
        ChangeKind::Reworded => {
            let words = hunk.before.split_whitespace().count().max(hunk.after.split_whitespace().count());
            (0.5 + words as f32 / 40.0).min(1.0)
        }
        _ => 1.0,
    }
}

/// What it still weighs where the text says elsewhere what went here, or said before what came.
fn rest(hunk: &Hunk, kind: ChangeKind, texts: [&str; 2]) -> f32 {
    const ELSEWHERE: f32 = 0.4;
    use ChangeKind as K;
    if !matches!(kind, K::NameChanged | K::NameRemoved | K::NumberRemoved | K::NameAdded | K::NumberAdded) {
        return 1.0;
    }
    let stands = |text: &str, words: &Option<String>| words.as_ref().is_none_or(|words| holds(text, words));
    let mut facts = hunk.facts.iter().filter(|fact| fact.kind == kind);
    match facts.all(|fact| stands(texts[1], &fact.before) && stands(texts[0], &fact.after)) {
        true => ELSEWHERE,
        false => 1.0,
    }
}

/// Whether a text holds some words, not as a part of others.
fn holds(text: &str, words: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(at, _)| {
        !is_letter(text[..at].chars().next_back()) && !is_letter(text[at + words.len()..].chars().next())
    })
}

/// Whether a name has more than one word.
fn is_full(name: Option<&str>) -> bool {
    name.is_some_and(|name| name.split_whitespace().nth(1).is_some())
}

/// Whether one of two names is the other with more words or in another form, or its initials.
fn is_completed(fact: &news::Fact) -> bool {
    let (Some(before), Some(after)) = (&fact.before, &fact.after) else { return false };
    let words = |name: &str| -> Vec<String> {
        name.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
    };
    let (before, after) = (words(before), words(after));
    let (short, long) = if before.len() < after.len() { (before, after) } else { (after, before) };
    let initials: String = long.iter().filter_map(|w| w.chars().next()).collect();
    short.iter().all(|word| long.iter().any(|other| word == other || are_forms(word, other)))
        || short.last().is_some_and(|last| initials.ends_with(last.trim_end_matches('s')))
}

/// Whether two words are forms of one, or made of one: "fellowship", "fellows".
fn are_forms(a: &str, b: &str) -> bool {
    text::is_form_of(a, b) || share_stem([a, b])
}

/// A story that is young or live is expected to grow.
fn growth(hunk: &Hunk, kind: ChangeKind, with: &Circumstances<'_>) -> f32 {
    let is_toll = || {
        let rises = |a: &news::Amount| a.casualty && a.before < a.after;
        hunk.facts.iter().filter(|f| f.kind == kind).all(|f| f.amount.as_ref().is_some_and(rises))
    };
    let grows = match kind {
        ChangeKind::AddPara
        | ChangeKind::Reworded
        | ChangeKind::QuoteAdded
        | ChangeKind::NumberAdded
        | ChangeKind::NameAdded => true,
        ChangeKind::NumberChanged => is_toll(),
        _ => false,
    };
    if grows && with.is_growing() { GROWTH } else { 1.0 }
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
    told.fold(if is_dated { 0.15 } else { 0.0 }, f32::max)
}
