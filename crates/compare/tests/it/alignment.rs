//! Which blocks belong together.

use news::{Block, BlockKind, Change, Op, Reading};

use crate::{change, exact, reading};

const P: [&str; 6] = [
    "The bridge over the Arn was closed on Monday after engineers found a crack in its western pier.",
    "Mayor Ada Weber told reporters that nobody had been in danger at any time.",
    "Bus lines 4 and 12 will go round by the northern bridge until the repair is done.",
    "Shopkeepers on the quay fear for their trade before the summer.",
    "“We have seen this coming for years,” said Tom Reed, who runs the ferry.",
    "The council meets again on Thursday evening to hear what the repair will cost.",
];

/// `equal 2>2 · removed 3>` of all rows that are not equal in place.
fn rows(change: &Change) -> String {
    let list = |blocks: &[usize]| blocks.iter().map(usize::to_string).collect::<Vec<_>>().join(",");
    let rows = change.paragraphs.iter().filter(|row| row.op != Op::Equal);
    rows.map(|r| format!("{:?} {}>{}", r.op, list(&r.before), list(&r.after)).to_lowercase())
        .collect::<Vec<_>>()
        .join(" · ")
}

fn page(paragraphs: &[&str]) -> String {
    format!("Bridge closed\n\n{}", paragraphs.join("\n\n"))
}

#[test]
fn blocks_are_paired_as_a_reader_would() {
    let edited = P[0].replace("Monday", "Tuesday night").replace("a crack", "two cracks");
    let joined = format!("{} {}", P[1], P[2]);
    let joined_edited = format!("{} And {}", P[1], P[2].replace("repair", "work"));
    let grown = format!("{} {} {}", P[3], P[4], P[5]);
    let moved_edited = P[4].replace("years", "a decade");
    let cases: &[(&str, &[&str], &[&str], &str)] = &[
        ("nothing", &P, &P, ""),
        ("one went", &P, &[P[0], P[1], P[3], P[4], P[5]], "removed 4>"),
        ("two went", &P, &[P[0], P[1], P[2], P[5]], "removed 5> · removed 6>"),
        ("one came", &P[..5], &[P[5], P[0], P[1], P[2], P[3], P[4]], "added >2"),
        ("words differ", &P, &[&edited, P[1], P[2], P[3], P[4], P[5]], "changed 2>2"),
        ("grown", &[P[0], P[3]], &[P[0], &grown], "changed 3>3"),
        ("moved up", &P, &[P[4], P[0], P[1], P[2], P[3], P[5]], "moved 6>2"),
        ("moved and edited", &P, &[&moved_edited, P[0], P[1], P[2], P[3], P[5]], "moved 6>2"),
        ("split", &[P[0], &joined, P[3]], &P[..4], "split 3>3,4"),
        ("merged", &P[..4], &[P[0], &joined, P[3]], "merged 3,4>3"),
        ("merged and edited", &P[..4], &[P[0], &joined_edited, P[3]], "merged 3,4>3"),
        ("replaced", &P[..3], &[P[0], P[4], P[2]], "removed 3> · added >3"),
        ("swapped", &P[..2], &[P[1], P[0]], "moved 3>2"),
        ("all new", &P[..2], &P[2..4], "removed 2> · removed 3> · added >2 · added >3"),
        ("emptied", &P[..2], &[], "removed 2> · removed 3>"),
        ("filled", &[], &P[..2], "added >2 · added >3"),
        ("one of two alike went", &[P[0], "***", P[1], "***", P[2]], &[P[0], "***", P[1], P[2]], "removed 5>"),
        ("short but the same place", &[P[0], "No.", P[1]], &[P[0], "Yes.", P[1]], "changed 3>3"),
        ("numbers alone", &[P[0], "-3", P[1]], &[P[0], "3", P[1]], "changed 3>3"),
    ];
    for (name, before, after, want) in cases {
        assert_eq!(rows(&change(&page(before), &page(after))), *want, "{name}");
    }
}

#[test]
fn headline_goes_with_headline_and_standfirst_with_standfirst() {
    let with =
        |headline: Option<&str>, standfirst: Option<&str>| compare::plain(headline, standfirst, &P[..2].join("\n\n"));
    let cases = [
        (
            with(Some("Bridge closed"), Some("A crack.")),
            with(Some("Ferry runs"), Some("No more buses.")),
            "changed 0>0 · changed 1>1",
        ),
        (with(Some("Bridge closed"), Some("A crack.")), with(Some("Bridge closed"), None), "removed 1>"),
        (with(None, Some("A crack.")), with(Some("Bridge closed"), Some("A crack.")), "added >0"),
        (with(Some("Bridge closed"), Some(P[1])), with(Some("Bridge closed"), Some("A crack.")), "changed 1>1"),
    ];
    for (before, after, want) in cases {
        let change = exact(&before, &after);
        assert_eq!(rows(&change), want);
        let heads = |row: &&news::Aligned| row.before.iter().chain(&row.after).any(|&b| b < 2);
        assert!(change.paragraphs.iter().filter(heads).count() >= 1);
    }
}

#[test]
fn a_standfirst_that_becomes_a_paragraph_changes_no_text_but_is_named() {
    let before = compare::plain(Some("Bridge closed"), Some(P[0]), P[1]);
    let after = compare::plain(Some("Bridge closed"), None, &P[..2].join("\n\n"));
    let change = exact(&before, &after);
    assert!(change.same);
    assert_eq!(change.kinds, [news::ChangeKind::StandfirstChanged]);
}

#[test]
fn parts_have_rows_of_their_own_and_no_hunks() {
    let with = |caption: &str| {
        let mut reading = reading(&page(&P[..2]));
        reading.body.insert(1, Block { kind: BlockKind::Caption, text: caption.into() });
        reading
    };
    let change = exact(&with("The bridge on Monday."), &with("The bridge on Tuesday."));
    assert_eq!(rows(&change), "changed 3>3");
    assert!(change.same && change.hunks.is_empty());
    assert_eq!(change.kinds, [news::ChangeKind::MediaOnly]);
    assert_eq!(change.reasons, ["caption changed"]);
    let change = exact(&with("The bridge."), &Reading { body: reading(&page(&P[..2])).body, ..with("") });
    assert_eq!(rows(&change), "removed 3>");
    assert_eq!((change.parts[0].before.as_str(), change.parts[0].after.as_str()), ("The bridge.", ""));
}
