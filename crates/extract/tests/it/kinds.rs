//! Pages that are no article are told; articles about walls, robots and cookies are not.

use extract::{Page, extract};
use news::PageKind::{self, Article, Blocked, Consent, Empty, Error, Feed, Index, NeedsScript, SoftGone, Walled};

fn page(title: &str, main: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><title>{title}</title></head><body><header><a href=/>The Paper</a><ul><li><a href=/n>News</a></li>\
         <li><a href=/s>Sport</a></li></ul></header><main>{main}</main><footer>© The Paper <a href=/p>Cookie policy</a></footer></body></html>"
    )
}

fn kind(body: &str, url: &str) -> PageKind {
    let reading = extract(&Page { body: body.as_bytes(), content_type: Some("text/html; charset=utf-8"), url });
    assert!(reading.page == Article || !reading.remarks.is_empty(), "a kind has a reason");
    reading.page
}

const STORY: &str = "<p>The bridge over the Selm was closed on Monday after cracks were found in three of its piers.</p>\
    <p>The town said that the work will take until March and cost 2.4 million crowns.</p><p>A footbridge opens on Wednesday.</p>";

#[test]
fn kinds_are_told_in_many_languages() {
    let cases = [
        (Blocked, "Just a moment...", "<h1>Verify you are human</h1><p>Please complete the captcha to continue.</p>"),
        (Blocked, "Access Denied", "<h1>Access Denied</h1><p>You don't have permission to access this page.</p>"),
        (
            Blocked,
            "Prüfung",
            "<h1>Bestätigen Sie, dass Sie kein Roboter sind</h1><p>Bitte aktivieren Sie JavaScript.</p>",
        ),
        (Blocked, "Проверка", "<h1>Подтвердите, что вы не робот</h1><p>Доступ будет открыт после проверки.</p>"),
        (SoftGone, "The Paper", "<h1>Page not found</h1><p>Sorry, the page may have been removed.</p>"),
        (SoftGone, "Nicht gefunden", "<h1>Diese Seite ist nicht verfügbar</h1><p>Die Seite wurde entfernt.</p>"),
        (SoftGone, "Le Journal", "<h1>Page introuvable</h1><p>La page que vous cherchez n'existe plus.</p>"),
        (SoftGone, "Газета", "<h1>Страница не найдена</h1><p>Возможно, материал удалён.</p>"),
        (SoftGone, "الجريدة", "<h1>الصفحة غير موجودة</h1><p>ربما حذفت الصفحة.</p>"),
        (SoftGone, "El Diario", "<h1>Página no encontrada</h1><p>El contenido no existe.</p>"),
        (
            Consent,
            "Before you continue",
            "<h1>Before you continue</h1><p>We and our partners use cookies on your device for advertising. Accept or reject.</p>",
        ),
        (
            Consent,
            "Ihre Privatsphäre",
            "<h1>Ihre Privatsphäre</h1><p>Wir und unsere Partner verwenden Cookies. Sie können zustimmen oder ablehnen. Werbung hilft uns.</p>",
        ),
        (Error, "Something went wrong", "<h1>Something went wrong</h1><p>Please try again later. Error 500.</p>"),
        (Error, "Störung", "<h1>Technische Störung</h1><p>Bitte versuchen Sie es später noch einmal.</p>"),
        (
            Walled,
            "Bridge closed",
            "<h1>Bridge closed until March</h1><p>The bridge over the Selm was closed on Monday after cracks were found.</p><div><h2>This article is for subscribers</h2><p>Subscribe to continue reading. Already a subscriber? <a href=/in>Sign in</a></p></div>",
        ),
        (
            Walled,
            "Brücke gesperrt",
            "<h1>Brücke über die Selm gesperrt</h1><p>Die Brücke über die Selm ist seit Montag gesperrt, weil Risse gefunden wurden.</p><div><p>Jetzt weiterlesen mit dem Digitalabo.</p></div>",
        ),
        (
            Walled,
            "Pont fermé",
            "<h1>Le pont de la Selm fermé</h1><p>Le pont est fermé depuis lundi après la découverte de fissures dans trois piles.</p><div><p>La suite de cet article est réservée aux abonnés.</p></div>",
        ),
        (
            Walled,
            "Мост закрыт",
            "<h1>Мост через Сельм закрыт</h1><p>Мост закрыли в понедельник после того, как в опорах нашли трещины.</p><div><p>Чтобы продолжить чтение, оформите подписку.</p></div>",
        ),
        (
            Blocked,
            "The Paper",
            "<h1>Unavailable in your region</h1><p>This content is not available in your country.</p>",
        ),
        (
            Blocked,
            "The Paper",
            "<p>Our site is unavailable to readers in the European Economic Area for now; we are working on it and are sorry.</p>",
        ),
        (
            Blocked,
            "451",
            "<h1>451: Unavailable due to legal reasons</h1><p>You seem to be attempting to access this website from a country of the European Economic Area, where the GDPR holds, and so access cannot be granted.</p>",
        ),
        (
            Blocked,
            "Die Zeitung",
            "<h1>Kein Zugang</h1><p>Sie kommen aus dem Europäischen Wirtschaftsraum, wo die Datenschutz-Grundverordnung gilt; daher ist kein Zugriff möglich.</p>",
        ),
        (Blocked, "The Paper", "<iframe src=/_i>Request unsuccessful. Incapsula incident ID: 1-2</iframe>"),
        (
            Walled,
            "Brücke gesperrt",
            "<h1>Brücke über die Selm gesperrt</h1><p>Die Brücke über die Selm ist seit Montag gesperrt, weil Risse gefunden wurden.</p><div class='content blurred'><p>Quia numquam ipsum sunt. Minus assumenda sequi a libero consequatur. Ea velit odit.</p></div>",
        ),
        (Blocked, "確認", "<h1>ロボットではないことを確認してください</h1><p>続けるには確認が必要です。</p>"),
        (Blocked, "Um momento", "<h1>Confirme que não é um robô</h1><p>Aguarde alguns segundos.</p>"),
        (SoftGone, "日報", "<h1>页面不存在</h1><p>请返回首页。</p>"),
        (SoftGone, "Gazeta", "<h1>Nie udało się odnaleźć strony</h1><p>Wróć na stronę główną.</p>"),
        (SoftGone, "העיתון", "<h1>העמוד לא נמצא</h1><p>חזרה לדף הבית.</p>"),
        (Consent, "Gizlilik", "<h1>Gizliliğiniz</h1><p>Çerezler kullanıyoruz. Devam etmek için kabul edin.</p>"),
        (Consent, "Choices", "<h1>What we keep</h1><p>We and our partners use cookies. Agree or manage settings.</p>"),
        (
            Walled,
            "橋は閉鎖",
            "<h1>セルム川の橋は三月まで閉鎖</h1><p>月曜日、橋脚に亀裂が見つかり、橋は閉鎖された。</p><div><p>この記事は会員限定です。</p></div>",
        ),
        (
            Walled,
            "Most zamknięty",
            "<h1>Most nad Selmą zamknięty</h1><p>Most zamknięto w poniedziałek, gdy w filarach znaleziono pęknięcia.</p><div class=gate><p>Zaloguj się, aby czytać dalej.</p></div>",
        ),
        (
            NeedsScript,
            "The Paper",
            "<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>",
        ),
        (NeedsScript, "新聞", "<div>JavaScriptを有効にしてください</div>"),
        (NeedsScript, "日报", "<p>请启用JavaScript</p>"),
        (Article, "Bridge closed", &format!("<h1>Bridge closed until March</h1>{STORY}")),
        (
            Article,
            "Robots",
            "<h1>Are robots taking the ferry jobs?</h1><p>Captain Ito says he is not a robot, and will not be replaced by one.</p><p>The company denied on Monday that access to the bridge will be restricted.</p>",
        ),
        (
            Article,
            "Cookies",
            "<h1>Bakery sells a million cookies</h1><p>The bakery on Quay Street sold its millionth cookie on Monday, partners said.</p><p>It will accept orders for the feast until Friday.</p><p>The oven is an old device.</p>",
        ),
        (
            Article,
            "Wall",
            "<h1>Paper puts up a paywall</h1><p>Readers of the Herald must now subscribe to continue reading after five articles, the publisher said on Monday.</p><p>The price is four crowns a month, and pupils read for free.</p><p>Half of the readers will leave, a survey found.</p>",
        ),
    ];
    for (wanted, title, main) in cases {
        assert_eq!(kind(&page(title, main), "https://paper.example/n/1"), wanted, "{title}: {main}");
    }
}

