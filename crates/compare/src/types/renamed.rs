//! Names that came, went or stand in the place of others.

use std::ops::Range;

use news::ChangeKind;
use text::{Language, TokenKind, differ_in_accents, is_form_of, is_known_word, is_near, is_other_by_accent};

use super::names::{Name, is_acronym, without_clitic};
use super::{Reader, Work, words_fact};
use crate::context::{Context, bare};
use crate::pairing::{Match, Thing, parted};

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
        let are_forms = |a: &str, b: &str| is_same(a, b, self.context.language);
        let matches = self.ground.matches_by(&things(&self.before), &things(&self.after), &are_forms);
        for found in parted(matches, |found| self.is_by_chance(found)) {
            let old = found.before.map(|i| self.before.names[i].clone());
            let new = found.after.map(|i| self.after.names[i].clone());
            let told = |told: &[bool], n: &Option<Name>| n.as_ref().is_some_and(|n| n.words.clone().all(|i| told[i]));
            if told(&self.ground.before_told, &old) || told(&self.ground.after_told, &new) {
                continue;
            }
            let words = [old.as_ref().map(|n| &n.words), new.as_ref().map(|n| &n.words)];
            let Some(kind) = self.kind_of_name(found.hunk, old.as_ref(), new.as_ref()) else {
                if old.as_ref().zip(new.as_ref()).is_some_and(|(old, new)| !(old.is_guess && new.is_guess)) {
                    self.ground.tell(words[0], words[1]); // it only stands elsewhere
                }
                continue;
            };
            if self.is_of_rewording(found.hunk, old.as_ref(), new.as_ref())
                || new.as_ref().is_some_and(|name| self.is_spelt_out(&self.after, name))
                    && !old.as_ref().is_some_and(|name| self.is_spelt_out(&self.before, name))
            {
                continue;
            }
            let before = old.as_ref().map(|n| self.before.passage.slice(&n.words));
            let after = new.as_ref().map(|n| self.after.passage.slice(&n.words));
            let fact = words_fact(kind, before, after);
            self.say_of(found.hunk, kind, fact, words);
        }
    }

    /// Whether one word stands for another that is written nearly alike, and one of the two is no name.
    fn is_slip(&self, hunk: usize) -> bool {
        let (old, new) = (&self.ground.before[hunk], &self.ground.after[hunk]);
        let known = |word: &str| is_known_word(&word.to_lowercase(), self.context.language);
        old.len() == 1 && new.len() == 1 && {
            let (a, b) = (self.before.passage.word(old.start), self.after.passage.word(new.start));
            is_near(a, b) && (known(a) || known(b))
        }
    }

    /// Whether two names stand in one difference only because much around them was put into other words.
    fn is_by_chance(&self, found: &Match) -> bool {
        let (Some(old), Some(new)) = (found.before, found.after) else { return false };
        let (old, new) = (&self.before.names[old], &self.after.names[new]);
        let inside = |words: &Range<usize>, name: &Name| words.start <= name.words.start && name.words.end <= words.end;
        let (before, after) = (&self.ground.before[found.hunk], &self.ground.after[found.hunk]);
        let (a, b) = (key(&self.before, old), key(&self.after, new));
        let shares_word = a.split(' ').any(|word| b.split(' ').any(|other| word == other));
        inside(before, old)
            && inside(after, new)
            && self.is_put_otherwise(found.hunk)
            && !shares_word
            && !is_same(&a, &b, self.context.language)
            && !differ_in_accents(&a, &b)
            && !is_misspelt(&a, &b, self.context)
    }

    /// Whether a name came or went because a passage was put into other words, and the other text has it, too.
    fn is_of_rewording(&self, hunk: usize, old: Option<&Name>, new: Option<&Name>) -> bool {
        /// Small words on either side that make a rewording.
        const LEAST: usize = 2;
        let (name, side, other) = match (old, new) {
            (Some(old), None) => (old, &self.before, 1),
            (None, Some(new)) => (new, &self.after, 0),
            _ => return false,
        };
        let is_small = |side: &Reader<'_>, i: usize| side.passage.word(i).starts_with(char::is_lowercase);
        let small = |side: &Reader<'_>, words: &Range<usize>| words.clone().filter(|&i| is_small(side, i)).count();
        let is_rewording = small(&self.before, &self.ground.before[hunk]) >= LEAST
            && small(&self.after, &self.ground.after[hunk]) >= LEAST;
        let vocabulary = self.context.vocabulary();
        is_rewording
            && name
                .words
                .clone()
                .all(|i| is_small(side, i) || vocabulary.writes_capital(other, without_clitic(side.passage.word(i))))
    }

    /// Whether behind a name, in brackets, stands what it is abbreviated to, and both texts have that.
    fn is_spelt_out(&self, side: &Reader<'_>, name: &Name) -> bool {
        let at = name.words.end;
        let short = side.passage.tokens.get(at + 1).map_or("", |t| t.of(side.passage.text)).trim_end_matches('s');
        let is_initial = |(word, initial): (usize, char)| side.passage.word(word).starts_with(initial);
        let capitals = name.words.clone().filter(|&i| side.passage.word(i).starts_with(char::is_uppercase));
        let capitals: Vec<usize> = capitals.collect();
        let letters = short.chars().count();
        at + 1 < side.passage.len()
            && side.passage.lower(at) == "("
            && is_acronym(short)
            && capitals.len() >= letters
            && capitals.iter().rev().copied().zip(short.chars().rev()).all(is_initial)
            && [&self.before, &self.after]
                .iter()
                .all(|side| (0..side.passage.len()).any(|i| side.passage.word(i).trim_end_matches('s') == short))
    }

    /// Whether little more than one name for another differs. First words that are followed by other words, too, begin
    /// another sentence.
    fn is_alone(&self, hunk: usize, old: &Name, new: &Name) -> bool {
        const SPARE: usize = 1;
        self.ground.before[hunk].len() <= old.words.len() + SPARE
            && self.ground.after[hunk].len() <= new.words.len() + SPARE
    }

    fn kind_of_name(&self, hunk: usize, old: Option<&Name>, new: Option<&Name>) -> Option<ChangeKind> {
        match (old, new) {
            (Some(old), Some(new)) => {
                let (a, b) = (key(&self.before, old), key(&self.after, new));
                let is_first = old.is_doubtful && new.is_doubtful;
                if differ_in_accents(&a, &b) && !(is_first && is_other_by_accent(&a, &b, self.context.language)) {
                    return Some(ChangeKind::TypoName);
                }
                if is_same(&a, &b, self.context.language) || a.replace('-', "") == b.replace('-', "") {
                    return None;
                }
                if old.is_guess && new.is_guess {
                    return None;
                }
                // "Manger Gary Stent", "Manager Gary Stent": a slip in a word before the name.
                if old.words.len() != new.words.len() && self.is_slip(hunk) {
                    return None;
                }
                if let Some((kind, rest)) = rest_of_row(&a, &b) {
                    let other = if kind == ChangeKind::NameAdded { &self.before } else { &self.after };
                    let stands = |word: &str| (0..other.passage.len()).any(|i| other.passage.lower(i) == word);
                    return (!rest.iter().all(|word| stands(word))).then_some(kind);
                }
                if is_first && is_other_by_accent(&a, &b, self.context.language) {
                    return None;
                }
                let is_short =
                    |side: &Reader<'_>, n: &Name| n.words.len() == 1 && is_acronym(side.passage.slice(&n.words));
                // "WWI" is no misspelt "WWII", but "GAS" is "GSA".
                let are_short = is_short(&self.before, old) && is_short(&self.after, new) && sorted(&a) != sorted(&b);
                if is_misspelt(&a, &b, self.context) && !are_short {
                    return Some(ChangeKind::TypoName);
                }
                let unknown = |side: &Reader<'_>, n: &Name| {
                    !n.is_doubtful || !is_known_word(side.passage.lower(n.words.start), self.context.language)
                };
                let both = old.is_doubtful && new.is_doubtful;
                if both
                    && (!self.is_alone(hunk, old, new)
                        || (begins_quotation(&self.before, old) && begins_quotation(&self.after, new)))
                {
                    return None;
                }
                let plural = |key: &str| key.ends_with('s') && self.context.language == Language::English;
                (unknown(&self.before, old) && unknown(&self.after, new) && !(both && (plural(&a) || plural(&b))))
                    .then_some(ChangeKind::NameChanged)
            }
            (Some(old), None) => {
                let is_spelt_out = spells(&self.after, &self.ground.after[hunk], self.before.passage.slice(&old.words));
                (!old.is_doubtful && !old.is_guess && !is_spelt_out).then_some(ChangeKind::NameRemoved)
            }
            (None, Some(new)) => {
                let is_spelt_out =
                    spells(&self.before, &self.ground.before[hunk], self.after.passage.slice(&new.words));
                (!new.is_doubtful && !new.is_guess && !is_spelt_out).then_some(ChangeKind::NameAdded)
            }
            (None, None) => None,
        }
    }
}

