//! The phrases of notices, by kind and language, as regular expressions without case.
//!
//! Labels hold at the beginning and only before a stop, a bracket, a dash, a day or the end.
//! In phrases, `{doc}` stands for what an English notice calls the piece, `{gap}` for up to 60
//! characters. Word borders are written out: `\b` would take the matcher off its fast path.
//! A phrase earns its place by being something that only an outlet says of its own piece.

pub(crate) const CORRECTION_LABELS: &[&str] = &[
    "(?:a |note of )?corrections?(?: (?:note|notice|(?:and|&) (?:clarifications?|amplifications?|apology)|to (?:this|our|an?) [a-z ]{3,30}|of [a-z]+|made on))?|corrected|errat(?:um|a)", // en, fr, pt
    "our (?:mistake|error)|amplification|clarifications? (?:and|&) corrections?|apolog(?:y|ies)", // en
    "(?:korrektur|fehler)(?:hinweis|meldung|korrektur)?|korrigiert|(?:redaktionelle )?berichtigung|richtigstellung|korrektur (?:vom|am)", // de
    "rectificatifs?|correction|(?:nos )?erreurs?|correctif", // fr
    "fe de erro?r?(?:es|atas)|fe de erratas?|correcci(?:ón|on|ones)|rectificaci[oó]n|corregido|nota de corrección|enmienda", // es
    "corre[cç][cç]?[aã]o|correc[cç]ão|erramos|errámos|errata|retificação|corrigido|nota de correção", // pt
    "errata(?:[- ]corrige)?|rettifica|correzion[ei]|corretto|correzione del",                         // it
    "correcties?|rectificaties?|gecorrigeerd|herstel|correctie en aanvulling(?:en)?|verbetering",     // nl
    "исправлени[ея]|исправлено|опровержение|поправка|мы ошиблись|работа над ошибками|ошибка",         // ru
    "виправлення|виправлено|спростування|поправка|ми помилилися|помилка",                             // uk
    "đính chính",                                                                                     // vi
    "اصلاحیه",                                                                                         // fa
    "ralat",                                                                                          // id
    "sprostowanie|korekta|poprawka|errata|sprostowanie i przeprosiny",                                // pl
    "düzeltme(?: ve özür)?|düzeltme notu|tekzip|tashih|özür ve düzeltme",                             // tr
    "تصحيح(?: واعتذار| خطأ)?|تنويه(?: واعتذار)?|تصويب|استدراك|اعتذار",                                // ar
    "訂正|お詫びと訂正|おわびと訂正|訂正とお[わ詫]び|訂正します|修正",                                // ja
    "更正|勘误|勘誤|更正启事|更正與致歉|更正说明",                                                    // zh
    "정정|바로잡습니다|정정보도",                                                                     // ko
    "תיקון(?: טעות)?|הבהרה ותיקון",                                                                   // he
    "सुधार|भूल सुधार|संशोधन",                                                                             // hi
    "διόρθωση|επανόρθωση",                                                                            // el
    "rättelse|rettelse|oikaisu|korjaus",                                                              // sv, da, no, fi
    "oprava|opravujeme|helyesbítés|rectificare|erată",                                                // cs, hu, ro
];

