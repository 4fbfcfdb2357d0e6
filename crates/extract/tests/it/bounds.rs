//! Hostile pages: bounded work, no panic.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use extract::{Memory, Page, explain, extract};
use proptest::prelude::*;

fn read(body: &[u8]) -> news::Reading {
    extract(&Page { body, content_type: Some("text/html"), url: "https://news.example/a" })
}

/// Far more than any of these needs, far less than quadratic work would take.
const GENEROUS: Duration = Duration::from_secs(20);

/// How long this thread has worked: beside other work a clock would say how busy the machine is. Where the system does
/// not tell, the clock has to do.
fn worked() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanos.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

#[test]
fn pages_that_would_blow_up_a_tree_are_read_in_bounded_time() {
    let words = "It was said that the bridge over the river, which is old, will be closed for a year. ";
    let pages: Vec<(&str, String)> = vec![
        ("nested lists", "<ul><li>".repeat(32 << 10)),
        ("a megabyte of divisions", "<div>".repeat(200_000)),
        ("nested spans", "<span>".repeat(100_000)),
        ("nested fonts", "<font>".repeat(100_000)),
        ("nested tables", "<table><tr><td>".repeat(50_000)),
        ("unclosed quote", format!("<p>{words}<a href=\"{}", "x".repeat(2 << 20))),
        ("unclosed quotes", "<a href=\"x'><b title='".repeat(50_000)),
        ("many attributes", format!("<div {}>{words}", (0..100_000).map(|i| format!("a{i}='' ")).collect::<String>())),
        ("long class", format!("<div class='{}'><p>{words}</div>", "ad-x ".repeat(200_000))),
        ("reopened formatting", (0..20_000).map(|i| format!("<p><b id={i}>")).collect()),
        ("hidden depth", format!("<script><!--<script></script>{}", "<div>".repeat(100_000))),
        ("deep JSON", format!("<script type='application/ld+json'>{}</script><p>{words}", "[".repeat(500_000))),
        (
            "wide JSON",
            format!(
                "<script type='application/ld+json'>[{}]</script><p>{words}",
                "{\"@type\":\"Article\"},".repeat(50_000)
            ),
        ),
        ("unclosed comment", format!("<p>{words}{}", "<!--".repeat(200_000))),
        ("one long paragraph", format!("<p>{}", words.repeat(20_000))),
        ("many paragraphs", format!("<p>{words}").repeat(30_000)),
        ("many headings", "<h1>Bridge closed for a year</h1>".repeat(30_000)),
        ("many links", "<li><a href=/x>Bridge closed for a year</a></li>".repeat(30_000)),
        ("many times", "<p class=byline><time>5 May 2024</time> By Ana Roe</p>".repeat(20_000)),
        ("a large table", format!("<p>{words}<table>{}</table>", "<tr><td>Ash<td>12<td>34</tr>".repeat(30_000))),
        ("a wide table", format!("<p>{words}<table><tr>{}</table>", "<td>12".repeat(100_000))),
        ("a long poem", format!("<p>{}", "The bridge is old, and the river is older.<br>".repeat(40_000))),
        ("end tags", format!("{}{}", "<div>".repeat(600), "</x>".repeat(200_000))),
    ];
    for (name, page) in &pages {
        let start = worked();
        read(page.as_bytes());
        let took = worked() - start;
        assert!(took < GENEROUS, "{name}: {took:?}");
    }
}

#[test]
fn an_article_behind_too_deep_nesting_is_still_read() {
    let words = "It was said that the bridge over the river, which is old, will be closed for a year.";
    let page = format!("{}<p>{words}</p><p>{words} Nobody knows why.</p>", "<div>".repeat(5000));
    let reading = read(page.as_bytes());
    assert!(reading.partial && !reading.remarks.is_empty());
    assert_eq!(reading.body.len(), 2);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..400), plain in any::<bool>()) {
        let content_type = Some(if plain { "text/plain" } else { "text/html" });
        let page = Page { body: &bytes, content_type, url: "https://news.example/a" };
        extract(&page);
        explain(&page, &Memory::none());
    }

    #[test]
    fn any_tags_are_read_and_the_reading_is_canonical(
        parts in proptest::collection::vec(prop_oneof![
            "<(p|div|h1|h2|ul|li|table|tr|td|blockquote|figure|figcaption|span|a|b|article|time|template|svg|select|option)( class=\"?(ad|lead|byline|caption|body)\"?)?>",
            "</(p|div|h1|ul|li|table|td|a|b|article|template)>",
            "[a-zA-Zäß€ .,!?©\u{200b}\u{a0}\u{2028}]{0,40}",
            Just("<br>".to_owned()), Just("<!--".to_owned()), Just("<script>".to_owned()), Just("|---|---|\n".to_owned()),
        ], 0..60)
    ) {
        let page = parts.concat();
        let reading = read(page.as_bytes());
        for (_, text) in reading.text_pieces() {
            prop_assert_eq!(text::canonical_lines(text), text);
        }
        // further down it may be said again
        let first = reading.body.iter().find(|b| b.kind.is_text()).map(|b| &b.text);
        prop_assert!(first.is_none() || first != reading.standfirst.as_ref());
    }
}
