//! What kind of page a body is, with the reason. A page is an article unless something speaks against it: calling an
//! article a wall loses its versions, so every rule asks for a short text as well as for the wording.

use std::sync::LazyLock;

use news::{BlockKind, PageKind, Reading};
use regex::RegexSet;

use crate::json_ld::JsonLd;
use crate::leaf::Leaf;
use crate::meta::Meta;
use crate::tree::Tree;

/// Kept text up to this many scalars can be the text of a wall, an error or an empty shell.
const SHORT: usize = 800;
/// Kept text up to this many scalars is next to nothing: a line or two.
const NOTHING_ELSE: usize = 160;
/// Kept text up to this many scalars can be the open part of a paid article.
const TASTER: usize = 2500;

/// A kind, and why, in words.
#[derive(Debug)]
pub(crate) struct Told {
    pub kind: PageKind,
    pub reason: Option<String>,
    pub partial: bool,
}

impl Told {
    fn new(kind: PageKind, reason: impl Into<String>) -> Self {
        Self { kind, reason: Some(reason.into()), partial: kind == PageKind::Walled }
    }
}

fn set(patterns: &[&str]) -> RegexSet {
    RegexSet::new(patterns.iter().map(|p| format!("(?i){p}"))).expect("constant patterns")
}

static BLOCKED: LazyLock<RegexSet> = LazyLock::new(|| {
    set(&[
        r"^\W*(access (is |has been )?(denied|forbidden|blocked|restricted)|403 forbidden|forbidden|request (access|blocked|denied|rejected)|attention required|just a moment|pardon our interruption|one more step|human verification|security (check|verification)|ddos.guard|bot verification|are you (a )?(robot|human)|robot or human|you have been blocked|blocked|too many requests|429 too many|client challenge|checking your browser|please verify|validation request|sorry, you have been blocked)\b",
        r"\b(not a robot|you are (a )?human|prove (that )?you'?re? (are )?(human|not)|unusual (traffic|activity) from|automated (access|requests|traffic)|complete the captcha|solve the captcha|request blacklist|error: the request could not be satisfied|kein roboter|pas un robot|no eres un robot|non sei un robot|вы не робот|не робот|لست روبوت|zugriff (verweigert|gesperrt)|accès (refusé|interdit)|acceso denegado|accesso negato|доступ (запрещ[её]н|ограничен)|تم رفض الوصول|الوصول مرفوض)\b",
    ])
});
static GONE: LazyLock<RegexSet> = LazyLock::new(|| {
    set(&[
        r"^\W*(error )?(404|410)\b",
        r"\b(404( error| -|:| \|)|(page|article|story|content|file|document|post|site)( you('re| are) looking for)?( \w+){0,4} ((can ?not|could not|couldn'?t|can'?t) be found|(was|is) not found|not found|no longer (available|exists?)|(is not|isn'?t) (available|here)|does(n'?t| not) exist|has been (removed|deleted|taken down|withdrawn)|unavailable)|we (can'?t|could ?n[o']t|can ?not) find (the|that|this|your)( \w+)? (page|article|story)|page (not found|missing|gone)|nothing (was )?found)\b",
        r"\b((seite|artikel|inhalt|beitrag)( \w+){0,3} (nicht gefunden|nicht mehr verfügbar|existiert nicht|nicht verfügbar)|(page|article|contenu)( \w+){0,4} (introuvable|n'existe (pas|plus)|n'est (pas|plus) disponible|non trouvée?)|(página|artículo|pagina|noticia|articolo|artigo)( \w+){0,4} (no (encontrad[oa]|existe|está disponible)|non (trovat[oa]|esiste|disponibile)|não (encontrad[oa]|existe|está disponível))|pagina niet gevonden|nie znaleziono|siden (ble )?ikke (funnet|fundet)|sidan (kunde inte hittas|hittades inte)|sayfa bulunamadı)",
        r"((страница|статья|материал|новость|запись)( \w+){0,3} (не найден[ао]?|не существует|удал[её]н[ао]?|недоступн[ао]?|больше не)|сторінк\w+ не знайден)",
        r"((الصفحة|المقال|الخبر|المادة)( [\p{L}]+){0,3} (غير موجود|غير متاح|لم يعد|غير متوفر)|لم يتم العثور|لا يمكن العثور)",
    ])
});
static BROKEN: LazyLock<RegexSet> = LazyLock::new(|| {
    set(&[
        r"^\W*(error )?(500|502|503|504)\b|^\W*error\W*$|^\W*error \d{3}\b",
        r"\b(internal server error|bad gateway|service (temporarily )?unavailable|gateway time-?out|something (has gone|went) wrong|technical (difficulties|problems?)|error establishing a database|temporarily (unavailable|down)|down for maintenance|under maintenance|scheduled maintenance|an error (has )?occurred|application error|server error|oops)\b",
        r"(serverfehler|wartungsarbeiten|technische(r|s|n)? (fehler|störung|probleme?)|etwas ist schief|erreur (interne|serveur|technique)|une erreur|en maintenance|error del servidor|algo salió mal|error interno|errore (interno|del server)|ошибка сервера|технические работы|что-то пошло не так|произошла ошибка|حدث خطأ|خطأ في الخادم|صيانة)",
    ])
});
static CONSENT: LazyLock<RegexSet> = LazyLock::new(|| {
    set(&[
        r"^\W*(before you continue|we value your privacy|your privacy( choices| matters| is important)?|cookie (consent|wall|settings|preferences|choices)|privacy (gate|wall|settings|choices|preferences)|consent( management| required)?|we (need|care about) your (consent|privacy)|manage (your )?(privacy|consent|cookies)|accept cookies|choose how we use)",
        r"^\W*(bevor sie (fortfahren|weiterlesen)|ihre (privatsphäre|zustimmung|daten)|wir (brauchen|benötigen) ihre (zustimmung|einwilligung)|mit werbung (und cookies )?(weiterlesen|nutzen)|cookies? (zustimmen|akzeptieren)|datenschutz\W*$|einwilligung|zustimmung)",
        r"^\W*(avant (de|d'accéder|toute chose)|votre (vie privée|consentement)|nous (respectons|avons besoin de) votre|gestion (des cookies|du consentement)|accepter les cookies|tu (privacidad|consentimiento)|antes de continuar|prima di (continuare|proseguire)|la tua privacy|valorizamos (sua|tu))",
        r"^\W*(прежде чем продолжить|мы (ценим|уважаем) (вашу|вашe)|согласие на|использование (файлов )?cookie|قبل المتابعة|قبل أن تتابع|خصوصيتك|ملفات تعريف الارتباط)",
    ])
});
static COOKIES: LazyLock<RegexSet> = LazyLock::new(|| {
    set(&[
        r"\bcookies?\b",
        r"\b(partners?|partnern?|partenaires|socios|партн[её]р\w*|شركا\w+)\b",
        r"\b(consent|einwilligung|zustimmung|consentement|consentimiento|consenso|соглас\w+|موافق\w*)\b",
        r"\b(accept|reject|akzeptieren|ablehnen|zustimmen|accepter|refuser|aceptar|rechazar|accetta|принять|отклонить|قبول|رفض)\b",
        r"\b(device|gerät|appareil|dispositivo|устройств\w+|جهازك)\b",
        r"\b(advertising|personali[sz]ed|werbung|publicité|publicidad|реклам\w+|الإعلانات)\b",
        r"файл\w+ cookie",
        r"ملفات تعريف الارتباط",
    ])
});
/// A wall in front of the rest of an article.
static WALL: LazyLock<RegexSet> = LazyLock::new(|| {
    set(&[
        r"\b(subscribe|register|sign (in|up)|log in|become a (member|subscriber)|create (a free|an) account|start (a|your) (free )?trial)\b.{0,60}\b(to (continue|keep) reading|to (read|finish|access|unlock|see|view)( (the|this)( \w+)?| the rest of (the|this)| on)? (full )?(article|story|more|on|content)?|for (full|unlimited) access)",
        r"\b(to (continue|keep|go on) reading|to read (on|the (full|whole|rest)|this (article|story)|more))\b.{0,80}\b(subscri\w+|register|sign (in|up)|log ?in|member|account|free trial)",
        r"\b((this|the full|the rest of (the|this)|full) (article|story|content|piece|text|page) is (only |exclusively )?(for|available (only )?(to|for)|reserved for|limited to) (our )?(paying )?(subscribers|members|registered)|(subscriber|member)s?[- ](only|exclusive)|you('ve| have) (reached|used|read) (your|all|the) .{0,40}(limit|free (article|stor))|already a (subscriber|member)\?|^\W*for subscribers( only)?\W*$|this is a (premium|subscriber|paid))",
        r"\b(weiterlesen mit|jetzt (weiterlesen|freischalten|abonnieren und)|(diesen|den) (ganzen |vollständigen )?(artikel|text|beitrag)( \w+){0,4} (freischalten|weiterlesen|lesen mit)|nur für abonnent|exklusiv für abonnent|(lesen|weiter) .{0,20}mit (einem )?(abo|plus)\b|abonnieren.{0,40}(weiterzulesen|weiterlesen)|um (weiterzulesen|den (ganzen )?artikel)|bereits abonnent|sie haben .{0,40}(freien|kostenlosen) artikel|dieser (artikel|text|inhalt) ist (nur )?(für|unseren) )",
        r"\b((article|contenu|suite)( \w+){0,3} réservé[es]* (à nos |aux )?abonnés|il (vous )?reste .{0,20}(à lire|de cet article)|abonnez-vous pour (lire|continuer|accéder)|pour (lire la suite|continuer)( \w+)?,? .{0,40}abonn|déjà abonné|la suite (de cet article )?est réservée|connectez-vous pour lire)",
        r"\b((contenido|artículo|noticia) (exclusiv[oa]|solo|reservad[oa]) para (suscriptores|socios)|suscríbete para (seguir|continuar|leer)|para (seguir|continuar) leyendo|(articolo|contenuto) riservato agli abbonati|abbonati per (continuare|leggere)|per continuare a leggere|(conteúdo|matéria) exclusiv[oa] para assinantes|assine para (ler|continuar)|alleen voor abonnees|verder lezen\?|kun for abonnenter|för prenumeranter|tylko dla (abonentów|prenumeratorów)|dostęp dla prenumeratorów|(чтобы|для) (продолж\w+|прочитать|дочитать|чтения).{0,60}(подпи|оформите|войдите)|(материал|статья|текст) (доступ\w+|только) (только )?(для )?подписчик\w+|только для подписчиков|للمشتركين فقط|اشترك (لمتابعة|لقراءة|للاستمرار)|لمتابعة القراءة|هذا المحتوى (متاح|مخصص|للمشتركين))",
    ])
});
static SCRIPT: LazyLock<RegexSet> = LazyLock::new(|| {
    set(&[
        r"\b((enable|turn on|requires?|needs?|activate|aktivieren sie|activer|activez|active|habilit\w+|включите|فعّل|تفعيل)\b.{0,60}javascript|javascript.{0,60}\b(enabled?|disabled|required|deaktiviert|aktivieren|désactivé|activer|deshabilitado|отключ\w+|включ\w+|to (run|view|use|see))|loading\.{2,})",
    ])
});

