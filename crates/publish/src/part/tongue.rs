//! Language and direction of a text, as attributes.

use askama::Template;
use askama::filters::HtmlSafe;
use news::Reading;

/// The attributes `lang` and `dir` of an element that holds an outlet's text.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(source = r#"{% if let Some(lang) = lang %} lang="{{ lang }}"{% endif %} dir="{{ dir }}""#, ext = "html")]
pub struct Tongue {
    /// BCP 47; `None` where the outlet does not say or says something else.
    pub lang: Option<String>,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
}

impl HtmlSafe for Tongue {}

impl Tongue {
    /// Those of a text in a language, where that is known.
    pub fn of(language: Option<&str>, text: &str) -> Self {
        Self { lang: language.and_then(tag), dir: ::text::direction(language, text).as_str() }
    }

    /// Those of a reading's texts. Not its own word for the direction: readers before `replate-4` gave none.
    pub fn of_reading(reading: &Reading) -> Self {
        Self { lang: reading.language.as_deref().and_then(tag), dir: ::text::direction_of(reading).as_str() }
    }
}

/// The language tag, if it looks like one.
fn tag(given: &str) -> Option<String> {
    let tag = given.trim().replace('_', "-");
    let mut subtags = tag.split('-');
    let primary =
        subtags.next().is_some_and(|s| (2..=3).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_lowercase()));
    let rest = subtags.all(|s| (2..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric()));
    (primary && rest && tag.len() <= 35).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_language_tags_become_lang() {
        for (given, want) in [
            ("en", Some("en")),
            ("pt_BR", Some("pt-BR")),
            ("zh-Hant-TW", Some("zh-Hant-TW")),
            ("English", None),
            ("en\" onload=", None),
            ("", None),
            ("e", None),
            ("en-", None),
        ] {
            assert_eq!(tag(given).as_deref(), want, "{given:?}");
        }
    }
}
