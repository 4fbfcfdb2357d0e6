//! What a change says of two readings, and that nothing is left out.

mod alignment;
mod blame;
mod labels;
mod outside;
mod properties;
mod quotes;
mod scripts;
mod size;
mod types;

use compare::{Circumstances, apply, compare, plain};
use news::{Change, Reading};

/// Compares two plain texts, first line the headline, and checks that the change is exact.
fn change(before: &str, after: &str) -> Change {
    let (before, after) = (reading(before), reading(after));
    exact(&before, &after)
}

/// A reading of `Headline\n\nparagraphs`.
fn reading(text: &str) -> Reading {
    let (headline, body) = text.split_once("\n\n").unwrap_or((text, ""));
    plain(Some(headline), None, body)
}

/// Compares two readings and checks what every change must hold.
fn exact(before: &Reading, after: &Reading) -> Change {
    let change = compare(before, after, &Circumstances::default());
    let (old, new) = (before.canonical_text(), after.canonical_text());
    assert_eq!(apply(before, &change), new, "apply");
    assert_eq!(change.same, old == new, "same");
    assert_eq!(change.hunks.is_empty(), change.same, "a hunk for every difference, none without");
    let (old, new): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    let (mut b, mut a) = (0, 0);
    for hunk in &change.hunks {
        assert!(hunk.before_start >= b && hunk.after_start >= a, "in order");
        assert_eq!(old[b..hunk.before_start], new[a..hunk.after_start], "equal between hunks");
        (b, a) = (hunk.before_end, hunk.after_end);
        assert_eq!(old[hunk.before_start..b].iter().collect::<String>(), hunk.before);
        assert_eq!(new[hunk.after_start..a].iter().collect::<String>(), hunk.after);
        assert!(!(hunk.before.is_empty() && hunk.after.is_empty()), "no empty hunk");
        assert!(!hunk.kinds.is_empty() && hunk.kinds.iter().all(|k| change.kinds.contains(k)), "labelled");
    }
    assert_eq!(old[b..], new[a..], "equal to the end");
    told(&change);
    assert!(change.kinds.windows(2).all(|w| w[0] < w[1]), "sorted, each once");
    rows_cover(before, after, &change);
    change
}

/// What is told of a change holds together.
fn told(change: &Change) {
    for hunk in &change.hunks {
        assert!(hunk.kinds.windows(2).all(|w| w[0] < w[1]), "sorted, each once: {hunk:?}");
        assert!(hunk.facts.iter().all(|f| hunk.kinds.contains(&f.kind)), "facts of types it has: {hunk:?}");
    }
    assert!(change.notices.iter().flat_map(|n| &n.explains).all(|&i| i < change.hunks.len()), "hunks that are there");
    let (substance, stealth) = (change.substance.expect("weighed"), change.stealth.expect("weighed"));
    assert!((0.0..=1.0).contains(&substance) && (0.0..=substance).contains(&stealth), "{stealth} of {substance}");
}

/// Every block stands in exactly one row.
fn rows_cover(before: &Reading, after: &Reading, change: &Change) {
    let blocks = |reading: &Reading| -> Vec<usize> {
        let parts = reading.body.iter().enumerate().filter(|(_, b)| !b.kind.is_text()).map(|(i, _)| i + 2);
        let mut all: Vec<usize> = reading.text_pieces().map(|(i, _)| i).chain(parts).collect();
        all.sort_unstable();
        all
    };
    let mut rows: Vec<usize> = change.paragraphs.iter().flat_map(|row| row.before.clone()).collect();
    rows.sort_unstable();
    assert_eq!(rows, blocks(before), "each block before in one row");
    let mut rows: Vec<usize> = change.paragraphs.iter().flat_map(|row| row.after.clone()).collect();
    rows.sort_unstable();
    assert_eq!(rows, blocks(after), "each block after in one row");
}
