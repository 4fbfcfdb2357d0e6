//! Which version brought every sentence, and which changed it since.
//!
//! Stands on readings and on what a [`Change`] says: its hunks, and which of its rows moved. Start at [`blame`]. A text is
//! cut into sentences and words (`sheet`); a change tells which word was which (`kept`); so every word has the version that
//! brought it, and a sentence has the earliest of those of its words that are still in it.

mod kept;
mod sheet;

use std::borrow::Cow;
use std::collections::HashMap;
use std::num::NonZeroU32;

use news::{Away, Blame, Change, GoneSentence, ReadAfter, Reading, Sentence, Timeline};

use self::kept::{Kept, Touch};
use self::sheet::Sheet;
use crate::{Circumstances, apply, compare};

/// A version, and how the one before became it.
#[derive(Debug, Clone, Copy)]
pub struct Step<'a> {
    /// The version's number.
    pub number: NonZeroU32,
    /// What it said.
    pub reading: &'a Reading,
    /// What the version before said, by the reader that read this one; of no use at the first step.
    pub before: Option<&'a Reading>,
    /// What differs between the two. If it is not known, or does not make the one of the other, they are compared.
    pub change: Option<&'a Change>,
}

/// Returns which version brought every sentence of the last of `steps`, and what became of it since; `None` without steps.
///
/// `steps` are the versions that count, in order, without those that only a reader made.
///
/// - A sentence is a later form of another if it keeps half the words of the shorter of the two, and not only one or two of
///   many. So a sentence that was cut in two goes on in both, two that were joined go on in one, and words such as "the" make
///   no new sentence old.
/// - `changed` names versions with a hunk inside the sentence, or inside those that it was made of, that is not cosmetic.
/// - A paragraph that moved keeps all of it, and so does a sentence that stands elsewhere word for word.
/// - A sentence that had left, or had been changed, and is said again in the same words (but for typesetting), keeps what
///   it had; `away` says since when it had not been said.
/// - Where the version before was read in two ways, what differs between these is the reader's, and nobody's edit: it is
///   neither `changed` nor `gone`. A sentence that only the later of them shows counts as brought by that version.
///
/// # Cost
/// Linear in the sizes of readings and changes, but for the changes that have to be made.
pub fn blame(steps: &[Step<'_>]) -> Option<Blame> {
    let (first, rest) = steps.split_first()?;
    let mut said = Said::by_the_first(Sheet::of(first.reading));
    let mut shown = first.reading;
    for (at, step) in (1..).zip(rest) {
        let before = step.before.unwrap_or(shown);
        if before.canonical_text() != shown.canonical_text() {
            let change = compare(shown, before, &Circumstances::default());
            said = said.goes_on(&change, Sheet::of(before), at - 1, Cause::Reader);
        }
        said = said.goes_on(&fitting(step, before), Sheet::of(step.reading), at, Cause::Outlet);
        shown = step.reading;
    }
    Some(said.told(steps))
}

/// The blame of the last of `versions`, which are versions of this timeline that count, in order; with the changes that it
/// has recorded. See [`blame`].
pub fn blame_of(timeline: &Timeline, versions: &[ReadAfter]) -> Option<Blame> {
    let recorded: HashMap<_, _> =
        timeline.changes.iter().map(|c| ((c.from.capture, c.to.capture), &c.change)).collect();
    let change = |(at, version): (usize, &ReadAfter)| {
        let from = at.checked_sub(1).map(|before| versions[before].read.version.capture)?;
        recorded.get(&(from, version.read.version.capture)).copied()
    };
    let changes: Vec<Option<&Change>> = versions.iter().enumerate().map(change).collect();
    let steps = versions.iter().zip(changes).map(|(version, change)| Step {
        number: version.read.version.number,
        reading: &version.read.reading,
        before: version.before.as_ref(),
        change,
    });
    let steps: Vec<Step<'_>> = steps.collect();
    blame(&steps)
}

/// The change of a step, made anew where it does not fit.
fn fitting<'a>(step: &Step<'a>, before: &Reading) -> Cow<'a, Change> {
    match step.change {
        Some(change) if apply(before, change) == step.reading.canonical_text() => Cow::Borrowed(change),
        _ => Cow::Owned(compare(before, step.reading, &Circumstances::default())),
    }
}

