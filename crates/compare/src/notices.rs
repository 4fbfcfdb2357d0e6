//! Notices of the outlet's own that came, went or changed.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;

use news::{BlockKind, ChangeKind, Class, Hunk, Notice};
use text::{
    Language, NoticeKind, Passage, TokenKind, is_bare_label, is_function_word, moments, notice_kind, sentences, words,
};

use crate::align::{Link, unlinked};
use crate::side::{Piece, Side};

/// Notices stand in the first blocks of a body …
const FIRST_BLOCKS: usize = 3;
/// … or in the last. ANALYSIS 3.2.
const LAST_BLOCKS: usize = 5;

/// Paragraphs of this size may be too long to be notices themselves, and still end in one.
const LONG_BYTES: usize = 500;
/// Bytes at the end of a paragraph in which a notice is looked for.
const TAIL_BYTES: usize = 3_000;
/// Sentences at the end of a paragraph that may be a notice.
const LAST_SENTENCES: usize = 4;

/// The notices of a change, and which pieces they stand in.
#[derive(Debug, Default)]
pub(crate) struct Notices {
    /// By piece of the earlier side: what happened to the notice in it.
    pub before: BTreeMap<usize, ChangeKind>,
    /// By piece of the later side.
    pub after: BTreeMap<usize, ChangeKind>,
    /// Pieces of the later side that are a notice as a whole, as what they were before was one.
    pub reworded: BTreeSet<usize>,
    pub found: Vec<Notice>,
}

/// Returns the notices that only one side has, and those that differ. A notice that both sides
/// have word for word is none of the change's, wherever it stands.
pub(crate) fn notices(old: &Side<'_>, new: &Side<'_>, links: &[Link]) -> Notices {
    let mut all = Notices::default();
    let mut under_label = BTreeSet::new();
    let gone = notices_in(old, &unlinked(old.pieces.len(), links.iter().map(|l| &l.before)), &mut under_label);
    all.before.extend(under_label.into_iter().map(|piece| (piece, ChangeKind::NoticeRemoved)));
    for (piece, text) in gone {
        all.before.insert(piece, ChangeKind::NoticeRemoved);
        all.found.push(Notice { kind: ChangeKind::NoticeRemoved, text, explains: Vec::new() });
    }
    let mut under_label = BTreeSet::new();
    let come = notices_in(new, &unlinked(new.pieces.len(), links.iter().map(|l| &l.after)), &mut under_label);
    for (piece, text) in come {
        let kind = came(&text);
        if under_label.contains(&(piece + 1)) {
            all.after.insert(piece + 1, kind);
        }
        all.after.insert(piece, kind);
        all.found.push(Notice { kind, text, explains: Vec::new() });
    }
    for link in links.iter().filter(|link| !is_equal(old, new, link)) {
        let was = link.before.clone().find_map(|piece| notice_in(old, piece));
        let is = link.after.clone().find_map(|piece| notice_in(new, piece));
        let (kind, text) = match (was, is) {
            (None, Some(is)) => (came(&is), is),
            (Some(was), None) => (ChangeKind::NoticeRemoved, was),
            (Some(was), Some(is)) if was != is => (ChangeKind::NoticeChanged, is),
            _ => continue,
        };
        all.before.insert(link.before.start, kind);
        all.after.insert(link.after.start, kind);
        let Piece { block, text: piece, .. } = new.pieces[link.after.start];
        if kind == ChangeKind::NoticeChanged && block > 0 && link.after.len() == 1 && text == piece {
            all.reworded.insert(link.after.start);
        }
        all.found.push(Notice { kind, text, explains: Vec::new() });
    }
    all
}

/// What a notice that came is called.
fn came(text: &str) -> ChangeKind {
    match notice_kind(text) {
        Some(NoticeKind::Correction) => ChangeKind::NoticeCorrection,
        Some(NoticeKind::Clarification) => ChangeKind::NoticeClarification,
        Some(NoticeKind::Retraction) => ChangeKind::NoticeRetraction,
        Some(NoticeKind::Update) => ChangeKind::NoticeUpdate,
        Some(NoticeKind::EditorsNote) | None => ChangeKind::NoticeEditorsNote,
    }
}

impl Notices {
    /// Notes which hunks each notice explains.
    pub fn explain(&mut self, hunks: &[Hunk]) {
        for notice in &mut self.found {
            if notice.kind != ChangeKind::NoticeRemoved {
                notice.explains = explained(&notice.text, hunks);
            }
        }
    }
}

/// Words that a paragraph that came or went must have in common with a notice to be explained by it.
const COMMON_WORDS: usize = 3;

/// The hunks that a notice mentions: a number or name of theirs stands in it, or a longer word; several where a whole
/// paragraph came or went.
pub(crate) fn explained(notice: &str, hunks: &[Hunk]) -> Vec<usize> {
    let language = Language::of_text(notice);
    let words: HashSet<String> = telling(notice, language).collect();
    let explains = |hunk: &Hunk| {
        let is_notice = hunk.kinds.iter().any(|k| k.class() == Class::Disclosure);
        let is_whole = hunk.kinds.iter().any(|k| matches!(k, ChangeKind::AddPara | ChangeKind::RemPara));
        let facts = hunk.facts.iter().flat_map(|f| [&f.before, &f.after]).flatten();
        // Of a paragraph that moved, what changed in it.
        let own = if hunk.kinds.contains(&ChangeKind::MovedPara) { &[][..] } else { &[&hunk.before, &hunk.after][..] };
        let texts = own.iter().copied().chain(facts);
        let common: HashSet<String> =
            texts.flat_map(|text| telling(text, language)).filter(|word| words.contains(word)).collect();
        !is_notice && common.len() >= if is_whole { COMMON_WORDS } else { 1 }
    };
    (0..hunks.len()).filter(|&i| explains(&hunks[i])).collect()
}

