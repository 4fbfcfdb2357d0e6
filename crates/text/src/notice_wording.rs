//! How newsrooms say, in whole sentences, that they corrected, clarified, updated or withdrew a piece: by language, each
//! with its kind. Labels stand in `notice_phrases`.
//!
//! `{doc}` is what an English notice calls the piece, `{gap}` up to 60 characters. What stands between quotation marks is
//! taken out before, so "we" is the outlet.

use crate::NoticeKind::{self, Clarification, Correction, EditorsNote, Retraction, Update};

/// All of them, with the kind that each says.
pub(crate) fn all() -> impl Iterator<Item = (NoticeKind, &'static str)> {
    [ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, DUTCH, RUSSIAN, UKRAINIAN, POLISH, TURKISH, ARABIC]
        .into_iter()
        .flatten()
        .copied()
}

type Wordings = &'static [(NoticeKind, &'static str)];

const ENGLISH: Wordings = &[
    (Correction, r"^(?:for the record|setting the record straight|corrigend(?:um|a)|amendment|amended)\s*[:.–—-]"),
    (
        Correction,
        r"this {doc} (?:has|had) (?:since )?been (?:updated|changed|edited|revised|amended|modified) (?:on [^.]{3,30} )?(?:to|in order to) (?:correct|fix|rectify|remove|delete|reflect the correct|reflect that|show that)",
    ),
    (
        Correction,
        r"this {doc} was (?:since )?(?:updated|changed|edited|revised|amended|modified) (?:on [^.]{3,30} )?(?:to|in order to) (?:correct|fix|rectify|remove an? (?:incorrect|wrong|erroneous)|reflect the correct)",
    ),
    (
        Correction,
        r"(?:we|we have|we['’]ve) (?:since )?(?:corrected|amended|fixed|rectified|changed) (?:this|the|that|our|an?) (?:{doc}|text|error|mistake|spelling|figures?|caption|wording|sentence|paragraph|typo|reference|inaccuracy|attribution)",
    ),
    (
        Correction,
        r"we (?:previously|originally|initially|earlier|mistakenly|incorrectly|wrongly|erroneously) (?:said|reported|stated|wrote|described|identified|named|misspelled|misstated|published|gave|attributed|referred)",
    ),
    (
        Correction,
        r"this {doc} (?:(?:previously|originally|initially) (?:had |also )?(?:said|stated|reported|gave|described|identified|named|referred|included|quoted|attributed|listed|claimed|incorrectly|mis)|mistakenly|incorrectly|wrongly|erroneously|mis(?:stated|spelled|identified|attributed))",
    ),
    (
        Correction,
        r"this {doc}(?:['’]s)? (?:headline|caption|standfirst|introduction) (?:previously|originally|initially|incorrectly|has been|was) ",
    ),
    (
        Correction,
        r"(?:earlier|previous|prior|original|initial|first) (?:versions?|editions?|headlines?|captions?) (?:of|on|to|for|in) (?:this|our) (?:{doc}|text|caption|photo|graphic)",
    ),
    (Correction, r"in an (?:earlier|previous|original|initial) version(?: of this {doc})?,? (?:we|the)"),
    (
        Correction,
        r"the (?:article|story|headline|piece) (?:previously|originally|initially)? ?(?:incorrectly|mistakenly|wrongly|erroneously|misstated|misspelled|misidentified|misattributed)",
    ),
    (
        Correction,
        r"(?:the|an?) (?:error|mistake|inaccuracy) (?:in this {doc} )?(?:has|have) (?:now |since )?been (?:corrected|fixed|rectified) (?:above|below|in (?:this|the) (?:{doc}|text|online))",
    ),
    (Correction, r"^(?:the|this) (?:error|mistake) has (?:now |since )?been corrected\.?$"),
    (
        Correction,
        r"(?:headline|spelling|caption|byline|dateline|standfirst)(?: of [^.]{2,40})? has (?:now |since )?been (?:corrected|amended|fixed)",
    ),
    (Correction, r"we apologi[sz]e (?:to (?:our )?readers )?for (?:the|this|any|our) (?:errors?|mistakes?|inaccurac)"),
    (
        Correction,
        r"(?:owing to|because of|as a result of|due to) an? (?:editing|production|agency|reporting|editorial|subbing|transcription|typographical) (?:error|mistake)",
    ),
    (
        Correction,
        r"^(?:owing to|because of|due to) an? (?:error|mistake|mix-up|misunderstanding),? (?:this|an earlier|we|the (?:article|story|headline))",
    ),
    (Correction, r"(?:has|have|was|were) (?:since )?been corrected in (?:this|the online) (?:{doc}|version)"),
    (Correction, r"it has (?:now |since )?been (?:corrected|amended|fixed)\.?\)?$"),
    (
        Clarification,
        r"this {doc} (?:has been|was|is) (?:since )?(?:updated|edited|amended|changed|revised) (?:on [^.]{3,30} )?(?:for clarity|to (?:clarify|make (?:it )?clear|provide clarity))",
    ),
    (Clarification, r"(?:we|we have|we['’]ve) (?:since )?(?:clarified|made clear(?:er)?) (?:this|the|that|in)"),
    (Clarification, r"we (?:are happy|would like|wish|want) to (?:clarify|make (?:it )?clear)"),
    (Clarification, r"^to clarify[,:]"),
    (
        Update,
        r"this {doc} (?:has been|was|is being|will be|is) (?:continually |regularly |since |now )?(?:updated|expanded)",
    ),
    (
        Update,
        r"(?:we|we have|we['’]ve|we will|we are|we['’]re) (?:since )?(?:updated|update|updating|be updating|keep updating) (?:this|the) (?:{doc}|text|live blog|blog)",
    ),
    (Update, r"this (?:live )?(?:blog|page|file|feed) (?:is|will be|has been) (?:being )?(?:updated|closed)"),
    (Update, r"^(?:\W*)more (?:details|information|updates?)?\s?(?:to follow|to come|follows?|soon)\W*$"),
    (Update, r"^check back (?:later|soon|here|for)"),
    (Update, r"^(?:refresh|please refresh) (?:this page|the page|for)"),
    (
        Update,
        r"this (?:is a )?(?:breaking|developing)(?: news)?(?: story| situation)? (?:and|that|which)? ?(?:will|is being|may) (?:be )?updated",
    ),
    (
        Update,
        r"^(?:this is an? )?(?:breaking|developing|updating)(?: news)?(?: story)?(?:[:;,.–—-]| and) (?:more|check|refresh|this|will|updates)",
    ),
    (Update, r"^updated to (?:include|add|reflect|note|show|say)"),
    (Update, r"^(?:story|article|post|piece) updated (?:to|with)"),
    (
        Retraction,
        r"this {doc} (?:has (?:since )?been|was|is|is hereby) (?:retracted|withdrawn|removed|taken down|deleted|unpublished|pulled|rescinded|depublished)",
    ),
    (
        Retraction,
        r"(?:we|we have|we['’]ve|[A-Z]\w+ has) (?:since |therefore |now )?(?:retracted|withdrawn|removed|deleted|taken down|unpublished|pulled) (?:this|the|our|that|an) (?:story|article|report|piece|post|column|headline|version)",
    ),
    (
        Retraction,
        r"^(?:this|the) (?:article|story) (?:is no longer available|has been removed) (?:because|as|pending|following|after|from)",
    ),
    (Retraction, r"was published (?:in error|by mistake|prematurely) and has been (?:removed|withdrawn|taken down)"),
    (Retraction, r"^(?:retraction notice|withdrawn|story kill|mandatory kill|kill notice)(?:\W|$)"),
    (EditorsNote, r"^(?:an? )?(?:editor['’]?s?['’]?|editors['’]?|publisher['’]?s?|editorial) note\s*[:.–—-]"),
    (EditorsNote, r"^(?:an? )?note (?:to|for) (?:our )?readers\s*[:.–—-]"),
    (EditorsNote, r"^(?:an? )?note from the editors?\s*[:.–—-]"),
    (
        EditorsNote,
        r"(?:in the interests? of (?:full )?(?:transparency|disclosure),? (?:we|the (?:author|writer|reporter)|this)|readers should (?:know|be aware) that (?:the|this|we|our))",
    ),
];

