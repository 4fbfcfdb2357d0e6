//! Words inside a changed block: which stretches of two texts differ.

use std::ops::Range;

use text::{Token, TokenKind, WordMap};

use crate::choice::Line;
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
/// Of all scripts of edits of words and marks (white space apart) the one that people would choose (`edits`, `choice`,
/// `sentences`); runs that could stand in several places stand where a sentence or clause begins, and differences parted
/// by next to nothing become one.
pub(crate) fn spans(before: &str, after: &str) -> Vec<Span> {
    let (old, new) = (Words::of(before), Words::of(after));
    let lines = lines(&old, &new);
    let mut edits = edits(&lines.0, &lines.1);
    slide(&mut edits, &lines.0, &lines.1);
    let spans = located(&grouped(edits, &old, &new), &old, &new);
    match (spans.first(), spans.last()) {
        (Some(first), Some(last)) if spans.len() > SPANS_MAX => {
            vec![Span { before: first.before.start..last.before.end, after: first.after.start..last.after.end }]
        }
        _ => spans,
    }
}

/// Differences of one block, at most: with more of them they are told as one, which nobody could read one by one.
const SPANS_MAX: usize = 20_000;

/// The words, numbers and marks of a text.
struct Words<'a> {
    text: &'a str,
    tokens: Vec<Token>,
}

impl<'a> Words<'a> {
    fn of(text: &'a str) -> Self {
        let mut tokens = text::words(text);
        tokens.retain(|t| t.kind != TokenKind::Space);
        join_units(text, &mut tokens);
        Self { text, tokens }
    }

