//! Pages that go on without end: the page's own article is read, and not those that follow it.

use extract::{Page, extract};

const P: [&str; 4] = [
    "The north pier at Norwick will be rebuilt this summer, after two winters that left it closed to walkers.",
    "The work costs 3 million crowns and takes five months, the harbour master told a meeting on Monday.",
    "Anglers asked for lamps along the rail, and were promised an answer before the end of the month.",
    "The ferry will leave from the mill quay until then, and the ticket stays at four crowns for all.",
];
const HEADS: [&str; 3] = ["North pier to be rebuilt", "Baker of Mill Lane retires", "Otters seen near the weir"];

/// The text of the article with that number: that of the others says other things.
fn text(number: usize) -> String {
    let others = |p: &str| p.replace("pier", "mill").replace("ferry", "bus").replace("Anglers", "Bakers");
    P.map(|p| if number == 0 { format!("<p>{p}</p>") } else { format!("<p>{} ({number})</p>", others(p)) }).concat()
}

fn read(inside: &str) -> (Option<String>, Vec<String>) {
    let html = format!(
        "<!doctype html><html lang=en><head><title>{}</title><meta property=og:title content='{}'></head><body>{inside}</body></html>",
        HEADS[0], HEADS[0]
    );
    let reading = extract(&Page { body: html.as_bytes(), content_type: None, url: "https://norwick.example/pier" });
    (reading.headline, reading.body.into_iter().map(|block| block.text).collect())
}

#[test]
fn the_first_article_is_the_body() {
    let article = |n: usize, open: &str, head: &str, close: &str| {
        let head = head.replace("HEAD", HEADS[n]).replace("ADDRESS", &format!("/news/{n}"));
        format!("{}{head}{}{close}", open.replace("ADDRESS", &format!("/news/{n}")), text(n))
    };
    let all = |open, head, close| (0..3).map(|n| article(n, open, head, close)).collect::<String>();
    let list: String =
        (0..3).map(|n| format!("<li><a href=/news/{n}><h2 class=sr-headline>{}</h2></a></li>", HEADS[n])).collect();
    for (name, inside) in [
        ("articles", all("<article>", "<h1>HEAD</h1>", "</article>")),
        ("articles of level 2", all("<article>", "<h2>HEAD</h2>", "</article>")),
        ("boxes with addresses", all("<div class=story data-url=ADDRESS>", "<h1>HEAD</h1>", "</div>")),
        ("boxes with times", all("<div class=story>", "<h1>HEAD</h1><time>3 May 2026</time>", "</div>")),
        (
            "boxes with authors",
            all("<section class='story x'>", "<h1>HEAD</h1><p class=byline>By Ana Roe</p>", "</section>"),
        ),
        (
            "articles named for sharing, and a list of them before",
            format!(
                "<ul>{list}</ul>{}",
                all(
                    "<article class=sr-story data-url=ADDRESS>",
                    "<h2 class=sr-headline><a href=ADDRESS>HEAD</a></h2><div class=sr-body-share-wrapper>",
                    "</div></article>"
                )
            ),
        ),
    ] {
        assert_eq!(
            read(&format!("<main>{inside}</main>")),
            (Some(HEADS[0].to_owned()), P.map(str::to_owned).to_vec()),
            "{name}"
        );
    }
}

#[test]
fn parts_of_an_article_are_no_articles() {
    for (open, close) in [("<div class=part>", "</div>"), ("<section>", "</section>")] {
        let parts: String = (0..3).map(|n| format!("{open}<h1>{}</h1>{}{close}", HEADS[n], text(n))).collect();
        let (_, body) = read(&format!("<main><article>{parts}</article></main>"));
        assert_eq!(body.iter().filter(|text| text.len() > 60).count(), 12, "{open}");
    }
}
