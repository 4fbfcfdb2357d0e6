//! The value of a number that is written in digits of any script.

use crate::Language;
use crate::units::{Unit, currency_sign};

/// What the digits of one token come to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Digits<'a> {
    pub value: f64,
    /// The percent sign or currency that is attached.
    pub unit: Option<Unit>,
    /// What letters are attached: "m", "th", "-year-old".
    pub suffix: &'a str,
    pub is_ordinal: bool,
}

/// Reads a number token: sign, currency, digits with separators, what is attached.
pub(crate) fn digits(token: &str, language: Language) -> Option<Digits<'_>> {
    let is_sign = |c: char| matches!(c, '+' | '-' | '−' | '－' | '±');
    let start = token.find(|c: char| !is_sign(c) && currency_sign(c).is_none())?;
    let sign = if token[..start].contains(['-', '−', '－']) { -1.0 } else { 1.0 };
    let body = &token[start..];
    let end = body.find(|c: char| !is_part(c)).unwrap_or(body.len());
    let core = body[..end].trim_end_matches(|c| digit(c).is_none() && fraction(c).is_none() && power(c).is_none());
    let suffix = &body[core.len()..];
    let value = sign * value(core, language)?;
    let prefix_unit = token[..start].chars().find_map(currency_sign);
    let first = suffix.chars().next();
    let suffix_unit =
        first.and_then(|c| if matches!(c, '%' | '٪' | '％') { Some(Unit::Percent) } else { currency_sign(c) });
    let letters = suffix.trim_start_matches(|c: char| matches!(c, '%' | '٪' | '％') || currency_sign(c).is_some());
    let is_ordinal = ORDINALS.contains(&letters.to_lowercase().as_str());
    Some(Digits { value, unit: prefix_unit.or(suffix_unit), suffix: letters, is_ordinal })
}

const ORDINALS: &[&str] = &[
    "st", "nd", "rd", "th", "er", "ère", "re", "e", "ème", "è", "º", "ª", "-й", "-я", "-е", "-го", "-ї", "-ші", "ste",
    "de",
];

fn is_part(c: char) -> bool {
    digit(c).is_some()
        || fraction(c).is_some()
        || power(c).is_some()
        || matches!(c, '.' | ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '/' | '⁄' | ':' | '٫' | '٬')
}

/// The value of a digit of any script that has ten in a row.
pub(crate) fn digit(c: char) -> Option<u32> {
    const ZEROS: [u32; 14] =
        [0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xe50, 0xed0, 0x1040, 0xff10];
    if c.is_ascii() {
        return c.to_digit(10);
    }
    ZEROS.iter().find_map(|zero| (u32::from(c)).checked_sub(*zero).filter(|d| *d < 10))
}

fn fraction(c: char) -> Option<f64> {
    Some(match c {
        '½' => 0.5,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅕' => 0.2,
        '⅛' => 0.125,
        _ => return None,
    })
}

fn power(c: char) -> Option<i32> {
    match c {
        '¹' => Some(1),
        '²' => Some(2),
        '³' => Some(3),
        '⁴'..='⁹' => Some(c as i32 - '⁴' as i32 + 4),
        _ => None,
    }
}

/// The value of digits and separators.
fn value(core: &str, language: Language) -> Option<f64> {
    if let Some((upper, lower)) = core.split_once(['/', '⁄']) {
        let (upper, lower) = (plain(upper, language)?, plain(lower, language)?);
        return (lower != 0.0).then(|| upper / lower);
    }
    if let Some((hours, minutes)) = core.split_once(':') {
        return Some(plain(hours, language)? + plain(minutes, language).unwrap_or(0.0) / 100.0);
    }
    let exponent: i32 = core.chars().filter_map(power).fold(0, |e, p| (e * 10 + p).min(99));
    let whole = plain(core.trim_end_matches(|c| power(c).is_some()), language)?;
    Some(if exponent == 0 { whole } else { whole.powi(exponent) })
}

/// Digits with separators of groups and of decimals.
fn plain(core: &str, language: Language) -> Option<f64> {
    let part: f64 = core.chars().filter_map(fraction).sum();
    // ".5"
    let is_below_one = core.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c| digit(c).is_some()));
    if is_below_one {
        return plain(&format!("0{core}"), Language::English);
    }
    let core = core.trim_matches(|c: char| digit(c).is_none());
    if core.is_empty() {
        return (part > 0.0).then_some(part);
    }
    let decimal = decimal_place(core, language);
    let mut text = String::with_capacity(core.len());
    for (at, c) in core.char_indices() {
        match digit(c) {
            Some(d) => text.push(char::from_digit(d, 10)?),
            None if Some(at) == decimal => text.push('.'),
            None => {}
        }
    }
    text.parse::<f64>().ok().map(|value| value + part)
}

/// Where the decimal point stands, if there is one.
fn decimal_place(core: &str, language: Language) -> Option<usize> {
    let separators: Vec<(usize, char)> = core.char_indices().filter(|(_, c)| matches!(c, '.' | ',' | '٫')).collect();
    let &(last, sign) = separators.last()?;
    if sign == '٫' {
        return Some(last);
    }
    let alike = separators.iter().filter(|(_, c)| *c == sign).count();
    if separators.len() > alike {
        return (alike == 1).then_some(last); // both signs stand in it: the last one parts the decimals
    }
    if alike > 1 {
        return None;
    }
    let follow = core[last + 1..].chars().filter(|&c| digit(c).is_some()).count();
    let is_decimal_sign = (sign == ',') == writes_decimal_comma(language);
    (is_decimal_sign || follow != 3).then_some(last)
}

fn writes_decimal_comma(language: Language) -> bool {
    !matches!(language, Language::English | Language::Arabic | Language::Other)
}

/// The value of a Chinese or Japanese digit or power sign.
pub(crate) fn cjk_digit(c: char) -> Option<f64> {
    Some(match c {
        '〇' | '零' => 0.0,
        '一' => 1.0,
        '二' | '两' | '兩' => 2.0,
        '三' => 3.0,
        '四' => 4.0,
        '五' => 5.0,
        '六' => 6.0,
        '七' => 7.0,
        '八' => 8.0,
        '九' => 9.0,
        '十' => 10.0,
        '百' => 100.0,
        '千' => 1e3,
        '万' | '萬' => 1e4,
        '亿' | '億' => 1e8,
        '兆' => 1e12,
        _ => return None,
    })
}

/// The value of a row of Chinese or Japanese digits and power signs.
pub(crate) fn cjk_value(text: &str) -> Option<f64> {
    let digits: Vec<f64> = text.chars().map(cjk_digit).collect::<Option<_>>()?;
    if digits.iter().all(|d| *d < 10.0) {
        return Some(digits.iter().fold(0.0, |value, d| value * 10.0 + d)); // 二〇二一
    }
    let (mut total, mut section, mut digit) = (0.0, 0.0, 0.0);
    for d in digits {
        if d < 10.0 {
            digit = d;
        } else if d < 1e4 {
            section += f64::max(digit, 1.0) * d;
            digit = 0.0;
        } else {
            total += f64::max(section + digit, 1.0) * d;
            (section, digit) = (0.0, 0.0);
        }
    }
    Some(total + section + digit)
}
