//! Words of an outlet's inside a sentence of ours: short, between marks, in their own direction.

use unicode_segmentation::UnicodeSegmentation;

/// Characters that a quotation in a line shows.
const SHOWN: usize = 48;
/// Marks that stand around a quotation already.
const MARKS: &[char] = &['"', '“', '”', '„', '«', '»', '「', '」', '『', '』'];

/// What went and what came in its place: `“most” → “a third”`, `“accused of fraud” removed`; `None` if neither has a letter
/// or a digit.
pub fn went_and_came(before: &str, after: &str) -> Option<String> {
    let says = |text: &str| text.contains(char::is_alphanumeric);
    match (says(before), says(after)) {
        (true, true) => Some(format!("{} → {}", quoted(before), quoted(after))),
        (true, false) => Some(format!("{} removed", quoted(before))),
        (false, true) => Some(format!("{} added", quoted(after))),
        (false, false) => None,
    }
}

/// The text between quotation marks, cut at a word.
pub fn quoted(text: &str) -> String {
    quoted_up_to(text, SHOWN)
}

/// The same with another length.
pub fn quoted_up_to(text: &str, chars: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = |text| str::trim_matches(text, |c: char| c.is_whitespace() || ",;:".contains(c));
    format!("“{}”", isolated(cut(bare(without_marks(bare(&line))), chars)))
}

/// A name, a number or a word, cut, without marks.
pub fn term(text: &str) -> String {
    isolated(cut(&text.split_whitespace().collect::<Vec<_>>().join(" "), SHOWN))
}

/// Without the marks that stand at both ends, and nowhere between.
fn without_marks(text: &str) -> &str {
    let inner = text.strip_prefix(MARKS).and_then(|rest| rest.strip_suffix(MARKS));
    inner.filter(|inner| !inner.is_empty() && !inner.contains(MARKS)).unwrap_or(text)
}

/// At most so many characters, at the end of a word.
fn cut(text: &str, chars: usize) -> String {
    if text.chars().count() <= chars {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut length = 0;
    for word in text.split_word_bounds() {
        length += word.chars().count();
        if length > chars && !kept.is_empty() {
            break;
        }
        kept.extend(word.chars().take(chars));
    }
    format!("{}…", kept.trim_end_matches(|c: char| c.is_whitespace() || c.is_ascii_punctuation()))
}

/// Between the marks of Unicode that keep a text of the other direction together: without them two such texts beside an
/// arrow change places.
fn isolated(text: String) -> String {
    let is_open = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    // Figures of Arabic and Persian run the other way beside an arrow, too.
    let is_figure = |c: char| matches!(c, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}');
    match text::direction(None, &text) {
        news::Direction::Ltr if !text.contains(is_open) && !text.contains(is_figure) => text,
        _ => format!("\u{2068}{}\u{2069}", text.replace(is_open, "")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_went_and_came_is_quoted_short() {
        let long = "About 900 fleeces were offered and all but thirty were sold.";
        let cases = [
            (("most", "a third"), Some("“most” → “a third”")),
            ((" and had waited", ""), Some("“and had waited” removed")),
            (("", "“a short rest”,"), Some("“a short rest” added")),
            ((long, ""), Some("“About 900 fleeces were offered and all but…” removed")),
            (("十", "二十"), Some("“十” → “二十”")),
            (("٩", "١٣"), Some("“\u{2068}٩\u{2069}” → “\u{2068}١٣\u{2069}”")),
            (("ستين", "تسعين"), Some("“\u{2068}ستين\u{2069}” → “\u{2068}تسعين\u{2069}”")),
            (("one\u{202e}two", "x"), Some("“\u{2068}onetwo\u{2069}” → “x”")),
            (("one\n\ntwo", ""), Some("“one two” removed")),
            ((".", ","), None),
            (("\n\n", " "), None),
        ];
        for ((before, after), want) in cases {
            assert_eq!(went_and_came(before, after).as_deref(), want, "{before:?} {after:?}");
        }
        assert_eq!(term("£15m"), "£15m");
        assert_eq!(quoted(&"x".repeat(200)), format!("“{}…”", "x".repeat(SHOWN)));
        assert_eq!(quoted("“We knew” and “we said”"), "““We knew” and “we said””");
    }
}