/// Who made a difference.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cause {
    Outlet,
    Reader,
}

/// What happened to a sentence, each list in order. Versions are told by their place among the steps.
#[derive(Clone, Default)]
struct History {
    changed: Vec<usize>,
    cosmetic: Vec<usize>,
    away: Vec<(usize, usize)>,
}

impl History {
    fn with(mut self, other: Self) -> Self {
        merge(&mut self.changed, other.changed);
        merge(&mut self.cosmetic, other.cosmetic);
        merge(&mut self.away, other.away);
        self
    }
}

fn merge<T: Ord>(list: &mut Vec<T>, other: Vec<T>) {
    if !other.is_empty() {
        list.extend(other);
        list.sort_unstable();
        list.dedup();
    }
}

/// A sentence that was said once: the versions of its words, and what had happened to it.
struct Former {
    words: Vec<usize>,
    history: History,
    left: usize,
    /// Its place in the list of those that are gone.
    gone: Option<usize>,
    cause: Cause,
}

struct Gone {
    sentence: sheet::Sentence,
    words: Vec<usize>,
    history: History,
    left: usize,
}

/// A version's text with what is known of it.
struct Said {
    sheet: Sheet,
    /// The version that brought each word.
    words: Vec<usize>,
    /// What happened to each sentence.
    histories: Vec<History>,
    /// Sentences that were said once in other words, or are not said any more, by their text.
    former: HashMap<String, Former>,
    /// Those that are not; `None`: came back.
    gone: Vec<Option<Gone>>,
}

impl Said {
    fn by_the_first(sheet: Sheet) -> Self {
        let (words, histories) = (vec![0; sheet.words.len()], vec![History::default(); sheet.sentences.len()]);
        Self { sheet, words, histories, former: HashMap::new(), gone: Vec::new() }
    }

    /// What is known of the text that a change makes of this one, as the version at `now` among the steps.
    fn goes_on(mut self, change: &Change, new: Sheet, now: usize, cause: Cause) -> Self {
        let kept = Kept::by(change, &self.sheet, &new);
        let origins: Vec<Vec<usize>> =
            (0..new.sentences.len()).map(|index| origins(index, &kept, &self.sheet, &new)).collect();
        let mut heirs = vec![0; self.sheet.sentences.len()];
        origins.iter().flatten().for_each(|&from| heirs[from] += 1);
        let mut histories = std::mem::take(&mut self.histories);
        let otherwise = said_otherwise(&origins, &kept);
        self.part(&heirs, &histories, &otherwise, now, cause);

        let mut words = vec![now; new.words.len()];
        let mut next = Vec::with_capacity(new.sentences.len());
        for (index, from) in origins.iter().enumerate() {
            let sentence = &new.sentences[index];
            if from.is_empty() {
                next.push(self.returned(sentence, &mut words[sentence.words.clone()], now));
                continue;
            }
            for word in sentence.words.clone() {
                let was = kept.from[word].filter(|&was| from.contains(&self.sheet.words[was].sentence));
                words[word] = was.map_or(now, |was| self.words[was]);
            }
            let mut history = inherited(from, &mut heirs, &mut histories);
            let touches = from.iter().map(|&from| kept.before[from]).chain([kept.after[index]]);
            match touches.max() {
                Some(Touch::Words) if cause == Cause::Outlet => history.changed.push(now),
                Some(Touch::Cosmetic) if cause == Cause::Outlet => history.cosmetic.push(now),
                _ => {}
            }
            next.push(history);
        }
        Self { sheet: new, words, histories: next, ..self }
    }

    /// Remembers sentences that are said in other words from now on, or not any more.
    fn part(&mut self, heirs: &[usize], histories: &[History], otherwise: &[bool], now: usize, cause: Cause) {
        for (index, sentence) in self.sheet.sentences.iter().enumerate() {
            if heirs[index] > 0 && !otherwise[index] {
                continue;
            }
            let words = self.words[sentence.words.clone()].to_vec();
            let is_gone = heirs[index] == 0 && cause == Cause::Outlet;
            let gone = is_gone.then_some(self.gone.len());
            if is_gone {
                let sentence = sentence.clone();
                let history = histories[index].clone();
                self.gone.push(Some(Gone { sentence, words: words.clone(), history, left: now }));
            }
            let former = Former { words, history: histories[index].clone(), left: now, gone, cause };
            self.former.insert(text::cosmetic(&sentence.text), former);
        }
    }