/// Kind, headline, text: pages of checks, missing pages, consent and walls, a row for each language.
#[test]
fn other_languages_say_the_same() {
    let checks = [
        ("Επιβεβαιώστε ότι είστε άνθρωπος", "Ελέγχουμε το πρόγραμμα περιήγησής σας."),
        ("تحقق من أنك إنسان", "جار التحقق من متصفحك قبل المتابعة."),
        ("تأیید کنید که ربات نیستید", "لطفا کمی صبر کنید."),
        ("אשרו שאינכם רובוט", "אנחנו בודקים את הדפדפן שלכם."),
        ("人間であることを確認してください", "ブラウザを確認しています。"),
        ("请验证您是真人", "正在检查您的浏览器，请稍候。"),
        ("사람인지 확인해 주세요", "브라우저를 확인하고 있습니다."),
        ("ยืนยันว่าคุณเป็นมนุษย์", "กำลังตรวจสอบเบราว์เซอร์ของคุณ"),
        ("पुष्टि करें कि आप इंसान हैं", "आपके ब्राउज़र की जांच हो रही है।"),
        ("Bestätigen Sie, dass Sie ein Mensch sind", "Ihr Browser wird geprüft."),
        ("Vérifiez que vous êtes humain", "Votre navigateur est en cours de vérification."),
        ("Verifica que eres humano", "Estamos comprobando tu navegador."),
        ("Verifica di essere umano", "Stiamo controllando il tuo browser."),
        ("Verifique se você é humano", "Estamos verificando o seu navegador."),
        ("Bevestig dat u een mens bent", "Uw browser wordt gecontroleerd."),
        ("İnsan olduğunuzu doğrulayın", "Tarayıcınız kontrol ediliyor."),
        ("Xác minh bạn là con người", "Trình duyệt của bạn đang được kiểm tra."),
        ("Bekräfta att du är en människa", "Din webbläsare kontrolleras."),
        ("Bekreft at du er et menneske", "Vi sjekker nettleseren din."),
        ("Bekræft at du er et menneske", "Vi kontrollerer din browser."),
        ("Vahvista, että olet ihminen", "Selaintasi tarkistetaan."),
        ("Ověřte, že jste člověk", "Kontrolujeme váš prohlížeč."),
        ("Підтвердьте, що ви людина", "Перевіряємо ваш браузер."),
        ("Verifikasi bahwa Anda adalah manusia", "Peramban Anda sedang diperiksa."),
    ];
    let missing = [
        ("ไม่พบหน้านี้", "หน้าที่คุณกำลังค้นหาไม่มีอยู่หรือถูกลบไปแล้ว"),
        ("Không tìm thấy trang", "Trang bạn tìm không tồn tại hoặc đã bị xóa."),
        ("صفحه مورد نظر یافت نشد", "به صفحه اصلی برگردید."),
        ("Halaman tidak ditemukan", "Kembali ke beranda."),
        ("Sivua ei löytynyt", "Palaa etusivulle."),
        ("Siden findes ikke", "Gå til forsiden."),
        ("Сторінку не знайдено: сторінка не існує", "Поверніться на головну сторінку."),
        ("페이지를 찾을 수 없습니다", "첫 화면으로 돌아가 주세요."),
    ];
    let consent = [
        ("เราให้ความสำคัญกับความเป็นส่วนตัวของคุณ", "เราและพันธมิตรใช้คุกกี้บนอุปกรณ์ของคุณ คุณสามารถยอมรับหรือจัดการตัวเลือกได้"),
        (
            "Chúng tôi tôn trọng quyền riêng tư của bạn",
            "Chúng tôi và đối tác dùng cookie trên thiết bị của bạn. Bạn có thể chấp nhận hoặc từ chối.",
        ),
        (
            "Arvostamme yksityisyyttäsi",
            "Me ja kumppanimme käytämme evästeitä laitteellasi. Voit hyväksyä ne tai muuttaa asetuksia.",
        ),
    ];
    let walls = [
        ("구독하고 계속 읽기", "구독하시면 이 기사를 계속 읽을 수 있습니다."),
        ("สมัครสมาชิกเพื่ออ่านต่อ", "คุณอ่านบทความฟรีของเดือนนี้ครบแล้ว สมัครสมาชิกเพื่ออ่านบทความนี้ต่อ"),
        ("Đăng ký để đọc tiếp", "Bạn đã đọc hết các bài viết miễn phí của tháng này."),
        ("برای ادامه مطلب مشترک شوید", "برای خواندن ادامه این مطلب مشترک شوید."),
        ("Vain tilaajille", "Jatka lukemista tilaajana."),
        ("Bli prenumerant", "Logga in för att läsa vidare."),
        ("Berlangganan untuk membaca", "Berlangganan sekarang untuk melanjutkan membaca."),
    ];
    let one = |(head, text): &(&str, &str)| page(head, &format!("<h1>{head}</h1><p>{text}</p>"));
    let sets = [(Blocked, checks.as_slice()), (SoftGone, &missing), (Consent, &consent)];
    let mut wrong = Vec::new();
    for (wanted, rows) in sets {
        let told = rows.iter().map(|row| (row.0, kind(&one(row), "https://paper.example/n/1")));
        wrong.extend(told.filter(|(_, told)| *told != wanted));
    }
    for (head, text) in walls {
        let first =
            "<p>The bridge over the Selm was closed on Monday after cracks were found in three of its piers.</p>";
        let main = format!(
            "<h1>Bridge closed</h1>{first}<div class=b><h3>{head}</h3><p>{text}</p><a href=/in>{head}</a></div>"
        );
        let told = kind(&page("Bridge closed", &main), "https://paper.example/n/1");
        wrong.extend((told != Walled).then_some((head, told)));
    }
    assert_eq!(wrong, []);
}

