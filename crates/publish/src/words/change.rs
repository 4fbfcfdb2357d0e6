//! A change in one line, and a row's notes.

use news::{Aligned, Change, ChangeCounts, ChangeKind, ChangeState, Op, RecordedChange};

use super::{capitalised, change_kind, state};
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

/// How often an outlet changed something of substance without a notice that we could see; `None` if it changed nothing of
/// substance. With the interval, because most outlets have few changes.
pub fn stealth_rate(counts: &ChangeCounts) -> Option<String> {
    let [share, low, high] = counts.stealth_share()?;
    let percent = |share: f64| format!("{:.0}", share * 100.0);
    let few = match counts.substance < ChangeCounts::FEWEST {
        true => " These are too few to compare it with others by.",
        false => "",
    };
    Some(format!(
        "Of {} of substance, {} had no notice that we could see: {}\u{a0}% (95\u{a0}% interval {} to {}\u{a0}%).{few}",
        super::count(counts.substance as usize, "change", "changes"),
        super::grouped(counts.stealth as usize),
        percent(share),
        percent(low),
        percent(high),
    ))
}

/// What happened to a row, in words; none for equal rows.
pub fn row_notes(row: &Row, aligned: &Aligned) -> Vec<String> {
    let noun = match row.place {
        Place::Headline => "headline",
        Place::Standfirst => "standfirst",
        Place::Body { .. } => kind_noun(row.kind),
    };
    // What happened to the row as a whole is said once, in its own words.
    let is_of_row = |kind: &ChangeKind| {
        use ChangeKind as K;
        matches!(kind, K::AddPara | K::RemPara | K::MovedPara | K::Split | K::Merged)
            || matches!(kind, K::HeadlineChanged | K::StandfirstChanged)
    };
    let types: Vec<&str> = row.kinds.iter().filter(|kind| !is_of_row(kind)).map(|kind| change_kind(*kind)).collect();
    let mut notes: Vec<String> = match row.op {
        Op::Equal => return Vec::new(),
        Op::Added => vec![format!("{noun} added")],
        Op::Removed => vec![format!("{noun} removed")],
        Op::Moved => vec![moved(row)],
        Op::Split => vec![format!("{noun} split in {}", aligned.after.len())],
        Op::Merged => vec![format!("{} {noun}s merged", aligned.before.len())],
        Op::Changed if types.is_empty() => vec![format!("{noun} changed")],
        Op::Changed => Vec::new(),
    };
    notes.extend(types.iter().map(|&note| note.to_owned()));
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

fn moved(row: &Row) -> String {
    match row.place {
        Place::Body { before: Some(n), .. } => format!("moved from ¶ {n}"),
        _ => "moved".to_owned(),
    }
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
