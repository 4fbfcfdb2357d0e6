//! Two texts, row by row.

use askama::Template;
use askama::filters::HtmlSafe;
use news::{BlockKind, ChangeKind, Op, Reading};

use super::{Marked, Tongue};
use crate::proof::{Passage, Place, Proof, Row};
use crate::words;

/// How a change is set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum View {
    /// Two columns where the window is wide enough, one below that.
    #[default]
    Side,
    /// One column, removals and additions in one text.
    Inline,
    /// Two columns, changed rows only.
    Changes,
}

impl View {
    /// All of them, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::Side, Self::Inline, Self::Changes];

    /// Its name in addresses: `?view=inline`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Side => "side",
            Self::Inline => "inline",
            Self::Changes => "changes",
        }
    }

    /// Its name for people.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Side => "Side by side",
            Self::Inline => "Inline",
            Self::Changes => "Changes only",
        }
    }

    /// The view of that name; the first for any other name.
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|v| v.name() == name).unwrap_or_default()
    }
}

/// The rows below the headline.
#[derive(Debug, Clone, Template)]
#[template(path = "part/texts.html")]
pub struct Texts {
    view: View,
    pieces: Vec<Piece>,
}

impl HtmlSafe for Texts {}

#[derive(Debug, Clone)]
enum Piece {
    /// Stands open.
    Open(Vec<RowPart>),
    /// Opens in place.
    Fold(String, Vec<RowPart>),
    /// Left out of this view or of public pages.
    Omitted(String),
}

/// One row.
#[derive(Debug, Clone, Template)]
#[template(path = "part/row.html")]
struct RowPart {
    /// From 1 among the changed rows; 0 for an equal row.
    hunk: usize,
    class: String,
    label: String,
    notes: Vec<String>,
    before_tongue: Tongue,
    after_tongue: Tongue,
    before: Marked,
    after: Marked,
    both: Marked,
    sides: bool,
    merged: bool,
}

impl HtmlSafe for RowPart {}

impl Texts {
    /// Sets a proof. `public`: rows that did not change are left out, except one before and one
    /// after each change.
    ///
    /// `only`: passages without that type are left out, too.
    pub fn set(
        proof: &Proof,
        before: &Reading,
        after: &Reading,
        view: View,
        only: Option<ChangeKind>,
        public: bool,
    ) -> Self {
        let tongues = (Tongue::of_reading(before), Tongue::of_reading(after));
        let mut hunk = 0;
        let mut part = |row: &Row| {
            hunk += usize::from(!row.is_equal());
            RowPart::set(row, hunk, view, &tongues)
        };
        let context = if view == View::Changes { 0 } else { 1 };
        let mut pieces = Vec::new();
        let mut others = 0;
        let is_left_out = |row: &Row| only.is_some_and(|kind| !row.kinds.contains(&kind)) && !row.is_equal();
        for passage in proof.passages(if only.is_some() { 0 } else { context }) {
            pieces.push(match passage {
                Passage::Shown(row) if is_left_out(row) => {
                    others += 1;
                    continue;
                }
                Passage::Equal(_) if only.is_some() => continue,
                Passage::Shown(row) => Piece::Open(vec![part(row)]),
                Passage::Equal(rows) if public || view == View::Changes => Piece::Omitted(unchanged(rows.len())),
                Passage::Equal(rows) => Piece::Fold(unchanged(rows.len()), rows.iter().map(&mut part).collect()),
            });
        }
        if others > 0 {
            pieces.push(Piece::Omitted(words::count(others, "other passage changed", "other passages changed")));
        }
        Self { view, pieces }
    }
}

fn unchanged(rows: usize) -> String {
    words::count(rows, "unchanged paragraph", "unchanged paragraphs")
}

impl RowPart {
    fn set(row: &Row, hunk: usize, view: View, tongues: &(Tongue, Tongue)) -> Self {
        let place = match row.place {
            Place::Headline => "Headline".to_owned(),
            Place::Standfirst => "Standfirst".to_owned(),
            Place::Body { before, after } => match after.or(before) {
                Some(n) => format!("Paragraph {n}"),
                None => "Paragraph".to_owned(),
            },
        };
        let equal = row.is_equal();
        Self {
            hunk: if equal { 0 } else { hunk },
            class: class(row),
            label: format!("{place}: {}", row.notes.join(", ").to_lowercase()),
            notes: row.notes.clone(),
            before_tongue: tongues.0.clone(),
            after_tongue: tongues.1.clone(),
            before: Marked::before(row.on_the_left()),
            after: Marked::after(&row.segments),
            both: Marked::both(&row.segments),
            sides: view != View::Inline,
            merged: view == View::Inline || !equal,
        }
    }
}

fn class(row: &Row) -> String {
    let op = match row.op {
        Op::Equal => "equal",
        Op::Changed => "changed",
        Op::Added => "added",
        Op::Removed => "removed",
        Op::Moved => "moved",
        Op::Split => "split",
        Op::Merged => "merged",
    };
    let kind = match (row.place, row.kind) {
        (Place::Standfirst, _) => " standfirst",
        (_, Some(BlockKind::Subhead)) => " subhead",
        (_, Some(BlockKind::Quote)) => " quote",
        (_, Some(BlockKind::Notice)) => " notice",
        (_, Some(BlockKind::Caption | BlockKind::Embed)) => " aside",
        (_, Some(BlockKind::Table)) => " aside table",
        _ => "",
    };
    format!("{op}{kind}")
}
