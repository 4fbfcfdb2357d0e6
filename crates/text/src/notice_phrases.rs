//! The phrases of notices, by kind and language, as regular expressions without case.
//!
//! Labels hold at the beginning and only before a stop, a bracket, a dash, a day or the end.
//! In phrases, `{doc}` stands for what an English notice calls the piece, `{gap}` for up to 60
//! characters. Word borders are written out: `\b` would take the matcher off its fast path.
//! A phrase earns its place by being something that only an outlet says of its own piece.

pub(crate) const CORRECTION_LABELS: &[&str] = &[
    "corrections?(?: (?:note|notice|and clarifications?))?|corrected|errat(?:um|a)", // en, fr, pt
    "korrektur(?:hinweis)?|berichtigung|richtigstellung",                            // de
    "rectificatif",                                                                  // fr
    "fe de erro?r?(?:es|atas)|fe de erratas?|corrección|rectificación",              // es
    "correção|erramos",                                                              // pt
    "errata corrige|rettifica|correzione",                                           // it
    "correctie|rectificatie",                                                        // nl
    "исправление|исправлено|опровержение",                                           // ru
    "виправлення|виправлено|спростування",                                           // uk
    "đính chính",                                                                    // vi
    "اصلاحیه",                                                                        // fa
    "ralat",                                                                         // id
    "sprostowanie|korekta",                                                          // pl
    "düzeltme",                                                                      // tr
    "تصحيح|تنويه",                                                                   // ar
    "訂正|お詫びと訂正|おわびと訂正",                                                // ja
    "更正|勘误|勘誤|更正启事",                                                       // zh
    "정정|바로잡습니다|정정보도",                                                    // ko
    "תיקון(?: טעות)?|הבהרה ותיקון",                                                  // he
    "सुधार|भूल सुधार|संशोधन",                                                            // hi
    "διόρθωση|επανόρθωση",                                                           // el
    "rättelse|rettelse|oikaisu|korjaus",                                             // sv, da, no, fi
    "oprava|opravujeme|helyesbítés|rectificare|erată",                               // cs, hu, ro
];

pub(crate) const CORRECTION_PHRASES: &[&str] = &[
    // en
    r"^corrections? appended",
    r"^(?-i:CORRECTED|REFILE|CORRECTION|ADVISORY)[-: ]",
    r"^\((?:corrects|fixes|refiles|removes|deletes) ",
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
    "clarifications?",                               // en
    "klarstellung|transparenzhinweis",               // de
    "précision",                                     // fr
    "aclaración",                                    // es
    "esclarecimento",                                // pt
    "precisazione",                                  // it
    "verduidelijking",                               // nl
    "уточнение",                                     // ru
    "уточнення",                                     // uk
    "wyjaśnienie",                                   // pl
    "הבהרה",                                         // he
    "स्पष्टीकरण",                                      // hi
    "διευκρίνιση",                                   // el
    "förtydligande|presisering|tarkennus|upřesnění", // sv, no, fi, cs
    "補足説明|澄清",                                 // ja, zh
];

pub(crate) const CLARIFICATION_PHRASES: &[&str] = &[
    r"this {doc} (?:has been|was) (?:clarified|(?:updated|amended|edited|changed) to (?:clarify|make clear))",
    r"^\(clarifies ",
    r"(?:текст|заметка|новость|материал) (?:был[аи]? )?уточн[её]н",
];

pub(crate) const RETRACTION_LABELS: &[&str] = &["retraction|retracted", "(?:story|article) (?:withdrawn|killed?)"];

pub(crate) const RETRACTION_PHRASES: &[&str] = &[
    r"this {doc} (?:has been|was|is) (?:retracted|withdrawn|removed|taken down)",
    r"we (?:have retracted|have withdrawn|retract|withdraw) (?:this|the) (?:story|article)",
];

pub(crate) const UPDATE_LABELS: &[&str] = &[
    "updated?",                    // en, nl, de
    "aktualisierung|aktualisiert", // de
    "actualización",               // es
    "atualização",                 // pt
    "aggiornamento",               // it
    "aanvulling",                  // nl
    "обновлено|дополнено",         // ru
    "оновлено|доповнено",          // uk
    "aktualizacja",                // pl
    "güncelleme",                  // tr
    "تحديث",                       // ar
];

pub(crate) const UPDATE_PHRASES: &[&str] = &[
    r"this {doc} (?:has been|was|is being|will be) (?:continuously )?updated",
    r"this is a (?:developing|breaking)(?: news)? (?:story|news|situation|event|article|report)",
    r"^\((?:adds|recasts|updates|writes through|rewrites) ",
    // A stamp ("mise à jour le …") is no notice, so this label takes no day.
    r"^mise à jour\s*(?:[:–—-]|$)",
    r"cet article a été mis à jour",
    r"est[ae] (?:artículo|noticia|información) ha sido actualizad[oa]",
    r"(?:este|esta) (?:texto|reportagem|matéria|notícia) foi atualizad[oa]",
    r"(?:текст|заметка|новость|материал) (?:был[аи]? )?(?:дополнен|обновл[её]н)",
];

pub(crate) const NOTE_LABELS: &[&str] = &[
    r"editor['’]?s?['’]? note",
    "anmerkung der redaktion",
    r"note de la rédaction|ndlr",
    "nota de la redacción",
    "nota da redação",
    "nota della redazione",
    "noot van de redactie|naschrift",
    "от редакции|примечание редакции",
    "від редакції",
    "od redakcji",
    "editörün notu",
    "ملاحظة المحرر",
];
