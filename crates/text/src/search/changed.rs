//! What a change is found by, and what somebody asks of one.
//!
//! The index narrows, the change decides: [`change_tokens`] holds every word of every difference, [`InChanges`] and the
//! words of a [`Query`] are then held against the differences themselves. A word is *removed* by a difference that says
//! it less often afterwards, so a passage that only moved removes nothing.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use news::{Change, ChangeKind, Fact, Hunk};

use super::query::QueryError;
use super::{Phrase, Query, Sought, index_tokens};

/// The classes of types, as errors name them.
pub(super) const CLASSES: &str = "factual, framing, housekeeping or disclosure";

/// Tokens of one change at most; a change of more is found by its beginning.
const MOST_TOKENS: usize = 20_000;

/// What only a change can meet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InChanges {
    /// Words and phrases that went.
    pub removed: Vec<Phrase>,
    /// Words and phrases that came.
    pub added: Vec<Phrase>,
    /// Types, groups of types or classes, each of which it must have.
    pub types: Vec<String>,
    /// Names of persons: whose words it changes, or who came or went in it.
    pub persons: Vec<Phrase>,
    /// Whether it must have been made without telling readers, as far as we could see.
    pub stealth: bool,
}

impl InChanges {
    /// How many words, phrases and types are asked for.
    pub(super) fn len(&self) -> usize {
        self.removed.len() + self.added.len() + self.types.len() + self.persons.len()
    }

    pub(super) fn take(&mut self, key: &str, value: &str) -> Result<(), QueryError> {
        let into = match key {
            "removed" => &mut self.removed,
            "added" => &mut self.added,
            "person" => &mut self.persons,
            "type" => {
                let name = value.to_ascii_lowercase();
                let known = ChangeKind::ALL.iter().any(|kind| names_of(*kind).any(|n| n == name));
                self.types.push(Some(name).filter(|_| known).ok_or_else(|| QueryError::BadType(value.to_owned()))?);
                return Ok(());
            }
            _ if value.eq_ignore_ascii_case("stealth") => {
                self.stealth = true;
                return Ok(());
            }
            _ => return Err(QueryError::BadIs(value.to_owned())),
        };
        into.push(Phrase::of(value).ok_or_else(|| QueryError::NoWord(key.to_owned()))?);
        Ok(())
    }
}

/// What a type is asked for by: its name, its group (`number` of `number_changed`) and its class.
fn names_of(kind: ChangeKind) -> impl Iterator<Item = &'static str> {
    let name = kind.as_str();
    let group = name.split_once('_').map(|(group, _)| group);
    [Some(name), group, Some(kind.class().as_str())].into_iter().flatten()
}

/// What a word in the index stands for.
#[derive(Clone, Copy)]
enum Of {
    Before,
    After,
    Either,
    Type,
    Person,
}

impl Of {
    fn token(self, text: &str) -> String {
        let sign = match self {
            Self::Before => '-',
            Self::After => '+',
            Self::Either => '~',
            Self::Type => '#',
            Self::Person => '@',
        };
        format!("{sign}{text}")
    }
}

const STEALTH: &str = "!stealth";
const SUBSTANCE: &str = "!substance";

/// What a change is found by, each once. `stealth`: it counts as one that readers were not told of.
pub fn change_tokens(change: &Change, stealth: bool) -> BTreeSet<String> {
    let mut tokens = BTreeSet::new();
    tokens.extend(stealth.then(|| STEALTH.to_owned()));
    tokens.extend(change.has_substance().then(|| SUBSTANCE.to_owned()));
    tokens.extend(change.kinds.iter().flat_map(|kind| names_of(*kind)).map(|name| Of::Type.token(name)));
    for hunk in &change.hunks {
        persons_in(hunk).for_each(|text| put(&mut tokens, text, &[Of::Person]));
        let [before, after] = differing(hunk);
        put(&mut tokens, &before, &[Of::Before, Of::Either]);
        put(&mut tokens, &after, &[Of::After, Of::Either]);
        if tokens.len() >= MOST_TOKENS {
            break;
        }
    }
    tokens
}

fn put(tokens: &mut BTreeSet<String>, text: &str, all: &[Of]) {
    for token in index_tokens(text) {
        for of in all {
            tokens.insert(of.token(&token.text));
            // A character that is asked for by itself is the beginning of a token.
            tokens.extend(token.first.map(|(bytes, _)| of.token(&token.text[..bytes])));
        }
    }
}

