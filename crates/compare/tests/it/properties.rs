//! Exactness over any readings.

use news::{Block, BlockKind, Digest, Reading, Surface, Surfaces};
use proptest::prelude::*;

use crate::exact;

const KINDS: [BlockKind; 9] = [
    BlockKind::Paragraph,
    BlockKind::Subhead,
    BlockKind::Quote,
    BlockKind::List,
    BlockKind::Table,
    BlockKind::Caption,
    BlockKind::LiveEntry,
    BlockKind::Notice,
    BlockKind::Embed,
];

/// Pieces of text: words that repeat, so that blocks resemble each other, and every hard script.
fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "the ",
        "mayor ",
        "said ",
        "bridge ",
        "is ",
        "closed",
        ". ",
        ", ",
        "“",
        "”",
        "\"",
        "'",
        "’",
        "-3",
        "3 ",
        "£1.5m ",
        "10² ",
        "1 000 ",
        "—",
        " – ",
        "e\u{301}",
        "\u{301}",
        "👩\u{200d}👩\u{200d}👧",
        "🇫🇷",
        "שלום ",
        "الجسر ",
        "橋",
        "は",
        "閉鎖",
        "한국 ",
        "क्\u{200d}ष",
        "\n",
        "\n\n",
        " ",
        "\u{a0}",
        "Correction: ",
    ]);
    prop_oneof![8 => known.prop_map(str::to_owned), 1 => any::<String>(), 1 => "[a-z]{1,6} "]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..14).prop_map(|p| p.concat())
}

fn block() -> impl Strategy<Value = Block> {
    let kind = prop_oneof![3 => Just(BlockKind::Paragraph), 1 => prop::sample::select(KINDS.to_vec())];
    (kind, text()).prop_map(|(kind, text)| Block { kind, text })
}

fn surface() -> impl Strategy<Value = Surface> {
    let text = || prop::option::of("[ab]");
    (text(), text(), prop::collection::vec("[ab]", 0..2), text()).prop_map(|(headline, description, authors, body)| {
        Surface { headline, description, authors, body_digest: body.map(Digest::of), ..Surface::default() }
    })
}

fn any_reading() -> impl Strategy<Value = Reading> {
    let heads = (prop::option::of(text()), prop::option::of(text()));
    let names = || prop::collection::vec("[AB]", 0..3);
    (heads, prop::collection::vec(block(), 0..8), names(), names(), surface(), surface()).prop_map(
        |((headline, standfirst), body, bylines, credits, json_ld, open_graph)| Reading {
            headline,
            standfirst,
            body,
            bylines,
            credits,
            surfaces: Surfaces { json_ld, open_graph },
            ..Reading::default()
        },
    )
}

/// An edit of a body, as newsrooms make them.
#[derive(Debug, Clone)]
enum Edit {
    Remove(usize),
    Insert(usize, Block),
    Move(usize, usize),
    Split(usize),
    Merge(usize),
    Append(usize, String),
    Rekind(usize, BlockKind),
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = 0..8usize;
    prop_oneof![
        at.clone().prop_map(Edit::Remove),
        (at.clone(), block()).prop_map(|(i, b)| Edit::Insert(i, b)),
        (at.clone(), at.clone()).prop_map(|(i, j)| Edit::Move(i, j)),
        at.clone().prop_map(Edit::Split),
        at.clone().prop_map(Edit::Merge),
        (at.clone(), piece()).prop_map(|(i, t)| Edit::Append(i, t)),
        (at, prop::sample::select(KINDS.to_vec())).prop_map(|(i, k)| Edit::Rekind(i, k)),
    ]
}

