//! Misspellings: when two words are one word, once written wrong.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::opposites::are_opposites;
use crate::{Language, is_known_word};

/// Words of fewer letters differ too easily.
const LEAST_LETTERS: usize = 3;
/// The share of a word's letters that may differ. ANALYSIS 3.2.
const MOST_SHARE: f64 = 0.34;

/// Whether one of two words can be a misspelling of the other: they differ in two letters at most, not by an ending that
/// forms take, nor by a syllable that turns the sense round.
///
/// Nothing is known of either here; see [`is_misspelling`].
pub fn is_near(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (lower(a), lower(b));
    let longest = a.len().max(b.len());
    if a == b || a.len().min(b.len()) < LEAST_LETTERS || longest > 40 || !a.iter().chain(&b).all(|c| is_letter(*c)) {
        return false;
    }
    // A hyphen or an apostrophe makes another word of it: "re-sign".
    let letters = |word: &[char]| word.iter().filter(|c| c.is_alphabetic()).copied().collect::<String>();
    if letters(&a) == letters(&b) {
        return false;
    }
    let distance = distance(&a, &b);
    let is_swap = distance == 1 && a.len() == b.len() && {
        let (mut a, mut b) = (a.clone(), b.clone());
        a.sort_unstable();
        b.sort_unstable();
        a == b
    };
    let allowed = if longest >= 8 { 2 } else { 1 };
    let share = distance as f64 / longest as f64;
    (distance <= allowed && share <= MOST_SHARE || is_swap) && !is_turned_round(&a, &b)
}

/// Whether two words that differ are one word, once written wrong. `is_word` says of each whether the texts at hand use
/// it elsewhere.
pub fn is_misspelling(a: &str, b: &str, language: Language, is_word: impl Fn(&str) -> bool) -> bool {
    let (small_a, small_b) = (a.to_lowercase().replace('’', "'"), b.to_lowercase().replace('’', "'"));
    if are_opposites(&small_a, &small_b) {
        return false;
    }
    if language == Language::English && small_a != small_b && american(&small_a) == american(&small_b) {
        return true;
    }
    if language == Language::English && (is_confused(&small_a, &small_b) || lacks_apostrophe(&small_a, &small_b)) {
        return true;
    }
    if is_other_by_accent(&small_a, &small_b, language) {
        return false;
    }
    let is_romance =
        matches!(language, Language::Spanish | Language::French | Language::Italian | Language::Portuguese);
    if is_romance && differ_in_accents(a, b) {
        return true;
    }
    if !is_near(a, b) {
        return false;
    }
    let is_form = is_form_of(a, b);
    let known = |word: &str| {
        let word = word.to_lowercase();
        is_word(&word) || is_dictionary_word(&word, language)
    };
    match (known(a), known(b)) {
        (true, true) => false,
        // A letter that is missing in front of an ending is none: "tradrs".
        (true, false) | (false, true) => {
            !is_form || lacks_letter(&lower(a), &lower(b)) || are_swapped(&lower(a), &lower(b))
        }
        _ if is_form => false,
        // Of neither anything is known: slips of fingers, not other letters.
        (false, false) => is_slip(&lower(a), &lower(b)),
    }
}

/// Whether a dictionary has a word in lower case; in other languages than English, whether it is known to be one.
pub fn is_dictionary_word(word: &str, language: Language) -> bool {
    match language {
        Language::English => wordnik_list::word_exists(word),
        _ => is_known_word(word, language),
    }
}

/// A word as Americans spell it, by the endings and stems in which the British differ: equal for both spellings of a word.
fn american(word: &str) -> String {
    const STEMS: [(&str, &str); 12] = [
        ("olour", "olor"),
        ("abour", "abor"),
        ("arbour", "arbor"),
        ("avour", "avor"),
        ("onour", "onor"),
        ("umour", "umor"),
        ("isation", "ization"),
        ("alogue", "alog"),
        ("rogramme", "rogram"),
        ("defence", "defense"),
        ("offence", "offense"),
        ("travell", "travel"),
    ];
    const ENDINGS: [(&str, &str); 9] = [
        ("ise", "ize"),
        ("ised", "ized"),
        ("ising", "izing"),
        ("ises", "izes"),
        ("entre", "enter"),
        ("entres", "enters"),
        ("eatre", "eater"),
        ("celled", "celed"),
        ("yse", "yze"),
    ];
    let stemmed = STEMS.iter().fold(word.to_owned(), |word, (from, to)| word.replace(from, to));
    let ending =
        ENDINGS.iter().filter(|_| word.len() > 5).find_map(|(from, to)| Some((stemmed.strip_suffix(from)?, to)));
    ending.map_or(stemmed.clone(), |(front, to)| format!("{front}{to}"))
}

/// Two letters beside one another changed places.
fn are_swapped(a: &[char], b: &[char]) -> bool {
    let differ: Vec<usize> = (0..a.len().min(b.len())).filter(|&i| a[i] != b[i]).collect();
    a.len() == b.len() && matches!(differ[..], [i, j] if j == i + 1 && a[i] == b[j] && a[j] == b[i])
}

