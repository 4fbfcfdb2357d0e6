//! Words that turn what is said round: "rose" and "fell".

use std::sync::LazyLock;

use crate::hash::WordMap;

/// Pairs of sides, one line each: words of one side, a bar, words of the other.
const SIDES: &str = "\
rise rises rose risen rising climb climbs climbed grew grow grows grown increase increases increased increasing gain gained gains jump jumped up | fall falls fell fallen falling drop drops dropped decline declines declined decrease decreases decreased decreasing shrank shrunk lost lose loses slip slipped down
higher above over more larger bigger most | lower below under less fewer smaller least
won win wins winning | lost lose loses losing
accept accepts accepted approve approves approved back backs backed support supports supported welcomed | reject rejects rejected oppose opposes opposed block blocked
guilty convicted | innocent acquitted cleared
before | after
profit profits surplus | loss losses deficit
buy buys bought | sell sells sold
open opened opens reopened | close closed closes shut
alive survived living | dead died killed
majority | minority
started began launched | ended stopped
allowed permitted | banned forbidden barred
confirmed confirms | denied denies
stieg steigt stiegen gestiegen wuchs zugenommen mehr höher | fiel fällt fielen gefallen sank sanken gesunken abgenommen weniger niedriger
gewonnen gewann | verloren verlor
angenommen zugestimmt | abgelehnt zurückgewiesen
hausse augmenté augmentent progressé plus supérieur | baisse diminué diminuent reculé moins inférieur
accepté approuvé | rejeté refusé
subió subieron aumentó aumentaron creció crecieron más mayor | bajó bajaron disminuyó cayó cayeron descendió menos menor
aprobó aceptó apoyó | rechazó
salito salita aumentato aumentata cresciuto cresciuta più | sceso scesa diminuito diminuita calato calata meno
subiu subiram aumentou cresceu mais maior | caiu caíram diminuiu recuou menos menor
steeg stegen gestegen gegroeid meer hoger | daalde daalden gedaald gekrompen minder lager
вырос выросла выросло выросли увеличился увеличилась увеличилось повысился больше выше | упал упала упало упали снизился снизилась снизилось сократился меньше ниже
зріс зросла зросло зросли збільшився більше вище | впав впала впало впали знизився знизилася зменшився менше нижче
wzrósł wzrosła wzrosło wzrosły więcej wyższy | spadł spadła spadło spadły mniej niższy
arttı yükseldi büyüdü fazla | azaldı düştü geriledi az
ارتفع ارتفعت زاد زادت أكثر | انخفض انخفضت تراجع تراجعت أقل
";

/// For each word the sides it stands on: the line, and which side of it.
static WORDS: LazyLock<WordMap<&'static str, Vec<(usize, bool)>>> = LazyLock::new(|| {
    let mut all: WordMap<&'static str, Vec<(usize, bool)>> = WordMap::default();
    for (i, line) in SIDES.lines().enumerate() {
        for (side, words) in line.split('|').enumerate() {
            words.split_whitespace().for_each(|word| all.entry(word).or_default().push((i, side == 1)));
        }
    }
    all
});

/// Whether one word says the opposite of the other: "rose", "fell". A word that denies ("not") is none; a syllable that
/// does is told by [`is_opposite`](crate::is_opposite).
pub fn are_opposites(a: &str, b: &str) -> bool {
    let sides = |word: &str| WORDS.get(word.to_lowercase().as_str()).map_or(&[][..], Vec::as_slice);
    sides(a).iter().any(|(line, side)| sides(b).contains(&(*line, !side)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opposites_stand_on_two_sides_of_one_line() {
        for (a, b) in [("rose", "fell"), ("Down", "up"), ("won", "lost"), ("sank", "stieg"), ("больше", "меньше")]
        {
            assert!(are_opposites(a, b) && are_opposites(b, a), "{a} {b}");
        }
        for (a, b) in [("rose", "climbed"), ("rose", "lower"), ("won", "won"), ("bridge", "road"), ("", "")] {
            assert!(!are_opposites(a, b), "{a} {b}");
        }
    }
}