/// What a difference says before and after; of a paragraph that moved, what changed in it.
fn differing(hunk: &Hunk) -> [Cow<'_, str>; 2] {
    if !hunk.kinds.contains(&ChangeKind::MovedPara) {
        return [Cow::Borrowed(&hunk.before), Cow::Borrowed(&hunk.after)];
    }
    let sides: [fn(&Fact) -> Option<&str>; 2] = [|fact| fact.before.as_deref(), |fact| fact.after.as_deref()];
    sides.map(|side| Cow::Owned(hunk.facts.iter().filter_map(side).collect::<Vec<_>>().join(" · ")))
}

/// Texts that name the persons of a difference: who is quoted, whose name or function it is about.
fn persons_in(hunk: &Hunk) -> impl Iterator<Item = &str> {
    use ChangeKind::{AttribAdded, AttribChanged, AttribRemoved, NameAdded, NameChanged, NameRemoved};
    use ChangeKind::{QuoteSpeakerChanged, TitleChanged, TypoName};
    let names = |fact: &&Fact| {
        let of_sources = matches!(fact.kind, AttribAdded | AttribChanged | AttribRemoved | QuoteSpeakerChanged);
        of_sources || matches!(fact.kind, NameAdded | NameChanged | NameRemoved | TitleChanged | TypoName)
    };
    let named = hunk.facts.iter().filter(names).flat_map(|fact| [&fact.before, &fact.after]).flatten();
    named.chain(&hunk.speaker).map(String::as_str)
}

impl Query {
    /// The tokens that the index of changes must have for a change to be found; empty if versions are asked for.
    pub fn change_tokens(&self) -> BTreeSet<String> {
        let Some(asked) = &self.changes else { return BTreeSet::new() };
        let words = |of: Of, phrases: &[Phrase]| -> Vec<String> {
            let sought = phrases.iter().flat_map(|phrase| phrase.tokens());
            sought.map(|(Sought::Token(text) | Sought::Begins(text))| of.token(text)).collect()
        };
        let mut tokens = BTreeSet::new();
        tokens.extend(words(Of::Before, &asked.removed));
        tokens.extend(words(Of::After, &asked.added));
        tokens.extend(words(Of::Either, &self.phrases));
        tokens.extend(words(Of::Person, &asked.persons));
        tokens.extend(asked.types.iter().map(|name| Of::Type.token(name)));
        tokens.extend(asked.stealth.then(|| STEALTH.to_owned()));
        tokens
    }

    /// Whether a change is one that is asked for. Stealth, outlet, language and time are not looked at.
    pub fn finds(&self, change: &Change) -> bool {
        let Some(asked) = &self.changes else { return false };
        let sides: Vec<(&Hunk, Sides)> = change.hunks.iter().map(|hunk| (hunk, Sides::of(hunk))).collect();
        let any = |said: &dyn Fn(&Sides) -> bool| sides.iter().any(|(_, sides)| said(sides));
        let named = |phrase: &Phrase| {
            let mut texts = change.hunks.iter().flat_map(persons_in);
            texts.any(|text| phrase.is_in(&index_tokens(text)))
        };
        let typed = |name: &String| change.kinds.iter().any(|kind| names_of(*kind).any(|n| n == name));
        asked.removed.iter().all(|phrase| any(&|sides| sides.balance(phrase) < 0))
            && asked.added.iter().all(|phrase| any(&|sides| sides.balance(phrase) > 0))
            && self.phrases.iter().all(|phrase| any(&|sides| sides.balance(phrase) != 0))
            && !self.excluded.iter().any(|phrase| any(&|sides| sides.say(phrase)))
            && asked.types.iter().all(typed)
            && asked.persons.iter().all(named)
    }

    /// Where a difference says what was asked to have gone and come: places in its text before, and in that after;
    /// of a paragraph that moved, in what changed in it.
    pub fn places_in(&self, hunk: &Hunk) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
        let Some(asked) = &self.changes else { return (Vec::new(), Vec::new()) };
        let sides = Sides::of(hunk);
        let places = |tokens: &[super::IndexToken], phrases: &[Phrase]| -> Vec<Range<usize>> {
            let both = phrases.iter().chain(&self.phrases).filter(|phrase| sides.balance(phrase) != 0);
            let mut places: Vec<_> = both.flat_map(|phrase| phrase.places(tokens)).collect();
            places.sort_by_key(|place| place.start);
            super::found::apart(places)
        };
        (places(&sides.before, &asked.removed), places(&sides.after, &asked.added))
    }
}

