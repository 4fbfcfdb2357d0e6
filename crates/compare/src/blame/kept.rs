//! What a change leaves of a text: which word was which, and which sentences it touches.

use std::collections::{HashMap, VecDeque};
use std::ops::Range;

use news::{Change, ChangeKind, Class, Hunk, Op};

use super::sheet::{Block, Sheet, Word};
use crate::{Circumstances, plain};

/// How a change touches a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Touch {
    Not,
    Cosmetic,
    Words,
}

/// What is kept of an earlier text in a later one.
pub struct Kept {
    /// For every word of the later text the word that it was in the earlier one.
    pub from: Vec<Option<usize>>,
    /// How the sentences of the earlier text are touched.
    pub before: Vec<Touch>,
    /// How those of the later one are.
    pub after: Vec<Touch>,
}

/// A hunk, or what is left of it once moved blocks are taken out.
struct Edit {
    before: Range<usize>,
    after: Range<usize>,
    touch: Touch,
}

impl Kept {
    pub fn by(change: &Change, old: &Sheet, new: &Sheet) -> Self {
        let mut kept = Self {
            from: vec![None; new.words.len()],
            before: vec![Touch::Not; old.sentences.len()],
            after: vec![Touch::Not; new.sentences.len()],
        };
        let edits: Vec<Edit> = change.hunks.iter().map(|hunk| Edit::of(hunk, (0, 0))).collect();
        kept.pair(&edits, (old, 0..old.words.len(), 0), (new, 0..new.words.len(), 0));
        let moved = moved(change, old, new);
        kept.touch(&beside(edits, &moved), old, new);
        for (from, to) in moved {
            kept.follow(from, to, old, new);
        }
        kept.pair_whole(old, new);
        kept
    }

    /// Pairs words that stand between two edits, and those inside one that only looks otherwise.
    fn pair(
        &mut self,
        edits: &[Edit],
        (old, old_words, old_start): (&Sheet, Range<usize>, usize),
        (new, new_words, new_start): (&Sheet, Range<usize>, usize),
    ) {
        let (mut b, mut a) = (old_start, new_start);
        let (mut o, mut n) = (old_words.start, new_words.start);
        let ends = edits.iter().map(|e| e.after.start).chain([usize::MAX]);
        let next = edits.iter().map(|e| (e.before.end, e.after.end)).chain([(0, 0)]);
        for (end, next) in ends.zip(next) {
            while let Some(word) = new.words[..new_words.end].get(n).filter(|w| w.at.start < end) {
                if word.at.start >= a && word.at.end <= end {
                    let place = word.at.start - a + b..word.at.end - a + b;
                    while o < old_words.end && old.words[o].at.start < place.start {
                        o += 1;
                    }
                    let is_it = o < old_words.end && old.words[o].at == place;
                    self.from[n] = is_it.then_some(o);
                }
                n += 1;
            }
            (b, a) = next;
        }
        for edit in edits {
            self.pair_inside(edit, &old.words, &new.words);
        }
    }

    fn pair_inside(&mut self, edit: &Edit, old: &[Word], new: &[Word]) {
        let before = touching(&edit.before, old.len(), |i| &old[i].at);
        let after = touching(&edit.after, new.len(), |i| &new[i].at);
        let keys = |words: &[Word]| words.iter().map(|w| w.key).collect::<Vec<_>>();
        if keys(&old[before.clone()]) == keys(&new[after.clone()]) {
            after.zip(before).for_each(|(n, o)| self.from[n] = Some(o));
        }
    }

    fn touch(&mut self, edits: &[Edit], old: &Sheet, new: &Sheet) {
        for edit in edits {
            let before = touching(&edit.before, old.sentences.len(), |i| &old.sentences[i].at);
            let after = touching(&edit.after, new.sentences.len(), |i| &new.sentences[i].at);
            self.before[before].iter_mut().for_each(|touch| *touch = edit.touch.max(*touch));
            self.after[after].iter_mut().for_each(|touch| *touch = edit.touch.max(*touch));
        }
    }

    /// A block that stands elsewhere: its words are paired, and what changed in it besides is an edit.
    fn follow(&mut self, from: &Block, to: &Block, old: &Sheet, new: &Sheet) {
        let one = |block: &Block| plain(None, None, &block.text);
        let change = match from.text == to.text {
            true => Change::default(),
            false => crate::compare(&one(from), &one(to), &Circumstances::default()),
        };
        let edits: Vec<Edit> = change.hunks.iter().map(|h| Edit::of(h, (from.at.start, to.at.start))).collect();
        self.pair(&edits, (old, from.words.clone(), from.at.start), (new, to.words.clone(), to.at.start));
        self.touch(&edits, old, new);
    }

