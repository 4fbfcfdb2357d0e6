//! Functions and titles of people who stay who they are.

use std::ops::Range;

use news::{ChangeKind, Fact};
use text::{Role, TokenKind, is_function_word};

use super::names::is_near_name;
use super::voices::beside_verb;
use super::{Reader, Work, overlap, words_fact};

/// Words between a title and the name that it goes with, at most.
const REACH: usize = 7;
/// Words that a title has before its noun, at most ("deputy foreign minister").
const FRONT: usize = 3;

impl Work<'_, '_> {
    pub(super) fn titles(&mut self) {
        for hunk in 0..self.typed.len() {
            if self.ground.is_closed(hunk) {
                continue;
            }
            let (old, new) = (self.ground.before[hunk].clone(), self.ground.after[hunk].clone());
            let old_words = untold(&self.before, &old, &self.ground.before_told, self.context.language);
            let new_words = untold(&self.after, &new, &self.ground.after_told, self.context.language);
            if old_words.len() + new_words.len() == 0 || old_words.len().max(new_words.len()) > FRONT + 1 {
                continue;
            }
            let says = |side: &Reader<'_>, words: &Range<usize>| {
                side.cues.iter().any(|c| matches!(c.role, Role::Says | Role::SaysColoured) && overlap(&c.words, words))
            };
            if says(&self.before, &old) || says(&self.after, &new) || self.is_misspelt(&old_words, &new_words) {
                continue;
            }
            if let Some(fact) = self.formerly(&old_words, &new_words) {
                self.say(hunk, ChangeKind::TitleChanged, Some(fact));
                self.ground.tell(Some(&old), Some(&new));
                continue;
            }
            let (before, after) = (title_around(&self.before, &old), title_around(&self.after, &new));
            let (Some(before), Some(after)) = (before, after) else { continue };
            let inside = |words: &[usize], title: &Range<usize>| words.iter().all(|i| title.contains(i));
            let modifies =
                |side: &Reader<'_>, words: &[usize]| words.iter().all(|&i| has_role(side, i, Role::TitleModifier));
            let only_modifiers = modifies(&self.before, &old_words) && modifies(&self.after, &new_words);
            let has_name = is_near_name(&self.before, &before, REACH) && is_near_name(&self.after, &after, REACH);
            // Somebody else speaks: "a neighbour said".
            let is_anybody = is_anybody(&self.before, &before) && is_anybody(&self.after, &after);
            let nouns = [(&self.before, &before), (&self.after, &after)]
                .map(|(side, title)| title.end.checked_sub(1).map_or("", |i| side.passage.lower(i)));
            if is_anybody && !share_stem(nouns) {
                continue;
            }
            let names_titles = |side: &Reader<'_>, words: &[usize]| {
                let is_one = |&i: &usize| has_role(side, i, Role::Title) || has_role(side, i, Role::TitleModifier);
                !words.is_empty() && words.iter().all(is_one)
            };
            let only_titles = names_titles(&self.before, &old_words)
                && names_titles(&self.after, &new_words)
                && beside_verb(&self.before, &old).is_none();
            if inside(&old_words, &before) && inside(&new_words, &after) && (has_name || only_modifiers || only_titles)
            {
                let (b, a) = (self.before.passage.slice(&before), self.after.passage.slice(&after));
                let fact = words_fact(ChangeKind::TitleChanged, some(b), some(a));
                self.say(hunk, ChangeKind::TitleChanged, fact);
                self.ground.tell(Some(&old), Some(&new));
            }
        }
    }
}

impl Work<'_, '_> {
    /// A "former" came or went, whatever somebody was.
    fn formerly(&self, old: &[usize], new: &[usize]) -> Option<Fact> {
        let is_former = |side: &Reader<'_>, i: usize| {
            has_role(side, i, Role::TitleModifier) && FORMER.iter().any(|stem| side.passage.lower(i).starts_with(stem))
        };
        let kind = ChangeKind::TitleChanged;
        match (old, new) {
            (&[i], []) if is_former(&self.before, i) => words_fact(kind, Some(self.before.passage.word(i)), None),
            ([], &[i]) if is_former(&self.after, i) => words_fact(kind, None, Some(self.after.passage.word(i))),
            _ => None,
        }
    }
}

