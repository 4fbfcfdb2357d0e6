//! Which stretches of a paragraph stand inside quotation marks.

use std::ops::Range;

/// Returns the byte ranges between quotation marks, marks included, in order.
///
/// Knows “…”, „…“, "…", «…», »…«, ‘…’, ‹…›, 「…」, 『…』; a wrong closing mark closes too. A quotation
/// that is not closed runs to the end of the paragraph, as one that continues in the next does.
pub(crate) fn quotations(text: &str) -> Vec<Range<usize>> {
    // Every mark but two is beyond ASCII.
    if !text.bytes().any(|b| matches!(b, b'"' | b'\'') || !b.is_ascii()) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut open: Option<(usize, &str)> = None;
    let mut last = ' ';
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let next = text[end..].chars().next().unwrap_or(' ');
        match open {
            Some((start, closing)) if closing.contains(c) && !is_apostrophe(c, last, next) => {
                found.push(start..end);
                open = None;
            }
            Some(_) => {}
            None => open = closing_marks(c, last).map(|closing| (at, closing)),
        }
        last = c;
    }
    found.extend(open.map(|(start, _)| start..text.len()));
    found
}

/// The marks that may close what `c` opens, if it opens something after `last`.
fn closing_marks(c: char, last: char) -> Option<&'static str> {
    let after_word = last.is_alphanumeric();
    match c {
        '“' => Some("”\"“"),
        '„' => Some("“”\""),
        '"' => Some("\"”"),
        '«' => Some("»"),
        '»' if !after_word => Some("«"),
        '‹' => Some("›"),
        '‘' | '\'' if !after_word => Some("’'"),
        '「' => Some("」"),
        '『' => Some("』"),
        _ => None,
    }
}

fn is_apostrophe(c: char, last: char, next: char) -> bool {
    matches!(c, '’' | '\'') && last.is_alphanumeric() && next.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_are_found_in_the_marks_of_many_languages() {
        let cases: &[(&str, &[&str])] = &[
            ("He said “yes” and “no”.", &["“yes”", "“no”"]),
            ("He said \"yes\" twice", &["\"yes\""]),
            ("Sie sagte: „Ja“, dann »nein«.", &["„Ja“", "»nein«"]),
            ("Il a dit « oui ».", &["« oui »"]),
            ("It’s the ‘don’t know’ camp", &["‘don’t know’"]),
            ("“To be continued", &["“To be continued"]),
            ("the workers’ vote", &[]),
        ];
        for (text, want) in cases {
            let got: Vec<&str> = quotations(text).into_iter().map(|r| &text[r]).collect();
            assert_eq!(got, *want, "{text}");
        }
    }
}
