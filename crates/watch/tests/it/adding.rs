//! What an address turns out to be when somebody adds it.

use std::io::Write as _;
use std::sync::Mutex;

use news::SourceKind;
use watch::{AddError, Added, Only, Step, Wish};

use crate::outlet::*;

fn sitemap() -> String {
    let line = |path| format!("<url><loc>http://ledger.example/{path}</loc><lastmod>2026-03-02</lastmod></url>");
    let lines = line("news/ferry") + &line("news/bridge");
    format!(r#"<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{lines}</urlset>"#)
}

fn packed(text: &str) -> Vec<u8> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gzip.write_all(text.as_bytes()).unwrap();
    gzip.finish().unwrap()
}

const LINKS: [(&str, &str); 3] = [
    ("2026/03/02/ferry-runs-at-night", "The ferry will run at night from April on"),
    ("2026/03/02/bridge-closed", "The old bridge is closed for a week of repairs"),
    ("2026/03/01/frogs-are-back", "Frogs are back at the mill pond, a week early"),
];

/// Adds the site at `address` and returns what it was taken for: its kind, its address, its entries.
async fn added(outlet: &Outlet, wish: Wish) -> Result<(SourceKind, String, usize), AddError> {
    let dir = tempfile::tempdir().unwrap();
    let stages = outlet.stages(dir.path());
    match watch::add(&outlet.fetcher(), &desk(&stages), &wish, at(0), |_| ()).await? {
        Added::Feed { id, kind, url, entries, .. } => {
            let listed = stages.store.read(move |tx| store::feeds::list_feeds(tx, id.outlet)).await.unwrap();
            assert_eq!((listed[0].kind, &listed[0].url), (kind, &url), "it is recorded as it is told");
            Ok((kind, url, entries))
        }
        Added::Article { url, .. } => panic!("{url} is taken for an article"),
    }
}

#[tokio::test]
async fn a_site_is_watched_by_the_best_door_that_it_has() {
    type Door = (&'static str, Said);
    let robots = |line: &str| {
        ("ledger.example/robots.txt", Said::new(200, "text/plain", format!("User-agent: *\nDisallow:\n{line}\n")))
    };
    let site = ("ledger.example/", front(&LINKS));
    let cases: Vec<(&str, Vec<Door>, SourceKind, &str, usize)> = vec![
        (
            "a feed in a usual place",
            vec![("ledger.example/feed.xml", Said::feed(&["a", "b"]))],
            SourceKind::Feed,
            "http://ledger.example/feed.xml",
            2,
        ),
        (
            "a sitemap that robots.txt names",
            vec![
                robots("Sitemap: http://ledger.example/maps/all.xml"),
                ("ledger.example/maps/all.xml", Said::new(200, "text/xml", sitemap())),
            ],
            SourceKind::Sitemap,
            "http://ledger.example/maps/all.xml",
            2,
        ),
        (
            "a packed sitemap that robots.txt names",
            vec![
                robots("Sitemap: /maps/all.xml.gz"),
                ("ledger.example/maps/all.xml.gz", Said::new(200, "application/x-gzip", packed(&sitemap()))),
            ],
            SourceKind::Sitemap,
            "http://ledger.example/maps/all.xml.gz",
            2,
        ),
        (
            "a packed sitemap in the usual place",
            vec![("ledger.example/sitemap.xml.gz", Said::new(200, "application/octet-stream", packed(&sitemap())))],
            SourceKind::Sitemap,
            "http://ledger.example/sitemap.xml.gz",
            2,
        ),
        ("nothing but the page itself", vec![], SourceKind::FrontPage, "http://ledger.example/", 3),
        (
            "a page with two links to articles",
            vec![("ledger.example/", front(&LINKS[..2]))],
            SourceKind::FrontPage,
            "http://ledger.example/",
            2,
        ),
        (
            "a page with one",
            vec![("ledger.example/", front(&LINKS[..1]))],
            SourceKind::FrontPage,
            "http://ledger.example/",
            1,
        ),
    ];
    for (name, doors, kind, url, entries) in cases {
        let outlet = Outlet::open().await;
        for (address, said) in [site.clone()].into_iter().chain(doors) {
            outlet.says(address, said);
        }
        let got = added(&outlet, wish("http://ledger.example/")).await;
        assert_eq!(got.unwrap_or_else(|error| panic!("{name}: {error}")), (kind, url.to_owned(), entries), "{name}");
    }
}

#[tokio::test]
async fn a_site_without_any_door_is_refused_and_the_error_says_what_to_do() {
    let outlet = Outlet::open().await;
    outlet.says("ledger.example/", front(&[]));
    let refused = added(&outlet, wish("http://ledger.example/")).await;
    let Err(AddError::Nothing { .. }) = &refused else { panic!("{refused:?}") };
    assert!(refused.unwrap_err().to_string().contains("--front"));
}

#[tokio::test]
async fn a_page_is_a_source_if_somebody_says_so_and_it_links_to_articles() {
    let outlet = Outlet::open().await;
    outlet.says("ledger.example/politics/", front(&LINKS[..2]));
    outlet.says("ledger.example/empty/", front(&[]));
    outlet.says("ledger.example/feed.xml", Said::feed(&["a"]));
    let front = |address: &str| Wish { only: Some(Only::FrontPage), ..wish(address) };
    let got = added(&outlet, front("http://ledger.example/politics/")).await.unwrap();
    assert_eq!(got, (SourceKind::FrontPage, "http://ledger.example/politics/".to_owned(), 2));
    for none in ["http://ledger.example/empty/", "http://ledger.example/feed.xml"] {
        assert!(matches!(added(&outlet, front(none)).await, Err(AddError::NoLinks { .. })), "{none}");
    }
    let filtered = Wish { exclude: vec!["bridge".into()], ..front("http://ledger.example/politics/") };
    assert_eq!(added(&outlet, filtered).await.unwrap().2, 1, "filters hold");
}

/// What is asked on the way, in order, without the host.
async fn asked(outlet: &Outlet, address: &str) -> Vec<String> {
    let dir = tempfile::tempdir().unwrap();
    let stages = outlet.stages(dir.path());
    let told: Mutex<Vec<String>> = Mutex::default();
    let tell = |step: Step<'_>| {
        told.lock().unwrap().push(match step {
            Step::Asks(url) => url.trim_start_matches("http://ledger.example").to_owned(),
            Step::Guesses => "(guesses)".into(),
            Step::NoAnswer(_) => "(no answer)".into(),
            Step::AnyPage => "(any page)".into(),
        });
    };
    let _nothing_is_there = watch::add(&outlet.fetcher(), &desk(&stages), &wish(address), at(0), tell).await;
    told.into_inner().unwrap()
}