/// A page that is no HTML page at all, told from its first bytes.
pub(crate) fn by_start(text: &str) -> Option<Told> {
    let mut start = text.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with('{') && start.get(..4000).unwrap_or(start).contains("jsonfeed.org/version") {
        return Some(Told::new(PageKind::Feed, "a JSON feed in the article's place"));
    }
    while start.starts_with("<?") || start.starts_with("<!--") {
        let end = if start.starts_with("<?") { "?>" } else { "-->" };
        start = start.find(end).map_or("", |i| start[i + end.len()..].trim_start());
    }
    let name = start.strip_prefix('<')?.split(|c: char| c.is_whitespace() || c == '>').next()?.to_ascii_lowercase();
    match &*name {
        "rss" | "feed" | "rdf:rdf" | "channel" => Some(Told::new(PageKind::Feed, "a feed in the article's place")),
        "urlset" | "sitemapindex" => Some(Told::new(PageKind::Feed, "a sitemap in the article's place")),
        _ => None,
    }
}

/// Whether a text asks readers to subscribe before they read on.
pub(crate) fn is_wall(text: &str) -> bool {
    WALL.is_match(text)
}

/// What the rules look at.
pub(crate) struct Evidence<'a> {
    pub tree: &'a Tree,
    pub leaves: &'a [Leaf],
    pub meta: &'a Meta,
    pub ld: &'a JsonLd,
    pub reading: &'a Reading,
    pub url: &'a str,
    /// Place of the last leaf of the body among the leaves.
    pub body_end: Option<usize>,
}

