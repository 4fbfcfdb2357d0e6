//! Names of people, places and organisations, found by their capitals.

use std::ops::Range;

use text::{Cue, Language, Moment, Passage, Role, TokenKind, is_function_word, is_known_word};

use super::{Reader, is_roman, overlap};
use crate::context::Context;

/// A name in a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    pub words: Range<usize>,
    /// Whether only its place at the beginning of a sentence gives it a capital, as far as is known.
    pub is_doubtful: bool,
    /// Whether it stands among capitals alone, in a headline, and nothing but that no list holds it says that it is one; or
    /// it is an ordinary word that the texts write small, too ("the Agreement").
    pub is_guess: bool,
}

/// Small words inside names.
const PARTICLES: &[&str] = &[
    "de", "del", "della", "di", "da", "dos", "das", "do", "du", "des", "la", "le", "van", "von", "der", "den", "ter",
    "ten", "al", "el", "bin", "ibn", "ben", "of", "y", "zu", "zur", "am",
];

/// Returns the names of a passage.
pub(super) fn names(passage: &Passage<'_>, moments: &[Moment], cues: &[Cue], context: &Context<'_>) -> Vec<Name> {
    let scan = Scan { passage, moments, cues, context, is_title_case: is_title_case(passage, context.language) };
    if context.language == Language::Arabic {
        return by_titles(passage, cues);
    }
    let mut found = Vec::new();
    let mut i = 0;
    while i < passage.len() {
        match scan.at(i) {
            Some((name, next)) => {
                found.extend(name);
                i = next.max(i + 1);
            }
            None => i += 1,
        }
    }
    found
}

/// Where letters have no capitals: the two words behind somebody's function ("المدرب وليد الشرايبي").
fn by_titles(passage: &Passage<'_>, cues: &[Cue]) -> Vec<Name> {
    const WORDS: usize = 2;
    let titles = cues.iter().filter(|cue| cue.role == Role::Title);
    let is_name = |i: usize| {
        i < passage.len()
            && passage.kind(i) == TokenKind::Word
            && !is_function_word(passage.lower(i), Language::Arabic)
            && !cues.iter().any(|cue| cue.words.contains(&i))
    };
    let behind = titles.map(|cue| cue.words.end..cue.words.end + WORDS);
    let names = behind.filter(|words| words.clone().all(is_name));
    names.map(|words| Name { words, is_doubtful: false, is_guess: false }).collect()
}

/// First words of names of places.
const COMPASS: &[&str] = &["north", "south", "east", "west", "new", "northern", "southern", "eastern", "western"];

struct Scan<'a, 'c> {
    passage: &'a Passage<'a>,
    moments: &'a [Moment],
    cues: &'a [Cue],
    context: &'a Context<'c>,
    is_title_case: bool,
}

impl Scan<'_, '_> {
    /// The run of capitals that begins at `i`: the name in it, and where it ends.
    fn at(&self, i: usize) -> Option<(Option<Name>, usize)> {
        if !self.is_capital(i) {
            return None;
        }
        let end = self.run_end(i);
        let mut start = i;
        let begins = self.begins_sentence(i);
        // "North Korea": the first word of the sentence belongs to the name.
        let is_compass = end > i + 1 && COMPASS.contains(&self.passage.lower(i)) && !self.is_title(i + 1);
        // Titles before a name are none of it, nor is a word that only begins the sentence.
        while start < end
            && !(start == i && is_compass)
            && (self.is_title(start) || self.is_function(start) || (start == i && begins && self.is_common(i)))
        {
            start += 1;
        }
        let end = self.title_inside(start, end).unwrap_or(end);
        let is_doubtful = begins && start == i && !self.is_sure(start..end);
        let is_guess = self.is_title_case && !(start..end).any(|k| self.is_known_name(k))
            || end == start + 1 && self.is_term(start);
        let name = Name { words: start..end, is_doubtful, is_guess };
        let keeps = start < end && !is_plain_acronym_of_time(self.passage.word(start)) && self.is_name(&name.words);
        Some((keeps.then_some(name), end))
    }

    /// Where a function stands between two names ("British Prime Minister Ada Weber"), or behind one with a stop
    /// ("Iowa Sen."). A last word that can be a surname is one ("Martin King").
    fn title_inside(&self, start: usize, end: usize) -> Option<usize> {
        let first = (start + 1..end).find(|&i| self.is_title(i) && self.passage.kind(i) == TokenKind::Word)?;
        let is_followed = (first + 1..end).any(|i| !self.is_title(i) && self.is_capital(i));
        let has_stop = self.passage.lower(end) == "." && self.is_capital(end + 1);
        (is_followed || has_stop || (end - first) > 1 || !is_surname(self.passage.lower(first))).then_some(first)
    }

