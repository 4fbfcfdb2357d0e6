//! What polls brought is in the archive before anything is taken from it.

use std::path::Path;

use crate::outlet::*;

const FEED: &str = "ledger.example/feed.xml";
const INDEX: &str = "ledger.example/sitemap.xml";

/// The responses that polls brought, as the archive holds them: the poll, the address, the body.
fn filed(dir: &Path) -> Vec<(String, String, String)> {
    let bytes = std::fs::read(dir.join("archive/segment-000001.warc.gz")).unwrap();
    let all = archive::records(&bytes[..]).map(Result::unwrap);
    let responses = all.filter(|record| record.field("WARC-Type") == Some("response"));
    responses
        .filter_map(|record| {
            let poll = format!("{}.{}", record.field("Replate-Feed")?, record.field("Replate-Poll")?);
            let address = record.field("WARC-Target-URI")?.to_owned();
            Some((poll, address, String::from_utf8_lossy(&record.block).into_owned()))
        })
        .collect()
}

fn polls(dir: &Path) -> Vec<String> {
    filed(dir).into_iter().map(|(poll, ..)| poll).collect()
}

#[tokio::test]
async fn a_poll_is_archived_if_it_brings_something_else() {
    let outlet = Outlet::open().await;
    let dir = tempfile::tempdir().unwrap();
    let stages = outlet.stages(dir.path());
    outlet.says(FEED, Said::feed(&["a"]).with("ETag", "\"1\""));
    watch::add(&stages.fetcher, &desk(&stages), &wish("http://ledger.example/feed.xml"), at(0), |_| ()).await.unwrap();
    let (watcher, _) = watcher(&stages);
    let said = [
        // The first poll; then 304; then the same bytes without a validator; then others; then an error, twice; and back.
        (Said::feed(&["a"]).with("ETag", "\"1\""), 1),
        (Said::feed(&["a"]).with("ETag", "\"1\""), 1),
        (Said::feed(&["a"]), 1),
        (Said::feed(&["a", "b"]), 2),
        (Said::new(500, "text/html", "down"), 3),
        (Said::new(500, "text/html", "down"), 3),
        (Said::feed(&["a", "b"]), 4),
    ];
    for (step, (said, archived)) in (0..).zip(said) {
        outlet.says(FEED, said);
        let now = at(step * 24 * 60);
        stages
            .store
            .write(move |tx| store::feeds::make_feed_due(tx, news::FeedId::new(news::OutletId(1), 1), now))
            .await
            .unwrap();
        watcher.pass(now).await.unwrap();
        assert_eq!(polls(dir.path()).len(), archived, "at step {step}");
    }
    let all = filed(dir.path());
    assert_eq!(polls(dir.path()), ["1-1.1", "1-1.4", "1-1.5", "1-1.7"]);
    assert!(all[1].2.contains("About b") && all[2].2.contains("500"), "{all:?}");
    let state = &feeds(&stages).await[0].state;
    assert_eq!((state.polls, state.archived), (7, 4));
    let (bytes, all) =
        (state.archived_bytes, std::fs::metadata(dir.path().join("archive/segment-000001.warc.gz")).unwrap().len());
    assert!(bytes > 0 && bytes < all, "{bytes} of {all}");
}

#[tokio::test]
async fn sitemaps_of_an_index_are_archived_with_it() {
    let outlet = Outlet::open().await;
    let dir = tempfile::tempdir().unwrap();
    let stages = outlet.stages(dir.path());
    let map = |paths: &[&str]| {
        let line =
            |path: &&str| format!("<url><loc>http://ledger.example/{path}</loc><lastmod>2026-03-02</lastmod></url>");
        let lines: String = paths.iter().map(line).collect();
        Said::new(
            200,
            "text/xml",
            format!(r#"<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{lines}</urlset>"#),
        )
    };
    let child = "<sitemap><loc>http://ledger.example/news.xml</loc></sitemap>";
    outlet.says(
        INDEX,
        Said::new(
            200,
            "text/xml",
            format!(r#"<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{child}</sitemapindex>"#),
        ),
    );
    outlet.says("ledger.example/news.xml", map(&["a"]));
    watch::add(&stages.fetcher, &desk(&stages), &wish("http://ledger.example/sitemap.xml"), at(0), |_| ())
        .await
        .unwrap();
    let (watcher, _) = watcher(&stages);
    watcher.pass(at(0)).await.unwrap();
    watcher.pass(at(60)).await.unwrap();
    outlet.says("ledger.example/news.xml", map(&["a", "b"]));
    watcher.pass(at(180)).await.unwrap();
    let all: Vec<_> = filed(dir.path()).into_iter().map(|(poll, address, _)| (poll, address)).collect();
    let line = |poll: &str, path: &str| (poll.to_owned(), format!("http://ledger.example/{path}"));
    assert_eq!(all, [line("1-1.1", "sitemap.xml"), line("1-1.1", "news.xml"), line("1-1.3", "news.xml")]);
    assert_eq!(articles(&stages).await, ["http://ledger.example/a", "http://ledger.example/b"]);
}

#[tokio::test]
async fn a_crash_between_archive_and_store_loses_no_entry() {
    let outlet = Outlet::open().await;
    let dir = tempfile::tempdir().unwrap();
    let database = dir.path().join("replate.db");
    let open = || outlet.stages(dir.path());
    let stages = open();
    outlet.says(FEED, Said::feed(&["a"]).with("ETag", "\"1\""));
    watch::add(&stages.fetcher, &desk(&stages), &wish("http://ledger.example/feed.xml"), at(0), |_| ()).await.unwrap();
    watcher(&stages).0.pass(at(0)).await.unwrap();
    drop(stages);
    let before = std::fs::read(&database).unwrap();

    // The second poll is archived, and then the machine loses what the database was told of it.
    outlet.says(FEED, Said::feed(&["a", "b"]).with("ETag", "\"2\""));
    let stages = open();
    watcher(&stages).0.pass(at(60)).await.unwrap();
    drop(stages);
    for name in ["replate.db-wal", "replate.db-shm"] {
        let _there = std::fs::remove_file(dir.path().join(name));
    }
    std::fs::write(&database, before).unwrap();

    let stages = open();
    assert_eq!(articles(&stages).await, ["http://ledger.example/a"]);
    let (watcher, _) = watcher(&stages);
    assert_eq!(watcher.recover().await.unwrap().unreadable, 0);
    watcher.pass(at(61)).await.unwrap();
    assert_eq!(articles(&stages).await, ["http://ledger.example/a", "http://ledger.example/b"]);
    assert_eq!(polls(dir.path()), ["1-1.1", "1-1.2", "1-1.2"], "the number is given again, the record stays");
}
