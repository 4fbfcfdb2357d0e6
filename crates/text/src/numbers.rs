//! Quantities: digits and words of numbers, by value.

use std::ops::Range;
use std::sync::LazyLock;

use crate::digits::{Digits, cjk_digit, cjk_value, digits};
use crate::hash::WordMap;
use crate::units::{Unit, measure_of};
use crate::{Language, Passage, TokenKind, number_words};

/// A quantity in a passage.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// Its words: digits or number words, magnitude and unit ("£1.5 million", "twelve percent").
    pub words: Range<usize>,
    /// What it is worth, magnitude words multiplied in.
    pub value: f64,
    /// What is measured, where a percent sign, a currency or a measure says so.
    pub unit: Option<Unit>,
    /// Whether it counts in order ("third", "3rd").
    pub is_ordinal: bool,
    /// Whether it is mostly no number ("one", "second").
    pub is_weak: bool,
}

#[derive(Debug, Clone, Copy)]
struct Word {
    value: f64,
    multiplies: bool,
    is_ordinal: bool,
    is_weak: bool,
}

type Table = WordMap<&'static str, Word>;

static TABLES: LazyLock<Vec<Table>> = LazyLock::new(|| {
    let all = Language::KNOWN.iter().chain([&Language::Other]);
    all.map(|&language| table(number_words::of(language))).collect()
});

fn table(words: &'static str) -> Table {
    let words: Vec<&str> = words.split_whitespace().collect();
    let entry = |pair: &[&'static str]| {
        let sign = |sign| pair[1].contains(sign);
        let value = pair[1].trim_start_matches(['#', '~', 'x']).parse().ok()?;
        Some((pair[0], Word { value, multiplies: sign('x'), is_ordinal: sign('#'), is_weak: sign('~') }))
    };
    words.chunks_exact(2).filter_map(entry).collect()
}

/// Short magnitudes that are words or letters of their own unless digits stand before them.
const NEED_DIGITS: &[&str] = &[
    "m", "k", "bn", "mn", "tn", "md", "mds", "mio", "mrd", "mld", "mln", "tsd", "tys", "тыс", "тис", "млн", "млрд",
    "трлн",
];

/// The place in a row that a word in lower case counts to: "third" is 3.
pub(crate) fn ordinal(word: &str, language: Language) -> Option<u32> {
    let known = TABLES[language as usize].get(word).filter(|word| word.is_ordinal && word.value.fract() == 0.0);
    known.map(|word| word.value as u32)
}

/// Returns the quantities of a passage, in order. What is a day or a clock time is among them.
pub fn numbers(passage: &Passage<'_>, language: Language) -> Vec<Number> {
    let scan = Scan { passage, language, table: &TABLES[language as usize] };
    let mut found = Vec::new();
    let mut i = 0;
    while i < passage.len() {
        match scan.at(i) {
            Some(number) => {
                i = number.words.end.max(i + 1);
                found.push(number);
            }
            None => i += 1,
        }
    }
    share_units(passage, &mut found);
    found
}

/// "2.04 by 1.61 metres": the measure behind the last number is that of the first, too.
fn share_units(passage: &Passage<'_>, numbers: &mut [Number]) {
    const TIES: &[&str] = &["by", "x", "×", "por", "sur", "mal", "на", "to", "bis"];
    for i in (1..numbers.len()).rev() {
        let (first, last) = (&numbers[i - 1], &numbers[i]);
        let is_tied = last.words.start == first.words.end + 1 && TIES.contains(&passage.lower(first.words.end));
        if let Some(unit) = last.unit.filter(|_| is_tied && first.unit.is_none() && !first.is_ordinal && !first.is_weak)
        {
            numbers[i - 1].unit = Some(unit);
        }
    }
}

struct Scan<'a> {
    passage: &'a Passage<'a>,
    language: Language,
    table: &'a Table,
}

