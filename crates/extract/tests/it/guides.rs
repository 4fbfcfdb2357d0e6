//! Guides and posts: pages of page builders, whose names and headings say less than those of newsrooms.

use extract::{Page, extract};
use news::Reading;

const TITLE: &str = "Five harbours to see in spring";

fn read(head: &str, inside: &str) -> Reading {
    let page = format!("<!doctype html><html><head><title>{TITLE}</title>{head}</head><body>{inside}</body></html>");
    extract(&Page { body: page.as_bytes(), content_type: None, url: "https://quays.example/guide" })
}

/// A paragraph that is no other one's.
fn says(n: usize) -> String {
    format!("Harbour number {n} has a quay of its own, a lamp at its end, and a bench for {n} who wait for the ferry.")
}

#[test]
fn what_the_page_says_it_is_about_is_the_line_under_the_headline() {
    let lead = "Spring is short at the coast, and these five quays make the most of it.";
    let parts: String = (0..4).map(|n| format!("<p>{}</p>", says(n))).collect();
    let deck = "<h2>Salt, wind and fish: the best that this coast has to offer to those who walk it in spring</h2>";
    for name in ["twitter:description", "description"] {
        let head = format!("<meta name='{name}' content='{lead}'>");
        let reading = read(
            &head,
            &format!(
                "<main><h1>{TITLE}</h1>{deck}<div><p>{lead}</p></div><section><div>{parts}</div></section></main>"
            ),
        );
        assert_eq!(reading.standfirst.as_deref(), Some(lead), "{name}");
    }
}
