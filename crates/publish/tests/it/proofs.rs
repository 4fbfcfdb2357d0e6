//! Proofs hold both texts exactly, whatever the change says.

use news::{Aligned, Block, BlockKind, Change, Hunk, Op, Reading};
use proptest::collection::vec;
use proptest::prelude::*;
use publish::{Mark, Passage, Proof};

use crate::fixture;

fn reading() -> impl Strategy<Value = Reading> {
    let text = "[a-cü大🙂 ]{0,12}";
    let block = (text, any::<bool>()).prop_map(|(text, caption)| Block {
        kind: if caption { BlockKind::Caption } else { BlockKind::Paragraph },
        text,
    });
    (proptest::option::of(text), proptest::option::of(text), vec(block, 0..6))
        .prop_map(|(headline, standfirst, body)| Reading { headline, standfirst, body, ..Reading::default() })
}

fn any_change() -> impl Strategy<Value = Change> {
    let op = prop::sample::select(vec![Op::Equal, Op::Changed, Op::Added, Op::Moved, Op::Split, Op::Merged]);
    let row =
        (op, vec(0usize..9, 0..3), vec(0usize..9, 0..3)).prop_map(|(op, before, after)| Aligned { op, before, after });
    let hunk = (0usize..60, 0usize..60, 0usize..60, 0usize..60).prop_map(|(b0, b1, a0, a1)| Hunk {
        kinds: vec![],
        before: "x".into(),
        after: "y".into(),
        before_start: b0,
        before_end: b1,
        after_start: a0,
        after_end: a1,
        ..Hunk::default()
    });
    (vec(row, 0..6), vec(hunk, 0..5)).prop_map(|(paragraphs, hunks)| Change { paragraphs, hunks, ..Change::default() })
}

fn text_of(reading: &Reading, blocks: &[usize]) -> String {
    let text = |b: &usize| match *b {
        0 => reading.headline.clone().unwrap_or_default(),
        1 => reading.standfirst.clone().unwrap_or_default(),
        n => reading.body.get(n - 2).map(|b| b.text.clone()).unwrap_or_default(),
    };
    blocks.iter().map(text).filter(|t| !t.is_empty()).collect::<Vec<_>>().join("\n\n")
}

proptest! {
    #[test]
    fn rows_hold_both_texts_exactly_even_if_the_change_is_of_other_texts(
        before in reading(), after in reading(), change in any_change()
    ) {
        let proof = Proof::of(&before, &after, &change);
        if !change.paragraphs.is_empty() {
            let texts = |row: &Aligned| (text_of(&before, &row.before), text_of(&after, &row.after));
            let mut want: Vec<_> = change.paragraphs.iter().map(texts).collect();
            want.retain(|(b, a)| !b.is_empty() || !a.is_empty());
            let mut found: Vec<_> = proof.rows.iter().map(|r| (r.before(), r.after())).collect();
            found.retain(|(b, a)| !b.is_empty() || !a.is_empty()); // the old places of moved rows
            want.sort();
            found.sort();
            prop_assert_eq!(found, want);
        }
        for context in 0..3 {
            let rows: usize = proof.passages(context).iter().map(|p| match p {
                Passage::Shown(_) => 1,
                Passage::Equal(rows) => rows.len(),
            }).sum();
            prop_assert_eq!(rows, proof.body().len());
        }
    }
}

#[test]
fn a_moved_row_leaves_a_mark_where_it_stood() {
    let reading = |texts: [&str; 4]| Reading {
        body: texts.map(|t| Block { kind: BlockKind::Paragraph, text: t.into() }).to_vec(),
        ..Reading::default()
    };
    let (before, after) = (reading(["One.", "Two.", "Three.", "Four."]), reading(["Two.", "Three.", "One.", "Four."]));
    let equal = |b: usize, a: usize| Aligned { op: Op::Equal, before: vec![b], after: vec![a] };
    let moved = Aligned { op: Op::Moved, before: vec![2], after: vec![4] };
    let change = Change { paragraphs: vec![equal(3, 2), equal(4, 3), moved, equal(5, 5)], ..Change::default() };
    let proof = Proof::of(&before, &after, &change);
    let rows: Vec<_> = proof.rows.iter().map(|r| (r.after(), r.notes.join(", "))).collect();
    let want = [("", "Moved to ¶ 3"), ("Two.", ""), ("Three.", ""), ("One.", "Moved from ¶ 1"), ("Four.", "")];
    assert_eq!(rows, want.map(|(text, note)| (text.to_owned(), note.to_owned())));
}

#[test]
fn passages_keep_one_equal_row_beside_a_change_and_fold_the_rest() {
    let told = fixture::bridge();
    let proof = Proof::of(&told.versions[0].reading, &told.versions[1].reading, &told.timeline.changes[0].change);
    let shape = |context| -> String {
        let letter = |p: &Passage<'_>| match p {
            Passage::Shown(row) if row.is_equal() => "=".to_owned(),
            Passage::Shown(_) => "!".to_owned(),
            Passage::Equal(rows) => format!("({})", rows.len()),
        };
        proof.passages(context).iter().map(letter).collect()
    };
    assert_eq!(shape(1), "==!=(8)");
    assert_eq!(shape(0), "(2)!(9)");
}

#[test]
fn an_excerpt_keeps_the_words_around_the_difference() {
    let told = fixture::bridge();
    let proof = Proof::of(&told.versions[1].reading, &told.versions[2].reading, &told.timeline.changes[1].change);
    let row = proof.strongest().expect("something changed");
    let text = |own: Mark| -> String {
        let kept = row.excerpt(60).into_iter().filter(|s| s.mark == Mark::Same || s.mark == own);
        kept.map(|s| s.text).collect()
    };
    assert_eq!(text(Mark::Removed), "…The fare is to be £1.50 for one way, and school classes travel free.");
    assert_eq!(text(Mark::Added), "…The fare is to be £15.0 for one way, and school classes travel free.");
}