/// Two letters changed places, or one is there once too often or too seldom, inside the word; or, in a long word, any one
/// letter. At the beginning of a word a letter more or less makes another word.
fn is_slip(a: &[char], b: &[char]) -> bool {
    if a.len() == b.len() {
        let differ: Vec<usize> = (0..a.len()).filter(|&i| a[i] != b[i]).collect();
        return match differ[..] {
            [_, _] => are_swapped(a, b),
            [i] => a.len() >= 7 && i > 0,
            _ => false,
        };
    }
    a.len().max(b.len()) >= 5 && a[0] == b[0]
}

/// Words that are written for one another because they sound alike; no difference of sense is meant.
fn is_confused(a: &str, b: &str) -> bool {
    const PAIRS: &[[&str; 2]] = &[
        ["its", "it's"],
        ["led", "lead"],
        ["loose", "lose"],
        ["their", "there"],
        ["their", "they're"],
        ["there", "they're"],
        ["your", "you're"],
        ["then", "than"],
        ["whose", "who's"],
        ["principle", "principal"],
        ["to", "too"],
        ["lets", "let's"],
        ["affect", "effect"],
        ["complement", "compliment"],
        ["discreet", "discrete"],
        ["passed", "past"],
        ["peddle", "pedal"],
        ["breath", "breathe"],
        ["stationary", "stationery"],
        ["reign", "rein"],
        ["site", "cite"],
        ["waived", "waved"],
    ];
    PAIRS.iter().any(|[one, other]| (a == *one && b == *other) || (a == *other && b == *one))
}

/// Whether one word is a contraction and the other the same without its apostrophe: "were" for "we're".
fn lacks_apostrophe(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let is_contracted = ["'re", "'ll", "'ve", "'d", "'m", "n't"].iter().any(|ending| long.ends_with(ending));
    is_contracted && !short.contains('\'') && long.replace('\'', "") == short
}

/// Whether two names differ in their accents alone: "Rene", "René".
pub fn differ_in_accents(a: &str, b: &str) -> bool {
    a != b && without_accents(a) == without_accents(b)
}

/// A text in small letters without accents.
pub fn without_accents(text: &str) -> String {
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// Whether two words, in lower case, differ in their accents alone and both are words: "pêcheur" and "pécheur", "llego"
/// and "llegó".
pub fn is_other_by_accent(a: &str, b: &str, language: Language) -> bool {
    use Language::{French, Italian, Portuguese, Spanish};
    const FRENCH: &[&str] =
        &["pecheur", "peche", "cote", "mur", "sur", "du", "tache", "jeune", "foret", "roder", "haler", "colon"];
    const PORTUGUESE: &[&str] = &["avo", "coco", "pais", "sabia", "pode", "tem", "vem", "por", "secretaria", "e", "as"];
    if a == b || a.is_ascii() && b.is_ascii() || !matches!(language, French | Spanish | Italian | Portuguese) {
        return false;
    }
    let (plain_a, plain_b) = (without_accents(a), without_accents(b));
    let last_differs = || {
        let (last, before) = (a.chars().next_back(), a.char_indices().next_back().map_or("", |(at, _)| &a[..at]));
        let (other, before_other) =
            (b.chars().next_back(), b.char_indices().next_back().map_or("", |(at, _)| &b[..at]));
        last != other && before == before_other
    };
    let is_listed = match language {
        French => FRENCH.contains(&&*plain_a),
        Portuguese => PORTUGUESE.contains(&&*plain_a),
        _ => false,
    };
    // The accent on the last letter makes another tense of it.
    plain_a == plain_b && (is_listed || (language != French && last_differs()))
}

/// Whether one word is the other without a letter that stands inside it.
fn lacks_letter(a: &[char], b: &[char]) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let head = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    long.len() == short.len() + 1 && head < short.len() && short[head..] == long[head + 1..]
}

/// Whether two words differ in their endings as the forms of one word do ("bridge", "bridges").
pub fn is_form_of(a: &str, b: &str) -> bool {
    let (a, b) = (lower(a), lower(b));
    let head = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    if is_doubled(&a, &b, head) {
        return false;
    }
    let ending = |word: &[char]| word[head..].iter().collect::<String>();
    // "parla", "parlant", but "presidnt".
    let is_without_vowel = matches!((&*ending(&a), &*ending(&b)), ("nt", "ent") | ("ent", "nt"));
    head >= 3 && !is_without_vowel && is_ending(&ending(&a)) && is_ending(&ending(&b))
}

/// Whether one word, alike up to `head`, has a letter twice that the other has once: a slip ("meistten"), however it ends.
fn is_doubled(a: &[char], b: &[char], head: usize) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    (1..short.len()).contains(&head)
        && long.len() == short.len() + 1
        && long[head] == long[head - 1]
        && long[head + 1..] == short[head..]
}

