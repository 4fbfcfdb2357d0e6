//! Words that tell links apart, in the languages of the web's outlets. All lower case.

use std::collections::HashSet;
use std::sync::LazyLock;

/// A set of words.
pub(super) type Words = LazyLock<HashSet<&'static str>>;

fn words(text: &'static str) -> HashSet<&'static str> {
    text.split_whitespace().collect()
}

fn phrases(text: &'static str) -> HashSet<&'static str> {
    text.split(',').map(str::trim).collect()
}

/// Texts of links that say nothing about where they lead.
pub(super) static CALLS: Words = LazyLock::new(|| {
    phrases(
        "read more, more, continue reading, read the full story, full story, read article, read the article, \
         read, see more, learn more, click here, here, details, view, view all, see all, show all, watch, \
         watch now, listen, listen now, share, comment, comments, no comments, kommentieren, leave a comment, reply, video, \
         photo, photos, gallery, live, next, previous, next article, previous article, back, home, skip to content, skip to main content, \
         subscribe, sign in, weiterlesen, mehr, mehr lesen, mehr erfahren, mehr dazu, zum artikel, artikel lesen, \
         lesen, kommentare, kommentar, alle anzeigen, lire la suite, lire l'article, lire l’article, lire, \
         en savoir plus, suite, voir plus, voir tout, commentaires, commentaire, leer más, leer mas, \
         seguir leyendo, ver más, ver mas, más, comentarios, leia mais, saiba mais, ver mais, mais, comentários, \
         leggi tutto, leggi, continua a leggere, continua, altro, commenti, lees meer, meer, lees verder, \
         reacties, läs mer, mer, les mer, les saken, læs mere, mere, lue lisää, czytaj więcej, więcej, \
         czytaj dalej, číst více, více, tovább, citește mai mult, прочети още, читать далее, читать, подробнее, \
         далее, ещё, еще, комментарии, читати далі, детальніше, devamını oku, devamı, اقرأ المزيد, المزيد, \
         ادامه مطلب, بیشتر, קרא עוד, और पढ़ें, 続きを読む, もっと見る, 詳細, 阅读更多, 更多, 查看更多, 閱讀更多, 더보기, 자세히",
    )
});

/// Steps of addresses that lead to lists.
pub(super) static LISTS: Words = LazyLock::new(|| {
    words(
        "company company_id searchrlp tag tags topic topics category categories cat section sections author authors by writer writers \
         contributor contributors columnist columnists profile profiles people person staff journalist \
         journalists team user users member members archive archives archiv archivo keyword keywords label labels \
         collection collections series hub channel channels thema themen schlagwort schlagworte rubrik rubriken \
         ressort kategorie autor autoren autorin autorenprofil theme themes thematique thematiques sujet sujets \
         dossier dossiers rubrique rubriques categorie auteur auteurs signataires tema temas etiqueta etiquetas \
         categoria categorias autores firmas seccion secciones noticias-sobre argomenti argomento autori autore \
         onderwerp onderwerpen dossiê emne emner ämne ämnen amne forfatter aihe temat tematy tagi kategoria \
         stitek stitky temata cimke szerzo eticheta тег теги tegi rubrika rubriki konu etiket yazar yazarlar \
         kategori index latest most-read trending popular latest-news breaking-news newsticker schlagzeilen all \
         location places spotlight",
    )
});

/// Steps of addresses that lead to services, shops, and pages about the outlet.
pub(super) static SERVICES: Words = LazyLock::new(|| {
    words(
        "login log-in signin sign-in signup sign-up register registration registrierung account my-account konto \
         logout password anmelden anmeldung subscribe subscription subscriptions subscribe-now abo abos \
         abonnement abonnements abonnieren suscripcion suscripciones suscribete assine abbonamenti prenumeration \
         newsletter newsletters donate donation donations support-us spenden membership shop store cart checkout \
         warenkorb boutique tienda search suche recherche buscar busca ricerca zoeken sok haku szukaj about \
         about-us aboutus contact contact-us contactus kontakt contacto contato contatti impressum imprint \
         datenschutz privacy privacy-policy privacypolicy terms terms-of-use terms-of-service agb legal \
         mentions-legales aviso-legal cookies cookie-policy advertise advertising advertisement mediadaten \
         werbung werben publicite publicidad publicidade stellenangebote emploi empleo help hilfe faq faqs aide \
         ayuda feedback sitemap site-map rss feed feeds epaper e-paper mobile-apps widgets embed share sharer \
         print email sudoku tv-programm fernsehprogramm coupons gutscheine gutschein classifieds kleinanzeigen \
         traueranzeigen obituaries-search partnersuche reisen-angebote branchenbuch veranstaltungen-suche \
         user-agreement accessibility corrections-policy wp-admin wp-login wp-content wp-json cgi-bin cdn-cgi \
         uploads assets static download downloads forums comments kommentare wishlist go out redirect api \
         brandstories sponsored sponsored-content advertorial advertorials anzeige anzeigen brand-content preisvergleich promocontent \
         partner-content paid-post paidpost promo promos",
    )
});

/// Steps that lead to services, and to articles about what they serve.
pub(super) static EITHER: Words = LazyLock::new(|| {
    words(
        "weather wetter meteo el-tiempo horoscope horoscopes horoskop horoscopo puzzles crossword crosswords \
         games spiele jeux quiz lotto jobs careers karriere app apps immobilien tv-guide stellenmarkt deals forum \
         marketplace",
    )
});

/// First labels of hosts of services.
pub(super) static SERVICE_HOSTS: Words = LazyLock::new(|| {
    words(
        "login account accounts my id auth sso shop store abo abos subscribe secure mein jobs stellen careers \
         epaper e-paper advertise advertising werbung media mediadaten help support hilfe newsletter newsletters \
         games spiele forum forums community tickets immobilien anzeigen trauer wetter weather horoskop static \
         cdn img images api feeds rss coupons gutscheine gutschein marketplace trends status developer developers \
         corporate investor investors ads",
    )
});

/// Words of which the slugs of pages about the outlet are made.
pub(super) static STATIC: Words = LazyLock::new(|| {
    words(
        "about contact contacts kontakt privacy policy policies terms conditions cookie cookies imprint impressum \
         datenschutz datenschutzerklaerung datenschutzerklärung datenschutzhinweise nutzungsbedingungen agb legal \
         notice disclaimer copyright accessibility advertise advertising subscribe subscription newsletter \
         newsletters login register faq help sitemap jobs careers career masthead staff team ethics guidelines \
         editorial standards corrections feedback licensing licences permissions syndication archive archives rss \
         feeds podcasts apps statement agreement mentions legales légales politique confidentialité \
         confidentialite redaktion mediadaten barrierefreiheit widerruf netiquette aviso privacidad privacidade \
         quienes somos contacto chi siamo transparency ombudsman donate membership mission history",
    )
});

/// Words that stand between those.
pub(super) static JOINTS: Words = LazyLock::new(|| {
    words(
        "and of the us our to for use service services with your a we und wir uns ueber über de et la nous y e es \
         site website page data user do not sell my info personal information center code practice modern slavery \
         gdpr ccpa eu uk html",
    )
});

/// Steps of addresses that lead to articles.
pub(super) static ARTICLES: Words = LazyLock::new(|| {
    words(
        "article articles story stories artikel articolo articulo artigo artykul clanek cikk stiri haber noticia \
         nota post posts actualite nieuws nyheter novosti makale a news-story newsstory meldung uutiset",
    )
});

/// Steps of addresses that lead to films, recordings and pictures.
pub(super) static FILMS: Words = LazyLock::new(|| {
    words(
        "video videos watch clip clips sounds play listen gallery galleries photo photos pictures picture-gallery \
         slideshow photogallery photo-gallery photostory slide-shows web-stories webstories visual-stories \
         encuestas poll polls quizzes slideshows bilder bildergalerie fotostrecke fotostrecken fotos galerie \
         galeries galeria mediathek av tv podcast podcasts audio radio sendung sendungen shows programme \
         programmes episode episodes recipe recipes rezepte event events veranstaltungen product products produkt \
         produkte",
    )
});

/// Names of front pages.
pub(super) static FRONTS: Words =
    LazyLock::new(|| words("index home default main start startseite homepage accueil inicio frontpage"));

/// Names in a query that hold an article's number.
pub(super) static ID_NAMES: Words = LazyLock::new(|| words("id p article story news no aid artid nid idxno sid"));

/// Names in a query that make a list, a search or a copy of a page.
pub(super) static LIST_QUERIES: Words = LazyLock::new(|| {
    words("s q query search page paged tag cat category author share replytocom print sort offset start filter")
});

/// Ends of addresses of files.
pub(super) static MEDIA: Words = LazyLock::new(|| {
    words(
        "jpg jpeg png gif svg webp avif ico pdf mp3 mp4 webm mov avi ogg wav zip gz xml rss atom rdf json css js \
         ics doc docx xls xlsx ppt pptx apk exe vcf txt",
    )
});

/// How the names of months begin.
pub(super) const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Words in classes of navigation.
pub(super) static MENUS: Words = LazyLock::new(|| {
    words("nav navbar navigation menu submenu megamenu breadcrumb breadcrumbs topbar pagination pager masthead")
});

/// Words in classes of the foot of a page.
pub(super) static FEET: Words = LazyLock::new(|| words("footer colophon siteinfo"));

/// Words in classes of advertisements.
pub(super) static ADVERTS: Words = LazyLock::new(|| {
    words(
        "ad ads advert adverts advertisement advertorial sponsor sponsored anzeige werbung outbrain taboola \
         publicidad publicite brandstory newsletter",
    )
});

/// Words in classes of teasers.
pub(super) static TEASERS: Words = LazyLock::new(|| {
    words(
        "teaser teasers story card post article artikel entry headline hentry noticia nota tease promo news \
         topstory",
    )
});

/// Words in classes of times.
pub(super) static TIMES: Words =
    LazyLock::new(|| words("date time timestamp datetime published pubdate datum fecha dateline"));

/// Words in classes of parts of a teaser, which are no teasers of their own.
pub(super) static PARTS: Words = LazyLock::new(|| {
    words(
        "title headline header heading date time meta byline author kicker body content text summary excerpt inner \
         wrapper image img media picture figure thumb thumbnail link footer info label details caption category",
    )
});
