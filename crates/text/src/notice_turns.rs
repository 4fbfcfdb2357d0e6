//! Turns that newsrooms of all languages have for one thing: to clear up, to recall what an agency sent, to say what it
//! should have read, to add to a piece, to lay open where an author stands. By the thing, each pattern in one language.
//!
//! A politician can clear something up and a maker can recall something, too: each names the piece, or speaks as its outlet.

use crate::NoticeKind::{self, Clarification, Correction, EditorsNote, Retraction, Update};

/// All of them, with the kind that each says.
pub(crate) fn all() -> impl Iterator<Item = (NoticeKind, &'static str)> {
    let of = |kind, all: &'static [&'static str]| all.iter().map(move |pattern| (kind, *pattern));
    of(Clarification, CLEARED_UP)
        .chain(of(Retraction, RECALLED))
        .chain(of(Correction, SHOULD_READ))
        .chain(of(Correction, IN_BRACKETS))
        .chain(of(Correction, POINTED_OUT))
        .chain(of(Correction, AT_FIRST))
        .chain(of(Correction, PUT_RIGHT))
        .chain(of(Update, ANSWERED))
        .chain(of(Update, ADDED))
        .chain(of(EditorsNote, LAID_OPEN))
}

/// "To avoid any misunderstanding: the firm that this article names is another one."
const CLEARED_UP: &[&str] = &[
    r"^(?:to avoid (?:any )?(?:doubt|confusion|misunderstanding)|for the avoidance of doubt|for (?:the sake of )?clarity),?[^.]{0,80} (?:this|our) {doc}",
    r"^(?:um|zur vermeidung von|damit keine) (?:missverständnisse[n]?|verwechslungen)[^.]{0,60}(?:wir |im (?:beitrag|text|artikel|bericht)|redaktion)",
    r"^(?:pour|afin d['’]|afin de) ?(?:éviter|lever|dissiper|prévenir) (?:tout|toute) (?:malentendu|ambigu[iï]té|équivoque|confusion)[^.]{0,80}(?:nous |article|texte|papier)",
    r"nous (?:prie|demande|a demandé|prient) (?:de )?(?:préciser|faire savoir|rectifier)",
    r"^(?:para evitar (?:confusiones|equívocos|malentendidos)|a raíz de|a petición de)[^.]{0,40}(?:conviene|queremos|debemos|cabe) (?:puntualizar|aclarar|precisar)",
    r"(?:mencionad|citad|aludid)[oa]s? en est[ae] (?:artículo|noticia|texto|información|nota|reportaje)[^.]{0,30} no (?:guarda|tiene|es|mantiene)",
    r"^(?:a scanso di equivoci|per evitare (?:equivoci|fraintendimenti)|per chiarezza),? [^.]{0,20}(?:precisiamo|chiariamo|specifichiamo|segnaliamo)",
    r"^(?:a pedido d|para evitar (?:equívocos|mal-entendidos|dúvidas))[^.]{0,50}esclarecemos",
    r"^(?:voor alle duidelijkheid|ter voorkoming van misverstanden|om misverstanden te voorkomen)[,:][^.]{0,40}(?:dit (?:artikel|bericht|stuk)|we |wij )",
    r"^во избежание (?:недоразумений|разночтений|путаницы)[^.]{0,20}(?:поясняем|уточняем|сообщаем)",
    r"^(?:щоб уникнути|аби уникнути|задля уникнення) (?:різночитань|непорозумінь|плутанини)[^.]{0,20}(?:пояснюємо|уточнюємо|зазначаємо)",
    r"^(?:gwoli ścisłości|dla (?:jasności|porządku)|aby uniknąć (?:nieporozumień|wątpliwości))\s*[:,–—-][^.]{0,60}(?:opisywan|wspomnian|wymienion|przywołan|informujemy|wyjaśniamy)",
    r"^yanlış anlaş[^.:]{0,50}(?:belirtelim|açıklayalım|belirtmek isteriz|hatırlatalım)",
    r"^(?:منعا لأي|تجنبا لأي|رفعا لأي|دفعا لأي) (?:التباس|لبس|سوء فهم)[^.]{0,20}(?:نوضح|نود)",
    r"(?:this|our) {doc} has (?:since |now )?been (?:reworded|rephrased|rewritten) to (?:make|clarify|avoid)",
    r"(?:esta|la) redacción (?:quiere|desea) (?:precisar|aclarar|puntualizar|dejar claro)",
    r"abbiamo (?:riformulato|reso più chiar[oa]|precisato|chiarito) (?:il|la|un|questo|questa|nel)",
    r"(?:tornámos|tornamos|deixámos|deixamos) (?:mais )?clar[oa] (?:no|na|neste|nesta|que)",
    r"de redactie (?:hecht eraan|wil|wenst)[^.]{0,20} (?:te )?(?:preciseren|verduidelijken|benadrukken)",
    r"редакц(?:ия|ія) (?:хочет|хоче|считает необходимым|вважає за потрібне) (?:пояснить|уточнить|разъяснить|пояснити|уточнити|роз['’ʼ]яснити)",
    r"(?:paragrafı|cümleyi|bölümü|ifadeyi) daha açık (?:hale getirdik|yazdık)",
];

