//! Properties of normal forms and tokens over any text.

use proptest::prelude::*;
use text::{canonical, canonical_lines, cosmetic, notice_kind, sentences, tokens};

/// Any text, rich in what normal forms look at.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zA-Z0-9 .,'\"]{0,8}",
        4 => prop::sample::select(vec![
            " ", "\u{a0}", "\n", "\r\n", "\u{2028}", "\t", "\u{ad}", "\u{200b}", "\u{200c}", "\u{200d}", "\u{feff}", "\u{2060}",
            "e", "\u{301}", "\u{327}", "\u{338}", "<", "é", "Å", "\u{212b}", "ك", "ی", "क", "\u{94d}", "ㅎ", "한", "👩", "🏽", "🇫🇷", "東",
            "–", "—", "-", "--", "−", "“", "”", "’", "‘", "«", "£", "1", "½", "²", "%", "\u{200f}", "\u{fe0f}", "カ", "\u{3099}", "\u{1112}", "\u{1161}",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn canonical_forms_are_fixed_points(text in any_text()) {
        let once = canonical(&text);
        prop_assert_eq!(canonical(&once), once.clone());
        let lines = canonical_lines(&text);
        prop_assert_eq!(canonical_lines(&lines), lines.clone());
        prop_assert!(!lines.contains("\n\n"));
        prop_assert_eq!(canonical(&lines), canonical(&text));
        let key = cosmetic(&text);
        prop_assert_eq!(cosmetic(&lines), key.clone());
        prop_assert_eq!(cosmetic(&key), key);
    }

    #[test]
    fn tokens_cover_the_text_without_gaps(text in any_text()) {
        let mut at = 0;
        for token in tokens(&text) {
            prop_assert_eq!(token.start, at);
            prop_assert!(token.end > at && text.is_char_boundary(token.end));
            at = token.end;
        }
        prop_assert_eq!(at, text.len());
    }

    #[test]
    fn no_text_makes_a_reader_of_language_panic(text in any_text()) {
        let found = sentences(&text, Some("de"));
        prop_assert!(found.windows(2).all(|w| w[0].end <= w[1].start));
        let _ = notice_kind(&text);
        let _ = text::direction(None, &text);
        let _ = text::word_keys(&text);
    }
}