impl Scan<'_> {
    fn at(&self, i: usize) -> Option<Number> {
        let number = match self.passage.kind(i) {
            TokenKind::Number => self.digits(i),
            TokenKind::Word => self.cjk(i).or_else(|| self.words(i)).or_else(|| self.roman(i)),
            _ => None,
        };
        let number = number.map(|number| self.with_unit(number))?;
        Some(if self.language == Language::English { self.share(number) } else { number })
    }

    /// "a third of", "one in five": a share of all.
    fn share(&self, mut number: Number) -> Number {
        const TIMES: &[&str] =
            &["day", "days", "week", "weeks", "month", "months", "year", "years", "hours", "minutes"];
        const MOST: f64 = 100.0;
        let (start, end) = (number.words.start, number.words.end);
        let is_single = || start > 0 && matches!(self.passage.lower(start - 1), "a" | "one");
        let is_about = || {
            const WORDS: &[&str] =
                &["almost", "nearly", "about", "around", "roughly", "over", "than", "some", "up", "to"];
            start > 1 && WORDS.contains(&self.passage.lower(start - 2))
        };
        let is_of = self.passage.lower(end) == "of";
        if number.is_ordinal && number.value >= 3.0 && is_single() && (is_of || is_about()) {
            return Number { value: 1.0 / number.value, is_ordinal: false, is_weak: false, ..number };
        }
        let behind = match (self.passage.lower(end), self.passage.lower(end + 1)) {
            ("in", _) => end + 1,
            ("out", "of") => end + 2,
            _ => return number,
        };
        let is_plain = |n: &Number| n.unit.is_none() && !n.is_ordinal && n.value.fract() == 0.0 && n.value <= MOST;
        if !is_plain(&number) || behind >= self.passage.len() {
            return number;
        }
        let all = match self.passage.kind(behind) {
            TokenKind::Number => self.digits(behind),
            TokenKind::Word => self.words(behind),
            _ => None,
        };
        if let Some(all) = all.filter(|all| is_plain(all) && all.value > number.value)
            && !TIMES.contains(&self.passage.lower(all.words.end))
        {
            number = Number { words: start..all.words.end, value: number.value / all.value, is_weak: false, ..number };
        }
        number
    }

    /// "1.5 million", "£15m", "3rd", "12-year-old", "3万".
    fn digits(&self, i: usize) -> Option<Number> {
        let Digits { value, unit, suffix, is_ordinal } = digits(self.passage.word(i), self.language)?;
        let mut number = Number { words: i..i + 1, value, unit, is_ordinal, is_weak: false };
        let lower = suffix.to_lowercase();
        let attached = lower.trim_start_matches(['-', '\u{2010}', '\u{2011}']);
        // "1,000m" of no currency is a length.
        let is_length = attached == "m" && value >= 1000.0 && unit.is_none();
        if let Some(word) = self.table.get(attached).filter(|w| w.multiplies && !is_length) {
            number.value *= word.value;
        } else if let Some(power) = attached.chars().next().and_then(cjk_power) {
            number.value *= power;
        } else if attached == "p" && self.language == Language::English && (1.0..100.0).contains(&value) {
            (number.value, number.unit) = (value / 100.0, measure_of("£")); // "99p"
        } else if !attached.is_empty() && number.unit.is_none() {
            // "12-year-old": the first word behind the hyphen.
            number.unit = measure_of(attached.split('-').next().unwrap_or(attached));
        }
        while let Some(factor) = self.magnitude(number.words.end) {
            number.value *= factor;
            number.words.end += 1;
            if NEED_DIGITS.contains(&self.passage.lower(number.words.end - 1)) && self.stop_follows(number.words.end) {
                number.words.end += 1;
            }
        }
        Some(number)
    }

    /// What the word at `i` multiplies the digits before it by.
    fn magnitude(&self, i: usize) -> Option<f64> {
        let word = self.passage.lower(i);
        let known = self.table.get(word).filter(|w| w.multiplies && w.value >= 100.0).map(|w| w.value);
        known.or_else(|| word.chars().next().filter(|_| word.chars().count() == 1).and_then(cjk_power))
    }

    /// The stop of an abbreviation ("3 Mio. Euro"), not that of a sentence.
    fn stop_follows(&self, i: usize) -> bool {
        self.passage.lower(i) == "." && i + 1 < self.passage.len() && !self.passage.is_spaced(i) && {
            let next = self.passage.word(i + 1);
            next.chars().next().is_some_and(|c| c.is_lowercase() || !c.is_alphabetic())
                || measure_of(self.passage.lower(i + 1)).is_some()
        }
    }

    /// "two hundred and five", "einundzwanzig", "двадцать один".
    fn words(&self, i: usize) -> Option<Number> {
        if NEED_DIGITS.contains(&self.passage.lower(i)) {
            return None;
        }
        let mut sum = Sum::default();
        let mut end = i;
        while end < self.passage.len() && self.passage.kind(end) == TokenKind::Word {
            let word = self.passage.lower(end);
            let joined = end > i && number_words::joins(self.language, word);
            let at = if joined { end + 1 } else { end };
            let parts = if at < self.passage.len() { self.parts(self.passage.lower(at)) } else { None };
            let Some(parts) = parts else { break };
            // "five and twenty"
            let is_glued = self.language == Language::Arabic && word.starts_with('و');
            if end > i && !is_glued && !sum.takes(&parts, self.language) {
                break;
            }
            parts.into_iter().for_each(|word| sum.add(word));
            end = at + 1;
            if sum.is_ordinal {
                break;
            }
        }
        let is_compound = end > i + 1;
        let mut value = sum.total();
        let plural = (self.passage.lower(end) == "of").then(|| self.passage.lower(end + 1));
        if let Some(factor) = plural.and_then(of_many).filter(|_| end > i && value >= 20.0) {
            value *= factor;
            end += 2;
        }
        (end > i).then_some(Number {
            words: i..end,
            value,
            unit: None,
            is_ordinal: sum.is_ordinal,
            is_weak: sum.is_weak && !is_compound,
        })
    }

    /// The number words that one word is made of: itself, its parts at hyphens, or the parts of a compound.
    fn parts(&self, word: &str) -> Option<Vec<Word>> {
        if let Some(word) = self.table.get(word) {
            return Some(vec![*word]);
        }
        if word.contains('-') {
            let known =
                word.split('-').filter(|p| !number_words::joins(self.language, p)).map(|p| self.table.get(p).copied());
            let known: Vec<Option<Word>> = known.collect();
            // "three-year": the number, and what it counts.
            return match known.iter().all(Option::is_some) {
                true => known.into_iter().collect(),
                false => known[0].filter(|w| !w.is_weak && self.language == Language::English).map(|w| vec![w]),
            };
        }
        let stem = match self.language {
            Language::Arabic => word.strip_prefix('و').unwrap_or(word),
            Language::Turkish => word.split('\'').next().unwrap_or(word),
            _ => word,
        };
        if stem != word {
            return self.table.get(stem).map(|w| vec![*w]);
        }
        if !matches!(self.language, Language::German | Language::Dutch | Language::Italian) {
            return None;
        }
        // "zweiundachtzigjährige": the number of years.
        let aged = ["jährige", "jarige"].iter().find_map(|ending| word.split_once(ending).map(|(number, _)| number));
        self.compound(aged.map_or(word, |number| number.trim_end_matches('-')))
    }

    /// The parts of "zweihundertfünfzig", "eenentwintig", "trecentomila".
    fn compound(&self, word: &str) -> Option<Vec<Word>> {
        const LONGEST: usize = 60;
        if word.len() > LONGEST || word.len() < 6 {
            return None;
        }
        // From the end: which way from here to the end of the word is made of number words.
        let mut ways: Vec<Option<Vec<Word>>> = vec![None; word.len() + 1];
        ways[word.len()] = Some(Vec::new());
        for start in (0..word.len()).rev().filter(|&at| word.is_char_boundary(at)) {
            for end in (start + 1..=word.len()).rev().filter(|&at| word.is_char_boundary(at)) {
                let Some(rest) = &ways[end] else { continue };
                let piece = &word[start..end];
                let joins =
                    matches!((self.language, piece), (Language::German, "und") | (Language::Dutch, "en" | "ën"));
                let joins = joins && start > 0 && end < word.len();
                let known = self.table.get(piece).or_else(|| italian_stem(self.language, piece, self.table));
                let first = match (joins, known) {
                    (true, _) => None,
                    (false, Some(word)) if !word.is_ordinal || end == ways.len() - 1 => Some(*word),
                    _ => continue,
                };
                ways[start] = Some(first.into_iter().chain(rest.iter().copied()).collect());
                break;
            }
        }
        let parts = ways.swap_remove(0)?;
        let strong = |w: &Word| Word { is_weak: false, ..*w };
        (parts.len() > 1).then(|| parts.iter().map(strong).collect())
    }

    /// "二十三", "三人".
    fn cjk(&self, i: usize) -> Option<Number> {
        let lone = |i: usize| {
            let mut chars = self.passage.lower(i).chars();
            chars.next().filter(|_| chars.next().is_none())
        };
        cjk_digit(lone(i)?)?;
        let end =
            (i..self.passage.len()).find(|&k| lone(k).and_then(cjk_digit).is_none()).unwrap_or(self.passage.len());
        let is_counted = lone(end).is_some_and(|c| COUNTERS.contains(c));
        (end > i + 1 || is_counted).then(|| cjk_value(self.passage.slice(&(i..end)))).flatten().map(|value| Number {
            words: i..end,
            value,
            unit: None,
            is_ordinal: false,
            is_weak: false,
        })
    }

    /// "Ludwig XIV": two letters or more of I, V and X after a word with a capital.
    fn roman(&self, i: usize) -> Option<Number> {
        let word = self.passage.word(i);
        let is_name =
            |word: &str| word.chars().next().is_some_and(char::is_uppercase) && word.chars().any(char::is_lowercase);
        let follows_name = i > 0 && is_name(self.passage.word(i - 1));
        let value = (word.len() >= 2 && follows_name).then(|| roman(word)).flatten()?;
        Some(Number { words: i..i + 1, value, unit: None, is_ordinal: true, is_weak: false })
    }

    /// Takes the unit along that stands after a number, or before it ("US$", "yüzde 5").
    fn with_unit(&self, mut number: Number) -> Number {
        let next = number.words.end;
        for length in [3, 2, 1] {
            if next + length > self.passage.len() {
                continue;
            }
            let phrase = (next..next + length).map(|i| self.passage.lower(i)).collect::<Vec<_>>().join(" ");
            // "The third day" is no length of time.
            let is_counted = |unit: &Unit| !(unit.is_time() && (number.is_ordinal || number.is_weak));
            if let Some(unit) = measure_of(&phrase).filter(is_counted) {
                number.words.end = next + length;
                number.unit = Some(unit);
                number.is_weak = false;
                return number;
            }
        }
        if let Some(before) = number.words.start.checked_sub(1)
            && number.unit.is_none()
            && matches!(self.passage.lower(before), "yüzde" | "us" | "eur" | "usd" | "gbp" | "chf" | "rs")
            && let Some(unit) = measure_of(self.passage.lower(before))
        {
            number.words.start = before;
            number.unit = Some(unit);
        }
        if let Some(before) = number.words.start.checked_sub(1)
            && number.unit.is_none()
            && self.passage.word(before) == "%"
            && !self.passage.is_spaced(number.words.start)
        {
            number.words.start = before;
            number.unit = Some(Unit::Percent); // "%5"
        }
        self.with_dollars(number)
    }

    /// "US$ 300", "R$2": letters before the sign say whose dollars or reais they are.
    fn with_dollars(&self, mut number: Number) -> Number {
        let start = number.words.start;
        let sign = if self.passage.word(start).starts_with('$') { start } else { start.wrapping_sub(1) };
        let letters = sign.wrapping_sub(1);
        if sign < self.passage.len()
            && letters < sign
            && self.passage.word(sign).starts_with('$')
            && !self.passage.is_spaced(sign)
        {
            let unit = measure_of(&format!("{}$", self.passage.lower(letters)));
            if unit.is_some() {
                (number.words.start, number.unit) = (letters, unit);
            }
        }
        number
    }
}

