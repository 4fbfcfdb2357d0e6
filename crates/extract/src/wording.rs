//! What furniture says: labels, counters, dates, calls to subscribe, in the languages of the readers.

use std::sync::LazyLock;

use regex::RegexSet;

use crate::leaf::{Leaf, ends_like_sentence};

/// The reason of labels that announce other pieces.
pub(crate) const OTHER_PIECES: &str = "other articles";
/// The reason of lines that are dates.
pub(crate) const DATE: &str = "a date line";
/// The reason of headings that end an article.
pub(crate) const END: &str = "the end of the article";

fn set(patterns: &[&str]) -> RegexSet {
    RegexSet::new(patterns.iter().map(|p| format!("(?i){p}"))).expect("constant patterns")
}

/// Lines that announce something else, whatever their length up to a teaser's.
static OTHERS: LazyLock<RegexSet> = LazyLock::new(|| {
    set(&[
        r"^\W*(read|see|watch|listen|check)\s+(more|also|next|this|now|out)\b.{0,10}:",
        r"^\W*(also read|read more|read next|read also|see also|more on this|more from|more:|related:|recommended|don't miss|watch:|listen:|in pictures:|analysis:|explainer:|up next)",
        r"^\W*(lesen sie (auch|hier|mehr|dazu)|mehr zum thema|auch interessant|das könnte (sie|dich)|lesetipp|weiterlesen|mehr dazu|zum thema)\b",
        r"^\W*(lire aussi|à lire aussi|lire également|à lire|sur le même sujet|voir aussi|pour aller plus loin|à voir aussi|>> lire|lire :)",
        r"^\W*(lea también|lee también|le puede interesar|te puede interesar|más información:|ver también|lee más|leer más|relacionado)",
        r"^\W*(leggi anche|leggi tutto|per approfondire|leia também|leia mais|veja também|saiba mais)",
        r"^\W*(lees ook|lees meer|les også|läs också|læs også|les mer|lue myös|czytaj (też|także|więcej)|zobacz (też|także)|čtěte také|přečtěte si|olvasta már)",
        r"^\W*(читайте также|читайте ещё|читать также|смотрите также|по теме|материалы по теме|ещё по теме|читайте далее|читайте також|підписуйтесь)",
        r"^\W*(اقرأ أيض|اقرأ المزيد|إقرأ|مواضيع ذات صلة|شاهد أيض|طالع أيض|المزيد|اقرأ:)",
        r"^\W*(ayrıca oku|bunları da|ilgili haber|あわせて読みたい|関連記事|関連)",
    ])
});
/// Headings and labels after which nothing of the article comes.
static ENDS: LazyLock<RegexSet> = LazyLock::new(|| {
    set(&[
        r"^\W*(related|related (articles?|stor(y|ies)|news|content|posts?|topics?|coverage|links?)|more (stories|news|coverage|articles)( .{0,30})?|you (may|might) (also )?(like|enjoy).{0,20}|recommended( .{0,20})?|most (read|popular|viewed|shared)|trending( now)?|top stories|latest( news)?|other (news|stories|articles)|comments?|leave a (reply|comment)|check also|read next|editors'? picks|what to read next|popular( now)?|around the web|from the web|share this( .{0,20})?)\W*$",
        r"^\W*(ähnliche artikel|verwandte artikel|mehr zum thema|meistgelesen|weitere artikel|kommentare?|das könnte sie auch interessieren|neueste .{0,20}|beliebt)\W*$",
        r"^\W*(articles (similaires|liés|associés)|sur le même sujet|à lire aussi|les plus lus|commentaires?|vos commentaires|à découvrir|dans la même rubrique)\W*$",
        r"^\W*(noticias relacionadas|artículos relacionados|comentarios|lo más (leído|visto)|te puede interesar|articoli correlati|commenti|notícias relacionadas|comentários|mais lidas)\W*$",
        r"^\W*(gerelateerd|meest gelezen|relaterte artikler|relaterade artiklar|relaterede artikler|komentarze|powiązane.{0,20}|reacties)\W*$",
        r"^\W*(похожие (новости|материалы|статьи)|материалы по теме|по теме|комментарии|самое (читаемое|популярное)|новости по теме|читайте также|ещё новости|другие новости)\W*$",
        r"^\W*(مواضيع ذات صلة|أخبار ذات صلة|اقرأ أيضا|اقرأ أيضاً|التعليقات|الأكثر قراءة|مقالات ذات صلة|المزيد من الأخبار)\W*$",
    ])
});
/// Short labels of the page's machinery: the whole line says nothing else.
static LABELS: LazyLock<RegexSet> = LazyLock::new(|| {
    set(&[
        r"^\W*(advertisement|advertising|advert|ad|ads|sponsored( content)?|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|advertentie|annonse|annons|annonce|reklama|mainos|реклама|إعلان|إعلانات|reklam|広告|continue reading( below)?|article continues (below|after).{0,30}|story continues (below|after).{0,30}|scroll to continue.{0,40}|skip (to )?(main )?(content|advertisement)|skip advert(isement)?)\W*$",
        r"^\W*(share|share (this|on|via|article|story|page)\b.{0,30}|teilen|partager|compartir|condividi|compartilhar|delen|udostępnij|поделиться|مشاركة|شارك|tweet|email|e-mail|print|drucken|imprimer|imprimir|save|copy link|link copied|copied|follow us.{0,30}|like|facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|flipboard|x|messenger|vk|ok|bookmark|listen|listen to (this )?(article|story)|play|pause|close|open|menu|back to top|gift (this )?article|add (us )?(on|to) google.{0,30}|set as preferred source.{0,30})\W*$",
        r"^\W*(image|photo|picture|video|gallery|slideshow|bild|foto|fotos|photos|images?)( (caption|source|credit|copyright))?\W*$",
        r"^\W*(skip to .{0,40}|view (all|more)|show (more|all|less)|load more.{0,20}|see (more|all)|read more|more|mehr|weiter|weiterlesen|lire plus|voir plus|leer más|ver más|leggi tutto|more info|learn more|click here|tap here|next|previous|prev|zurück|подробнее|المزيد)\W*$",
        r"^\W*(tags?|topics?|themen|schlagworte|schlagwörter|mots[- ]clés|sujets|etiquetas|temas|argomenti|теги|темы|keywords|filed under|categories|in this (article|story)|الكلمات المفتاحية|وسوم)\W*(:.*)?$",
        r"^\W*(sign in|log in|login|subscribe|register|anmelden|abonnieren|s'abonner|s'inscrire|suscríbete|iscriviti|abbonati|abonnez-vous.{0,40}|jetzt abonnieren|subscribe now|sign up|подписаться|اشترك)\W*$",
        r"^[\d.,\s]*[kKmM]?\+?\s*(comments?|shares?|views?|likes?|reads?|replies|reactions?|retweets?|followers?|votes?|kommentare?|commentaires?|partages?|comentarios?|commenti|aufrufe|vues|просмотр\w*|комментари\w*|مشاهدة|تعليق\w*|تعليقات|reacties|members?|online)\W*$",
        r"^\W*(comments?|views?|shares?|kommentare?|commentaires?|комментари\w*|просмотр\w*)\W*\(?[\d.,\s]*\)?\W*$",
        r"^\W*\d+\s*(min(ute)?s?|minuten|minutes?|мин\w*|دقائق|دقيقة)\.?\s*(read|lesezeit|de lecture|de lectura|di lettura|чтения|قراءة)?\W*$",
        r"^\W*(©|\(c\)|copyright\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|все права защищены|جميع الحقوق)",
        r"^[\W\d_]*$",
    ])
});
/// Calls to subscribe, sign up, follow, accept: sentences, but not the article's.
static CALLS: LazyLock<RegexSet> = LazyLock::new(|| {
    set(&[
        r"^\W*(sign up|subscribe|register)\b.{0,80}\b(newsletter|newsletters|inbox|email|alerts?|updates|daily|weekly|channel|here|today|free|offer|briefing)\b",
        r"\b(our|free|daily|weekly|morning) newsletters?\b.{0,80}$",
        r"^\W*(get|receive)\b.{0,60}\b(newsletter|inbox|delivered|email alerts)\b",
        r"^\W*(follow|like|join) (us|me|our|@?\w+( \w+){0,2}) (on|at)\b.{0,60}(facebook|twitter|instagram|telegram|whatsapp|youtube|google news|linkedin|x\b|tiktok)",
        r"^\W*(click|tap) here\b.{0,80}$",
        r"^\W*(download|get) (the|our|your) .{0,40}\bapp\b",
        r"^\W*(want|need) to (get|know|read|see|learn) more\b.{0,80}(subscribe|sign up|newsletter)",
        r"(melden sie sich|abonnieren sie|jetzt abonnieren|newsletter (abonnieren|anmeldung)|hier (klicken|abonnieren)|folgen sie uns|unseren newsletter|kostenlos(en)? newsletter)",
        r"(inscrivez-vous|abonnez-vous|recevez (chaque|notre|nos|toute)|suivez-nous|notre newsletter|la newsletter)",
        r"(suscr[ií]b(ete|ase)|s[ií]guenos en|únete a nuestro|nuestro (boletín|newsletter)|iscriviti|abbonati|seguici su|inscreva-se|assine (a|o|já))",
        r"(подпи(сывайтесь|шитесь) на|подписывайся|наш телеграм|наш(ем)? telegram|рассылк)",
        r"(اشترك في|تابعونا على|النشرة (البريدية|الإخبارية)|سجل في)",
        r"\b(we use cookies|uses cookies|use of cookies|cookie (policy|settings|preferences)|verwendet cookies|utilise des cookies|utilizamos cookies|использу\w+ (файлы )?cookie|ملفات تعريف الارتباط)\b",
        r"^\W*(this (article|story|content) (is )?(only )?(available|for) (to )?(subscribers|registered)|to continue reading|already (a subscriber|have an account)|you have (reached|read) your)",
        r"^\W*(please )?enable javascript|javascript (is )?(disabled|required)|your browser (does not|doesn't) support|this video (is not|isn't|can ?not|file cannot)|media playback is (not supported|unsupported)|sorry, (this|the) video",
        r"^\W*(got a (news )?tip|do you have (a|any) (story|information)|have you been affected|contact us at|e-?mail us at|send (your )?(tips|stories) to|support (our|independent) journalism|make a (donation|contribution))",
        r"^\W*(photograph|photo|picture|image|foto|fotó|photos?|bild|quelle|crédit|credit|crédits?|фото|الصورة)\s*(by|credit|source|copyright|von|de|par)?\s*:",
    ])
});
/// Dates, alone or with a label.
static DATES: LazyLock<RegexSet> = LazyLock::new(|| {
    set(&[
        r"^\W*((first )?published|posted|updated|last (updated|modified|edited)|modified|created|issued|date|veröffentlicht|aktualisiert|stand|erstellt|publié|mis à jour|modifié|publicado|actualizado|pubblicato|aggiornato|atualizado|gepubliceerd|bijgewerkt|publisert|oppdatert|publicerad|uppdaterad|опубликовано|обновлено|дата|نشر|تاريخ النشر|آخر تحديث)\b.{0,60}\d.{0,40}$",
        r"^\W*((just now|yesterday|today|moments ago)|(about |over )?(\d+|an?|one|two|three) ?(s|m|h|d|w|sec\w*|min\w*|hours?|hrs?|days?|weeks?|months?|years?)\b( (ago|later|earlier))?( \W.{0,20})?)\W*$",
        r"^\W*(vor (\d+|einer|einem) (sekunden?|minuten?|stunden?|tag(en)?|wochen?|monat(en)?)|il y a (\d+|une?) \w+|hace (\d+|una?) \w+|\d+ \w+ fa|há \d+ \w+|(\d+ )?(секунд|минут|час|день|дня|дней|недел|месяц)\w* назад|(منذ|قبل) .{1,20})\W*$",
        r"^\W*((mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|пон|вто|сре|чет|пят|суб|вос)\w*[.,]?\s+)?(\d{1,2}(st|nd|rd|th)?[./-]?\s*(\p{L}+|\d{1,2})[./-]?,?\s*(\d{4}|\d{2})|\p{L}+\.?\s+\d{1,2}(st|nd|rd|th)?,?\s+\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})([,|@\s–-]*(at|um|à|a las|kl\.?)?\s*\d{1,2}[:.h]\d{2}.{0,30})?\W*$",
        r"^\W*\d{1,2}[:.]\d{2}\s*(am|pm|uhr|a\.m\.|p\.m\.)?\s*([A-Z]{2,4})?\W*$",
    ])
});

