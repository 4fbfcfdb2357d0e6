//! Notices: how outlets say that they corrected, clarified, updated or withdrew something.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::{
    Language, Passage, Regexes, TokenKind, moments, notice_grammar as grammar, notice_phrases as known,
    notice_turns as turns, notice_wording as wording,
};

/// What a notice of the outlet's own says it did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoticeKind {
    /// Something was wrong and is right now.
    Correction,
    /// Something could be misunderstood and is clearer now.
    Clarification,
    /// The piece was taken back.
    Retraction,
    /// Something was added, or the piece goes on.
    Update,
    /// A word from the editors of another kind.
    EditorsNote,
}

impl NoticeKind {
    /// The kind in words, such as `correction`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Correction => "correction",
            Self::Clarification => "clarification",
            Self::Retraction => "retraction",
            Self::Update => "update",
            Self::EditorsNote => "editor's note",
        }
    }
}

/// Notices are short; a paragraph of this many words is none.
const MAX_WORDS: usize = 120;
/// The same bound for scripts that put no spaces between words.
const MAX_BYTES: usize = 2_000;

/// Returns what kind of notice a paragraph, a sentence or a headline's tag is, if it is one.
///
/// Labels ("Correction:", "Berichtigung", "Fe de errores") count at the beginning only, and only
/// as labels ("Corrections officers said" is none); set phrases ("an earlier version of this
/// article misstated") count anywhere. What is listed first in
/// [`NoticeKind`] wins, as a correction often says too that the piece was updated. Texts of 120 words and more are none, nor is an outlet's bare time stamp
/// ("mis à jour le …").
///
/// English, German, French, Spanish, Portuguese, Italian, Dutch, Russian, Ukrainian, Polish,
/// Turkish, Arabic, Persian, Japanese, Chinese, Korean, Thai, Vietnamese, Indonesian, Hebrew, Hindi, Greek, the Nordic
/// languages, Czech, Hungarian and Romanian. Whether a notice is new, and whether the outlet prints it under every
/// piece, is not known here.
pub fn notice_kind(text: &str) -> Option<NoticeKind> {
    if text.len() > MAX_BYTES || text.split_whitespace().nth(MAX_WORDS - 1).is_some() {
        return None;
    }
    let text = unquoted(text);
    let text = as_spelt(&text);
    let opens = |c: char| !c.is_alphanumeric() && !matches!(c, '(' | '“' | '"' | '«' | '„');
    let text = text.trim_start_matches(opens);
    let kind = PATTERNS.first_kind(text).or_else(|| PATTERNS.first_kind(bracketed(text)?))?;
    (kind != NoticeKind::Update || !is_stamp(text)).then_some(kind)
}

/// Whether a paragraph is a notice's label without its text ("CORRECTION:", "Editor's note"); the
/// text then stands in the next paragraph.
pub fn is_bare_label(text: &str) -> bool {
    text.split_whitespace().nth(4).is_none() && notice_kind(text).is_some()
}

/// What may follow a label: a colon or other stop, a bracket, a dash, a day or time, or nothing.
const AFTER_LABEL: &str = r"(?:\s*(?:[:：.,;(\[|–—】〕）-]|$)|\s+(?:[^\s\d]{1,8}\s+){0,2}\d)";
/// What an English notice calls the piece that it stands in.
const DOC: &str = "(?:story|article|report|piece|post|item|page|headline|version|column|review)";

static PATTERNS: LazyLock<Patterns> = LazyLock::new(Patterns::known);

/// All patterns in one set: a text that has none of the words that they need is let go at once.
struct Patterns {
    set: Regexes,
    /// The rank of each pattern's kind.
    ranks: Vec<usize>,
}

/// The kinds in the order in which they win.
const RANKED: [NoticeKind; 7] = [
    NoticeKind::Retraction, // the outlet takes it back, under whatever label
    NoticeKind::Correction, // by its label
    NoticeKind::Retraction,
    NoticeKind::Clarification,
    NoticeKind::Correction, // by a phrase: "was amended" says less than "was amended to clarify"
    NoticeKind::Update,
    NoticeKind::EditorsNote,
];

