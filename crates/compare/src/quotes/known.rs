//! Which quotations each text has: those that somebody has found, and what else stands between marks.

use std::ops::Range;

use news::{Quotation, QuotationKind};
use text::{Language, Passage, TokenKind, has_marks, is_verb_of_saying, marked};

use crate::align::Link;
use crate::side::{Side, bytes_of};
use crate::types::overlap;

/// Fewer words between marks beside which nobody speaks are a term.
const BARE_WORDS: usize = 5;
/// Fewer letters are, too: where words have no spaces, that is a word or two.
const LEAST_LETTERS: usize = 8;
/// A quotation of one side.
#[derive(Debug, Clone)]
pub(crate) struct Quote {
    /// Its bytes in the canonical text, with its marks.
    pub bytes: Range<usize>,
    pub piece: usize,
    /// Its words in lower case.
    pub words: Vec<String>,
    pub speaker: Option<String>,
    /// Where the speaker and the verb of saying stand.
    pub beside: Vec<Range<usize>>,
}

/// The quotations of one side, in order.
#[derive(Default)]
pub(crate) struct Quotes(pub(super) Vec<Quote>);

/// The pieces of both sides in which a quotation may be another, where quotation marks stand in any that differs, came,
/// went or was moved. Most changes of an article touch none: then nobody need look for who speaks in it.
pub(crate) fn may_differ(sides: [&Side<'_>; 2], links: &[Link]) -> Option<[Vec<bool>; 2]> {
    let may = unchanged(sides, links.iter().filter(|link| !link.moved))
        .map(|same| same.iter().map(|same| !same).collect::<Vec<_>>());
    let has_any =
        |side: usize| sides[side].pieces.iter().zip(&may[side]).any(|(piece, may)| *may && has_marks(piece.text));
    (has_any(0) || has_any(1)).then_some(may)
}

/// For each piece of both sides, whether one of these links ties it to one that says the same.
pub(super) fn unchanged<'l>(sides: [&Side<'_>; 2], links: impl Iterator<Item = &'l Link>) -> [Vec<bool>; 2] {
    let [old, new] = sides.map(|side| &side.pieces);
    let mut same = [vec![false; old.len()], vec![false; new.len()]];
    for link in links.filter(|link| link.before.len() == 1 && link.after.len() == 1) {
        let (b, a) = (link.before.start, link.after.start);
        if old[b].text == new[a].text {
            (same[0][b], same[1][a]) = (true, true);
        }
    }
    same
}

impl Quotes {
    /// Takes those that are given, and what else stands between marks: of that nobody is known to have said it, but its
    /// words are quoted all the same. Those in other pieces than `wanted` are left out.
    pub fn of(side: &Side<'_>, wanted: &[bool], given: Option<&[Quotation]>, language: Language) -> Self {
        let mut found = given.map_or_else(Vec::new, |given| as_given(side, wanted, given));
        found.sort_by_key(|q| (q.bytes.start, q.bytes.end));
        let bare = by_marks(side, wanted, &found, given.is_some(), language);
        found.extend(bare);
        found.sort_by_key(|q| (q.bytes.start, q.bytes.end));
        Self(found)
    }

    /// The quotation that some bytes lie in.
    pub fn around(&self, bytes: &Range<usize>) -> Option<&Quote> {
        let first = self.0.partition_point(|q| q.bytes.end < bytes.end);
        self.0.get(first).filter(|q| q.bytes.start <= bytes.start && bytes.end <= q.bytes.end && !bytes.is_empty())
    }
}

