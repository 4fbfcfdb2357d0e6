//! Bylines: "By Ana Roe and Ben Ito, AP" becomes names, one each.

use std::sync::LazyLock;

use regex::Regex;

use text::canonical;

use crate::{headline, wording};

static LEAD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)^\W*(?:(?:(?:an? )?(?:blog )?(?:article|post|recipe|guest post|created|added|submitted|authored)\s+by|(?:artikel|beitrag|rezept|geschrieben|veröffentlicht|erstellt|gespeichert|pressemitteilung)\s+von|publié\s+par|(?:publicado|escrito)\s+por|scritto\s+da|(?:scris|redactat)\s+de)\b:?|authors?\s*:|autorin/autor\b|(?:written|story|words|report(?:ing|ed)?|analysis|opinion|review|posted|published|text|interview|compiled|edited)\s+by\b",
        r"|by\b|von\b|par\b|por\b|di\b|da\b|door\b|av\b|af\b|автор(?:ы)?\b|текст\b|بقلم|كتب|reporter\b|author\b|autor(?:in|zy|a|es)?\b|auteur\b|text[eo]?\s*:|reportagem\b|tekst\b|opracował\w*|(?:haber|yazan|yazar)\s*:|(?:του|της|από|κείμενο)\b|συντάκτ(?:ης|ρια|ες)\b|авторка\b|tác giả\b|מאת|כתב(?:ה|ת)?\s*:|लेखक|โดย|ผู้เขียน|ผู้สื่อข่าว|เรื่อง\s*:|(?:记者|記者|作者|撰文|文字|通讯员|取材|(?:文|写真)[・:：=＝/／])|글\s*=)\s*[:：・]?\s*"
    ))
    .expect("a constant pattern")
});
static SPLIT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\s*(?:;|\||•|·|／|\s/\s|[、，،；]|,\s+(?:and|und|et|y|e|og|och|en)\s+|\s+(?:and|und|et|og|och|und|&|и|та|และ|và)\s+|,\s*|\n)\s*")
        .expect("a constant pattern")
});
/// What comes after a name: a role, a medium, a place in a sentence.
static ROLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)\b(?:editor|correspondent|reporter|writer|journalist|columnist|producer|staff|newsroom|redaktion|redaktør|redaktor",
        r"|contributor|photographer|updated|published|posted|editorial|guidelines|membership|min(?:ute)?s?\s+read|special to|bureau|chief|director|professor|analyst",
        r"|redakteur(?:in)?|korrespondent(?:in)?|journaliste|envoyée?|follow|email|twitter|more from|view all)\b"
    ))
    .expect("a constant pattern")
});

/// What no name begins with: labels, captions, buttons.
static NO_NAME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)^(?:about|view|learn|get|send|print|see|fact|reviewed|your|how|image|images|photos?|photograph|foto|bild|video|click|share",
        r"|sign|log|subscribe|quelle|source|alle artikel|mehr|zur|zum|weitere|all (?:posts|articles)|no author|unknown|re-activate|last|credit|researched|illustrations?|photographs|photography|pictures?|full bio|more about|profile)\b|^(?:bio|edit|name|publié|publiziert|created|veröffentlicht|published|geschrieben|stand|on|by|von|le|author|authors|autor|autoren|redacted|admin|administrator|wordpressadmin|spotlight|text)\W*$|\bthe author\b|getty images",
        r"|^(?:تسجيل|دخول|خروج)|\p{Han}{2,4}(?:報導|报道)$|(?i:^em\s+(?:São|Rio|Brasília|Belo|Porto|Lisboa|Salvador|Recife|Curitiba|Londres|Nova|Buenos)\b)"
    ))
    .expect("a constant pattern")
});
/// Degrees after a name.
static DEGREE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:Ph\.?D|M\.?D|D\.?V\.?M|M\.?Sc|B\.?Sc|M\.?A|M\.?S|M\.?B\.?A|M\.?P\.?H|R\.?D|R\.?N|D\.?O|J\.?D|C\.?P\.?A|LL\.?[BM]|R\.?D\.?N|Jr|Sr|I{2,3})\.?$").expect("a constant pattern")
});
/// What a Korean, Chinese or Japanese name carries behind it: its bearer is a journalist.
static OFFICE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"([\p{Hangul}\p{Han}])\s*(?:(?:선임|수습|인턴|객원|전문)?\s?기자|특파원|논설위원|통신원|앵커|記者|记者)$",
    )
    .expect("a constant pattern")
});
/// Words left at the end of a name where a date was taken away.
static LEFT_OVER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i:\s+(?:le|on|am|the|vom|den|el|om|il|stand|edit|updated|published))+\s*:?$")
        .expect("a constant pattern")
});

