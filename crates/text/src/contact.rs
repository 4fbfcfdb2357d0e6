//! Lines that say whom to ask: names and numbers in them are no part of what happened.

use crate::token::is_lone;

/// Words that such a line has, in lower case.
const CUES: &[&str] = &[
    "contact",
    "contacts",
    "press office",
    "media enquiries",
    "media inquiries",
    "press enquiries",
    "press inquiries",
    "for more information",
    "for further information",
    "phone",
    "tel",
    "tel.",
    "telephone",
    "e-mail",
    "email",
    "kontakt",
    "pressekontakt",
    "pressestelle",
    "telefon",
    "ansprechpartner",
    "rückfragen",
    "contact presse",
    "service de presse",
    "contacto",
    "contacto de prensa",
    "teléfono",
    "contato",
    "assessoria de imprensa",
    "telefone",
    "contatti",
    "ufficio stampa",
    "perscontact",
    "persvoorlichting",
    "контакты",
    "пресс-служба:",
    "телефон",
    "контакти",
    "тел.",
    "kontakt dla mediów",
    "biuro prasowe",
    "iletişim",
    "basın bürosu",
    "للتواصل",
    "هاتف",
    "問い合わせ",
    "联系电话",
];
/// Figures of a telephone number, at least.
const FIGURES: usize = 6;
/// Longer paragraphs say more than whom to ask.
const MOST_CHARS: usize = 400;

/// Whether a paragraph says whom to ask: a word for it, and a telephone number or an address of mail.
pub fn is_contact_line(paragraph: &str) -> bool {
    if paragraph.len() > 4 * MOST_CHARS || !paragraph.bytes().any(|b| b == b'@' || b.is_ascii_digit() || !b.is_ascii())
    {
        return false;
    }
    let has_number = || {
        let of_number = |c: char| c.is_numeric() || matches!(c, ' ' | '-' | '/' | '(' | ')' | '.' | '+' | '\u{a0}');
        let runs = paragraph.split(|c| !of_number(c));
        runs.map(|run| run.chars().filter(|c| c.is_numeric()).count()).any(|figures| figures >= FIGURES)
    };
    if !(paragraph.contains('@') || has_number()) {
        return false;
    }
    let lower = paragraph.to_lowercase();
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !is_lone(c));
    CUES.iter().any(|cue| {
        lower.match_indices(cue).any(|(at, _)| {
            !is_part(lower[..at].chars().next_back()) && !is_part(lower[at + cue.len()..].chars().next())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whom_to_ask_is_told_from_what_happened() {
        let cases = [
            ("Press contact: Ada Weber, press office, tel. +47 55 960 114.", true),
            ("Rückfragen an Karl Lindqvist, Telefon 0391 5550-112", true),
            ("For more information write to ada@norwick.example.", true),
            ("Some 1,250,000 people live there.", false),
            ("The contact between both trams lasted 20 seconds.", false),
            ("お問い合わせは０３９１－５５５０１２まで。", true),
            ("", false),
        ];
        for (line, want) in cases {
            assert_eq!(is_contact_line(line), want, "{line}");
        }
    }
}
