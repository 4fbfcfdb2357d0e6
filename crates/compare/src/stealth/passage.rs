//! What a difference counts by where it stands.

use std::cell::OnceCell;
use std::ops::Range;

use news::{Change, ChangeKind, Hunk, Region};
use text::is_contact_line;

/// Differences of a change whose passages are looked at; with more of them none is what counts.
pub(super) const LOOKED_AT: usize = 100;

/// What is asked of both texts for each difference.
pub(super) struct Passages<'a> {
    texts: [&'a str; 2],
    /// Where the later text says whom to call, in scalars; looked for where a name or number differs.
    contacts: OnceCell<Vec<Range<usize>>>,
    is_looked_at: bool,
    /// Whether the headline, and the standfirst, were put in other words.
    put_otherwise: [bool; 2],
}

/// Words of a headline that differ, from which on it was put in other words.
const MANY_WORDS: usize = 4;

impl<'a> Passages<'a> {
    pub fn of(change: &Change, texts: [&'a str; 2]) -> Self {
        let put_otherwise = [Region::Headline, Region::Standfirst].map(|place| {
            let words = |text: &str| text.split_whitespace().count();
            let hunks = change.hunks.iter().filter(|hunk| hunk.place == place);
            hunks.map(|hunk| words(&hunk.before).max(words(&hunk.after))).sum::<usize>() >= MANY_WORDS
        });
        Self { texts, contacts: OnceCell::new(), is_looked_at: change.hunks.len() <= LOOKED_AT, put_otherwise }
    }

    /// What a difference counts by the passage that it stands in: next to nothing where the words stand elsewhere, in another
    /// order, and little where a whole headline is put in other words or the passage says whom to call.
    pub fn factor(&self, hunk: &Hunk) -> f32 {
        const MOVED: f32 = 0.1;
        const PUT_OTHERWISE: f32 = 0.5;
        const CONTACT: f32 = 0.3;
        let is_put_otherwise = || match hunk.place {
            Region::Headline => self.put_otherwise[0],
            Region::Standfirst => self.put_otherwise[1],
            _ => false,
        };
        if !self.is_looked_at {
            1.0
        } else if is_moved(&hunk.before, self.texts[1]) && is_moved(&hunk.after, self.texts[0]) {
            MOVED
        } else if is_put_otherwise() {
            PUT_OTHERWISE
        } else if self.is_contact(hunk) {
            CONTACT
        } else {
            1.0
        }
    }
}

impl Passages<'_> {
    fn is_contact(&self, hunk: &Hunk) -> bool {
        use ChangeKind::{NameAdded, NameChanged, NameRemoved, NumberAdded, NumberChanged, NumberRemoved};
        let is_of_contact = |kind: &ChangeKind| {
            matches!(kind, NameAdded | NameChanged | NameRemoved | NumberAdded | NumberChanged | NumberRemoved)
        };
        hunk.kinds.iter().any(is_of_contact)
            && self.contacts.get_or_init(|| contacts(self.texts[1])).iter().any(|line| line.contains(&hunk.after_start))
    }
}

/// The lines of a text that say whom to call, in scalars.
fn contacts(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let lines = text.split('\n').map(|line| {
        let end = start + line.chars().count() + 1;
        let range = start..end;
        start = end;
        (line, range)
    });
    lines.filter(|(line, _)| is_contact_line(line)).map(|(_, range)| range).collect()
}

/// Whether some words, or their first sentences, stand in a text; none do.
fn is_moved(words: &str, text: &str) -> bool {
    const LEAST: usize = 4;
    let words = words.trim();
    let whole = words.rfind(['.', '!', '?']).map_or(words, |stop| &words[..=stop]);
    words.is_empty() || whole.split_whitespace().nth(LEAST - 1).is_some() && text.contains(whole)
}

/// Whether a text holds some words, not as a part of others.
pub(super) fn holds(text: &str, words: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(at, _)| {
        !is_letter(text[..at].chars().next_back()) && !is_letter(text[at + words.len()..].chars().next())
    })
}
