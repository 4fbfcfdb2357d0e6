//! What an address turns out to be when somebody adds it.

use std::io::Write as _;

use news::SourceKind;
use watch::{AddError, Added, Only, Wish};

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
    match watch::add(&outlet.fetcher(), &desk(&stages), &wish, at(0)).await? {
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
    ];
    for (name, doors, kind, url, entries) in cases {
        let outlet = Outlet::open().await;
        for (address, said) in doors.into_iter().chain([site.clone()]) {
            outlet.says(address, said);
        }
        let got = added(&outlet, wish("http://ledger.example/")).await;
        assert_eq!(got.unwrap_or_else(|error| panic!("{name}: {error}")), (kind, url.to_owned(), entries), "{name}");
    }
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
