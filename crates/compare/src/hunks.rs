//! Every difference of two canonical texts, with its place.

use std::collections::HashMap;
use std::ops::Range;

use news::{ChangeKind, Fact, Hunk, Region};

use crate::align::Link;
use crate::context::Context;
use crate::kinds::kinds;
use crate::notices::Notices;
use crate::quotes::{self, Quotes};
use crate::side::{Piece, Scalars, Side};
use crate::types::{Typed, types};
use crate::words::spans;

/// Returns the hunks that turn one canonical text into the other, in order on both sides.
///
/// Blocks that came or went are hunks with the blank line that parted them; blocks that stayed
/// are compared word by word. Blocks that moved go where they stood and come where they stand.
pub(crate) fn hunks(
    old: &Side<'_>,
    new: &Side<'_>,
    links: &[Link],
    notices: &Notices,
    quotes: &[Quotes; 2],
    context: &Context<'_>,
) -> Vec<Draft> {
    let moved = Moved::of(old, new, links);
    let mut drafts = Drafts { old, new, moved, notices, context, found: Vec::new() };
    let (mut b, mut a) = (0, 0);
    for link in links.iter().filter(|link| !link.moved) {
        drafts.unlinked(b..link.before.start, a..link.after.start);
        drafts.inside(link);
        (b, a) = (link.before.end, link.after.end);
    }
    drafts.unlinked(b..old.pieces.len(), a..new.pieces.len());
    links.iter().filter(|link| link.moved).for_each(|link| drafts.inside_moved(link));
    let mut found = drafts.found;
    quotes::tell(&mut found, [old, new], links, quotes, context);
    found
}

/// A hunk with places in bytes.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    pub before: Range<usize>,
    pub after: Range<usize>,
    pub kinds: Vec<ChangeKind>,
    pub facts: Vec<Fact>,
    /// Whether it lies in a quotation, and whose.
    pub quote: bool,
    pub speaker: Option<String>,
    pub place: Region,
}

/// Which pieces of both sides were moved.
struct Moved {
    before: Vec<bool>,
    after: Vec<bool>,
    /// For a piece of the later side, the draft in which it comes.
    comes: HashMap<usize, usize>,
}

impl Moved {
    fn of(old: &Side<'_>, new: &Side<'_>, links: &[Link]) -> Self {
        let mut moved =
            Self { before: vec![false; old.pieces.len()], after: vec![false; new.pieces.len()], comes: HashMap::new() };
        for link in links.iter().filter(|link| link.moved) {
            moved.before[link.before.start] = true;
            moved.after[link.after.start] = true;
        }
        moved
    }
}

struct Drafts<'a, 'c> {
    old: &'a Side<'a>,
    new: &'a Side<'a>,
    moved: Moved,
    notices: &'a Notices,
    context: &'a Context<'c>,
    found: Vec<Draft>,
}

impl Drafts<'_, '_> {
    /// Pieces between two links: those of `before` go, then those of `after` come.
    fn unlinked(&mut self, before: Range<usize>, after: Range<usize>) {
        let (gone, come) = match (before.is_empty(), after.is_empty()) {
            (true, true) => return,
            (false, false) => (inner(self.old, &before), inner(self.new, &after)),
            (false, true) => with_blank(self.old, &before, self.new, &after),
            (true, false) => {
                let (come, gone) = with_blank(self.new, &after, self.old, &before);
                (gone, come)
            }
        };
        for (piece, stretch) in before.clone().zip(stretches(&self.old.pieces[before], &gone)) {
            let is_moved = self.moved.before[piece];
            let kinds = whole(&self.old.pieces[piece], is_moved, ChangeKind::RemPara, self.notices.before.get(&piece));
            self.push(stretch, come.start..come.start, kinds, self.old.region(piece));
        }
        for (piece, stretch) in after.clone().zip(stretches(&self.new.pieces[after], &come)) {
            let is_moved = self.moved.after[piece];
            let kinds = whole(&self.new.pieces[piece], is_moved, ChangeKind::AddPara, self.notices.after.get(&piece));
            self.push(gone.end..gone.end, stretch, kinds, self.new.region(piece));
            if is_moved {
                self.moved.comes.insert(piece, self.found.len() - 1);
            }
        }
    }

    /// Words inside linked pieces.
    fn inside(&mut self, link: &Link) {
        let (before, after) = (inner(self.old, &link.before), inner(self.new, &link.after));
        let (old, new) = (&self.old.text[before.clone()], &self.new.text[after.clone()]);
        if old == new {
            return;
        }
        let spans = spans(old, new);
        let found: Vec<Vec<ChangeKind>> = spans.iter().map(|span| kinds(old, new, span)).collect();
        let mut typed = types(old, new, &spans, found, self.context);
        self.relabel(&mut typed, link, old, new);
        let place = self.new.region(link.after.start);
        for (span, typed) in spans.into_iter().zip(typed) {
            let shift = |range: &Range<usize>, by: usize| range.start + by..range.end + by;
            let (before, after) = (shift(&span.before, before.start), shift(&span.after, after.start));
            self.found.push(Draft { before, after, kinds: typed.kinds, facts: typed.facts, place, ..Draft::default() });
        }
    }