#[test]
fn a_story_is_an_article_whatever_its_headline_says() {
    let heads = [
        "Page not found: how the town lost its archive",
        "404 reasons to love the valley",
        "Verify you are human: the machines that guard the ferry",
        "Access denied: what the council keeps from us",
        "Something went wrong at the mill, and nobody will say what",
    ];
    for head in heads {
        let body = page(head, &format!("<article><h1>{head}</h1>{STORY}</article>"));
        assert_eq!(kind(&body, "https://paper.example/n/1"), Article, "{head}");
    }
    let refusals = [
        (
            Blocked,
            "Sorry, you have been blocked",
            "<p>You are unable to access paper.example.</p><h2>Why have I been blocked?</h2><p>This website uses a security service against attacks. What you did just now triggered it.</p>\
             <h2>What can I do?</h2><p>You can write to the site owner and say what you were doing when this page came up.</p>",
        ),
        (
            SoftGone,
            "We can't find the page you are looking for",
            "<p>The address may be mistyped, or the page may have moved to another place.</p><p>Try the search above, or go back to the front page of the paper.</p>\
             <p>If you think that this is our mistake, please contact us and tell us which link you followed.</p>",
        ),
        (
            SoftGone,
            "Page not found",
            "<p>It was here, but it is gone for good.</p><h3><a href=/n/1>Ferry to run at night again from June</a></h3><p>The ferry over the Selm runs at night again from June, the town said on Monday.</p>\
             <h3><a href=/n/2>Baker of Mill Lane retires at 81</a></h3><p>The baker of Mill Lane sold his last loaf on Saturday, to the mayor of all people.</p>\
             <h3><a href=/n/3>Otters seen near the weir in the snow</a></h3><p>Walkers saw seven otters near the weir on Sunday, and a heron with them in the reeds.</p>",
        ),
    ];
    for (wanted, head, text) in refusals {
        assert_eq!(kind(&page(head, &format!("<h1>{head}</h1>{text}")), "https://paper.example/n/9"), wanted, "{head}");
    }
}