/// Endings that forms of a word take, in any of the languages.
fn is_ending(ending: &str) -> bool {
    const ENDINGS: &str = "s es ed d ing er ers r rs n en e em es st est t te ten tes nt ly y ies ied 's ' a o i as os is u um \
        us é ée és ées ent ons ez ait aient ant ado ada ados adas an on in ou ie ia io ii ą ę ów om ami ach ego emu ych ym \
        ymi ej ам ами ах ов ев ом ем ой ей ую ый ий ые ие ого его ому ему ых их ым им ыми ими ую юю а я о е и ы у ю ь й і ї є \
        ла ло ли л в ть ти лась лись лся ся сь ı i u ü a e da de ta te dan den tan ten nin nın in ın un ün lar ler ları leri \
        yi yı ya ye sı si ne na dı di tı ti ary al ال ة ه ين ون ات";
    ending.is_empty() || ENDINGS.split_whitespace().any(|known| known == ending)
}

/// Whether one word is the other with a syllable before it that turns its sense round ("legal", "illegal").
pub fn is_opposite(a: &str, b: &str) -> bool {
    const DENYING: &[&str] = &["un", "in", "il", "im", "ir", "dis", "non", "non-", "un-", "не", "nie", "bez"];
    has_front(&lower(a), &lower(b), DENYING) || is_turkish_negative(a, b) || is_turkish_negative(b, a)
}

/// "etti", "etmedi"; "yapacak", "yapmayacak"; "geliyor", "gelmiyor": a syllable inside the Turkish verb denies.
fn is_turkish_negative(a: &str, b: &str) -> bool {
    const ENDINGS: &[(&[&str], &[&str])] = &[
        (&["dı", "di", "du", "dü", "tı", "ti", "tu", "tü"], &["madı", "medi"]),
        (&["ıyor", "iyor", "uyor", "üyor"], &["mıyor", "miyor", "muyor", "müyor"]),
        (&["acak", "ecek", "yacak", "yecek"], &["mayacak", "meyecek"]),
        (&["mış", "miş", "muş", "müş"], &["mamış", "memiş"]),
    ];
    const STEM: usize = 2;
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    ENDINGS.iter().any(|(says, denies)| {
        let stem = denies.iter().find_map(|ending| b.strip_suffix(ending)).filter(|stem| stem.chars().count() >= STEM);
        stem.is_some_and(|stem| a.strip_prefix(stem).is_some_and(|ending| says.contains(&ending)))
    })
}

fn is_turned_round(a: &[char], b: &[char]) -> bool {
    const SYLLABLES: &[&str] = &[
        "un", "in", "il", "im", "ir", "dis", "non", "non-", "re", "re-", "de", "mis", "un-", "не", "ne", "nie", "on",
        "des", "bez",
    ];
    has_front(a, b, SYLLABLES)
}

fn has_front(a: &[char], b: &[char], syllables: &[&str]) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    short.len() >= 3 && long.ends_with(short) && {
        let front: String = long[..long.len() - short.len()].iter().collect();
        // "ilegal", "ilícito"
        syllables.contains(&front.as_str()) || front == "i" && short[0] == 'l'
    }
}

fn lower(word: &str) -> Vec<char> {
    word.chars().flat_map(char::to_lowercase).collect()
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\'' | '’' | '-') || ('\u{300}'..='\u{36f}').contains(&c)
}

/// Letters to put in, take out, replace or swap with their neighbour (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut last_but_one = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(last_but_one[j - 2] + 1);
            }
        }
        last_but_one = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelling_is_told_from_another_word() {
        let cases = [
            ("goverment", "government", true),
            ("teh", "the", true),
            ("occured", "occurred", true),
            ("polcie", "police", true),
            ("recieve", "receive", true),
            ("accomodation", "accommodation", true),
            ("seperate", "separate", true),
            ("Febuary", "February", true),
            ("public", "pubic", false),
            ("killed", "billed", false),
            ("now", "not", false),
            ("bridge", "bridges", false),
            ("says", "said", false),
            ("legal", "illegal", false),
            ("likely", "unlikely", false),
            ("united", "untied", false),
            ("bus", "tram", false),
            ("marital", "martial", false),
            ("close", "closed", false),
            ("inflatoin", "inflation", true),
            ("studnt", "student", true),
            ("infrastucture", "infrastructure", true),
        ];
        for (a, b, want) in cases {
            assert_eq!(is_misspelling(a, b, Language::English, |_| false), want, "{a} {b}");
            assert_eq!(is_misspelling(b, a, Language::English, |_| false), want, "{b} {a}");
        }
        let others = [
            ("Were", "We’re", Language::English, true),
            ("boys", "boy’s", Language::English, false),
            ("ilegal", "legal", Language::Spanish, false),
            ("llego", "llegó", Language::Spanish, false),
            ("tambien", "también", Language::Spanish, true),
            ("pécheur", "pêcheur", Language::French, false),
        ];
        for (a, b, language, want) in others {
            assert_eq!(is_misspelling(a, b, language, |_| false), want, "{a} {b}");
        }
        assert!(is_misspelling("neuestten", "neuesten", Language::German, |_| false));
        assert!(is_misspelling("Regierugn", "Regierung", Language::German, |_| false));
        assert!(!is_misspelling("Haus", "Maus", Language::German, |_| false));
        assert!(!is_misspelling("новый", "новая", Language::Russian, |_| false));
    }
}
