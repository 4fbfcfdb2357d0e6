//! `compare` and `publish` agree: pages show exactly what changes say.

use news::{Block, BlockKind, Op, Reading};
use proptest::collection::vec;
use proptest::prelude::*;
use publish::{Mark, Proof};

fn reading() -> impl Strategy<Value = Reading> {
    let sentence = prop::sample::select(vec![
        "The quay is closed.",
        "The quay is shut.",
        "At least 12 boats sank.",
        "At least 21 boats sank.",
        "«Нет», сказал он.",
        "大阪で会議。",
        "He said “no”.",
        "He said no.",
        "It cost £1.5m.",
        "It cost £15m.",
    ]);
    let paragraph = vec(sentence, 1..4).prop_map(|s| s.join(" "));
    let kind =
        prop::sample::select(vec![BlockKind::Paragraph, BlockKind::Paragraph, BlockKind::Caption, BlockKind::List]);
    let block = (kind, paragraph.clone()).prop_map(|(kind, text)| Block { kind, text });
    (proptest::option::of(paragraph.clone()), proptest::option::of(paragraph), vec(block, 0..8))
        .prop_map(|(headline, standfirst, body)| Reading { headline, standfirst, body, ..Reading::default() })
}

proptest! {
    #[test]
    fn a_proof_shows_every_block_of_both_sides_once_and_marks_what_differs(before in reading(), after in reading()) {
        let change = compare::compare(&before, &after, &compare::Circumstances::default());
        let proof = Proof::of(&before, &after, &change);
        let sorted = |mut texts: Vec<String>| { texts.retain(|t| !t.is_empty()); texts.sort(); texts };
        let blocks = |r: &Reading| {
            let head = [r.headline.clone(), r.standfirst.clone()].into_iter().flatten();
            sorted(head.chain(r.body.iter().map(|b| b.text.clone())).collect())
        };
        let split = |text: String| text.split("\n\n").map(str::to_owned).collect::<Vec<_>>();
        prop_assert_eq!(sorted(proof.rows.iter().flat_map(|r| split(r.before())).collect()), blocks(&before));
        prop_assert_eq!(sorted(proof.rows.iter().flat_map(|r| split(r.after())).collect()), blocks(&after));
        for row in &proof.rows {
            let marked = row.segments.iter().any(|s| s.mark != Mark::Same);
            prop_assert_eq!(marked, row.before() != row.after());
            prop_assert!(row.op != Op::Equal || !marked);
        }
    }
}

#[test]
fn a_changed_number_is_marked_whole() {
    let with = |text: &str| Reading {
        headline: Some("Boats".into()),
        body: vec![Block { kind: BlockKind::Paragraph, text: text.into() }],
        ..Reading::default()
    };
    let (before, after) = (with("It cost £1.5m to build."), with("It cost £15m to build."));
    let proof = Proof::of(&before, &after, &compare::compare(&before, &after, &compare::Circumstances::default()));
    let marked =
        |mark| proof.rows[1].segments.iter().filter(|s| s.mark == mark).map(|s| s.text.as_str()).collect::<Vec<_>>();
    assert_eq!(marked(Mark::Removed), ["£1.5m"]);
    assert_eq!(marked(Mark::Added), ["£15m"]);
}
