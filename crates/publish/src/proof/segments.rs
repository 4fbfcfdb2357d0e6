//! The text of a row in segments: the same, only before, only after.

use news::Hunk;
use similar::{Algorithm, DiffTag};
use unicode_segmentation::UnicodeSegmentation;

/// On which side a segment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// On both.
    Same,
    /// Only before.
    Removed,
    /// Only after.
    Added,
}

impl Mark {
    /// What two short texts have in common and what not, word by word.
    pub fn between(before: &str, after: &str) -> Vec<Segment> {
        by_words(before, after)
    }
}

/// A run of text with one mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// On which side it stands.
    pub mark: Mark,
    /// The text; never empty.
    pub text: String,
}

impl Segment {
    /// Whether it is a break between paragraphs that is only on one side: views show it as ¶,
    /// because a mark on white space alone cannot be seen.
    pub fn is_break(&self) -> bool {
        self.mark != Mark::Same && self.text.contains('\n') && self.text.trim().is_empty()
    }

    /// Whether it is white space inside a line that is only on one side: a line through it would look like a hyphen.
    pub fn is_space(&self) -> bool {
        self.mark != Mark::Same && self.text.trim().is_empty() && !self.is_break()
    }
}

/// Words of both sides multiplied, beyond which the sides are shown as wholly different: about
/// a second of work in the worst case, and far above any paragraph that people wrote.
const MOST_PAIRS: usize = 4_000_000;

/// One side of a row: its characters, and where they begin in the side's canonical text.
pub struct Side<'a> {
    /// The characters.
    pub chars: &'a [char],
    /// The offset of the first of them, in characters.
    pub start: usize,
}

impl Side<'_> {
    fn end(&self) -> usize {
        self.start + self.chars.len()
    }

    fn meets(&self, start: usize, end: usize) -> bool {
        start.max(self.start) < end.min(self.end())
    }

    fn local(&self, offset: usize) -> usize {
        offset.clamp(self.start, self.end()) - self.start
    }
}

/// Whether a hunk touches either side of a row.
pub fn touches(hunk: &Hunk, before: &Side<'_>, after: &Side<'_>) -> bool {
    before.meets(hunk.before_start, hunk.before_end) || after.meets(hunk.after_start, hunk.after_end)
}

/// The segments that the hunks give; `None` if they do not fit the texts of the row.
pub fn by_hunks<'a>(
    before: &Side<'_>,
    after: &Side<'_>,
    hunks: impl Iterator<Item = &'a Hunk>,
) -> Option<Vec<Segment>> {
    let mut segments = Vec::new();
    let (mut b, mut a) = (0, 0);
    for hunk in hunks {
        let (b0, b1) = (before.local(hunk.before_start), before.local(hunk.before_end));
        let (a0, a1) = (after.local(hunk.after_start), after.local(hunk.after_end));
        let (same_before, same_after) = (before.chars.get(b..b0)?, after.chars.get(a..a0)?);
        if same_before != same_after {
            return None;
        }
        push(&mut segments, Mark::Same, same_before.iter().collect());
        push(&mut segments, Mark::Removed, before.chars.get(b0..b1)?.iter().collect());
        push(&mut segments, Mark::Added, after.chars.get(a0..a1)?.iter().collect());
        (b, a) = (b1, a1);
    }
    if before.chars[b..] != after.chars[a..] {
        return None;
    }
    push(&mut segments, Mark::Same, before.chars[b..].iter().collect());
    Some(segments)
}

/// The segments that comparing the words gives.
pub fn by_words(before: &str, after: &str) -> Vec<Segment> {
    let mut segments = Vec::new();
    let old: Vec<&str> = before.split_word_bounds().collect();
    let new: Vec<&str> = after.split_word_bounds().collect();
    if old.len().saturating_mul(new.len()) > MOST_PAIRS {
        push(&mut segments, Mark::Removed, before.to_owned());
        push(&mut segments, Mark::Added, after.to_owned());
        return segments;
    }
    for op in similar::capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (tag, b, a) = op.as_tag_tuple();
        if tag == DiffTag::Equal {
            push(&mut segments, Mark::Same, old[b].concat());
        } else {
            push(&mut segments, Mark::Removed, old[b].concat());
            push(&mut segments, Mark::Added, new[a].concat());
        }
    }
    calm(segments)
}

/// Characters of a word that may go with the differences on its two sides: "to", "the".
const SHORT_WORD: usize = 3;

/// Takes neighbouring differences together where no more than a space or a short word keeps them
/// apart: two phrases are read more easily than their words by turns.
fn calm(segments: Vec<Segment>) -> Vec<Segment> {
    let last = segments.len().saturating_sub(1);
    let (mut out, mut removed, mut added) = (Vec::new(), String::new(), String::new());
    for (n, Segment { mark, text }) in segments.into_iter().enumerate() {
        let between = !(removed.is_empty() && added.is_empty()) && n < last;
        match mark {
            Mark::Removed => removed.push_str(&text),
            Mark::Added => added.push_str(&text),
            Mark::Same if between && text.trim().chars().count() <= SHORT_WORD && !text.contains('\n') => {
                removed.push_str(&text);
                added.push_str(&text);
            }
            Mark::Same => {
                difference(&mut out, &std::mem::take(&mut removed), &std::mem::take(&mut added));
                push(&mut out, Mark::Same, text);
            }
        }
    }
    difference(&mut out, &removed, &added);
    out
}