const GERMAN: Wordings = &[
    (
        Correction,
        r"in (?:einer|der) (?:früheren|vorherigen|ersten|älteren|ursprünglichen|vorigen|zunächst veröffentlichten) (?:version|fassung) (?:dieses|des|unseres|dieser|unserer) (?:artikels|textes|berichts|beitrags|stücks|interviews|meldung|nachricht|überschrift)",
    ),
    (
        Correction,
        r"in (?:einer|der) (?:früheren|vorherigen|ersten|älteren|ursprünglichen|vorigen) (?:version|fassung) (?:hieß|stand|wurde|war|hatten wir|haben wir|schrieben wir|lautete)",
    ),
    (
        Correction,
        r"eine (?:frühere|vorherige|erste|ältere|ursprüngliche) (?:version|fassung) (?:dieses|des|unseres|dieser) (?:artikels|textes|berichts|beitrags|meldung|stücks) ",
    ),
    (
        Correction,
        r"(?:dieser|diesen|diesem|diese|unser|unseren) (?:artikel|text|bericht|beitrag|meldung|überschrift) {gap}(?:korrigiert|berichtigt|geändert|angepasst|überarbeitet)",
    ),
    (
        Correction,
        r"^(?:der|den) (?:artikel|text|beitrag) (?:wurde|haben wir|ist)(?: [^.]{2,30})? (?:korrigiert|berichtigt)",
    ),
    (
        Correction,
        r"wir haben (?:das|dies|es|den fehler|die stelle|die angaben?|die passage|den text|die zahl(?:en)?|den namen|den artikel|den beitrag|die überschrift|diesen|diese|den satz){gap}(?:korrigiert|berichtigt|geändert|angepasst|entfernt)",
    ),
    (
        Correction,
        r"(?:hatten|haben) wir (?:zunächst|zuvor|ursprünglich|fälschlich(?:erweise)?|irrtümlich(?:erweise)?|versehentlich|hier)",
    ),
    (
        Correction,
        r"^(?:zunächst|ursprünglich|zuvor|anfangs) (?:hieß es|stand|hatten wir|haben wir|war) (?:hier|an dieser stelle|in (?:diesem|dem|unserem) (?:artikel|text|beitrag|bericht)|fälschlich|geschrieben|in der überschrift)",
    ),
    (
        Correction,
        r"wir (?:bitten,? (?:um entschuldigung|den fehler zu entschuldigen|dies zu entschuldigen|das versehen)|bedauern (?:den|diesen) fehler|entschuldigen uns (?:für den|bei unseren))",
    ),
    (
        Correction,
        r"(?:wurde|wurden|ist|haben wir) (?:entsprechend|nachträglich|im text|im artikel|inzwischen) (?:korrigiert|berichtigt)",
    ),
    (Correction, r"^(?:korrigierte (?:fassung|version)|anmerkung:? (?:in einer|der artikel))"),
    (
        Clarification,
        r"(?:dieser|diesen|diese|der|den) (?:artikel|text|bericht|beitrag|meldung|überschrift) {gap}(?:präzisiert|klargestellt|verdeutlicht)",
    ),
    (
        Clarification,
        r"wir (?:haben|möchten|stellen){gap}(?:präzisiert|klargestellt|klarstellen|präzisieren|stellen klar)",
    ),
    (Clarification, r"^(?:präzisierung|zur klarstellung|klarstellend)\s*[:.–—-]"),
    (
        Update,
        r"(?:dieser|diesen|diese|dieses) (?:artikel|text|bericht|beitrag|meldung|liveblog|ticker) {gap}(?:aktualisiert|ergänzt|erweitert|fortlaufend)",
    ),
    (
        Update,
        r"^(?:der|den) (?:artikel|text|beitrag) (?:wurde|wird|haben wir)(?: [^.]{2,40})? (?:aktualisiert|ergänzt|erweitert)",
    ),
    (
        Update,
        r"wir (?:haben|aktualisieren) (?:den|diesen|die|diese) (?:artikel|text|beitrag|bericht|meldung){gap}(?:aktualisiert|ergänzt|erweitert|laufend|fortlaufend)",
    ),
    (Update, r"^(?:weitere (?:informationen|details|infos) (?:folgen|in kürze)|mehr in kürze|mehr folgt)"),
    (Update, r"^(?:nachtrag|ergänzung)\s*[:(\[–—-]"),
    (
        Retraction,
        r"(?:dieser|diesen|diese) (?:artikel|text|bericht|beitrag|meldung) {gap}(?:zurückgezogen|gelöscht|entfernt|depubliziert|offline genommen)",
    ),
    (
        Retraction,
        r"(?:wir haben|haben wir) (?:den|diesen|die) (?:artikel|text|bericht|beitrag|meldung){gap}(?:zurückgezogen|gelöscht|entfernt|depubliziert|offline genommen|vom netz genommen)",
    ),
    (
        Retraction,
        r"^(?:der|den) (?:artikel|text|beitrag) (?:wurde|haben wir|ist)(?: [^.]{2,40})? (?:zurückgezogen|depubliziert|vom netz genommen)",
    ),
    (Retraction, r"^(?:zurückgezogen|widerruf)\s*[:–—-]"),
    (EditorsNote, r"^(?:anmerkung|hinweis|notiz) (?:der|von der|aus der) redaktion\s*[:.–—-]"),
    (
        EditorsNote,
        r"^(?:in eigener sache|an unsere leser(?:innen und leser)?|anm\. d\. red\.|redaktioneller hinweis)\s*[:–—-]",
    ),
];

