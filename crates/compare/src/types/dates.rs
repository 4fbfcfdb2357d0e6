//! Days and times that are others, or the same in other words.

use std::ops::Range;

use news::{ChangeKind, Days, Fact};
use text::Moment;

use super::{Reader, Work};
use crate::pairing::Thing;

impl Work<'_, '_> {
    pub(super) fn dates(&mut self) {
        let words = |side: &Reader<'_>| -> Vec<Range<usize>> { side.moments.iter().map(|t| t.words.clone()).collect() };
        if !self.ground.touches(words(&self.before).iter(), words(&self.after).iter()) {
            return;
        }
        let written = self.context.written;
        let things = |side: &Reader<'_>, day| -> Vec<Thing> {
            let thing = |m: &Moment| Thing { words: m.words.clone(), key: m.said.shown(day) };
            side.moments.iter().map(thing).collect()
        };
        let matches = self.ground.matches(&things(&self.before, written[0]), &things(&self.after, written[1]));
        for found in matches {
            let old = found.before.map(|i| self.before.moments[i].clone());
            let new = found.after.map(|i| self.after.moments[i].clone());
            let words = |side: &Reader<'_>, m: &Moment| side.passage.slice(&m.words).to_owned();
            let (before, after) =
                (old.as_ref().map(|m| words(&self.before, m)), new.as_ref().map(|m| words(&self.after, m)));
            let kind = match (&old, &new) {
                _ if before == after => continue,
                (Some(old), Some(new)) if old.said.is_same(&new.said, written) => ChangeKind::DateRephrased,
                // "This year" that came or went by itself is a way of speaking.
                (Some(Moment { said, .. }), None) | (None, Some(Moment { said, .. }))
                    if said.years_ahead.or(said.weeks_ahead).or(said.months_ahead).is_some() =>
                {
                    continue;
                }
                _ => ChangeKind::DateChanged,
            };
            let shown = |m: &Option<Moment>, day| m.as_ref().map(|m| m.said.shown(day));
            let days = Days { before: shown(&old, written[0]), after: shown(&new, written[1]) };
            let fact = Fact { kind, before, after, amount: None, days: Some(days) };
            let words = [old.as_ref().map(|m| &m.words), new.as_ref().map(|m| &m.words)];
            self.say_of(found.hunk, kind, Some(fact), words);
        }
    }
}
