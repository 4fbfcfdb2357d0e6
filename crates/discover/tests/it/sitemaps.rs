use discover::{
    Discovered, Format, MAX_SITEMAP_ENTRIES, SitemapLink, Source, candidate_sitemaps, discover, named_sitemaps,
};

fn found(body: &str) -> Discovered {
    discover(&Source { body: body.as_bytes(), content_type: None, url: "https://courier.example/sitemap.xml" })
}

fn addresses(found: &Discovered) -> Vec<&str> {
    found.entries.iter().map(|entry| entry.address.as_str()).collect()
}

const NEWS: &str = "<?xml version='1.0'?><!-- made by Press 3 --><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' \
    xmlns:n='http://www.google.com/schemas/sitemap-news/0.9' xmlns:image='http://www.google.com/schemas/sitemap-image/1.1'>\
    <url><loc>https://courier.example/a?x=1&amp;y=2</loc><lastmod>2026-03-02T09:00:00+01:00</lastmod>\
    <image:image><image:loc>https://courier.example/a.jpg</image:loc><image:title>A boat</image:title></image:image>\
    <n:news><n:publication><n:name>The Courier</n:name><n:language>en</n:language></n:publication>\
    <n:publication_date>2026-03-02T08:00:00+01:00</n:publication_date><n:title>Ferry &amp;amp; tram stop</n:title></n:news></url>\
    <url><loc><![CDATA[https://courier.example/b]]></loc></url></urlset>";

#[test]
fn a_news_sitemap_tells_headlines_and_times() {
    let found = found(NEWS);
    assert_eq!(found.format, Format::Sitemap);
    assert_eq!(addresses(&found), ["https://courier.example/a?x=1&y=2", "https://courier.example/b"]);
    let first = &found.entries[0];
    assert_eq!(first.title.as_deref(), Some("Ferry & tram stop"));
    assert_eq!(first.published_at.as_deref(), Some("2026-03-02T07:00:00Z"));
    assert_eq!(first.updated_at.as_deref(), Some("2026-03-02T08:00:00Z"));
    assert_eq!(found.language.as_deref(), Some("en"));
    assert_eq!(found.home.as_deref(), Some("https://courier.example/"));
    assert_eq!(found.remarks, [""; 0]);
}

#[test]
fn an_index_names_its_sitemaps() {
    let found = found(
        "<sitemapindex><sitemap><loc>/news.xml</loc><lastmod>2026-03-02</lastmod></sitemap><sitemap>\n https://courier.example/2025.xml?a=1&amp;b=2\n</sitemap>\
         <sitemap><loc>https://courier.example/sitemap.xml</loc></sitemap></sitemapindex>",
    );
    assert_eq!(found.format, Format::SitemapIndex);
    assert_eq!(found.entries, []);
    let last_modified = Some("2026-03-02T00:00:00Z".to_owned());
    let want = [
        SitemapLink { url: "https://courier.example/news.xml".into(), last_modified },
        SitemapLink { url: "https://courier.example/2025.xml?a=1&b=2".into(), last_modified: None },
    ];
    assert_eq!(found.sitemaps, want);
    assert!(found.sitemaps[0].speaks_of_news() && !found.sitemaps[1].speaks_of_news());
}

#[test]
fn broken_and_odd_sitemaps_are_read() {
    let a = "https://courier.example/a";
    let b = "https://courier.example/b";
    let cases: &[(&str, &str, &[&str])] = &[
        ("cut short", "<urlset><url><loc>https://courier.example/a</loc></url><url><loc>https://courier.exa", &[a]),
        ("cut after the address", "<urlset><url><loc>https://courier.example/a</loc><lastmod>20", &[a]),
        ("no ends of items", "<urlset><url><loc>/a</loc><url><loc>/b</loc></urlset>", &[a, b]),
        ("no ends of leaves", "<urlset><url><changefreq>daily<loc>/a<lastmod>2026</url><url><loc>/b</url>", &[a, b]),
        ("capitals", "<URLSET><URL><LOC>/a</LOC></URL></URLSET>", &[a]),
        ("a prefix", "<s:urlset xmlns:s='x'><s:url><s:loc>/a</s:loc></s:url></s:urlset>", &[a]),
        ("a wrong namespace", "<urlset xmlns='http://nowhere.example/'><url><loc>/a</loc></url></urlset>", &[a]),
        ("blank lines first", "\n\n <urlset><url><loc>\n /a \n</loc></url></urlset>", &[a]),
        (
            "a bare ampersand",
            "<urlset><url><loc>/a?x=1&y=2</loc></url></urlset>",
            &["https://courier.example/a?x=1&y=2"],
        ),
        ("twice", "<urlset><url><loc>/a</loc></url><url><loc>/a</loc></url></urlset>", &[a]),
        ("no address", "<urlset><url><loc></loc></url><url><loc>mailto:x@courier.example</loc></url></urlset>", &[]),
        (
            "pictures, films, other languages",
            "<urlset><url><image:image><image:loc>/x.jpg</image:loc></image:image><loc>/a</loc><xhtml:link href='/de'/>\
             <video:video><video:title>T</video:title><video:content_loc>/v</video:content_loc></video:video></url></urlset>",
            &[a],
        ),
        (
            "pictures in a default namespace",
            "<urlset><url><image xmlns='http://www.google.com/schemas/sitemap-image/1.1'><loc>/x.jpg</loc></image><loc>/a</loc></url></urlset>",
            &[a],
        ),
        ("lines", "https://courier.example/a\r\n\r\nhttps://courier.example/b\r\n", &[a, b]),
        ("lines with a mark", "\u{feff}https://courier.example/a", &[a]),
        ("lines with a comment", "https://courier.example/a\n# end", &[a]),
    ];
    for (name, body, want) in cases {
        let found = found(body);
        assert_eq!(found.format, Format::Sitemap, "{name}");
        assert_eq!(addresses(&found), *want, "{name}");
        assert!(found.entries.iter().all(|entry| entry.title.is_none()), "{name}");
    }
}

