//! Times told from the reader's moment: they change without anybody's doing.

use std::sync::LazyLock;

use regex::Regex;

/// Whether a text is nothing but a time counted back from now: "2 hours ago", "vor 5 Minuten",
/// "il y a 3 jours", "just now". A label in front ("Updated 2 hours ago") and brackets around it
/// are allowed. Such a line differs on every visit and is not part of what an outlet says.
///
/// English, German, French, Spanish, Portuguese, Italian, Dutch, Russian and Arabic.
pub fn is_relative_time(text: &str) -> bool {
    // The longest of these lines is far shorter; prose need not be looked at.
    text.len() <= 100 && RELATIVE.is_match(text.trim_matches(|c: char| !c.is_alphanumeric()))
}

static RELATIVE: LazyLock<Regex> = LazyLock::new(|| {
    let label = r"(?:(?:last |zuletzt )?(?:published|posted|updated|aktualisiert|publié|mis à jour|publicado|actualizado|atualizado|aggiornato|bijgewerkt|обновлено|опубликовано)[ :]*)?";
    let about = r"(?:(?:about|over|almost|etwa|environ|hace unos|circa|ongeveer|около)\s+)?";
    let count = r"(?:\d{1,3}|an?|one|einer?|einem|une?|una?|um|uma|een)";
    let unit = concat!(
        r"(?:s|sec|secs|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|months?|years?",
        r"|sekunden?|minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?|secondes?|heures?|jours?|semaines?|mois|ans?",
        r"|segundos?|minutos?|horas?|días?|dias?|semanas?|mes(?:es)?|años?|anos?|minut[oi]|or[ae]|giorn[oi]|settiman[ae]",
        r"|seconden?|uur|dag(?:en)?|weken|maand(?:en)?|минут[уы]?|час(?:а|ов)?|дн(?:я|ей)|день|недел[юи]|دقائق|دقيقة|ساعات|ساعة|أيام|يوم)"
    );
    let forms = [
        format!(r"{count}\s?{unit}\s+(?:ago|later|geleden|atrás|fa|назад)"),
        format!(r"(?:vor|il y a|hace|há|منذ|قبل)\s+{about}{count}\s?{unit}"),
        "just now|a moment ago|gerade eben|à l['’]instant|ahora mismo|agora mesmo|только что|الآن".to_owned(),
    ];
    let whole = format!("(?i)^{label}{about}(?:{})$", forms.join("|"));
    Regex::new(&whole).expect("the pattern above is valid")
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_only_count_back_are_known() {
        let yes = [
            "2 hours ago",
            "(about 2 hours later)",
            "Updated 5 mins ago",
            "an hour ago",
            "vor 5 Minuten",
            "il y a 3 jours",
            "hace 2 horas",
            "há 4 dias",
            "3 ore fa",
            "5 минут назад",
            "منذ 3 ساعات",
            "Just now",
        ];
        let no =
            ["", "2 hours", "He left 2 hours ago.  Nobody saw it", "5 May 2021", "The hour", "two years ago they met"];
        assert!(yes.iter().all(|t| is_relative_time(t)), "{:?}", yes.iter().find(|t| !is_relative_time(t)));
        assert!(no.iter().all(|t| !is_relative_time(t)), "{:?}", no.iter().find(|t| is_relative_time(t)));
    }
}