/// The words of both sides of a difference.
struct Sides {
    before: Vec<super::IndexToken>,
    after: Vec<super::IndexToken>,
}

impl Sides {
    fn of(hunk: &Hunk) -> Self {
        let [before, after] = differing(hunk);
        Self { before: index_tokens(&before), after: index_tokens(&after) }
    }

    /// How much more often it is said afterwards.
    fn balance(&self, phrase: &Phrase) -> isize {
        phrase.places(&self.after).count() as isize - phrase.places(&self.before).count() as isize
    }

    fn say(&self, phrase: &Phrase) -> bool {
        phrase.is_in(&self.before) || phrase.is_in(&self.after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hunk(before: &str, after: &str, kinds: &[ChangeKind], speaker: Option<&str>) -> Hunk {
        let (before, after, speaker) = (before.to_owned(), after.to_owned(), speaker.map(str::to_owned));
        Hunk { before, after, kinds: kinds.to_vec(), speaker, ..Hunk::default() }
    }

    fn change() -> Change {
        use ChangeKind::{AddPara, MovedPara, NameChanged, NumberChanged, QuoteChanged, Reworded};
        let (before, after) = (Some("Ada Weber".to_owned()), Some("Ada Webber".to_owned()));
        let name = Fact { kind: NameChanged, before, after, amount: None, days: None };
        let hunks = vec![
            hunk("12 people", "21 people", &[NumberChanged], None),
            hunk("the alleged toll road", "the toll road", &[Reworded], None),
            Hunk { facts: vec![name], ..hunk("Weber", "Webber", &[NameChanged], None) },
            hunk("never", "not yet", &[QuoteChanged], Some("Bo Lund")),
            hunk("", "The ferry will run on Sundays.", &[AddPara], None),
            hunk("The tunnel is shut.", "", &[MovedPara], None),
            hunk("", "The tunnel is shut.", &[MovedPara], None),
            hunk("東京都で", "大阪府で", &[Reworded], None),
        ];
        let kinds = hunks.iter().flat_map(|hunk| hunk.kinds.clone()).collect();
        Change { hunks, kinds, ..Change::default() }
    }

    /// The index and the change agree: what is found by its differences has every token that is asked for.
    #[test]
    fn changes_are_found_by_what_came_and_went() {
        let cases = [
            ("removed:alleged", true),
            ("removed:ALLEGED added:21", true),
            ("added:alleged", false),
            ("removed:toll", false),
            ("removed:\"alleged toll\"", true),
            ("removed:\"toll road\"", false),
            ("added:ferry -tunnel", true),
            ("added:ferry -sundays", false),
            ("removed:tunnel", false),
            ("type:number_changed", true),
            ("type:number", true),
            ("type:factual", true),
            ("type:quote added:21", true),
            ("type:notice", false),
            ("person:lund", true),
            ("person:\"ada weber\"", true),
            ("person:webber type:name", true),
            ("person:people", false),
            ("alleged type:number", true),
            ("ferry type:number", true),
            ("tunnel type:number", false),
            ("removed:東京", true),
            ("removed:京", true),
            ("added:東", false),
        ];
        let change = change();
        let known = change_tokens(&change, false);
        for (query, want) in cases {
            let query: Query = query.parse().unwrap();
            assert_eq!(query.finds(&change), want, "{}", query.text);
            let has_all = query.change_tokens().iter().all(|token| known.contains(token));
            assert!(has_all || !want, "{}: {:?}", query.text, query.change_tokens());
        }
    }

    #[test]
    fn a_stealth_edit_is_found_as_one() {
        let query: Query = "is:stealth".parse().unwrap();
        let has = |stealth| query.change_tokens().is_subset(&change_tokens(&change(), stealth));
        assert!(has(true) && !has(false));
    }

    #[test]
    fn what_was_asked_for_is_pointed_at() {
        let query: Query = "removed:alleged".parse().unwrap();
        let (before, after) = query.places_in(&change().hunks[1]);
        assert_eq!((before.len(), before[0].clone(), after.len()), (1, 4..11, 0));
    }

    #[test]
    fn what_no_change_can_be_is_refused() {
        use QueryError::{BadIs, BadType, NoValue, NoWord};
        let cases = [
            ("type:colour", BadType("colour".into())),
            ("is:bad", BadIs("bad".into())),
            ("removed:—", NoWord("removed".into())),
            ("added:", NoValue("added".into())),
        ];
        for (query, error) in cases {
            assert_eq!(query.parse::<Query>(), Err(error), "{query}");
        }
    }
}
