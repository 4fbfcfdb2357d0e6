//! What notices are made of, by language, and how the parts go together: "this article" and "was corrected",
//! "wrongly" and "we wrote", "owing to an editing error".
//!
//! Each part is one alternation without case. Wordings that do not come apart stand in `notice_wording`, labels in
//! `notice_phrases`. What stands between quotation marks is taken out before, so "we" is the outlet.

use crate::NoticeKind::{self, Clarification, Correction, Update};
use crate::notice_tongues::TONGUES;

/// The parts of one language. An empty part takes part in nothing.
pub(crate) struct Tongue {
    /// "This article", in all cases that stand beside a verb.
    pub piece: &'static str,
    /// "Of this article", behind an earlier version.
    pub of_piece: &'static str,
    /// "An earlier version".
    pub earlier: &'static str,
    /// What was done to a piece, by what that makes of the notice.
    pub states: &'static [(NoticeKind, &'static str)],
    /// "The headline", "the passage", "the text": what only an outlet mends in public.
    pub part: &'static str,
    /// "Was corrected", behind such a part or "the error".
    pub mended: &'static str,
    /// "Wrongly".
    pub wrongly: &'static str,
    /// "We wrote".
    pub we_said: &'static str,
    /// "Owing to an editing error".
    pub cause: &'static str,
    /// "We apologise to our readers".
    pub sorry: &'static str,
    /// "Could be understood", "gave the impression".
    pub unclear: &'static str,
    /// "After this article was published".
    pub afterwards: &'static str,
}

/// What may stand between two parts: the end of a word, and up to nine words of the same sentence; dots stand behind
/// digits alone. Counted in words, as a repetition of single characters would make large machines.
const BETWEEN: &str = r"[^ .!?]* (?:(?:[^ .!?]|[0-9]\.)* ){0,9}";

/// All that the parts make, with the kind that each says.
pub(crate) fn all() -> impl Iterator<Item = (NoticeKind, String)> {
    TONGUES.iter().flat_map(Tongue::patterns)
}

impl Tongue {
    fn patterns(&self) -> Vec<(NoticeKind, String)> {
        let Self { piece, of_piece, earlier, part, mended, wrongly, we_said, unclear, .. } = self;
        let mut made = Vec::new();
        let mut make = |kind, parts: &[&str], pattern: String| {
            if parts.iter().all(|part| !part.is_empty()) {
                made.push((kind, pattern));
            }
        };
        for (kind, done) in self.states {
            make(*kind, &[piece, done], format!("(?:{piece}){BETWEEN}(?:{done})"));
            make(*kind, &[piece, done], format!("(?:{done}){BETWEEN}(?:{piece})"));
        }
        make(Correction, &[earlier, of_piece], format!("(?:{earlier}) (?:{of_piece})"));
        make(Correction, &[wrongly, we_said], format!("(?:{wrongly}){BETWEEN}(?:{we_said})"));
        make(Correction, &[wrongly, we_said], format!("(?:^| )(?:{we_said}){BETWEEN}(?:{wrongly})"));
        make(Correction, &[piece, wrongly], format!("(?:{piece}){BETWEEN}(?:{wrongly})"));
        make(
            Correction,
            &[part, mended],
            format!(r"(?:^|[.!?:;,–—-] ?)\(?(?:{part}) (?:[^ ]+ ){{0,4}}(?:{mended})(?: [^.!?]*)?[.!)]*$"),
        );
        make(Correction, &[self.cause], self.cause.to_owned());
        make(Correction, &[self.sorry], self.sorry.to_owned());
        make(Clarification, &[piece, unclear], format!("(?:{piece}|{part}){BETWEEN}(?:{unclear})"));
        make(Update, &[self.afterwards], self.afterwards.to_owned());
        made
    }
}