pub(crate) const CORRECTION_PHRASES: &[&str] = &[
    // en
    r"^corrections? appended",
    r"^(?-i:CORRECTED|REFILE|CORRECTION|ADVISORY)[-: ]",
    r"^[(\[](?:corrects|fixes|refiles|removes|deletes) ",
    r"(?:corrections?|amendments?|changes?) (?:has|have|was|were) (?:been )?(?:made|appended|added|issued) (?:to|for|on) (?:this|our) {doc}",
    r"we (?:have|['’]ve) (?:made|issued|appended|added) (?:an? )?(?:corrections?|amendments?) (?:to|on|for) (?:this|our) {doc}",
    r"^\(?(?:corrige|rectifica|subsana|repite (?:para|con)|elimina|corrigida|corrigido|retifica|corregge|korrigiert|berichtigt|corrigeert|rectificatif|исправляет|исправлен[аоы]?|виправлен[аоы]?|koryguje|poprawia|prostuje|düzeltir|يصحح|تصحح) [^.]{0,60}(?:párraf|número|nombre|nombres|título|titular|cifra|fecha|apellido|cargo|parágrafo|nome|dado|data|valor|paragrafo|cognome|numero|cifra|absatz|name|zahl|überschrift|alinea|naam|getal|абзац|имен|фамили|цифр|дат|ім|прізвищ|akapi|nazwisk|liczb|dat|tytuł|paragraf|isim|الفقرة|اسم|رقم|thème|nom|chiffre|titre|paragraphe)",
    r"^\((?:corrige|rectifica|corrigida|corrigido|retifica|corregge|korrigiert|berichtigt|corrigeert|koryguje|poprawia|prostuje|düzeltir) ",
    r"^(?:corrects|refiles) (?:to |paragraphs?|day|date|name|spelling|title|headline|dateline|figure|number|typo)",
    r"this {doc}(?:'s headline|’s headline)? (?:has been|was|is) (?:since )?(?:corrected|amended)",
    r"this {doc} (?:has been|was) (?:since )?edited (?:on \d|to |after |since |following )",
    r"(?:headline|subheading|standfirst|caption) (?:of|on|to|in) this {doc} (?:has been|was) (?:corrected|amended|changed)",
    r"an? (?:earlier|previous|prior|original) version of this {doc}",
    concat!(
        r"an? (?:earlier|previous|prior|original) version of the (?:story|article){gap}",
        r"(?:misstated|misspelled|misidentified|misattributed|incorrectly|erroneously|wrongly|omitted)"
    ),
    r"we (?:regret|apologi[sz]e for) (?:the|this) (?:error|mistake)",
    r"due to (?:an editing|a production|an agency|a reporting) error",
    // de
    r"dies(?:er|en) (?:artikel|text|bericht|beitrag){gap}(?:korrigiert|berichtigt)",
    r"wir haben (?:das|dies|den fehler|die stelle|die angabe|die passage|den text){gap}(?:korrigiert|berichtigt|präzisiert)",
    // fr
    concat!(
        r"une (?:version (?:précédente|antérieure)|première version) de (?:cet article|ce texte){gap}",
        r"(?:indiquait|mentionnait|affirmait|précisait|comportait|attribuait)"
    ),
    r"cet article (?:a été )?(?:modifié|corrigé|rectifié) le",
    r"^article (?:modifié|corrigé|rectifié) le",
    // es
    r"una (?:versión|primera versión) (?:anterior|previa|inicial) de est[ae] (?:artículo|noticia|información|texto)",
    r"est[ae] (?:artículo|noticia|información) ha sido (?:corregid|modificad|rectificad)[oa]",
    // pt
    r"uma versão anterior d(?:est|ess)[ea] (?:texto|reportagem|notícia|artigo)",
    r"(?:este|esta) (?:texto|reportagem|matéria|notícia) foi (?:corrigid|alterad)[oa]",
    // it
    r"in una (?:precedente|prima) versione (?:di questo |dell['’])articolo",
    // nl
    r"in een eerdere versie van dit (?:artikel|bericht|stuk) (?:stond|werd)",
    // ru
    r"в (?:предыдущей|первоначальной|ранней) версии (?:этого |этой |данного |данной )?(?:текста|статьи|новости|материала|заметки)",
    r"(?:текст|заметка|новость|материал) (?:был[аи]? )?исправлен",
    // uk
    r"у попередній версії (?:цієї |цього )?(?:статті|новини|тексту|матеріалу)",
    // pl
    r"we wcześniejszej wersji (?:tego )?(?:artykułu|tekstu)",
    // tr
    r"haberin (?:önceki|ilk) (?:sürümünde|halinde)",
    // ar
    r"ذكرت نسخة سابقة",
    // th: the word is that of time stamps too, which go on with a day
    r"^(?:แก้ไข|แก้ไขข่าว|แก้ไขข้อมูล|แก้ไขคำผิด)\s*[:：]\s*[^\s\d]",
    r"(?:บทความ|ข่าว)(?:นี้)?ฉบับก่อนหน้า(?:นี้)?(?:ระบุ|รายงาน)",
];

