//! Subjects: who it is that says, before or after the word of saying.

use std::ops::Range;
use std::sync::LazyLock;

use text::WordSet;

use crate::cues::{Cue, Language, Small, is_medium, is_title};
use crate::line::{Line, Token};
use crate::persons::{NOBODY, Persons, Speaker, bare, is_pronoun, means_person, name_of, runs, without_titles};

/// How many words may stand for somebody without a name: "officials from both parties".
const LONGEST_NAME: usize = 6;
/// How many tokens a subject and what stands beside it may have.
const LONGEST: usize = 40;

/// A paragraph with all that is needed to find subjects in it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View<'a> {
    pub text: &'a str,
    pub line: &'a Line<'a>,
    pub number: usize,
    pub language: &'a Language,
}

impl<'a> View<'a> {
    pub fn tokens(&self) -> &'a [Token<'a>] {
        &self.line.tokens
    }

    pub fn token(&self, i: usize) -> Option<&'a Token<'a>> {
        self.line.tokens.get(i)
    }

    pub fn small(&self, i: usize) -> Option<Small> {
        self.token(i).and_then(|t| t.small)
    }

    /// What the word at `i` does as a word of saying. "according" needs its "to".
    pub fn cue(&self, i: usize) -> Option<Cue> {
        let token = self.token(i).filter(|t| t.is_word())?;
        let inside_name = token.capital && i.checked_sub(1).is_some_and(|b| self.line.tokens[b].is_word());
        if inside_name && !self.language.verb_second {
            return None;
        }
        // Most words begin with none of the letters of those that need more than a look into the table.
        if !token.low.starts_with(['a', 'm', 'w']) {
            return token.cue;
        }
        match &*token.low {
            "according" if self.token(i + 1).is_some_and(|t| t.is("to")) => Some(Cue::Source),
            "angaben" | "aussage" | "aussagen" | "ansicht" | "meinung" | "worten" | "auffassung"
                if self.language.verb_second =>
            {
                let before = i.checked_sub(1).and_then(|b| self.token(b));
                before.is_some_and(|b| matches!(&*b.low, "nach" | "laut" | "eigenen")).then_some(Cue::Source)
            }
            _ => token.cue,
        }
    }

    fn is(&self, i: usize, mark: &str) -> bool {
        self.token(i).is_some_and(|t| t.is(mark))
    }

    fn is_skipped(&self, i: usize) -> bool {
        let Some(token) = self.token(i).filter(|t| t.is_word()) else { return false };
        self.small(i) == Some(Small::Between)
            || (token.low.ends_with("ly") && !token.capital && !self.language.verb_second)
            || token.low.starts_with(|c: char| c.is_ascii_digit())
    }

    /// The subject of the verb at `cue`, before it and not before `from`.
    pub fn before(&self, from: usize, cue: usize) -> Option<Range<usize>> {
        let from = from.max(cue.saturating_sub(LONGEST));
        let (end, closed) = self.skip_back(from, cue);
        let segments = self.segments(from, end);
        let nearest = segments.first()?.clone();
        if !closed {
            return self
                .meant(nearest.clone())
                .or_else(|| segments.get(1).filter(|_| self.is_relative(&nearest)).cloned());
        }
        let mut earlier = segments.iter().skip(1).take(5).filter(|s| self.ends_in_subject(s));
        let earlier = earlier.clone().find(|s| self.is_named(s.start)).or_else(|| earlier.next());
        match earlier {
            Some(earlier) if self.ends_in_trade(earlier) && self.begins_with_name(&nearest) => {
                Some(earlier.start..nearest.end)
            }
            Some(earlier) if self.is_trade_phrase(earlier) && self.is_long_name(&nearest) => Some(nearest),
            Some(earlier) => Some(earlier.clone()),
            None => self.meant(nearest),
        }
    }

    /// Leaves out what stands between subject and verb; and whether a comma did.
    fn skip_back(&self, from: usize, cue: usize) -> (usize, bool) {
        let (mut end, mut closed) = (cue, false);
        while end > from {
            let i = end - 1;
            let skip =
                self.is_skipped(i) || (self.small(i) == Some(Small::Preposition) && end < cue && self.is_skipped(end));
            if self.is(i, ",") || self.is(i, "–") || self.is(i, "—") {
                closed = true;
            } else if !skip {
                break;
            }
            end = i;
        }
        (end, closed)
    }

    /// The pieces between commas before `end`, the nearest first.
    fn segments(&self, from: usize, end: usize) -> Vec<Range<usize>> {
        let (mut found, mut stop, mut i) = (Vec::new(), end, end);
        let mut depth = 0_usize;
        while i > from {
            let token = &self.tokens()[i - 1];
            depth = match &*token.low {
                ")" => depth + 1,
                "(" => depth.saturating_sub(1),
                _ => depth,
            };
            let dot_inside = token.is(".") && (i == end || token.end + 2 > self.tokens()[i].start);
            let parts =
                depth == 0 && !token.is_word() && !token.is("(") && !token.is("&") && !token.is("/") && !dot_inside;
            if parts || self.is_clause(i - 1, from) {
                if i < stop {
                    found.push(i..stop);
                }
                if !matches!(&*token.low, "," | "–" | "—") && !self.is_which(i - 1) {
                    return found;
                }
                stop = i - 1;
            }
            i -= 1;
        }
        if from < stop {
            found.push(from..stop);
        }
        found
    }

    fn is_which(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.is("which"))
    }

    /// "and" joins two subjects, or begins a clause behind a comma or something else.
    fn is_clause(&self, i: usize, from: usize) -> bool {
        let joins = matches!(&*self.tokens()[i].low, "and" | "und" | "or" | "oder" | "et" | "y" | "e" | "и");
        let joins = joins && i > from && !self.is(i - 1, ",");
        self.small(i) == Some(Small::Clause) && !joins
    }

    fn is_relative(&self, range: &Range<usize>) -> bool {
        self.small(range.start) == Some(Small::Relative)
            || (self.language.verb_second && range.len() == 1 && self.small(range.start) == Some(Small::Article))
    }

    fn meant(&self, range: Range<usize>) -> Option<Range<usize>> {
        let mut range = range;
        while range.start < range.end && (self.is_skipped(range.start) && !self.is_named(range.start)) {
            range.start += 1;
        }
        let tokens = &self.tokens()[range.clone()];
        if let Some(who) = tokens.iter().rposition(|t| t.small == Some(Small::Relative)) {
            range.end = range.start + who;
        }
        if self.small(range.start) == Some(Small::Preposition) && !range.is_empty() {
            return self.pronoun_at_end(&range);
        }
        (range.start < range.end && tokens.iter().any(Token::is_word)).then_some(range)
    }

    /// "In a statement he", "In an interview Weber": what ends the phrase counts alone.
    fn pronoun_at_end(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let last = range.end - 1..range.end;
        if is_pronoun(self.tokens(), &last) {
            return Some(last);
        }
        let run = self.runs(range.clone()).pop().filter(|run| run.end == range.end && run.start > range.start + 1)?;
        let before = run.start - 1;
        let free =
            !matches!(self.small(before), Some(Small::Preposition | Small::Article)) && self.tokens()[before].is_word();
        free.then_some(run)
    }

    fn is_named(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.capital) && self.small(i).is_none()
    }

    fn ends_in_subject(&self, range: &Range<usize>) -> bool {
        let first = self.small(range.start);
        let named = !self.runs(range.clone()).is_empty() || range.clone().any(|i| is_title(&self.tokens()[i].low));
        let pronoun = is_pronoun(self.tokens(), range);
        !matches!(first, Some(Small::Preposition | Small::Clause | Small::Relative)) && (named || pronoun)
    }

    fn ends_in_trade(&self, range: &Range<usize>) -> bool {
        let last = &self.tokens()[range.end - 1];
        is_title(&last.low) || (!last.capital && !self.language.verb_second)
    }

    /// "The mayor of Norwick".
    fn is_trade_phrase(&self, range: &Range<usize>) -> bool {
        self.small(range.start) == Some(Small::Article) && range.clone().any(|i| is_title(&self.tokens()[i].low))
    }

    fn is_long_name(&self, range: &Range<usize>) -> bool {
        self.begins_with_name(range) && self.runs(range.clone()).first().is_some_and(|run| run.len() > 1)
    }

    fn begins_with_name(&self, range: &Range<usize>) -> bool {
        self.runs(range.clone()).first().is_some_and(|run| run.start == range.start)
    }

    fn runs(&self, range: Range<usize>) -> Vec<Range<usize>> {
        runs(self.tokens(), range, self.language)
    }

    /// The subject behind the verb at `cue`, before `to`.
    pub fn after(&self, cue: usize, to: usize) -> Option<Range<usize>> {
        let to = to.min(cue + LONGEST).min(self.tokens().len());
        let mut start = cue + 1;
        while start < to && self.is_skipped(start) && !self.is_named(start) {
            start += 1;
        }
        let mut end = self.phrase_end(start, to);
        if end > start && self.is(end, ",") && !self.is_personal(start..end) {
            let next = self.phrase_end(end + 1, to);
            if self.runs(end + 1..next).first().is_some_and(|run| run.start == end + 1) {
                end = next;
            }
        }
        (end > start).then_some(start..end)
    }

    fn is_personal(&self, range: Range<usize>) -> bool {
        let long = |run: Range<usize>| without_titles(self.tokens(), run).len() > 1;
        is_pronoun(self.tokens(), &range) || self.runs(range).into_iter().any(long)
    }

    fn phrase_end(&self, start: usize, to: usize) -> usize {
        let mut end = start;
        while end < to {
            let token = &self.tokens()[end];
            let initial = token.is(".")
                && end > start
                && self.token(end + 1).is_some_and(|n| n.capital && n.start <= token.end + 1)
                && end + 1 < to;
            let inside = matches!(&*token.low, "of" | "for" | "von" | "de" | "des" | "der" | "vom" | "du" | "di");
            let ends = (!token.is_word() && !initial && !token.is("&") && !token.is("/"))
                || (matches!(self.small(end), Some(Small::Preposition | Small::Clause | Small::Relative)) && !inside)
                || (self.small(end) == Some(Small::Between) && !self.is_named(end))
                || (self.cue(end).is_some() && !token.capital && end > start);
            if ends && !(self.small(end) == Some(Small::Clause) && self.is_joint(end, start)) {
                break;
            }
            end += 1;
        }
        end
    }

    fn is_joint(&self, i: usize, start: usize) -> bool {
        i > start
            && matches!(&*self.tokens()[i].low, "and" | "und" | "et" | "y")
            && self.token(i + 1).is_some_and(|t| t.capital)
    }

    /// The first subject of a sentence: a name, a pronoun, or a title with its article.
    pub fn first_subject(&self, sentence: &Range<usize>) -> Option<Range<usize>> {
        let mut start = sentence.start;
        let to = sentence.end.min(start + LONGEST);
        let leads = matches!(self.small(start), Some(Small::Preposition | Small::Clause))
            || self.token(start).is_some_and(|t| t.low.ends_with("ing") && !self.language.verb_second);
        if leads && !self.language.verb_second {
            start = (start..to).find(|i| self.is(*i, ","))? + 1;
        }
        let pronoun = (start..to).take(6).find(|i| is_pronoun(self.tokens(), &(*i..*i + 1)));
        let run = self.runs(start..to).into_iter().find(|run| self.is_free(run.start, start));
        match (pronoun, run) {
            (Some(pronoun), run) if run.as_ref().is_none_or(|run| run.start > pronoun) => Some(pronoun..pronoun + 1),
            (_, run) => run.map(|run| self.with_trade(run, to)),
        }
    }

    /// "Norwick spokesman Ada Weber": the name behind the trade that a name goes before.
    fn with_trade(&self, run: Range<usize>, to: usize) -> Range<usize> {
        let trade = self.token(run.end).is_some_and(|t| !t.capital && is_title(&t.low));
        let next = self.runs(run.end..to.min(run.end + 6)).into_iter().next();
        next.filter(|next| trade && next.start == run.end + 1).map_or(run.clone(), |next| run.start..next.end)
    }

    /// The name that ends at `end`.
    pub fn name_before(&self, from: usize, end: usize) -> Option<Range<usize>> {
        self.runs(from.max(end.saturating_sub(6))..end).pop().filter(|run| run.end == end)
    }

    /// Whether no preposition goes before the phrase at `i`.
    fn is_free(&self, i: usize, start: usize) -> bool {
        let before = (start..i).rev().take(3).find(|b| self.small(*b) != Some(Small::Article));
        before.is_none_or(|b| self.small(b) != Some(Small::Preposition))
    }

    /// Makes a speaker of a subject.
    pub fn speaker(&self, range: Range<usize>, persons: &mut Persons) -> Option<Speaker> {
        let range = self.trimmed(range)?;
        let at = self.tokens()[range.start].start..self.tokens()[range.end - 1].end;
        if let Some(pronoun) = self.lone_pronoun(&range) {
            let at = self.tokens()[pronoun].start..self.tokens()[pronoun].end;
            let personal = means_person(&self.tokens()[pronoun].low);
            let last = persons.last.as_ref().filter(|(_, line)| personal && self.number <= line + 1);
            return Some(Speaker { name: last.map(|(name, _)| name.clone()), at, person: personal });
        }
        let Some(run) = self.head(&range) else {
            return Some(self.titled(&range, at, persons));
        };
        let named = without_titles(self.tokens(), run.clone());
        let named = self.with_branch(named, range.end);
        let name = persons.fullest(&name_of(self.tokens(), named.clone(), self.text));
        persons.note_titles(
            self.tokens()[range.start..named.start].iter().chain(&self.tokens()[named.end..range.end]),
            &name,
        );
        let office = name.split(' ').any(|w| INSTITUTIONS.contains(&*w.to_lowercase()));
        let person = (name.contains(' ') && !office && !is_medium(&name)) || named.start > run.start;
        Some(Speaker { name: Some(name), at, person })
    }

    /// "the spokesman": whoever was named so; else the words as they are.
    fn titled(&self, range: &Range<usize>, at: Range<usize>, persons: &Persons) -> Speaker {
        let known = range.clone().rev().find_map(|i| persons.by_title(bare(&self.tokens()[i].low)));
        let definite = matches!(&*self.tokens()[range.start].low, "the" | "der" | "die" | "le" | "la" | "el");
        if let Some(name) = known.filter(|_| definite) {
            return Speaker { name: Some(name.clone()), at, person: true };
        }
        let words = self.without_article(range);
        let is_nobody = words.len() == 1 && NOBODY.contains(&&*self.tokens()[words.start].low);
        let name = (words.len() <= LONGEST_NAME && !is_nobody).then(|| name_of(self.tokens(), words, self.text));
        Speaker { name, at, person: false }
    }

    fn without_article(&self, range: &Range<usize>) -> Range<usize> {
        let article =
            matches!(&*self.tokens()[range.start].low, "the" | "der" | "die" | "das" | "a" | "an" | "ein" | "eine");
        if article && range.len() > 1 { range.start + 1..range.end } else { range.clone() }
    }

    fn trimmed(&self, range: Range<usize>) -> Option<Range<usize>> {
        let (mut start, mut end) = (range.start, range.end.min(self.tokens().len()));
        while start < end && !self.tokens()[start].is_word() {
            start += 1;
        }
        while start < end && !(self.tokens()[end - 1].is_word() || self.tokens()[end - 1].is(")")) {
            end -= 1;
        }
        (start < end).then_some(start..end)
    }

    fn lone_pronoun(&self, range: &Range<usize>) -> Option<usize> {
        if !self.runs(range.clone()).is_empty() && range.len() > 3 {
            return None;
        }
        range.clone().rev().find(|i| is_pronoun(self.tokens(), &(*i..*i + 1)))
    }

    /// The run of a subject that names it: the last one before the first preposition, if a noun does not follow it.
    fn head(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let all = self.runs(range.clone());
        let long = |run: &&Range<usize>| without_titles(self.tokens(), (*run).clone()).len() > 1;
        if self.language.verb_second {
            let titled = |run: &&Range<usize>| without_titles(self.tokens(), (*run).clone()).start > run.start;
            return all.iter().find(titled).or_else(|| all.iter().find(long)).or(all.first()).cloned();
        }
        if let Some(run) = self.behind_trade(&all, range).or_else(|| self.behind_comma(&all, range)) {
            return Some(run);
        }
        let stop =
            range.clone().find(|i| self.small(*i) == Some(Small::Preposition) || self.is(*i, "(")).unwrap_or(range.end);
        let only_title =
            |run: &&Range<usize>| !(*run).clone().all(|i| is_title(&self.tokens()[i].low) || self.is(i, "."));
        let before: Vec<_> = all.iter().filter(|run| run.start < stop).filter(only_title).collect();
        let head = before.iter().rev().find(|run| long(run)).or(before.last()).copied();
        let head = head.or_else(|| all.iter().filter(only_title).find(long).filter(|_| self.has_capital_title(range)));
        head.filter(|run| !self.noun_follows(run, stop)).cloned()
    }

    /// "the Ministry of Works": what follows belongs to the name of an institution.
    fn with_branch(&self, named: Range<usize>, end: usize) -> Range<usize> {
        let institution = INSTITUTIONS.contains(&*self.tokens()[named.end - 1].low);
        let joint = self.token(named.end).is_some_and(|t| matches!(&*t.low, "of" | "for"));
        if !institution || !joint || named.end + 1 >= end {
            return named;
        }
        let article = usize::from(self.small(named.end + 1) == Some(Small::Article));
        let next = self.runs(named.end + 1 + article..end).into_iter().next();
        next.filter(|run| run.start == named.end + 1 + article).map_or(named.clone(), |run| named.start..run.end)
    }

    /// "Ministry of Works spokesman Ada Weber": a name right behind a trade in small letters.
    fn behind_trade(&self, runs: &[Range<usize>], range: &Range<usize>) -> Option<Range<usize>> {
        let Range { start, end } = *range;
        let trade = |run: &&Range<usize>| {
            run.start > start && !self.tokens()[run.start - 1].capital && is_title(&self.tokens()[run.start - 1].low)
        };
        runs.iter().filter(trade).find(|run| !self.noun_follows(run, end)).cloned()
    }

    /// "a lawyer for the outlets, Ada Weber": a name behind a trade and a comma.
    fn behind_comma(&self, runs: &[Range<usize>], range: &Range<usize>) -> Option<Range<usize>> {
        let last = runs.last().filter(|run| run.end == range.end && run.len() > 1 && run.start > range.start)?;
        let trade = (range.start..last.start).any(|i| !self.tokens()[i].capital && is_title(&self.tokens()[i].low));
        (trade && self.is(last.start - 1, ",")).then(|| last.clone())
    }

    fn has_capital_title(&self, range: &Range<usize>) -> bool {
        range.clone().any(|i| self.tokens()[i].capital && is_title(&self.tokens()[i].low))
    }

    /// "the Norwick campaign": the run goes before a noun, so the noun speaks.
    fn noun_follows(&self, run: &Range<usize>, stop: usize) -> bool {
        let next = self.token(run.end).filter(|_| run.end < stop);
        next.is_some_and(|t| t.is_word() && !t.capital && self.small(run.end).is_none())
    }
}

/// Words that end the first half of an institution's name.
static INSTITUTIONS: LazyLock<WordSet<&'static str>> = LazyLock::new(|| {
    "ministry department office university bank bureau institute house board council committee center centre \
     association federation union society league commission campaign party court chamber school college church \
     agency organization organisation observatory foundation"
        .split(' ')
        .collect()
});
