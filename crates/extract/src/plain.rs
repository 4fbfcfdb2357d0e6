//! Pages that are plain text: each line is told what it is, by its wording and its place.

use std::collections::HashSet;
use std::sync::LazyLock;

use news::{Block, BlockKind};
use regex::Regex;
use text::canonical;

use crate::explain::{Explained, KeptAs};
use crate::leaf::{ends_like_sentence, width};
use crate::{names, wording};

/// Longest line that can be a headline or a subhead, in the widths of Latin letters.
const MAX_HEADING: usize = 200;

/// What the lines of a plain text are.
#[derive(Debug, Default)]
pub(crate) struct Plain {
    pub headline: Option<String>,
    pub standfirst: Option<String>,
    pub bylines: Vec<String>,
    pub body: Vec<Block>,
    pub explained: Vec<Explained>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Role {
    Headline,
    Standfirst,
    Byline,
    Caption,
    Paragraph,
    Subhead,
    Item,
    Furniture,
}

struct Line {
    text: String,
    /// In the widths of Latin letters.
    chars: usize,
    role: Role,
    reason: &'static str,
    /// It is what it is, but another line already says the same.
    again: bool,
}

impl Line {
    fn set(&mut self, role: Role, reason: &'static str) {
        (self.role, self.reason) = (role, reason);
    }

    fn is_prose(&self) -> bool {
        self.chars >= 120 || self.chars >= 25 && ends_like_sentence(&self.text)
    }
}

/// Names joined by slashes, as agencies sign: "Ana /Ben/Cy /Dee".
static SLASHED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\p{Lu}[\p{L}.'-]*( \p{Lu}[\p{L}.'-]*)?(\s*/\s*\p{Lu}[\p{L}.'-]*( \p{Lu}[\p{L}.'-]*)?){1,7}$")
        .expect("a constant pattern")
});
/// A line of authors that says so.
static SIGNED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)^\W*(?:\d+\s*min(?:ute)?s?(?:\s+read)?\s+\p{L}|(?:additional\s+)?(?:report(?:ing|ed)|writing|written|compiled|edited|editing|story|text|analysis)\s+by\b",
        r"|by\s+\p{L}|von\s+\p{L}|par\s+\p{L}|por\s+\p{L}|автор(?:ы)?\s*:|текст\s*:|بقلم|كتب\s|إعداد)"
    ))
    .expect("a constant pattern")
});
static READING_TIME: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)^\W*\d+\s*min(?:ute)?s?(?:\s+read)?\s+").expect("a constant pattern"));
static REPORTING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^\W*(?:additional\s+)?(?:reporting|writing|editing|compiled|edited)\s+by\s+")
        .expect("a constant pattern")
});
static PHOTO: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^\W*(?:photo|picture|image|file photo|foto|bild|caption|credit|crédit|фото|صورة|الصورة)\b[^:]{0,20}:",
    )
    .expect("a constant pattern")
});
static RULE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^\|?\s*:?-{3,}:?\s*(\|\s*:?-{3,}:?\s*)+\|?\s*$").expect("a constant pattern"));

/// Whether a page is plain text: it says so, or its address does, and it does not begin like HTML.
pub(crate) fn is_plain(text: &str, content_type: Option<&str>, url: &str) -> bool {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let tagged = start.starts_with("<!") || start.get(..5).is_some_and(|s| s.eq_ignore_ascii_case("<html"));
    if tagged {
        return false;
    }
    match content_type.map(|t| t.trim().to_ascii_lowercase()) {
        Some(t) if t.starts_with("text/plain") || t.starts_with("text/markdown") => true,
        Some(t) if t.contains("html") || t.contains("xml") => false,
        _ => {
            let path = url.split(['?', '#']).next().unwrap_or_default();
            path.ends_with(".txt") || path.ends_with(".md") || !start.contains('<')
        }
    }
}

/// Tells each line of a plain text what it is.
pub(crate) fn read(text: &str) -> Plain {
    let mut lines = split(text);
    name_by_wording(&mut lines);
    end_the_article(&mut lines);
    find_headline(&mut lines);
    find_standfirst(&mut lines);
    trailing_headings(&mut lines);
    mark_repeats(&mut lines);
    assemble(lines)
}

