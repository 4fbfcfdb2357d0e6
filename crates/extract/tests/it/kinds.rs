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
