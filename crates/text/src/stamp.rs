//! Lines that say when a text was last changed, or from when on it holds.

use crate::{Language, Passage, TokenKind, dates::begins_with_moment, moments};

/// Longer lines say more than a day.
const MOST_WORDS: usize = 16;

/// Words that such a line has beside its day, in lower case.
const CUES: &[&str] = &[
    "updated",
    "update",
    "revised",
    "modified",
    "amended",
    "effective",
    "version",
    "edited",
    "reviewed",
    "aktualisiert",
    "stand",
    "fassung",
    "geändert",
    "gültig",
    "jour",
    "vigueur",
    "modifié",
    "modifiée",
    "révisé",
    "actualizado",
    "actualización",
    "vigor",
    "revisado",
    "modificado",
    "atualizado",
    "atualização",
    "aggiornato",
    "aggiornamento",
    "vigore",
    "bijgewerkt",
    "gewijzigd",
    "versie",
    "обновлено",
    "изменено",
    "редакция",
    "оновлено",
    "редакція",
    "aktualizacja",
    "zaktualizowano",
    "güncelleme",
    "güncellendi",
    "تحديث",
];

/// Whether a paragraph is a line that says when the text was changed: a day or time, a word for the change, and little
/// else ("Last updated: 3 May 2021", "En vigueur depuis le 1er août 2025"); or a day alone.
pub fn is_stamp_line(paragraph: &str) -> bool {
    if paragraph.len() > MOST_WORDS * 20 || !paragraph.chars().any(|c| c.is_numeric()) {
        return false;
    }
    let passage = Passage::of(paragraph);
    if passage.len() > MOST_WORDS {
        return false;
    }
    let has_cue = (0..passage.len()).any(|i| CUES.contains(&passage.lower(i)));
    Language::KNOWN.iter().any(|&language| {
        // Without a word for the change all is days: nearly every line ends at its first word.
        if !has_cue && !begins_with_moment(&passage, language) {
            return false;
        }
        let days = moments(&passage, language);
        let is_day = |i: usize| days.iter().any(|day| day.words.contains(&i));
        !days.is_empty() && (has_cue || (0..passage.len()).all(|i| is_day(i) || passage.kind(i) == TokenKind::Mark))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_say_when_a_text_was_changed_are_known() {
        let cases = [
            ("Last updated: 3 May 2021", true),
            ("Effective April 1st, 2026", true),
            ("(Stand: 03.05.2021)", true),
            ("En vigueur depuis le 1er août 2025", true),
            ("14/01/2025", true),
            ("The bridge was closed on 3 May 2021.", false),
            ("The updated plan was shown to the council on 3 May 2021, and nobody spoke against it that night.", false),
            ("Update: the bridge is open", false),
            ("12 people", false),
        ];
        for (line, want) in cases {
            assert_eq!(is_stamp_line(line), want, "{line}");
        }
    }
}
