//! Learning what an outlet repeats, from one capture after the other.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::blocks::Judged;
use crate::leaf::Leaf;
use crate::memory::{self, ELSEWHERE, Key, Memory, NoMemory, RESTLESS, Shape};
use crate::tree::Tree;

/// Articles of one generation; two are kept, so a line is judged by the newest 64 to 128 articles.
const GENERATION: u32 = 64;
/// Fewest articles, and their share of all, under which a link stands that is furniture.
const LINK: (u32, u32) = (4, 10);
/// The same of anything else: a sentence of background under every report on one affair is the outlet's text. A
/// third of all that an outlet publishes is not on one affair.
const OTHER: (u32, u32) = (6, 3);
/// Looks at which the lines of a place were others than before, and the share of all looks, that make it restless.
const CHANGES: (u32, u32) = (2, 2);
/// Articles whose last lines are kept to be held against the next look.
const FOLLOWED: usize = 64;
/// Lines of an article, places of an outlet, lines and places of a memory: what is beyond is not learnt.
const MOST_LINES: usize = 200;
const MOST_PLACES: usize = 500;
const MOST_KNOWN: usize = 400;

/// What one capture teaches of its outlet: the lines that the reader takes, or would take without its memory.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lesson(Vec<Line>);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Line {
    text: Key,
    place: Key,
    shape: Shape,
}