const COUNTERS: &str =
    "人名年月日元円圓岁歳歲件台個个位家次天時时分秒週周块歩回本枚匹頭头只隻条條軒棟棵倍成割点點票席州国國省市";

fn cjk_power(c: char) -> Option<f64> {
    Some(match c {
        '百' => 1e2,
        '千' | '천' => 1e3,
        '万' | '萬' | '만' => 1e4,
        '亿' | '億' | '억' => 1e8,
        '兆' | '조' => 1e12,
        _ => return None,
    })
}

/// "tens of thousands".
fn of_many(word: &str) -> Option<f64> {
    match word {
        "hundreds" => Some(1e2),
        "thousands" => Some(1e3),
        "millions" => Some(1e6),
        "billions" => Some(1e9),
        _ => None,
    }
}

/// "vent-uno", "trent-otto": tens lose their last letter before a vowel; "tré", "un".
fn italian_stem<'a>(language: Language, piece: &str, table: &'a Table) -> Option<&'a Word> {
    if language != Language::Italian {
        return None;
    }
    let whole = match piece {
        "vent" => "venti",
        "trent" => "trenta",
        "quarant" => "quaranta",
        "cinquant" => "cinquanta",
        "sessant" => "sessanta",
        "settant" => "settanta",
        "ottant" => "ottanta",
        "novant" => "novanta",
        "tré" => "tre",
        _ => return None,
    };
    table.get(whole)
}