/// The kind of an HTML page.
pub(crate) fn of(e: &Evidence<'_>) -> Told {
    let kept: usize = e.reading.body.iter().filter(|b| b.kind.is_text()).map(|b| b.text.chars().count()).sum();
    let shown: usize = e.leaves.iter().map(|l| l.chars).sum();
    let signs = head_signs(e);
    let on_heads = |set: &RegexSet| signs.iter().find(|s| set.is_match(s)).cloned();
    let in_text = |set: &RegexSet, limit: usize| {
        e.leaves.iter().filter(|l| l.chars <= limit).find(|l| set.is_match(&l.text)).map(|l| l.text.clone())
    };
    let prose = e.reading.body.iter().filter(|b| matches!(b.kind, BlockKind::Paragraph | BlockKind::Notice)).count();
    // what carries an author or the type of an article is one, unless little else is there
    let signed = e.ld.is_article
        || !e.reading.bylines.is_empty()
        || e.meta.first(&["og:type"]).is_some_and(|t| t.eq_ignore_ascii_case("article"));
    if kept < if signed { SHORT / 2 } else { SHORT } {
        // without a heading that says so, only the wording of a page that holds little else counts
        let in_little =
            |set: &RegexSet| (prose <= 1 && kept < NOTHING_ELSE && shown < SHORT).then(|| in_text(set, 300)).flatten();
        if let Some(sign) = on_heads(&BLOCKED).or_else(|| in_little(&BLOCKED)) {
            return Told::new(PageKind::Blocked, format!("a block page: {sign}"));
        }
        if let Some(sign) = on_heads(&GONE).or_else(|| in_little(&GONE)) {
            return Told::new(PageKind::SoftGone, format!("says that it is gone: {sign}"));
        }
        if let Some(sign) = on_heads(&CONSENT).filter(|_| cookie_words(e) >= 2) {
            return Told::new(PageKind::Consent, format!("a consent dialog: {sign}"));
        }
        if let Some(sign) = on_heads(&BROKEN).or_else(|| in_little(&BROKEN)) {
            return Told::new(PageKind::Error, format!("an error page: {sign}"));
        }
        if !signed && cookie_words(e) >= 4 && cookie_share(e) > 0.5 {
            return Told::new(PageKind::Consent, "a consent dialog: most of the text is about cookies");
        }
    }
    if let Some(sign) = wall(e, kept) {
        return Told::new(PageKind::Walled, format!("a wall after the first part: {sign}"));
    }
    if let Some(reason) = index(e, kept, prose) {
        return Told::new(PageKind::Index, reason);
    }
    if e.ld.is_video && kept < 200 {
        return Told::new(PageKind::Video, "a video without a text");
    }
    if kept == 0 && shown < 400 {
        let scripts = e.tree.elements().filter(|i| e.tree.name(*i) == "script").count();
        let asks = e.tree.elements().any(|i| e.tree.name(i) == "noscript" && SCRIPT.is_match(&raw_text(e.tree, i)));
        if asks || in_text(&SCRIPT, 300).is_some() || (scripts >= 3 && shown < 200) {
            return Told::new(PageKind::NeedsScript, "only scripts would bring its text");
        }
    }
    if kept == 0 && e.reading.standfirst.is_none() {
        return match e.meta.first(&["og:type"]).is_some_and(|t| t.starts_with("video")) {
            true => Told::new(PageKind::Video, "a video without a text"),
            false => Told::new(PageKind::Empty, "no text of an article was found"),
        };
    }
    Told { kind: PageKind::Article, reason: None, partial: false }
}

