//! What a search found, for a terminal.

use news::{Hit, Hunk, ListedChange};
use text::search::Query;

use super::{BOLD, FAINT, RESET, Style, clean, marks, paint, plain};
use crate::excerpt::{Excerpt, Excerpts};
use crate::text::wrap::{Piece, wrap};
use crate::{Mark, words};

/// Differences of a change that are shown: those that say what was asked for first.
const MOST_HUNKS: usize = 3;

/// Characters of a difference on each side.
const HUNK_CHARS: usize = 200;

/// A hit: the version, its headline and passages, what was found in bold, or between asterisks.
pub fn hit(hit: &Hit, query: &Query, style: Style) -> String {
    let excerpts = Excerpts::of(hit, query);
    let name = format!("{}@{}", hit.article.id, hit.version.number);
    let (outlet, seen) = (clean(&hit.outlet.name), words::date_time(hit.version.first_seen));
    let mut out = format!("{}\n", paint(style, FAINT, &format!("{name} · {outlet} · {seen}")));
    out.push_str(&lines(&excerpts.headline, style));
    out.push_str(&paint(style, FAINT, &words::hit(hit)));
    out.push('\n');
    for passage in &excerpts.passages {
        for line in lines(passage, Style { width: style.width.saturating_sub(4).max(20), ..style }).lines() {
            out.push_str(&format!("    {line}\n"));
        }
    }
    out
}

/// A change: its versions as `replate diff` takes them, its article, what it comes to, and what of it was asked for, as
/// [`super::diff`] marks it.
pub fn found_change(listed: &ListedChange, query: &Query, style: Style) -> String {
    let (article, recorded) = (&listed.article, &listed.recorded);
    let name = format!("{0}@{1} {0}@{2}", article.id, recorded.from.number, recorded.to.number);
    let (outlet, seen) = (clean(&listed.outlet.name), words::date_time(recorded.to.first_seen));
    let mut out = format!("{}\n", paint(style, FAINT, &format!("{name} · {outlet} · {seen}")));
    for line in plain(article.headline.as_deref().unwrap_or(&article.url), style) {
        out.push_str(&format!("{}\n", paint(style, BOLD, &line)));
    }
    plain(&words::line(recorded), style).iter().for_each(|line| out.push_str(&format!("{line}\n")));
    let says = |hunk: &&Hunk| {
        let (before, after) = query.places_in(hunk);
        before.is_empty() && after.is_empty()
    };
    let mut hunks: Vec<&Hunk> = recorded.change.hunks.iter().collect();
    hunks.sort_by_key(says);
    for hunk in hunks.into_iter().take(MOST_HUNKS) {
        for line in hunk_lines(hunk, Style { width: style.width.saturating_sub(4).max(20), ..style }) {
            out.push_str(&format!("    {line}\n"));
        }
    }
    out
}

fn hunk_lines(hunk: &Hunk, style: Style) -> Vec<String> {
    let side = |mark: Mark, text: &str| {
        let (open, close) = marks(mark, style.colour);
        let cut: String = text.trim().chars().take(HUNK_CHARS).collect();
        let more = if cut.len() < text.trim().len() { "…" } else { "" };
        Piece { text: clean(&format!("{cut}{more}")).replace('\n', " "), open, close, coded: style.colour }
    };
    let space = Piece { text: " ".to_owned(), open: "", close: "", coded: false };
    let sides = [(Mark::Removed, &hunk.before), (Mark::Added, &hunk.after)];
    let mut pieces: Vec<Piece> = sides.iter().filter(|(_, t)| !t.trim().is_empty()).map(|(m, t)| side(*m, t)).collect();
    if pieces.len() == 2 {
        pieces.insert(1, space);
    }
    wrap(&pieces, style.width)
}

fn lines(excerpt: &Excerpt, style: Style) -> String {
    let (open, close) = if style.colour { (BOLD, RESET) } else { ("*", "*") };
    let piece = |(found, run): (bool, &str)| {
        let (open, close) = if found { (open, close) } else { ("", "") };
        Piece { text: clean(run), open, close, coded: style.colour }
    };
    let pieces: Vec<Piece> = excerpt.runs().into_iter().map(piece).collect();
    wrap(&pieces, style.width.max(20)).iter().map(|line| format!("{line}\n")).collect()
}
