//! Quotes: a text becomes the [`Quotation`]s in it, and who said each.
//!
//! A stage beside `compare`, after `extract`. Pure: no clock, no files; the same text gives the same quotations in every
//! run, in time that grows with the text alone.
//!
//! Start at [`quotes`]. In its order: a paragraph becomes a line of words and quotations (`line`, `text::marked`), full names are
//! gathered (`persons`), and sentence by sentence the rules look for a word of saying (`cues`) behind a quotation, before
//! it, or near it (`rules`), and for its subject (`verbs`,
//! `subject`). What stands in marks without one is mostly no speech (`terms`).
//!
//! Deliberately absent: models, gender of names, any list of people, and quotations between two apostrophes (''…'')
//! at both ends, which databases write and news pages do not. What no rule is certain of has no speaker.
//! The order of the rules is that of Elson & McKeown (2010) and of the GenderGapTracker, by what a sentence shows.

mod cues;
mod line;
mod persons;
mod rules;
mod subject;
mod terms;
mod verbs;

use news::{Quotation, Reading};

/// Returns what is said in `text`, by whom, in the order of the text.
///
/// `text` is paragraphs, each on a line of its own or between blank lines; `language` is a BCP 47 tag. Without one it is
/// guessed from small words. English and German are known well; French, Spanish, Italian, Portuguese, Dutch, Russian,
/// Ukrainian, Polish, Turkish and Arabic by their commonest words of saying; any language by its quotation marks.
///
/// - A quotation in marks is `direct` where all that was said stands between them, else `mixed`. Titles of works, terms
///   and scare quotes are none: marks without a word of saying near them do not count, unless they hold a sentence.
/// - A quotation of several paragraphs is one per paragraph.
/// - `speaker` is `None` for a pronoun that nobody is named for in its paragraph or the one before.
/// - A medium that quotes somebody ("according to the BBC" beside a speaker) is in `via`.
pub fn quotes(text: &str, language: Option<&str>) -> Vec<Quotation> {
    let language = cues::language(language, text);
    let lines: Vec<line::Line<'_>> = line::lines(text).map(|range| line::Line::of(text, range, language)).collect();
    let found = rules::found(text, &lines, language);
    in_scalars(text, found)
}

/// Returns what is said in a reading, with places in its canonical text.
pub fn of(reading: &Reading) -> Vec<Quotation> {
    quotes(&reading.canonical_text(), reading.language.as_deref())
}

/// Turns byte offsets into Unicode scalars, in one pass.
fn in_scalars(text: &str, mut found: Vec<Quotation>) -> Vec<Quotation> {
    if text.is_ascii() {
        return found;
    }
    let mut at: Vec<&mut usize> = found
        .iter_mut()
        .flat_map(|q| {
            let Quotation { start, end, speaker_start, speaker_end, cue_start, cue_end, .. } = q;
            let optional = [speaker_start, speaker_end, cue_start, cue_end];
            [start, end].into_iter().chain(optional.into_iter().filter_map(Option::as_mut))
        })
        .collect();
    at.sort_unstable();
    let (mut byte, mut scalars) = (0, 0);
    for offset in at {
        scalars += text[byte..*offset].chars().count();
        byte = *offset;
        *offset = scalars;
    }
    found
}
