//! The language of an article: what the page says, or else what its text looks like.

use news::Reading;

use crate::json_ld::JsonLd;
use crate::leaf::Leaf;
use crate::meta::Meta;

/// Scalars of text that are enough to tell a language.
const ENOUGH: usize = 4000;

/// Letters below which a text tells no language, unless its script alone does.
const LEAST: usize = 20;

/// The language of a page as it says, unless its text is clearly in another.
pub(crate) fn of(meta: &Meta, ld: &JsonLd, reading: &Reading) -> Option<String> {
    let said = said(meta, ld);
    let seen = guess(reading);
    match (said, seen) {
        (Some(said), Some((seen, true))) if said.split('-').next() != Some(seen) && !near(&said, seen) => {
            Some(seen.to_owned())
        }
        (Some(said), _) => Some(said),
        (None, seen) => seen.map(|(l, _)| l.to_owned()),
    }
}

fn said(meta: &Meta, ld: &JsonLd) -> Option<String> {
    let said = [meta.language.clone(), meta.first(&["content-language", "og:locale"]), ld.language.clone()];
    said.iter().flatten().find_map(|l| tag(l))
}

/// Whether a page is in Romanian, as it says or as most of its prose looks.
pub(crate) fn is_romanian(meta: &Meta, ld: &JsonLd, leaves: &[Leaf]) -> bool {
    let says = |language: String| language.split('-').next() == Some("ro");
    let prose = || leaves.iter().filter(|l| l.furniture.is_none() && l.is_prose());
    said(meta, ld).is_some_and(says) || {
        let text: String = prose().flat_map(|l| l.text.chars().chain([' '])).take(ENOUGH).collect();
        whatlang::detect(&text).is_some_and(|info| info.lang() == whatlang::Lang::Ron && info.is_reliable())
    }
}

/// The language of a text that says nothing about itself.
pub(crate) fn of_text(reading: &Reading) -> Option<String> {
    guess(reading).map(|(l, _)| l.to_owned())
}

/// The primary subtag, and whether it is beyond doubt.
fn guess(reading: &Reading) -> Option<(&'static str, bool)> {
    let text: String = reading.text_pieces().flat_map(|(_, t)| t.chars().chain([' '])).take(ENOUGH).collect();
    let info = whatlang::detect(&text)?;
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if letters < LEAST && (letters < 2 || info.script() == whatlang::Script::Latin || !info.is_reliable()) {
        return None;
    }
    let sure = info.is_reliable() && text.len() > 500;
    subtag(info.lang().code()).map(|l| (l, sure))
}

/// Languages that a guess by letters confuses: the page knows better.
fn near(said: &str, seen: &str) -> bool {
    let family = |l: &str| match l.split('-').next().unwrap_or_default() {
        "nb" | "nn" | "no" | "da" | "sv" => 1,
        "hr" | "sr" | "bs" | "sl" | "mk" | "bg" => 2,
        "id" | "ms" | "jv" => 3,
        "pt" | "es" | "gl" | "ca" => 4,
        "ru" | "uk" | "be" => 5,
        "cs" | "sk" => 6,
        "hi" | "mr" | "ne" => 7,
        "af" | "nl" => 8,
        "ar" | "fa" | "ur" => 9,
        _ => 0,
    };
    family(said) != 0 && family(said) == family(seen)
}

/// A BCP 47 tag in its usual spelling; `None` for what is none.
fn tag(given: &str) -> Option<String> {
    let given = given.trim().replace('_', "-");
    let mut parts = given.split('-');
    let first = parts.next()?.to_ascii_lowercase();
    if !(2..=3).contains(&first.len()) || !first.bytes().all(|b| b.is_ascii_lowercase()) || first == "und" {
        return None;
    }
    let first = if first.len() == 3 { subtag(&first).map_or(first.clone(), str::to_owned) } else { first };
    let region = parts.next().filter(|r| r.len() == 2 && r.bytes().all(|b| b.is_ascii_alphabetic()));
    Some(region.map_or(first.clone(), |r| format!("{first}-{}", r.to_ascii_uppercase())))
}

/// ISO 639-3 to the shortest subtag, for the languages that are guessed.
fn subtag(code: &str) -> Option<&'static str> {
    const CODES: [(&str, &str); 52] = [
        ("eng", "en"),
        ("deu", "de"),
        ("fra", "fr"),
        ("spa", "es"),
        ("ita", "it"),
        ("por", "pt"),
        ("nld", "nl"),
        ("rus", "ru"),
        ("ukr", "uk"),
        ("ara", "ar"),
        ("pol", "pl"),
        ("tur", "tr"),
        ("swe", "sv"),
        ("dan", "da"),
        ("nob", "no"),
        ("fin", "fi"),
        ("ces", "cs"),
        ("slk", "sk"),
        ("hun", "hu"),
        ("ron", "ro"),
        ("bul", "bg"),
        ("ell", "el"),
        ("heb", "he"),
        ("pes", "fa"),
        ("jpn", "ja"),
        ("kor", "ko"),
        ("cmn", "zh"),
        ("hin", "hi"),
        ("ben", "bn"),
        ("urd", "ur"),
        ("tam", "ta"),
        ("tel", "te"),
        ("mal", "ml"),
        ("mar", "mr"),
        ("guj", "gu"),
        ("kan", "kn"),
        ("pan", "pa"),
        ("tha", "th"),
        ("vie", "vi"),
        ("ind", "id"),
        ("hrv", "hr"),
        ("srp", "sr"),
        ("slv", "sl"),
        ("lit", "lt"),
        ("lav", "lv"),
        ("est", "et"),
        ("cat", "ca"),
        ("bel", "be"),
        ("mkd", "mk"),
        ("kat", "ka"),
        ("hye", "hy"),
        ("aze", "az"),
    ];
    CODES.iter().find(|(long, _)| *long == code).map(|(_, short)| *short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_too_short_has_no_language() {
        for (headline, wanted) in [
            ("x", None),
            ("Oslo 2026", None),
            ("The bridge over the river is closed until March", Some("en")),
            ("다리 폐쇄", Some("ko")),
            ("Η γέφυρα έκλεισε", Some("el")),
        ] {
            let reading = Reading { headline: Some(headline.to_owned()), ..Reading::default() };
            assert_eq!(of_text(&reading).as_deref(), wanted, "{headline}");
        }
    }

    #[test]
    fn tags_get_their_usual_spelling() {
        for (given, wanted) in [
            ("EN_us", Some("en-US")),
            ("pt-br", Some("pt-BR")),
            ("deu", Some("de")),
            ("", None),
            ("x", None),
            ("zh-Hans", Some("zh")),
        ] {
            assert_eq!(tag(given).as_deref(), wanted, "{given}");
        }
    }
}
