//! What furniture says: labels, counters, dates, calls to subscribe, in the languages of the readers.

use std::sync::LazyLock;

use text::Regexes;

use crate::leaf::{Leaf, ends_like_sentence};

/// The reason of labels that announce other pieces.
pub(crate) const OTHER_PIECES: &str = "other articles";
/// The reason of labels of adverts, and of what stands after one.
const ADVERT: &str = "advertising";
/// The reason of lines that are dates.
pub(crate) const DATE: &str = "a date line";
/// The reason of calls to subscribe, follow, accept.
pub(crate) const CALL: &str = "a call to readers";
/// Longest paragraph of a dialog that asks for consent, in scalars.
const LONGEST_CONSENT: usize = 700;
/// The reason of headings that end an article.
pub(crate) const END: &str = "the end of the article";

/// Patterns of which any may match, whatever the case of letters. A text is first asked for the words that
/// a pattern cannot do without, so that nearly every text is let go without running any pattern.
pub(crate) fn set(patterns: &[&str]) -> Regexes {
    Regexes::new(patterns.iter().map(|p| format!("(?i){p}"))).expect("constant patterns")
}

/// Lines that announce something else, whatever their length up to a teaser's.
static OTHERS: LazyLock<Regexes> = LazyLock::new(|| {
    set(&[
        r"^\W*(read|see|watch|listen|check)\s+(more|also|next|this|now|out)\b.{0,10}:",
        r"^\W*(also read|read more|read next|read also|see also|more on this|more from|more:|related:|recommended|don't miss|watch:|listen:|in pictures:|analysis:|explainer:|up next)",
        r"^\W*our (editorial )?(standards|principles)\s*:",
        r"^\W*(lesen sie (auch|hier|mehr|dazu)|mehr zum thema|auch interessant|das könnte (sie|dich)|lesetipp|weiterlesen|mehr dazu|zum thema)\b",
        r"^\W*(lire aussi|à lire aussi|lire également|à lire|sur le même sujet|voir aussi|pour aller plus loin|à voir aussi|>> lire|lire :)",
        r"^\W*(lea también|lee también|le puede interesar|te puede interesar|más información:|ver también|lee más|leer más|relacionado)",
        r"^\W*(leggi anche|leggi tutto|per approfondire|leia também|leia mais|veja também|saiba mais)",
        r"^\W*(lees ook|lees meer|les også|läs också|læs også|les mer|lue myös|czytaj (też|także|więcej)|zobacz (też|także)|čtěte také|přečtěte si|olvasta már)",
        r"^\W*(читайте также|читайте ещё|читать также|смотрите также|по теме|материалы по теме|ещё по теме|читайте далее|читайте також|підписуйтесь)",
        r"^\W*(اقرأ أيض|اقرأ المزيد|إقرأ|مواضيع ذات صلة|شاهد أيض|طالع أيض|المزيد|اقرأ:)",
        r"^\W*(ayrıca oku|bunları da|ilgili haber|あわせて読みたい|関連記事|関連)",
        r"^\W*((διαβάστε|δείτε) (επίσης|ακόμη|περισσότερα)|סיפורים נוספים|(קראו|לקריאה) (עוד|גם)|(यह भी|ये भी|और) पढ़|相关(阅读|报道|新闻|链接)|延伸阅读|推荐阅读|更多(报道|新闻|内容)|こちらも|おすすめ記事|関連(ニュース|リンク|特集)|함께 (보면|읽)|관련 ?기사|te(?: ?)puede interesar|podría interesarte|bunlar da|ilginizi çekebilir|bakmadan geçme)",
    ])
});
/// Headings and labels after which nothing of the article comes.
static ENDS: LazyLock<Regexes> = LazyLock::new(|| {
    set(&[
        r"^\W*(related|related (articles?|stor(y|ies)|news|content|posts?|topics?|coverage|links?)|more (\p{L}+ ){0,2}(stories|news|coverage|articles)( .{0,30})?|you (may|might) (also )?(like|enjoy).{0,20}|recommended( .{0,20})?|most (read|popular|viewed|shared)|trending( now)?|top stories|latest( news)?|other (news|stories|articles)|comments?|leave a (reply|comment)|check also|read next|editors'? picks|what to read next|popular( now)?|around the web|from the web|share this( .{0,20})?)\W*$",
        r"^\W*(ähnliche artikel|verwandte artikel|mehr zum thema|meistgelesen|weitere artikel|kommentare?|das könnte sie auch interessieren|neueste .{0,20}|beliebt)\W*$",
        r"^\W*(articles (similaires|liés|associés)|sur le même sujet|à lire aussi|les plus lus|commentaires?|vos commentaires|à découvrir|dans la même rubrique)\W*$",
        r"^\W*(noticias relacionadas|artículos relacionados|comentarios|lo más (leído|visto)|te puede interesar|articoli correlati|commenti|notícias relacionadas|comentários|mais lidas)\W*$",
        r"^\W*(gerelateerd|meest gelezen|relaterte artikler|relaterade artiklar|relaterede artikler|komentarze|powiązane.{0,20}|reacties)\W*$",
        r"^\W*(похожие (новости|материалы|статьи)|материалы по теме|по теме|комментарии|самое (читаемое|популярное)|новости по теме|читайте также|ещё новости|другие новости)\W*$",
        r"^\W*(مواضيع ذات صلة|أخبار ذات صلة|اقرأ أيضا|اقرأ أيضاً|التعليقات|الأكثر قراءة|مقالات ذات صلة|المزيد من الأخبار)\W*$",
        r"^\W*(most (read|popular|viewed|shared|commented)( (in|on|from|by|this|today|now).{0,30})?|also (today|in the news)( .{0,20})?|(more )?in other news|(more|elsewhere) (on|from|in) .{0,40}|explore more.{0,30}|you might have missed|join the conversation.{0,12}|(what )?readers are reading|keep reading|tagged|topics?|filed under|\d+ (comments?|thoughts on|responses|replies)\b.{0,80})\W*$",
        r"^\W*(mais (lidas|vistas|populares)( .{0,20})?|últimas notícias|relacionad[ao]s|as mais (lidas|vistas)|lo más (leído|visto|popular|comentado)( .{0,20})?|te puede interesar|también te puede interesar|más noticias|últimas noticias|i più letti|le più lette|potrebbe interessarti|les \+ lus|das könnte (sie|dich) .{0,30}|(am )?meist(en)? (gelesene?n?|geklickt)( .{0,20})?|mest (lest|läst|læst)( .{0,20})?)\W*$",
        r"^\W*(najczęściej czytane|najpopularniejsze|popularne|polecane|powiązane|podobne( .{0,20})?|(en )?çok (okunan|tıklanan|konuşulan)(lar)?( .{0,20})?|son haberler|benzer haberler|yorumlar?|\d+ (yorum|komentarz\w*|comentários?|comentarios?|kommentare?|commentaires?|комментари\w+|коментар\w+|σχόλια|תגובות|टिप्पणि\w+|点评论|条评论|件のコメント)|nejčtenější|související|legolvasottabb|cele mai citite|найпопулярніше|схожі новини|коментарі)\W*$",
        r"^\W*((τα )?(πιο )?(δημοφιλή|διαβασμένα)|σχετικά( άρθρα)?|σχόλια|הנקראות ביותר|הנצפות ביותר|כתבות (קשורות|נוספות)|אולי יעניין אותך|עוד (כתבות|בנושא|באתר).{0,20}|תגובות|सबसे (ज़्यादा|ज्यादा|अधिक) पढ़.{0,12}|संबंधित (खबरें|ख़बरें|लेख)|टिप्पणियाँ|الأكثر (قراءة|مشاهدة)|اقرأ أيضا?ً?)\W*$",
        r"^\W*((アクセス|人気|記事)ランキング|ランキング|人気(の)?記事|よく読まれている.{0,8}|関連(記事|ニュース)|おすすめ(の)?記事|コメント|热门(排行|文章|新闻|推荐)?|热点|排行榜|点击排行|相关(新闻|阅读|文章|报道|推荐)|猜你喜欢|网友评论|热门评论|評論|熱門.{0,4}|많이 본 (뉴스|기사)|인기 ?기사|관련 ?(기사|뉴스)|댓글)\W*$",
    ])
});
/// What adverts are labelled with.
macro_rules! adverts {
    () => {
        "advertisement|advertising|advert|sponsored( content)?|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|advertentie|annonse|annons|annonce|reklama|mainos|реклама|إعلان|إعلانات|reklam|広告|广告|廣告|광고|פרסומת|विज्ञापन|διαφήμιση"
    };
}
/// Labels of adverts, and nothing else.
static ADVERTS: LazyLock<Regexes> = LazyLock::new(|| set(&[concat!(r"^\W*(", adverts!(), r")\W*$")]));
/// Short labels of the page's machinery: the whole line says nothing else.
static LABELS: LazyLock<Regexes> = LazyLock::new(|| {
    set(&[
        concat!(
            r"^\W*(ad|ads|",
            adverts!(),
            r"|continue reading( below)?|article continues (below|after).{0,30}|story continues (below|after).{0,30}|scroll to continue.{0,40}|skip (to )?(main )?(content|advertisement)|skip advert(isement)?)\W*$"
        ),
        r"^\W*(share|share (this|on|via|article|story|page)\b.{0,30}|teilen|partager|compartir|condividi|compartilhar|delen|udostępnij|поделиться|مشاركة|شارك|tweet|email|e-mail|print|drucken|imprimer|imprimir|save|copy link|link copied|copied|follow us.{0,30}|like|facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|flipboard|x|messenger|vk|ok|bookmark|listen|listen to (this )?(article|story)|play|pause|close|open|menu|back to top|gift (this )?article|add (us )?(on|to) google.{0,30}|set as preferred source.{0,30})\W*$",
        r"^\W*((image|photo|picture|video|gallery|slideshow|bild|foto|fotos|photos|images?)( (caption|source|credit|copyright))?|caption)\W*$",
        r"^\W*(skip to .{0,40}|view (all|more)|show (more|all|less)|load more.{0,20}|see (more|all)|read more|more|mehr|weiter|weiterlesen|lire plus|voir plus|leer más|ver más|leggi tutto|more info|learn more|click here|tap here|next|previous|prev|zurück|подробнее|المزيد)\W*$",
        r"^\W*(tags?|topics?|themen|schlagworte|schlagwörter|mots[- ]clés|sujets|etiquetas|temas|argomenti|теги|темы|keywords|filed under|categories|in this (article|story)|الكلمات المفتاحية|وسوم)\W*(:.*)?$",
        r"^\W*(sign in|log in|login|subscribe|register|anmelden|abonnieren|s'abonner|s'inscrire|suscríbete|iscriviti|abbonati|abonnez-vous.{0,40}|jetzt abonnieren|subscribe now|sign up|подписаться|اشترك)\W*$",
        r"^[\d.,\s]*[kKmM]?\+?\s*(comments?|shares?|views?|likes?|reads?|replies|reactions?|retweets?|followers?|votes?|kommentare?|commentaires?|partages?|comentarios?|commenti|aufrufe|vues|просмотр\w*|комментари\w*|مشاهدة|تعليق\w*|تعليقات|reacties|members?|online)\W*$",
        r"^\W*[\d.,\s]+[kKmM]?\s*(people|readers?|users?|visitors?|others|viewers?)\s+(are |is |also )?(currently |now |here )?(reading|viewing|watching|looking at|online|on this|here)\b.{0,50}$",
        r"^\W*[\d.,\s]+\s*(leser\w*|personen|leute|nutzer\w*) (lesen|sehen|schauen)\b.{0,50}$|^\W*[\d.,\s]+\s*(personnes|lecteurs|internautes) (lisent|consultent|regardent)\b.{0,50}$|^\W*[\d.,\s]+\s*(personas|lectores|usuarios|pessoas|leitores|persone|lettori) (est[áã]o?n?|leen|leyendo|lendo|stanno|leggono)\b.{0,50}$|^\W*[\d.,\s]+\s*(человека?|читател\w+) (сейчас )?(чита\w+|смотр\w+)\b.{0,50}$",
        r"^\W*(comments?|views?|shares?|kommentare?|commentaires?|комментари\w*|просмотр\w*)\W*\(?[\d.,\s]*\)?\W*$",
        r"^\W*\d+\s*(min(ute)?s?|minuten|minutes?|мин\w*|دقائق|دقيقة)\.?\s*(read|lesezeit|de lecture|de lectura|di lettura|чтения|قراءة)?\W*$",
        r"^\W*((estimated )?reading time|read(ing)? time|time to read|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo de leitura|tempo di lettura|leestijd|lästid|lesetid|okuma süresi|czas czytania|время (на )?чтени[яе])\W{0,3}(ca\.? |approx\.? |about |< ?)?\d+\s*\p{L}{0,12}\.?\W*$",
        r"^\W*(©|\(c\)|copyright\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|все права защищены|جميع الحقوق)",
        r"^[\W\d_]*$",
        r"^\W*(advert(isement)?|anzeige|publicidad|publicidade|publicité|reklam[aę]?|реклама|広告|广告|광고|פרסומת|विज्ञापन|διαφήμιση)\s*[:：].{0,80}$",
        r"^\W*(publicidade|διαφήμιση|פרסומת|विज्ञापन|广告|廣告|광고|image source.{0,60}|press release|live|paylaş|podziel się|udostępnij|κοινοποίηση|שתפו|שיתוף|साझा करें|シェア|分享|공유)\W*$",
        r"^\W*(责任编辑|責任編輯|编辑|編輯|責編|责编|校对|审核|संपादन|संपादक|עריכה|επιμέλεια|redakcja|redaktor prowadzący|edição|edición|editör)\s*[:：].{0,30}$",
        r"^\W*(編集部|本报讯|本网讯)\W*$",
        r"^\W*(来源|來源|出典|출처|źródło|kaynak|fonte|fuente|πηγή|स्रोत|מקור)\s*[:：].{0,40}$",
        r"^[\d.,\s]*\w{0,3}\s*(visualizações|visualizaciones|görüntülenme|okunma|wyświetle\w+|odsłon|προβολές|צפיות|बार देखा गया|次(浏览|阅读)|人(阅读|参与|評論|评论)|閲覧|조회(수)?|reading now|readers? online|lendo agora|kişi okuyor)\W*[\d.,\s]*$",
        r"(版权所有|無断転載|未经许可|不得转载|転載を禁|무단 ?전재|סעיף זכויות|כל הזכויות שמורות|सर्वाधिकार सुरक्षित|wszelkie prawa zastrzeżone|tüm hakları saklıdır|todos os direitos reservados|με επιφύλαξη|copyright \d{4}\W*$)",
        r"^\W*(archivado en|tags?|etiquetas|schlagworte|mots-clés|теги|etiketler|tagi|关键[字词]|關鍵字|キーワード|विषय|תגיות|ετικέτες)\s*[:：].{0,120}$",
    ])
});
/// Calls to subscribe, sign up, follow, accept: sentences, but not the article's.
static CALLS: LazyLock<Regexes> = LazyLock::new(|| {
    set(&[
        // what a player, a printer and a template leave behind
        r"^\W*we apologi[sz]e,? but (this|the) (video|player|audio)\b|^\W*(this|the) (video|audio|player) (has )?failed to load\W*$",
        r"^\W*diese[rs]? (artikel|seite|beitrag) wurde (aus)?gedruckt (unter|von|am|aus)\b|^\W*(this (page|article) was |)printed from\W|^sie lesen gerade auf die zweitbeste art\b",
        r"^\s*(\$\$[\w .:-]{2,40}\$\$|\{\{[\w .:-]{2,40}\}\}|%%[\w .:-]{2,40}%%)\s*$",
        r"^\W*([大中小]字[号號]|分享(让|讓)更多人看到)\W*$",
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
        r"^\W*(please )?enable javascript|javascript (is )?(disabled|required)|this slideshow requires javascript|your browser (does not|doesn't) support|this video (is not|isn't|can ?not|file cannot)|media playback is (not supported|unsupported)|sorry, (this|the) video",
        r"^\W*(got a (news )?tip|do you have (a|any) (story|information)|have you been affected|contact us at|e-?mail us at|send (your )?(tips|stories) to|support (our|independent) journalism|make a (donation|contribution))",
        r"^\W*(photograph|photo|picture|image|foto|fotó|photos?|bild|quelle|crédit|credit|crédits?|фото|الصورة)\s*(by|credit|source|copyright|von|de|par)?\s*:",
        r"^\W*(dear reader|before you go|since you('re| are) here|we have a (small )?favou?r|(get|sign up (to|for)|subscribe to|join) (the|our|my) [\w' ]{2,40}$|our (free|flagship|daily|weekly) newsletter|by (signing up|subscribing|registering|entering your)|you can unsubscribe|unsubscribe at any time|your email address|no spam|become a (member|supporter|friend)|support (us|our)\b|enjoy(ing|ed)? (this|our)|like (this|what you)|the (best|day|top|morning|week)('s)? .{0,60}(your|to you(r)?) inbox|delivered .{0,30}inbox|(sent|straight|direct(ly)?) to your inbox)",
        r"\b((straight|direct(ly)?|delivered|right) (in)?to your inbox|in your inbox|sign up (here|now|today)\W*$|subscribe (here|now|today)\W*$)",
        r"(^\W*receba (a |as |o |os )?(nossa|nosso|principais|newsletter|notícias)|na sua caixa de entrada|ao se (inscrever|cadastrar)|cadastre-se|assine (a |nossa )?newsletter|en tu (correo|bandeja)|^\W*recibe (en|cada|nuestr\w+)|al (suscribirte|registrarte|inscribirte)|apúntate a (la|nuestr))",
        r"(bülten(imiz)?e? ?(abone|kayıt|üye)|e-?posta kutunu\w+|kaydol(arak|un)|abone olarak|kullanım koşullarını|bizi takip edin|haberlerden haberdar|zapisz się (na|do)|newsletter(a|ze|u)?\W*$|(w|na) (twojej|swojej|twoją) skrzyn\w+|zapisując się|obserwuj nas|polub nas|meld (deg|je|dig) (på|aan)|schrijf (je|u) in|prenumerera på|tilmeld dig|odebírejte|iratkozz|abonează-te|підпи(шіться|суйтесь) на)",
        r"(εγγραφ(είτε|ή) (στο|για)|ενημερωτικό δελτίο|ηλεκτρονικό σας ταχυδρομείο|στο (email|inbox) σας|με την εγγραφή|όρους χρήσης|ακολουθήστε (μας|το)|הירשמו (ל|כדי לקבל)|לניוזלטר|הניוזלטר|לתיבת (הדואר|המייל)|עקבו אחרינו|בהרשמה|न्यूज़?लेटर|हमें फॉलो|अपने इनबॉक्स|सब्सक्राइब करें|النشرة البريدية|بريدك الإلكتروني|اشترك (الآن|في))",
        r"(ニュースレター|メールマガジン|メルマガ|(登録|購読)(は|する|して)こちら|フォロー(する|して)|订阅.{0,8}(通讯|邮件|电子报|简报|公众号)|关注(我们|公众号|微信)|(下载|打开).{0,8}(APP|客户端)|发送到您的邮箱|電子報|뉴스레터|구독(하기|하세요)|이메일로 받아)",
        r"^\W*(abonnier(e|en sie)|folg(e|en sie|st du)|follow us|join us|suivez-nous|rejoignez|síguenos|únete|seguici|iscriviti|siga-nos|entre no)\b.{0,80}\b(whatsapp|telegram)\b|(^|[.!?:])\W*(jetzt |hier |bitte )?(abonniere|folge|follow|join)\b.{0,30}\b(whatsapp|telegram)[- ](kanal|channel)\b",
        r"^\W*(this content is|this article is|content) (only )?(reserved|exclusive) (for|to) (our )?subscribers|subscribe (now )?to (read the latest|unlock)",
        r"\b(ich|sie) (können|kannst) .{0,30}abbestellen|mit der anmeldung|in ihr(em)? postfach|en vous inscrivant|dans votre boîte|se désinscrire|nella tua (casella|posta)|iscrivendoti",
    ])
});
/// What asks for consent to cookies.
static CONSENT: LazyLock<Regexes> = LazyLock::new(|| {
    set(&[
        r"\b(use[sd]?|using|store|set)\b.{0,30}\bcookies\b",
        r"\b(verwende\w*|nutz\w+|setz\w+|utilis\w+|utiliz\w+|usa(mos|re)?|gebruik\w*|använder|bruger|bruker|używa\w*|использу\w+)\b.{0,30}\bcookies?\b",
    ])
});
/// A time of day.
macro_rules! clock {
    () => {
        r"^\W*\d{1,2}[:.]\d{2}\s*(am|pm|uhr|a\.m\.|p\.m\.)?\s*([A-Z]{2,4})?\W*$"
    };
}
static CLOCK: LazyLock<Regexes> = LazyLock::new(|| set(&[clock!()]));
/// Dates, alone or with a label.
static DATES: LazyLock<Regexes> = LazyLock::new(|| {
    set(&[
        r"^\W*((first )?published|posted|updated|last (updated|modified|edited)|modified|created|issued|date|veröffentlicht|aktualisiert|stand|erstellt|publié|mis à jour|modifié|publicado|actualizado|pubblicato|aggiornato|atualizado|gepubliceerd|bijgewerkt|publisert|oppdatert|publicerad|uppdaterad|опубликовано|обновлено|дата|نشر|تاريخ النشر|آخر تحديث)\b.{0,60}\d.{0,40}$",
        r"^\W*((just now|yesterday|today|moments ago)|(about |over )?(\d+|an?|one|two|three) ?(s|m|h|d|w|sec\w*|min\w*|hours?|hrs?|days?|weeks?|months?|years?)\b( (ago|later|earlier))?( \W.{0,20})?)\W*$",
        r"^\W*(vor (\d+|einer|einem) (sekunden?|minuten?|stunden?|tag(en)?|wochen?|monat(en)?)|il y a (\d+|une?) \w+|hace (\d+|una?) \w+|\d+ \w+ fa|há \d+ \w+|(\d+ )?(секунд|минут|час|день|дня|дней|недел|месяц)\w* назад|(منذ|قبل) .{1,20})\W*$",
        r"^\W*((mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|пон|вто|сре|чет|пят|суб|вос)\w*[.,]?\s+)?(\d{1,2}(st|nd|rd|th)?[./-]?\s*(\p{L}+|\d{1,2})[./-]?,?\s*(\d{4}|\d{2})|\p{L}+\.?\s+\d{1,2}(st|nd|rd|th)?,?\s+\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})([,|@\s–-]*(at|um|à|a las|kl\.?)?\s*\d{1,2}[:.h]\d{2}.{0,30})?\W*$",
        clock!(),
        r"^\W*(((opublikowan\w+|zaktualizowan\w+|publicado|publicada|atualizado|atualizada|publicad[oa] (el|em)|yayınlan\w+|güncellen\w+|δημοσιεύ\w+|ενημερώθηκε|פורסם( בתאריך)?|עודכן|प्रकाशित|अपडेट|опубліковано|оновлено|发布(时间)?|更新(时间)?|公開|配信|掲載|更新日?|입력|수정|기사입력)\b?)[:：]?.{0,60}\d.{0,30})$",
        r"^\W*\d{4}\s*[年.년]\s*\d{1,2}\s*[月.월]\s*\d{1,2}\s*[日.일]?.{0,16}$",
        r"^\W*(\d+ (saat|dakika|gün|hafta|ay) önce|\d+ (godzin\w*|minut\w*|dni|tygodni\w*) temu|(há|hace|vor|il y a) \d+ \w+|πριν (από )?\d+ \w+|לפני \d+ \S+|\d+ \S+ (पहले)|\d+\s*(分|時間|日|小时|分钟|天|周)前|\d+(분|시간|일) 전|\d+ (годин\w*|хвилин\w*|дні\w*) тому)\W*.{0,40}$",
    ])
});

