//! Bylines: "By Ana Roe and Ben Ito, AP" becomes names, one each.

use std::sync::LazyLock;

use regex::Regex;

use text::canonical;

use crate::wording;

static LEAD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)^\W*(?:(?:written|story|words|report(?:ing|ed)?|analysis|opinion|review|posted|published|text|interview|compiled|edited)\s+by\b",
        r"|by\b|von\b|par\b|por\b|di\b|da\b|door\b|av\b|af\b|автор(?:ы)?\b|текст\b|بقلم|كتب|reporter\b|author\b|autor(?:in|zy|a|es)?\b|auteur\b|text[eo]?\s*:|reportagem\b|tekst\b|opracował\w*|(?:haber|yazan|yazar)\s*:|(?:του|της|από|κείμενο)\b|מאת|लेखक|(?:记者|記者|作者|撰文|文字|通讯员|取材|(?:文|写真)[・:：=＝/／])|글\s*=)\s*[:：・]?\s*"
    ))
    .expect("a constant pattern")
});
static SPLIT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\s*(?:;|\||•|·|\s/\s|,\s+(?:and|und|et|y|e|og|och|en)\s+|\s+(?:and|und|et|og|och|und|&|и|та)\s+|,\s*|\n)\s*")
        .expect("a constant pattern")
});
/// What comes after a name: a role, a medium, a place in a sentence.
static ROLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)\b(?:editor|correspondent|reporter|writer|journalist|columnist|producer|staff|newsroom|redaktion|redaktør|redaktor",
        r"|contributor|photographer|updated|published|posted|min(?:ute)?s?\s+read|special to|bureau|chief|director|professor|analyst",
        r"|redakteur(?:in)?|korrespondent(?:in)?|journaliste|envoyée?|follow|email|twitter|more from|view all)\b"
    ))
    .expect("a constant pattern")
});

/// A date, a time or their label after the names, in the same line.
static SINCE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)[\s,|·•–-]+(?:(?:first )?published|updated|posted|publicado|aktualisiert|veröffentlicht|publié|pubblicato|(?:on )?\d{1,2}[./ ]+[\p{L}\d]+[./ ]+\d{4}|\d{4}-\d\d-\d\d|\p{L}{3,9} \d{1,2}, \d{4})\b.*$").expect("a constant pattern")
});
/// Labels after which names of Han characters stand with spaces between.
static CHINESE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^\W*(?:记者|記者|作者|撰文|通讯员)").expect("a constant pattern"));

/// Chinese names, which no comma divides, with commas between.
fn per_name(names: &str, chinese: bool) -> String {
    let is_han =
        |w: &str| (2..=4).contains(&w.chars().count()) && w.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    match chinese && names.split_whitespace().all(is_han) {
        true => names.split_whitespace().collect::<Vec<_>>().join(", "),
        false => names.to_owned(),
    }
}

/// The names in one or several byline strings, in order, without repeats.
pub(crate) fn split<S: AsRef<str>>(given: impl IntoIterator<Item = S>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for one in given {
        let one = canonical(one.as_ref());
        let one = one.split(" - ").next().unwrap_or_default().to_owned();
        let one = SINCE.replace(&one, "");
        let one = per_name(&LEAD.replace(&one, ""), CHINESE.is_match(&one));
        for part in SPLIT.split(&one).flat_map(apart) {
            let part = LEAD.replace(part.trim(), "");
            let part = part.split(" (").next().unwrap_or_default();
            let name =
                part.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '|' | '-' | '–' | '/'));
            if is_name(name) && !names.iter().any(|n| n.eq_ignore_ascii_case(name)) {
                names.push(name.to_owned());
            }
        }
    }
    names.truncate(20);
    names
}

/// Small words that join two names, and stand inside names too ("Ortega y Gasset").
const JOINERS: [&str; 12] =
    [" y ", " e ", " i ", " en ", " ve ", " και ", " और ", " ja ", " a ", " és ", " și ", " й "];

/// Two full names that a small word joins.
fn apart(names: &str) -> Vec<&str> {
    let full = |name: &str| name.split_whitespace().count() >= 2;
    let found = JOINERS.iter().find_map(|j| names.split_once(j).filter(|(a, b)| full(a) && full(b)));
    found.map_or(vec![names], |(a, b)| vec![a, b])
}

/// Whether a line says that it is a line of authors: "By Ana Roe", "Von Ana Roe und Ben Ito".
pub(crate) fn is_signed(line: &str) -> bool {
    let Some(lead) = LEAD.find(line).filter(|m| !m.is_empty()) else { return false };
    let rest = &line[lead.end()..];
    let capital = |w: &str| w.chars().next().is_some_and(|c| c.is_uppercase() || !c.is_lowercase());
    let small = |w: &str| {
        matches!(
            w,
            "and" | "und" | "et" | "y" | "e" | "og" | "och" | "en" | "&" | "и" | "de" | "van" | "von" | "der" | "al"
        )
    };
    let rest = SINCE.replace(rest, "");
    line.chars().count() <= 100
        && !line.ends_with(['.', '?', '!', ':'])
        && !split([line]).is_empty()
        && !rest.is_empty()
        && rest.split_whitespace().all(|w| capital(w) || small(w))
}

/// Whether a string can be a person's (or a desk's) name: short, without address, sentence or role.
pub(crate) fn is_name(text: &str) -> bool {
    let words = text.split_whitespace().count();
    (1..=6).contains(&words)
        && text.chars().count() <= 60
        && text.chars().any(char::is_alphabetic)
        && !text.contains(['@', '{', '<', '?', '!', '='])
        && !text.contains("http")
        && !text.contains("www.")
        && !text.chars().any(char::is_numeric)
        && (words < 2 || text.split_whitespace().any(|w| !w.starts_with(char::is_lowercase)))
        && wording::label(text).is_none()
        && !ROLE.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_become_names() {
        let cases: [(&str, &[&str]); 14] = [
            ("By Ana Roe and Ben Ito", &["Ana Roe", "Ben Ito"]),
            ("Ana Roe, Ben Ito & Cy Dee", &["Ana Roe", "Ben Ito", "Cy Dee"]),
            ("Von Ana Roe und Ben Ito, Berlin", &["Ana Roe", "Ben Ito", "Berlin"]),
            ("Par Ana Roe", &["Ana Roe"]),
            ("Ana Roe | Staff writer", &["Ana Roe"]),
            ("Ana Roe (Reuters)", &["Ana Roe"]),
            ("https://news.example/ana", &[]),
            ("Updated 5 May", &[]),
            ("Автор: Анна Рой", &["Анна Рой"]),
            ("Por Ana Roe y Ben Ito", &["Ana Roe", "Ben Ito"]),
            ("Por José Roe y Ito", &["José Roe y Ito"]),
            ("By Ana Roe, 3 March 2026", &["Ana Roe"]),
            ("记者 陈石 林晓竹", &["陈石", "林晓竹"]),
            ("文・浜野 渚", &["浜野 渚"]),
        ];
        for (given, wanted) in cases {
            assert_eq!(split([given]), wanted, "{given}");
        }
    }
}