fn split(text: &str) -> Vec<Line> {
    let raw: Vec<&str> = text.lines().collect();
    let table = raw.iter().position(|l| RULE.is_match(l));
    let line = |text: String, role, reason| Line { chars: width(&text), text, role, reason, again: false };
    if let Some(rule) = table.filter(|r| raw[*r..].iter().filter(|l| l.contains('|')).count() * 2 > raw.len() / 2) {
        // a table page: what stands in its first column is the text
        return raw
            .iter()
            .enumerate()
            .map(|(i, l)| (i, canonical(l)))
            .filter(|(_, l)| !l.is_empty())
            .map(|(i, l)| match l.trim_start_matches('|').split_once('|') {
                Some((cell, _)) if i > rule => line(canonical(cell), Role::Paragraph, "a paragraph"),
                _ if i + 1 == rule || i == rule => line(l, Role::Furniture, "the table's heading"),
                _ => line(l, Role::Furniture, "outside the table"),
            })
            .collect();
    }
    let filled = raw.iter().filter(|l| !l.trim().is_empty());
    let (mut count, mut middling, mut longest) = (0, 0, 0);
    for l in filled.clone() {
        let chars = l.trim().chars().count();
        count += 1;
        middling += usize::from((45..=90).contains(&chars));
        longest = longest.max(chars);
    }
    let wrapped = longest <= 100 && count < raw.len() && middling * 10 >= count * 6;
    if !wrapped {
        return filled
            .map(|l| line(canonical(l), Role::Paragraph, "a paragraph"))
            .filter(|l| !l.text.is_empty())
            .collect();
    }
    let mut groups: Vec<String> = vec![String::new()];
    for l in raw {
        match (l.trim().is_empty(), groups.last_mut()) {
            (false, Some(group)) => {
                group.push(' ');
                group.push_str(l);
            }
            _ => groups.push(String::new()),
        }
    }
    groups.iter().map(|g| line(canonical(g), Role::Paragraph, "a paragraph")).filter(|l| !l.text.is_empty()).collect()
}

fn name_by_wording(lines: &mut [Line]) {
    for line in lines.iter_mut().filter(|l| l.role == Role::Paragraph) {
        let sentence = ends_like_sentence(&line.text);
        let short = line.chars <= 120;
        if short && !sentence && (SLASHED.is_match(&line.text) || SIGNED.is_match(&line.text)) {
            line.set(Role::Byline, "a line of authors");
        } else if short && !sentence && (line.text.find('©').is_some_and(|i| i > 0) || PHOTO.is_match(&line.text)) {
            line.set(Role::Caption, "a caption");
        } else if let Some(reason) = wording::line(&line.text) {
            line.set(Role::Furniture, reason);
        } else if line.text.starts_with(['•', '·', '‣', '▪'])
            || line.text.starts_with("- ")
            || line.text.starts_with("* ")
        {
            line.set(Role::Item, "an item of a list");
        } else if !line.is_prose() && line.chars <= MAX_HEADING {
            line.set(Role::Subhead, "a heading");
        }
    }
}

/// "Related", "Check also", "Comments" end the article, unless more prose follows than went before.
fn end_the_article(lines: &mut [Line]) {
    let prose = |lines: &[Line]| {
        lines.iter().filter(|l| l.role == Role::Paragraph && l.is_prose()).map(|l| l.chars).sum::<usize>()
    };
    let end = (0..lines.len()).find(|i| {
        lines[*i].reason == wording::END && prose(&lines[..*i]) > 0 && prose(&lines[..*i]) >= prose(&lines[*i..])
    });
    for line in lines.iter_mut().skip(end.map_or(usize::MAX, |i| i + 1)) {
        line.set(Role::Furniture, "after the end of the article");
    }
}

/// The first line that is no furniture, if it is no paragraph.
fn find_headline(lines: &mut [Line]) {
    let Some(i) = lines.iter().position(|l| !matches!(l.role, Role::Furniture | Role::Byline | Role::Caption)) else {
        return;
    };
    let asks = lines[i].chars <= 120 && lines[i].text.ends_with(['?', '!', '”', '"', '»']);
    let prose_follows = lines[i + 1..].iter().any(|l| l.role == Role::Paragraph && l.is_prose());
    if prose_follows && (lines[i].role == Role::Subhead || asks && lines[i].text.matches(['.', '!', '?']).count() <= 1)
    {
        lines[i].set(Role::Headline, "the first line that is no paragraph");
    }
}

/// The line under the headline, if the first paragraph repeats it.
fn find_standfirst(lines: &mut [Line]) {
    let Some(head) = lines.iter().position(|l| l.role == Role::Headline) else { return };
    let Some(i) = (head + 1..lines.len()).find(|i| lines[*i].role == Role::Paragraph) else { return };
    let next = (i + 1..lines.len()).find(|j| lines[*j].role == Role::Paragraph);
    if let Some(j) = next.filter(|j| lines[*j].text == lines[i].text) {
        lines[i].set(Role::Standfirst, "the line under the headline");
        lines[j].reason = "the first paragraph, kept once as the standfirst";
        lines[j].again = true;
    }
}

