//! Which section an article stands in, and which way its text runs.

use extract::{Page, extract};
use news::{Direction, Reading};

const URL: &str = "https://paper.example/uk/politics/bridge-closes";

fn read(head: &str, body: &str) -> Reading {
    let said = "The bridge over the river is closed from Monday, the city said, because its bearings are worn out. ";
    let page = format!(
        "<html><head><title>Bridge closes</title>{head}</head><body>{body}<article><h1>Bridge closes</h1>\
         <p>{said}</p><p>{said}{said}</p></article></body></html>"
    );
    extract(&Page { body: page.as_bytes(), content_type: Some("text/html; charset=utf-8"), url: URL })
}

#[test]
fn the_section_is_what_readers_see_and_else_what_a_surface_says() {
    let ld = |object: &str| format!("<script type=\"application/ld+json\">{object}</script>");
    let trail = |steps: &str| ld(&format!(r#"{{"@type":"BreadcrumbList","itemListElement":[{steps}]}}"#));
    let step = |at: u8, name: &str, to: &str| {
        format!(r#"{{"@type":"ListItem","position":{at},"name":"{name}","item":"https://paper.example{to}"}}"#)
    };
    let uk = format!("{},{}", step(2, "UK", "/uk"), step(1, "Home", "/"));
    let politics = step(3, "Politics", "/uk/politics");
    let here = step(4, "Bridge closes", "/uk/politics/bridge-closes");
    let story = ld(r#"{"@type":"NewsArticle","headline":"Bridge closes","articleSection":["Politics","UK"]}"#);
    let meta = "<meta property=\"article:section\" content=\"Roads &amp; rail\">";
    let seen = r#"<nav class="breadcrumbs"><a href="/"><svg><title>Home icon</title></svg></a>
        <a href="/uk">UK</a> <a href="/uk/local">Local news</a> <a href="/uk/politics/bridge-closes">Bridge</a></nav>"#;
    let shop = r#"<ol aria-label="Breadcrumb"><li><a href="/">Start</a><li>Bridge closes</ol>"#;
    let cases: [(String, &str, Option<&str>); 9] = [
        (String::new(), "", None),
        (format!("{meta}{story}"), seen, Some("Local news")),
        (format!("{meta}{story}"), shop, Some("Roads & rail")),
        (format!("{story}{}", trail(&uk)), "", Some("Politics")),
        (trail(&format!("{uk},{politics},{here}")), "", Some("Politics")),
        (trail(&format!("{uk},{politics}")), "", Some("Politics")),
        (trail(&uk), "", Some("UK")),
        ("<meta name=\"section\" content=\"1\">".into(), "", None),
        (format!("<meta name=\"section\" content=\"{}\">", "Tags, ".repeat(20)), "", None),
    ];
    for (head, body, section) in cases {
        assert_eq!(read(&head, body).section.as_deref(), section, "{head}\n{body}");
    }
}

#[test]
fn each_surface_keeps_the_section_that_it_gives() {
    let head = r#"<meta property="article:section" content="Roads"><script type="application/ld+json">
        {"@type":"NewsArticle","headline":"Bridge closes","articleSection":"Politics"}</script>"#;
    let surfaces = read(head, "").surfaces;
    assert_eq!(surfaces.open_graph.section.as_deref(), Some("Roads"));
    assert_eq!(surfaces.json_ld.section.as_deref(), Some("Politics"));
}

#[test]
fn the_direction_is_that_of_the_text_not_of_the_frame() {
    let page = |lang: &str, text: &str| {
        let page =
            format!("<html {lang}><body><article><h1>{text}</h1><p>{}</p></article>", format!("{text}. ").repeat(12));
        extract(&Page { body: page.as_bytes(), content_type: Some("text/html; charset=utf-8"), url: URL }).direction
    };
    let (arabic, hebrew, english) =
        ("أغلقت المدينة الجسر يوم الاثنين", "העירייה סגרה את הגשר ביום שני", "The city closed the bridge on Monday");
    for (lang, text, wanted) in [
        ("lang=ar dir=rtl", arabic, Direction::Rtl),
        ("", hebrew, Direction::Rtl),
        ("lang=en", arabic, Direction::Rtl),
        ("lang=en dir=rtl", english, Direction::Ltr),
        ("", english, Direction::Ltr),
    ] {
        assert_eq!(page(lang, text), wanted, "{lang} {text}");
    }
}