const FRENCH: Wordings = &[
    (
        Correction,
        r"(?:une|la|notre) (?:version (?:précédente|antérieure|initiale|originale)|première version|précédente version) de (?:cet article|ce texte|l['’]article|cette dépêche|cet entretien|notre article|ce papier)",
    ),
    (
        Correction,
        r"(?:cet article|ce texte|cette dépêche|ce papier|ce titre|le titre de cet article) (?:a été|est)(?: [^.]{2,30})? (?:modifié|corrigé|rectifié|amendé|édité)",
    ),
    (
        Correction,
        r"nous (?:avons|l['’]avons)(?: depuis)? (?:corrigé|rectifié|modifié|amendé) (?:cet|cette|l['’]|le|la|ce|notre|une|cela|les)",
    ),
    (
        Correction,
        r"contrairement à ce que? (?:nous (?:avons|avions|écrivions|indiquions|affirmions)|(?:indiquait|affirmait|mentionnait) (?:cet|notre|une))",
    ),
    (
        Correction,
        r"nous (?:avons|avions) (?:d['’]abord |initialement )?(?:écrit|indiqué|affirmé|annoncé|publié|attribué) (?:par erreur|à tort)",
    ),
    (Correction, r"(?:par erreur|à tort),? nous (?:avons|avions)"),
    (Correction, r"(?:l['’]erreur|la coquille|cette erreur|la faute) a été (?:corrigée|rectifiée)"),
    (
        Correction,
        r"(?:nous (?:vous )?(?:présentons|adressons) nos excuses|toutes nos excuses|nous nous excusons|avec nos excuses)",
    ),
    (Correction, r"^(?:article|texte) (?:modifié|corrigé|rectifié)"),
    (Correction, r"^(?:correctif|mise au point|rectification)\s*[:.–—-]"),
    (
        Clarification,
        r"(?:cet article|ce texte) (?:a été|est) (?:précisé|clarifié|(?:modifié|mis à jour|actualisé)[^.]{0,30} (?:pour|afin de) (?:préciser|clarifier))",
    ),
    (Clarification, r"nous (?:avons|souhaitons|tenons à) (?:précisé|clarifié|préciser|clarifier)"),
    (Clarification, r"^clarification\s*[:.–—-]"),
    (
        Update,
        r"(?:cet article|ce texte|cette dépêche|cette page|ce direct) (?:a été|sera|est)(?: [^.]{2,30})? (?:mise? à jour|actualisée?|complétée?|enrichie?)",
    ),
    (
        Update,
        r"nous (?:avons|allons) (?:actualisé|mis à jour|complété|actualiser|mettre à jour) (?:cet|l['’]article|notre|ce)",
    ),
    (Update, r"^(?:plus d['’]informations|plus de détails) (?:à suivre|à venir|suivront|dans)"),
    (Update, r"^article (?:mis à jour|actualisé) (?:avec|pour|à la suite|après|afin)"),
    (Update, r"^(?:actualisation|ajout)\s*[:–—-]"),
    (
        Retraction,
        r"(?:cet article|ce texte|cette dépêche) (?:a été|est)(?: [^.]{2,30})? (?:retirée?|supprimée?|dépubliée?)",
    ),
    (
        Retraction,
        r"nous (?:avons|retirons)(?: décidé de)? ?(?:retiré|supprimé|dépublié|retirer|supprimer|dépublier)? ?(?:cet article|l['’]article|ce texte)",
    ),
    (Retraction, r"^(?:rétractation|retrait d['’]article|article retiré)(?:\W|$)"),
    (
        EditorsNote,
        r"^(?:note (?:de la rédaction|de l['’]éditeur|aux lecteurs|du rédacteur)|à nos lecteurs|n\.?d\.?l\.?r\.?)\s*[:.–—-]",
    ),
];