pub(crate) const CLARIFICATION_LABELS: &[&str] = &[
    "clarifications?|clarified",                                             // en
    "(?:zur )?klarstellung|präzisierung|transparenzhinweis|zum verständnis", // de
    "précisions?|clarification|mise au point|éclaircissement",               // fr
    "aclaraci[oó]n|aclaraciones|aclaratoria|precisión|puntualización|matización|nota aclaratoria", // es
    "esclarecimentos?|clarificação|precisão|nota de esclarecimento",         // pt
    "precisazion[ei]|chiarimento|chiarimenti|per chiarezza",                 // it
    "(?:ter )?verduidelijking|verheldering|precisering|toelichting|nuancering", // nl
    "уточнени[ея]|уточнено|разъяснение|пояснение",                           // ru
    "уточнення|уточнено|роз['’ʼ]яснення|пояснення",                          // uk
    "wyjaśnienie|doprecyzowanie|uściślenie|uzupełnienie i wyjaśnienie",      // pl
    "a[çc][ıi]klama|açıklık|netleştirme|açıklama notu",                      // tr
    "توضيح|إيضاح|للتوضيح|توضيح من المحرر",                                   // ar
    "הבהרה",                                                                 // he
    "स्पष्टीकरण",                                                              // hi
    "διευκρίνιση",                                                           // el
    "förtydligande|presisering|tarkennus|upřesnění",                         // sv, no, fi, cs
    "補足説明|補足|澄清|说明|說明",                                          // ja, zh
];

pub(crate) const CLARIFICATION_PHRASES: &[&str] = &[
    r"this {doc} (?:has been|was) (?:clarified|(?:updated|amended|edited|changed) to (?:clarify|make clear))",
    r"^\(?clarif(?:ies|ied|ying) (?:that|to|in|the|headline|paragraphs?|attribution|source|quote|wording|sourcing|who|what|when|where|which|day|name|title|number)(?:\W|$)",
    r"^\((?:aclara|precisa|esclarece|präzisiert|précise|verduidelijkt|уточняет|уточнен[аоы]?|уточнено|doprecyzowuje|uściśla|netleştirir) ",
    r"clarifications? (?:has|have|was|were) (?:been )?(?:made|appended|added|issued) (?:to|for|on) (?:this|our) {doc}",
    r"we (?:have|['’]ve) (?:made|issued|appended|added) (?:an? )?clarifications? (?:to|on|for) (?:this|our) {doc}",
    r"(?:текст|заметка|новость|материал) (?:был[аи]? )?уточн[её]н",
];

pub(crate) const RETRACTION_LABELS: &[&str] = &[
    "retraction(?: notice)?|retracted|withdrawal|(?:story|article) (?:withdrawn|killed?|retracted|removed)", // en
    "zurückgezogen|widerruf|rücknahme|artikel zurückgezogen|depubliziert",                                   // de
    "rétractation|retrait|article (?:retiré|dépublié)",                                                      // fr
    "retractación|(?:artículo|noticia|nota) retirad[oa]|retirada|rectificación y retirada",                  // es
    "retratação|retração|(?:artigo|texto|notícia) retirad[oa]|despublicação",                                // pt
    "ritrattazione|ritiro|articolo ritirato|smentita e ritiro",                                              // it
    "intrekking|ingetrokken|artikel ingetrokken|terugtrekking",                                              // nl
    "отзыв|отозвано|материал (?:удалён|удален|отозван|снят)|снято с публикации|удалено",                     // ru
    "відкликання|відкликано|знято з публікації|матеріал (?:видалено|відкликано|знято)",                      // uk
    "wycofanie|wycofane|tekst wycofany|artykuł wycofany|wycofanie (?:tekstu|artykułu|publikacji)",           // pl
    "geri çekme|geri çekildi|haber geri çekildi|yayından kaldırıldı|haberin geri çekilmesi",                 // tr
    "سحب|سحب (?:مقال|خبر|تقرير|المقال|الخبر|التقرير)",                                                       // ar
    "撤回|記事の?(?:撤回|取り消し)|取り消し|撤稿(?:声明)?|撤稿聲明|기사 철회|철회", // ja, zh, ko
];