/// Why a leaf that stands among the body's is furniture by its wording, if it is.
pub(crate) fn furniture(leaf: &Leaf, bylines: &[String]) -> Option<&'static str> {
    let text = &*leaf.text;
    if let Some(reason) = label(text) {
        return Some(reason);
    }
    if leaf.pieces.len() > 1 {
        if leaf.chars < 300 && leaf.pieces.first().is_some_and(|(t, _)| is_advert_label(t)) {
            return Some(ADVERT);
        }
        let labels = leaf.pieces.iter().filter(|(t, _)| label(t).is_some()).count();
        let links = leaf.pieces.iter().filter(|(t, link)| *link || label(t).is_some() || is_byline(t, bylines)).count();
        let says = leaf.pieces.iter().any(|(t, _)| t.chars().any(char::is_alphabetic) && label(t).is_some());
        let is_mark = |t: &str| !t.chars().any(char::is_alphanumeric);
        if leaf.pieces.iter().any(|(t, link)| *link && !is_mark(t)) && leaf.pieces.iter().all(|(t, l)| *l || is_mark(t))
        {
            return Some("a row of links");
        }
        if says && labels > 0 && links == leaf.pieces.len() {
            return Some("a row of labels");
        }
    }
    if leaf.chars < 100 && ENDS.is_match(text) {
        return Some(END);
    }
    if leaf.chars < 400
        && OTHERS.is_match(text)
        && (leaf.link_chars > 0 || leaf.chars < 60 || !ends_like_sentence(text))
    {
        return Some(OTHER_PIECES);
    }
    if leaf.chars < 300 && CALLS.is_match(text) {
        return Some(CALL);
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
    (chars < 300 && CALLS.is_match(text)).then_some(CALL)
}

