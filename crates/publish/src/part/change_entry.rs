//! A change in a list.

use askama::Template;
use askama::filters::HtmlSafe;
use news::{ChangeKind, Op, Timestamp};

use super::{Gist, Marked, Tongue, When};
use crate::{Mark, Segment, ShownChange, link, words};

/// A change in a list: what it was in, what it comes to in words, and its weightiest passage.
#[derive(Template)]
#[template(path = "part/change_entry.html")]
pub struct ChangeEntry<'a> {
    outlet: &'a str,
    outlet_href: String,
    article_href: String,
    change_href: String,
    when: When,
    ago: String,
    tongue: Tongue,
    headline: Marked,
    /// The headline before, where so little of it was kept that both in one line cannot be read.
    was: Option<Marked>,
    gist: Gist,
    /// Its types, each with the list of changes that have it.
    types: Vec<(&'static str, &'static str, String)>,
    /// What happened to a passage that only moved or was only divided otherwise.
    note: Option<String>,
    before: Option<Marked>,
    after: Option<Marked>,
}

impl HtmlSafe for ChangeEntry<'_> {}

/// Types that a list shows of one change.
const MOST_TYPES: usize = 8;

/// A type in words, its class, and the list of changes that have it.
fn badge(kind: ChangeKind) -> (&'static str, &'static str, String) {
    (words::change_kind(kind), kind.class().as_str(), link::of_type(kind))
}

/// How many characters of a hunk a list shows on each side: two lines at the usual width.
const EXCERPT_CHARS: usize = 150;

fn has_lost_words(excerpt: &[Segment]) -> bool {
    excerpt.iter().any(|s| s.mark == Mark::Removed && s.text.contains(char::is_alphanumeric))
}

impl<'a> ChangeEntry<'a> {
    /// The change as it stands at `now`.
    pub fn of(shown: &'a ShownChange, now: Timestamp) -> Self {
        let (listed, recorded) = (&shown.listed, &shown.listed.recorded);
        let proof = shown.proof();
        let untitled = || listed.article.headline.clone().unwrap_or_else(|| listed.article.url.clone());
        let (headline, was) = match proof.headline() {
            Some(row) if row.is_mostly_kept() => (Marked::both(&row.segments), None),
            Some(row) => (Marked::after(&row.segments), Some(Marked::before(&row.segments))),
            None => (Marked::plain(untitled()), None),
        };
        let strongest = proof.strongest();
        let excerpt = strongest.map(|row| row.excerpt(EXCERPT_CHARS)).unwrap_or_default();
        let note =
            strongest.filter(|row| matches!(row.op, Op::Moved | Op::Split | Op::Merged)).map(|r| r.notes.join(", "));
        let side = |marked: Marked| Some(marked).filter(|m| !m.is_empty());
        Self {
            outlet: &listed.outlet.name,
            outlet_href: link::outlet(listed.outlet.id),
            article_href: link::article(listed.article.id),
            change_href: link::change(listed.article.id, recorded.from.number, recorded.to.number),
            when: When::at(recorded.to.first_seen),
            ago: words::ago(recorded.to.first_seen, now),
            tongue: Tongue::of_reading(&shown.after),
            headline,
            was: was.filter(|w| !w.is_empty()),
            gist: Gist::of_list(recorded, (&shown.before, &shown.after)),
            types: words::weighty(&recorded.change).into_iter().take(MOST_TYPES).map(badge).collect(),
            // What only moved or was only divided otherwise reads the same before.
            before: side(Marked::before(&excerpt)).filter(|_| note.is_none() || has_lost_words(&excerpt)),
            after: side(Marked::after(&excerpt)),
            note,
        }
    }
}
