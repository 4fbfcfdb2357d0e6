//! Quotations that came, went, differ, or are put into another mouth: looked at over the whole of both texts.

mod known;

use std::cell::RefCell;
use std::collections::{HashMap, VecDeque};
use std::ops::Range;
use std::rc::Rc;

use news::{ChangeKind, Fact};
use text::{Passage, TokenKind, differ_in_accents, is_function_word, is_misspelling};

use crate::align::Link;
use crate::context::Context;
use crate::hunks::Draft;
use crate::side::Side;
use crate::types::{is_misspelt, overlap};
use known::{Quote, unchanged};
pub(crate) use known::{Quotes, may_differ};

/// Fewer words between marks are no quotation whose change is told as one: the marks are.
const LEAST_WORDS: usize = 3;
/// So many words more or less that one of them denies turn a quotation round.
const FEW_WORDS: usize = 3;
/// The first block of the body.
const BODY: usize = 2;
/// Letters of a shorter one, at least, where it is known who says it.
const LEAST_LETTERS: usize = 8;
/// Words in common, of both together, from which on two quotations are one with other words. ANALYSIS 3.2.
const SAME: f64 = 0.5;
/// The same for the shorter one alone, where one was cut out of the other.
const CUT: f64 = 0.8;
/// Words of a quotation that are left without marks, from which on it is told in other form. ANALYSIS 3.2.
const PARAPHRASED: f64 = 0.6;
/// Quotations of both sides, multiplied, that are held against each other one by one.
const MEETINGS_MAX: usize = 40_000;

/// What happened to a quotation.
struct Told {
    kind: ChangeKind,
    before: Option<usize>,
    after: Option<usize>,
}

