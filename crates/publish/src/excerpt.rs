//! Excerpts: where a version says what was searched for, with the words around it.

use std::ops::Range;

use news::{Hit, Reading};
use serde::Serialize;
use text::search::Query;

/// Passages of one hit: what is farther apart than these would fill the page.
const MOST_PASSAGES: usize = 3;
/// Characters around what was found, on each side.
const AROUND: usize = 90;
/// Characters of the beginning of a text, where only its headline or a filter was found.
const BEGINNING: usize = 180;

/// A text in which places are marked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Excerpt {
    /// The text; `…` where it was cut.
    pub text: String,
    /// What was found in it: first byte and the byte after the last, in order and apart.
    pub found: Vec<(usize, usize)>,
}

/// What lists show of a hit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Excerpts {
    /// The headline that the version had.
    pub headline: Excerpt,
    /// Passages of its text in order; those that between them show the most of what was searched for.
    pub passages: Vec<Excerpt>,
}

impl Excerpts {
    /// The excerpts of a hit.
    pub fn of(hit: &Hit, query: &Query) -> Self {
        let reading = &hit.reading;
        let text = reading.canonical_text();
        let each = query.places_of_each(&text).unwrap_or_default();
        let mut places: Vec<Range<usize>> = each.concat();
        places.sort_by_key(|place| (place.start, place.end));
        let pieces = pieces(reading);
        let head = pieces.first().filter(|_| reading.headline.as_ref().is_some_and(|h| !h.is_empty())).cloned();
        let headline = match &head {
            Some(piece) => Excerpt::cut(&text, piece.clone(), piece, &places),
            None => Excerpt::plain(hit.article.headline.as_ref().unwrap_or(&hit.article.url)),
        };
        let body = &pieces[usize::from(head.is_some())..];
        let windows: Vec<(Range<usize>, &Range<usize>)> =
            body.iter().flat_map(|piece| windows(&text, piece, &places).into_iter().map(move |w| (w, piece))).collect();
        let shows = |window: &Range<usize>| -> Vec<usize> {
            let inside = |place: &Range<usize>| place.start < window.end && window.start < place.end;
            (0..each.len()).filter(|phrase| each[*phrase].iter().any(inside)).collect()
        };
        let mut chosen = choose(windows.iter().map(|(window, _)| shows(window)).collect());
        chosen.sort_unstable();
        let mut passages: Vec<Excerpt> =
            chosen.into_iter().map(|at| Excerpt::cut(&text, windows[at].0.clone(), windows[at].1, &places)).collect();
        if passages.is_empty() {
            let beginning = |piece: &Range<usize>| piece.start..forward(&text, piece.start, piece.end, BEGINNING);
            passages.extend(body.first().map(|piece| Excerpt::cut(&text, beginning(piece), piece, &places)));
        }
        Self { headline, passages }
    }
}

impl Excerpt {
    fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), found: Vec::new() }
    }

    /// The part `window` of the piece.
    fn cut(text: &str, window: Range<usize>, piece: &Range<usize>, places: &[Range<usize>]) -> Self {
        let before = if window.start > piece.start { "… " } else { "" };
        let after = if window.end < piece.end { " …" } else { "" };
        let mut found: Vec<(usize, usize)> = Vec::new();
        for place in places.iter().filter(|place| place.start < window.end && window.start < place.end) {
            let shift = |at: usize| at.clamp(window.start, window.end) - window.start + before.len();
            let (start, end) = (shift(place.start), shift(place.end));
            match found.last_mut() {
                Some(last) if start < last.1 => last.1 = last.1.max(end),
                _ => found.push((start, end)),
            }
        }
        Self { text: format!("{before}{}{after}", &text[window]), found }
    }

    /// The text in runs, each found or not.
    pub fn runs(&self) -> Vec<(bool, &str)> {
        let mut runs = Vec::new();
        let mut at = 0;
        for (start, end) in &self.found {
            runs.push((false, &self.text[at..*start]));
            runs.push((true, &self.text[*start..*end]));
            at = *end;
        }
        runs.push((false, &self.text[at..]));
        runs.retain(|(_, run)| !run.is_empty());
        runs
    }
}

/// Where the pieces of the canonical text stand in it.
fn pieces(reading: &Reading) -> Vec<Range<usize>> {
    let mut at = 0;
    let place = |(_, piece): (usize, &str)| {
        let place = at..at + piece.len();
        at = place.end + 2;
        place
    };
    reading.text_pieces().map(place).collect()
}

