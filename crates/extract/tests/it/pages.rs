//! Articles on several pages: where they go on, where they do not, and how they are joined.

use extract::{Memory, Page, Pages, extract};
use news::{BlockKind, Reading};

const URL: &str = "https://ledger.example/town/bridge";
const P: [&str; 4] = [
    "The bridge over the Selm was closed on Monday after cracks were found in three of its seven piers.",
    "The town said that the work will take until March and cost 2.4 million crowns, half of it borrowed.",
    "A footbridge opens on Wednesday; carts go by way of the mill until the council has met again.",
    "Nobody was hurt, the harbour master told this paper, and the ferry sails twice as often as before.",
];

fn article(paragraphs: &[&str], after: &str) -> String {
    let paragraphs: String = paragraphs.iter().map(|p| format!("<p>{p}</p>")).collect();
    format!(
        "<!doctype html><html lang=en><head><title>Bridge closed</title></head><body><main><article><h1>Bridge closed \
         after cracks are found</h1><p class=standfirst>Three piers of seven</p>{paragraphs}{after}</article></main></body></html>"
    )
}

fn at(url: &str, page: &str) -> Reading {
    extract(&Page { body: page.as_bytes(), content_type: Some("text/html; charset=utf-8"), url })
}

#[test]
fn an_article_goes_on_where_its_address_and_a_link_say_so() {
    let pager = |inside: &str| format!("<nav class=pagination>{inside}</nav>");
    let cases: Vec<(&str, String, &str)> = vec![
        (URL, "<a href='?page=2'>Next page</a>".into(), "?page=2"),
        (
            URL,
            "<a href='/town/bridge/2/'>Page 2: The ferry</a><a href='/town/bridge/2/'>2</a> <span>1</span>".into(),
            "/2/",
        ),
        (
            URL,
            "<p>Pages: <span>1</span> <a href='/town/bridge/2/'>2</a> <a href='/town/bridge/3/'>3</a></p>".into(),
            "/2/",
        ),
        (URL, "<p><a href='bridge?page=1'>1</a> | <a href='bridge?page=2'>2</a></p>".into(), "?page=2"),
        (URL, pager("<a href='bridge?page=2' aria-label='Next'>›</a>"), "?page=2"),
        (URL, pager("<a href='bridge_2'>»</a>"), "_2"),
        (URL, "<a rel=next href='/town/bridge/page/2'>more</a>".into(), "/page/2"),
        (URL, "<a href='bridge?page=2#start'>Continue</a>".into(), "?page=2"),
        (URL, "<a href='bridge/seite-2'>Weiter</a>".into(), "/seite-2"),
        (URL, "<a href='bridge/seite-2'>Lesen Sie auf der nächsten Seite: Was die Fähre kostet</a>".into(), "/seite-2"),
        (URL, "<a href='bridge/seite-2'>Seite 2 / 3</a><span>Seite 1</span>".into(), "/seite-2"),
        (URL, "<a href='?page=2'>Page suivante »</a>".into(), "?page=2"),
        (URL, "<a href='?pagina=2'>Página siguiente</a>".into(), "?pagina=2"),
        (URL, "<a href='?pagina=2'>Volgende pagina</a>".into(), "?pagina=2"),
        (URL, "<a href='?strona=2'>Następna strona</a>".into(), "?strona=2"),
        (URL, "<a href='?page=2'>Следующая страница</a>".into(), "?page=2"),
        (URL, "<a href='?page=2'>次のページ</a>".into(), "?page=2"),
        (URL, "<a href='bridge_2'>下一页</a>".into(), "_2"),
        (URL, "<a href='?page=2'>التالي</a>".into(), "?page=2"),
        (URL, "<a href='?side=2'>Næste</a>".into(), "?side=2"),
        (URL, "<a title='Prossima pagina' href='?page=2'><img src=x></a>".into(), "?page=2"),
        ("https://ledger.example/town/bridge?page=2", "<a href='?page=3'>Next page</a>".into(), "?page=3"),
    ];
    for (url, after, want) in cases {
        let reading = at(url, &article(&P, &after));
        let next = reading.next_page.clone().unwrap_or_else(|| panic!("{after}: nothing was found"));
        assert!(next.starts_with(URL) && next.ends_with(want), "{after}: {next}");
        assert!(reading.partial, "{after}");
        let body = article(&P, &after);
        assert!(extract::may_go_on(&Page { body: body.as_bytes(), content_type: None, url }), "{after}");
        assert!(reading.remarks.iter().any(|r| r.contains(&next)), "{after}: {:?}", reading.remarks);
    }
    let head = article(&P, "").replace("</head>", "<link rel=next href='/town/bridge/2'></head>");
    assert_eq!(at(URL, &head).next_page.as_deref(), Some("https://ledger.example/town/bridge/2"));
}

