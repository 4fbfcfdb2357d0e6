//! Languages whose words this crate knows, and which one a text is in.

use std::sync::LazyLock;

use crate::hash::WordMap;
use crate::{date_words, function_words, number_words};

/// A language whose words are known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English.
    English,
    /// German.
    German,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Italian.
    Italian,
    /// Portuguese.
    Portuguese,
    /// Dutch.
    Dutch,
    /// Russian.
    Russian,
    /// Ukrainian.
    Ukrainian,
    /// Polish.
    Polish,
    /// Turkish.
    Turkish,
    /// Arabic.
    Arabic,
    /// Any other: digits, marks and capitals tell, words do not.
    Other,
}

use Language::*;

/// Characters of a text that are looked at to tell its language.
const LOOKED_AT: usize = 600;
/// Words of a language that must be found before one in Latin script is named.
const LEAST: usize = 2;
/// Shorter words of numbers are letters and units in other languages.
const SHORTEST: usize = 3;

/// The languages that a word in lower case tells of, a bit for each: small words, numbers, months and weekdays.
static TELLING: LazyLock<WordMap<&'static str, u16>> = LazyLock::new(|| {
    let mut all = WordMap::default();
    for language in Language::KNOWN {
        let small = function_words::of(language).split_whitespace();
        let numbers = number_words::of(language).split_whitespace().step_by(2).filter(|word| word.len() >= SHORTEST);
        let days = [date_words::months(language), date_words::weekdays(language)];
        let days = days.into_iter().flat_map(|days| days.split([' ', '/'])).filter(|day| !day.ends_with('.'));
        small.chain(numbers).chain(days).for_each(|word| *all.entry(word).or_default() |= 1 << language as u16);
    }
    all
});

impl Language {
    /// All languages whose words are known.
    pub const KNOWN: [Self; 12] =
        [English, German, French, Spanish, Italian, Portuguese, Dutch, Russian, Ukrainian, Polish, Turkish, Arabic];

    /// The language of a BCP 47 tag, such as `pt-BR`.
    pub fn of_tag(tag: &str) -> Self {
        match tag.split(['-', '_']).next().unwrap_or("").to_ascii_lowercase().as_str() {
            "en" => English,
            "de" => German,
            "fr" => French,
            "es" => Spanish,
            "it" => Italian,
            "pt" => Portuguese,
            "nl" => Dutch,
            "ru" => Russian,
            "uk" => Ukrainian,
            "pl" => Polish,
            "tr" => Turkish,
            "ar" => Arabic,
            _ => Other,
        }
    }

    /// The language that a text is most likely in, by its script and its most frequent words; English where Latin letters
    /// are all that tells.
    pub fn of_text(text: &str) -> Self {
        let end = text.char_indices().nth(LOOKED_AT).map_or(text.len(), |(at, _)| at);
        let text = &text[..end];
        let count = |wanted: fn(char) -> bool| text.chars().filter(|&c| c.is_alphabetic() && wanted(c)).count();
        let latin = count(|c| matches!(c, 'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}'));
        let cyrillic = count(|c| matches!(c, '\u{400}'..='\u{4ff}'));
        let arabic = count(|c| matches!(c, '\u{600}'..='\u{6ff}'));
        let others = count(|_| true) - latin - cyrillic - arabic;
        match [latin, cyrillic, arabic, others].into_iter().max() {
            Some(0) | None => English,
            Some(most) if most == others => Other,
            Some(most) if most == cyrillic => cyrillic_language(text),
            Some(most) if most == arabic => arabic_language(text),
            _ => latin_language(text),
        }
    }
}

fn cyrillic_language(text: &str) -> Language {
    let has = |wanted: &[char]| text.contains(wanted);
    match (has(&['і', 'ї', 'є', 'ґ', 'І', 'Ї', 'Є']), has(&['ы', 'э', 'ъ', 'ё', 'Ы', 'Э'])) {
        (true, false) => Ukrainian,
        (false, _) if has(&['ў', 'ђ', 'ј', 'љ', 'њ', 'ћ', 'џ', 'ѓ', 'ќ']) => Other,
        _ => Russian,
    }
}

/// Persian and Urdu have letters that Arabic has not.
fn arabic_language(text: &str) -> Language {
    let foreign = text.chars().filter(|c| matches!(c, 'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی' | 'ے' | 'ٹ')).count();
    if foreign * 20 > text.chars().count() { Other } else { Arabic }
}

fn latin_language(text: &str) -> Language {
    let languages = [English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Turkish];
    let mut hits = [0_usize; 9];
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        let known = TELLING.get(&*word.to_lowercase()).copied().unwrap_or(0);
        for (hits, &language) in hits.iter_mut().zip(&languages) {
            *hits += usize::from(known >> language as u16 & 1);
        }
    }
    let best = (0..hits.len()).max_by_key(|&i| (hits[i], std::cmp::Reverse(i)));
    best.filter(|&i| hits[i] >= LEAST).map_or(English, |i| languages[i])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_enough_to_tell_a_language() {
        let cases = [
            (English, "The bridge in Norwick was closed on Monday, police said."),
            (German, "Die Brücke in Norwick wurde am Montag gesperrt, sagte die Polizei."),
            (French, "Le pont de Norwick a été fermé lundi, selon la police."),
            (Spanish, "El puente de Norwick fue cerrado el lunes, según la policía."),
            (Italian, "Il ponte di Norwick è stato chiuso lunedì, secondo la polizia."),
            (Portuguese, "A ponte de Norwick foi fechada na segunda-feira, segundo a polícia, e não será aberta."),
            (Dutch, "De brug in Norwick is maandag gesloten, zegt de politie van het dorp."),
            (Russian, "Мост в Норвике был закрыт в понедельник, сообщила полиция."),
            (Ukrainian, "Міст у Норвіку закрили в понеділок, повідомила поліція."),
            (Polish, "Most w Norwick został zamknięty w poniedziałek, jak podała policja."),
            (Turkish, "Norwick'teki köprü pazartesi günü kapatıldı, dedi polis ve belediye için."),
            (Arabic, "أغلق الجسر في نورويك يوم الاثنين، بحسب الشرطة."),
            (Other, "橋は月曜日に閉鎖された。"),
            (French, "Le village compte vingt fermes."),
            (Spanish, "La sequía afecta a cinco provincias."),
            (English, "Ada Weber"),
        ];
        for (want, text) in cases {
            assert_eq!(Language::of_text(text), want, "{text}");
        }
        assert_eq!(Language::of_tag("pt-BR"), Portuguese);
        assert_eq!(Language::of_tag("ja"), Other);
    }
}
