//! Bylines: "By Ana Roe and Ben Ito, AP" becomes names, one each.

use std::sync::LazyLock;

use regex::Regex;

use text::canonical;

use crate::wording;

static LEAD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)^\W*(?:(?:written|story|words|report(?:ing|ed)?|analysis|opinion|review|posted|published|text|interview|compiled|edited)\s+by\b",
        r"|by\b|von\b|par\b|por\b|di\b|da\b|door\b|av\b|af\b|автор(?:ы)?\b|текст\b|بقلم|كتب|reporter\b|author\b|autor(?:in)?\b|auteur\b)\s*:?\s*"
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

/// The names in one or several byline strings, in order, without repeats.
pub(crate) fn split<S: AsRef<str>>(given: impl IntoIterator<Item = S>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for one in given {
        let one = canonical(one.as_ref());
        let one = one.split(" - ").next().unwrap_or_default().to_owned();
        let one = LEAD.replace(&one, "");
        for part in SPLIT.split(&one) {
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
    line.chars().count() <= 100
        && !line.ends_with(['.', '?', '!', ':'])
        && !split([line]).is_empty()
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
        && wording::label(text).is_none()
        && !ROLE.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_become_names() {
        let cases: [(&str, &[&str]); 9] = [
            ("By Ana Roe and Ben Ito", &["Ana Roe", "Ben Ito"]),
            ("Ana Roe, Ben Ito & Cy Dee", &["Ana Roe", "Ben Ito", "Cy Dee"]),
            ("Von Ana Roe und Ben Ito, Berlin", &["Ana Roe", "Ben Ito", "Berlin"]),
            ("Par Ana Roe", &["Ana Roe"]),
            ("Ana Roe | Staff writer", &["Ana Roe"]),
            ("Ana Roe (Reuters)", &["Ana Roe"]),
            ("https://news.example/ana", &[]),
            ("Updated 5 May", &[]),
            ("Автор: Анна Рой", &["Анна Рой"]),
        ];
        for (given, wanted) in cases {
            assert_eq!(split([given]), wanted, "{given}");
        }
    }
}