/// Headings after the last paragraph are headlines of other pieces, but for short sentences: those end the text.
fn trailing_headings(lines: &mut [Line]) {
    let last = lines.iter().rposition(|l| matches!(l.role, Role::Paragraph | Role::Item)).map_or(0, |i| i + 1);
    for line in lines[last..].iter_mut().filter(|l| l.role == Role::Subhead) {
        if line.text.ends_with(['.', '。', '।', '۔']) {
            line.set(Role::Paragraph, "a short sentence at the end");
            continue;
        }
        line.set(Role::Furniture, "a headline of another piece");
    }
}

fn mark_repeats(lines: &mut [Line]) {
    let mut seen = HashSet::new();
    for line in lines.iter_mut() {
        let counts = matches!(line.role, Role::Caption) || line.role == Role::Paragraph && line.chars >= 30;
        if counts && !seen.insert(line.text.clone()) && !line.again {
            line.again = true;
            line.reason = "stands here twice, kept once";
        }
        if line.role == Role::Standfirst {
            seen.insert(line.text.clone());
        }
    }
}

fn assemble(lines: Vec<Line>) -> Plain {
    let mut plain = Plain::default();
    let mut in_list = false;
    for line in lines {
        let kind = match line.role {
            Role::Caption => Some(BlockKind::Caption),
            Role::Paragraph if text::notice_kind(&line.text).is_some() => Some(BlockKind::Notice),
            Role::Paragraph => Some(BlockKind::Paragraph),
            Role::Subhead => Some(BlockKind::Subhead),
            Role::Item => Some(BlockKind::List),
            _ => None,
        };
        let kept_as = match line.role {
            Role::Headline => Some(KeptAs::Headline),
            Role::Standfirst => Some(KeptAs::Standfirst),
            Role::Byline => Some(KeptAs::Byline),
            _ => kind.map(KeptAs::Block),
        };
        match (line.role, kind) {
            (Role::Headline, _) => plain.headline = Some(line.text.clone()),
            (Role::Standfirst, _) => plain.standfirst = Some(line.text.clone()),
            (Role::Byline, _) => {
                let text = READING_TIME.replace(&line.text, "");
                let text = REPORTING.replace(&text, "").replace('/', ", ");
                plain.bylines.extend(names::split([text]));
            }
            (Role::Item, _) if in_list => {
                if let Some(list) = plain.body.last_mut() {
                    list.text.push('\n');
                    list.text.push_str(&line.text);
                }
            }
            (_, Some(kind)) if !line.again => plain.body.push(Block { kind, text: line.text.clone() }),
            _ => {}
        }
        in_list = line.role == Role::Item;
        plain.explained.push(Explained { text: line.text, kept_as, reason: line.reason });
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_by_wording_and_place() {
        let text = "Share\n\nBridge over the Selm opens\n\n3 min Daily Ferry\n\nAna Roe © Daily Ferry\n\n\
            The bridge was opened on Monday, two years late.\n\nWhat comes next\n\n\
            The old ferry goes on until the end of the month.\n\nAdvertisement\n\n\
            Nobody wants to say what will become of it.\n\nAna/Ben\n\nThe port of Selm wants more ships\n\nCheck also\n\nAnother thing happened here.";
        let plain = read(text);
        assert_eq!(plain.headline.as_deref(), Some("Bridge over the Selm opens"));
        assert_eq!(plain.bylines, ["Daily Ferry", "Ana", "Ben"]);
        let kinds: Vec<BlockKind> = plain.body.iter().map(|b| b.kind).collect();
        use BlockKind::{Caption, Paragraph, Subhead};
        assert_eq!(kinds, [Caption, Paragraph, Subhead, Paragraph, Paragraph]);
    }

    #[test]
    fn a_paragraph_is_no_headline() {
        let plain = read("The bridge was opened on Monday.\nThe ferry goes on until the end of the month.");
        assert_eq!((plain.headline, plain.body.len()), (None, 2));
    }

    #[test]
    fn a_short_sentence_at_the_end_is_text() {
        let opened = "The bridge was opened on Monday, two years late.";
        for (text, wanted) in [
            (format!("{opened}\n\nHe was right."), 2),
            (format!("{opened}\n\nThe port of Selm wants more ships"), 1),
            (
                "警察によると、田中市長は橋の修理に十二億円がかかると述べた。\n\n住民は早く直してほしいと話した。"
                    .to_owned(),
                2,
            ),
        ] {
            assert_eq!(read(&text).body.len(), wanted, "{text}");
        }
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let text = "Bridge opens at last over the river Selm near the old ferry\n\nThe bridge was opened on Monday, two years late, and the people of\nthe town came in their hundreds to walk over it before the first of\nthe cars did.\n";
        let plain = read(text);
        assert_eq!(plain.body.len(), 1);
        assert!(plain.headline.is_some());
    }
}