/// Why a leaf that stands among the body's is furniture by its wording, if it is.
pub(crate) fn furniture(leaf: &Leaf, bylines: &[String]) -> Option<&'static str> {
    let text = &*leaf.text;
    if let Some(reason) = label(text) {
        return Some(reason);
    }
    if leaf.pieces.len() > 1 {
        let labels = leaf.pieces.iter().filter(|(t, _)| label(t).is_some()).count();
        let links = leaf.pieces.iter().filter(|(t, link)| *link || label(t).is_some() || is_byline(t, bylines)).count();
        let says = leaf.pieces.iter().any(|(t, _)| t.chars().any(char::is_alphabetic) && label(t).is_some());
        if says && labels > 0 && links == leaf.pieces.len() {
            return Some("a row of labels");
        }
    }
    if leaf.chars < 90 && ENDS.is_match(text) {
        return Some(END);
    }
    if leaf.chars < 400
        && OTHERS.is_match(text)
        && (leaf.link_chars > 0 || leaf.chars < 60 || !ends_like_sentence(text))
    {
        return Some(OTHER_PIECES);
    }
    if leaf.chars < 300 && CALLS.is_match(text) {
        return Some("a call to readers");
    }
    if leaf.chars < 120 && is_byline(text, bylines) {
        return Some(crate::blocks::BYLINE);
    }
    None
}