const SPANISH: Wordings = &[
    (
        Correction,
        r"(?:una|la|en una|en la|nuestra) (?:versión (?:anterior|previa|inicial|original)|primera versión) (?:de est[ae]|del|de la) (?:artículo|noticia|información|texto|nota|pieza|crónica|reportaje)",
    ),
    (
        Correction,
        r"est[ae] (?:artículo|noticia|información|texto|nota|pieza|crónica|titular) (?:ha sido|fue|se ha|se)(?: [^.]{2,30})? ?(?:corregid|corrigió|modificad|modificó|rectificad|editad|enmendad)",
    ),
    (Correction, r"hemos (?:corregido|rectificado|modificado|subsanado) (?:est[ae]|el|la|un|una|los|las)"),
    (
        Correction,
        r"(?:por error|erróneamente|equivocadamente|de forma errónea),? (?:publicamos|afirmamos|escribimos|dijimos|informamos|indicamos|atribuimos|se indicó|se publicó|se decía|se afirmaba|se atribuyó)",
    ),
    (
        Correction,
        r"(?:publicamos|afirmamos|escribimos|dijimos|informamos|indicamos|se indicaba|se decía|se afirmaba) (?:por error|erróneamente|equivocadamente)",
    ),
    (
        Correction,
        r"(?:lamentamos (?:el|este) error|pedimos disculpas (?:por el|por este|a nuestros)|el error (?:ha sido|fue|ya ha sido) (?:corregido|subsanado))",
    ),
    (Correction, r"donde (?:decía|dice|se decía){gap}(?:debe|debía|debería) decir"),
    (Correction, r"^errat(?:a|as)\s*[:.–—-]"),
    (
        Clarification,
        r"est[ae] (?:artículo|noticia|información|texto|nota) (?:ha sido|fue|se ha)[^.]{2,40} para (?:aclarar|precisar|matizar)",
    ),
    (Clarification, r"(?:hemos (?:aclarado|precisado|matizado)|(?:queremos|conviene) (?:aclarar|precisar))"),
    (Clarification, r"^(?:precisión|matización)\s*[:.–—-]"),
    (
        Update,
        r"est[ae] (?:artículo|noticia|información|texto|nota|crónica|página) (?:ha sido|será|fue|está siendo|se está|se ha|se irá)(?: [^.]{2,30})? ?(?:actualizad|ampliad|actualizando|actualizó|completad)",
    ),
    (Update, r"hemos (?:actualizado|ampliado) (?:est[ae]|el|la)"),
    (Update, r"^(?:noticia|información|historia) en (?:desarrollo|actualización|ampliación)"),
    (
        Update,
        r"^(?:en breve|próximamente),? (?:más información|habrá más|ampliaremos)|^(?:habrá ampliación|seguirá ampliación|más información en breve)",
    ),
    (Update, r"^(?:actualizado|ampliación)\s*[:–—-]"),
    (
        Retraction,
        r"est[ae] (?:artículo|noticia|información|texto|nota|pieza) (?:ha sido|fue)(?: [^.]{2,30})? ?(?:retirad|eliminad|borrad|despublicad)",
    ),
    (
        Retraction,
        r"hemos (?:retirado|eliminado|borrado|despublicado) (?:est[ae]|el artículo|la noticia|la información|el texto)",
    ),
    (Retraction, r"^(?:retractación|artículo retirado|noticia retirada)(?:\W|$)"),
    (
        EditorsNote,
        r"^(?:nota (?:de la redacción|de redacción|del editor|de la editora|editorial|a los lectores)|a nuestros lectores|n\. ?de la r\.)\s*[:.–—-]",
    ),
];

