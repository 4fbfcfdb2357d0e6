//! Bounds that hold for any text.

use proptest::prelude::*;

fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "“",
        "”",
        "\"",
        "„",
        "«",
        "»",
        "‘",
        "’",
        "'",
        "‹",
        "›",
        "「",
        "」",
        "``",
        "''",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        ". ",
        ", ",
        ": ",
        "? ",
        "—",
        "(",
        ")",
        "Ada ",
        "Weber ",
        "Ada Weber ",
        "he ",
        "said ",
        "told ",
        "according ",
        "to ",
        "sagte ",
        "so ",
        "laut ",
        "zufolge ",
        "the ",
        "spokesman ",
        "that ",
        "who ",
        "and ",
        "of ",
        "Dr. ",
        "é",
        "e\u{301}",
        "👩\u{200d}👧",
        "橋",
        "heißt ",
        "es ",
        "in ",
        "quoted ",
        "as ",
        "saying ",
        "İ",
        "ß",
        "\u{a0}",
        "BBC ",
        "und ",
        "sei ",
    ]);
    prop_oneof![12 => known.prop_map(str::to_owned), 1 => any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn quotations_lie_in_the_text_in_order(
        pieces in prop::collection::vec(piece(), 0..60),
        language in prop::sample::select(vec![None, Some("en"), Some("de"), Some("fr"), Some("ja")]),
    ) {
        let text = pieces.concat();
        let length = text.chars().count();
        let found = quotes::quotes(&text, language);
        for q in &found {
            prop_assert!(q.start < q.end && q.end <= length);
            prop_assert_eq!(q.speaker_start.is_some(), q.speaker_end.is_some());
            prop_assert_eq!(q.cue_start.is_some(), q.cue_end.is_some());
            for (start, end) in [(q.speaker_start, q.speaker_end), (q.cue_start, q.cue_end)] {
                if let (Some(start), Some(end)) = (start, end) {
                    prop_assert!(start < end && end <= length);
                }
            }
            prop_assert!(q.speaker.as_ref().is_none_or(|name| !name.trim().is_empty()));
        }
        prop_assert!(found.windows(2).all(|pair| (pair[0].start, pair[0].end) <= (pair[1].start, pair[1].end)));
        let of_marks: Vec<_> = found.iter().filter(|q| q.kind != news::QuotationKind::Indirect).collect();
        prop_assert!(of_marks.windows(2).all(|pair| pair[0].end <= pair[1].start));
        prop_assert_eq!(found, quotes::quotes(&text, language));
    }
}