#[test]
fn a_sentence_that_tells_of_a_wall_is_text() {
    let read = |last: &str, stories: usize| {
        let body = page(
            "Courier",
            &format!("<article><h1>The Courier's new price</h1>{}{last}</article>", STORY.repeat(stories)),
        );
        extract(&Page { body: body.as_bytes(), content_type: None, url: "https://paper.example/n/1" })
    };
    for told in [
        "Readers who wish to continue reading must subscribe, the publisher said.",
        "Leser müssen sich anmelden, um weiterzulesen, sagte die Verlegerin am Montag der Zeitung.",
        "Чтобы продолжить чтение, нужно оформить подписку, сообщил издатель газеты в понедельник.",
    ] {
        for stories in [1, 3, 7] {
            let reading = read(&format!("<p>{told}</p>"), stories);
            assert_eq!((reading.page, reading.partial), (Article, false), "{told}");
            assert_eq!(reading.body.last().map(|b| &*b.text), Some(told));
        }
    }
    for call in [
        "<p>Subscribe to continue reading this article.</p>",
        "<div class=box><p>Readers must subscribe to continue reading, as we said.</p><a href=/in>Subscribe</a></div>",
        "<p>You have read your free articles. Subscribe to continue reading.</p>",
    ] {
        assert_eq!(read(call, 1).page, Walled, "{call}");
    }
}

