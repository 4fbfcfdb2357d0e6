//! Where the words of a body lead.

use extract::{Page, extract};

const STORY: &str = "The bridge over the Selm is closed, the town says, and the ferry does not sail either, while the \
                     council looks for money to mend what the flood of last winter has broken in one night.";

#[test]
fn links_of_the_body_are_kept_with_their_words() {
    let html = format!(
        "<!doctype html><html lang=en><head><title>Bridge closed</title></head><body><nav><a href=/a>Sport</a></nav>\
         <main><article><h1>Bridge closed</h1><p>{STORY}</p>\
         <p>{STORY} The <a href='/report?id=3&amp;utm_source=x#top'>full <b>report</b></a> is out.</p>\
         <ul><li>{STORY} <a href='https://norwick.example/'>Norwick</a></li><li>{STORY}</li></ul>\
         <p>{STORY} <a href='#note'>Note</a> <a href='javascript:go()'>Go</a> <a href='/b'></a></p>\
         </article></main><footer><a href=/imprint>Imprint</a></footer></body></html>"
    );
    let page = Page {
        body: html.as_bytes(),
        content_type: Some("text/html; charset=utf-8"),
        url: "https://ledger.example/news/a",
    };
    let reading = extract(&page);
    let links: Vec<(usize, &str, &str)> =
        reading.links.iter().map(|l| (l.block, l.text.as_str(), l.address.as_str())).collect();
    assert_eq!(
        links,
        [(3, "full report", "https://ledger.example/report?id=3"), (4, "Norwick", "https://norwick.example/")]
    );
}

#[test]
fn how_a_link_opens_is_told_to_those_who_do_not_see_it_and_is_no_text() {
    for helper in [
        "<span class=visually-hidden>, opens new tab</span>",
        "<span style='border:0;clip:rect(0 0 0 0);position:absolute;width:1px'>, opens new tab</span>",
        "<span class=x1>, opens new tab</span>",
        "<span class=x1> (opens in a new window)</span>",
        "<span class=x1> (öffnet in neuem Fenster)</span>",
        "<span class=x1> (s’ouvre dans une nouvelle fenêtre)</span>",
        "<span class=x1> (se abre en una nueva pestaña)</span>",
    ] {
        let html = format!(
            "<!doctype html><html lang=en><head><title>Bridge closed</title></head><body><main><article><h1>Bridge closed</h1>\
             <p>{STORY}</p><p>{STORY} The <a href=/report>report{helper}</a> is out.</p></article></main></body></html>"
        );
        let page = Page {
            body: html.as_bytes(),
            content_type: Some("text/html; charset=utf-8"),
            url: "https://ledger.example/a",
        };
        let reading = extract(&page);
        assert_eq!(reading.body[1].text, format!("{STORY} The report is out."), "{helper}");
        assert_eq!(reading.links[0].text, "report", "{helper}");
    }
    let said = "<p>The shop <span>opens in a new window</span> of the old mill, where the baker was.</p>";
    let html = format!(
        "<title>Bridge closed</title><main><article><h1>Bridge closed</h1><p>{STORY}</p>{said}</article></main>"
    );
    let page = Page { body: html.as_bytes(), content_type: None, url: "https://ledger.example/a" };
    assert!(extract(&page).body[1].text.contains("opens in a new window"), "outside of a link they are words");
}