/// What stands between marks outside of the quotations that are known. `is_judged`: somebody has looked for quotations
/// and took these for none, so a few words are a term or a title.
fn by_marks(side: &Side<'_>, wanted: &[bool], known: &[Quote], is_judged: bool, language: Language) -> Vec<Quote> {
    let is_known = matches!(language, Language::English | Language::German);
    let mut found = Vec::new();
    for (number, piece) in side.pieces.iter().enumerate().filter(|(number, _)| wanted[*number]) {
        for mark in marked(piece.text, 0..piece.text.len()) {
            let bytes = mark.whole.start + piece.start..mark.whole.end + piece.start;
            let next = known.partition_point(|q| q.bytes.end <= bytes.start);
            if known.get(next).is_some_and(|q| overlap(&q.bytes, &bytes)) {
                continue;
            }
            let inner = &piece.text[mark.inner];
            let words = words_of(inner);
            // A mark that nothing closes is a slip, unless the quotation goes on in the next paragraph.
            let is_slip = !mark.closed && mark.whole.start > 0;
            let is_judged = is_judged && (is_known || !is_spoken_of(piece.text, &mark.whole));
            if is_judged && (is_slip || is_term(inner, words.len())) {
                continue;
            }
            found.push(Quote { bytes, piece: number, words, speaker: None, beside: Vec::new() });
        }
    }
    found
}

/// In languages in which nobody looks for who speaks: whether a verb of saying follows a quotation, or it begins its
/// sentence and the sentence goes on behind a comma ("…", resumió.): somebody speaks.
fn is_spoken_of(text: &str, whole: &Range<usize>) -> bool {
    let before = text[..whole.start].trim_end();
    let mut behind = text[whole.end..].chars();
    let begins = before.is_empty() || before.ends_with(['.', '!', '?', '…']);
    // “…” diye konuştu
    let next: Vec<&str> = text[whole.end..].split_whitespace().take(2).collect();
    let is_told = next.iter().any(|word| is_verb_of_saying(word.trim_end_matches(['.', ',', ';'])));
    is_told
        || begins
            && behind.next() == Some(',')
            && behind.next() == Some(' ')
            && behind.next().is_some_and(char::is_lowercase)
}

/// Whether what stands between marks, where nobody is found to say it, is a term or the title of something rather than
/// speech: it is short, or begins with a capital letter and has no mark in it.
fn is_term(inner: &str, words: usize) -> bool {
    const TITLE_WORDS: usize = 9;
    let is_title = words <= TITLE_WORDS
        && inner.trim_start().starts_with(char::is_uppercase)
        && !inner.contains(['.', ',', ';', ':', '!', '?', '…', '–', '—']);
    words < BARE_WORDS || inner.chars().count() < LEAST_LETTERS || is_title
}

fn as_given(side: &Side<'_>, wanted: &[bool], given: &[Quotation]) -> Vec<Quote> {
    let quoted: Vec<&Quotation> =
        given.iter().filter(|q| q.kind != QuotationKind::Indirect && q.start < q.end).collect();
    let places: Vec<usize> = quoted
        .iter()
        .flat_map(|q| [Some(q.start), Some(q.end), q.speaker_start, q.speaker_end, q.cue_start, q.cue_end])
        .map(|place| place.unwrap_or(0))
        .collect();
    let bytes = bytes_of(&side.text, &places);
    let quote = |(q, at): (&&Quotation, &[usize])| {
        let range = at[0]..at[1];
        let beside = [(q.speaker_start, at[2]..at[3]), (q.cue_start, at[4]..at[5])];
        let piece = side.piece_at(range.start);
        wanted[piece].then(|| Quote {
            piece,
            words: words_of(&side.text[range.clone()]),
            speaker: q.speaker.clone(),
            beside: beside
                .into_iter()
                .filter(|(known, r)| known.is_some() && r.start < r.end)
                .map(|(_, r)| r)
                .collect(),
            bytes: range,
        })
    };
    quoted.iter().zip(bytes.chunks_exact(6)).filter_map(quote).collect()
}

fn words_of(text: &str) -> Vec<String> {
    let passage = Passage::of(text);
    (0..passage.len()).filter(|&i| passage.kind(i) != TokenKind::Mark).map(|i| passage.lower(i).to_owned()).collect()
}
