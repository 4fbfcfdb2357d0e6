//! Many patterns on one text: a text is first asked for the words that a pattern cannot do without, so that nearly
//! every text is let go without running any pattern.
//!
//! A pattern becomes a machine when it is first run: of the hundreds that there are, a text asks for a few.
//!
//! Which words those are is `regex-filtered`'s to say. What is asked of a text is kept small here: that crate clears two
//! rows of all its words for every text, which took a fifth of the time of reading a page.

use std::collections::HashMap;
use std::sync::OnceLock;

use aho_corasick::AhoCorasick;
use regex::Regex;
use regex_filtered::model::Model;

/// Shortest word, in bytes, that is looked for.
const SHORTEST_WORD: usize = 3;

/// Patterns of which any may match.
#[derive(Debug)]
pub struct Regexes {
    regexes: Vec<Late>,
    /// What each cannot do without; `None`: it is always run.
    needs: Vec<Option<Need>>,
    words: AhoCorasick,
    /// The patterns that are looked at where a text has a word.
    of_word: Vec<Vec<usize>>,
}

/// A pattern, and its machine once it was run; `None` if it is too large for one.
#[derive(Debug)]
struct Late {
    pattern: String,
    regex: OnceLock<Option<Regex>>,
}

impl Late {
    fn regex(&self) -> Option<&Regex> {
        self.regex.get_or_init(|| Regex::new(&self.pattern).ok()).as_ref()
    }
}

/// What a text must hold for a pattern to match.
#[derive(Debug)]
enum Need {
    Word(usize),
    All(Vec<Need>),
    Any(Vec<Need>),
}

impl Need {
    /// The need of a pattern, its words entered in `known`; `None` where it has none that words tell.
    fn of(model: &Model, known: &mut HashMap<String, usize>) -> Option<Self> {
        match model {
            Model::All(_) | Model::None(_) => None,
            Model::Atom(_, word) if word.len() < SHORTEST_WORD => None,
            Model::Atom(_, word) => {
                let next = known.len();
                Some(Self::Word(*known.entry(word.clone()).or_insert(next)))
            }
            Model::And(_, parts) => {
                let parts: Vec<Self> = parts.iter().filter_map(|p| Self::of(p, known)).collect();
                (!parts.is_empty()).then_some(Self::All(parts))
            }
            Model::Or(_, parts) => parts.iter().map(|p| Self::of(p, known)).collect::<Option<_>>().map(Self::Any),
        }
    }

    fn is_met(&self, found: &Bits) -> bool {
        match self {
            Self::Word(word) => found.has(*word),
            Self::All(parts) => parts.iter().all(|p| p.is_met(found)),
            Self::Any(parts) => parts.iter().any(|p| p.is_met(found)),
        }
    }

    /// Sees words of which a text has at least one if the need is met: of parts that are needed together those that
    /// stand in the fewest texts.
    fn each_word(&self, lengths: &[usize], see: &mut impl FnMut(usize)) {
        match self {
            Self::Word(word) => see(*word),
            Self::Any(parts) => parts.iter().for_each(|p| p.each_word(lengths, see)),
            Self::All(parts) => {
                let rarest = parts.iter().min_by(|a, b| a.frequency(lengths).total_cmp(&b.frequency(lengths)));
                rarest.into_iter().for_each(|p| p.each_word(lengths, see));
            }
        }
    }

    /// How often a need is met, as far as the lengths of words tell: the longer, the rarer.
    fn frequency(&self, lengths: &[usize]) -> f64 {
        match self {
            Self::Word(word) => 0.5f64.powi(lengths[*word] as i32),
            Self::Any(parts) => parts.iter().map(|p| p.frequency(lengths)).sum(),
            Self::All(parts) => parts.iter().map(|p| p.frequency(lengths)).fold(f64::INFINITY, f64::min),
        }
    }
}

/// A set of small numbers; takes no room while it is empty.
#[derive(Default)]
struct Bits(Vec<u64>);

impl Bits {
    fn has(&self, i: usize) -> bool {
        self.0.get(i / 64).is_some_and(|b| b >> (i % 64) & 1 == 1)
    }

    /// Whether it is new; `most` is how many numbers there are.
    fn add(&mut self, i: usize, most: usize) -> bool {
        if self.0.is_empty() {
            self.0 = vec![0; most.div_ceil(64)];
        }
        let was = self.has(i);
        self.0[i / 64] |= 1 << (i % 64);
        !was
    }
}

