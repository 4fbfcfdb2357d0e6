//! A recorded change in one line with what became of it, and a row's notes.

use news::{Aligned, ChangeCounts, ChangeKind, ChangeState, Op, RecordedChange};

use super::{Telling, capitalised, change_kind, state, summary};
use crate::proof::{Place, Row};

/// All that a list without pages says of a change, in one line: what differs, whether readers were told, and what became of
/// it since.
pub fn line(recorded: &RecordedChange) -> String {
    let telling = Telling::of_recorded(recorded).map(|telling| telling.line(&recorded.change));
    let told = [summary(&recorded.change)].into_iter().chain(telling).chain(remarks(recorded));
    told.collect::<Vec<_>>().join(" · ")
}

/// What lists say beside the summary: how sure the change is, and whether a text came back.
pub fn remarks(recorded: &RecordedChange) -> Vec<String> {
    let back = recorded.to.returns_to.map(|number| format!("back to version {number}’s text"));
    let since = match recorded.state {
        // "The earlier text" would be another one than that just named.
        ChangeState::Reverted if back.is_some() => Some("changed again since"),
        known => state(known),
    };
    back.into_iter().chain(since.map(str::to_owned)).collect()
}

/// How often an outlet changed something weighty without a notice that we could see, and that lighter changes are not
/// counted; `None` if it changed nothing of substance. With the interval, because most outlets have few changes.
pub fn stealth_rate(counts: &ChangeCounts) -> Option<String> {
    let [share, low, high] = counts.stealth_share()?;
    let percent = |share: f64| format!("{:.0}", share * 100.0);
    let few = match counts.substance < ChangeCounts::FEWEST {
        true => " These are too few to compare it with others by.",
        false => "",
    };
    let were = if counts.stealth == 1 { "was" } else { "were" };
    Some(format!(
        "Of {} of substance, {} {were} weighty and came without a notice that we could see: {}\u{a0}% (95\u{a0}% interval {} to \
         {}\u{a0}%). Lighter changes without one are marked “{}” and do not count towards it.{few}",
        super::count(counts.substance as usize, "change", "changes"),
        super::grouped(counts.stealth as usize),
        percent(share),
        percent(low),
        percent(high),
        Telling::Light.words(),
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
    use std::num::NonZeroU32;

    use news::{ArticleId, CaptureId, Change, OutletId, Reading, Timestamp, Version};

    use super::*;

    #[test]
    fn the_rate_says_what_it_counts_and_what_it_does_not() {
        let lighter =
            "Lighter changes without one are marked “No notice that we could see” and do not count towards it.";
        let cases = [
            ((0, 0), None),
            (
                (10, 0),
                Some("Of 10 changes of substance, 0 were weighty and came without a notice that we could see: 0"),
            ),
            ((1, 1), Some("Of 1 change of substance, 1 was weighty and came without a notice that we could see: 100")),
            ((1200, 300), Some("Of 1,200 changes of substance, 300 were weighty and came without a notice")),
        ];
        for ((substance, stealth), want) in cases {
            let told = stealth_rate(&ChangeCounts { all: substance, substance, told: 0, stealth });
            let says = |want: &str| told.as_ref().is_some_and(|t| t.starts_with(want) && t.contains(lighter));
            assert!(want.map_or(told.is_none(), says), "{told:?}");
        }
    }

    #[test]
    fn each_thing_is_said_once_of_what_became_of_a_change() {
        let article = ArticleId::new(OutletId(1), 4);
        let number = |n| NonZeroU32::new(n).expect("from 1");
        let version = |n| {
            let capture = CaptureId { article, look: n };
            Version::read(number(n), capture, Timestamp::UNIX_EPOCH, &Reading::default())
        };
        let cases: [(Option<u32>, ChangeState, &[&str]); 5] = [
            (None, ChangeState::Confirmed, &[]),
            (None, ChangeState::Reverted, &["the earlier text has come back since"]),
            (Some(1), ChangeState::Confirmed, &["back to version 1’s text"]),
            (Some(1), ChangeState::Reverted, &["back to version 1’s text", "changed again since"]),
            (Some(1), ChangeState::Provisional, &["back to version 1’s text", "seen at one look so far"]),
        ];
        for (back, state, want) in cases {
            let recorded = RecordedChange {
                article,
                from: version(2),
                to: Version { returns_to: back.map(number), ..version(3) },
                state,
                updated_at: Timestamp::UNIX_EPOCH,
                change: Change::default(),
                stealth: None,
                told_by: None,
            };
            assert_eq!(remarks(&recorded), want);
            assert_eq!(line(&recorded), [&["Small differences"], want].concat().join(" · "));
        }
    }
}
