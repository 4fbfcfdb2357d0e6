//! A version's text, cut where the history of its sentences is another.

use std::num::NonZeroU32;

use news::{Blame, BlockKind, Reading, Sentence, Timeline, Timestamp};

/// Neighbours in a text, of one history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch<'a> {
    /// The first of its sentences; `None`: what stands beside the text (byline, caption, table, embed).
    pub first: Option<&'a Sentence>,
    /// What it says.
    pub pieces: Vec<Piece>,
}

/// A block, or a part of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it is part of.
    pub spot: Spot,
    /// Its text.
    pub text: String,
    /// Whether the block has begun before, with sentences of another history.
    pub goes_on: bool,
}

/// What a piece of a text is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    Headline,
    Standfirst,
    Byline,
    Block(BlockKind),
}

/// How many shades there are for versions after the first.
pub const SHADES: usize = 4;

/// Cuts a reading into stretches; joined again they give the whole text, white space between sentences included.
pub fn stretches<'a>(reading: &Reading, blame: &'a Blame) -> Vec<Stretch<'a>> {
    let mut cut = Cut { sentences: &blame.sentences, found: Vec::new() };
    let head = |text: &Option<String>| text.clone().unwrap_or_default();
    cut.block(0, Spot::Headline, &head(&reading.headline));
    cut.block(1, Spot::Standfirst, &head(&reading.standfirst));
    if !reading.bylines.is_empty() {
        cut.beside(Spot::Byline, &reading.bylines.join(", "));
    }
    for (index, block) in (2..).zip(&reading.body) {
        match block.kind.is_text() {
            true => cut.block(index, Spot::Block(block.kind), &block.text),
            false => cut.beside(Spot::Block(block.kind), &block.text),
        }
    }
    cut.found
}

struct Cut<'a> {
    /// Those that were not set yet.
    sentences: &'a [Sentence],
    found: Vec<Stretch<'a>>,
}

impl<'a> Cut<'a> {
    fn beside(&mut self, spot: Spot, text: &str) {
        let piece = Piece { spot, text: text.to_owned(), goes_on: false };
        match self.found.last_mut().filter(|last| last.first.is_none()) {
            Some(last) => last.pieces.push(piece),
            None => self.found.push(Stretch { first: None, pieces: vec![piece] }),
        }
    }

    fn block(&mut self, index: usize, spot: Spot, text: &str) {
        let own = self.sentences.iter().take_while(|s| s.block == index).count();
        let (own, rest) = self.sentences.split_at(own);
        self.sentences = rest;
        let mut left = text;
        for (n, sentence) in own.iter().enumerate() {
            let end = left.find(sentence.text.as_str()).map(|from| from + sentence.text.len());
            let (said, after) = end.map_or((sentence.text.as_str(), left), |end| left.split_at(end));
            left = after;
            self.sentence(sentence, spot, said, n > 0);
        }
    }

    fn sentence(&mut self, sentence: &'a Sentence, spot: Spot, said: &str, goes_on: bool) {
        let alike = |stretch: &&mut Stretch<'a>| stretch.first.is_some_and(|first| first.is_alike(sentence));
        let piece = || Piece { spot, text: said.trim_start().to_owned(), goes_on };
        match self.found.last_mut().filter(alike) {
            Some(last) => match last.pieces.last_mut().filter(|_| goes_on) {
                Some(piece) => piece.text.push_str(said),
                None => last.pieces.push(piece()),
            },
            None => self.found.push(Stretch { first: Some(sentence), pieces: vec![piece()] }),
        }
    }
}

/// How recent a version is among those that brought sentences of this text: 0 the first that was followed, then 1 to
/// [`SHADES`], the newest the last.
pub fn shade(blame: &Blame, number: NonZeroU32) -> usize {
    let mut later: Vec<NonZeroU32> = blame.sentences.iter().filter(|s| s.is_new).map(|s| s.brought).collect();
    later.sort_unstable();
    later.dedup();
    match later.iter().position(|n| *n == number) {
        Some(at) => SHADES - (later.len() - 1 - at) * SHADES / later.len(),
        None => 0,
    }
}

/// Where a version stands among those that were followed: the one before it, if there is one.
pub fn before(blame: &Blame, number: NonZeroU32) -> Option<NonZeroU32> {
    let at = blame.versions.iter().position(|n| *n == number)?;
    at.checked_sub(1).map(|at| blame.versions[at])
}

/// When a version was first seen.
pub fn first_seen(timeline: &Timeline, number: NonZeroU32) -> Option<Timestamp> {
    timeline.versions.iter().find(|v| v.number == number).map(|v| v.first_seen)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(block: usize, text: &str, brought: u32) -> Sentence {
        let brought = NonZeroU32::new(brought).expect("from 1");
        Sentence {
            block,
            kind: None,
            text: text.into(),
            brought,
            is_new: brought.get() > 1,
            changed: vec![],
            cosmetic: vec![],
            away: vec![],
        }
    }

    #[test]
    fn a_text_is_cut_where_the_history_changes_and_nothing_is_lost() {
        let block = |kind, text: &str| news::Block { kind, text: text.into() };
        let body = vec![
            block(BlockKind::Paragraph, "One here. Two there."),
            block(BlockKind::Caption, "A picture"),
            block(BlockKind::List, "Three\nFour。Five。"),
        ];
        let reading = Reading { headline: Some("Head".into()), body, ..Reading::default() };
        let said = [
            (0, "Head", 1),
            (2, "One here.", 1),
            (2, "Two there.", 2),
            (4, "Three", 2),
            (4, "Four。", 2),
            (4, "Five。", 3),
        ];
        let sentences = said.map(|(block, text, brought)| sentence(block, text, brought)).to_vec();
        let number = |n| NonZeroU32::new(n).expect("from 1");
        let blame = Blame { version: number(3), versions: [1, 2, 3].map(number).into(), sentences, gone: vec![] };
        let cut = stretches(&reading, &blame);
        let told: Vec<(u32, Vec<(&str, bool)>)> = cut
            .iter()
            .map(|s| {
                let brought = s.first.map_or(0, |first| first.brought.get());
                (brought, s.pieces.iter().map(|p| (p.text.as_str(), p.goes_on)).collect())
            })
            .collect();
        let want = [
            (1, vec![("Head", false), ("One here.", false)]),
            (2, vec![("Two there.", true)]),
            (0, vec![("A picture", false)]),
            (2, vec![("Three\nFour。", false)]),
            (3, vec![("Five。", true)]),
        ];
        assert_eq!(told, want);
        assert_eq!([1, 2, 3].map(|n| shade(&blame, number(n))), [0, 2, 4]);
        assert_eq!(before(&blame, number(3)), Some(number(2)));
        assert_eq!(before(&blame, number(1)), None);
    }
}