#[test]
fn a_paid_article_with_a_wall_in_a_box_is_walled() {
    for (class, free, wanted) in
        [("paywall", "false", Walled), ("paywall", "true", Article), ("promo", "false", Article)]
    {
        let ld = format!(
            r#"<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Bridge closed","isAccessibleForFree":{free}}}</script>"#
        );
        let main = format!(
            "{ld}<article><h1>Bridge closed</h1>{STORY}</article><div class={class}><p>All of the Courier for 4 crowns.</p></div>"
        );
        assert_eq!(kind(&page("Bridge closed", &main), "https://paper.example/n/1"), wanted, "{class} {free}");
    }
}

#[test]
fn an_article_whose_rest_is_hidden_behind_a_wall_is_partial() {
    let rest = "The county will pay two thirds of it, and the town the other third, by the end of May.";
    for (dots, hidden, partial) in [
        ("...", rest, true),
        ("", rest, false),
        ("…", "Subscribe now and your first month is free of any charge.", false),
    ] {
        let wall = format!("<span class=paywall>{dots}</span><div class=paywall hidden><p>{hidden}</p></div>");
        let body = page("Bridge closed", &format!("<article><h1>Bridge closed</h1>{STORY}{wall}</article>"));
        let reading = extract(&Page { body: body.as_bytes(), content_type: None, url: "https://paper.example/n/1" });
        assert_eq!((reading.page, reading.partial), (Article, partial), "{dots} {hidden}");
    }
}

#[test]
fn headings_that_lead_elsewhere_make_an_index() {
    let teaser = "The town said on Monday that the work on the piers will take until March, and cost more.";
    for (count, text) in
        [(6, teaser), (40, teaser), (12, "月曜日、橋脚に亀裂が見つかり、橋は三月まで閉鎖されると町が発表した。")]
    {
        for (open, close) in [("<div>", "</div>"), ("<article>", "</article>"), ("<li>", "</li>")] {
            let cards: String = (0..count)
                .map(|n| format!("{open}<h2><a href=/n/{n}>Bridge {n} shut</a></h2><p>{text}</p>{close}"))
                .collect();
            let body = page("News", &format!("<h1>News</h1>{cards}"));
            assert_eq!(kind(&body, "https://paper.example/news"), Index, "{count} {open} {text}");
        }
    }
    let lines: String =
        (0..12).map(|n| format!("<article><a href=/n/{n}>Bridge {n} shut</a><p>{teaser}</p></article>")).collect();
    assert_eq!(kind(&page("News", &format!("<h1>News</h1>{lines}")), "https://paper.example/news"), Index);
    let story = format!("<h1>Bridge closed</h1>{STORY}{}", "<h3><a href=/n/2>Ferry at night</a></h3>".repeat(6));
    assert_eq!(kind(&page("Bridge closed", &story), "https://paper.example/n/1"), Article);
}

#[test]
fn lists_feeds_and_nothing_are_told() {
    let links: String =
        (0..12).map(|i| format!("<li><a href=/n/{i}>Council votes on pier repairs, part {i}</a></li>")).collect();
    assert_eq!(kind(&page("The Paper", &format!("<ul>{links}</ul>")), "https://paper.example/"), Index);
    let feed = "<?xml version='1.0'?><!-- made by hand --><rss version='2.0'><channel><title>T</title></channel></rss>";
    assert_eq!(kind(feed, "https://paper.example/n/1"), Feed);
    let json = r#"{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[]}"#;
    assert_eq!(kind(json, "https://paper.example/n/1"), Feed);
    assert_eq!(kind("<urlset></urlset>", "https://paper.example/n/1"), Feed);
    assert_eq!(kind("<html><body></body></html>", "https://paper.example/n/1"), Empty);
}

#[test]
fn a_page_that_scripts_fill_needs_them() {
    for id in ["root", "app", "__next"] {
        let body = format!("<title>The Paper</title><body><div id={id}></div><script src=/a.js></script>");
        assert_eq!(kind(&body, "https://paper.example/n/1"), NeedsScript, "{id}");
    }
}

