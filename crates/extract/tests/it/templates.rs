//! Made-up outlets: short articles with much furniture around, in several languages and layouts. The reading is exact.

use extract::{Memory, Page, explain, extract};
use news::BlockKind;

struct Words {
    language: &'static str,
    headline: &'static str,
    standfirst: &'static str,
    author: &'static str,
    by: &'static str,
    paragraphs: &'static [&'static str],
    subhead: &'static str,
    menu: &'static [&'static str],
    related: &'static str,
    others: &'static [&'static str],
    relative: &'static str,
    comments: &'static str,
    newsletter: &'static [&'static str],
    cookies: &'static str,
    advert: &'static str,
    share: &'static [&'static str],
    footer: &'static str,
}

const OUTLETS: [Words; 5] = [
    Words {
        language: "en",
        headline: "Ferry to Hollin Island stops for the winter",
        standfirst: "Islanders say they were told two days before the last crossing.",
        author: "Ana Roe",
        by: "By",
        paragraphs: &[
            "The ferry to Hollin Island made its last crossing of the year on Sunday.",
            "About 340 people live on the island.",
            "“Nobody asked us,” said Ben Ito, who runs the shop at the pier.",
            "The company said the boat needs a new engine, which will cost 1.5 million crowns.",
            "It did not say when the service will start again.",
            "A smaller boat will bring post and medicine on Tuesdays and Fridays.",
        ],
        subhead: "A second winter alone",
        menu: &["Home", "News", "Sport", "Weather", "Opinion", "Subscribe"],
        related: "Related stories",
        others: &[
            "Harbour master resigns after audit",
            "New lighthouse opens to visitors this spring",
            "Council votes on pier repairs",
        ],
        relative: "3 hours ago",
        comments: "27 comments",
        newsletter: &["Sign up for our morning newsletter", "The day's news in your inbox, every weekday at seven."],
        cookies: "We use cookies to improve this site. By going on you accept our cookie policy.",
        advert: "Advertisement",
        share: &["Share", "Facebook", "Email", "Copy link"],
        footer: "© 2026 Harbour Herald. All rights reserved.",
    },
    Words {
        language: "de",
        headline: "Brücke über die Selm bleibt bis März gesperrt",
        standfirst: "Die Stadt rechnet mit längeren Wegen für Schulkinder.",
        author: "Jana Holm",
        by: "Von",
        paragraphs: &[
            "Die Brücke über die Selm bleibt bis Ende März gesperrt.",
            "Das teilte die Stadt am Montag mit.",
            "„Wir haben Risse in drei Pfeilern gefunden“, sagte Bauamtsleiter Piet Carst.",
            "Die Kosten werden auf 2,4 Millionen Euro geschätzt.",
            "Für Fußgänger soll es ab Mittwoch einen Steg geben.",
        ],
        subhead: "Schule beginnt später",
        menu: &["Startseite", "Politik", "Sport", "Wetter", "Anmelden"],
        related: "Das könnte Sie auch interessieren",
        others: &[
            "Stadtrat streitet über neuen Radweg",
            "Fähre fährt wieder öfter",
            "Museum zeigt alte Karten der Selm",
        ],
        relative: "vor 12 Minuten",
        comments: "8 Kommentare",
        newsletter: &[
            "Jetzt unseren Newsletter abonnieren",
            "Die wichtigsten Nachrichten des Tages, kostenlos in Ihrem Postfach.",
        ],
        cookies: "Diese Seite verwendet Cookies, um Inhalte zu verbessern.",
        advert: "Anzeige",
        share: &["Teilen", "Drucken", "E-Mail"],
        footer: "© 2026 Selmer Bote. Alle Rechte vorbehalten.",
    },
    Words {
        language: "fr",
        headline: "Le marché de Valorne déménage après cent ans",
        standfirst: "Les commerçants quittent la place pour une halle neuve.",
        author: "Lise Marin",
        by: "Par",
        paragraphs: &[
            "Le marché de Valorne quittera la place du Puits le 3 juin.",
            "Les soixante commerçants s’installeront dans une halle neuve.",
            "« C’est loin pour les anciens », regrette Odile Fabre, fleuriste.",
            "La mairie promet une navette gratuite toutes les vingt minutes.",
            "Le coût des travaux est de 3,2 millions d’euros.",
        ],
        subhead: "Une navette pour les habitants",
        menu: &["Accueil", "Politique", "Culture", "Sport", "Se connecter"],
        related: "Sur le même sujet",
        others: &[
            "La fontaine sera restaurée cet hiver",
            "Un nouveau pont pour les cyclistes",
            "Les écoles manquent de cantines",
        ],
        relative: "il y a 2 heures",
        comments: "14 commentaires",
        newsletter: &["Inscrivez-vous à notre lettre du matin", "Recevez chaque matin l’essentiel de l’actualité."],
        cookies: "Ce site utilise des cookies pour améliorer votre visite.",
        advert: "Publicité",
        share: &["Partager", "Imprimer", "Facebook"],
        footer: "© 2026 La Gazette de Valorne. Tous droits réservés.",
    },
    Words {
        language: "ru",
        headline: "Паром на остров Ольм вернётся весной",
        standfirst: "Жители просят оставить рейс по пятницам.",
        author: "Анна Рой",
        by: "Автор:",
        paragraphs: &[
            "Паром на остров Ольм не будет ходить до апреля.",
            "Об этом сообщила в понедельник компания-перевозчик.",
            "«Мы узнали об этом из объявления на причале», — сказала учительница Вера Лунина.",
            "Ремонт двигателя обойдётся в 12,5 миллиона рублей.",
            "На острове живут 340 человек.",
        ],
        subhead: "Почта по вторникам",
        menu: &["Главная", "Политика", "Спорт", "Погода", "Войти"],
        related: "Читайте также",
        others: &["Маяк откроют для посетителей", "Совет обсудил ремонт причала", "Школа получила новый автобус"],
        relative: "2 часа назад",
        comments: "31 комментарий",
        newsletter: &["Подпишитесь на нашу рассылку", "Главные новости дня каждое утро в вашей почте."],
        cookies: "Сайт использует файлы cookie для удобства читателей.",
        advert: "Реклама",
        share: &["Поделиться", "Telegram", "VK"],
        footer: "© 2026 Ольмский листок. Все права защищены.",
    },
    Words {
        language: "ar",
        headline: "إغلاق جسر الوادي حتى نهاية الشهر",
        standfirst: "السكان يطالبون بطريق بديل قبل بدء المدارس.",
        author: "ليلى حداد",
        by: "بقلم",
        paragraphs: &[
            "أغلقت البلدية جسر الوادي أمام السيارات حتى نهاية الشهر.",
            "وقالت البلدية إن الإصلاح سيكلف 1.5 مليون دينار.",
            "«لم يسألنا أحد»، قال صاحب المتجر سامي نصر.",
            "وسيبقى الجسر مفتوحا أمام المشاة.",
            "ولم تحدد البلدية موعدا لبدء العمل.",
        ],
        subhead: "طريق أطول إلى المدرسة",
        menu: &["الرئيسية", "سياسة", "رياضة", "الطقس", "تسجيل الدخول"],
        related: "مواضيع ذات صلة",
        others: &["افتتاح المكتبة الجديدة في المدينة", "المجلس يناقش ميزانية الطرق", "عودة العبارة إلى العمل"],
        relative: "منذ ساعتين",
        comments: "١٢ تعليق",
        newsletter: &["اشترك في النشرة البريدية", "أهم أخبار اليوم كل صباح في بريدك."],
        cookies: "يستخدم هذا الموقع ملفات تعريف الارتباط لتحسين تجربتك.",
        advert: "إعلان",
        share: &["مشاركة", "فيسبوك", "واتساب"],
        footer: "© 2026 جريدة الوادي. جميع الحقوق محفوظة.",
    },
];