impl Regexes {
    /// Of patterns in the syntax of `regex`.
    ///
    /// # Errors
    /// What is wrong with the syntax of one of them. One that is too large for a machine matches nothing: see
    /// [`Self::check`].
    pub fn new<P: AsRef<str>>(patterns: impl IntoIterator<Item = P>) -> Result<Self, String> {
        let (mut regexes, mut needs, mut known) = (Vec::new(), Vec::new(), HashMap::new());
        for pattern in patterns {
            let pattern = pattern.as_ref();
            let parsed = regex_syntax::parse(pattern).map_err(|e| e.to_string())?;
            needs.push(Need::of(&Model::new(&parsed).map_err(|e| e.to_string())?, &mut known));
            regexes.push(Late { pattern: pattern.to_owned(), regex: OnceLock::new() });
        }
        let mut words: Vec<(String, usize)> = known.into_iter().collect();
        words.sort_by_key(|(_, number)| *number);
        let lengths: Vec<usize> = words.iter().map(|(word, _)| word.len()).collect();
        let mut of_word = vec![Vec::new(); words.len()];
        for (i, need) in needs.iter().enumerate() {
            let Some(need) = need else { continue };
            need.each_word(&lengths, &mut |word| {
                if of_word[word].last() != Some(&i) {
                    of_word[word].push(i);
                }
            });
        }
        let words = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .build(words.into_iter().map(|(word, _)| word))
            .map_err(|e| e.to_string())?;
        Ok(Self { regexes, needs, words, of_word })
    }

    /// Makes a machine of each pattern: for tests of those that use them.
    ///
    /// # Errors
    /// The first that is too large for one.
    pub fn check(&self) -> Result<(), String> {
        self.regexes.iter().find(|late| late.regex().is_none()).map_or(Ok(()), |late| Err(late.pattern.clone()))
    }

    /// Whether any matches.
    pub fn is_match(&self, text: &str) -> bool {
        self.matching(text).next().is_some()
    }

    /// The numbers of those that match, in order.
    pub fn matching<'a>(&'a self, text: &'a str) -> impl Iterator<Item = usize> + 'a {
        let (mut found, mut asked) = (Bits::default(), Bits::default());
        for hit in self.words.find_overlapping_iter(text) {
            let word = hit.pattern().as_usize();
            if found.add(word, self.of_word.len()) {
                for regex in &self.of_word[word] {
                    asked.add(*regex, self.regexes.len());
                }
            }
        }
        self.needs.iter().zip(&self.regexes).enumerate().filter_map(move |(i, (need, regex))| {
            let may = need.as_ref().is_none_or(|need| asked.has(i) && need.is_met(&found));
            (may && regex.regex().is_some_and(|r| r.is_match(text))).then_some(i)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_matches_is_what_matches_one_by_one() {
        let patterns = [
            r"(?i)^\W*(read|see|watch)\s+(more|also|next)\b.{0,10}:",
            r"(?i)^\W*(lesen sie (auch|hier)|читайте также|关联|à lire aussi)",
            r"(?i)^\W*\d+ (comments?|kommentare?|комментари\w*)\W*$",
            r"^[\W\d_]*$",
            r"(?i)\bby (the )?(staff|desk)\b",
            r"(?i)x|y",
        ];
        let all = Regexes::new(patterns).expect("patterns");
        let texts = [
            "",
            " 12 · 3 ",
            "Read more: the bridge",
            "READ  ALSO : it",
            "see next",
            "Lesen Sie auch hier",
            "ЧИТАЙТЕ ТАКЖЕ это",
            "关联 文章",
            "À LIRE AUSSI",
            "12 Comments",
            "3 комментария",
            "Told by the Staff of it",
            "by desk",
            "X",
            "the bridge",
            "ſee alſo: x",
            "12 Kommentare!",
            "readmore",
            "by the staffs",
        ];
        for text in texts {
            let one_by_one: Vec<usize> =
                (0..patterns.len()).filter(|i| Regex::new(patterns[*i]).expect("a pattern").is_match(text)).collect();
            assert_eq!(all.matching(text).collect::<Vec<_>>(), one_by_one, "{text}");
            assert_eq!(all.is_match(text), !one_by_one.is_empty(), "{text}");
        }
    }

    #[test]
    fn a_wrong_pattern_is_told_and_none_matches_nothing() {
        assert!(Regexes::new(["(a"]).is_err());
        let large = Regexes::new([r"\w{1000}{1000}abc"]).expect("its syntax is right");
        assert!(large.check().is_err() && !large.is_match("abc"));
        assert!(!Regexes::new([""; 0]).expect("no patterns").is_match("a"));
    }
}
