//! What numbers measure: percent, currencies, measures.

use std::sync::LazyLock;

use crate::hash::WordMap;

/// What a number measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A hundredth part.
    Percent,
    /// Points of percent.
    PercentagePoint,
    /// A currency or measure, by its usual sign ("€", "km").
    Sign(&'static str),
}

impl Unit {
    const fn of_sign(sign: &'static str) -> Self {
        match sign.as_bytes() {
            b"%" => Self::Percent,
            b"pp" => Self::PercentagePoint,
            _ => Self::Sign(sign),
        }
    }

    /// Whether it is a length of time.
    pub fn is_time(self) -> bool {
        matches!(self, Self::Sign("s" | "min" | "h" | "d" | "wk" | "mo" | "yr"))
    }

    /// Its usual sign.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Percent => "%",
            Self::PercentagePoint => "pp",
            Self::Sign(sign) => sign,
        }
    }
}

/// The currency of a sign.
pub(crate) fn currency_sign(c: char) -> Option<Unit> {
    Some(Unit::Sign(match c {
        '$' | '＄' => "$",
        '€' => "€",
        '£' | '￡' => "£",
        '¥' | '￥' => "¥",
        '₽' => "₽",
        '₴' => "₴",
        '₺' => "₺",
        '₹' => "₹",
        '₩' => "₩",
        '₪' => "₪",
        '฿' => "฿",
        '¢' => "¢",
        _ => return None,
    }))
}

/// Whether a word behind a number is its magnitude, its unit, or the half of the day.
pub fn is_unit(word: &str) -> bool {
    const MAGNITUDES: &[&str] = &[
        "hundred",
        "thousand",
        "million",
        "billion",
        "trillion",
        "bn",
        "mn",
        "mio",
        "mrd",
        "millionen",
        "milliarden",
        "milliarde",
        "millions",
        "milliard",
        "milliards",
        "mil",
        "millón",
        "millones",
        "milioni",
        "miliardi",
        "milione",
        "miliardo",
        "mila",
        "milhão",
        "milhões",
        "bilhão",
        "bilhões",
        "miljoen",
        "miljard",
        "duizend",
        "тысяч",
        "тысячи",
        "тыс",
        "млн",
        "млрд",
        "миллиона",
        "миллионов",
        "миллиардов",
        "тисяч",
        "тис",
        "мільйонів",
        "мільйони",
        "мільярдів",
        "tys",
        "mln",
        "mld",
        "tysięcy",
        "milionów",
        "miliardów",
        "bin",
        "milyon",
        "milyar",
        "ألف",
        "مليون",
        "مليار",
        "am",
        "pm",
        "a.m",
        "p.m",
        "uhr",
    ];
    if word.len() > 24 {
        return false;
    }
    let lower = word.to_lowercase();
    MAGNITUDES.contains(&lower.as_str()) || measure_of(&lower).is_some_and(|unit| !unit.is_time())
}

/// The unit that a word or phrase in lower case is.
pub(crate) fn measure_of(phrase: &str) -> Option<Unit> {
    if phrase.is_empty() || phrase.len() > 24 {
        return None;
    }
    if let Some(c) = phrase.chars().next().filter(|c| phrase.len() == c.len_utf8()) {
        if matches!(c, '%' | '٪' | '％') {
            return Some(Unit::Percent);
        }
        if let Some(unit) = currency_sign(c) {
            return Some(unit);
        }
    }
    let phrase = phrase.strip_prefix("d'").or_else(|| phrase.strip_prefix("de ")).unwrap_or(phrase);
    let by_stem = || {
        let is_word = phrase.len() > 3 && !phrase.contains(' ');
        let mut stems = STEMS.iter().filter(|_| is_word);
        stems.find(|(_, stems)| has_stem(phrase, stems)).map(|(sign, _)| *sign)
    };
    SIGNS.get(phrase).copied().or_else(by_stem).map(Unit::of_sign)
}

/// The signs of words and phrases in lower case.
static SIGNS: LazyLock<WordMap<&'static str, &'static str>> = LazyLock::new(|| {
    let lines = WORDS.lines().chain(TIMES.lines()).filter_map(|line| line.split_once(" = "));
    lines.flat_map(|(sign, words)| words.split("; ").map(move |word| (word, sign))).collect()
});

/// Whether a word is a stem with an ending of number or case.
fn has_stem(word: &str, stems: &[&str]) -> bool {
    /// Letters of an ending, at most.
    const ENDING: usize = 4;
    let ending = |stem: &&str| word.strip_prefix(*stem).filter(|ending| ending.chars().all(char::is_alphabetic));
    stems.iter().filter_map(ending).any(|ending| ending.chars().count() <= ENDING)
}

