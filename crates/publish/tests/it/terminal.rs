//! Terminal text as it is printed.

use news::Reading;
use publish::text::{self, Style};

use crate::fixture;

#[test]
fn a_diff_reads_like_a_proof() {
    let told = fixture::bridge();
    let (before, after) = (&told.versions[0].reading, &told.versions[1].reading);
    let change = &told.timeline.changes[0].change;
    let plain = text::diff(before, after, change, None, Style { colour: false, width: 60 });
    assert!(plain.starts_with("“12” → “21”\nNo notice that we could see\n\nHeadline\nHarbour bridge"), "{plain}");
    assert!(plain.contains("\n¶ 2 · Reworded\nAt least [-12-]{+21+} people were hurt when a barge broke\n"), "{plain}");
    assert!(plain.contains("… 8 unchanged paragraphs …"), "{plain}");
    assert!(!plain.contains('\u{1b}'));
    let coloured = text::diff(before, after, change, None, Style { colour: true, width: 60 });
    assert!(coloured.contains("\u{1b}[9;33m12\u{1b}[0m\u{1b}[4;36m21\u{1b}[0m people"), "{coloured}");
}

#[test]
fn the_log_lists_versions_newest_first() {
    let log = text::log(&fixture::bridge().timeline, fixture::at(200), Style::default());
    let versions: Vec<&str> = log.lines().filter(|l| l.starts_with("version ")).collect();
    assert_eq!(versions, ["version 4", "version 3", "version 2", "version 1"]);
    assert!(log.contains("22 November 2026, 16:07 UTC · capture 3-7.3"), "{log}");
    assert!(log.contains("    First seen\n"), "{log}");
    assert!(log.ends_with("The next look is at 26 November 2026, 18:02 UTC.\n"), "{log}");
}

#[test]
fn a_diff_of_what_is_recorded_says_what_is_known_since() {
    let told = fixture::bridge();
    let (before, after) = (&told.versions[0].reading, &told.versions[1].reading);
    let known = &told.timeline.changes[0];
    let told_by = Some(told.versions[3].version.capture);
    let cases = [
        ("as it was", known.clone(), "“12” → “21”\nNo notice that we could see\n"),
        (
            "a later notice",
            news::RecordedChange { stealth: Some(0.0), told_by, ..known.clone() },
            "“12” → “21”\nReaders were told later\n",
        ),
        (
            "taken back",
            news::RecordedChange { state: news::ChangeState::Reverted, ..known.clone() },
            "“12” → “21” · the earlier text has come back since\nNo notice",
        ),
    ];
    for (name, recorded, want) in cases {
        let plain = text::diff(before, after, &recorded.change, Some(&recorded), Style::default());
        assert!(plain.starts_with(want), "{name}: {plain}");
    }
}

#[test]
fn a_change_that_was_found_is_named_by_its_two_versions() {
    let query = "type:reworded".parse().expect("a query");
    let shown = fixture::bridge().shown();
    let oldest = shown.last().expect("a change");
    let found = text::found_change(&oldest.listed, &query, Style::default());
    assert!(found.starts_with("3-7@1 3-7@2 · Port Ellery Ledger · "), "{found}");
}

#[test]
fn a_version_is_shown_whole() {
    let told = fixture::bridge();
    let shown = text::show(&told.versions[3], Style { colour: false, width: 72 });
    assert!(shown.starts_with("Harbour bridge shut until spring as 21 are hurt\nVersion 4 · first seen"), "{shown}");
    let words = |t: &str| t.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    for block in &told.versions[3].reading.body {
        let (all, part) = (words(&shown), words(&block.text));
        assert!(all.windows(part.len()).any(|w| w == part), "{}", block.text);
    }
    assert!(shown.lines().skip(2).all(|l| l.chars().count() <= 72));
}

#[test]
fn no_text_can_drive_the_terminal() {
    let told = fixture::hostile("a\u{1b}[2Jb\u{9b}c\u{7}\rd");
    let style = Style { colour: false, width: 80 };
    let mut out = text::log(&told.timeline, fixture::at(200), style);
    out += &text::show(&told.versions[1], style);
    out += &text::blame(&told.timeline, &told.versions[1], &crate::blame::of(&told, 2), style);
    out += &text::diff(
        &told.versions[0].reading,
        &told.versions[1].reading,
        &told.timeline.changes[0].change,
        None,
        style,
    );
    let control = out.chars().find(|c| c.is_control() && *c != '\n');
    assert_eq!(control, None, "{out:?}");
    assert!(text::diff(&Reading::default(), &Reading::default(), &Default::default(), None, style).is_ascii());
}

#[test]
fn a_paragraph_that_was_split_shows_where() {
    let block = |text: &str| fixture::block(news::BlockKind::Paragraph, text);
    let before = Reading { body: vec![block("One sentence. Another one.")], ..Reading::default() };
    let after = Reading { body: vec![block("One sentence."), block("Another one.")], ..Reading::default() };
    let split = news::Aligned { op: news::Op::Split, before: vec![2], after: vec![2, 3] };
    let change = news::Change { paragraphs: vec![split], ..news::Change::default() };
    let plain = text::diff(&before, &after, &change, None, Style::default());
    assert!(plain.contains("One sentence.[- -]{+¶+}Another one."), "{plain}");
}