    fn run_end(&self, i: usize) -> usize {
        let mut end = i + 1;
        loop {
            if self.is_capital(end) && self.is_close(end) {
                end += 1;
            } else if self.passage.lower(end) == "." && self.is_initial(end - 1) && self.is_capital(end + 1) {
                end += 2;
            } else if let Some(length) =
                self.particles(end).filter(|n| self.is_capital(end + n) && self.is_close(end + n))
            {
                end += length + 1;
            } else {
                return end;
            }
        }
    }

    /// How many small words of names stand at `i`, where one does.
    fn particles(&self, i: usize) -> Option<usize> {
        let is_particle = |i: usize| PARTICLES.contains(&self.passage.lower(i)) && self.is_close(i);
        if !is_particle(i)
            || self.is_title(i.saturating_sub(1))
            || self.context.language == Language::German && self.passage.lower(i) != "von"
        {
            return None;
        }
        // "of" ties organisations, in English only: "Bank of England", not "Maria Silva of Oakham".
        let is_second = i >= 2 && self.is_capital(i - 2) && self.is_close(i - 1);
        if self.passage.lower(i) == "of" && (self.context.language != Language::English || is_second) {
            return None;
        }
        Some(if is_particle(i + 1) { 2 } else { 1 })
    }

    fn is_capital(&self, i: usize) -> bool {
        i < self.passage.len()
            && self.passage.kind(i) == TokenKind::Word
            && begins_with_capital(without_clitic(self.passage.word(i)))
            && !self.is_day(i)
            && !self.is_ordinal(i)
            && !self.is_of_currency(i)
            && !self.is_part_of_month(i)
            && !matches!(self.passage.lower(i), "i" | "i'm" | "i've" | "i'd" | "i'll")
            && (!self.is_title_case || self.is_known_name(i) || !self.is_ordinary(i))
    }

    /// "Ludwig XIV": the number is none of the name.
    fn is_ordinal(&self, i: usize) -> bool {
        let word = self.passage.word(i);
        word.len() >= 2 && !word.chars().any(char::is_lowercase) && is_roman(self.passage.lower(i))
    }

    /// "Ende April": the noun belongs to the month.
    fn is_part_of_month(&self, i: usize) -> bool {
        self.context.language == Language::German
            && matches!(self.passage.lower(i), "anfang" | "mitte" | "ende")
            && self.is_day(i + 1)
    }

    /// "US$", "R$": the letters belong to the sign.
    fn is_of_currency(&self, i: usize) -> bool {
        i + 1 < self.passage.len() && !self.passage.is_spaced(i + 1) && self.passage.word(i + 1).starts_with('$')
    }

    /// Whether the texts write a word with a capital where no sentence begins, and never without.
    fn is_known_name(&self, i: usize) -> bool {
        let (word, vocabulary) = (without_clitic(self.passage.word(i)), self.context.vocabulary());
        is_acronym(word) || (vocabulary.has_capital(word) && !vocabulary.has_small(self.passage.lower(i)))
    }

    /// Whether a word with a capital is an ordinary one that the texts write small, too.
    fn is_term(&self, i: usize) -> bool {
        let lower = self.passage.lower(i);
        self.context.language == Language::English
            && !is_acronym(self.passage.word(i))
            && is_known_word(lower, self.context.language)
            && self.context.vocabulary().has_small(lower)
    }

    fn is_ordinary(&self, i: usize) -> bool {
        let lower = self.passage.lower(i);
        is_known_word(lower, self.context.language) || self.context.vocabulary().has_small(lower)
    }

    /// Whether nothing but a space stands before word `i`.
    fn is_close(&self, i: usize) -> bool {
        i > 0 && i < self.passage.len() && self.passage.tokens[i].start - self.passage.tokens[i - 1].end <= 1
    }

    fn is_initial(&self, i: usize) -> bool {
        let word = self.passage.word(i);
        word.chars().count() == 1 || matches!(word, "St" | "Mt" | "Ft") || (word.contains('.') && word.len() <= 5)
    }

    fn is_day(&self, i: usize) -> bool {
        let next = self.moments.partition_point(|m| m.words.end <= i);
        self.moments.get(next).is_some_and(|m| m.words.contains(&i))
    }

    fn is_title(&self, i: usize) -> bool {
        let is_one = |c: &Cue| matches!(c.role, Role::Title | Role::TitleModifier);
        let first = self.cues.partition_point(|c| c.words.end <= i);
        self.cues[first..].iter().take_while(|c| c.words.start <= i).any(is_one)
    }