/// Adds to the drafts what happened to quotations, and notes whose words each lies in.
pub(crate) fn tell(
    drafts: &mut [Draft],
    sides: [&Side<'_>; 2],
    links: &[Link],
    quotes: &[Quotes; 2],
    context: &Context<'_>,
) {
    let mut link_of = [vec![None; sides[0].pieces.len()], vec![None; sides[1].pieces.len()]];
    for (i, link) in links.iter().enumerate().filter(|(_, link)| !link.moved) {
        link_of[0][link.before.clone()].fill(Some(i));
        link_of[1][link.after.clone()].fill(Some(i));
    }
    let work = Work { sides, links, link_of, quotes, context, freed: RefCell::default() };
    for told in work.all() {
        work.attach(drafts, &told);
    }
    for draft in drafts.iter_mut() {
        let around = quotes[0].around(&draft.before).or_else(|| quotes[1].around(&draft.after));
        draft.quote = around.is_some();
        draft.speaker = around.and_then(|q| q.speaker.clone()).or(draft.speaker.take());
        if draft.kinds.is_empty() {
            draft.kinds.push(ChangeKind::MinorWording);
        }
        draft.kinds.sort_unstable();
        draft.kinds.dedup();
    }
}

struct Work<'a, 'c> {
    sides: [&'a Side<'a>; 2],
    links: &'a [Link],
    /// For each piece of both sides, the link that it stands in.
    link_of: [Vec<Option<usize>>; 2],
    quotes: &'a [Quotes; 2],
    context: &'a Context<'c>,
    /// For each side and link that was asked for: see [`Work::freed`].
    freed: RefCell<HashMap<(usize, usize), Rc<Freed>>>,
}

/// How much oftener words stand outside quotations on the other side.
type Freed = HashMap<String, i32>;

impl Work<'_, '_> {
    fn all(&self) -> Vec<Told> {
        let [old, new] = [&self.quotes[0].0, &self.quotes[1].0];
        let (open_old, open_new) = self.open();
        let (pairs, gone, come) = self.matched(&open_old, &open_new);
        let mut told = Vec::new();
        for &(b, a) in &pairs {
            if let Some(kind) = self.difference(&old[b], &new[a]) {
                told.push(Told { kind, before: Some(b), after: Some(a) });
            }
            if self.is_other_speaker(&old[b], &new[a]) {
                told.push(Told { kind: ChangeKind::QuoteSpeakerChanged, before: Some(b), after: Some(a) });
            }
        }
        let is_long = |q: &Quote| q.words.len() >= LEAST_WORDS;
        for b in gone.into_iter().filter(|&b| is_long(&old[b])) {
            let is_told = self.is_paraphrased(&old[b], 0);
            let kind = if is_told { ChangeKind::QuoteToParaphrase } else { ChangeKind::QuoteRemoved };
            told.push(Told { kind, before: Some(b), after: None });
        }
        for a in come.into_iter().filter(|&a| is_long(&new[a])) {
            let is_told = self.is_paraphrased(&new[a], 1);
            let kind = if is_told { ChangeKind::ParaphraseToQuote } else { ChangeKind::QuoteAdded };
            told.push(Told { kind, before: None, after: Some(a) });
        }
        told
    }

    /// Quotations in pieces that are not the same on both sides.
    fn open(&self) -> (Vec<usize>, Vec<usize>) {
        let same = unchanged(self.sides, self.links.iter());
        let open = |side: usize| {
            (0..self.quotes[side].0.len()).filter(|&i| !same[side][self.quotes[side].0[i].piece]).collect()
        };
        (open(0), open(1))
    }

    /// Which quotations are the same one, and which have no other.
    fn matched(&self, open_old: &[usize], open_new: &[usize]) -> (Vec<(usize, usize)>, Vec<usize>, Vec<usize>) {
        let [old, new] = [&self.quotes[0].0, &self.quotes[1].0];
        let mut places: HashMap<&[String], VecDeque<usize>> = HashMap::new();
        for &a in open_new {
            places.entry(&new[a].words).or_default().push_back(a);
        }
        let mut pairs = Vec::new();
        let mut gone = Vec::new();
        for &b in open_old {
            match places.get_mut(&old[b].words[..]).and_then(VecDeque::pop_front) {
                Some(a) => pairs.push((b, a)),
                None => gone.push(b),
            }
        }
        let mut taken = vec![false; new.len()];
        pairs.iter().for_each(|p| taken[p.1] = true);
        let mut come: Vec<usize> = open_new.iter().copied().filter(|&a| !taken[a]).collect();
        let mut alike: Vec<(u64, usize, usize)> = Vec::new();
        if gone.len() * come.len() <= MEETINGS_MAX {
            for &b in &gone {
                let of_one = |a: usize| {
                    let (old, new) = (&old[b], &new[a]);
                    let same_link = self.link_of[0][old.piece].is_some_and(|l| self.link_of[1][new.piece] == Some(l));
                    same_link
                        && old.speaker.is_some()
                        && old.speaker == new.speaker
                        && old.words.len().min(new.words.len()) > 2
                        && old.words[..2] == new.words[..2]
                };
                // What a headline quotes is another quotation than one of the text that says nearly the same.
                let in_head = |side: usize, piece: usize| self.sides[side].pieces[piece].block < BODY;
                let alikeness = |a: usize| {
                    let is_near = in_head(0, old[b].piece) == in_head(1, new[a].piece);
                    likeness(&old[b].words, &new[a].words).filter(|_| is_near).or_else(|| of_one(a).then_some(1))
                };
                alike.extend(come.iter().filter_map(|&a| alikeness(a).map(|l| (l, b, a))));
            }
        }
        alike.sort_by_key(|&(likeness, b, a)| (std::cmp::Reverse(likeness), b, a));
        let mut left = vec![false; old.len()];
        for (_, b, a) in alike {
            if !left[b] && !taken[a] {
                (left[b], taken[a]) = (true, true);
                pairs.push((b, a));
            }
        }
        gone.retain(|&b| !left[b]);
        come.retain(|&a| !taken[a]);
        (pairs, gone, come)
    }

    /// What differs in the words of one quotation.
    fn difference(&self, old: &Quote, new: &Quote) -> Option<ChangeKind> {
        let (was, is) = (&old.words, &new.words);
        let letters = |words: &[String]| words.iter().map(|word| word.chars().count()).sum::<usize>();
        // A word or two that somebody is found to say: "very angry".
        let is_said = old.speaker.is_some() && new.speaker.is_some() && letters(was).min(letters(is)) >= LEAST_LETTERS;
        if was == is || was.len().max(is.len()) < LEAST_WORDS && !is_said {
            return None;
        }
        let is_slip = |(a, b): (&String, &String)| {
            a == b
                || differ_in_accents(a, b)
                || is_misspelling(a, b, self.context.language, |word| self.context.stands_in_both(word))
        };
        let same_length = was.len() == is.len();
        Some(if same_length && was.iter().zip(is).all(is_slip) {
            ChangeKind::QuoteTypo
        } else if was.len().abs_diff(is.len()) <= FEW_WORDS && self.denies(was) != self.denies(is) {
            ChangeKind::QuoteChanged
        } else if is_within(is, was) {
            ChangeKind::QuoteTrimmed
        } else if is_within(was, is) {
            ChangeKind::QuoteExtended
        } else {
            ChangeKind::QuoteChanged
        })
    }

    /// How many of some words deny.
    fn denies(&self, words: &[String]) -> usize {
        words.iter().filter(|word| text::is_negation(word, self.context.language)).count()
    }

    fn is_other_speaker(&self, old: &Quote, new: &Quote) -> bool {
        let (Some(was), Some(is)) = (&old.speaker, &new.speaker) else { return false };
        let lower = |name: &str| name.to_lowercase().replace('’', "'");
        let (was, is) = (lower(was), lower(is));
        let last = |name: &str| name.rsplit(' ').next().unwrap_or("").to_owned();
        let is_part =
            |short: &str, long: &str| long.split(' ').any(|word| word == last(short)) && short.split(' ').count() == 1;
        // "Coun Ruth Penhale", "Cllr Ruth Penhale"
        let ends = |name: &str| -> Vec<String> { name.rsplit(' ').take(2).map(str::to_owned).collect() };
        let is_full = ends(&was).len() == 2 && ends(&was) == ends(&is);
        // "the trust that runs the school", "the Pathfinder trust": one is described, the other named, by one noun.
        let names = |speaker: &Option<String>| speaker.as_deref().is_some_and(|name| name.contains(char::is_uppercase));
        let shares_noun = || {
            let is_noun = |word: &&str| !is_function_word(word, self.context.language);
            was.split(' ').filter(is_noun).any(|word| is.split(' ').any(|other| other == word))
        };
        let is_described = names(&old.speaker) != names(&new.speaker) && shares_noun();
        was != is
            && !is_described
            && !is_full
            && !differ_in_accents(&was, &is)
            && !is_part(&was, &is)
            && !is_part(&is, &was)
            && !is_misspelt(&was, &is, self.context)
    }

    /// Whether most of a quotation's words stand on the other side without marks, where they did not stand before.
    fn is_paraphrased(&self, quote: &Quote, side: usize) -> bool {
        let Some(link) = self.link_of[side][quote.piece] else { return false };
        let freed = self.freed(side, link);
        let telling: Vec<&String> =
            quote.words.iter().filter(|w| !is_function_word(w, self.context.language)).collect();
        let telling = if telling.is_empty() { quote.words.iter().collect() } else { telling };
        let mut taken: HashMap<&str, i32> = HashMap::new();
        let left = telling.iter().filter(|word| {
            let taken = taken.entry(word.as_str()).or_default();
            let is_left = freed.get(word.as_str()).is_some_and(|n| *n > *taken);
            *taken += i32::from(is_left);
            is_left
        });
        let share = left.count() as f64 / telling.len().max(1) as f64;
        share >= PARAPHRASED
    }

    /// How much oftener words stand outside quotations on the other side of a link; counted once for all its quotations.
    fn freed(&self, side: usize, link: usize) -> Rc<Freed> {
        let count = || {
            let Link { before, after, .. } = &self.links[link];
            let (own, other) = if side == 0 { (before, after) } else { (after, before) };
            let mut freed = self.unquoted(1 - side, other);
            for (word, n) in self.unquoted(side, own) {
                *freed.entry(word).or_default() -= n;
            }
            Rc::new(freed)
        };
        Rc::clone(self.freed.borrow_mut().entry((side, link)).or_insert_with(count))
    }

    /// How often words stand outside quotations in some pieces.
    fn unquoted(&self, side: usize, pieces: &Range<usize>) -> Freed {
        let mut count = HashMap::new();
        for piece in &self.sides[side].pieces[pieces.clone()] {
            let passage = Passage::of(piece.text);
            for i in (0..passage.len()).filter(|&i| passage.kind(i) != TokenKind::Mark) {
                let at = passage.tokens[i].start + piece.start;
                if self.quotes[side].around(&(at..at + 1)).is_none() {
                    *count.entry(passage.lower(i).to_owned()).or_default() += 1;
                }
            }
        }
        count
    }

    fn attach(&self, drafts: &mut [Draft], told: &Told) {
        let before = told.before.map(|b| &self.quotes[0].0[b]);
        let after = told.after.map(|a| &self.quotes[1].0[a]);
        if told.kind == ChangeKind::QuoteSpeakerChanged {
            return self.attach_speaker(drafts, before, after);
        }
        let fact = Fact {
            kind: told.kind,
            before: before.map(|q| self.sides[0].text[q.bytes.clone()].to_owned()),
            after: after.map(|q| self.sides[1].text[q.bytes.clone()].to_owned()),
            amount: None,
            days: None,
        };
        let mut fact = Some(fact);
        let reach = near(drafts, before, after);
        for draft in &mut drafts[reach] {
            let touches = before.is_some_and(|q| touches(&draft.before, &q.bytes))
                || after.is_some_and(|q| touches(&draft.after, &q.bytes));
            let is_only = |kinds: &[ChangeKind]| draft.kinds.iter().all(|k| kinds.contains(k));
            use ChangeKind::{Case, Cosmetic, Merged, MovedPara, Punct, QuoteMarks, Split};
            let is_paired = told.before.is_some() && told.after.is_some();
            let is_marks = is_only(&[Punct, Cosmetic, Case, Split, Merged, QuoteMarks])
                && (is_paired || !draft.kinds.contains(&QuoteMarks));
            if !touches || is_marks {
                continue;
            }
            // What changed in a paragraph that moved is told where it stands now.
            if draft.kinds.contains(&MovedPara) {
                if !draft.after.is_empty() && is_paired {
                    draft.kinds.push(told.kind);
                    draft.facts.extend(fact.take());
                }
                continue;
            }
            let covers = |range: &Range<usize>, q: Option<&Quote>| {
                q.is_some_and(|q| {
                    2 * (range.end.min(q.bytes.end).saturating_sub(range.start.max(q.bytes.start))) >= range.len()
                })
            };
            let is_covered = match (before, after) {
                (None, Some(_)) => covers(&draft.after, after),
                (Some(_), None) => covers(&draft.before, before),
                _ if draft.before.is_empty() => covers(&draft.after, after),
                _ => covers(&draft.before, before),
            };
            // One difference may hold thousands of quotations: what the first of a kind takes away is gone.
            if is_covered || !draft.kinds.contains(&told.kind) {
                let is_clause = self.is_clause(draft);
                draft.kinds.retain(|kind| !is_told_by(*kind, told.kind, is_covered, is_clause));
                draft.facts.retain(|fact| !is_told_by(fact.kind, told.kind, is_covered, is_clause));
                draft.kinds.push(told.kind);
            }
            draft.speaker = before.or(after).and_then(|q| q.speaker.clone());
            draft.facts.extend(fact.take());
        }
    }

    /// Whether some words came or went together that say more than a word or two.
    fn is_clause(&self, draft: &Draft) -> bool {
        let words = |side: &Side<'_>, range: &Range<usize>| {
            side.text[range.clone()].split_whitespace().take(CLAUSE_WORDS).count()
        };
        let (before, after) = (words(self.sides[0], &draft.before), words(self.sides[1], &draft.after));
        before.min(after) == 0 && before.max(after) >= CLAUSE_WORDS
    }

    /// The speaker differs where the speaker or the verb stands; if nothing does there, nearest to the quotation.
    fn attach_speaker(&self, drafts: &mut [Draft], before: Option<&Quote>, after: Option<&Quote>) {
        let (Some(before), Some(after)) = (before, after) else { return };
        let length = drafts.len();
        let reach = near(drafts, Some(before), Some(after));
        let drafts = &mut drafts[reach.start.saturating_sub(NEAR)..(reach.end + NEAR).min(length)];
        let is_beside = |draft: &Draft| {
            before.beside.iter().any(|r| touches(&draft.before, r))
                || after.beside.iter().any(|r| touches(&draft.after, r))
        };
        let near = |draft: &Draft| self.sides[1].piece_at(draft.after.start) == after.piece;
        let distance = |draft: &Draft| {
            draft.after.start.abs_diff(after.bytes.end).min(draft.after.end.abs_diff(after.bytes.start))
        };
        let kind = ChangeKind::QuoteSpeakerChanged;
        let beside = drafts.iter().position(is_beside);
        let nearest = || (0..drafts.len()).filter(|&i| near(&drafts[i])).min_by_key(|&i| distance(&drafts[i]));
        let Some(place) = beside.or_else(nearest) else { return };
        let end = if beside.is_some() { self.end_of_source(drafts, place) } else { place };
        for draft in &mut drafts[place..=end] {
            draft.kinds.retain(|k| !is_told_by_speaker(*k, beside.is_some()));
            draft.facts.retain(|f| !is_told_by_speaker(f.kind, beside.is_some()));
            draft.kinds.push(kind);
        }
        let draft = &mut drafts[place];
        draft.facts.push(Fact {
            kind,
            before: before.speaker.clone(),
            after: after.speaker.clone(),
            amount: None,
            days: None,
        });
    }

    /// "a lawyer of the family" became "a doctor of the clinic": the last difference in who speaks, by words alone.
    fn end_of_source(&self, drafts: &[Draft], first: usize) -> usize {
        let text = &self.sides[1].text;
        let is_phrase = |between: &str| {
            const PARTS: &[char] =
                &[',', '.', ';', ':', '\n', '"', '“', '”', '„', '«', '»', '‘', '’', '!', '?', '–', '—'];
            between.len() <= PHRASE_BYTES && !between.contains(PARTS)
        };
        let is_rest = |pair: &&[Draft]| {
            text.get(pair[0].after.end..pair[1].after.start).is_some_and(is_phrase)
                && !pair[1].before.is_empty()
                && !pair[1].after.is_empty()
                && pair[1].kinds.iter().all(|kind| is_told_by_speaker(*kind, true))
        };
        first + drafts[first..].windows(2).take_while(is_rest).count()
    }
}

