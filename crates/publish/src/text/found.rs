//! What a search found, for a terminal.

use news::Hit;
use text::search::Query;

use super::{BOLD, FAINT, RESET, Style, clean, paint};
use crate::excerpt::{Excerpt, Excerpts};
use crate::text::wrap::{Piece, wrap};
use crate::words;

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

fn lines(excerpt: &Excerpt, style: Style) -> String {
    let (open, close) = if style.colour { (BOLD, RESET) } else { ("*", "*") };
    let piece = |(found, run): (bool, &str)| {
        let (open, close) = if found { (open, close) } else { ("", "") };
        Piece { text: clean(run), open, close, coded: style.colour }
    };
    let pieces: Vec<Piece> = excerpt.runs().into_iter().map(piece).collect();
    wrap(&pieces, style.width.max(20)).iter().map(|line| format!("{line}\n")).collect()
}