    /// Words inside a piece that moved: what they are is told where it stands now.
    fn inside_moved(&mut self, link: &Link) {
        let (before, after) = (inner(self.old, &link.before), inner(self.new, &link.after));
        let (old, new) = (&self.old.text[before], &self.new.text[after]);
        let Some(&comes) = self.moved.comes.get(&link.after.start).filter(|_| old != new) else { return };
        let draft = &mut self.found[comes];
        let spans = spans(old, new);
        let found = spans.iter().map(|span| kinds(old, new, span)).collect();
        for typed in types(old, new, &spans, found, self.context) {
            draft.kinds.extend(typed.kinds);
            draft.facts.extend(typed.facts);
        }
        draft.kinds.sort_unstable();
        draft.kinds.dedup();
    }

    /// Names the differences of headline, standfirst and notices by what they are in.
    fn relabel(&self, found: &mut [Typed], link: &Link, old: &str, new: &str) {
        use ChangeKind::{Cosmetic, Typo, TypoName};
        let set = |text: &str| text::cosmetic(text).split_whitespace().collect::<String>();
        if found.iter().all(|t| t.kinds[..] == [Cosmetic]) && set(old) != set(new) {
            // Each difference by itself is typesetting, but not all together.
            found.iter_mut().for_each(|t| t.kinds = vec![ChangeKind::Punct]);
        }
        let is_small = found.iter().all(|t| t.kinds.iter().all(|k| matches!(k, Cosmetic | Typo | TypoName)));
        let holds = |block| {
            self.old.pieces[link.before.start].block == block || self.new.pieces[link.after.start].block == block
        };
        let notice = self.notices.before.get(&link.before.start).or(self.notices.after.get(&link.after.start));
        let is_reworded = self.notices.reworded.contains(&link.after.start);
        for Typed { kinds, facts } in found {
            if is_reworded && kinds[..] != [Cosmetic] {
                // What a notice says differently is nothing that the article says differently.
                kinds.clear();
                facts.clear();
            } else if holds(0) && is_small {
                kinds.retain(|kind| *kind != Cosmetic);
                kinds.push(ChangeKind::HeadlineCosmetic);
            } else if holds(0) {
                kinds.push(ChangeKind::HeadlineChanged);
            } else if holds(1) {
                kinds.push(ChangeKind::StandfirstChanged);
            }
            kinds.extend(notice);
            kinds.sort_unstable();
        }
    }

    fn push(&mut self, before: Range<usize>, after: Range<usize>, mut kinds: Vec<ChangeKind>, place: Region) {
        kinds.sort_unstable();
        self.found.push(Draft { before, after, kinds, place, ..Draft::default() });
    }
}

/// The kinds of a piece that goes or comes as a whole. A notice is told as what it is, not as a paragraph.
fn whole(piece: &Piece<'_>, is_moved: bool, otherwise: ChangeKind, notice: Option<&ChangeKind>) -> Vec<ChangeKind> {
    match (piece.block, notice) {
        (0, notice) => [ChangeKind::HeadlineChanged].into_iter().chain(notice.copied()).collect(),
        (1, notice) => [ChangeKind::StandfirstChanged].into_iter().chain(notice.copied()).collect(),
        (_, Some(notice)) => vec![*notice],
        _ if is_moved => vec![ChangeKind::MovedPara],
        _ => vec![otherwise],
    }
}

/// Where pieces stand, without the blank lines around them.
fn inner(side: &Side<'_>, pieces: &Range<usize>) -> Range<usize> {
    side.pieces[pieces.start].start..side.pieces[pieces.end - 1].end()
}

/// Where pieces that only one side has stand, with the blank line that went or came with them,
/// and the place on the other side.
fn with_blank(
    side: &Side<'_>,
    pieces: &Range<usize>,
    other: &Side<'_>,
    none: &Range<usize>,
) -> (Range<usize>, Range<usize>) {
    let inner = inner(side, pieces);
    if let (Some(next), Some(other_next)) = (side.pieces.get(pieces.end), other.pieces.get(none.end)) {
        return (inner.start..next.start, other_next.start..other_next.start);
    }
    let start = pieces.start.checked_sub(1).map_or(inner.start, |previous| side.pieces[previous].end());
    (start..inner.end, other.text.len()..other.text.len())
}

/// Cuts `span` into one stretch for each of its pieces.
fn stretches(pieces: &[Piece<'_>], span: &Range<usize>) -> Vec<Range<usize>> {
    let begins_with_piece = pieces.first().is_some_and(|p| p.start == span.start);
    let cut = |i: usize| match (begins_with_piece, i) {
        (_, 0) => span.start,
        (_, i) if i == pieces.len() => span.end,
        (true, i) => pieces[i].start,
        (false, i) => pieces[i - 1].end(),
    };
    (0..pieces.len()).map(|i| cut(i)..cut(i + 1)).collect()
}

/// Hunks of the drafts, places counted in Unicode scalars.
pub(crate) fn finished(drafts: Vec<Draft>, old: &Side<'_>, new: &Side<'_>) -> Vec<Hunk> {
    let (mut old_count, mut new_count) = (Scalars::of(&old.text), Scalars::of(&new.text));
    let finish = |draft: Draft| Hunk {
        before: old.text[draft.before.clone()].to_owned(),
        after: new.text[draft.after.clone()].to_owned(),
        before_start: old_count.up_to(draft.before.start),
        before_end: old_count.up_to(draft.before.end),
        after_start: new_count.up_to(draft.after.start),
        after_end: new_count.up_to(draft.after.end),
        kinds: draft.kinds,
        quote: draft.quote,
        speaker: draft.speaker,
        place: draft.place,
        facts: draft.facts,
    };
    drafts.into_iter().map(finish).collect()
}