/// What may stand between two differences in who speaks, in bytes: "of the".
const PHRASE_BYTES: usize = 24;
/// Words from which on what came or went in a quotation is told as that alone.
const CLAUSE_WORDS: usize = 4;

/// Whether a type of words says nothing more once it is told that somebody else says so. `is_there`: it differs in the words
/// for who says so.
fn is_told_by_speaker(kind: ChangeKind, is_there: bool) -> bool {
    use ChangeKind as K;
    match kind {
        K::AttribChanged | K::MinorWording | K::Reworded | K::QuoteSpeakerChanged => true,
        K::TitleChanged
        | K::CosmeticNumber
        | K::NameAdded
        | K::NameRemoved
        | K::NegationFlip
        | K::HedgeAdded
        | K::HedgeRemoved => is_there,
        _ => false,
    }
}

/// Whether a type of words says nothing more once the quotation's type is told. `is_covered`: the quotation makes up most
/// of the difference; `is_clause`: the difference is several words that came or went together.
fn is_told_by(kind: ChangeKind, quote: ChangeKind, is_covered: bool, is_clause: bool) -> bool {
    use ChangeKind as K;
    let is_wording = matches!(kind, K::Reworded | K::MinorWording | K::Typo);
    let comes_or_goes = matches!(
        kind,
        K::HedgeAdded
            | K::HedgeRemoved
            | K::NegationFlip
            | K::NameAdded
            | K::NameRemoved
            | K::NumberAdded
            | K::NumberRemoved
            | K::DateChanged
    );
    match quote {
        K::QuoteRemoved | K::QuoteAdded => {
            (is_covered && (is_wording || comes_or_goes))
                || matches!(kind, K::QuoteMarks | K::Punct | K::AttribAdded | K::AttribRemoved)
        }
        K::QuoteToParaphrase | K::ParaphraseToQuote => is_wording || matches!(kind, K::QuoteMarks | K::Punct | K::Case),
        K::QuoteTrimmed | K::QuoteExtended if is_covered && is_clause && comes_or_goes => true,
        // Every word is the same but for a slip, so nothing else can be another.
        K::QuoteTypo if is_covered && (comes_or_goes || matches!(kind, K::NumberChanged | K::TitleChanged)) => true,
        // Its words say that it is another, or the opposite.
        K::QuoteChanged if is_covered && kind == K::NegationFlip => true,
        _ => is_wording || matches!(kind, K::Case | K::Punct),
    }
}