/// What a sign is written as: abbreviations, words of few forms, phrases.
const WORDS: &str = "\
% = percent; pct; per cent; pour cent; por ciento; por cento; per cento; yüzde; في المئة; في المائة
pp = percentage point; percentage points; prozentpunkt; prozentpunkte; prozentpunkten; points de pourcentage; \
    puntos porcentuales; punti percentuali; pontos percentuais; procentpunt; procentpunten; процентных пункта; \
    процентных пунктов; punkty procentowe; punktów procentowych; punktu procentowego; yüzde puan
$ = us dollars; usd; us; us$; dólar; dólares; دولار; دولارات; دولارا
€ = euro; euros; eur; euroa; евро; євро; يورو
£ = pound; pounds; pfund; livres; libras; gbp; sterling
R$ = r$; reais
A$ = a$
C$ = c$; ca$
NZ$ = nz$
HK$ = hk$
S$ = s$
¥ = yen; yuan; 円; 日元; 元
₽ = руб; rubles; roubles; rubel; rublos; roebel
₴ = грн; uah
₺ = lira; liras; lirası; liraya; liradan; tl
₹ = rupee; rupees; rs
zł = zł; pln; zloty; zlotys
Fr = francs; franken; chf
kr = crown; crowns; kronor; kroner; kronen; korun; kč; nok; sek; dkk
km = km; км; كيلومترا; كيلومتر; كيلومترات; كم
mi = mile; miles; meilen; millas; milhas; miglia; mijl; миль
m = m; metre; metres; meter; meters; metern; mètre; mètres; metro; metros; metri; метр; метра; метры; метров; \
    метрах; метри; метрів; metr; metra; metry; metrów; metrach; metreyi; مترا; متر; أمتار
m² = m²; m2; qm; sqm; square metres; square meters; mètres carrés; metros cuadrados; metros quadrados; metri \
    quadrati; vierkante meter; кв. м; metrekare
m³ = m³; m3; cubic metres; cubic meters; mètres cubes; metros cúbicos; metri cubi
km² = km²; km2; square kilometres; square kilometers
cm = cm; см
mm = mm; мм
ft = foot; feet; ft
yd = yard; yards
in = inch; inches
kg = kg; kilo; kilos; кг
lb = lb; lbs
t = ton; tons; tony; toneladas; tonelada; ton'
° = degree; degrees; grad; degré; degrés; grado; grados; gradi; grau; graus; graden
ha = ha
ac = acre; acres
kW = kw; kilowatt; kilowatts
MW = mw; megawatt; megawatts
GW = gw; gigawatt; gigawatts
kWh = kwh
MWh = mwh
GWh = gwh
TWh = twh
MB = mb; megabytes
GB = gb; gigabytes
TB = tb; terabytes
µg = µg; μg; micrograms
mg = mg; milligrams
g = g; gram; grams; gramm; grammes; gramos
ml = ml; millilitres; milliliters
cl = cl; centilitres
l = litre; litres; liter; liters; litros; litri
mph = mph
km/h = kmh; km/h; kph
°C = °c; ° c
°F = °f; ° f";

/// Words of lengths of time. They tell "10 years" from "10 months"; an age may be written without.
const TIMES: &str = "\
s = seconds; sekunden; secondes; segundos; secondi; seconden; секунд; sekund; saniye; ثانية; ثوان
min = min; mins; minute; minutes; minuten; minuto; minutos; minuti; minuut; минут; минуты; минуту; хвилин; \
    хвилини; minut; minuty; dakika; دقيقة; دقائق
h = h; hr; hour; hours; hrs; stunde; stunden; heure; heures; hora; horas; ora; ore; uren; часа; часов; години; годин; \
    godzin; godziny; saat; ساعة; ساعات
d = day; days; tag; tage; tagen; jour; jours; día; días; dia; dias; giorno; giorni; dag; dagen; день; дня; \
    дней; дні; днів; dzień; dni; gün; يوم; يوما; أيام
wk = week; weeks; woche; wochen; semaine; semaines; semana; semanas; settimana; settimane; weken; неделя; \
    недели; недель; тиждень; тижні; тижнів; tydzień; tygodnie; tygodni; hafta; أسبوع; أسابيع
mo = month; months; monat; monate; monaten; mois; mes; meses; mês; mese; mesi; maand; maanden; месяц; месяца; \
    месяцев; місяць; місяці; місяців; miesiąc; miesiące; miesięcy; شهر; أشهر; شهرا
yr = year; years; yrs; jahr; jahre; jahren; ans; année; années; año; años; ano; anos; anno; anni; jaar; \
    год; года; лет; рік; роки; років; rok; lata; lat; yıl; yıldır; سنة; سنوات; عاما; أعوام";