fn edited(reading: &Reading, edits: &[Edit]) -> Reading {
    let mut reading = reading.clone();
    let body = &mut reading.body;
    for edit in edits {
        let n = body.len().max(1);
        match edit.clone() {
            Edit::Insert(i, block) => body.insert(i.min(body.len()), block),
            _ if body.is_empty() => {}
            Edit::Remove(i) => drop(body.remove(i % n)),
            Edit::Move(i, j) => {
                let block = body.remove(i % n);
                body.insert(j.min(body.len()), block);
            }
            Edit::Split(i) => {
                let block = body[i % n].clone();
                let middle = block.text.char_indices().nth(block.text.chars().count() / 2).map_or(0, |(at, _)| at);
                body[i % n].text.truncate(middle);
                body.insert(i % n + 1, Block { text: block.text[middle..].to_owned(), ..block });
            }
            Edit::Merge(i) if n > 1 => {
                let gone = body.remove(i % n);
                let with = &mut body[i % (n - 1)].text;
                with.push(' ');
                with.push_str(&gone.text);
            }
            Edit::Merge(_) => {}
            Edit::Append(i, text) => body[i % n].text.push_str(&text),
            Edit::Rekind(i, kind) => body[i % n].kind = kind,
        }
    }
    reading
}

/// What beside the text must not change unseen.
fn beside(reading: &Reading) -> impl PartialEq + use<> {
    let parts: Vec<Block> = reading.body.iter().filter(|b| !b.kind.is_text()).cloned().collect();
    (reading.bylines.clone(), reading.credits.clone(), reading.section.clone(), reading.surfaces.clone(), parts)
}

fn in_canonical_form(mut reading: Reading) -> Reading {
    reading.headline = reading.headline.map(|t| text::canonical(&t)).filter(|t| !t.is_empty());
    reading.standfirst = reading.standfirst.map(|t| text::canonical(&t)).filter(|t| !t.is_empty());
    reading.body.iter_mut().for_each(|b| b.text = text::canonical_lines(&b.text));
    reading.body.retain(|b| !b.text.is_empty());
    reading
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_two_readings_compare_exactly(before in any_reading(), after in any_reading()) {
        exact(&before, &after);
    }

    #[test]
    fn an_edited_reading_compares_exactly(before in any_reading(), edits in prop::collection::vec(edit(), 0..6)) {
        let after = edited(&before, &edits);
        exact(&before, &after);
        exact(&after, &before);
    }

    #[test]
    fn no_difference_beside_the_text_is_left_out(before in any_reading(), edits in prop::collection::vec(edit(), 0..3), other in any_reading(), swap in 0..5) {
        let before = in_canonical_form(before);
        let mut after = in_canonical_form(edited(&before, &edits));
        match swap {
            0 => after.bylines = other.bylines,
            1 => after.surfaces = other.surfaces,
            2 => after.credits = other.credits,
            3 => after.section = other.headline,
            _ => {}
        }
        let change = exact(&before, &after);
        if beside(&before) != beside(&after) {
            prop_assert!(!change.parts.is_empty());
            prop_assert!(!change.kinds.is_empty());
        }
        let kinds = |r: &Reading| r.body.iter().map(|b| b.kind).collect::<Vec<_>>();
        if change.same && kinds(&before) != kinds(&after) {
            prop_assert!(!change.parts.is_empty() || !change.kinds.is_empty());
        }
        if before == after {
            prop_assert!(change.kinds.is_empty() && change.parts.is_empty() && change.reasons.is_empty());
        }
    }

    #[test]
    fn cosmetic_changes_have_cosmetic_hunks_only(before in any_reading(), edits in prop::collection::vec(edit(), 0..3)) {
        let after = in_canonical_form(edited(&before, &edits));
        let change = exact(&in_canonical_form(before), &after);
        use news::ChangeKind::{Cosmetic, HeadlineCosmetic, StandfirstChanged};
        if change.cosmetic {
            let is_cosmetic = |k: &news::ChangeKind| matches!(k, Cosmetic | HeadlineCosmetic | StandfirstChanged);
            prop_assert!(change.hunks.iter().all(|h| h.kinds.iter().all(is_cosmetic)), "{:?}", change.hunks);
        } else if !change.same {
            prop_assert!(change.hunks.iter().any(|h| h.kinds != [Cosmetic] && h.kinds != [HeadlineCosmetic]), "{:?}", change.hunks);
        }
    }
}