const ITALIAN: Wordings = &[
    (
        Correction,
        r"(?:in una|una|nella|la) (?:precedente|prima|versione precedente|versione iniziale|versione originale)(?: versione)? (?:di quest[oa]|di questo|dell['’]|del|della|di quest['’]) ?(?:articolo|pezzo|testo|notizia)",
    ),
    (
        Correction,
        r"(?:quest['’]articolo|questo (?:articolo|pezzo|testo|titolo)|questa notizia) è stat[oa](?: [^.]{2,30})? (?:corrett|modificat|rettificat)",
    ),
    (Correction, r"abbiamo (?:corretto|rettificato|modificato) (?:l['’]|il|la|un|quest|i )"),
    (
        Correction,
        r"(?:per errore|erroneamente|per un errore|in un primo momento|inizialmente),? (?:avevamo|abbiamo) (?:scritto|riportato|indicato|pubblicato|attribuito)",
    ),
    (
        Correction,
        r"(?:avevamo|abbiamo) (?:erroneamente|per errore|inizialmente) (?:scritto|riportato|indicato|pubblicato|attribuito)",
    ),
    (Correction, r"(?:ci scusiamo (?:con i|con gli|per l['’]errore|dell)|l['’]errore è stato corretto)"),
    (Correction, r"^l['’]articolo è stato (?:corretto|modificato|rettificato)"),
    (
        Clarification,
        r"(?:quest['’]articolo|questo (?:articolo|pezzo|testo)) è stato[^.]{2,40} per (?:chiarire|precisare)",
    ),
    (Clarification, r"^(?:chiarimento|si precisa che|precisiamo che)(?:\W|$)"),
    (
        Update,
        r"(?:quest['’]articolo|questo (?:articolo|pezzo|testo)|questa notizia) (?:è stat[oa]|sarà|viene|è)(?: [^.]{2,30})? ?(?:aggiornat|integrat|in aggiornamento)",
    ),
    (Update, r"abbiamo aggiornato (?:l['’]articolo|quest|il pezzo|il testo)"),
    (
        Update,
        r"^(?:articolo|notizia) in aggiornamento|^in aggiornamento\W*$|^l['’]articolo è stato aggiornato (?:con|per|dopo)",
    ),
    (Update, r"^aggiornato\s*[:–—-]"),
    (
        Retraction,
        r"(?:quest['’]articolo|questo (?:articolo|pezzo|testo)|questa notizia) è stat[oa](?: [^.]{2,30})? (?:ritirat|rimoss|cancellat|eliminat)",
    ),
    (
        Retraction,
        r"abbiamo (?:ritirato|rimosso|cancellato|eliminato) (?:l['’]articolo|quest|il pezzo|la notizia|il testo)",
    ),
    (Retraction, r"^ritrattazione(?:\W|$)"),
    (
        EditorsNote,
        r"^(?:nota (?:della redazione|di redazione|del direttore|dell['’]editore|ai lettori)|n\.?d\.?r\.?|ai lettori)\s*[:.–—-]",
    ),
];

const PORTUGUESE: Wordings = &[
    (
        Correction,
        r"(?:uma|a|na|em uma|numa) (?:versão (?:anterior|inicial|original|prévia)|primeira versão) (?:d(?:est|ess)[ea]|do|da) (?:texto|reportagem|notícia|artigo|matéria|publicação)",
    ),
    (
        Correction,
        r"(?:est|ess)[ea] (?:texto|artigo|reportagem|matéria|notícia|publicação|título) foi(?: [^.]{2,30})? (?:corrigid|alterad|retificad|editad|modificad)",
    ),
    (Correction, r"(?:corrigimos|retificámos|retificamos|alteramos|alterámos) (?:est|ess|o |a |um )"),
    (
        Correction,
        r"(?:diferentemente|ao contrário) do que (?:foi )?(?:publicado|informado|informamos|dissemos|escrevemos|noticiámos|noticiamos|informou|afirmou|afirmámos|afirmamos|constava)",
    ),
    (
        Correction,
        r"(?:o texto|a reportagem|a matéria|o artigo|a notícia) (?:informou|afirmou|informava|afirmava|dizia|citou|publicou|trazia){gap}(?:incorretamente|erroneamente|por engano|por erro|errad)",
    ),
    (
        Correction,
        r"(?:pedimos desculpas? (?:pelo|aos|por este)|o erro (?:já )?foi corrigido|a informação foi corrigida)",
    ),
    (Correction, r"^(?:texto|reportagem|matéria|notícia|artigo) corrigid[oa]"),
    (Correction, r"^(?:retificação|corrigenda)\s*[:.–—-]"),
    (
        Clarification,
        r"(?:est|ess)[ea] (?:texto|artigo|reportagem|matéria|notícia) foi[^.]{2,40} para (?:esclarecer|clarificar|precisar|deixar claro)",
    ),
    (Clarification, r"^clarificação\s*[:.–—-]"),
    (
        Update,
        r"(?:est|ess)[ea] (?:texto|artigo|reportagem|matéria|notícia|publicação|página) (?:foi|será|está sendo|está a ser|vai ser)(?: [^.]{2,30})? ?(?:atualizad|ampliad|complementad)",
    ),
    (Update, r"(?:atualizamos|atualizámos) (?:est|ess|o texto|a reportagem|a notícia|o artigo)"),
    (
        Update,
        r"^(?:notícia|reportagem|matéria|texto|artigo)?\s?em atualização|^mais informações em (?:breve|instantes)",
    ),
    (Update, r"^atualizado\s*[:–—-]"),
    (
        Retraction,
        r"(?:est|ess)[ea] (?:texto|artigo|reportagem|matéria|notícia) foi(?: [^.]{2,30})? (?:retirad|removid|despublicad|apagad|excluíd)",
    ),
    (
        Retraction,
        r"(?:retiramos|retirámos|removemos|despublicámos|despublicamos) (?:est|ess|o texto|a reportagem|a notícia|o artigo)",
    ),
    (Retraction, r"^retratação\s*[:.–—-]"),
    (
        EditorsNote,
        r"^(?:nota (?:da redação|de redação|do editor|da editora|da direção|aos leitores|editorial)|aos leitores|n\.?d\.?r\.?)\s*[:.–—-]",
    ),
];

