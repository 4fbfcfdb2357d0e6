//! What a difference weighs by itself: the gravity of its heaviest type, by its size and by what the rest of the texts say.

use news::{Amount, ChangeKind, Days, Fact, Hunk, Region};

use super::growth::{Growth, is_kept};
use super::passage::holds;
use crate::types::share_stem;

/// The weight of a hunk, and its heaviest type.
pub(super) fn weight_of(
    hunk: &Hunk,
    again: bool,
    stamps: &[&Days],
    texts: [&str; 2],
    growth: Growth,
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
        .map(|&kind| (kind.gravity() * size(hunk, kind) * growth.factor(hunk, kind) * rest(hunk, kind, texts), kind));
    let heaviest = weights.fold((0.0, ChangeKind::Cosmetic), |most, next| if next.0 > most.0 { next } else { most });
    ((heaviest.0 * place).min(MOST), heaviest.1)
}

/// No hunk weighs more.
const MOST: f32 = 0.95;

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

/// How large a difference of its type it is, 0 to 1.
fn size(hunk: &Hunk, kind: ChangeKind) -> f32 {
    match kind {
        ChangeKind::NumberChanged => {
            let amounts =
                hunk.facts.iter().filter(|f| f.kind == kind).filter_map(|f| f.amount.as_ref().map(|a| (f, a)));
            // Equal figures of another measure differ wholly.
            let of = |ratio: Option<f64>| {
                ratio.filter(|r| *r != 1.0 && *r > 0.0).map_or(1.0, |r| (0.4 + r.ln().abs()).min(1.0))
            };
            let casualty = |a: &Amount| if a.casualty { 5.0 / 7.0 } else { 1.0 };
            let rounded = |f: &Fact, a: &Amount| if is_rounded(f, a) { ROUNDED } else { 1.0 };
            amounts
                .map(|(f, a)| of(a.ratio) * casualty(a) * rounded(f, a))
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
        // "October" became "4 October": it is said more exactly, or less.
        ChangeKind::DateChanged if days(hunk).all(is_refined) => 0.2,
        // A later hour of the day: the story goes on.
        ChangeKind::DateChanged if days(hunk).all(is_later_hour) => 0.4,
        // "Benfica do Vale" became "Vale".
        ChangeKind::NameRemoved if hunk.facts.iter().filter(|f| f.kind == kind).all(|f| f.after.is_some()) => 0.3,
        // Letters of an abbreviation and single words are rarely what somebody hides.
        ChangeKind::NameRemoved
            if hunk.facts.iter().filter(|f| f.kind == kind).all(|f| !is_full(f.before.as_deref())) =>
        {
            0.5
        }
        // "said" became "added": the same people say the same.
        ChangeKind::AttribChanged if hunk.facts.iter().filter(|f| f.kind == kind).all(is_verb_of_saying) => 0.2,
        ChangeKind::NameChanged if hunk.facts.iter().filter(|f| f.kind == kind).all(is_completed) => 0.4,
        ChangeKind::Reworded => {
            let words = hunk.before.split_whitespace().count().max(hunk.after.split_whitespace().count());
            (0.5 + words as f32 / 40.0).min(1.0)
        }
        _ => 1.0,
    }
}

/// Whether one of two days is the other, said more exactly.
fn is_refined(days: &Days) -> bool {
    let bare = |shown: &str| shown.trim_start_matches('-').to_owned();
    let ends = |long: &str, short: &str| long.len() > short.len() && (long.starts_with(short) || long.ends_with(short));
    // A whole day that lies in the month: "2025-10-04", "10".
    let lies_in = |day: &str, month: &str| month.len() == 2 && day.len() == 10 && &day[5..7] == month;
    let (Some(before), Some(after)) = (&days.before, &days.after) else { return false };
    let (before, after) = (bare(before), bare(after));
    ends(&before, &after) || ends(&after, &before) || lies_in(&before, &after) || lies_in(&after, &before)
}

/// Whether an hour became a later one.
pub(super) fn is_later_hour(days: &Days) -> bool {
    let is_hour = |shown: &&String| shown.contains(':');
    let (before, after) = (days.before.as_ref().filter(is_hour), days.after.as_ref().filter(is_hour));
    before.zip(after).is_some_and(|(before, after)| after > before)
}

/// What it counts that a number is given more or less exactly.
const ROUNDED: f64 = 0.25;

/// Whether one of two numbers is the other in fewer figures: "1.2 million", "1,187,400".
fn is_rounded(fact: &Fact, amount: &Amount) -> bool {
    let (Some(a), Some(b)) = (amount.before, amount.after) else { return false };
    let places = [&fact.before, &fact.after].map(|words| words.as_deref().map_or(0, decimals));
    if places[0] == places[1] && places[0] > 0 {
        return false; // "4.00", "4.40"
    }
    let rough = |exact: f64, rough: f64| {
        // The unit of the last figure of the rough one that is not nought.
        let mut unit = 10f64.powi(rough.log10().floor() as i32);
        while unit > 1e-3 && (rough / unit).fract().abs() > 1e-9 {
            unit /= 10.0;
        }
        exact != rough && (exact / unit).round() * unit == rough && exact.abs() >= unit
    };
    // "almost two years", "22 months"
    let is_converted =
        amount.ratio.is_some_and(|ratio| (ratio - b / a).abs() > 0.1 && ratio > 0.0 && ratio.ln().abs() < 0.1);
    a > 0.0 && b > 0.0 && (is_converted || (rough(a, b) || rough(b, a)) && (a / b).ln().abs() < 0.1)
}

/// Figures behind a decimal point or comma.
fn decimals(words: &str) -> usize {
    let (_, rest) = words.rsplit_once(['.', ',']).unwrap_or_default();
    let places = rest.chars().take_while(char::is_ascii_digit).count();
    if places == 3 { 0 } else { places } // "14,860"
}

/// What it still weighs where the text says elsewhere what went here, or said before what came.
fn rest(hunk: &Hunk, kind: ChangeKind, texts: [&str; 2]) -> f32 {
    const ELSEWHERE: f32 = 0.4;
    use ChangeKind as K;
    if !matches!(kind, K::NumberChanged | K::NameRemoved | K::NumberRemoved | K::NameAdded | K::NumberAdded) {
        return 1.0;
    }
    let stands = |text: &str, words: &Option<String>| words.as_ref().is_none_or(|words| holds(text, words));
    // "There were 45 in the morning": what was said before is said still.
    if kind == K::NumberChanged {
        let mut facts = hunk.facts.iter().filter(|fact| fact.kind == kind);
        return if facts.all(|fact| is_kept(fact, texts[1])) { ELSEWHERE } else { 1.0 };
    }
    let mut facts = hunk.facts.iter().filter(|fact| fact.kind == kind);
    match facts.all(|fact| stands(texts[1], &fact.before) && stands(texts[0], &fact.after)) {
        true => ELSEWHERE,
        false => 1.0,
    }
}

/// Whether only the verb of saying is another one.
fn is_verb_of_saying(fact: &Fact) -> bool {
    [&fact.before, &fact.after].into_iter().all(|verb| verb.as_deref().is_some_and(text::is_verb_of_saying))
}

/// Whether a name has more than one word.
fn is_full(name: Option<&str>) -> bool {
    name.is_some_and(|name| name.split_whitespace().nth(1).is_some())
}

/// Whether one of two names is the other with more words or in another form, or its initials.
fn is_completed(fact: &Fact) -> bool {
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

/// The days of a hunk that differ.
pub(super) fn days(hunk: &Hunk) -> impl Iterator<Item = &Days> {
    hunk.facts.iter().filter(|fact| fact.kind == ChangeKind::DateChanged).filter_map(|fact| fact.days.as_ref())
}

pub(super) fn is_of_quotation(kind: ChangeKind) -> bool {
    use ChangeKind::{QuoteChanged, QuoteExtended, QuoteTrimmed};
    matches!(kind, QuoteChanged | QuoteTrimmed | QuoteExtended)
}
