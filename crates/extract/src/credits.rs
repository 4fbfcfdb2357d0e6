//! Agencies that a text is credited to: in its bylines, its dateline, or a credit line at its end.

use std::sync::LazyLock;

use news::{BlockKind, Reading};
use regex::Regex;

/// Agencies by the name that is given, with the spellings that credits use.
const AGENCIES: [(&str, &str); 16] = [
    ("AP", r"AP|Associated Press|The Associated Press"),
    ("AFP", r"AFP|Agence France-Presse|أ\.?ف\.?ب\.?"),
    ("Reuters", r"Reuters|REUTERS|رويترز|Рейтер"),
    ("dpa", r"dpa|DPA"),
    ("PA", r"PA Media|PA|Press Association"),
    ("ANSA", r"ANSA"),
    ("EFE", r"EFE"),
    ("APA", r"APA"),
    ("TASS", r"TASS|ТАСС"),
    ("RIA Novosti", r"РИА Новости|RIA Novosti"),
    ("Interfax", r"Interfax|Интерфакс"),
    ("Xinhua", r"Xinhua"),
    ("Bloomberg", r"Bloomberg"),
    ("UPI", r"UPI"),
    ("SANA", r"SANA|سانا"),
    ("epd", r"epd|KNA"),
];

static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    // "GENEVA (AP) —", "Berlin/Selm (dpa) -", "Moscow, SANA-", "PARIS, May 3 (Reuters) -"
    let all = AGENCIES.map(|a| a.1).join("|");
    Regex::new(&format!(
        r"^[\p{{L}}\p{{N}} .,/'’-]{{2,60}}?(?:[(（]({all})(?:/[\p{{L}} ]+)?[)）]\s*[-–—:.]*|,\s*({all})\s*[-–—])"
    ))
    .expect("a constant pattern")
});
static SIGNED: LazyLock<Regex> = LazyLock::new(|| {
    let all = AGENCIES.map(|a| a.1).join("|");
    Regex::new(&format!(
        r"(?i:^\W*(?:source|quelle|fuente|fonte|источник|المصدر|with (?:material|reporting|files) from|mit material (?:von|der)|avec|\(c\)|©)\s*:?\s*(?:the )?)({all})\b[^.]{{0,40}}\.?$|^\W*[(\[]?({all})[)\]]?\W*$"
    ))
    .expect("a constant pattern")
});

/// The agencies, each once, in the order in which they are found.
pub(crate) fn of(reading: &Reading) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut add = |spelling: &str| {
        if let Some((name, _)) =
            AGENCIES.iter().find(|(_, all)| all.replace('\\', "").split('|').any(|a| a.eq_ignore_ascii_case(spelling)))
            && !found.iter().any(|f| f == name)
        {
            found.push((*name).to_owned());
        }
    };
    reading.bylines.iter().for_each(|b| add(b));
    let text: Vec<&str> =
        reading.body.iter().filter(|b| b.kind.is_text() && b.kind != BlockKind::Subhead).map(|b| &*b.text).collect();
    let lead = text.first().into_iter().filter_map(|t| DATELINE.captures(t));
    let tail = text.iter().rev().take(2).filter(|t| t.len() < 120).filter_map(|t| SIGNED.captures(t));
    for c in lead.chain(tail) {
        if let Some(agency) = c.get(1).or_else(|| c.get(2)) {
            add(agency.as_str());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use news::Block;

    use super::*;

    #[test]
    fn credits_stand_in_datelines_bylines_and_last_lines() {
        let cases: [(&[&str], &[&str]); 6] = [
            (&["SELM (AP) — The bridge opened.", "It was late."], &["AP"]),
            (&["Selm, SANA-The bridge opened."], &["SANA"]),
            (&["Berlin/Selm (dpa) - Die Brücke ist offen."], &["dpa"]),
            (&["The bridge opened.", "Quelle: dpa"], &["dpa"]),
            (&["The mayor told Reuters that the bridge was late."], &[]),
            (&["The bridge opened.", "(AFP)"], &["AFP"]),
        ];
        for (lines, wanted) in cases {
            let body = lines.iter().map(|t| Block { kind: BlockKind::Paragraph, text: (*t).into() }).collect();
            assert_eq!(of(&Reading { body, ..Reading::default() }), wanted, "{lines:?}");
        }
    }
}