#[tokio::test]
async fn each_request_is_told_and_no_more_are_made_than_make_sense() {
    let text = |body: &str| Said::new(200, "text/plain", body);
    let names = "<html><head><link rel=alternate type=application/rss+xml href=/news.xml></head><body>";
    let feeds =
        ["/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json", "/feeds", "/?feed=rss2"];
    let guessed = [&["/", "(guesses)"][..], &feeds].concat();
    type Doors = Vec<(&'static str, Said)>;
    let cases: Vec<(&str, Doors, Vec<&str>)> = vec![
        ("a feed", vec![("/", Said::feed(&["a"]))], vec!["/"]),
        (
            "a feed that is named",
            vec![("/", Said::page(names)), ("/news.xml", Said::feed(&["a"]))],
            vec!["/", "/news.xml"],
        ),
        (
            "sitemaps that are named: those alone",
            vec![("/", front(&[])), ("/robots.txt", text("Sitemap: /a.xml\nSitemap: /b.xml"))],
            [&guessed[..], &["/robots.txt", "/a.xml", "/b.xml"]].concat(),
        ),
        (
            "a page for whatever is asked",
            feeds.iter().map(|place| (*place, front(&[]))).chain([("/", front(&[]))]).collect(),
            vec!["/", "(guesses)", "/feed", "/rss", "/rss.xml", "(any page)", "/robots.txt"],
        ),
        (
            "a host that asks for a pause",
            vec![("/", front(&[])), ("/rss", Said::new(429, "text/html", "later").with("Retry-After", "600"))],
            vec!["/", "(guesses)", "/feed", "/rss", "/rss.xml", "(no answer)"],
        ),
    ];
    for (name, doors, want) in cases {
        let outlet = Outlet::open().await;
        for (path, said) in doors {
            outlet.says(&format!("ledger.example{path}"), said);
        }
        assert_eq!(asked(&outlet, "http://ledger.example/").await, want, "{name}");
    }
}

#[tokio::test]
async fn an_outlet_that_has_only_a_sitemap_is_called_what_its_home_page_says() {
    let page = |head: &str| Some(Said::page(format!("<!doctype html><html><head>{head}</head><body></body></html>")));
    let both =
        "<title>News of the harbour, every day</title><meta property=og:site_name content='The Ledger &amp; Post'>";
    let titled = "<title>The Harbour Ledger</title>";
    let (site, map) = ("http://ledger.example/", "http://ledger.example/sitemap.xml");
    let section = "http://ledger.example/world/";
    let cases = [
        ("what Open Graph says", page(both), map, None, "The Ledger & Post"),
        ("the title", page(titled), map, None, "The Harbour Ledger"),
        ("by the site's address", page(titled), site, None, "The Harbour Ledger"),
        ("by a section's address", page(titled), section, None, "The Harbour Ledger"),
        ("no name", page(""), map, None, "ledger.example"),
        ("no home page", None, map, None, "ledger.example"),
        ("the wish has one", page(both), map, Some("Ledger"), "Ledger"),
    ];
    for (name, home, address, wished, want) in cases {
        let outlet = Outlet::open().await;
        outlet.says("ledger.example/sitemap.xml", Said::new(200, "text/xml", sitemap()));
        outlet.says("ledger.example/world/", Said::page("<html><head><title>World</title></head><body></body></html>"));
        if let Some(home) = home {
            outlet.says("ledger.example/", home);
        }
        let (dir, wish) = (tempfile::tempdir().unwrap(), Wish { name: wished.map(str::to_owned), ..wish(address) });
        let stages = outlet.stages(dir.path());
        let added = watch::add(&outlet.fetcher(), &desk(&stages), &wish, at(0), |_| ()).await;
        let Ok(Added::Feed { outlet: called, kind: SourceKind::Sitemap, .. }) = added else {
            panic!("{name}: {added:?}")
        };
        assert_eq!(called, want, "{name}");
        assert!(outlet.asked_for("ledger.example/").len() <= 1, "{name}: the home page is asked once");
    }
}
