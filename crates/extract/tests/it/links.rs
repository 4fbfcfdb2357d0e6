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
