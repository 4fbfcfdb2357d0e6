//! What kind of difference a span of words is.

use std::ops::Range;

use news::ChangeKind;
use text::{Token, TokenKind, tokens};

use crate::words::Span;

/// Returns the kinds of a difference inside a block, sorted.
///
/// `before` and `after` are the whole texts around the span; a dash or an apostrophe is judged
/// with the characters beside it.
pub(crate) fn kinds(before: &str, after: &str, span: &Span) -> Vec<ChangeKind> {
    let (old, new) = (&before[span.before.clone()], &after[span.after.clone()]);
    let (old_context, new_context) = (in_context(before, &span.before), in_context(after, &span.after));
    let mut found = match breaks(old_context).cmp(&breaks(new_context)) {
        std::cmp::Ordering::Less => vec![ChangeKind::Split],
        std::cmp::Ordering::Greater => vec![ChangeKind::Merged],
        std::cmp::Ordering::Equal => Vec::new(),
    };
    if old.len().max(new.len()) > LONG && letters(old).ne(letters(new)) {
        found.push(ChangeKind::Reworded);
        return found;
    }
    if found.is_empty() && text::cosmetic(old_context) == text::cosmetic(new_context) {
        return vec![ChangeKind::Cosmetic];
    }
    found.extend(of_words(old, new, !found.is_empty()));
    if found == [ChangeKind::Punct] && is_only_space(old_context, new_context) {
        return vec![ChangeKind::Cosmetic];
    }
    found.sort_unstable();
    found
}

/// Whether two stretches differ in white space alone, and no figure stands there that it could belong to ("1 000").
fn is_only_space(old: &str, new: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let has_figures = |text: &str| text.chars().any(char::is_numeric);
    !has_figures(old) && !has_figures(new) && letters(old) == letters(new)
}

/// Spans of more bytes are not looked at word by word once a letter differs.
const LONG: usize = 10_000;

/// Letters and digits in lower case.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric() && *c != '\u{2bc}').flat_map(char::to_lowercase)
}

/// Breaks between blocks in a stretch of canonical text.
fn breaks(text: &str) -> usize {
    text.matches(crate::side::SEPARATOR).count()
}

/// A span together with the nearest character on each side that is neither white space nor a dash: what a dash is
/// shows beside it.
fn in_context<'a>(text: &'a str, span: &Range<usize>) -> &'a str {
    let tells = |(_, c): &(usize, char)| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}'..='\u{2015}');
    let start = text[..span.start].char_indices().rev().find(tells).map_or(0, |(at, _)| at);
    let next = text[span.end..].char_indices().find(tells);
    let end = next.map_or(text.len(), |(at, c)| span.end + at + c.len_utf8());
    &text[start..end]
}

/// The kinds that words and marks of both sides tell.
fn of_words(old: &str, new: &str, broken: bool) -> Vec<ChangeKind> {
    let (old_tokens, new_tokens) = (tokens(old), tokens(new));
    let words = |text, tokens: &[Token]| -> Vec<String> {
        let is_word = |t: &&Token| matches!(t.kind, TokenKind::Word | TokenKind::Number);
        tokens.iter().filter(is_word).map(|t| t.of(text).to_owned()).collect()
    };
    let (old_words, new_words) = (words(old, &old_tokens), words(new, &new_tokens));
    let lower = |words: &[String]| -> Vec<String> { words.iter().map(|w| text::cosmetic(&w.to_lowercase())).collect() };
    let mut found = Vec::new();
    if old_words != new_words {
        // "US", "U.S."
        let bare = |words: &[String]| -> Vec<String> {
            let is_figure = |word: &String| word.contains(char::is_numeric);
            let bare = |word: &String| if is_figure(word) { word.clone() } else { word.replace('.', "") };
            words.iter().map(bare).collect()
        };
        let (old_bare, new_bare) = (bare(&old_words), bare(&new_words));
        if lower(&old_bare) != lower(&new_bare) {
            return vec![ChangeKind::Reworded];
        }
        if old_bare.iter().zip(&new_bare).any(|(a, b)| text::cosmetic(a) != text::cosmetic(b)) {
            found.push(ChangeKind::Case);
            found.extend(of_capitals(&old_bare, &new_bare));
        }
        if lower(&old_words) != lower(&new_words) {
            found.push(ChangeKind::Punct);
        }
    }
    let marks = |text, tokens: &[Token], wanted: fn(&str) -> bool| -> Vec<String> {
        let marks = tokens.iter().filter(|t| t.kind == TokenKind::Mark).map(|t| t.of(text));
        marks.filter(|m| wanted(m)).map(text::cosmetic).collect()
    };
    let differ = |wanted| marks(old, &old_tokens, wanted) != marks(new, &new_tokens, wanted);
    if differ(is_symbol) {
        return vec![ChangeKind::Reworded];
    }
    if differ(is_quotation_mark) {
        found.push(ChangeKind::QuoteMarks);
    }
    if !found.contains(&ChangeKind::Punct) && differ(|m| !is_quotation_mark(m) && !is_symbol(m)) {
        found.push(ChangeKind::Punct);
    }
    if found.is_empty() && !broken {
        // The same words and marks in another order among each other, or closed up ("100 %").
        found.push(ChangeKind::Punct);
    }
    found
}

