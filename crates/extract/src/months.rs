//! The names of the months in the languages of the readers.

/// Beginnings of the months' names, in order of the months; the longest that fits decides ("marraskuu", "mars").
const BEGINNINGS: [&[&str]; 12] = [
    &[
        "jan",
        "jän",
        "янв",
        "яну",
        "ene",
        "gen",
        "ian",
        "sty",
        "oca",
        "січ",
        "сту",
        "ينا",
        "جانف",
        "ژانو",
        "led",
        "sij",
        "tam",
        "sau",
        "ιαν",
        "ינו",
        "जन",
        "জান",
        "มกร",
    ],
    &[
        "feb",
        "fév",
        "fèv",
        "fev",
        "фев",
        "lut",
        "şub",
        "лют",
        "فبر",
        "فيفر",
        "فور",
        "شباط",
        "úno",
        "velj",
        "helm",
        "vas",
        "veeb",
        "φεβ",
        "פבר",
        "फर",
        "ফেব",
        "กุม",
    ],
    &[
        "mar",
        "mär",
        "már",
        "maa",
        "мар",
        "mrt",
        "бер",
        "مار",
        "آذار",
        "ožu",
        "bře",
        "kov",
        "μαρ",
        "μάρ",
        "מרץ",
        "מרס",
        "मार",
        "মার",
        "มีน",
    ],
    &[
        "apr",
        "ápr",
        "avr",
        "abr",
        "апр",
        "kwi",
        "nis",
        "кві",
        "أبر",
        "ابر",
        "آور",
        "نيسان",
        "dub",
        "trav",
        "huh",
        "bal",
        "απρ",
        "אפר",
        "अप्र",
        "এপ্র",
        "เมษ",
    ],
    &[
        "may",
        "mai",
        "maí",
        "mei",
        "maj",
        "máj",
        "mag",
        "мая",
        "май",
        "тра",
        "ماي",
        "أيار",
        "ايار",
        "kvě",
        "svib",
        "touko",
        "geg",
        "μαΐ",
        "μάι",
        "μαι",
        "מאי",
        "मई",
        "মে",
        "พฤษภ",
    ],
    &[
        "jun",
        "jún",
        "juin",
        "giu",
        "iun",
        "июн",
        "юни",
        "cze",
        "haz",
        "чер",
        "يون",
        "جوان",
        "حزيران",
        "ژوئن",
        "červ",
        "lipnj",
        "lipanj",
        "kesä",
        "bir",
        "juun",
        "ιουν",
        "ιούν",
        "יוני",
        "जून",
        "জুন",
        "มิถ",
    ],
    &[
        "jul",
        "júl",
        "juil",
        "lug",
        "iul",
        "июл",
        "юли",
        "lip",
        "tem",
        "лип",
        "يول",
        "جويل",
        "تموز",
        "ژوئی",
        "červenc",
        "srpnj",
        "heinä",
        "lie",
        "juul",
        "ιουλ",
        "ιούλ",
        "יולי",
        "जुल",
        "জুল",
        "กรก",
    ],
    &[
        "aug",
        "aoû",
        "aou",
        "ago",
        "avg",
        "agu",
        "авг",
        "sie",
        "ağu",
        "сер",
        "أغس",
        "اغس",
        "أوت",
        "اوت",
        "srp",
        "kolov",
        "elo",
        "rugp",
        "αυγ",
        "αύγ",
        "אוג",
        "अग",
        "আগ",
        "สิง",
    ],
    &[
        "sep",
        "szept",
        "set",
        "сен",
        "сеп",
        "wrz",
        "eyl",
        "вер",
        "سبت",
        "أيلول",
        "ايلول",
        "سپت",
        "zář",
        "ruj",
        "syys",
        "rugs",
        "σεπ",
        "ספט",
        "सित",
        "সেপ",
        "กัน",
    ],
    &[
        "oct",
        "okt",
        "out",
        "ott",
        "окт",
        "paź",
        "eki",
        "жов",
        "кас",
        "أكت",
        "اكت",
        "اکت",
        "říj",
        "loka",
        "spa",
        "οκτ",
        "אוק",
        "अक्टू",
        "अक्तू",
        "অক্ট",
        "ตุล",
    ],
    &[
        "nov",
        "ноя",
        "ное",
        "lis",
        "kas",
        "лис",
        "نوف",
        "نوا",
        "stud",
        "marras",
        "lapk",
        "νοε",
        "νοέ",
        "נוב",
        "नव",
        "নভ",
        "พฤศ",
    ],
    &[
        "dec",
        "dez",
        "déc",
        "dic",
        "des",
        "дек",
        "gru",
        "ara",
        "гру",
        "сне",
        "ديس",
        "دسا",
        "prosin",
        "joulu",
        "δεκ",
        "דצמ",
        "दिस",
        "ডিস",
        "ธัน",
    ],
];
/// Names of days that begin like a month's.
const DAYS: [&str; 5] = ["mardi", "martes", "martedì", "martedi", "marți"];
/// Longest name of a month, in scalars.
const LONGEST: usize = 14;

