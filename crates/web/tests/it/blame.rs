//! Blame of an article of which a version is withdrawn.

use news::{ArticleId, CaptureId, OutletId};

use crate::stage::{Running, at};

fn get(site: &Running, path: &str) -> String {
    site.send(&format!("GET {path} HTTP/1.1\r\nhost: replate.example\r\nconnection: close\r\n\r\n"))
}

fn withdraw(site: &Running, look: u32) {
    let article = ArticleId::new(OutletId(1), 1);
    let withdrawal = store::Withdrawal {
        article,
        version: Some(CaptureId { article, look }),
        at: at(230),
        reason: "It names a child.".into(),
        legal: false,
        by: None,
        restored: None,
    };
    site.store.write_blocking(move |tx| store::withdrawals::withdraw(tx, &withdrawal)).expect("withdrawn");
}

#[test]
fn what_is_withdrawn_is_said_by_no_blame() {
    let site = Running::start(false);
    let (newest, second) = ("/articles/1-1/blame", "/articles/1-1/versions/2/blame");
    assert!(get(&site, newest).contains("2 were changed since they came"));
    withdraw(&site, 2);
    let page = get(&site, newest);
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    assert!(page.contains("Version 2 is not shown: it was withdrawn") && page.contains("It names a child."), "{page}");
    assert!(!page.contains("changes/1..2") && !page.contains("changes/2..3"), "{page}");
    assert!(page.contains(r#"changed in <a href="/articles/1-1/changes/1..3">"#), "what differs counts for version 3");
    assert!(get(&site, second).starts_with("HTTP/1.1 410"));
    withdraw(&site, 1);
    let page = get(&site, newest);
    assert!(!page.contains("The first boat leaves on Friday."), "only the versions that are withdrawn say it: {page}");
    assert!(page.contains("all came with version 3") && !page.contains("No longer said"), "{page}");
}
