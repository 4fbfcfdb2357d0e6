//! What walls, errors and empty shells say, in the languages of the readers.
//!
//! Scripts without spaces between words (Chinese, Japanese) take no word boundaries in their patterns.

use std::sync::LazyLock;

use text::Regexes;

use crate::wording::set;

/// Headings of block pages and bot checks.
pub(crate) static BLOCKED: LazyLock<Regexes> = LazyLock::new(|| {
    set(&[
        r"^\W*(access (is |has been )?(denied|forbidden|blocked|restricted)|403 forbidden|forbidden|request (access|blocked|denied|rejected)|attention required|just a moment|pardon our interruption|one more step|human verification|security (check|verification)|ddos.guard|bot verification|are you (a )?(robot|human)|robot or human|you have been blocked|blocked|too many requests|429 too many|client challenge|checking your browser|please verify|validation request|sorry, you have been blocked)\b",
        r"\b(not a robot|you are (a )?human|prove (that )?you'?re? (are )?(human|not)|unusual (traffic|activity) from|automated (access|requests|traffic)|complete the captcha|solve the captcha|request blacklist|error: the request could not be satisfied|kein roboter|pas un robot|no eres un robot|non sei un robot|вы не робот|не робот|لست روبوت|zugriff (verweigert|gesperrt)|accès (refusé|interdit)|acceso denegado|accesso negato|доступ (запрещ[её]н|ограничен)|تم رفض الوصول|الوصول مرفوض)\b",
        r"(não é um robô|nie (jesteś|jest pan\w*) robotem|jesteś człowiekiem|robot olmadığınız|geen robot|inte (är )?en robot|ikke (er )?en robot|nejste robot|nem (vagy )?robot|nu (ești|sunteți) (un )?robot|не є роботом|ви не робот|δεν είστε ρομπότ|(אינ(ך|כם|ני)|לא) רובוט|रोबोट नहीं|ロボットではない|不是机器人|不是機器人|로봇이 아닙니다|로봇이 아님)",
        r"(unusual (traffic|activity)|suspicious (traffic|activity)|tráfico inusual|tráfego incomum|atividade (incomum|suspeita)|trafic inhabituel|ungewöhnliche[rn]? (datenverkehr|aktivität\w*|zugriffe)|traffico anomalo|nietypowy ruch|olağan ?dışı (trafik|etkinlik)|подозрительн\w+ (активность|трафик)|необычн\w+ трафик|ασυνήθιστη (κίνηση|δραστηριότητα)|异常访问|異常なアクセス|不審なアクセス|비정상적인 (접근|트래픽)|תעבורה חריגה|असामान्य (ट्रैफ़िक|गतिविधि))",
        r"^\W*(checking (that|whether|if) (you|the (site )?connection)|verif(y|ying) (that )?(you|your)|press & hold|(are|prove) you (are )?a (person|human|robot)|are you (a |really )?(person|human)|sicherheitsüberprüfung|vérification de sécurité|verificación de seguridad|verificação de segurança|controllo di sicurezza|sprawdzamy|weryfikacja|güvenlik (kontrolü|doğrulaması)|проверка (безопасности|браузера)|перевірка безпеки|έλεγχος ασφαλείας|בדיקת אבטחה|सुरक्षा जाँच|セキュリティ(チェック|確認)|安全验证|安全驗證|请完成.{0,6}验证|人机验证|보안 확인)",
    ])
});
/// "Not found", "no longer available".
pub(crate) static GONE: LazyLock<Regexes> = LazyLock::new(|| {
    set(&[
        r"^\W*(error )?(404|410)\b",
        r"\b(404( error| -|:| \|)|(page|article|story|content|file|document|post|site)( you('re| are) looking for)?( \w+){0,4} ((can ?not|could not|couldn'?t|can'?t) be found|(was|is) not found|not found|no longer (available|exists?)|(is not|isn'?t) (available|here)|does(n'?t| not) exist|has been (removed|deleted|taken down|withdrawn)|unavailable)|we (can'?t|could ?n[o']t|can ?not) find (the|that|this|your)( \w+)? (page|article|story)|page (not found|missing|gone)|nothing (was )?found)\b",
        r"\b((seite|artikel|inhalt|beitrag)( \w+){0,3} (nicht gefunden|nicht mehr verfügbar|existiert nicht|nicht verfügbar)|(page|article|contenu)( \w+){0,4} (introuvable|n'existe (pas|plus)|n'est (pas|plus) disponible|non trouvée?)|(página|artículo|pagina|noticia|articolo|artigo)( \w+){0,4} (no (encontrad[oa]|existe|está disponible)|non (trovat[oa]|esiste|disponibile)|não (encontrad[oa]|existe|está disponível))|pagina niet gevonden|nie znaleziono|siden (ble )?ikke (funnet|fundet)|sidan (kunde inte hittas|hittades inte)|sayfa bulunamadı)",
        r"((страница|статья|материал|новость|запись)( \w+){0,3} (не найден[ао]?|не существует|удал[её]н[ао]?|недоступн[ао]?|больше не)|сторінк\w+ не знайден)",
        r"((الصفحة|المقال|الخبر|المادة)( [\p{L}]+){0,3} (غير موجود|غير متاح|لم يعد|غير متوفر)|لم يتم العثور|لا يمكن العثور)",
        r"(nie udało się (znaleźć|odnaleźć)|(strona|strony|artykuł\w*|treś\w+)( \w+){0,4} (nie (istnieje|została? znaleziona?|jest dostępn[ay])|został[ao]? usunięt[aey])|(stránka|článek)( \w+){0,3} (nenalezena?|neexistuje)|az oldal nem (található|létezik)|pagina nu (a fost găsită|există)|(sayfa|haber|içerik)( \w+){0,4} (bulunamadı|mevcut değil|kaldırıl\w+|yayında değil)|(página|notícia|matéria|conteúdo)( \w+){0,5} (não (existe|foi encontrad[ao]|está (mais )?disponível)|foi removid[ao]))",
        r"((σελίδα|άρθρο|περιεχόμενο)( [\p{L}]+){0,4} (δεν (βρέθηκε|υπάρχει|είναι (πλέον )?διαθέσιμ\w+))|(העמוד|הדף|הכתבה|התוכן)( [\p{L}]+){0,4} (לא (נמצא\w?|קיי\w+|זמי\w+)|הוסר\w?|אינ\w+ (קיי\w+|זמי\w+))|(पेज|पृष्ठ|खबर|ख़बर|लेख|सामग्री)( [\p{L}\p{M}]+){0,3} (उपलब्ध नहीं|नहीं मिल|मौजूद नहीं|हटा दी))",
        r"((ページ|記事|コンテンツ|URL)(は|が).{0,12}(見つかりません|存在しません|ありません|削除され|終了し)|お探しの(ページ|記事)|(页面|頁面|内容|內容|文章|网页)(不存在|已被?删除|未找到|找不到|已下线|可能已被删除|不見了)|(找不到|无法找到).{0,8}(页面|頁面|文章|内容)|(페이지|기사)(를|을|가|이)? ?(찾을 수 없|존재하지 않|삭제))",
        r"\b(it|this|the|that|page|article|story|link) (may|might|could|has|have)( have)?( been)? (moved|(been )?(removed|deleted|taken down))\b|\b(gone missing|no longer (here|online|on (the|our|this))|nothing (to see )?here)\b",
    ])
});
/// Errors and maintenance.
pub(crate) static BROKEN: LazyLock<Regexes> = LazyLock::new(|| {
    set(&[
        r"^\W*(error )?(500|502|503|504)\b|^\W*error\W*$|^\W*error \d{3}\b",
        r"\b(internal server error|bad gateway|service (temporarily )?unavailable|gateway time-?out|something (has gone|went) wrong|technical (difficulties|problems?)|error establishing a database|temporarily (unavailable|down)|down for maintenance|under maintenance|scheduled maintenance|an error (has )?occurred|application error|server error|oops)\b",
        r"(serverfehler|wartungsarbeiten|technische(r|s|n)? (fehler|störung|probleme?)|etwas ist schief|erreur (interne|serveur|technique)|une erreur|en maintenance|error del servidor|algo salió mal|error interno|errore (interno|del server)|ошибка сервера|технические работы|что-то пошло не так|произошла ошибка|حدث خطأ|خطأ في الخادم|صيانة)",
        r"(erro (interno|do servidor)|algo deu errado|em manutenção|błąd serwera|coś poszło nie tak|przerwa techniczna|sunucu hatası|bir şeyler ters gitti|bakım çalışması|помилка сервера|технічні роботи|σφάλμα (διακομιστή|συστήματος)|κάτι πήγε στραβά|שגיאת שרת|משהו השתבש|तकनीकी (समस्या|खराबी)|サーバーエラー|エラーが発生|メンテナンス中|服务器错误|系统维护|出错了|서버 오류|점검 중)",
    ])
});
/// Headings of consent dialogs.
pub(crate) static CONSENT: LazyLock<Regexes> = LazyLock::new(|| {
    set(&[
        r"^\W*(before you continue|we value your privacy|your privacy( choices| matters| is important)?|cookie (consent|wall|settings|preferences|choices)|privacy (gate|wall|settings|choices|preferences)|consent( management| required)?|we (need|care about) your (consent|privacy)|manage (your )?(privacy|consent|cookies)|accept cookies|choose how we use)",
        r"^\W*(bevor sie (fortfahren|weiterlesen)|ihre (privatsphäre|zustimmung|daten)|wir (brauchen|benötigen) ihre (zustimmung|einwilligung)|mit werbung (und cookies )?(weiterlesen|nutzen)|cookies? (zustimmen|akzeptieren)|datenschutz\W*$|einwilligung|zustimmung)",
        r"^\W*(avant (de|d'accéder|toute chose)|votre (vie privée|consentement)|nous (respectons|avons besoin de) votre|gestion (des cookies|du consentement)|accepter les cookies|tu (privacidad|consentimiento)|antes de continuar|prima di (continuare|proseguire)|la tua privacy|valorizamos (sua|tu))",
        r"^\W*(прежде чем продолжить|мы (ценим|уважаем) (вашу|вашe)|согласие на|использование (файлов )?cookie|قبل المتابعة|قبل أن تتابع|خصوصيتك|ملفات تعريف الارتباط)",
        r"^\W*(your (data|choices?|privacy|cookies?)\b|(we|our) (use|and our).{0,30}(cookies|partners)|cookies\b|szanujemy twoją|twoja prywatność|zgoda na|prywatność|valorizamos (a )?sua|sua privacidade|privacidade|privacidad|gizlili|çerez|veri (politika|tercih)|wij (waarderen|respecteren)|uw privacy|privacy\W*$|vi (värnar|bryr|respekterer|respekterar)|din (integritet|personvern)|vážíme si|az ön adat|ваша (конфіденц|приватн)|ми (цінуємо|поважаємо)|σεβόμαστε|απόρρητο|η ιδιωτικότητ|הפרטיות|פרטיות|עוגיות|आपकी (गोपनीयता|निजता)|गोपनीयता|कुकी)",
        r"^.{0,12}(クッキー|プライバシー|個人情報|同意|隐私|隱私|个人信息|Cookie|쿠키|개인정보)",
    ])
});
/// Matters that consent dialogs speak of, a pattern for each.
pub(crate) static COOKIES: LazyLock<Regexes> = LazyLock::new(|| {
    set(&[
        r"\bcookies?\b|cookie(を|の|以|。)|使用Cookie|クッキー|çerez\w*|עוגיות|कुकी\w*|쿠키|файл\w+ cookie|ملفات تعريف الارتباط|coockies",
        r"\b(partners?|partnern?|partnerz\w+|partenaires|socios|parceiros|partner\w*|партн[её]р\w*|شركا\w+|συνεργάτ\w+|ortaklar\w*)\b|שותפ|साझेदार|パートナー|合作伙伴|파트너",
        r"\b(consent|einwilligung|zustimmung|consentement|consentimiento|consentimento|consenso|соглас\w+|згод\w+|موافق\w*|zgod[aęyą]|toestemming|samtykke|samtycke|souhlas\w*|hozzájárul\w*|συγκατάθεσ\w+|rıza\w*)\b|הסכמ|सहमति|सहमत|同意|동의",
        r"\b(accept|agree|reject|akzeptieren|ablehnen|zustimmen|accepter|refuser|acepta\w*|aceptar|rechazar|aceit[ae]\w*|accetta|принять|отклонить|прийняти|قبول|رفض|akceptuj\w*|kabul|συμφωνώ|αποδοχή|accepteren|godkänn|godta)\b|מסכים|לאשר|स्वीकार|承諾|接受|수락",
        r"\b(device|gerät|appareil|dispositivos?|устройств\w+|пристро\w+|جهازك|urządzeni\w+|cihaz\w*|συσκευ\w+|apparaat|enhet)\b|מכשיר|डिवाइस|端末|デバイス|设备|기기",
        r"\b(advertising|ads|personali[sz]ed|werbung|publicité|publicidad\w*|anúncios|реклам\w+|الإعلانات|reklam\w*|διαφημίσ\w+)\b|広告|广告|광고|פרסום|विज्ञापन",
        r"\b(privacy|privatsphäre|datenschutz|vie privée|privacidade?|prywatnoś\w+|gizlili\w+|personvern|integritet|конфиденц\w+|конфіденц\w+|خصوصي\w+|ιδιωτικότητ\w+|απόρρητ\w+|personal data|danych osobowych)\b|פרטיות|गोपनीयता|निजता|プライバシー|隐私|隱私|개인정보",
        r"\b(manage|settings|preferences|options|choices?|einstellungen|paramètres|ajustes|configur\w+|ustawieni\w+|ayarlar\w*|настройк\w+|ρυθμίσεις|instellingen|inställningar)\b|הגדרות|सेटिंग|設定|设置|설정",
    ])
});
/// A wall in front of the rest of an article.
pub(crate) static WALL: LazyLock<Regexes> = LazyLock::new(|| {
    set(&[
        r"\b(subscribe|register|sign (in|up)|log in|become a (member|subscriber)|create (a free|an) account|start (a|your) (free )?trial)\b.{0,60}\b(to (continue|keep) reading|to (read|finish|access|unlock|see|view)( (the|this)( \w+)?| the rest of (the|this)| on)? (full )?(article|story|more|on|content)?|for (full|unlimited) access)",
        r"\b(to (continue|keep|go on) reading|to read (on|the (full|whole|rest)|this (article|story)|more))\b.{0,80}\b(subscri\w+|register|sign (in|up)|log ?in|member|account|free trial)",
        r"\b((this|the full|the rest of (the|this)|full) (article|story|content|piece|text|page) is (only |exclusively )?(for|available (only )?(to|for)|reserved for|limited to) (our )?(paying )?(subscribers|members|registered)|(subscriber|member)s?[- ](only|exclusive)|you('ve| have) (reached|used|read) (your|all|the) .{0,40}(limit|free (article|stor))|already a (subscriber|member)\?|^\W*for subscribers( only)?\W*$|this is a (premium|subscriber|paid))",
        r"\b(weiterlesen mit|jetzt (weiterlesen|freischalten|abonnieren und)|(diesen|den) (ganzen |vollständigen )?(artikel|text|beitrag)( \w+){0,4} (freischalten|weiterlesen|lesen mit)|nur für abonnent|exklusiv für abonnent|(lesen|weiter) .{0,20}mit (einem )?(abo|plus)\b|abonnieren.{0,40}(weiterzulesen|weiterlesen)|um (weiterzulesen|den (ganzen )?artikel)|bereits abonnent|sie haben .{0,40}(freien|kostenlosen) artikel|dieser (artikel|text|inhalt) ist (nur )?(für|unseren) )",
        r"\b((article|contenu|suite)( \w+){0,3} réservé[es]* (à nos |aux )?abonnés|il (vous )?reste .{0,20}(à lire|de cet article)|abonnez-vous pour (lire|continuer|accéder)|pour (lire la suite|continuer)( \w+)?,? .{0,40}abonn|déjà abonné|la suite (de cet article )?est réservée|connectez-vous pour lire)",
        r"\b((contenido|artículo|noticia) (exclusiv[oa]|solo|reservad[oa]) para (suscriptores|socios)|suscríbete para (seguir|continuar|leer)|para (seguir|continuar) leyendo|(articolo|contenuto) riservato agli abbonati|abbonati per (continuare|leggere)|per continuare a leggere|(conteúdo|matéria) exclusiv[oa] para assinantes|assine para (ler|continuar)|alleen voor abonnees|verder lezen\?|kun for abonnenter|för prenumeranter|tylko dla (abonentów|prenumeratorów)|dostęp dla prenumeratorów|(чтобы|для) (продолж\w+|прочитать|дочитать|чтения).{0,60}(подпи|оформите|войдите)|(материал|статья|текст) (доступ\w+|только) (только )?(для )?подписчик\w+|только для подписчиков|للمشتركين فقط|اشترك (لمتابعة|لقراءة|للاستمرار)|لمتابعة القراءة|هذا المحتوى (متاح|مخصص|للمشتركين))",
        r"\b(join|subscribe|sign (in|up)|log in|register|support us)\b.{0,80}\bto (keep|continue|go on) reading\b|\b(unlock|access) (this|the( (full|whole|rest of the|rest of this))?) (article|story|text)|\b(club|members?|subscribers?) (exclusive|only)\b|\b(the )?rest of (this|the) (article|story|post|text|page|piece) is\b|\b(subscribe|join) (now )?(for|to get) (the )?full\b|\bneed an account to read\b|\b(reached|hit) (your|the) (monthly |weekly )?(article )?limit\b|\bcontinue reading with a\b|\bthe full (story|article|text) is (available )?(for|to|in)\b|\bsubscribers can (read|log)\b|\bfree articles? (left|remaining)\b",
        r"((conteúdo|matéria|artigo|reportagem|texto)( \w+){0,3} (exclusiv[oa]|reservad[oa]|restrit[oa]|só|apenas|somente) (para|a|aos) (assinantes|membros)|exclusiv[oa] para (assinantes|quem assina)|(assine|cadastre-se|faça login|entre)\b.{0,60}\b(para|e) (continu\w+|ler|leia|siga)|para (continuar|seguir) (lendo|a ler)|já é assinante|só para assinantes|continue lendo)",
        r"(okumaya devam (et|ed)|devamını (okumak|oku)|(yalnızca|sadece) (abone|üye)|abonelere özel|abone(lik)? gerek|aboneyseniz|haberin devamı)",
        r"((tylko|wyłącznie) dla (prenumerator|abonent|subskrybent|zalogowan)\w*|aby (czytać|przeczytać) (dalej|całość|więcej)|(zaloguj się|wykup|zasubskrybuj)\b.{0,60}\b(czytać|przeczytać|dostęp)|dalsza część (artykułu|tekstu)|pro (předplatitele|členy)|csak előfizetőknek|doar pentru abonați|(endast|bara) för (prenumeranter|medlemmar)|kun for (abonnenter|medlemmer)|(alleen|exclusief) voor (abonnees|leden)|om verder te lezen|lees verder met|(logga in|logg inn|log ind)\b.{0,30}\b(läsa|lese|læse))",
        r"((лише|тільки) для (передплатник|підписник)\w*|щоб (читати|дочитати) (далі|повністю)|щоб продовжити читання|чтобы (читать|дочитать) (дальше|далее|полностью|статью)|оформіть передплату|оформите подписку)",
        r"(μόνο (για|σε) (συνδρομητές|μέλη)|αποκλειστικά για συνδρομητές|συνδρομητές μόνο|συνεχίστε την ανάγνωση|για να (συνεχίσετε την|συνεχίσετε να|διαβάσετε (τη συνέχεια|ολόκληρο|περισσότερα))|αποκτήστε συνδρομή|γίνετε συνδρομητ)",
        r"(למנויים בלבד|(לקריאת|להמשך) (הכתבה|הקריאה)|(כדי )?להמשיך לקרוא|המשך הכתבה|(הירשמו|הצטרפו|התחברו).{0,30}(למינוי|כדי|לקרוא)|تسجيل الدخول لمتابعة|للمشتركين|خاص بالمشتركين|اشترك الآن لقراءة|لقراءة المقال كامل)",
        r"(केवल (सदस्यों|ग्राहकों|सब्सक्राइबर)|सदस्यता लें|आगे पढ़ने के लिए|पूरा पढ़ने के लिए)",
        r"(この記事は.{0,10}(会員|購読者|有料).{0,4}限定|続き(を|は).{0,16}(読む|ログイン|会員|登録)|残りの?.{0,10}(文章|文字)?.{0,6}(読む|は有料)|(会員登録|ログイン).{0,12}(してください|が必要)|(仅限|僅限|仅供|只限).{0,6}(订阅|訂閱|会员|會員|付费|用户)|(订阅|訂閱|登录|登入|付费|付費|开通会员).{0,10}(后|後)?.{0,4}(继续|繼續|阅读|閱讀|查看)|(继续|繼續|阅读|閱讀)(全文|阅读|閱讀).{0,10}(订阅|登录|请)|(구독자|회원|유료) ?(전용|만|기사)|계속 읽으(려면|세요)|로그인 후)",
    ])
});
/// Only scripts would bring the text.
pub(crate) static SCRIPT: LazyLock<Regexes> = LazyLock::new(|| {
    set(&[
        r"\b((enable|turn on|requires?|needs?|activate|aktivieren sie|activer|activez|active|habilit\w+|включите|فعّل|تفعيل)\b.{0,60}javascript|javascript.{0,60}\b(enabled?|disabled|required|deaktiviert|aktivieren|désactivé|activer|deshabilitado|отключ\w+|включ\w+|to (run|view|use|see))|loading\.{2,})",
    ])
});