/// What is found in a piece, with the words around it; what stands close together is one window.
fn windows(text: &str, piece: &Range<usize>, places: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut windows: Vec<Range<usize>> = Vec::new();
    for place in places.iter().filter(|place| place.start < piece.end && piece.start < place.end) {
        let (start, end) = (place.start.max(piece.start), place.end.min(piece.end));
        let window = backward(text, piece.start, start, AROUND)..forward(text, end, piece.end, AROUND);
        let before = windows.last().map_or(piece.start, |last| last.end);
        match windows.last_mut() {
            Some(last) if start < last.end => {
                // What stands close together in a long row is cut somewhere.
                if window.end - last.start < 8 * AROUND {
                    last.end = last.end.max(window.end);
                }
            }
            _ => windows.push(window.start.max(before)..window.end),
        }
    }
    windows
}

/// The place `chars` characters after `from` at the most, at the end of a word if there is one near.
fn forward(text: &str, from: usize, end: usize, chars: usize) -> usize {
    match text[from..end].char_indices().nth(chars) {
        None => end,
        Some((length, _)) => match text[from..from + length].rfind(char::is_whitespace) {
            Some(space) if space > length / 2 => from + space,
            _ => from + length,
        },
    }
}

/// The place `chars` characters before `to` at the most, at the beginning of a word if there is one near.
fn backward(text: &str, begin: usize, to: usize, chars: usize) -> usize {
    match text[begin..to].char_indices().rev().nth(chars) {
        None => begin,
        Some((at, _)) => {
            let near = text[begin + at..to].char_indices().find(|(_, c)| c.is_whitespace());
            match near {
                Some((space, c)) if space < (to - begin - at) / 2 => begin + at + space + c.len_utf8(),
                _ => begin + at,
            }
        }
    }
}

/// The windows that show the most, by what each shows: first those that add something, the earliest of equals.
fn choose(mut shown: Vec<Vec<usize>>) -> Vec<usize> {
    let mut chosen = Vec::new();
    while chosen.len() < MOST_PASSAGES {
        let most = (0..shown.len()).max_by_key(|at| (shown[*at].len(), std::cmp::Reverse(*at)));
        let Some(at) = most.filter(|at| !shown[*at].is_empty()) else { break };
        let new = std::mem::take(&mut shown[at]);
        shown.iter_mut().for_each(|phrases| phrases.retain(|phrase| !new.contains(phrase)));
        chosen.push(at);
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passages_show_everything_that_was_asked_for() {
        let filler = "Nothing of it stands in these words that only fill the line and go on. ".repeat(6);
        let text = format!("{filler}The toll of £3 rises. {filler}A tunnel is planned. The toll again. {filler}");
        let cut = |query: &str| {
            let query: Query = query.parse().unwrap();
            let places = query.places(&text).unwrap();
            windows(&text, &(0..text.len()), &places)
                .into_iter()
                .map(|w| Excerpt::cut(&text, w, &(0..text.len()), &places))
                .collect::<Vec<_>>()
        };
        let all = cut("toll tunnel");
        assert_eq!(all.len(), 2);
        assert!(all[0].text.starts_with("… ") && all[0].text.ends_with(" …"), "{}", all[0].text);
        assert_eq!(all[1].found.len(), 2);
        let marked: Vec<&str> =
            all.iter().flat_map(|e| e.runs()).filter(|(found, _)| *found).map(|(_, run)| run).collect();
        assert_eq!(marked, ["toll", "tunnel", "toll"]);
        assert_eq!(choose(vec![vec![0], vec![0, 1], vec![1], vec![2]]), [1, 3]);
        assert_eq!(choose(vec![vec![], vec![]]), Vec::<usize>::new());
    }

    #[test]
    fn no_text_is_cut_inside_a_character() {
        let text = "東京都で会見が開かれた。".repeat(60);
        for query in ["会", "会見", "開かれた"] {
            let query: Query = query.parse().unwrap();
            let places = query.places(&text).unwrap();
            for window in windows(&text, &(0..text.len()), &places) {
                let excerpt = Excerpt::cut(&text, window, &(0..text.len()), &places);
                assert!(excerpt.runs().iter().any(|(found, _)| *found));
                assert!(excerpt.text.chars().count() < 10 * AROUND);
            }
        }
    }
}
