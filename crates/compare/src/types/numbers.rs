//! Quantities that are others, came, went, or are only written in another way.

use std::ops::Range;

use news::{Amount, ChangeKind, Fact};
use text::{Number, Role, TokenKind, Unit, are_conversions};

use super::{Reader, Work, words_fact};
use crate::pairing::{Match, Thing, parted};

/// Words between a number and a word of dead or injured people, at most. ANALYSIS 3.2.
const NEAR: usize = 5;

impl Work<'_, '_> {
    pub(super) fn numbers(&mut self) {
        let words = |side: &Reader<'_>| -> Vec<Range<usize>> { side.numbers.iter().map(|t| t.words.clone()).collect() };
        if !self.ground.touches(words(&self.before).iter(), words(&self.after).iter()) {
            return;
        }
        let things = |side: &Reader<'_>| -> Vec<Thing> { side.numbers.iter().map(thing).collect() };
        let matches = self.ground.matches(&things(&self.before), &things(&self.after));
        let matches = parted(matches, |found| self.counts_other_things(found));
        for (place, found) in matches.iter().enumerate() {
            let old = found.before.map(|i| self.before.numbers[i].clone());
            let new = found.after.map(|i| self.after.numbers[i].clone());
            let Some(kind) = self.kind_of_number(old.as_ref(), new.as_ref()) else { continue };
            let beside = matches[..place].iter().chain(&matches[place + 1..]);
            if beside.into_iter().any(|other| self.is_end_of_range(found, other)) {
                continue;
            }
            let fact = match (kind, &old, &new) {
                (ChangeKind::NameChanged, Some(old), Some(new)) => {
                    let name = |side: &Reader<'_>, n: &Number| {
                        side.passage.slice(&(n.words.start - 1..n.words.end)).to_owned()
                    };
                    words_fact(kind, Some(&name(&self.before, old)), Some(&name(&self.after, new)))
                }
                _ => Some(self.number_fact(kind, old.as_ref(), new.as_ref())),
            };
            let words = [old.as_ref().map(|n| &n.words), new.as_ref().map(|n| &n.words)];
            self.say_of(found.hunk, kind, fact, words);
        }
    }

    /// Whether a number that came or went is an end of a range ("3–4 weeks", "34 weeks"), and the other end is told.
    fn is_end_of_range(&self, one: &Match, other: &Match) -> bool {
        let is_range = |side: &Reader<'_>, a: Option<usize>, b: Option<usize>| {
            let (Some(a), Some(b)) = (a.map(|i| &side.numbers[i].words), b.map(|i| &side.numbers[i].words)) else {
                return false;
            };
            let (first, last) = if a.start < b.start { (a, b) } else { (b, a) };
            let tie = first.end;
            last.start == tie + 1
                && side.passage.kind(tie) == TokenKind::Mark
                && side.passage.word(tie).chars().all(|c| matches!(c, '-' | '\u{2010}'..='\u{2015}'))
        };
        let is_pair = other.before.is_some() && other.after.is_some();
        one.hunk == other.hunk
            && is_pair
            && match (one.before, one.after) {
                (Some(_), None) => is_range(&self.before, one.before, other.before),
                (None, Some(_)) => is_range(&self.after, one.after, other.after),
                _ => false,
            }
    }

    fn kind_of_number(&self, old: Option<&Number>, new: Option<&Number>) -> Option<ChangeKind> {
        match (old, new) {
            // "at once", "one of them": no number.
            (Some(old), Some(new)) if old.is_weak && new.is_weak && is_same(old, new) => None,
            (Some(old), Some(new)) if is_same(old, new) && self.is_other_letter(old, new) => {
                Some(ChangeKind::NumberChanged)
            }
            (Some(old), Some(new)) if is_same(old, new) => {
                let (a, b) = (self.before.passage.slice(&old.words), self.after.passage.slice(&new.words));
                // "two", "two months": the words behind the number are told as words.
                if old.unit != new.unit && (a.starts_with(b) || b.starts_with(a)) {
                    return None;
                }
                let is_article = |words: &str| ARTICLES.contains(&&*words.to_lowercase());
                (text::cosmetic(&a.to_lowercase()) != text::cosmetic(&b.to_lowercase())
                    && !(is_article(a) && is_article(b)))
                .then_some(ChangeKind::CosmeticNumber)
            }
            (Some(old), Some(new)) if is_of_name(&self.before, old) && is_of_name(&self.after, new) => {
                Some(ChangeKind::NameChanged)
            }
            (Some(old), Some(new)) if is_converted(old, new) => Some(ChangeKind::CosmeticNumber),
            (Some(_), Some(_)) => Some(ChangeKind::NumberChanged),
            (Some(old), None) if has_conversion(&self.before, old) => Some(ChangeKind::CosmeticNumber),
            (None, Some(new)) if has_conversion(&self.after, new) => Some(ChangeKind::CosmeticNumber),
            (Some(old), None) => (!old.is_weak).then_some(ChangeKind::NumberRemoved),
            (None, Some(new)) => (!new.is_weak).then_some(ChangeKind::NumberAdded),
            (None, None) => None,
        }
    }

    /// Whether two numbers stand in one difference only because the passage was put into other words: each counts something
    /// else.
    fn counts_other_things(&self, found: &Match) -> bool {
        let (Some(old), Some(new)) = (found.before, found.after) else { return false };
        let (old, new) = (&self.before.numbers[old], &self.after.numbers[new]);
        let what =
            |side: &Reader<'_>, n: &Number| counted(side, &n.words).or_else(|| n.unit.map(|u| u.as_str().to_owned()));
        let differ = what(&self.before, old)
            .zip(what(&self.after, new))
            .is_some_and(|(a, b)| a != b && !text::is_form_of(&a, &b) && old.unit.zip(new.unit).is_none());
        let is_share = [old, new].iter().any(|number| number.unit == Some(Unit::Percent));
        differ && !is_share && old.value != new.value && self.is_put_otherwise(found.hunk)
    }

    /// "3b", "3c"; "50kW", "50MW"; "4x4", "4x6": something else is attached to one number, and it is no measure that is known.
    fn is_other_letter(&self, old: &Number, new: &Number) -> bool {
        /// More are a word: "18Fers".
        const LETTERS: usize = 3;
        let code = |side: &Reader<'_>, n: &Number| -> Option<String> {
            let is_code = side.passage.kind(n.words.start) == TokenKind::Number && n.words.len() == 1 && !n.is_ordinal;
            let word = side.passage.word(n.words.start);
            let from = word.find(char::is_alphabetic).filter(|_| is_code)?;
            Some(word[from..].to_owned()).filter(|letters| letters.chars().count() <= LETTERS)
        };
        let (a, b) = (code(&self.before, old), code(&self.after, new));
        old.unit.is_none() && new.unit.is_none() && a.zip(b).is_some_and(|(a, b)| a != b)
    }

    fn number_fact(&self, kind: ChangeKind, old: Option<&Number>, new: Option<&Number>) -> Fact {
        let words = |side: &Reader<'_>, n: &Number| side.passage.slice(&n.words).to_owned();
        let unit = |side: &Reader<'_>, n: &Number| {
            n.unit
                .map(|u| u.as_str().to_owned())
                .or_else(|| people_hurt(side, &n.words))
                .or_else(|| counted(side, &n.words))
        };
        // Money, miles and years are no people.
        let is_casualty = |side: &Reader<'_>, n: Option<&Number>| {
            n.is_some_and(|n| n.unit.is_none() && people_hurt(side, &n.words).is_some())
        };
        let (before, after) = match (old, new) {
            (Some(old), Some(new)) => [in_percent(old, new), in_percent(new, old)].map(Some).into(),
            _ => (old.map(|n| n.value), new.map(|n| n.value)),
        };
        let measured = |n: &Number| n.unit.map(|unit| (n.value, unit));
        let converted = old.and_then(measured).zip(new.and_then(measured)).and_then(|(old, new)| text::ratio(old, new));
        let plain = || before.zip(after).filter(|(b, a)| *b != 0.0 && *a != 0.0).map(|(b, a)| a / b);
        let ratio = converted.or_else(plain);
        Fact {
            kind,
            before: old.map(|n| words(&self.before, n)),
            after: new.map(|n| words(&self.after, n)),
            amount: Some(Amount {
                before,
                after,
                unit: new.and_then(|n| unit(&self.after, n)).or_else(|| old.and_then(|n| unit(&self.before, n))),
                ratio,
                casualty: is_casualty(&self.before, old) || is_casualty(&self.after, new),
            }),
            days: None,
        }
    }
}

