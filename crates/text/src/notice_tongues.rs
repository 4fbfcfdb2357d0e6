//! The parts of notices in each language; how they go together is `notice_grammar`'s.

use crate::NoticeKind::{Clarification, Correction, Retraction, Update};
use crate::notice_grammar::Tongue;

pub(crate) const TONGUES: &[Tongue] = &[
    Tongue {
        // en
        piece: "(?:this|our|that|the above) (?:story|article|essay|obituary|interview|profile|feature|column|dispatch|blog post|live blog|newsletter|podcast|episode|transcript|graphic|caption|photo caption|explainer|editorial|op-ed|opinion piece|report|piece|headline|sub-?heading)",
        of_piece: "(?:of|to|on|in|for) (?:this|our|today['’]s|yesterday['’]s) (?:[a-z]+ )?(?:story|article|essay|obituary|interview|profile|feature|column|dispatch|blog|newsletter|podcast|episode|transcript|graphic|chart|map|caption|photo|video|recipe|quiz|list|guide|explainer|editorial|op-ed|report|piece|post|page|headline)",
        earlier: "(?:earlier|previous|prior|original|initial|first|print|older|out-of-date) (?:versions?|editions?|headlines?|captions?|drafts?|iterations?)",
        states: &[
            (
                Correction,
                "(?:has|have) (?:now |since )?been (?:corrected|amended|rectified|fixed)|(?:was|were) (?:later |since |subsequently )?(?:corrected|amended|rectified)|(?:have|['’]ve) (?:corrected|amended|fixed|rectified)|(?:to|which) (?:correct|fix|rectify) (?:the|an?|its) (?:error|name|spelling|date|figure|title|age|location|number|mistake|typo|attribution)",
            ),
            (
                Clarification,
                "(?:has|have|was|were) (?:since |now )?(?:been )?(?:clarified|reworded)|(?:have|['’]ve) (?:clarified|reworded)|(?:to|which) (?:clarify|make (?:it )?clear(?:er)?)|clarification (?:has been|was)",
            ),
            (
                Update,
                "(?:has|have|was|were|is|will|being|be|are) (?:been |be |being |since |later |constantly |continually |regularly )?(?:updated|expanded)|(?:is|are|still) (?:still )?(?:developing|breaking)|update (?:has been|was) (?:made|added)",
            ),
            (
                Retraction,
                "(?:retracted|unpublished|depublished|withdrawn|withdrawing|retracting|withdraws|retracts)|(?:have|has|['’]ve) (?:deleted|taken down|pulled)|(?:has|have) been (?:deleted|taken down|pulled)|no longer stands? by|cannot stand by|no longer (?:available|meets)",
            ),
        ],
        part: "(?:the|this|that|our|her|his) (?:text|headline|caption|sub-?heading|standfirst|passage|wording|graphic|chart|map|paragraph|sentence|figure|reference|story|article|spelling|online version|copy)(?: above| below)?",
        mended: "(?:has|have) (?:now |since )?been (?:corrected|amended|fixed|rectified|changed)",
        wrongly: "(?:incorrectly|wrongly|mistakenly|erroneously|in error|by mistake|misstated|misspell?ed|misspelt|misidentified|misattributed|misquoted|misreported|mischaracteri[sz]ed|mislabell?ed|mistranslated|transposed|misnamed)",
        we_said: "we (?:had |have |also )?(?:[a-z]+ly )?(?:said|reported|stated|wrote|described|identified|named|published|gave|attributed|referred|quoted|called|claimed|suggested|listed|printed|misspelled|misspelt|misstated|misidentified)|^(?:an?|the|our) (?:article|story|report|item|caption|photo caption|picture caption|headline|graphic|chart|map|obituary|review|column|profile|essay|editorial) (?:on|in|about|published|last|yesterday|for|of|that|with|accompanying)",
        cause: "(?:owing|due|thanks) to an? (?:[a-z-]+ )?(?:error|mistake|mix-up) (?:in (?:the )?(?:editing|production|transcription|translation|reporting)|by (?:an|our) (?:editor|agency|reporter)|during (?:the )?(?:editing|production|transcription))|because of (?:an?|our) (?:editing|reporting|production|transcription|translation|agency|editorial|typing) (?:error|mistake|mix-up)|owing to (?:an editing|a reporting|a production|a transcription|a translation|incorrect information)|an error was (?:introduced|inserted) (?:during|in) (?:the )?(?:editing|production)|^(?:we|the newspaper) (?:got (?:it|this|that) wrong|made an? (?:mistake|error)|were wrong|erred)|^our (?:mistake|error)\\s*[:.–—-]",
        sorry: "we (?:apologi[sz]e|are (?:very )?sorry|regret|would like to apologi[sz]e) (?:to|for|that|any|the|this)(?:[^.!?]){0,60}(?:errors?|mistakes?|readers|inaccurac|confusion|lapse|mix-up|misunderstanding|oversight|misspell|misreport)|^apolog(?:y|ies)\\s*[:–—-]|^an apology(?:\\W|$)",
        unclear: "(?:gave|given|giving|create|created|left|conveyed) (?:the|an?|readers the) (?:[a-z]+ )?(?:impression|inference)|(?:could|may|might) (?:have been (?:read|understood|taken|interpreted|construed)|be (?:misread|misunderstood|misinterpreted|misleading)|have been (?:misread|misunderstood|misinterpreted|misleading))|(?:implied|suggested), (?:wrongly|incorrectly)|was (?:unclear|ambiguous)|did not make (?:it )?clear|should have (?:made (?:it )?clear|said|noted|explained|specified)",
        afterwards: "(?:after|since|following) (?:the )?publication of (?:this|our) (?:story|article|report|piece)|(?:after|since) (?:this|our) (?:story|article|report|piece) (?:was|went) (?:first )?(?:published|live|online)|(?:has|have) been added (?:to|at the end of|below) (?:this|the) (?:story|article|text|piece)|we (?:have |['’]ve )?added (?:it |them |that |this |an? [a-z]+ |comments? |the [a-z]+ )?(?:[a-z ]{0,30})?(?:to|at the end of) (?:this|the|our) (?:story|article|text|piece|report)",
    },
    Tongue {
        // de
        piece: "(?:dies(?:er|en|em|e|es)|unser(?:e|en|em)?) (?:artikels?|text|bericht|beitrag|meldung|überschrift|stück|interview|porträt|kommentar|reportage|nachricht|story|analyse|kolumne|podcast|folge|grafik|bildunterschrift|videos?|seite|liveblog|ticker|agenturmeldung|nachruf|gastbeitrag)",
        of_piece: "(?:diese[rs]|des|unsere[rs]|der) (?:artikels|textes|berichts|beitrag(?:e?s)|meldung|überschrift|stücks|interviews|porträts|kommentars|reportage|nachricht|story|analyse|kolumne|podcasts|grafik|bildunterschrift|videos|nachrufs|gastbeitrags|onlinetextes)",
        earlier: "(?:frühere|vorherige|erste|ältere|ursprüngliche|vorige|zunächst veröffentlichte|zuvor veröffentlichte|anfängliche)[nr]? (?:version|fassung|variante)",
        states: &[
            (
                Correction,
                "korrigiert|berichtigt|richtiggestellt|geändert|angepasst|verbessert|ausgetauscht|korrigieren|berichtigen",
            ),
            (
                Clarification,
                "präzisiert|klargestellt|verdeutlicht|konkretisiert|präzisieren|deutlicher formuliert|missverständlich|um (?:klarzustellen|zu verdeutlichen|missverständnisse)",
            ),
            (
                Update,
                "aktualisiert|ergänzt|erweitert|fortlaufend|nachgetragen|aktualisieren|auf den neuesten stand|um (?:eine|die|den|das|weitere|neue) (?:stellungnahme|reaktion|angaben|details|informationen)",
            ),
            (
                Retraction,
                "zurückgezogen|gelöscht|depubliziert|offline genommen|vom netz genommen|aus dem netz genommen|zurücknehmen|zurückziehen|ziehen wir|ziehen (?:diesen|diese|den)|nicht mehr (?:verfügbar|abrufbar)|von der (?:website|seite) (?:genommen|entfernt)",
            ),
        ],
        part: "(?:der|die|das|den|dem) (?:text|textes|stelle|passage|überschrift|bildunterschrift|bildunterzeile|angabe|angaben|grafik|absatz|satz|formulierung|name|zahl|zahlen|fehler|artikel|beitrag|schreibweise|zitat)(?: im text| im artikel)?",
        mended: "(?:wurden?|ist|sind|haben wir) (?:nachträglich |entsprechend |inzwischen |mittlerweile |nun |jetzt |bereits )?(?:korrigiert|berichtigt|richtiggestellt|angepasst|behoben|geändert)(?: worden)?",
        wrongly: "(?:fälschlich(?:erweise)?|irrtümlich(?:erweise)?|versehentlich|falsch|fehlerhaft|unzutreffend|verwechselt|zu unrecht|aus versehen|unrichtig)",
        we_said: "(?:hatten|haben|hat|war) (?:wir|die redaktion|uns) |wir (?:hatten|haben|schrieben|berichteten|meldeten|nannten|gaben|bezeichneten)|hieß es (?:hier|an dieser stelle|im (?:text|artikel|beitrag|bericht)|in (?:diesem|unserem|einer früheren))|stand (?:hier|an dieser stelle|in (?:diesem|unserem))|(?:in|auf|unter) (?:diesem|dieser|unserem|unserer) (?:artikel|text|beitrag|bericht|meldung|grafik|bildunterschrift|überschrift)|^in der (?:gestrigen|heutigen|samstags|montags|print|gedruckten)-?(?:ausgabe|version)",
        cause: "(?:aufgrund|wegen|infolge|durch) (?:eines|einer|einen|eine) (?:[a-zäöüß]+ )?(?:redaktionsfehlers?|redaktionellen (?:fehlers|versehens|fehler)|übertragungsfehlers?|produktionsfehlers?|übersetzungsfehlers?|tippfehlers?|fehlers (?:der redaktion|in der redaktion|bei der)|versehens|verwechslung der redaktion)|(?:hat|haben|hatte) sich (?:in (?:dem|den|unserem|unseren|diesem|diesen|der|unserer) [^.]{3,40} )?(?:leider )?ein(?:e|ige)? (?:fehler|verwechslung|falsche) [^.]{0,20}eingeschlichen|da(?:bei)? ist uns (?:leider )?ein (?:fehler|versehen)|ist uns (?:hier |dabei |leider )*ein (?:fehler|irrtum|versehen|zahlendreher) (?:unterlaufen|passiert)|^wir (?:haben uns geirrt|lagen falsch)",
        sorry: "wir (?:bitten|möchten)[^.!?]{0,40} (?:entschuldigung|verzeihung|entschuldigen|nachsicht)|wir entschuldigen uns|wir bedauern (?:den|diesen|das|die) (?:fehler|irrtum|versehen|verwechslung)|(?:bitten wir|dafür bitten wir|wofür wir)[^.!?]{0,30} (?:entschuldigung|entschuldigen|verzeihung)",
        unclear: "missverständlich|missverstanden werden|(?:der|den) eindruck (?:entstehen|erweck|entstanden|vermittelt)|(?:so|dahingehend) verstanden werden|war unklar|war nicht (?:eindeutig|klar genug)|deutlich gemacht|klargestellt|präzisiert",
        afterwards: "nach (?:der )?(?:veröffentlichung|erscheinen|publikation) (?:dieses|des|unseres) (?:artikels|textes|berichts|beitrags)|(?:haben wir|wir haben)[^.!?]{0,60} (?:nachgetragen|ergänzt|hinzugefügt|nachträglich eingefügt)",
    },
    Tongue {
        // fr
        piece: "(?:(?:cet|notre|cette|ce|le présent|la présente) (?:article|texte|dépêche|papier|enquête|entretien|interview|reportage|tribune|chronique|éditorial|infographie|portrait|billet|titre|récit|page|vidéo|carte)|l['’](?:article|interview|entretien|enquête) publiée?|ce direct)",
        of_piece: "de (?:(?:cet|notre|cette|ce) (?:article|texte|dépêche|papier|enquête|entretien|interview|reportage|tribune|chronique|éditorial|infographie|portrait|billet|titre|récit|page|vidéo|carte)|l['’](?:article|interview|entretien|enquête|infographie|infobox))",
        earlier: "(?:(?:précédente|première|ancienne) version|version (?:précédente|antérieure|initiale|originale|publiée (?:hier|initialement|d['’]abord)))",
        states: &[
            (Correction, "corrigée?s?|rectifiée?s?|modifiée?s?|amendée?s?|erreur s['’]est glissée"),
            (
                Clarification,
                "clarifiée?s?|précisée?s?|(?:pour|afin de|afin d['’]) (?:préciser|clarifier|lever|dissiper|éviter toute)",
            ),
            (
                Update,
                "mise?s? à jour|actualisée?s?|complétée?s?|enrichie?s?|(?:a été|est|sera) (?:ajoutée?|augmentée?)|nous (?:actualisons|complétons)",
            ),
            (
                Retraction,
                "(?:a été|avons|est|ont|a) (?:(?:décidé de )?(?:retirée?|supprimée?|dépubliée?|rétractée?)|été (?:retirée?|supprimée?|dépubliée?))|(?:décidé de|nous|choisi de) (?:retirer|dépublier|supprimer|retirons|dépublions|supprimons)|la rédaction (?:retire|dépublie|se rétracte)|n['’]est plus (?:disponible|accessible|en ligne)",
            ),
        ],
        part: "(?:(?:le|la|cette|ce|notre|son) (?:texte|passage|titre|légende|phrase|formulation|mention|paragraphe|chiffre|infographie|carte|version en ligne|coquille|faute)|l['’](?:erreur|infographie|orthographe|article|information))",
        mended: "(?:a|ont) (?:depuis |également |bien )?été (?:depuis |aussitôt )?(?:corrigée?s?|rectifiée?s?|modifiée?s?|reformulée?s?|réparée?s?)",
        wrongly: "(?:par erreur|à tort|erronée?s?|erronément|de manière erronée|de façon erronée|par inadvertance|par mégarde|une coquille|fautivement)",
        we_said: "nous (?:avons|avions|écrivions|indiquions|affirmions|annoncions|attribuions|présentions|mentionnions|l['’]avons|y)|(?:nous|on) (?:a|avait)|avons[- ]nous|avions[- ]nous|(?:dans|sous) (?:une|la|notre) (?:première version|version|édition|légende)|dans (?:notre|nos) (?:article|éditions?|numéro)",
        cause: "(?:suite à|à la suite d['’]|en raison d['’]|du fait d['’]|par suite d['’]|après) ?une (?:erreur|coquille|confusion) (?:d['’]édition|de (?:la )?(?:rédaction|relecture|transcription|traduction|saisie|frappe|montage|notre part)|dans (?:notre|l['’]édition)|éditoriale|technique|de notre part)|(?:une|plusieurs|des) (?:erreurs?|coquilles?|confusion|inexactitudes?)[^.!?]{0,20} s['’](?:est|était|étaient|sont) (?:malencontreusement |malheureusement )?glissée?s?|^(?:nous nous sommes trompée?s|nous avons commis une erreur)",
        sorry: "(?:nous (?:vous |leur |lui )?(?:présentons|adressons|prions|demandons|nous excusons|regrettons)[^.!?]{0,50}(?:excuse|lecteurs|erreur|excuser)|toutes nos excuses|nos (?:plus plates |sincères )?excuses|nous nous en excusons|veuillez nous excuser)",
        unclear: "prêter à confusion|laiss(?:er|ait|é) (?:entendre|penser|croire|supposer)|donn(?:er|ait|é) (?:l['’]impression|à penser)|être (?:mal )?(?:comprise?|interprétée?|mal lue?)|manquait de clarté|était ambigu|induire en erreur",
        afterwards: "(?:après|depuis) (?:la )?(?:publication|parution|mise en ligne) de (?:cet article|notre article|l['’]article|ce texte|notre enquête|cette enquête)",
    },
    Tongue {
        // es
        piece: "(?:est[ae]|nuestr[ao]|la presente|el presente) (?:artículo|noticia|información|texto|nota|pieza|crónica|reportaje|entrevista|titular|columna|despacho|cable|perfil|análisis|publicación|gráfico|mapa|tribuna|editorial)",
        of_piece: "(?:de (?:est[ae]|nuestr[ao]|la|esta misma)|del|de dicha) (?:artículo|noticia|información|texto|nota|pieza|crónica|reportaje|entrevista|titular|columna|despacho|cable|perfil|análisis|publicación|gráfico|mapa|tribuna|editorial)",
        earlier: "(?:versión (?:anterior|previa|inicial|original|preliminar|publicada)|(?:primera|anterior) versión)",
        states: &[
            (
                Correction,
                "corregid[oa]s?|corregido|corrigió|rectificad[oa]s?|rectificó|modificad[oa]|modificó|enmendad[oa]|editad[oa] para|corrige|subsanad[oa]",
            ),
            (
                Clarification,
                "aclarad[oa]|matizad[oa]|precisad[oa]|para (?:aclarar|precisar|matizar|dejar claro|evitar (?:confusiones|malentendidos|equívocos))",
            ),
            (
                Update,
                "actualizad[oa]s?|actualizó|actualizando|actualizará|ampliad[oa]|ampliará|ampliando|completad[oa]|se (?:ha añadido|añadió|agregó|han añadido)|en desarrollo",
            ),
            (
                Retraction,
                "(?:ha|hemos|fue|han|decidido|había) (?:sido )?(?:retirad[oa]|retirar|eliminad[oa]|borrad[oa]|despublicad[oa]|despublicar|bajad[oa])|(?:retiró|retiramos|retiramos|retira|se retracta de|eliminó|bajó|despublicó)|ya no está disponible",
            ),
        ],
        part: "(?:el|la|los|las|su) (?:texto|pasaje|titular|título|pie de foto|párrafo|frase|gráfico|mapa|dato|datos|error|errata|nombre|artículo|noticia|cifra|redacción|expresión)",
        mended: "(?:ha|han|fue|fueron|ya ha|ya fue|ya está|se ha|se han) (?:sido |ya )?(?:corregid[oa]s?|subsanad[oa]s?|rectificad[oa]s?|modificad[oa]s?|enmendad[oa]s?)",
        wrongly: "(?:por error|por equivocación|erróneamente|equivocadamente|incorrectamente|de (?:forma|manera) (?:errónea|incorrecta|equivocada)|por un error|con error|errónea(?:mente)?|por descuido)",
        we_said: "(?:publicamos|afirmamos|escribimos|dijimos|informamos|indicamos|atribuimos|señalamos|mencionamos|identificamos|citamos|llamamos|situamos|confundimos|consignamos|se (?:indicó|publicó|decía|afirmaba|atribuyó|atribuía|indicaba|mencionaba|afirmó|consignó|señaló|informó|dijo|identificó|situaba|citaba)|habíamos|hemos (?:publicado|afirmado|escrito|dicho))",
        cause: "(?:por|debido a|a causa de) un (?:error|fallo|lapsus) (?:de (?:edición|redacción|transcripción|traducción|este diario|este periódico|producción|imprenta|la redacción)|en la (?:edición|redacción|transcripción|traducción)|editorial|nuestro|tipográfico)|(?:se (?:nos )?(?:coló|deslizó|ha colado|ha deslizado)) un (?:error|dato|gazapo)|^(?:nos equivocamos|cometimos un error|nos hemos equivocado)",
        sorry: "(?:lamentamos (?:el|este|la|los|las) (?:error|confusión|errores|molestias ocasionadas a los lectores)|(?:pedimos|ofrecemos|presentamos) (?:disculpas|perdón|nuestras disculpas)|nos disculpamos|nuestras disculpas)",
        unclear: "(?:podía|podría|pudo|puede|pudiera) (?:dar (?:a entender|lugar|pie)|entenderse|interpretarse|inducir|llevar a)|dar (?:a entender|la impresión)|daba (?:a entender|la impresión)|no (?:quedaba|dejaba|estaba) clar[oa]|inducir a (?:error|confusión)|prestarse a",
        afterwards: "(?:después de|tras|con posterioridad a) (?:la )?(?:publicación|publicar(?:se)?|publicada) (?:de )?(?:est[ae]|nuestr[ao]) (?:artículo|noticia|información|nota|reportaje|texto)",
    },
    Tongue {
        // it
        piece: "(?:quest[ao] |quest['’]|il presente |il nostro |la nostra )(?:articolo|pezzo|testo|notizia|intervista|titolo|inchiesta|servizio|cronaca|editoriale|didascalia|grafico|infografica|reportage|rubrica|lancio|ritratto|commento)|l['’]articolo pubblicato",
        of_piece: "(?:di (?:quest[ao] |quest['’])|del(?:l['’]|la |lo | )|del nostro |della nostra )(?:articolo|pezzo|testo|notizia|intervista|titolo|inchiesta|servizio|cronaca|editoriale|didascalia|grafico|infografica|reportage|rubrica|lancio)",
        earlier: "(?:precedente|prima|vecchia) versione|versione (?:precedente|iniziale|originale|originaria)|prima stesura",
        states: &[
            (Correction, "corrett[oaie]|rettificat[oaie]|modificat[oaie]|emendat[oaie]|correggiamo"),
            (
                Clarification,
                "chiarit[oa]|precisat[oa]|(?:per|al fine di) (?:chiarire|precisare|evitare (?:equivoci|fraintendimenti|ambiguità)|rendere (?:più )?chiar[oa])",
            ),
            (
                Update,
                "aggiornat[oa]|aggiorneremo|aggiorniamo|integrat[oa]|ampliat[oa]|in aggiornamento|completat[oa]|in corso di aggiornamento",
            ),
            (
                Retraction,
                "ritirat[oa]|ritiriamo|ritira|rimoss[oa]|eliminat[oa]|cancellat[oa]|rimuovere|ritirare|non è più disponibile|ritrattiamo",
            ),
        ],
        part: "(?:il|la|lo|i|le|l['’]) ?(?:testo|passaggio|titolo|didascalia|frase|paragrafo|grafico|infografica|dato|errore|refuso|nome|articolo|notizia|cifra|formulazione|brano|informazione)",
        mended: "(?:è|sono) (?:già |ora |stat[oaie] |stat[oaie] poi |stat[oaie] ora |stat[oaie] subito )(?:corrett[oaie]|rettificat[oaie]|modificat[oaie]|riformulat[oaie]|sistemat[oaie])",
        wrongly: "(?:per errore|erroneamente|per sbaglio|in modo errato|in maniera errata|per un errore|per una svista|errat[oaie]|sbagliat[oaie]|per un refuso)",
        we_said: "(?:avevamo|abbiamo|scrivevamo|riportavamo|indicavamo|attribuivamo) ?(?:scritto|riportato|indicato|pubblicato|attribuito|detto|definito|citato|confuso|chiamato|affermato|dato)?|(?:si (?:leggeva|diceva|affermava|indicava|attribuiva|sosteneva)|era (?:stato )?(?:scritto|riportato|indicato|attribuito|riportata|indicata))",
        cause: "(?:per|a causa di|a seguito di) un(?:a|['’])? ?(?:errore|svista|refuso) (?:di (?:trascrizione|redazione|editing|battitura|traduzione|stampa|impaginazione|montaggio)|della redazione|redazionale|in fase di|nostr[oa]|tipografico)|(?:ci è sfuggito|si è (?:infilat|intrufolat)[oa]) un|^(?:abbiamo sbagliato|ci siamo sbagliati|abbiamo commesso un errore)",
        sorry: "(?:ci scusiamo|ce ne scusiamo|chiediamo scusa|ci dispiace per l['’]errore|le nostre scuse|porgiamo (?:le nostre )?scuse|scusandoci con)",
        unclear: "(?:poteva|potrebbe|può|potevano|potesse) (?:far (?:pensare|credere|intendere)|essere (?:frainteso|frainteso|inteso|interpretato|fraintesa|intesa|interpretata|letto|letta)|indurre|generare|dare|lasciar)|lasciava (?:intendere|pensare|credere)|non (?:era chiaro|chiariva|risultava chiaro)|dava l['’]impressione|trarre in inganno",
        afterwards: "dopo la pubblicazione (?:di quest|dell['’]articolo|del nostro|del pezzo|del servizio|dell['’]intervista)",
    },
    Tongue {
        // pt
        piece: "(?:est[ea]|ess[ea]|noss[ao]|a presente|o presente) (?:texto|artigo|reportagem|matéria|notícia|publicação|título|entrevista|coluna|peça|nota|crônica|crónica|perfil|análise|gráfico|mapa|editorial|infográfico|legenda|conteúdo)",
        of_piece: "(?:d(?:est|ess)[ea]|d[ao]|da nossa|do nosso) (?:texto|artigo|reportagem|matéria|notícia|publicação|título|entrevista|coluna|peça|nota|crônica|crónica|perfil|análise|gráfico|mapa|editorial|infográfico|legenda)",
        earlier: "(?:versão (?:anterior|inicial|original|prévia|publicada)|(?:primeira|anterior) versão)",
        states: &[
            (Correction, "corrigid[oa]s?|alterad[oa]s?|retificad[oa]s?|modificad[oa]s?|editad[oa]s?|emendad[oa]"),
            (
                Clarification,
                "esclarecid[oa]|clarificad[oa]|reformulad[oa]|(?:para|a fim de) (?:esclarecer|clarificar|precisar|deixar (?:mais )?clar[oa]|evitar (?:mal-entendidos|equívocos|confusão|confusões|dúvidas))",
            ),
            (
                Update,
                "atualizad[oa]s?|actualizad[oa]s?|atualizaremos|ampliad[oa]|complementad[oa]|acrescentad[oa]|em atualização|em actualização|completad[oa]",
            ),
            (
                Retraction,
                "retirad[oa]|retirou|retiramos|retirámos|retira|removid[oa]|removeu|despublicad[oa]|despublicou|despublicar|apagad[oa]|excluíd[oa]|tirad[oa] do ar|tirou do ar|saiu do ar|eliminad[oa]|já não está disponível|não está mais disponível",
            ),
        ],
        part: "(?:o|a|os|as|seu) (?:texto|trecho|passagem|título|legenda|frase|parágrafo|gráfico|mapa|dado|erro|nome|artigo|notícia|reportagem|matéria|informação|número|redação|gralha|grafia)",
        mended: "(?:foi|foram|já foi|já foram|está) (?:já |entretanto |posteriormente )?(?:corrigid[oa]s?|retificad[oa]s?|alterad[oa]s?|reformulad[oa]s?|emendad[oa]s?)",
        wrongly: "(?:por erro|por engano|por lapso|erradamente|erroneamente|incorretamente|incorrectamente|equivocadamente|de forma (?:errada|incorreta|equivocada)|por um erro|errad[oa]|por equívoco)",
        we_said: "(?:publicamos|publicámos|afirmamos|afirmámos|escrevemos|dissemos|informamos|informámos|indicamos|indicámos|atribuímos|noticiamos|noticiámos|referimos|trocamos|trocámos|identificamos|identificámos|confundimos|chamamos|chamámos|citamos|citámos|havíamos|tínhamos|(?:foi|fora|era|estava) (?:publicad|informad|identificad|grafad|atribuíd|indicad|escrit|referid|noticiad)[oa])",
        cause: "(?:por|devido a|em razão de|por causa de) (?:um |uma )?(?:erro|lapso|falha|gralha) (?:de (?:edição|redação|transcrição|tradução|digitação|apuração|produção|impressão)|na (?:edição|transcrição|tradução|apuração|redação)|editorial|da redação|nosso|desta redação)|(?:diferentemente|ao contrário) do (?:que (?:foi )?)?(?:publicado|informado|noticiado|escrito|afirmado)|^(?:erramos|nós erramos|cometemos um erro|errámos)",
        sorry: "(?:pedimos (?:desculpas?|perdão)|lamentamos (?:o|este|esse) (?:erro|lapso|equívoco)|as nossas desculpas|nossas desculpas|apresentamos (?:as nossas )?desculpas)",
        unclear: "(?:podia|poderia|pode|podiam) (?:dar a entender|ser (?:entendid|interpretad|lid|mal interpretad)[oa]|induzir|levar|sugerir|gerar|suscitar)|dava a entender|dar a entender|não (?:deixava|ficava|estava) clar[oa]|dava a impressão",
        afterwards: "(?:após|depois d[ae]|depois de) (?:a )?(?:publicação|publicad[oa]) (?:d?(?:est|ess)[ea]|da) (?:texto|artigo|reportagem|matéria|notícia|peça)",
    },
    Tongue {
        // nl
        piece: "(?:dit|deze|ons|onze) (?:artikel|bericht|stuk|verhaal|tekst|interview|liveblog|kop|reportage|column|recensie|podcast|aflevering|portret|pagina|grafiek|bijschrift|opiniestuk|nieuwsbericht|video|publicatie|analyse|profiel)",
        of_piece: "van (?:dit|deze|het|ons|onze|de) (?:artikel|bericht|stuk|verhaal|tekst|interview|liveblog|kop|reportage|column|recensie|podcast|portret|grafiek|bijschrift|opiniestuk|nieuwsbericht|video|publicatie|analyse|profiel)",
        earlier: "(?:eerdere|vorige|oorspronkelijke|oudere|eerste|aanvankelijke) versie",
        states: &[
            (
                Correction,
                "aangepast|gecorrigeerd|gewijzigd|verbeterd|gerectificeerd|rechtgezet|hersteld|corrigeren|rectificeren",
            ),
            (
                Clarification,
                "verduidelijkt|gepreciseerd|verhelderd|om (?:te verduidelijken|duidelijk te maken|misverstanden|verwarring)|ter verduidelijking",
            ),
            (
                Update,
                "bijgewerkt|geüpdatet|geactualiseerd|aangevuld|uitgebreid|(?:werken|houden)[^.]{1,20} bij(?:[^a-z]|$)|toegevoegd aan",
            ),
            (
                Retraction,
                "ingetrokken|teruggetrokken|verwijderd|offline gehaald|offline|trekken (?:wij|we)|trekt|van de site gehaald|niet langer beschikbaar|niet meer beschikbaar",
            ),
        ],
        part: "(?:de|het|deze|dit|die|dat) (?:tekst|kop|passage|zin|fout|naam|getal|bijschrift|onderschrift|fotobijschrift|grafiek|alinea|formulering|artikel|bericht|stuk|cijfers?|spelling)",
        mended: "(?:is|zijn|werd|werden) (?:inmiddels |nu |daarop |ondertussen |intussen )?(?:aangepast|gecorrigeerd|gewijzigd|hersteld|verbeterd|rechtgezet)",
        wrongly: "(?:ten onrechte|abusievelijk|per abuis|per ongeluk|onterecht|foutief|verkeerdelijk|onjuist|verkeerd|foutieve|verkeerde|onjuiste)",
        we_said: "(?:schreven|meldden|noemden|hadden|hebben|gaven|publiceerden|berichtten|vermeldden) (?:we|wij)|(?:we|wij) (?:schreven|meldden|noemden|gaven|publiceerden|berichtten|vermeldden)|(?:stond|werd|is|was) (?:hier|in (?:dit|ons|het) (?:artikel|bericht|stuk)|er in (?:dit|ons|het) (?:artikel|bericht|stuk)|in een eerdere)|^in (?:het artikel|het bericht|de krant|de editie|het onderschrift|het fotobijschrift|ons artikel|ons bericht)",
        cause: "(?:door|wegens|vanwege|als gevolg van) een (?:redactie|redactionele |vertaal|type|productie|tik|transcriptie|opmaak|invoer)(?:fout|vergissing)|(?:is|was) (?:er )?(?:helaas )?een (?:[a-z]+ )?fout (?:in )?(?:geslopen|gemaakt)|een fout geslopen|^(?:wij|we) (?:hebben ons vergist|zaten fout|hadden het mis|maakten een fout)",
        sorry: "(?:onze excuses|excuses (?:hiervoor|daarvoor|voor)|(?:wij|we) (?:bieden|betreuren|verontschuldigen)[^.]{0,40}(?:excuses|fout|vergissing|ons)|(?:bieden|betreuren) (?:wij|we) (?:deze|de|onze|hiervoor|daarvoor|[^.]{0,20}excuses))",
        unclear: "de indruk (?:wekken|gewekt|wekte|ontstaan)|(?:kon|kan|konden) (?:verkeerd |worden |anders )*(?:begrepen|opgevat|gelezen|geïnterpreteerd|uitgelegd)|was (?:onduidelijk|niet duidelijk)|maakte niet duidelijk|verwarring",
        afterwards: "na (?:de )?publicatie van (?:dit|ons|het|deze) (?:artikel|bericht|stuk|verhaal|interview)",
    },
    Tongue {
        // ru
        piece: "(?:эт(?:от|а|у|о|ой|ого|ом)|наш(?:а|у|ей|его|ем|ей)?|данн(?:ый|ая|ую|ое|ого|ом)) (?:текста?|стать[яюие]|новост[ьи]|материале?а?|заметк[ауие]|публикаци[яюи]|сообщени[ея]|интервью|колонк[ауи]|репортажа?|расследовани[ея]|заголовка?|обзора?)|наш материал",
        of_piece: "(?:эт(?:ого|ой)|данно(?:го|й)|нашего|нашей)? ?(?:текста|статьи|новости|материала|заметки|публикации|интервью|колонки|репортажа|расследования|заголовка)(?:\\W|$)",
        earlier: "(?:предыдущ(?:ая|ей)|первоначальн(?:ая|ой)|ранн(?:яя|ей)|более ранн(?:яя|ей)|перв(?:ая|ой)|прежн(?:яя|ей)|исходн(?:ая|ой)) (?:верси[яи]|редакци[яи])",
        states: &[
            (
                Correction,
                "исправлен[аоы]?|исправили|исправила|изменён|измен[её]н[аоы]?|скорректирован[аоы]?|отредактирован",
            ),
            (
                Clarification,
                "уточн(?:ён|ен)[аоы]?|уточнили|уточнила|чтобы (?:уточнить|было ясно|избежать|стало ясно)|во избежание",
            ),
            (
                Update,
                "дополнен[аоы]?|обновл[её]н[аоы]?|дополняется|обновляется|будет (?:дополнен|обновл)|добавили|добавила|дополнили|обновили",
            ),
            (
                Retraction,
                "удал[её]н[аоы]?|удалили|отозван[аоы]?|отзываем|отзывает|отозвала|отозвали|снят[аоы]?|сняли|сняла|снимаем|снимает",
            ),
        ],
        part: "(?:текст|подпись|заголовок|формулировк[ау]|абзац|фраз[ау]|имя|фамили[яю]|цифр[ауы]|данные|ошибк[ау]|неточность|опечатк[ау]|инфографик[ау])(?: в тексте)?",
        mended: "(?:(?:уже |был[аои]? |теперь |сейчас )*(?:исправлен|изменен|изменён|скорректирован|устранен)[аоы]?|мы (?:уже )?(?:исправили|изменили|поправили)|исправили)",
        wrongly: "(?:ошибочно|по ошибке|неверно|неправильно|некорректно|была допущена|перепутал|вкралась)",
        we_said: "(?:мы (?:написали|писали|сообщили|сообщали|указали|назвали|приписали|утверждали|перепутали|опубликовали|неверно|неправильно|ошибочно)|(?:было|была|был|были) (?:указан|назван|приписан|сказано|написан|напечатан|опубликован)|говорилось|утверждалось|сообщалось в (?:тексте|материале|статье|заметке)|в (?:тексте|материале|статье|заметке|подписи|заголовке|публикации|новости)|редакция)",
        cause: "(?:из-за|по|вследствие|в результате) (?:технической |досадной |нашей )?ошибк[еи] (?:редакции|редактора|корреспондента|автора|переводчика|при (?:наборе|переводе|расшифровке|подготовке|редактировании|вёрстке|верстке)|корректора|журналиста)|(?:по|из-за) вин[еы] редакции|мы (?:ошибочно|неверно|неправильно|некорректно|по ошибке) (?:написали|сообщили|указали|назвали|приписали|утверждали|опубликовали|процитировали|перевели)|^(?:мы ошиблись|мы допустили ошибку|наша ошибка)|(?:в (?:текст|материал|статью|заметку)) вкралась",
        sorry: "(?:(?:^|[^а-яё])(?:приносим|редакция приносит) (?:[^.!?]{0,30} )?извинения|(?:мы|редакция) (?:просим|просит) прощения|извиняемся|просим прощения у|просим (?:читателей )?извинить)",
        unclear: "(?:можно было|могл[оаи]|мог|можно) (?:понять|создать|сложиться|создаться|быть понят|истолковать|прочитать|прочесть|трактовать|ввести)|создавал[оаи]? впечатление|было неясно|неоднозначн|двусмысленн",
        afterwards: "(?:после|уже после) (?:выхода|публикации|появления) (?:этого |этой |нашего |нашей |данного )?(?:материала|статьи|текста|заметки|новости|публикации|расследования)",
    },
    Tongue {
        // uk
        piece: "(?:ц(?:ей|я|ю|ього|ьому|ій|ієї|е)|наш(?:а|у|ого|ій|ої|ому)?) (?:текст[уі]?|статт[яюі]|новин[ауиі]|матеріал[уі]?|замітк[ауи]|публікаці[яюїі]|повідомлення|інтерв['’ʼ]ю|колонк[ауи]|репортажу?|розслідування|заголовок|заголовка)|наш матеріал",
        of_piece: "(?:цього|цієї|нашого|нашої)? ?(?:тексту|статті|новини|матеріалу|замітки|публікації|інтерв['’ʼ]ю|колонки|репортажу|розслідування|заголовка)(?:\\W|$)",
        earlier: "(?:попередн(?:я|ій)|первісн(?:а|ій)|початков(?:а|ій)|перш(?:а|ій)|ранн(?:я|ій)|більш ранн(?:я|ій)) (?:версі[яї]|редакці[яї])",
        states: &[
            (Correction, "виправлено|виправили|виправила|змінено|відредаговано|скориговано"),
            (Clarification, "уточнено|уточнили|уточнила|щоб (?:уточнити|було зрозуміло|уникнути)|для уточнення"),
            (
                Update,
                "доповнено|оновлено|доповнюється|оновлюється|доповнили|оновили|буде (?:доповнено|оновлено)|додали|оновлюватиметься",
            ),
            (
                Retraction,
                "видалено|видалили|відкликано|відкликаємо|відкликає|відкликала|відкликали|знято|зняли|зняла|знімаємо|знімає",
            ),
        ],
        part: "(?:текст|підпис|заголовок|формулювання|абзац|фразу|ім['’ʼ]я|прізвище|цифр[иу]|дані|помилку|неточність|одрук|інфографіку)(?: в тексті| у тексті)?",
        mended: "(?:(?:вже |було |наразі )*(?:виправлено|змінено|скориговано|усунуто)|(?:ми )?(?:вже )?(?:виправили|змінили))",
        wrongly: "(?:помилково|неправильно|невірно|хибно|некоректно|через помилку|переплутал)",
        we_said: "(?:ми (?:написали|писали|повідомили|повідомляли|вказали|назвали|зазначили|приписали|стверджували|переплутали|опублікували|помилково|неправильно|хибно)|було (?:вказано|названо|зазначено|написано|приписано|опубліковано)|йшлося|ішлося|[ву] (?:тексті|матеріалі|статті|замітці|підписі|заголовку|публікації|новині)|редакція)",
        cause: "через (?:технічну |прикру |нашу )?помилку (?:редакції|редактор(?:а|ки)|кореспондент(?:а|ки)|автор(?:а|ки)|переклад|при|під час|журналіст|коректор)|(?:з|із) вини редакції|ми (?:помилково|неправильно|невірно|хибно) (?:написали|повідомили|вказали|назвали|зазначили|приписали|стверджували|опублікували|процитували|переклали)|^(?:ми помилилися|ми припустилися помилки|наша помилка)|закралася помилка|вкралася помилка",
        sorry: "(?:перепрошуємо|вибачаємо?ся|просимо (?:вибачення|пробачення)|приносимо (?:свої |щирі )?вибачення|редакція (?:перепрошує|просить вибачення|вибачається))",
        unclear: "(?:можна було|могл[оаи]|міг|можна) (?:зрозуміти|скласти|скластися|створити|витлумачити|прочитати|трактувати|ввести)|створювал[оаи] враження|було незрозуміло|неоднозначн|двозначн",
        afterwards: "(?:після|вже після) (?:виходу|публікації|оприлюднення|появи) (?:цього |цієї |нашого |нашої )?(?:матеріалу|статті|тексту|замітки|новини|публікації|розслідування)",
    },
    Tongue {
        // pl
        piece: "(?:t(?:en|ego|ej|ym|ę|a|o)|niniejsz(?:y|ego|a|ą)|nasz(?:a|ą|ego|ej|ym)?) (?:artykuł|artykułu|artykule|tekstu?|tekście|materiału?|materiale|wywiadu?|tytułu?|publikacj[aięe]|depesz[aęy]|informacj[aięe]|notatk[aęi]|reportażu?|relacj[aięe]|felietonu?|komentarza?)",
        of_piece: "(?:tego |tej |niniejszego |naszego |naszej )?(?:artykułu|tekstu|materiału|wywiadu|tytułu|publikacji|depeszy|informacji|notatki|reportażu|relacji|felietonu)(?:\\W|$)",
        earlier: "(?:wcześniejsz(?:a|ej)|poprzedni(?:a|ej)|pierwotn(?:a|ej)|pierwsz(?:a|ej)) wersj[ai]",
        states: &[
            (
                Correction,
                "poprawion[yaoe]|poprawiliśmy|skorygowan[yaoe]|skorygowaliśmy|zmieniliśmy|zmienion[yaoe]|sprostowan[yaoe]|sprostowaliśmy|prostujemy|poprawiono|skorygowano",
            ),
            (
                Clarification,
                "doprecyzowan[yaoe]|doprecyzowaliśmy|doprecyzowano|uściślon[yaoe]|uściśliliśmy|aby (?:doprecyzować|wyjaśnić|uniknąć|było jasne)|by (?:doprecyzować|wyjaśnić|uniknąć)",
            ),
            (
                Update,
                "zaktualizowan[yaoe]|aktualizowan[yaoe]|uzupełnion[yaoe]|zaktualizowaliśmy|aktualizujemy|uzupełniliśmy|zaktualizowano|uzupełniono|dodaliśmy|rozszerzon[yaoe]",
            ),
            (
                Retraction,
                "usunięt[yaoe]|usunęliśmy|usunięto|wycofan[yaoe]|wycofaliśmy|wycofujemy|wycofuje|wycofano|wycofała|usunęła|zdjęliśmy|zdjęto|zdjęt[yaoe]",
            ),
        ],
        part: "(?:tekst|podpis|tytuł|fragment|zdanie|akapit|błąd|błędy|pomyłk[aę]|literówk[aę]|nazwisko|nazwę|dane|sformułowanie|informacj[aęe]|grafik[aę])(?: w tekście)?",
        mended: "(?:(?:już |został[ayo]? |zostały |został już )*(?:poprawion[yaoe]|skorygowan[yaoe]|sprostowan[yaoe]|zmienion[yaoe])|(?:już )?(?:poprawiliśmy|skorygowaliśmy|zmieniliśmy|sprostowaliśmy))",
        wrongly: "(?:błędnie|omyłkowo|mylnie|przez pomyłkę|niepoprawnie|niewłaściwie|nieprawidłowo|nieprawdziw[aąeyi]|pomyliliśmy|wkradł się|wkradła się|przekręciliśmy)",
        we_said: "(?:podaliśmy|napisaliśmy|informowaliśmy|poinformowaliśmy|pisaliśmy|nazwaliśmy|przypisaliśmy|określiliśmy|opublikowaliśmy|stwierdziliśmy|wskazaliśmy|podano|napisano|przypisano|we? (?:tekście|artykule|materiale|podpisie|tytule|depeszy|wywiadzie|wczorajszym|poniedziałkowym|pierwszej wersji))",
        cause: "(?:z powodu|wskutek|na skutek|w wyniku|przez) (?:błęd(?:u|em)|błąd|pomyłk[ię]|omyłki) (?:redakc|redaktor|edytor|w (?:redakcji|tłumaczeniu|druku|składzie|korekcie)|przy (?:redagowaniu|tłumaczeniu)|tłumacz|korekt|naszej|z naszej)|(?:z winy redakcji)|wkradł(?:a)? się (?:[a-ząćęłńóśźż]+ )?(?:błąd|pomyłka|nieścisłość)|^(?:pomyliliśmy się|popełniliśmy błąd)",
        sorry: "(?:(?:za (?:błąd|pomyłkę|to|wprowadzenie)[^.!?]{0,20} )?przepraszamy|redakcja przeprasza|przepraszamy)",
        unclear: "(?:mogł[aoy]|może|mógł|można było) (?:sugerować|zostać|być|wprowadz|zrozumieć|odnieść|wskazywać|wywołać|odczytać)|sugerował[aoy]? |był[aoy]? niejasn|niejednoznaczn|nie wynikało jasno",
        afterwards: "(?:po|już po) (?:publikacji|opublikowaniu|ukazaniu się) (?:tego |tej |naszego |naszej )?(?:tekstu|artykułu|materiału|informacji|wywiadu)",
    },
    Tongue {
        // tr
        piece: "(?:bu (?:haber|makale|yazı|metin|başlık|içerik|söyleşi|röportaj|köşe yazısı|sayfa|analiz|görsel|fotoğraf altı)[a-zçğışöü]{0,6}|haberimiz[a-zçğışöü]{0,4}|yazımız[a-zçğışöü]{0,4}|söyleşimiz[a-zçğışöü]{0,4}|^haber(?:de|in|imiz)[a-zçğışöü]{0,3}|yayımladığımız (?:bu )?(?:haber|yazı|söyleşi)[a-zçğışöü]{0,4})",
        of_piece: "",
        earlier: "",
        states: &[
            (
                Correction,
                "düzeltilmiştir|düzeltildi|düzelttik|düzeltiyoruz|düzeltiriz|değiştirilmiştir|değiştirdik|değiştirildi|düzeltme yapıl",
            ),
            (
                Clarification,
                "netleştirilmiştir|netleştirdik|netleştirildi|açıklığa kavuştur|açıklık getir|daha açık hale",
            ),
            (
                Update,
                "güncellenmiştir|güncellendi|güncelledik|güncelliyoruz|güncellenecek|güncelleniyor|güncellenmektedir|eklenmiştir|eklendi|ekledik|gelişmektedir",
            ),
            (
                Retraction,
                "geri çek(?:ilmiştir|ildi|tik|iyoruz|ilmektedir|miştir)|yayından (?:kaldır|çek)|kaldırılmıştır|kaldırıldı|kaldırdık|silinmiştir|sildik",
            ),
        ],
        part: "(?:hata|yanlış|yanlışlık|metin|başlık|ifade|cümle|bilgi|fotoğraf altı|isim|rakam|tarih)(?:y?[ıiuü]|lar[ıi]?|ler[ıi]?)?",
        mended: "(?:düzeltilmiştir|düzeltildi|düzelttik|düzeltiriz|giderilmiştir|giderildi|değiştirildi|değiştirilmiştir)",
        wrongly: "(?:sehven|yanlışlıkla|hatalı|yanlış|hata sonucu|hatayla|maddi hata|daha önce)",
        we_said: "(?:yazmıştık|yazdık|belirtmiştik|belirttik|vermiştik|verdik|aktarmıştık|aktardık|duyurmuştuk|demiştik|yayımladık|yayımlamıştık|kullandık|kullanmışız|yazmışız|karıştırdık)",
        cause: "(?:editoryal|editör(?:yel)?|redaksiyon|çeviri|yazım|dizgi|teknik|bizim) (?:bir |kaynaklı )?hata(?:sı|mız)? (?:nedeniyle|sonucu|sebebiyle|yüzünden|kaynaklı)|bir (?:editör|çeviri|yazım|redaksiyon|dizgi) hatası (?:nedeniyle|sonucu|sebebiyle|yüzünden)|^(?:yanıldık|hata yaptık)",
        sorry: "özür (?:dileriz|diliyoruz)",
        unclear: "anlaşılabil|yanlış anlaşıl|izlenimi? (?:uyand|ver|yarat|doğ)|yorumlanabil|açık değildi|yanlış anlamaya|yanıltıcı",
        afterwards: "(?:haberin|haberimizin|yazının|yazımızın|makalenin|bu haberin) (?:yayım(?:lan)?|yayın(?:lan)?)[a-zçğışöü]* (?:sonra|ardından)",
    },
    Tongue {
        // ar
        piece: "(?:هذا|هذه) (?:الخبر|المقال|المقالة|التقرير|المادة|النص|العنوان|القصة|التحقيق|الحوار|المقابلة|الصفحة|العمود|الموضوع|التغطية|الصورة|الفيديو)|(?:الخبر|المقال|التقرير|المادة|الحوار) (?:المنشور|المنشورة) (?:أمس|سابقا|هنا)",
        of_piece: "(?:من|ل)(?: ?)(?:هذا|هذه|الخبر|المقال|التقرير|النص|المادة|القصة|الحوار|المقالة|التحقيق)",
        earlier: "(?:نسخة|صيغة|طبعة) (?:سابقة|أولى|أولية|أصلية|قديمة)|(?:النسخة|الصيغة) (?:السابقة|الأولى|الأولية|الأصلية)",
        states: &[
            (Correction, "تصحيح|تصويب|تعديل|صحح|صححنا|عدلنا|صوبنا|نصحح"),
            (Clarification, "لتوضيح|للتوضيح|لإيضاح|توضيحا|أوضحنا|لإزالة (?:اللبس|الالتباس)|منعا للبس"),
            (Update, "تحديث|حدثنا|سنحدث|أضفنا|أضيف إلى|نحدث"),
            (Retraction, "سحب|سحبنا|سحبت|حذف|حذفنا|حذفت|إزالة|أزلنا|نسحب|تسحب"),
        ],
        part: "(?:الخطأ|النص|العنوان|العبارة|الصياغة|التعليق|الفقرة|الاسم|الرقم)",
        mended: "(?:وقد )?(?:جرى تصحيحه[ا]?|تم تصحيحه[ا]?|صحح(?:ت|نا)?)",
        wrongly: "(?:خطأ|بالخطأ|عن طريق الخطأ|سهوا|على سبيل الخطأ|بصورة خاطئة|بشكل خاطئ|بشكل غير صحيح)",
        we_said: "(?:ذكرنا|نشرنا|قلنا|أوردنا|كتبنا|أشرنا|نسبنا|كنا قد|ورد في (?:هذا|هذه|الخبر|المقال|التقرير|تقرير|خبر|نسخة)|جاء في (?:هذا|هذه|الخبر|المقال|التقرير|تقرير|خبر|نسخة))",
        cause: "(?:بسبب|نتيجة|جراء|إثر) (?:خطأ|سهو) (?:تحريري|في التحرير|في الترجمة|في النقل|مطبعي|طباعي|من المحرر|من هيئة|فني في التحرير|وقع فيه)|^(?:أخطأنا|وقعنا في خطأ)|وقع خطأ في (?:هذا|هذه|الخبر|المقال|التقرير)",
        sorry: "(?:نعتذر|وتعتذر هيئة التحرير|نأسف لهذا الخطأ|نأسف للخطأ|تعتذر (?:الصحيفة|هيئة التحرير|التحرير|الموقع)|ونعتذر)",
        unclear: "يفهم (?:من|منه|منها)|توحي? بأن|أوحت?|ملتبس|غير واضح|لبس|التباس",
        afterwards: "بعد نشر (?:هذا|هذه|الخبر|المقال|التقرير|تقريرنا|خبرنا|مقالنا)",
    },
];
