use discover::{Format, Source, candidate_feeds, discover};

fn feeds_of(page: &str) -> Vec<(String, Option<String>)> {
    let source =
        Source { body: page.as_bytes(), content_type: Some("text/html"), url: "https://courier.example/news/" };
    let found = discover(&source);
    assert_eq!(found.format, Format::Html, "{page}");
    assert_eq!(found.entries, []);
    found.feeds.into_iter().map(|feed| (feed.url, feed.title)).collect()
}

#[test]
fn a_page_names_its_feeds() {
    let cases: &[(&str, &[&str])] = &[
        ("<link rel=alternate type='application/rss+xml' href='/rss'>", &["https://courier.example/rss"]),
        ("<LINK REL='Alternate' TYPE='application/atom+xml' HREF='a.xml'>", &["https://courier.example/news/a.xml"]),
        (
            "<base href='/x/'><link rel='alternate' type='application/feed+json' href=f>",
            &["https://courier.example/x/f"],
        ),
        ("<link rel=alternate type=application/rss+xml href='/a?x=1&amp;y=2'>", &["https://courier.example/a?x=1&y=2"]),
        ("<a href='/feeds/all.rss'>RSS</a> <a href='/weather'>W</a>", &["https://courier.example/feeds/all.rss"]),
        ("<link rel=stylesheet href=a.css><link rel=alternate hreflang=de href=/de>", &[]),
        ("<link rel=alternate type=application/json href=/wp-json/wp/v2/pages/1>", &[]),
        ("<script>'<link rel=alternate type=application/rss+xml href=/x>'</script>", &[]),
        ("<link rel=alternate type=application/rss+xml href='javascript:x()'>", &[]),
        (
            "<link rel=alternate type=application/rss+xml href=/comments/feed><link rel=alternate type=application/rss+xml href=/feed>",
            &["https://courier.example/feed", "https://courier.example/comments/feed"],
        ),
    ];
    for (page, want) in cases {
        let urls: Vec<_> = feeds_of(page).into_iter().map(|(url, _)| url).collect();
        assert_eq!(urls, *want, "{page}");
    }
    let titled = feeds_of("<link rel=alternate type=application/rss+xml title='All &amp; more' href=/f>");
    assert_eq!(titled[0].1.as_deref(), Some("All & more"));
}

#[test]
fn a_page_in_place_of_a_feed_is_told_apart() {
    let page = "\n<!DOCTYPE html><html><head><title>Not <b>here</b> &amp; now</title></head><body>404</body></html>";
    let source = |body: &'static str, content_type| Source {
        body: body.as_bytes(),
        content_type,
        url: "https://c.example/feed",
    };
    let found = discover(&source(page, Some("application/rss+xml")));
    assert_eq!(found.format, Format::Html);
    assert_eq!(found.title.as_deref(), Some("Not here & now"));
    assert_eq!(found.remarks, ["a page that names no feed"]);
    let cases = [
        ("", Format::Unknown),
        ("hello", Format::Unknown),
        ("{\"a\":1}", Format::Unknown),
        ("<svg></svg>", Format::Unknown),
        ("[1,2", Format::Unknown),
    ];
    for (body, format) in cases {
        let found = discover(&source(body, None));
        assert_eq!(found.format, format, "{body:?}");
        assert!(!found.remarks.is_empty(), "{body:?}");
    }
}

#[test]
fn a_feed_that_says_it_is_a_page_is_a_feed() {
    let source = Source {
        body: b"<rss><channel><title>T</title></channel></rss>",
        content_type: Some("text/html"),
        url: "https://c.example/",
    };
    assert_eq!(discover(&source).format, Format::Rss);
}

#[test]
fn candidates_stand_under_the_path_and_at_the_root() {
    let candidates = candidate_feeds("https://courier.example/world");
    assert_eq!(
        candidates[..3],
        ["https://courier.example/world/feed", "https://courier.example/world/rss", "https://courier.example/feed"]
    );
    assert_eq!(candidate_feeds("https://courier.example/index.html")[0], "https://courier.example/feed");
    assert!(candidate_feeds("https://courier.example").len() <= 12);
    assert_eq!(candidate_feeds("mailto:a@courier.example"), [""; 0]);
}