#[test]
fn near_misses_are_left_alone() {
    let cases: &[(&str, &str)] = &[
        ("the next article", "<a rel=next href='/town/ferry'>Next: Ferry sails</a>"),
        ("the next article by number", "<a rel=next href='/town/bridge-2'>Next</a>"),
        ("an article of the same name", "<a href='/town/bridge-2'>2</a>"),
        ("another host", "<a href='https://other.example/town/bridge?page=2'>Next page</a>"),
        ("the page after the next", "<a href='?page=3'>Next page</a>"),
        ("the page itself", "<a href='?page=1'>Next page</a>"),
        ("pages of comments", "<section id=comments><a href='?page=2'>2</a><span>1</span></section>"),
        ("pages of comments by their place", "<a rel=next href='?page=2#comments'>Next page</a>"),
        ("pages of comments by their address", "<a rel=next href='/town/bridge/comment-page-2'>Next page</a>"),
        ("comments that count from nothing", "<ul class=pager><li><a href='?page=1'>next ›</a></ul>"),
        ("a gallery", "<div class='gallery'><a href='?page=2'>Next</a></div>"),
        ("a gallery by its address", "<a rel=next href='/town/bridge/gallery/2'>Next</a>"),
        ("a list", "<div class='related'><a href='?page=2'>2</a> <b>1</b></div>"),
        ("a section's pages", "<nav class=pagination><a href='/town?page=2'>2</a></nav>"),
        ("a number in a text", "<p>See <a href='/town/bridge/2'>2</a> others say.</p>"),
        ("no words at all", "<a href='/town/bridge/2'>The ferry</a>"),
        ("a whole on one page", "<a href='?page=all'>View on one page</a>"),
        ("another view", "<a rel=next href='?view=print&page=2'>Next page</a>"),
        ("no address", "<a href='javascript:next(2)'>Next page</a><a>Next page</a><a href='#'>Next page</a>"),
    ];
    for (name, after) in cases {
        let reading = at(URL, &article(&P, after));
        assert_eq!((reading.next_page, reading.partial), (None, false), "{name}");
    }
    let front =
        at("https://ledger.example/", &article(&P, "<a href='?page=2'>Next page</a><a href='/page/2'>2</a><b>1</b>"));
    assert_eq!(front.next_page, None, "a front page");
    let month = at("https://ledger.example/2026/03", &article(&P, "<a rel=next href='/2026/03/2'>Next page</a>"));
    assert_eq!(month.next_page, None, "a list of a month");
}

/// Reads the pages given as paragraphs, the headline and standfirst on each.
fn joined(pages: &[(&str, String)]) -> Reading {
    let page = |i: usize| Page { body: pages[i].1.as_bytes(), content_type: None, url: pages[i].0 };
    let mut all = Pages::of(&page(0), &Memory::none());
    for i in 1..pages.len() {
        assert_eq!(all.next(), Some(format!("{URL}?page={}", i + 1).as_str()));
        all.add(&page(i));
    }
    all.reading()
}

fn next(number: usize) -> String {
    format!("<p class=notice>Correction: the mill stands north of it.</p><a href='?page={number}'>Next page</a>")
}

#[test]
fn pages_are_joined_and_what_they_repeat_stands_once() {
    let second = "https://ledger.example/town/bridge?page=2";
    let pages = [
        (URL, article(&P[..2], &next(2))),
        (second, article(&P[2..], &next(3))),
        (
            "https://ledger.example/town/bridge?page=3",
            article(&["The end of it is not in sight, they say, nor is a boat."], ""),
        ),
    ];
    let reading = joined(&pages);
    let whole = at(URL, &article(&P, ""));
    assert_eq!((&reading.headline, &reading.standfirst), (&whole.headline, &whole.standfirst));
    let texts = |reading: &Reading| -> Vec<String> {
        reading.body.iter().filter(|b| b.kind == BlockKind::Paragraph).map(|b| b.text.clone()).collect()
    };
    assert_eq!(texts(&reading)[..4], texts(&whole));
    assert_eq!(reading.body.iter().filter(|b| b.text.starts_with("Correction")).count(), 1);
    assert_eq!((reading.partial, reading.next_page.as_deref()), (false, None));
    assert!(reading.remarks.contains(&"joined of 3 pages".to_owned()), "{:?}", reading.remarks);

    let cut = joined(&pages[..2]);
    assert!(cut.partial);
    assert_eq!(cut.next_page.as_deref(), Some("https://ledger.example/town/bridge?page=3"));
}

#[test]
fn what_is_no_further_page_ends_the_article_or_leaves_it_partial() {
    let first = article(&P[..2], &next(2));
    let second = "https://ledger.example/town/bridge?page=2";
    let wall = "<h1>Verify you are human</h1><p>Please complete the captcha to continue.</p>";
    let cases: Vec<(&str, &str, String, bool)> = vec![
        ("the same page again", second, first.clone(), false),
        ("the same page with another link", second, article(&P[..2], &next(3)), false),
        ("back at the first", URL, first.clone(), false),
        ("another article", "https://ledger.example/town/ferry", article(&P[2..], ""), true),
        ("another host", "https://other.example/town/bridge?page=2", article(&P[2..], ""), true),
        ("a wall", second, format!("<title>Just a moment...</title>{wall}"), true),
        ("nothing", second, String::new(), true),
    ];
    for (name, url, body, partial) in cases {
        let reading = joined(&[(URL, first.clone()), (url, body)]);
        assert_eq!(reading.partial, partial, "{name}: {:?}", reading.remarks);
        assert_eq!(reading.next_page.is_some(), partial, "{name}");
        assert!(!reading.canonical_text().contains("footbridge"), "{name}");
    }
}