const DUTCH: Wordings = &[
    (
        Correction,
        r"(?:in een|een|in de) (?:eerdere|vorige|oorspronkelijke|oudere|eerste|aanvankelijke) versie van (?:dit|het|deze|ons) (?:artikel|bericht|stuk|verhaal|tekst|interview)",
    ),
    (Correction, r"in een (?:eerdere|vorige|oorspronkelijke) versie (?:stond|werd|was|meldden|schreven|hebben)"),
    (
        Correction,
        r"(?:dit (?:artikel|bericht|stuk|verhaal)|deze tekst|de kop van dit artikel) (?:is|werd|was)(?: [^.]{2,30})? (?:aangepast|gecorrigeerd|gewijzigd|verbeterd|gerectificeerd)",
    ),
    (
        Correction,
        r"(?:we|wij) hebben (?:dit|het|de|deze|dat) (?:artikel |bericht |stuk |fout |naam |getal |kop |tekst )?{gap}(?:aangepast|gecorrigeerd|verbeterd|gewijzigd|rechtgezet)",
    ),
    (
        Correction,
        r"(?:eerder|aanvankelijk|abusievelijk|per abuis|ten onrechte|onterecht) (?:schreven|meldden|stond|hebben|werd|noemden) (?:we|wij|hier|er|in dit)",
    ),
    (
        Correction,
        r"(?:onze excuses|excuses voor de fout|(?:dit|de fout|dat) is (?:inmiddels |nu )?(?:gecorrigeerd|aangepast|hersteld)\.?\)?$)",
    ),
    (Correction, r"^(?:verbetering|rechtzetting)\s*[:.–—-]"),
    (Clarification, r"dit (?:artikel|bericht|stuk) (?:is|werd)(?: [^.]{2,30})? (?:verduidelijkt|gepreciseerd)"),
    (Clarification, r"^(?:verheldering|precisering|ter verduidelijking)\s*[:.–—-]"),
    (
        Update,
        r"(?:dit (?:artikel|bericht|stuk|verhaal|liveblog)|deze tekst|deze pagina) (?:is|wordt|werd)(?: [^.]{2,30})? (?:bijgewerkt|geüpdatet|geactualiseerd|aangevuld|uitgebreid)",
    ),
    (
        Update,
        r"(?:we|wij) (?:hebben|houden|werken) (?:dit|het|deze) (?:artikel|bericht|stuk|liveblog){gap}(?:bijgewerkt|bij|aangevuld|geactualiseerd)",
    ),
    (Update, r"^(?:meer (?:informatie|nieuws|details) volgt?|dit bericht wordt aangevuld|later meer)"),
    (
        Retraction,
        r"(?:dit (?:artikel|bericht|stuk|verhaal)|deze tekst) (?:is|werd)(?: [^.]{2,30})? (?:ingetrokken|verwijderd|teruggetrokken|offline gehaald)",
    ),
    (
        Retraction,
        r"(?:we|wij) (?:hebben|trekken) (?:dit|het) (?:artikel|bericht|stuk|verhaal){gap}(?:ingetrokken|verwijderd|teruggetrokken|terug|in|offline)",
    ),
    (Retraction, r"^(?:intrekking|ingetrokken)\s*[:.–—-]"),
    (
        EditorsNote,
        r"^(?:noot (?:van|voor) de (?:redactie|lezer)|redactionele noot|van de redactie|aan de lezer|opmerking van de redactie)\s*[:.–—-]",
    ),
];

const RUSSIAN: Wordings = &[
    (
        Correction,
        r"в (?:предыдущей|первоначальной|ранней|более ранней|первой|прежней|исходной) версии (?:этого |этой |данного |данной |нашего |нашей )?(?:текста|статьи|новости|материала|заметки|публикации|сообщения)",
    ),
    (
        Correction,
        r"ранее (?:в (?:тексте|материале|статье|заметке|новости|публикации)|мы) (?:был[аои]?|говорилось|сообщалось|указывалось|утверждалось|ошибочно|неверно|сообщали|писали)",
    ),
    (
        Correction,
        r"в (?:тексте|материале|статье|заметке|заголовке|публикации) (?:был[аои]? )?(?:исправлен|ошибочно|допущена (?:ошибка|неточность)|неверно|неправильно)",
    ),
    (Correction, r"(?:редакция|мы) (?:приносит извинения|приносим извинения|исправила|исправили|сожалеет|исправляет) "),
    (Correction, r"(?:ошибка|неточность|опечатка) (?:был[аи]? )?(?:уже )?исправлен"),
    (
        Correction,
        r"(?:текст|заметка|новость|материал|статья|публикация|заголовок) (?:был[аои]? )?(?:исправлен|изменён|изменен|скорректирован|отредактирован)",
    ),
    (Correction, r"приносим (?:свои )?извинения (?:читателям|за ошибку|за неточность|за допущенн)"),
    (Correction, r"^(?:поправка|правка|мы ошиблись)\s*[:.–—-]"),
    (
        Clarification,
        r"(?:текст|заметка|новость|материал|статья|публикация|заголовок|формулировка) (?:был[аои]? )?уточн[её]н",
    ),
    (Clarification, r"^(?:разъяснение|пояснение)\s*[:.–—-]"),
    (
        Update,
        r"(?:текст|заметка|новость|материал|статья|публикация|сообщение) (?:был[аои]? |будет )?(?:дополнен|обновл[её]н|дополняется|обновляется|расширен)",
    ),
    (Update, r"мы (?:обновили|дополнили|обновляем|дополняем) (?:этот|эту|текст|материал|новость|статью)"),
    (Update, r"^(?:обновление|дополнение|upd)\s*[:.–—-]"),
    (Update, r"^(?:подробности (?:следуют|позже)|новость (?:обновляется|дополняется))"),
    (
        Retraction,
        r"(?:текст|заметка|новость|материал|статья|публикация) (?:был[аои]? )?(?:удал[её]н|отозван|снят[аы]? с публикации|снят)",
    ),
    (
        Retraction,
        r"(?:мы|редакция) (?:удалили|удалила|отозвали|отозвала|сняли|сняла) (?:этот|эту|материал|статью|публикацию|новость|текст)",
    ),
    (Retraction, r"^(?:отзыв публикации|материал снят)"),
    (EditorsNote, r"^(?:от редакции|примечание (?:редакции|редактора)|к читателям|прим\. ред\.)\s*[:.–—-]"),
];

