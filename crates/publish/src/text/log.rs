//! The log of an article's versions and looks.

use news::{Merge, Timeline, Timestamp, VersionKind};

use super::looks::account;
use super::{BOLD, FAINT, Style, clean, paint, plain};
use crate::words;

/// The versions of an article, newest first, each with what changed; then its looks up to `now`, oldest first, and
/// when the next one is.
pub fn log(timeline: &Timeline, now: Timestamp, style: Style) -> String {
    let article = &timeline.article;
    let mut out = String::new();
    let is_hidden = timeline.versions.is_empty() && !timeline.hidden.is_empty();
    let none = if is_hidden { "(its headline is withdrawn)" } else { "(no headline yet)" };
    for line in plain(article.headline.as_deref().unwrap_or(none), style) {
        out.push_str(&paint(style, BOLD, &line));
        out.push('\n');
    }
    out.push_str(&format!("{} · {}\n", clean(&timeline.outlet.name), clean(&article.url)));
    if let Some(merge) = &timeline.merged {
        out.push_str(&format!("\n{}\n", another_record(merge)));
    }
    for other in &timeline.also_recorded {
        out.push_str(&format!("{}\n", clean(&words::also_recorded(other))));
    }
    for version in timeline.versions.iter().rev() {
        let change = timeline.changes.iter().find(|c| c.to.number == version.number);
        let what = match change {
            Some(change) => words::line(change),
            None if version.kind == VersionKind::ReaderOnly => "Only our reader changed".to_owned(),
            None => "First seen".to_owned(),
        };
        let seen = format!("{} · capture {}", words::date_time(version.first_seen), version.capture);
        out.push_str(&format!("\n{}\n", paint(style, BOLD, &format!("version {}", version.number))));
        out.push_str(&format!("{}\n\n", paint(style, FAINT, &seen)));
        for line in plain(&what, Style { width: style.width.max(24) - 4, ..style }) {
            out.push_str(&format!("    {line}\n"));
        }
        let headline = version.headline.as_deref().unwrap_or_default();
        if !headline.is_empty() {
            for line in plain(headline, Style { width: style.width.max(24) - 4, ..style }) {
                out.push_str(&format!("    {line}\n"));
            }
        }
    }
    for version in &timeline.hidden {
        out.push_str(&format!("\n{}\n", clean(&words::not_shown(version))));
    }
    let next = match (&timeline.merged, &timeline.halted) {
        (Some(_), _) => "It is not looked at any more.".to_owned(),
        (None, Some(halt)) => words::halted(halt),
        (None, None) => words::next_look(timeline, now),
    };
    out.push_str(&format!("\n{}\n{next}\n", account(timeline, now)));
    out
}

/// "This is another record of article 3-4. …": above what is recorded of a merged article.
pub fn another_record(merge: &Merge) -> String {
    format!("This is another record of article {}. {}", merge.into, clean(&words::merged(merge)))
}
