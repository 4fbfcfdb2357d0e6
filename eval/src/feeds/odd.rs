//! What pages, outlets and operators write when nobody stops them.

use crate::chance::Chance;

/// Words of ordinary articles.
const WORDS: &[&str] = &[
    "bridge", "closed", "council", "repair", "Tuesday", "£1.5m", "12,000", "nobody", "was", "hurt", "after", "the",
    "a", "said", "mayor", "Wilma", "Sedge", "river", "water", "tonnes", "in", "of", "and", "it’s", "don't", "“will",
    "open”", "again", "pond", "frogs", "mill", "report", "–", "by", "noon", "café", "naïve", "Łódź", "São",
];

/// Words in other scripts.
const FOREIGN: &[&str] = &[
    "الجسر",
    "مغلق",
    "حتى",
    "١٢",
    "הגשר",
    "נסגר",
    "שוב",
    "桥梁已关闭。",
    "议会说，",
    "橋の修理は",
    "火曜日まで「続く」。",
    "다리가",
    "폐쇄되었다",
    "पुल",
    "बंद",
    "สะพานปิดแล้ว",
    "мост",
    "закрыт",
    "γέφυρα",
    "ክፍት",
    "𠮷野家",
    "𝔅𝔯𝔦𝔡𝔤𝔢",
];

/// What breaks formats: ends of markup, escapes, characters that XML, HTML or JSON do not have, directions, joiners.
const HOSTILE: &[&str] = &[
    "]]>",
    "<![CDATA[",
    "<!--",
    "-->",
    "<script>alert(1)</script>",
    "</p></div></content>",
    "<b>bold</b>",
    "<img src=x onerror=alert(1)>",
    "&",
    "&amp;",
    "&lt;b&gt;",
    "&#0;",
    "&#x1F;",
    "&nbsp;",
    "&bogus;",
    "\"",
    "'",
    "<",
    ">",
    "\\",
    "\\u0000",
    "\u{0}",
    "\u{1}",
    "\u{8}",
    "\u{b}",
    "\u{c}",
    "\u{1b}[31m",
    "\u{1f}",
    "\u{7f}",
    "\u{80}",
    "\u{85}",
    "\u{9f}",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{200d}",
    "\u{200e}",
    "\u{2028}",
    "\u{2029}",
    "\u{202e}evil\u{202c}",
    "\u{2066}isolate",
    "\u{2069}",
    "\u{d7ff}",
    "\u{e000}",
    "\u{fdd0}",
    "\u{feff}",
    "\u{fffd}",
    "\u{fffe}",
    "\u{ffff}",
    "\u{1fffe}",
    "\u{10ffff}",
    "e\u{301}\u{323}\u{301}",
    "👩‍👩‍👧‍👦",
    "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
    "{{ 7*7 }}",
    "javascript:alert(1)",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "--",
    "?>",
    "<?xml version=\"1.0\"?>",
    "%00",
    "Ã©",
];

/// Names of outlets and sites.
const NAMES: &[&str] = &[
    "The Pond Post",
    "Q&A Weekly",
    "<The> \"Ledger\"",
    "صحيفة البركة",
    "池の新聞",
    "ledger.example",
    "L'Écho du « Moulin »",
    "]]>",
    "💥",
    "\u{202e}tsoP dnoP",
    "Smith & Sons' <b>Gazette</b>",
    "\u{200e}",
    "A\u{0}B",
];

/// Where articles stand.
const ADDRESSES: &[&str] = &[
    "http://ledger.example/2026/03/bridge",
    "https://ledger.example/a?b=1&c=2&amp;d=3",
    "http://ledger.example/%E6%A1%A5?q=%22%3E%3Cscript%3E",
    "http://ledger.example/a b/<c>/\"d\"",
    "http://ledger.example/{x}|y^z`/[1]?q={a}|b^c[2]`\\'#f[3]|^",
    "http://zeitung-köln.example/straße?größe=5€#maß",
    "http://例え.example/橋/閉鎖",
    "http://xn--zeitung-kln-djb.example/a",
    "http://user:secret@ledger.example:8080/a",
    "http://[2001:db8::1]:81/a",
    "http://LEDGER.example:80/../a/./b//c;d=e,f",
    "http://ledger.example/%zz%",
    "http://ledger.example/\u{202e}gpj.a",
    "http://ledger.example/a?u=http://other.example/?v=1#w",
    "javascript:alert(document.domain)",
    "//ledger.example/a",
    "not an address",
    "",
];

/// Where this site may stand.
const BASES: &[&str] = &[
    "https://replate.example",
    "http://127.0.0.1:8017",
    "http://[2001:db8::17]:8017",
    "https://news.example/changes",
    "https://xn--nderungen-q9a.example",
    "https://replate.example:8443/a~b/c",
];

/// Languages as readers hand them on.
const LANGUAGES: &[&str] =
    &["en", "en-GB", "pt-BR", "ar", "he", "fa", "ja", "zh-Hant-TW", "de-CH-1901", "sr-Latn", "es-419", "xx", "zz-ZZ"];

/// What outlets claim as times.
const CLAIMED: &[&str] = &[
    "2026-03-02T05:00:00Z",
    "2026-03-02",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z",
    "1969-07-20T20:17:40-05:00",
    "2038-01-19T03:14:08+14:00",
    "yesterday",
    "",
];

/// The name of an outlet, or of this site.
pub fn name(chance: &mut Chance) -> String {
    chance.of(NAMES).to_owned()
}

/// An address of an article.
pub fn address(chance: &mut Chance) -> String {
    chance.of(ADDRESSES).to_owned()
}

/// Where this site stands.
pub fn base(chance: &mut Chance) -> String {
    chance.of(BASES).to_owned()
}

/// A language, or none.
pub fn language(chance: &mut Chance) -> Option<String> {
    (!chance.one_in(5)).then(|| chance.of(LANGUAGES).to_owned())
}

/// A time that an outlet claims, or none.
pub fn claimed(chance: &mut Chance) -> Option<String> {
    (!chance.one_in(3)).then(|| chance.of(CLAIMED).to_owned())
}

/// A text of some words, with what is hostile among them.
pub fn text(chance: &mut Chance, words: u64) -> String {
    let kind = chance.below(4);
    let mut text = String::new();
    for _ in 0..words {
        let word = match kind {
            0 => chance.of(WORDS),
            1 => chance.of(FOREIGN),
            2 if chance.one_in(3) => chance.of(HOSTILE),
            _ if chance.one_in(12) => chance.of(HOSTILE),
            _ if chance.one_in(6) => chance.of(FOREIGN),
            _ => chance.of(WORDS),
        };
        text.push_str(word);
        if !chance.one_in(6) {
            text.push(' ');
        }
    }
    text.trim().to_owned()
}

/// A headline: of some words, or one that is nothing like it.
pub fn headline(chance: &mut Chance) -> Option<String> {
    Some(match chance.below(60) {
        0 | 1 => return None,
        2..5 => chance.of(HOSTILE).to_owned(),
        5 => chance.of(&["桥", "x", "\u{1F41F}", "الف "]).repeat(10_000).chars().take(10_000).collect(),
        _ => {
            let words = 1 + chance.below(12);
            text(chance, words)
        }
    })
}
