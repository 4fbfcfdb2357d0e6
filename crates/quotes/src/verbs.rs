//! Where the subject of a verb stands: before it, behind it, or at the head of the sentence.

use std::ops::Range;

use crate::cues::{Small, is_medium};
use crate::persons::{is_pronoun, runs};
use crate::rules::is_one_of;
use crate::subject::View;

/// The subject of a verb that stands second: behind it where something else stands first.
pub(crate) fn verb_second(view: View<'_>, from: usize, cue: usize, to: usize) -> Option<Range<usize>> {
    let low = &*view.tokens()[cue].low;
    if matches!(low, "heißt" | "hieß") {
        return said_in(view, from, cue, to);
    }
    if cue > from && is_one_of(view, cue - 1, &["und", "aber", "sowie"]) {
        return view.first_subject(&(from..cue));
    }
    let first = view.small(from);
    let inverted = matches!(first, Some(Small::Preposition | Small::Between | Small::Clause)) || from == cue;
    let after = view.after(cue, to).filter(|r| is_subject(view, r));
    let before = view.before(from, cue);
    let dative = matches!(view.token(from).map(|t| &*t.low), Some("der" | "dem" | "den" | "einer" | "einem"));
    let named = |r: &Range<usize>| runs(view.tokens(), r.clone(), view.language).iter().any(|run| run.len() > 1);
    let medium =
        |r: &Range<usize>| r.clone().any(|i| is_medium(&view.text[view.tokens()[i].start..view.tokens()[i].end]));
    let other = !before.as_ref().is_some_and(|r| named(r) && !medium(r));
    let inverted = inverted || dative && other && after.as_ref().is_some_and(named);
    if inverted { after.or(before) } else { before.or(after) }
}

/// In S heißt es; es heißt in S.
pub(crate) fn said_in(view: View<'_>, from: usize, cue: usize, to: usize) -> Option<Range<usize>> {
    let is_in = |i: usize| view.small(i) == Some(Small::Preposition);
    if is_in(from) && from + 1 < cue {
        return Some(from + 1..cue);
    }
    let place = (cue + 1..to.min(cue + 5)).find(|i| is_in(*i))?;
    view.after(place, to)
}

pub(crate) fn is_subject(view: View<'_>, range: &Range<usize>) -> bool {
    range.clone().any(|i| view.tokens()[i].capital) || is_pronoun(view.tokens(), range)
}

/// The subject of a verb that stands behind it, or of the sentence where the verb has none of its own.
pub(crate) fn subject_first(
    view: View<'_>,
    sentence: &Range<usize>,
    start: usize,
    cue: usize,
    to: usize,
) -> Option<Range<usize>> {
    let low = &*view.tokens()[cue].low;
    let before = cue.checked_sub(1).filter(|b| *b >= start).map(|b| &*view.tokens()[b].low);
    match before {
        Some("as") => None,
        _ if low == "quoted" => view.after(cue, to),
        _ if low.ends_with("ing") => view.name_before(start, cue).or_else(|| view.first_subject(sentence)),
        Some("to" | "and" | "but" | "or") => view.first_subject(sentence),
        _ => view.before(start, cue),
    }
}

/// Whether "if" or the like goes before the phrase at `i`.
pub(crate) fn hangs_on_clause(view: View<'_>, i: usize) -> bool {
    let before = i.checked_sub(1).map(|b| &*view.tokens()[b].low);
    matches!(before, Some("if" | "when" | "while" | "because" | "unless" | "that" | "where" | "although" | "though"))
}

/// Participles at the end of a German clause that somebody said something in.
pub(crate) const PARTICIPLES: &[&str] = &[
    "bezeichnet",
    "gesagt",
    "geschrieben",
    "kritisiert",
    "zitiert",
    "bekanntgegeben",
    "beschrieben",
    "erklärt",
    "betont",
    "gefordert",
    "zurückgewiesen",
    "verurteilt",
    "angekündigt",
    "geäußert",
    "gewarnt",
    "bezeichnete",
    "bezeichneten",
    "bezeichnen",
    "vorgeworfen",
    "genannt",
    "nannte",
    "nannten",
    "sagte",
    "sagten",
    "erklärte",
    "betonte",
    "schrieb",
];
