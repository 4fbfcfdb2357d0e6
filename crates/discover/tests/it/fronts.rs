//! Front pages: ten pages of our own in the manners of real ones, with the truth in them.
//!
//! A page begins with a comment that says where it was found; every link that leads to an article
//! carries `data-article`.

use std::collections::BTreeSet;
use std::path::Path;

use discover::{Format, JudgedLink, Source, discover, judge_links};
use proptest::prelude::*;
use url::Url;

struct Case {
    name: String,
    html: String,
    url: String,
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let files = std::fs::read_dir(folder).expect("the folder of pages");
    let mut cases: Vec<Case> = files
        .map(|file| {
            let path = file.expect("a file").path();
            let html = std::fs::read_to_string(&path).expect("a page");
            let (_, after) = html.split_once("<!-- ").expect("a comment with the address");
            let url = after.split_once(" -->").expect("an end of the comment").0.to_owned();
            Case { name: path.file_name().expect("a name").to_string_lossy().into_owned(), html, url }
        })
        .collect();
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    cases
}

fn judged(html: &str, url: &str) -> Vec<JudgedLink> {
    judge_links(&Source { body: html.as_bytes(), content_type: Some("text/html"), url })
}

/// The addresses of links that carry the mark, without fragments.
fn truth(case: &Case) -> BTreeSet<String> {
    let base = Url::parse(&case.url).expect("an address");
    let marked = case.html.split("<a data-article ").skip(1).map(|rest| {
        let href = rest.split_once("href=\"").expect("a href").1.split_once('"').expect("its end").0;
        let mut url = base.join(href).expect("an address");
        url.set_fragment(None);
        url.to_string()
    });
    marked.collect()
}

#[test]
fn articles_are_told_from_the_rest_of_a_page() {
    let (mut right, mut wrong, mut missed) = (0, 0, 0);
    for case in cases() {
        let truth = truth(&case);
        let found = judged(&case.html, &case.url);
        let taken = |link: &&JudgedLink| link.is_article;
        let addresses: BTreeSet<String> = found.iter().filter(taken).map(|link| link.address.clone()).collect();
        right += addresses.intersection(&truth).count();
        wrong += addresses.difference(&truth).count();
        missed += truth.difference(&addresses).count();
        for link in found.iter().filter(|link| link.is_article != truth.contains(&link.address)) {
            println!("{}: {} {:?} {}: {}", case.name, link.address, link.title, link.score, link.reason);
        }
    }
    let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole as f64;
    let (precision, recall) = (percent(right, right + wrong), percent(right, right + missed));
    println!(
        "own front pages: precision {precision:.1} % ({wrong} wrong), recall {recall:.1} % ({missed} missed of {})",
        right + missed
    );
    assert!(precision >= 97.0, "{precision}");
    assert!(recall >= 90.0, "{recall}");
}

#[test]
fn several_links_to_an_article_are_one_with_the_best_text_and_the_time() {
    let case = cases().into_iter().find(|case| case.name == "blog-with-dates.html").expect("the page");
    let source = Source { body: case.html.as_bytes(), content_type: None, url: &case.url };
    let found = discover(&source);
    assert_eq!(found.format, Format::Html);
    assert_eq!(found.feeds.len(), 1);
    let titles: Vec<_> = found.articles.iter().filter_map(|article| article.entry.title.as_deref()).collect();
    let want = [
        "Ferry stops after forty years",
        "Tide gate stuck again",
        "Who pays for the new pier?",
        "Seal found in the town hall",
    ];
    assert_eq!(titles, want);
    let first = &found.articles[0];
    assert_eq!(first.entry.address, "https://harbour-post.example/2026/03/02/ferry-stops-after-forty-years/");
    assert_eq!(first.entry.published_at.as_deref(), Some("2026-03-02T07:00:00Z"));
    assert!(first.reason.starts_with("its address has a date; "), "{}", first.reason);
}

#[test]
fn a_link_that_is_no_article_has_a_reason_too() {
    let cases = [
        ("/tag/ferries", "a list of articles by topic, place or author"),
        ("/2026/03/", "an archive of a day, month or year"),
        ("/a.pdf", "a file, not a page"),
        ("/terms-and-conditions", "a service or a page about the outlet"),
        ("/page/2", "a page of a list, a search or a call to share"),
        ("/en", "a front page"),
    ];
    for (href, want) in cases {
        let page = format!("<html><main><h2><a href='{href}'>A headline that is long enough</a></h2></main>");
        let found = judged(&page, "https://courier.example/x");
        assert!(!found[0].is_article, "{href}");
        assert_eq!(found[0].reason, want, "{href}");
    }
    let elsewhere = "<a href='https://herald.example/2026/03/02/x-y-z-a-b'>A headline that is long enough</a>";
    assert_eq!(judged(elsewhere, "https://courier.example/"), []);
    let own = "<a href='//news.courier.example/2026/03/02/x-y-z-a-b'>A headline that is long enough</a>";
    assert!(judged(own, "https://courier.example/")[0].is_article);
}

#[test]
fn hostile_pages_take_no_more_time_than_others() {
    let many = 30_000;
    let pages = [
        "<div class='teaser'>".repeat(many),
        "<a href='/2026/03/02/a-b-c-d-e'>".repeat(many),
        "<li><a href=/a>".repeat(many),
        "<p><td><li>".repeat(many),
        "</div></a>".repeat(many),
        format!("<script type='application/ld+json'>{}</script>", "[".repeat(many)),
        format!("<a href='/{}'>x</a>", "a-".repeat(many)),
        "<h1><a href=x><time datetime=2026>".repeat(many),
    ];
    let begin = std::time::Instant::now();
    pages.iter().for_each(|page| drop(judged(page, "https://courier.example/")));
    assert!(begin.elapsed().as_secs() < 20, "{:?}", begin.elapsed());
}

proptest! {
    #[test]
    fn any_page_is_read(page in "(<(a href='/[a-z0-9/.-]{0,12}'|/a|li|h2|time|nav|/nav|div class='[a-zA-Z-]{0,8}'|script type=ld[+]json)>|\\PC{0,6}){0,24}") {
        for link in judged(&page, "https://courier.example/") {
            prop_assert!(link.address.starts_with("http"));
        }
    }
}
