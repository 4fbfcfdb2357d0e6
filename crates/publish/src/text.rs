//! Terminal text: a log of versions, a diff as a proof, a version to read.
//!
//! Control characters in an outlet's text are shown as `�`, so that no text can drive a terminal.

mod blame;
mod found;
mod log;
mod looks;
mod wrap;

use news::{BlockKind, Change, ReadVersion, Reading, RecordedChange};

use crate::proof::{Mark, Passage, Place, Proof, Row};
use crate::words;
pub use blame::blame;
pub use found::{found_change, hit};
pub use log::{another_record, log};
use wrap::{Piece, wrap};

/// How text is set on a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Whether insertions are underlined and removals struck through by escape codes; otherwise
    /// they stand in `{+…+}` and `[-…-]`.
    pub colour: bool,
    /// Columns of a line; 20 at least.
    pub width: usize,
}

impl Default for Style {
    fn default() -> Self {
        Self { colour: false, width: 80 }
    }
}

const RESET: &str = "\u{1b}[0m";
const BOLD: &str = "\u{1b}[1m";
const FAINT: &str = "\u{1b}[2m";
/// Struck through, in the terminal's own yellow or brown.
const REMOVED: &str = "\u{1b}[9;33m";
/// Underlined, in the terminal's own cyan.
const ADDED: &str = "\u{1b}[4;36m";

/// What differs between two readings: the summary, the headline, then the changed paragraphs
/// with their neighbours, wrapped. `recorded` is the change as it is recorded, if it is: what is known of it since is told.
pub fn diff(
    before: &Reading,
    after: &Reading,
    change: &Change,
    recorded: Option<&RecordedChange>,
    style: Style,
) -> String {
    let proof = Proof::of(before, after, change);
    let mut out = String::new();
    let remarks = recorded.map(words::remarks).unwrap_or_default();
    let summary = [words::summary(change)].into_iter().chain(remarks).collect::<Vec<_>>().join(" · ");
    for line in plain(&summary, style) {
        out.push_str(&format!("{}\n", paint(style, BOLD, &line)));
    }
    let telling = recorded.map_or_else(|| words::Telling::of(change), words::Telling::of_recorded);
    let telling = telling.map(|telling| words::capitalised(&telling.line(change)));
    for line in telling.iter().flat_map(|told| plain(told, style)) {
        out.push_str(&format!("{line}\n"));
    }
    out.push('\n');
    if let Some(row) = proof.headline() {
        out.push_str(&set(row, style));
        out.push('\n');
    }
    for passage in proof.passages(1) {
        match passage {
            Passage::Shown(row) => out.push_str(&set(row, style)),
            Passage::Equal(rows) => {
                let unchanged = words::count(rows.len(), "unchanged paragraph", "unchanged paragraphs");
                out.push_str(&paint(style, FAINT, &format!("… {unchanged} …")));
                out.push('\n');
            }
        }
        out.push('\n');
    }
    for (name, part) in words::parts(&change.parts) {
        out.push_str(&paint(style, FAINT, &format!("{}:", clean(&words::capitalised(&name)))));
        out.push('\n');
        out.push_str(&segments(&Mark::between(&part.before, &part.after), style));
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// A version: its headline, when it was seen, its text.
pub fn show(read: &ReadVersion, style: Style) -> String {
    let (version, reading) = (&read.version, &read.reading);
    let headline = reading.headline.as_deref().unwrap_or("(no headline)");
    let mut out = String::new();
    for line in plain(headline, style) {
        out.push_str(&paint(style, BOLD, &line));
        out.push('\n');
    }
    let (first, last) = (words::date_time(version.first_seen), words::date_time(version.last_seen));
    let seen = format!("Version {} · first seen {first} · last seen {last}", version.number);
    out.push_str(&paint(style, FAINT, &seen));
    out.push('\n');
    if !reading.bylines.is_empty() {
        let names = format!("By {}", clean(&reading.bylines.join(", ")));
        out.push_str(&paint(style, FAINT, &names));
        out.push('\n');
    }
    let standfirst = reading.standfirst.as_deref().map(|t| (BlockKind::Paragraph, t));
    let blocks = standfirst.into_iter().chain(reading.body.iter().map(|b| (b.kind, b.text.as_str())));
    for (kind, text) in blocks {
        out.push('\n');
        for line in plain(text, style) {
            let code = match kind {
                BlockKind::Subhead => BOLD,
                kind if !kind.is_text() => FAINT,
                _ => "",
            };
            out.push_str(&if code.is_empty() { line } else { paint(style, code, &line) });
            out.push('\n');
        }
    }
    out
}

fn set(row: &Row, style: Style) -> String {
    let place = match row.place {
        Place::Headline => "Headline".to_owned(),
        Place::Standfirst => "Standfirst".to_owned(),
        Place::Body { before, after } => after.or(before).map(|n| format!("¶ {n}")).unwrap_or_default(),
    };
    let said: Vec<&str> = std::iter::once(place.as_str()).chain(row.notes.iter().map(String::as_str)).collect();
    // "Headline changed" says where as well
    let said = if said.get(1).is_some_and(|note| note.starts_with(&place)) { &said[1..] } else { &said[..] };
    format!("{}\n{}", paint(style, FAINT, &said.join(" · ")), segments(&row.segments, style))
}

fn segments(segments: &[crate::Segment], style: Style) -> String {
    if segments.is_empty() {
        return String::new();
    }
    let mut pieces = Vec::new();
    for segment in segments {
        let (open, close) = marks(segment.mark, style.colour);
        let text = if segment.is_break() { "¶".to_owned() } else { clean(&segment.text) };
        pieces.push(Piece { text, open, close, coded: style.colour });
    }
    wrap(&pieces, style.width.max(20)).iter().map(|line| format!("{line}\n")).collect()
}

const fn marks(mark: Mark, colour: bool) -> (&'static str, &'static str) {
    match (mark, colour) {
        (Mark::Same, _) => ("", ""),
        (Mark::Removed, true) => (REMOVED, RESET),
        (Mark::Added, true) => (ADDED, RESET),
        (Mark::Removed, false) => ("[-", "-]"),
        (Mark::Added, false) => ("{+", "+}"),
    }
}

fn plain(text: &str, style: Style) -> Vec<String> {
    let piece = Piece { text: clean(text), open: "", close: "", coded: false };
    wrap(&[piece], style.width.max(20))
}

fn paint(style: Style, code: &str, text: &str) -> String {
    if style.colour { format!("{code}{text}{RESET}") } else { text.to_owned() }
}

/// A text of others as it may be printed on a terminal: tabs as two spaces and every other control
/// character but line feeds as `�`; bidirectional controls stay, they belong to the text.
pub fn clean(text: &str) -> String {
    let shown = |c: char| if c.is_control() && c != '\n' { '\u{fffd}' } else { c };
    text.replace('\t', "  ").chars().map(shown).collect()
}
