//! Names of people, places and organisations: found by their capitals, told apart by their letters.

use std::ops::Range;

use news::ChangeKind;
use text::{Cue, Language, Moment, Passage, Role, TokenKind, is_form_of, is_function_word, is_known_word, is_near};

use super::{Reader, Work, overlap, words_fact};
use crate::context::{Context, bare};
use crate::pairing::Thing;

/// A name in a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    pub words: Range<usize>,
    /// Whether only its place at the beginning of a sentence gives it a capital, as far as is known.
    pub is_doubtful: bool,
    /// Whether it stands among capitals alone, in a headline, and nothing but that no list holds it says that it is one.
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
        // Titles before a name are none of it, nor is a word that only begins the sentence.
        while start < end
            && (self.is_title(start) || self.is_function(start) || (start == i && begins && self.is_common(i)))
        {
            start += 1;
        }
        let end = self.title_inside(start, end).unwrap_or(end);
        let is_doubtful = begins && start == i && !self.is_sure(start..end);
        let is_guess = self.is_title_case && !(start..end).any(|k| self.is_known_name(k));
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
            && without_clitic(self.passage.word(i)).chars().next().is_some_and(char::is_uppercase)
            && !self.is_day(i)
            && !is_roman(self.passage.word(i))
            && !matches!(self.passage.lower(i), "i" | "i'm" | "i've" | "i'd" | "i'll")
            && (!self.is_title_case || self.is_known_name(i) || !self.is_ordinary(i))
    }

    /// Whether the texts write a word with a capital where no sentence begins, and never without.
    fn is_known_name(&self, i: usize) -> bool {
        let (word, vocabulary) = (without_clitic(self.passage.word(i)), self.context.vocabulary());
        is_acronym(word) || (vocabulary.has_capital(word) && !vocabulary.has_small(self.passage.lower(i)))
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
        is_function_word(self.passage.lower(i), self.context.language) && !is_acronym(self.passage.word(i))
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
            || before.ends_with("en") && !matches!(before, "gegen" | "neben" | "zwischen" | "sagten" | "erklärten");
        if words.len() > 1 {
            return !has_article || words.len() > 2;
        }
        let says = |i: usize| {
            self.cues.iter().any(|c| c.words.contains(&i) && matches!(c.role, Role::Says | Role::SaysColoured))
        };
        let has_title = words.start > 0 && self.is_title(words.start - 1);
        let is_place = matches!(before, "in" | "aus" | "nach" | "bei" | "gegen" | "laut" | "von" | "zwischen");
        let speaks = says(words.end) || (words.start > 0 && says(words.start - 1));
        let is_noun = NOUN_ENDINGS.iter().any(|ending| lower.ends_with(ending)) || is_known_noun(lower);
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
        "general",
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

/// "Ludwig XIV": the number is none of the name.
fn is_roman(word: &str) -> bool {
    word.len() >= 2 && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

fn is_plain_acronym_of_time(word: &str) -> bool {
    matches!(word, "AM" | "PM" | "GMT" | "BST" | "CET" | "EST" | "Uhr" | "UTC")
}

/// Capitals only, two to six letters: "EU", "NATO", "U.S".
fn is_acronym(word: &str) -> bool {
    (2..=6).contains(&word.chars().filter(|c| c.is_alphabetic()).count()) && !word.chars().any(char::is_lowercase)
}

/// "l'Assemblée", "d'Ada", "L’Aquila".
fn without_clitic(word: &str) -> &str {
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

/// Places that differ in a letter or two and are not one.
const NEAR_PLACES: &[[&str; 2]] = &[
    ["iran", "iraq"],
    ["austria", "australia"],
    ["niger", "nigeria"],
    ["slovakia", "slovenia"],
    ["mali", "malta"],
    ["mali", "malawi"],
    ["gambia", "zambia"],
    ["mauritius", "mauritania"],
    ["guinea", "guyana"],
    ["irak", "iran"],
    ["ирак", "иран"],
    ["ірак", "іран"],
    ["slowakei", "slowenien"],
    ["autriche", "australie"],
    ["suecia", "suiza"],
    ["dominica", "dominican"],
    ["ireland", "iceland"],
    ["north", "south"],
    ["east", "west"],
    ["irland", "island"],
    ["irlande", "islande"],
    ["العراق", "إيران"],
    ["chad", "chile"],
];

impl Work<'_, '_> {
    pub(super) fn names(&mut self) {
        let words = |side: &Reader<'_>| -> Vec<Range<usize>> { side.names.iter().map(|t| t.words.clone()).collect() };
        if !self.ground.touches(words(&self.before).iter(), words(&self.after).iter()) {
            return;
        }
        let things = |side: &Reader<'_>| -> Vec<Thing> {
            side.names.iter().map(|n| Thing { words: n.words.clone(), key: key(side, n) }).collect()
        };
        for found in self.ground.matches(&things(&self.before), &things(&self.after)) {
            let old = found.before.map(|i| self.before.names[i].clone());
            let new = found.after.map(|i| self.after.names[i].clone());
            let told = |told: &[bool], n: &Option<Name>| n.as_ref().is_some_and(|n| n.words.clone().all(|i| told[i]));
            if told(&self.ground.before_told, &old) || told(&self.ground.after_told, &new) {
                continue;
            }
            let words = [old.as_ref().map(|n| &n.words), new.as_ref().map(|n| &n.words)];
            let Some(kind) = self.kind_of_name(old.as_ref(), new.as_ref()) else {
                if old.as_ref().zip(new.as_ref()).is_some_and(|(old, new)| !(old.is_guess && new.is_guess)) {
                    self.ground.tell(words[0], words[1]); // it only stands elsewhere
                }
                continue;
            };
            let before = old.as_ref().map(|n| self.before.passage.slice(&n.words));
            let after = new.as_ref().map(|n| self.after.passage.slice(&n.words));
            let fact = words_fact(kind, before, after);
            self.say_of(found.hunk, kind, fact, words);
        }
    }

    fn kind_of_name(&self, old: Option<&Name>, new: Option<&Name>) -> Option<ChangeKind> {
        match (old, new) {
            (Some(old), Some(new)) => {
                let (a, b) = (key(&self.before, old), key(&self.after, new));
                if is_same(&a, &b) {
                    return None;
                }
                if old.is_guess && new.is_guess {
                    return None;
                }
                if let Some(kind) = rest_of_row(&a, &b) {
                    return Some(kind);
                }
                if is_misspelt(&a, &b, self.context) {
                    return Some(ChangeKind::TypoName);
                }
                let unknown = |side: &Reader<'_>, n: &Name| {
                    !n.is_doubtful || !is_known_word(side.passage.lower(n.words.start), self.context.language)
                };
                let both = old.is_doubtful && new.is_doubtful;
                let plural = |key: &str| key.ends_with('s') && self.context.language == Language::English;
                (unknown(&self.before, old) && unknown(&self.after, new) && !(both && (plural(&a) || plural(&b))))
                    .then_some(ChangeKind::NameChanged)
            }
            (Some(old), None) => (!old.is_doubtful && !old.is_guess).then_some(ChangeKind::NameRemoved),
            (None, Some(new)) => (!new.is_doubtful && !new.is_guess).then_some(ChangeKind::NameAdded),
            (None, None) => None,
        }
    }
}

/// Whether another name that stood in one row with it came or went: "Fellow Ada Weber", "Fellow".
fn rest_of_row(before: &str, after: &str) -> Option<ChangeKind> {
    const LEAST: usize = 2;
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split(' ').collect(), after.split(' ').collect());
    let (short, long) = if old.len() < new.len() { (&old, &new) } else { (&new, &old) };
    let is_rest = long.len() >= short.len() + LEAST && (long.starts_with(short) || long.ends_with(short));
    is_rest.then_some(if old.len() < new.len() { ChangeKind::NameAdded } else { ChangeKind::NameRemoved })
}

