//! Readings of plain text.

use std::collections::HashMap;

use news::{Block, BlockKind, ChangeKind, Reading};
use text::canonical;

/// Returns the reading of a plain text: paragraphs are separated by blank lines (lines of white
/// space alone), a single line break is a space. Every text is brought into canonical form;
/// `None` and a headline or standfirst of white space alone mean: there is none.
pub fn plain(headline: Option<&str>, standfirst: Option<&str>, text: &str) -> Reading {
    let line = |text: &str| Some(canonical(text)).filter(|t| !t.is_empty());
    Reading {
        headline: headline.and_then(line),
        standfirst: standfirst.and_then(line),
        body: paragraphs(text)
            .map(|lines| canonical(&lines))
            .filter(|text| !text.is_empty())
            .map(|text| Block { kind: BlockKind::Paragraph, text })
            .collect(),
        reader: "plain-1".into(),
        ..Reading::default()
    }
}

/// The paragraphs as they are written, without the line breaks around them.
fn paragraphs(text: &str) -> impl Iterator<Item = String> {
    let lines: Vec<&str> = text.lines().collect();
    let paragraphs: Vec<String> =
        lines.split(|line| line.trim().is_empty()).map(|lines| lines.join("\n").trim().to_owned()).collect();
    paragraphs.into_iter().filter(|p| !p.is_empty())
}

/// Returns how the typesetting of two plain texts differs where [`plain`] makes them the same: white space, soft
/// hyphens, zero-width marks, composed and decomposed letters. `None` where it does not. Each side is a headline and a text.
///
/// Between readings there is no such difference: their texts are in canonical form.
pub fn typesetting(before: (Option<&str>, &str), after: (Option<&str>, &str)) -> [Option<ChangeKind>; 2] {
    let is_folded = |a: &str, b: &str| a != b && canonical(a) == canonical(b);
    let headline = [before.0.unwrap_or(""), after.0.unwrap_or("")].map(str::trim);
    let mut written: HashMap<String, Vec<String>> = HashMap::new();
    for lines in paragraphs(before.1) {
        written.entry(canonical(&lines)).or_default().push(lines);
    }
    let mut others = Vec::new();
    let mut in_text = false;
    for lines in paragraphs(after.1) {
        match written.get_mut(&canonical(&lines)).filter(|w| !w.is_empty()).map(|w| w.remove(0)) {
            Some(other) => in_text |= other != lines,
            None => others.push(lines),
        }
    }
    // In paragraphs whose words changed, too: the same two words with something else between them.
    let seams: HashMap<(String, String), &str> = written.values().flatten().flat_map(|lines| seams(lines)).collect();
    in_text |= others
        .iter()
        .flat_map(|lines| self::seams(lines))
        .any(|(words, seam)| seams.get(&words).is_some_and(|other| *other != seam));
    [
        is_folded(headline[0], headline[1]).then_some(ChangeKind::HeadlineCosmetic),
        in_text.then_some(ChangeKind::Cosmetic),
    ]
}

/// Every two words that follow each other in a paragraph, with what stands between them.
fn seams(lines: &str) -> impl Iterator<Item = ((String, String), &str)> {
    let starts = |word: &str| word.as_ptr() as usize - lines.as_ptr() as usize;
    let words: Vec<&str> = lines.split_whitespace().collect();
    let pairs: Vec<_> = words
        .windows(2)
        .map(|two| {
            let seam = &lines[starts(two[0]) + two[0].len()..starts(two[1])];
            ((canonical(two[0]), canonical(two[1])), seam)
        })
        .collect();
    pairs.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_part_paragraphs() {
        let reading = plain(Some(" Bridge\u{a0}opens "), Some(" "), "One\nline.\r\n \r\n\r\nTwo.\n");
        assert_eq!(reading.headline.as_deref(), Some("Bridge opens"));
        assert_eq!(reading.standfirst, None);
        assert_eq!(reading.canonical_text(), "Bridge opens\n\nOne line.\n\nTwo.");
    }

    #[test]
    fn what_the_canonical_form_folds_is_told_of_plain_texts() {
        use ChangeKind::{Cosmetic, HeadlineCosmetic};
        type Case<'a> = (Option<&'a str>, &'a str);
        let cases: &[(Case<'_>, Case<'_>, &[ChangeKind])] = &[
            ((Some("A b"), "C d."), (Some("A b"), "C d."), &[]),
            ((Some("A b"), "C d."), (Some("A  b"), "C d."), &[HeadlineCosmetic]),
            ((Some("A b"), "C d.\n\nE f."), (Some("A b"), "C d.\n\nE\u{a0}f."), &[Cosmetic]),
            ((None, "C d.\n\nE f."), (None, "E\u{ad} f.\n\nC d."), &[Cosmetic]),
            ((None, "C d."), (None, "C  e."), &[]),
            ((None, "C d e."), (None, "C  d f."), &[Cosmetic]),
            ((Some("A b"), "\n\nC\r\nd.\n"), (Some(" A b"), "C\nd."), &[]),
        ];
        for (before, after, want) in cases {
            let got: Vec<ChangeKind> = typesetting(*before, *after).into_iter().flatten().collect();
            assert_eq!(got, *want, "{before:?} {after:?}");
        }
    }
}