/// Whether a title stands with the article of somebody who has not been named: "a neighbour", not "Ada Weber, a teacher".
fn is_anybody(side: &Reader<'_>, title: &Range<usize>) -> bool {
    let article = title.start.checked_sub(1).filter(|&i| ARTICLES.contains(&side.passage.lower(i)));
    article.is_some_and(|i| i == 0 || side.passage.lower(i - 1) != ",")
}

/// Whether two words begin alike: "spokesman", "spokeswoman".
pub(crate) fn share_stem([a, b]: [&str; 2]) -> bool {
    const STEM: usize = 5;
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count() >= STEM
}

/// Indefinite articles.
const ARTICLES: &[&str] =
    &["a", "an", "ein", "eine", "einer", "einem", "einen", "un", "une", "una", "um", "uma", "een"];

/// How words begin that say that somebody is no longer what he was, or not yet.
const FORMER: &[&str] = &[
    "former",
    "acting",
    "outgoing",
    "ex",
    "ehemalig",
    "früher",
    "ancien",
    "antigu",
    "voormalig",
    "бывш",
    "колишн",
    "były",
    "była",
    "byłego",
    "byłej",
    "eski",
    "السابق",
    "antig",
    "amtierend",
];

fn some(text: &str) -> Option<&str> {
    Some(text).filter(|t| !t.is_empty())
}

/// Words of a difference that carry meaning and are not told yet.
fn untold(side: &Reader<'_>, words: &Range<usize>, told: &[bool], language: text::Language) -> Vec<usize> {
    let is_word =
        |i: &usize| side.passage.kind(*i) == TokenKind::Word && !is_function_word(side.passage.lower(*i), language);
    words.clone().filter(is_word).filter(|&i| !told[i]).collect()
}

fn has_role(side: &Reader<'_>, i: usize, role: Role) -> bool {
    let first = side.cues.partition_point(|c| c.words.end <= i);
    side.cues[first..].iter().take_while(|c| c.words.start <= i).any(|c| c.role == role)
}

/// The title that a difference stands in, or next to: its noun, and the words before it. On a side where the difference
/// has no words and no noun stands beside it, an empty stretch: somebody's title came or went.
fn title_around(side: &Reader<'_>, words: &Range<usize>) -> Option<Range<usize>> {
    let reach = words.start.saturating_sub(1)..(words.end + FRONT).min(side.passage.len());
    let nouns = || reach.clone().filter(|&i| has_role(side, i, Role::Title));
    let noun = nouns().find(|&i| i >= words.start).or_else(|| nouns().next());
    let Some(noun) = noun else {
        let beside_name = side.names.iter().any(|n| n.words.start == words.end || n.words.end == words.start);
        return (words.is_empty() && beside_name).then(|| words.clone());
    };
    // Behind its noun only a modifier is part of a title: "ministre délégué".
    if noun < words.start && !words.clone().all(|i| has_role(side, i, Role::TitleModifier)) {
        return None;
    }
    // Nothing but words of the title between the difference and its noun.
    let is_word = |i: usize| side.passage.kind(i) == TokenKind::Word;
    let start = words.start.min(noun);
    if !(start..noun).all(|i| is_word(i) && (words.contains(&i) || !is_connecting(side, i))) {
        return None;
    }
    Some(start..words.end.max(noun + 1))
}

/// A word that parts phrases: a comma does, and so do prepositions.
fn is_connecting(side: &Reader<'_>, i: usize) -> bool {
    matches!(
        side.passage.lower(i),
        "," | "in"
            | "at"
            | "on"
            | "to"
            | "that"
            | "who"
            | "and"
            | "said"
            | "says"
            | "told"
            | "by"
            | "with"
            | "from"
            | "for"
            | "of"
    )
}
