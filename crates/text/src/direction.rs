//! Which way a text runs.

use news::{Direction, Reading};

/// Returns which way to set a text.
///
/// A language that is written from right to left decides (a headline of Latin names on an Arabic
/// page stays right-to-left), unless its tag names another script (`az-Latn`). Otherwise the
/// letters decide, by majority over the first 1,000; a text without letters is left-to-right.
pub fn direction(language: Option<&str>, text: &str) -> Direction {
    if language.is_some_and(runs_left) || mostly_runs_left(text) { Direction::Rtl } else { Direction::Ltr }
}

/// The direction of a reading's texts, told by its language and its longest block.
pub fn direction_of(reading: &Reading) -> Direction {
    let pieces = reading.text_pieces().map(|(_, text)| text);
    let longest = pieces.max_by_key(|text| text.len()).unwrap_or_default();
    direction(reading.language.as_deref(), longest)
}

fn runs_left(language: &str) -> bool {
    let mut subtags = language.split(['-', '_']).map(str::to_ascii_lowercase);
    let primary = subtags.next().unwrap_or_default();
    match subtags.find(|tag| tag.len() == 4 && tag.bytes().all(|b| b.is_ascii_alphabetic())) {
        Some(script) => matches!(script.as_str(), "arab" | "hebr" | "syrc" | "thaa" | "nkoo" | "adlm" | "rohg"),
        None => matches!(
            primary.as_str(),
            "ar" | "he" | "iw" | "fa" | "ur" | "yi" | "ji" | "ps" | "sd" | "ug" | "dv" | "ckb" | "arc" | "syr" | "nqo"
        ),
    }
}

/// Letters beyond these say nothing new about the direction.
const LETTERS_LOOKED_AT: usize = 1_000;

fn mostly_runs_left(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).take(LETTERS_LOOKED_AT);
    let (left, all) = letters.fold((0, 0), |(left, all), c| (left + usize::from(is_leftward(c)), all + 1));
    left * 2 > all
}

fn is_leftward(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_decides_and_then_the_letters() {
        let cases = [
            (Some("ar"), "iPhone 15", Direction::Rtl),
            (Some("ar-EG"), "", Direction::Rtl),
            (Some("az-Latn"), "Bakı", Direction::Ltr),
            (Some("pa-Arab"), "", Direction::Rtl),
            (None, "شرق", Direction::Rtl),
            (None, "שלום, world של היום", Direction::Rtl),
            (Some("en"), "الحكومة تعلن", Direction::Rtl),
            (Some("en"), "Plain words", Direction::Ltr),
            (None, "12:30", Direction::Ltr),
        ];
        for (language, text, want) in cases {
            assert_eq!(direction(language, text), want, "{language:?} {text}");
        }
    }
}