/// Whether a leaf asks for consent to cookies: it may be the page's longest, and is not its text.
pub(crate) fn asks_consent(leaf: &Leaf) -> bool {
    leaf.chars < LONGEST_CONSENT && CONSENT.is_match(&leaf.text)
}

/// Whether a line is a rule drawn with marks: agencies part the sections of a report by `___`, others by `***`.
pub(crate) fn is_rule(text: &str) -> bool {
    let mut marks = text.chars().filter(|c| !c.is_whitespace());
    let first = marks.next().filter(|c| matches!(c, '_' | '*' | '=' | '~' | '-' | '–' | '—'));
    first.is_some_and(|first| text.chars().filter(|c| *c == first).count() >= 3 && marks.all(|c| c == first))
}

/// Whether a line is a time of day and nothing else, as it stands above an entry of a report that is added to.
pub(crate) fn is_clock(text: &str) -> bool {
    text.len() < 40 && CLOCK.is_match(text)
}

/// Why a line is a label of the page's machinery, a counter or a date, if it is.
pub(crate) fn label(text: &str) -> Option<&'static str> {
    if text.len() > 240 || is_rule(text) {
        return None;
    }
    if LABELS.is_match(text) {
        return Some("a label");
    }
    DATES.is_match(text).then_some(DATE)
}

/// Whether a piece is nothing but an advert's label, set as one: between marks, or in capitals.
fn is_advert_label(piece: &str) -> bool {
    let is_set = piece.contains(['-', '–', '—', ':', '*', '[', '|', '•']) || !piece.chars().any(char::is_lowercase);
    is_set && ADVERTS.is_match(piece)
}

/// A line that holds nothing beyond the authors' names and small words.
fn is_byline(text: &str, bylines: &[String]) -> bool {
    let mut rest = text.to_lowercase();
    let mut hit = false;
    for name in bylines {
        // one word alone may be any word of a sentence
        let full = name.split_whitespace().count() > 1 || text.split_whitespace().count() <= 3;
        let name = name.to_lowercase();
        if full && rest.contains(&name) {
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