    /// How many words and numbers stand in some tokens; a number and its unit are two.
    fn words(&self, range: &Range<usize>) -> usize {
        let words = |t: &Token| if t.kind == TokenKind::Number { t.of(self.text).split(' ').count() } else { 1 };
        self.tokens[range.clone()].iter().filter(|t| t.kind != TokenKind::Mark).map(words).sum()
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

    /// How well a difference may begin or end before word `i`: 4 at the ends and at line breaks, 3 between sentences,
    /// 2 behind other marks, 1 between words, 0 where nothing parts them.
    fn border(&self, i: usize) -> u8 {
        if i == 0 || i == self.tokens.len() {
            return 4;
        }
        let (last, next) = (self.tokens[i - 1], self.tokens[i]);
        let is_mark = last.kind == TokenKind::Mark;
        let white = &self.text[last.end..next.start];
        match white {
            "" | " " if !is_mark => return u8::from(!white.is_empty()),
            _ if white.contains('\n') => return 4,
            _ => {}
        }
        match last.of(self.text) {
            "。" | "！" | "？" => 3,
            _ if white.is_empty() => 0,
            "." if self.is_abbreviated(i - 1) => 1,
            _ if self.ends_sentence(i - 1) => 3,
            _ if is_mark => 2,
            _ => 1,
        }
    }

    /// Whether a sentence may end with mark `i`: a stop, or a quotation mark or bracket behind one.
    fn ends_sentence(&self, i: usize) -> bool {
        match self.word(i) {
            "." | "!" | "?" | "…" | "..." | "؟" | "۔" | "।" => true,
            "\"" | "'" | "”" | "’" | "“" | "»" | ")" => {
                i > 0
                    && self.tokens[i - 1].end == self.tokens[i].start
                    && matches!(self.word(i - 1), "." | "!" | "?" | "…" | "...")
            }
            _ => false,
        }
    }

    /// Whether stop `i` shortens a word before it ("Mr.", "J."), or no capital, number or quotation follows.
    fn is_abbreviated(&self, i: usize) -> bool {
        let next = self.tokens.get(i + 1).and_then(|t| t.of(self.text).chars().next());
        let begins = |c: char| !c.is_lowercase() && (c.is_alphanumeric() || "\"'“‘„«»‚$£€¿¡".contains(c));
        let short = |word: &str| word.starts_with(char::is_uppercase) && word.chars().count() <= 3;
        next.is_some_and(|c| !begins(c))
            || (i > 0 && self.tokens[i - 1].end == self.tokens[i].start && short(self.word(i - 1)))
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

/// Both sides as lines: equal words have equal numbers.
fn lines(old: &Words<'_>, new: &Words<'_>) -> (Line, Line) {
    let mut known: WordMap<&str, u32> = WordMap::default();
    let line_of = |words: &Words<'_>| Line {
        ids: Vec::new(),
        is_word: words.tokens.iter().map(|t| t.kind != TokenKind::Mark).collect(),
        borders: (0..=words.tokens.len()).map(|i| words.border(i)).collect(),
    };
    let (mut old_line, mut new_line) = (line_of(old), line_of(new));
    let mut number = |word| {
        let next = known.len() as u32;
        *known.entry(word).or_insert(next)
    };
    old_line.ids = (0..old.tokens.len()).map(|i| number(old.word(i))).collect();
    new_line.ids = (0..new.tokens.len()).map(|i| number(new.word(i))).collect();
    (old_line, new_line)
}

/// Moves each pure insertion or removal to where it reads best, among the places where it could
/// stand as well ("x. y. z." less "y." rather than less ". y").
fn slide(edits: &mut [Edit], old: &Line, new: &Line) {
    for i in 0..edits.len() {
        let floor = if i == 0 { 0 } else { edits[i - 1].after.end };
        let floor_before = if i == 0 { 0 } else { edits[i - 1].before.end };
        let edit = edits[i].clone();
        let (line, run, floor) = match (edit.before.is_empty(), edit.after.is_empty()) {
            (true, false) => (new, edit.after.clone(), floor),
            (false, true) => (old, edit.before.clone(), floor_before),
            _ => continue,
        };
        let ids = &line.ids;
        let next =
            edits.get(i + 1).map(|next| if edit.before.is_empty() { next.after.start } else { next.before.start });
        let ceiling = next.unwrap_or(ids.len());
        let left = (1..=run.start - floor).take_while(|k| ids[run.start - k] == ids[run.end - k]).count();
        let right = (0..ceiling - run.end).take_while(|k| ids[run.start + k] == ids[run.end + k]).count();
        let score = |start: usize| line.borders[start] + line.borders[start + run.len()];
        let best = (run.start - left..=run.start + right).max_by_key(|&start| score(start)).unwrap_or(run.start);
        let shifted = |r: &Range<usize>| r.start + best - run.start..r.end + best - run.start;
        edits[i] = Edit { before: shifted(&edit.before), after: shifted(&edit.after), whole: edit.whole };
    }
}

/// Equal words between two differences, at most, that may be drawn into them. ANALYSIS 3.1.
const BRIDGE_WORDS: usize = 2;
/// Marks beside them, at most.
const BRIDGE_MARKS: usize = 10;

/// Joins differences that are parted by so little that two would read worse than one: by marks alone, or by one or two
/// words of a sentence, fewer than differ on both their sides.
///
/// People mark "the [old] bridge [over the river]" as two differences, and would mark "[in a] the [small town]" as one.
fn grouped(edits: Vec<Edit>, old: &Words<'_>, new: &Words<'_>) -> Vec<Edit> {
    let mut groups: Vec<Edit> = Vec::with_capacity(edits.len());
    for mut edit in edits {
        // What grows may come to outweigh the island before it, too.
        while let Some(last) = groups.pop_if(|last| is_one(last, &edit, old, new)) {
            edit = Edit::of(last.before.start..edit.before.end, last.after.start..edit.after.end);
        }
        groups.push(edit);
    }
    groups
}

/// Whether two differences in a row read better as one.
fn is_one(last: &Edit, edit: &Edit, old: &Words<'_>, new: &Words<'_>) -> bool {
    let bridge = last.before.end..edit.before.start;
    if last.whole || edit.whole || bridge.len() > BRIDGE_WORDS + BRIDGE_MARKS {
        return false;
    }
    let words = old.words(&bridge);
    let size = |e: &Edit| old.words(&e.before).max(new.words(&e.after));
    let bytes = |e: &Edit| old.bytes(&e.before).max(new.bytes(&e.after));
    let is_close = words == 0 && old.bytes(&bridge) <= bytes(last).min(bytes(edit));
    let is_island = words <= BRIDGE_WORDS && words < size(last).min(size(edit));
    if bridge.is_empty() {
        return true;
    }
    let ends_sentence = bridge.clone().any(|i| old.border(i + 1) == 3);
    (is_close || is_island) && !ends_sentence && is_typesetting(last, old, new) == is_typesetting(edit, old, new)
}

/// Whether a difference by itself is cosmetic; one that is must not hide in one that is not. One of many words is more
/// than typesetting.
fn is_typesetting(edit: &Edit, old: &Words<'_>, new: &Words<'_>) -> bool {
    const MANY: usize = 64;
    if edit.before.len().max(edit.after.len()) > MANY {
        return false;
    }
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
    let end = Edit::of(old.tokens.len()..old.tokens.len(), new.tokens.len()..new.tokens.len());
    for edit in edits.iter().chain([&end]) {
        while b < edit.before.start {
            if !looked_at {
                push_span(&mut found, old, new, b..b, a..a);
            }
            (b, a, looked_at) = (b + 1, a + 1, false);
        }
        let is_done = looked_at && edit.before.is_empty() && edit.after.is_empty();
        if !is_done {
            push_span(&mut found, old, new, edit.before.clone(), edit.after.clone());
        }
        (b, a, looked_at) = (edit.before.end, edit.after.end, true);
    }
    found
}

/// Adds the span from the end of the word before to the start of the word after, less the white
/// space that is the same at its ends.
fn push_span(found: &mut Vec<Span>, old: &Words<'_>, new: &Words<'_>, before: Range<usize>, after: Range<usize>) {
    // Of two differences in a row the first has taken the white space between them that it needs.
    let (taken_before, taken_after) = found.last().map_or((0, 0), |last| (last.before.end, last.after.end));
    let mut b = old.end_before(before.start).max(taken_before)..old.start_of(before.end);
    let mut a = new.end_before(after.start).max(taken_after)..new.start_of(after.end);
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
