//! Quotation marks: which stretches of a paragraph they hold.

use std::ops::Range;

use crate::token::is_lone;

/// A stretch between quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// With its marks, in bytes of the whole text.
    pub whole: Range<usize>,
    /// Without them.
    pub inner: Range<usize>,
    /// Whether a mark closes it; else it runs to the end of its paragraph.
    pub closed: bool,
    /// Whether its marks are single ones, which hold terms more often than speech.
    pub single: bool,
}

/// How a mark that opens may close.
struct Pair {
    opens: char,
    closes: &'static str,
    /// Has other uses (apostrophes, minutes): counts only where it closes.
    must_close: bool,
    /// Whether it is two characters: ``.
    wide: bool,
}

/// Finds what stands between marks in `text[paragraph]`, in order, none inside another.
///
/// Knows “…”, „…“, "…", «…», »…«, ‘…’, '…', ‚…‘, ‹…›, ›…‹, 「…」, 『…』 and ``…''. A wrong closing mark closes, too; a
/// double quotation that nothing closes runs to the end of the paragraph, as one that goes on in the next does.
pub fn marked(text: &str, paragraph: Range<usize>) -> Vec<Marked> {
    let line = Line::of(&text[paragraph.clone()]);
    let (mut found, mut i, mut never_closes) = (Vec::new(), 0, String::new());
    while i < line.marks.len() {
        let Some(pair) = line.opening(i).filter(|pair| !never_closes.contains(pair.opens)) else {
            i += 1;
            continue;
        };
        match line.closing(i, &pair) {
            Some(close) => {
                found.push(line.marked(i, close, &pair));
                let end = found[found.len() - 1].whole.end;
                i = close + line.marks[close..].iter().take_while(|(at, _)| *at < end).count();
            }
            None if pair.must_close => {
                never_closes.push(pair.opens);
                i += 1;
            }
            None => {
                found.push(line.unclosed(i, &pair));
                break;
            }
        }
    }
    found.retain(|m| !line.text[m.inner.clone()].trim().is_empty());
    for Marked { whole, inner, .. } in &mut found {
        for at in [&mut whole.start, &mut whole.end, &mut inner.start, &mut inner.end] {
            *at += paragraph.start;
        }
    }
    found
}

/// Whether a text has any mark that may open a quotation.
pub fn has_marks(text: &str) -> bool {
    text.contains(is_mark)
}

/// Every mark that opens or closes something.
fn is_mark(c: char) -> bool {
    matches!(c, '"' | '\'' | '`')
        || (!c.is_ascii()
            && matches!(c, '“' | '”' | '„' | '«' | '»' | '‹' | '›' | '‚' | '‘' | '’' | '「' | '」' | '『' | '』'))
}

/// A paragraph with the marks in it.
struct Line<'a> {
    text: &'a str,
    marks: Vec<(usize, char)>,
}

impl<'a> Line<'a> {
    fn of(text: &'a str) -> Self {
        let is_one = |&b: &u8| matches!(b, b'"' | b'\'' | b'`') || !b.is_ascii();
        let marks = match text.bytes().position(|b| is_one(&b)) {
            Some(first) => {
                let rest = text[first..].char_indices().filter(|(_, c)| is_mark(*c));
                rest.map(|(at, c)| (first + at, c)).collect()
            }
            None => Vec::new(),
        };
        Self { text, marks }
    }

    /// The character before mark `i`, and the one behind it.
    fn beside(&self, i: usize) -> (char, char) {
        let (at, _) = self.marks[i];
        (self.text[..at].chars().next_back().unwrap_or(' '), self.text[self.end(i)..].chars().next().unwrap_or(' '))
    }

    /// The byte behind mark `i`.
    fn end(&self, i: usize) -> usize {
        let (at, c) = self.marks[i];
        at + c.len_utf8()
    }

    fn opening(&self, i: usize) -> Option<Pair> {
        let (c, (last, next)) = (self.marks[i].1, self.beside(i));
        let after_word = last.is_alphanumeric() && !is_lone(last);
        let pair = |closes, must_close| Some(Pair { opens: c, closes, must_close, wide: c == '`' });
        match c {
            '“' => pair("”\"“", false),
            '”' if !after_word && next.is_alphanumeric() && last.is_whitespace() => pair("”", true),
            '„' => pair("“”\"", false),
            '"' if !after_word && !next.is_whitespace() => pair("\"”“", false),
            // A space that does not belong there: only where the next one closes.
            '"' if !after_word && self.closes_next(i) => pair("\"", true),
            '«' if last.is_whitespace() || !after_word => pair("»", false),
            '»' if !after_word && !next.is_whitespace() => pair("«", true),
            '‹' => pair("›", true),
            '›' if !after_word && !next.is_whitespace() => pair("‹", true),
            '‚' if !after_word && next.is_alphanumeric() => pair("‘’", true),
            '‘' if !after_word && !next.is_whitespace() => pair("’'", true),
            '\'' if next == '\'' || last == '\'' => None, // two of them are no pair that tells its ends apart
            '\'' if !after_word && next.is_alphabetic() => pair("'’", true),
            '`' if next == '`' => pair("'", true),
            '「' => pair("」", true),
            '『' => pair("』", true),
            _ => None,
        }
    }