    /// The history of a sentence that goes on from none: that of the same one if it was said before.
    fn returned(&mut self, sentence: &sheet::Sentence, words: &mut [usize], now: usize) -> History {
        let Some(former) = self.former.get_mut(&text::cosmetic(&sentence.text)) else { return History::default() };
        if former.words.len() != words.len() {
            return History::default();
        }
        words.copy_from_slice(&former.words);
        if let Some(gone) = former.gone.take() {
            self.gone[gone] = None;
        }
        let mut history = former.history.clone();
        if former.left < now && former.cause == Cause::Outlet {
            history.away.push((former.left, now));
        }
        history
    }

    fn told(self, steps: &[Step<'_>]) -> Blame {
        let number = |at: usize| steps[at].number;
        let since = |list: &[usize], brought| list.iter().filter(|at| **at > brought).map(|at| number(*at)).collect();
        let earliest = |words: &[usize]| words.iter().copied().min().unwrap_or_default();
        let sentence = |(sentence, history): (sheet::Sentence, History)| {
            let brought = earliest(&self.words[sentence.words.clone()]);
            let away = history.away.iter().filter(|(left, _)| *left > brought);
            Sentence {
                block: sentence.block,
                kind: sentence.kind,
                text: sentence.text,
                brought: number(brought),
                is_new: brought > 0,
                changed: since(&history.changed, brought),
                cosmetic: since(&history.cosmetic, brought),
                away: away.map(|&(left, back)| Away { left: number(left), back: number(back) }).collect(),
            }
        };
        let gone = |gone: Gone| {
            let brought = earliest(&gone.words);
            GoneSentence {
                kind: gone.sentence.kind,
                text: gone.sentence.text,
                brought: number(brought),
                changed: since(&gone.history.changed, brought),
                removed: number(gone.left),
            }
        };
        Blame {
            version: number(steps.len() - 1),
            versions: steps.iter().map(|step| step.number).collect(),
            sentences: self.sheet.sentences.into_iter().zip(self.histories).map(sentence).collect(),
            gone: self.gone.into_iter().flatten().map(gone).collect(),
        }
    }
}

/// The earlier sentences that a sentence is a later form of, in order.
fn origins(index: usize, kept: &Kept, old: &Sheet, new: &Sheet) -> Vec<usize> {
    let own = new.sentences[index].words.clone();
    let words = own.len();
    let mut from: Vec<usize> = kept.from[own].iter().flatten().map(|&word| old.words[word].sentence).collect();
    from.sort_unstable();
    let goes_on = |same: &[usize]| is_later_form(same.len(), old.sentences[same[0]].words.len(), words);
    from.chunk_by(|a, b| a == b).filter(|same| goes_on(same)).map(|same| same[0]).collect()
}

/// Which of the earlier sentences are said in other words by those that go on from them.
fn said_otherwise(origins: &[Vec<usize>], kept: &Kept) -> Vec<bool> {
    let mut otherwise: Vec<bool> = kept.before.iter().map(|touch| *touch == Touch::Words).collect();
    for (from, touch) in origins.iter().zip(&kept.after) {
        from.iter().filter(|_| *touch == Touch::Words).for_each(|&from| otherwise[from] = true);
    }
    otherwise
}

/// Whether a sentence of `after` words that shares `shared` with one of `before` is a later form of it.
fn is_later_form(shared: usize, before: usize, after: usize) -> bool {
    let few = shared < 3 && shared < after && 2 * shared < before.max(after);
    2 * shared >= before.min(after) && !few
}

/// The histories of the sentences that one is made of, as one. What nobody else goes on from is taken, not copied.
fn inherited(from: &[usize], heirs: &mut [usize], histories: &mut [History]) -> History {
    let mut all = from.iter().map(|&from| {
        heirs[from] -= 1;
        if heirs[from] == 0 { std::mem::take(&mut histories[from]) } else { histories[from].clone() }
    });
    let first = all.next().unwrap_or_default();
    all.fold(first, History::with)
}
