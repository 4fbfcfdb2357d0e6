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

fn lines(reading: &Reading) -> Vec<&str> {
    reading.body.iter().map(|b| &*b.text).collect()
}

#[test]
fn a_name_that_most_of_the_text_bears_is_none_of_furniture() {
    let part = |class: &str, n: usize| format!("<div class='{class}'><div><p>{}</p></div></div>", says(n));
    for class in ["x-widget", "toc chapter", "cmp-text", "tools"] {
        let parts: String = (0..12).map(|n| part(class, n)).collect();
        let reading = read("", &format!("<div><h1>{TITLE}</h1><div>{parts}</div></div>"));
        assert_eq!(lines(&reading), (0..12).map(says).collect::<Vec<_>>(), "{class}");
    }
    // where few bear it, it says what it says
    let parts: String = (0..12).map(|n| format!("<p>{}</p>", says(n))).collect();
    for class in ["sidebar", "navigation", "cmp-banner"] {
        let reading = read("", &format!("<div><h1>{TITLE}</h1><div>{parts}{}</div></div>", part(class, 12)));
        assert_eq!(lines(&reading).len(), 12, "{class}");
    }
}

#[test]
fn a_heading_of_every_part_does_not_end_the_article() {
    let part =
        |n: usize| format!("<h2>Harbour {n}</h2><p>{}</p><h3>Recommended for:</h3><p>{}</p>", says(n), says(n + 10));
    let parts = |to: usize| (0..to).map(part).collect::<String>();
    let reading = read("", &format!("<div><h1>{TITLE}</h1><div>{}</div></div>", parts(5)));
    assert_eq!(lines(&reading).len(), 20, "{reading:?}");
    let last = format!(
        "{}<h3>Related articles</h3><p>{}</p>",
        (0..5).map(|n| format!("<p>{}</p>", says(n))).collect::<String>(),
        says(20)
    );
    assert_eq!(lines(&read("", &format!("<div><h1>{TITLE}</h1><div>{last}</div></div>"))).len(), 5);
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

#[test]
fn boxes_that_hold_most_of_the_text_are_the_text() {
    let item = |n: usize| format!("<div><h3><a href=/h{n}>Harbour {n}</a></h3><p>{}</p></div>", says(n));
    let all = |items: std::ops::Range<usize>, plain: std::ops::Range<usize>| {
        let plain: String = plain.map(|n| format!("<p>{}</p>", says(n))).collect();
        let items: String = items.map(item).collect();
        read("", &format!("<article><h1>{TITLE}</h1><div>{plain}{items}</div></article>"))
    };
    let reading = all(3..13, 0..3);
    assert!((0..13).all(|n| lines(&reading).contains(&&*says(n))), "{reading:?}");
    assert_eq!(lines(&all(12..14, 0..12)), (0..12).map(says).collect::<Vec<_>>());
}

#[test]
fn paragraphs_that_stand_around_a_body_are_in_it() {
    let parts = |of: std::ops::Range<usize>| of.map(|n| format!("<p>{}</p>", says(n))).collect::<String>();
    let page = format!(
        "<div><h1>{TITLE}</h1><div class=x><div>{}</div><div class=frame>{}</div></div></div>",
        parts(0..4),
        parts(4..12)
    );
    assert_eq!(lines(&read("", &page)), (0..12).map(says).collect::<Vec<_>>());
}