const LAYOUTS: [&str; 7] = ["article", "story_body", "itemprop", "table", "bare", "spans", "sections"];

fn links(items: &[&str]) -> String {
    items.iter().enumerate().map(|(i, t)| format!("<li><a href='/s/{i}'>{t}</a></li>")).collect()
}

fn page(w: &Words, layout: &str) -> String {
    let mut parts: Vec<String> = w.paragraphs.iter().map(|p| format!("<p>{p}</p>")).collect();
    parts.insert(3, format!("<h2>{}</h2>", w.subhead));
    parts.insert(
        2,
        format!("<div class='x1'><span>{}</span><a href='https://ads.example/?n=8f3a'>Velo 24</a></div>", w.advert),
    );
    let body = parts.concat();
    let share: String = w.share.iter().map(|s| format!("<a href='#'>{s}</a> ")).collect();
    let others: String = w
        .others
        .iter()
        .map(|t| format!("<div class='card'><a href='/o'><h3>{t}</h3></a><span>{}</span></div>", w.relative))
        .collect();
    let related = format!("<div class='box7'><h3>{}</h3>{others}</div>", w.related);
    let letter = format!(
        "<div class='nl'><h4>{}</h4><p>{}</p><form><input name=m><button>OK</button></form></div>",
        w.newsletter[0], w.newsletter[1]
    );
    let top = format!("<div class='hd'><a href='/'>{}</a><ul>{}</ul></div>", w.footer, links(w.menu));
    let bottom = format!("<div class='ft'><ul>{}</ul><p>{}</p><p>{}</p></div>", links(w.menu), w.footer, w.cookies);
    let (h, s, a) = (w.headline, w.standfirst, w.author);
    let by = format!("{} {a}", w.by);
    let date = format!("<span class=when>{}</span> <span>{}</span>", w.relative, w.comments);
    let main = match layout {
        "article" => format!(
            "<main><article><h1>{h}</h1><p class=standfirst>{s}</p><p class=byline>{by}</p><div>{date}</div><div>{share}</div>{body}{related}{letter}</article></main>"
        ),
        "story_body" => format!(
            "<h1>{h}</h1><p class='lead'>{s}</p><div class=meta><a rel=author href='/a'>{a}</a> {date}</div><div class='story-body'>{body}</div><div>{share}</div>{related}{letter}"
        ),
        "itemprop" => format!(
            "<div itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop=headline>{h}</h1><h2 class='subtitle'>{s}</h2><span itemprop=author>{a}</span>{date}<div itemprop=articleBody>{body}</div></div>{related}{letter}"
        ),
        "table" => format!(
            "<table width=900><tr><td width=150><ul>{}</ul></td><td><h1>{h}</h1><p class=dek>{s}</p><p class=author>{by}</p>{date}{body}<p>{share}</p></td><td>{related}{letter}</td></tr></table>",
            links(w.menu)
        ),
        "bare" => format!(
            "<div id=c><div class=headline>{h}</div><div class=intro>{s}</div><div class=byline>{by} | {}</div><div class=t>{body}</div>{related}</div>{letter}",
            w.relative
        ),
        "spans" => {
            let body: String = w
                .paragraphs
                .iter()
                .enumerate()
                .map(|(i, p)| {
                    format!(
                        "{}<div class=para><span>{p}</span></div>",
                        if i == 3 { format!("<h3>{}</h3>", w.subhead) } else { String::new() }
                    )
                })
                .collect();
            format!(
                "<section class=content><header><h1>{h}</h1><div class=summary>{s}</div><address class=byline>{by}</address><time datetime='2026-03-01T08:00:00Z'>{}</time></header>{body}<ul class=tags>{}</ul></section>{related}{letter}",
                w.relative,
                links(&w.menu[1..3])
            )
        }
        _ => format!(
            "<main><section><h1>{h}</h1><p class=deck>{s}</p><p class=byline>{by}</p>{date}</section><section>{body}</section><section>{related}</section><section>{letter}</section></main>"
        ),
    };
    format!(
        "<!doctype html><html lang={}><head><title>{h} | The Paper</title><meta property=og:title content=\"{h}\"></head><body>{top}{main}{bottom}<script>var n='9c1'</script></body></html>",
        w.language
    )
}