    fn is_function(&self, i: usize) -> bool {
        // "We'll": what stands before the apostrophe is one.
        let lower = self.passage.lower(i);
        let front = lower.split(['\'', '’']).next().unwrap_or(lower);
        [lower, front].iter().any(|word| is_function_word(word, self.context.language))
            && !is_acronym(self.passage.word(i))
    }

    fn begins_sentence(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1).map(|k| self.passage.word(k)) else { return true };
        matches!(
            before,
            "." | "!"
                | "?"
                | ":"
                | "…"
                | "..."
                | "“"
                | "\""
                | "„"
                | "«"
                | "‘"
                | "'"
                | "—"
                | "–"
                | "-"
                | "•"
                | "*"
                | "("
                | "¿"
                | "¡"
        )
    }

    /// Whether the first word of a sentence is an ordinary one.
    fn is_common(&self, i: usize) -> bool {
        let lower = self.passage.lower(i);
        let vocabulary = self.context.vocabulary();
        !is_acronym(self.passage.word(i))
            && (vocabulary.has_small(lower)
                || (is_known_word(lower, self.context.language) && !vocabulary.has_capital(self.passage.word(i))))
    }

    /// Whether there is more than the beginning of a sentence to say that this is a name.
    fn is_sure(&self, words: Range<usize>) -> bool {
        words.len() > 1
            || is_acronym(self.passage.word(words.start))
            || text::is_country(self.passage.lower(words.start))
            || self.context.vocabulary().has_capital(without_clitic(self.passage.word(words.start)))
    }

    fn is_name(&self, words: &Range<usize>) -> bool {
        self.context.language != Language::German || self.is_german_name(words)
    }

    /// In German every noun has a capital: a name is what stands in a row of them, has a title, follows the preposition
    /// of a place, or says something.
    fn is_german_name(&self, words: &Range<usize>) -> bool {
        let first = self.passage.word(words.start);
        let lower = self.passage.lower(words.start);
        if is_acronym(first) {
            return true;
        }
        let before = words.start.checked_sub(1).map_or("", |i| self.passage.lower(i));
        let has_article = is_german_determiner(before)
            || before.ends_with("en")
                && !is_function_word(before, Language::German)
                && !matches!(before, "neben" | "sagten" | "erklärten");
        // "Spenden von Baufirma": what comes from somebody.
        let is_gift =
            words.clone().any(|i| self.passage.lower(i) == "von") && lower.chars().count() > 5 && lower.ends_with("en");
        if words.len() > 1 {
            return !is_gift && (!has_article || words.len() > 2);
        }
        let says = |i: usize| {
            self.cues.iter().any(|c| c.words.contains(&i) && matches!(c.role, Role::Says | Role::SaysColoured))
        };
        let has_title = words.start > 0 && self.is_title(words.start - 1);
        let is_place = matches!(before, "in" | "aus" | "nach" | "bei" | "gegen" | "laut" | "von" | "zwischen");
        let speaks = says(words.end) || (words.start > 0 && says(words.start - 1));
        let has_ending = !matches!(lower, "münchen" | "aachen") && NOUN_ENDINGS.iter().any(|e| lower.ends_with(e));
        let is_noun = has_ending || is_known_noun(lower);
        !has_article && !is_noun && (has_title || is_place || speaks)
    }
}

const NOUN_ENDINGS: &[&str] = &[
    "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen", "tät", "ismus", "chen",
    "nis", "nisse", "ment", "enz", "anz", "eur", "ologe", "ologie", "tum", "ling", "leute", "zeit", "jahr", "jahren",
    "tag", "tage", "tagen", "nacht", "haus",
];

fn is_known_noun(lower: &str) -> bool {
    matches!(
        lower,
        "polizei"
            | "behörden"
            | "stadt"
            | "krieg"
            | "kraft"
            | "folge"
            | "folgen"
            | "zukunft"
            | "richtung"
            | "gefahr"
            | "frage"
            | "hause"
            | "ende"
            | "angaben"
            | "medien"
            | "experten"
            | "zeugen"
            | "feuerwehr"
            | "regierung"
            | "haft"
            | "sicht"
            | "form"
            | "teilen"
            | "ruhe"
            | "bürger"
            | "anwohner"
            | "opposition"
            | "menschen"
            | "kinder"
            | "frauen"
            | "männer"
            | "partei"
            | "leben"
            | "wasser"
            | "beginn"
            | "kritik"
    )
}