/// The value of a Roman numeral below forty.
fn roman(word: &str) -> Option<f64> {
    const TENS: [&str; 4] = ["", "X", "XX", "XXX"];
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let all = TENS
        .iter()
        .enumerate()
        .flat_map(|(t, tens)| ONES.iter().enumerate().map(move |(o, ones)| (t * 10 + o, tens, ones)));
    all.into_iter()
        .find(|(_, tens, ones)| {
            word.len() == tens.len() + ones.len() && word.starts_with(*tens) && word.ends_with(*ones)
        })
        .map(|(value, ..)| value as f64)
}

/// Adds number words up as they are spoken.
#[derive(Debug)]
struct Sum {
    done: f64,
    current: f64,
    last: f64,
    is_ordinal: bool,
    is_weak: bool,
    /// Nothing was added yet.
    is_new: bool,
}

impl Default for Sum {
    fn default() -> Self {
        Self { done: 0.0, current: 0.0, last: f64::MAX, is_ordinal: false, is_weak: true, is_new: true }
    }
}

impl Sum {
    /// Whether another word can belong to the same number: "twenty one" is one number, "two three" are two.
    fn takes(&self, parts: &[Word], language: Language) -> bool {
        // "on iki": ten two.
        let least = if language == Language::Turkish { 10.0 } else { 20.0 };
        let Some(first) = parts.first() else { return false };
        // "خمسة عشر": five ten.
        let is_teen = language == Language::Arabic && first.value == 10.0 && (1.0..10.0).contains(&self.last);
        first.multiplies
            || is_teen
            || (self.last >= least && first.value < self.last && first.value.fract() == 0.0 && self.last.fract() == 0.0)
    }

    fn add(&mut self, word: Word) {
        let is_vingt = self.current == 4.0 && word.value == 20.0; // quatre-vingts
        if word.multiplies && word.value >= 1e3 {
            self.done += if self.is_new {
                word.value
            } else {
                self.current.max(if self.done > 0.0 { 0.0 } else { 1.0 }) * word.value
            };
            self.current = 0.0;
        } else if word.multiplies || is_vingt {
            self.current = self.current.max(1.0) * word.value;
        } else {
            self.current += word.value;
        }
        self.last = word.value;
        self.is_ordinal |= word.is_ordinal;
        self.is_weak &= word.is_weak;
        self.is_new = false;
    }

    fn total(&self) -> f64 {
        self.done + self.current
    }
}

#[cfg(test)]
#[path = "numbers_tests.rs"]
mod tests;
