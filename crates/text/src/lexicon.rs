//! What words do in a statement: doubt, deny, say, name a function. One table for each language.

use std::ops::Range;
use std::sync::LazyLock;

use crate::hash::WordMap;
use crate::{Language, Passage, function_words, hedges, negations, speech, titles};

/// What a word, or a phrase, does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// It casts doubt: "allegedly".
    Hedge,
    /// It denies: "not".
    Negation,
    /// It says that something was said: "said".
    Says,
    /// It says so with a colour: "claimed".
    SaysColoured,
    /// It names a source: "according to".
    Source,
    /// It is somebody's function: "minister".
    Title,
    /// It turns a function into another: "former".
    TitleModifier,
    /// It counts dead, injured or missing people.
    Casualty,
}

/// A word or phrase with what it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    /// The words of the passage.
    pub words: Range<usize>,
    /// What it does.
    pub role: Role,
    /// Equal for the forms of one verb.
    pub verb: u16,
}

#[derive(Default)]
struct Entry {
    roles: Vec<(Role, u16)>,
    /// Phrases that begin with the word: the words that follow, longest first.
    phrases: Vec<(Vec<&'static str>, Role, u16)>,
}

type Table = WordMap<&'static str, Entry>;

static TABLES: LazyLock<Vec<Table>> = LazyLock::new(|| {
    let all = Language::KNOWN.iter().chain([&Language::Other]);
    all.map(|&language| table(language)).collect()
});

/// Returns the words and phrases of a passage that do something, in order. A longer phrase hides the words in it: "could
/// not be verified" doubts, and denies nothing.
pub fn cues(passage: &Passage<'_>, language: Language) -> Vec<Cue> {
    let table = &TABLES[language as usize];
    let mut found = Vec::new();
    let mut hidden = 0; // words before this one stand in a phrase
    for i in 0..passage.len() {
        let word = passage.lower(i);
        if i < hidden {
            continue;
        }
        if is_contracted_not(word, language) {
            found.push(Cue { words: i..i + 1, role: Role::Negation, verb: 0 });
            continue;
        }
        if language == Language::German && is_so(passage, i) {
            found.push(Cue { words: i..i + 1, role: Role::Source, verb: 0 });
            continue;
        }
        let Some(entry) = table.get(word) else {
            let role = made_title(word, language, table);
            found.extend(role.map(|role| Cue { words: i..i + 1, role, verb: 0 }));
            continue;
        };
        let follows = |rest: &[&str]| rest.iter().enumerate().all(|(k, word)| passage.lower(i + 1 + k) == *word);
        if let Some((rest, role, verb)) = entry.phrases.iter().find(|(rest, ..)| follows(rest)) {
            hidden = i + 1 + rest.len();
            found.push(Cue { words: i..hidden, role: *role, verb: *verb });
            continue;
        }
        let is_month = word == "may" && passage.word(i) == "May" && i > 0;
        // "a private account" is nobody's rank.
        let is_rank = || passage.tokens.get(i + 1).is_some_and(|t| t.of(passage.text).starts_with(char::is_uppercase));
        let is_adjective = language == Language::English && passage.word(i) == "private" && !is_rank();
        let roles = entry.roles.iter().filter(|(role, _)| !(is_month || is_adjective && *role == Role::Title));
        found.extend(roles.map(|&(role, verb)| Cue { words: i..i + 1, role, verb }));
    }
    found
}

/// Whether a word in lower case stands in the lists of a language.
pub(crate) fn holds(language: Language, word: &str) -> bool {
    TABLES[language as usize].contains_key(word)
}

/// Whether a word in lower case denies by itself: "not".
pub fn is_negation(word: &str, language: Language) -> bool {
    let denies = |entry: &Entry| entry.roles.iter().any(|(role, _)| *role == Role::Negation);
    is_contracted_not(word, language) || TABLES[language as usize].get(word).is_some_and(denies)
}

/// Whether a word says, in any language, that something was said, and nothing of how: "said", "teilte".
pub fn is_verb_of_saying(word: &str) -> bool {
    let lower = word.to_lowercase();
    let says = |entry: &Entry| entry.roles.iter().any(|(role, _)| *role == Role::Says);
    TABLES.iter().any(|table| table.get(lower.as_str()).is_some_and(says))
}

/// Whether a word in lower case carries no meaning by itself.
pub fn is_function_word(word: &str, language: Language) -> bool {
    function_words::holds(language, word)
}

/// Whether a stretch in a language without spaces, or of which no words are known, denies something.
pub fn denials(text: &str) -> usize {
    let has_kana = text.contains(|c| matches!(c, '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}'));
    let pieces = if has_kana { negations::JAPANESE_PIECES } else { negations::PIECES };
    pieces.iter().map(|piece| text.matches(piece).count()).sum()
}

/// Whether a stretch in a language without spaces, or of which no words are known, casts doubt, and how often.
pub fn doubts(text: &str) -> usize {
    hedges::PIECES.iter().map(|piece| text.matches(piece).count()).sum()
}

/// The function that a word names which is made from one: "Umweltminister", "ex-ministre", "co-founder".
fn made_title(word: &str, language: Language, table: &Table) -> Option<Role> {
    const SHORTEST: usize = 4;
    if word.len() < 6 {
        return None;
    }
    let is_function = |rest: &str| {
        rest.chars().count() >= SHORTEST
            && table.get(rest).is_some_and(|entry| entry.roles.iter().any(|(role, _)| *role == Role::Title))
    };
    let is_made = titles::PREFIXES.iter().any(|prefix| word.strip_prefix(prefix).is_some_and(is_function))
        || word.split_once('-').is_some_and(|(first, rest)| is_function(first) || is_function(rest))
        || (titles::joins_words(language)
            && word.char_indices().skip(3).any(|(at, _)| word.len() - at <= 22 && is_function(&word[at..])));
    is_made.then_some(Role::Title)
}

fn is_contracted_not(word: &str, language: Language) -> bool {
    language == Language::English && word.ends_with("n't")
}

/// ", so die Ermittler": behind what was said, before who says it.
fn is_so(passage: &Passage<'_>, i: usize) -> bool {
    const ARTICLES: &[&str] = &["der", "die", "das", "ein", "eine", "sein", "seine", "ihr", "ihre", "mehrere"];
    passage.lower(i) == "so"
        && i > 0
        && matches!(passage.word(i - 1), "," | "“" | "”" | "\"" | "«" | "»" | "–")
        && (i + 1 < passage.len())
        && (ARTICLES.contains(&passage.lower(i + 1)) || passage.word(i + 1).starts_with(char::is_uppercase))
}

fn table(language: Language) -> Table {
    let mut table = Table::default();
    let mut verb = 0;
    let mut enter = |phrase: &'static str, parts: char, role: Role, verb: u16| {
        let mut words = phrase.split(parts).filter(|w| !w.is_empty());
        let Some(first) = words.next() else { return };
        let rest: Vec<&'static str> = words.collect();
        let entry: &mut Entry = table.entry(first).or_default();
        if rest.is_empty() { entry.roles.push((role, verb)) } else { entry.phrases.push((rest, role, verb)) }
    };
    for (list, role) in [(hedges::of(language), Role::Hedge), (negations::of(language), Role::Negation)] {
        list.split(';').for_each(|phrase| enter(phrase.trim(), ' ', role, 0));
    }
    let spoken = [
        (speech::neutral(language), Role::Says),
        (speech::coloured(language), Role::SaysColoured),
        (speech::sources(language), Role::Source),
    ];
    for (list, role) in spoken {
        for forms in list.split(';') {
            verb += 1;
            forms.split_whitespace().for_each(|form| enter(form, '_', role, verb));
        }
    }
    let people = [
        (titles::functions(language), Role::Title),
        (titles::modifiers(language), Role::TitleModifier),
        (titles::casualties(language), Role::Casualty),
    ];
    for (list, role) in people {
        list.split_whitespace().for_each(|word| enter(word, ' ', role, 0));
    }
    table.values_mut().for_each(|entry| entry.phrases.sort_by_key(|(rest, ..)| std::cmp::Reverse(rest.len())));
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text, and what its words do.
    type Case = (Language, &'static str, &'static [(Role, &'static str)]);

    fn found(text: &str, language: Language) -> Vec<(Role, &str)> {
        let passage = Passage::of(text);
        cues(&passage, language).into_iter().map(|c| (c.role, passage.slice(&c.words))).collect()
    }

    #[test]
    fn a_sign_that_denies_in_chinese_is_a_part_of_nouns_in_japanese() {
        let counts = ["橋は閉鎖されない", "不法投棄を認める", "桥不会关闭", "대교는 열리지 않았다"].map(denials);
        assert_eq!(counts, [1, 0, 1, 1]);
    }

    #[test]
    fn words_do_what_their_lists_say() {
        use Role::*;
        let cases: &[Case] = &[
            (Language::English, "Police allegedly didn’t go", &[(Hedge, "allegedly"), (Negation, "didn’t")]),
            (Language::English, "it could not be verified", &[(Hedge, "could not be verified")]),
            (Language::English, "according to officials", &[(Source, "according to")]),
            (Language::English, "in May he may go", &[(Hedge, "may")]),
            (Language::English, "her private account", &[]),
            (Language::English, "private Ada Weber", &[(Title, "private")]),
            (
                Language::German,
                "der ehemalige Minister sagte",
                &[(TitleModifier, "ehemalige"), (Title, "Minister"), (Says, "sagte")],
            ),
            (Language::German, "Er kam spät, so die Ermittler", &[(Source, "so"), (Title, "Ermittler")]),
            (Language::German, "Er kam so spät, so dass sie ging", &[]),
            (Language::French, "selon la police", &[(Source, "selon")]),
            (Language::Turkish, "bakan iddia etti", &[(Title, "bakan"), (SaysColoured, "iddia etti")]),
            (
                Language::German,
                "Umweltministerin und Vizekanzler",
                &[(Title, "Umweltministerin"), (Title, "Vizekanzler")],
            ),
            (Language::French, "le vice-président", &[(Title, "vice-président")]),
            (Language::English, "a co-owner", &[(Title, "co-owner")]),
            (Language::Russian, "по словам мэра", &[(Source, "по словам"), (Title, "мэра")]),
            (Language::Arabic, "قال الوزير", &[(Says, "قال"), (Title, "الوزير")]),
        ];
        for (language, text, want) in cases {
            assert_eq!(found(text, *language), *want, "{text}");
        }
    }
}