/// Stems of words that are declined, or spelt alike in many languages.
const STEMS: &[(&str, &[&str])] = &[
    ("%", &["prozent", "procent", "процент", "відсот", "بالمئة", "بالمائة"]),
    ("$", &["dollar", "dolar", "доллар", "долар"]),
    ("£", &["фунт"]),
    ("¥", &["иен", "йен", "єн", "юан"]),
    ("₽", &["рубл"]),
    ("₴", &["грив", "hryvni"]),
    ("zł", &["złot"]),
    (
        "km",
        &[
            "kilomet",
            "kilómet",
            "kilòmet",
            "kilomèt",
            "chilomet",
            "quilôme",
            "quilóme",
            "километр",
            "кілометр",
            "kilometr",
        ],
    ),
    ("m²", &["quadratmet"]),
    ("m³", &["kubikmet"]),
    ("km²", &["quadratkilomet"]),
    ("cm", &["centimet", "centímet", "centimèt", "zentimet", "santimet", "centymetr", "сантиметр"]),
    ("mm", &["millimet", "milímet", "millimèt", "milimet", "миллиметр", "міліметр"]),
    ("kg", &["kilogram", "kilogramm", "килограмм", "кілограм"]),
    ("t", &["tonn", "tonnellat", "тонн"]),
    ("°", &["градус", "stopni"]),
    ("ha", &["hectare", "hektar", "hectárea", "ettar", "гектар"]),
];

/// What a measure is in the first of its kind: length in metres, area in square metres, mass in kilograms,
/// time in days.
fn in_base(unit: Unit) -> Option<(&'static str, f64)> {
    let Unit::Sign(sign) = unit else { return None };
    Some(match sign {
        "km" => ("m", 1000.0),
        "m" => ("m", 1.0),
        "cm" => ("m", 0.01),
        "mm" => ("m", 0.001),
        "mi" => ("m", 1609.344),
        "yd" => ("m", 0.9144),
        "ft" => ("m", 0.3048),
        "in" => ("m", 0.0254),
        "km²" => ("m²", 1e6),
        "ha" => ("m²", 1e4),
        "ac" => ("m²", 4046.856),
        "m²" => ("m²", 1.0),
        "t" => ("kg", 1000.0),
        "kg" => ("kg", 1.0),
        "lb" => ("kg", 0.453_592),
        "s" => ("d", 1.0 / 86_400.0),
        "min" => ("d", 1.0 / 1_440.0),
        "h" => ("d", 1.0 / 24.0),
        "d" => ("d", 1.0),
        "wk" => ("d", 7.0),
        "mo" => ("d", 30.44),
        "yr" => ("d", 365.25),
        _ => return None,
    })
}

/// What a quantity is of another in another measure of the same kind; `None` where they are of one measure or none has one.
pub fn ratio(a: (f64, Unit), b: (f64, Unit)) -> Option<f64> {
    let ((kind_a, factor_a), (kind_b, factor_b)) = in_base(a.1).zip(in_base(b.1))?;
    (a.1 != b.1 && kind_a == kind_b && a.0 != 0.0).then(|| b.0 * factor_b / (a.0 * factor_a))
}

/// Whether two quantities are one in two measures, as newsrooms round them: "20 miles", "32 km".
pub fn are_conversions(a: (f64, Unit), b: (f64, Unit)) -> bool {
    /// What rounding may change of a quantity.
    const ROUNDED: f64 = 0.04;
    ratio(a, b).is_some_and(|ratio| (ratio.max(1.0 / ratio) - 1.0) <= ROUNDED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_units_are_one() {
        let cases: &[(&str, &[&str])] = &[
            ("km", &["km", "kilometra", "kilometrów", "kilómetros", "quilômetros", "километрами", "кілометра"]),
            ("zł", &["zł", "złotych", "złote"]),
            ("₽", &["рублей", "рублями", "руб"]),
            ("t", &["tonnes", "tonnen", "tonnellate", "тонн", "tons"]),
            ("%", &["percent", "procent", "procenta", "процентами", "відсотків", "%"]),
            ("m", &["metres", "metrów", "метров"]),
        ];
        for (sign, words) in cases {
            for word in *words {
                assert_eq!(measure_of(word).map(Unit::as_str), Some(*sign), "{word}");
            }
        }
        for word in ["metropolis", "metrics", "tonight", "tonal", "percentage", "euros'", "kilometrage-based", "grade"]
        {
            assert_eq!(measure_of(word), None, "{word}");
        }
    }

    #[test]
    fn measures_convert() {
        let at = |value, word| (value, measure_of(word).unwrap());
        assert!(are_conversions(at(20.0, "miles"), at(32.0, "km")));
        assert!(are_conversions(at(1.5, "metres"), at(5.0, "feet")));
        assert!(!are_conversions(at(20.0, "miles"), at(20.0, "km")));
        assert!(!are_conversions(at(20.0, "miles"), at(20.0, "miles")));
        assert!(are_conversions(at(2.0, "years"), at(24.0, "months")));
        assert!(!are_conversions(at(10.0, "years"), at(10.0, "months")));
        assert!(!are_conversions(at(20.0, "euros"), at(20.0, "dollars")));
    }
}