/// Whether a number in Roman numerals tells rulers of one name apart ("Henry VI", not "Phase II").
fn is_of_name(side: &Reader<'_>, number: &Number) -> bool {
    const COUNTED: &[&str] = &[
        "phase", "type", "typ", "part", "teil", "title", "chapter", "article", "section", "volume", "grade", "level",
        "class", "war", "act", "round", "division", "tier",
    ];
    let numeral = side.passage.word(number.words.start);
    let name = number.words.start.checked_sub(1).map(|i| side.passage.lower(i));
    number.is_ordinal
        && numeral.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
        && name.is_some_and(|name| !COUNTED.contains(&name))
}

/// Words for one that are articles, too.
const ARTICLES: &[&str] = &[
    "ein",
    "eine",
    "einer",
    "einem",
    "einen",
    "eines",
    "un",
    "une",
    "uno",
    "una",
    "um",
    "uma",
    "een",
    "один",
    "одна",
    "одну",
    "одного",
    "bir",
];

/// A length of time may go without its word ("52", "52 years old"): the number tells.
fn thing(number: &Number) -> Thing {
    let unit = number.unit.filter(|unit| !unit.is_time()).map_or("", Unit::as_str);
    Thing { words: number.words.clone(), key: format!("{}{unit}", number.value) }
}