pub(crate) const RETRACTION_PHRASES: &[&str] = &[
    r"this {doc} (?:has been|was|is) (?:retracted|withdrawn|removed|taken down)",
    r"we (?:have retracted|have withdrawn|retract|withdraw|are retracting|are withdrawing) (?:(?:a )?(?:part|section|portion|parts|sections)s? of )?(?:this|the|that) {doc}",
    r"(?:retracted|withdrawn|removed|deleted|unpublished) (?:an? |the |some )?(?:parts?|sections?|portions?|passages?|paragraphs?) (?:of|from) this {doc}",
];

pub(crate) const UPDATE_LABELS: &[&str] = &[
    "updated?|story update|addendum",                          // en, nl, de
    "aktualisierung|aktualisiert|nachtrag|ergänzung|ergänzt",  // de
    "actualizaci[oó]n|actualizado|ampliación|última hora",     // es
    "atualização|actualização|atualizado|em atualização",      // pt
    "aggiornament[oi]|aggiornato|integrazione",                // it
    "aanvulling|bijgewerkt|toevoeging|naschrift",              // nl
    "обновлено|дополнено|обновление|дополнение|добавлено|upd", // ru
    "оновлено|доповнено|оновлення|доповнення|додано",          // uk
    "aktualizacja|uzupełnienie|zaktualizowano|dopisek",        // pl
    "güncelleme|güncellendi|ekleme|güncelleme notu",           // tr
    "تحديث",                                                   // ar
];

pub(crate) const UPDATE_PHRASES: &[&str] = &[
    // Lines of a log of changes: a day, and what was done on it.
    r"^(?:on )?(?:[a-z]+ \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2} [a-z]+ \d{4}|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})\s*[:,–—-]\s*(?:we (?:have )?)?(?:added|replaced|updated|removed|changed|revised|expanded|renamed) ",
    r"^(?:le |au )?\d{1,2}(?:er)? [a-zéû]+ \d{4}\s*[:,–—-]\s*(?:nous avons (?:ajouté|modifié|supprimé|remplacé|mis à jour)|(?:ajout|suppression|modification|remplacement|mise à jour) )",
    r"^(?:am )?\d{1,2}\. ?(?:[a-zä]+|\d{1,2}\.) ?\d{4}\s*[:,–—-]\s*(?:haben wir |wir haben )?[^.]{0,60}(?:ergänzt|geändert|hinzugefügt|aktualisiert|ersetzt|gestrichen)",
    r"^(?:el )?\d{1,2} de [a-z]+ de \d{4}\s*[:,–—-]\s*(?:hemos|se (?:ha|han)) (?:añadido|actualizado|cambiado|eliminado|sustituido)",
    r"^note: we(?:['’]ve| have) since ",
    r"this {doc} (?:has been|was|is being|will be) (?:continuously )?updated",
    r"this is a (?:developing|breaking)(?: news)? (?:story|news|situation|event|article|report)",
    r"^{doc} updated (?:at|on|to|with|by|\d)",
    r"^\((?:adds|recasts|updates|writes through|rewrites) ",
    r"^\((?:actualiza|amplía|añade|agrega|atualiza|acrescenta|amplia|adiciona|actualise|actualisé|complète|ajoute|aktualisiert|ergänzt|neu:|aggiorna|aggiunge|integra|voegt|vult|actualiseert|дополнен[аоы]?|дополнено|обновлен[аоы]?|обновлено|добавлен[аоы]?|доповнено|оновлено|додано|aktualizuje|uzupełnia|dodaje|ekler|günceller|يضيف|تحديث) ",
    // The same word stands before days and times, so no day may follow.
    r"^(?:更新|追記|続報|补充|補充)(?:说明|說明)?\s*[:：】〕\]]\s*[^\s\d（(]",
    r"^(?:updated|update|story updated) (?:with|to (?:include|add|reflect|note|show|say)|throughout|after|following)(?:\W|$)",
    r"^last updated[^.]{0,40} (?:with|to (?:include|add|reflect))(?:\W|$)",
    r"this (?:story|article|news|report|situation|blog) (?:is|remains) (?:still )?(?:developing|breaking|ongoing|unfolding)",
    r"^(?:more|further) (?:details|information|updates|news)[^.]{0,30} (?:will (?:be (?:added|posted|provided)|follow|come)|as (?:they|it|we))",
    r"^(?:article|texte) (?:mis à jour|actualisé|complété)[^.]{0,40} (?:avec|pour|à la suite|après|afin)(?:\W|$)",
    // A stamp ("mise à jour le …") is no notice, so this label takes no day.
    r"^mise à jour\s*(?:[:–—-]|$)",
    r"cet article a été mis à jour",
    r"est[ae] (?:artículo|noticia|información) ha sido actualizad[oa]",
    r"(?:este|esta) (?:texto|reportagem|matéria|notícia) foi atualizad[oa]",
    r"(?:текст|заметка|новость|материал) (?:был[аи]? )?(?:дополнен|обновл[её]н)",
];

