//! Truth against found over recorded pages: what was published that nobody changed?

use anyhow::Result;
use jiff::Timestamp;
use news::{Timeline, VersionKind};
use newsroom::{Line, Replay, Truth};
use serde::Serialize;
use store::Store;

/// The figures of a replay.
#[derive(Debug, Default, Serialize)]
pub struct Figures {
    /// Addresses in the file.
    pub addresses: usize,
    /// Looks that were made.
    pub looks: usize,
    /// Versions that were recorded.
    pub versions: usize,
    /// Pairs of lines between which nothing was changed, by the file's truth.
    pub same_pairs: usize,
    /// Those among them whose bytes differ.
    pub same_pairs_whose_bytes_differ: usize,
    /// Changes of text that were published although nothing was changed.
    pub false_text: usize,
    /// Changes of parts alone (byline, caption, …) that were published although nothing was changed.
    pub false_parts: usize,
    /// Both.
    pub r#false: usize,
    /// Pairs between which something was changed.
    pub changed_pairs: usize,
    /// Those among them for which a change was published.
    pub found: usize,
    /// Lines whose looks showed no text of the article.
    pub empties: usize,
    /// Lines that no look came to.
    pub unseen: usize,
    /// The addresses of false changes and of missed ones.
    pub false_addresses: Vec<String>,
    /// See above.
    pub missed_addresses: Vec<String>,
}

/// Compares what the store says with the truth of a replay.
///
/// # Errors
/// When the store or a page cannot be read.
pub fn verify(replay: &Replay, store: &Store) -> Result<Figures> {
    let mut figures = Figures::default();
    for url in replay.urls() {
        figures.addresses += 1;
        let key = discover::address::key(url)?;
        let timeline = store.read_blocking(move |tx| match store::articles::find_article(tx, &key)? {
            Some(id) => store::timelines::timeline_of(tx, id),
            None => Ok(None),
        })?;
        let lines = replay.lines_of(url);
        match timeline {
            Some(timeline) => check(replay, url, &lines, &timeline, &mut figures)?,
            None => figures.unseen += lines.len(),
        }
    }
    figures.r#false = figures.false_text + figures.false_parts;
    Ok(figures)
}

fn check(replay: &Replay, url: &str, lines: &[&Line], timeline: &Timeline, figures: &mut Figures) -> Result<()> {
    figures.looks += timeline.looks.len();
    figures.versions += timeline.versions.iter().filter(|v| v.kind != VersionKind::ReaderOnly).count();
    for (index, line) in lines.iter().enumerate() {
        let from = line.time;
        let to = lines.get(index + 1).map_or(Timestamp::MAX, |next| next.time);
        let inside = |at: Timestamp| at >= from && at < to;
        let mut looks = timeline.looks.iter().filter(|l| inside(l.at)).peekable();
        if looks.peek().is_none() {
            figures.unseen += 1;
        } else if !looks.any(|l| l.shows.is_some()) {
            figures.empties += 1;
        }
        let published: Vec<VersionKind> =
            timeline.changes.iter().filter(|c| inside(c.to.first_seen)).map(|c| c.to.kind).collect();
        let text = published.iter().filter(|k| **k == VersionKind::Text).count();
        let parts = published.iter().filter(|k| **k == VersionKind::PartsOnly).count();
        match line.truth {
            Some(Truth::Same) => {
                figures.same_pairs += 1;
                let before = replay.body(lines[index - 1])?;
                figures.same_pairs_whose_bytes_differ += usize::from(before != replay.body(line)?);
                figures.false_text += text;
                figures.false_parts += parts;
                if text + parts > 0 {
                    figures.false_addresses.push(url.to_owned());
                }
            }
            Some(Truth::Changed) => {
                figures.changed_pairs += 1;
                figures.found += usize::from(text + parts > 0);
                if text + parts == 0 {
                    figures.missed_addresses.push(url.to_owned());
                }
            }
            None => {}
        }
    }
    Ok(())
}

impl Figures {
    /// The figures for people, a line each.
    pub fn lines(&self) -> Vec<String> {
        let share = |n: usize, of: usize| if of == 0 { 0.0 } else { 100.0 * n as f64 / of as f64 };
        let per_thousand = |n: usize| 10.0 * share(n, self.looks);
        vec![
            format!("addresses                            {:>7}", self.addresses),
            format!("looks                                {:>7}", self.looks),
            format!("versions                             {:>7}", self.versions),
            format!("pairs with nothing changed           {:>7}", self.same_pairs),
            format!("  whose bytes differ                 {:>7}", self.same_pairs_whose_bytes_differ),
            format!(
                "  false published changes            {:>7}   {:.2} % of the pairs whose bytes differ",
                self.r#false,
                share(self.r#false, self.same_pairs_whose_bytes_differ)
            ),
            format!("    of text, of parts alone          {:>7}   {}", self.false_text, self.false_parts),
            format!("  FALSE PUBLISHED CHANGES PER 1,000 LOOKS   {:.2}", per_thousand(self.r#false)),
            format!("pairs with a change                  {:>7}", self.changed_pairs),
            format!(
                "  found                              {:>7}   {:.2} %",
                self.found,
                share(self.found, self.changed_pairs)
            ),
            format!("lines without a text of the article  {:>7}", self.empties),
            format!("lines that no look came to           {:>7}", self.unseen),
        ]
    }
}
