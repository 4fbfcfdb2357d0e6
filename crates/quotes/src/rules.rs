//! The rules: which quotations are speech, and whose.

use std::ops::Range;

use news::{Quotation, QuotationKind};

use crate::cues::{Cue, Language, Small, is_medium};
use crate::line::Line;
use crate::persons::{Persons, Speaker, is_pronoun, means_person, name_of, runs};
use crate::subject::View;
use crate::terms::{ends_like_speech, is_aside, is_name_of_thing, is_title_of_work, quote_of, words};
use crate::verbs::{PARTICIPLES, hangs_on_clause, subject_first, verb_second};

/// Words that make a quotation in marks a sentence, whatever stands around it.
const SENTENCE_WORDS: usize = 6;
/// How far before a quotation its word of saying may stand, in tokens.
const REACH: usize = 60;

/// What a rule found.
#[derive(Debug, Clone)]
struct Said {
    kind: QuotationKind,
    speaker: Option<Speaker>,
    /// The token of the word of saying.
    cue: Option<usize>,
    via: Option<String>,
}

/// What is known at a place in the text.
#[derive(Debug, Default)]
struct State {
    persons: Persons,
    /// Who spoke last, and in which paragraph.
    spoke: Option<(Speaker, usize)>,
    via: Option<String>,
    found: Vec<Quotation>,
    /// Quotations of this paragraph that stand alone before anybody is named.
    open: Vec<usize>,
    /// Quotations that no mark closes, as they go on in the next paragraph, and the last such paragraph.
    going_on: (Vec<usize>, usize),
}

