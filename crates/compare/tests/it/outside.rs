//! Texts of others, where `REPLATE_TESTDATA` says that they lie.

use std::fs;
use std::path::PathBuf;

use compare::plain;
use news::{ChangeKind, Op};

use crate::exact;

fn data(path: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("REPLATE_TESTDATA");
    if folder.is_none() {
        println!("skipped: REPLATE_TESTDATA");
    }
    folder.map(|folder| PathBuf::from(folder).join(path))
}

#[test]
fn two_columns_of_a_real_change_differ_by_two_removed_paragraphs() {
    let Some(file) = data("reference/002.txt") else { return };
    let table = fs::read_to_string(file).expect("the file is there");
    let rows: Vec<(&str, &str)> = table
        .lines()
        .skip(5) // what stands above the table, and its head
        .filter_map(|line| line.strip_suffix('|'))
        .map(|line| line.split_once(" |").unwrap_or((line, "")))
        .map(|(left, right)| (left.trim(), right.trim()))
        .collect();
    let (left, right): (Vec<&str>, Vec<&str>) = rows.into_iter().unzip();
    // Row 0 is the headline, row 1 the time between the versions.
    let reading = |cells: &[&str]| plain(Some(cells[0]), None, &cells[2..].join("\n\n"));
    let (before, after) = (reading(&left), reading(&right));
    assert_eq!((before.body.len(), after.body.len()), (12, 10));

    let change = exact(&before, &after);
    let unequal: Vec<_> = change.paragraphs.iter().filter(|row| row.op != Op::Equal).collect();
    assert_eq!(
        unequal.iter().map(|row| (row.op, &row.before[..])).collect::<Vec<_>>(),
        [(Op::Removed, &[10][..]), (Op::Removed, &[11][..]),]
    );
    assert_eq!(change.paragraphs.len(), 13);
    assert_eq!(change.kinds, [ChangeKind::QuoteRemoved, ChangeKind::RemPara]);
    assert_eq!(
        change.hunks.iter().map(|h| h.kinds.as_slice()).collect::<Vec<_>>(),
        [&[ChangeKind::RemPara][..], &[ChangeKind::QuoteRemoved, ChangeKind::RemPara]]
    );
    assert_eq!(change.reasons, ["a quote removed", "2 paragraphs removed", "no notice that we could see"]);
    assert!(change.stealth.is_some_and(|s| s >= 0.5), "{:?}", change.stealth);
}

#[test]
fn real_sentence_edits_compare_exactly() {
    for name in ["diff/arxivedits-dev.jsonl", "diff/arxivedits-train.jsonl"] {
        let Some(file) = data(name) else { return };
        let lines = fs::read_to_string(file).expect("the file is there");
        for line in lines.lines() {
            let pair: serde_json::Value = serde_json::from_str(line).expect("a line of JSON");
            let side = |name: &str| plain(None, None, pair[name].as_str().expect("a text"));
            let change = exact(&side("before"), &side("after"));
            assert!(!change.cosmetic || change.kinds == [ChangeKind::Cosmetic]);
        }
    }
}