/// "Typo corrected in paragraph two", "Nota da redação: o valor foi corrigido".
const PUT_RIGHT: &[&str] = &[
    r"^\W*this {doc} (?:corrects|fixes|amends) ",
    r"^\W*(?:this |the )?{doc} (?:corrected|amended)(?: \d|[,.]|$| on | at | to | after | since )",
    r"^\W*(?:a |an |the )?(?:typo|error|mistake|misspelling|slip)s? (?:was |were |has been |have been )?(?:corrected|fixed|amended|put right)",
    r"(?:an? |the )(?:error|mistake|typo) in [^.]{2,60} (?:has been|was) (?:corrected|fixed|amended|put right)",
    r"^\W*(?:the )?(?:headline|standfirst|caption|byline|graphic|chart|name|figure|spelling) (?:was |has been )?(?:amended|corrected|changed) (?:after|since|on|following|to)",
    r"^\W*(?:the )?[a-z ]{3,30} (?:has|have) been corrected (?:from|to|above|below|throughout)",
    r"^\W*amended (?:for|to|on|after)",
    r"apologi[sz]es? to [^.]{2,60} for (?:the|this|our|its|an) (?:error|mistake)",
    r"(?:o valor|o número|o nome|a data|a informação|o texto|o título|a grafia|a idade)[^.]{0,40} foi corrigid[oa]",
    r"(?:het bedrag|het cijfer|het aantal|de naam|de datum|de tekst|de kop|de leeftijd)[^.]{0,40} (?:is|zijn|werd) (?:gecorrigeerd|aangepast|verbeterd)",
    r"(?:сумма|цифра|имя|дата|число|фамилия|заголовок|возраст|название)[^.]{0,40} исправлен[аоы]?",
    r"(?:суму|цифру|ім['’ʼ]я|дату|число|прізвище|заголовок|вік|назву)[^.]{0,40} виправлено",
    r"(?:kwota|liczba|nazwisko|data|imię|tytuł|wiek|nazwa)[^.]{0,40} (?:został[ao]?|zostało) (?:poprawion[aey]|skorygowan[aey])",
];