fn is_same(a: &Number, b: &Number) -> bool {
    let is_near = (a.value - b.value).abs() <= 1e-9 * a.value.abs().max(b.value.abs());
    let is_time = |unit: Option<Unit>| unit.is_none_or(Unit::is_time);
    is_near && (a.unit == b.unit || (a.unit.is_none() || b.unit.is_none()) && is_time(a.unit) && is_time(b.unit))
}

/// Whether a number is another one in another measure: "20 miles", "32 km".
fn is_converted(a: &Number, b: &Number) -> bool {
    a.unit.zip(b.unit).is_some_and(|(x, y)| are_conversions((a.value, x), (b.value, y)))
}

/// Whether beside a number the same stands in another measure: "1.5 metres (five feet)".
fn has_conversion(side: &Reader<'_>, number: &Number) -> bool {
    /// Marks and words between the two: "(", "or about".
    const BETWEEN: usize = 2;
    let gap = |a: &Number, b: &Number| b.words.start.checked_sub(a.words.end);
    let is_beside = |other: &Number| {
        gap(number, other).or_else(|| gap(other, number)).is_some_and(|gap| (1..=BETWEEN).contains(&gap))
    };
    number.unit.is_some() && side.numbers.iter().any(|other| is_beside(other) && is_converted(number, other))
}

/// What a number is worth beside another one: a share ("a third") beside percent is in percent, too.
fn in_percent(number: &Number, other: &Number) -> f64 {
    let is_share = number.unit.is_none() && number.value < 1.0 && other.unit == Some(Unit::Percent);
    if is_share { number.value * 100.0 } else { number.value }
}

/// What is counted: the word after the number.
fn counted(side: &Reader<'_>, words: &Range<usize>) -> Option<String> {
    let next = side.passage.tokens.get(words.end)?;
    (next.kind == TokenKind::Word)
        .then(|| side.passage.lower(words.end).to_owned())
        .filter(|word| word.chars().count() > 2)
}

/// The word that says what befell the people whom a number counts: "dead", "injured". The nearest one.
fn people_hurt(side: &Reader<'_>, words: &Range<usize>) -> Option<String> {
    let near = words.start.saturating_sub(NEAR)..words.end + NEAR;
    let sentence = side.sentence[words.start];
    let is_near = |c: &&text::Cue| near.contains(&c.words.start) && side.sentence[c.words.start] == sentence;
    let cues = side.cues.iter().filter(|c| c.role == Role::Casualty).filter(is_near);
    // What stands behind the number is nearer than what stands before it.
    let distance = |c: &&text::Cue| match c.words.start.checked_sub(words.end) {
        Some(behind) => behind,
        None => NEAR + words.start - c.words.start,
    };
    cues.min_by_key(distance).map(|c| side.passage.lower(c.words.start).to_owned())
}