pub(crate) const NOTE_LABELS: &[&str] = &[
    r"(?:an? )?(?:editor[’']?s?[’']?|editors[’']?|editorial|publisher[’']?s?) note",
    "(?:an? )?(?:note|word|message) (?:from the (?:newsroom|editors?|publisher|editor-in-chief|desk|[a-z]+ newsroom)|(?:to|for) (?:our )?readers)",
    "from the (?:newsroom|editors?)",
    "(?:anmerkung|hinweis|notiz|vermerk|mitteilung) (?:der|von der|aus der) (?:chef)?redaktion|anm\\. ?d\\. ?red\\.?|redaktioneller hinweis|in eigener sache|die redaktion",
    r"note d(?:e la|u) (?:rédaction|rédacteur|rédac[' -]chef)|ndlr|à nos lect(?:eurs|rices)[^.:]{0,20}|note (?:aux|à nos) lecteurs|la rédaction",
    "nota (?:de la redacción|de redacción|de la dirección|del editor|de la editora|del director|a los lectores|al lector|de los editores)|(?:de la|la) redacción|aviso a los lectores",
    "nota (?:da redação|de redação|da redacção|do editor|da editora|da direção|aos leitores|do diretor)|aviso aos leitores",
    "nota (?:della redazione|di redazione|redazionale|del direttore|dell[’']editore|ai lettori)|ai lettori|la redazione",
    "(?:noot|opmerking|bericht|mededeling) (?:van|voor) de (?:hoofd|eind)?(?:redactie|lezers?)|noot redactie|redactionele noot|naschrift(?: van de)? redactie|van de (?:hoofd)?redactie",
    "от (?:редакции|редактора)|примечани[ея] (?:редакции|редактора)|прим\\. ?ред\\.?|к (?:нашим )?читателям|редакция",
    "від (?:редакції|редактор(?:а|ки))|примітка (?:редакції|редактор(?:а|ки))|прим\\. ?ред\\.?|до (?:наших )?читачів",
    "od (?:redakcji|redaktora|redaktor naczelnej)|(?:nota|notka|przypis|uwaga|komunikat|dopisek) (?:od )?redakc(?:ji|yjn[aye])|przyp\\. ?red\\.?|do (?:naszych )?czytelników",
    "editör(?:ün|ün bir)? notu|editörden|redaksiyon(?:un)? notu|yayın (?:yönetmeninin|kurulunun) notu|(?:okurlarımıza|okura) not|yayın kurulundan|okurlarımıza",
    "ملاحظة (?:المحرر|من المحرر|التحرير|من التحرير|للقراء|هيئة التحرير|من هيئة التحرير)|من (?:المحرر|هيئة التحرير)|تنويه من (?:التحرير|هيئة التحرير|المحرر)|إلى القراء|كلمة التحرير",
    "編集部(?:より|から|注)|編集者注|編者注|编者按|編者按|编者注|编辑部|편집자 ?주|알립니다",
];
