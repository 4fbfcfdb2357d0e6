//! Words by which a text itself says what was known, or said, before.

use std::sync::LazyLock;

use crate::Regexes;

const PATTERNS: &[&str] = &[
    // English
    r"(?i)\b(than|as) (was |were |had been )?(first|initially|originally|previously|earlier) (thought|reported|announced|stated|said|believed|estimated|given|feared)\b",
    r"(?i)\b(up|down) from\b.{0,60}\b(earlier|previously|first|initially|before|originally|at the start|last)\b|\b(revised|corrected) (up|down|upwards?|downwards?)?",
    r"(?i)\b(was|were) (only )?provisional\b|\b(first|initially|originally|previously|earlier) (reported|announced|put at|given as|shown|estimated|said to be)\b",
    r"(?i)\b(earlier|previous|initial|first|preliminary) (figure|count|toll|estimate|report|tally|number|statement)s?\b",
    // German
    r"(?i)\bals (zunächst|zuerst|ursprünglich|zuvor|anfangs) (gemeldet|angenommen|mitgeteilt|berichtet|angegeben|vermutet|angekündigt)|\b(zunächst|zuvor|ursprünglich|anfangs) (war|hatte|hatten|waren|hieß|wurden?) (von|es|die rede)",
    // French
    r"(?i)\b(que|qu'|contre) .{0,30}(initialement|dans un premier temps|précédemment|auparavant)\b|\b(premier|précédent) bilan\b|\bbilan (précédent|initial|provisoire)\b",
    // Spanish, Portuguese, Italian
    r"(?i)\b(inicialmente|en un principio|en un primer momento|a princípio|inizialmente|in un primo momento)\b|\b(primer|anterior|primeiro|primo|precedente) (balance|recuento|balanço|bilancio)\b",
    // Dutch, Polish, Turkish
    r"(?i)\b(dan eerder|aanvankelijk|eerder werd)\b|\b(wcześniej|początkowo) (informowano|podawano|mówiono)|\b(ilk belirlemelere|daha önce|ilk açıklamada)\b",
    // Russian, Ukrainian, Arabic
    r"(?i)(ранее сообщалось|первоначально|по предварительным данным|раніше повідомлялося|спочатку повідомляли)|حصيلة سابقة|في وقت سابق",
];

static EARLIER: LazyLock<Regexes> = LazyLock::new(|| Regexes::new(PATTERNS).expect("patterns"));

/// Whether a text says what was known before: "two more than first announced", "the toll had been put at 12 earlier".
pub fn tells_of_earlier(text: &str) -> bool {
    EARLIER.matching(text).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_before_is_heard() {
        let told = [
            "eleven people, two more than first announced, were held",
            "The 50.267km first shown on the scoreboard was provisional.",
            "a price of £22, down from £24 at the start of the year",
            "An earlier count had put it at 45.",
            "Zunächst war von drei Verletzten die Rede.",
            "contre 12 annoncés dans un premier temps",
            "Ранее сообщалось о пяти погибших.",
        ];
        for text in told {
            assert!(tells_of_earlier(text), "{text}");
        }
        for text in ["The first train left at noon.", "He came down from the hill.", "Er war zunächst müde."] {
            assert!(!tells_of_earlier(text), "{text}");
        }
    }
}
