//! Answers are functions of host, path, script time and request headers, and of nothing else.

use std::io::Read as _;

use newsroom::{Request, Script};

use crate::{at, shipped};

const PAGES: &[(&str, &str)] = &[
    ("harbour-courier.example", "/news/ferry-returns-northern-pier"),
    ("tidewater-wire.example", "/2026/03/02/quarry-dust"),
    ("morning-ledger.example", "/county/allotments-water"),
    ("vale-gazette.example", "/local/bakery-sourdough-1170"),
    ("talbote.example", "/lokales/muehlsteg-gesperrt.html"),
    ("le-quai.example", "/local/phare-lampe"),
    ("rechnoy-vestnik.example", "/news/2026/pontonnyy-most"),
    ("al-mina.example", "/local/old-cafe"),
];

fn body(script: &Script, request: &Request, clock: &str) -> String {
    String::from_utf8(script.answer(request, at(clock)).body).unwrap()
}

#[test]
fn the_same_request_gets_the_same_bytes_however_often_and_in_whatever_order() {
    let (one, other) = (shipped(), shipped());
    let mut asked: Vec<_> =
        PAGES.iter().flat_map(|(h, p)| ["00:40", "03:00"].map(|c| (Request::get(h, p), c))).collect();
    let first: Vec<_> = asked.iter().map(|(r, c)| one.answer(r, at(c))).collect();
    asked.reverse();
    for _ in 0..3 {
        let again: Vec<_> = asked.iter().map(|(r, c)| other.answer(r, at(c))).rev().collect();
        assert_eq!(first, again);
    }
}

#[test]
fn furniture_differs_at_every_load_and_the_article_does_not() {
    let script = shipped();
    for (host, path) in PAGES {
        let request = Request::get(host, path);
        assert_eq!(
            body(&script, &request, "00:30"),
            body(&script, &request, "00:30:59"),
            "{host}: one minute, one load"
        );
        assert_ne!(body(&script, &request, "00:30"), body(&script, &request, "00:31"), "{host}: another minute");
        let other = request.clone().with("user-agent", "another");
        assert_ne!(body(&script, &request, "00:30"), body(&script, &other, "00:30"), "{host}: other headers");
    }
}

#[test]
fn a_page_shows_every_word_of_the_truth() {
    let script = shipped();
    let mut pages = 0;
    for article in script.articles() {
        for moment in script.moments(article) {
            let shown = script.shown(article, moment);
            let Some(reading) = shown.reading else { continue };
            let (host, path) = shown.address.strip_prefix("http://").unwrap().split_once('/').unwrap();
            let get = |query: String| Request { query: Some(query), ..Request::get(host, &format!("/{path}")) };
            let pages_of_it =
                (1..=script.plan(article).pages).map(|n| script.answer(&get(format!("page={n}")), moment).body);
            let page = String::from_utf8(pages_of_it.flatten().collect()).unwrap();
            let page = page.replace("&#x27;", "'").replace("&quot;", "\"").replace("&#x2f;", "/").replace("&amp;", "&");
            let head = reading.headline.iter().chain(&reading.standfirst).chain(&reading.bylines).map(String::as_str);
            let pieces = reading.body.iter().flat_map(|b| b.text.split(['\n', '\t']));
            for piece in head.chain(pieces) {
                assert!(page.contains(piece), "{} at {moment} lacks `{piece}`", shown.address);
            }
            pages += 1;
        }
    }
    assert!(pages > 60, "{pages}");
}

#[test]
fn validators_that_match_get_304_until_the_text_changes() {
    let script = shipped();
    let conditional = |request: &Request, clock: &str| {
        let first = script.answer(request, at(clock));
        let mut next = request.clone();
        for (ours, theirs) in [("ETag", "if-none-match"), ("Last-Modified", "if-modified-since")] {
            if let Some(value) = first.header(ours) {
                next = next.with(theirs, value);
            }
        }
        next
    };
    let cases = [
        ("harbour-courier.example", "/news/ferry-returns-northern-pier", true, false, "00:30", "00:49", "00:50"),
        ("tidewater-wire.example", "/2026/03/02/weather-buoys", false, true, "00:30", "01:29", "01:30"),
        ("morning-ledger.example", "/county/allotments-water", true, true, "00:30", "01:39", "01:40"),
        ("le-quai.example", "/local/phare-lampe", true, true, "01:00", "01:49", "01:50"),
        ("harbour-courier.example", "/feed.xml", true, false, "02:25", "02:30", "02:50"),
    ];
    for (host, path, etag, last_modified, first, same, changed) in cases {
        let request = Request::get(host, path);
        let answer = script.answer(&request, at(first));
        assert_eq!(answer.header("etag").is_some(), etag, "{host}");
        assert_eq!(answer.header("last-modified").is_some(), last_modified, "{host}");
        let again = conditional(&request, first);
        let unchanged = script.answer(&again, at(same));
        assert_eq!((unchanged.status, unchanged.body.len()), (304, 0), "{host}{path} at {same}");
        assert_eq!(script.answer(&again, at(changed)).status, 200, "{host}{path} at {changed}");
    }
    let never = Request::get("vale-gazette.example", "/local/bakery-sourdough-1170");
    assert_eq!(script.answer(&conditional(&never, "01:00"), at("01:00")).status, 200, "no validators, no 304");
}

