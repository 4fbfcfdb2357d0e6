use super::*;
use crate::Language::*;

/// A text, and its numbers with their units.
type Case = (Language, &'static str, &'static [(f64, &'static str)]);

fn values(text: &str, language: Language) -> Vec<(f64, &str)> {
    let passage = Passage::of(text);
    let found = numbers(&passage, language);
    found.into_iter().filter(|n| !n.is_weak).map(|n| (n.value, n.unit.map_or("", Unit::as_str))).collect()
}

#[test]
fn numbers_are_read_by_value_in_every_language() {
    let cases: &[Case] = &[
        (English, "It cost £1.5m.", &[(1.5e6, "£")]),
        (English, "It cost $1.5 million.", &[(1.5e6, "$")]),
        (English, "10,000 people and 1.25 percent", &[(10_000.0, ""), (1.25, "%")]),
        (English, "ten thousand people", &[(10_000.0, "")]),
        (English, "two hundred and five of twenty-one", &[(205.0, ""), (21.0, "")]),
        (English, "dozens, then hundreds, a dozen, half", &[(24.0, ""), (200.0, ""), (12.0, ""), (0.5, "")]),
        (English, "the 3rd and the fourth", &[(3.0, ""), (4.0, "")]),
        (English, "2½ miles", &[(2.5, "mi")]),
        (English, "1/2 a share", &[(0.5, "")]),
        (English, "two million three hundred thousand", &[(2.3e6, "")]),
        (English, "10² people", &[(100.0, "")]),
        (English, "World War II", &[(2.0, "")]),
        (English, "one of the second", &[]),
        (German, "1.234 Euro und 1,5 Prozent", &[(1234.0, "€"), (1.5, "%")]),
        (German, "einundzwanzig von zweihundertfünfzig", &[(21.0, ""), (250.0, "")]),
        (German, "dreitausend, 3 Mio. Euro", &[(3000.0, ""), (3e6, "€")]),
        (French, "quatre-vingt-dix et 10 000 euros", &[(90.0, ""), (10_000.0, "€")]),
        (French, "vingt-et-un, deux cents, 1,5 milliard", &[(21.0, ""), (200.0, ""), (1.5e9, "")]),
        (Spanish, "treinta y uno, dos mil, 3 por ciento", &[(31.0, ""), (2000.0, ""), (3.0, "%")]),
        (Italian, "ventuno, trecentomila", &[(21.0, ""), (300_000.0, "")]),
        (English, "a third of them, one in five, in 2016", &[(1.0 / 3.0, ""), (0.2, ""), (2016.0, "")]),
        (English, "40C, 40 °F, .5 percent", &[(40.0, ""), (40.0, "°F"), (0.5, "%")]),
        (Spanish, "2,04 por 1,61 metros", &[(2.04, "m"), (1.61, "m")]),
        (Turkish, "%5, yüzde 5, 3 yıl", &[(5.0, "%"), (5.0, "%"), (3.0, "yr")]),
        (English, "two in five years", &[(2.0, ""), (5.0, "yr")]),
        (Portuguese, "vinte e cinco, 2,5 milhões de reais", &[(25.0, ""), (2.5e6, "R$")]),
        (Dutch, "eenentwintig, tweehonderd", &[(21.0, ""), (200.0, "")]),
        (Russian, "двадцать один, 5 тыс. рублей", &[(21.0, ""), (5000.0, "₽")]),
        (Ukrainian, "двадцять п'ять, 3 млн", &[(25.0, ""), (3e6, "")]),
        (Polish, "dwadzieścia pięć, 3 mln zł", &[(25.0, ""), (3e6, "zł")]),
        (Turkish, "yirmi beş, yüzde 5", &[(25.0, ""), (5.0, "%")]),
        (Arabic, "خمسة وعشرون، ١٢ قتيلا", &[(25.0, ""), (12.0, "")]),
        (Arabic, "اثنتا عشرة طالبة وخمسة عشر رجلا", &[(12.0, ""), (15.0, "")]),
        (Other, "二十三人、3万人、１２人", &[(23.0, ""), (30_000.0, ""), (12.0, "")]),
        (Other, "3만명", &[(30_000.0, "")]),
        (Other, "१२ लोग", &[(12.0, "")]),
    ];
    for (language, text, want) in cases {
        assert_eq!(values(text, *language), *want, "{text}");
    }
}
