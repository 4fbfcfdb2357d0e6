//! What numbers measure: percent, currencies, measures.

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
    MAGNITUDES.contains(&lower.as_str()) || measure_of(&lower).is_some()
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
    Some(match phrase {
        "percent" | "per cent" | "pct" | "prozent" | "pour cent" | "por ciento" | "por cento" | "per cento"
        | "procent" | "процент" | "процента" | "процентов" | "процентам" | "відсоток" | "відсотка" | "відсотків"
        | "відсотки" | "procenta" | "procentów" | "yüzde" | "بالمئة" | "بالمائة" | "في المئة" | "في المائة" => {
            Unit::Percent
        }
        "percentage point"
        | "percentage points"
        | "prozentpunkt"
        | "prozentpunkte"
        | "prozentpunkten"
        | "points de pourcentage"
        | "puntos porcentuales"
        | "punti percentuali"
        | "pontos percentuais"
        | "procentpunt"
        | "procentpunten" => Unit::PercentagePoint,
        _ => Unit::Sign(sign_of(phrase)?),
    })
}

fn sign_of(phrase: &str) -> Option<&'static str> {
    Some(match phrase {
        "dollar" | "dollars" | "us dollars" | "usd" | "us" | "us$" | "dólar" | "dólares" | "dollari" | "dollaro"
        | "доллар" | "доллара" | "долларов" | "долар" | "долара" | "доларів" | "dolar" | "dolarów" | "dolary"
        | "دولار" | "دولارات" => "$",
        "euro" | "euros" | "eur" | "евро" | "євро" | "يورو" => "€",
        "pound" | "pounds" | "pfund" | "livres" | "libras" | "gbp" | "sterling" | "фунтов" => "£",
        "r$" | "reais" => "R$",
        "a$" => "A$",
        "c$" | "ca$" => "C$",
        "nz$" => "NZ$",
        "hk$" => "HK$",
        "s$" => "S$",
        "yen" | "yuan" | "円" | "日元" | "元" => "¥",
        "рубль" | "рубля" | "рублей" | "руб" | "рублі" | "rubles" | "roubles" | "rubel" => "₽",
        "гривня" | "гривні" | "гривень" | "грн" | "hryvnia" | "hryvnias" => "₴",
        "lira" | "liras" | "tl" | "try" => "₺",
        "rupees" | "rs" => "₹",
        "zł" | "złotych" | "złote" | "złoty" | "zloty" => "zł",
        "francs" | "franken" | "chf" => "Fr",
        "kilometre"
        | "kilometres"
        | "kilometer"
        | "kilometers"
        | "km"
        | "kilometern"
        | "kilomètres"
        | "kilómetros"
        | "chilometri"
        | "quilômetros"
        | "quilómetros"
        | "километров"
        | "километра"
        | "км"
        | "кілометрів"
        | "kilometrów"
        | "كيلومترا"
        | "كيلومتر"
        | "كم" => "km",
        "mile" | "miles" | "meilen" | "millas" | "milhas" => "mi",
        "metre" | "metres" | "meter" | "meters" | "metern" | "mètres" | "metros" | "metri" | "метров" | "метра"
        | "метрів" | "metrów" | "metre'" => "m",
        "m" => "m",
        "m²" | "m2" | "qm" | "quadratmeter" | "quadratmetern" | "sqm" | "square metres" | "square meters"
        | "mètres carrés" | "metros cuadrados" | "metros quadrados" | "metri quadrati" | "кв. м" => "m²",
        "m³" | "m3" | "kubikmeter" | "cubic metres" | "cubic meters" | "mètres cubes" => "m³",
        "km²" | "km2" | "quadratkilometer" | "square kilometres" | "square kilometers" => "km²",
        "cm" | "centimetres" | "centimeters" | "zentimeter" | "centimètres" | "centímetros" | "centimetri" | "см" => {
            "cm"
        }
        "mm" | "millimetres" | "millimeters" | "millimeter" | "millimètres" | "milímetros" | "millimetri" | "мм" => {
            "mm"
        }
        "foot" | "feet" => "ft",
        "kilogram" | "kilograms" | "kilograms'" | "kg" | "kilogramm" | "kilos" | "кг" | "килограммов" => {
            "kg"
        }
        "tonne" | "tonnes" | "tons" | "ton" | "tonnen" | "toneladas" | "tonnellate" | "тонн" | "тонны" | "ton'" => {
            "t"
        }
        "degrees" | "grad" | "degrés" | "grados" | "gradi" | "graus" | "graden" | "градусов" => "°",
        "hectares" | "hectare" | "hektar" | "ha" | "hectáreas" | "ettari" | "гектаров" => "ha",
        "acres" | "acre" => "ac",
        _ => return None,
    })
}
