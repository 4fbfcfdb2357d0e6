//! Large texts: a change in bounded time, still exact.

use std::time::{Duration, Instant};

use compare::{Circumstances, apply, compare, plain};

/// Far above what any of these takes (a second or less with optimisation), far below what a
/// search without bounds would: minutes.
const PATIENCE: Duration = Duration::from_secs(60);

/// A megabyte of words from a small generator: `vocabulary` different ones, each with `prefix`,
/// a paragraph every `words`.
fn megabyte(seed: u64, prefix: &str, vocabulary: u64, words: usize) -> String {
    let mut state = seed;
    let mut text = String::new();
    for n in 1.. {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        text.push_str(&format!("{prefix}{:x}", (state >> 33) % vocabulary));
        text.push_str(if n % words == 0 { "\n\n" } else { " " });
        if text.len() > 1_000_000 {
            break;
        }
    }
    text
}

#[test]
fn a_megabyte_on_both_sides_is_compared_in_bounded_time() {
    let one = usize::MAX; // all in one paragraph
    let stars = |n| "***\n\n".repeat(n);
    let mut numbered: Vec<String> = (0..20_000).map(|n| format!("Paragraph number {n} of many.")).collect();
    let in_order = numbered.join("\n\n");
    numbered.reverse();
    let cases = [
        ("nothing in common", megabyte(1, "a", 1 << 30, one), megabyte(2, "b", 1 << 30, one)),
        ("nothing in common, short paragraphs", megabyte(1, "a", 1 << 30, 8), megabyte(2, "b", 1 << 30, 8)),
        ("the same words in any order", megabyte(1, "a", 2_000, one), megabyte(2, "a", 2_000, one)),
        ("two words", megabyte(1, "a", 2, one), megabyte(2, "a", 2, one)),
        ("two words, short paragraphs", megabyte(1, "a", 2, 5), megabyte(2, "a", 2, 5)),
        ("alike throughout", stars(50_000), format!("One.\n\n{}\n\nTwo.", stars(49_000))),
        ("turned round", in_order, numbered.join("\n\n")),
        ("one sign", "-".repeat(300_000), "- ".repeat(150_000)),
        ("one number", "1,".repeat(150_000), "$-".repeat(150_000)),
        ("dashes after a word", format!("a{}", "—".repeat(100_000)), format!("a{}b", "- ".repeat(100_000))),
        ("accents", "1\u{301}".repeat(100_000), "a\u{200c}".repeat(100_000)),
    ];
    for (name, before, after) in cases {
        let (before, after) = (plain(Some("A"), None, &before), plain(Some("A"), None, &after));
        let start = Instant::now();
        let change = compare(&before, &after, &Circumstances::default());
        let took = start.elapsed();
        assert_eq!(apply(&before, &change), after.canonical_text(), "{name}");
        assert!(took < PATIENCE, "{name}: {took:?}");
    }
}