/// Whether a word is the first between quotation marks: what people say rarely begins with a name.
fn begins_quotation(side: &Reader<'_>, name: &Name) -> bool {
    name.words.len() == 1 && side.quoted.iter().any(|quoted| quoted.start + 1 == name.words.start)
}

/// Whether some words are what an abbreviation is made of: "ochotniczej straży pożarnej", "OSP".
fn spells(side: &Reader<'_>, words: &Range<usize>, short: &str) -> bool {
    let initials: Vec<char> = short.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let firsts: Vec<char> = words.clone().filter_map(|i| side.passage.lower(i).chars().next()).collect();
    is_acronym(short) && initials.len() >= 2 && firsts.windows(initials.len()).any(|row| row == initials)
}

/// Whether another name that stood in one row with it came or went ("Fellow Ada Weber", "Fellow"), or a first name of its
/// own. The words of that other one, too.
fn rest_of_row<'n>(before: &'n str, after: &'n str) -> Option<(ChangeKind, Vec<&'n str>)> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split(' ').collect(), after.split(' ').collect());
    let grows = old.len() < new.len();
    let (short, long) = if grows { (old, new) } else { (new, old) };
    let rest = match (long.strip_prefix(&short[..]), long.strip_suffix(&short[..])) {
        (Some(rest), _) | (None, Some(rest)) if !rest.is_empty() => rest.to_vec(),
        _ => return None,
    };
    Some((if grows { ChangeKind::NameAdded } else { ChangeKind::NameRemoved }, rest))
}

