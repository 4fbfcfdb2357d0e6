//! Words that say how much or how often without a figure.

/// In any of the languages; who changes one of them alone changes what is claimed.
const QUANTITIES: &str = "\
    all always almost barely billions both countless double dozen dozens each every few fewer half halves handful \
    hardly hundreds less majority many millions minority more most nearly never none only quarter quarters several \
    some third thirds thousands triple twice alle drittel einige hälfte keine mehrere meisten viele wenige aucun \
    beaucoup moitié plupart plusieurs quart tiers tous algunos mayoría mitad muchos ningún pocos tercio todos";

/// Whether a word says how much or how often ("most", "hardly"), beside the words of numbers.
pub fn is_quantity(word: &str) -> bool {
    let lower = word.to_lowercase();
    QUANTITIES.split(' ').any(|known| known == lower)
}
