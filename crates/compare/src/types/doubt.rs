//! Doubt and denial that came or went.

use std::ops::Range;

use news::ChangeKind;
use text::{Cue, Language, Role, are_opposites, denials, doubts, is_negation, is_opposite};

use super::{Reader, Work, overlap, words_fact};
use crate::pairing::Thing;

/// Words and marks of a difference with a negation in it, at most: in a longer one the statement is another.
const FLIP_WORDS: usize = 10;

/// What a negation before it denies nothing with: "not only".
const ONLY: &[&str] = &[
    "only",
    "just",
    "merely",
    "simply",
    "nur",
    "bloß",
    "allein",
    "seulement",
    "uniquement",
    "solo",
    "sólo",
    "solamente",
    "soltanto",
    "só",
    "apenas",
    "somente",
    "alleen",
    "slechts",
    "только",
    "лише",
    "тільки",
    "tylko",
    "yalnızca",
    "sadece",
];

impl Work<'_, '_> {
    pub(super) fn doubt(&mut self) {
        self.hedges();
        self.negations();
        self.opposites();
        self.bare_negations();
    }

    /// "were confirmed" became "were not confirmed": where a word that denies is all that differs, nothing else is told,
    /// whatever phrase it makes.
    fn bare_negations(&mut self) {
        for hunk in 0..self.typed.len() {
            let (old, new) = (self.ground.before[hunk].clone(), self.ground.after[hunk].clone());
            let (side, word) = match (old.len(), new.len()) {
                (1, 0) => (&self.before, old.start),
                (0, 1) => (&self.after, new.start),
                _ => continue,
            };
            let typed = &self.typed[hunk].kinds;
            if typed.contains(&ChangeKind::NegationFlip) || !typed.iter().all(|k| is_hedge(*k)) || typed.is_empty() {
                continue;
            }
            if is_negation(side.passage.lower(word), self.context.language) {
                let word = Some(side.passage.word(word).to_owned());
                let (before, after) = if new.is_empty() { (word, None) } else { (None, word) };
                self.typed[hunk] = super::Typed::default();
                let fact = words_fact(ChangeKind::NegationFlip, before.as_deref(), after.as_deref());
                self.say(hunk, ChangeKind::NegationFlip, fact);
            }
        }
    }

