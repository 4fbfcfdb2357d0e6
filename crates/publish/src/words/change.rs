//! A change in one line, and a row's notes.

use std::collections::BTreeSet;

use news::{Aligned, Change, ChangeKind, ChangeState, Op, RecordedChange};

use super::{capitalised, count, state};
use crate::proof::{Place, Row};

/// What a change did, in one line: "Headline reworded · 2 paragraphs removed · no notice that we
/// could see".
pub fn summary(change: &Change) -> String {
    capitalised(&summary_parts(change).join(" · "))
}

/// The parts of [`summary`], most telling first; at least one.
pub fn summary_parts(change: &Change) -> Vec<String> {
    let has = |kind| change.kinds.contains(&kind);
    let mut parts = Vec::new();
    let named = [
        (ChangeKind::HeadlineChanged, "headline reworded"),
        (ChangeKind::HeadlineCosmetic, "headline: typography only"),
        (ChangeKind::StandfirstChanged, "standfirst reworded"),
    ];
    parts.extend(named.iter().filter(|(kind, _)| has(*kind)).map(|(_, words)| (*words).to_owned()));
    parts.extend(body_parts(change));
    let named = [
        (ChangeKind::BylineChanged, "byline changed"),
        (ChangeKind::CreditChanged, "agency credit changed"),
        (ChangeKind::MediaOnly, "captions, tables or embedded posts changed"),
        (ChangeKind::SurfaceOnly, "machine-readable details changed"),
    ];
    parts.extend(named.iter().filter(|(kind, _)| has(*kind)).map(|(_, words)| (*words).to_owned()));
    if parts.is_empty() {
        parts.push(if change.same { "no change that we could see" } else { "small changes" }.to_owned());
    }
    parts.extend(notice_part(change));
    parts
}

fn body_parts(change: &Change) -> Vec<String> {
    let rows = |op| change.paragraphs.iter().filter(|r| r.op == op && in_body(r)).count();
    let blocks = [(Op::Added, "added"), (Op::Removed, "removed"), (Op::Moved, "moved")];
    let mut parts = Vec::new();
    for (op, verb) in blocks {
        if rows(op) > 0 {
            parts.push(format!("{} {verb}", count(rows(op), "paragraph", "paragraphs")));
        }
    }
    if rows(Op::Split) > 0 {
        parts.push(format!("{} split", count(rows(Op::Split), "paragraph", "paragraphs")));
    }
    if rows(Op::Merged) > 0 {
        parts.push("paragraphs merged".to_owned());
    }
    if rows(Op::Changed) > 0 {
        parts.push(reworded(change, rows(Op::Changed)));
    }
    parts
}

fn reworded(change: &Change, rows: usize) -> String {
    let kinds = |kind| change.kinds.contains(&kind);
    let small = [
        (ChangeKind::QuoteMarks, "quotation marks changed"),
        (ChangeKind::Punct, "punctuation changed"),
        (ChangeKind::Case, "capital letters changed"),
        (ChangeKind::Cosmetic, "typography only"),
    ];
    if !kinds(ChangeKind::Reworded)
        && let Some((_, words)) = small.iter().find(|(kind, _)| kinds(*kind))
    {
        return (*words).to_owned();
    }
    format!("{} reworded", count(rows, "paragraph", "paragraphs"))
}

fn in_body(row: &Aligned) -> bool {
    row.before.iter().chain(&row.after).all(|block| *block >= 2)
}

fn notice_part(change: &Change) -> Option<String> {
    let has = |kind| change.kinds.contains(&kind);
    let told = [
        (ChangeKind::NoticeAdded, "a notice came with it"),
        (ChangeKind::NoticeChanged, "the notice changed"),
        (ChangeKind::NoticeRemoved, "a notice was removed"),
    ];
    if let Some((_, words)) = told.iter().find(|(kind, _)| has(*kind)) {
        return Some((*words).to_owned());
    }
    let of_substance = [
        ChangeKind::HeadlineChanged,
        ChangeKind::StandfirstChanged,
        ChangeKind::AddPara,
        ChangeKind::RemPara,
        ChangeKind::Reworded,
    ];
    let silent = !change.cosmetic && of_substance.into_iter().any(has);
    silent.then(|| "no notice that we could see".to_owned())
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
        Op::Changed => changed(&kinds),
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

fn changed(kinds: &BTreeSet<ChangeKind>) -> Vec<String> {
    let named = [
        (ChangeKind::Reworded, "reworded"),
        (ChangeKind::QuoteMarks, "quotation marks"),
        (ChangeKind::Punct, "punctuation"),
        (ChangeKind::Case, "capital letters"),
        (ChangeKind::Cosmetic, "typography only"),
    ];
    let words = named.iter().filter(|(kind, _)| kinds.contains(kind));
    let words: Vec<String> = words.map(|(_, words)| (*words).to_owned()).collect();
    if words.is_empty() { vec!["changed".to_owned()] } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(op: Op, before: &[usize], after: &[usize]) -> Aligned {
        Aligned { op, before: before.to_vec(), after: after.to_vec() }
    }

    #[test]
    fn a_change_is_told_in_one_line() {
        use ChangeKind as K;
        let cases: &[(&[ChangeKind], Vec<Aligned>, &str)] = &[
            (
                &[K::HeadlineChanged, K::RemPara],
                vec![row(Op::Changed, &[0], &[0]), row(Op::Removed, &[2], &[]), row(Op::Removed, &[3], &[])],
                "Headline reworded · 2 paragraphs removed · no notice that we could see",
            ),
            (
                &[K::Reworded, K::NoticeAdded],
                vec![row(Op::Changed, &[4], &[4])],
                "1 paragraph reworded · a notice came with it",
            ),
            (&[K::Punct], vec![row(Op::Changed, &[4], &[4])], "Punctuation changed"),
            (&[K::QuoteMarks, K::Punct], vec![row(Op::Changed, &[4], &[4])], "Quotation marks changed"),
            (&[K::MovedPara], vec![row(Op::Moved, &[4], &[7])], "1 paragraph moved"),
            (&[K::BylineChanged], vec![], "Byline changed"),
            (&[], vec![], "Small changes"),
        ];
        for (kinds, paragraphs, want) in cases {
            let change = Change { kinds: kinds.to_vec(), paragraphs: paragraphs.clone(), ..Change::default() };
            assert_eq!(summary(&change), *want);
        }
    }
}
