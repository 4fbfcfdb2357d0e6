//! A page that is held against another: a file, standard input, or an address.

use anyhow::Result;
use news::{PageKind, Reading};

use crate::config::Places;
use crate::ending::{Ending, Stopped};
use crate::input::{Input, is_address};
use crate::read::kind_in_words;

/// A page with what was read of it.
pub struct PageRead {
    named: String,
    input: Input,
    /// What it says.
    pub reading: Reading,
}

impl PageRead {
    /// Opens and reads a page.
    ///
    /// # Errors
    /// As [`Input::open`].
    pub fn open(named: &str, places: &Places) -> Result<Self> {
        let input = Input::open(named, None, None, places)?;
        let reading = extract::extract(&input.page());
        Ok(Self { named: named.to_owned(), input, reading })
    }

    /// The paragraphs of a plain text, whatever they are; `None`: it is none, is not in UTF-8, or is empty.
    fn as_it_is(&self) -> Option<Reading> {
        let text = std::str::from_utf8(&self.input.body).ok().filter(|_| self.input.is_plain_text())?;
        Some(compare::plain(None, None, text)).filter(has_text)
    }
}

/// Makes sure that pages can be held against each other: each has article text, for of two that have none nothing is the
/// same.
///
/// Files of plain text that are too short for articles are taken as they are, both alike.
///
/// # Errors
/// The sentence names each page without article text.
pub fn have_text(pages: &mut [&mut PageRead]) -> Result<()> {
    if pages.iter().any(|page| !has_text(&page.reading)) {
        let texts: Option<Vec<Reading>> = pages.iter().map(|page| page.as_it_is()).collect();
        for (page, text) in pages.iter_mut().zip(texts.unwrap_or_default()) {
            page.reading = text;
        }
    }
    let without: Vec<&PageRead> = pages.iter().map(|page| &**page).filter(|page| !has_text(&page.reading)).collect();
    let Some(first) = without.first() else { return Ok(()) };
    let told = |page: &&PageRead| format!("{} ({})", page.named, kind_in_words(page.reading.page));
    let all = without.iter().map(told).collect::<Vec<_>>().join(" and in ");
    let sentence = format!(
        "no article text was read in {all}; `replate read {} --explain` shows why every block was left out",
        first.named
    );
    let of_outlets = without.iter().all(|page| is_address(&page.named));
    Err(Stopped::because(if of_outlets { Ending::Outlet } else { Ending::Usage }, sentence))
}

/// Whether it is an article, or a list or a feed that may be one, with text.
fn has_text(reading: &Reading) -> bool {
    use PageKind as K;
    let may_be = matches!(reading.page, K::Article | K::Walled | K::Video | K::Index | K::Feed);
    may_be && reading.body.iter().any(|block| block.kind.is_text())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str =
        "The council met on Monday and agreed to build a new swimming pool near the old railway station.";

    /// Name and body of two pages, and how the comparison ends, if it does not take place.
    type Case<'a> = ((&'a str, &'a str), (&'a str, &'a str), Option<(Ending, String)>);

    fn page(named: &str, body: &str) -> PageRead {
        let input =
            Input { body: body.into(), content_type: crate::input::type_of(named), url: format!("file:{named}") };
        let reading = extract::extract(&input.page());
        PageRead { named: named.to_owned(), input, reading }
    }

    #[test]
    fn pages_without_article_text_are_not_the_same() {
        let html = |body: &str| format!("<!DOCTYPE html><title>Mayor resigns</title><h1>Mayor resigns</h1>{body}");
        let (full, empty) = (html(&format!("<article><p>{LONG}</p><p>{LONG}</p></article>")), html("<p>12"));
        let none = "no article text was read in a.html (nothing to read)";
        let cases: [Case<'_>; 8] = [
            (("a.html", &full), ("b.html", &full), None),
            (("a.html", &empty), ("b.html", &full), Some((Ending::Usage, none.to_owned()))),
            (
                ("a.html", &empty),
                ("b.html", &empty),
                Some((
                    Ending::Usage,
                    format!("{none} and in b.html (nothing to read); `replate read a.html --explain`"),
                )),
            ),
            (
                ("https://a.example/x", &empty),
                ("b.html", &full),
                Some((Ending::Outlet, "no article text was read in https://a.example/x".into())),
            ),
            (("a.txt", LONG), ("b.txt", LONG), None),
            (("a.txt", "plain text a"), ("b.txt", "plain text b"), None),
            (
                ("a.txt", " "),
                ("b.txt", "plain text b"),
                Some((Ending::Usage, "read in a.txt (nothing to read) and in b.txt (nothing to read)".into())),
            ),
            (
                ("a.txt", "plain text a"),
                ("b.html", &full),
                Some((Ending::Usage, "read in a.txt (nothing to read)".into())),
            ),
        ];
        for ((before, old), (after, new), want) in cases {
            let (mut before, mut after) = (page(before, old), page(after, new));
            let told = have_text(&mut [&mut before, &mut after]);
            match (told.err(), want) {
                (None, None) => {
                    assert_eq!(before.reading.canonical_text() == after.reading.canonical_text(), old == new)
                }
                (Some(error), Some((ending, sentence))) => {
                    assert_eq!(crate::ending::ending_of(&error), ending, "{error}");
                    assert!(error.to_string().contains(&sentence), "{error}");
                }
                (told, want) => panic!("{told:?} {want:?}"),
            }
        }
    }
}