/// Words of a text that tell what it is about: numbers, and words that carry meaning, in lower case.
fn telling(text: &str, language: Language) -> impl Iterator<Item = String> {
    words(text).into_iter().filter_map(move |token| {
        let word = token.of(text).to_lowercase();
        // A word of Chinese or Japanese has a letter or two.
        let is_lone = word.starts_with(|c| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'));
        let is_telling = match token.kind {
            TokenKind::Number => true,
            TokenKind::Word => {
                word.chars().count() >= if is_lone { 2 } else { 3 }
                    && !is_function_word(&word, language)
                    && !OF_NOTICES.contains(&&word[..])
            }
            _ => false,
        };
        is_telling.then_some(word)
    })
}

/// Words that notices use of themselves.
const OF_NOTICES: &[&str] = &[
    "article",
    "story",
    "version",
    "earlier",
    "previous",
    "correction",
    "corrected",
    "updated",
    "update",
    "report",
    "said",
    "incorrectly",
    "published",
    "headline",
];

/// Whether a reading has a block that is known as a notice.
pub(crate) fn has_notice(side: &Side<'_>) -> bool {
    side.pieces.iter().any(|piece| piece.kind == Some(BlockKind::Notice))
}

fn is_equal(old: &Side<'_>, new: &Side<'_>, link: &Link) -> bool {
    let texts = |side: &Side<'_>, range: &Range<usize>| side.pieces[range.start].text.len();
    link.before.len() == 1
        && link.after.len() == 1
        && texts(old, &link.before) == texts(new, &link.after)
        && old.pieces[link.before.start].text == new.pieces[link.after.start].text
}

/// The notices in some pieces. A bare label ("CORRECTION:") takes the next piece with it, which is noted in `under_label`.
fn notices_in(side: &Side<'_>, pieces: &[usize], under_label: &mut BTreeSet<usize>) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut label = None;
    for &piece in pieces {
        let text = side.pieces[piece].text;
        if label == piece.checked_sub(1) && label.is_some() {
            if let Some((_, notice)) = found.last_mut() {
                let is_open = notice.ends_with(char::is_alphanumeric);
                notice.push_str(if is_open { ": " } else { " " });
                notice.push_str(text);
            }
            under_label.insert(piece);
            label = None;
        } else if let Some(notice) = notice_in(side, piece) {
            label = is_bare_label(&notice).then_some(piece);
            found.push((piece, notice));
        }
    }
    found
}

/// The text of the notice in a piece, if there is one.
fn notice_in(side: &Side<'_>, piece: usize) -> Option<String> {
    let heads = side.pieces.len() - side.body().len();
    let Piece { block, kind, text, .. } = side.pieces[piece];
    if kind == Some(BlockKind::Notice) {
        return Some(text.to_owned());
    }
    if block == 0 {
        return headline_tag(text).then(|| text.to_owned());
    }
    let place = piece.saturating_sub(heads);
    if (FIRST_BLOCKS..side.body().len().saturating_sub(LAST_BLOCKS)).contains(&place) {
        return is_logged(text).then(|| text.to_owned());
    }
    let is_notice = notice_kind(text).is_some();
    if !is_notice && text.len() < LONG_BYTES {
        return None;
    }
    // A notice in a long paragraph stands at its end.
    let from = (0..=text.len().saturating_sub(TAIL_BYTES)).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let text = &text[from..];
    let sentences = sentences(text, None);
    let begins = |s: &Range<usize>| notice_kind(&text[s.clone()]).is_some();
    // "Updated at 14:05. Adds a statement." begins with what would be a stamp by itself.
    let opening = sentences.get(1).map_or(text, |second| &text[..second.end]);
    if is_notice && (sentences.first().is_none_or(begins) || notice_kind(opening).is_some()) {
        return Some(text.to_owned());
    }
    // A notice at the end of a paragraph about something else.
    let own: Vec<&str> =
        sentences.iter().rev().take(LAST_SENTENCES).filter(|s| begins(s)).map(|s| &text[s.clone()]).collect();
    (!own.is_empty()).then(|| own.into_iter().rev().collect::<Vec<_>>().join(" "))
}

/// Characters of a paragraph in which the day of a line of a log stands.
const DAY_CHARS: usize = 24;

/// Whether a paragraph is a line of a log of changes, a day and what was done on it ("April 16, 2026: Replaced …"). Such a
/// log may stand anywhere.
fn is_logged(text: &str) -> bool {
    let begins_with_day = || {
        let passage = Passage::of(text);
        moments(&passage, Language::of_text(text)).first().is_some_and(|day| day.words.start <= 1)
    };
    text.len() < LONG_BYTES
        && text.chars().take(DAY_CHARS).any(|c| c.is_numeric())
        && notice_kind(text) == Some(NoticeKind::Update)
        && begins_with_day()
}

/// Agencies put the notice into the headline: "CORRECTED-…", "UPDATE 1-…", "REFILE-…".
fn headline_tag(headline: &str) -> bool {
    let tag: String = headline.chars().take_while(|c| c.is_alphabetic()).collect();
    tag.len() >= 5 && !tag.chars().any(char::is_lowercase) && notice_kind(headline).is_some()
}
