//! What a right watcher concludes from what was shown at its looks.
//!
//! Written from the definitions of docs/glossary.md, apart from the code that it judges: a fold
//! over the truth of the script at the times of the looks.

use jiff::{SignedDuration, Timestamp};
use news::{Reading, Sighting, VersionKind};

/// A version that should be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// The look that first showed it.
    pub first_seen: Timestamp,
    /// Why it is a version.
    pub kind: VersionKind,
    /// The number of the version whose text it shows again.
    pub returns_to: Option<usize>,
    /// What it says.
    pub reading: Reading,
}

/// The versions that should be there so far, and which of them is shown.
#[derive(Debug, Default)]
pub struct Fold {
    /// In the order of their numbers, the first is number 1.
    pub versions: Vec<Expected>,
    shown: Option<usize>,
}

/// What one look should have concluded.
#[derive(Debug, PartialEq, Eq)]
pub struct Conclusion {
    /// Sightings that are right; the first is the usual one.
    pub sightings: Vec<Sighting>,
    /// The index of the version whose text it shows.
    pub shows: Option<usize>,
}

impl Fold {
    /// Takes the next look: what the article showed then.
    pub fn look(&mut self, at: Timestamp, sighting: Sighting, reading: Option<&Reading>) -> Conclusion {
        let only = |sighting| Conclusion { sightings: vec![sighting], shows: None };
        let Some(reading) = reading else { return only(sighting) };
        let complete_before = self.versions.iter().any(|v| !v.reading.partial);
        if reading.partial && complete_before {
            return only(Sighting::Walled);
        }
        let same_as_shown = self.shown.is_some_and(|i| says_the_same(&self.versions[i].reading, reading));
        if sighting == Sighting::StaleCopy && !same_as_shown && self.shown.is_some() {
            return only(Sighting::StaleCopy);
        }
        let index = if same_as_shown { self.shown.unwrap_or_default() } else { self.place(at, reading) };
        self.shown = Some(index);
        let seen = if sighting == Sighting::StaleCopy { Sighting::Article } else { sighting };
        Conclusion { sightings: vec![seen, Sighting::Article, Sighting::Unchanged], shows: Some(index) }
    }

    /// The index of the version that a text, other than the one shown, belongs to; made if need be.
    fn place(&mut self, at: Timestamp, reading: &Reading) -> usize {
        let again = self.versions.iter().position(|v| says_the_same(&v.reading, reading));
        if again.is_some() && self.alternates_with(reading) {
            return self.versions.iter().rposition(|v| says_the_same(&v.reading, reading)).unwrap_or_default();
        }
        let text = reading.canonical_text();
        let parts_only = self.shown.is_some_and(|i| self.versions[i].reading.canonical_text() == text);
        let text_again = self.versions.iter().position(|v| v.reading.canonical_text() == text);
        let returns_to = again.or(text_again.filter(|_| !parts_only)).map(|i| i + 1);
        let kind = if parts_only { VersionKind::PartsOnly } else { VersionKind::Text };
        self.versions.push(Expected { first_seen: at, kind, returns_to, reading: reading.clone() });
        self.versions.len() - 1
    }

    /// Whether the newest versions are returns, two of them within a day, and the text is among
    /// those seen since the first that came back.
    fn alternates_with(&self, reading: &Reading) -> bool {
        let returns = self.versions.iter().rev().take_while(|v| v.returns_to.is_some()).count();
        let tail = &self.versions[self.versions.len() - returns..];
        let day = SignedDuration::from_hours(24);
        let close = tail.windows(2).any(|w| w[1].first_seen.duration_since(w[0].first_seen) <= day);
        let first = tail.iter().filter_map(|v| v.returns_to).min().unwrap_or(usize::MAX);
        close && self.versions.iter().skip(first - 1).any(|v| says_the_same(&v.reading, reading))
    }
}

fn says_the_same(a: &Reading, b: &Reading) -> bool {
    a.canonical_text() == b.canonical_text() && a.parts_digest() == b.parts_digest()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_become_versions_by_the_definitions() {
        // Looks an hour apart; a letter is a text, `!` an error, `~` a stale copy of the letter after it.
        let cases: &[(&str, &str)] = &[
            ("AAA", "A"),
            ("ABB", "A B"),
            ("ABA", "A B A>1"),
            ("A!B", "A B"),
            ("AB~AB", "A B"),
            ("ABABABA", "A B A>1 B>2"),
            ("ABABABAC", "A B A>1 B>2 C"),
            ("ABCAC", "A B C A>1 C>3"),
            ("ABCDABDCA", "A B C D A>1 B>2"),
        ];
        for (looks, want) in cases {
            let (mut fold, mut hour, mut stale) = (Fold::default(), 0, false);
            for letter in looks.chars() {
                if letter == '~' {
                    stale = true;
                    continue;
                }
                let at = Timestamp::from_second(hour * 3600).expect("a time");
                hour += 1;
                let reading = Reading { headline: Some(letter.to_string()), ..Reading::default() };
                let sighting = if stale { Sighting::StaleCopy } else { Sighting::Article };
                match letter {
                    '!' => fold.look(at, Sighting::Error, None),
                    _ => fold.look(at, sighting, Some(&reading)),
                };
                stale = false;
            }
            let got: Vec<String> = fold
                .versions
                .iter()
                .map(|v| {
                    let text = v.reading.canonical_text();
                    v.returns_to.map_or_else(|| text.clone(), |n| format!("{text}>{n}"))
                })
                .collect();
            assert_eq!(got.join(" "), *want, "{looks}");
        }
    }
}