    /// A sentence that is touched on both sides and says the same, word for word, is that sentence, wherever the hunks
    /// were cut: "It rained. It [snowed. It] stopped."
    fn pair_whole(&mut self, old: &Sheet, new: &Sheet) {
        let mut whole: HashMap<&str, VecDeque<usize>> = HashMap::new();
        for (index, sentence) in old.sentences.iter().enumerate().filter(|(i, _)| self.before[*i] != Touch::Not) {
            whole.entry(&sentence.text).or_default().push_back(index);
        }
        let mut taken = vec![false; old.words.len()];
        let mut pairs = Vec::new();
        for (index, sentence) in new.sentences.iter().enumerate().filter(|(i, _)| self.after[*i] != Touch::Not) {
            let Some(same) = whole.get_mut(sentence.text.as_str()).and_then(VecDeque::pop_front) else { continue };
            taken[old.sentences[same].words.clone()].fill(true);
            pairs.push((same, index));
        }
        self.from.iter_mut().filter(|from| from.is_some_and(|word| taken[word])).for_each(|from| *from = None);
        for (same, index) in pairs {
            let words = new.sentences[index].words.clone();
            words.zip(old.sentences[same].words.clone()).for_each(|(n, o)| self.from[n] = Some(o));
            (self.before[same], self.after[index]) = (Touch::Not, Touch::Not);
        }
    }
}

impl Edit {
    fn of(hunk: &Hunk, (before, after): (usize, usize)) -> Self {
        let is_space = |text: &str| text.trim().is_empty();
        let cosmetic = is_cosmetic(&hunk.kinds) || (is_space(&hunk.before) && is_space(&hunk.after));
        Self {
            before: hunk.before_start + before..hunk.before_end + before,
            after: hunk.after_start + after..hunk.after_end + after,
            touch: if cosmetic { Touch::Cosmetic } else { Touch::Words },
        }
    }
}

/// Whether a hunk is typesetting alone. Beside that, its types may say where it stands: in the standfirst, in a notice.
fn is_cosmetic(kinds: &[ChangeKind]) -> bool {
    let is = |kind: &ChangeKind| matches!(kind, ChangeKind::Cosmetic | ChangeKind::HeadlineCosmetic);
    let is_place = |kind: &ChangeKind| *kind == ChangeKind::StandfirstChanged || kind.class() == Class::Disclosure;
    kinds.iter().any(is) && kinds.iter().all(|kind| is(kind) || is_place(kind))
}

/// The blocks that moved, before and after.
fn moved<'a>(change: &Change, old: &'a Sheet, new: &'a Sheet) -> Vec<(&'a Block, &'a Block)> {
    let rows = change.paragraphs.iter().filter(|row| row.op == Op::Moved);
    let pairs = rows.flat_map(|row| row.before.iter().zip(&row.after));
    pairs.filter_map(|(&from, &to)| block(old, from).zip(block(new, to))).collect()
}

fn block(sheet: &Sheet, index: usize) -> Option<&Block> {
    sheet.blocks.binary_search_by_key(&index, |block| block.index).ok().map(|i| &sheet.blocks[i])
}

/// The edits without those that only say that a block went where it stood and came where it stands.
fn beside(edits: Vec<Edit>, moved: &[(&Block, &Block)]) -> Vec<Edit> {
    let mut gone: Vec<&Range<usize>> = moved.iter().map(|(from, _)| &from.at).collect();
    let mut come: Vec<&Range<usize>> = moved.iter().map(|(_, to)| &to.at).collect();
    gone.sort_unstable_by_key(|at| at.start);
    come.sort_unstable_by_key(|at| at.start);
    let is_of = |range: &Range<usize>, moved: &[&Range<usize>]| {
        !range.is_empty() && !touching(range, moved.len(), |i| moved[i]).is_empty()
    };
    edits.into_iter().filter(|edit| !is_of(&edit.before, &gone) && !is_of(&edit.after, &come)).collect()
}

/// Which of `count` ranges, in order and apart, share something with `range`; an empty one touches that which it stands
/// inside.
fn touching<'a>(range: &Range<usize>, count: usize, at: impl Fn(usize) -> &'a Range<usize>) -> Range<usize> {
    let first = partition(count, |i| at(i).end <= range.start);
    let last = partition(count, |i| at(i).start < range.end);
    first..last.max(first)
}

/// How many of the first indexes hold; they stand before all others.
fn partition(count: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) { low = middle + 1 } else { high = middle }
    }
    low
}