const UKRAINIAN: Wordings = &[
    (
        Correction,
        r"[ву] (?:попередній|первісній|початковій|ранній|першій|більш ранній) версії (?:цього |цієї |нашого |нашої )?(?:статті|новини|тексту|матеріалу|публікації|замітки)",
    ),
    (
        Correction,
        r"раніше (?:[ву] (?:тексті|матеріалі|статті|новині|публікації)|ми) (?:було|йшлося|помилково|зазначалося|повідомлялося|повідомляли|писали|вказувалося)",
    ),
    (
        Correction,
        r"[ву] (?:тексті|матеріалі|статті|новині|заголовку) (?:було )?(?:виправлено|помилково|допущено (?:помилку|неточність))",
    ),
    (
        Correction,
        r"(?:текст|матеріал|статтю|новину|заголовок|публікацію|помилку|неточність) (?:вже )?(?:було |був )?(?:виправлено|змінено|відредаговано|скориговано)",
    ),
    (
        Correction,
        r"(?:редакція|ми) (?:вибачається|перепрошує|виправила|виправили|перепрошуємо|вибачаємося|приносимо вибачення|приносить вибачення)",
    ),
    (Correction, r"^(?:поправка|ми помилилися)\s*[:.–—-]"),
    (Clarification, r"(?:текст|матеріал|статтю|новину|заголовок|формулювання) (?:було )?уточнено"),
    (Clarification, r"^(?:роз['’ʼ]яснення|пояснення)\s*[:.–—-]"),
    (
        Update,
        r"(?:текст|матеріал|статтю|новину|публікацію|новина|стаття) (?:було |буде )?(?:доповнено|оновлено|доповнюється|оновлюється)",
    ),
    (Update, r"ми (?:оновили|доповнили|оновлюємо|доповнюємо) (?:цей|цю|текст|матеріал|новину|статтю)"),
    (Update, r"^(?:оновлення|доповнення|новина (?:оновлюється|доповнюється))"),
    (
        Retraction,
        r"(?:текст|матеріал|статтю|новину|публікацію) (?:було )?(?:видалено|відкликано|знято з публікації|знято)",
    ),
    (
        Retraction,
        r"(?:ми|редакція) (?:видалили|видалила|відкликали|відкликала|зняли|зняла) (?:цей|цю|матеріал|статтю|публікацію|новину|текст)",
    ),
    (EditorsNote, r"^(?:від редакції|примітка (?:редакції|редактора)|до читачів)\s*[:.–—-]"),
];

const POLISH: Wordings = &[
    (
        Correction,
        r"we? (?:wcześniejszej|poprzedniej|pierwotnej|pierwszej) wersji (?:tego |tej |naszego )?(?:artykułu|tekstu|materiału|informacji|depeszy|publikacji)",
    ),
    (
        Correction,
        r"(?:ten |niniejszy )?(?:artykuł|tekst|materiał|tytuł) (?:został|był)(?: [^.]{2,30})? ?(?:poprawiony|skorygowany|zmieniony|sprostowany)",
    ),
    (
        Correction,
        r"(?:poprawiliśmy|skorygowaliśmy|sprostowaliśmy|zmieniliśmy) (?:błąd|artykuł|tekst|tytuł|nazwisko|informację|datę|tę|ten|to|pisownię)",
    ),
    (
        Correction,
        r"(?:błędnie|omyłkowo|mylnie|przez pomyłkę) (?:podaliśmy|napisaliśmy|informowaliśmy|poinformowaliśmy|podano w)",
    ),
    (Correction, r"(?:podaliśmy|napisaliśmy|informowaliśmy) (?:błędnie|omyłkowo|mylnie|nieprawdziw)"),
    (Correction, r"(?:przepraszamy (?:za błąd|za pomyłkę|czytelników)|błąd (?:został )?(?:już )?poprawiony)"),
    (Correction, r"^(?:poprawka|errata|erratum)\s*[:.–—-]"),
    (Clarification, r"(?:artykuł|tekst|materiał|tytuł) (?:został|był)(?: [^.]{2,30})? ?(?:doprecyzowany|uściślony)"),
    (Clarification, r"^(?:doprecyzowanie|uściślenie)\s*[:.–—-]|doprecyzowaliśmy (?:artykuł|tekst|ten|informację)"),
    (
        Update,
        r"(?:ten |niniejszy )?(?:artykuł|tekst|materiał|depesza) (?:został[ay]?|był[ay]?|jest|będzie)(?: [^.]{2,30})? ?(?:zaktualizowan|uzupełnion|aktualizowan)",
    ),
    (Update, r"(?:zaktualizowaliśmy|uzupełniliśmy|aktualizujemy) (?:artykuł|tekst|ten|materiał|o )"),
    (Update, r"^(?:uzupełnienie\s*[:.–—-]|więcej informacji wkrótce|wkrótce więcej)"),
    (
        Retraction,
        r"(?:ten |niniejszy )?(?:artykuł|tekst|materiał) (?:został|był)(?: [^.]{2,30})? ?(?:usunięty|wycofany)",
    ),
    (Retraction, r"(?:usunęliśmy|wycofaliśmy|wycofujemy) (?:ten|artykuł|tekst|materiał)"),
    (
        EditorsNote,
        r"^(?:od redakcji|nota (?:redakcyjna|redakcji|od redakcji)|notka od redakcji|przypis redakcji|przyp\. red\.|do czytelników|uwaga redakcji)\s*[:.–—-]",
    ),
];

