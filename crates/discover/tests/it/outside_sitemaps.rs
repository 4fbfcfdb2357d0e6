use std::path::{Path, PathBuf};

use discover::{Discovered, Format, Source, discover, named_sitemaps};
use serde_json::Value;

use crate::outside::{Score, folder, lines};
use crate::texts::same_time;

fn found(path: &Path) -> Discovered {
    let body = std::fs::read(path).expect("the test material is as its README says");
    discover(&Source { body: &body, content_type: None, url: "http://www.example.com/sitemap.xml" })
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the test material is as its README says");
    let mut files: Vec<PathBuf> = Vec::new();
    for path in entries.filter_map(|entry| entry.ok().map(|entry| entry.path())) {
        if path.is_dir() { files.extend(self::files(&path)) } else { files.push(path) }
    }
    files.sort();
    files
}

#[test]
fn sitemaps_hold_what_is_listed() {
    let Some(sitemaps) = folder("sitemaps") else { return };
    let (mut all, mut urls) = (Score::default(), 0);
    for case in lines(&sitemaps.join("news.jsonl")) {
        let file = case["file"].as_str().expect("the test material is as its README says");
        let found = found(&sitemaps.join(file));
        let listed = case["urls"].as_array().expect("the test material is as its README says");
        all.count(found.format == Format::Sitemap, || format!("{file}: {}", found.format));
        all.count(found.entries.len() == listed.len(), || format!("{file}: {} entries", found.entries.len()));
        urls += listed.len();
        for (want, got) in listed.iter().zip(&found.entries) {
            let mut check = |right: bool, what: &str| all.count(right, || format!("{file}: {what}: {want} {got:?}"));
            let same = |got: &Option<String>, want: &Value| match want.as_str() {
                Some(want) => same_time(got.as_deref(), want) || is_day(got, want),
                None => got.is_none(),
            };
            check(want["loc"] == got.address.as_str(), "address");
            check(same(&got.updated_at, &want["lastmod"]), "lastmod");
            check(same(&got.published_at, &want["news"]["publication_date"]), "publication date");
            check(want["news"]["title"].as_str() == got.title.as_deref(), "title");
            if let Some(language) = want["news"]["language"].as_str() {
                check(found.language.as_deref() == Some(language), "language");
            }
        }
    }
    assert_eq!(urls, 79);
    all.hold("sitemaps, fields as listed", 100.0);
}

fn is_day(got: &Option<String>, want: &str) -> bool {
    want.len() == 10 && got.as_deref().is_some_and(|got| got == format!("{want}T00:00:00Z"))
}

#[test]
fn every_file_of_the_sitemap_suite_is_told_apart() {
    let Some(sitemaps) = folder("sitemaps") else { return };
    // The files that are gzip are no text: unpacking is the caller's.
    let want = [
        ("atom.xml", Format::Atom, 1),
        ("feed.rss", Format::Rss, 4),
        ("xmlRss_pubDate.xml", Format::Rss, 7),
        ("do-not-visit.txt", Format::Sitemap, 1),
        ("hebdenbridgetimes-articles-sitemap.xml", Format::Sitemap, 74),
        ("pagemaps-sitemap.xml", Format::Sitemap, 2),
        ("shinpaideshou-news-sitemap.xml", Format::Sitemap, 3),
        ("sitemap-images.xml", Format::Sitemap, 1),
        ("sitemap-links.xml", Format::Sitemap, 3),
        ("sitemap-mobile.xml", Format::Sitemap, 3),
        ("sitemap-news.xml", Format::Sitemap, 2),
        // A film that names no page.
        ("sitemap-videos-tvshow.xml", Format::Sitemap, 1),
        ("sitemap-videos.xml", Format::Sitemap, 3),
        ("sitemap-with-bom.txt", Format::Sitemap, 2),
        ("sitemap.badns.xml", Format::Sitemap, 2),
        ("sitemap.index.xml", Format::SitemapIndex, 0),
        ("sitemap.ns.xml", Format::Sitemap, 2),
        ("sitemap.txt", Format::Sitemap, 2),
        ("sitemap.txt.gz", Format::Unknown, 0),
        ("xmlSitemap.gz", Format::Unknown, 0),
    ];
    let all = files(&sitemaps.join("files"));
    assert_eq!(all.len(), 20);
    for path in all {
        let found = found(&path);
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        println!(
            "{name}: {}, {} entries, {} sitemaps, {:?}",
            found.format,
            found.entries.len(),
            found.sitemaps.len(),
            found.remarks
        );
        let wanted = want.iter().find(|(wanted, ..)| *wanted == name).map(|(_, format, entries)| (*format, *entries));
        assert_eq!(Some((found.format, found.entries.len())), wanted, "{name}");
        if name == "sitemap.index.xml" {
            assert_eq!(found.sitemaps.len(), 15);
        }
    }
}

#[test]
fn sitemaps_named_by_robots_txt_are_counted() {
    let Some(robots) = folder("robots") else { return };
    let mut score = Score::default();
    for case in lines(&robots.join("crawler-commons-properties.jsonl")) {
        if case["property"] != "sitemaps" && !case["property"].as_str().is_some_and(|name| name.contains("itemap")) {
            continue;
        }
        let text = case["robots"].as_str().unwrap_or_default();
        let named = named_sitemaps("http://www.fict.com/robots.txt", text).len();
        score.count(case["value"] == named, || format!("{}: {named}, should be {}", case["id"], case["value"]));
    }
    score.hold("crawler-commons, sitemaps named", 100.0);
}
