//! A version's text beside the versions that brought it.

use std::num::NonZeroU32;

use news::{Away, Blame, BlockKind, GoneSentence, ReadVersion, Sentence, Timeline};
use unicode_width::UnicodeWidthStr;

use super::{BOLD, FAINT, Style, clean, paint, plain};
use crate::blamed::{self, Piece, Spot, Stretch};
use crate::words;

/// Columns of the margin: "v123 2026-11-22 14:02".
const MARGIN: usize = 22;
/// On narrower terminals the mark stands above what it marks.
const WIDE: usize = 64;

/// The text of a version, the mark of every stretch of sentences beside it; then the sentences that are no longer said.
pub fn blame(timeline: &Timeline, read: &ReadVersion, blame: &Blame, style: Style) -> String {
    let mut out = paint(style, BOLD, &format!("Version {}, sentence by sentence", blame.version));
    out.push('\n');
    let told = [words::blame_in_short(blame)].into_iter().chain(words::blame_not_known(timeline, blame));
    for line in told.flat_map(|told| plain(&told, style)) {
        out.push_str(&paint(style, FAINT, &line));
        out.push('\n');
    }
    for stretch in blamed::stretches(&read.reading, blame) {
        if stretch.pieces.first().is_some_and(|piece| !piece.goes_on) {
            out.push('\n');
        }
        out.push_str(&set(timeline, blame, &stretch, style));
    }
    if !blame.gone.is_empty() {
        out.push_str(&format!("\n{}\n", paint(style, BOLD, "No longer said")));
        blame.gone.iter().rev().for_each(|sentence| out.push_str(&gone(timeline, blame, sentence, style)));
    }
    out
}

fn set(timeline: &Timeline, blame: &Blame, stretch: &Stretch<'_>, style: Style) -> String {
    let mark = stretch.first.map(|first| mark(timeline, blame, first)).unwrap_or_default();
    let lines = |width| -> Vec<String> {
        let style = Style { width, ..style };
        let pieces = stretch.pieces.iter().enumerate();
        pieces
            .flat_map(|(n, piece)| [String::new()].into_iter().skip(usize::from(n == 0)).chain(text(piece, style)))
            .collect()
    };
    beside(&mark, lines, style)
}

/// Lines with a margin before them, or under it where there is no room.
fn beside(mark: &[String], lines: impl Fn(usize) -> Vec<String>, style: Style) -> String {
    if style.width < WIDE {
        let lines = lines(style.width);
        let mark = (!mark.is_empty()).then(|| mark.join(" · "));
        let mark = mark.into_iter().flat_map(|mark| plain(&mark, style)).map(|line| paint(style, FAINT, &line));
        return mark.chain(lines).map(|line| line + "\n").collect();
    }
    let narrow = Style { width: MARGIN, ..style };
    let mark: Vec<String> = mark.iter().flat_map(|line| plain(line, narrow)).collect();
    let lines = lines(style.width - MARGIN - 2);
    let line = |n: usize| {
        let mark = mark.get(n).map(String::as_str).unwrap_or_default();
        let space = " ".repeat((MARGIN + 2).saturating_sub(mark.width()));
        let line = lines.get(n).map(String::as_str).unwrap_or_default();
        format!("{}{space}{line}", paint(style, FAINT, mark)).trim_end().to_owned() + "\n"
    };
    (0..mark.len().max(lines.len())).map(line).collect()
}

fn text(piece: &Piece, style: Style) -> Vec<String> {
    let code = match piece.spot {
        Spot::Headline | Spot::Block(BlockKind::Subhead) => BOLD,
        Spot::Byline => FAINT,
        Spot::Block(kind) if !kind.is_text() => FAINT,
        _ => "",
    };
    let lines = plain(&piece.text, style);
    if code.is_empty() { lines } else { lines.iter().map(|line| paint(style, code, line)).collect() }
}

fn mark(timeline: &Timeline, blame: &Blame, sentence: &Sentence) -> Vec<String> {
    let away = |away: &Away| words::blame_missing(blame, away);
    let mut mark = vec![by(timeline, sentence.brought)];
    mark.extend(list("changed in", &sentence.changed));
    mark.extend(sentence.away.iter().map(away));
    mark.extend(list("typesetting in", &sentence.cosmetic));
    mark
}

/// A version in few columns: "v3 2026-11-22 14:02".
fn by(timeline: &Timeline, number: NonZeroU32) -> String {
    let at = blamed::first_seen(timeline, number).map(|at| at.strftime(" %Y-%m-%d %H:%M").to_string());
    format!("v{number}{}", at.unwrap_or_default())
}

fn list(what: &str, versions: &[NonZeroU32]) -> Option<String> {
    let numbers: Vec<String> = versions.iter().map(NonZeroU32::to_string).collect();
    (!numbers.is_empty()).then(|| format!("{what} {}", numbers.join(", ")))
}

fn gone(timeline: &Timeline, blame: &Blame, sentence: &GoneSentence, style: Style) -> String {
    let last = blamed::before(blame, sentence.removed).map(|last| format!("last said in v{last}"));
    let mut mark = vec![format!("came with v{}", sentence.brought)];
    mark.extend(last);
    mark.extend([format!("gone since v{}", sentence.removed)]);
    mark.extend(blamed::first_seen(timeline, sentence.removed).map(|at| at.strftime("%Y-%m-%d %H:%M").to_string()));
    let said = clean(&sentence.text);
    "\n".to_owned() + &beside(&mark, |width| plain(&said, Style { width, ..style }), style)
}