#[test]
fn one_paragraph_under_a_headline_that_tells_something_is_an_article() {
    let council = "The council met in the old hall on Monday night and heard from four speakers, two of them members of the family that once owned the mill, before the vote of nine to two for the plan.";
    for headline in [
        "Access denied: journalists kept out of council",
        "Wartungsarbeiten an der Brücke",
        "Server error hits town hall",
        "Just a moment: mayor on the bridge",
        "Page not found in the archive, says librarian",
    ] {
        let body = page(headline, &format!("<h1>{headline}</h1><p>{council}</p>"));
        assert_eq!(kind(&body, "https://paper.example/n/1"), Article, "{headline}");
    }
    let error = "We are very sorry, but the page that was asked for is not there any more, and nobody in the office could say where it has gone since the spring.";
    let headline = "This page could not be found on our site";
    let body = page(headline, &format!("<h1>{headline}</h1><p>{error}</p>"));
    assert_eq!(kind(&body, "https://paper.example/n/1"), SoftGone);
}

#[test]
fn a_wall_is_told_by_a_text_that_breaks_off_and_not_by_a_meter_that_has_not_run_out() {
    let ld = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Bridge closed\",\"isAccessibleForFree\":false}</script>";
    let story = STORY.replace("<p>A footbridge opens on Wednesday.</p>", "<p>A footbridge opens on…</p>");
    let left = "<div>You have 2 free articles left this month. Subscribe for full access.</div>";
    for (wanted, more) in [
        (Walled, format!("{ld}{story}")),
        (Article, format!("{ld}{STORY}")),
        (Article, story.clone()),
        (Article, format!("{STORY}{left}")),
        (Walled, format!("{STORY}{}", left.replace("2 free", "no free"))),
    ] {
        let body = page("Bridge closed", &format!("<article><h1>Bridge closed</h1>{more}</article>"));
        assert_eq!(kind(&body, "https://paper.example/n/1"), wanted, "{more}");
    }
}

/// A banner that counts does not make a wall of a text that is whole, whatever the page says of its price.
#[test]
fn a_banner_beside_a_whole_text_is_no_wall() {
    let paid = |more: &str| {
        format!(
            "<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"Bridge closed\",\"isAccessibleForFree\":false{more}}}</script>"
        )
    };
    let words = STORY.split_whitespace().count();
    let counted = |words: usize| paid(&format!(",\"wordCount\":{words}"));
    let broken = STORY.replace("<p>A footbridge opens on Wednesday.</p>", "<p>A footbridge opens on…</p>");
    let left =
        "<div class=banner>You have 2 free articles left this month. <a href=/s>Subscribe</a> for full access.</div>";
    let last = "<div class=banner>This is your last free article. Subscribe to keep reading.</div>";
    let boxed = "<div class=paywall-banner><p>You have 2 free articles left.</p><a href=/s>Subscribe now</a></div>";
    let call = "<div class=banner>Subscribe to continue reading.</div>";
    for (wanted, head, story, banner) in [
        (Article, String::new(), STORY, left),
        (Article, String::new(), STORY, last),
        (Article, paid(""), STORY, left),
        (Article, paid(""), STORY, last),
        (Article, paid(""), STORY, boxed),
        (Article, counted(words), STORY, call),
        (Walled, paid(""), STORY, call),
        (Walled, counted(words * 4), STORY, call),
        (Walled, counted(words * 4), STORY, left),
        (Walled, paid(""), &broken, left),
        (Walled, paid(""), &broken, boxed),
    ] {
        for (inside, outside) in [(banner, ""), ("", banner)] {
            let main = format!("{head}<article><h1>Bridge closed</h1>{story}{inside}</article>{outside}");
            let body = page("Bridge closed", &main);
            let reading =
                extract(&Page { body: body.as_bytes(), content_type: None, url: "https://paper.example/n/1" });
            assert_eq!(reading.page, wanted, "{main}: {:?}", reading.remarks);
            assert!(reading.body.iter().all(|b| !b.text.contains("ubscribe")), "{main}");
        }
    }
}

#[test]
fn a_box_that_holds_the_article_is_no_wall() {
    let ld = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Bridge closed\",\"isAccessibleForFree\":false}</script>";
    let broken = STORY.replace("<p>A footbridge opens on Wednesday.</p>", "<p>A footbridge opens on…</p>");
    let after = "<p>Our standards: <a href=/standards>the principles of trust</a></p>";
    for (wanted, story) in [(Article, STORY), (Walled, &*broken)] {
        let main = format!("{ld}<article><h1>Bridge closed</h1><div class=paywall>{story}{after}</div></article>");
        assert_eq!(kind(&page("Bridge closed", &main), "https://paper.example/n/1"), wanted, "{story}");
    }
}