impl Lesson {
    pub(crate) fn of(tree: &Tree, leaves: &[Leaf], judged: &[Judged<'_>]) -> Self {
        let remembered = leaves.iter().filter(|l| matches!(l.furniture, Some(ELSEWHERE | RESTLESS)));
        let kept = judged.iter().filter(|j| j.is_kept()).map(|j| j.leaf);
        let line = |leaf: &Leaf| Line {
            text: Key::of(&leaf.text),
            place: memory::place(tree, leaf.node),
            shape: match tree.name(leaf.node) {
                // a subhead is short by nature, and part of the text
                "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if leaf.link_chars == 0 => Shape::Text,
                _ => Shape::of(leaf),
            },
        };
        Self(kept.chain(remembered).take(MOST_LINES).map(line).collect())
    }

    /// Whether there is nothing to learn.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What has been seen of an outlet so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Learner {
    now: Generation,
    before: Generation,
    /// By place: the looks at which its lines were held against those before, and those at which they were others.
    places: BTreeMap<Key, Place>,
    /// The restless lines of the articles seen last, the newest last.
    followed: Vec<(Key, Vec<Line>)>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Generation {
    articles: u32,
    lines: BTreeMap<Key, (Shape, u32)>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Place {
    looks: u32,
    changes: u32,
}

impl Learner {
    /// A learner from its bytes, as [`Self::bytes`] gave them; a new one from none.
    ///
    /// # Errors
    /// When they are something else.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NoMemory> {
        match bytes {
            [] => Ok(Self::default()),
            bytes => serde_json::from_slice(bytes).map_err(|error| NoMemory::because(&error)),
        }
    }

    /// Its bytes: JSON. 89 kB after 127 articles, a quarter of that packed.
    pub fn bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("texts, numbers and lists of them are JSON")
    }

    /// Learns from a capture of an article; `first`: no earlier one was learnt from. In the order of the captures.
    pub fn learn(&mut self, article: &str, first: bool, lesson: &Lesson) {
        if lesson.is_empty() {
            return;
        }
        if first {
            self.count(lesson);
        }
        let article = Key::of(article);
        let lines: Vec<Line> = lesson.0.iter().filter(|line| line.shape != Shape::Text).copied().collect();
        if let Some(at) = self.followed.iter().position(|(known, _)| *known == article) {
            let (_, before) = self.followed.remove(at);
            self.hold_against(&before, &lines);
        }
        if self.followed.len() >= FOLLOWED {
            self.followed.remove(0);
        }
        self.followed.push((article, lines));
    }

    /// Counts the lines of an article that was not seen before. One that mostly says what others say is no other article
    /// but theirs, at another address: what copies have in common is their text.
    fn count(&mut self, lesson: &Lesson) {
        let texts = lesson.0.iter().filter(|line| line.shape == Shape::Text);
        let known =
            |line: &&Line| self.now.lines.contains_key(&line.text) || self.before.lines.contains_key(&line.text);
        if texts.clone().filter(known).count() * 2 > texts.count() {
            return;
        }
        if self.now.articles >= GENERATION {
            self.before = std::mem::take(&mut self.now);
        }
        self.now.articles += 1;
        let mut seen = BTreeSet::new();
        for line in lesson.0.iter().filter(|line| seen.insert(line.text)) {
            self.now.lines.entry(line.text).or_insert((line.shape, 0)).1 += 1;
        }
    }

    /// Two looks at one article: a place is restless where some lines went and others came. Where lines only came
    /// or went, something grew or was cut.
    fn hold_against(&mut self, before: &[Line], after: &[Line]) {
        let by_place = |lines: &[Line]| {
            let mut places: BTreeMap<Key, BTreeSet<Key>> = BTreeMap::new();
            for line in lines {
                places.entry(line.place).or_default().insert(line.text);
            }
            places
        };
        let (before, after) = (by_place(before), by_place(after));
        for (key, texts) in &after {
            let Some(known) = before.get(key) else { continue };
            if self.places.len() >= MOST_PLACES && !self.places.contains_key(key) {
                self.places.retain(|_, place| place.changes > 0);
            }
            let place = self.places.entry(*key).or_default();
            place.looks += 1;
            place.changes += u32::from(known.difference(texts).count() > 0 && texts.difference(known).count() > 0);
        }
    }

    /// What is certain enough by now, to be published as an epoch.
    pub fn memory(&self) -> Memory {
        let articles = self.now.articles + self.before.articles;
        let mut lines: BTreeMap<Key, (Shape, u32)> = self.now.lines.clone();
        for (key, (shape, count)) in &self.before.lines {
            lines.entry(*key).or_insert((*shape, 0)).1 += count;
        }
        let is_furniture = |(shape, count): &(Shape, u32)| {
            let (fewest, share) = if *shape == Shape::Link { LINK } else { OTHER };
            *count >= fewest && count * share >= articles
        };
        let mut lines: Vec<(u32, Key)> =
            lines.into_iter().filter(|(_, l)| is_furniture(l)).map(|(key, (_, count))| (count, key)).collect();
        lines.sort_unstable_by(|a, b| b.cmp(a));
        let restless = |place: &Place| place.changes >= CHANGES.0 && place.changes * CHANGES.1 >= place.looks;
        let places = self.places.iter().filter(|(_, place)| restless(place)).map(|(key, _)| *key);
        Memory::of(lines.into_iter().map(|(_, key)| key).take(MOST_KNOWN).collect(), places.take(MOST_KNOWN).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lesson(lines: &[(&str, &str, Shape)]) -> Lesson {
        let line = |(text, place, shape): &(&str, &str, Shape)| Line {
            text: Key::of(text),
            place: Key::of(place),
            shape: *shape,
        };
        Lesson(lines.iter().map(line).collect())
    }

    /// How many of `articles` show a line, and whether it is furniture then.
    #[test]
    fn what_many_articles_show_is_furniture_and_what_some_reports_share_is_text() {
        for (shape, shown, articles, wanted) in [
            (Shape::Link, 3, 3, false),
            (Shape::Link, 4, 4, true),
            (Shape::Link, 4, 40, true),
            (Shape::Link, 4, 41, false),
            (Shape::Text, 5, 5, false),
            (Shape::Text, 6, 18, true),
            (Shape::Text, 6, 19, false),
            (Shape::Line, 6, 19, false),
            (Shape::Text, 96, 192, true),
        ] {
            let mut learner = Learner::default();
            for n in 0..articles {
                let own = format!("own {n}");
                let mut lines = vec![(own.as_str(), "p", Shape::Text)];
                if n % (articles / shown) == 0 && n / (articles / shown) < shown {
                    lines.push(("shared", "p", shape));
                }
                learner.learn(&format!("a{n}"), true, &lesson(&lines));
            }
            let memory = learner.memory();
            assert_eq!(memory.epoch().is_some(), wanted, "{shape:?}: {shown} of {articles}");
        }
    }

    #[test]
    fn a_place_is_restless_when_its_lines_are_others_at_every_second_look() {
        for (looks, wanted) in [
            (&["1 share", "2 shares", "3 shares"][..], true),
            (&["1 share", "2 shares"], false),
            (&["Kicker", "Kicker", "Kicker", "Kicker", "Other", "Third"], false),
            (&["Kicker", "Other", "Other", "Third"], true),
        ] {
            let mut learner = Learner::default();
            for (n, look) in looks.iter().enumerate() {
                learner.learn("a", n == 0, &lesson(&[(look, "div.x", Shape::Line), ("Text.", "p", Shape::Text)]));
            }
            assert_eq!(learner.memory().epoch().is_some(), wanted, "{looks:?}");
        }
    }

    #[test]
    fn what_copies_of_one_article_have_in_common_is_their_text() {
        let mut learner = Learner::default();
        for n in 0..40 {
            let copied = [("One.", "p", Shape::Text), ("Two.", "p", Shape::Text), ("Read on", "a", Shape::Link)];
            learner.learn(&format!("a{n}"), true, &lesson(&copied));
        }
        assert_eq!(learner.memory().epoch(), None);
    }

    #[test]
    fn what_grows_is_not_restless() {
        let mut learner = Learner::default();
        for n in 1..9 {
            let entries: Vec<String> = (0..n).map(|i| format!("14:{i:02}")).collect();
            let lines: Vec<_> = entries.iter().map(|e| (e.as_str(), "p.time", Shape::Line)).collect();
            learner.learn("a", n == 1, &lesson(&lines));
        }
        assert_eq!(learner.memory().epoch(), None);
    }

    #[test]
    fn what_it_has_learnt_comes_back_from_its_bytes() {
        let mut learner = Learner::default();
        for n in 0..100 {
            let own = format!("own {n}");
            learner.learn(&own, true, &lesson(&[(&own, "p", Shape::Text), ("Sign up", "p", Shape::Line)]));
        }
        let bytes = learner.bytes();
        let again = Learner::from_bytes(&bytes).unwrap();
        assert_eq!(again, learner);
        let memory = again.memory();
        assert_eq!(Memory::from_bytes(memory.bytes()).unwrap().epoch(), memory.epoch());
        assert!(memory.bytes().len() < 200 && bytes.len() < 10_000, "{} {}", memory.bytes().len(), bytes.len());
    }

    #[test]
    fn bytes_that_are_no_memory_are_refused() {
        for bytes in [&b"[]"[..], b"{", b"{\"format\":2,\"lines\":[],\"places\":[]}", b"{\"format\":1}"] {
            assert!(Memory::from_bytes(bytes).is_err());
        }
        assert_eq!(Memory::from_bytes(b"").unwrap().epoch(), None);
    }
}
