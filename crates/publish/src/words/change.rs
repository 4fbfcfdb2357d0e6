//! A change in one line, and a row's notes.

use std::collections::BTreeSet;

use news::{Aligned, Change, ChangeKind, ChangeState, Op, RecordedChange};

use super::{capitalised, state};
use crate::proof::{Place, Row};

/// What a change did, in one line, most telling first: "Headline changed · 2 paragraphs removed ·
/// no notice that we could see".
pub fn summary(change: &Change) -> String {
    match change.reasons.is_empty() {
        false => capitalised(&change.reasons.join(" · ")),
        true if change.same => "No difference that we could see".to_owned(),
        true => "Small differences".to_owned(),
    }
}

/// What lists say beside the summary: how sure the change is, and whether a text came back.
pub fn remarks(recorded: &RecordedChange) -> Vec<String> {
    let mut remarks = Vec::new();
    if let Some(number) = recorded.to.returns_to {
        remarks.push(format!("back to the text of version {number}"));
    }
    if recorded.state != ChangeState::Confirmed {
        remarks.extend(state(recorded.state).map(str::to_owned));
    }
    remarks
}

/// What happened to a row, in words; none for equal rows.
pub fn row_notes<'a>(row: &Row, aligned: &Aligned, kinds: impl Iterator<Item = &'a ChangeKind>) -> Vec<String> {
    let kinds: BTreeSet<ChangeKind> = kinds.copied().collect();
    let noun = match row.place {
        Place::Headline => "headline",
        Place::Standfirst => "standfirst",
        Place::Body { .. } => kind_noun(row.kind),
    };
    let notes: Vec<String> = match row.op {
        Op::Equal => return Vec::new(),
        Op::Added => vec![format!("{noun} added")],
        Op::Removed => vec![format!("{noun} removed")],
        Op::Moved => moved(row),
        Op::Split => vec![format!("{noun} split in {}", aligned.after.len())],
        Op::Merged => vec![format!("{} {noun}s merged", aligned.before.len())],
        Op::Changed => changed(&kinds, noun),
    };
    notes.iter().map(|note| capitalised(note)).collect()
}

fn kind_noun(kind: Option<news::BlockKind>) -> &'static str {
    use news::BlockKind as K;
    match kind {
        None | Some(K::Paragraph) => "paragraph",
        Some(K::Subhead) => "heading",
        Some(K::Quote) => "quotation",
        Some(K::List) => "list",
        Some(K::Table) => "table",
        Some(K::Caption) => "caption",
        Some(K::LiveEntry) => "live entry",
        Some(K::Notice) => "notice",
        Some(K::Embed) => "embedded post",
    }
}

fn moved(row: &Row) -> Vec<String> {
    let from = match row.place {
        Place::Body { before: Some(n), .. } => format!("moved from ¶ {n}"),
        _ => "moved".to_owned(),
    };
    let reworded = row.segments.len() > 1;
    std::iter::once(from).chain(reworded.then(|| "reworded".to_owned())).collect()
}

fn changed(kinds: &BTreeSet<ChangeKind>, noun: &str) -> Vec<String> {
    let named = [
        (ChangeKind::Reworded, "reworded"),
        (ChangeKind::QuoteMarks, "quotation marks"),
        (ChangeKind::Punct, "punctuation"),
        (ChangeKind::Case, "capital letters"),
        (ChangeKind::Cosmetic, "typesetting only"),
    ];
    let words = named.iter().filter(|(kind, _)| kinds.contains(kind));
    let words: Vec<String> = words.map(|(_, words)| (*words).to_owned()).collect();
    if words.is_empty() { vec![format!("{noun} changed")] } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_told_in_one_line() {
        let change = |same, reasons: &[&str]| Change {
            same,
            reasons: reasons.iter().map(|r| (*r).to_owned()).collect(),
            ..Change::default()
        };
        let told = change(false, &["headline changed", "no notice that we could see"]);
        assert_eq!(summary(&told), "Headline changed · no notice that we could see");
        assert_eq!(summary(&change(false, &[])), "Small differences");
        assert_eq!(summary(&change(true, &[])), "No difference that we could see");
    }
}