    /// Whether the next mark like mark `i` stands behind a word and before none.
    fn closes_next(&self, i: usize) -> bool {
        let next = (i + 1..self.marks.len()).find(|&k| self.marks[k].1 == self.marks[i].1);
        next.map(|k| self.beside(k)).is_some_and(|(last, next)| !last.is_whitespace() && !next.is_alphanumeric())
    }

    /// Where the mark at `open` is closed.
    fn closing(&self, open: usize, pair: &Pair) -> Option<usize> {
        let (mut depth, mut fallback) = (0_usize, None);
        let from = self.end(open) + usize::from(pair.wide);
        for i in (open + 1..self.marks.len()).skip_while(|&i| self.marks[i].0 < from) {
            let (at, c) = self.marks[i];
            let (last, next) = self.beside(i);
            if pair.opens == '"' && c == '“' && !last.is_alphanumeric() && next.is_alphanumeric() {
                depth += 1;
                continue;
            }
            if pair.closes.contains(c) && may_close(c, last, next, pair) {
                if depth > 0 && (pair.opens != '"' || c == '”') {
                    depth -= 1;
                } else if matches!(c, '’' | '\'') && self.is_plural_possessive(i) {
                    fallback = fallback.or(Some(i));
                } else {
                    return Some(i);
                }
            } else if c == pair.opens && c != '"' && c != '\'' && at > from {
                if fallback.is_some() {
                    break;
                }
                depth += usize::from(!pair.must_close);
            }
        }
        fallback
    }

    /// "the workers’ vote": after an s, before a small letter.
    fn is_plural_possessive(&self, i: usize) -> bool {
        let mut behind = self.text[self.end(i)..].chars();
        self.beside(i).0 == 's' && behind.next() == Some(' ') && behind.next().is_some_and(char::is_lowercase)
    }

    fn marked(&self, open: usize, close: usize, pair: &Pair) -> Marked {
        let wide = usize::from(pair.wide);
        let (start, end) = (self.marks[open].0, self.marks[close].0);
        Marked {
            whole: start..self.end(close) + wide,
            inner: (self.end(open) + wide).min(end)..end,
            closed: true,
            single: !pair.wide && "‘'‚‹›".contains(pair.opens),
        }
    }

    fn unclosed(&self, open: usize, pair: &Pair) -> Marked {
        Marked {
            whole: self.marks[open].0..self.text.len(),
            inner: self.end(open)..self.text.len(),
            closed: false,
            single: "‘'‚‹›".contains(pair.opens),
        }
    }
}

fn may_close(c: char, last: char, next: char, pair: &Pair) -> bool {
    match c {
        '`' => false,
        '\'' if pair.wide => next == '\'',
        '’' | '\'' => !next.is_alphanumeric() && !last.is_whitespace(),
        // A mark of opening in the place of a closing one.
        '“' if pair.opens == '“' => !last.is_whitespace() && !next.is_alphanumeric(),
        '"' if pair.opens != '"' => !last.is_whitespace(),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_are_found_in_the_marks_of_many_languages() {
        let cases: &[(&str, &[&str])] = &[
            ("He said “yes” and “no”.", &["“yes”", "“no”"]),
            ("He said \"yes\" twice", &["\"yes\""]),
            ("Sie sagte: „Ja“, dann »nein« und ‚vielleicht‘.", &["„Ja“", "»nein«", "‚vielleicht‘"]),
            ("Il a dit « oui » puis ‹ non ›.", &["« oui »", "‹ non ›"]),
            ("It’s the ‘don’t know’ camp", &["‘don’t know’"]),
            ("‘The workers’ vote is theirs,’ he said", &["‘The workers’ vote is theirs,’"]),
            ("“To be continued", &["“To be continued"]),
            ("“The wrong mark closes“, he said", &["“The wrong mark closes“"]),
            ("“He called it “a farce” twice,” she said", &["“He called it “a farce” twice,”"]),
            ("the workers’ vote of the '90s, 6'2\" tall", &[]),
            ("市長は「橋は閉鎖する」と述べた。", &["「橋は閉鎖する」"]),
            ("\"I need none,\" he said. \" You did a good job.\"", &["\"I need none,\"", "\" You did a good job.\""]),
            ("a 5 \" pipe and a 3 \" pipe", &[]),
            ("``Two ticks'' said he", &["``Two ticks''"]),
            ("他说\"桥已关闭\"。", &["\"桥已关闭\""]),
        ];
        for (text, want) in cases {
            let got: Vec<&str> = marked(text, 0..text.len()).into_iter().map(|m| &text[m.whole]).collect();
            assert_eq!(got, *want, "{text}");
        }
    }
}