/// A headline and captions are all that some pages tell.
#[test]
fn a_series_of_pictures_is_read() {
    let picture = |n: usize| {
        format!(
            "<figure><img src=/{n}.jpg><figcaption>Picture {n}: the north pier in the morning</figcaption></figure>"
        )
    };
    let pictures: String = (0..8).map(picture).collect();
    let others: String =
        (0..12).map(|n| format!("<li><a href=/n/{n}>Council votes on pier repairs, part {n}</a></li>")).collect();
    let head = "<h1>The pier in pictures</h1>";
    for main in [
        format!("{head}{pictures}"),
        format!("<article>{head}<div class=gallery>{pictures}</div></article>"),
        format!("<article>{head}{pictures}</article><ul>{others}</ul>"),
        format!("<article>{head}<ul>{}</ul></article>", pictures.replace("<figure>", "<li><figure>")),
        format!(
            "<div><div>{head}{pictures}</div><div><p>The paper is written by nine people in two rooms above the bakery.</p></div></div>"
        ),
    ] {
        let body = page("The pier in pictures", &main);
        let reading = extract(&Page { body: body.as_bytes(), content_type: None, url: "https://paper.example/n/1" });
        let captions: Vec<&str> = reading.body.iter().map(|b| &*b.text).collect();
        assert_eq!((reading.page, captions.len()), (Article, 8), "{main}: {captions:?}");
        assert_eq!(captions[7], "Picture 7: the north pier in the morning");
    }
    let linked: String = (0..8).map(|n| format!("<a href=/n/{n}>{}</a>", picture(n))).collect();
    assert_ne!(kind(&page("News", &format!("<h1>News</h1>{linked}")), "https://paper.example/news"), Article);
    let story = page(
        "Pier",
        &format!("<article><h1>Pier</h1><p>The pier is open again, said the mayor on Monday.</p>{pictures}</article>"),
    );
    let reading = extract(&Page { body: story.as_bytes(), content_type: None, url: "https://paper.example/n/1" });
    assert_eq!(reading.body.len(), 9, "a line above them is read, too");
}

#[test]
fn what_is_no_page_is_told_with_a_reason() {
    for (body, content_type) in [
        ("", "text/html"),
        (" \n\t ", "text/html"),
        ("\0\0\0", "text/html"),
        ("{\"error\":\"not here\"}", "application/json"),
        ("<h1>Bridge closed</h1><p>The bridge over the Selm was closed on Monday.</p>", "application/pdf"),
    ] {
        let page = Page { body: body.as_bytes(), content_type: Some(content_type), url: "https://paper.example/n/1" };
        let reading = extract(&page);
        assert_eq!((reading.page, reading.remarks.len()), (Empty, 1), "{body}: {:?}", reading.remarks);
    }
}

/// What an outlet hides behind its wall is not read, and the reading says that it goes on.
#[test]
fn a_text_whose_rest_is_hidden_behind_a_wall_is_partial() {
    let p = "<p>The bakery on Quay Street sold its millionth cookie on Monday, its partners said, and went on baking until the ovens were cold.</p>";
    let offer = "<p>Subscribe for four crowns a month.</p><p>Pupils read for free.</p>";
    let rest = p.repeat(6).replace("Monday", "Friday");
    for (hidden, partial) in [
        (format!("<div class=paywall hidden>{rest}</div>"), true),
        (format!("<div class=x-paywall style='display: none'>{rest}</div>"), true),
        (format!("<div class=paywall hidden>{offer}</div>"), false),
        (format!("<div class=x-more hidden>{rest}</div>"), false),
        (format!("<div class=paywall>{rest}</div>"), false),
    ] {
        let body = page("Bakery", &format!("<h1>Bakery sells a million cookies</h1>{p}{p}{hidden}"));
        let reading = extract(&Page { body: body.as_bytes(), content_type: None, url: "https://paper.example/n/1" });
        assert_eq!((reading.page, reading.partial), (Article, partial), "{hidden}: {:?}", reading.remarks);
        assert_eq!(
            reading.body.iter().any(|b| b.text.contains("Friday")),
            !hidden.contains("hidden") && !hidden.contains("none"),
            "{hidden}"
        );
    }
}