/// What names are compared by: their words in lower case, without what marks whose something is.
fn key(side: &Reader<'_>, name: &Name) -> String {
    let words = name.words.clone().filter(|&i| side.passage.kind(i) == TokenKind::Word);
    let words = words.map(|i| bare(without_clitic(side.passage.word(i))).to_lowercase());
    words.collect::<Vec<_>>().join(" ")
}

/// The same name in another form: "Norwicks", "Ивановым".
fn is_same(a: &str, b: &str) -> bool {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let is_cyrillic_or_long = |w: &str| !w.is_ascii() || w.ends_with('s');
    a.len() == b.len()
        && a.iter().zip(&b).all(|(a, b)| {
            a == b || (is_form_of(a, b) && (is_cyrillic_or_long(a) || is_cyrillic_or_long(b)) && ends_in_form(a, b))
        })
}

/// Whether only an ending of case differs: a genitive s, or a Slavic ending.
fn ends_in_form(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if short.is_ascii() && long.is_ascii() {
        return long.strip_suffix('s') == Some(short);
    }
    short.chars().count() >= 4
}

/// Whether one name is the other, once written wrong. Names of the same two words may differ in one of them.
pub(crate) fn is_misspelt(a: &str, b: &str, context: &Context<'_>) -> bool {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    if a.len() != b.len() {
        return a.concat() == b.concat();
    }
    let mut differ = a.iter().zip(&b).filter(|(a, b)| a != b);
    let (Some((a, b)), more) = (differ.next(), differ.next()) else { return false };
    let is_other_place = NEAR_PLACES.iter().any(|pair| pair.contains(a) && pair.contains(b));
    let length = a.chars().count().max(b.chars().count());
    let same_start = a.chars().next() == b.chars().next();
    let same_length = a.chars().count() == b.chars().count();
    let is_swap = same_length && sorted(a) == sorted(b);
    let both_words = is_known_word(a, context.language) && is_known_word(b, context.language);
    more.is_none()
        && !is_other_place
        && !both_words
        && is_near(a, b)
        && (is_swap || (same_start && (length >= 6 || (length == 5 || !same_length) && length >= 4)))
}

fn sorted(word: &str) -> Vec<char> {
    let mut chars: Vec<char> = word.chars().collect();
    chars.sort_unstable();
    chars
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