    fn hedges(&mut self) {
        if self.context.language == Language::Other {
            return self.pieces_of_doubt();
        }
        let all = |side: &Reader<'_>| -> Vec<Cue> { side.told(&[Role::Hedge]).cloned().collect() };
        let (old, new) = (all(&self.before), all(&self.after));
        let matches = self.ground.matches(&things(&self.before, &old), &things(&self.after, &new));
        for found in matches {
            let (before, after) = (found.before.map(|i| &old[i]), found.after.map(|i| &new[i]));
            let kind = match (before, after) {
                (Some(_), None) => ChangeKind::HedgeRemoved,
                (None, Some(_)) => ChangeKind::HedgeAdded,
                _ => continue, // another word for the same doubt
            };
            // "can" in the past, or "couldn't" without its "not": what was possible, not what is doubted.
            let is_can = |side: &Reader<'_>, words: &Range<usize>| {
                words.clone().any(|i| {
                    matches!(side.passage.lower(i), "can" | "cannot")
                        || side.passage.lower(i).starts_with("could")
                        || side.passage.lower(i).starts_with("can'")
                        || side.passage.lower(i).starts_with("can’")
                })
            };
            let is_could = |side: &Reader<'_>, cue: Option<&Cue>| {
                cue.is_some_and(|c| side.passage.lower(c.words.start) == "could")
            };
            if is_could(&self.before, before) && is_can(&self.after, &self.ground.after[found.hunk])
                || is_could(&self.after, after) && is_can(&self.before, &self.ground.before[found.hunk])
            {
                continue;
            }
            let words = |side: &Reader<'_>, cue: Option<&Cue>| cue.map(|c| side.passage.slice(&c.words).to_owned());
            let fact = words_fact(kind, words(&self.before, before).as_deref(), words(&self.after, after).as_deref());
            self.say(found.hunk, kind, fact);
            self.ground.tell(before.map(|c| &c.words), after.map(|c| &c.words));
        }
    }

    fn negations(&mut self) {
        if self.context.language == Language::Other {
            return self.pieces_of_denial();
        }
        let all = |side: &Reader<'_>| -> Vec<Cue> {
            let denies = |c: &&Cue| c.role == Role::Negation && !ONLY.contains(&side.passage.lower(c.words.end));
            side.cues.iter().filter(denies).cloned().collect()
        };
        let (old, new) = (all(&self.before), all(&self.after));
        let matches = self.ground.matches(&things(&self.before, &old), &things(&self.after, &new));
        for hunk in 0..self.typed.len() {
            let lone: Vec<_> =
                matches.iter().filter(|m| m.hunk == hunk && m.before.is_some() != m.after.is_some()).collect();
            let size = self.ground.before[hunk].len().max(self.ground.after[hunk].len());
            if lone.len() % 2 == 0 || size > FLIP_WORDS {
                continue;
            }
            let (before, after) = (lone[0].before.map(|i| &old[i]), lone[0].after.map(|i| &new[i]));
            // "no deaths", "0 deaths"
            let is_nought = |side: &Reader<'_>, words: &Range<usize>| {
                side.numbers.iter().any(|n| n.value == 0.0 && overlap(&n.words, words))
            };
            if is_nought(&self.before, &self.ground.before[hunk]) || is_nought(&self.after, &self.ground.after[hunk]) {
                self.typed[hunk] = super::Typed { kinds: vec![ChangeKind::CosmeticNumber], facts: Vec::new() };
                self.ground.close(hunk);
                continue;
            }
            let words = |side: &Reader<'_>, cue: Option<&Cue>| cue.map(|c| side.passage.slice(&c.words).to_owned());
            let kind = ChangeKind::NegationFlip;
            let fact = words_fact(kind, words(&self.before, before).as_deref(), words(&self.after, after).as_deref());
            self.say(hunk, kind, fact);
            self.ground.tell(before.map(|c| &c.words), after.map(|c| &c.words));
        }
    }

    /// In languages without known words, pieces of words cast doubt.
    fn pieces_of_doubt(&mut self) {
        for hunk in (0..self.typed.len()).filter(|&hunk| !self.ground.is_closed(hunk)).collect::<Vec<_>>() {
            let old = doubts(around(&self.before, &self.ground.before[hunk]));
            let new = doubts(around(&self.after, &self.ground.after[hunk]));
            let size = self.ground.before[hunk].len().max(self.ground.after[hunk].len());
            let kind = if old < new { ChangeKind::HedgeAdded } else { ChangeKind::HedgeRemoved };
            if old != new && size <= FLIP_WORDS {
                let words = |side: &Reader<'_>, words: &Range<usize>| {
                    Some(side.passage.slice(words).to_owned()).filter(|text| !text.is_empty())
                };
                let (before, after) =
                    (words(&self.before, &self.ground.before[hunk]), words(&self.after, &self.ground.after[hunk]));
                let (before, after) = if old < new { (None, after) } else { (before, None) };
                self.say(hunk, kind, words_fact(kind, before.as_deref(), after.as_deref()));
            }
        }
    }

    /// In languages without known words, a syllable or character denies.
    fn pieces_of_denial(&mut self) {
        for hunk in 0..self.typed.len() {
            let old = denials(around(&self.before, &self.ground.before[hunk]));
            let new = denials(around(&self.after, &self.ground.after[hunk]));
            let size = self.ground.before[hunk].len().max(self.ground.after[hunk].len());
            if (old + new) % 2 == 1 && size <= FLIP_WORDS && !self.ground.is_closed(hunk) {
                self.say(hunk, ChangeKind::NegationFlip, None);
            }
        }
    }

    /// "legal" became "illegal", "rose" "fell".
    fn opposites(&mut self) {
        for hunk in 0..self.typed.len() {
            let (old, new) = (self.ground.before[hunk].clone(), self.ground.after[hunk].clone());
            if old.len() != new.len() || old.len() > FLIP_WORDS || self.ground.is_closed(hunk) {
                continue;
            }
            let words = old.clone().zip(new.clone());
            let mut pairs = words.map(|(b, a)| (self.before.passage.word(b), self.after.passage.word(a)));
            let found = match old.len() {
                1 => pairs.find(|(b, a)| is_opposite(b, a) || are_opposites(b, a)),
                _ => pairs.find(|(b, a)| are_opposites(b, a)),
            };
            if let Some((b, a)) = found {
                let fact = words_fact(ChangeKind::NegationFlip, Some(b), Some(a));
                self.say(hunk, ChangeKind::NegationFlip, fact);
                self.ground.tell(Some(&old), Some(&new));
            }
        }
    }
}

/// Some words with those next to them: a syllable that denies may be cut by a difference.
fn around<'a>(side: &Reader<'a>, words: &Range<usize>) -> &'a str {
    const BESIDE: usize = 2;
    let end = (words.end + BESIDE).min(side.passage.len());
    side.passage.slice(&(words.start.saturating_sub(BESIDE).min(end)..end))
}

const fn is_hedge(kind: ChangeKind) -> bool {
    matches!(kind, ChangeKind::HedgeAdded | ChangeKind::HedgeRemoved)
}

fn things(side: &Reader<'_>, cues: &[Cue]) -> Vec<Thing> {
    let key = |c: &Cue| side.passage.slice(&c.words).to_lowercase();
    cues.iter().map(|c| Thing { words: c.words.clone(), key: key(c) }).collect()
}