const TURKISH: Wordings = &[
    (
        Correction,
        r"(?:bu )?(?:haberin|yazının|makalenin|metnin|haberimizin) (?:önceki|ilk|eski|daha önceki) (?:sürümünde|halinde|versiyonunda|hâlinde)",
    ),
    (
        Correction,
        r"bu (?:haber|makale|yazı|metin|başlık|içerik)[^.]{0,60}(?:düzeltilmiştir|düzeltildi|değiştirilmiştir)",
    ),
    (
        Correction,
        r"(?:haberimizde|haberde|yazımızda)[^.]{0,60}(?:sehven|yanlışlıkla|hatalı|yanlış) (?:yazılmış|verilmiş|aktarılmış|belirtilmiş|yer al)",
    ),
    (
        Correction,
        r"(?:haberi|hatayı|yanlışı|başlığı|metni) düzelttik|(?:hata|yanlış|yanlışlık) düzeltilmiştir|(?:düzeltir|düzeltiriz),? (?:okurlarımızdan )?özür dileriz|okurlarımızdan özür dileriz",
    ),
    (Correction, r"^tashih\s*[:.–—-]"),
    (
        Clarification,
        r"^(?:açıklık getirme|netleştirme)\s*[:.–—-]|bu (?:haber|makale|yazı)[^.]{0,60}(?:netleştirilmiştir|açıklığa kavuşturulmuştur)",
    ),
    (
        Update,
        r"bu (?:haber|makale|yazı|metin|sayfa|içerik)[^.]{0,60}(?:güncellenmiştir|güncellendi|güncellenecek|güncelleniyor|güncellenmektedir)",
    ),
    (
        Update,
        r"(?:haberi|yazıyı|makaleyi) (?:güncelledik|güncelliyoruz)|^(?:haber güncelleniyor|ayrıntılar birazdan|detaylar geliyor)",
    ),
    (
        Retraction,
        r"bu (?:haber|makale|yazı|metin|içerik)[^.]{0,60}(?:geri çekilmiştir|geri çekildi|kaldırılmıştır|kaldırıldı|silinmiştir)",
    ),
    (Retraction, r"(?:haberi|yazıyı|makaleyi|haberimizi) (?:geri çektik|kaldırdık|yayından kaldırdık|geri çekiyoruz)"),
    (
        EditorsNote,
        r"^(?:editörün notu|editör notu|editörden|redaksiyon notu|yayın yönetmeninin notu|okurlarımıza)\s*[:.–—-]",
    ),
];

const ARABIC: Wordings = &[
    (Correction, r"(?:ذكرت|أوردت|أشارت|جاء في|ورد في|في) (?:نسخة|صيغة) (?:سابقة|أولى|أولية) (?:من|لهذا|لهذه)"),
    (Correction, r"نسخة سابقة من (?:هذا|هذه|المقال|الخبر|التقرير)"),
    (Correction, r"(?:تم|جرى) (?:تصحيح|تعديل|تصويب) (?:هذا|هذه|الخبر|المقال|التقرير|الخطأ|النص|العنوان|المادة)"),
    (Correction, r"(?:صححنا|صوبنا|قمنا بتصحيح|عدلنا) (?:هذا|هذه|الخبر|المقال|التقرير|الخطأ|النص|العنوان|الاسم|الرقم)"),
    (Correction, r"نعتذر (?:عن|لقرائنا عن|للقراء عن) (?:هذا |ال)خطأ"),
    (Correction, r"^(?:تصويب|استدراك)\s*[:.–—-]"),
    (
        Clarification,
        r"^(?:توضيح|إيضاح)\s*[:.–—-]|(?:تم|جرى) (?:تعديل|تحديث) (?:هذا |هذه )?(?:الخبر|المقال|التقرير|النص|المادة) (?:لتوضيح|للتوضيح|لإيضاح)",
    ),
    (Update, r"(?:تم|جرى|يتم|سيتم|يجري) تحديث (?:هذا|هذه|الخبر|المقال|التقرير|النص|المادة)"),
    (
        Update,
        r"(?:حدثنا) (?:هذا|هذه|الخبر|المقال|التقرير)|^(?:التفاصيل بعد قليل|خبر عاجل قيد التحديث|المزيد من التفاصيل لاحقا)",
    ),
    (Retraction, r"(?:تم|جرى) (?:سحب|حذف|إزالة) (?:هذا|هذه|الخبر|المقال|التقرير|المادة)"),
    (Retraction, r"(?:سحبنا|حذفنا|أزلنا) (?:هذا|هذه|الخبر|المقال|التقرير)"),
    (
        EditorsNote,
        r"^(?:ملاحظة (?:المحرر|من المحرر|التحرير|للقراء)|من المحرر|من هيئة التحرير|تنويه من التحرير|إلى القراء)\s*[:.–—-]",
    ),
];
