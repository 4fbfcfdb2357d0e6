//! Where a text says what was asked for.

use std::ops::Range;

use super::{IndexToken, Phrase, Query, Sought, index_tokens};

impl Query {
    /// The places in a text where it says what is asked for, in order and apart; `None` if it does not say all of it,
    /// or says what it must not. Filters are not looked at.
    pub fn places(&self, text: &str) -> Option<Vec<Range<usize>>> {
        let mut places = self.places_of_each(text)?.concat();
        places.sort_by_key(|place| place.start);
        Some(apart(places))
    }

    /// The places of each phrase in its order, as [`Self::places`] has them together.
    pub fn places_of_each(&self, text: &str) -> Option<Vec<Vec<Range<usize>>>> {
        let tokens = index_tokens(text);
        if self.excluded.iter().any(|phrase| phrase.is_in(&tokens)) {
            return None;
        }
        let each =
            |phrase: &Phrase| Some(phrase.places(&tokens).collect()).filter(|places: &Vec<_>| !places.is_empty());
        self.phrases.iter().map(each).collect()
    }
}

/// Places that touch are one.
pub(super) fn apart(places: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(places.len());
    for place in places {
        match apart.last_mut() {
            Some(last) if place.start < last.end => last.end = last.end.max(place.end),
            _ => apart.push(place),
        }
    }
    apart
}

impl Phrase {
    /// Whether tokens say it.
    pub fn is_in(&self, tokens: &[IndexToken]) -> bool {
        self.places(tokens).next().is_some()
    }

    pub(super) fn places<'t>(&'t self, tokens: &'t [IndexToken]) -> impl Iterator<Item = Range<usize>> + 't {
        tokens.windows(self.0.len()).filter(|window| self.0.iter().zip(*window).all(|(s, t)| s.is(t))).map(|window| {
            let last = window.len() - 1;
            let end = match (&self.0[last], window[last].first) {
                (Sought::Begins(_), Some((_, end))) => end,
                _ => window[last].end,
            };
            window[0].start..end
        })
    }
}

impl Sought {
    fn is(&self, token: &IndexToken) -> bool {
        match self {
            Self::Token(text) => *text == token.text,
            Self::Begins(text) => token.first.is_some_and(|(bytes, _)| token.text[..bytes] == **text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_by_what_it_says() {
        let text = "Müller’s bridge will cost £1.5m, not £15m. The bridge re-opens. 東京都で会見。";
        let cases: &[(&str, Option<&[&str]>)] = &[
            ("bridge", Some(&["bridge", "bridge"])),
            ("BRIDGE muller", Some(&["Müller", "bridge", "bridge"])),
            ("\"the bridge\"", Some(&["The bridge"])),
            ("\"cost the\"", None),
            ("bridge tunnel", None),
            ("bridge -tunnel", Some(&["bridge", "bridge"])),
            ("bridge -\"the bridge\"", None),
            ("1.5", Some(&["1.5"])),
            ("£1.5m", Some(&["£1.5m"])),
            ("£15m", Some(&["£15m"])),
            ("£5m", None),
            ("$1.5m", None),
            ("reopens", None),
            ("re-opens", Some(&["re-opens"])),
            ("京", Some(&["京"])),
            ("東京", Some(&["東京"])),
            ("東京都", Some(&["東京都"])),
            ("東都", None),
            ("会", Some(&["会"])),
            ("見", Some(&["見"])),
            ("\"bridge will\" \"will cost\"", Some(&["bridge will cost"])),
        ];
        for (query, want) in cases {
            let query: Query = query.parse().unwrap();
            let places = query.places(text);
            let got: Option<Vec<&str>> = places.map(|places| places.into_iter().map(|place| &text[place]).collect());
            assert_eq!(got, want.map(<[&str]>::to_vec), "{query:?}");
        }
    }
}