/// What was removed and what was added in its place; white space that both begin with stays unmarked.
fn difference(out: &mut Vec<Segment>, removed: &str, added: &str) {
    let lead = |text: &str| text.len() - text.trim_start().len();
    let (space, other) = (&removed[..lead(removed)], &added[..lead(added)]);
    let shared = if space == other { space.len() } else { 0 };
    push(out, Mark::Same, removed[..shared].to_owned());
    push(out, Mark::Removed, removed[shared..].to_owned());
    push(out, Mark::Added, added[shared..].to_owned());
}

fn push(segments: &mut Vec<Segment>, mark: Mark, text: String) {
    if text.is_empty() {
        return;
    }
    match segments.last_mut() {
        Some(last) if last.mark == mark => last.text.push_str(&text),
        _ => segments.push(Segment { mark, text }),
    }
}

/// Cuts what is the same before the first and after the last difference, and whatever makes one
/// side longer than about `chars`; cuts fall between words where there are words.
pub fn excerpt(segments: &[Segment], chars: usize) -> Vec<Segment> {
    let Some(first) = segments.iter().position(|s| s.mark != Mark::Same) else {
        return segments.iter().take(1).map(|s| cut_end(s, chars)).collect();
    };
    let lead = chars / 3;
    let mut out = Vec::new();
    if let Some(before) = first.checked_sub(1) {
        out.push(cut_start(&segments[before], lead));
    }
    let mut used = 0;
    for segment in &segments[first..] {
        if used >= chars {
            break;
        }
        let cut = cut_end(segment, chars - used);
        used += cut.text.chars().count();
        out.push(cut);
    }
    out
}

fn cut_end(segment: &Segment, chars: usize) -> Segment {
    if segment.text.chars().count() <= chars {
        return segment.clone();
    }
    let mut text = String::new();
    for word in segment.text.split_word_bounds() {
        if text.chars().count() + word.chars().count() > chars.max(12) {
            break;
        }
        text.push_str(word);
    }
    Segment { mark: segment.mark, text: format!("{}…", text.trim_end()) }
}

fn cut_start(segment: &Segment, chars: usize) -> Segment {
    if segment.text.chars().count() <= chars {
        return segment.clone();
    }
    let mut kept: Vec<&str> = Vec::new();
    let mut length = 0;
    for word in segment.text.split_word_bounds().rev() {
        length += word.chars().count();
        if length > chars {
            break;
        }
        kept.push(word);
    }
    let text: String = kept.into_iter().rev().collect();
    // The stop of the sentence before says nothing here.
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || ".,;:!?".contains(c));
    Segment { mark: segment.mark, text: format!("…{text}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn side(segments: &[Segment], own: Mark) -> String {
        segments.iter().filter(|s| s.mark == Mark::Same || s.mark == own).map(|s| s.text.as_str()).collect()
    }

    proptest! {
        #[test]
        fn segments_by_words_make_both_sides_again(a in "\\PC{0,60}", b in "\\PC{0,60}") {
            let segments = by_words(&a, &b);
            prop_assert_eq!(side(&segments, Mark::Removed), a);
            prop_assert_eq!(side(&segments, Mark::Added), b);
        }

        #[test]
        fn an_excerpt_is_bounded(a in "[a-z ]{0,300}", b in "[a-z ]{0,300}", chars in 20usize..90) {
            let cut = excerpt(&by_words(&a, &b), chars);
            let length: usize = cut.iter().map(|s| s.text.chars().count()).sum();
            prop_assert!(length <= 2 * chars + 30, "{length}");
        }
    }

    #[test]
    fn phrases_are_not_mixed_word_by_word() {
        let told = |before, after| {
            let word = |s: &Segment| match s.mark {
                Mark::Same => s.text.clone(),
                Mark::Removed => format!("[-{}-]", s.text),
                Mark::Added => format!("{{+{}+}}", s.text),
            };
            by_words(before, after).iter().map(word).collect::<String>()
        };
        assert_eq!(
            told("Ferry returns to the northern pier after all", "Boat comes to a northern pier on Thursday"),
            "[-Ferry returns to the-]{+Boat comes to a+} northern pier [-after all-]{+on Thursday+}"
        );
        assert_eq!(
            told("the pier after two winters", "the pier on two Mondays"),
            "the pier [-after two winters-]{+on two Mondays+}"
        );
        assert_eq!(told("12 dead here", "21 dead here"), "[-12-]{+21+} dead here");
    }

    #[test]
    fn hunks_that_do_not_fit_are_refused() {
        let hunk = |b: (usize, usize), a: (usize, usize)| Hunk {
            before_start: b.0,
            before_end: b.1,
            after_start: a.0,
            after_end: a.1,
            ..Hunk::default()
        };
        let (old, new): (Vec<char>, Vec<char>) = ("one two".chars().collect(), "one ten".chars().collect());
        let (b, a) = (Side { chars: &old, start: 10 }, Side { chars: &new, start: 20 });
        let good = by_hunks(&b, &a, [hunk((14, 17), (24, 27))].iter()).expect("the hunk fits");
        assert_eq!(side(&good, Mark::Removed), "one two");
        assert_eq!(side(&good, Mark::Added), "one ten");
        assert_eq!(by_hunks(&b, &a, [hunk((14, 15), (24, 25))].iter()), None);
        assert_eq!(by_hunks(&b, &a, [].iter()), None);
        assert_eq!(by_hunks(&b, &a, [hunk((usize::MAX, 0), (3, usize::MAX))].iter()), None);
    }
}