fn raw_text(tree: &Tree, id: u32) -> String {
    tree.children(id).filter_map(|c| tree.text(c)).collect()
}

/// Title, headline and headings of level 1 and 2, in short.
fn head_signs(e: &Evidence<'_>) -> Vec<String> {
    let mut signs: Vec<String> = e.meta.title.iter().chain(&e.reading.headline).cloned().collect();
    let heads = e.tree.elements().filter(|i| matches!(e.tree.name(*i), "h1" | "h2")).take(4);
    signs.extend(heads.map(|i| text::canonical(&e.tree.text_below(i))));
    signs.retain(|s| s.chars().count() <= 160);
    signs
}

fn cookie_words(e: &Evidence<'_>) -> usize {
    let all: String = e.leaves.iter().map(|l| format!("{} ", l.text)).collect();
    COOKIES.matches(&all).iter().count()
}

fn cookie_share(e: &Evidence<'_>) -> f32 {
    let (mut about, mut all) = (0, 0);
    for leaf in e.leaves {
        all += leaf.chars;
        about += if COOKIES.matches(&leaf.text).iter().count() >= 2 { leaf.chars } else { 0 };
    }
    about as f32 / all.max(1) as f32
}

/// The wall's own words, if the article stops at a wall.
fn wall(e: &Evidence<'_>, kept: usize) -> Option<String> {
    if kept > TASTER {
        return None;
    }
    let found =
        e.leaves.iter().enumerate().find(|(_, l)| l.chars <= 400 && l.link_density() < 0.9 && WALL.is_match(&l.text));
    let (at, leaf) = found?;
    // right after what was kept, not in a menu, in a box far away or in the article's own words
    let near = e.body_end.is_none_or(|end| at > end && at <= end + 12);
    (near && (e.ld.paid || kept < TASTER / 2)).then(|| leaf.text.clone())
}

/// Why a page is a list of other pages, if it is.
fn index(e: &Evidence<'_>, kept: usize, prose: usize) -> Option<String> {
    if e.ld.is_article || prose > 3 || kept > SHORT {
        return None;
    }
    let typed = e.meta.first(&["og:type"]).is_some_and(|t| t.eq_ignore_ascii_case("article"));
    if typed {
        return None;
    }
    let (mut chars, mut linked, mut titles) = (0, 0, 0);
    for leaf in e.leaves {
        chars += leaf.chars;
        linked += leaf.link_chars;
        titles += usize::from(leaf.link_density() > 0.8 && leaf.chars >= 20);
    }
    let front = url::Url::parse(e.url).is_ok_and(|u| matches!(u.path(), "/" | "" | "/index.html"));
    let dense = linked as f32 / chars.max(1) as f32;
    if front && titles >= 4 && prose <= 2 {
        return Some("a front page: links to articles and no text".into());
    }
    if e.ld.is_list && prose <= 1 && titles >= 5 {
        return Some("a list page, as it says itself".into());
    }
    (titles >= 5 && prose == 0 && dense > 0.5).then(|| "a list of links and no text".into())
}