#[test]
fn an_old_copy_is_sent_whole_to_one_who_holds_the_new_text_and_carries_its_old_times() {
    let script = shipped();
    let request = Request::get("morning-ledger.example", "/culture/little-theatre-curtain");
    let new = script.answer(&request, at("02:00"));
    let held = request
        .clone()
        .with("if-none-match", new.header("etag").unwrap())
        .with("if-modified-since", new.header("last-modified").unwrap());
    let old = script.answer(&held, at("04:00"));
    assert_eq!(old.status, 200);
    assert_eq!(old.header("last-modified"), script.answer(&request, at("00:30")).header("last-modified"));
    assert_eq!(old.header("age"), Some("12600"));
    assert_eq!(script.answer(&held, at("07:00")).status, 304, "the new copy is what the client holds");
}

#[test]
fn bodies_come_in_the_coding_that_the_client_accepts() {
    let script = shipped();
    let cases = [
        ("harbour-courier.example", "/feed.xml", "gzip, br, zstd", Some("br")),
        ("harbour-courier.example", "/feed.xml", "gzip", Some("gzip")),
        ("vale-gazette.example", "/feed.json", "gzip, br, zstd", Some("zstd")),
        ("talbote.example", "/nachrichten.rss", "gzip, br, zstd", None),
        ("harbour-courier.example", "/feed.xml", "", None),
    ];
    for (host, path, accept, want) in cases {
        let request = Request::get(host, path);
        let plain = script.answer(&request, at("01:00")).body;
        let answer = script.answer(&request.with("accept-encoding", accept), at("01:00"));
        assert_eq!(answer.header("content-encoding"), want, "{host} {accept}");
        let mut body = Vec::new();
        match want {
            Some("br") => drop(brotli::Decompressor::new(&*answer.body, 4096).read_to_end(&mut body).unwrap()),
            Some("gzip") => drop(flate2::read::GzDecoder::new(&*answer.body).read_to_end(&mut body).unwrap()),
            Some(_) => body = zstd::decode_all(&*answer.body).unwrap(),
            None => body = answer.body,
        }
        assert_eq!(body, plain, "{host} {accept}");
    }
}

#[test]
fn feeds_list_what_has_appeared_and_is_not_gone() {
    let script = shipped();
    let feed = |clock| body(&script, &Request::get("harbour-courier.example", "/feed.xml"), clock);
    assert!(!feed("00:04").contains("library-roof") && feed("00:05").contains("library-roof"));
    assert!(
        feed("07:00").contains("sea-pool") && !feed("08:00").contains("sea-pool") && feed("14:00").contains("sea-pool")
    );
    let ledger = |clock| body(&script, &Request::get("morning-ledger.example", "/rss"), clock);
    assert!(ledger("02:00").contains("/county/market-clock<") && ledger("03:00").contains("market-clock-jackdaw<"));
    for outlet in script.outlets() {
        let front = body(&script, &Request::get(&outlet.host, "/"), "03:00");
        assert!(front.contains("rel=\"alternate\""), "{}: {front}", outlet.host);
    }
}

#[test]
fn what_is_not_there_is_404_and_what_is_not_read_is_405() {
    let script = shipped();
    let cases = [
        ("nobody.example", "/", 404),
        ("harbour-courier.example", "/nothing", 404),
        ("harbour-courier.example", "/robots.txt", 200),
        ("al-mina.example", "/robots.txt", 404),
    ];
    for (host, path, want) in cases {
        assert_eq!(script.answer(&Request::get(host, path), at("01:00")).status, want, "{host}{path}");
    }
    let mut post = Request::get("harbour-courier.example", "/");
    post.method = "POST".into();
    assert_eq!(script.answer(&post, at("01:00")).status, 405);
}

proptest::proptest! {
    #[test]
    fn no_request_makes_an_outlet_panic(path in "\\PC{0,60}", header in "[!-~]{0,20}", value in "\\PC{0,60}") {
        static SCRIPT: std::sync::LazyLock<Script> = std::sync::LazyLock::new(shipped);
        for (host, known) in PAGES {
            for path in [path.as_str(), known] {
                let request = Request::get(host, path).with(&header, &value).with("accept-encoding", &value);
                let answer = SCRIPT.answer(&request.with("if-none-match", &value), at("03:00"));
                proptest::prop_assert!([200, 304, 404, 429].contains(&answer.status));
            }
        }
    }
}

#[test]
fn an_article_on_several_pages_shows_each_block_on_one_of_them() {
    let script = shipped();
    let first = Request::get("morning-ledger.example", "/county/allotments-water");
    let page =
        |query: Option<&str>| body(&script, &Request { query: query.map(str::to_owned), ..first.clone() }, "03:00");
    let (one, two) = (page(None), page(Some("page=2")));
    let article = script.find_article("allotments").unwrap();
    let blocks = script.shown(article, at("03:00")).reading.unwrap().body;
    for (i, block) in blocks.iter().enumerate() {
        let plain = block.text.split(|c: char| !c.is_ascii_alphanumeric() && c != ' ').max_by_key(|run| run.len());
        let plain = plain.unwrap();
        assert_eq!([one.contains(plain), two.contains(plain)], [i < 7, i >= 7], "{plain}");
    }
    assert!(one.contains("<span>1</span> <a href=\"/county/allotments-water?page=2\">2</a>"), "{one}");
    assert!(two.contains("<a href=\"/county/allotments-water\">1</a> <span>2</span>"), "{two}");
    for query in ["page=0", "page=3", "page=x", "utm_source=a"] {
        assert_eq!(page(Some(query)), one, "{query}");
    }
}