/// A date, a time or their label after the names, in the same line.
static SINCE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)[\s,|·•–-]+(?:(?:first )?published|updated|posted|publicado|aktualisiert|veröffentlicht|publié|pubblicato|(?:on )?\d{1,2}[./ ]+[\p{L}\d]+[./ ]+\d{4}|\d{4}-\d\d-\d\d|\p{L}{3,9} \d{1,2}, \d{4})\b.*$").expect("a constant pattern")
});
/// Where somebody writes from, or in which part of the paper.
static PLACE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r",?\s+(?:in|aus)\s+\p{Lu}.*$").expect("a constant pattern"));
/// The agencies whose text a person has worked into their own, and the name that a person has elsewhere.
static BESIDE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:\s+(?i:avec|with|mit|con|com|e)\s+(?i:l['’])?(?:AFP|AP|Reuters|REUTERS|dpa|APA|EFE|ANSA|Lusa|(?i:agences?|agencies|agencias?|agências?|agenturen|wires))\b.*|\s+\(?@[\w.]+\)?)").expect("a constant pattern")
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
        let one = headline::plain(one.as_ref());
        let one = one.split(" - ").next().unwrap_or_default().to_owned();
        let one = SINCE.replace(&one, "");
        let one = PLACE.replace(&one, "");
        let one = BESIDE.replace_all(&one, "");
        let one = per_name(&LEAD.replace(&one, ""), CHINESE.is_match(&one));
        let parts = SPLIT.split(&one).enumerate().map(|(at, part)| if at > 0 { without_letter(part) } else { part });
        for part in parts.flat_map(apart) {
            let part = LEAD.replace(part.trim(), "");
            let part = part.split(" (").next().unwrap_or_default();
            let part = LEFT_OVER.replace(part.trim(), "");
            let part = OFFICE.replace(&part, "$1");
            let name =
                part.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '|' | '-' | '–' | '/'));
            if DEGREE.is_match(name) {
                if let Some(last) = names.last_mut().filter(|last| !last.ends_with(name)) {
                    last.push_str(", ");
                    last.push_str(name);
                }
                continue;
            }
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

/// Letters for "and" that Arabic and Hebrew write as one word with the next.
const PREFIXED: [char; 2] = ['و', 'ו'];
/// Names that begin with such a letter of their own.
const OWN_LETTER: [&str; 27] = [
    "وليد",
    "الوليد",
    "وائل",
    "وسام",
    "وسيم",
    "وفاء",
    "وفيق",
    "وداد",
    "ورد",
    "وردة",
    "وجدي",
    "وجيه",
    "وديع",
    "وحيد",
    "ولاء",
    "وصال",
    "وضاح",
    "ورق",
    "ויקטור",
    "ויקטוריה",
    "ויקי",
    "ורד",
    "ורדה",
    "ולדימיר",
    "ויטלי",
    "ולטר",
    "ורוניקה",
];

/// A name behind a comma, without an "and" in front as a letter.
fn without_letter(name: &str) -> &str {
    let word = name.split_whitespace().next().unwrap_or_default();
    let rest = name.strip_prefix(PREFIXED).filter(|rest| rest.chars().next().is_some_and(char::is_alphabetic));
    rest.filter(|rest| rest.split_whitespace().count() >= 2 && !OWN_LETTER.contains(&word)).unwrap_or(name)
}

/// Two full names, the second of which has "and" in front as a letter.
fn apart_by_letter(names: &str) -> Option<(&str, &str)> {
    let full = |name: &str| name.split_whitespace().count() >= 2;
    let joined = |(at, c): (usize, char)| {
        let (first, second) = (names[..at].trim_end(), &names[at + c.len_utf8()..]);
        let word = names[at..].split_whitespace().next().unwrap_or_default();
        let begins = names[..at].ends_with(char::is_whitespace) && second.starts_with(char::is_alphabetic);
        (begins && full(first) && full(second) && !OWN_LETTER.contains(&word)).then_some((first, second))
    };
    names.char_indices().filter(|(_, c)| PREFIXED.contains(c)).find_map(joined)
}

/// Two full names that a small word joins.
fn apart(names: &str) -> Vec<&str> {
    let full = |name: &str| name.split_whitespace().count() >= 2;
    if let Some((a, b)) = apart_by_letter(names) {
        return vec![a, b];
    }
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
    let rest = PLACE.replace(&rest, "");
    line.chars().count() <= 100
        && !line.ends_with(['.', '?', '!', ':'])
        && !split([line]).is_empty()
        && !rest.is_empty()
        && rest.split_whitespace().all(|w| capital(w) || small(w))
}

/// A name without the "de" that stands for "by" in Romanian: "De Anna Popescu". "De Luca" is one.
pub(crate) fn without_de(name: &str) -> &str {
    let rest = name.strip_prefix("De ").or_else(|| name.strip_prefix("de ")).map(str::trim_start);
    rest.filter(|rest| is_person(rest)).unwrap_or(name)
}

/// A label of authors.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^\W*(?:authors?|written by|autor(?:in|en)?(?:/autor(?:in)?)?|verfasst von|verfasser(?:in)?|geschrieben von|auteure?s?|écrit par|autore|scritto da|escrito por|autora?|redactora?|author/editor|reporter|geschreven door|skrevet av|skriven av|skrevet af|autorka?|автор|написано|yazar|κείμενο)\s*[:：]?\s*")
        .expect("a constant pattern")
});