/// What names are compared by: their words in lower case, without what marks whose something is and without the stops of
/// an abbreviation.
fn key(side: &Reader<'_>, name: &Name) -> String {
    let words = name.words.clone().filter(|&i| side.passage.kind(i) == TokenKind::Word);
    let words = words.map(|i| bare(without_clitic(side.passage.word(i))).to_lowercase());
    let words = words.map(|word| if is_acronym(&word.to_uppercase()) { word.replace('.', "") } else { word });
    words.collect::<Vec<_>>().join(" ")
}

/// The same name in another form: "Norwicks", "Ивановым", in Polish "Krakowie".
fn is_same(a: &str, b: &str, language: Language) -> bool {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let is_polish = language == Language::Polish;
    let takes_forms = |w: &str| is_polish || !w.is_ascii() || w.ends_with('s');
    a.len() == b.len()
        && a.iter().zip(&b).all(|(a, b)| {
            a == b || (is_form_of(a, b) && (takes_forms(a) || takes_forms(b)) && (is_polish || ends_in_form(a, b)))
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
    // "Stefan", "Stephan"; "Karl", "Carl": one name, by its sound.
    let plain = |name: &str| text::without_accents(name).replace("ph", "f").replace('c', "k");
    let (a, b) = (plain(a), plain(b));
    if a == b {
        return true;
    }
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
    let is_word = |word: &str| is_known_word(word, context.language) || text::is_country(word);
    let both_words = is_word(a) && is_word(b);
    // "Paul", "Paula"; "Mario", "Maria".
    let stem = |word: &str| word.trim_end_matches(['a', 'o']).to_owned();
    let is_of_other_sex = stem(a) == stem(b);
    more.is_none()
        && !is_other_place
        && !both_words
        && !is_of_other_sex
        && is_near(a, b)
        && (is_swap || (same_start && (length >= 6 || (length == 5 || !same_length) && length >= 4)))
}

fn sorted(word: &str) -> Vec<char> {
    let mut chars: Vec<char> = word.chars().collect();
    chars.sort_unstable();
    chars
}