#[test]
fn what_was_left_out_is_said() {
    let cases = [
        ("<urlset><url><loc>/a</loc></url><url><loc>/a</loc></url></urlset>", "1 entries were listed twice"),
        ("<urlset><url></url></urlset>", "1 entries had no address"),
        ("<urlset><url><loc>https://herald.example/a</loc></url></urlset>", "1 entries are of other sites"),
        ("<urlset></urlset>", "a sitemap without entries"),
        ("<urlset/>", "a sitemap without entries"),
        ("<urlset><url><loc>/a</loc><lastmod>soon</lastmod></url></urlset>", "1 dates could not be read"),
        ("<urlset><url><loc>/a</loc>", "the text ends before its last element does"),
    ];
    for (body, want) in cases {
        let found = found(body);
        assert!(found.remarks.iter().any(|remark| remark == want), "{body}: {:?}", found.remarks);
    }
    assert_eq!(found("what is this\nhttps://courier.example/a").format, Format::Unknown);
    assert_eq!(found("<rss><channel><title>urlset</title></channel></rss>").format, Format::Rss);
    assert_eq!(found("<html><body>urlset <url><loc>/a</loc></url></body></html>").format, Format::Html);
}

#[test]
fn a_set_of_sitemaps_is_an_index_whatever_it_is_called() {
    let found = found("<urlset><sitemap><loc>/a.xml</loc></sitemap></urlset>");
    assert_eq!((found.format, found.sitemaps.len()), (Format::SitemapIndex, 1));
}

#[test]
fn more_than_sitemaps_may_hold_is_left_out() {
    let items: String = (0..=MAX_SITEMAP_ENTRIES).map(|i| format!("<url><loc>/{i}</loc></url>")).collect();
    let found = found(&format!("<urlset>{items}</urlset>"));
    assert_eq!(found.entries.len(), MAX_SITEMAP_ENTRIES);
    assert_eq!(found.remarks, ["1 entries beyond the first 50000 were left out"]);
    let deep = "<urlset><url>".to_owned() + &"<x>".repeat(100_000) + "<loc>/a</loc>";
    assert_eq!(self::found(&deep).entries, []);
}

#[test]
fn robots_txt_names_sitemaps() {
    let robots = "\u{feff}User-agent: *\nDisallow: /x\n  sitemap : /map.xml # ours\r\nSITEMAP: https://herald.example/news/all.xml\r\
                  Sitemap:\nSitemap: <https://courier.example/map.xml>\n# Sitemap: /no.xml\nhttps://courier.example/my-sitemap.xml\nSitemap: ftp://courier.example/x";
    let want = [
        "https://courier.example/map.xml",
        "https://herald.example/news/all.xml",
        "https://courier.example/my-sitemap.xml",
    ];
    assert_eq!(named_sitemaps("https://courier.example/world/", robots), want);
    let candidates = candidate_sitemaps("https://courier.example/world/", robots);
    assert_eq!(candidates, [want[1], want[0], want[2]], "who names sitemaps seldom hides another");
    let usual = candidate_sitemaps("https://courier.example/world/", "User-agent: *");
    assert!(usual.contains(&"https://courier.example/sitemap.xml".to_owned()));
    assert_eq!(candidate_sitemaps("news.example", ""), [""; 0]);
    assert!(candidate_sitemaps("https://courier.example", "").len() <= 12);
}