/// Whether a line is a label of authors and nothing else.
pub(crate) fn is_label(line: &str) -> bool {
    LABEL.find(line).is_some_and(|m| m.end() == line.len())
}

/// What stands behind a label of authors in a line.
pub(crate) fn after_label(line: &str) -> Option<&str> {
    let label = LABEL.find(line)?;
    Some(&line[label.end()..])
        .filter(|rest| rest.starts_with(char::is_uppercase) && line[..label.end()].ends_with([' ', ':']))
}

/// A piece of a line before a date, without the day of the week and small words.
pub(crate) fn before_date(piece: &str) -> &str {
    static DAY: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)(?:^|[\s,]+)(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|monday|tuesday|wednesday|thursday|friday|saturday|sunday)[.,]?\s*$")
            .expect("a constant pattern")
    });
    let piece = piece.trim_end();
    let piece = DAY.find(piece).map_or(piece, |m| &piece[..m.start()]);
    LEFT_OVER.find(piece).map_or(piece, |m| &piece[..m.start()])
}

/// What is given as authors but names none: desks, by their names as they stand.
pub(crate) fn desks(given: &[String]) -> Vec<String> {
    let line = |t: &String| (1..=5).contains(&t.split_whitespace().count()) && t.chars().count() <= 40;
    let names = given.iter().map(|g| canonical(g)).filter(line);
    names.filter(|t| !t.contains(['@', '<', '{', '/', '=']) && t.chars().any(char::is_alphabetic)).take(3).collect()
}

/// Whether a piece of a line is a person's full name: some words, each with a capital, and nothing else.
pub(crate) fn is_person(text: &str) -> bool {
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '-' | '–' | '•' | '·' | '/'));
    let particle =
        |w: &str| matches!(w, "de" | "van" | "von" | "der" | "den" | "al" | "el" | "la" | "da" | "di" | "du" | "bin");
    let mut words = text.split_whitespace();
    let capital =
        |w: &str| w.chars().next().is_some_and(char::is_uppercase) && w.chars().skip(1).any(char::is_alphabetic);
    let plain = text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\'' | '’'));
    let count = text.split_whitespace().count();
    let initial = |w: &str| w.ends_with('.') && w.starts_with(char::is_uppercase);
    let last = text.split_whitespace().next_back().is_some_and(|w| capital(w) && !particle(&w.to_lowercase()));
    (2..=4).contains(&count) && plain && last && words.all(|w| capital(w) || particle(w) || initial(w)) && is_name(text)
}