/// "Please cancel and do not use the report that was sent at 10.32."
const RECALLED: &[&str] = &[
    r"(?:clients|subscribers|editors)[^.]{0,40}(?:asked|requested|advised|please)[^.]{0,20}(?:not to use|to disregard|do not use|kill) (?:this|the|our)",
    r"(?:bitte )?verwenden sie (?:unsere|diese|die) (?:meldung|nachricht|eilmeldung)[^!?]{0,90}(?:nicht)",
    r"(?:meldung|eilmeldung|bericht) [^.]{0,60}(?:wird|ist) (?:hiermit |ersatzlos )?(?:zurückgezogen|hinfällig|annulliert)",
    r"(?:prière|merci|veuillez|nous vous prions) (?:de )?(?:bien vouloir )?(?:annuler|ne pas (?:utiliser|tenir compte de)) (?:notre|la|cette) (?:dépêche|information|alerte|nouvelle)",
    r"(?:rogamos|se ruega|pedimos) [^.]{0,40}(?:anulen|anular|no utilicen|eliminen) (?:la|el|nuestr[ao]|est[ae]) (?:noticia|información|despacho|nota|teletipo)",
    r"(?:si prega|preghiamo|vi preghiamo) [^.]{0,30}(?:di )?(?:annullare|non utilizzare|non tenere conto)[^.]{0,30}(?:notizia|dispaccio|lancio|take)",
    r"(?:pedimos|solicita-se|favor)[^.]{0,40}(?:anular|desconsiderar|não utilizar)[^.]{0,20}(?:notícia|nota|despacho|informação)",
    r"(?:conteúdo|texto|vídeo|reportagem|notícia|artigo) (?:[^.]{0,40} )?foi (?:retirad|tirad)[oa] do ar",
    r"(?:gelieve|verzoeke|verzoek)[^.]{0,40}(?:bericht|nieuws)[^.]{0,40}(?:niet te gebruiken|als vervallen te beschouwen|te negeren)",
    r"(?:сообщение|новость|информация)[^:]{0,90}(?:аннулируется|отзывается|снимается с ленты)",
    r"просим (?:его|её|ее|эту новость|это сообщение|сообщение) не использовать",
    r"(?:редакція|ми|агентство) (?:відкликає|відкликаємо|анулює|анулюємо) (?:новину|повідомлення|матеріал|цю)",
    r"(?:anulujemy|wycofujemy) (?:depeszę|wiadomość|informację|tekst|materiał)",
    r"prosimy o (?:jej|jego) (?:niepublikowanie|niewykorzystywanie|nieużywanie)",
    r"(?:haberimiz|haber|geçtiğimiz haber)[^.]{0,20} iptal (?:edilmiştir|edildi)|lütfen kullanmayınız",
    r"(?:حذفت|سحبت|تسحب) (?:الصحيفة|الجريدة|هيئة التحرير|إدارة التحرير|الوكالة) (?:هذا|هذه) ",
    r"(?:إلغاء|سحب) (?:الخبر|البرقية|النبأ) (?:الذي|التي|المرسل|الوارد)",
    r"(?:die redaktion|wir) (?:hat|haben) (?:die|den|das|unsere?n?) (?:reportage|artikel|text|beitrag|bericht|meldung|interview|recherche|stück)[^.]{0,60} (?:zurückgezogen|depubliziert|offline genommen|gelöscht)",
    r"(?:halten|hält) an (?:der|dieser|unserer|ihrer) (?:darstellung|berichterstattung)[^.]{0,20} nicht (?:länger|mehr|weiter) fest",
    r"(?:la rédaction|nous)[^.]{0,20} (?:a|avons) (?:décidé de |choisi de )?(?:retirer|retiré|dépublier|dépublié|supprimer|supprimé) (?:l['’]|cet|cette|le|la|ce) ?(?:entretien|article|enquête|reportage|texte|tribune|papier|interview)",
    r"hemos (?:retirado|eliminado|despublicado)[^.]{0,30} (?:la|el|est[ae]) (?:crónica|artículo|noticia|entrevista|reportaje|información|texto|pieza)",
    r"(?:el diario|este diario|el periódico|este periódico|la redacción|este medio) se retracta",
    r"(?:articolo|pezzo|testo|servizio|intervista) che si trovava (?:a questo indirizzo|qui|in questa pagina)[^.]{0,80} (?:rimoss|ritirat|cancellat)",
    r"já não nos revemos (?:no|na|neste|nesta)|(?:o artigo|o texto|a peça|a reportagem|a notícia) foi (?:despublicad|retirad[oa] d[oa] (?:site|sítio|página))",
    r"(?:редакция|редакція|ми|мы) (?:отзывает|отозвала|сняла с публикации|відкликає|відкликала|вилучає|вилучила|зняла з публікації) (?:эту |данную |цю |дану )?(?:публикацию|публікацію|статью|материал|новость|интервью|расследование|репортаж|текст|статтю|матеріал|інтерв|розслідування)",
    r"(?:редакція|редакция|ми|мы) (?:більше не|больше не) (?:вважає|вважаємо|считает|считаем|подтверждает|підтверджує)",
    r"(?:artykuł|tekst|materiał|wywiad|reportaż)[^.]{0,60} (?:został|został przez nas) (?:usunięty|wycofany|zdjęty) (?:z|ze) (?:serwisu|strony|portalu|witryny)",
    r"(?:gazetemiz|redaksiyonumuz|sitemiz)[^.]{0,80} (?:haberi|haberini|yazıyı|söyleşiyi|röportajı) (?:geri çek|yayından kaldır)",
    r"(?:قررت|قرر) (?:الصحيفة|التحرير|هيئة التحرير|الموقع|رئيس التحرير) (?:سحب|حذف|إزالة)",
    r"(?:حذف|سحب|أزيل) من الموقع (?:النص|المقال|الخبر|التحقيق|التقرير)|لم نعد نتمسك",
];

