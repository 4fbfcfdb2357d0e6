//! Words inside a changed block: which stretches of two texts differ.

use std::collections::HashMap;
use std::ops::Range;

use text::{Token, TokenKind, tokens};

use crate::edits::{Edit, edits};

/// A stretch that differs, in bytes of both texts. What lies between two spans is equal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Span {
    pub before: Range<usize>,
    pub after: Range<usize>,
}

/// Returns where two texts differ, in order: whole words, numbers and marks, or the white space
/// between them.
///
/// Myers on words and marks (white space apart), then two things that make it read well: runs
/// that could stand in several places stand where a sentence or clause begins, and differences
/// parted by one or two small words become one.
pub(crate) fn spans(before: &str, after: &str) -> Vec<Span> {
    let (old, new) = (Words::of(before), Words::of(after));
    let (old_ids, new_ids) = ids(&old, &new);
    let mut edits = edits(&old_ids, &new_ids);
    slide(&mut edits, (&old, &old_ids), (&new, &new_ids));
    located(&grouped(edits, &old, &new), &old, &new)
}

/// The words, numbers and marks of a text.
struct Words<'a> {
    text: &'a str,
    tokens: Vec<Token>,
}

impl<'a> Words<'a> {
    fn of(text: &'a str) -> Self {
        let mut tokens = tokens(text);
        tokens.retain(|t| t.kind != TokenKind::Space);
        join_units(text, &mut tokens);
        Self { text, tokens }
    }

    /// How many of some are words or numbers.
    fn words(&self, range: &Range<usize>) -> usize {
        self.tokens[range.clone()].iter().filter(|t| t.kind != TokenKind::Mark).count()
    }

    fn word(&self, i: usize) -> &'a str {
        self.tokens[i].of(self.text)
    }

    /// The byte where the white space before word `i` begins.
    fn end_before(&self, i: usize) -> usize {
        if i == 0 { 0 } else { self.tokens[i - 1].end }
    }

    /// The byte where word `i` begins; the text's end if there is none.
    fn start_of(&self, i: usize) -> usize {
        self.tokens.get(i).map_or(self.text.len(), |t| t.start)
    }

    fn bytes(&self, words: &Range<usize>) -> usize {
        self.tokens[words.clone()].iter().map(|t| t.end - t.start).sum()
    }

    /// How well a difference may begin or end before word `i`.
    fn border(&self, i: usize) -> u32 {
        let white = &self.text[self.end_before(i)..self.start_of(i)];
        if i == 0 || i == self.tokens.len() || white.contains('\n') {
            return 4;
        }
        let last = self.word(i - 1).chars().next_back();
        match last {
            Some('。' | '！' | '？') => 3,
            _ if white.is_empty() => 0,
            Some('.' | '!' | '?' | '…' | '؟' | '۔' | '।') => 3,
            _ if self.tokens[i - 1].kind == TokenKind::Mark => 2,
            _ => 1,
        }
    }
}

/// Makes one of a number and the magnitude or unit behind it: "5 million", "3 %", "2:30 p.m".
fn join_units(text: &str, tokens: &mut Vec<Token>) {
    tokens.dedup_by(|next, last| {
        let is_unit = last.kind == TokenKind::Number
            && next.kind != TokenKind::Number
            && next.start - last.end <= 2
            && next.start > last.end
            && text::is_unit(next.of(text));
        if is_unit {
            last.end = next.end;
        }
        is_unit
    });
}

/// Numbers for words: equal words have equal numbers.
fn ids(old: &Words<'_>, new: &Words<'_>) -> (Vec<u32>, Vec<u32>) {
    let mut known: HashMap<&str, u32> = HashMap::new();
    let mut number = |word| {
        let next = known.len() as u32;
        *known.entry(word).or_insert(next)
    };
    let old_ids = (0..old.tokens.len()).map(|i| number(old.word(i))).collect();
    let new_ids = (0..new.tokens.len()).map(|i| number(new.word(i))).collect();
    (old_ids, new_ids)
}

/// Moves each pure insertion or removal to where it reads best, among the places where it could
/// stand as well ("x. y. z." less "y." rather than less ". y").
fn slide(edits: &mut [Edit], old: (&Words<'_>, &[u32]), new: (&Words<'_>, &[u32])) {
    for i in 0..edits.len() {
        let floor = if i == 0 { 0 } else { edits[i - 1].after.end };
        let floor_before = if i == 0 { 0 } else { edits[i - 1].before.end };
        let edit = edits[i].clone();
        let ((words, ids), run, floor) = match (edit.before.is_empty(), edit.after.is_empty()) {
            (true, false) => (new, edit.after.clone(), floor),
            (false, true) => (old, edit.before.clone(), floor_before),
            _ => continue,
        };
        let next =
            edits.get(i + 1).map(|next| if edit.before.is_empty() { next.after.start } else { next.before.start });
        let ceiling = next.unwrap_or(ids.len());
        let left = (1..=run.start - floor).take_while(|k| ids[run.start - k] == ids[run.end - k]).count();
        let right = (0..ceiling - run.end).take_while(|k| ids[run.start + k] == ids[run.end + k]).count();
        let score = |start: usize| words.border(start) + words.border(start + run.len());
        let best = (run.start - left..=run.start + right).max_by_key(|&start| score(start)).unwrap_or(run.start);
        let shifted = |r: &Range<usize>| r.start + best - run.start..r.end + best - run.start;
        edits[i] = Edit { before: shifted(&edit.before), after: shifted(&edit.after) };
    }
}