/// Why a line of plain text is furniture by its wording, if it is.
pub(crate) fn line(text: &str) -> Option<&'static str> {
    let chars = text.chars().count();
    if let Some(reason) = label(text) {
        return Some(reason);
    }
    if chars < 90 && ENDS.is_match(text) {
        return Some(END);
    }
    if chars < 200 && OTHERS.is_match(text) && (chars < 60 || !ends_like_sentence(text)) {
        return Some(OTHER_PIECES);
    }
    (chars < 300 && CALLS.is_match(text)).then_some("a call to readers")
}

/// Why a line is a label of the page's machinery, a counter or a date, if it is.
pub(crate) fn label(text: &str) -> Option<&'static str> {
    if text.len() > 240 {
        return None;
    }
    if LABELS.is_match(text) {
        return Some("a label");
    }
    DATES.is_match(text).then_some(DATE)
}

/// A line that holds nothing beyond the authors' names and small words.
fn is_byline(text: &str, bylines: &[String]) -> bool {
    let mut rest = text.to_lowercase();
    let mut hit = false;
    for name in bylines {
        let name = name.to_lowercase();
        if rest.contains(&name) {
            rest = rest.replace(&name, " ");
            hit = true;
        }
    }
    hit && rest.split(|c: char| !c.is_alphabetic()).filter(|w| w.chars().count() > 3).count() <= 4
}

/// Whether two texts are the same up to case, marks and spacing.
pub(crate) fn same(a: &str, b: &str) -> bool {
    let letters = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let (a, b) = (letters(a), letters(b));
    !a.is_empty() && a == b
}