/// "It should have read 3.4 million, not 34 million."
const SHOULD_READ: &[&str] = &[
    r"this (?:[a-z]{3,9}\.? \d{1,2}(?:, \d{4})?,? )?(?:story|article|report|item) (?:has been|was) (?:corrected|amended)",
    r"this (?:story|article) was (?:first|originally) published on [^.]{3,24}\. it (?:was|has been) updated (?:on [^.]{3,24} )?to (?:correct|fix|delete|remove)",
    r"(?:was|were) (?:misspelt|misspelled|misstated|misidentified|wrongly given|incorrectly given|misreported) in (?:an?|our|the) (?:article|story|report|obituary|caption|letter|feature|column)",
    r"(?:it )?should have (?:read|said)[^.]{0,60}(?:not|rather than|instead of)",
    r"an dieser stelle (?:zunächst|zuvor|ursprünglich|fälschlich(?:erweise)?|irrtümlich)",
    r"^anders als (?:ursprünglich|zunächst|zuvor|anfangs|von uns|hier|an dieser stelle|in einer früheren)[^,]{0,30} (?:berichtet|gemeldet|geschrieben|angegeben|dargestellt)",
    r"(?:es )?(?:muss|müsste|hätte)(?: richtig| korrekt)? (?:heißen|lauten)(?: müssen)?[^.]{0,60}(?:nicht|statt)",
    r"(?:coquille|erreur|faute|inexactitude) s['’]est (?:malencontreusement )?(?:glissée|introduite) dans (?:notre|cet|un|l['’]) ?(?:article|texte|papier|édition)",
    r"il fallait (?:lire|comprendre|écrire)[^.]{0,60}(?:et non|au lieu)",
    r"donde (?:dice|decía|se decía|se leía|ponía)[^.]{0,80}(?:debe|debía|debería|debió) (?:decir|leerse)",
    r"abbiamo (?:scritto|pubblicato|riportato|attribuito)[^.]{0,140}(?:lettor[ei]|invece|in realtà|erroneamente)[^.]{0,80}(?:fu|è|era|notare|segnala)",
    r"(?:chiediamo venia|ce ne scusiamo|ci scusiamo (?:per|con|dell))",
    r"(?:tabela|gráfico|mapa|quadro|infográfico|legenda|foto|reportagem|texto)s? publicad[oa]s? .{0,120}(?:trocou|trouxe|informou|errou|continha|indicava|atribuiu|omitiu)",
    r"(?:onde se (?:lê|lia)|onde está)[^.]{0,80}(?:leia-se|deve ler-se|devia ler-se)",
    r"in het (?:stuk|artikel|bericht|interview) .{0,80}(?:staat|stond|schreven we)[^.]{0,80}\. ?(?:dat (?:moet|had)|het (?:is|moet|gaat)|dit (?:moet|is))",
    r"(?:через|унаслідок) (?:технічну|нашу|прикру|редакторську|редакційну|друкарську) (?:помилку|похибку|неточність)[^.]{0,60}(?:публікації|тексту|статті|матеріалу|новини)",
    r"wkradł[ay]? się (?:chochlik|błąd|pomyłka|omyłka|nieścisłość)",
    r"(?:nie|a nie)(?: zaś)?[^.]{0,40},? jak (?:wydrukowaliśmy|napisaliśmy|podaliśmy|informowaliśmy|błędnie)",
    r"(?:ورد|جاء|ذكر|نشر) (?:سهوا|خطأ|عن طريق الخطأ)",
    r"(?:فاقتضى|لذا اقتضى|اقتضى) (?:التصويب|التنويه|التوضيح|التصحيح)",
    r"(?:photo(?:graph)?|picture|image|caption)[^.]{0,80} (?:was|were) (?:captioned|labelled|labeled|credited) (?:incorrectly|wrongly|in error)|it misidentified",
    r"(?:didascalia|foto|titolo|occhiello|sommario)[^.]{0,40} (?:è stat[oa]|sono stat[ei]) (?:corrett|modificat|sostituit)",
    r"(?:op|bij) de foto bij (?:het|dit|ons) (?:stuk|artikel|bericht|interview)[^.]{0,120} (?:niet|zoals het bijschrift)",
    r"(?:по вине|из-за ошибки) (?:корреспондента|редактора|редакции|автора|переводчика)[^.]{0,100} (?:перепутан|неверно|неправильно|ошибочно)",
    r"через (?:неточність|помилку) (?:перекладу|редактора|кореспондента|редакції|автора)",
    r"(?:podpis|tytuł|lead|wykres|grafika)[^.]{0,40} (?:został[ay]?|zostały) (?:poprawion|skorygowan|zmienion|sprostowan)",
    r"(?:جرى|تم) (?:تعديل|تصحيح|تغيير) (?:التعليق|العنوان|الصورة|الشرح|الرسم)",
];

