//! Sentences.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// Cuts a paragraph into sentences: byte ranges, in order, without the white space around them.
///
/// Unicode's sentence borders (UAX 29), less those after a title, an initial or an abbreviation
/// of the language ("Dr. Weber", "J. Doe", "z. B."). English abbreviations are known in every
/// language, because names and titles travel.
pub fn sentences(text: &str, language: Option<&str>) -> Vec<Range<usize>> {
    let own = abbreviations(language);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut joins = false; // whether the sentence before ended in an abbreviation
    for (at, piece) in text.split_sentence_bound_indices() {
        let sentence = piece.trim();
        if sentence.is_empty() {
            continue;
        }
        let start = at + (piece.len() - piece.trim_start().len());
        let end = start + sentence.len();
        match found.last_mut() {
            Some(last) if joins => last.end = end,
            _ => found.push(start..end),
        }
        joins = ends_in_abbreviation(sentence, own);
    }
    found
}

fn ends_in_abbreviation(sentence: &str, own: &[&str]) -> bool {
    let Some(body) = sentence.strip_suffix('.') else { return false };
    let word =
        body.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '"' | '“' | '„' | '«')).next().unwrap_or(body);
    let last_part = word.rsplit('.').next().unwrap_or(word);
    let is_initial = last_part.chars().count() == 1 && last_part.chars().all(char::is_uppercase);
    // "in the U.S." ends many sentences; "J." and "J. R." nearly none.
    (is_initial && !word.contains('.')) || ENGLISH.contains(&word) || own.contains(&word)
}

const ENGLISH: &[&str] = &[
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Rep", "Gov", "Gen", "Lt", "Col", "Maj", "Capt", "Sgt", "Cpl", "Adm",
    "Rev", "Hon", "St", "Mt", "Ft", "Pres", "Supt", "Det", "Insp", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec",
    "vs", "No", "approx", "e.g", "i.e", "cf",
];

fn abbreviations(language: Option<&str>) -> &'static [&'static str] {
    let primary = language.and_then(|tag| tag.split(['-', '_']).next()).unwrap_or("");
    match primary.to_ascii_lowercase().as_str() {
        "de" => {
            &["z", "z.B", "B", "u.a", "a", "d.h", "bzw", "ca", "Nr", "Abs", "Art", "Hr", "Fr", "Dipl", "Ing", "sog"]
        }
        "fr" => &["M", "MM", "Mme", "Mlle", "Me", "art", "env", "av", "apr", "p.ex"],
        "es" => &["Sr", "Sra", "Srta", "D", "Dña", "núm", "art", "pág", "EE.UU", "Ud"],
        "pt" => &["Sr", "Sra", "D", "nº", "art", "pág", "Exmo"],
        "it" => &["Sig", "Dott", "On", "Avv", "Ing", "art", "pag"],
        "nl" => &["dhr", "mevr", "mr", "bijv", "ca", "nr", "o.a", "d.w.z"],
        "ru" => &["г", "гг", "ул", "им", "т.е", "т.д", "т.п", "руб", "тыс", "млн", "млрд", "стр", "ст"],
        "uk" => &["р", "рр", "вул", "ім", "тис", "млн", "млрд", "грн", "ст"],
        "pl" => &["np", "tzn", "ul", "r", "zł", "tys", "mln", "mld", "im", "prof"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_initials_do_not_end_a_sentence() {
        let cases: &[(Option<&str>, &str, &[&str])] = &[
            (None, "It rained. It stopped!  Did it?", &["It rained.", "It stopped!", "Did it?"]),
            (None, "Dr. Weber and J. Doe left. Nobody spoke.", &["Dr. Weber and J. Doe left.", "Nobody spoke."]),
            (Some("de"), "Das kostet z. B. Geld. Viel.", &["Das kostet z. B. Geld.", "Viel."]),
            (Some("ru"), "В 2016 г. Москва молчала. Потом нет.", &["В 2016 г. Москва молчала.", "Потом нет."]),
            (None, "東京です。雨だ。", &["東京です。", "雨だ。"]),
            (None, "", &[]),
        ];
        for (language, text, want) in cases {
            let got: Vec<&str> = sentences(text, *language).into_iter().map(|r| &text[r]).collect();
            assert_eq!(got, *want);
        }
    }
}