fn is_german_determiner(word: &str) -> bool {
    const STEMS: &[&str] = &[
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "kein", "keine",
        "keinen", "sein", "seine", "seinen", "seinem", "seiner", "ihr", "ihre", "ihren", "ihrem", "ihrer", "unser",
        "unsere", "dieser", "diese", "dieses", "diesen", "diesem", "jeder", "jede", "jedes", "jeden", "viele", "alle",
        "mehrere", "im", "am", "zum", "zur", "vom", "beim", "ins", "ans",
    ];
    STEMS.contains(&word)
}

/// Functions that are surnames, too, or close the names of places and companies.
fn is_surname(lower: &str) -> bool {
    const NAMES: &[&str] = &[
        "king",
        "queen",
        "prince",
        "pope",
        "bishop",
        "dean",
        "judge",
        "major",
        "chief",
        "head",
        "lord",
        "lady",
        "coach",
        "singer",
        "teacher",
        "marshal",
        "abbot",
        "page",
        "knight",
        "justice",
        "private",
        "marine",
        "model",
        "driver",
        "priest",
        "monk",
        "painter",
        "carpenter",
        "builder",
        "farmer",
        "cook",
        "butler",
        "speaker",
        "general",
        "prior",
        "pastor",
        "anchor",
        "captain",
        "pitcher",
        "professional",
        "könig",
        "kaiser",
        "richter",
        "schäfer",
        "bauer",
        "koch",
        "meister",
        "papst",
        "prinz",
        "graf",
        "herzog",
        "abt",
        "rey",
        "reyes",
        "leone",
        "re",
        "conti",
        "rei",
        "koning",
        "prins",
        "de",
        "bey",
        "hanım",
        "bakan",
        "spieler",
        "sänger",
        "maire",
        "leroy",
        "roi",
        "writer",
        "trader",
    ];
    NAMES.contains(&lower)
}

fn is_plain_acronym_of_time(word: &str) -> bool {
    matches!(
        word,
        "AM" | "PM" | "GMT" | "BST" | "CET" | "CEST" | "EST" | "EDT" | "ET" | "CDT" | "PST" | "PDT" | "Uhr" | "UTC"
    )
}

/// Capitals only, two to six letters: "EU", "NATO", "U.S".
pub(super) fn is_acronym(word: &str) -> bool {
    (2..=6).contains(&word.chars().filter(|c| c.is_alphabetic()).count()) && !word.chars().any(char::is_lowercase)
}

/// "l'Assemblée", "d'Ada", "L’Aquila".
pub(super) fn without_clitic(word: &str) -> &str {
    let cut = word.char_indices().find(|(_, c)| matches!(c, '\'' | '’')).filter(|(at, _)| (1..=4).contains(at));
    match cut {
        Some((at, c)) => {
            let rest = &word[at + c.len_utf8()..];
            let front = &word[..at];
            let is_clitic =
                matches!(front, "l" | "L" | "d" | "D" | "dell" | "all" | "nell" | "dall" | "sull" | "qu" | "n" | "s");
            if is_clitic && rest.chars().next().is_some_and(char::is_uppercase) { rest } else { word }
        }
        None => word,
    }
}

/// "Weber", "iPhone", "eBay".
fn begins_with_capital(word: &str) -> bool {
    let mut chars = word.chars();
    chars
        .next()
        .is_some_and(|c| c.is_uppercase() || c.is_ascii_lowercase() && chars.next().is_some_and(char::is_uppercase))
}

/// Whether a headline writes most words with a capital.
fn is_title_case(passage: &Passage<'_>, language: Language) -> bool {
    if language == Language::German || passage.len() > 40 {
        return false;
    }
    let long =
        (1..passage.len()).filter(|&i| passage.kind(i) == TokenKind::Word && passage.lower(i).chars().count() >= 4);
    let capital = |i: usize| passage.word(i).chars().next().is_some_and(char::is_uppercase);
    let (count, capitals) = long.fold((0, 0), |(n, c), i| (n + 1, c + usize::from(capital(i))));
    count >= 3 && capitals * 10 >= count * 7 && passage.word(passage.len() - 1) != "."
}

/// Whether a name stands within some words of a place.
pub(super) fn is_near_name(side: &Reader<'_>, words: &Range<usize>, reach: usize) -> bool {
    let near = words.start.saturating_sub(reach)..words.end + reach;
    let sentence = |i: usize| side.sentence.get(i).copied();
    side.names.iter().any(|n| {
        overlap(&n.words, &near)
            && !overlap(&n.words, words)
            && sentence(n.words.start) == sentence(words.start.min(side.sentence.len() - 1))
    })
}