/// "Several readers pointed out to us that the battle took place in 1811."
const POINTED_OUT: &[&str] = &[
    r"(?:thanks|thank you|grateful|with thanks) to (?:the |our |those )?readers? who (?:pointed|spotted|wrote|alerted|told|noticed|flagged)",
    r"(?:danke an|dank an|wir danken)[^.]{0,40} (?:leser|hinweis)|(?:leser|leserinnen und leser) (?:haben|hat|machten) uns (?:darauf )?(?:hingewiesen|aufmerksam)",
    r"(?:lecteurs|lectrices|internautes)[^.]{0,20} (?:nous )?ont (?:signalé|fait remarquer|fait observer)",
    r"(?:nos han hecho notar|nos (?:ha|han) (?:advertido|señalado|avisado))[^.]{0,30} lector|lectores? (?:nos|que nos) (?:ha|han|advierte|señala)",
    r"(?:grazie|ringraziamo)[^.]{0,20} (?:ai |i )?lettori|lettori (?:che )?ci (?:hanno|ha) (?:segnalato|fatto notare)",
    r"(?:por sugestão|por indicação|graças ao alerta) de (?:um|uma|vários) leitor|leitor(?:es)? (?:nos )?(?:alertou|alertaram|avisou|apontou)",
    r"(?:oplettende|attente) lezers? (?:wees|wezen|maakte|maakten) ons|met dank aan (?:de|onze) lezer",
    r"спасибо читател|читатели (?:обратили|указали)|дякуємо (?:читач|за зауваження)|читачі (?:звернули|вказали)",
    r"(?:dziękujemy|dzięki) (?:czytelnik|za zwrócenie)|czytelnicy (?:zwrócili|wskazali)",
    r"(?:uyaran|bildiren|fark eden) (?:okurlarımıza|okurumuza|okuyucumuza|okuyucularımıza)",
    r"(?:نشكر|شكرا) (?:القراء|القارئ|قراءنا)[^.]{0,20} (?:الذين|الذي|على)",
];

