//! Time grows with the text alone.

use std::time::{Duration, Instant};

/// For 100 kB, in an unoptimised build on a busy machine: what is quadratic takes minutes.
const MOST: Duration = Duration::from_secs(5);

#[test]
fn marks_and_words_of_saying_alone_take_linear_time() {
    let pieces = [
        "\"",
        "“",
        "”",
        "„",
        "«",
        "»",
        "‘a ",
        "'a ",
        "’",
        "“a” ",
        "\"a\" ",
        "said ",
        "“a,” said ",
        "A ",
        "A, ",
        "(",
        ",",
        "‘s’ a ",
        "he said “",
        "and ",
        ": “",
        "“\n",
        "``",
        "A said that ",
        "“a” — ",
        "ein „a“ habe ",
        "A.",
        "sei ",
    ];
    for piece in pieces {
        let text = piece.repeat(100_000 / piece.len());
        for language in ["en", "de"] {
            let begun = Instant::now();
            let found = quotes::quotes(&text, Some(language));
            let took = begun.elapsed();
            assert!(took < MOST, "{piece:?} in {language}: {took:?}, {} found", found.len());
        }
    }
}