/// Whether a string can be a person's (or a desk's) name: short, without address, sentence or role.
pub(crate) fn is_name(text: &str) -> bool {
    let words = text.split_whitespace().count();
    (1..=6).contains(&words)
        && text.chars().count() <= 60
        && text.chars().any(char::is_alphabetic)
        && !text.contains(['@', '{', '<', '?', '!', '=', ':', '*', '©', '“', '"'])
        && !text.starts_with(['(', '['])
        && !NO_NAME.is_match(text)
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
        let cases: [(&str, &[&str]); 51] = [
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
            ("بقلم: سامي النهري وليلى الجسر", &["سامي النهري", "ليلى الجسر"]),
            ("سامي النهري، وليلى الجسر", &["سامي النهري", "ليلى الجسر"]),
            ("سامي الحر وليد النهري", &["سامي الحر وليد النهري"]),
            ("מאת: דנה נחל ורון גשר", &["דנה נחל", "רון גשר"]),
            ("דנה נחל ורד", &["דנה נחל ורד"]),
            ("記者：川村直子、橋本健", &["川村直子", "橋本健"]),
            ("记者：李河、王桥", &["李河", "王桥"]),
            ("김강수·이다리 기자", &["김강수", "이다리"]),
            ("김강수 기자, 이다리 특파원", &["김강수", "이다리"]),
            ("โดย สมชาย ริมน้ำ, มาลี สะพานทอง", &["สมชาย ริมน้ำ", "มาลี สะพานทอง"]),
            ("โดย สมชาย ริมน้ำ และ มาลี สะพานทอง", &["สมชาย ริมน้ำ", "มาลี สะพานทอง"]),
            ("Συντάκτες: Νίκος Ρω και Άννα Ιτώ", &["Νίκος Ρω", "Άννα Ιτώ"]),
            ("Tác giả: Nguyễn Văn Sông và Trần Thị Cầu", &["Nguyễn Văn Sông", "Trần Thị Cầu"]),
            ("Geschrieben von Ana Roe", &["Ana Roe"]),
            ("Recipe by Ana Roe", &["Ana Roe"]),
            ("Authors: Ana Roe, Ben Ito", &["Ana Roe", "Ben Ito"]),
            ("By Ana Roe in Selm", &["Ana Roe"]),
            ("By Ana Roe, in News, Town · 3 May 2024", &["Ana Roe"]),
            ("Ana Roe, PhD, Ben Ito, MD", &["Ana Roe, PhD", "Ben Ito, MD"]),
            ("Ana Roe le 3 mai 2024", &["Ana Roe"]),
            ("Ana R&oacute;e", &["Ana Róe"]),
            ("記者王小明／台北報導", &["王小明"]),
            ("王小明 記者", &["王小明"]),
            ("Par Ana Roe avec AFP", &["Ana Roe"]),
            ("By Ana Roe with Reuters", &["Ana Roe"]),
            ("By Ana Roe @anaroe", &["Ana Roe"]),
            ("By Ana Roe (@ana.roe) and Ben Ito", &["Ana Roe", "Ben Ito"]),
            ("כתב: דנה נחל", &["דנה נחל"]),
            ("Words by Ana Roe; photographs by Ben Ito", &["Ana Roe"]),
            ("Em São Paulo", &[]),
            ("تسجيل الدخول", &[]),
            ("خروج", &[]),
            ("(Image: Ana Roe)", &[]),
            ("Photograph by Ana Roe", &[]),
            ("About the Author", &[]),
            ("View Full Profile", &[]),
            ("Published", &[]),
        ];
        for (given, wanted) in cases {
            assert_eq!(split([given]), wanted, "{given}");
        }
    }

    #[test]
    fn persons_are_told_from_other_lines() {
        for person in ["Ana Roe", "ANA ROE", "Ana M. Roe", "Ana van der Roe", "J.R. Roe"] {
            assert!(is_person(person), "{person}");
        }
        for other in
            ["Ana", "AI at Work", "the bridge opens", "Ana Roe, 34", "Disko Von", "Vice President of Consulting"]
        {
            assert!(!is_person(other), "{other}");
        }
    }
}
