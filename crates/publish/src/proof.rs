//! A change laid over its two texts, row by row: what every view of a change is set from.

mod rows;
mod segments;

use news::{BlockKind, Change, ChangeKind, Class, Op, Reading};

pub use segments::{Mark, Segment};

/// A change laid over its two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Headline, standfirst and blocks, in the order of the later text; removed blocks stand
    /// where they stood. The headline comes first if either side has one.
    pub rows: Vec<Row>,
}

/// One row: the blocks that belong together, before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What happened to it.
    pub op: Op,
    /// Where it stands.
    pub place: Place,
    /// What kind of block it is; `None` for headline and standfirst.
    pub kind: Option<BlockKind>,
    /// What happened to it, in words; empty for equal rows.
    pub notes: Vec<String>,
    /// The types of its differences, each once.
    pub kinds: Vec<ChangeKind>,
    /// Its text, empty at the place that a row has moved away from: what is in both, only before, only after, in reading order. All segments but
    /// the added ones make the text before, all but the removed ones the text after.
    pub segments: Vec<Segment>,
    /// At the place that a moved row has left: the segments of that row. Empty everywhere else.
    pub left_here: Vec<Segment>,
}

/// Where a row stands. Paragraphs count from 1, blocks of text only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The headline.
    Headline,
    /// The line under the headline.
    Standfirst,
    /// A block of the body: its number before and after.
    Body {
        /// `None`: it was not there.
        before: Option<usize>,
        /// `None`: it is gone.
        after: Option<usize>,
    },
}

/// A stretch of rows, for views that leave equal rows out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Passage<'a> {
    /// A row to be shown.
    Shown(&'a Row),
    /// Equal rows that the view folds or leaves out; never empty.
    Equal(&'a [Row]),
}

impl Proof {
    /// Lays `change` over the texts that it was made from.
    ///
    /// A change that does not fit its texts still gives rows with the exact texts of both sides:
    /// where the hunks do not agree with a row, its words are compared again.
    pub fn of(before: &Reading, after: &Reading, change: &Change) -> Self {
        Self { rows: rows::lay_out(before, after, change) }
    }

    /// The headline's row, if either side has a headline.
    pub fn headline(&self) -> Option<&Row> {
        self.rows.iter().find(|r| r.place == Place::Headline)
    }

    /// All rows but the headline's.
    pub fn body(&self) -> &[Row] {
        let skip = usize::from(self.rows.first().is_some_and(|r| r.place == Place::Headline));
        &self.rows[skip..]
    }

    /// The rows below the headline, runs of equal ones taken together except for `context` rows
    /// on each side of a change. A run is taken together only if it saves two rows or more.
    pub fn passages(&self, context: usize) -> Vec<Passage<'_>> {
        let body = self.body();
        let mut passages = Vec::new();
        let mut at = 0;
        while at < body.len() {
            let run = body[at..].iter().take_while(|r| r.is_equal()).count();
            if run == 0 {
                passages.push(Passage::Shown(&body[at]));
                at += 1;
                continue;
            }
            let lead = if at == 0 { 0 } else { context.min(run) };
            let tail = if at + run == body.len() { 0 } else { context.min(run - lead) };
            let folded = run - lead - tail;
            let (head, rest) = body[at..at + run].split_at(lead);
            let (middle, foot) = rest.split_at(folded);
            passages.extend(head.iter().map(Passage::Shown));
            match folded {
                0 => {}
                1 if context > 0 => passages.push(Passage::Shown(&middle[0])),
                _ => passages.push(Passage::Equal(middle)),
            }
            passages.extend(foot.iter().map(Passage::Shown));
            at += run;
        }
        passages
    }

    /// The row below the headline that a list shows: the one where most was said differently,
    /// numbers and quotations before other words. `None` if only the headline or parts differ.
    pub fn strongest(&self) -> Option<&Row> {
        let changed = self.body().iter().filter(|r| !r.is_equal() && !r.segments.is_empty());
        changed.max_by_key(|r| r.weight())
    }
}

impl Row {
    /// Whether it reads the same before and after, in the same place.
    pub fn is_equal(&self) -> bool {
        self.op == Op::Equal
    }

    /// Whether most of its text after stood there before.
    pub fn is_mostly_kept(&self) -> bool {
        let count =
            |mark| self.segments.iter().filter(|s| s.mark == mark).map(|s| s.text.chars().count()).sum::<usize>();
        count(Mark::Same) >= count(Mark::Added).max(count(Mark::Removed))
    }

    /// Whether its text stood elsewhere before, at a place that has a row of its own.
    pub fn has_moved_in(&self) -> bool {
        self.op == Op::Moved && matches!(self.place, Place::Body { before: Some(_), after: Some(_) })
    }

    /// The segments of its cell in the column of the text before. What has moved in stands in that column at the
    /// place that it left.
    pub fn on_the_left(&self) -> &[Segment] {
        let elsewhere = self.has_moved_in() || !self.left_here.is_empty();
        if elsewhere { &self.left_here } else { &self.segments }
    }

    /// Its text before.
    pub fn before(&self) -> String {
        self.side(Mark::Removed)
    }

    /// Its text after.
    pub fn after(&self) -> String {
        self.side(Mark::Added)
    }

    fn side(&self, own: Mark) -> String {
        let mine = self.segments.iter().filter(|s| s.mark == Mark::Same || s.mark == own);
        mine.map(|s| s.text.as_str()).collect()
    }

    /// The segments around its first difference, cut to about `chars` characters on each side of
    /// the text: for lists, where a row may take two lines.
    pub fn excerpt(&self, chars: usize) -> Vec<Segment> {
        segments::excerpt(&self.segments, chars)
    }

    fn weight(&self) -> (u8, usize) {
        let marked = self.segments.iter().filter(|s| s.mark != Mark::Same);
        let facts = |kind: &ChangeKind| {
            kind.class() == Class::Factual && !matches!(kind, ChangeKind::AddPara | ChangeKind::RemPara)
        };
        let telling = self.kinds.iter().any(facts);
        let rank = match self.op {
            Op::Equal => 0,
            Op::Moved | Op::Split | Op::Merged => 1,
            Op::Added => 2,
            Op::Removed => 3,
            Op::Changed => 4,
        };
        (rank + 2 * u8::from(telling && rank > 1), marked.map(|s| s.text.chars().count()).sum())
    }
}