/// The rank of a kind that a phrase says.
const fn rank_of_phrase(kind: NoticeKind) -> usize {
    match kind {
        NoticeKind::Retraction => 2,
        NoticeKind::Clarification => 3,
        NoticeKind::Correction => 4,
        NoticeKind::Update => 5,
        NoticeKind::EditorsNote => 6,
    }
}

/// A text without what stands between quotation marks: what somebody else says is no notice of the outlet's.
fn unquoted(text: &str) -> Cow<'_, str> {
    let may_quote = text.bytes().any(|b| b == b'"' || !b.is_ascii());
    if !may_quote || !text.contains(['“', '"', '«', '„', '”']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['“', '"', '«', '„', '”']) {
        let open = rest[at..].chars().next().unwrap_or('"');
        let closing: &[char] = match open {
            '“' => &['”', '"'],
            '„' => &['“', '”', '"'],
            '«' => &['»'],
            '”' => &['”', '“'],
            _ => &['"', '”'],
        };
        out.push_str(&rest[..at + open.len_utf8()]);
        rest = &rest[at + open.len_utf8()..];
        let Some(end) = rest.find(closing) else { break };
        rest = &rest[end..];
        let close = rest.chars().next().map_or(0, char::len_utf8);
        out.push_str(&rest[..close]);
        rest = &rest[close..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// What stands in the brackets that a whole text, or its first sentence, stands in.
fn bracketed(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('(')?.trim_end_matches(['.', ' ']);
    let inside = inside.strip_suffix(')').unwrap_or(inside);
    (!inside.contains(')')).then_some(inside.trim_start())
}

/// A text as the patterns spell it: Arabic without the marks for vowels, İ and I of Turkish as its i and ı.
fn as_spelt(text: &str) -> Cow<'_, str> {
    let is_mark = |c: char| matches!(c, '\u{64b}'..='\u{652}' | '\u{640}');
    if text.contains('İ') {
        Cow::Owned(text.replace('İ', "i").replace('I', "ı"))
    } else if text.contains(is_mark) {
        Cow::Owned(text.replace(is_mark, ""))
    } else {
        Cow::Borrowed(text)
    }
}

/// Words of stamps beside days and times.
const STAMP_WORDS: &str = "\
    updated update last on at um am pm uhr aktualisiert zuletzt mis à jour le actualizado actualización el a las \
    atualizado atualização em às aggiornato aggiornamento il alle ore bijgewerkt op om uur обновлено в оновлено \
    о об aktualizacja aktualizowano godz o güncelleme güncellendi saat تحديث آخر الساعة gmt bst cet est et utc \
    edt ist h a.m p.m ago min mins minutes hours hour de den der of st first published мск tsi year г года року \
    roku há horas hora minutos hace vor stunden stunde minuten y heures heure fa minuti geleden часа часов час \
    назад минут минуты години годин годину хвилин тому temu godzin godziny minut önce dakika قبل ساعات ساعة \
    دقيقة دقائق última ultima ultimo laatst laatste последнее обновление останнє оновлення ostatnia son dernière \
    letzte aktualisierung publicado publicada publicação veröffentlicht publié publiée pubblicato gepubliceerd \
    опубликовано опубліковано opublikowano publikacja yayınlanma yayınlandı yayın نشر أخر ampliación hrs r ч мин \
    год хв posted edited modified version stand hs mez mesz msk new york time local paris actualizada atualizada \
    aggiornata güncellenme tarihi 更新 最終 最終更新 最后更新 \
    ";

/// Whether a text is a label with nothing but a day or time after it.
fn is_stamp(text: &str) -> bool {
    const MOST_WORDS: usize = 16;
    let passage = Passage::of(text);
    if passage.len() > MOST_WORDS {
        return false;
    }
    let mut dated = vec![false; passage.len()];
    for language in Language::KNOWN {
        moments(&passage, language).iter().for_each(|m| dated[m.words.clone()].fill(true));
    }
    let is_of_stamp = |i: usize| {
        dated[i] || passage.kind(i) != TokenKind::Word || STAMP_WORDS.split(' ').any(|w| w == passage.lower(i))
    };
    (0..passage.len()).all(is_of_stamp) && (0..passage.len()).any(|i| passage.kind(i) == TokenKind::Number)
}

impl Patterns {
    fn known() -> Self {
        let labels = [
            (1, known::CORRECTION_LABELS),
            (2, known::RETRACTION_LABELS),
            (3, known::CLARIFICATION_LABELS),
            (5, known::UPDATE_LABELS),
            (6, known::NOTE_LABELS),
        ];
        let phrases = [
            (2, known::RETRACTION_PHRASES),
            (3, known::CLARIFICATION_PHRASES),
            (4, known::CORRECTION_PHRASES),
            (5, known::UPDATE_PHRASES),
        ];
        let labels = labels.iter().map(|(rank, all)| (*rank, format!("^(?:{}){AFTER_LABEL}", all.join("|"))));
        // A gap inside a phrase is at most 60 characters wide.
        let written_out = |p: &str| p.replace("{doc}", DOC).replace("{gap}", ".{0,60}");
        let phrases = phrases.iter().flat_map(|(rank, all)| all.iter().map(move |p| (*rank, *p)));
        let phrases = phrases.chain(wording::all().map(|(kind, p)| (rank_of_phrase(kind), p)));
        let rank_of_turn = |kind| if kind == NoticeKind::Retraction { 0 } else { rank_of_phrase(kind) };
        let phrases = phrases.chain(turns::all().map(|(kind, p)| (rank_of_turn(kind), p)));
        let phrases = phrases.map(|(rank, p)| (rank, written_out(p)));
        let made = grammar::all().map(|(kind, p)| (rank_of_phrase(kind), p));
        let (ranks, patterns): (Vec<usize>, Vec<String>) = labels.chain(phrases).chain(made).unzip();
        let all = Regexes::new(patterns.iter().map(|p| format!("(?i){p}")));
        let set = all.expect("the patterns of notice_phrases are valid");
        Self { set, ranks }
    }

    fn first_kind(&self, text: &str) -> Option<NoticeKind> {
        self.set.matching(text).map(|i| self.ranks[i]).min().map(|rank| RANKED[rank])
    }
}

#[cfg(test)]
#[path = "notice_tests.rs"]
mod more_tests;

#[cfg(test)]
mod tests {
    use super::NoticeKind::{Clarification, Correction, EditorsNote, Retraction, Update};
    use super::*;

    #[test]
    fn every_pattern_has_a_machine() {
        assert_eq!(PATTERNS.set.check(), Ok(()));
    }

    #[test]
    fn notices_are_known_by_their_phrases() {
        let cases = [
            (Correction, "Correction: The mayor spoke on Monday."),
            (Correction, "CORRECTION APPENDED."),
            (Correction, "Correction, 5 May: The bridge is in Norwick."),
            (Correction, "Correction May 5, 2021 The bridge is in Norwick."),
            (Correction, "* This article was amended on 3 May 2021. The bridge is in Norwick."),
            (Correction, "This story has been corrected to show that the bridge is in Norwick."),
            (Correction, "An earlier version of this article misstated the length of the bridge."),
            (Correction, "(Corrects paragraph 2, which gave a wrong name)"),
            (Correction, "CORRECTED-Bridge closes in Norwick"),
            (Correction, "REFILE-Bridge closes in Norwick"),
            (Correction, "Due to an editing error, the bridge was said to be longer. We regret the error."),
            (Correction, "Korrektur: Die Brücke steht in Norwick."),
            (Correction, "In einer früheren Version dieses Artikels hieß es, die Brücke sei neu."),
            (Correction, "Une version précédente de cet article indiquait que le pont était neuf."),
            (Correction, "Rectificatif : le pont est à Norwick."),
            (Correction, "Fe de errores: el puente está en Norwick."),
            (Correction, "Una versión anterior de este artículo decía otra cosa."),
            (Correction, "Errata: a ponte fica em Norwick."),
            (Correction, "Uma versão anterior deste texto dizia outra coisa."),
            (Correction, "Errata corrige: il ponte è a Norwick."),
            (Correction, "In een eerdere versie van dit artikel stond een verkeerde naam."),
            (Correction, "Исправление: мост находится в Норвике."),
            (Correction, "В предыдущей версии этой статьи была ошибка."),
            (Correction, "Виправлення: міст у Норвіку."),
            (Correction, "Sprostowanie: most stoi w Norwick."),
            (Correction, "Düzeltme: Köprü Norwick'te."),
            (Correction, "تصحيح: يقع الجسر في نورويك."),
            (Correction, "ذكرت نسخة سابقة من هذا المقال اسما آخر."),
            (Correction, "【訂正】橋の長さに誤りがありました。"),
            (Correction, "更正：大桥长三百米。"),
            (Correction, "정정: 다리의 길이는 300미터입니다."),
            (Correction, "תיקון: הגשר נמצא בנורוויק."),
            (Correction, "सुधार: पुल नॉरविक में है।"),
            (Correction, "Διόρθωση: η γέφυρα είναι στο Νόργουικ."),
            (Correction, "Rättelse: bron ligger i Norwick."),
            (Correction, "Oprava: most stojí v Norwicku."),
            (Correction, "แก้ไข: บทความนี้ฉบับก่อนหน้าระบุว่าสะพานยาว 40 เมตร"),
            (Correction, "Đính chính: cây cầu nằm ở Norwick."),
            (Correction, "اصلاحیه: پل در نورویک است."),
            (Clarification, "הבהרה: התשלום שנתי."),
            (Clarification, "Clarification: The fee is yearly."),
            (Clarification, "This article was amended to clarify that the fee is yearly."),
            (Clarification, "Klarstellung: Die Gebühr ist jährlich."),
            (Clarification, "Уточнение: сбор ежегодный."),
            (Update, "Update: The bridge is open again."),
            (Update, "UPDATED (14:30): The bridge is open again."),
            (Update, "This story has been updated with additional information."),
            (Update, "This is a developing story."),
            (Update, "Обновлено: мост открыт."),
            (Retraction, "This article has been retracted."),
            (Retraction, "STORY WITHDRAWN"),
            (EditorsNote, "Editor’s note: The writer owns a boat."),
            (EditorsNote, "Anmerkung der Redaktion: Die Autorin hat ein Boot."),
        ];
        for (want, text) in cases {
            assert_eq!(notice_kind(text), Some(want), "{text}");
        }
    }

    #[test]
    fn prose_that_uses_the_same_words_is_no_notice() {
        let long = format!("Correction: {}", "word ".repeat(120));
        let cases = [
            "",
            "Corrections officers said that the gate was open.",
            "Correction facilities are full.",
            "Updates from the field arrive hourly.",
            "訂正後の予算案は三億円だった。",
            "Oprava mostu potrvá do března.",
            "תיקון הגשר יימשך עד מרץ.",
            "An earlier version of the report said that costs would double.",
            "This is a developing country.",
            "Disclosure: We may earn a commission from some of the products on this page.",
            "The post was removed after complaints.",
            "This article was edited by Ada Weber.",
            "Die Prognose wurde nach unten korrigiert.",
            "„Er (Anm. d. Red.: der Bürgermeister) kommt“, sagte sie.",
            "แก้ไข: 2 มีนาคม 2569",
            "แก้ไขล่าสุด 14:05",
            "Mise à jour le 5 mai 2021",
            "Precisazione tecnica sul ponte",
            &long,
        ];
        for text in cases {
            assert_eq!(notice_kind(text), None, "{text}");
        }
    }

    #[test]
    fn a_bare_label_is_told_from_a_notice_with_its_text() {
        assert!(is_bare_label("CORRECTION:"));
        assert!(is_bare_label("Editor's Note"));
        assert!(!is_bare_label("Correction: The bridge is in Norwick."));
        assert!(!is_bare_label("The end."));
    }
}