#[test]
fn short_articles_in_heavy_furniture_are_read_exactly() {
    let mut wrong = Vec::new();
    for w in &OUTLETS {
        for layout in LAYOUTS {
            let html = page(w, layout);
            let given = Page {
                body: html.as_bytes(),
                content_type: Some("text/html; charset=utf-8"),
                url: "https://paper.example/n/1",
            };
            let r = extract(&given);
            let mut wanted: Vec<(BlockKind, &str)> = w.paragraphs.iter().map(|p| (BlockKind::Paragraph, *p)).collect();
            wanted.insert(3, (BlockKind::Subhead, w.subhead));
            let got: Vec<(BlockKind, &str)> = r.body.iter().map(|b| (b.kind, b.text.as_str())).collect();
            let name = format!("{} {layout}", w.language);
            if got != wanted {
                let more: Vec<_> = got.iter().filter(|g| !wanted.contains(g)).collect();
                let less: Vec<_> = wanted.iter().filter(|g| !got.contains(g)).collect();
                let why: Vec<_> = explain(&given, &Memory::none())
                    .into_iter()
                    .filter(|e| less.iter().any(|l| l.1 == e.text))
                    .map(|e| e.reason)
                    .collect();
                wrong.push(format!("{name}: too much {more:?}\n   lacking {less:?} {why:?}"));
            }
            if r.headline.as_deref() != Some(w.headline) {
                wrong.push(format!("{name}: headline {:?}", r.headline));
            }
            if r.standfirst.as_deref() != Some(w.standfirst) {
                wrong.push(format!("{name}: standfirst {:?}", r.standfirst));
            }
            if r.bylines != [w.author] {
                wrong.push(format!("{name}: bylines {:?}", r.bylines));
            }
            if r.page != news::PageKind::Article || r.language.as_deref() != Some(w.language) {
                wrong.push(format!("{name}: {:?} {:?} {:?}", r.page, r.language, r.remarks));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}