/// The number of the month with that name, 1 to 12.
pub(crate) fn number(name: &str) -> Option<i8> {
    let name = name.to_lowercase();
    // "במרץ": in March
    let name = name.strip_prefix('ב').map_or(name.as_str(), |rest| rest).to_owned();
    // "tháng 5": the fifth month
    if let Some(number) = name.strip_prefix("tháng") {
        return number.trim().parse().ok().filter(|n| (1..=12).contains(n));
    }
    if DAYS.contains(&&*name) || name.chars().count() > LONGEST {
        return None;
    }
    let fitting = |(at, all): (usize, &&[&str])| {
        let longest = all.iter().filter(|b| name.starts_with(**b)).map(|b| b.len()).max()?;
        Some((longest, at + 1))
    };
    let (_, month) = BEGINNINGS.iter().enumerate().filter_map(fitting).max_by_key(|(longest, _)| *longest)?;
    i8::try_from(month).ok()
}

/// The months of the Persian calendar, in order.
const PERSIAN: [&[&str]; 12] = [
    &["فروردین"],
    &["اردیبهشت"],
    &["خرداد"],
    &["تیر"],
    &["مرداد", "امرداد"],
    &["شهریور"],
    &["مهر"],
    &["آبان"],
    &["آذر"],
    &["دی"],
    &["بهمن"],
    &["اسفند"],
];

/// The number of the month of the Persian calendar with that name, 1 to 12.
pub(crate) fn persian(name: &str) -> Option<i8> {
    // Arabic keyboards write another letter
    let name = name.replace('ي', "ی");
    let at = PERSIAN.iter().position(|names| names.contains(&&*name))?;
    i8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::{number, persian};

    #[test]
    fn months_of_the_persian_calendar_are_told() {
        for (name, wanted) in [("اسفند", Some(12)), ("فروردين", Some(1)), ("مارس", None), ("آذار", None)]
        {
            assert_eq!(persian(name), wanted, "{name}");
        }
    }

    #[test]
    fn names_of_months_are_told_apart() {
        let cases = [
            ("January", 1),
            ("März", 3),
            ("marraskuuta", 11),
            ("juin", 6),
            ("juillet", 7),
            ("lipnja", 6),
            ("lipca", 7),
            ("června", 6),
            ("července", 7),
            ("srpnja", 7),
            ("srpna", 8),
            ("Aralık", 12),
            ("มกราคม", 1),
            ("tháng 5", 5),
            ("במרץ", 3),
            ("באוגוסט", 8),
        ];
        for (name, wanted) in cases {
            assert_eq!(number(name), Some(wanted), "{name}");
        }
        for other in ["mardi", "Uhr", "tháng 13", ""] {
            assert_eq!(number(other), None, "{other}");
        }
    }
}
