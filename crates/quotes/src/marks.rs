//! Quotation marks: which stretches of a paragraph they hold.

use std::ops::Range;

/// A stretch between quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Marked {
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
pub(crate) fn marked(text: &str, paragraph: Range<usize>) -> Vec<Marked> {
    let chars: Vec<(usize, char)> =
        text[paragraph.clone()].char_indices().map(|(at, c)| (paragraph.start + at, c)).collect();
    let line = Line { chars: &chars, end: paragraph.end };
    let (mut found, mut i, mut never_closes) = (Vec::new(), 0, String::new());
    while i < chars.len() {
        let Some(pair) = line.opening(i).filter(|pair| !never_closes.contains(pair.opens)) else {
            i += 1;
            continue;
        };
        match line.closing(i, &pair) {
            Some(close) => {
                found.push(line.marked(i, close, &pair));
                i = close + 1;
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
    found.retain(|m| !text[m.inner.clone()].trim().is_empty());
    found
}

struct Line<'a> {
    chars: &'a [(usize, char)],
    end: usize,
}

impl Line<'_> {
    fn at(&self, i: usize) -> char {
        self.chars.get(i).map_or(' ', |(_, c)| *c)
    }

    fn before(&self, i: usize) -> char {
        if i == 0 { ' ' } else { self.at(i - 1) }
    }

    fn byte(&self, i: usize) -> usize {
        self.chars.get(i).map_or(self.end, |(at, _)| *at)
    }

    fn opening(&self, i: usize) -> Option<Pair> {
        let (c, last, next) = (self.at(i), self.before(i), self.at(i + 1));
        let after_word = last.is_alphanumeric();
        let pair = |closes, must_close| Some(Pair { opens: c, closes, must_close, wide: c == '`' });
        match c {
            '“' => pair("”\"“", false),
            '”' if !after_word && next.is_alphanumeric() && last.is_whitespace() => pair("”", true),
            '„' => pair("“”\"", false),
            '"' if !after_word && !next.is_whitespace() => pair("\"”“", false),
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

    /// Where the mark at `open` is closed.
    fn closing(&self, open: usize, pair: &Pair) -> Option<usize> {
        let (mut depth, mut fallback) = (0_usize, None);
        for i in open + 1 + usize::from(pair.wide)..self.chars.len() {
            let c = self.at(i);
            if pair.opens == '"' && c == '“' && !self.before(i).is_alphanumeric() && self.at(i + 1).is_alphanumeric()
            {
                depth += 1;
                continue;
            }
            if pair.closes.contains(c) && self.may_close(i, pair) {
                if depth > 0 && (pair.opens != '"' || c == '”') {
                    depth -= 1;
                } else if matches!(c, '’' | '\'') && self.is_plural_possessive(i) {
                    fallback = fallback.or(Some(i));
                } else {
                    return Some(i);
                }
            } else if c == pair.opens && c != '"' && c != '\'' && i > open + 1 {
                if fallback.is_some() {
                    break;
                }
                depth += usize::from(!pair.must_close);
            }
        }
        fallback
    }

    fn may_close(&self, i: usize, pair: &Pair) -> bool {
        let (c, last, next) = (self.at(i), self.before(i), self.at(i + 1));
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

    /// "the workers’ vote": after an s, before a small letter.
    fn is_plural_possessive(&self, i: usize) -> bool {
        self.before(i) == 's' && self.at(i + 1) == ' ' && self.at(i + 2).is_lowercase()
    }

    fn marked(&self, open: usize, close: usize, pair: &Pair) -> Marked {
        let wide = usize::from(pair.wide);
        let whole = self.byte(open)..self.byte(close + 1 + wide);
        let inner = self.byte((open + 1 + wide).min(close))..self.byte(close);
        Marked { whole, inner, closed: true, single: !pair.wide && "‘'‚‹›".contains(pair.opens) }
    }

    fn unclosed(&self, open: usize, pair: &Pair) -> Marked {
        Marked {
            whole: self.byte(open)..self.end,
            inner: self.byte(open + 1)..self.end,
            closed: false,
            single: "‘'‚‹›".contains(pair.opens),
        }
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
            ("``Two ticks'' said he", &["``Two ticks''"]),
        ];
        for (text, want) in cases {
            let got: Vec<&str> = marked(text, 0..text.len()).into_iter().map(|m| &text[m.whole]).collect();
            assert_eq!(got, *want, "{text}");
        }
    }
}
