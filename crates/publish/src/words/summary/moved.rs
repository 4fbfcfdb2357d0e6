//! What changed inside paragraphs that moved. Their differences are whole paragraphs, one that went and one that came: which
//! belong together, and what differs in them, is told by their words.

use std::collections::HashSet;

use news::{Change, ChangeKind, Hunk};

use crate::Mark;

/// Paragraphs that moved and are not word for word the same, at most: each is held against each.
const MOST: usize = 64;

/// A difference for each paragraph that moved and was edited, `…` for what stayed between what differs in it.
pub(super) fn edits(change: &Change) -> Vec<Hunk> {
    let moved = |side: fn(&Hunk) -> &String| {
        let of = move |hunk: &&Hunk| hunk.kinds.contains(&ChangeKind::MovedPara) && !side(hunk).trim().is_empty();
        change.hunks.iter().filter(of)
    };
    let texts = |hunks: &[&Hunk], side: fn(&Hunk) -> &String| -> HashSet<String> {
        hunks.iter().map(|hunk| side(hunk).trim().to_owned()).collect()
    };
    let (gone, come): (Vec<&Hunk>, Vec<&Hunk>) = (moved(|h| &h.before).collect(), moved(|h| &h.after).collect());
    let (stood, stand) = (texts(&gone, |h| &h.before), texts(&come, |h| &h.after));
    let mut gone: Vec<&str> = gone.into_iter().map(|h| h.before.trim()).filter(|t| !stand.contains(*t)).collect();
    gone.truncate(MOST);
    let edited = come.into_iter().filter(|hunk| !stood.contains(hunk.after.trim())).take(MOST);
    edited.filter_map(|hunk| edit(&mut gone, hunk)).collect()
}

/// The words that differ between a paragraph that came and the likest of those that went, which is taken out.
fn edit(gone: &mut Vec<&str>, hunk: &Hunk) -> Option<Hunk> {
    let now = hunk.after.trim();
    let words: HashSet<&str> = now.split_whitespace().collect();
    let alike = |text: &str| text.split_whitespace().filter(|word| words.contains(word)).count();
    let (at, _) = gone.iter().enumerate().max_by_key(|(_, text)| alike(text))?;
    let was = gone.remove(at);
    let segments = Mark::between(was, now);
    let of = |mark: Mark| {
        let runs = segments.iter().filter(|s| s.mark == mark && s.text.contains(char::is_alphanumeric));
        runs.map(|s| s.text.trim()).collect::<Vec<_>>().join(" … ")
    };
    let kinds: Vec<ChangeKind> = hunk.kinds.iter().copied().filter(|kind| *kind != ChangeKind::MovedPara).collect();
    // Rows from before types were told of such paragraphs say only that they moved.
    let kinds = if kinds.is_empty() { vec![ChangeKind::MinorWording] } else { kinds };
    Some(Hunk { kinds, before: of(Mark::Removed), after: of(Mark::Added), ..hunk.clone() })
}