/// Equal words between two differences, at most, that may be drawn into them. ANALYSIS 3.1.
const BRIDGE_WORDS: usize = 2;
/// Joined differences show at most one word more for this many that differ.
const PER_WORD_MORE: usize = 4;

/// Joins differences that are parted by so little that two would read worse than one: by marks alone, or by one or two
/// words of a clause, the cheapest first, as long as a quarter more words than differ are shown.
fn grouped(edits: Vec<Edit>, old: &Words<'_>, new: &Words<'_>) -> Vec<Edit> {
    let shown: usize = edits.iter().map(|e| old.words(&e.before) + new.words(&e.after)).sum();
    let mut left = shown / PER_WORD_MORE;
    let mut joins: Vec<bool> = edits.windows(2).map(|pair| is_close(&pair[0], &pair[1], old, new)).collect();
    let cost = |i: usize| 2 * old.words(&(edits[i].before.end..edits[i + 1].before.start));
    let mut bridges: Vec<(usize, usize)> = (0..joins.len())
        .filter(|&i| !joins[i] && is_bridge(&edits[i], &edits[i + 1], old, new))
        .map(|i| (cost(i), i))
        .collect();
    bridges.sort_unstable();
    for (cost, i) in bridges {
        if cost <= left {
            left -= cost;
            joins[i] = true;
        }
    }
    let mut groups: Vec<Edit> = Vec::with_capacity(edits.len());
    for (i, edit) in edits.into_iter().enumerate() {
        match groups.last_mut().filter(|_| joins[i - 1]) {
            Some(last) => (last.before.end, last.after.end) = (edit.before.end, edit.after.end),
            None => groups.push(edit),
        }
    }
    groups
}

/// Whether nothing but a mark or two stands between two differences, no longer than the smaller of them.
fn is_close(last: &Edit, edit: &Edit, old: &Words<'_>, new: &Words<'_>) -> bool {
    let bridge = last.before.end..edit.before.start;
    let size = |e: &Edit| old.bytes(&e.before).max(new.bytes(&e.after));
    let is_short =
        bridge.len() <= BRIDGE_WORDS && old.words(&bridge) == 0 && old.bytes(&bridge) <= size(last).min(size(edit));
    bridge.is_empty() || (is_short && is_typesetting(last, old, new) == is_typesetting(edit, old, new))
}

/// Whether one or two words inside a sentence stand between two differences of words.
fn is_bridge(last: &Edit, edit: &Edit, old: &Words<'_>, new: &Words<'_>) -> bool {
    let bridge = last.before.end..edit.before.start;
    let in_words = |e: &Edit| old.words(&e.before) + new.words(&e.after) > 0;
    let ends = bridge.clone().any(|i| matches!(old.word(i), "." | "!" | "?" | "。" | "…"));
    (1..=BRIDGE_WORDS).contains(&old.words(&bridge))
        && bridge.len() <= BRIDGE_WORDS + 1
        && !ends
        && in_words(last)
        && in_words(edit)
        && is_typesetting(last, old, new) == is_typesetting(edit, old, new)
}

/// Whether a difference by itself is cosmetic; one that is must not hide in one that is not.
fn is_typesetting(edit: &Edit, old: &Words<'_>, new: &Words<'_>) -> bool {
    let key = |words: &Words<'_>, range: &Range<usize>| {
        text::cosmetic(&words.text[words.end_before(range.start)..words.start_of(range.end)])
    };
    key(old, &edit.before) == key(new, &edit.after)
}

/// The spans of the edits, and of white space that differs between equal words.
fn located(edits: &[Edit], old: &Words<'_>, new: &Words<'_>) -> Vec<Span> {
    let mut found = Vec::new();
    let (mut b, mut a) = (0, 0);
    let mut looked_at = false; // whether the white space before words `b` and `a` has been compared
    let end = Edit { before: old.tokens.len()..old.tokens.len(), after: new.tokens.len()..new.tokens.len() };
    for edit in edits.iter().chain([&end]) {
        while b < edit.before.start {
            if !looked_at {
                push_span(&mut found, old, new, b..b, a..a);
            }
            (b, a, looked_at) = (b + 1, a + 1, false);
        }
        if !looked_at {
            push_span(&mut found, old, new, edit.before.clone(), edit.after.clone());
        }
        (b, a, looked_at) = (edit.before.end, edit.after.end, true);
    }
    found
}

/// Adds the span from the end of the word before to the start of the word after, less the white
/// space that is the same at its ends.
fn push_span(found: &mut Vec<Span>, old: &Words<'_>, new: &Words<'_>, before: Range<usize>, after: Range<usize>) {
    let mut b = old.end_before(before.start)..old.start_of(before.end);
    let mut a = new.end_before(after.start)..new.start_of(after.end);
    let white = |c: &char| c.is_whitespace();
    loop {
        let first = old.text[b.clone()].chars().next().filter(white);
        match first.filter(|c| new.text[a.clone()].starts_with(*c)) {
            Some(c) => (b.start, a.start) = (b.start + c.len_utf8(), a.start + c.len_utf8()),
            None => break,
        }
    }
    loop {
        let last = old.text[b.clone()].chars().next_back().filter(white);
        match last.filter(|c| new.text[a.clone()].ends_with(*c)) {
            Some(c) => (b.end, a.end) = (b.end - c.len_utf8(), a.end - c.len_utf8()),
            None => break,
        }
    }
    if !(b.is_empty() && a.is_empty()) {
        found.push(Span { before: b, after: a });
    }
}