/// Drafts before and after a quotation in which its speaker is looked for.
const NEAR: usize = 12;

/// The drafts that can touch a quotation: they stand in order on both sides.
fn near(drafts: &[Draft], before: Option<&Quote>, after: Option<&Quote>) -> Range<usize> {
    let old = before.map(|q| {
        drafts.partition_point(|d| d.before.end < q.bytes.start)
            ..drafts.partition_point(|d| d.before.start <= q.bytes.end)
    });
    let new = after.map(|q| {
        drafts.partition_point(|d| d.after.end < q.bytes.start)
            ..drafts.partition_point(|d| d.after.start <= q.bytes.end)
    });
    match (old, new) {
        (Some(old), Some(new)) if old.start.abs_diff(new.start) > FAR => new, // it moved
        (Some(old), Some(new)) => old.start.min(new.start)..old.end.max(new.end),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => 0..0,
    }
}

/// Drafts between the two places of one quotation, at most.
const FAR: usize = 200;

fn touches(draft: &Range<usize>, quote: &Range<usize>) -> bool {
    overlap(draft, quote) || (draft.is_empty() && quote.start < draft.start && draft.start < quote.end)
}

/// How alike two quotations are, if they can be one.
fn likeness(a: &[String], b: &[String]) -> Option<u64> {
    let mut count: HashMap<&str, usize> = HashMap::new();
    for word in a {
        *count.entry(word).or_default() += 1;
    }
    let common = b.iter().filter(|word| {
        let left = count.get_mut(word.as_str()).filter(|n| **n > 0);
        left.map(|n| *n -= 1).is_some()
    });
    let common = common.count();
    let shorter = a.len().min(b.len());
    let dice = 2.0 * common as f64 / (a.len() + b.len()).max(1) as f64;
    // "We are tired, and the censor cut half of it" became "We are tired".
    let begins = shorter >= 2 && (a.starts_with(b) || b.starts_with(a));
    let is_cut = begins || shorter >= LEAST_WORDS && common as f64 >= CUT * shorter as f64;
    (dice >= SAME || is_cut).then_some((dice * 1e6) as u64)
}

/// Whether `short` is `long` less some words.
fn is_within(short: &[String], long: &[String]) -> bool {
    let mut rest = long.iter();
    short.len() < long.len() && short.iter().all(|word| rest.any(|other| other == word))
}