/// Where one word became an abbreviation that is written like it, or the other way round: "us", "US".
fn of_capitals(old: &[String], new: &[String]) -> Option<ChangeKind> {
    const WORDS: &[&str] = &["us", "who", "it", "un"];
    let mut differ = old.iter().zip(new).filter(|(a, b)| a != b);
    let (Some((a, b)), None) = (differ.next(), differ.next()) else { return None };
    let is_pair = |small: &str, large: &str| WORDS.contains(&small) && small.to_uppercase() == large;
    match (is_pair(a, b), is_pair(b, a)) {
        (true, _) => Some(ChangeKind::NameAdded),
        (_, true) => Some(ChangeKind::NameRemoved),
        _ => None,
    }
}

fn is_quotation_mark(mark: &str) -> bool {
    let is_one = |c| matches!(c, '"' | '\'' | '«' | '»' | '\u{2018}'..='\u{201f}' | '\u{2039}' | '\u{203a}' | '\u{300c}'..='\u{300f}' | '＂' | '〝'..='〟');
    mark.chars().all(is_one)
}

/// Whether a mark stands for a word: a currency, an operator, an emoji; everything that is not
/// known to be punctuation.
fn is_symbol(mark: &str) -> bool {
    !mark.chars().all(is_punctuation)
}

fn is_punctuation(c: char) -> bool {
    match c {
        '$' | '+' | '<' | '=' | '>' | '^' | '~' | '%' | '&' | '@' | '\u{2030}'..='\u{2038}' => false,
        _ => {
            c.is_ascii_punctuation()
                || matches!(c, '¡' | '§' | '«' | '¶' | '·' | '»' | '¿' | '\u{2010}'..='\u{2027}' | '\u{2039}'..='\u{205e}')
                || matches!(
                    c,
                    '՚'..='՟'
                        | '։'
                        | '֊'
                        | '־'
                        | '׀'
                        | '׃'
                        | '،'
                        | '؛'
                        | '؟'
                        | '۔'
                        | '।'
                        | '॥'
                        | '།'
                        | '။'
                        | '។'
                )
                || matches!(c, '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}' | '・')
                || matches!(c, '\u{ff01}'..='\u{ff03}' | '\u{ff07}'..='\u{ff0a}' | '\u{ff0c}'..='\u{ff0f}' | '\u{ff1a}' | '\u{ff1b}' | '\u{ff1f}' | '\u{ff3b}' | '\u{ff3d}' | '\u{ff5b}' | '\u{ff5d}' | '\u{ff5f}'..='\u{ff65}')
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use news::ChangeKind::{Case, Cosmetic, Merged, NameRemoved, Punct, QuoteMarks, Reworded, Split};

    /// All kinds of all spans between two texts.
    fn all(before: &str, after: &str) -> Vec<ChangeKind> {
        let spans = crate::words::spans(before, after);
        let mut found: Vec<ChangeKind> = spans.iter().flat_map(|s| kinds(before, after, s)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    #[test]
    fn every_difference_has_its_name() {
        let cases: &[(&str, &str, &[ChangeKind])] = &[
            ("It is over.", "It is over?", &[Punct]),
            ("No, he said", "No he said", &[Punct]),
            ("a “moderate” man", "a moderate man", &[QuoteMarks]),
            ("'one'", "\"one\"", &[QuoteMarks]),
            ("«one»", "\"one\"", &[QuoteMarks]),
            ("the US said", "the us said", &[Case, NameRemoved]),
            ("the pact", "The pact", &[Case]),
            ("don’t go", "don't go", &[Cosmetic]),
            ("war — and peace", "war – and peace", &[Cosmetic]),
            ("war—and peace", "war – and peace", &[Cosmetic]),
            ("war—peace", "war — peace", &[Cosmetic]),
            ("他说——好", "他说—好", &[Cosmetic]),
            ("paid £1.5m now", "paid £15m now", &[Reworded]),
            ("paid -3 now", "paid 3 now", &[Reworded]),
            ("in € now", "in $ now", &[Reworded]),
            ("up 10² now", "up 102 now", &[Reworded]),
            ("we re-sign it", "we resign it", &[Reworded]),
            ("can't", "cant", &[Reworded]),
            ("up 100% now", "up 100 % now", &[Reworded]),
            ("3–4", "34", &[Reworded]),
            ("3–4", "3-4", &[Punct]),
            ("Yes 👍 so", "Yes so", &[Reworded]),
            ("One. Two.", "One.\n\nTwo.", &[Split]),
            ("One.\n\nTwo.", "One. Two.", &[Merged]),
            ("One. two.", "One!\n\nTwo.", &[Case, Split, Punct]),
            ("one word", "another phrase", &[Reworded]),
            ("He said Don’t", "He said: “don't”", &[Punct, QuoteMarks, Case]),
        ];
        for (before, after, want) in cases {
            let mut want = want.to_vec();
            want.sort_unstable();
            assert_eq!(all(before, after), want, "{before} | {after}");
        }
    }
}
