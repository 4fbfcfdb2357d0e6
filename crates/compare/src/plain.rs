//! Readings of plain text.

use news::{Block, BlockKind, Reading};
use text::canonical;

/// Returns the reading of a plain text: paragraphs are separated by blank lines (lines of white
/// space alone), a single line break is a space. Every text is brought into canonical form;
/// `None` and a headline or standfirst of white space alone mean: there is none.
pub fn plain(headline: Option<&str>, standfirst: Option<&str>, text: &str) -> Reading {
    let line = |text: &str| Some(canonical(text)).filter(|t| !t.is_empty());
    Reading {
        headline: headline.and_then(line),
        standfirst: standfirst.and_then(line),
        body: paragraphs(text).map(|text| Block { kind: BlockKind::Paragraph, text }).collect(),
        reader: "plain-1".into(),
        ..Reading::default()
    }
}

fn paragraphs(text: &str) -> impl Iterator<Item = String> {
    let lines: Vec<&str> = text.lines().collect();
    let paragraphs: Vec<String> =
        lines.split(|line| line.trim().is_empty()).map(|lines| canonical(&lines.join("\n"))).collect();
    paragraphs.into_iter().filter(|p| !p.is_empty())
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
}
