//! Compare: two [`Reading`]s become a [`Change`], complete and exact.
//!
//! Comes after `extract`, before `store` and `publish`. Pure: no clock, no files; two readings
//! give the same change in every run and on every machine, so a change can be made again at any
//! time from its captures.
//!
//! Start at [`compare`]. In its order: the blocks are aligned (`align`: equal texts first, then
//! the words they share), the words of changed blocks are compared (`words`), every difference
//! gets its place in the canonical text (`hunks`) and its label (`kinds`), then parts (`parts`)
//! and notices (`notices`). [`apply`] is the proof: it turns the earlier text into the later one.
//!
//! Two promises that properties hold: **no difference is left out** (a hunk for every character
//! of the canonical text, a part change for everything beside it), and **nothing is called
//! cosmetic that can carry meaning** (`text::cosmetic`). Time is bounded by the size of the
//! texts, not by a clock: searches that grow too long settle for a longer, still exact answer.
//!
//! What differences mean is told by rules and word lists (`types`, `quotes`; the lists are data of `text`), and how much
//! of it went without a notice by `stealth`.
//!
//! Words of Chinese, Japanese, Thai and their like are those of a dictionary (`text::words`).
//!
//! Deliberately absent: models; claimed times, which stand on the look.

mod align;
mod apply;
mod blame;
mod candidates;
mod chain;
mod choice;
mod circumstances;
mod context;
mod edits;
mod hunks;
mod kinds;
mod notices;
mod pairing;
mod parts;
mod plain;
mod quotes;
mod reasons;
mod rows;
mod sentences;
mod side;
mod stealth;
mod types;
mod words;

pub use apply::apply;
pub use blame::{Step, blame, blame_of};
pub use circumstances::{Circumstances, Quoted};
pub use plain::{plain, typesetting};
pub use stealth::told_later;

use news::{Change, ChangeKind, Hunk, Notice, Reading};

use crate::align::{Link, align};
use crate::context::Context;
use crate::parts::Parts;
use crate::quotes::Quotes;
use crate::side::Side;

/// Who compares, with its version: changes that another has compared may have other types.
pub const COMPARER: &str = "replate-4";

/// Returns what differs between two readings of one article, `before` the earlier one.
///
/// - `same`: the canonical texts are equal; `hunks` is then empty, `parts` may still differ.
/// - `cosmetic`: they differ, block by block, in their typesetting only (`text::cosmetic`), or every difference has the
///   type `cosmetic` (a space that lacked). A paragraph that is split is no white space, and so not cosmetic.
/// - `paragraphs`: a row for every block of both sides, each block in one row. Text blocks are
///   aligned with text blocks, captions with captions, tables with tables, embeds with embeds.
///   Headline goes with headline and standfirst with standfirst where both sides have one.
/// - `hunks`: what [`apply`] needs. A moved block is one row, and two hunks (it goes, it comes).
/// - `parts`: bylines, credits, captions, tables, embeds, surfaces, and kinds of blocks.
/// - `reasons`: phrases for people, the weightiest first, fit to be joined by " · ".
///
/// Never compared: claimed times, remarks, language, page kind, reader and epoch. Both readings
/// should come from one reader with one memory; otherwise the change tells of readers, not of
/// the outlet.
///
/// ```
/// use compare::{Circumstances, apply, compare, plain};
///
/// let before = plain(Some("Bridge closed"), None, "The repair will cost £1.5m.\n\nNobody was hurt.");
/// let after = plain(Some("Bridge closed"), None, "The repair will cost £15m.\n\nNobody was hurt.");
/// let change = compare(&before, &after, &Circumstances::default());
/// assert_eq!((change.hunks[0].before.as_str(), change.hunks[0].after.as_str()), ("£1.5m", "£15m"));
/// assert_eq!(change.kinds, [news::ChangeKind::NumberChanged]);
/// assert_eq!(change.reasons, ["number £1.5m → £15m", "no notice that we could see"]);
/// assert!(!change.cosmetic);
/// assert_eq!(apply(&before, &change), after.canonical_text());
/// ```
///
/// # Cost
/// Some 400 µs for an article of 3 kB with a few edits, 10 µs where nothing differs; for a megabyte on both sides a
/// tenth of a second to three quarters of one, and twice that where one paragraph is full of quotations.
pub fn compare(before: &Reading, after: &Reading, with: &Circumstances<'_>) -> Change {
    let (old, new) = (Side::of(before), Side::of(after));
    let links = align(&old.texts(), &new.texts(), &side::fixed_pairs(&old, &new));
    let same = old.text == new.text;
    let mut notices = notices::notices(&old, &new, &links);
    let hunks = if same {
        Vec::new()
    } else {
        let context = Context::of(before, after, &old, &new);
        let quotes = quotes::may_differ([&old, &new], &links).map(|[in_old, in_new]| {
            let of = |side, wanted: &[bool], reading| {
                Quotes::of(side, wanted, with.quotes.map(|of| of(reading)).as_deref(), context.language)
            };
            [of(&old, &in_old, before), of(&new, &in_new, after)]
        });
        let quotes = quotes.unwrap_or_default();
        hunks::finished(hunks::hunks(&old, &new, &links, &notices, &quotes, &context), &old, &new)
    };
    notices.explain(&hunks);
    let parts = parts::parts(before, after, &old, &new, &links);

    let mut change = Change {
        same,
        cosmetic: !same && (old.is_cosmetically(&new) || is_typesetting(&hunks)),
        kinds: all_kinds(before, after, &links, &hunks, &notices.found, &parts),
        notices: notices.found,
        parts: parts.changes,
        hunks,
        comparer: COMPARER.to_owned(),
        ..Change::default()
    };
    let weights = stealth::weigh(&change, [&old.text, &new.text], before.updated_at != after.updated_at, with);
    (change.substance, change.stealth) = (Some(weights.substance), Some(weights.stealth));
    let rows = rows::aligned(&links, &old.blocks(), &new.blocks());
    change.reasons = reasons::reasons(&change, &weights, &rows, &old, &new);
    change.paragraphs = rows::in_order(rows, parts.rows);
    change
}

/// Whether each difference is one of typesetting.
fn is_typesetting(hunks: &[Hunk]) -> bool {
    use ChangeKind::{Cosmetic, HeadlineCosmetic};
    !hunks.is_empty() && hunks.iter().all(|hunk| matches!(hunk.kinds[..], [Cosmetic | HeadlineCosmetic]))
}

fn all_kinds(
    before: &Reading,
    after: &Reading,
    links: &[Link],
    hunks: &[Hunk],
    notices: &[Notice],
    parts: &Parts,
) -> Vec<ChangeKind> {
    let mut kinds: Vec<ChangeKind> = hunks.iter().flat_map(|h| h.kinds.iter().copied()).collect();
    kinds.extend(rows::kinds(links));
    kinds.extend(notices.iter().map(|n| n.kind));
    kinds.extend(&parts.kinds);
    // A headline can come, go or take a paragraph's place without a difference in the text.
    if shown(&before.headline).is_some() != shown(&after.headline).is_some() {
        kinds.push(ChangeKind::HeadlineChanged);
    }
    if shown(&before.standfirst).is_some() != shown(&after.standfirst).is_some() {
        kinds.push(ChangeKind::StandfirstChanged);
    }
    if kinds.is_empty() && parts.changes.iter().any(|p| parts::is_surface(&p.part)) {
        kinds.push(ChangeKind::SurfaceOnly);
    }
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

fn shown(head: &Option<String>) -> Option<&str> {
    head.as_deref().filter(|text| !text.is_empty())
}