/// "At first we wrote that the bridge opened in 1961." "The headline of this article said at first …; it was changed."
const AT_FIRST: &[&str] = &[
    r"^(?:at first|initially|originally|previously|earlier),? we (?:wrote|said|reported|stated|published|named|gave)",
    r"(?:o|este) título (?:deste|desta|da|do) (?:artigo|notícia|peça|texto) (?:dizia|indicava|referia|afirmava)",
    r"(?:o título|a legenda|a manchete) foi (?:entretanto |depois |posteriormente )?(?:alterad|corrigid|modificad)",
    r"(?:сначала|изначально|первоначально|ранее) мы (?:написали|сообщили|указали|назвали|утверждали)",
    r"(?:заголовок|подпись|подзаголовок)[^.]{0,40} (?:изменён|изменен|исправлен|скорректирован)",
    r"(?:спочатку|спершу|раніше) ми (?:написали|повідомили|вказали|назвали)|(?:ми змінили|змінено|виправлено) (?:заголовок|підпис)",
    r"(?:haberin|yazının|metnin) başlığında[^.]{0,80}(?:yer alıyordu|yazıyordu|deniyordu)|(?:başlık|alt yazı)[^.]{0,40} (?:sonradan|daha sonra) değiştirildi",
    r"كان عنوان (?:هذا|هذه|الخبر|المقال|التقرير)|غير العنوان (?:لاحقا|في وقت لاحق)",
    r"(?:początkowo|pierwotnie|wcześniej) (?:napisaliśmy|podaliśmy|informowaliśmy|twierdziliśmy)",
    r"(?:inizialmente|in un primo momento) (?:avevamo|abbiamo) (?:scritto|riportato|indicato)",
    r"(?:aanvankelijk|eerder|eerst) (?:schreven|meldden|noemden) (?:we|wij)",
    r"(?:al principio|inicialmente|en un primer momento) (?:escribimos|publicamos|dijimos|informamos|señalamos)",
    r"(?:dans un premier temps|d['’]abord|initialement),? nous (?:avions|avons) (?:écrit|indiqué|annoncé)|nous avions (?:mal orthographié|écrit|indiqué|attribué)",
];