/// All quotations of a text, offsets in bytes.
pub(crate) fn found(text: &str, lines: &[Line<'_>], language: &Language) -> Vec<Quotation> {
    let mut state = State { persons: Persons::of(lines, text, language), ..State::default() };
    for (number, line) in lines.iter().enumerate() {
        let view = View { text, line, number, language };
        state.open.clear();
        for sentence in &line.sentences {
            state.sentence(view, sentence);
        }
    }
    state.found.sort_by_key(|q| (q.start, q.end));
    state.found
}

impl State {
    fn sentence(&mut self, view: View<'_>, sentence: &Range<usize>) {
        self.note_subject(view, sentence);
        let quotes: Vec<usize> = sentence.clone().filter(|i| view.tokens()[*i].quote().is_some()).collect();
        if quotes.is_empty() {
            return self.reported(view, sentence);
        }
        let mut before = None;
        for &at in &quotes {
            let said = self.said(view, sentence, at, before.as_ref());
            if let Some(said) = &said {
                self.record(view, at, said);
            }
            before = said.or(before);
        }
    }

    /// A sentence that begins with somebody's name makes them the one whom "he" means.
    fn note_subject(&mut self, view: View<'_>, sentence: &Range<usize>) {
        let Some(subject) = view.first_subject(sentence) else { return };
        if is_pronoun(view.tokens(), &subject) {
            let personal = means_person(&view.tokens()[subject.start].low);
            let near = |line: usize| personal && view.number <= line + 1;
            if let Some((_, line)) = self.persons.last.as_mut().filter(|(_, line)| near(*line)) {
                *line = view.number;
            }
            return;
        }
        if let Some(speaker) = view.speaker(subject, &mut self.persons).filter(|s| s.person) {
            self.persons.last = speaker.name.map(|name| (name, view.number));
        }
    }

    /// The rules in their order, for the quotation at token `at`.
    fn said(&mut self, view: View<'_>, sentence: &Range<usize>, at: usize, before: Option<&Said>) -> Option<Said> {
        if is_title_of_work(view, at) || is_aside(view, at) {
            return None;
        }
        self.named_inside(view, at)
            .or_else(|| self.behind(view, sentence, at))
            .or_else(|| self.signed(view, at))
            .or_else(|| self.colon(view, sentence, at))
            .or_else(|| self.ahead(view, sentence, at))
            .or_else(|| self.beside(view, at, before))
            .or_else(|| self.verb_last(view, sentence, at))
            .or_else(|| self.still_reported(view, sentence, at))
            .or_else(|| self.alone(view, sentence, at))
    }

    /// "WEBER: We close": a transcript names who speaks inside of the marks.
    fn named_inside(&mut self, view: View<'_>, at: usize) -> Option<Said> {
        let inner = view.line.quoted[quote_of(view, at)].inner.clone();
        let head = view.text[inner.clone()].chars().take(30).take_while(|c| *c != ':').collect::<String>();
        let shouted = head.len() > 1 && head.chars().all(|c| c.is_uppercase() || c == ' ' || c == '.');
        if !shouted || !view.text[inner.clone()][head.len()..].starts_with(':') {
            return None;
        }
        let name = self.persons.fullest(&capitalised(&head));
        let name = if name.contains(' ') { name } else { head.clone() };
        let speaker = Speaker { name: Some(name), at: inner.start..inner.start + head.len(), person: true };
        Some(Said { kind: QuotationKind::Direct, speaker: Some(speaker), cue: None, via: None })
    }

    /// "…" — Ada Weber: a name alone behind a dash.
    fn signed(&mut self, view: View<'_>, at: usize) -> Option<Said> {
        let dash = is_one_of(view, at + 1, &["―", "—", "–", "-", "~"]);
        let end = (at + 2..view.tokens().len().min(at + 9))
            .find(|i| !view.tokens()[*i].is_word())
            .unwrap_or(view.tokens().len());
        let name = runs(view.tokens(), at + 2..end.max(at + 2), view.language).into_iter().next()?;
        let alone = dash
            && name.start == at + 2
            && (end == view.tokens().len() || name.end == end || is_one_of(view, end, &[".", ","]));
        alone.then(|| view.speaker(name, &mut self.persons)).flatten().map(|speaker| Said {
            kind: QuotationKind::Direct,
            speaker: Some(speaker),
            cue: None,
            via: None,
        })
    }

    /// S hatte es als „…“ bezeichnet.
    fn verb_last(&mut self, view: View<'_>, sentence: &Range<usize>, at: usize) -> Option<Said> {
        let near = at + 1..sentence.end.min(at + 5);
        let cue =
            near.into_iter().find(|i| view.language.verb_second && PARTICIPLES.contains(&&*view.tokens()[*i].low))?;
        let subject = view.first_subject(sentence).filter(|s| s.start < at)?;
        self.spoken(view, subject, cue, QuotationKind::Mixed, sentence)
    }

    /// Es sei „…“: whoever was named in this paragraph is still reported.
    fn still_reported(&mut self, view: View<'_>, sentence: &Range<usize>, at: usize) -> Option<Said> {
        let near = sentence.start.max(at.saturating_sub(REACH))..sentence.end.min(at + REACH);
        let cue = near.into_iter().find(|i| view.cue(*i) == Some(Cue::Reported))?;
        let here = self.spoke.as_ref().filter(|(_, line)| *line == view.number);
        let speaker = here.map(|(speaker, _)| speaker.clone());
        if is_name_of_thing(view, at) {
            return None;
        }
        Some(Said { kind: QuotationKind::Mixed, speaker, cue: Some(cue), via: None })
    }

    /// "…," said S; "…", S said; "…", so S; "…", according to S.
    fn behind(&mut self, view: View<'_>, sentence: &Range<usize>, at: usize) -> Option<Said> {
        let comma = is_one_of(view, at + 1, &[",", "–", "—", "-", "--"]);
        let dash = comma && is_one_of(view, at + 2, &["–", "—", "-"]);
        let start = at + 1 + usize::from(comma) + usize::from(dash);
        let ended = comma || ends_like_speech(view, at);
        if !ended {
            return None;
        }
        let to = next_quote(view, start, sentence.end);
        let auxiliary = view.small(start) == Some(Small::Between) && view.cue(start + 1).is_some();
        let start = start + usize::from(auxiliary);
        let first = view.cue(start);
        let hangs = view.token(start).is_some_and(|t| t.low.ends_with("ing") && !t.is("according"));
        if hangs && !view.language.verb_second {
            return None;
        }
        if matches!(first, Some(Cue::Say | Cue::Mark | Cue::Near | Cue::Source | Cue::So)) {
            let skip = usize::from(view.token(start).is_some_and(|t| t.is("according")));
            if let Some(subject) = view.after(start + skip, to) {
                return self.spoken(view, subject, start, QuotationKind::Direct, sentence);
            }
        }
        let clause = matches!(view.small(start), Some(Small::Clause | Small::Relative | Small::Preposition));
        if clause && !is_one_of(view, start, &["as"]) && !view.language.verb_second {
            return None;
        }
        let cue = (start..to.min(start + REACH)).find(|i| {
            matches!(view.cue(*i), Some(Cue::Say | Cue::After))
                || (matches!(view.cue(*i), Some(Cue::Mark | Cue::Near)) && *i < start + 8)
        })?;
        let subject = view.before(start, cue)?;
        let near = subject.start <= start + 6 || !ends_like_speech(view, at);
        near.then(|| self.spoken(view, subject, cue, QuotationKind::Direct, sentence)).flatten()
    }

    /// S said: "…"; S: "…".
    fn colon(&mut self, view: View<'_>, sentence: &Range<usize>, at: usize) -> Option<Said> {
        if at == sentence.start || !is_one_of(view, at - 1, &[":"]) {
            return None;
        }
        if let Some((cue, subject)) = self.cue_before(view, sentence, at) {
            return self.spoken(view, subject, cue, QuotationKind::Direct, sentence);
        }
        let aside = (sentence.start..at).rev().take(6).any(|i| is_one_of(view, i, &["("]));
        if aside {
            return None;
        }
        let short = at - sentence.start <= 6;
        let subject = if short { Some(sentence.start..at - 1) } else { view.first_subject(sentence) }?;
        self.spoken(view, subject, at - 1, QuotationKind::Direct, sentence)
    }

    /// S said "…"; S said that it was "…"; S called it "…".
    fn ahead(&mut self, view: View<'_>, sentence: &Range<usize>, at: usize) -> Option<Said> {
        let (cue, subject) = self.cue_before(view, sentence, at)?;
        let that = (cue..at).any(|i| matches!(&*view.tokens()[i].low, "that" | "dass" | "daß"));
        let goes_on = !ends_like_speech(view, at)
            && view.token(at + 1).is_some_and(|t| t.is_word() && view.cue(at + 1).is_none());
        let direct = !that && !goes_on && (at == cue + 1 || is_one_of(view, at - 1, &[","]) && at - cue < 14);
        if !direct && is_name_of_thing(view, at) {
            return None;
        }
        let kind = if direct { QuotationKind::Direct } else { QuotationKind::Mixed };
        if kind == QuotationKind::Mixed && view.line.quoted[quote_of(view, at)].single && words(view, at) < 3 {
            return None;
        }
        self.spoken(view, subject, cue, kind, sentence)
    }

    /// The nearest word of saying before a quotation that has a subject.
    fn cue_before(&mut self, view: View<'_>, sentence: &Range<usize>, at: usize) -> Option<(usize, Range<usize>)> {
        let from = sentence.start.max(at.saturating_sub(REACH));
        (from..at).rev().find_map(|cue| {
            let kind = view
                .cue(cue)
                .filter(|kind| *kind != Cue::Near || at <= cue + 1 || is_one_of(view, at - 1, &[",", ":"]))?;
            let low = &*view.tokens()[cue].low;
            let start =
                (from..cue).rev().find(|i| view.tokens()[*i].quote().is_some()).map_or(sentence.start, |q| q + 1);
            let subject = match kind {
                Cue::So | Cue::Reported => None,
                Cue::Source => view.after(cue + usize::from(low == "according"), at),
                Cue::Say | Cue::Mark | Cue::After | Cue::Near if view.language.verb_second => {
                    verb_second(view, sentence.start, cue, at)
                }
                Cue::Say | Cue::Mark | Cue::After | Cue::Near => subject_first(view, sentence, start, cue, at),
            };
            // "S expressed hope": the verb is the one before. "If the war continues" says nothing.
            subject
                .filter(|s| kind != Cue::Near || !hangs_on_clause(view, s.start))
                .filter(|s| !(s.end == cue && cue > s.start + 1 && view.cue(cue - 1).is_some_and(|c| c != Cue::Near)))
                .map(|subject| (cue, subject))
        })
    }

    /// A quotation beside another of its sentence that somebody said.
    fn beside(&self, view: View<'_>, at: usize, before: Option<&Said>) -> Option<Said> {
        let before = before?;
        let kind = if ends_like_speech(view, at) && words(view, at) >= SENTENCE_WORDS {
            QuotationKind::Direct
        } else {
            QuotationKind::Mixed
        };
        Some(Said { kind, ..before.clone() })
    }

    /// A quotation that stands alone, or holds a sentence.
    fn alone(&mut self, view: View<'_>, sentence: &Range<usize>, at: usize) -> Option<Said> {
        let bare = sentence.len() <= REACH && sentence.clone().all(|i| !view.tokens()[i].is_word());
        let marked = &view.line.quoted[quote_of(view, at)];
        if marked.single && words(view, at) < SENTENCE_WORDS {
            return None;
        }
        let sentence_like = words(view, at) >= SENTENCE_WORDS && (ends_like_speech(view, at) || !marked.closed);
        let here = self.spoke.as_ref().filter(|(_, line)| *line == view.number);
        let first = at == 0;
        if !(bare && (words(view, at) > 2 || here.is_some()) || sentence_like && (first || bare || here.is_some())) {
            return None;
        }
        let last = self.spoke.as_ref().filter(|(_, line)| *line == view.number || (first && *line + 1 == view.number));
        let speaker = last.map(|(speaker, _)| speaker.clone());
        Some(Said {
            kind: QuotationKind::Direct,
            via: self.via.clone().filter(|_| speaker.is_some()),
            speaker,
            cue: None,
        })
    }

    fn spoken(
        &mut self,
        view: View<'_>,
        subject: Range<usize>,
        cue: usize,
        kind: QuotationKind,
        sentence: &Range<usize>,
    ) -> Option<Said> {
        let mut speaker = view.speaker(subject, &mut self.persons)?;
        if speaker.name.is_none() && !speaker.person {
            speaker.name = self.institution(view, &speaker);
        }
        let via = via(view, sentence, cue, &speaker);
        Some(Said { kind, speaker: Some(speaker), cue: Some(cue), via })
    }

    /// "It": the institution that spoke last, here or in the paragraph before.
    fn institution(&self, view: View<'_>, mention: &Speaker) -> Option<String> {
        let it = matches!(&*view.text[mention.at.clone()].to_lowercase(), "it" | "they" | "es");
        let last = self.spoke.as_ref().filter(|(last, line)| it && !last.person && view.number <= line + 1)?;
        last.0.name.clone()
    }

    /// A sentence without marks: who reports something in it is who a bare quotation behind it belongs to.
    fn reported(&mut self, view: View<'_>, sentence: &Range<usize>) {
        let announces = sentence.end == view.tokens().len() && is_one_of(view, sentence.end - 1, &[":"]);
        let said = self.cue_before(view, sentence, sentence.end).filter(|(cue, _)| view.cue(*cue) == Some(Cue::Say));
        let Some((cue, subject)) = said else {
            if announces {
                self.announced(view, sentence);
            }
            return;
        };
        let Some(said) = self.spoken(view, subject, cue, QuotationKind::Indirect, sentence) else { return };
        if let Some(content) = content(view, sentence, cue) {
            self.push(view, content, &said);
        }
        self.remember(view, &said);
    }

    /// "Weber made this promise:" — the next paragraph is hers.
    fn announced(&mut self, view: View<'_>, sentence: &Range<usize>) {
        let Some(subject) = view.first_subject(sentence) else { return };
        if let Some(speaker) = view.speaker(subject, &mut self.persons) {
            self.spoke = Some((speaker, view.number));
        }
    }

    fn record(&mut self, view: View<'_>, at: usize, said: &Said) {
        let token = &view.tokens()[at];
        self.push(view, token.start..token.end, said);
        self.go_on(view, at, said);
        if said.speaker.is_none() {
            self.open.push(self.found.len() - 1);
        } else {
            self.close(said);
            self.remember(view, said);
        }
    }

    /// "…" "…," said S: what stood alone before is of S, too.
    fn close(&mut self, said: &Said) {
        for i in std::mem::take(&mut self.open) {
            self.give(i, said);
        }
    }

    /// A quotation over several paragraphs is of whoever is named where it ends.
    fn go_on(&mut self, view: View<'_>, at: usize, said: &Said) {
        let is_next = at == 0 && self.going_on.1 + 1 == view.number;
        if !is_next {
            self.going_on.0.clear();
        }
        if said.cue.is_some() {
            for i in std::mem::take(&mut self.going_on.0) {
                self.give(i, said);
            }
        } else if at == 0 && !view.line.quoted[quote_of(view, at)].closed {
            self.going_on.0.push(self.found.len() - 1);
            self.going_on.1 = view.number;
        }
    }

    fn give(&mut self, quotation: usize, said: &Said) {
        let (quotation, speaker) = (&mut self.found[quotation], said.speaker.as_ref());
        quotation.speaker = speaker.and_then(|s| s.name.clone());
        quotation.speaker_start = speaker.map(|s| s.at.start);
        quotation.speaker_end = speaker.map(|s| s.at.end);
    }

    fn remember(&mut self, view: View<'_>, said: &Said) {
        let Some(speaker) = &said.speaker else { return };
        if let Some(name) = speaker.name.as_ref().filter(|_| speaker.person) {
            self.persons.last = Some((name.clone(), view.number));
        }
        self.spoke = Some((speaker.clone(), view.number));
        self.via.clone_from(&said.via);
    }

    fn push(&mut self, view: View<'_>, at: Range<usize>, said: &Said) {
        let speaker = said.speaker.as_ref();
        let cue = said.cue.map(|cue| &view.tokens()[cue]);
        self.found.push(Quotation {
            start: at.start,
            end: at.end,
            kind: said.kind,
            speaker: speaker.and_then(|s| s.name.clone()),
            speaker_start: speaker.map(|s| s.at.start),
            speaker_end: speaker.map(|s| s.at.end),
            cue_start: cue.map(|c| c.start),
            cue_end: cue.map(|c| c.end),
            via: said.via.clone(),
        });
    }
}

/// What was said, of a sentence without marks: behind the word of saying, or before its subject.
fn content(view: View<'_>, sentence: &Range<usize>, cue: usize) -> Option<Range<usize>> {
    let end = (sentence.start..sentence.end).rev().find(|i| view.tokens()[*i].is_word())?;
    let that = (cue + 1..sentence.end.min(cue + 9))
        .find(|i| matches!(&*view.tokens()[*i].low, "that" | "dass" | "daß" | "que" | "che" | "что" | "że"));
    let start = match that {
        Some(that) => that,
        None if view.language.verb_second => {
            (cue + 1..sentence.end.min(cue + 14)).find(|i| is_one_of(view, *i, &[",", ":"]))? + 1
        }
        None if matches!(view.small(cue + 1), Some(Small::Article | Small::Pronoun)) => cue + 1,
        None if view.token(cue + 1).is_some_and(|t| t.is_word() && t.capital && view.small(cue + 1).is_none()) => {
            cue + 1
        }
        None => return before_comma(view, sentence, cue),
    };
    (start + 3 < end).then(|| view.tokens()[start].start..view.tokens()[end].end)
}

/// "It will close, she said."
fn before_comma(view: View<'_>, sentence: &Range<usize>, cue: usize) -> Option<Range<usize>> {
    let subject = view.before(sentence.start, cue)?;
    let comma = subject.start.checked_sub(1).filter(|i| *i > sentence.start + 2 && is_one_of(view, *i, &[","]))?;
    (sentence.end - cue < 8).then(|| view.tokens()[sentence.start].start..view.tokens()[comma - 1].end)
}

/// The medium that words were given to or are taken from: "told M", ", according to M", "M quoted S".
fn via(view: View<'_>, sentence: &Range<usize>, cue: usize, speaker: &Speaker) -> Option<String> {
    let low = &*view.tokens()[cue].low;
    let name = |range: Range<usize>| {
        let run = runs(view.tokens(), range, view.language).into_iter().next()?;
        let name = name_of(view.tokens(), run, view.text);
        (is_medium(&name) && speaker.name.as_ref() != Some(&name)).then_some(name)
    };
    let told = || matches!(low, "told" | "tells").then(|| view.after(cue, sentence.end)).flatten().and_then(name);
    let quoted = || (low == "quoted").then(|| view.before(sentence.start, cue)).flatten().and_then(name);
    let later = (cue + 1..sentence.end.min(cue + REACH)).find(|i| view.cue(*i) == Some(Cue::Source));
    let source = || later.and_then(|i| view.after(i + 1, sentence.end)).and_then(name);
    told().or_else(quoted).or_else(source)
}

pub(crate) fn is_one_of(view: View<'_>, i: usize, marks: &[&str]) -> bool {
    view.token(i).is_some_and(|t| marks.iter().any(|m| t.is(m)))
}

fn next_quote(view: View<'_>, from: usize, to: usize) -> usize {
    (from..to).find(|i| view.tokens()[*i].quote().is_some()).unwrap_or(to)
}

fn capitalised(shouted: &str) -> String {
    let mut chars = shouted.chars();
    chars.next().into_iter().chain(chars.flat_map(char::to_lowercase)).collect()
}
