//! An article that was merged: its pages live and say so, its address leads to the other.

use news::{ArticleId, Merge, OutletId};

use crate::stage::{Running, at, change};

const fn id(number: u32) -> ArticleId {
    ArticleId::new(OutletId(1), number)
}

fn get(site: &Running, path: &str) -> String {
    site.send(&format!("GET {path} HTTP/1.1\r\nhost: replate.example\r\nconnection: close\r\n\r\n"))
}

/// The ferry's article, of three versions, is the quay's.
fn merge(site: &Running) {
    let one = Merge { into: id(2), at: at(210), by: "ann".into(), reason: Some("the address moved".into()) };
    site.store.write_blocking(move |tx| store::merges::merge(tx, id(1), &one)).expect("merged");
}

#[test]
fn what_was_recorded_lives_on_and_leads_to_the_article_that_it_is() {
    let site = Running::start(false);
    let listed = |site: &Running| get(site, "/articles").contains(r#"href="/articles/1-1""#);
    assert!(listed(&site));
    merge(&site);
    assert!(!listed(&site), "it is in no list of articles");
    for path in ["", "/versions", "/versions/1", "/blame", "/changes/1..2", "/changes/1..3"] {
        let page = get(&site, &format!("/articles/1-1{path}"));
        assert!(page.starts_with("HTTP/1.1 200"), "{path}: {page}");
        assert!(page.contains(r#"another record of <a href="/articles/1-2">"#), "{path}: {page}");
        assert!(page.contains("The reason given: the address moved"), "{path}: {page}");
    }
    let pasted = get(&site, "/?url=https://ledger.example/ferry");
    assert!(pasted.contains("location: /articles/1-2\r\n"), "{pasted}");
    let whole = get(&site, "/articles/1-2");
    assert!(whole.contains(r#"Also recorded as <a href="/articles/1-1">1-1</a>"#), "{whole}");
    let json = get(&site, "/articles/1-1.json");
    assert!(json.contains(r#""merged":{"into":"1-2""#) && !json.contains("ann"), "{json}");
    for path in ["/", "/changes.atom", "/search?q=ferry", "/articles/1-1.atom"] {
        assert!(get(&site, path).contains("/articles/1-1/"), "{path} goes on naming what was recorded");
    }
    assert!(get(&site, "/metrics").contains("replate_articles 3\n"), "four, of which one is another");

    // The look that was under way.
    change(&site.store);
    assert!(get(&site, "/articles/1-1/changes/3..4").contains("another record of"));
    site.store.write_blocking(|tx| store::merges::unmerge(tx, id(1), at(220))).expect("undone");
    assert!(listed(&site) && !get(&site, "/articles/1-1").contains("another record"));
}

#[test]
fn a_withdrawal_of_the_article_takes_its_records_along() {
    let site = Running::start(false);
    merge(&site);
    let withdrawal = store::Withdrawal {
        article: id(2),
        version: None,
        at: at(230),
        reason: "names a child".into(),
        legal: true,
        by: None,
        restored: None,
    };
    site.store.write_blocking(move |tx| store::withdrawals::withdraw(tx, &withdrawal)).expect("withdrawn");
    for path in ["", ".json", ".atom", "/versions", "/versions/1", "/blame", "/changes/1..2", "/captures/1.warc.gz"] {
        let answer = get(&site, &format!("/articles/1-1{path}"));
        assert!(answer.starts_with("HTTP/1.1 451") && answer.contains("names a child"), "{path}: {answer}");
        assert!(!answer.contains("night"), "{path}: {answer}");
    }
    for path in ["/", "/changes.atom", "/search?q=ferry"] {
        assert!(!get(&site, path).contains("/articles/1-1/"), "{path}");
    }
}