/// "After this piece was published the airline sent us its answer, which we have added."
const ANSWERED: &[&str] = &[
    r"(?:after|since) (?:this|our) {doc} (?:was|had been) (?:first )?published[^.]{0,120} (?:added|included|sent|responded|replied)",
    r"nach (?:der )?veröffentlichung[^.]{0,160} (?:ergänzt|nachgetragen|hinzugefügt|meldete sich|antwortete)",
    r"nous avons (?:ajouté|intégré|inséré) (?:ses|leurs|sa|leur|la|les|cette|son)[^.]{0,60} (?:article|texte|papier|réponse|réaction|explications)",
    r"(?:tras|después de) la publicación de est[ae][^.]{0,140} (?:incorporad|añadid|incluid|agregad)",
    r"dopo la pubblicazione (?:di quest|dell)[^.]{0,140} (?:aggiunt|integrat|riportat|inserit)",
    r"(?:depois|após) (?:da|a) publicação (?:deste|desta|do|da)[^.]{0,140} (?:acrescent|inclu|adicion|junt)",
    r"na publicatie van (?:dit|deze)[^.]{0,80}\. ?[^.]{0,60} (?:opgenomen|toegevoegd)|na publicatie van (?:dit|deze)[^.]{0,140} (?:opgenomen|toegevoegd)",
    r"после (?:публикации|выхода) (?:этого|этой|данного)[^.]{0,140} (?:добавили|дополнили|прислал|включили)",
    r"після (?:публікації|виходу) (?:цього|цієї)[^.]{0,140} (?:доповнили|додали|включили)",
    r"po (?:publikacji|opublikowaniu) (?:tego|tej|artykułu|tekstu)[^.]{0,140} (?:dodaliśmy|uzupełni|dołączyliśmy|zamieszczamy)",
    r"(?:bu )?(?:yazı|haber|röportaj|söyleşi) (?:yayımlandıktan|yayınlandıktan) sonra[^.]{0,140} (?:ekledik|eklendi|yer verdik)",
    r"بعد نشر (?:هذا|هذه|الخبر|المقال|التقرير)[^.]{0,140} (?:أضفنا|أضيف|أضفناه)",
];

/// "(Corrects the spelling in the third paragraph)".
const IN_BRACKETS: &[&str] = &[
    r"^\((?:verbetert|herstelt|rectificeert|corrigeert) ",
    r"^\((?:передается|передаётся|повтор|повторяется) с (?:исправлением|исправлениями|уточнением)",
    r"^\((?:передається|повтор) (?:з|із) (?:виправленням|уточненням)",
    r"^\([^)]{0,120}(?:düzeltilmiştir|düzeltildi|düzeltilerek)",
    r"^\((?:لتصحيح|تصحيح|يصحح|مع تصحيح) ",
    r"^\((?:korekta|poprawiona|z poprawką|poprawia) ",
];

/// "Updated at 18.10 with the answer of the prefecture": more than a stamp.
const ADDED: &[&str] = &[
    r"^(?:article |texte )?mis à jour (?:le|à).{0,40} (?:avec|pour|après|à la suite)(?:\W|$)",
    r"^(?:articolo|testo|notizia|pezzo)? ?aggiornat[oa] (?:alle|il).{0,40} (?:con|per|dopo)(?:\W|$)",
    r"^(?:notícia|texto|artigo|matéria|reportagem)? ?(?:actualizad|atualizad)[oa] (?:às|em|a).{0,40}(?:acrescent|com |para |adicion|inclu)",
    r"^(?:noticia |artículo |nota )?actualizad[oa] (?:a las|el).{0,40} (?:con|para|tras)(?:\W|$)",
    r"^(?:artikel |bericht )?bijgewerkt (?:om|op).{0,40} met(?:\W|$)",
    r"^(?:artikel |text )?aktualisiert (?:um|am).{0,40} (?:mit|um die|um eine)(?:\W|$)",
    r"^\((?:لإضافة|لتحديث|يضيف|تضيف) ",
    r"^mise à jour (?:à|le|du).{0,30}\s*[:–—-] ?(?:ajout|avec|réaction|précision|nouveau|nouvelle|bilan)",
];

/// "Disclosure: the author used to work for the club."
const LAID_OPEN: &[&str] = &[
    // Not "Disclosure: we may earn a commission", which shops of links print under every piece.
    r"^(?:full )?disclosure\s*[:.–—-] ?(?:the (?:author|writer|reporter|columnist)|this (?:author|writer)|i |my )",
    r"^offenlegung\s*[:.–—-] ?(?:der|die|unser|unsere) (?:autor|verfasser|redakt|reporter)",
    r"^(?:en toda transparencia|en toute transparence|trasparenza|openheid van zaken)\s*[:.–—-]",
    r"^nota da direc[cç]ão\s*[:.–—-]",
];
